// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <vault/passwordverifier.h>

using namespace Qt::StringLiterals;
using namespace yichuang;

/** A password is proved without being kept. */
class TestPasswordVerifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void provesItsPasswordOnly();
    void knownAnswer();
    void noVerifier_data();
    void noVerifier();
    void impossibleCost();
};

void TestPasswordVerifier::provesItsPasswordOnly()
{
    const QString password = u"示例-pass word-1"_s;
    const auto verifier = vault::makeVerifier(password);
    QVERIFY(verifier);
    QVERIFY2(verifier->startsWith(u"$argon2id$v=19$m=19456,t=2,p=1$"_s), qPrintable(*verifier));
    QVERIFY(!verifier->contains(password));
    QVERIFY(vault::fitsVerifier(*verifier, password));
    QVERIFY(!vault::fitsVerifier(*verifier, password + u' '));
    QVERIFY(!vault::fitsVerifier(*verifier, password.left(password.size() - 1)));
    QVERIFY(!vault::fitsVerifier(*verifier, {}));
    const auto again = vault::makeVerifier(password);
    QVERIFY2(*again != *verifier, "the salt is the same twice");
    const auto empty = vault::makeVerifier({}, {64, 1});
    QVERIFY(empty && vault::fitsVerifier(*empty, {}));
}

void TestPasswordVerifier::knownAnswer()
{
    // From the test vectors of the reference implementation (Argon2id, version 19).
    const QString known = u"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"_s;
    QVERIFY(vault::fitsVerifier(known, u"password"_s));
    QVERIFY(!vault::fitsVerifier(known, u"passwore"_s));
}

void TestPasswordVerifier::noVerifier_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("the password itself") << u"secret"_s;
    QTest::newRow("cut") << u"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"_s;
    QTest::newRow("another function") << u"$2b$12$KIXQ1P1hVb6J2iV0mEZ1nO8Gf1d3b5c7e9g1i3k5m7o9q1s3u5w7y"_s;
    QTest::newRow("letters of another script") << u"$argon2id$v=19$m=256,t=2,p=1$示例$示例"_s;
}

void TestPasswordVerifier::noVerifier()
{
    QFETCH(const QString, text);
    QVERIFY(!vault::fitsVerifier(text, u"secret"_s));
}

void TestPasswordVerifier::impossibleCost()
{
    const auto refused = vault::makeVerifier(u"secret"_s, {1, 1});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, domain::FailureCode::InternalFault);
}

QTEST_GUILESS_MAIN(TestPasswordVerifier)
#include "tst_passwordverifier.moc"
