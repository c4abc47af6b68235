// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/newcomerbanner.h"

#include "kit/words.h"
#include "ui_newcomerbanner.h"

#include <QApplication>
#include <domain/masking.h>

namespace yichuang::ui {

NewcomerBanner::NewcomerBanner(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::NewcomerBanner>())
{
    hide();
}

NewcomerBanner::~NewcomerBanner() = default;

void NewcomerBanner::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    m_ui->setupUi(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now && isAncestorOf(now) && !(before && isAncestorOf(before)))
            m_focusBefore = before;
    });
    const auto choose = [this](QPushButton *button, desk::NewcomerChoice choice) {
        connect(button, &QPushButton::clicked, this, [this, choice] {
            m_desk->resolveNewcomer(choice);
            Q_EMIT chosen(choice);
        });
    };
    choose(m_ui->isApplicantPushButton, desk::NewcomerChoice::IsApplicant);
    choose(m_ui->newCasePushButton, desk::NewcomerChoice::NewCase);
    choose(m_ui->asAgentPushButton, desk::NewcomerChoice::AsAgent);
    choose(m_ui->ignorePushButton, desk::NewcomerChoice::Ignore);
    retranslate();
}

void NewcomerBanner::present(const desk::CounterView &view)
{
    const bool asked = view.newcomer.has_value();
    // The focus stays where the clerk types: a key meant for a field must not choose. F6 leads here.
    setVisible(asked);
    if (!asked)
        return;
    const desk::Newcomer &newcomer = *view.newcomer;
    const bool draft = view.phase == desk::CounterPhase::Draft;
    m_ui->isApplicantPushButton->setVisible(newcomer.namesApplicant && draft);
    m_ui->asAgentPushButton->setVisible(!newcomer.namesApplicant);
    m_ui->asAgentPushButton->setEnabled(draft && !view.openCase.agency);
    if (newcomer.namesApplicant) {
        // The two names are what has to be compared.
        //: %1 name on the card, %2 name that was typed
        m_ui->newcomerTitleLabel->setText(tr("The card of this number says %1; typed was %2").arg(newcomer.party.name, view.openCase.applicant ? view.openCase.applicant->name : QString()));
        return;
    }
    //: %1 masked name, %2 masked number
    const QString title = newcomer.lies ? tr("Another card lies on the reader: %1, %2") : tr("Another card was read: %1, %2");
    m_ui->newcomerTitleLabel->setText(title.arg(domain::maskName(newcomer.party.name, newcomer.party.birth, hallToday()), domain::maskNumber(newcomer.party.number)));
}

void NewcomerBanner::takeFocus()
{
    const bool names = !m_ui->isApplicantPushButton->isHidden();
    (names ? m_ui->isApplicantPushButton : m_ui->newCasePushButton)->setFocus(Qt::ShortcutFocusReason);
}

void NewcomerBanner::retranslate()
{
    m_ui->retranslateUi(this);
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
