// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <badwebserver.h>
#include <updatedesk.h>

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace yichuang;
using namespace yichuang::update;
using namespace Qt::StringLiterals;
using domain::FailureCode;
using test::BadWebServer;
using test::ReleaseFolder;
using test::StillClock;
using test::UpdateDesk;
using Stage = UpdateStatus::Stage;

namespace {

/** Gives out the files of its folder over TLS: port, certificate, key. */
constexpr char tlsServer[] = R"(import http.server, ssl, sys
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2], sys.argv[3])
server = http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), http.server.SimpleHTTPRequestHandler)
server.socket = context.wrap_socket(server.socket, server_side=True)
print('ACCEPT', flush=True)
server.serve_forever()
)";

} // namespace

/** From the list to a version that is ready, over folders and networks that fail. */
class TstUpdater : public QObject, private UpdateDesk
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void fromAFolder();
    void fromTheWeb();
    void fromAServerThatSaysNoLength();
    void throughAProxy();
    void overTls_data();
    void overTls();
    void goesOnWhereTheLineWasCut_data();
    void goesOnWhereTheLineWasCut();
    void goesOnAfterTheProcessDied();
    void refuses_data();
    void refuses();
    void nothingIsFetchedBeforeTheSignature();
    void redirectToAnotherProtocol();
    void noOlderListAfterANewerOne();
    void takenBack();
    void agreedIsRemembered();
    void waitsForTheRunningOnesTrial();
    void pinDoesNotWait();
    void whatDoesNotRunIsNotOfferedAgain();
    void partOfAnotherVersionIsNotGoneOnFrom();
    void endsWhileFetching();
};

void TstUpdater::init()
{
    reset();
}

void TstUpdater::fromAFolder()
{
    const auto updater = make(m_folder->path());
    QCOMPARE(look(*updater), Stage::Ready);
    QCOMPARE(updater->status().version, u"0.2.0"_s);
    QCOMPARE(updater->status().notes.value(u"en"_s), u"What is new"_s);
    QVERIFY(!updater->status().fault);
    QVERIFY(QFile(installation().nextFile()).permissions() & QFile::ExeOwner);
    QVERIFY(!QFile::exists(installation().partFile()));
    QVERIFY(updater->exchange());
    QVERIFY(installation().isOnTrial(u"0.2.0"_s));
}

void TstUpdater::fromTheWeb()
{
    BadWebServer server(m_folder->path());
    const auto updater = make(server.url());
    QCOMPARE(look(*updater), Stage::Ready);
    QCOMPARE(server.asked, (QStringList{u"/updates/yichuang-stable.json"_s, u"/updates/yichuang-stable.json.sig"_s, u"/updates/yichuang-0.2.0.AppImage"_s}));
}

void TstUpdater::fromAServerThatSaysNoLength()
{
    BadWebServer server(m_folder->path());
    server.saysLength = false;
    QCOMPARE(look(*make(server.url())), Stage::Ready);
}

/** At the address itself nobody listens. */
void TstUpdater::throughAProxy()
{
    BadWebServer proxy(m_folder->path());
    UpdateSettings settings = settingsFor(u"http://127.0.0.1:9/updates"_s);
    settings.proxy = u"http://127.0.0.1:%1"_s.arg(proxy.serverPort());
    const auto updater = make(settings);
    QCOMPARE(look(*updater), Stage::Ready);
    QCOMPARE(proxy.asked.first(), u"http://127.0.0.1:9/updates/yichuang-stable.json"_s);
}

void TstUpdater::overTls_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::newRow("authority of the hall") << true;
    QTest::newRow("unknown authority") << false;
}

/** Against a server of another make, with a certificate that only the settings can make trusted. */
void TstUpdater::overTls()
{
    QFETCH(bool, trusted);
    const QString certificate = m_place->filePath(u"hall.pem"_s);
    const QString key = m_place->filePath(u"hall.key"_s);
    QCOMPARE(QProcess::execute(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-subj"_s, u"/CN=hall.example"_s,
                                              u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s, certificate, u"-batch"_s, u"-days"_s, u"2"_s}), 0);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QString port = QString::number(free.serverPort());
    free.close();
    QProcess server;
    server.setWorkingDirectory(m_folder->path());
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(u"python3"_s, {u"-c"_s, QString::fromLatin1(tlsServer), port, certificate, key});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += server.readAll()).contains("ACCEPT"), 20'000);
    UpdateSettings settings = settingsFor(u"https://127.0.0.1:"_s + port);
    if (trusted) {
        QFile file(certificate);
        QVERIFY(file.open(QIODevice::ReadOnly));
        settings.authoritiesPem = file.readAll();
    }
    const auto updater = make(settings);
    const Stage came = look(*updater);
    said += server.readAll();
    QVERIFY2(came == (trusted ? Stage::Ready : Stage::Idle), said.constData());
    if (!trusted)
        QCOMPARE(updater->status().fault->code, FailureCode::UpdateUnreachable);
    server.kill();
    server.waitForFinished();
}

void TstUpdater::goesOnWhereTheLineWasCut_data()
{
    QTest::addColumn<bool>("ranges");
    QTest::newRow("a server that goes on from a byte") << true;
    QTest::newRow("a server that begins anew") << false;
}

void TstUpdater::goesOnWhereTheLineWasCut()
{
    QFETCH(bool, ranges);
    BadWebServer server(m_folder->path());
    server.knowsRanges = ranges;
    server.cutAfter = 1'000'000;
    const auto updater = make(server.url());
    QCOMPARE(look(*updater), Stage::Idle);
    QCOMPARE(updater->status().fault->code, FailureCode::UpdateUnreachable);
    const qint64 kept = QFile(installation().partFile()).size();
    QVERIFY2(kept > 0 && kept <= 1'000'000, qPrintable(QString::number(kept)));
    QCOMPARE(look(*updater), Stage::Ready);
    QCOMPARE(server.ranges.last(), QByteArray::number(kept));
}

void TstUpdater::goesOnAfterTheProcessDied()
{
    BadWebServer server(m_folder->path());
    server.cutAfter = 2'000'000;
    QCOMPARE(look(*make(server.url())), Stage::Idle);
    const qint64 kept = QFile(installation().partFile()).size();
    QVERIFY(kept > 0);
    QCOMPARE(look(*make(server.url())), Stage::Ready);
    QCOMPARE(server.ranges.last(), QByteArray::number(kept));
    // And once more: what is there already is checked, not fetched.
    const qsizetype before = server.asked.size();
    QCOMPARE(look(*make(server.url())), Stage::Ready);
    QCOMPARE(server.asked.size(), before + 2);
}

void TstUpdater::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("no list") << u"no list"_s << u"UPD-002"_s;
    QTest::newRow("no signature") << u"no signature"_s << u"UPD-002"_s;
    QTest::newRow("empty signature") << u"empty signature"_s << u"UPD-003"_s;
    QTest::newRow("list changed") << u"list changed"_s << u"UPD-003"_s;
    QTest::newRow("another key") << u"another key"_s << u"UPD-003"_s;
    QTest::newRow("signed nonsense") << u"signed nonsense"_s << u"UPD-004"_s;
    QTest::newRow("signed and huge") << u"signed and huge"_s << u"UPD-004"_s;
    QTest::newRow("newer form") << u"newer form"_s << u"UPD-005"_s;
    QTest::newRow("expired") << u"expired"_s << u"UPD-006"_s;
    QTest::newRow("file changed") << u"file changed"_s << u"UPD-011"_s;
    QTest::newRow("file longer") << u"file longer"_s << u"UPD-011"_s;
    QTest::newRow("file shorter") << u"file shorter"_s << u"UPD-011"_s;
    QTest::newRow("no file") << u"no file"_s << u"UPD-002"_s;
    QTest::newRow("says another version") << u"says another version"_s << u"UPD-013"_s;
    QTest::newRow("server says 503") << u"503"_s << u"UPD-002"_s;
}

void TstUpdater::refuses()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    const QString list = m_folder->file(u"yichuang-stable.json"_s);
    const QString program = m_folder->file(u"yichuang-0.2.0.AppImage"_s);
    const auto sign = [&](const QByteArray &bytes) {
        ReleaseFolder::write(list, bytes);
        ReleaseFolder::write(list + u".sig"_s, m_folder->key.line(bytes));
    };
    QFile file(program);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    BadWebServer server(m_folder->path());
    if (what == "no list"_L1)
        QFile::remove(list);
    else if (what == "no signature"_L1)
        QFile::remove(list + u".sig"_s);
    else if (what == "empty signature"_L1)
        ReleaseFolder::write(list + u".sig"_s, {});
    else if (what == "list changed"_L1)
        ReleaseFolder::write(list, "{}");
    else if (what == "another key"_L1)
        m_folder->key = test::SigningKey('x'), m_folder->publish();
    else if (what == "signed nonsense"_L1)
        sign("[1,2");
    else if (what == "signed and huge"_L1)
        sign(QByteArray(300 << 10, ' '));
    else if (what == "newer form"_L1)
        sign(R"({"format":2,"all":"different"})");
    else if (what == "file changed"_L1)
        ReleaseFolder::write(program, QByteArray(bytes).replace(100, 1, "x"));
    else if (what == "file longer"_L1)
        ReleaseFolder::write(program, bytes + 'x');
    else if (what == "file shorter"_L1)
        ReleaseFolder::write(program, bytes.chopped(1));
    else if (what == "no file"_L1)
        QFile::remove(program);
    else if (what == "503"_L1)
        server.status = 503;
    else if (what == "expired"_L1)
        m_clock.time = m_folder->list.expires;
    else
        m_folder->putProgram(u"0.2.0"_s, 0, u"0.2.1"_s), m_folder->publish();
    for (const QString &source : {m_folder->path(), server.url()}) {
        if (what == "503"_L1 && source == m_folder->path())
            continue;
        QFile::remove(state());
        QFile::remove(installation().refusedFile());
        const auto updater = make(source);
        QCOMPARE(look(*updater), Stage::Idle);
        QVERIFY(updater->status().fault);
        QCOMPARE(domain::failureText(updater->status().fault->code), code);
        QVERIFY(!QFile::exists(installation().nextFile()));
        QVERIFY(code != "UPD-011"_L1 || QFile(installation().partFile()).size() == 0);
    }
    m_clock.time = StillClock().time;
}

void TstUpdater::nothingIsFetchedBeforeTheSignature()
{
    ReleaseFolder::write(m_folder->file(u"yichuang-stable.json.sig"_s), "forged");
    BadWebServer server(m_folder->path());
    const auto updater = make(server.url());
    QCOMPARE(look(*updater), Stage::Idle);
    QCOMPARE(server.asked.size(), 2);
    QCOMPARE(UpdateState(state()).sequence(), 0);
}

void TstUpdater::redirectToAnotherProtocol()
{
    BadWebServer server(m_folder->path());
    server.redirectTo = "ftp://127.0.0.1/updates/yichuang-stable.json";
    const auto updater = make(server.url());
    QCOMPARE(look(*updater), Stage::Idle);
    QCOMPARE(updater->status().fault->code, FailureCode::UpdateUnreachable);
}

void TstUpdater::noOlderListAfterANewerOne()
{
    m_folder->list.sequence = 5;
    m_folder->list.releases.first().percent = 0;
    m_folder->publish();
    QCOMPARE(look(*make(m_folder->path())), Stage::Idle);
    QCOMPARE(UpdateState(state()).sequence(), 5);
    m_folder->list.sequence = 4;
    m_folder->list.releases.first().percent = 100;
    m_folder->publish();
    const auto updater = make(m_folder->path());
    QCOMPARE(look(*updater), Stage::Idle);
    QCOMPARE(updater->status().fault->code, FailureCode::UpdateReplayed);
}

void TstUpdater::takenBack()
{
    const auto updater = make(m_folder->path());
    QCOMPARE(look(*updater), Stage::Ready);
    m_folder->list.sequence = 2;
    m_folder->list.releases.clear();
    m_folder->publish();
    QCOMPARE(look(*updater), Stage::Idle);
    QVERIFY(!QFile::exists(installation().nextFile()));
    QVERIFY(!UpdateState(state()).waiting());
    QVERIFY(!updater->exchange());
}

void TstUpdater::agreedIsRemembered()
{
    {
        const auto updater = make(m_folder->path());
        QCOMPARE(look(*updater), Stage::Ready);
        updater->agree();
        QVERIFY(updater->status().agreed);
    }
    QVERIFY(UpdateState(state()).waiting()->agreed);
    const auto updater = make(m_folder->path());
    QCOMPARE(look(*updater), Stage::Ready);
    QVERIFY(updater->status().agreed);
}

/** Nothing is offered, nor taken, before the version that runs has shown that it works. */
void TstUpdater::waitsForTheRunningOnesTrial()
{
    const Installation here = installation();
    ReleaseFolder::write(here.previousFile(), "the one before");
    ReleaseFolder::write(here.trialFile(), toBytes({Trial::State::OnTrial, u"0.1.0"_s, u"0.0.9"_s, 1}));
    Updater::Pace pace = never;
    pace.provingMs = 10;
    Updater updater(settingsFor(m_folder->path()), here, Running{u"0.1.0"_s, 3}, state(), m_clock, pace);
    updater.begin();
    updater.lookNow();
    QTRY_VERIFY_WITH_TIMEOUT(UpdateState(state()).waiting(), 20'000);
    QTest::qWait(50);
    QCOMPARE(updater.status().stage, Stage::Trying);
    QSignalSpy taken(&updater, &Updater::taken);
    updater.takeNow();
    QVERIFY(taken.first().first().value<std::optional<domain::Error>>());
    updater.agree();
    QVERIFY(!UpdateState(state()).waiting()->agreed);
    here.prove(u"0.1.0"_s);
    QTRY_COMPARE(updater.status().stage, Stage::Ready);
    QCOMPARE(updater.status().version, u"0.2.0"_s);
    QVERIFY(updater.exchange());
    QCOMPARE(here.trial(), (Trial{Trial::State::OnTrial, u"0.2.0"_s, u"0.1.0"_s, 0}));
}

void TstUpdater::pinDoesNotWait()
{
    ReleaseFolder::write(installation().trialFile(), toBytes({Trial::State::OnTrial, u"0.1.0"_s, u"0.0.9"_s, 1}));
    UpdateSettings settings = settingsFor(m_folder->path());
    settings.pin = u"0.2.0"_s;
    QCOMPARE(look(*make(settings)), Stage::Ready);
}

void TstUpdater::whatDoesNotRunIsNotOfferedAgain()
{
    m_folder->putProgram(u"0.2.0"_s, 0, u"something else"_s);
    m_folder->publish();
    const auto updater = make(m_folder->path());
    QCOMPARE(look(*updater), Stage::Idle);
    QCOMPARE(updater->status().fault->code, FailureCode::UpdateDoesNotRun);
    QCOMPARE(installation().refused(), QSet<QString>{u"0.2.0"_s});
    QCOMPARE(look(*updater), Stage::Idle);
    QVERIFY(!updater->status().fault);
}

void TstUpdater::partOfAnotherVersionIsNotGoneOnFrom()
{
    BadWebServer server(m_folder->path());
    server.cutAfter = 1'000'000;
    QCOMPARE(look(*make(server.url())), Stage::Idle);
    m_folder->list.sequence = 2;
    m_folder->putProgram(u"0.3.0"_s, 4 << 20);
    m_folder->publish();
    const auto updater = make(server.url());
    QCOMPARE(look(*updater), Stage::Ready);
    QCOMPARE(updater->status().version, u"0.3.0"_s);
    QCOMPARE(server.ranges.last(), QByteArray());
}

void TstUpdater::endsWhileFetching()
{
    BadWebServer server(m_folder->path());
    auto updater = make(server.url());
    updater->lookNow();
    QTRY_VERIFY(updater->status().stage == Stage::Fetching);
    updater.reset();
    QCOMPARE(look(*make(server.url())), Stage::Ready);
}

QTEST_GUILESS_MAIN(TstUpdater)
#include "tst_updater.moc"
