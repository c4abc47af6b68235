// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/status.h>

#include <QTest>

using namespace yichuang::device;
using yichuang::domain::FailureCode;

class TestStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatus_data();
    void everyStatus();
    void everyRowIsTested();
    void unknownBytesAreDamage();
};

void TestStatus::everyStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Reaction>("reaction");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, int status, Reaction reaction, const char *code) {
        QTest::newRow(name) << status << reaction << QString::fromLatin1(code);
    };
    row("done", 0x90, Reaction::GoOn, "");
    row("found", 0x9F, Reaction::GoOn, "");
    row("no item", 0x91, Reaction::Empty, "");
    row("checksum", 0x10, Reaction::Resend, "RDR-009");
    row("length", 0x11, Reaction::Resend, "RDR-010");
    row("command", 0x21, Reaction::Fault, "RDR-011");
    row("privilege", 0x23, Reaction::Fault, "RDR-011");
    row("unrecognised", 0x24, Reaction::Fault, "RDR-011");
    row("card rejects", 0x31, Reaction::AskAgain, "RDR-012");
    row("sam rejects", 0x32, Reaction::AskAgain, "RDR-012");
    row("text", 0x33, Reaction::AskAgain, "RDR-014");
    row("fingerprint", 0x37, Reaction::AskAgain, "RDR-014");
    row("info length", 0x3F, Reaction::AskAgain, "RDR-014");
    row("card kind", 0x40, Reaction::TellClerk, "RDR-015");
    row("read", 0x41, Reaction::AskAgain, "RDR-005");
    row("random", 0x47, Reaction::AskAgain, "RDR-005");
    row("self-test", 0x60, Reaction::Fault, "RDR-006");
    row("not authorised", 0x66, Reaction::Fault, "RDR-007");
    row("find", 0x80, Reaction::NoCard, "RDR-004");
    row("select", 0x81, Reaction::FindAgain, "RDR-005");
    row("host: open", 0x01, Reaction::Port, "RDR-003");
    row("host: time-out", 0x02, Reaction::Port, "RDR-008");
    row("host: transfer", 0x03, Reaction::Port, "RDR-019");
    row("host: unusable", 0x05, Reaction::Port, "RDR-003");
    row("host: file", 0x09, Reaction::Port, "RDR-001");
}

void TestStatus::everyStatus()
{
    QFETCH(const int, status);
    QFETCH(const Reaction, reaction);
    QFETCH(const QString, code);
    const StatusInfo info = statusInfo(static_cast<quint8>(status));
    QCOMPARE(int(info.status), status);
    QCOMPARE(info.reaction, reaction);
    QCOMPARE(info.failure ? yichuang::domain::failureText(*info.failure) : QString(), code);
    QVERIFY(*info.meaning != '\0');
}

void TestStatus::everyRowIsTested()
{
    QCOMPARE(statusTable().size(), std::size_t{25});
}

void TestStatus::unknownBytesAreDamage()
{
    int unknown = 0;
    for (int status = 0; status < 256; ++status) {
        const StatusInfo info = statusInfo(static_cast<quint8>(status));
        QCOMPARE(int(info.status), status);
        if (info.failure == FailureCode::ReaderReplyInvalid && info.reaction == Reaction::Resend)
            ++unknown;
    }
    QCOMPARE(unknown, 256 - 25);
}

QTEST_APPLESS_MAIN(TestStatus)
#include "tst_status.moc"
