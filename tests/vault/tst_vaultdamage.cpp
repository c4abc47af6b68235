// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultfixture.h"

#include <QtTest>
#include <functional>
#include <vault/sqlerror.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using namespace yichuang::vault::test;
using yichuang::domain::FailureCode;

namespace {

constexpr qint64 Page = 4096;
constexpr int Rows = 500;

using Damage = std::function<void(const QString &file)>;

void flipBit(const QString &file, qint64 at)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::ReadWrite) && out.seek(at));
    char byte = 0;
    QVERIFY(out.getChar(&byte) && out.seek(at) && out.putChar(char(byte ^ 4)));
}

void cutTo(const QString &file, qint64 size)
{
    QVERIFY(QFile::resize(file, size));
}

qint64 halfInPages(const QString &file)
{
    return QFileInfo(file).size() / 2 / Page * Page;
}

} // namespace

/** Every way a store's files were seen to break, and what the clerk is told. */
class TstVaultDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void refusesToOpen_data();
    void refusesToOpen();
    void findsALaterPage();
    void keepsTheFirstCause();
    void survivesTheLossOfSharedMemory();
    void opensWithoutItsJournal_data();
    void opensWithoutItsJournal();
    void keepsAJournalFromAWrongKey();

private:
    void fill();
    /** The files of a store that was not closed: the journal holds the rows. */
    QString liveCopy();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TstVaultDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"store.db"_s);
    fill();
}

void TstVaultDamage::fill()
{
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY(vault);
    QCOMPARE(run(**vault, u"CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)"_s), QString());
    QCOMPARE(run(**vault, u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<%1) "
                          "INSERT INTO t SELECT x, hex(randomblob(200)) FROM n"_s.arg(Rows)), QString());
}

QString TstVaultDamage::liveCopy()
{
    const QString copy = m_folder->filePath(u"copy.db"_s);
    const auto vault = Vault::open(writerOf(m_file));
    if (!vault || !run(**vault, u"UPDATE t SET body='later'"_s).isEmpty())
        return {};
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".marker"_s})
        QFile::copy(m_file + suffix, copy + suffix);
    return copy;
}

void TstVaultDamage::refusesToOpen_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<FailureCode>("code");
    const auto row = [](const char *name, FailureCode code, Damage damage) { QTest::newRow(name) << damage << code; };
    row("cut inside a page", FailureCode::VaultDamaged, [](const QString &f) { cutTo(f, halfInPages(f) + 100); });
    row("cut between pages", FailureCode::VaultDamaged, [](const QString &f) { cutTo(f, halfInPages(f)); });
    row("bit in page 1", FailureCode::VaultDamaged, [](const QString &f) { flipBit(f, 2000); });
    row("bit in the salt", FailureCode::VaultDamaged, [](const QString &f) { flipBit(f, 3); });
    row("emptied", FailureCode::VaultDamaged, [](const QString &f) { cutTo(f, 0); });
    row("one byte left", FailureCode::VaultDamaged, [](const QString &f) { cutTo(f, 1); });
    row("less than a page left", FailureCode::VaultDamaged, [](const QString &f) { cutTo(f, 2000); });
    row("gone", FailureCode::VaultDamaged, [](const QString &f) { QVERIFY(QFile::remove(f)); });
    row("one byte, never a store", FailureCode::VaultForeignFile, [](const QString &f) {
        cutTo(f, 1);
        QVERIFY(QFile::remove(f + u".marker"_s));
    });
    row("a folder in its place", FailureCode::VaultNotWritable, [](const QString &f) {
        QVERIFY(QFile::remove(f) && QDir().mkdir(f));
    });
    row("its folder is gone", FailureCode::VaultNotWritable, [](const QString &f) {
        QVERIFY(QDir(QFileInfo(f).path()).removeRecursively());
    });
}

void TstVaultDamage::refusesToOpen()
{
    QFETCH(Damage, damage);
    QFETCH(FailureCode, code);
    damage(m_file);
    const qint64 before = QFileInfo(m_file).size();
    for (const VaultRequest &request : {writerOf(m_file), readerOf(m_file)}) {
        const auto vault = Vault::open(request);
        QVERIFY(!vault);
        QVERIFY2(vault.error().code == code, qPrintable(vault.error().detail));
    }
    // Nothing is made anew or repaired behind the clerk's back.
    QCOMPARE(QFileInfo(m_file).size(), before);
}

void TstVaultDamage::findsALaterPage()
{
    flipBit(m_file, 6 * Page + 99);
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY(vault);
    const auto problems = (*vault)->checkIntegrity();
    QVERIFY2(problems, qPrintable(problems ? QString() : problems.error().detail));
    QVERIFY(!problems->isEmpty());
}

void TstVaultDamage::keepsTheFirstCause()
{
    flipBit(m_file, 6 * Page + 99);
    const auto vault = Vault::open(writerOf(m_file));
    QVERIFY(vault);
    // SQLCipher answers "out of memory" to everything after the first failure.
    for (int i = 0; i < 3; ++i) {
        QSqlQuery query((*vault)->database());
        const bool ran = query.exec(u"SELECT sum(length(body)) FROM t NOT INDEXED"_s) && query.next();
        QVERIFY(!ran);
        QCOMPARE(toError(query.lastError()).code, FailureCode::VaultDamaged);
    }
}

void TstVaultDamage::survivesTheLossOfSharedMemory()
{
    const QString copy = liveCopy();
    QVERIFY(QFileInfo(copy + u"-wal"_s).size() > 0);
    QVERIFY(QFile::remove(copy + u"-shm"_s));
    const auto vault = Vault::open(writerOf(copy));
    QVERIFY(vault);
    QCOMPARE(ask(**vault, u"SELECT count(*) FROM t WHERE body='later'"_s).toInt(), Rows);
}

void TstVaultDamage::opensWithoutItsJournal_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::newRow("deleted") << Damage([](const QString &f) { QVERIFY(QFile::remove(f + u"-wal"_s)); });
    QTest::newRow("bit flipped") << Damage([](const QString &f) { flipBit(f + u"-wal"_s, 100); });
}

void TstVaultDamage::opensWithoutItsJournal()
{
    // SQLite cannot know: it opens, whole, without what only the journal held.
    QFETCH(Damage, damage);
    const QString copy = liveCopy();
    QVERIFY(QFileInfo(copy + u"-wal"_s).size() > 0);
    QVERIFY(QFile::remove(copy + u"-shm"_s));
    damage(copy);
    const auto vault = Vault::open(writerOf(copy));
    QVERIFY(vault);
    QCOMPARE((*vault)->checkIntegrity().value_or(QStringList{u"failed"_s}), QStringList());
    QCOMPARE(ask(**vault, u"SELECT count(*) FROM t"_s).toInt(), Rows);
    QCOMPARE(ask(**vault, u"SELECT count(*) FROM t WHERE body='later'"_s).toInt(), 0);
}

void TstVaultDamage::keepsAJournalFromAWrongKey()
{
    const QString copy = liveCopy();
    QVERIFY(QFileInfo(copy + u"-wal"_s).size() > 0);
    QCOMPARE(Vault::open(writerOf(copy, 'w')).error().code, FailureCode::KeyWrong);
    const auto vault = Vault::open(writerOf(copy));
    QVERIFY(vault);
    QCOMPARE(ask(**vault, u"SELECT count(*) FROM t WHERE body='later'"_s).toInt(), Rows);
}

QTEST_GUILESS_MAIN(TstVaultDamage)
#include "tst_vaultdamage.moc"
