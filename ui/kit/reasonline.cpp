// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/reasonline.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

static constexpr int reasonLength = 200; // characters, as the case's command allows

ReasonLine::ReasonLine(QWidget *parent)
    : Pane(parent)
    , m_reason(new QLineEdit(this))
    , m_confirm(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setProperty("panel", u"plain"_s);
    m_reason->setObjectName(u"reasonLineEdit"_s);
    m_reason->setMaxLength(reasonLength);
    m_confirm->setObjectName(u"reasonConfirmPushButton"_s);
    m_leave->setObjectName(u"reasonLeavePushButton"_s);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_reason, 1);
    row->addWidget(m_confirm);
    row->addWidget(m_leave);
    connect(m_confirm, &QPushButton::clicked, this, &ReasonLine::onGiven);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReasonLine::onGiven);
    connect(m_leave, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
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

void ReasonLine::onGiven()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
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
