// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/** The program as its user meets it: arguments, exit codes, kill and restart. */
class ExchangeProgramTest : public QObject
{
    Q_OBJECT

    struct Answer {
        int status = 0;
        QJsonObject body;
    };

    void start(QProcess &process, const QStringList &more = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"YICHUANG_DEMO_SECRET"_s, u"for this test"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, m_folder.path(), u"--seed-demo"_s, u"60"_s} + more);
        static const QRegularExpression listening(u"listening on (\\S+)\n"_s);
        QString said;
        QTRY_VERIFY2_WITH_TIMEOUT((said += QString::fromUtf8(process.readAllStandardOutput())).contains(listening), qPrintable(said), 60000);
        m_base = listening.match(said).captured(1) + u"/api/v1"_s;
    }
    Answer call(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        QNetworkRequest request(QUrl(m_base + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson()));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(10000);
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), QJsonDocument::fromJson(reply->readAll()).object()};
    }
    void signIn()
    {
        const Answer session = call("POST", u"/sign-in"_s, {{u"login"_s, u"clerk01"_s}, {u"password"_s, u"for this test"_s}});
        QCOMPARE(session.status, 200);
        m_token = session.body.value(u"token"_s).toString().toLatin1();
    }
    /** The demo's catalogue as files, with one department renamed. */
    static void copyCatalogue(const QString &folder)
    {
        const QString from = QStringLiteral(YICHUANG_DEMO_CATALOGUE);
        QDirIterator files(from, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString target = folder + path.sliced(from.size());
            QVERIFY(QDir().mkpath(QFileInfo(target).path()));
            QVERIFY(QFile::copy(path, target));
        }
        QFile city(folder + u"/city.json"_s);
        QVERIFY(city.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(city.open(QIODevice::ReadWrite));
        QJsonObject whole = QJsonDocument::fromJson(city.readAll()).object();
        QJsonArray departments = whole.value(u"departments"_s).toArray();
        QJsonObject first = departments.first().toObject();
        first.insert(u"shortName"_s, u"改名"_s);
        departments.replace(0, first);
        whole.insert(u"departments"_s, departments);
        city.resize(0);
        QVERIFY(city.write(QJsonDocument(whole).toJson()) > 0);
    }
    static QJsonObject openCase()
    {
        return {{u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                {u"caseId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                {u"actor"_s, QJsonObject{{u"operatorId"_s, u"clerk01"_s}, {u"role"_s, u"clerk"_s}}},
                {u"baseRevision"_s, 0},
                {u"body"_s, QJsonObject{{u"type"_s, u"open-case"_s}, {u"rulesDay"_s, u"2026-11-23"_s}}}};
    }

private Q_SLOTS:
    void arguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const QString data = m_folder.filePath(u"arguments"_s);
        QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"--seed-demo"_s;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"yichuang-exchange "_s;
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << 2 << u"frobnicate"_s;
        QTest::newRow("no data") << QStringList{} << 2 << u"--data"_s;
        QTest::newRow("bad port") << QStringList{u"--data"_s, data, u"--listen"_s, u"127.0.0.1:99999"_s} << 2 << u"--listen"_s;
        QTest::newRow("PostgreSQL") << QStringList{u"--database"_s, u"postgresql://h/d"_s} << 2 << u"not in this build"_s;
        QTest::newRow("half of TLS") << QStringList{u"--data"_s, data, u"--tls-cert"_s, u"x"_s} << 2 << u"belong together"_s;
        QTest::newRow("plain HTTP of no demo") << QStringList{u"--data"_s, data, u"--listen"_s, u"127.0.0.1:0"_s} << 1 << u"HTTP-009 without --tls-cert and --tls-key"_s;
        QTest::newRow("plain HTTP of no demo off loopback") << QStringList{u"--data"_s, data, u"--listen"_s, u"0.0.0.0:0"_s} << 1 << u"HTTP-009"_s;
        QTest::newRow("plain HTTP off loopback")
            << QStringList{u"--data"_s, m_folder.filePath(u"demo"_s), u"--seed-demo"_s, u"1"_s, u"--listen"_s, u"0.0.0.0:0"_s} << 1 << u"HTTP-003"_s;
        QTest::newRow("reviewer without department") << QStringList{u"--data"_s, data, u"--add-operator"_s, u"x:reviewer"_s} << 2 << u"department"_s;
        QTest::newRow("no folder of a catalogue") << QStringList{u"--data"_s, data, u"--import-catalogue"_s, {}} << 2 << u"wants a folder"_s;
        QTest::newRow("no password") << QStringList{u"--data"_s, data, u"--add-operator"_s, u"x:clerk"_s} << 2 << u"at least 8"_s;
        QTest::newRow("no catalogue there") << QStringList{u"--data"_s, data, u"--import-catalogue"_s, data} << 1 << u"city.json"_s;
    }
    void arguments()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        QProcess process;
        process.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), arguments);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), exitCode);
        const QString said = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
        QVERIFY2(said.contains(says), qPrintable(said));
    }
    void filesAreTheOwnersAlone()
    {
#ifdef Q_OS_UNIX
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        const QString data = m_folder.filePath(u"made by the program"_s);
        const auto add = [&data](const QString &who) {
            QProcess process;
            process.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), {u"--data"_s, data, u"--add-operator"_s, who});
            process.write("a long password\n");
            process.closeWriteChannel();
            return process.waitForFinished(30000) && process.exitCode() == 0;
        };
        QVERIFY(add(u"one01:supervisor"_s));
        QVERIFY(!(QFile::permissions(data) & others));
        const QString database = data + u"/exchange.db"_s;
        QVERIFY(!(QFile::permissions(database) & others));
        // One that stood open before is closed.
        QVERIFY(QFile::setPermissions(database, QFile::permissions(database) | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(add(u"two01:supervisor"_s));
        QVERIFY(!(QFile::permissions(database) & others));
#endif
    }
    void addedOperatorMaySignIn()
    {
        // Into the demo's folder: one that holds somebody is not made a demo's.
        QProcess seeding;
        start(seeding);
        seeding.terminate();
        QVERIFY(seeding.waitForFinished(10000));
        QProcess adding;
        adding.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), {u"--data"_s, m_folder.path(), u"--add-operator"_s, u"new01:supervisor"_s,
                                                                    u"--name"_s, u"王某示例"_s, u"--window"_s, u"w03:3号综合窗口"_s});
        adding.write("a long password\n");
        adding.closeWriteChannel();
        QVERIFY(adding.waitForFinished(30000));
        QCOMPARE(adding.exitCode(), 0);
        QProcess process;
        start(process);
        m_token.clear();
        const Answer session = call("POST", u"/sign-in"_s, {{u"login"_s, u"new01"_s}, {u"password"_s, u"a long password"_s}});
        QCOMPARE(session.status, 200);
        const QJsonObject person = session.body.value(u"operator"_s).toObject();
        QCOMPARE(person.value(u"name"_s), u"王某示例"_s);
        QCOMPARE(person.value(u"windowId"_s), u"w03"_s);
        QCOMPARE(person.value(u"windowName"_s), u"3号综合窗口"_s);
        process.terminate();
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
    }
    void accountsAreChecked_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("reviewer") << u"rev01:reviewer:health"_s << QByteArray("a long password\n") << 0;
        QTest::newRow("no such department") << u"rev02:reviewer:nowhere"_s << QByteArray("a long password\n") << 2;
        QTest::newRow("seven characters") << u"new02:clerk"_s << QByteArray("1234567\n") << 2;
        QTest::newRow("eight characters") << u"new02:clerk"_s << QByteArray("12345678\n") << 0;
    }
    void accountsAreChecked()
    {
        QFETCH(QString, account);
        QFETCH(QByteArray, password);
        QFETCH(int, exitCode);
        const QString data = m_folder.filePath(u"accounts"_s);
        QProcess importing;
        importing.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), {u"--data"_s, data, u"--import-catalogue"_s, QStringLiteral(YICHUANG_DEMO_CATALOGUE)});
        QVERIFY(importing.waitForFinished(30000));
        QProcess adding;
        adding.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), {u"--data"_s, data, u"--add-operator"_s, account});
        adding.write(password);
        adding.closeWriteChannel();
        QVERIFY(adding.waitForFinished(30000));
        QCOMPARE(adding.exitCode(), exitCode);
    }
    void importIsServedWithoutARestart()
    {
        QProcess process;
        start(process);
        signIn();
        const Answer first = call("GET", u"/catalogue?since=0"_s);
        QCOMPARE(first.status, 200);
        const qint64 version = first.body.value(u"version"_s).toInteger();
        QTemporaryDir folder;
        copyCatalogue(folder.path());
        QProcess import;
        import.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), {u"--data"_s, m_folder.path(), u"--import-catalogue"_s, folder.path()});
        QVERIFY(import.waitForFinished(30000));
        QCOMPARE(import.exitCode(), 0);
        QCOMPARE(import.readAllStandardOutput(), QByteArray("catalogue version ") + QByteArray::number(version + 1) + '\n');
        Answer delta;
        QTRY_VERIFY_WITH_TIMEOUT((delta = call("GET", u"/catalogue?since=%1"_s.arg(version))).body.value(u"version"_s).toInteger() == version + 1, 10000);
        QCOMPARE(delta.body.value(u"full"_s).toBool(), false);
        const QJsonArray departments = delta.body.value(u"delta"_s).toObject().value(u"departments"_s).toArray();
        QCOMPARE(departments.size(), 1);
        QCOMPARE(departments.first().toObject().value(u"shortName"_s).toString(), u"改名"_s);
        process.terminate();
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
    }
    void importNamesWhatCouldBeShared()
    {
        QTemporaryDir folder;
        copyCatalogue(folder.path());
        QFile items(folder.path() + u"/items/tax.json"_s);
        QVERIFY(items.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(items.open(QIODevice::ReadWrite));
        QJsonArray all = QJsonDocument::fromJson(items.readAll()).array();
        QByteArrayList named;
        for (QJsonValueRef each : all) {
            QJsonObject item = each.toObject();
            QJsonArray materials = item.value(u"materials"_s).toArray();
            for (QJsonValueRef place : materials) {
                QJsonObject material = place.toObject();
                if (material.value(u"kind"_s) != u"certificate"_s)
                    continue;
                material.insert(u"certificateTypes"_s, QJsonArray());
                place = material;
                named += "item " + item.value(u"id"_s).toString().toUtf8() + " v1 material " + material.value(u"key"_s).toString().toUtf8() + ": ";
            }
            item.insert(u"materials"_s, materials);
            each = item;
        }
        items.resize(0);
        QVERIFY(items.write(QJsonDocument(all).toJson()) > 0);
        items.close();
        QVERIFY(named.size() >= 4);
        QTemporaryDir data;
        QProcess import;
        import.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), {u"--data"_s, data.path(), u"--import-catalogue"_s, folder.path()});
        QVERIFY(import.waitForFinished(30000));
        QCOMPARE(import.exitCode(), 1);
        const QByteArray said = import.readAllStandardError();
        QVERIFY2(said.startsWith("yichuang-exchange: CAT-007 "), said.constData());
        QCOMPARE(said.count('\n'), named.size());
        for (const QByteArray &name : std::as_const(named))
            QVERIFY2(said.contains(name), name.constData());
    }
    void whatWasAnsweredSurvivesAKill()
    {
        QProcess process;
        start(process);
        signIn();
        QList<QJsonObject> commands;
        for (int i = 0; i < 5; ++i) {
            commands.append(openCase());
            const Answer answer = call("POST", u"/commands"_s, {{u"commands"_s, QJsonArray{commands.last()}}});
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body.value(u"results"_s).toArray().first().toObject().value(u"outcome"_s).toString(), u"applied"_s);
        }
        process.kill();
        QVERIFY(process.waitForFinished(10000));

        QProcess again;
        start(again);
        for (const QJsonObject &command : commands) {
            const Answer answer = call("POST", u"/commands"_s, {{u"commands"_s, QJsonArray{command}}});
            QCOMPARE(answer.body.value(u"results"_s).toArray().first().toObject().value(u"outcome"_s).toString(), u"duplicate"_s);
        }
        QVERIFY(call("GET", u"/feed?after=0"_s).body.value(u"events"_s).toArray().size() >= 5);
        again.terminate();
        QVERIFY(again.waitForFinished(10000));
        QCOMPARE(again.exitCode(), 0);
    }
    void stopAnswersAParkedPoll()
    {
        QProcess process;
        start(process);
        signIn();
        const qint64 next = call("GET", u"/feed?after=0"_s).body.value(u"next"_s).toInteger();
        QNetworkRequest request(QUrl(m_base + u"/feed?wait=25&after=%1"_s.arg(next)));
        request.setRawHeader("Authorization", "Bearer " + m_token);
        std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        // A second call that is answered shows that the first one is parked by now.
        QCOMPARE(call("GET", u"/me"_s).status, 200);
        process.terminate();
        QVERIFY(reply->isFinished() || finished.wait(10000));
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        QVERIFY2(status == 200 || status == 503, qPrintable(QString::number(status)));
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
    }
    /** A journal that stands still, a paused terminal: calls are answered and the program ends all the same. */
    void nobodyReadsTheLog()
    {
        const QString pipe = m_folder.filePath(u"log"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const int reader = open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        QByteArray said;
        const auto readOn = [&said, reader] {
            std::array<char, 65536> part{};
            for (ssize_t got = 0; (got = read(reader, part.data(), part.size())) > 0;)
                said.append(part.data(), qsizetype(got));
            return said;
        };
        QProcess process;
        process.setStandardOutputFile(pipe);
        process.start(QStringLiteral(YICHUANG_EXCHANGE_PROGRAM), {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, m_folder.filePath(u"unread"_s), u"--seed-demo"_s, u"1"_s});
        static const QRegularExpression listening(u"listening on (\\S+)\n"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(QString::fromUtf8(readOn()).contains(listening), said.constData(), 60000);
        m_base = listening.match(QString::fromUtf8(said)).captured(1) + u"/api/v1"_s;
        said.clear();
        // A line has some hundred bytes, a pipe room for 65536.
        for (int i = 0; i < 1200; ++i)
            QVERIFY(call("GET", u"/health"_s).status > 0);
        readOn();
        QVERIFY(said.count('\n') < 1200);
        QVERIFY(call("GET", u"/health"_s).status > 0);
        QTRY_VERIFY2(readOn().contains("left out: "), said.right(300).constData());
        process.terminate();
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 0);
        close(reader);
    }

private:
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    QString m_base;
    QByteArray m_token;
};

QTEST_GUILESS_MAIN(ExchangeProgramTest)
#include "tst_exchangeprogram.moc"
