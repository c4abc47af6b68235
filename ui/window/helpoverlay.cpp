// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "window/helpoverlay.h"

#include "ui_helpoverlay.h"

#include <QKeyEvent>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

HelpOverlay::HelpOverlay(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::HelpOverlay>())
{
    m_ui->setupUi(this);
    setFocusPolicy(Qt::ClickFocus);
    setFirstStop(m_ui->closeHelpPushButton);
    connect(m_ui->closeHelpPushButton, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_ui->diagnosticsPushButton, &QPushButton::clicked, this, &HelpOverlay::diagnosticsAsked);
    hide();
    retranslate();
}

HelpOverlay::~HelpOverlay() = default;

void HelpOverlay::retranslate()
{
    m_ui->retranslateUi(this);
    const std::pair<QString, QString> keys[] = {
        {u"F1"_s, tr("These keys")},
        {u"F2"_s, tr("Show a hidden field of the form to change it, or the open certificate in full; this is recorded")},
        {u"F3"_s, tr("Read the card on the reader again (if nothing comes, lift it and place it again); try faulty readers")},
        {u"F4"_s, tr("Type an identity in without a card")},
        {u"Shift+F4"_s, tr("Type an agent in without a card")},
        {u"F5"_s, tr("Try again: certificates, sending, the store")},
        {u"F6"_s, tr("Go to what is missing")},
        {u"F9"_s, tr("Receive the materials")},
        {u"Ctrl+3"_s, tr("Add an agent: the next card is theirs")},
        {u"Ctrl+7 8 9"_s, tr("Counter, cases, sync")},
        {u"Alt+1 … 5"_s, tr("Certificates, items, situations, form, timeline")},
        {u"Alt+6"_s, tr("Items and materials of the case")},
        {u"Ctrl+F"_s, tr("Filter or search")},
        {u"Ctrl+O"_s, tr("Annotated copy of the open certificate")},
        {u"Ctrl+H"_s, tr("The holder consents: list, or pull what no item asks for")},
        {u"Ctrl+S"_s, tr("Save the draft now")},
        {u"Ctrl+Z  Ctrl+Y"_s, tr("Take back, do again")},
        {u"Ctrl+N"_s, tr("Next applicant")},
        {u"Ctrl+L"_s, tr("Sign out; drafts stay")},
        {u"Esc"_s, tr("Close a panel")}};
    QString text = u"<table cellspacing='0' cellpadding='3'>"_s;
    for (const auto &[key, meaning] : keys)
        text += u"<tr><td><b>%1</b></td><td>&nbsp;&nbsp;%2</td></tr>"_s.arg(key, meaning.toHtmlEscaped());
    m_ui->keysLabel->setText(text + u"</table>"_s);
}

void HelpOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        Pane::keyPressEvent(event);
}

} // namespace yichuang::ui
