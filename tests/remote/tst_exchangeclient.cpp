// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "scriptedserver.h"

#include <remote/exchangeclient.h>
#include <wire/apiauditjson.h>
#include <wire/apicataloguejson.h>
#include <wire/apicertificatesjson.h>
#include <wire/apicommandsjson.h>
#include <wire/apireviewsjson.h>
#include <wire/apisessionjson.h>
#include <wire/json.h>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace yichuang;
using remote::ExchangeClient;
using test::await;
using test::ScriptedServer;

namespace {

const QUuid someId(u"0191f2a0-0000-7000-8000-00000000000a"_s);
const QByteArray someIdText = "0191f2a0-0000-7000-8000-00000000000a";
const QDateTime someTime(QDate(2026, 11, 2), QTime(1, 30), Qt::UTC);

/** One call: what must go out, what the exchange answers, and whether the client understood it. */
struct Row {
    QByteArray name;
    QByteArray method;
    QByteArray path;  ///< with query
    QByteArray body;  ///< what must have been sent; empty: none
    int status;
    QByteArray answer;
    std::function<bool(ExchangeClient &)> call;
};

template<typename T>
QByteArray bytesOf(const T &value)
{
    return wire::toBytes(wire::toJson(value));
}

domain::CaseCommand someCommand()
{
    domain::CaseCommand command;
    command.id = someId;
    command.caseId = someId;
    command.actor = {u"clerk01"_s, domain::Role::Clerk, {}, u"w01"_s};
    command.time = {someTime, 5, u"boot"_s, 7};
    command.body = domain::command::OpenCase{QDate(2026, 11, 2)};
    return command;
}

wire::Operator someOperator()
{
    return {u"clerk01"_s, u"窗口示例"_s, domain::Role::Clerk, {}, u"w01"_s, u"综合窗口 01"_s, u"大厅"_s};
}

domain::UsePurpose somePurpose()
{
    return {u"apply-item"_s, u"item"_s, u"case"_s, u"reason"_s, domain::UsePurpose::Consent::HolderPresent};
}

QList<Row> sessionRows()
{
    const wire::Session session{u"token-2"_s, someTime, someOperator()};
    const wire::Health health{u"ok"_s, u"0.1.0"_s, u"1"_s, someTime};
    return {
        {"health", "GET", "/api/v1/health", {}, 200, bytesOf(health), [=](ExchangeClient &client) { return await(client.health()) == health; }},
        {"sign in", "POST", "/api/v1/sign-in", bytesOf(wire::SignInRequest{u"clerk01"_s, u"secret"_s}), 200, bytesOf(session),
         [=](ExchangeClient &client) { return await(client.signIn(u"clerk01"_s, u"secret"_s)) == session; }},
        {"sign out", "POST", "/api/v1/sign-out", {}, 204, {}, [](ExchangeClient &client) { return await(client.signOut()).has_value(); }},
        {"me", "GET", "/api/v1/me", {}, 200, bytesOf(someOperator()), [](ExchangeClient &client) { return await(client.me()) == someOperator(); }},
        {"catalogue current", "GET", "/api/v1/catalogue?since=12", {}, 200, R"({"version":12,"full":false,"delta":{}})",
         [](ExchangeClient &client) {
             const auto answer = await(client.catalogue(12));
             return answer && answer->version == 12 && !answer->full;
         }},
    };
}

QList<Row> certificateRows()
{
    const wire::ListingRequest listing{{u"111"_s, u"990100199001010018"_s, u"李示例"_s}, somePurpose()};
    const wire::ListingAnswer listed{someId, u"person"_s, someTime, someTime.addDays(1), {}};
    const wire::PullRequest pull{u"person"_s, {u"1.2.3"_s}, somePurpose()};
    const wire::PullAnswer pulled{someId, {}, {{u"1.2.3"_s, domain::FailureCode::ConsentRequired}}};
    const wire::FileRequest file{u"person"_s, u"1.2.3"_s, somePurpose()};
    const wire::LookupQuery query{u"person"_s, u"case"_s};
    return {
        {"listing", "POST", "/api/v1/certificate-listings", bytesOf(listing), 200, bytesOf(listed),
         [=](ExchangeClient &client) { return await(client.listCertificates(listing)) == listed; }},
        {"pull", "POST", "/api/v1/certificate-pulls", bytesOf(pull), 200, bytesOf(pulled),
         [=](ExchangeClient &client) { return await(client.pullCertificates(pull)) == pulled; }},
        {"file", "POST", "/api/v1/certificate-files", bytesOf(file), 200, QByteArray("%PDF-1.7\0bytes", 14),
         [=](ExchangeClient &client) { return await(client.certificateFile(file)) == QByteArray("%PDF-1.7\0bytes", 14); }},
        {"look-ups of a citizen", "POST", "/api/v1/lookups", bytesOf(query), 200, R"({"lookups":[]})",
         [=](ExchangeClient &client) { return await(client.findLookups(query)).has_value(); }},
    };
}

QList<Row> caseRows()
{
    const wire::CommandBatch batch{{someCommand()}};
    const wire::CommandAnswer results{{{someId, wire::CommandOutcome::Duplicate, 9, domain::Stamp{false, someTime, QDate(2026, 11, 2), u"1"_s, {}, {}, {}, {}}, 1, {}}}};
    const wire::FeedAnswer fed{{{9, someCommand(), {false, someTime, QDate(2026, 11, 2), u"1"_s, {}, {}, {}, {}}}}, 9, true};
    domain::Case whole;
    whole.id = someId;
    const wire::CaseAnswer found{whole, {}};
    const QByteArray content("\x00\x01%binary\xff", 10);
    const QByteArray digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    const wire::AttachmentAnswer kept{someId, content.size(), digest};
    const wire::AuditBatch audit{{{someId, someTime, u"reveal"_s, u"case"_s, u"number"_s}}};
    return {
        {"push", "POST", "/api/v1/commands", bytesOf(batch), 200, bytesOf(results), [=](ExchangeClient &client) { return await(client.push(batch)) == results; }},
        {"feed", "GET", "/api/v1/feed?after=3&limit=200&wait=0", {}, 200, bytesOf(fed), [=](ExchangeClient &client) { return await(client.feed(3, 200, 0)) == fed; }},
        {"case", "GET", "/api/v1/cases/" + someIdText, {}, 200, bytesOf(found), [=](ExchangeClient &client) { return await(client.caseById(someId)) == found; }},
        {"put attachment", "PUT", "/api/v1/attachments/" + someIdText, content, 201, bytesOf(kept),
         [=](ExchangeClient &client) { return await(client.putAttachment(QString::fromLatin1(someIdText), someId, content)) == kept; }},
        {"attachment", "GET", "/api/v1/attachments/" + someIdText, {}, 200, content,
         [=](ExchangeClient &client) { return await(client.attachment(QString::fromLatin1(someIdText))) == content; }},
        {"audit", "POST", "/api/v1/audit-records", bytesOf(audit), 204, {}, [=](ExchangeClient &client) { return await(client.pushAudit(audit)).has_value(); }},
    };
}

QList<Row> reviewRows()
{
    wire::ReviewAction action;
    action.commandId = someId;
    action.baseRevision = 3;
    action.opinion = u"同意"_s;
    const wire::EventAnswer event{{9, someCommand(), {false, someTime, QDate(2026, 11, 2), u"1"_s, {}, {}, {}, {}}}};
    domain::Case projection;
    projection.id = someId;
    domain::CasePart part;
    part.id = someId;
    part.itemId = u"item"_s;
    part.itemName = u"事项"_s;
    part.departmentId = u"d01"_s;
    const wire::ReviewAnswer review{projection, part};
    QList<Row> rows{
        {"reviews", "GET", "/api/v1/reviews?limit=50", {}, 200, R"({"entries":[],"next":""})",
         [](ExchangeClient &client) { return await(client.reviews({}, {}, 50)).has_value(); }},
        {"reviews of a state, further on", "GET", "/api/v1/reviews?limit=50&state=in-review&after=a%2Bb%2F%3D%26", {}, 200, R"({"entries":[],"next":"x"})",
         [](ExchangeClient &client) {
             const auto page = await(client.reviews(u"in-review"_s, u"a+b/=&"_s, 50));
             return page && page->next == u"x"_s;
         }},
        {"review", "GET", "/api/v1/reviews/" + someIdText, {}, 200, bytesOf(review), [=](ExchangeClient &client) { return await(client.review(someId)) == review; }},
    };
    using remote::ReviewVerb;
    const QList<std::pair<ReviewVerb, QByteArray>> verbs{
        {ReviewVerb::Accept, "accept"},
        {ReviewVerb::Take, "take"}, {ReviewVerb::Approve, "approve"}, {ReviewVerb::Refuse, "refuse"}, {ReviewVerb::AskCorrection, "ask-correction"},
        {ReviewVerb::Reject, "reject"}, {ReviewVerb::Pause, "pause"}, {ReviewVerb::Resume, "resume"}, {ReviewVerb::Finish, "finish"}};
    for (const auto &[verb, word] : verbs)
        rows.append({word, "POST", "/api/v1/reviews/" + someIdText + '/' + word, bytesOf(action), 200, bytesOf(event),
                     [=, chosen = verb](ExchangeClient &client) { return await(client.act(someId, chosen, action)) == event; }});
    return rows;
}

QList<Row> allRows()
{
    return sessionRows() + certificateRows() + caseRows() + reviewRows();
}

bool signIn(ExchangeClient &client, ScriptedServer &server, const QString &token)
{
    server.answerWith(200, bytesOf(wire::Session{token, someTime, someOperator()}));
    return await(client.signIn(u"clerk01"_s, u"secret"_s)).has_value();
}

} // namespace

class TestExchangeClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void calls_data();
    void calls();
    void tokens();
    void prefixIsKept();
    void offset();
    void otherApiVersion();
    void longPollWaitsLonger();
    void noCookiesNoRedirects();
    void fileMustSayThatItIsOne_data();
    void fileMustSayThatItIsOne();
};

void TestExchangeClient::calls_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("tls");
    const QList<Row> rows = allRows();
    for (int i = 0; i < rows.size(); ++i) {
        QTest::addRow("%s", rows.at(i).name.constData()) << i << false;
        QTest::addRow("%s over TLS", rows.at(i).name.constData()) << i << true;
    }
}

void TestExchangeClient::calls()
{
    QFETCH(int, index);
    QFETCH(bool, tls);
    const Row row = allRows().at(index);
    ScriptedServer server(tls ? ScriptedServer::Line::Tls : ScriptedServer::Line::Plain);
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    QVERIFY(signIn(client, server, u"token-1"_s));
    const bool json = row.answer.startsWith('{');
    server.answerWith(row.status, row.answer, json ? "application/json" : row.answer.startsWith("%PDF") ? "application/pdf" : "application/octet-stream");
    QVERIFY(row.call(client));

    const httpserver::Request sent = server.last();
    QCOMPARE(sent.method, row.method);
    QCOMPARE(sent.path + (sent.query.isEmpty() ? "" : "?" + sent.query), row.path);
    QCOMPARE(sent.body, row.body);
    const bool open = row.name == "health" || row.name == "sign in";
    QCOMPARE(sent.header("Authorization"), open ? QByteArray() : QByteArray("Bearer token-1"));
    if (row.method == "POST")
        QCOMPARE(sent.header("Content-Type"), QByteArray("application/json"));
    if (row.method == "PUT") {
        QCOMPARE(sent.header("Content-Type"), QByteArray("application/octet-stream"));
        QCOMPARE(sent.header("X-Content-Sha256"), QCryptographicHash::hash(row.body, QCryptographicHash::Sha256).toHex());
        QCOMPARE(sent.header("X-Case-Id"), someIdText);
    }
    QVERIFY(sent.header("Accept").contains("application/problem+json"));
    QCOMPARE(server.requests().size(), 2);
}

void TestExchangeClient::tokens()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    QVERIFY(!client.hasToken());
    server.answerBy([](const auto &) { return test::problemResponse(401, domain::FailureCode::SignInRefused); });
    QVERIFY(!await(client.signIn(u"clerk01"_s, u"wrong"_s)).has_value());
    QVERIFY(!client.hasToken());
    QVERIFY(signIn(client, server, u"token-1"_s));
    QVERIFY(client.hasToken());
    server.answerWith(204, {});
    QVERIFY(await(client.signOut()).has_value());
    QCOMPARE(server.last().header("Authorization"), QByteArray("Bearer token-1"));
    QVERIFY(!client.hasToken());
    QVERIFY(signIn(client, server, u"token-3"_s));
    client.forgetToken();
    QVERIFY(!client.hasToken());
    server.answerWith(200, bytesOf(someOperator()));
    QVERIFY(await(client.me()).has_value());
    QVERIFY(server.last().header("Authorization").isEmpty());
}

void TestExchangeClient::prefixIsKept()
{
    ScriptedServer server;
    const test::PlainClock clock;
    remote::Endpoint endpoint = server.endpoint();
    endpoint.url.setPath(u"/hall one/"_s);
    ExchangeClient client(endpoint, clock);
    server.answerWith(200, bytesOf(someOperator()));
    QVERIFY(await(client.me()).has_value());
    QCOMPARE(server.last().path, QByteArray("/hall%20one/api/v1/me"));
}

void TestExchangeClient::offset()
{
    ScriptedServer server;
    test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    QVERIFY(!client.offsetMs());
    for (const qint64 ahead : {0LL, -90000LL, 3600000LL}) {
        clock.aheadMs = ahead;
        server.answerWith(200, bytesOf(wire::Health{u"ok"_s, u"0.1.0"_s, u"1"_s, QDateTime::currentDateTimeUtc()}));
        QVERIFY(await(client.health()).has_value());
        QVERIFY(client.offsetMs());
        QVERIFY2(qAbs(*client.offsetMs() + ahead) < 2000, qPrintable(QString::number(*client.offsetMs())));
    }
    const auto before = client.offsetMs();
    server.answerWith(503, {});
    QVERIFY(!await(client.health()).has_value());
    QCOMPARE(client.offsetMs(), before);
}

void TestExchangeClient::otherApiVersion()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.answerWith(200, bytesOf(wire::Health{u"ok"_s, u"9.0.0"_s, u"9"_s, someTime}));
    const auto answer = await(client.health());
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, domain::FailureCode::ApiVersion);
    QVERIFY(!client.offsetMs());
}

void TestExchangeClient::longPollWaitsLonger()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(1000), clock);
    server.park();
    QElapsedTimer timer;
    timer.start();
    const auto shortCall = await(client.feed(0, 10, 0));
    QCOMPARE(shortCall.error().code, domain::FailureCode::NetworkTimeout);
    QVERIFY(timer.elapsed() >= 950 && timer.elapsed() < 1900);
    timer.restart();
    const auto longCall = await(client.feed(0, 10, 1));
    QCOMPARE(longCall.error().code, domain::FailureCode::NetworkTimeout);
    QVERIFY(timer.elapsed() >= 1950);
    QCOMPARE(server.last().query, QByteArray("after=0&limit=10&wait=1"));
}

void TestExchangeClient::noCookiesNoRedirects()
{
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.answerBy([](const httpserver::Request &) {
        httpserver::Response response = test::jsonResponse(200, bytesOf(someOperator()));
        response.headers.append(std::pair<QByteArray, QByteArray>("Set-Cookie", "a=b"));
        return response;
    });
    QVERIFY(await(client.me()).has_value());
    QVERIFY(await(client.me()).has_value());
    QVERIFY(server.last().header("Cookie").isEmpty());
    server.answerBy([](const httpserver::Request &) {
        httpserver::Response response = test::jsonResponse(307, {});
        response.headers.append(std::pair<QByteArray, QByteArray>("Location", "/api/v1/health"));
        return response;
    });
    const int before = int(server.requests().size());
    const auto answer = await(client.me());
    QCOMPARE(answer.error().code, domain::FailureCode::NetworkProtocol);
    QVERIFY(!answer.error().retryable);
    QCOMPARE(server.requests().size(), before + 1);
}

void TestExchangeClient::fileMustSayThatItIsOne_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("taken");
    QTest::newRow("PDF") << QByteArray("application/pdf") << true;
    QTest::newRow("with a parameter, in capitals") << QByteArray("Application/PDF; version=1.4") << true;
    QTest::newRow("the page of a proxy") << QByteArray("text/html") << false;
    QTest::newRow("almost") << QByteArray("application/pdfx") << false;
    QTest::newRow("no word") << QByteArray("application/octet-stream") << false;
}

void TestExchangeClient::fileMustSayThatItIsOne()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, taken);
    ScriptedServer server;
    const test::PlainClock clock;
    ExchangeClient client(server.endpoint(), clock);
    server.answerWith(200, "%PDF-1.4", type);
    const auto answer = await(client.certificateFile({u"person"_s, u"1.2.3"_s, somePurpose()}));
    QCOMPARE(answer.has_value(), taken);
    QCOMPARE(taken ? QString() : domain::failureText(answer.error().code), taken ? QString() : u"NET-004"_s);
}

QTEST_GUILESS_MAIN(TestExchangeClient)
#include "tst_exchangeclient.moc"
