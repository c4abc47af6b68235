// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <vault/keychainkeyprovider.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using yichuang::domain::FailureCode;

namespace {

constexpr int LongWaitMs = 20000;

/** Locks the login collection from outside, as a screen lock does. */
bool lockKeyring()
{
    QProcess gdbus;
    gdbus.start(u"gdbus"_s, {u"call"_s, u"--session"_s, u"--dest"_s, u"org.freedesktop.secrets"_s, u"--object-path"_s,
                             u"/org/freedesktop/secrets"_s, u"--method"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                             u"['/org/freedesktop/secrets/collection/login']"_s});
    return gdbus.waitForFinished() && gdbus.exitCode() == 0;
}

} // namespace

/**
 * A locked keyring whose prompt cannot be shown says "no such entry" for a key it holds. Alone in its program, because
 * nothing here can unlock the keyring again.
 */
class TstKeychainLocked : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isNotTakenForAbsent_data();
    void isNotTakenForAbsent();

private:
    KeychainKeyProvider m_keys;
};

void TstKeychainLocked::initTestCase()
{
    const auto made = m_keys.create(u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), LongWaitMs);
    QCOMPARE(made.result().state, KeyState::Found);
    QVERIFY(lockKeyring());
}

void TstKeychainLocked::isNotTakenForAbsent_data()
{
    QTest::addColumn<QString>("call");
    for (const char *call : {"load", "acquire", "create", "createPending", "promotePending"})
        QTest::newRow(call) << QString::fromLatin1(call);
}

void TstKeychainLocked::isNotTakenForAbsent()
{
    QFETCH(QString, call);
    const auto profile = u"test"_s;
    const auto future = call == "load"_L1 ? m_keys.load(profile)
        : call == "acquire"_L1            ? m_keys.acquire(profile, false)
        : call == "create"_L1             ? m_keys.create(profile)
        : call == "createPending"_L1      ? m_keys.createPending(profile)
                                          : m_keys.promotePending(profile);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), LongWaitMs);
    const KeyAnswer answer = future.result();
    QCOMPARE(answer.state, KeyState::Locked);
    QVERIFY(!answer.current && !answer.pending);
    QCOMPARE(keyResult(answer).error().code, FailureCode::KeychainLocked);
}

QTEST_GUILESS_MAIN(TstKeychainLocked)
#include "tst_keychainlocked.moc"
