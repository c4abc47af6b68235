// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <type_traits>
#include <vault/hardening.h>
#include <vault/securekey.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

using namespace yichuang::vault;

static_assert(!std::is_copy_constructible_v<SecureKey> && !std::is_copy_assignable_v<SecureKey>);
static_assert(std::is_nothrow_move_constructible_v<SecureKey>);

template<typename T>
concept CanBeLogged = requires(QDebug debug, const T &value) { debug << value; };
static_assert(CanBeLogged<int> && !CanBeLogged<SecureKey> && !CanBeLogged<KeyHandle>);

class TstSecureKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wipesMemory()
    {
        QByteArray bytes(32, 'y');
        secureWipe(bytes.data(), 31);
        QCOMPARE(bytes, QByteArray(31, '\0') + 'y');
    }

    void wipesASoleOwner()
    {
        QByteArray bytes(64, 'z');
        QVERIFY(secureWipe(bytes));
        QVERIFY(bytes.isEmpty());
    }

    void refusesToWipeASharedBuffer()
    {
        QByteArray bytes(32, 'z');
        const QByteArray other = bytes;
        QVERIFY(!secureWipe(bytes));
        QCOMPARE(other, QByteArray(32, 'z'));
    }

    void takesOnlyWholeKeys_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("valid");
        QTest::newRow("empty") << 0 << false;
        QTest::newRow("one short") << 31 << false;
        QTest::newRow("right") << 32 << true;
        QTest::newRow("one long") << 33 << false;
    }
    void takesOnlyWholeKeys()
    {
        QFETCH(int, size);
        QFETCH(bool, valid);
        QByteArray bytes(size, 'k');
        const SecureKey key = SecureKey::take(bytes);
        QCOMPARE(key.isValid(), valid);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(key.toByteArray(), valid ? QByteArray(32, 'k') : QByteArray());
        QCOMPARE(key.keyId().size(), valid ? 32 : 0);
    }

    void movesAndLeavesNothing()
    {
        SecureKey first = SecureKey::generate();
        const QByteArray bytes = first.toByteArray();
        SecureKey second(std::move(first));
        QCOMPARE(second.toByteArray(), bytes);
        QVERIFY(!first.isValid()); // NOLINT(bugprone-use-after-move): what is left behind is the point
        SecureKey third = SecureKey::generate();
        third = std::move(second);
        QCOMPARE(third.toByteArray(), bytes);
        QVERIFY(!second.isValid()); // NOLINT(bugprone-use-after-move)
    }

    void newKeysDiffer()
    {
        const SecureKey one = SecureKey::generate();
        const SecureKey two = SecureKey::generate();
        QVERIFY(one.isValid() && two.isValid());
        QVERIFY(!one.sameAs(two));
        QVERIFY(one.sameAs(one));
        QVERIFY(one.keyId() != two.keyId());
        QVERIFY(!one.toByteArray().toHex().contains(one.keyId()));
        QVERIFY(!SecureKey().sameAs(SecureKey()));
    }

    void hardensTheProcess()
    {
        QCOMPARE(hardenProcess(), QStringList());
#ifdef Q_OS_LINUX
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_max, rlim_t(0));
#endif
    }
};

QTEST_GUILESS_MAIN(TstSecureKey)
#include "tst_securekey.moc"
