// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>
#include <testcatalogue.h>

#include <QtTest>
#include <functional>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = AnswerEffect::Kind;
const QDate today(2026, 11, 23);

const PlannedMaterial *materialOf(const CasePlan &plan, const QString &key)
{
    for (const PlannedMaterial &each : plan.materials) {
        if (each.key == key)
            return &each;
    }
    return nullptr;
}

QStringList missingOf(const CasePlan &plan, Missing::Kind kind)
{
    QStringList targets;
    for (const Missing &each : plan.missing) {
        if (each.kind == kind)
            targets.append(each.target);
    }
    return targets;
}

PlanInput inputOf(const QList<const ServiceItem *> &items)
{
    PlanInput input;
    input.items = items;
    input.applicant = applicant();
    input.date = today;
    return input;
}

/** One item with one material "m" that takes a passport, an original, a file or a promise. */
ServiceItem plain(Necessity necessity = Necessity::Required)
{
    ServiceItem item = serviceItem(u"a"_s);
    MaterialSpec spec = materialSpec(u"m"_s, u"passport"_s);
    spec.ways = {MaterialWay::OriginalSeen, MaterialWay::FileAttached, MaterialWay::Promise};
    spec.necessity = necessity;
    item.materials = {spec};
    return item;
}

struct StatusRow {
    const char *name;
    Necessity necessity;
    std::optional<MaterialState> state;
    QList<CertificateSummary> certificates;
    MaterialStatus status;
};

CertificateSummary passport(const QString &identifier, QDate validTo = {}, CertificateStatus status = CertificateStatus::Valid)
{
    CertificateSummary made = certificate(identifier, u"passport"_s);
    if (validTo.isValid())
        made.validTo = validTo;
    made.status = status;
    return made;
}

QList<StatusRow> statusRows()
{
    const auto required = Necessity::Required;
    const auto way = [](MaterialWay each) { return std::optional<MaterialState>(material(each)); };
    return {
        {"nothing", required, {}, {}, MaterialStatus::Missing},
        {"nothing optional", Necessity::Optional, {}, {}, MaterialStatus::NotNeeded},
        {"certificate by itself", required, {}, {passport(u"C-1"_s)}, MaterialStatus::FromCertificate},
        {"certificate for an optional one", Necessity::Optional, {}, {passport(u"C-1"_s)}, MaterialStatus::FromCertificate},
        {"expired", required, {}, {passport(u"C-1"_s, today.addDays(-1))}, MaterialStatus::Missing},
        {"last day", required, {}, {passport(u"C-1"_s, today)}, MaterialStatus::FromCertificate},
        {"revoked", required, {}, {passport(u"C-1"_s, {}, CertificateStatus::Revoked)}, MaterialStatus::Missing},
        {"other type", required, {}, {certificate(u"C-1"_s, u"id-card"_s)}, MaterialStatus::Missing},
        {"another's", required, {}, {certificate(u"C-1"_s, u"passport"_s, Relation::Spouse)}, MaterialStatus::Missing},
        {"original over certificate", required, way(MaterialWay::OriginalSeen), {passport(u"C-1"_s)}, MaterialStatus::OriginalSeen},
        {"chosen certificate", required, way(MaterialWay::Certificate), {passport(u"C-1"_s)}, MaterialStatus::FromCertificate},
        {"chosen certificate gone", required, way(MaterialWay::Certificate), {}, MaterialStatus::Missing},
        {"chosen certificate expired", required, way(MaterialWay::Certificate), {passport(u"C-1"_s, today.addDays(-1))}, MaterialStatus::Missing},
        {"file", required, way(MaterialWay::FileAttached), {}, MaterialStatus::Attached},
        {"promise", required, way(MaterialWay::Promise), {}, MaterialStatus::Promised},
        {"way not accepted", required, way(MaterialWay::SelfMade), {}, MaterialStatus::Missing},
        {"way not accepted, but certificate", required, way(MaterialWay::SelfMade), {passport(u"C-1"_s)}, MaterialStatus::FromCertificate},
        {"deferred though required", required, way(MaterialWay::Deferred), {}, MaterialStatus::Missing},
        {"deferred", Necessity::Deferrable, way(MaterialWay::Deferred), {}, MaterialStatus::Deferred},
        {"deferrable and absent", Necessity::Deferrable, {}, {}, MaterialStatus::Missing},
    };
}

} // namespace

class TestPlanMaterials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** What one side writes into an error's detail the other one reads. */
    void missingIsReadAsDescribed()
    {
        const QList<Missing> missing{{Missing::Kind::Applicant, {}, {}, {}}, {Missing::Kind::Answer, u"newborn/kind"_s, u"类别"_s, {}},
                                     {Missing::Kind::Field, u"phone"_s, u"电话"_s, u"item"_s}, {Missing::Kind::Material, u"a:b"_s, u"材料"_s, u"item"_s},
                                     {Missing::Kind::AgentAuthority, u"power-of-attorney"_s, {}, {}}};
        QList<Missing> named = missing;
        for (Missing &one : named)
            one.text = one.itemId = QString();
        QCOMPARE(readMissing(describeMissing(missing)), named);
        QCOMPARE(describeMissing(missing), u"applicant: answer:newborn/kind field:phone material:a:b agent-authority:power-of-attorney"_s);
        QCOMPARE(readMissing(describeMissing(missing + missing + missing)).size(), 10);
        QVERIFY(readMissing(u"the case stands elsewhere: nothing named"_s).isEmpty());
        QVERIFY(readMissing({}).isEmpty());
    }
    void agentsProof_data()
    {
        QTest::addColumn<int>("capacity");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        QTest::newRow("entrusted") << int(AgentCapacity::EntrustedAgent) << u"power-of-attorney"_s << u"授权委托书"_s;
        QTest::newRow("guardian") << int(AgentCapacity::Guardian) << u"guardianship-proof"_s << u"监护关系证明"_s;
        QTest::newRow("legal representative") << int(AgentCapacity::LegalRepresentative) << u"legal-representative-proof"_s << u"法定代表人身份证明书"_s;
    }

    void agentsProof()
    {
        QFETCH(int, capacity);
        QFETCH(QString, key);
        QFETCH(QString, name);
        const ServiceItem first = plain();
        ServiceItem second = plain();
        second.id = u"b"_s;
        PlanInput input = inputOf({&first, &second});
        QVERIFY(!materialOf(planMaterials(input), key));
        input.agency = agency();
        input.agency->capacity = AgentCapacity(capacity);
        const CasePlan open = planMaterials(input);
        const PlannedMaterial *proof = materialOf(open, key);
        QVERIFY(proof);
        QCOMPARE(proof->name, name);
        QCOMPARE(proof->status, MaterialStatus::Missing);
        QCOMPARE(proof->holder, MaterialHolder::Agent);
        QCOMPARE(proof->uses.size(), 2);
        for (const MaterialUse &use : proof->uses)
            QVERIFY(!use.reason.isEmpty() && !use.legalBasis.isEmpty());
        QVERIFY(!proof->instructions.isEmpty() && !proof->commonMistake.isEmpty());
        // The tick alone is no proof, nor is a promise; the paper is.
        QVERIFY(missingOf(open, Missing::Kind::Material).contains(key));
        for (const MaterialWay way : {MaterialWay::Promise, MaterialWay::SelfMade, MaterialWay::Deferred}) {
            input.materials = {{key, material(way)}};
            QVERIFY(missingOf(planMaterials(input), Missing::Kind::Material).contains(key));
        }
        for (const MaterialWay way : {MaterialWay::OriginalSeen, MaterialWay::FileAttached}) {
            input.materials = {{key, material(way)}};
            QVERIFY(!missingOf(planMaterials(input), Missing::Kind::Material).contains(key));
        }
        // The proof of one right does not stand for another.
        input.agency->capacity = AgentCapacity((capacity + 1) % 3);
        QVERIFY(!missingOf(planMaterials(input), Missing::Kind::Material).isEmpty());
        QVERIFY(!materialOf(planMaterials(input), key));
    }

    void agentsProofThatAnItemAsksForStandsOnce()
    {
        ServiceItem item = plain();
        item.materials.first().key = u"power-of-attorney"_s;
        PlanInput input = inputOf({&item});
        input.agency = agency();
        QCOMPARE(planMaterials(input).materials.size(), 1);
    }

    void status_data()
    {
        QTest::addColumn<int>("at");
        const QList<StatusRow> all = statusRows();
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(all.at(at).name) << at;
    }

    void status()
    {
        QFETCH(int, at);
        const StatusRow row = statusRows().at(at);
        const ServiceItem item = plain(row.necessity);
        PlanInput input = inputOf({&item});
        input.certificates = row.certificates;
        if (row.state)
            input.materials.insert(u"m"_s, *row.state);
        const CasePlan plan = planMaterials(input);
        QCOMPARE(int(materialOf(plan, u"m"_s)->status), int(row.status));
        QCOMPARE(plan.missing.isEmpty(), row.status != MaterialStatus::Missing);
    }

    void holders_data()
    {
        QTest::addColumn<int>("holder");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, MaterialHolder holder, const QString &found) { QTest::newRow(name) << int(holder) << found; };
        row("applicant", MaterialHolder::Applicant, u"0"_s);
        row("spouse", MaterialHolder::Spouse, u"1"_s);
        row("child", MaterialHolder::Child, u"2"_s);
        row("parent", MaterialHolder::Parent, u"3"_s);
        row("deceased", MaterialHolder::Deceased, u"4"_s);
        row("household", MaterialHolder::Household, u"0,5"_s);
        row("agent", MaterialHolder::Agent, {});
    }

    void holders()
    {
        QFETCH(int, holder);
        QFETCH(QString, found);
        ServiceItem item = plain();
        item.materials[0].holder = static_cast<MaterialHolder>(holder);
        PlanInput input = inputOf({&item});
        for (int relation = 0; relation <= int(Relation::Organisation); ++relation)
            input.certificates.append(certificate(QString::number(relation), u"passport"_s, static_cast<Relation>(relation)));
        QCOMPARE(materialOf(planMaterials(input), u"m"_s)->candidates.join(u','), found);
    }

    void theBestCertificateComesFirst()
    {
        const ServiceItem item = plain();
        PlanInput input = inputOf({&item});
        CertificateSummary weak = passport(u"weak"_s);
        weak.trust = TrustLevel::C;
        input.certificates = {passport(u"short"_s, today.addDays(9)), weak, passport(u"gone"_s, today.addDays(-9)), passport(u"long"_s, today.addDays(99)), passport(u"best"_s)};
        const CasePlan plan = planMaterials(input);
        const PlannedMaterial *planned = materialOf(plan, u"m"_s);
        QCOMPARE(planned->candidates, (QStringList{u"best"_s, u"weak"_s, u"long"_s, u"short"_s}));
        QCOMPARE(planned->unusable, QStringList{u"gone"_s});
        QCOMPARE(planned->certificateIdentifier, u"best"_s);
        QCOMPARE(int(planned->trust), int(TrustLevel::A));
    }

    void oneMaterialForTwoItems()
    {
        ServiceItem first = plain(Necessity::Deferrable);
        ServiceItem second = plain(Necessity::Optional);
        second.id = u"b"_s;
        second.departmentId = u"tax"_s;
        second.materials[0].reason = u"another reason"_s;
        second.materials[0].ways.remove(MaterialWay::Promise);
        PlanInput input = inputOf({&first, &second});
        CasePlan plan = planMaterials(input);
        QCOMPARE(plan.materials.size(), 1);
        const PlannedMaterial deferrable = plan.materials.constFirst();
        QCOMPARE(int(deferrable.necessity), int(Necessity::Deferrable));
        QCOMPARE(deferrable.ways, (QSet<MaterialWay>{MaterialWay::Certificate, MaterialWay::OriginalSeen, MaterialWay::FileAttached, MaterialWay::Deferred}));
        QCOMPARE(deferrable.uses.size(), 2);
        QCOMPARE(deferrable.uses.at(1).reason, u"another reason"_s);
        QCOMPARE(deferrable.uses.at(1).departmentId, u"tax"_s);
        second.materials[0].necessity = Necessity::Required;
        second.materials[0].certificateTypes = {u"id-card"_s};
        plan = planMaterials(input);
        QCOMPARE(int(plan.materials.constFirst().necessity), int(Necessity::Required));
        QCOMPARE(plan.materials.constFirst().ways, (QSet<MaterialWay>{MaterialWay::OriginalSeen, MaterialWay::FileAttached}));
    }

    void answersAddAndDrop()
    {
        ServiceItem item = plain();
        MaterialSpec extra = materialSpec(u"extra"_s);
        extra.onDemand = true;
        item.materials.append(extra);
        item.situations = {yesNo(u"more"_s, {{Kind::AddMaterial, u"extra"_s, {}}}), yesNo(u"less"_s, {{Kind::DropMaterial, u"m"_s, {}}}),
                           yesNo(u"both"_s, {{Kind::DropMaterial, u"extra"_s, {}}})};
        PlanInput input = inputOf({&item});
        const auto keys = [&](const QStringList &yes) {
            input.answers.clear();
            for (const Situation &each : item.situations)
                input.answers.insert(u"a/"_s + each.id, {yes.contains(each.id) ? u"yes"_s : u"no"_s});
            QStringList found;
            const CasePlan plan = planMaterials(input);
            for (const PlannedMaterial &each : plan.materials)
                found.append(each.key);
            return found.join(u' ');
        };
        QCOMPARE(keys({}), u"m"_s);
        QCOMPARE(keys({u"more"_s}), u"m extra"_s);
        QCOMPARE(keys({u"less"_s}), QString());
        QCOMPARE(keys({u"more"_s, u"less"_s}), u"extra"_s);
        QCOMPARE(keys({u"more"_s, u"both"_s}), u"m extra"_s);
    }

    void theEventsAnswersCrossItems()
    {
        ServiceItem first = plain();
        ServiceItem second = plain();
        second.id = u"b"_s;
        LifeEvent event;
        event.id = u"e"_s;
        event.steps = {{u"1"_s, u"a"_s, {}, false}, {u"2"_s, u"b"_s, {}, false}};
        event.situations = {yesNo(u"all"_s, {{Kind::DropMaterial, u"m"_s, {}}}), yesNo(u"one"_s, {{Kind::DropMaterial, u"b:m"_s, {}}})};
        PlanInput input = inputOf({&first, &second});
        input.lifeEvent = &event;
        const auto uses = [&](const QString &all, const QString &one) {
            input.answers = {{u"e/all"_s, {all}}, {u"e/one"_s, {one}}};
            const CasePlan plan = planMaterials(input);
            return plan.materials.isEmpty() ? 0 : int(plan.materials.constFirst().uses.size());
        };
        QCOMPARE(uses(u"no"_s, u"no"_s), 2);
        QCOMPARE(uses(u"no"_s, u"yes"_s), 1);
        QCOMPARE(uses(u"yes"_s, u"no"_s), 0);
        first.situations = {yesNo(u"mine"_s, {{Kind::DropMaterial, u"m"_s, {}}})};
        input.answers.insert(u"a/mine"_s, {u"yes"_s});
        QCOMPARE(uses(u"no"_s, u"no"_s), 2);
        input.answers = {{u"e/all"_s, {u"no"_s}}, {u"e/one"_s, {u"no"_s}}, {u"a/mine"_s, {u"yes"_s}}};
        QCOMPARE(materialOf(planMaterials(input), u"m"_s)->uses.constFirst().itemId, u"b"_s);
    }

    void aDependencyProducesIt()
    {
        const Catalogue catalogue = Catalogue::make(newbornContent(), 1).value();
        const auto item = [&](const QString &id) { return catalogue.item(id, today); };
        PlanInput input = inputOf({item(u"medical-certificate"_s), item(u"birth-registration"_s), item(u"insurance"_s)});
        input.lifeEvent = catalogue.lifeEvent(u"newborn"_s, today);
        input.certificates = {certificate(u"older"_s, u"birth-certificate"_s, Relation::Child)};
        CasePlan plan = planMaterials(input);
        const PlannedMaterial *birth = materialOf(plan, u"birth-certificate"_s);
        QCOMPARE(birth->produces, u"medical-certificate"_s);
        QCOMPARE(int(birth->status), int(MaterialStatus::NotNeeded));
        QVERIFY(!missingOf(plan, Missing::Kind::Material).contains(u"birth-certificate"_s));

        input.items.removeFirst();
        input.certificates.clear();
        plan = planMaterials(input);
        QCOMPARE(materialOf(plan, u"birth-certificate"_s)->produces, QString());
        QVERIFY(missingOf(plan, Missing::Kind::Material).contains(u"birth-certificate"_s));

        input.items = {item(u"medical-certificate"_s), item(u"birth-registration"_s)};
        input.lifeEvent = nullptr;
        QCOMPARE(materialOf(planMaterials(input), u"birth-certificate"_s)->produces, QString());
    }

    void theFormIsThereWhenItsFieldsAre()
    {
        ServiceItem item = plain();
        MaterialSpec form = materialSpec(u"application-form"_s);
        form.kind = MaterialKind::Form;
        form.ways = {MaterialWay::SelfMade};
        item.materials = {form};
        PlanInput input = inputOf({&item});
        QCOMPARE(int(planMaterials(input).materials.constFirst().status), int(MaterialStatus::Missing));
        item.fields = {textField(u"phone"_s, true), textField(u"note"_s)};
        QCOMPARE(missingOf(planMaterials(input), Missing::Kind::Material), QStringList{u"application-form"_s});
        input.fields.insert(u"phone"_s, {u"1"_s, FieldSource::Operator, {}, {}, {}});
        const CasePlan plan = planMaterials(input);
        QCOMPARE(int(plan.materials.constFirst().status), int(MaterialStatus::SelfMade));
        QCOMPARE(int(plan.materials.constFirst().trust), int(TrustLevel::D));
        QCOMPARE(plan.missing, QList<Missing>());
    }
};

QTEST_GUILESS_MAIN(TestPlanMaterials)
#include "tst_planmaterials.moc"
