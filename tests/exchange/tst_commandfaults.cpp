// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** The i-th database call of the command path fails, for every i: nothing is half done, and the repetition goes through. */
class CommandFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCallMayFail()
    {
        ExchangeFixture fixture(60);
        CaseMaker maker = fixture.completeCase(u"birth-registration"_s);
        const wire::CommandBatch batch = maker.takeBatch();
        int failing = 1;
        for (;; ++failing) {
            int calls = 0;
            fixture.database.setFault([&] { return ++calls == failing; });
            const auto answer = fixture.commands.submit(ExchangeFixture::clerk(), batch);
            fixture.database.setFault({});
            if (answer && calls < failing)
                break;
            // The last call is the commit: when that fails, nothing is kept either.
            QVERIFY(!answer);
            QCOMPARE(domain::failureText(answer.error().code), u"SVC-013"_s);
            QVERIFY(answer.error().retryable);
            const auto left = fixture.database.read([](exchange::Session &session) {
                return session.select(u"SELECT (SELECT COUNT(*) FROM cases) + (SELECT COUNT(*) FROM events) + (SELECT COUNT(*) FROM commands) + "
                                      "(SELECT COUNT(*) FROM parts) + (SELECT COUNT(*) FROM counters WHERE name = 'feed')"_s);
            });
            QVERIFY(left);
            QCOMPARE(left->first().first().toInt(), 0);
        }
        QVERIFY2(failing > 3 * batch.commands.size(), "too few calls seen: the fault was not on the path");
        const auto whole = fixture.cases.caseById(ExchangeFixture::clerk(), maker.value().id);
        QVERIFY(whole);
        QCOMPARE(whole->snapshot.parts.first().state, domain::PartState::Accepted);
    }
};

QTEST_GUILESS_MAIN(CommandFaultsTest)
#include "tst_commandfaults.moc"
