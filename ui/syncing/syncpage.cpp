// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "syncing/syncpage.h"

#include "kit/failurehelp.h"
#include "kit/words.h"
#include "syncing/outboxmodel.h"
#include "ui_syncpage.h"

#include <QShortcut>

namespace yichuang::ui {

using namespace Qt::StringLiterals;

SyncPage::SyncPage(desk::SyncDesk *desk, QWidget *parent)
    : Pane(parent)
    , m_desk(desk)
    , m_waiting(new OutboxModel(this))
    , m_recent(new OutboxModel(this))
    , m_ui(std::make_unique<Ui::SyncPage>())
{
    m_ui->setupUi(this);
    setFirstStop(m_ui->retryPushButton);
    m_ui->waitingListView->setModel(m_waiting);
    m_ui->recentListView->setModel(m_recent);
    for (QListView *view : {m_ui->waitingListView, m_ui->recentListView})
        view->setItemDelegate(new OutboxDelegate(this));
    connect(m_ui->retryPushButton, &QPushButton::clicked, desk, [desk] { desk->retryNow(); });
    connect(new QShortcut(Qt::Key_F5, this), &QShortcut::activated, desk, [desk] { desk->retryNow(); });
    connect(m_ui->refusedPushButton, &QPushButton::clicked, this, &SyncPage::refusedAsked);
    connect(desk, &desk::SyncDesk::viewChanged, this, &SyncPage::refresh);
    retranslate();
}

SyncPage::~SyncPage() = default;

void SyncPage::presentBanner(const desk::SyncView &view)
{
    m_ui->storeErrorLine->setError(view.storeError);
    const bool away = view.connection == desk::Connection::Offline || view.connection == desk::Connection::SignedOut;
    m_ui->offlineFrame->setVisible(away || view.catalogueError);
    QStringList lines;
    if (away)
        lines << tr("Cached certificates and the catalogue can be used. Cases get a provisional receipt, are stored encrypted on this computer and are sent by themselves when the exchange is back.");
    if (view.connection == desk::Connection::SignedOut)
        m_ui->offlineTitleLabel->setText(tr("Signed out of the exchange; work can go on."));
    else if (away)
        m_ui->offlineTitleLabel->setText(tr("The exchange cannot be reached; work can go on."));
    else
        m_ui->offlineTitleLabel->setText(tr("The exchange's catalogue of items cannot be taken; everything else is synchronised."));
    if (const std::optional<domain::Error> &why = away ? view.reason : view.catalogueError) {
        const FailureWords words = FailureHelp::wordsFor(*why);
        lines << tr("Why: %1 (%2) %3").arg(words.cause, words.code, words.next);
    }
    m_ui->offlineTextLabel->setText(lines.join(u'\n'));
    m_ui->refusedFrame->setVisible(view.refusedCases > 0);
    m_ui->refusedTextLabel->setText(tr("The exchange returned %n case(s): what was sent last did not count and is to be done again.", nullptr, view.refusedCases));
}

void SyncPage::refresh()
{
    const desk::SyncView &view = m_desk->view();
    presentBanner(view);
    if (view.unread)
        return presentUnread();
    m_waiting->setRows(view.waitingRows);
    m_recent->setRows(view.recentRows);
    m_ui->waitingCountTag->setTag({view.waiting > 0 ? Tone::Warn : Tone::Ok, QString::number(view.waiting), Mark::None});
    m_ui->waitingListView->setVisible(!view.waitingRows.isEmpty());
    m_ui->waitingStateView->setVisible(view.waitingRows.isEmpty());
    m_ui->waitingStateView->setState(StateView::Kind::Empty, tr("Nothing waits"), view.refusedCases > 0 ? tr("What was returned is among the cases.") : tr("Every case received here is at the exchange; drafts stay on this computer until they are received."));
    m_ui->recentListView->setVisible(!view.recentRows.isEmpty());
    m_ui->recentStateView->setVisible(view.recentRows.isEmpty());
    m_ui->recentStateView->setState(StateView::Kind::Empty, tr("Nothing sent today"), {});
    QStringList words{tr("today %n", nullptr, view.confirmedToday)};
    if (view.lastSync.isValid())
        words << tr("last %1").arg(clockTime(view.lastSync));
    m_ui->recentTextLabel->setText(words.join(u" · "_s));
}

void SyncPage::presentUnread()
{
    m_waiting->setRows({});
    m_recent->setRows({});
    m_ui->refusedFrame->hide();
    //: in place of a number: how much waits cannot be read
    m_ui->waitingCountTag->setTag({Tone::Bad, tr("not known"), Mark::Cross});
    m_ui->waitingListView->hide();
    m_ui->recentListView->hide();
    m_ui->waitingStateView->show();
    m_ui->recentStateView->show();
    m_ui->waitingStateView->setState(StateView::Kind::Error, tr("What waits cannot be read"), {});
    m_ui->recentStateView->setState(StateView::Kind::Error, tr("What was sent cannot be read"), {});
    m_ui->recentTextLabel->clear();
}

void SyncPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_waiting->retranslate();
    m_recent->retranslate();
    refresh();
}

} // namespace yichuang::ui
