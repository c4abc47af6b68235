// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <thread>
#include <vector>

using namespace yichuang;
using namespace yichuang::exchange;
using namespace Qt::StringLiterals;

namespace {

domain::Result<qint64> count(Database &database)
{
    return database.read([](Session &session) -> domain::Result<qint64> {
        const auto rows = session.select(u"SELECT COUNT(*) FROM counters"_s);
        if (!rows)
            return tl::unexpected(rows.error());
        return rows->first().first().toLongLong();
    });
}

domain::Result<void> add(Session &session, const QString &name)
{
    const auto done = session.change(u"INSERT INTO counters (name, value) VALUES (?, 1)"_s, {name});
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace

/** Transactions, threads and the schema's version. */
class DatabaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(std::make_unique<SqliteDialect>(m_folder->filePath(u"x.db"_s)));
        QVERIFY(m_database->migrate());
    }
    void cleanup() { m_database.reset(); }

    void migrateTwiceIsHarmless() { QVERIFY(m_database->migrate()); }
    void refusesAFileOfANewerProgram()
    {
        QVERIFY(m_database->write([](Session &session) { return session.change(u"UPDATE schema_version SET version = 99"_s); }));
        const auto again = m_database->migrate();
        QVERIFY(!again);
        QCOMPARE(domain::failureText(again.error().code), u"SVC-013"_s);
    }
    void failedWorkLeavesNothing()
    {
        const auto failed = m_database->write([](Session &session) -> domain::Result<void> {
            if (const auto first = add(session, u"a"_s); !first)
                return first;
            return add(session, u"a"_s);
        });
        QVERIFY(!failed);
        QVERIFY(failed.error().retryable);
        QCOMPARE(count(*m_database).value(), 0);
    }
    void everyFaultLeavesNothingAndTheNextCallWorks()
    {
        for (int failing = 1; failing < 12; ++failing) {
            int calls = 0;
            m_database->setFault([&] { return ++calls == failing; });
            const auto done = m_database->write([&](Session &session) -> domain::Result<void> {
                if (const auto first = add(session, u"first %1"_s.arg(failing)); !first)
                    return first;
                return add(session, u"second %1"_s.arg(failing));
            });
            m_database->setFault({});
            const auto now = count(*m_database);
            QVERIFY(now);
            if (done) {
                QVERIFY(failing > 4);
                return;
            }
            QCOMPARE(*now, 0);
        }
        QFAIL("the work never went through");
    }
    void writersOfManyThreadsTakeTurns()
    {
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 25; ++i) {
                    if (!m_database->write([&](Session &session) { return add(session, u"%1-%2"_s.arg(t).arg(i)); }))
                        ++m_failures;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(m_failures.load(), 0);
        QCOMPARE(count(*m_database).value(), 100);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::atomic<int> m_failures = 0;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
