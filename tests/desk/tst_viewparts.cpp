// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "paperfile.h"
#include "testcatalogue.h"
#include "viewparts.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang;
using namespace Qt::StringLiterals;

/** What the desk makes of a case for the eye: due days, the order of certificates, the lines of the timeline. */
class TestViewParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paperFiles_data();
    void paperFiles();
    void dueDays_data();
    void dueDays();
    void noDayWhileTheClockStands();
    void noDayWhileItWaits();
    void daysOfAnExaminedItem_data();
    void daysOfAnExaminedItem();
    void whatDepartmentsSay();
    void ownCertificatesFirst();
    void timelineKeepsTheClerksTime();
    void refusalsStandWhereTheyWere();
    void whatIsTypedAndLeftIsTold();
    void certificatesThatAreNotListedAreNotMissed_data();
    void certificatesThatAreNotListedAreNotMissed();
    void certificateRenewedSinceReceipt();
};

void TestViewParts::dueDays_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("stamped");
    QTest::addColumn<QDate>("due");
    QTest::addColumn<bool>("provisional");
    QTest::newRow("within the calendar") << QDate(2026, 11, 27) << 20 << QDate() << QDate(2026, 12, 25) << false;
    QTest::newRow("over its end") << QDate(2026, 11, 27) << 30 << QDate() << QDate(2027, 1, 8) << true;
    QTest::newRow("accepted, within") << QDate(2026, 11, 27) << 20 << QDate(2026, 12, 28) << QDate(2026, 12, 28) << false;
    QTest::newRow("accepted, over its end") << QDate(2026, 11, 27) << 30 << QDate(2027, 1, 11) << QDate(2027, 1, 11) << true;
}

void TestViewParts::dueDays()
{
    QFETCH(QDate, today);
    QFETCH(int, days);
    QFETCH(QDate, stamped);
    domain::CasePart part;
    part.id = QUuid::createUuid();
    part.promised = {days, domain::LimitUnit::WorkingDay};
    part.promisedDue = stamped;
    domain::Case onCase;
    onCase.parts = {part};
    const auto views = desk::itemViews(onCase, domain::Catalogue(), {}, today);
    QCOMPARE(views.size(), 1);
    QTEST(views.first().expectedDue, "due");
    QTEST(views.first().dueProvisional, "provisional");
}

void TestViewParts::noDayWhileTheClockStands()
{
    domain::CasePart part;
    part.promised = {20, domain::LimitUnit::WorkingDay};
    part.promisedDue = QDate(2026, 12, 25);
    part.correction = domain::Correction{{u"示例"_s}, QDate(2026, 12, 1), {}, {}};
    const auto viewIn = [&part](domain::PartState state) {
        part.state = state;
        domain::Case onCase;
        onCase.parts = {part};
        return desk::itemViews(onCase, domain::Catalogue(), {}, QDate(2026, 11, 27)).first();
    };
    QCOMPARE(viewIn(domain::PartState::InReview).expectedDue, part.promisedDue);
    QCOMPARE(viewIn(domain::PartState::InReview).returnBy, QDate());
    QCOMPARE(viewIn(domain::PartState::CorrectionAsked).expectedDue, QDate());
    QCOMPARE(viewIn(domain::PartState::CorrectionAsked).returnBy, QDate(2026, 12, 1));
    QCOMPARE(viewIn(domain::PartState::Paused).expectedDue, QDate());
    QCOMPARE(viewIn(domain::PartState::Paused).returnBy, QDate());
}

void TestViewParts::noDayWhileItWaits()
{
    domain::CasePart before;
    before.id = QUuid::createUuid();
    before.itemName = u"before"_s;
    domain::CasePart waits;
    waits.id = QUuid::createUuid();
    waits.dependsOn = {before.id};
    waits.state = domain::PartState::Accepted;
    waits.promisedDue = QDate(2026, 12, 25);
    const auto viewAfter = [&](domain::PartState state) {
        before.state = state;
        domain::Case onCase;
        onCase.parts = {before, waits};
        return desk::itemViews(onCase, domain::Catalogue(), {}, QDate(2026, 11, 27)).last();
    };
    for (const domain::PartState open : {domain::PartState::Accepted, domain::PartState::InReview, domain::PartState::CorrectionAsked}) {
        QCOMPARE(viewAfter(open).expectedDue, QDate());
        QCOMPARE(viewAfter(open).waitsFor, QStringList{u"before"_s});
    }
    for (const domain::PartState done : {domain::PartState::Approved, domain::PartState::Finished, domain::PartState::Refused, domain::PartState::NotAccepted}) {
        QCOMPARE(viewAfter(done).expectedDue, waits.promisedDue);
        QVERIFY(viewAfter(done).waitsFor.isEmpty());
    }
}

void TestViewParts::whatIsTypedAndLeftIsTold()
{
    domain::PlannedField phone;
    phone.field.id = u"phone"_s;
    phone.field.label = u"联系电话"_s;
    phone.field.type = domain::FieldType::Phone;
    phone.itemIds = {u"insurance"_s};
    const domain::Missing missed{domain::Missing::Kind::Field, phone.field.id, phone.field.label, u"insurance"_s};
    const auto laid = [&phone, &missed](const QString &text, bool wrongBefore, bool left) {
        domain::CasePlan plan;
        plan.fields = {phone};
        if (wrongBefore) {
            plan.fields.first().problem = domain::Error{domain::FailureCode::FormRequired, {}, false};
            plan.missing = {missed};
        }
        desk::layScratch(plan, {{phone.field.id, text}}, QDate(2026, 11, 27), left ? QSet<QString>{phone.field.id} : QSet<QString>());
        return std::pair(plan.fields.first().problem ? domain::failureText(plan.fields.first().problem->code) : QString(), plan.missing);
    };
    const QList<domain::Missing> none;
    const QList<domain::Missing> one{missed};
    QCOMPARE(laid(u"13"_s, false, false), std::pair(QString(), none));
    QCOMPARE(laid(u"13"_s, true, false), std::pair(u"FORM-001"_s, one));
    QCOMPARE(laid(u"138 0000 0000"_s, true, false), std::pair(QString(), none));
    QCOMPARE(laid(u"13"_s, false, true), std::pair(u"ID-008"_s, one));
    QCOMPARE(laid(u"13"_s, true, true), std::pair(u"ID-008"_s, one));
    QCOMPARE(laid(u"138 0000 0000"_s, true, true), std::pair(QString(), none));
}

void TestViewParts::certificatesThatAreNotListedAreNotMissed_data()
{
    QTest::addColumn<bool>("given");
    QTest::addColumn<domain::MaterialWay>("way");
    QTest::addColumn<bool>("listed");
    QTest::addColumn<bool>("missing");
    using W = domain::MaterialWay;
    QTest::newRow("a certificate, not listed") << true << W::Certificate << false << false;
    QTest::newRow("a certificate that counts no more") << true << W::Certificate << true << true;
    QTest::newRow("nothing given, nothing listed") << false << W::Certificate << false << false;
    QTest::newRow("nothing given, listed and expired") << false << W::Certificate << true << true;
    QTest::newRow("another way that is not enough") << true << W::Deferred << false << true;
}

/** Who hands in without the applicant's card is not asked for what the exchange knows. */
void TestViewParts::certificatesThatAreNotListedAreNotMissed()
{
    QFETCH(bool, given);
    QFETCH(domain::MaterialWay, way);
    QFETCH(bool, listed);
    domain::CasePart part;
    part.id = QUuid::createUuid();
    part.itemId = u"insurance"_s;
    domain::Case onCase;
    onCase.parts = {part};
    domain::PlannedMaterial material;
    material.key = u"id-card"_s;
    material.ways = {domain::MaterialWay::Certificate, domain::MaterialWay::OriginalSeen};
    material.uses = {{part.itemId, {}, {}, {}, domain::Necessity::Required}};
    if (listed)
        material.unusable = {u"identifier"_s};
    if (given)
        onCase.materials[material.key].way = way;
    domain::CasePlan plan;
    plan.materials = {material};
    plan.missing = {{domain::Missing::Kind::Material, material.key, {}, part.itemId}};
    QTEST(!desk::missingToAnswer(onCase, domain::Catalogue(), plan, {}, part.id).isEmpty(), "missing");
}

/** The case keeps the rules of its day; a certificate that took the place of another since then counts all the same. */
void TestViewParts::certificateRenewedSinceReceipt()
{
    const auto catalogue = domain::Catalogue::make(test::newbornContent(), 1);
    QVERIFY(catalogue);
    domain::CasePart part;
    part.id = QUuid::createUuid();
    part.itemId = u"allowance"_s;
    part.itemVersion = catalogue->item(part.itemId, QDate(2026, 11, 27))->version;
    domain::Case onCase;
    onCase.id = QUuid::createUuid();
    onCase.stage = domain::CaseStage::Received;
    onCase.receivedAt = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC);
    onCase.rulesDay = QDate(2026, 11, 2);
    onCase.parts = {part};
    domain::CertificateSummary before = test::certificate(u"before"_s, u"marriage-certificate"_s);
    before.validFrom = QDate(2020, 1, 1);
    before.status = domain::CertificateStatus::Revoked;
    domain::CertificateSummary renewed = test::certificate(u"renewed"_s, u"marriage-certificate"_s);
    renewed.validFrom = QDate(2026, 11, 20);
    const auto missing = [&](QDate today) {
        const auto plan = desk::planToWorkOn(*catalogue, onCase, {before, renewed}, {}, today);
        QStringList materials;
        for (const domain::Missing &one : plan ? plan->missing : QList<domain::Missing>{{domain::Missing::Kind::Material, u"no plan"_s, {}, {}}}) {
            if (one.kind == domain::Missing::Kind::Material)
                materials.append(one.target);
        }
        return materials;
    };
    QCOMPARE(missing(QDate(2026, 11, 19)), QStringList{u"marriage-certificate"_s});
    QCOMPARE(missing(QDate(2026, 11, 27)), QStringList());
}

void TestViewParts::daysOfAnExaminedItem_data()
{
    QTest::addColumn<domain::PartState>("state");
    QTest::addColumn<QDate>("answerDue");
    QTest::addColumn<bool>("expected");
    using S = domain::PartState;
    QTest::newRow("before receipt") << S::Draft << QDate() << true;
    QTest::newRow("waits for its department") << S::Received << QDate(2026, 12, 4) << false;
    QTest::newRow("waits for a correction") << S::CorrectionAsked << QDate() << false;
    QTest::newRow("not accepted") << S::NotAccepted << QDate() << false;
}

void TestViewParts::daysOfAnExaminedItem()
{
    QFETCH(domain::PartState, state);
    QFETCH(bool, expected);
    domain::Catalogue::Content content;
    content.departments = {{u"d01"_s, u"司法局"_s, {}, {}}};
    domain::ServiceItem item;
    item.id = u"legal-aid"_s;
    item.departmentId = u"d01"_s;
    item.effectiveFrom = QDate(2026, 1, 1);
    item.acceptance.by = domain::Acceptance::By::Department;
    content.items = {item};
    domain::CasePart part;
    part.id = QUuid::createUuid();
    part.itemId = item.id;
    part.departmentId = item.departmentId;
    part.promised = {3, domain::LimitUnit::WorkingDay};
    part.state = state;
    part.receivedOn = QDate(2026, 11, 27);
    domain::Case onCase;
    onCase.parts = {part};
    const auto views = desk::itemViews(onCase, domain::Catalogue::make(content, 1).value(), {}, QDate(2026, 11, 27));
    QCOMPARE(views.size(), 1);
    QVERIFY(views.first().departmentAccepts);
    QTEST(views.first().answerDue, "answerDue");
    QCOMPARE(views.first().expectedDue.isValid(), expected);
}

void TestViewParts::whatDepartmentsSay()
{
    namespace cmd = domain::command;
    const QList<domain::CommandBody> bodies{cmd::RejectPart{u"不属于职权范围"_s, u"第三十二条"_s}, cmd::RefusePart{u"条件不符"_s, u"第三十八条"_s},
                                            cmd::AcceptPart{}, cmd::AcceptPart{true}};
    QList<store::TimelineRow> rows;
    for (const domain::CommandBody &body : bodies) {
        store::TimelineRow row;
        row.command.body = body;
        rows.append(row);
    }
    const auto entries = desk::timelineEntries(rows, {}, {});
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries.at(0).note, u"不属于职权范围"_s);
    QCOMPARE(entries.at(0).legalBasis, u"第三十二条"_s);
    QCOMPARE(entries.at(1).legalBasis, u"第三十八条"_s);
    QVERIFY(!entries.at(2).deemed && entries.at(3).deemed);
}

void TestViewParts::ownCertificatesFirst()
{
    QList<domain::CertificateSummary> listed;
    for (const domain::Relation relation : {domain::Relation::Spouse, domain::Relation::Self, domain::Relation::Child}) {
        domain::CertificateSummary summary;
        summary.identifier = QString::number(listed.size());
        summary.relation = relation;
        summary.status = domain::CertificateStatus::Valid;
        listed << summary;
    }
    const auto views = desk::certificateViews(listed, {}, {}, QDate(2026, 11, 27));
    QCOMPARE(views.size(), 3);
    QCOMPARE(views.first().summary.relation, domain::Relation::Self);
    QCOMPARE(views.at(1).summary.relation, domain::Relation::Spouse);
}

void TestViewParts::timelineKeepsTheClerksTime()
{
    const QDateTime taken(QDate(2026, 11, 27), QTime(1, 0), Qt::UTC);
    store::TimelineRow row;
    row.command.time.wall = taken;
    row.command.actor = {u"clerk01"_s, domain::Role::Clerk, {}, {}};
    row.command.body = domain::command::ReceiveMaterials{};
    row.stamp.receivedAt = taken.addSecs(3 * 3600); // the line was down
    const auto entries = desk::timelineEntries({row}, {}, domain::Catalogue());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().at, taken);
}

/** What was refused stands where it was done; before, it stood last and read as if the receipt had been refused after it counted. */
void TestViewParts::refusalsStandWhereTheyWere()
{
    const QDateTime start(QDate(2026, 11, 27), QTime(1, 0), Qt::UTC);
    namespace cmd = domain::command;
    const auto row = [&](int minute, const domain::CommandBody &body, store::CommandState state) {
        store::TimelineRow made;
        made.command.time.wall = start.addSecs(minute * 60);
        made.command.actor = {u"clerk01"_s, domain::Role::Clerk, {}, {}};
        made.command.body = body;
        made.state = state;
        if (state == store::CommandState::Refused)
            made.error = domain::Error{domain::FailureCode::CaseUnknown, {}, false};
        return made;
    };
    using store::CommandState;
    // As the store gives them: the exchange's events, then what is this desk's alone.
    const auto entries = desk::timelineEntries({row(0, cmd::OpenCase{}, CommandState::Confirmed), row(5, cmd::ReceiveMaterials{}, CommandState::Confirmed),
                                                row(2, cmd::SetMaterial{}, CommandState::Refused), row(3, cmd::ReceiveMaterials{}, CommandState::Refused),
                                                row(6, cmd::WithdrawCase{}, CommandState::Pending), row(7, cmd::SetField{}, CommandState::Refused)},
                                               {}, domain::Catalogue());
    QList<qint64> minutes;
    for (const desk::TimelineEntry &entry : entries)
        minutes.append(start.secsTo(entry.at) / 60);
    QCOMPARE(minutes, (QList<qint64>{0, 2, 3, 5, 6, 7}));
    QVERIFY(entries.at(2).refused && !entries.at(3).refused);
}

void TestViewParts::paperFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("taken");
    QTest::newRow("scan") << u"a.jpg"_s << QByteArray("\xff\xd8\xff\xe0 JFIF") << true;
    QTest::newRow("document") << u"a.OFD"_s << QByteArray("PK\x03\x04 OFD.xml") << true;
    QTest::newRow("archive") << u"a.zip"_s << QByteArray("PK\x03\x04 run.exe") << false;
    QTest::newRow("program by a paper's name") << u"a.pdf"_s << QByteArray("\x7f" "ELF\x02\x01") << false;
}

/** A file is read whole, with its hash, or not at all. */
void TestViewParts::paperFiles()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const bool, taken);
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto read = desk::readPaperFile(file.fileName());
    QCOMPARE(read.has_value(), taken);
    if (!taken) {
        QCOMPARE(read.error().code, domain::FailureCode::AttachmentUnreadable);
        return;
    }
    QCOMPARE(read->content, content);
    QCOMPARE(read->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
}

QTEST_GUILESS_MAIN(TestViewParts)
#include "tst_viewparts.moc"
