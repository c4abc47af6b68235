// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <wire/apiauditjson.h>
#include <wire/apicertificatesjson.h>
#include <wire/casejson.h>
#include <wire/commandjson.h>
#include <wire/json.h>
#include <wire/updatemanifestjson.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace yichuang;

/** What the decoders refuse, with which code, at which path; and that they never repeat the value. */
class DecodersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesCommand_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("path");
        const QByteArray head = R"({"id":"0191f2a0-0000-7000-8000-000000000001","caseId":"0191f2a0-0000-7000-8000-000000000002","actor":{"role":"clerk"},)";
        QTest::newRow("empty") << QByteArray() << "WIRE-001" << "";
        QTest::newRow("broken") << QByteArray("{\"id\":") << "WIRE-001" << "";
        QTest::newRow("not UTF-8") << QByteArray("{\"id\":\"\xff\xfe\"}") << "WIRE-001" << "";
        QTest::newRow("array") << QByteArray("[]") << "WIRE-002" << "$";
        QTest::newRow("no id") << QByteArray("{}") << "WIRE-002" << "$.id";
        QTest::newRow("id is a number") << QByteArray(R"({"id":7})") << "WIRE-002" << "$.id";
        QTest::newRow("id is no UUID") << QByteArray(R"({"id":"SECRET"})") << "WIRE-003" << "$.id";
        QTest::newRow("id in braces") << QByteArray(R"({"id":"{0191f2a0-0000-7000-8000-000000000001}"})") << "WIRE-003" << "$.id";
        QTest::newRow("role unknown") << QByteArray(R"({"id":"0191f2a0-0000-7000-8000-000000000001","caseId":"0191f2a0-0000-7000-8000-000000000002","actor":{"role":"SECRET"}})")
                                      << "WIRE-003" << "$.actor.role";
        QTest::newRow("no body") << QByteArray(head + "\"x\":1}") << "WIRE-002" << "$.body";
        QTest::newRow("body without type") << QByteArray(head + R"("body":{}})") << "WIRE-002" << "$.body.type";
        QTest::newRow("body of unknown type") << QByteArray(head + R"("body":{"type":"SECRET"}})") << "WIRE-003" << "$.body.type";
        QTest::newRow("revision is a fraction") << QByteArray(head + R"("baseRevision":1.5,"body":{"type":"take-part"}})") << "WIRE-003" << "$.baseRevision";
        QTest::newRow("date impossible") << QByteArray(head + R"("body":{"type":"open-case","rulesDay":"2026-02-30"}})") << "WIRE-003" << "$.body.rulesDay";
        QTest::newRow("time without zone") << QByteArray(head + R"("time":{"wall":"2026-11-23T08:00:00.000"},"body":{"type":"take-part"}})") << "WIRE-003" << "$.time.wall";
        QTest::newRow("list of the wrong kind") << QByteArray(head + R"("body":{"type":"ask-correction","points":["a",2]}})") << "WIRE-002" << "$.body.points[1]";
        QTest::newRow("number too large") << QByteArray(head + R"("body":{"type":"choose-life-event","version":4294967296}})") << "WIRE-003" << "$.body.version";
    }
    void refusesCommand()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        QFETCH(QString, path);
        const auto command = wire::caseCommandFromJson(json);
        QVERIFY(!command);
        QCOMPARE(domain::failureText(command.error().code), code);
        QVERIFY2(command.error().detail.startsWith(path), qPrintable(command.error().detail));
        QVERIFY(!command.error().detail.contains(QLatin1StringView("SECRET")));
    }
    /** What the version before stored has no names; it reads over the names of the version after. */
    void stampsOfOtherVersions()
    {
        const auto before = wire::stampFromJson(QByteArrayView(R"({"provisional":false,"receivedAt":"2026-11-02T01:30:00.000Z","legalDate":"2026-11-02","ruleVersion":"catalogue 1"})"));
        QVERIFY(before);
        QCOMPARE(before->operatorName, QString());
        QVERIFY(!wire::toJson(*before).contains(QStringLiteral("operatorName")));
        const auto after = wire::stampFromJson(QByteArrayView(R"({"provisional":false,"operatorName":"NAME","operatorPlace":"PLACE","somethingNewer":{"a":[1]}})"));
        QVERIFY(after);
        QCOMPARE(after->operatorName, QStringLiteral("NAME"));
        QCOMPARE(after->operatorPlace, QStringLiteral("PLACE"));
    }
    void keyOfAMapIsNotTold()
    {
        const auto broken = wire::caseFromJson(QByteArrayView(
            R"({"id":"0191f2a0-0000-7000-8000-000000000001","revision":1,"stage":"draft","answers":{"SECRET":7}})"));
        QVERIFY(!broken);
        QCOMPARE(broken.error().detail, QStringLiteral("$.answers[0]: array expected"));
    }
    void textsHoldNoNull()
    {
        const auto record = wire::stampFromJson(QByteArrayView(R"({"provisional":false,"operatorName":"A\u0000B"})"));
        QVERIFY(!record);
        QCOMPARE(record.error().code, domain::FailureCode::JsonValue);
        QCOMPARE(record.error().detail, QStringLiteral("$.operatorName: text with a null character"));
    }
    void storedTextsHaveAnEnd_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("most");
        const QByteArray record = R"({"records":[{"id":"0191f2a0-0000-7000-8000-000000000001","at":"2026-11-02T01:30:00.000Z","action":"a","subject":"s",%1}]})";
        const QByteArray holder = R"({"holder":{"documentKind":"111","number":"1",%1}})";
        const QByteArray purpose = R"({"holder":{"documentKind":"111","number":"1"},"purpose":{%1,"consent":"holder-present"}})";
        for (const char *name : {"category", "itemId", "caseId"})
            QTest::addRow("purpose %s", name) << "listing" << QByteArray(purpose).replace("%1", QByteArray("\"") + name + "\":\"%2\"") << QStringLiteral("$.purpose.") + QLatin1StringView(name) << 120;
        QTest::newRow("holder name") << "listing" << QByteArray(holder).replace("%1", R"("name":"%2")") << "$.holder.name" << 200;
        QTest::newRow("holder number") << "listing" << QByteArray(R"({"holder":{"documentKind":"111","number":"%2"}})") << "$.holder.number" << 120;
        QTest::newRow("pulled person") << "pull" << QByteArray(R"({"personId":"%2","identifiers":["1"]})") << "$.personId" << 120;
        QTest::newRow("pulled identifier") << "pull" << QByteArray(R"({"personId":"p","identifiers":["1","%2"]})") << "$.identifiers" << 200;
        QTest::newRow("file's person") << "file" << QByteArray(R"({"personId":"%2","identifier":"1"})") << "$.personId" << 120;
        QTest::newRow("file's identifier") << "file" << QByteArray(R"({"personId":"p","identifier":"%2"})") << "$.identifier" << 200;
        QTest::newRow("audit case") << "audit" << QByteArray(record).replace("%1", R"("caseId":"%2")") << "$.records[0].caseId" << 120;
        QTest::newRow("audit action") << "audit" << QByteArray(record).replace("\"action\":\"a\"", R"("action":"%2")").replace(",%1", "") << "$.records[0].action" << 120;
        QTest::newRow("audit subject") << "audit" << QByteArray(record).replace("\"subject\":\"s\",%1", R"("subject":"%2")") << "$.records[0].subject" << 200;
        QTest::newRow("file of a list") << "material" << QByteArray(R"({"way":"file-attached","files":[{"id":"%2","size":1}]})") << "$.files[0].id" << 120;
        QTest::newRow("file as before") << "material" << QByteArray(R"({"way":"file-attached","attachmentId":"%2","fileSize":1})") << "$.attachmentId" << 120;
        QTest::newRow("look-ups of a person") << "query" << QByteArray(R"({"personId":"%2"})") << "$.personId" << 120;
        const QByteArray command = R"({"id":"0191f2a0-0000-7000-8000-000000000001","caseId":"0191f2a0-0000-7000-8000-000000000002","actor":{"role":"clerk"%1},"body":{"type":"take-part"}})";
        QTest::newRow("actor's window") << "command" << QByteArray(command).replace("%1", R"(,"windowId":"%2")") << "$.actor.windowId" << 120;
        QTest::newRow("boot") << "command" << QByteArray(command).replace("%1", "").replace("\"body\"", R"("time":{"bootId":"%2"},"body")") << "$.time.bootId" << 120;
    }
    /** What a clerk's request leaves in the exchange's database is bounded: the longest passes, one more does not. */
    void storedTextsHaveAnEnd()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        QFETCH(int, most);
        const auto decoded = [&](int length) -> std::optional<domain::Error> {
            const QByteArray text = QByteArray(json).replace("%2", QByteArray(length, 'x'));
            const auto errorOf = [](const auto &result) { return result ? std::nullopt : std::optional(result.error()); };
            if (kind == QLatin1StringView("listing"))
                return errorOf(wire::listingRequestFromJson(text));
            if (kind == QLatin1StringView("pull"))
                return errorOf(wire::pullRequestFromJson(text));
            if (kind == QLatin1StringView("file"))
                return errorOf(wire::fileRequestFromJson(text));
            if (kind == QLatin1StringView("audit"))
                return errorOf(wire::auditBatchFromJson(text));
            if (kind == QLatin1StringView("material"))
                return errorOf(wire::materialStateFromJson(text));
            return kind == QLatin1StringView("query") ? errorOf(wire::lookupQueryFromJson(text)) : errorOf(wire::caseCommandFromJson(text));
        };
        const auto longest = decoded(most);
        QVERIFY2(!longest, longest ? qPrintable(longest->detail) : "");
        const auto longer = decoded(most + 1);
        QVERIFY(longer);
        QCOMPARE(domain::failureText(longer->code), QStringLiteral("WIRE-003"));
        QCOMPARE(longer->detail, path + QStringLiteral(": too long"));
    }
    void limitsHold()
    {
        const QByteArray deep = "{\"a\":" + QByteArray(wire::maxJsonDepth, '[') + QByteArray(wire::maxJsonDepth, ']') + '}';
        QCOMPARE(domain::failureText(wire::parseObject(deep).error().code), QStringLiteral("WIRE-004"));
        QVERIFY(wire::parseObject("{\"a\":\"" + QByteArray(100, '[') + "\"}"));
        QVERIFY(wire::parseObject("{\"a\":\"\\\"" + QByteArray(100, '[') + "\"}"));
        QCOMPARE(domain::failureText(wire::parseObject("{\"a\":1}", 6).error().code), QStringLiteral("WIRE-004"));
    }
    /** What was stored and sent when a material had one file, and what a program of that time finds in what is written now. */
    void oneFileAsBefore()
    {
        const QByteArray before = R"({"way":"file-attached","trust":"B","attachmentId":"a-1","fileName":"a.pdf","fileSize":7,"fileSha256":"00ff"})";
        const auto read = wire::materialStateFromJson(before);
        QVERIFY(read);
        const domain::AttachedFile file{QStringLiteral("a-1"), QStringLiteral("a.pdf"), 7, QByteArray("\x00\xff", 2)};
        QCOMPARE(read->files, QList<domain::AttachedFile>{file});
        const QJsonObject now = wire::toJson(*read);
        const QJsonObject then = QJsonDocument::fromJson(before).object();
        for (auto it = then.begin(); it != then.end(); ++it)
            QCOMPARE(now.value(it.key()), it.value());
        QCOMPARE(now.value(QStringLiteral("files")).toArray().size(), 1);
        // The list counts where both are there, and no file comes out of nothing.
        const auto both = wire::materialStateFromJson(R"({"way":"file-attached","files":[{"id":"a-2","size":1}],"attachmentId":"a-1","fileSize":7})");
        QVERIFY(both);
        QCOMPARE(both->files.size(), 1);
        QCOMPARE(both->files.first().id, QStringLiteral("a-2"));
        const auto none = wire::materialStateFromJson(R"({"way":"original-seen","fileSize":0})");
        QVERIFY(none);
        QVERIFY(none->files.isEmpty());
    }
    void severalFilesHaveNoFirst()
    {
        domain::MaterialState state;
        state.way = domain::MaterialWay::FileAttached;
        state.files = {{QStringLiteral("a-1"), QStringLiteral("front.jpg"), 1, {}}, {QStringLiteral("a-2"), QStringLiteral("back.jpg"), 2, {}}};
        const QJsonObject written = wire::toJson(state);
        for (const char *name : {"attachmentId", "fileName", "fileSize", "fileSha256"})
            QVERIFY2(!written.contains(QLatin1StringView(name)), name);
        QCOMPARE(wire::materialStateFromJson(written)->files, state.files);
        QCOMPARE(domain::failureText(wire::materialStateFromJson(R"({"way":"file-attached","files":[{"size":1}]})").error().code), QStringLiteral("WIRE-002"));
        QCOMPARE(domain::failureText(wire::materialStateFromJson(R"({"way":"file-attached","files":[{"id":"a"}]})").error().code), QStringLiteral("WIRE-002"));
    }
    void unknownMembersAndNullsAreIgnored()
    {
        const auto request = wire::listingRequestFromJson(QByteArrayView(R"({"holder":{"documentKind":"111","number":"1","name":null},"later":[1]})"));
        QVERIFY(request);
        QVERIFY(request->holder.name.isEmpty());
        QVERIFY(!request->purpose);
        // Whoever publishes remembers there what was withdrawn.
        QVERIFY(wire::updateManifestFromJson(QByteArrayView(R"({"format":1,"product":"yichuang","channel":"stable","sequence":7,"issued":"2026-11-20T01:00:00.000Z",
            "expires":"2026-12-20T01:00:00.000Z","releases":[],"withdrawn":[{"version":"0.2.0","storeSchema":7,"files":[]}]})")));
    }
    void timesAreMovedToUtc()
    {
        const auto stamp = wire::stampFromJson(QByteArrayView(R"({"receivedAt":"2026-11-23T08:00:00+08:00"})"));
        QVERIFY(stamp);
        QCOMPARE(wire::toBytes(wire::toJson(*stamp)), QByteArray(R"({"clocks":[],"provisional":true,"receivedAt":"2026-11-23T00:00:00.000Z"})"));
    }
};

QTEST_APPLESS_MAIN(DecodersTest)
#include "tst_decoders.moc"
