// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>
#include <testcatalogue.h>

#include <QRandomGenerator>
#include <QtTest>
#include <algorithm>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

/** A random catalogue of items over few keys and types, so that they meet often, and a random case on it. */
class RandomPlan
{
public:
    explicit RandomPlan(quint32 seed) : m_random(seed)
    {
        for (int n = 0; n < 5; ++n)
            items.append(item(n));
        event.id = u"e"_s;
        for (int n = 0; n < 5; ++n)
            event.steps.append({QString::number(n), u"item%1"_s.arg(n), n > 0 && once(2) ? QStringList{QString::number(n - 1)} : QStringList(), once(3)});
        event.situations = {yesNo(u"q"_s, {effect()})};
        for (const ServiceItem &each : items)
            input.items.append(&each);
        if (once(2))
            input.lifeEvent = &event;
        input.date = today;
        input.applicant = applicant();
        for (const QString &key : {u"e/q"_s, u"item0/q"_s, u"item1/q"_s, u"item2/q"_s, u"item3/q"_s, u"item4/q"_s})
            input.answers.insert(key, {once(2) ? u"yes"_s : u"no"_s});
        for (int n = below(4); n > 0; --n)
            input.certificates.append(anyCertificate(n));
        for (int n = below(3); n > 0; --n)
            input.materials.insert(key(), material(static_cast<MaterialWay>(below(6))));
    }
    Q_DISABLE_COPY_MOVE(RandomPlan)

    int below(int most) { return m_random.bounded(most); }
    bool once(int in) { return below(in) == 0; }
    QString key() { return u"k%1"_s.arg(below(4)); }
    CertificateSummary anyCertificate(int n)
    {
        CertificateSummary made = certificate(u"C-%1"_s.arg(n), u"t%1"_s.arg(below(2)), once(3) ? Relation::Child : Relation::Self);
        if (once(2))
            made.validTo = today.addDays(below(100) - 30);
        if (once(5))
            made.status = CertificateStatus::Revoked;
        return made;
    }

    QList<ServiceItem> items;
    LifeEvent event;
    PlanInput input;

private:
    AnswerEffect effect()
    {
        using Kind = AnswerEffect::Kind;
        const QList<Kind> kinds{Kind::AddMaterial, Kind::DropMaterial, Kind::DropItem, Kind::AddItem};
        const Kind kind = kinds.at(below(4));
        const bool ofItem = kind == Kind::AddItem || kind == Kind::DropItem;
        return {kind, ofItem ? u"item%1"_s.arg(below(5)) : key(), {}};
    }

    ServiceItem item(int n)
    {
        ServiceItem made = serviceItem(u"item%1"_s.arg(n));
        for (int k = 0; k < 4; ++k) {
            if (once(3))
                continue;
            MaterialSpec spec = materialSpec(u"k%1"_s.arg(k), once(4) ? QString() : u"t%1"_s.arg(once(8) ? below(2) : k % 2));
            spec.necessity = static_cast<Necessity>(below(3));
            spec.onDemand = once(4);
            if (once(2))
                spec.ways.insert(MaterialWay::Promise);
            made.materials.append(spec);
        }
        if (once(3))
            made.resultTypes = {u"t%1"_s.arg(below(2))};
        made.situations = {yesNo(u"q"_s, {effect()})};
        return made;
    }

    QRandomGenerator m_random;
};

QSet<QString> missingSet(const CasePlan &plan)
{
    QSet<QString> found;
    for (const Missing &each : plan.missing)
        found.insert(QString::number(int(each.kind)) + each.target);
    return found;
}

/** What must not depend on the order in which items came. */
QMap<QString, QString> essence(const CasePlan &plan)
{
    QMap<QString, QString> found;
    for (const PlannedMaterial &each : plan.materials) {
        QStringList users;
        for (const MaterialUse &use : each.uses)
            users.append(use.itemId);
        users.sort();
        QList<int> ways;
        for (MaterialWay way : each.ways)
            ways.append(int(way));
        std::sort(ways.begin(), ways.end());
        QString text = u"%1 %2 %3 %4 "_s.arg(int(each.status)).arg(int(each.necessity)).arg(users.join(u','), each.candidates.join(u','));
        for (int way : ways)
            text += QString::number(way);
        found.insert(each.key, text);
    }
    return found;
}

} // namespace

/** Laws of planMaterials over random catalogues and cases. */
class TestPlanProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samePlanForTheSameInput()
    {
        for (quint32 seed = 1; seed <= 500; ++seed) {
            const RandomPlan random(seed);
            QCOMPARE(planMaterials(random.input), planMaterials(random.input));
        }
    }

    void everyMaterialOnceAndAccountedFor()
    {
        int satisfied = 0;
        int missing = 0;
        int produced = 0;
        for (quint32 seed = 1; seed <= 2000; ++seed) {
            const RandomPlan random(seed);
            const CasePlan plan = planMaterials(random.input);
            QSet<QString> keys;
            for (const PlannedMaterial &each : plan.materials) {
                QVERIFY(!keys.contains(each.key));
                keys.insert(each.key);
                QVERIFY(!each.uses.isEmpty());
                const bool isMissing = each.status == MaterialStatus::Missing;
                QCOMPARE(missingSet(plan).contains(QString::number(int(Missing::Kind::Material)) + each.key), isMissing);
                QVERIFY(!isMissing || each.necessity != Necessity::Optional);
                if (each.status == MaterialStatus::FromCertificate)
                    QVERIFY(each.candidates.contains(each.certificateIdentifier) && each.ways.contains(MaterialWay::Certificate));
                QVERIFY(each.status != MaterialStatus::Deferred || each.necessity == Necessity::Deferrable);
                ++(isMissing ? missing : satisfied);
                produced += each.produces.isEmpty() ? 0 : 1;
            }
        }
        QVERIFY2(satisfied > 500 && missing > 500 && produced > 20, qPrintable(u"%1 %2 %3"_s.arg(satisfied).arg(missing).arg(produced)));
    }

    void theOrderOfItemsDoesNotMatter()
    {
        for (quint32 seed = 1; seed <= 1000; ++seed) {
            const RandomPlan random(seed);
            PlanInput turned = random.input;
            std::reverse(turned.items.begin(), turned.items.end());
            const CasePlan forward = planMaterials(random.input);
            const CasePlan backward = planMaterials(turned);
            QCOMPARE(essence(backward), essence(forward));
            QCOMPARE(missingSet(backward), missingSet(forward));
            QCOMPARE(QSet<QString>(backward.itemIds.cbegin(), backward.itemIds.cend()), QSet<QString>(forward.itemIds.cbegin(), forward.itemIds.cend()));
        }
    }

    void anotherCertificateNeverMakesMoreMissing()
    {
        int helped = 0;
        for (quint32 seed = 1; seed <= 2000; ++seed) {
            RandomPlan random(seed);
            const QSet<QString> before = missingSet(planMaterials(random.input));
            random.input.certificates.append(random.anyCertificate(99));
            const QSet<QString> after = missingSet(planMaterials(random.input));
            QVERIFY2(before.contains(after), qPrintable(QString::number(seed)));
            helped += after.size() < before.size() ? 1 : 0;
        }
        QVERIFY2(helped > 100, qPrintable(QString::number(helped)));
    }
};

QTEST_GUILESS_MAIN(TestPlanProperty)
#include "tst_planproperty.moc"
