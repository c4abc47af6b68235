// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// What the window received and the department accepts, or does not.
#include "stage.h"

#include <QAbstractItemView>
#include <QCoroFuture>
#include <algorithm>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using domain::PartState;

namespace {

const QString notAcceptedReason = u"申请事项不属于本机关职权范围"_s;
const QString notAcceptedBasis = u"《中华人民共和国行政许可法》第三十二条"_s;

/** The only part of the third case in the list of the page that shows it; what the row says of it beside its name. */
QString shownPart(Stage *stage)
{
    const QAbstractItemView *list = stage->driver.view(u"partsListView"_s);
    if (!list || !list->isVisible() || list->model()->rowCount() != 1)
        return {};
    return list->model()->index(0, 0).data(Qt::ToolTipRole).toString();
}

/** Opens the third case from the list of all cases, by mouse. */
QCoro::Task<> openThirdCase(Stage *stage)
{
    EventDriver &driver = stage->driver;
    store::ListQuery query;
    query.today = stage->program.clock().today();
    const auto page = co_await stage->program.session().store()->listCases(query);
    const QList<store::CaseListRow> rows = page ? page->rows : QList<store::CaseListRow>();
    const auto row = std::find_if(rows.cbegin(), rows.cend(), [stage](const store::CaseListRow &one) { return one.id == stage->thirdCase; });
    driver.require(row != rows.cend(), u"the list does not hold the third case"_s);
    if (driver.isStuck())
        co_return;
    co_await driver.press(Qt::Key_8, Qt::ControlModifier);
    co_await driver.click(u"queue%1PushButton"_s.arg(int(desk::CaseFilter::All)));
    const qsizetype count = rows.size();
    const std::function<bool()> isListed = [stage, count] {
        const QAbstractItemView *table = stage->driver.view(u"casesTableView"_s);
        return table && table->isVisible() && table->model()->rowCount() == count;
    };
    co_await driver.until(u"the list of all cases"_s, isListed);
    co_await driver.clickRow(u"casesTableView"_s, int(row - rows.cbegin()));
}

} // namespace

QCoro::Task<Seen> awaitingScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto there = co_await stage->facts.atExchange(stage->thirdCase, [](const domain::Case &now) { return !now.number.isEmpty(); });
    driver.require(there.parts.size() == 1, u"the third case has not one part"_s);
    if (driver.isStuck())
        co_return Seen{u"received"_s, u"no part"_s};
    const domain::CasePart part = there.parts.first();
    const auto entry = co_await stage->facts.listedPart(part.id, part.departmentId, u"received"_s);
    const auto stored = co_await stage->facts.inStore(stage->thirdCase, [](const store::StoredCase &now) { return !now.current.number.isEmpty(); });
    co_await openThirdCase(stage);
    const QString day = entry ? entry->answerDue.toString(u"MM-dd"_s) : QString();
    const std::function<bool()> isShown = [stage, day] { return !day.isEmpty() && shownPart(stage).contains(day); };
    co_await driver.until(u"the day of the answer in the case's part"_s, isShown);
    co_await driver.see(u"partsListView"_s);
    const bool waits = entry && part.state == PartState::Received && stored.current.parts.first().state == PartState::Received && part.number.isEmpty();
    co_return Seen{u"received, in its department's list"_s, waits ? u"received, in its department's list"_s : u"state %1, %2"_s.arg(int(part.state)).arg(entry ? u"listed"_s : u"not listed"_s)};
}

QCoro::Task<Seen> notAcceptedScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto before = co_await stage->facts.atExchange(stage->thirdCase, [](const domain::Case &) { return true; });
    driver.require(before.parts.size() == 1, u"the third case has not one part"_s);
    if (driver.isStuck())
        co_return Seen{u"not accepted"_s, u"no part"_s};
    const domain::CasePart part = before.parts.first();
    wire::ReviewAction action;
    action.reason = notAcceptedReason;
    action.legalBasis = notAcceptedBasis;
    const QString wrong = co_await stage->facts.review(part.id, part.departmentId, remote::ReviewVerb::Reject, action);
    driver.require(wrong.isEmpty(), wrong);
    const std::function<bool()> isShown = [stage] { return shownPart(stage).contains(notAcceptedReason) && shownPart(stage).contains(notAcceptedBasis); };
    co_await driver.until(u"reason and legal basis in the case's part"_s, isShown);
    co_await driver.see(u"timelineListView"_s);
    const auto ended = [](const domain::Case &now) {
        const domain::CasePart one = now.parts.value(0);
        return one.state == PartState::NotAccepted && one.decision && one.decision->opinion == notAcceptedReason && one.decision->legalBasis == notAcceptedBasis;
    };
    const auto there = co_await stage->facts.atExchange(stage->thirdCase, ended, 3000);
    const auto stored = co_await stage->facts.inStore(stage->thirdCase, [ended](const store::StoredCase &now) { return ended(now.current); }, 3000);
    co_return Seen{u"not accepted at the exchange and in the store"_s,
                   ended(there) && ended(stored.current) ? u"not accepted at the exchange and in the store"_s
                                                         : u"state %1 at the exchange, %2 in the store"_s.arg(int(there.parts.value(0).state)).arg(int(stored.current.parts.value(0).state))};
}

} // namespace yichuang::app
