// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/casestore.h"
#include "storage/recordstore.h"
#include "storage/schema.h"

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
    /** A database of schema 1: its look-ups are found by citizen afterwards. */
    void lookupsOfTheFirstSchemaGetTheirColumns()
    {
        const auto steps = migrations(m_database->dialect());
        m_database = std::make_unique<Database>(std::make_unique<SqliteDialect>(m_folder->filePath(u"first.db"_s)));
        QVERIFY(m_database->migrate(steps.first(1)));
        const QString head = uR"({"id":"0191f2a0-0000-7000-8000-00000000000%1","at":"2026-11-02T01:30:00.000Z","kind":"listing","operatorId":"clerk01"%2})"_s;
        const QString texts[] = {head.arg(1).arg(uR"(,"personId":"p1")"_s), head.arg(2).arg(QString())};
        QVERIFY(m_database->write([&](Session &session) -> domain::Result<void> {
            for (const QString &text : texts) {
                const auto done = session.change(u"INSERT INTO lookups (id, at, kind, operator_id, case_id, content) VALUES (?, ?, 'listing', 'clerk01', 'c', ?)"_s,
                                                 {text.mid(7, 36), 1000, text});
                if (!done)
                    return tl::unexpected(done.error());
            }
            return {};
        }));
        QVERIFY(m_database->migrate());
        const auto found = m_database->read([](Session &session) { return recordstore::lookups(session, {{}, {}, u"p1"_s}, 10); });
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        const auto listed = [&](const QString &person) {
            return m_database->read([&](Session &session) { return recordstore::wasListed(session, {u"clerk01"_s, u"c"_s, person}, 0); });
        };
        QCOMPARE(listed(u"p1"_s).value(), true);
        QCOMPARE(listed(QString::fromLatin1("")).value(), false);
    }
    /** A database of schema 2: its parts were accepted at once, so none of them waits for an answer. */
    void partsOfTheSecondSchemaWaitForNoAnswer()
    {
        const auto steps = migrations(m_database->dialect());
        m_database = std::make_unique<Database>(std::make_unique<SqliteDialect>(m_folder->filePath(u"second.db"_s)));
        QVERIFY(m_database->migrate(steps.first(2)));
        const QString id = u"0191f2a0-0000-7000-8000-000000000001"_s;
        QVERIFY(m_database->write([&](Session &session) -> domain::Result<void> {
            const auto whole = session.change(u"INSERT INTO cases (id, opened_by, stage, number, changed_at, content) VALUES (?, 'clerk01', 'in-progress', 'n', 1, '{}')"_s, {id});
            if (!whole)
                return tl::unexpected(whole.error());
            const auto part = session.change(u"INSERT INTO parts (id, case_id, department_id, item_id, item_name, case_number, number, state, revision, received_at, promised_due, reviewer, applicant) "
                                             "VALUES (?, ?, 'tax', 'i', 'n', 'n', 'n-1', 'accepted', 1, 1000, '2026-11-05', '', '')"_s, {id, id});
            return part ? domain::Result<void>() : tl::unexpected(part.error());
        }));
        QVERIFY(m_database->migrate());
        const auto listed = m_database->read([](Session &session) { return casestore::parts(session, u"tax"_s, {}, {-1, {}}, 10); });
        QVERIFY(listed);
        QCOMPARE(listed->size(), 1);
        QVERIFY(!listed->first().answerDue.isValid());
        QCOMPARE(listed->first().promisedDue, QDate(2026, 11, 5));
        const auto waiting = m_database->read([](Session &session) { return casestore::unanswered(session, QDate(9999, 1, 1), {}, 10); });
        QVERIFY(waiting);
        QCOMPARE(waiting->size(), 0);
    }
    void refusesAFileOfANewerProgram()
    {
        QVERIFY(m_database->write([](Session &session) {
            const auto done = session.change(u"UPDATE schema_version SET version = 99"_s);
            return done ? session.change(u"UPDATE schema_readers SET oldest = 99"_s) : done;
        }));
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
