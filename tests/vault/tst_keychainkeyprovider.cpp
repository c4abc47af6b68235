// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <vault/keychainkeyprovider.h>
#include <vault/rotation.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using yichuang::domain::FailureCode;
using yichuang::domain::Result;

namespace {

constexpr int LongWaitMs = 20000;

} // namespace

/** Against a real Secret Service on a private bus. */
class TstKeychainKeyProvider : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void keepsAKey();
    void neverReplacesAKey();
    void doesNotInventAKeyForAStore();
    void forgets();
    void rotates();
    void takesALonePendingKey();
    void refusesAnEntryThatIsNoKey();
    void givesUpInTime();

private:
    KeyAnswer wait(const QFuture<KeyAnswer> &future);

    KeychainKeyProvider m_keys;
};

KeyAnswer TstKeychainKeyProvider::wait(const QFuture<KeyAnswer> &future)
{
    [&future] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), LongWaitMs); }();
    return future.isFinished() && !future.isCanceled() ? future.result() : KeyAnswer{};
}

void TstKeychainKeyProvider::cleanup()
{
    QCOMPARE(wait(m_keys.remove(u"test"_s)).state, KeyState::Absent);
}

void TstKeychainKeyProvider::keepsAKey()
{
    QCOMPARE(wait(m_keys.load(u"test"_s)).state, KeyState::Absent);
    const KeyAnswer made = wait(m_keys.acquire(u"test"_s, false));
    QCOMPARE(made.state, KeyState::Found);
    QVERIFY(made.current && made.current->isValid());
    KeychainKeyProvider other;
    const KeyAnswer read = wait(other.load(u"test"_s));
    QCOMPARE(read.state, KeyState::Found);
    QVERIFY(read.current->sameAs(*made.current));
    QVERIFY(!read.pending);
    QCOMPARE(wait(m_keys.load(u"other"_s)).state, KeyState::Absent);
}

void TstKeychainKeyProvider::neverReplacesAKey()
{
    const KeyAnswer first = wait(m_keys.create(u"test"_s));
    const KeyAnswer second = wait(m_keys.create(u"test"_s));
    QVERIFY(first.current && second.current);
    QVERIFY(second.current->sameAs(*first.current));
}

void TstKeychainKeyProvider::doesNotInventAKeyForAStore()
{
    const KeyAnswer answer = wait(m_keys.acquire(u"test"_s, true));
    QCOMPARE(answer.state, KeyState::Absent);
    QCOMPARE(keyResult(answer).error().code, FailureCode::KeyMissing);
    QCOMPARE(wait(m_keys.load(u"test"_s)).state, KeyState::Absent);
}

void TstKeychainKeyProvider::forgets()
{
    QVERIFY(wait(m_keys.create(u"test"_s)).current);
    QCOMPARE(wait(m_keys.remove(u"test"_s)).state, KeyState::Absent);
    QCOMPARE(wait(m_keys.load(u"test"_s)).state, KeyState::Absent);
    QCOMPARE(wait(m_keys.remove(u"test"_s)).state, KeyState::Absent);
}

void TstKeychainKeyProvider::rotates()
{
    const KeyAnswer before = wait(m_keys.create(u"test"_s));
    KeyHandle given;
    const auto done = rotateKey(m_keys, u"test"_s, [&](const KeyHandle &key) {
        given = key;
        return QtFuture::makeReadyFuture(Result<void>{});
    });
    QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), LongWaitMs);
    QVERIFY(done.result());
    const KeyAnswer after = wait(m_keys.load(u"test"_s));
    QVERIFY(given && !given->sameAs(*before.current));
    QVERIFY(after.current->sameAs(*given));
    QVERIFY(!after.pending);
}

void TstKeychainKeyProvider::takesALonePendingKey()
{
    const KeyAnswer made = wait(m_keys.create(u"test"_s));
    const KeyAnswer pending = wait(m_keys.createPending(u"test"_s));
    QVERIFY(pending.pending && pending.current->sameAs(*made.current));
    const KeyAnswer again = wait(m_keys.createPending(u"test"_s));
    QVERIFY(again.pending->sameAs(*pending.pending));
    const KeyAnswer both = wait(m_keys.load(u"test"_s));
    QVERIFY(both.current->sameAs(*made.current) && both.pending->sameAs(*pending.pending));
    const KeyAnswer promoted = wait(m_keys.promotePending(u"test"_s));
    QVERIFY(promoted.current->sameAs(*pending.pending) && !promoted.pending);
    QCOMPARE(wait(m_keys.promotePending(u"test"_s)).state, KeyState::Absent);
}

void TstKeychainKeyProvider::refusesAnEntryThatIsNoKey()
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"store"_s, u"--label"_s, u"x"_s, u"user"_s, u"test/key"_s, u"server"_s, u"yichuang"_s,
                                  u"type"_s, u"plaintext"_s, u"xdg:schema"_s, u"org.qt.keychain"_s});
    if (!tool.waitForStarted())
        QSKIP("secret-tool is not installed");
    tool.write("not a key");
    tool.closeWriteChannel();
    QVERIFY(tool.waitForFinished() && tool.exitCode() == 0);
    QCOMPARE(wait(m_keys.load(u"test"_s)).state, KeyState::Unavailable);
}

void TstKeychainKeyProvider::givesUpInTime()
{
    KeychainKeyProvider hasty;
    hasty.setPatience(std::chrono::milliseconds(0));
    QCOMPARE(wait(hasty.load(u"test"_s)).state, KeyState::Locked);
}

QTEST_GUILESS_MAIN(TstKeychainKeyProvider)
#include "tst_keychainkeyprovider.moc"
