// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <caseworld.h>
#include <testcatalogue.h>

#include <QtTest>

using namespace yichuang::domain;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

const PartId registration = idOf(1); ///< a step without a form of its own
const PartId insurance = idOf(2);    ///< a step that asks for the child's name too, and for a bank account
const PartId passport = idOf(3);     ///< travels in the same case, no step

} // namespace

/** What an answer to a correction asks for: that the part it is for is complete, and nothing of the others. */
class TestHandIn : public QObject
{
    Q_OBJECT

    Catalogue m_catalogue = Catalogue::make(newbornContent(), 1).value();

    Case received() const
    {
        Case onCase;
        onCase.id = idOf(100);
        onCase.stage = CaseStage::InProgress;
        onCase.applicant = applicant();
        onCase.lifeEventId = u"newborn"_s;
        onCase.lifeEventVersion = 1;
        const std::pair<PartId, QString> items[] = {{registration, u"birth-registration"_s}, {insurance, u"insurance"_s}, {passport, u"passport"_s}};
        for (const auto &[id, item] : items) {
            CasePart part;
            part.id = id;
            part.itemId = item;
            part.itemVersion = 1;
            onCase.parts.append(part);
        }
        onCase.fields[u"child-name"_s].value = u"李示例"_s;
        onCase.fields[u"bank-account"_s].value = u"622200000000"_s;
        for (const QString &key : {u"id-card"_s, u"household-register"_s, u"birth-certificate"_s})
            onCase.materials[key] = material(MaterialWay::OriginalSeen);
        return onCase;
    }
    QString missing(const Case &onCase, const PartId &part) const
    {
        const CasePlan plan = planMaterials(planInputFor(m_catalogue, onCase, {}, {}, QDate(2026, 11, 23)).value());
        return describeMissing(missingForPart(m_catalogue, onCase, *onCase.part(part), plan));
    }

private Q_SLOTS:
    void aCompletePartMissesNothing()
    {
        for (const PartId &part : {registration, insurance, passport})
            QCOMPARE(missing(received(), part), QString());
    }
    void everyPartAnswersForItsOwn_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("material");
        QTest::addColumn<QString>("atRegistration");
        QTest::addColumn<QString>("atInsurance");
        QTest::newRow("the item's field") << u"bank-account"_s << QString() << QString() << u"field:bank-account"_s;
        // The event's form belongs to each of its steps, also to one whose item asks for no such field.
        QTest::newRow("the event's field") << u"child-name"_s << QString() << u"field:child-name"_s << u"field:child-name"_s;
        QTest::newRow("the item's paper") << QString() << u"birth-certificate"_s << u"material:birth-certificate"_s << QString();
        QTest::newRow("a paper of both") << QString() << u"household-register"_s << u"material:household-register"_s << u"material:household-register"_s;
    }
    void everyPartAnswersForItsOwn()
    {
        QFETCH(QString, field);
        QFETCH(QString, material);
        Case onCase = received();
        onCase.fields.remove(field);
        onCase.materials.remove(material);
        QTEST(missing(onCase, registration), "atRegistration");
        QTEST(missing(onCase, insurance), "atInsurance");
        QCOMPARE(missing(onCase, passport), QString());
    }
    /** What cannot be changed after receipt is not asked for: answers to questions, and the agent's term. */
    void nothingElseIsAskedFor()
    {
        Case onCase = received();
        onCase.applicant.reset();
        onCase.agency = agency();
        onCase.agency->validUntil = QDate(2026, 1, 1);
        QCOMPARE(missing(onCase, registration), QString(u"material:"_s + onCase.agency->authority));
        onCase.materials[onCase.agency->authority] = material(MaterialWay::OriginalSeen);
        QCOMPARE(missing(onCase, registration), QString());
    }
    void formsOfOthersAreNotOurs()
    {
        const Case onCase = received();
        QVERIFY(isInFormOf(m_catalogue, onCase, *onCase.part(insurance), u"bank-account"_s));
        QVERIFY(!isInFormOf(m_catalogue, onCase, *onCase.part(registration), u"bank-account"_s));
        QVERIFY(isInFormOf(m_catalogue, onCase, *onCase.part(registration), u"child-name"_s));
        QVERIFY(!isInFormOf(m_catalogue, onCase, *onCase.part(passport), u"child-name"_s));
    }
    /** A certificate that was good on the day of receipt has done its part, whenever the correction is answered. */
    void aReceivedCaseIsPlannedForItsReceipt()
    {
        Case onCase = received();
        onCase.receivedAt = QDateTime(QDate(2026, 11, 22), QTime(17, 0), Qt::UTC);
        QCOMPARE(planDay(onCase, QDate(2026, 12, 24)), QDate(2026, 11, 23));
        onCase.stage = CaseStage::Draft;
        QCOMPARE(planDay(onCase, QDate(2026, 12, 24)), QDate(2026, 12, 24));
    }
};

QTEST_GUILESS_MAIN(TestHandIn)
#include "tst_handin.moc"
