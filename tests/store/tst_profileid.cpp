// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casemaker.h"
#include "teststore.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <vault/ephemeralkeyprovider.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using domain::FailureCode;
using test::await;

/** The name of the store's key, beside the store: lost, spoilt, and set aside with it. */
class TstProfileId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_keys.reset(); m_folder.reset(); }
    void lostIdIsNotMadeAnew_data();
    void lostIdIsNotMadeAnew();
    void spoiltIdWithoutAStore();
    void setAsideTakesTheIdAlong();
    void failedWriteLeavesNothing();

private:
    [[nodiscard]] store::Opened open();
    [[nodiscard]] QString idFile() const { return QDir(m_profile).filePath(u"profile.id"_s); }
    [[nodiscard]] QByteArray id() const;
    void writeId(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
    std::shared_ptr<vault::EphemeralKeyProvider> m_keys;
    test::TestClock m_clock;
};

void TstProfileId::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(u"profile"_s);
    m_keys = std::make_shared<vault::EphemeralKeyProvider>(m_profile);
}

store::Opened TstProfileId::open()
{
    store::OpenOptions options;
    options.profileFolder = m_profile;
    options.keys = m_keys;
    options.throwAway = true;
    return await(store::openStore(options, m_clock));
}

QByteArray TstProfileId::id() const
{
    QFile file(idFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstProfileId::writeId(const QByteArray &bytes) const
{
    QFile file(idFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TstProfileId::lostIdIsNotMadeAnew_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("gone") << -1;
    QTest::newRow("empty") << 0;
    QTest::newRow("cut") << 20;
}

void TstProfileId::lostIdIsNotMadeAnew()
{
    QFETCH(int, bytes);
    test::CaseMaker maker(1);
    QVERIFY(await((*open())->submitAll(maker.draft(), maker.stamp())));
    const QByteArray right = id();
    QVERIFY(!QUuid(right).isNull());
    QVERIFY(QFile::remove(idFile()));
    if (bytes >= 0)
        writeId(right.left(bytes));
    for (int start = 0; start < 2; ++start) {
        const store::Opened opened = open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, FailureCode::KeyMissing);
    }
    QCOMPARE(id(), bytes < 0 ? QByteArray() : right.left(bytes));
    // Put back from a backup, it leads to the key again.
    writeId(right);
    QCOMPARE(await((*open())->loadCase(maker.id()))->current, maker.now);
}

void TstProfileId::spoiltIdWithoutAStore()
{
    QVERIFY(vault::EphemeralKeyProvider::markThrowAway(m_profile));
    writeId("half");
    QVERIFY(open());
    QVERIFY(!QUuid(id()).isNull());
    QCOMPARE(QDir(m_profile).entryList({u"profile.id*"_s}), QStringList{u"profile.id"_s});
}

void TstProfileId::setAsideTakesTheIdAlong()
{
    test::CaseMaker maker(1);
    QVERIFY(await((*open())->submitAll(maker.draft(), maker.stamp())));
    const QByteArray first = id();
    writeId({});
    QCOMPARE(open().error().code, FailureCode::KeyMissing);
    writeId(first);
    QVERIFY(await(store::setStoreAside(m_profile)));
    QVERIFY(!QFile::exists(idFile()));
    QVERIFY(open());
    QVERIFY(id() != first);
    QCOMPARE(await((*open())->loadCase(maker.id())).error().code, FailureCode::StoreNotFound);
    const QStringList kept = QDir(m_profile).entryList({u"store.db.unreadable-*.profile.id"_s});
    QCOMPARE(kept.size(), 1);
    QFile aside(QDir(m_profile).filePath(kept.first()));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), first);
}

void TstProfileId::failedWriteLeavesNothing()
{
    QVERIFY(vault::EphemeralKeyProvider::markThrowAway(m_profile));
    QVERIFY(QDir(m_profile).mkdir(u"profile.id"_s));
    QVERIFY(!open());
    QVERIFY(QDir(m_profile).rmdir(u"profile.id"_s));
    QVERIFY(open());
}

QTEST_GUILESS_MAIN(TstProfileId)
#include "tst_profileid.moc"
