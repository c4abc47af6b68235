// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/fault.h>

#include <QTest>

using namespace yichuang;
using cardsim::Fault;

class TestFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
};

void TestFault::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Fault::Kind>("kind");
    QTest::addColumn<int>("argument");
    QTest::addColumn<int>("at"); ///< -1: anywhere
    const auto row = [](const char *text, Fault::Kind kind, int argument, int at) { QTest::newRow(text) << QString::fromLatin1(text) << kind << argument << at; };
    row("split", Fault::Kind::Split, 4, -1);
    row("split 9", Fault::Kind::Split, 9, -1);
    row("glue", Fault::Kind::Glue, 0, -1);
    row("checksum at read", Fault::Kind::Checksum, 0, int(device::Command::ReadBase));
    row("length -1 at find", Fault::Kind::Length, -1, int(device::Command::FindCard));
    row("  status   3F  at  select ", Fault::Kind::Status, 0x3F, int(device::Command::SelectCard));
    row("silence 3", Fault::Kind::Silence, 3, -1);
    row("garbage 10 at address", Fault::Kind::Garbage, 10, int(device::Command::ReadAppendedAddress));
    row("pull", Fault::Kind::PullAfterSelect, 0, -1);
    row("unplug-in-frame", Fault::Kind::UnplugInFrame, 0, -1);
}

void TestFault::parses()
{
    QFETCH(const QString, text);
    QFETCH(const Fault::Kind, kind);
    QFETCH(const int, argument);
    QFETCH(const int, at);
    const auto fault = Fault::parse(text);
    QVERIFY(fault);
    QCOMPARE(fault->kind, kind);
    QCOMPARE(fault->argument, argument);
    QCOMPARE(fault->at ? int(*fault->at) : -1, at);
    QVERIFY(Fault::names().contains(text.simplified().section(QLatin1Char(' '), 0, 0)));
}

void TestFault::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "fire", "split 0", "split x", "status 100", "silence 0", "glue 1 2", "checksum at", "checksum at home", "checksum at read now"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestFault::refuses()
{
    QFETCH(const QString, text);
    QCOMPARE(Fault::parse(text).error().code, domain::FailureCode::ArgumentInvalid);
}

QTEST_APPLESS_MAIN(TestFault)
#include "tst_fault.moc"
