// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casemaker.h"
#include "teststore.h"

#include <store/storecare.h>
#include <vault/ephemeralkeyprovider.h>
#include <vault/vault.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;

namespace {

/** The failure's code; empty when there is none. */
template<typename T>
QString codeOf(const domain::Result<T> &result)
{
    return result ? QString() : domain::failureText(result.error().code);
}

} // namespace

/** What hall IT does with a store that nobody has open: looking it over, and giving it a new key. */
class TstStoreCare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aSoundStore();
    void aDamagedStore();
    void aNewKey();
    void nobodyElseMayHaveItOpen();
    void aLockedKeychainChangesNothing();
    void noStore();
    void aLostNameOfTheKey();

private:
    [[nodiscard]] std::shared_ptr<store::CaseStore> open();
    [[nodiscard]] vault::KeyHandle keyInUse();

    std::unique_ptr<QTemporaryDir> m_folder;
    TestClock m_clock;
    store::OpenOptions m_options;
    domain::CaseId m_case;
};

/** A keychain that is locked when a second key is to be kept. */
class LockedKeys : public vault::KeyProvider
{
public:
    explicit LockedKeys(const QString &folder) : m_keys(folder) {}
    QFuture<vault::KeyAnswer> load(const QString &id) override { return m_keys.load(id); }
    QFuture<vault::KeyAnswer> create(const QString &id) override { return m_keys.create(id); }
    QFuture<vault::KeyAnswer> createPending(const QString &) override
    {
        return QtFuture::makeReadyFuture(vault::KeyAnswer{vault::KeyState::Locked, {}, {}, u"locked meanwhile"_s});
    }
    QFuture<vault::KeyAnswer> promotePending(const QString &id) override { return m_keys.promotePending(id); }
    QFuture<vault::KeyAnswer> remove(const QString &id) override { return m_keys.remove(id); }

private:
    vault::EphemeralKeyProvider m_keys;
};

std::shared_ptr<store::CaseStore> TstStoreCare::open()
{
    const store::Opened opened = await(store::openStore(m_options, m_clock));
    if (!opened)
        qFatal("no store: %s", qPrintable(codeOf(opened)));
    return *opened;
}

vault::KeyHandle TstStoreCare::keyInUse()
{
    QFile file(QDir(m_options.profileFolder).filePath(u"profile.id"_s));
    return file.open(QIODevice::ReadOnly) ? m_options.keys->load(QString::fromLatin1(file.readAll()).trimmed()).result().current : vault::KeyHandle();
}

void TstStoreCare::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_options.profileFolder = m_folder->filePath(u"profile"_s);
    m_options.throwAway = true;
    m_options.keys = std::make_shared<vault::EphemeralKeyProvider>(m_options.profileFolder);
    CaseMaker maker(1);
    const auto stored = await(open()->submitAll(maker.draft(), maker.stamp()));
    QVERIFY(stored);
    m_case = stored->current.id;
}

void TstStoreCare::aSoundStore()
{
    const auto found = await(store::checkStore(m_options));
    QVERIFY2(found, qPrintable(codeOf(found)));
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n')));
}

void TstStoreCare::aDamagedStore()
{
    QFile file(store::storeFile(m_options.profileFolder));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 8 * 4096);
    QVERIFY(file.seek(file.size() - 2048));
    QCOMPARE(file.write(QByteArray(16, 'x')), 16);
    file.close();
    const auto found = await(store::checkStore(m_options));
    QVERIFY2(!found || !found->isEmpty(), "the spoilt page is seen");
}

void TstStoreCare::aNewKey()
{
    const vault::KeyHandle before = keyInUse();
    QVERIFY(before);
    const auto rotated = await(store::rotateStoreKey(m_options, m_clock));
    QVERIFY2(rotated, qPrintable(codeOf(rotated)));
    const vault::KeyHandle after = keyInUse();
    QVERIFY(after && !after->sameAs(*before));
    {
        const auto there = await(open()->loadCase(m_case));
        QVERIFY(there);
        QCOMPARE(there->current.id, m_case);
    }
    vault::VaultRequest request;
    request.file = store::storeFile(m_options.profileFolder);
    request.key = before;
    request.highestVersion = 1000;
    QCOMPARE(codeOf(vault::Vault::open(request)), domain::failureText(domain::FailureCode::KeyWrong));
    QCOMPARE(await(store::checkStore(m_options)).value_or(QStringList{u"failed"_s}), QStringList());
}

void TstStoreCare::nobodyElseMayHaveItOpen()
{
    const vault::KeyHandle before = keyInUse();
    const auto store = open();
    const QString inUse = domain::failureText(domain::FailureCode::VaultInUse);
    QCOMPARE(codeOf(await(store::checkStore(m_options))), inUse);
    QCOMPARE(codeOf(await(store::rotateStoreKey(m_options, m_clock))), inUse);
    QVERIFY(keyInUse()->sameAs(*before));
    QVERIFY(await(store->loadCase(m_case)));
}

void TstStoreCare::aLockedKeychainChangesNothing()
{
    m_options.profileFolder = m_folder->filePath(u"other"_s);
    m_options.keys = std::make_shared<LockedKeys>(m_options.profileFolder);
    CaseMaker maker(1);
    QVERIFY(await(open()->submitAll(maker.draft(), maker.stamp())));
    const vault::KeyHandle before = keyInUse();
    QCOMPARE(codeOf(await(store::rotateStoreKey(m_options, m_clock))), domain::failureText(domain::FailureCode::KeychainLocked));
    QVERIFY(keyInUse()->sameAs(*before));
    QVERIFY(await(open()->loadCase(maker.now.id)));
}

void TstStoreCare::noStore()
{
    m_options.profileFolder = m_folder->filePath(u"another"_s);
    const QString none = domain::failureText(domain::FailureCode::StoreNotFound);
    QCOMPARE(codeOf(await(store::checkStore(m_options))), none);
    QCOMPARE(codeOf(await(store::rotateStoreKey(m_options, m_clock))), none);
    QVERIFY2(!QFile::exists(m_options.profileFolder), "looking makes nothing");
}

void TstStoreCare::aLostNameOfTheKey()
{
    QVERIFY(QFile::remove(QDir(m_options.profileFolder).filePath(u"profile.id"_s)));
    const QString missing = domain::failureText(domain::FailureCode::KeyMissing);
    QCOMPARE(codeOf(await(store::checkStore(m_options))), missing);
    QCOMPARE(codeOf(await(store::rotateStoreKey(m_options, m_clock))), missing);
}

QTEST_GUILESS_MAIN(TstStoreCare)
#include "tst_storecare.moc"
