// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "vaultfixture.h"

#include <QtTest>
#include <vault/ephemeralkeyprovider.h>
#include <vault/rotation.h>

using namespace Qt::StringLiterals;
using namespace yichuang::vault;
using namespace yichuang::vault::test;
using yichuang::domain::FailureCode;
using yichuang::domain::Result;

namespace {

const QString Profile = u"test"_s;

QFuture<Result<void>> ready(Result<void> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

} // namespace

class TstRotation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void changesTheKey();
    void keepsTheOldKeyAfterAFailure();
    void opensWithThePendingKey();
    void opensFromTheJournalBeforeACheckpoint();
    void refusesAReader();

private:
    VaultRequest request() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EphemeralKeyProvider> m_keys;
    QString m_file;
};

void TstRotation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString profile = m_folder->filePath(u"profile"_s);
    QVERIFY(EphemeralKeyProvider::markThrowAway(profile));
    m_keys = std::make_unique<EphemeralKeyProvider>(profile);
    m_file = profile + u"/store.db"_s;
    QCOMPARE(m_keys->create(Profile).result().state, KeyState::Found);
    const auto vault = Vault::open(request());
    QVERIFY(vault);
    QCOMPARE(run(**vault, u"CREATE TABLE t AS SELECT 'kept' AS a"_s), QString());
}

VaultRequest TstRotation::request() const
{
    const KeyAnswer answer = m_keys->load(Profile).result();
    VaultRequest request = writerOf(m_file);
    request.key = answer.current;
    request.pendingKey = answer.pending;
    return request;
}

void TstRotation::changesTheKey()
{
    const VaultRequest before = request();
    auto vault = Vault::open(before);
    QVERIFY(vault);
    const auto done = rotateKey(*m_keys, Profile, [&](const KeyHandle &key) { return ready((*vault)->rekey(*key)); });
    QTRY_VERIFY(done.isFinished());
    QVERIFY(done.result());
    vault->reset();
    const VaultRequest after = request();
    QVERIFY(!after.key->sameAs(*before.key));
    QVERIFY(!after.pendingKey);
    QCOMPARE(Vault::open(before).error().code, FailureCode::VaultDamaged);
    {
        const auto reopened = Vault::open(after);
        QVERIFY(reopened);
        QVERIFY(!(*reopened)->openedWithPending());
        QCOMPARE(ask(**reopened, u"SELECT a FROM t"_s).toString(), u"kept"_s);
        QCOMPARE((*reopened)->checkIntegrity().value_or(QStringList{u"failed"_s}), QStringList());
    }
    // Settled by that opening: the old key is now simply wrong.
    QCOMPARE(Vault::open(before).error().code, FailureCode::KeyWrong);
}

void TstRotation::keepsTheOldKeyAfterAFailure()
{
    const VaultRequest before = request();
    const auto done = rotateKey(*m_keys, Profile, [](const KeyHandle &) {
        return ready(yichuang::domain::failure(FailureCode::StoreDiskFull));
    });
    QTRY_VERIFY(done.isFinished());
    QCOMPARE(done.result().error().code, FailureCode::StoreDiskFull);
    const VaultRequest after = request();
    QVERIFY(after.key->sameAs(*before.key));
    QVERIFY(after.pendingKey);
    const auto vault = Vault::open(after);
    QVERIFY(vault);
    QVERIFY(!(*vault)->openedWithPending());
}

void TstRotation::opensWithThePendingKey()
{
    const KeyAnswer answer = m_keys->createPending(Profile).result();
    {
        const auto vault = Vault::open(request());
        QVERIFY(vault);
        QVERIFY((*vault)->rekey(*answer.pending));
    }
    // The process died before the promotion.
    {
        const auto vault = Vault::open(request());
        QVERIFY(vault);
        QVERIFY((*vault)->openedWithPending());
        QCOMPARE(ask(**vault, u"SELECT a FROM t"_s).toString(), u"kept"_s);
    }
    QCOMPARE(m_keys->promotePending(Profile).result().state, KeyState::Found);
    const auto vault = Vault::open(request());
    QVERIFY(vault);
    QVERIFY(!(*vault)->openedWithPending());
}

void TstRotation::opensFromTheJournalBeforeACheckpoint()
{
    const QString copy = m_folder->filePath(u"copy.db"_s);
    const KeyAnswer answer = m_keys->createPending(Profile).result();
    {
        const auto vault = Vault::open(request());
        QVERIFY(vault);
        auto *driver = qobject_cast<CipherDriver *>((*vault)->database().driver());
        QVERIFY(driver && driver->rekey(*answer.pending));
        for (const QString &suffix : {u""_s, u"-wal"_s, u".marker"_s})
            QVERIFY(QFile::copy(m_file + suffix, copy + suffix));
    }
    QVERIFY(QFileInfo(copy + u"-wal"_s).size() > 0);
    VaultRequest crashed = request();
    crashed.file = copy;
    const auto vault = Vault::open(crashed);
    QVERIFY2(vault, qPrintable(vault ? QString() : vault.error().detail));
    QVERIFY((*vault)->openedWithPending());
    QCOMPARE(ask(**vault, u"SELECT a FROM t"_s).toString(), u"kept"_s);
}

void TstRotation::refusesAReader()
{
    VaultRequest reader = request();
    reader.role = CipherRole::Reader;
    const auto vault = Vault::open(reader);
    QVERIFY(vault);
    QVERIFY(!(*vault)->rekey(*keyOf('n')));
    QVERIFY(Vault::open(request()));
}

QTEST_GUILESS_MAIN(TstRotation)
#include "tst_rotation.moc"
