// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "fakedesks.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <desk/systemclock.h>
#include <desktop/diagnostics.h>
#include <desktop/options.h>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using State = desk::DiagnosticsPart::State;

namespace {

constexpr int patienceMs = 20'000;

} // namespace

/** What is found of this machine and of a workplace over fake desks, and the file that is written of it. */
class DiagnosticsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_diagnostics.reset(); }
    void looksAtTheInstallation();
    void tellsWhatIsWrongWithTheWorkplace();
    void tellsOfALockThatIsNone();
    void storeThatDoesNotOpen();
    void storeThatDoesNotWrite();
    void exportsInOneCall();
    void secondReportHasAnotherName();
    void nothingOfAPersonIsInTheReport();
    void folderThatIsNotThere();

private:
    [[nodiscard]] QJsonObject exportedReport();
    [[nodiscard]] desk::DiagnosticsPart part(const QString &name) const;
    void look();
    QStringList m_lockFaults;
    domain::Result<void> m_written; ///< what comes of a trial of the store
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeDesks> m_fakes;
    std::unique_ptr<app::Diagnostics> m_diagnostics;
    desk::SystemClock m_clock;
};

void DiagnosticsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fakes = std::make_unique<FakeDesks>();
    m_fakes->sync.v = {};
    m_fakes->sync.v.connection = desk::Connection::Online;
    for (desk::ReaderView &reader : m_fakes->readers.list) {
        reader.phase = desk::ReaderView::Phase::Ready;
        reader.fault.reset();
    }
    m_written = domain::Result<void>();
    app::DesktopOptions options;
    options.lockFaults = m_lockFaults;
    const app::Diagnostics::Watched watched{m_fakes->signIn, m_fakes->readers, m_fakes->sync, [this] { return QtFuture::makeReadyFuture(m_written); },
                                            app::settingsPart(options)};
    m_diagnostics = std::make_unique<app::Diagnostics>(watched, m_clock, u"https://exchange.hall.example:8443"_s, m_folder->path());
}

desk::DiagnosticsPart DiagnosticsTest::part(const QString &name) const
{
    for (const desk::DiagnosticsPart &one : m_diagnostics->view().parts) {
        if (one.name == name)
            return one;
    }
    return {};
}

void DiagnosticsTest::look()
{
    m_diagnostics->look();
    QVERIFY(m_diagnostics->view().looking);
    QTRY_VERIFY_WITH_TIMEOUT(!m_diagnostics->view().looking, patienceMs);
}

QJsonObject DiagnosticsTest::exportedReport()
{
    m_diagnostics->exportReport();
    const bool ended = QTest::qWaitFor([this] { return !m_diagnostics->view().exported.isEmpty() || m_diagnostics->view().error; }, patienceMs);
    QFile file(m_diagnostics->view().exported);
    return ended && file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void DiagnosticsTest::looksAtTheInstallation()
{
    QVERIFY(m_diagnostics->view().parts.isEmpty());
    look();
    QVERIFY(m_diagnostics->view().lookedAt.isValid());
    QCOMPARE(part(u"cipher"_s).state, State::Good);
    QVERIFY(part(u"cipher"_s).facts.startsWith(u"4."_s));
    QVERIFY(part(u"qt"_s).facts.startsWith(QString::fromLatin1(qVersion())));
    QCOMPARE(part(u"exchange"_s).facts, u"https://exchange.hall.example:8443"_s);
    QCOMPARE(part(u"exchange"_s).state, State::Good);
    QCOMPARE(part(u"store"_s).state, State::Good);
    QCOMPARE(part(u"attachedReaders"_s).state, State::Good);
}

void DiagnosticsTest::tellsWhatIsWrongWithTheWorkplace()
{
    m_fakes->sync.v.connection = desk::Connection::Offline;
    m_fakes->sync.v.waiting = 7;
    m_fakes->sync.v.refusedCases = 1;
    m_fakes->sync.v.catalogueError = domain::Error{domain::FailureCode::CatalogueBadData, {}, false};
    m_fakes->sync.v.reason = domain::Error{domain::FailureCode::NetworkTls, u"no trusted authority"_s, true};
    m_fakes->readers.list[0].phase = desk::ReaderView::Phase::Fault;
    m_fakes->readers.list[0].fault = domain::Error{domain::FailureCode::ReaderPortBusy, u"EBUSY"_s, true};
    const QJsonObject report = exportedReport();
    QCOMPARE(part(u"exchange"_s).words, (QStringList{u"exchange-away"_s, u"catalogue-not-taken"_s, u"cases-refused"_s}));
    QCOMPARE(part(u"attachedReaders"_s).words, QStringList{u"reader-fault"_s});
    const QJsonObject exchange = report.value(u"exchange"_s).toObject();
    QCOMPARE(exchange.value(u"connection"_s).toString(), u"offline"_s);
    QCOMPARE(exchange.value(u"waiting"_s).toInt(), 7);
    QCOMPARE(exchange.value(u"fault"_s).toObject(), (QJsonObject{{u"code"_s, u"NET-003"_s}, {u"detail"_s, u"no trusted authority"_s}}));
    const QJsonObject reader = report.value(u"attachedReaders"_s).toObject().value(u"readers"_s).toArray().at(0).toObject();
    QCOMPARE(reader.value(u"phase"_s).toString(), u"fault"_s);
    QCOMPARE(reader.value(u"fault"_s).toObject().value(u"code"_s).toString(), u"RDR-002"_s);
    QVERIFY(report.value(u"notes"_s).toArray().contains(u"exchange-away"_s));
    // Without any reader that is what is told.
    m_fakes->readers.list.clear();
    look();
    QCOMPARE(part(u"attachedReaders"_s).words, QStringList{u"no-reader"_s});
}

void DiagnosticsTest::tellsOfALockThatIsNone()
{
    look();
    QCOMPARE(part(u"settings"_s).state, State::Good);
    m_lockFaults = {u"exchagne"_s};
    init();
    m_lockFaults.clear();
    look();
    QCOMPARE(part(u"settings"_s).state, State::Note);
    QCOMPARE(part(u"settings"_s).words, QStringList{u"unknown-lock"_s});
    QCOMPARE(part(u"settings"_s).facts, u"exchagne"_s);
}

void DiagnosticsTest::storeThatDoesNotOpen()
{
    m_fakes->signIn.enter(desk::EntryState::StoreFailed, domain::Error{domain::FailureCode::VaultDamaged, u"page 3"_s, false});
    const QJsonObject report = exportedReport();
    QCOMPARE(part(u"store"_s).state, State::Missing);
    QCOMPARE(report.value(u"store"_s).toObject().value(u"fault"_s).toObject().value(u"code"_s).toString(), u"VLT-005"_s);
    QVERIFY(report.value(u"missing"_s).toArray().contains(u"store"_s));
}

void DiagnosticsTest::storeThatDoesNotWrite()
{
    m_written = domain::failure(domain::FailureCode::StoreDiskFull, u"SQLite 13"_s, true);
    const QJsonObject report = exportedReport();
    QCOMPARE(part(u"store"_s).state, State::Missing);
    QCOMPARE(part(u"store"_s).words, QStringList{u"store-fails"_s});
    QCOMPARE(part(u"store"_s).facts, u"STO-002"_s);
    QCOMPARE(report.value(u"store"_s).toObject().value(u"fault"_s).toObject().value(u"code"_s).toString(), u"STO-002"_s);
    // What it does not tell is known from elsewhere as well.
    m_written = domain::Result<void>();
    m_fakes->sync.v.storeError = domain::Error{domain::FailureCode::StoreFailed, {}, false};
    look();
    QCOMPARE(part(u"store"_s).facts, u"STO-001"_s);
    m_fakes->sync.v.storeError.reset();
    look();
    QCOMPARE(part(u"store"_s).state, State::Good);
    QVERIFY(part(u"store"_s).facts.isEmpty());
}

void DiagnosticsTest::exportsInOneCall()
{
    const QJsonObject report = exportedReport();
    QVERIFY2(!m_diagnostics->view().error, qPrintable(m_diagnostics->view().error ? m_diagnostics->view().error->detail : QString()));
    for (const QString &member : {u"version"_s, u"at"_s, u"system"_s, u"qt"_s, u"cipher"_s, u"tls"_s, u"keychain"_s, u"translation"_s, u"fonts"_s,
                                  u"printing"_s, u"readers"_s, u"settings"_s, u"store"_s, u"exchange"_s, u"attachedReaders"_s, u"missing"_s, u"notes"_s})
        QVERIFY2(report.contains(member), qPrintable(member));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QFileInfo(m_diagnostics->view().exported).fileName()});
}

void DiagnosticsTest::secondReportHasAnotherName()
{
    QVERIFY(!exportedReport().isEmpty());
    const QString first = m_diagnostics->view().exported;
    QVERIFY(!exportedReport().isEmpty());
    QVERIFY(m_diagnostics->view().exported != first);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void DiagnosticsTest::nothingOfAPersonIsInTheReport()
{
    m_fakes->counter.playNewborn();
    desk::OutboxRow row;
    row.title = u"新生儿出生 王示例"_s;
    row.caseLabel = u"990100200001010028"_s;
    m_fakes->sync.v.waitingRows = {row};
    QVERIFY(!exportedReport().isEmpty());
    QFile file(m_diagnostics->view().exported);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString &word : {u"示例"_s, u"990100"_s, m_fakes->signIn.who().name})
        QVERIFY2(!text.contains(word), qPrintable(word));
}

void DiagnosticsTest::folderThatIsNotThere()
{
    QVERIFY(m_folder->remove());
    QVERIFY(exportedReport().isEmpty());
    QCOMPARE(m_diagnostics->view().error->code, domain::FailureCode::ReportNotWritable);
    QVERIFY(m_diagnostics->view().exported.isEmpty());
}

QTEST_MAIN(DiagnosticsTest)
#include "tst_diagnostics.moc"
