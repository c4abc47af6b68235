// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "world.h"

#include <exchange/demopeople.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using remote::ReviewVerb;
using store::CommandState;
using sync::LinkState;
using test::await;
using test::CaseMaker;
using test::Fault;
using test::TestDesk;
using test::World;

namespace {

constexpr int patienceMs = 30000;
const QString me = u"clerk01"_s;

QList<store::StoredCommand> refusedOf(TestDesk &desk)
{
    QList<store::StoredCommand> rows = desk.recent();
    rows.removeIf([](const store::StoredCommand &row) { return row.state != CommandState::Refused; });
    return rows;
}

/** A fault for the first `times` requests of this kind only. */
test::BadNetwork::Script firstOnly(const QByteArray &wantedMethod, const QByteArray &wantedPath, Fault fault, int times = 1)
{
    return [=, left = times](const QByteArray &method, const QByteArray &path) mutable {
        if (method != wantedMethod || !path.startsWith(wantedPath) || left == 0)
            return Fault();
        --left;
        return fault;
    };
}

} // namespace

class TestSyncScenarios : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>();
        m_items = m_world->simpleItems();
        QVERIFY2(m_items.size() >= 2, "the demo catalogue has items that need no file and no certificate");
    }
    void init() { m_world->network.setScript({}); }
    void everyAnswerMovesTheTime();
    void offlineCaseIsSent();
    void faultsOnCommands_data();
    void faultsOnCommands();
    void decisionsComeDown();
    void conflictTakesTheExchangesWord();
    void rejectedStaysInTheTimeline();
    void refusedCaseHoldsNobodyElse();
    void exchangeRestarts();
    void tokenRunsOut();
    void lateDeskReadsEverything();
    void gapIsFetched();
    void aPageInTheCasesPlaceIsAskedAgain();
    void cursorBeyondTheEnd();
    void colleaguesWorkWaits();
    void eachOperatorHasACursor();
    void catalogueComes();
    void theDepartmentsAnswerComesDown();
    void timeToAnswerRunsWhileTheExchangeStands();

private:
    std::unique_ptr<TestDesk> signedIn(const QString &login = me);
    void settles(TestDesk &desk, const domain::CaseId &id);

    std::unique_ptr<World> m_world;
    QStringList m_items;
    const QString m_examined = u"legal-aid"_s; ///< accepted by its department, not by the window
};

std::unique_ptr<TestDesk> TestSyncScenarios::signedIn(const QString &login)
{
    auto desk = m_world->desk();
    if (!desk->signIn(login))
        qFatal("cannot sign in");
    return desk;
}

/** Everything known to the exchange, and both sides hold the same case. */
void TestSyncScenarios::settles(TestDesk &desk, const domain::CaseId &id)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), patienceMs);
    const auto truth = m_world->truth(id);
    QVERIFY(truth.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk.current(id), *truth, patienceMs);
}

void TestSyncScenarios::everyAnswerMovesTheTime()
{
    QDateTime heard; // outlives the desk, whose end is told too
    auto desk = signedIn();
    QTRY_COMPARE(desk->link(), LinkState::Online);
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    settles(*desk, maker.value().id);
    // The feed answers by itself, with news or without: whoever shows the time hears of it.
    const sync::SyncEngine &engine = desk->engine();
    connect(&engine, &sync::SyncEngine::statusChanged, &engine, [&heard, &engine] { heard = engine.status().lastAnswer; });
    const QDateTime before = engine.status().lastAnswer;
    QVERIFY(before.isValid());
    QTRY_VERIFY_WITH_TIMEOUT(heard > before, patienceMs);
    const QDateTime once = heard;
    QTRY_VERIFY_WITH_TIMEOUT(heard > once, patienceMs);
}

void TestSyncScenarios::offlineCaseIsSent()
{
    auto desk = signedIn();
    QTRY_COMPARE(desk->link(), LinkState::Online);
    m_world->network.setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(desk->link(), LinkState::Offline, patienceMs);
    QVERIFY(desk->engine().status().reason);
    QVERIFY(desk->engine().status().nextTry.isValid());

    CaseMaker maker = m_world->makeCase(me, m_items.first());
    const auto stored = desk->submit(maker.takeBatch());
    QVERIFY(stored.has_value());
    const domain::CaseId id = stored->current.id;
    QCOMPARE(stored->current.stage, domain::CaseStage::Received);
    QVERIFY(stored->current.number.isEmpty());
    QVERIFY(!desk->waiting().isEmpty());

    m_world->network.setDown(false);
    settles(*desk, id);
    QCOMPARE(desk->link(), LinkState::Online);
    QVERIFY(!desk->engine().status().reason);
    QVERIFY(!desk->current(id).number.isEmpty());
    QCOMPARE(desk->current(id).parts.first().state, domain::PartState::Accepted);
    QVERIFY(refusedOf(*desk).isEmpty());
}

void TestSyncScenarios::faultsOnCommands_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("times");
    using Kind = Fault::Kind;
    const QList<std::pair<const char *, Kind>> kinds{{"refused", Kind::Refuse}, {"answer lost", Kind::DropAnswer}, {"answer cut", Kind::CutAnswer},
                                                    {"delivered twice", Kind::Double}, {"late", Kind::Late}, {"answer slow", Kind::SlowAnswer}};
    for (const auto &[name, kind] : kinds) {
        QTest::addRow("%s once", name) << int(kind) << 1;
        QTest::addRow("%s four times", name) << int(kind) << 4;
    }
}

void TestSyncScenarios::faultsOnCommands()
{
    QFETCH(int, kind);
    QFETCH(int, times);
    m_world->network.setScript(firstOnly("POST", "/api/v1/commands", {Fault::Kind(kind), 150}, times));
    auto desk = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    const wire::CommandBatch batch = maker.takeBatch();
    QVERIFY(desk->submit(batch).has_value());
    settles(*desk, maker.value().id);
    QVERIFY(refusedOf(*desk).isEmpty());
    QCOMPARE(desk->recent().size(), batch.commands.size());
    // Whatever was delivered how often: the exchange has each command once.
    const auto timeline = desk->timeline(maker.value().id);
    QSet<domain::CommandId> ids;
    for (const store::TimelineRow &row : timeline)
        ids.insert(row.command.id);
    QCOMPARE(qsizetype(ids.size()), timeline.size());
}

void TestSyncScenarios::decisionsComeDown()
{
    auto desk = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    const domain::CaseId id = maker.value().id;
    settles(*desk, id);
    QVERIFY(m_world->review(id, 0, ReviewVerb::Take).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(id).parts.first().state, domain::PartState::InReview, patienceMs);
    QVERIFY(m_world->review(id, 0, ReviewVerb::Approve).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(id).parts.first().state, domain::PartState::Approved, patienceMs);
    settles(*desk, id);
}

void TestSyncScenarios::conflictTakesTheExchangesWord()
{
    auto desk = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    const domain::CaseId id = maker.value().id;
    settles(*desk, id);

    m_world->network.setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(desk->link(), LinkState::Offline, patienceMs);
    QVERIFY(desk->give(id, me, domain::command::WithdrawCase{u"at the desk"_s}).has_value());
    const auto supervisor = m_world->direct(u"super01"_s);
    domain::CaseCommand theirs{m_world->clock.newId(), id, {}, m_world->truth(id)->revision, {u"super01"_s, domain::Role::Supervisor, {}, {}},
                               {m_world->clock.now(), 1, u"boot"_s, {}}, domain::command::WithdrawCase{u"elsewhere"_s}};
    const auto pushed = await(supervisor->push({{theirs}}));
    QVERIFY(pushed.has_value());
    QCOMPARE(pushed->results.first().outcome, wire::CommandOutcome::Applied);

    m_world->network.setDown(false);
    settles(*desk, id);
    const auto refused = refusedOf(*desk);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().lastError);
    bool shown = false;
    bool theirsShown = false;
    for (const store::TimelineRow &row : desk->timeline(id)) {
        shown = shown || (row.state == CommandState::Refused && row.command.id == refused.first().command.id && row.error);
        theirsShown = theirsShown || row.command.id == theirs.id;
    }
    QVERIFY2(shown, "the losing command stays in the timeline");
    QVERIFY(theirsShown);
}

void TestSyncScenarios::rejectedStaysInTheTimeline()
{
    auto desk = signedIn();
    // The desk claims a complete plan; the exchange plans again and says no.
    CaseMaker maker(m_world->catalogue(), m_world->clock, World::clerk(me));
    maker.open(exchange::demoPeople(1, m_world->clock.today(), 1).first().card);
    maker.addItem(m_items.first());
    maker.receive();
    const wire::CommandBatch batch = maker.takeBatch();
    QVERIFY(desk->submit(batch).has_value());
    const domain::CaseId id = maker.value().id;
    settles(*desk, id);
    const auto refused = refusedOf(*desk);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().lastError->code, FailureCode::CaseMaterialsMissing);
    QCOMPARE(refused.first().command.id, batch.commands.last().id);
    QCOMPARE(desk->current(id).stage, domain::CaseStage::Draft);
    const auto timeline = desk->timeline(id);
    QVERIFY(std::any_of(timeline.cbegin(), timeline.cend(), [](const store::TimelineRow &row) { return row.state == CommandState::Refused && row.error; }));
}

void TestSyncScenarios::refusedCaseHoldsNobodyElse()
{
    auto desk = signedIn();
    m_world->network.setDown(true);
    CaseMaker bad(m_world->catalogue(), m_world->clock, World::clerk(me));
    bad.open(exchange::demoPeople(1, m_world->clock.today(), 1).first().card);
    bad.addItem(m_items.first());
    bad.receive();
    CaseMaker good = m_world->makeCase(me, m_items.at(1));
    QVERIFY(desk->submit(bad.takeBatch()).has_value());
    QVERIFY(desk->submit(good.takeBatch()).has_value());
    m_world->network.setDown(false);
    settles(*desk, good.value().id);
    settles(*desk, bad.value().id);
    QCOMPARE(refusedOf(*desk).size(), 1);
    QVERIFY(!desk->current(good.value().id).number.isEmpty());
}

void TestSyncScenarios::exchangeRestarts()
{
    auto desk = signedIn();
    QTRY_COMPARE(desk->link(), LinkState::Online);
    m_world->stopExchange();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk->link(), LinkState::Offline, patienceMs);
    m_world->startExchange();
    settles(*desk, maker.value().id);
    QVERIFY(refusedOf(*desk).isEmpty());
    QCOMPARE(desk->signInsNeeded, 0);
}

void TestSyncScenarios::tokenRunsOut()
{
    auto desk = signedIn();
    QTRY_COMPARE(desk->link(), LinkState::Online);
    m_world->clock.advance(31 * 60 * 1000);
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    const wire::CommandBatch batch = maker.takeBatch();
    QVERIFY(desk->submit(batch).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(desk->link(), LinkState::SignedOut, patienceMs);
    QVERIFY(desk->signInsNeeded > 0);
    QCOMPARE(desk->waiting().size(), batch.commands.size());
    desk->signOut();
    QVERIFY(desk->signIn(me));
    settles(*desk, maker.value().id);
    QVERIFY(refusedOf(*desk).isEmpty());
}

void TestSyncScenarios::lateDeskReadsEverything()
{
    auto first = signedIn();
    QList<domain::CaseId> ids;
    for (int i = 0; i < 3; ++i) {
        CaseMaker maker = m_world->makeCase(me, m_items.at(i % 2));
        QVERIFY(first->submit(maker.takeBatch()).has_value());
        ids.append(maker.value().id);
    }
    for (const domain::CaseId &id : ids)
        settles(*first, id);
    auto second = signedIn();
    for (const domain::CaseId &id : ids)
        QTRY_COMPARE_WITH_TIMEOUT(second->current(id), first->current(id), patienceMs);
}

void TestSyncScenarios::gapIsFetched()
{
    auto first = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(first->submit(maker.takeBatch()).has_value());
    const domain::CaseId id = maker.value().id;
    settles(*first, id);
    const auto supervisor = m_world->direct(u"super01"_s);
    const auto end = await(supervisor->feed(0, 1000, 0));
    QVERIFY(end.has_value());
    // A desk that listens from here on never saw the case begin.
    auto second = m_world->desk();
    QVERIFY(await(second->store().applyEvents({}, me, end->next)).has_value());
    QVERIFY(second->signIn(me));
    QTRY_COMPARE(second->link(), LinkState::Online);
    QVERIFY(second->current(id).id.isNull());
    QVERIFY(m_world->review(id, 0, ReviewVerb::Take).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(second->current(id), *m_world->truth(id), patienceMs);
    QVERIFY(await(second->store().casesToFetch(10))->isEmpty());
}

/** A page answered instead of the exchange when the case was asked for: it comes when the line is itself again, by nobody's doing. */
void TestSyncScenarios::aPageInTheCasesPlaceIsAskedAgain()
{
    auto first = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(first->submit(maker.takeBatch()).has_value());
    const domain::CaseId id = maker.value().id;
    settles(*first, id);
    first->signOut();
    const auto supervisor = m_world->direct(u"super01"_s);
    const auto end = await(supervisor->feed(0, 1000, 0));
    QVERIFY(end.has_value());
    auto second = m_world->desk();
    QVERIFY(await(second->store().applyEvents({}, me, end->next)).has_value());
    bool page = true;
    int kept = 0;
    m_world->network.setScript([&](const QByteArray &, const QByteArray &path) {
        const bool isCase = path.contains("/cases/");
        kept += page && isCase;
        // The case first, and then everything.
        return page && (isCase || kept > 0) ? test::Fault{test::Fault::Kind::Page} : test::Fault();
    });
    QVERIFY(second->signIn(me));
    QTRY_COMPARE(second->link(), LinkState::Online);
    QVERIFY(m_world->review(id, 0, ReviewVerb::Take).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(second->link(), LinkState::Offline, patienceMs);
    QVERIFY(kept > 0 && second->current(id).id.isNull());
    page = false;
    QTRY_COMPARE_WITH_TIMEOUT(second->current(id), *m_world->truth(id), patienceMs);
}

void TestSyncScenarios::cursorBeyondTheEnd()
{
    auto first = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(first->submit(maker.takeBatch()).has_value());
    settles(*first, maker.value().id);
    // As after the exchange was set back to an older copy.
    auto second = m_world->desk();
    QVERIFY(await(second->store().applyEvents({}, me, 99999999)).has_value());
    QVERIFY(second->signIn(me));
    QTRY_COMPARE_WITH_TIMEOUT(second->current(maker.value().id), *m_world->truth(maker.value().id), patienceMs);
    QCOMPARE(second->link(), LinkState::Online);
}

void TestSyncScenarios::colleaguesWorkWaits()
{
    auto desk = signedIn();
    m_world->network.setDown(true);
    CaseMaker mine = m_world->makeCase(me, m_items.first());
    const qsizetype count = mine.value().applied.size();
    QVERIFY(desk->submit(mine.takeBatch()).has_value());
    desk->signOut();
    m_world->network.setDown(false);
    // The first call may still meet a connection that was cut.
    QTRY_VERIFY(desk->signIn(u"clerk02"_s));
    CaseMaker theirs = m_world->makeCase(u"clerk02"_s, m_items.at(1));
    QVERIFY(desk->submit(theirs.takeBatch()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!desk->current(theirs.value().id).number.isEmpty(), patienceMs);
    // And the feed has said so: who signs in next is not shown their case.
    const auto isSent = [](const store::StoredCommand &row) { return row.state == CommandState::Sent; };
    QTRY_VERIFY_WITH_TIMEOUT(!std::ranges::any_of(desk->recent(), isSent), patienceMs);
    QCOMPARE(desk->waiting().size(), count);
    QVERIFY2(refusedOf(*desk).isEmpty(), "a colleague's token must not be used for commands that are not theirs");
    desk->signOut();
    QVERIFY(desk->signIn(me));
    settles(*desk, mine.value().id);
    QVERIFY(refusedOf(*desk).isEmpty());
}

void TestSyncScenarios::eachOperatorHasACursor()
{
    auto desk = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_items.first());
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    const domain::CaseId id = maker.value().id;
    settles(*desk, id);
    desk->signOut();
    QVERIFY(m_world->review(id, 0, ReviewVerb::Take).has_value());
    QVERIFY(desk->signIn(u"clerk02"_s));
    QTRY_COMPARE(desk->link(), LinkState::Online);
    QTRY_VERIFY(await(desk->store().feedCursor(u"clerk02"_s)).value_or(0) > 0);
    desk->signOut();
    QVERIFY(desk->signIn(me));
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(id).parts.first().state, domain::PartState::InReview, patienceMs);
}

void TestSyncScenarios::catalogueComes()
{
    auto desk = m_world->desk();
    QVERIFY(desk->signIn(me));
    domain::Result<domain::Catalogue> held;
    QTRY_VERIFY_WITH_TIMEOUT((held = await(desk->store().loadCatalogue())).has_value(), patienceMs);
    QCOMPARE(held->version(), 1);
    QCOMPARE(held->itemsOn(m_world->clock.today()).size(), m_world->catalogue().itemsOn(m_world->clock.today()).size());
    QVERIFY(desk->client().offsetMs());
}

void TestSyncScenarios::theDepartmentsAnswerComesDown()
{
    auto desk = signedIn();
    const auto received = [&] {
        CaseMaker maker = m_world->makeCase(me, m_examined);
        (void)desk->submit(maker.takeBatch());
        return maker.value().id;
    };
    const domain::CaseId accepted = received();
    const domain::CaseId notAccepted = received();
    for (const domain::CaseId &id : {accepted, notAccepted}) {
        settles(*desk, id);
        QCOMPARE(desk->current(id).parts.first().state, domain::PartState::Received);
    }
    QVERIFY(m_world->review(accepted, 0, ReviewVerb::Accept).has_value());
    QVERIFY(m_world->review(notAccepted, 0, ReviewVerb::Reject).has_value());
    for (const domain::CaseId &id : {accepted, notAccepted}) {
        QTRY_VERIFY_WITH_TIMEOUT(desk->current(id).parts.first().state != domain::PartState::Received, patienceMs);
        settles(*desk, id);
    }
    QVERIFY(!desk->current(accepted).parts.first().number.isEmpty());
    const domain::CasePart ended = desk->current(notAccepted).parts.first();
    QCOMPARE(ended.state, domain::PartState::NotAccepted);
    QCOMPARE(ended.decision->opinion, u"理由"_s);
    QCOMPARE(ended.decision->legalBasis, u"依据"_s);
}

/** Last, for it moves the exchange's clock over days. */
void TestSyncScenarios::timeToAnswerRunsWhileTheExchangeStands()
{
    auto desk = signedIn();
    CaseMaker maker = m_world->makeCase(me, m_examined);
    QVERIFY(desk->submit(maker.takeBatch()).has_value());
    const domain::CaseId id = maker.value().id;
    settles(*desk, id);
    const QDate receivedOn = desk->current(id).parts.first().receivedOn;
    m_world->stopExchange();
    m_world->clock.advance(qint64(10) * 24 * 3600 * 1000);
    m_world->startExchange();
    desk->signOut();
    QVERIFY(desk->signIn(me));
    QTRY_COMPARE_WITH_TIMEOUT(desk->current(id).parts.first().state, domain::PartState::Accepted, patienceMs);
    settles(*desk, id);
    QCOMPARE(desk->current(id).parts.first().acceptedOn, receivedOn);
    const auto timeline = desk->timeline(id);
    QCOMPARE(timeline.last().command.body, domain::CommandBody(domain::command::AcceptPart{true}));
}

QTEST_GUILESS_MAIN(TestSyncScenarios)
#include "tst_syncscenarios.moc"
