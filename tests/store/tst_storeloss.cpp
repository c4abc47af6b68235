// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "casemaker.h"
#include "teststore.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <vault/vault.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using domain::FailureCode;

namespace {

constexpr int drafts = 6;

/** What a killed program leaves in the folder, but for the files that end in one of these. */
void copyProfile(const QString &from, const QString &to, const QStringList &without = {})
{
    QVERIFY(QDir().mkpath(to));
    const QStringList names = QDir(from).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const bool left = name.endsWith(".lock"_L1) || name.endsWith("-shm"_L1)
            || std::any_of(without.cbegin(), without.cend(), [&name](const QString &end) { return name.endsWith(end); });
        if (!left)
            QVERIFY(QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)));
    }
}

qint64 journalSize(const TestStore &world)
{
    return QFileInfo(world.file() + u"-wal"_s).size();
}

qint64 listedDrafts(TestStore &world)
{
    store::ListQuery query;
    query.filter = store::ListFilter::Drafts;
    return await(world.open().listCases(query))->total;
}

FailureCode noticeOf(TestStore &world)
{
    return world.open().openingNotice().value_or(domain::Error{FailureCode::InternalFault, {}, false}).code;
}

} // namespace

/** Parts of a store that went away: nothing is made anew in silence, and what may be missing is told. */
class TstStoreLoss : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); m_folder.reset(); }
    void goneJournalIsTold();
    void flippedFrameIsTold();
    void quietMomentEmptiesTheJournal();
    void killedAndWholeIsNotTold();
    void emptiedStoreIsDamaged();
    void goneStoreAsks();
    void firstStartCutShortGoesOn();
    void damageMetAtWorkStaysKnown();

private:
    /** Turns the bits of one byte in the middle of the file, where the pages of the one large attachment lie. */
    void flipMiddle();
    [[nodiscard]] QString copy() const { return m_folder->filePath(u"copy"_s); }
    void fill();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestStore> m_world;
};

void TstStoreLoss::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<TestStore>(m_folder->filePath(u"profile"_s));
}

void TstStoreLoss::fill()
{
    for (int i = 1; i <= drafts; ++i) {
        CaseMaker maker(i);
        QVERIFY(await(m_world->open().submitAll(maker.draft(), maker.stamp())));
    }
    // The number of commits is noted when nobody waits any more.
    QCOMPARE(listedDrafts(*m_world), drafts);
    QVERIFY(await(m_world->open().setting(u"none"_s)));
    QVERIFY(journalSize(*m_world) > 0);
}

void TstStoreLoss::goneJournalIsTold()
{
    fill();
    copyProfile(m_world->folder(), copy(), {u"-wal"_s});
    TestStore left(copy());
    QCOMPARE(noticeOf(left), FailureCode::VaultCutShort);
    QCOMPARE(listedDrafts(left), 0);
    // Told until somebody took notice, and once only.
    left.close();
    QCOMPARE(noticeOf(left), FailureCode::VaultCutShort);
    QVERIFY(await(left.open().acceptLoss()));
    left.close();
    QVERIFY(!left.open().openingNotice());
    CaseMaker maker(drafts + 1);
    QVERIFY(await(left.open().submitAll(maker.draft(), maker.stamp())));
    left.close();
    QVERIFY(!left.open().openingNotice());
}

void TstStoreLoss::flippedFrameIsTold()
{
    fill();
    copyProfile(m_world->folder(), copy());
    TestStore left(copy());
    constexpr qint64 headers = 32 + 24; // of the journal and of a frame before its page of 4096 bytes
    const qint64 frames = (journalSize(left) - 32) / (4096 + 24);
    QFile journal(left.file() + u"-wal"_s);
    QVERIFY(journal.open(QIODevice::ReadWrite));
    const qint64 place = headers + (frames / 2) * (4096 + 24) + 100;
    QVERIFY(journal.seek(place));
    const char bit = char(journal.read(1).at(0) ^ 1);
    QVERIFY(journal.seek(place) && journal.write(&bit, 1) == 1);
    journal.close();
    QCOMPARE(noticeOf(left), FailureCode::VaultCutShort);
    QVERIFY(listedDrafts(left) < drafts);
}

void TstStoreLoss::quietMomentEmptiesTheJournal()
{
    fill();
    QTRY_COMPARE_WITH_TIMEOUT(journalSize(*m_world), 0, 10'000);
    copyProfile(m_world->folder(), copy(), {u"-wal"_s});
    TestStore left(copy());
    QVERIFY(!left.open().openingNotice());
    QCOMPARE(listedDrafts(left), drafts);
}

void TstStoreLoss::killedAndWholeIsNotTold()
{
    fill();
    copyProfile(m_world->folder(), copy());
    TestStore left(copy());
    QVERIFY(!left.open().openingNotice());
    QCOMPARE(listedDrafts(left), drafts);
}

void TstStoreLoss::emptiedStoreIsDamaged()
{
    // As large as the file is before anything is in it, with the right key and the program's own mark.
    vault::VaultRequest request;
    request.file = m_folder->filePath(u"blank.db"_s);
    request.key = FixedKeyProvider::key();
    QVERIFY(vault::Vault::open(request).has_value());
    m_world->open();
    m_world->close();
    QVERIFY(QFile::remove(m_world->file()) && QFile::copy(request.file, m_world->file()));
    const store::Opened opened = m_world->tryOpen();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, FailureCode::VaultDamaged);
}

void TstStoreLoss::goneStoreAsks()
{
    fill();
    m_world->close();
    const QDir folder(m_world->folder());
    const QStringList names = folder.entryList({u"store.db*"_s}, QDir::Files);
    for (const QString &name : names)
        QVERIFY(QFile::remove(folder.filePath(name)));
    for (int i = 0; i < 2; ++i) {
        const store::Opened opened = m_world->tryOpen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, FailureCode::VaultGone);
        QVERIFY(!QFile::exists(m_world->file()));
    }
    // By explicit choice only.
    QVERIFY(await(store::setStoreAside(m_world->folder())));
    QCOMPARE(listedDrafts(*m_world), 0);
    QVERIFY(!m_world->open().openingNotice());
}

void TstStoreLoss::firstStartCutShortGoesOn()
{
    // The name of the key, the key and an empty file are there, and nothing was ever in it.
    m_world->open();
    m_world->close();
    const QDir folder(m_world->folder());
    const QStringList names = folder.entryList({u"store.db*"_s}, QDir::Files);
    for (const QString &name : names)
        QVERIFY(QFile::remove(folder.filePath(name)));
    QFile empty(m_world->file());
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QCOMPARE(listedDrafts(*m_world), 0);
}

void TstStoreLoss::flipMiddle()
{
    QFile file(m_world->file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 place = file.size() / 2;
    QVERIFY(file.seek(place));
    const char turned = char(~file.read(1).at(0));
    QVERIFY(file.seek(place) && file.write(&turned, 1) == 1);
}

void TstStoreLoss::damageMetAtWorkStaysKnown()
{
    CaseMaker maker(1);
    QVERIFY(await(m_world->open().submitAll(maker.draft(), maker.stamp())));
    const auto scan = await(m_world->open().saveAttachment(maker.id(), u"scan.pdf"_s, "%PDF-" + QByteArray(2 << 20, 'x')));
    QVERIFY(scan);
    m_world->close();
    flipMiddle();
    // The opening has no need of that page.
    std::atomic_int told = 0;
    connect(&m_world->open(), &store::CaseStore::damaged, this, [&told] { ++told; }, Qt::DirectConnection);
    QVERIFY(await(m_world->open().loadCase(maker.id())));
    QCOMPARE(told.load(), 0);
    for (int i = 0; i < 2; ++i) {
        const auto read = await(m_world->open().loadAttachment(scan->id));
        QVERIFY(!read);
        QCOMPARE(read.error().code, FailureCode::VaultDamaged);
    }
    QCOMPARE(told.load(), 1);
    m_world->open().close();
    QCOMPARE(await(m_world->open().loadCase(maker.id())).error().code, FailureCode::StoreClosed);
    m_world->close();
    // Once it was met, no opening passes it over, however often.
    for (int i = 0; i < 2; ++i) {
        const store::Opened opened = m_world->tryOpen();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, FailureCode::VaultDamaged);
    }
    // The byte as it was, from a copy for example: the store is whole, opens, and is not read from end to end again.
    flipMiddle();
    QVERIFY(await(m_world->open().loadAttachment(scan->id)));
    m_world->close();
    flipMiddle();
    QVERIFY(m_world->tryOpen());
    m_world->close();
    // Set aside the mark goes with its store.
    connect(&m_world->open(), &store::CaseStore::damaged, this, [&told] { ++told; }, Qt::DirectConnection);
    QVERIFY(!await(m_world->open().loadAttachment(scan->id)));
    QCOMPARE(told.load(), 2);
    m_world->close();
    QVERIFY(!m_world->tryOpen());
    QVERIFY(await(store::setStoreAside(m_world->folder())));
    QCOMPARE(listedDrafts(*m_world), 0);
}

QTEST_GUILESS_MAIN(TstStoreLoss)
#include "tst_storeloss.moc"
