// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// What the departments do over HTTP with their own tokens, and how it reaches the clerk.
#include "stage.h"

#include <QAbstractItemView>
#include <QCoroFuture>
#include <QPushButton>
#include <algorithm>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using domain::PartState;

namespace {

QString numbersOf(const domain::Case &ofCase)
{
    QStringList numbers{ofCase.number};
    for (const domain::CasePart &part : ofCase.parts)
        numbers << part.number;
    return numbers.contains(QString()) ? QString() : numbers.join(u' ');
}

/** Parts that wait for no other one and that nobody has looked at, in the case's order. */
QList<domain::CasePart> freeParts(const domain::Case &ofCase)
{
    QList<domain::CasePart> parts;
    std::copy_if(ofCase.parts.cbegin(), ofCase.parts.cend(), std::back_inserter(parts), [](const domain::CasePart &part) {
        return part.dependsOn.isEmpty() && part.state == PartState::Accepted;
    });
    return parts;
}

QString stateOf(const domain::Case &ofCase, const domain::PartId &id)
{
    const domain::CasePart *part = ofCase.part(id);
    if (!part)
        return u"no such part"_s;
    switch (part->state) {
    case PartState::Approved: return u"approved"_s;
    case PartState::CorrectionAsked: return u"correction asked"_s;
    case PartState::InReview: return part->correction && part->correction->answeredAt.isValid() ? u"in review, correction answered"_s : u"in review"_s;
    case PartState::Accepted: return part->correction && part->correction->answeredAt.isValid() ? u"accepted, correction answered"_s : u"accepted"_s;
    default: return u"state %1"_s.arg(int(part->state));
    }
}

/** Down the list of the case by keyboard, until a material shows that takes a file. */
QCoro::Task<> goToFile(Stage *stage)
{
    constexpr int mostRows = 60;
    const auto isShown = [stage] {
        const auto *attach = stage->program.window().findChild<QPushButton *>(u"attachPushButton"_s);
        return attach && attach->isVisible();
    };
    co_await stage->driver.press(Qt::Key_6, Qt::AltModifier);
    for (int row = 0; row < mostRows && !isShown(); ++row)
        co_await stage->driver.press(Qt::Key_Down);
    stage->driver.require(isShown(), u"no material takes a file"_s);
}

/** The material whose files are not those it had before. */
QString newFileIn(const domain::Case &before, const domain::Case &now)
{
    for (auto it = now.materials.cbegin(); it != now.materials.cend(); ++it) {
        if (!it->files.isEmpty() && before.materials.value(it.key()).files != it->files)
            return it.key();
    }
    return {};
}

} // namespace

QCoro::Task<Seen> numbersScene(Stage *stage)
{
    const auto there = co_await stage->facts.atExchange(stage->firstCase, [](const domain::Case &now) { return !numbersOf(now).isEmpty(); });
    const QString official = numbersOf(there);
    stage->driver.require(!official.isEmpty(), u"the exchange gave no numbers"_s);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&official](const store::StoredCase &now) { return numbersOf(now.current) == official; });
    const std::function<bool()> isShown = [stage, &there] { return stage->view().openCase.number == there.number; };
    co_await stage->driver.until(u"the number on the receipt"_s, isShown);
    co_await stage->driver.see(u"receiptNumberLabel"_s);
    co_return Seen{official, numbersOf(stored.current)};
}

QCoro::Task<Seen> decisionScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto there = co_await stage->facts.atExchange(stage->firstCase, [](const domain::Case &now) { return !freeParts(now).isEmpty(); });
    const QList<domain::CasePart> parts = freeParts(there);
    driver.require(!parts.isEmpty(), u"no accepted part"_s);
    if (driver.isStuck())
        co_return Seen{u"approved"_s, u"no accepted part"_s};
    const domain::CasePart part = parts.first();
    wire::ReviewAction action;
    action.opinion = u"材料齐全，予以办理"_s;
    action.resultName = part.itemName;
    const QString wrong = co_await stage->facts.review(part.id, part.departmentId, remote::ReviewVerb::Approve, action);
    driver.require(wrong.isEmpty(), wrong);
    const std::function<bool()> isShown = [stage, &part] {
        const domain::CasePart *shown = stage->view().openCase.part(part.id);
        const auto &lines = stage->view().timeline;
        return shown && shown->state == PartState::Approved
            && std::any_of(lines.cbegin(), lines.cend(), [&part](const desk::TimelineEntry &line) { return line.partId == part.id && line.commandName == "approve-part"_L1; });
    };
    co_await driver.until(u"the decision in the open timeline"_s, isShown);
    co_await driver.see(u"timelineListView"_s);
    const auto decided = co_await stage->facts.atExchange(stage->firstCase, [&part](const domain::Case &now) { return stateOf(now, part.id) == "approved"_L1; }, 3000);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&part](const store::StoredCase &now) { return stateOf(now.current, part.id) == "approved"_L1; }, 3000);
    co_return Seen{u"approved at the exchange, approved in the store"_s, u"%1 at the exchange, %2 in the store"_s.arg(stateOf(decided, part.id), stateOf(stored.current, part.id))};
}

QCoro::Task<Seen> correctionScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto there = co_await stage->facts.atExchange(stage->firstCase, [](const domain::Case &) { return true; });
    QString decider;
    for (const domain::CasePart &part : there.parts) {
        if (part.state == PartState::Approved)
            decider = part.departmentId;
    }
    const QList<domain::CasePart> parts = freeParts(there);
    const auto other = std::find_if(parts.cbegin(), parts.cend(), [&decider](const domain::CasePart &part) { return part.departmentId != decider; });
    driver.require(other != parts.cend(), u"no second department can act now"_s);
    if (driver.isStuck())
        co_return Seen{u"correction asked"_s, u"no second department can act now"_s};
    const domain::CasePart part = *other;
    wire::ReviewAction action;
    action.points = QStringList{u"复印件不清晰，请重新提供"_s, u"联系电话请核对"_s};
    action.returnBy = stage->program.clock().today().addDays(14);
    const QString wrong = co_await stage->facts.review(part.id, part.departmentId, remote::ReviewVerb::AskCorrection, action);
    driver.require(wrong.isEmpty(), wrong);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&part](const store::StoredCase &now) { return stateOf(now.current, part.id) == "correction asked"_L1; });
    // The clerk's way to it: the queue of corrections, the case, its correction.
    co_await driver.press(Qt::Key_8, Qt::ControlModifier);
    co_await driver.click(u"queue%1PushButton"_s.arg(int(desk::CaseFilter::Corrections)));
    co_await driver.until(u"the case in the queue"_s, [stage] {
        const QAbstractItemView *table = stage->driver.view(u"casesTableView"_s);
        return table && table->isVisible() && table->model()->rowCount() == 1;
    });
    co_await driver.clickRow(u"casesTableView"_s, 0);
    co_await driver.see(u"handInPanel"_s);
    co_return Seen{u"correction asked"_s, stateOf(stored.current, part.id)};
}

QCoro::Task<Seen> handInScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto before = co_await stage->facts.atExchange(stage->firstCase, [](const domain::Case &) { return true; });
    co_await driver.click(u"handInPushButton"_s);
    const std::function<bool()> isOpen = [stage] { return stage->openCase() == stage->firstCase && stage->view().phase == desk::CounterPhase::HandingIn; };
    co_await driver.until(u"the case at the counter"_s, isOpen);
    co_await driver.see(u"correctionPointsLabel"_s);
    co_await goToFile(stage);
    co_await driver.click(u"attachPushButton"_s);
    const std::function<bool()> isTaken = [stage, &before] { return !newFileIn(before, stage->view().openCase).isEmpty(); };
    co_await driver.until(u"the copy in the case"_s, isTaken, 5000);
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [&before](const store::StoredCase &now) { return !newFileIn(before, now.current).isEmpty(); }, 5000);
    stage->handedIn = newFileIn(before, stored.current);
    const QList<domain::AttachedFile> copy = stored.current.materials.value(stage->handedIn).files;
    const int kept = co_await keptFiles(stage, copy);
    const bool whole = copy.size() > 1 && kept == copy.size();
    co_return Seen{u"the copy is in the case, its files in the store"_s, whole ? u"the copy is in the case, its files in the store"_s : u"no copy: "_s + stage->handedIn};
}

QCoro::Task<Seen> answerScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto before = co_await stage->facts.atExchange(stage->firstCase, [](const domain::Case &) { return true; });
    const auto asked = std::find_if(before.parts.cbegin(), before.parts.cend(), [](const domain::CasePart &part) { return part.state == PartState::CorrectionAsked; });
    driver.require(asked != before.parts.cend(), u"no correction is asked"_s);
    if (driver.isStuck())
        co_return Seen{u"answered"_s, u"no correction is asked"_s};
    const domain::PartId id = asked->id;
    co_await driver.press(Qt::Key_F6);
    driver.require(driver.focusName() == "correctionNoteLineEdit"_L1, u"F6 leads to %1 instead of the answer"_s.arg(driver.focusName()));
    co_await driver.type(u"已重新提供"_s);
    co_await driver.press(Qt::Key_Return);
    const auto isAnswered = [id](const domain::Case &now) {
        const domain::CasePart *part = now.part(id);
        return part && part->correction && part->correction->answeredAt.isValid() && part->state != PartState::CorrectionAsked;
    };
    const auto there = co_await stage->facts.atExchange(stage->firstCase, isAnswered);
    const QList<domain::AttachedFile> copy = stage->view().openCase.materials.value(stage->handedIn).files;
    const bool isThere = !copy.isEmpty() && there.materials.value(stage->handedIn).files == copy;
    co_return Seen{u"answered, with the copy"_s, (isAnswered(there) ? u"answered"_s : stateOf(there, id)) + (isThere ? u", with the copy"_s : u", without the copy"_s)};
}

} // namespace yichuang::app
