// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultfixture.h"

#include <QtTest>
#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using namespace yichuang::vault::test;

namespace {

constexpr int Transactions = 400;
constexpr int Readers = 3;

} // namespace

/** One writer and several readers, each connection on its own thread: no lock errors, no torn snapshot. */
class TstVaultThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readersSeeWholeTransactions();

private:
    void write(const QString &file);
    void read(const QString &file);

    std::atomic<bool> m_made{false};
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_failures{0};
    std::atomic<int> m_reads{0};
};

void TstVaultThreads::write(const QString &file)
{
    const auto vault = Vault::open(writerOf(file));
    if (!vault || !run(**vault, u"CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER, b INTEGER)"_s).isEmpty()
        || !run(**vault, u"INSERT INTO t(a, b) VALUES(0, 0)"_s).isEmpty()) {
        ++m_failures;
        m_stop = true;
    }
    m_made = true;
    for (int i = 1; i <= Transactions && !m_stop; ++i) {
        QSqlDatabase db = (*vault)->database();
        const bool done = db.transaction() && run(**vault, u"UPDATE t SET a=%1 WHERE id=1"_s.arg(i)).isEmpty()
            && run(**vault, u"INSERT INTO t(a, b) VALUES(%1, randomblob(200))"_s.arg(i)).isEmpty()
            && run(**vault, u"UPDATE t SET b=%1 WHERE id=1"_s.arg(i)).isEmpty() && db.commit();
        if (!done)
            ++m_failures;
    }
    // The writer stays open while the readers read on, so that one of them can be the last to look.
    while (m_reads < Readers && !m_stop)
        std::this_thread::yield();
    m_stop = true;
}

void TstVaultThreads::read(const QString &file)
{
    while (!m_made)
        std::this_thread::yield();
    const auto vault = Vault::open(readerOf(file));
    if (!vault) {
        ++m_failures;
        return;
    }
    QSqlQuery query((*vault)->database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT a, b, (SELECT count(*) FROM t) FROM t WHERE id=1"_s);
    while (!m_stop) {
        const bool whole = query.exec() && query.next() && query.value(0) == query.value(1)
            && query.value(2).toInt() == query.value(0).toInt() + 1;
        query.finish();
        whole ? ++m_reads : ++m_failures;
    }
}

void TstVaultThreads::readersSeeWholeTransactions()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"store.db"_s);
    std::vector<std::thread> threads;
    threads.emplace_back([&] { write(file); });
    for (int i = 0; i < Readers; ++i)
        threads.emplace_back([&] { read(file); });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(m_failures.load(), 0);
    QVERIFY(m_reads >= Readers);
    const auto vault = Vault::open(writerOf(file));
    QVERIFY(vault);
    QCOMPARE(ask(**vault, u"SELECT a FROM t WHERE id=1"_s).toInt(), Transactions);
    QCOMPARE((*vault)->checkIntegrity().value_or(QStringList{u"failed"_s}), QStringList());
}

QTEST_GUILESS_MAIN(TstVaultThreads)
#include "tst_vaultthreads.moc"
