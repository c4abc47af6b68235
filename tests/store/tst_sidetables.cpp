// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <testcatalogue.h>
#include <teststore.h>

#include <QCryptographicHash>
#include <QDir>
#include <QSqlQuery>
#include <QtTest>
#include <vault/vault.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using domain::FailureCode;
namespace cmd = domain::command;

/** What the store keeps beside cases: certificates, catalogue, attachments, audit, settings; and nothing of it readable. */
class TstSideTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listingUntilItsExpiry();
    void purgesWhatExpired();
    void catalogueComesBack();
    void attachmentBounds_data();
    void attachmentBounds();
    void attachmentsOfPendingCommands();
    void forgottenAttachmentsGo();
    void auditUntilSent();
    void settings();
    void knownOperators();
    void nothingReadableOnDisk();
    void emptiedFileIsDamaged();
    void newerStoreIsRefused();
    void setAsideMakesRoom();
};

namespace {

domain::ECertificate faceOf(const QString &identifier, const QDateTime &until)
{
    domain::ECertificate face;
    face.summary.identifier = identifier;
    face.summary.typeId = u"marriage-certificate"_s;
    face.number = u"J990100-2020-000001"_s;
    face.holderName = u"李示例"_s;
    face.holderNumber = u"990100199001010028"_s;
    face.face.insert(u"spouse"_s, u"王示例"_s);
    face.fetchedAt = until.addSecs(-60);
    face.usableUntil = until;
    return face;
}

} // namespace

void TstSideTables::listingUntilItsExpiry()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    const auto face = faceOf(u"C-1"_s, now.addSecs(60));
    const store::CachedListing listing{u"p1"_s, now, now.addSecs(120), {face.summary}, {}};
    QVERIFY(await(world.open().saveListing(listing, {u"111"_s, u"990100199001010028"_s, u"李示例"_s})));
    QVERIFY(await(world.open().saveFaces(u"p1"_s, {face})));
    world.close();
    const auto kept = await(world.open().listingFor({u"111"_s, u"990100199001010028"_s, u" 李示例 "_s}));
    QVERIFY(kept);
    QCOMPARE(kept->personId, listing.personId);
    QCOMPARE(kept->usableUntil, listing.usableUntil);
    QCOMPARE(kept->certificates, listing.certificates);
    QCOMPARE(kept->faces, QList{face});
    QCOMPARE(await(world.open().listingFor({u"111"_s, u"other"_s, u"李示例"_s})).error().code, FailureCode::StoreNotFound);
    for (const QString &name : {u"张三"_s, u"李示"_s, QString()})
        QCOMPARE(await(world.open().listingFor({u"111"_s, u"990100199001010028"_s, name})).error().code, FailureCode::StoreNotFound);
    world.clock.advance(60'000);
    QCOMPARE(await(world.open().listingFor({u"111"_s, u"990100199001010028"_s, u" 李示例 "_s}))->faces.size(), 0);
    world.clock.advance(60'000);
    QCOMPARE(await(world.open().listingFor({u"111"_s, u"990100199001010028"_s, u" 李示例 "_s})).error().code, FailureCode::StoreNotFound);
}

void TstSideTables::purgesWhatExpired()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    QVERIFY(await(world.open().saveListing({u"p1"_s, now, now.addSecs(10), {}, {}}, {u"111"_s, u"a"_s, u"李示例"_s})));
    QVERIFY(await(world.open().saveListing({u"p2"_s, now, now.addSecs(99), {}, {}}, {u"111"_s, u"b"_s, u"李示例"_s})));
    QVERIFY(await(world.open().saveFaces(u"p1"_s, {faceOf(u"C-1"_s, now.addSecs(10)), faceOf(u"C-2"_s, now.addSecs(99))})));
    QCOMPARE(*await(world.open().purgeExpired(now)), 0);
    QCOMPARE(*await(world.open().purgeExpired(now.addSecs(10))), 2);
    QCOMPARE(*await(world.open().purgeExpired(now.addSecs(99))), 2);
}

void TstSideTables::catalogueComesBack()
{
    TestStore world;
    QCOMPARE(await(world.open().loadCatalogue()).error().code, FailureCode::StoreNotFound);
    const domain::Catalogue catalogue = *domain::Catalogue::make(newbornContent(), 7);
    QVERIFY(await(world.open().saveCatalogue(catalogue)));
    QCOMPARE(await(world.open().loadCatalogue())->version(), catalogue.version());
    world.close();
    const auto kept = await(world.open().loadCatalogue());
    QVERIFY(kept);
    QCOMPARE(kept->version(), catalogue.version());
    QCOMPARE(kept->content().items, catalogue.content().items);
    QCOMPARE(kept->content().lifeEvents, catalogue.content().lifeEvents);
}

void TstSideTables::attachmentBounds_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << 0 << u"STO-007"_s;
    QTest::newRow("one byte") << 1 << QString();
    QTest::newRow("8 MiB") << (8 << 20) << QString();
    QTest::newRow("one more") << (8 << 20) + 1 << u"STO-006"_s;
}

void TstSideTables::attachmentBounds()
{
    QFETCH(int, size);
    QFETCH(QString, code);
    TestStore world;
    const QByteArray content(size, 'x');
    const auto saved = await(world.open().saveAttachment(CaseMaker(1).id(), u"/home/x/scan.pdf"_s, content));
    QCOMPARE(saved ? QString() : domain::failureText(saved.error().code), code);
    if (!saved)
        return;
    QCOMPARE(saved->name, u"scan.pdf"_s);
    QCOMPARE(saved->size, size);
    QCOMPARE(saved->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QCOMPARE(*await(world.open().loadAttachment(saved->id)), content);
    QCOMPARE(await(world.open().loadAttachment(u"other"_s)).error().code, FailureCode::StoreNotFound);
}

void TstSideTables::attachmentsOfPendingCommands()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    domain::MaterialState pages;
    pages.way = domain::MaterialWay::FileAttached;
    QList<std::pair<QString, domain::CaseId>> wanted;
    for (const QByteArray &content : {QByteArray("page 1"), QByteArray("page 2"), QByteArray("page 3")}) {
        pages.files.append(*await(world.open().saveAttachment(maker.id(), u"a.pdf"_s, content)));
        wanted.append({pages.files.last().id, maker.id()});
    }
    QVERIFY(await(world.open().saveAttachment(maker.id(), u"b.pdf"_s, "unused")));
    const domain::CaseCommand uses = maker.give(cmd::SetMaterial{u"m"_s, pages});
    QVERIFY(await(world.open().submit(uses, maker.stamp())));
    const domain::CaseCommand receives = maker.receive();
    QVERIFY(await(world.open().submit(receives, maker.stamp())));
    QCOMPARE(*await(world.open().attachmentsToSend({uses.id, receives.id})), wanted);
    QCOMPARE(await(world.open().attachmentsToSend({receives.id}))->size(), 0);
    // Each goes by itself: what was sent before the line was cut is not sent again.
    QVERIFY(await(world.open().markAttachmentSent(wanted.takeAt(1).first)));
    world.close();
    QCOMPARE(*await(world.open().attachmentsToSend({uses.id, receives.id})), wanted);
    for (const auto &[id, caseId] : std::as_const(wanted))
        QVERIFY(await(world.open().markAttachmentSent(id)));
    QCOMPARE(await(world.open().attachmentsToSend({uses.id, receives.id}))->size(), 0);
}

/** A choice that never became a command leaves its files behind; what any command names stays, whatever the case says now. */
void TstSideTables::forgottenAttachmentsGo()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    const auto save = [&](const QByteArray &content) { return *await(world.open().saveAttachment(maker.id(), u"a.pdf"_s, content)); };
    domain::MaterialState pages;
    pages.way = domain::MaterialWay::FileAttached;
    pages.files = {save("page 1"), save("page 2")};
    QVERIFY(await(world.open().submit(maker.give(cmd::SetMaterial{u"m"_s, pages}), maker.stamp())));
    const domain::AttachedFile removed = pages.files.takeFirst();
    QVERIFY(await(world.open().submit(maker.give(cmd::SetMaterial{u"m"_s, pages}), maker.stamp())));
    const domain::AttachedFile forgotten = save("forgotten");
    world.clock.advance(23 * 3600'000);
    const domain::AttachedFile young = save("about to be named");
    QCOMPARE(*await(world.open().purgeExpired(world.clock.now())), 0);
    QCOMPARE(*await(world.open().loadAttachment(forgotten.id)), "forgotten");
    world.clock.advance(2 * 3600'000);
    QCOMPARE(*await(world.open().purgeExpired(world.clock.now())), 1);
    QCOMPARE(await(world.open().loadAttachment(forgotten.id)).error().code, FailureCode::StoreNotFound);
    for (const domain::AttachedFile &kept : {removed, pages.files.first(), young})
        QVERIFY(await(world.open().loadAttachment(kept.id)));
}

void TstSideTables::auditUntilSent()
{
    TestStore world;
    const store::AuditEntry first{idOf(1), world.clock.now(), u"clerk01"_s, u"reveal"_s, u"c"_s, u"number"_s};
    store::AuditEntry second = first;
    second.id = idOf(2);
    second.at = first.at.addSecs(1);
    QVERIFY(await(world.open().addAudit(first)));
    QVERIFY(await(world.open().addAudit(second)));
    QVERIFY(await(world.open().addAudit(second)));
    world.close();
    const auto waiting = *await(world.open().auditToSend(u"clerk01"_s, 10));
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting.first().id, first.id);
    QCOMPARE(waiting.first().subject, first.subject);
    QVERIFY(await(world.open().markAuditSent({first.id})));
    QCOMPARE(await(world.open().auditToSend(u"clerk01"_s, 10))->size(), 1);
    QCOMPARE(await(world.open().auditToSend(u"clerk02"_s, 10))->size(), 0);
}

void TstSideTables::settings()
{
    TestStore world;
    QCOMPARE(*await(world.open().setting(u"lastLogin"_s)), QString());
    QVERIFY(await(world.open().setSetting(u"lastLogin"_s, u"clerk01"_s)));
    QVERIFY(await(world.open().setSetting(u"feed-cursor/clerk01"_s, u"99"_s)));
    world.close();
    QCOMPARE(*await(world.open().setting(u"lastLogin"_s)), u"clerk01"_s);
    QCOMPARE(*await(world.open().feedCursor(u"clerk01"_s)), 0);
    QVERIFY(await(world.open().setSetting(u"lastLogin"_s, {})));
    QCOMPARE(*await(world.open().setting(u"lastLogin"_s)), QString());
}

void TstSideTables::knownOperators()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    const store::KnownOperator first{u"clerk01"_s, u"$argon2id$1"_s, u"o1"_s, u"王示例"_s, domain::Role::Supervisor, u"d1"_s, u"w01"_s, u"窗口 01"_s, u"大厅"_s, now, 3, now.addSecs(30)};
    store::KnownOperator second = first;
    second.login = u"clerk02"_s;
    second.confirmedAt = now.addDays(-8);
    second.lockedUntil = {};
    QVERIFY(await(world.open().keepKnownOperator(first)));
    QVERIFY(await(world.open().keepKnownOperator(second)));
    world.close();
    QCOMPARE(await(world.open().knownOperator(u"clerk01"_s)).value(), first);
    QCOMPARE(await(world.open().knownOperator(u"clerk02"_s)).value(), second);
    QVERIFY(!await(world.open().knownOperator(u"clerk03"_s)).value());
    QCOMPARE(await(world.open().operatorNames()).value(), (QHash<QString, QString>{{u"o1"_s, u"王示例"_s}}));
    QVERIFY(await(world.open().keepOperatorName(u"o2"_s, u"李示例"_s)));
    QVERIFY2(await(world.open().setting(u"clerk01"_s)).value().isEmpty(), "a setting reaches what proves a password");
    QVERIFY(await(world.open().forgetKnownOperators(now.addDays(-7))));
    QVERIFY(!await(world.open().knownOperator(u"clerk02"_s)).value());
    QVERIFY(await(world.open().knownOperator(u"clerk01"_s)).value());
    QVERIFY(await(world.open().forgetKnownOperator(u"clerk01"_s)));
    QVERIFY(!await(world.open().knownOperator(u"clerk01"_s)).value());
    QVERIFY(await(world.open().setSetting(u"lastLogin"_s, u"clerk01"_s)));
    QVERIFY(await(world.open().keepKnownOperator(first)));
    QVERIFY(await(world.open().forgetKnownOperators({})));
    QVERIFY(!await(world.open().knownOperator(u"clerk01"_s)).value());
    QCOMPARE(*await(world.open().setting(u"lastLogin"_s)), u"clerk01"_s);
    // Who may not come in alone any more keeps their name: what they made may wait still.
    QCOMPARE(await(world.open().operatorNames()).value(), (QHash<QString, QString>{{u"o1"_s, u"王示例"_s}, {u"o2"_s, u"李示例"_s}}));
}

void TstSideTables::nothingReadableOnDisk()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    QVERIFY(await(world.open().saveScratch(maker.id(), u"name"_s, u"李示例"_s)));
    QVERIFY(await(world.open().keepKnownOperator({u"李示例"_s, u"示例路"_s, {}, {}, domain::Role::Clerk, {}, {}, {}, {}, world.clock.now(), 0, {}})));
    QVERIFY(await(world.open().saveAttachment(maker.id(), u"李示例.pdf"_s, "%PDF 990100199001010028")));
    QVERIFY(await(world.open().saveFaces(u"p"_s, {faceOf(u"C-1"_s, world.clock.now().addSecs(60))})));
    QList<QByteArray> secrets;
    const QStringList texts{u"李示例"_s, u"990100199001010028"_s, u"990100199001010001"_s, u"示例路"_s, u"birth-registration"_s};
    for (const QString &text : texts)
        secrets << text.toUtf8() << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2) << text.toUtf8().toBase64();
    int files = 0;
    // Once with the journal in use, once closed.
    for (int round = 0; round < 2; ++round) {
        const QFileInfoList all = QDir(world.folder()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &info : all) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            for (const QByteArray &secret : std::as_const(secrets))
                QVERIFY2(!bytes.contains(secret), qPrintable(info.fileName()));
            QVERIFY(!bytes.contains("SQLite format 3"));
        }
        world.close();
    }
    QVERIFY(files > 3);
}

void TstSideTables::emptiedFileIsDamaged()
{
    TestStore world;
    world.open();
    world.close();
    QFile file(world.file());
    QVERIFY(file.resize(0));
    QCOMPARE(world.tryOpen().error().code, FailureCode::VaultDamaged);
    QVERIFY(file.remove());
    QCOMPARE(world.tryOpen().error().code, FailureCode::VaultDamaged);
}

void TstSideTables::newerStoreIsRefused()
{
    TestStore world;
    world.open();
    world.close();
    {
        vault::VaultRequest request;
        request.file = world.file();
        request.key = FixedKeyProvider::key();
        request.highestVersion = 1000;
        const auto connection = vault::Vault::open(request);
        QVERIFY(connection);
        QSqlQuery query((*connection)->database());
        QVERIFY(query.exec(u"PRAGMA user_version=999"_s));
    }
    QCOMPARE(world.tryOpen().error().code, FailureCode::VaultNewer);
}

void TstSideTables::setAsideMakesRoom()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    QCOMPARE(await(store::setStoreAside(world.folder())).error().code, FailureCode::VaultInUse);
    world.close();
    QVERIFY(await(store::setStoreAside(world.folder())));
    QCOMPARE(await(world.open().loadCase(maker.id())).error().code, FailureCode::StoreNotFound);
    QCOMPARE(QDir(world.folder()).entryList({u"store.db.unreadable-*"_s}, QDir::Files).isEmpty(), false);
}

QTEST_GUILESS_MAIN(TstSideTables)
#include "tst_sidetables.moc"
