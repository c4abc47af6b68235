// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/errorline.h"

#include "kit/failurehelp.h"

#include <QLabel>
#include <QVBoxLayout>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ErrorLine::ErrorLine(QWidget *parent)
    : Pane(parent)
    , m_cause(new QLabel(this))
    , m_next(new QLabel(this))
{
    setProperty("panel", u"bad"_s);
    setProperty("pad", u"head"_s);
    setProperty("gap", u"tiny"_s);
    m_cause->setObjectName(u"errorCauseLabel"_s);
    m_cause->setProperty("role", u"strongSmall"_s);
    m_cause->setWordWrap(true);
    m_next->setObjectName(u"errorNextLabel"_s);
    m_next->setProperty("role", u"tiny"_s);
    m_next->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_cause);
    column->addWidget(m_next);
    hide();
}

void ErrorLine::setError(const std::optional<domain::Error> &error, const QString &more, const QString &next)
{
    m_error = error;
    m_more = more;
    m_nextStep = next;
    // With its words it asks for the room that it needs, in a page that is shown already too.
    retranslate();
    setVisible(error.has_value());
}

void ErrorLine::retranslate()
{
    if (!m_error)
        return;
    const FailureWords words = FailureHelp::wordsFor(*m_error);
    m_cause->setText(m_more.isEmpty() ? words.cause : words.cause + u'\n' + m_more);
    m_next->setText(tr("%1 Who acts: %2. Code %3.").arg(m_nextStep.isEmpty() ? words.next : m_nextStep, words.actor, words.code));
    setAccessibleName(m_cause->text());
}

} // namespace yichuang::ui
