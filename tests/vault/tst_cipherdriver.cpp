// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultfixture.h"

#include <QtTest>
#include <atomic>
#include <limits>
#include <thread>
#include <vault/sqlerror.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::vault;
using namespace yichuang::vault::test;

/** What our driver does beyond the contract of Qt's own. */
class TstCipherDriver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSqlCipher();
    void opensNothingWithoutAKey();
    void makesNothingUnasked();
    void configures_data();
    void configures();
    void journalIsBounded();
    void readersCannotWrite();
    void isDefensive();
    void finishesReturningAtOnce();
    void refusesNumbersOutOfRange();
    void canBeInterrupted();
    void mapsErrors_data();
    void mapsErrors();

private:
    QTemporaryDir m_folder;
    QString fresh() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".db"_s); }
};

void TstCipherDriver::isSqlCipher()
{
    QVERIFY2(CipherDriver::cipherVersion().startsWith("4."_L1), qPrintable(CipherDriver::cipherVersion()));
}

void TstCipherDriver::opensNothingWithoutAKey()
{
    for (const KeyHandle &key : {KeyHandle(), std::make_shared<const SecureKey>()}) {
        CipherDriver driver;
        driver.setKey(key);
        QVERIFY(!driver.open(fresh(), {}, {}, {}, -1, u"CREATE"_s));
        QVERIFY(driver.isOpenError());
        QVERIFY(!QFile::exists(fresh()));
    }
}

void TstCipherDriver::makesNothingUnasked()
{
    CipherDriver driver;
    driver.setKey(keyOf('k'));
    QVERIFY(!driver.open(fresh(), {}, {}, {}, -1, {}));
    QCOMPARE(sqliteCode(driver.lastError()) & 0xff, 14);
    QVERIFY(!QFile::exists(fresh()));
}

void TstCipherDriver::configures_data()
{
    QTest::addColumn<bool>("reader");
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<QString>("value");
    for (const bool reader : {false, true}) {
        const QByteArray who = reader ? "reader " : "writer ";
        const auto row = [&](const char *pragma, const char *value) {
            QTest::newRow((who + pragma).constData())
                << reader << QString::fromLatin1(pragma) << QString::fromLatin1(value);
        };
        row("journal_mode", "wal");
        row("synchronous", "2");
        row("foreign_keys", "1");
        row("auto_vacuum", "2");
        row("secure_delete", "2");
        row("trusted_schema", "0");
        row("journal_size_limit", "67108864");
        row("busy_timeout", "5000");
        row("cache_size", reader ? "-65536" : "-16384");
        // SQLite's own would run inside a commit that somebody waits for; journalIsBounded shows what stands in its place.
        row("wal_autocheckpoint", "0");
        row("query_only", reader ? "1" : "0");
    }
}

void TstCipherDriver::configures()
{
    QFETCH(bool, reader);
    QFETCH(QString, pragma);
    QFETCH(QString, value);
    const auto writer = Vault::open(writerOf(fresh()));
    QVERIFY(writer);
    QCOMPARE(run(**writer, u"CREATE TABLE IF NOT EXISTS t(a)"_s), QString());
    const auto second = Vault::open(readerOf(fresh()));
    QVERIFY(second);
    QCOMPARE(ask(reader ? **second : **writer, u"PRAGMA "_s + pragma).toString(), value);
}

void TstCipherDriver::journalIsBounded()
{
    const auto writer = Vault::open(writerOf(fresh()));
    QVERIFY(writer);
    QCOMPARE(run(**writer, u"CREATE TABLE t(pad BLOB)"_s), QString());
    const QString add = u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<300) "
                        "INSERT INTO t SELECT randomblob(3000) FROM n"_s;
    int longest = 0;
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(run(**writer, add), QString());
        longest = qMax(longest, (*writer)->journalPages());
    }
    // 6000 pages were written: nobody moved the journal, so a commit did.
    QVERIFY2(longest >= 4000 && longest < 4500, qPrintable(QString::number(longest)));
    QVERIFY((*writer)->journalPages() < 4000);
    QCOMPARE(run(**writer, add), QString());
    QVERIFY((*writer)->journalPages() > 300);
    QVERIFY((*writer)->moveJournal());
    QCOMPARE((*writer)->journalPages(), 0);
    QCOMPARE(run(**writer, u"INSERT INTO t VALUES(1)"_s), QString());
    QVERIFY2((*writer)->journalPages() < 20, qPrintable(QString::number((*writer)->journalPages())));
}

void TstCipherDriver::readersCannotWrite()
{
    const auto writer = Vault::open(writerOf(fresh()));
    QVERIFY(writer);
    QCOMPARE(run(**writer, u"CREATE TABLE t(a)"_s), QString());
    const auto reader = Vault::open(readerOf(fresh()));
    QVERIFY(reader);
    QVERIFY(!run(**reader, u"INSERT INTO t VALUES(1)"_s).isEmpty());
    QSqlDatabase db = (*reader)->database();
    QVERIFY(db.transaction());
    QCOMPARE(ask(**reader, u"SELECT count(*) FROM t"_s).toInt(), 0);
    QCOMPARE(run(**writer, u"INSERT INTO t VALUES(1)"_s), QString());
    // One snapshot until the transaction ends.
    QCOMPARE(ask(**reader, u"SELECT count(*) FROM t"_s).toInt(), 0);
    QVERIFY(db.commit());
    QCOMPARE(ask(**reader, u"SELECT count(*) FROM t"_s).toInt(), 1);
}

void TstCipherDriver::isDefensive()
{
    const auto writer = Vault::open(writerOf(fresh()));
    QVERIFY(writer);
    QCOMPARE(run(**writer, u"CREATE VIRTUAL TABLE w USING fts5(t)"_s), QString());
    QCOMPARE(run(**writer, u"INSERT INTO w VALUES('word')"_s), QString());
    QVERIFY(!run(**writer, u"DELETE FROM w_data"_s).isEmpty());
    run(**writer, u"PRAGMA writable_schema=ON"_s);
    QVERIFY(!run(**writer, u"DELETE FROM sqlite_schema"_s).isEmpty());
    // A double-quoted word is a name, never silently a text.
    QVERIFY(!run(**writer, u"SELECT \"nothing\""_s).isEmpty());
}

void TstCipherDriver::finishesReturningAtOnce()
{
    const auto writer = Vault::open(writerOf(fresh()));
    QVERIFY(writer);
    QCOMPARE(run(**writer, u"CREATE TABLE t(a INTEGER PRIMARY KEY, b)"_s), QString());
    QSqlQuery query((*writer)->database());
    query.setForwardOnly(true);
    QVERIFY(query.exec(u"INSERT INTO t(b) VALUES(1),(2),(3) RETURNING a"_s));
    QCOMPARE(query.numRowsAffected(), 3);
    // The transaction is over although no row was read: another connection sees the rows and may write.
    const auto reader = Vault::open(readerOf(fresh()));
    QVERIFY(reader);
    QCOMPARE(ask(**reader, u"SELECT count(*) FROM t"_s).toInt(), 3);
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 1);
    QVERIFY(query.next() && query.next() && !query.next());
}

void TstCipherDriver::refusesNumbersOutOfRange()
{
    const auto writer = Vault::open(writerOf(fresh()));
    QVERIFY(writer);
    QSqlQuery query((*writer)->database());
    QVERIFY(query.prepare(u"SELECT ?"_s));
    query.addBindValue(std::numeric_limits<quint64>::max());
    QVERIFY(!query.exec());
    query.bindValue(0, quint64(std::numeric_limits<qint64>::max()));
    QVERIFY(query.exec() && query.next());
    QCOMPARE(query.value(0).toLongLong(), std::numeric_limits<qint64>::max());
}

void TstCipherDriver::canBeInterrupted()
{
    const auto writer = Vault::open(writerOf(fresh()));
    QVERIFY(writer);
    Connection &connection = **writer;
    std::atomic<bool> ended{false};
    // Interrupts until the query gave in: one call may come before the statement has started.
    std::thread impatient([&] {
        while (!ended) {
            connection.interrupt();
            std::this_thread::yield();
        }
    });
    QSqlQuery query(connection.database());
    const bool ran = query.exec(u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT count(*) FROM n"_s);
    ended = true;
    impatient.join();
    QVERIFY(!ran);
    QCOMPARE(sqliteCode(query.lastError()), 9);
    QCOMPARE(toError(query.lastError()).code, domain::FailureCode::StoreFailed);
    QVERIFY(toError(query.lastError()).retryable);
    QCOMPARE(ask(connection, u"SELECT 1"_s).toInt(), 1);
}

void TstCipherDriver::mapsErrors_data()
{
    using domain::FailureCode;
    QTest::addColumn<QString>("native");
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<bool>("retryable");
    QTest::newRow("corrupt") << u"11"_s << FailureCode::VaultDamaged << false;
    QTest::newRow("corrupt index") << u"779"_s << FailureCode::VaultDamaged << false;
    QTest::newRow("not a database") << u"26"_s << FailureCode::VaultDamaged << false;
    QTest::newRow("full") << u"13"_s << FailureCode::StoreDiskFull << true;
    QTest::newRow("read-only folder") << u"1544"_s << FailureCode::VaultNotWritable << false;
    QTest::newRow("cannot open") << u"14"_s << FailureCode::VaultNotWritable << false;
    QTest::newRow("busy snapshot") << u"517"_s << FailureCode::StoreFailed << true;
    QTest::newRow("constraint") << u"2067"_s << FailureCode::StoreFailed << false;
    QTest::newRow("no code") << u""_s << FailureCode::StoreFailed << false;
}

void TstCipherDriver::mapsErrors()
{
    QFETCH(QString, native);
    QFETCH(domain::FailureCode, code);
    QFETCH(bool, retryable);
    const auto error = toError(QSqlError(u"what"_s, u"near \"陈示例\": syntax error"_s, QSqlError::StatementError, native));
    QCOMPARE(error.code, code);
    QCOMPARE(error.retryable, retryable);
    QVERIFY(!error.detail.contains(u"示例"_s));
}

QTEST_GUILESS_MAIN(TstCipherDriver)
#include "tst_cipherdriver.moc"
