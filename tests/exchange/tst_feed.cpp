// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <QTest>
#include <atomic>
#include <thread>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

/** Answers of the feed, from whatever thread. */
struct Answers {
    std::mutex mutex;
    QList<domain::Result<wire::FeedAnswer>> list;

    exchange::Feed::Answer sink()
    {
        return [this](const domain::Result<wire::FeedAnswer> &answer) {
            const std::lock_guard lock(mutex);
            list.append(answer);
        };
    }
    qsizetype count()
    {
        const std::lock_guard lock(mutex);
        return list.size();
    }
};

} // namespace

/** Who sees which events, and the long poll. */
class FeedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExchangeFixture>(60); }
    void cleanup() { m_fixture.reset(); }

    void roles_data()
    {
        QTest::addColumn<wire::Operator>("who");
        QTest::addColumn<bool>("shared");
        QTest::addColumn<bool>("part");
        QTest::newRow("opener") << ExchangeFixture::clerk(1) << true << true;
        QTest::newRow("another clerk") << ExchangeFixture::clerk(2) << false << false;
        QTest::newRow("reviewer of the department") << ExchangeFixture::reviewer(u"public-security"_s) << false << true;
        QTest::newRow("reviewer of another") << ExchangeFixture::reviewer(u"tax"_s) << false << false;
        QTest::newRow("supervisor") << ExchangeFixture::with(domain::Role::Supervisor) << true << true;
        QTest::newRow("auditor") << ExchangeFixture::with(domain::Role::Auditor) << true << true;
    }
    void roles()
    {
        QFETCH(wire::Operator, who);
        QFETCH(bool, shared);
        QFETCH(bool, part);
        CaseMaker maker = m_fixture->completeCase(u"birth-registration"_s);
        QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch()));
        Answers answers;
        m_fixture->feed.ask(who, 0, 500, 0, answers.sink());
        QCOMPARE(answers.count(), 1);
        const auto &answer = answers.list.first();
        QVERIFY(answer);
        const auto any = [&](bool ofPart) {
            return std::any_of(answer->events.cbegin(), answer->events.cend(), [&](const domain::CaseEvent &event) { return event.command.partId.isNull() != ofPart; });
        };
        QCOMPARE(any(false), shared);
        QCOMPARE(any(true), part);
        QVERIFY2(answer->next > 0, "the cursor also moves over what is not shown");
    }
    void pagesJoinWithoutGap()
    {
        CaseMaker maker = m_fixture->completeCase(u"birth-registration"_s);
        const auto batch = maker.takeBatch();
        QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), batch));
        qint64 cursor = 0;
        QList<qint64> seen;
        for (bool more = true; more;) {
            Answers answers;
            m_fixture->feed.ask(ExchangeFixture::clerk(), cursor, 3, 0, answers.sink());
            const auto &page = answers.list.first();
            QVERIFY(page);
            for (const auto &event : page->events)
                seen.append(event.sequence);
            cursor = page->next;
            more = page->more;
        }
        QCOMPARE(seen.size(), batch.commands.size() + 1);
        for (qsizetype i = 0; i < seen.size(); ++i)
            QCOMPARE(seen.at(i), i + 1);
    }
    void parkedCallWakesOnCommit()
    {
        Answers answers;
        m_fixture->feed.ask(ExchangeFixture::clerk(), 0, 10, 25, answers.sink());
        Answers stranger;
        m_fixture->feed.ask(ExchangeFixture::clerk(2), 0, 10, 25, stranger.sink());
        QCOMPARE(answers.count(), 0);
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch()));
        QTRY_COMPARE(answers.count(), 1);
        QCOMPARE(answers.list.first()->events.size(), 2);
        QCOMPARE(stranger.count(), 0);
        m_fixture->feed.stop();
        QCOMPARE(stranger.count(), 1);
        QVERIFY(stranger.list.first()->events.isEmpty());
    }
    void aCommitAsksOnceForAllParkedCalls()
    {
        std::atomic<int> calls = 0;
        const auto mine = std::this_thread::get_id();
        m_fixture->database.setFault([&] {
            calls += std::this_thread::get_id() != mine;
            return false;
        });
        Answers strangers;
        for (int i = 0; i < 50; ++i)
            m_fixture->feed.ask(ExchangeFixture::clerk(100 + i), 0, 10, 25, strangers.sink());
        Answers supervisor;
        m_fixture->feed.ask(ExchangeFixture::with(domain::Role::Supervisor), 0, 10, 25, supervisor.sink());
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        maker.open(m_fixture->card(0));
        calls = 0;
        QVERIFY(m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch()));
        QTRY_COMPARE(supervisor.count(), 1);
        QCOMPARE(strangers.count(), 0);
        // One look for whom it concerns and one for the supervisor, and whatever look was under way; each is a few calls.
        QVERIFY2(calls < 30, qPrintable(QString::number(calls)));
        m_fixture->feed.stop();
        m_fixture->database.setFault({});
        QCOMPARE(strangers.count(), 50);
    }
    void waitEndsEmpty()
    {
        Answers answers;
        m_fixture->feed.ask(ExchangeFixture::clerk(), 0, 10, 1, answers.sink());
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, 5000);
        QVERIFY(answers.list.first()->events.isEmpty());
    }
    void refuses_data()
    {
        QTest::addColumn<domain::Role>("role");
        QTest::addColumn<qint64>("after");
        QTest::addColumn<QString>("code");
        QTest::newRow("cursor ahead") << domain::Role::Supervisor << qint64(5) << u"SVC-012"_s;
        QTest::newRow("administrator") << domain::Role::Administrator << qint64(0) << u"AUTH-005"_s;
    }
    void refuses()
    {
        QFETCH(domain::Role, role);
        QFETCH(qint64, after);
        QFETCH(QString, code);
        Answers answers;
        m_fixture->feed.ask(ExchangeFixture::with(role), after, 10, 25, answers.sink());
        QCOMPARE(answers.count(), 1);
        QCOMPARE(domain::failureText(answers.list.first().error().code), code);
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
};

QTEST_GUILESS_MAIN(FeedTest)
#include "tst_feed.moc"
