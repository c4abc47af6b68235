// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <vault/keychainkeyprovider.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using yichuang::domain::FailureCode;

/** A machine without a keychain: no session bus to reach one on. */
class TstKeychainAbsent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersUnavailable_data();
    void answersUnavailable();
    void endsWithItsProvider();
};

void TstKeychainAbsent::answersUnavailable_data()
{
    QTest::addColumn<bool>("storeExists");
    QTest::newRow("first start") << false;
    QTest::newRow("a store is there") << true;
}

void TstKeychainAbsent::answersUnavailable()
{
    QFETCH(bool, storeExists);
    KeychainKeyProvider keys;
    const auto future = keys.acquire(u"test"_s, storeExists);
    QVERIFY(!future.isFinished());
    QTRY_VERIFY(future.isFinished());
    const KeyAnswer answer = future.result();
    QCOMPARE(answer.state, KeyState::Unavailable);
    QVERIFY(!answer.current && !answer.pending);
    QCOMPARE(keyResult(answer).error().code, FailureCode::KeychainUnavailable);
    QVERIFY(keyResult(answer).error().retryable);
}

void TstKeychainAbsent::endsWithItsProvider()
{
    QFuture<KeyAnswer> future;
    {
        KeychainKeyProvider keys;
        future = keys.load(u"test"_s);
    }
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication app(argc, argv);
    TstKeychainAbsent test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainabsent.moc"
