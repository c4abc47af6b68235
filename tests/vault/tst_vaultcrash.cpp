// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultfixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using namespace yichuang::vault::test;

namespace {

constexpr int RowsPerTransaction = 8;
constexpr int WaitMs = 20000;

/** Writes numbered transactions until it is killed, and says each number once it is committed. */
int writeForever(const QString &file)
{
    const auto vault = Vault::open(writerOf(file));
    if (!vault)
        return 2;
    QTextStream out(stdout);
    QSqlDatabase db = (*vault)->database();
    run(**vault, u"CREATE TABLE IF NOT EXISTS t(tx INTEGER, pad BLOB)"_s);
    const int start = ask(**vault, u"SELECT coalesce(max(tx), 0) FROM t"_s).toInt();
    for (int tx = start + 1;; ++tx) {
        if (!db.transaction())
            return 3;
        for (int i = 0; i < RowsPerTransaction; ++i) {
            if (!run(**vault, u"INSERT INTO t VALUES(%1, randomblob(900))"_s.arg(tx)).isEmpty())
                return 4;
        }
        if (!db.commit())
            return 5;
        out << tx << Qt::endl;
        // As the store does after its answers.
        if ((*vault)->journalPages() > 1000 && !(*vault)->moveJournal())
            return 6;
    }
}

/** Changes the key back and forth until it is killed. */
int rekeyForever(const QString &file)
{
    VaultRequest request = writerOf(file, 'a');
    request.pendingKey = keyOf('b');
    const auto vault = Vault::open(request);
    if (!vault)
        return 2;
    QTextStream(stdout) << "ready" << Qt::endl;
    for (int i = 0;; ++i) {
        if (!(*vault)->rekey(*keyOf(i % 2 ? 'a' : 'b')))
            return 3;
    }
}

} // namespace

/** kill -9 at any moment: what was acknowledged is there, what was not is there wholly or not at all. */
class TstVaultCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryAcknowledgedTransaction();
    void opensWithOneKeyOrTheOther();
};

void TstVaultCrash::keepsEveryAcknowledgedTransaction()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"store.db"_s);
    for (int round = 0; round < 12; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, file});
        // Further in each round, so that the checkpoints of a thousand pages are hit as well.
        int acknowledged = 0;
        for (int line = 0; line < 5 + 12 * round; ++line) {
            while (!writer.canReadLine())
                QVERIFY2(writer.waitForReadyRead(WaitMs), qPrintable(u"exit %1"_s.arg(writer.exitCode())));
            acknowledged = writer.readLine().trimmed().toInt();
        }
        writer.kill();
        QVERIFY(writer.waitForFinished(WaitMs));
        while (writer.canReadLine())
            acknowledged = writer.readLine().trimmed().toInt();
        const auto vault = Vault::open(writerOf(file));
        QVERIFY2(vault, qPrintable(vault ? QString() : vault.error().detail));
        QVERIFY(acknowledged > 0);
        QVERIFY(ask(**vault, u"SELECT max(tx) FROM t"_s).toInt() >= acknowledged);
        QCOMPARE(ask(**vault, u"SELECT count(*) - %1 * max(tx) FROM t"_s.arg(RowsPerTransaction)), QVariant(0));
        QCOMPARE(ask(**vault, u"SELECT count(*) FROM (SELECT tx FROM t GROUP BY tx HAVING count(*)<>%1)"_s
                                  .arg(RowsPerTransaction)),
                 QVariant(0));
        QCOMPARE((*vault)->checkIntegrity().value_or(QStringList{u"failed"_s}), QStringList());
    }
}

void TstVaultCrash::opensWithOneKeyOrTheOther()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"store.db"_s);
    {
        const auto vault = Vault::open(writerOf(file, 'a'));
        QVERIFY(vault);
        QCOMPARE(run(**vault, u"CREATE TABLE t(pad BLOB)"_s), QString());
        QCOMPARE(run(**vault, u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<500) "
                              "INSERT INTO t SELECT randomblob(3000) FROM n"_s), QString());
    }
    VaultRequest either = writerOf(file, 'a');
    either.pendingKey = keyOf('b');
    for (int round = 0; round < 8; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--rekey"_s, file});
        QVERIFY2(writer.waitForReadyRead(WaitMs), qPrintable(u"exit %1"_s.arg(writer.exitCode())));
        // A different moment of the rekey every round; the child is not waited for, it never ends by itself.
        QVERIFY(!writer.waitForFinished(7 + 13 * round));
        writer.kill();
        QVERIFY(writer.waitForFinished(WaitMs));
        const auto vault = Vault::open(either);
        QVERIFY2(vault, qPrintable(vault ? QString() : vault.error().detail));
        QCOMPARE(ask(**vault, u"SELECT count(*) FROM t"_s).toInt(), 500);
        QCOMPARE((*vault)->checkIntegrity().value_or(QStringList{u"failed"_s}), QStringList());
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString mode = app.arguments().value(1);
    if (mode == "--write"_L1)
        return writeForever(app.arguments().value(2));
    if (mode == "--rekey"_L1)
        return rekeyForever(app.arguments().value(2));
    TstVaultCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_vaultcrash.moc"
