// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <casemaker.h>
#include <teststore.h>

#include <QDirIterator>
#include <QSqlQuery>
#include <QtTest>
#include <vault/vault.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::test;
using domain::FailureCode;

namespace {

/** Rows of a table of the closed store. */
int countOf(const TestStore &world, const QString &table)
{
    vault::VaultRequest request;
    request.file = world.file();
    request.key = FixedKeyProvider::key();
    request.highestVersion = 1000;
    const auto connection = vault::Vault::open(request);
    if (!connection)
        return -1;
    QSqlQuery query((*connection)->database());
    return query.exec(u"SELECT count(*) FROM "_s + table) && query.next() ? query.value(0).toInt() : -1;
}

} // namespace

/** Annotated copies of certificates: kept among the attachments, for one case and for their time. */
class TstCertificateFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areOfTheirCase();
    void newerCopyTakesThePlace();
    void goWithTheirTime();
    void bounds();
    void consentsGoWithTheDraft();
    void nothingReadableOnDisk();
};

void TstCertificateFiles::areOfTheirCase()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    const store::CertificateFile file{u"C-1"_s, now, now.addSecs(60), "%PDF of one"};
    const domain::CaseId first = CaseMaker(1).id();
    QCOMPARE(await(world.open().certificateFile(first, u"C-1"_s)).error().code, FailureCode::StoreNotFound);
    QVERIFY(await(world.open().saveCertificateFile(first, file)));
    world.close();
    QCOMPARE(*await(world.open().certificateFile(first, u"C-1"_s)), file);
    QCOMPARE(await(world.open().certificateFile(CaseMaker(2).id(), u"C-1"_s)).error().code, FailureCode::StoreNotFound);
    QCOMPARE(await(world.open().certificateFile(first, u"C-2"_s)).error().code, FailureCode::StoreNotFound);
}

void TstCertificateFiles::newerCopyTakesThePlace()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    const domain::CaseId id = CaseMaker(1).id();
    QVERIFY(await(world.open().saveCertificateFile(id, {u"C-1"_s, now, now.addSecs(60), "old"})));
    const store::CertificateFile newer{u"C-1"_s, now.addSecs(5), now.addSecs(90), "new"};
    QVERIFY(await(world.open().saveCertificateFile(id, newer)));
    QCOMPARE(*await(world.open().certificateFile(id, u"C-1"_s)), newer);
    world.close();
    QCOMPARE(countOf(world, u"attachments"_s), 1);
    QCOMPARE(countOf(world, u"attachment_contents"_s), 1);
}

void TstCertificateFiles::goWithTheirTime()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    const domain::CaseId id = CaseMaker(1).id();
    QVERIFY(await(world.open().saveCertificateFile(id, {u"C-1"_s, now, now.addSecs(10), "one"})));
    QVERIFY(await(world.open().saveCertificateFile(id, {u"C-2"_s, now, now.addSecs(99), "two"})));
    // Without an end of its own nobody could say how long it may be kept.
    QVERIFY(await(world.open().saveCertificateFile(id, {u"C-3"_s, now, {}, "three"})));
    QCOMPARE(await(world.open().certificateFile(id, u"C-3"_s)).error().code, FailureCode::StoreNotFound);
    const auto attached = await(world.open().saveAttachment(id, u"scan.pdf"_s, "scan"));
    world.clock.advance(10'000);
    QCOMPARE(await(world.open().certificateFile(id, u"C-1"_s)).error().code, FailureCode::StoreNotFound);
    QCOMPARE(await(world.open().certificateFile(id, u"C-2"_s))->content, "two");
    QCOMPARE(*await(world.open().purgeExpired(world.clock.now())), 1);
    QCOMPARE(*await(world.open().purgeExpired(world.clock.now())), 0);
    QCOMPARE(*await(world.open().loadAttachment(attached->id)), "scan");
    world.close();
    QCOMPARE(countOf(world, u"attachments"_s), 2);
    QCOMPARE(countOf(world, u"attachment_contents"_s), 2);
    QCOMPARE(countOf(world, u"certificate_files"_s), 1);
}

void TstCertificateFiles::consentsGoWithTheDraft()
{
    TestStore world;
    CaseMaker maker(1);
    QVERIFY(await(world.open().submitAll(maker.draft(), maker.stamp())));
    for (const QString &identifier : {u"C-1"_s, u"C-2"_s, u"C-1"_s})
        QVERIFY(await(world.open().saveConsent(maker.id(), identifier)));
    QVERIFY(await(world.open().purgeExpired(world.clock.now())));
    QCOMPARE(*await(world.open().consents(maker.id())), (QStringList{u"C-1"_s, u"C-2"_s}));
    QCOMPARE(await(world.open().consents(CaseMaker(2).id()))->size(), 0);
    QVERIFY(await(world.open().submit(maker.receive(), maker.stamp())));
    QVERIFY(await(world.open().purgeExpired(world.clock.now())));
    QCOMPARE(await(world.open().consents(maker.id()))->size(), 0);
}

/** A copy that is not taken leaves the one before. */
void TstCertificateFiles::bounds()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    const domain::CaseId id = CaseMaker(1).id();
    QVERIFY(await(world.open().saveCertificateFile(id, {u"C-1"_s, now, now.addSecs(60), "good"})));
    QCOMPARE(await(world.open().saveCertificateFile(id, {u"C-1"_s, now, now.addSecs(60), QByteArray((8 << 20) + 1, 'x')})).error().code, FailureCode::AttachmentTooLarge);
    QCOMPARE(await(world.open().saveCertificateFile(id, {u"C-1"_s, now, now.addSecs(60), {}})).error().code, FailureCode::AttachmentUnreadable);
    QCOMPARE(await(world.open().certificateFile(id, u"C-1"_s))->content, "good");
}

void TstCertificateFiles::nothingReadableOnDisk()
{
    TestStore world;
    const QDateTime now = world.clock.now();
    const QByteArray words = "%PDF-1.4 <674e793a4f8b> 990100199001010028";
    QVERIFY(await(world.open().saveCertificateFile(CaseMaker(1).id(), {u"1.2.156.3005.2.C-1"_s, now, now.addSecs(60), words})));
    int searched = 0;
    const auto search = [&] {
        QDirIterator files(world.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char *word : {"%PDF", "674e793a4f8b", "990100199001010028", "2.156.3005"})
                QVERIFY2(!bytes.contains(word), qPrintable(file.fileName()));
            ++searched;
        }
    };
    search();
    world.close();
    search();
    QVERIFY(searched > 2);
}

QTEST_GUILESS_MAIN(TstCertificateFiles)
#include "tst_certificatefiles.moc"
