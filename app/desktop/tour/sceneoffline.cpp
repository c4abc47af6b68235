// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Two people at one window, and a window without its exchange.
#include "stage.h"

#include <QAbstractItemView>
#include <QCoroFuture>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using Kind = domain::Missing::Kind;

namespace {

// Few materials: a case that one person can hand in within a minute. Its department accepts it itself.
const QString offlineItem = u"legal-aid"_s;

QString draftText(const store::StoredCase &stored, const QString &number)
{
    if (stored.current.stage != domain::CaseStage::Draft)
        return u"no draft"_s;
    return stored.current.applicant && stored.current.applicant->number == number ? u"draft"_s : u"draft of somebody else"_s;
}

} // namespace

QCoro::Task<Seen> secondDraftScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.press(Qt::Key_7, Qt::ControlModifier);
    // The newborn's case may still wait for a material that was to follow.
    const bool isOpen = stage->view().phase == desk::CounterPhase::HandingIn;
    co_await driver.click(isOpen ? u"leaveCasePushButton"_s : u"nextApplicantPushButton"_s);
    co_await driver.click(u"trayCard_1"_s);
    co_await driver.until(u"the second person"_s, [stage] { return stage->view().openCase.applicant && stage->openCase() != stage->firstCase && stage->view().listing == desk::ListingState::Ready; });
    if (driver.isStuck())
        co_return Seen{u"a draft"_s, u"none"_s};
    stage->secondCase = stage->openCase();
    const auto stored = co_await stage->facts.inStore(stage->secondCase, [](const store::StoredCase &now) { return now.current.applicant.has_value(); });
    co_return Seen{u"draft"_s, draftText(stored, stage->view().openCase.applicant->number)};
}

QCoro::Task<Seen> newcomerAskedScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const QString secondNumber = stage->view().openCase.applicant ? stage->view().openCase.applicant->number : QString();
    co_await driver.click(u"trayCard_2"_s);
    co_await driver.until(u"the question about the newcomer"_s, [stage] { return stage->view().newcomer.has_value(); });
    driver.require(stage->openCase() == stage->secondCase, u"the newcomer's card took the draft's place unasked"_s);
    co_await driver.see(u"newcomerBanner"_s);
    const auto second = co_await stage->facts.inStore(stage->secondCase, [](const store::StoredCase &) { return true; });
    co_return Seen{u"draft"_s, draftText(second, secondNumber)};
}

QCoro::Task<Seen> newcomerKeptScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const QString secondNumber = stage->view().openCase.applicant ? stage->view().openCase.applicant->number : QString();
    co_await driver.press(Qt::Key_F6);
    driver.require(driver.focusName() == "newCasePushButton"_L1, u"F6 leads to %1"_s.arg(driver.focusName()));
    co_await driver.press(Qt::Key_Space);
    co_await driver.until(u"the newcomer's case"_s, [stage] { return stage->view().openCase.applicant && stage->openCase() != stage->secondCase; });
    if (driver.isStuck())
        co_return Seen{u"draft and draft"_s, u"the question was not answered"_s};
    stage->thirdCase = stage->openCase();
    const QString thirdNumber = stage->view().openCase.applicant->number;
    const auto third = co_await stage->facts.inStore(stage->thirdCase, [](const store::StoredCase &now) { return now.current.applicant.has_value(); });
    const auto second = co_await stage->facts.inStore(stage->secondCase, [](const store::StoredCase &) { return true; });
    co_return Seen{u"draft and draft"_s, draftText(second, secondNumber) + u" and "_s + draftText(third, thirdNumber)};
}

QCoro::Task<Seen> cableScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.until(u"the newcomer's certificates"_s, [stage] { return stage->view().listing == desk::ListingState::Ready; });
    // Stopping waits for the exchange's threads; that is not the desktop's work.
    stage->watch.excuse();
    stage->program.demo()->stopExchange();
    co_await driver.until(u"the offline pill"_s, [stage] { return stage->program.sync().view().connection == desk::Connection::Offline; }, 20000);
    co_await driver.see(u"exchangePushButton"_s);
    const auto health = co_await stage->program.client().health();
    co_return Seen{u"the exchange does not answer"_s, health ? u"the exchange answers"_s : u"the exchange does not answer"_s};
}

QCoro::Task<Seen> offlineEntryScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.press(Qt::Key_L, Qt::ControlModifier);
    co_await typeSignIn(stage);
    co_await driver.until(u"the third draft on the counter"_s, [stage] { return stage->openCase() == stage->thirdCase; });
    co_await driver.see(u"operatorLabel"_s);
    const auto known = co_await stage->program.session().store()->knownOperator(u"clerk01"_s);
    const QString who = known && *known ? (*known)->operatorId : u"nobody"_s;
    co_return Seen{u"clerk01 without a token"_s, who + (stage->program.client().hasToken() ? u" with a token"_s : u" without a token"_s)};
}

QCoro::Task<Seen> offlineReceiptScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await chooseByInitials(stage, offlineItem, false);
    co_await driver.until(u"the item in the case"_s, [stage] { return !stage->view().items.isEmpty(); });
    const QList<Kind> kinds{Kind::Answer, Kind::Field, Kind::Material};
    co_await fillWhatIsMissing(stage, kinds);
    co_await driver.press(Qt::Key_F9);
    co_await driver.until(u"the provisional receipt"_s, [stage] { return stage->view().phase == desk::CounterPhase::Received; });
    co_await driver.see(u"receiptNumberLabel"_s);
    const auto stored = co_await stage->facts.inStore(stage->thirdCase, [](const store::StoredCase &now) { return now.current.stage == domain::CaseStage::Received; }, 5000);
    const bool provisional = !stored.current.provisionalReceipt.isEmpty() && stored.current.number.isEmpty();
    co_return Seen{u"received with a provisional receipt"_s, stored.current.stage != domain::CaseStage::Received ? u"not received"_s
                                                               : provisional ? u"received with a provisional receipt"_s : u"received without one"_s};
}

QCoro::Task<Seen> waitingScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    co_await driver.press(Qt::Key_9, Qt::ControlModifier);
    co_await driver.see(u"waitingListView"_s);
    const auto rows = co_await stage->program.session().store()->outbox(200);
    bool receiptWaits = false;
    if (rows) {
        for (const store::StoredCommand &row : *rows)
            receiptWaits = receiptWaits || (row.command.caseId == stage->thirdCase && domain::commandName(row.command.body) == "receive-materials"_L1);
    }
    const QAbstractItemView *list = driver.view(u"waitingListView"_s);
    driver.require(list && rows && list->model()->rowCount() == rows->size(), u"the page shows other commands than the store holds"_s);
    co_return Seen{u"the receipt waits in the outbox"_s, receiptWaits ? u"the receipt waits in the outbox"_s : u"the receipt does not wait"_s};
}

QCoro::Task<Seen> backOnlineScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    stage->watch.excuse();
    const auto started = stage->program.demo()->restartExchange();
    driver.require(started.has_value(), u"the exchange does not start again"_s);
    co_await driver.click(u"retryPushButton"_s);
    co_await driver.until(u"the exchange's word on the clerk"_s, [stage] { return stage->program.signIn().who().confirmed; }, 20000);
    const auto isThere = [](const domain::Case &now) { return !now.number.isEmpty(); };
    const auto there = co_await stage->facts.atExchange(stage->thirdCase, isThere, 20000);
    const auto stored = co_await stage->facts.inStore(stage->thirdCase, [&there](const store::StoredCase &now) { return !there.number.isEmpty() && now.current.number == there.number; });
    int waiting = -1;
    for (int i = 0; i < 50 && waiting != 0; ++i) {
        const auto count = co_await stage->program.session().store()->waitingCount();
        waiting = count.value_or(-1);
        const auto unused = co_await stage->facts.inStore(stage->thirdCase, [](const store::StoredCase &) { return true; }, 200);
        Q_UNUSED(unused)
    }
    co_await driver.see(u"waitingStateView"_s);
    co_return Seen{u"case %1, nothing waits"_s.arg(there.number.isEmpty() ? u"with a number"_s : there.number),
                   u"case %1, %2 waits"_s.arg(stored.current.number, waiting == 0 ? u"nothing"_s : QString::number(waiting))};
}

} // namespace yichuang::app
