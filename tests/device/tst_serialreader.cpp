// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The serial line on a pseudo-terminal: readings, hot plug, and the reasons why a port does not open.
#include <cardsim/ptyendpoint.h>
#include <cardsim/readerprobe.h>
#include <cardsim/simulator.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace yichuang;
using namespace yichuang::device;
using namespace yichuang::testing;
using namespace Qt::StringLiterals;
using domain::FailureCode;

class TestSerialReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsOverAPty();
    void hotPlug();
    void unplugInTheMiddleOfAFrame();
    void theNextSessionFindsAFreshLine();
    void asksForTheRateOfTheUri();
    void portsThatDoNotOpen_data();
    void portsThatDoNotOpen();
    void aPortInUseIsBusy();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<cardsim::Simulator> m_simulator;
    QString m_uri;
};

void TestSerialReader::initTestCase()
{
#ifndef Q_OS_UNIX
    QSKIP("pseudo-terminals are a Unix thing");
#endif
}

void TestSerialReader::init()
{
    m_simulator.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_simulator = std::make_unique<cardsim::Simulator>(std::make_unique<cardsim::PtyEndpoint>(m_folder->filePath(u"reader"_s)), quickRate);
    QVERIFY(m_simulator->plug());
    m_uri = m_simulator->readerUri();
}

void TestSerialReader::readsOverAPty()
{
    ReaderProbe probe(m_uri);
    m_simulator->module().with([](cardsim::Module &module) { module.place(demoCard(u"citizen-wang"_s)); });
    probe.start();
    QTRY_COMPARE(probe.readings.size(), 1);
    QCOMPARE(probe.readings.first().card, demoCard(u"citizen-wang"_s).card);
}

void TestSerialReader::hotPlug()
{
    ReaderProbe probe(m_uri);
    probe.start();
    for (int round = 1; round <= 3; ++round) {
        QTRY_VERIFY(probe.isWaiting());
        m_simulator->unplug();
        QTRY_COMPARE(probe.state().diagnosis.failure, std::optional(FailureCode::ReaderUnplugged));
        QVERIFY(m_simulator->plug());
        m_simulator->module().with([](cardsim::Module &module) { module.place(demoCard(u"citizen-li"_s)); });
        QTRY_COMPARE(probe.readings.size(), round);
        m_simulator->module().with([](cardsim::Module &module) { module.remove(); });
    }
}

void TestSerialReader::unplugInTheMiddleOfAFrame()
{
    ReaderProbe probe(m_uri);
    m_simulator->module().with([](cardsim::Module &module) {
        module.place(demoCard(u"citizen-li"_s));
        module.inject({cardsim::Fault::Kind::UnplugInFrame, 0, Command::ReadBase});
    });
    probe.start();
    QTRY_COMPARE(probe.state().diagnosis.failure, std::optional(FailureCode::ReaderUnplugged));
    QVERIFY(!m_simulator->isPlugged());
    QCOMPARE(probe.state().phase, ReaderPhase::Absent);
    for (const ReaderState &state : std::as_const(probe.states))
        QVERIFY2(state.phase != ReaderPhase::Fault, qPrintable(state.diagnosis.detail));
    QVERIFY(m_simulator->plug());
    QTRY_COMPARE(probe.readings.size(), 1);
}

void TestSerialReader::theNextSessionFindsAFreshLine()
{
    for (int round = 0; round < 3; ++round) {
        ReaderProbe probe(m_uri);
        m_simulator->module().with([](cardsim::Module &module) { module.place(demoCard(u"citizen-li"_s)); });
        probe.start();
        QTRY_COMPARE(probe.readings.size(), 1);
    }
}

void TestSerialReader::asksForTheRateOfTheUri()
{
    // The first question is lost, as at a wrong rate; the session then finds the module at 115200 and moves it to 9600.
    m_simulator->module().with([](cardsim::Module &module) { module.inject({cardsim::Fault::Kind::Silence, 2, Command::SamStatus}); });
    ReaderProbe probe(m_uri + u"?baud=9600"_s);
    probe.start();
    QTRY_VERIFY(probe.isWaiting());
    QTRY_COMPARE(m_simulator->module().with([](cardsim::Module &module) { return module.lineRate(); }), 9600);
    m_simulator->module().with([](cardsim::Module &module) { module.place(demoCard(u"citizen-li"_s)); });
    QTRY_COMPARE(probe.readings.size(), 1);
}

void TestSerialReader::portsThatDoNotOpen_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<FailureCode>("code");
    QTest::newRow("missing") << u"missing"_s << FailureCode::ReaderNotFound;
    QTest::newRow("no right") << u"no right"_s << FailureCode::ReaderPermission;
}

void TestSerialReader::portsThatDoNotOpen()
{
    QFETCH(const QString, kind);
    QFETCH(const FailureCode, code);
    const QString path = m_folder->filePath(u"port"_s);
    if (kind == u"no right") {
#ifdef Q_OS_UNIX
        if (::geteuid() == 0)
            QSKIP("root may open every port");
#endif
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions({}));
    }
    ReaderProbe probe(u"serial:"_s + path);
    probe.start();
    QTRY_COMPARE(probe.state().phase, ReaderPhase::Absent);
    QCOMPARE(probe.state().diagnosis.failure, std::optional(code));
}

void TestSerialReader::aPortInUseIsBusy()
{
    ReaderProbe first(m_uri);
    first.start();
    QTRY_VERIFY(first.isWaiting());
    ReaderProbe second(m_uri);
    second.start();
    QTRY_COMPARE(second.state().phase, ReaderPhase::Absent);
    QCOMPARE(second.state().diagnosis.failure, std::optional(FailureCode::ReaderPortBusy));
    QVERIFY(first.isWaiting());
}

QTEST_GUILESS_MAIN(TestSerialReader)
#include "tst_serialreader.moc"
