// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"
#include "editbatch.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using store::CommandState;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 30000;
const QString super = u"super01"_s;

struct Step {
    CommandState state;
    QString maker;
};

} // namespace

/** One computer, several people: whose a draft is, and for whom what waits in the outbox waits. */
class TestDeskColleagues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whoGoesOn_data();
    void whoGoesOn();
    void aDraftIsLookedAtOnly();
    void lettersAreTheirTypists();
    void whatWaitsSaysForWhom();
    void whatStandsBehindACommandWaitsToo();

private:
    /** A draft of clerk01, who is signed in and leaves the first text field of its form half typed. */
    void halfTyped();
    desk::CaseDetail look();

    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
    domain::CaseId m_id;
    QString m_field;
};

void TestDeskColleagues::init()
{
    m_desk.reset();
    m_world = std::make_unique<World>();
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
}

void TestDeskColleagues::whoGoesOn_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<qint64>("confirmed");
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<bool>("may");
    const QString clerk = u"clerk01"_s;
    const QList<Step> own{{CommandState::Journal, clerk}};
    const QList<Step> mixed{{CommandState::Journal, clerk}, {CommandState::Journal, super}};
    const QList<Step> returned{{CommandState::Confirmed, clerk}, {CommandState::Refused, clerk}};
    QTest::newRow("its maker") << clerk << qint64(-1) << own << true;
    QTest::newRow("its maker, though another was in it") << clerk << qint64(-1) << mixed << true;
    QTest::newRow("a supervisor") << super << qint64(-1) << own << false;
    QTest::newRow("a supervisor who was in it") << super << qint64(-1) << mixed << false;
    QTest::newRow("a supervisor, returned") << super << qint64(4) << returned << true;
    QTest::newRow("a supervisor, returned and gone on with") << super << qint64(4) << returned + own << false;
    QTest::newRow("a supervisor, returned and queued again") << super << qint64(4) << QList<Step>{{CommandState::Pending, clerk}} << false;
    QTest::newRow("another clerk, returned") << u"clerk02"_s << qint64(4) << returned << false;
}

void TestDeskColleagues::whoGoesOn()
{
    QFETCH(const QString, who);
    QFETCH(const qint64, confirmed);
    QFETCH(const QList<Step>, steps);
    QFETCH(const bool, may);
    const auto actorOf = [](const QString &id) { return domain::Actor{id, id == super ? domain::Role::Supervisor : domain::Role::Clerk, {}, {}}; };
    store::StoredCase stored;
    stored.current.id = m_world->clock.newId();
    stored.current.openedBy = actorOf(u"clerk01"_s);
    stored.confirmedRevision = confirmed;
    QList<store::TimelineRow> rows;
    for (const Step &step : steps) {
        store::TimelineRow row;
        row.state = step.state;
        row.command.actor = actorOf(step.maker);
        rows.append(row);
    }
    const auto answer = desk::mayGoOn(actorOf(who), stored, rows);
    QCOMPARE(answer.has_value(), may);
    QVERIFY(may || answer.error().code == FailureCode::CaseForbidden);
    // A received case is judged command by command.
    stored.current.stage = domain::CaseStage::Received;
    QVERIFY(desk::mayGoOn(actorOf(who), stored, rows).has_value());
}

void TestDeskColleagues::halfTyped()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->chooseLifeEvent(m_world->catalogue().lifeEventsOn(m_world->clock.today()).first()->id);
    m_id = m_desk->view().openCase.id;
    const auto &fields = m_desk->view().plan.fields;
    const auto text = std::find_if(fields.cbegin(), fields.cend(), [](const domain::PlannedField &one) { return one.field.type == domain::FieldType::Text; });
    QVERIFY(text != fields.cend());
    m_field = text->field.id;
    m_desk->counter->typeField(m_field, u"示"_s);
    m_desk->awaitSaved();
    QTRY_COMPARE_WITH_TIMEOUT(await(m_desk->store().loadCase(m_id))->scratch.value(m_field), u"示"_s, patienceMs);
}

desk::CaseDetail TestDeskColleagues::look()
{
    QSignalSpy opened(m_desk->cases.get(), &desk::CaseDesk::caseOpened);
    m_desk->cases->openCase(m_id);
    if (!QTest::qWaitFor([&] { return !opened.isEmpty(); }, patienceMs))
        qFatal("the case did not open");
    return opened.last().first().value<desk::CaseDetail>();
}

/** A supervisor who looks for what a clerk left: they see whose it is, and nothing in it becomes theirs. */
void TestDeskColleagues::aDraftIsLookedAtOnly()
{
    halfTyped();
    QCOMPARE(look().draftOf, QString());
    const auto before = await(m_desk->store().timeline(m_id))->size();
    // As after a crash: the letters wait in their scratch.
    m_desk->quit();
    m_desk->enter(super);
    const desk::CaseDetail seen = look();
    QCOMPARE(seen.whole.id, m_id);
    QCOMPARE(seen.draftOf, u"窗口01示例"_s);
    m_desk->counter->openDraft(m_id);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().error, patienceMs);
    QCOMPARE(m_desk->view().error->code, FailureCode::CaseForbidden);
    QVERIFY(m_desk->view().openCase.id.isNull());
    // Whatever is done at the counter now is done in no case of the clerk's.
    m_desk->counter->typeField(m_field, u"别人"_s);
    m_desk->counter->leaveField(m_field, u"别人"_s);
    m_desk->counter->receive();
    m_desk->counter->discardDraft(u"别人"_s);
    QCOMPARE(await(m_desk->store().timeline(m_id))->size(), before);
    QCOMPARE(await(m_desk->store().loadCase(m_id))->scratch.value(m_field), u"示"_s);
    // The clerk goes on where they were.
    m_desk->signIn->signOut();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, m_id, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.fields.value(m_field).value, u"示"_s, patienceMs);
    const auto rows = await(m_desk->store().timeline(m_id));
    for (const store::TimelineRow &row : *rows)
        QCOMPARE(row.command.actor.operatorId, u"clerk01"_s);
}

/** A supervisor answers a correction in a clerk's case: what the clerk has typed by half stays the clerk's. */
void TestDeskColleagues::lettersAreTheirTypists()
{
    test::CaseMaker maker = m_world->makeCase(u"clerk01"_s, m_world->simpleItems().first());
    m_id = maker.value().id;
    QVERIFY(await(m_desk->store().submitAll(maker.takeBatch().commands, m_desk->session->provisionalStamp())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(m_id).parts.first().state, domain::PartState::Accepted, patienceMs);
    QVERIFY(m_world->review(m_id, 0, remote::ReviewVerb::Take).has_value());
    QVERIFY(m_world->review(m_id, 0, remote::ReviewVerb::AskCorrection).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(m_id).parts.first().state, domain::PartState::CorrectionAsked, patienceMs);
    QVERIFY(await(m_desk->store().saveScratch(m_id, u"phone"_s, u"13"_s)).has_value());
    m_desk->signIn->signOut();
    m_desk->enter(super);
    const domain::PartId part = look().handIn.corrections.first().partId;
    m_desk->counter->openDraft(m_id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, desk::CounterPhase::HandingIn, patienceMs);
    QVERIFY(!m_desk->view().hasUnsavedScratch);
    // Theirs take no place of the clerk's either.
    m_desk->counter->typeField(u"phone"_s, u"99"_s);
    m_desk->awaitSaved();
    QCOMPARE(await(m_desk->store().loadCase(m_id))->scratch.value(u"phone"_s), u"13"_s);
    m_desk->cases->answerCorrection(part, u"已补正"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->stored(m_id).parts.first().state != domain::PartState::CorrectionAsked, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->stored(m_id), *m_world->truth(m_id), patienceMs);
    QVERIFY(!m_desk->stored(m_id).fields.contains(u"phone"_s) || m_desk->stored(m_id).fields.value(u"phone"_s).value != u"13"_s);
    QCOMPARE(await(m_desk->store().loadCase(m_id))->scratch.value(u"phone"_s), u"13"_s);
}

/** A day's work without a line, and its clerk goes home: whoever sits here next is told whose it is. */
void TestDeskColleagues::whatWaitsSaysForWhom()
{
    m_world->network.setDown(true);
    test::CaseMaker made = m_world->makeCase(u"clerk01"_s, m_world->simpleItems().first());
    const auto commands = made.takeBatch().commands;
    const int count = int(commands.size());
    QVERIFY(await(m_desk->store().submitAll(commands, m_desk->session->provisionalStamp())).has_value());
    const auto view = [this]() -> const desk::SyncView & { return m_desk->sync->view(); };
    QTRY_COMPARE_WITH_TIMEOUT(view().waiting, count, patienceMs);
    QCOMPARE(view().waitingForOthers, 0);
    QCOMPARE(view().waitingRows.first().operatorName, u"窗口01示例"_s);
    QCOMPARE(view().waitingRows.first().waitsFor, QString());
    m_desk->signIn->signOut();
    m_world->network.setDown(false);
    m_desk->enter(u"clerk02"_s);
    QTRY_COMPARE_WITH_TIMEOUT(view().waitingForOthers, count, patienceMs);
    QCOMPARE(view().waiting, count);
    QCOMPARE(view().waitingRows.size(), count);
    for (const desk::OutboxRow &row : view().waitingRows) {
        QCOMPARE(row.operatorId, u"clerk01"_s);
        QCOMPARE(row.operatorName, u"窗口01示例"_s);
        QCOMPARE(row.waitsFor, u"窗口01示例"_s);
    }
    // A name is known here for longer than its owner may come in alone.
    QVERIFY(await(m_desk->store().forgetKnownOperators({})));
    QCOMPARE(await(m_desk->store().operatorNames())->value(u"clerk01"_s), u"窗口01示例"_s);
    m_desk->signIn->signOut();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(view().waiting, 0, patienceMs);
    QCOMPARE(view().waitingForOthers, 0);
}

/** What an earlier version let a supervisor do in a clerk's draft: the clerk's own commands behind it wait for the supervisor. */
void TestDeskColleagues::whatStandsBehindACommandWaitsToo()
{
    m_world->network.setDown(true);
    test::CaseMaker made = m_world->makeCase(u"clerk01"_s, m_world->simpleItems().first(), false);
    m_id = made.value().id;
    QVERIFY(await(m_desk->store().submitAll(made.takeBatch().commands, m_desk->session->provisionalStamp())).has_value());
    const int before = int(m_desk->stored(m_id).applied.size());
    const auto give = [this](const domain::Actor &who, const domain::CommandBody &body) {
        domain::CaseCommand command = m_desk->session->makeCommand(m_id, {}, m_desk->stored(m_id).revision, body);
        command.actor = who;
        return await(m_desk->store().submit(command, m_desk->session->provisionalStamp())).has_value();
    };
    domain::Party party = *m_desk->stored(m_id).applicant;
    party.phone = u"13800000001"_s;
    QVERIFY(give({super, domain::Role::Supervisor, {}, {}}, domain::command::SetApplicant{party}));
    QVERIFY(give(m_desk->session->actor(), domain::command::ReceiveMaterials{u"SJ20261102-w01-000001"_s, true}));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->sync->view().waitingRows.size(), before + 2, patienceMs);
    QCOMPARE(m_desk->sync->view().waitingForOthers, 1);
    const QList<desk::OutboxRow> rows = m_desk->sync->view().waitingRows;
    for (int i = 0; i < rows.size(); ++i)
        QCOMPARE(rows.at(i).waitsFor, i < before ? QString() : super);
    QCOMPARE(rows.last().operatorId, u"clerk01"_s);
    QCOMPARE(rows.at(before).operatorName, QString());
}

QTEST_MAIN(TestDeskColleagues)
#include "tst_deskcolleagues.moc"
