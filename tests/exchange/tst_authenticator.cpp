// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

/** Passwords, lock-out and tokens. */
class AuthenticatorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ExchangeFixture>();
        QVERIFY(m_fixture->authenticator.putAccount(u"clerk01"_s, u"right"_s, ExchangeFixture::clerk()));
    }
    void cleanup() { m_fixture.reset(); }

    void rightPasswordGivesAToken()
    {
        const auto session = m_fixture->authenticator.signIn({u"clerk01"_s, u"right"_s});
        QVERIFY(session);
        QCOMPARE(session->token.size(), 43);
        const auto who = m_fixture->authenticator.check(session->token.toLatin1());
        QVERIFY(who);
        QCOMPARE(who->id, u"clerk01"_s);
    }
    void aChangedAccountEndsItsSessions_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<domain::Role>("role");
        QTest::addColumn<bool>("ends");
        QTest::newRow("the same again") << u"right"_s << domain::Role::Clerk << false;
        QTest::newRow("another password") << u"other"_s << domain::Role::Clerk << true;
        QTest::newRow("another role") << u"right"_s << domain::Role::Supervisor << true;
    }
    void aChangedAccountEndsItsSessions()
    {
        QFETCH(const QString, password);
        QFETCH(const domain::Role, role);
        QFETCH(const bool, ends);
        const auto session = m_fixture->authenticator.signIn({u"clerk01"_s, u"right"_s});
        QVERIFY(session);
        wire::Operator person = ExchangeFixture::clerk();
        person.role = role;
        QVERIFY(m_fixture->authenticator.putAccount(u"clerk01"_s, password, person));
        const auto who = m_fixture->authenticator.check(session->token.toLatin1());
        QCOMPARE(who.has_value(), !ends);
        if (ends)
            QCOMPARE(domain::failureText(who.error().code), u"AUTH-004"_s);
        QVERIFY(m_fixture->authenticator.signIn({u"clerk01"_s, password}));
    }
    void tokenIsNotStored()
    {
        const auto session = m_fixture->authenticator.signIn({u"clerk01"_s, u"right"_s});
        QVERIFY(session);
        const auto rows = m_fixture->database.read([](exchange::Session &open) { return open.select(u"SELECT hash FROM tokens"_s); });
        QVERIFY(rows);
        QVERIFY(rows->first().first().toString() != session->token);
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("password");
        QTest::newRow("wrong password") << u"clerk01"_s << u"wrong"_s;
        QTest::newRow("unknown login") << u"nobody"_s << u"right"_s;
        QTest::newRow("empty password") << u"clerk01"_s << QString();
        QTest::newRow("huge password") << u"clerk01"_s << QString(100000, u'x');
    }
    void refuses()
    {
        QFETCH(QString, login);
        QFETCH(QString, password);
        const auto session = m_fixture->authenticator.signIn({login, password});
        QVERIFY(!session);
        QCOMPARE(domain::failureText(session.error().code), u"AUTH-001"_s);
    }
    void fiveFailuresLockAndTheDelayGrows()
    {
        auto &authenticator = m_fixture->authenticator;
        const auto attempt = [&](const QString &password) {
            const auto session = authenticator.signIn({u"clerk01"_s, password});
            return session ? u"in"_s : domain::failureText(session.error().code);
        };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt(u"wrong"_s), u"AUTH-001"_s);
        QCOMPARE(attempt(u"right"_s), u"AUTH-002"_s);
        m_fixture->clock.advance(31 * 1000);
        QCOMPARE(attempt(u"wrong"_s), u"AUTH-001"_s);
        m_fixture->clock.advance(31 * 1000);
        QCOMPARE(attempt(u"right"_s), u"AUTH-002"_s);
        m_fixture->clock.advance(31 * 1000);
        QCOMPARE(attempt(u"right"_s), u"in"_s);
        QCOMPARE(attempt(u"wrong"_s), u"AUTH-001"_s);
        QCOMPARE(attempt(u"right"_s), u"in"_s);
    }
    void tokenSlidesAndEnds()
    {
        const QByteArray token = m_fixture->authenticator.signIn({u"clerk01"_s, u"right"_s})->token.toLatin1();
        for (int i = 0; i < 28; ++i) {
            m_fixture->clock.advance(25 * 60 * 1000);
            QVERIFY2(m_fixture->authenticator.check(token), qPrintable(QString::number(i)));
        }
        m_fixture->clock.advance(25 * 60 * 1000);
        const auto late = m_fixture->authenticator.check(token);
        QVERIFY(!late);
        QCOMPARE(domain::failureText(late.error().code), u"AUTH-003"_s);
    }
    void unusedTokenExpires()
    {
        const QByteArray token = m_fixture->authenticator.signIn({u"clerk01"_s, u"right"_s})->token.toLatin1();
        m_fixture->clock.advance(31 * 60 * 1000);
        QCOMPARE(domain::failureText(m_fixture->authenticator.check(token).error().code), u"AUTH-003"_s);
    }
    void signOutEndsTheToken()
    {
        const QByteArray token = m_fixture->authenticator.signIn({u"clerk01"_s, u"right"_s})->token.toLatin1();
        QVERIFY(m_fixture->authenticator.signOut(token));
        QCOMPARE(domain::failureText(m_fixture->authenticator.check(token).error().code), u"AUTH-004"_s);
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
};

QTEST_GUILESS_MAIN(AuthenticatorTest)
#include "tst_authenticator.moc"
