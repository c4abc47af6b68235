// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "world.h"

#include <wire/apicommandsjson.h>
#include <wire/apisessionjson.h>
#include <wire/json.h>

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using httpserver::Request;
using httpserver::Response;
using store::CommandState;
using sync::LinkState;
using test::await;
using test::jsonResponse;
using test::problemResponse;
using test::ScriptedServer;
using test::TestDesk;

namespace {

const QString me = u"clerk01"_s;
using Judge = std::function<wire::CommandResult(const domain::CaseCommand &)>;

/** An exchange that is in order but for what a test does to POST /commands. */
ScriptedServer::Script exchangeWith(std::function<Response(const Request &)> commands)
{
    return [commands](const Request &request) -> std::optional<Response> {
        if (request.path == "/api/v1/commands")
            return commands(request);
        if (request.path == "/api/v1/sign-in")
            return jsonResponse(200, wire::toBytes(wire::toJson(wire::Session{u"t"_s, QDateTime::currentDateTimeUtc().addDays(1), test::World::clerk(me)})));
        if (request.path == "/api/v1/feed")
            return request.query.contains("wait=0") ? std::optional(jsonResponse(200, R"({"events":[],"next":0,"more":false})")) : std::nullopt;
        if (request.path == "/api/v1/audit-records")
            return jsonResponse(204, {});
        if (request.path == "/api/v1/catalogue")
            return jsonResponse(200, R"({"version":0,"full":false,"delta":{}})");
        if (request.path == "/api/v1/health")
            return jsonResponse(200, wire::toBytes(wire::toJson(wire::Health{u"ok"_s, u"1"_s, u"1"_s, QDateTime::currentDateTimeUtc()})));
        return problemResponse(404, FailureCode::ResourceUnknown);
    };
}

ScriptedServer::Script judgedBy(Judge judge)
{
    return exchangeWith([judge](const Request &request) {
        const auto batch = wire::commandBatchFromJson(request.body);
        if (!batch)
            return problemResponse(400, batch.error().code);
        wire::CommandAnswer answer;
        for (const domain::CaseCommand &command : batch->commands)
            answer.results.append(judge(command));
        return jsonResponse(200, wire::toBytes(wire::toJson(answer)));
    });
}

wire::CommandResult applied(const domain::CaseCommand &command)
{
    domain::Stamp stamp;
    stamp.provisional = false;
    stamp.receivedAt = QDateTime::currentDateTimeUtc();
    stamp.legalDate = QDate(2026, 11, 2);
    return {command.id, wire::CommandOutcome::Applied, 1, stamp, command.baseRevision + 1, {}};
}

wire::CommandResult failed(const domain::CaseCommand &command, wire::CommandOutcome outcome, domain::Error error)
{
    return {command.id, outcome, 0, {}, 0, std::move(error)};
}

int pushes(const ScriptedServer &server)
{
    int count = 0;
    const QList<Request> requests = server.requests();
    for (const Request &request : requests)
        count += request.path == "/api/v1/commands";
    return count;
}

} // namespace

/** The pump against an exchange that answers what it should not. */
class TestSyncPump : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void unreadableCommandIsFoundAndRefused();
    void faultOnCommandsIsNotATightCircle_data();
    void faultOnCommandsIsNotATightCircle();
    void endlessConflictGivesUp();
    void retryableRejectionIsTriedAgain();
    void backOffGrows();
    void retryNowIgnoresThePause();
    void attemptsAndReasonAreNoted();
    void auditTravels();
    void aColleaguesAuditDoesNotBlockMine();
    void aCatalogueThatCannotBeTakenIsTold_data();
    void aCatalogueThatCannotBeTakenIsTold();

private:
    /** A small draft that is dropped at once: an outbox row each for opening and receipt. */
    domain::CaseId addCase(int commands = 3);

    test::PlainClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<TestDesk> m_desk;
};

void TestSyncPump::init()
{
    m_desk.reset();
    m_server = std::make_unique<ScriptedServer>();
    m_server->answerBy(judgedBy(applied));
    m_desk = std::make_unique<TestDesk>(m_server->endpoint(), m_clock);
}

domain::CaseId TestSyncPump::addCase(int commands)
{
    test::ScriptedClock clock(QDateTime(QDate(2026, 11, 2), QTime(1, 30), Qt::UTC));
    const domain::CaseId id = m_clock.newId();
    domain::Case now;
    wire::CommandBatch batch;
    const auto give = [&](domain::CommandBody body) {
        domain::CaseCommand command{m_clock.newId(), id, {}, now.revision, test::actorOf(test::World::clerk(me)), {clock.now(), 1, u"b"_s, {}}, std::move(body)};
        domain::Stamp stamp;
        stamp.receivedAt = clock.now();
        stamp.legalDate = clock.today();
        auto after = domain::apply(now, command, stamp);
        if (!after)
            qFatal("addCase: %s", qPrintable(after.error().detail));
        now = *after;
        batch.commands.append(command);
    };
    give(domain::command::OpenCase{clock.today()});
    domain::Party party;
    party.name = u"李示例"_s;
    party.documentKind = u"111"_s;
    party.number = u"990100199001010012"_s;
    give(domain::command::SetApplicant{party});
    domain::command::AddItem item;
    item.partId = m_clock.newId();
    item.itemId = u"item"_s;
    item.itemName = u"事项"_s;
    item.departmentId = u"d"_s;
    give(item);
    for (int i = 3; i < commands; ++i)
        give(domain::command::SetField{u"f%1"_s.arg(i), {u"v"_s, domain::FieldSource::Operator, {}, clock.now(), me}});
    give(domain::command::ReceiveMaterials{u"SJ-1"_s, true});
    const auto stored = m_desk->submit(batch);
    if (!stored)
        qFatal("addCase: %s %s", qPrintable(domain::failureText(stored.error().code)), qPrintable(stored.error().detail));
    return id;
}

void TestSyncPump::unreadableCommandIsFoundAndRefused()
{
    const domain::CaseId bad = addCase(6);
    const domain::CaseId good = addCase(3);
    m_server->answerBy(exchangeWith([bad](const Request &request) {
        const auto batch = wire::commandBatchFromJson(request.body);
        wire::CommandAnswer answer;
        for (const domain::CaseCommand &command : batch->commands) {
            if (command.caseId == bad && std::holds_alternative<domain::command::SetField>(command.body))
                return problemResponse(400, FailureCode::JsonValue);
            answer.results.append(applied(command));
        }
        return jsonResponse(200, wire::toBytes(wire::toJson(answer)));
    }));
    QVERIFY(m_desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->waiting().isEmpty(), 20000);
    int refused = 0;
    for (const store::StoredCommand &row : m_desk->recent()) {
        if (row.state == CommandState::Refused) {
            ++refused;
            QCOMPARE(row.command.caseId, bad);
            QCOMPARE(row.lastError->code, FailureCode::JsonValue);
        }
    }
    QCOMPARE(refused, 3);
    Q_UNUSED(good)
}

void TestSyncPump::faultOnCommandsIsNotATightCircle_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("500") << 500 << QByteArray();
    QTest::newRow("404") << 404 << QByteArray();
    QTest::newRow("503") << 503 << QByteArray();
    QTest::newRow("not understood") << 200 << QByteArray("<html>");
    QTest::newRow("no results") << 200 << QByteArray(R"({"results":[]})");
    QTest::newRow("another's results") << 200 << QByteArray(R"({"results":[{"commandId":"0191f2a0-0000-7000-8000-00000000000a","outcome":"applied","sequence":1,"revision":1}]})");
}

void TestSyncPump::faultOnCommandsIsNotATightCircle()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    addCase();
    m_server->answerBy(exchangeWith([=](const Request &) { return jsonResponse(status, body); }));
    QVERIFY(m_desk->signIn(me));
    QTRY_VERIFY(pushes(*m_server) >= 2);
    const int before = pushes(*m_server);
    // With pauses of 20 to 200 ms a second holds at most some ten tries; a tight circle makes hundreds.
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() > 1000, 5000);
    QVERIFY2(pushes(*m_server) - before <= 20, qPrintable(QString::number(pushes(*m_server) - before)));
    QCOMPARE(m_desk->waiting().size(), 4);
    QVERIFY(m_desk->waiting().first().lastError);
    QVERIFY(m_desk->engine().status().reason);
    // And all is well as soon as the exchange is.
    m_server->answerBy(judgedBy(applied));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->waiting().isEmpty(), 20000);
    QTRY_COMPARE(m_desk->link(), LinkState::Online);
}

void TestSyncPump::endlessConflictGivesUp()
{
    const domain::CaseId bad = addCase();
    addCase();
    m_server->answerBy(judgedBy([bad](const domain::CaseCommand &command) {
        return command.caseId == bad ? failed(command, wire::CommandOutcome::Conflict, {FailureCode::CaseStaleRevision, {}, true}) : applied(command);
    }));
    QVERIFY(m_desk->signIn(me));
    // The case cannot even be fetched: its first command is given up in the end, the rest with it; the other case passes at once.
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->waiting().size(), 4, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->waiting().isEmpty(), 60000);
    for (const store::StoredCommand &row : m_desk->recent())
        QCOMPARE(row.state, row.command.caseId == bad ? CommandState::Refused : CommandState::Sent);
}

void TestSyncPump::retryableRejectionIsTriedAgain()
{
    addCase();
    auto left = std::make_shared<std::atomic<int>>(3);
    m_server->answerBy(judgedBy([left](const domain::CaseCommand &command) {
        return (*left)-- > 0 ? failed(command, wire::CommandOutcome::Rejected, {FailureCode::StorageUnavailable, {}, true}) : applied(command);
    }));
    QVERIFY(m_desk->signIn(me));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->waiting().isEmpty(), 20000);
    for (const store::StoredCommand &row : m_desk->recent())
        QCOMPARE(row.state, CommandState::Sent);
}

void TestSyncPump::backOffGrows()
{
    m_desk->quit();
    m_desk->options.backOff = sync::BackOff(100, 800);
    m_desk->reopen();
    QVERIFY(m_desk->signIn(me));
    QTRY_COMPARE(m_desk->link(), LinkState::Online);
    QList<qint64> times;
    std::mutex mutex;
    QElapsedTimer timer;
    timer.start();
    m_server->answerBy([&](const Request &request) -> std::optional<Response> {
        const std::lock_guard lock(mutex);
        if (request.path == "/api/v1/feed")
            times.append(timer.elapsed());
        return jsonResponse(503, {});
    });
    m_server->release();
    const auto count = [&] {
        const std::lock_guard lock(mutex);
        return times.size();
    };
    QTRY_VERIFY_WITH_TIMEOUT(count() >= 6, 20000);
    m_desk->signOut();
    const std::lock_guard lock(mutex);
    const QList<int> steps{100, 200, 400, 800, 800};
    for (int i = 0; i < steps.size(); ++i) {
        const qint64 gap = times.at(i + 1) - times.at(i);
        QVERIFY2(gap >= steps.at(i) * 3 / 4 - 5, qPrintable(u"pause %1 was %2 ms"_s.arg(i).arg(gap)));
        QVERIFY2(gap <= steps.at(i) * 5 / 4 + 1500, qPrintable(u"pause %1 was %2 ms"_s.arg(i).arg(gap)));
    }
}

void TestSyncPump::retryNowIgnoresThePause()
{
    m_desk->quit();
    m_desk->options.backOff = sync::BackOff(3600000, 3600000);
    m_desk->reopen();
    addCase();
    m_server->answerBy([base = judgedBy(applied)](const Request &request) -> std::optional<Response> {
        return request.path == "/api/v1/sign-in" ? base(request) : jsonResponse(503, {});
    });
    QVERIFY(m_desk->signIn(me));
    QTRY_COMPARE(m_desk->link(), LinkState::Offline);
    QTRY_VERIFY(m_desk->waiting().first().nextTry.isValid());
    QVERIFY(m_desk->engine().status().nextTry > m_clock.now().addSecs(1000));
    m_server->answerBy(judgedBy(applied));
    m_desk->engine().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->link(), LinkState::Online, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->waiting().isEmpty(), 5000);
    QVERIFY(m_desk->engine().status().nextTry.isNull());
}

void TestSyncPump::attemptsAndReasonAreNoted()
{
    addCase();
    m_server->answerBy(exchangeWith([](const Request &) { return problemResponse(503, FailureCode::StorageUnavailable); }));
    QVERIFY(m_desk->signIn(me));
    QTRY_VERIFY(m_desk->waiting().first().attempts >= 2);
    const store::StoredCommand head = m_desk->waiting().first();
    QCOMPARE(head.lastError->code, FailureCode::StorageUnavailable);
    QVERIFY(head.nextTry.isValid());
    QCOMPARE(m_desk->link(), LinkState::Offline);
    QCOMPARE(m_desk->engine().status().reason->code, FailureCode::StorageUnavailable);
}

void TestSyncPump::auditTravels()
{
    const QUuid mine = m_clock.newId();
    const QUuid theirs = m_clock.newId();
    QVERIFY(await(m_desk->store().addAudit({theirs, m_clock.now(), u"clerk02"_s, u"reveal"_s, u"c"_s, u"number"_s})).has_value());
    QVERIFY(await(m_desk->store().addAudit({mine, m_clock.now(), me, u"reveal"_s, u"c"_s, u"number"_s})).has_value());
    QVERIFY(m_desk->signIn(me));
    const auto left = [&](const QString &of) { return await(m_desk->store().auditToSend(of, 10)).value_or(QList<store::AuditEntry>()); };
    QTRY_COMPARE(left(me).size(), 0);
    QCOMPARE(left(u"clerk02"_s).size(), 1);
    QCOMPARE(left(u"clerk02"_s).first().id, theirs);
    bool sent = false;
    for (const Request &request : m_server->requests()) {
        if (request.path != "/api/v1/audit-records")
            continue;
        sent = true;
        QVERIFY(request.body.contains(mine.toString(QUuid::WithoutBraces).toLatin1()));
        QVERIFY(!request.body.contains(theirs.toString(QUuid::WithoutBraces).toLatin1()));
    }
    QVERIFY(sent);
}

/** More than go at once, of a colleague before mine and of mine: neither holds mine up. */
void TestSyncPump::aColleaguesAuditDoesNotBlockMine()
{
    constexpr int many = 130;
    const QDateTime first = m_clock.now();
    for (const QString &who : {u"clerk02"_s, me}) {
        for (int i = 0; i < many; ++i)
            QVERIFY(await(m_desk->store().addAudit({m_clock.newId(), who == me ? first.addSecs(1) : first, who, u"reveal"_s, u"c"_s, u"number"_s})).has_value());
    }
    QVERIFY(m_desk->signIn(me));
    const auto left = [&](const QString &of) { return await(m_desk->store().auditToSend(of, 1000)).value_or(QList<store::AuditEntry>()).size(); };
    QTRY_COMPARE(left(me), 0);
    QCOMPARE(left(u"clerk02"_s), many);
}

void TestSyncPump::aCatalogueThatCannotBeTakenIsTold_data()
{
    QTest::addColumn<QByteArray>("catalogue");
    QTest::newRow("a word of later") << QByteArray(R"({"version":7,"full":true,"content":{"items":[{"id":"i","kind":"a word of later"}]}})");
    QTest::newRow("a contradiction") << QByteArray(R"({"version":7,"full":true,"content":{"departments":[{"id":"d","name":"d"},{"id":"d","name":"d"}]}})");
}

/** The exchange was updated before this desk: all else works, and whoever looks learns why there are no items. */
void TestSyncPump::aCatalogueThatCannotBeTakenIsTold()
{
    QFETCH(const QByteArray, catalogue);
    auto readable = std::make_shared<std::atomic<bool>>(false);
    const ScriptedServer::Script usual = judgedBy(applied);
    m_server->answerBy([usual, catalogue, readable](const Request &request) -> std::optional<Response> {
        if (request.path == "/api/v1/catalogue" && !*readable)
            return jsonResponse(200, catalogue);
        return usual(request);
    });
    QVERIFY(m_desk->signIn(me));
    const auto &engine = m_desk->engine();
    QTRY_VERIFY_WITH_TIMEOUT(engine.status().catalogueError, 20000);
    QCOMPARE(domain::failureText(engine.status().catalogueError->code), u"CAT-001"_s);
    QTRY_COMPARE_WITH_TIMEOUT(engine.status().link, LinkState::Online, 20000);
    *readable = true;
    m_desk->engine().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(!engine.status().catalogueError, 20000);
}

QTEST_GUILESS_MAIN(TestSyncPump)
#include "tst_syncpump.moc"
