// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QtTest>
#include <vault/vault.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using domain::FailureCode;
using store::CommandState;
namespace cmd = domain::command;

/** Commands, drafts, outbox and events of single cases, over reopening. */
class TstCaseStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void draftSurvivesReopening();
    void draftStaysInTheJournal();
    void receivingQueuesTheJournalInOrder();
    void allOrNone();
    void refusesWithoutATrace_data();
    void refusesWithoutATrace();
    void scratchComesBack();
    void placeComesBack();
    void readsBackFromTheFile();
    void lastDraftIsTheOneTouchedLast();
    void discardedDraftStaysHere();
    void sentThenConfirmed();
    void headThatWaitsHoldsItsCase();
    void refusedStaysInTheTimeline();
    void eventsAreIdempotent();
    void eventsOfAnUnknownCaseAreFetched();
    void foreignCaseIsCreatedFromItsOpening();
    void conflictRebasesWhatIsPending();
    void olderStateNeverReplaces();
    void tellsOfEachCommit();
    void closedStoreAnswers();
};

namespace {

/** All commands of a draft given and stored. */
domain::Result<store::StoredCase> storeDraft(store::CaseStore &on, CaseMaker &maker)
{
    const QList<domain::CaseCommand> commands = maker.draft();
    return await(on.submitAll(commands, maker.stamp()));
}

} // namespace

void TstCaseStore::draftSurvivesReopening()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(storeDraft(world.open(), maker));
    world.close();
    const auto stored = await(world.open().loadCase(maker.id()));
    QVERIFY(stored);
    QCOMPARE(stored->current, maker.now);
    QCOMPARE(stored->confirmedRevision, -1);
    QCOMPARE(stored->savedAt, world.clock.now());
    QCOMPARE(await(world.open().loadCase(CaseMaker(2).id())).error().code, FailureCode::StoreNotFound);
}

void TstCaseStore::draftStaysInTheJournal()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(storeDraft(world.open(), maker));
    QCOMPARE(await(world.open().pendingCommands(10, world.clock.now()))->size(), 0);
    QCOMPARE(*await(world.open().waitingCount()), 0);
    const auto rows = await(world.open().timeline(maker.id()));
    QCOMPARE(rows->size(), 3);
    QCOMPARE(rows->first().state, CommandState::Journal);
}

void TstCaseStore::receivingQueuesTheJournalInOrder()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(storeDraft(world.open(), maker));
    const domain::CaseCommand receive = maker.receive();
    const auto stored = await(world.open().submit(receive, maker.stamp()));
    QVERIFY(stored);
    QCOMPARE(stored->current.stage, domain::CaseStage::Received);
    const auto pending = *await(world.open().pendingCommands(10, world.clock.now()));
    QCOMPARE(pending.size(), 4);
    QCOMPARE(pending.last().command, receive);
    for (int i = 0; i < pending.size(); ++i)
        QCOMPARE(pending.at(i).command.baseRevision, i);
    QCOMPARE(await(world.open().pendingCommands(2, world.clock.now()))->size(), 2);
    const auto waiting = *await(world.open().outbox(10));
    QCOMPARE(waiting.size(), 4);
    QCOMPARE(waiting.first().caseLabel, maker.receipt());
    QCOMPARE(waiting.first().caseTitle, u"出生登记"_s);
}

void TstCaseStore::allOrNone()
{
    TestStore world;
    CaseMaker maker(1);
    QList<domain::CaseCommand> commands = maker.draft();
    commands.last().baseRevision = 7;
    QCOMPARE(await(world.open().submitAll(commands, maker.stamp())).error().code, FailureCode::CaseStaleRevision);
    QCOMPARE(await(world.open().loadCase(maker.id())).error().code, FailureCode::StoreNotFound);
    QCOMPARE(await(world.open().timeline(maker.id()))->size(), 0);
    QCOMPARE(await(world.open().counters())->value(int(store::ListFilter::All)), 0);
}

void TstCaseStore::refusesWithoutATrace_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<FailureCode>("code");
    QTest::newRow("duplicate") << 0 << FailureCode::CaseDuplicateCommand;
    QTest::newRow("stale") << 1 << FailureCode::CaseStaleRevision;
    QTest::newRow("wrong role") << 2 << FailureCode::CaseForbidden;
    QTest::newRow("two cases") << 3 << FailureCode::CaseWrongCase;
}

void TstCaseStore::refusesWithoutATrace()
{
    QFETCH(int, change);
    QFETCH(FailureCode, code);
    TestStore world;
    CaseMaker maker(1);
    const QList<domain::CaseCommand> first = maker.draft();
    QVERIFY(await(world.open().submitAll(first, maker.stamp())));
    domain::CaseCommand command = maker.make(setField(u"f"_s, u"v"_s));
    QList<domain::CaseCommand> commands{command};
    if (change == 0)
        commands = {first.last()};
    if (change == 1)
        commands.first().baseRevision = 0;
    if (change == 2)
        commands.first().actor = otherClerk();
    if (change == 3)
        commands.append(CaseMaker(2).make(cmd::OpenCase{QDate(2026, 11, 23)}));
    QCOMPARE(await(world.open().submitAll(commands, maker.stamp())).error().code, code);
    QCOMPARE(await(world.open().loadCase(maker.id()))->current, maker.now);
    QCOMPARE(await(world.open().timeline(maker.id()))->size(), 3);
}

void TstCaseStore::scratchComesBack()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(storeDraft(world.open(), maker));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"a"_s, u"一"_s)));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"a"_s, u"一二"_s)));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"b"_s, u"x"_s)));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"b"_s, {})));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"c"_s, u"y"_s)));
    world.close();
    using Scratch = QMap<QString, QString>;
    QCOMPARE(await(world.open().loadCase(maker.id()))->scratch, (Scratch{{u"a"_s, u"一二"_s}, {u"b"_s, u""_s}, {u"c"_s, u"y"_s}}));
    QVERIFY(await(world.open().dropScratch(maker.id(), {u"c"_s})));
    QCOMPARE(await(world.open().loadCase(maker.id()))->scratch, (Scratch{{u"a"_s, u"一二"_s}, {u"b"_s, u""_s}}));
    QVERIFY(await(world.open().clearScratch(maker.id())));
    QCOMPARE(await(world.open().loadCase(maker.id()))->scratch, Scratch());
}

void TstCaseStore::placeComesBack()
{
    TestStore world;
    CaseMaker maker(1);
    CaseMaker other(2);
    QVERIFY(storeDraft(world.open(), maker));
    QVERIFY(storeDraft(world.open(), other));
    QCOMPARE(await(world.open().loadCase(maker.id()))->place, QString());
    QVERIFY(await(world.open().savePlace(maker.id(), u"items:"_s)));
    QVERIFY(await(world.open().savePlace(other.id(), u"agent:relation"_s)));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"a"_s, u"x"_s, u"form:a"_s)));
    // Typing on in the same field brings no place along, and leaves the one that is there.
    QVERIFY(await(world.open().saveScratch(maker.id(), u"a"_s, u"xy"_s)));
    QVERIFY(await(world.open().dropScratch(maker.id(), {u"a"_s})));
    world.close();
    QCOMPARE(await(world.open().loadCase(maker.id()))->place, u"form:a"_s);
    QCOMPARE(await(world.open().readBack(maker.id()))->place, u"form:a"_s);
    QVERIFY(await(world.open().clearScratch(maker.id())));
    QCOMPARE(await(world.open().loadCase(maker.id()))->place, QString());
    QCOMPARE(await(world.open().loadCase(other.id()))->place, u"agent:relation"_s);
    // What is no draft any more has no place in it.
    QVERIFY(await(world.open().savePlace(maker.id(), u"form:a"_s)));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    QVERIFY(await(world.open().purgeExpired(world.clock.now())));
    QCOMPARE(await(world.open().loadCase(maker.id()))->place, QString());
    QCOMPARE(await(world.open().loadCase(other.id()))->place, u"agent:relation"_s);
}

void TstCaseStore::readsBackFromTheFile()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(storeDraft(world.open(), maker));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"a"_s, u"x"_s)));
    const store::StoredCase remembered = *await(world.open().loadCase(maker.id()));
    const store::StoredCase read = *await(world.open().readBack(maker.id()));
    QCOMPARE(read.current, maker.now);
    QCOMPARE(read.scratch, remembered.scratch);
    QCOMPARE(read.savedAt, remembered.savedAt);
    QCOMPARE(read.confirmedRevision, remembered.confirmedRevision);
    QCOMPARE(await(world.open().readBack(CaseMaker(2).id())).error().code, FailureCode::StoreNotFound);
    // The file says something else than the memory does: only reading back can tell.
    {
        vault::VaultRequest request;
        request.file = world.file();
        request.key = FixedKeyProvider::key();
        request.highestVersion = 1000;
        request.role = vault::CipherRole::Reader;
        auto elsewhere = vault::Vault::open(request);
        QVERIFY(elsewhere);
        QSqlQuery query((*elsewhere)->database());
        QVERIFY2(query.exec(u"PRAGMA query_only=OFF"_s), qPrintable(query.lastError().text()));
        QVERIFY(query.prepare(u"UPDATE cases SET current=x'7b7d' WHERE id=?"_s));
        query.addBindValue(maker.id().toRfc4122());
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    }
    QCOMPARE(await(world.open().loadCase(maker.id()))->current, maker.now);
    const auto changed = await(world.open().readBack(maker.id()));
    QVERIFY(!changed || changed->current != maker.now);
}

void TstCaseStore::lastDraftIsTheOneTouchedLast()
{
    TestStore world;
    QCOMPARE(await(world.open().lastDraft(u"clerk01"_s)).error().code, FailureCode::StoreNotFound);
    CaseMaker first(1);
    CaseMaker second(2);
    QVERIFY(storeDraft(world.open(), first));
    world.clock.advance(1000);
    QVERIFY(storeDraft(world.open(), second));
    QCOMPARE(await(world.open().lastDraft(u"clerk01"_s))->current.id, second.id());
    world.clock.advance(1000);
    QVERIFY(await(world.open().saveScratch(first.id(), u"a"_s, u"x"_s)));
    QCOMPARE(await(world.open().lastDraft(u"clerk01"_s))->current.id, first.id());
    QCOMPARE(await(world.open().lastDraft(u"clerk02"_s)).error().code, FailureCode::StoreNotFound);
    QVERIFY(await(world.open().submit(first.receive(), first.stamp())));
    QCOMPARE(await(world.open().lastDraft(u"clerk01"_s))->current.id, second.id());
}

void TstCaseStore::discardedDraftStaysHere()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(storeDraft(world.open(), maker));
    QVERIFY(await(world.open().submit(maker.give(cmd::DiscardDraft{u"gone"_s}), maker.stamp())));
    QCOMPARE(*await(world.open().waitingCount()), 0);
    QCOMPARE(await(world.open().loadCase(maker.id()))->current.stage, domain::CaseStage::Discarded);
}

void TstCaseStore::sentThenConfirmed()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    QVERIFY(storeDraft(world.open(), maker));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    const auto pending = *await(world.open().pendingCommands(10, world.clock.now()));
    for (const store::StoredCommand &row : pending) {
        const auto event = exchange.take(row.command);
        QVERIFY(event);
        QVERIFY(await(world.open().markSent(row.command.id, event->sequence, event->stamp)));
    }
    QCOMPARE(*await(world.open().waitingCount()), 0);
    // The official number shows before the event has come.
    QCOMPARE(await(world.open().loadCase(maker.id()))->current.number, exchange.cases.value(maker.id()).number);
    QCOMPARE(await(world.open().recentOutbox(10))->first().state, CommandState::Sent);
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 4)));
    const auto stored = await(world.open().loadCase(maker.id()));
    QCOMPARE(stored->current, exchange.cases.value(maker.id()));
    QCOMPARE(stored->confirmedRevision, stored->current.revision);
    QCOMPARE(await(world.open().recentOutbox(10))->first().state, CommandState::Confirmed);
    QCOMPARE(*await(world.open().feedCursor(u"clerk01"_s)), 4);
    // An answer that was slower than the feed changes nothing.
    QVERIFY(await(world.open().markSent(pending.first().command.id, 1, {})));
    QCOMPARE(await(world.open().recentOutbox(10))->last().state, CommandState::Confirmed);
}

void TstCaseStore::headThatWaitsHoldsItsCase()
{
    TestStore world;
    CaseMaker first(1);
    CaseMaker second(2);
    for (CaseMaker *maker : {&first, &second}) {
        QVERIFY(storeDraft(world.open(), *maker));
        QVERIFY(await(world.open().submit(maker->receive(), maker->stamp())));
    }
    const QDateTime now = world.clock.now();
    const auto pending = *await(world.open().pendingCommands(10, now));
    QCOMPARE(pending.size(), 8);
    const domain::Error why{FailureCode::NetworkTimeout, u"slow"_s, true};
    QVERIFY(await(world.open().markFailed(pending.first().command.id, why, now.addSecs(5))));
    const auto others = *await(world.open().pendingCommands(10, now));
    QCOMPARE(others.size(), 4);
    QCOMPARE(others.first().command.caseId, second.id());
    QCOMPARE(await(world.open().pendingCommands(10, now.addSecs(5)))->size(), 8);
    const auto row = await(world.open().outbox(1))->first();
    QCOMPARE(row.attempts, 1);
    QCOMPARE(row.lastError, std::optional(why));
    QCOMPARE(row.nextTry, now.addSecs(5));
}

void TstCaseStore::refusedStaysInTheTimeline()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(storeDraft(world.open(), maker));
    const domain::CaseCommand field = maker.give(setField(u"f"_s, u"v"_s));
    const domain::CaseCommand receive = maker.receive();
    QVERIFY(await(world.open().submitAll({field, receive}, maker.stamp())));
    const domain::Error why{FailureCode::CaseFieldInvalid, u"f"_s, false};
    QVERIFY(await(world.open().markRefused(field.id, why)));
    const auto stored = await(world.open().loadCase(maker.id()));
    QVERIFY(!stored->current.fields.contains(u"f"_s));
    QCOMPARE(stored->current.stage, domain::CaseStage::Received);
    const auto rows = *await(world.open().timeline(maker.id()));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.at(3).state, CommandState::Refused);
    QCOMPARE(rows.at(3).error, std::optional(why));
    // What comes after it now follows the command before it.
    QCOMPARE(await(world.open().pendingCommands(10, world.clock.now()))->last().command.baseRevision, 3);
}

void TstCaseStore::eventsAreIdempotent()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    const QList<domain::CaseCommand> commands = maker.draft();
    for (const domain::CaseCommand &command : commands)
        QVERIFY(exchange.take(command));
    for (int round = 0; round < 2; ++round) {
        QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 3)));
        QVERIFY(await(world.open().applyEvents(exchange.events.mid(0, 1), u"clerk01"_s, 1)));
        QCOMPARE(await(world.open().loadCase(maker.id()))->current, exchange.cases.value(maker.id()));
        QCOMPARE(await(world.open().timeline(maker.id()))->size(), 3);
        QCOMPARE(*await(world.open().feedCursor(u"clerk01"_s)), 3);
        QCOMPARE(await(world.open().counters())->value(int(store::ListFilter::All)), 1);
        world.close();
    }
}

void TstCaseStore::eventsOfAnUnknownCaseAreFetched()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    const QList<domain::CaseCommand> commands = maker.draft();
    for (const domain::CaseCommand &command : commands)
        QVERIFY(exchange.take(command));
    QSignalSpy told(&world.open(), &store::CaseStore::changed);
    QVERIFY(await(world.open().applyEvents(exchange.events.mid(1), u"clerk01"_s, 3)));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().first().value<store::StoreChange>().needFetch.contains(maker.id()));
    QCOMPARE(await(world.open().loadCase(maker.id())).error().code, FailureCode::StoreNotFound);
    QCOMPARE(*await(world.open().feedCursor(u"clerk01"_s)), 3);
    world.close();
    QCOMPARE(*await(world.open().casesToFetch(10)), QList{maker.id()});
    QVERIFY(await(world.open().replaceConfirmed(exchange.cases.value(maker.id()), exchange.events)));
    QCOMPARE(await(world.open().loadCase(maker.id()))->current, exchange.cases.value(maker.id()));
    QCOMPARE(await(world.open().timeline(maker.id()))->size(), 3);
    QCOMPARE(await(world.open().casesToFetch(10))->size(), 0);
}

void TstCaseStore::foreignCaseIsCreatedFromItsOpening()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    const domain::CaseCommand open = maker.make(cmd::OpenCase{QDate(2026, 11, 23)}, {}, otherClerk());
    QVERIFY(exchange.take(open));
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 1)));
    QCOMPARE(await(world.open().loadCase(maker.id()))->current.openedBy, otherClerk());
}

void TstCaseStore::conflictRebasesWhatIsPending()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    QVERIFY(storeDraft(world.open(), maker));
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    const auto pending = *await(world.open().pendingCommands(10, world.clock.now()));
    for (const store::StoredCommand &row : pending)
        QVERIFY(exchange.take(row.command));
    const domain::PartId part = maker.part(1);
    QVERIFY(exchange.act(system(), maker.id(), cmd::AcceptPart{}, part));
    QVERIFY(exchange.act(reviewer(), maker.id(), cmd::AskCorrection{{u"p"_s}, QDate(2026, 12, 1)}, part));
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 6)));
    maker.now = await(world.open().loadCase(maker.id()))->current;
    // Two edits here while a supervisor edits there.
    const auto edit = maker.give(setField(u"mine"_s, u"1"_s));
    const auto answer = maker.give(cmd::AnswerCorrection{u"done"_s}, part);
    QVERIFY(await(world.open().submitAll({edit, answer}, maker.stamp())));
    QVERIFY(exchange.act(supervisor(), maker.id(), setField(u"theirs"_s, u"2"_s)));
    QCOMPARE(exchange.take(edit).error().code, FailureCode::CaseStaleRevision);
    QVERIFY(await(world.open().replaceConfirmed(exchange.cases.value(maker.id()), exchange.after(6))));
    const auto again = *await(world.open().pendingCommands(10, world.clock.now()));
    QCOMPARE(again.size(), 2);
    for (const store::StoredCommand &row : again)
        QVERIFY(exchange.take(row.command));
    QVERIFY(await(world.open().applyEvents(exchange.after(6), u"clerk01"_s, exchange.events.size())));
    const domain::Case now = await(world.open().loadCase(maker.id()))->current;
    QCOMPARE(now, exchange.cases.value(maker.id()));
    QVERIFY(now.fields.contains(u"mine"_s) && now.fields.contains(u"theirs"_s));
    QCOMPARE(*await(world.open().waitingCount()), 0);
}

void TstCaseStore::olderStateNeverReplaces()
{
    TestStore world;
    CaseMaker maker(1);
    ReferenceExchange exchange;
    const QList<domain::CaseCommand> commands = maker.draft();
    QVERIFY(exchange.take(commands.at(0)));
    const domain::Case older = exchange.cases.value(maker.id());
    QVERIFY(exchange.take(commands.at(1)));
    QVERIFY(await(world.open().applyEvents(exchange.events, u"clerk01"_s, 2)));
    QVERIFY(await(world.open().replaceConfirmed(older, exchange.events.mid(0, 1))));
    QCOMPARE(await(world.open().loadCase(maker.id()))->current, exchange.cases.value(maker.id()));
}

void TstCaseStore::tellsOfEachCommit()
{
    TestStore world;
    CaseMaker maker(1);
    QSignalSpy told(&world.open(), &store::CaseStore::changed);
    QVERIFY(storeDraft(world.open(), maker));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<store::StoreChange>().cases, QSet{maker.id()});
    QVERIFY(!told.first().first().value<store::StoreChange>().outbox);
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told.last().first().value<store::StoreChange>().outbox);
    // Neither a refused command nor a question is a change.
    QVERIFY(!await(world.open().submit(maker.make(cmd::OpenCase{QDate(2026, 11, 23)}), maker.stamp())));
    QVERIFY(await(world.open().loadCase(maker.id())));
    QCOMPARE(told.size(), 2);
}

void TstCaseStore::closedStoreAnswers()
{
    TestStore world;
    CaseMaker maker(1);
    QList<QFuture<domain::Result<store::StoredCase>>> answers;
    const QList<domain::CaseCommand> commands = maker.draft();
    for (const domain::CaseCommand &command : commands)
        answers.append(world.open().submit(command, maker.stamp()));
    // The destructor finishes what is queued: nothing that was asked for is lost.
    world.close();
    for (const auto &answer : std::as_const(answers)) {
        QVERIFY(answer.isFinished());
        QVERIFY(answer.result());
    }
    QCOMPARE(await(world.open().loadCase(maker.id()))->current, maker.now);
}

QTEST_GUILESS_MAIN(TstCaseStore)
#include "tst_casestore.moc"
