// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "entry/storefailurepage.h"

#include "kit/diagnosticswords.h"
#include "kit/errorline.h"
#include "kit/failurehelp.h"
#include "ui_storefailurepage.h"

#include <QShortcut>

namespace yichuang::ui {

StoreFailurePage::StoreFailurePage(desk::SignInDesk *desk, desk::DiagnosticsDesk *diagnostics, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_diagnostics(diagnostics)
    , m_ui(std::make_unique<Ui::StoreFailurePage>())
{
    m_ui->setupUi(this);
    setFirstStop(m_ui->retryPushButton);
    connect(m_ui->retryPushButton, &QPushButton::clicked, desk, [desk] { desk->retryStore(); });
    connect(new QShortcut(Qt::Key_F5, this), &QShortcut::activated, desk, [desk] { desk->retryStore(); });
    connect(m_ui->asideToggleButton, &QPushButton::clicked, this, [this] {
        m_ui->asideFrame->show();
        m_ui->asideCheckBox->setFocus();
    });
    connect(m_ui->asideCheckBox, &QCheckBox::toggled, m_ui->asideConfirmPushButton, &QWidget::setEnabled);
    connect(m_ui->asideConfirmPushButton, &QPushButton::clicked, this, [this] {
        closeAside();
        m_desk->setStoreAside();
    });
    connect(m_ui->asideLeavePushButton, &QPushButton::clicked, this, &StoreFailurePage::closeAside);
    connect(m_ui->quitPushButton, &QPushButton::clicked, this, &StoreFailurePage::quitAsked);
    connect(m_ui->exportReportPushButton, &QPushButton::clicked, m_diagnostics, [this] { m_diagnostics->exportReport(); });
    connect(m_diagnostics, &desk::DiagnosticsDesk::viewChanged, this, &StoreFailurePage::refreshReport);
    connect(m_desk, &desk::SignInDesk::stateChanged, this, &StoreFailurePage::refresh);
    closeAside();
    refresh();
    refreshReport();
}

StoreFailurePage::~StoreFailurePage() = default;

void StoreFailurePage::closeAside()
{
    m_ui->asideCheckBox->setChecked(false);
    m_ui->asideFrame->hide();
}

void StoreFailurePage::refreshReport()
{
    const desk::DiagnosticsView &view = m_diagnostics->view();
    m_ui->exportReportPushButton->setEnabled(!view.looking);
    m_ui->reportLabel->setText(DiagnosticsWords::exported(view));
    m_ui->reportLabel->setVisible(!view.exported.isEmpty());
    m_ui->reportErrorLine->setError(view.error);
}

void StoreFailurePage::refresh()
{
    const auto error = m_desk->error();
    if (m_desk->state() != desk::EntryState::StoreFailed || !error)
        return;
    const FailureWords words = FailureHelp::wordsFor(*error);
    m_ui->causeLabel->setText(words.cause);
    m_ui->nextLabel->setText(words.next);
    m_ui->actorLabel->setText(tr("Who acts: %1 · code %2").arg(words.actor, words.code));
    using domain::FailureCode;
    // A missing keychain or a second program is no reason to leave the file behind.
    const bool gone = error->code == FailureCode::VaultGone;
    const bool mayPutAside = gone || error->code == FailureCode::KeyMissing || error->code == FailureCode::KeyWrong
        || error->code == FailureCode::VaultDamaged || error->code == FailureCode::VaultForeignFile || error->code == FailureCode::VaultNewer;
    m_ui->asideToggleButton->setVisible(mayPutAside);
    m_ui->asideTextLabel->setText(gone ? tr("A new empty store with a new key is made. The old store can then be read no more, should its files come back.")
                                       : tr("The old file is kept, renamed, on this computer, and a new empty store is made. Drafts that never reached the exchange stay in the old file."));
    m_ui->asideToggleButton->setText(gone ? tr("Begin with a new store…") : tr("Put the store aside…"));
}

void StoreFailurePage::retranslate()
{
    m_ui->retranslateUi(this);
    refresh();
    refreshReport();
}

} // namespace yichuang::ui
