// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/reasonline.h"

#include "kit/styled.h"
#include "kit/words.h"

#include <domain/bounds.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

ReasonLine::ReasonLine(QWidget *parent)
    : Pane(parent)
    , m_reason(new QLineEdit(this))
    , m_confirm(new QPushButton(this))
    , m_leave(new QPushButton(this))
    , m_problem(new QLabel(this))
{
    setProperty("panel", u"plain"_s);
    m_reason->setObjectName(u"reasonLineEdit"_s);
    m_confirm->setObjectName(u"reasonConfirmPushButton"_s);
    m_leave->setObjectName(u"reasonLeavePushButton"_s);
    m_problem->setObjectName(u"reasonProblemLabel"_s);
    m_problem->setProperty("role", u"tinyBad"_s);
    m_problem->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_reason, 1);
    row->addWidget(m_confirm);
    row->addWidget(m_leave);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_confirm, &QPushButton::clicked, this, &ReasonLine::onGiven);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReasonLine::onGiven);
    connect(m_leave, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_reason, &QLineEdit::textChanged, this, &ReasonLine::onChanged);
    m_problem->hide();
    hide();
    retranslate();
}

void ReasonLine::ask(const QString &placeholder, const QString &button)
{
    m_reason->clear();
    m_reason->setPlaceholderText(placeholder);
    m_reason->setAccessibleName(placeholder);
    m_confirm->setText(button);
    m_confirm->setEnabled(false);
    show();
    m_reason->setFocus();
}

void ReasonLine::askAgain()
{
    show();
    m_reason->setFocus();
}

void ReasonLine::forget()
{
    hide();
    m_reason->clear();
}

bool ReasonLine::hasUnkeptWords() const
{
    return !isHidden() && !m_reason->text().isEmpty();
}

void ReasonLine::onChanged()
{
    const qsizetype length = m_reason->text().trimmed().size();
    const bool tooLong = length > domain::longestText;
    m_confirm->setEnabled(length > 0 && !tooLong);
    m_problem->setText(Words::tooLong(length, domain::longestText));
    m_problem->setVisible(tooLong);
    setStyled(m_reason, "problem", tooLong);
}

void ReasonLine::onGiven()
{
    const QString reason = m_reason->text().trimmed();
    if (!m_confirm->isEnabled())
        return;
    hide();
    Q_EMIT reasonGiven(reason);
}

void ReasonLine::retranslate()
{
    m_leave->setText(tr("Leave"));
    // The question belongs to whoever asked; it is asked again in the new language.
    hide();
}

void ReasonLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    Pane::keyPressEvent(event);
}

} // namespace yichuang::ui
