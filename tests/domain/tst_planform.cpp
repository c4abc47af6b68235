// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>
#include <testcatalogue.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = AnswerEffect::Kind;
const QDate today(2026, 11, 23);

PlanInput inputOf(const QList<const ServiceItem *> &items)
{
    PlanInput input;
    input.items = items;
    input.applicant = applicant();
    input.date = today;
    return input;
}

QStringList fieldIds(const CasePlan &plan)
{
    QStringList ids;
    for (const PlannedField &each : plan.fields)
        ids.append(each.field.id);
    return ids;
}

QString kinds(const CasePlan &plan)
{
    QString text;
    for (const Missing &each : plan.missing)
        text += QString::number(int(each.kind));
    return text;
}

FieldValue valueIn(const ServiceItem &item, const PlanInput &given)
{
    PlanInput input = given;
    input.items = {&item};
    return planMaterials(input).fields.constFirst().value;
}

ECertificate fetched(const QString &identifier, QDate validTo, const QString &address)
{
    ECertificate made;
    made.summary = certificate(identifier, u"household-register"_s);
    made.summary.validTo = validTo;
    made.face = {{u"address"_s, address}};
    made.fetchedAt = QDateTime(today, QTime(1, 0), Qt::UTC);
    return made;
}

} // namespace

/** Questions, fields and what is missing. */
class TestPlanForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefill_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("source");
        const auto row = [](const QString &path, FieldType type, const QString &value, FieldSource source) {
            QTest::newRow(qPrintable(path)) << path << int(type) << value << int(source);
        };
        row(u"card.name"_s, FieldType::Text, u"李示例"_s, FieldSource::Card);
        row(u"card.birth"_s, FieldType::Date, u"1990-01-01"_s, FieldSource::Card);
        row(u"card.sex"_s, FieldType::Choice, u"f"_s, FieldSource::Card);
        row(u"card.ethnic"_s, FieldType::Text, ethnicGroupName(u"01"), FieldSource::Card);
        row(u"card.documentKind"_s, FieldType::Text, u"111"_s, FieldSource::Card);
        row(u"card.phone"_s, FieldType::Phone, {}, FieldSource::None);
        row(u"card.validTo"_s, FieldType::Date, {}, FieldSource::None);
        row(u"card.address"_s, FieldType::Date, {}, FieldSource::None);
        row(u"agent.name"_s, FieldType::Text, u"王示例"_s, FieldSource::Card);
        row(u"agent.relation"_s, FieldType::Text, u"亲属示例"_s, FieldSource::Operator);
        row(u"constant:本人"_s, FieldType::Text, u"本人"_s, FieldSource::None);
        row(u"certificate:household-register.address"_s, FieldType::Text, u"long"_s, FieldSource::Certificate);
        row(u"certificate:household-register.owner"_s, FieldType::Text, {}, FieldSource::None);
        row(u"elsewhere"_s, FieldType::Text, {}, FieldSource::None);
    }

    void othersCertificatesDoNotFillTheApplicantsFields()
    {
        ServiceItem item = serviceItem(u"a"_s);
        item.fields = {textField(u"f"_s), textField(u"g"_s)};
        item.fields[0].prefill = {u"own-certificate:household-register.address"_s};
        item.fields[1].prefill = {u"certificate:household-register.address"_s};
        PlanInput input = inputOf({&item});
        input.fetched = {fetched(u"own"_s, today.addDays(5), u"own"_s), fetched(u"dead"_s, today.addDays(50), u"dead"_s)};
        input.fetched[1].summary.relation = Relation::Deceased;
        const QList<PlannedField> planned = planMaterials(input).fields;
        QCOMPARE(planned.at(0).value.value, u"own"_s);
        QCOMPARE(planned.at(1).value.value, u"dead"_s);
        input.fetched.removeFirst();
        QVERIFY(planMaterials(input).fields.constFirst().value.value.isEmpty());
    }

    void prefill()
    {
        QFETCH(QString, path);
        QFETCH(int, type);
        QFETCH(QString, value);
        QFETCH(int, source);
        ServiceItem item = serviceItem(u"a"_s);
        item.fields = {textField(u"f"_s)};
        item.fields[0].type = static_cast<FieldType>(type);
        item.fields[0].prefill = {path};
        item.fields[0].choices = {{u"m"_s, sexName(Sex::Male)}, {u"f"_s, sexName(Sex::Female)}};
        PlanInput input = inputOf({&item});
        input.agency = agency();
        input.agency->relation = u"亲属示例"_s;
        input.fetched = {fetched(u"short"_s, today.addDays(5), u"short"_s), fetched(u"long"_s, today.addDays(50), u"long"_s), fetched(u"old"_s, today.addDays(-1), u"old"_s)};
        const PlannedField planned = planMaterials(input).fields.constFirst();
        QCOMPARE(planned.value.value, value);
        QCOMPARE(int(planned.value.source), source);
        QCOMPARE(planned.prefilled, !value.isEmpty());
    }

    void theNextPathHelpsOut()
    {
        ServiceItem item = serviceItem(u"a"_s);
        item.fields = {textField(u"f"_s)};
        item.fields[0].prefill = {u"card.phone"_s, u"card.address"_s, u"card.name"_s};
        item.fields[0].maxLength = 4;
        QCOMPARE(valueIn(item, inputOf({})).value, u"李示例"_s);
        PlanInput typed = inputOf({});
        typed.applicant->method = IdentityMethod::Typed;
        QCOMPARE(int(valueIn(item, typed).source), int(FieldSource::Operator));
    }

    void whoseWordCounts()
    {
        ServiceItem item = serviceItem(u"a"_s);
        item.fields = {textField(u"f"_s)};
        item.fields[0].prefill = {u"card.name"_s};
        item.situations = {yesNo(u"s"_s, {{Kind::SetField, u"f"_s, u"by answer"_s}})};
        PlanInput input = inputOf({});
        const auto keep = [&](const QString &value, FieldSource source) { input.fields.insert(u"f"_s, {value, source, {}, {}, {}}); };
        QCOMPARE(valueIn(item, input).value, u"李示例"_s);
        keep(u"from a certificate"_s, FieldSource::Certificate);
        QCOMPARE(valueIn(item, input).value, u"from a certificate"_s);
        keep(u"stale answer"_s, FieldSource::Answer);
        QCOMPARE(valueIn(item, input).value, u"李示例"_s);
        input.answers = {{u"a/s"_s, {u"yes"_s}}};
        QCOMPARE(valueIn(item, input).value, u"by answer"_s);
        keep(u"from a certificate"_s, FieldSource::Certificate);
        QCOMPARE(valueIn(item, input).value, u"by answer"_s);
        keep(u"typed"_s, FieldSource::Operator);
        QCOMPARE(valueIn(item, input).value, u"typed"_s);
        keep({}, FieldSource::Operator);
        QCOMPARE(valueIn(item, input).value, QString());
    }

    void oneFieldForTwoItems()
    {
        ServiceItem first = serviceItem(u"a"_s);
        first.fields = {textField(u"phone"_s), textField(u"only-a"_s)};
        ServiceItem second = serviceItem(u"b"_s);
        second.fields = {textField(u"phone"_s, true)};
        second.fields[0].maxLength = 11;
        const CasePlan plan = planMaterials(inputOf({&first, &second}));
        QCOMPARE(fieldIds(plan), (QStringList{u"phone"_s, u"only-a"_s}));
        QCOMPARE(plan.fields.constFirst().itemIds, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(plan.fields.constFirst().field.required);
        QCOMPARE(plan.fields.constFirst().field.maxLength, 11);
        QCOMPARE(failureText(plan.fields.constFirst().problem->code), u"FORM-001"_s);
    }

    void fieldsShowEachOther()
    {
        ServiceItem item = serviceItem(u"a"_s);
        item.fields = {textField(u"married"_s), textField(u"spouse"_s, true), textField(u"spouse-phone"_s), textField(u"abroad"_s)};
        item.fields[1].showIf = u"married=yes"_s;
        item.fields[2].showIf = u"spouse=x"_s;
        item.fields[3].showIf = u"a/s=yes"_s;
        item.situations = {yesNo(u"s"_s, {})};
        PlanInput input = inputOf({&item});
        input.fields = {{u"spouse"_s, {u"x"_s, FieldSource::Operator, {}, {}, {}}}};
        QCOMPARE(fieldIds(planMaterials(input)), QStringList{u"married"_s});
        input.fields.insert(u"married"_s, {u"yes"_s, FieldSource::Operator, {}, {}, {}});
        QCOMPARE(fieldIds(planMaterials(input)), (QStringList{u"married"_s, u"spouse"_s, u"spouse-phone"_s}));
        input.answers = {{u"a/s"_s, {u"yes"_s}}};
        QCOMPARE(fieldIds(planMaterials(input)).last(), u"abroad"_s);
        item.fields[0].showIf = u"spouse=x"_s;
        item.fields[1].showIf = u"married=yes"_s;
        QCOMPARE(fieldIds(planMaterials(input)), QStringList{u"abroad"_s});
    }

    void questionsFollowTheirAnswers()
    {
        ServiceItem item = serviceItem(u"a"_s);
        item.situations = {yesNo(u"first"_s, {{Kind::Ask, u"deeper"_s, {}}}), yesNo(u"second"_s, {}), yesNo(u"deeper"_s, {{Kind::Stop, {}, u"go elsewhere"_s}})};
        item.situations[2].onAsk = true;
        PlanInput input = inputOf({&item});
        const auto keys = [&] {
            QStringList found;
            const CasePlan plan = planMaterials(input);
            for (const PlannedSituation &each : plan.situations)
                found.append(each.situation.id);
            return found.join(u' ');
        };
        input.answers = {{u"a/deeper"_s, {u"yes"_s}}};
        QCOMPARE(keys(), u"first second"_s);
        QCOMPARE(planMaterials(input).stopped, QString());
        input.answers.insert(u"a/first"_s, {u"yes"_s});
        QCOMPARE(keys(), u"first deeper second"_s);
        QCOMPARE(planMaterials(input).stopped, u"go elsewhere"_s);
        input.answers.insert(u"a/first"_s, {u"yes"_s, u"no"_s});
        QCOMPARE(keys(), u"first second"_s);
        input.answers.insert(u"a/first"_s, {u"nonsense"_s});
        QCOMPARE(planMaterials(input).missing.constFirst().target, u"a/first"_s);
    }

    void noneOfSeveralIsAnAnswer()
    {
        ServiceItem item = serviceItem(u"a"_s);
        item.situations = {yesNo(u"several"_s, {}), yesNo(u"one"_s, {})};
        item.situations[0].multiple = true;
        PlanInput input = inputOf({&item});
        const auto open = [&] {
            QStringList found;
            const CasePlan plan = planMaterials(input);
            for (const PlannedSituation &each : plan.situations) {
                if (!each.answered)
                    found.append(each.key);
            }
            QStringList missing;
            for (const Missing &each : plan.missing)
                missing.append(each.target);
            return missing == found ? found : QStringList{u"what is missing differs"_s};
        };
        QCOMPARE(open(), (QStringList{u"a/several"_s, u"a/one"_s}));
        input.answers = {{u"a/several"_s, {}}, {u"a/one"_s, {}}};
        QCOMPARE(open(), QStringList{u"a/one"_s});
        // Answers that the question does not have are no "none".
        input.answers = {{u"a/several"_s, {u"nonsense"_s}}, {u"a/one"_s, {u"no"_s}}};
        QCOMPARE(open(), QStringList{u"a/several"_s});
        input.answers = {{u"a/several"_s, {u"yes"_s, u"no"_s}}, {u"a/one"_s, {u"no"_s}}};
        QCOMPARE(open(), QStringList());
    }

    void whatIsMissingComesInOrder()
    {
        ServiceItem item = serviceItem(u"a"_s);
        item.fields = {textField(u"f"_s, true)};
        item.materials = {materialSpec(u"m"_s)};
        item.situations = {yesNo(u"open"_s, {}), yesNo(u"stop"_s, {{Kind::Stop, {}, u"no"_s}, {Kind::AddItem, u"b"_s, {}}})};
        PlanInput input;
        input.date = today;
        QCOMPARE(kinds(planMaterials(input)), u"01"_s);
        input.items = {&item};
        input.answers = {{u"a/stop"_s, {u"yes"_s}}};
        input.agency = agency();
        input.agency->authorityChecked = false;
        using M = Missing::Kind;
        QString expected;
        for (M kind : {M::Applicant, M::Items, M::Stopped, M::Answer, M::Field, M::Material, M::Material, M::AgentAuthority})
            expected += QString::number(int(kind));
        const CasePlan plan = planMaterials(input);
        QCOMPARE(kinds(plan), expected);
        QCOMPARE(plan.itemIds, (QStringList{u"a"_s, u"b"_s}));
        input.agency->authorityChecked = true;
        QVERIFY(!kinds(planMaterials(input)).contains(QString::number(int(M::AgentAuthority))));
        input.agency->validUntil = today.addDays(-1);
        QVERIFY(kinds(planMaterials(input)).contains(QString::number(int(M::AgentAuthority))));
    }

    void aDroppedItemAsksNothing()
    {
        ServiceItem first = serviceItem(u"a"_s);
        first.situations = {yesNo(u"s"_s, {{Kind::DropItem, u"b"_s, {}}})};
        ServiceItem second = serviceItem(u"b"_s);
        second.fields = {textField(u"f"_s, true)};
        second.situations = {yesNo(u"t"_s, {})};
        PlanInput input = inputOf({&second, &first});
        input.answers = {{u"a/s"_s, {u"yes"_s}}};
        const CasePlan plan = planMaterials(input);
        QCOMPARE(plan.itemIds, QStringList{u"a"_s});
        QCOMPARE(plan.missing, QList<Missing>());
    }
};

QTEST_GUILESS_MAIN(TestPlanForm)
#include "tst_planform.moc"
