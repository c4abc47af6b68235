// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "exchangefixture.h"

#include <domain/caserules.h>

#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;
using exchange::ReviewVerb;

/** What is handed in after receipt keeps a case as complete and right as it was received, whoever sends it. */
class CorrectionsTest : public QObject
{
    Q_OBJECT

    domain::Case whole() { return m_fixture->cases.caseById(ExchangeFixture::clerk(), m_caseId)->snapshot; }
    QString give(domain::CommandBody body, const domain::PartId &partId = {})
    {
        const domain::Case now = whole();
        const domain::CasePart *part = now.part(partId);
        const domain::CaseCommand command{m_fixture->clock.newId(), m_caseId, partId, part ? part->revision : now.revision,
                                          actorOf(ExchangeFixture::clerk()), {}, std::move(body)};
        const auto answer = m_fixture->commands.submit(ExchangeFixture::clerk(), {{command}});
        const auto &error = answer->results.first().error;
        return error ? (domain::failureText(error->code) + u' ' + error->detail).trimmed() : QString();
    }
    QString setField(const QString &id, const QString &value)
    {
        return give(domain::command::SetField{id, {value, domain::FieldSource::Operator, {}, m_fixture->clock.now(), {}}});
    }
    QString answer(const domain::PartId &partId) { return give(domain::command::AnswerCorrection{u"已补"_s}, partId); }
    domain::CasePlan plan()
    {
        const domain::Case now = whole();
        return domain::planMaterials(domain::planInputFor(m_fixture->catalogue(), now, {}, {}, m_fixture->clock.today()).value());
    }
    /** A field of the case that this part's form holds, or one that no form of a part with an open correction holds. */
    QString field(domain::FieldType type, const domain::PartId &partId, bool ofPart = true)
    {
        const domain::Case now = whole();
        for (const domain::PlannedField &planned : plan().fields) {
            const bool fits = planned.field.type == type && planned.field.required;
            if (fits && domain::isInFormOf(m_fixture->catalogue(), now, *now.part(partId), planned.field.id) == ofPart)
                return planned.field.id;
        }
        qFatal("no such field");
    }
    /** A material that the part's item uses and that was given; or one that it does not use. */
    QString materialKey(const domain::PartId &partId, bool ofPart = true)
    {
        const domain::Case now = whole();
        const QString item = now.part(partId)->itemId;
        for (const domain::PlannedMaterial &planned : plan().materials) {
            const bool used = std::any_of(planned.uses.cbegin(), planned.uses.cend(), [&](const domain::MaterialUse &use) { return use.itemId == item; });
            if (used == ofPart && now.materials.contains(planned.key) && planned.necessity == domain::Necessity::Required)
                return planned.key;
        }
        qFatal("no such material");
    }
    void askCorrection(const domain::PartId &partId)
    {
        const domain::CasePart part = *whole().part(partId);
        wire::ReviewAction action;
        action.commandId = m_fixture->clock.newId();
        action.baseRevision = part.revision;
        action.points = {u"请核对联系电话"_s};
        action.returnBy = m_fixture->clock.today().addDays(10);
        QVERIFY(m_fixture->cases.act(ExchangeFixture::reviewer(part.departmentId), partId, ReviewVerb::AskCorrection, action));
    }

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<ExchangeFixture>(60); }
    /** A newborn's case at several departments; the first part that waits for nobody is asked to correct something. */
    void init()
    {
        CaseMaker maker(m_fixture->catalogue(), m_fixture->clock, ExchangeFixture::clerk());
        // Nobody the exchange knows: every paper is one that was seen, and no certificate takes its place.
        domain::IdCard card = m_fixture->card(0);
        card.number = u"990199190001010005"_s;
        card.birth = QDate(1900, 1, 1);
        maker.open(card);
        maker.chooseLifeEvent(u"newborn"_s);
        QVERIFY(maker.complete());
        maker.receive();
        m_caseId = maker.value().id;
        const auto received = m_fixture->commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QVERIFY2(received && !received->results.last().error, received ? qPrintable(received->results.last().error->detail) : "");
        const domain::Case now = whole();
        QVERIFY(now.parts.size() > 2);
        m_asked = std::find_if(now.parts.cbegin(), now.parts.cend(), [](const domain::CasePart &part) { return part.dependsOn.isEmpty(); })->id;
        askCorrection(m_asked);
    }

    void aValueThatDoesNotFitIsRefused()
    {
        const QString phone = field(domain::FieldType::Phone, m_asked);
        const domain::Case before = whole();
        QCOMPARE(setField(phone, u"13"_s), u"ID-008 "_s + phone);
        QCOMPARE(setField(phone, QString(300, u'1')), u"FORM-005 "_s + phone);
        QCOMPARE(whole(), before);
        QCOMPARE(setField(phone, u"13900000001"_s), QString());
        QCOMPARE(whole().fields.value(phone).value, u"13900000001"_s);
        QCOMPARE(answer(m_asked), QString());
        QVERIFY(whole().part(m_asked)->state != domain::PartState::CorrectionAsked);
    }
    void anEmptyFieldStandsUntilTheAnswer()
    {
        const QString phone = field(domain::FieldType::Phone, m_asked);
        QCOMPARE(setField(phone, {}), QString());
        QVERIFY2(answer(m_asked).startsWith(u"CASE-009 field:"_s + phone), "a required field is empty");
        QCOMPARE(whole().part(m_asked)->state, domain::PartState::CorrectionAsked);
        QCOMPARE(setField(phone, u"13900000001"_s), QString());
        QCOMPARE(answer(m_asked), QString());
    }
    /** Nobody would look at it again: the correction is another part's. */
    void aFieldOfAnotherPartIsNotEmptied()
    {
        const QString others = field(domain::FieldType::Text, m_asked, false);
        const domain::Case before = whole();
        QCOMPARE(setField(others, {}), u"FORM-001 "_s + others);
        QCOMPARE(whole(), before);
        const auto holder = std::find_if(before.parts.cbegin(), before.parts.cend(), [&](const domain::CasePart &part) {
            return domain::isInFormOf(m_fixture->catalogue(), before, part, others);
        });
        askCorrection(holder->id);
        QCOMPARE(setField(others, {}), QString());
        // It is the other part's answer that waits for it, not this one's.
        QCOMPARE(answer(m_asked), QString());
        QVERIFY(answer(holder->id).startsWith(u"CASE-009 field:"_s + others));
    }
    void aMissingMaterialHoldsBackTheAnswer()
    {
        const QString key = materialKey(m_asked);
        const domain::MaterialState given = whole().materials.value(key);
        QCOMPARE(give(domain::command::SetMaterial{key, std::nullopt}), QString());
        QCOMPARE(answer(m_asked), u"CASE-009 material:"_s + key);
        QCOMPARE(give(domain::command::SetMaterial{key, given}), QString());
        QCOMPARE(answer(m_asked), QString());
    }
    void whatOthersLackIsNotAskedFor()
    {
        QCOMPARE(give(domain::command::SetMaterial{materialKey(m_asked, false), std::nullopt}), QString());
        QCOMPARE(answer(m_asked), QString());
    }
    /** The plan is that of the day of receipt: days that passed since then make nothing missing. */
    void timeTakesNothingAway()
    {
        m_fixture->clock.advance(qint64(8) * 24 * 3600 * 1000);
        QCOMPARE(answer(m_asked), QString());
    }

private:
    std::unique_ptr<ExchangeFixture> m_fixture;
    domain::CaseId m_caseId;
    domain::PartId m_asked;
};

QTEST_GUILESS_MAIN(CorrectionsTest)
#include "tst_corrections.moc"
