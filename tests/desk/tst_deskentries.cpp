// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::NewcomerChoice;
using desk::PartyEntry;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;

} // namespace

/** What is typed in the cards of applicant and agent, from letter to case, over the end of the program and over other people. */
class TestDeskEntries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(60); }
    void init();
    void cleanup() { m_desk.reset(); }
    void wholeOnesAreTakenAfterTheEnd();
    void halfOnesComeBack();
    void typedBackIsNothing();
    void leavingEndsThem();
    void savedOnRequestAndWithF9();
    void halfOnesHoldF9Back();
    void eachCaseHasItsOwn();
    void anotherAgentHasNone();
    void noneWithoutSomebody();

private:
    void reopen();
    void type(PartyEntry entry, const QString &text) { m_desk->counter->typeEntry(entry, text); }
    void actAs(int place);
    [[nodiscard]] QMap<QString, QString> scratch() { return await(m_desk->store().loadCase(m_id))->scratch; }
    [[nodiscard]] const domain::Case &onCase() const { return m_desk->view().openCase; }

    domain::CaseId m_id;
    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskEntries::init()
{
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
    m_desk->place(0);
    m_desk->awaitListing();
    m_id = onCase().id;
}

void TestDeskEntries::reopen()
{
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(onCase().id, m_id, patienceMs);
    m_desk->awaitListing();
}

void TestDeskEntries::actAs(int place)
{
    m_desk->counter->expectAgentCard(true);
    m_desk->place(place);
    QTRY_VERIFY_WITH_TIMEOUT(onCase().agency && onCase().agency->agent.number == m_desk->card(place).number, patienceMs);
    m_desk->awaitSaved();
}

/** Nobody left a field before the program ended; what stood there whole is one step of the case. */
void TestDeskEntries::wholeOnesAreTakenAfterTheEnd()
{
    actAs(1);
    const domain::Agency before = *onCase().agency;
    const QString phone = onCase().applicant->phone;
    type(PartyEntry::ApplicantPhone, u"139 0000 0001"_s);
    type(PartyEntry::AgentPhone, u"13900000002"_s);
    type(PartyEntry::AgentRelation, u"配偶"_s);
    type(PartyEntry::AgentUntil, u"2027/2/3"_s);
    QVERIFY(m_desk->view().hasUnsavedScratch);
    QVERIFY2(onCase().agency == before && onCase().applicant->phone == phone, "letters are no steps of the case");
    reopen();
    QCOMPARE(onCase().applicant->phone, u"13900000001"_s);
    QCOMPARE(onCase().agency->agent.phone, u"13900000002"_s);
    QCOMPARE(onCase().agency->relation, u"配偶"_s);
    QCOMPARE(onCase().agency->validUntil, QDate(2027, 2, 3));
    QVERIFY(m_desk->view().entries.isEmpty() && scratch().isEmpty());
    m_desk->counter->undo();
    QCOMPARE(onCase().applicant->phone, phone);
    QCOMPARE(*onCase().agency, before);
    QVERIFY(!m_desk->view().canUndo);
}

void TestDeskEntries::halfOnesComeBack()
{
    actAs(1);
    type(PartyEntry::ApplicantPhone, u"1390"_s);
    type(PartyEntry::AgentUntil, u"2027-0"_s);
    type(PartyEntry::AgentRelation, QString(201, u'示'));
    const desk::EntryTexts typed = m_desk->view().entries;
    QCOMPARE(typed.size(), 3);
    reopen();
    QCOMPARE(m_desk->view().entries, typed);
    QCOMPARE(scratch().size(), 3);
    QVERIFY(onCase().agency->relation.isEmpty() && !onCase().agency->validUntil.isValid());
    // Of another edit nothing is lost either.
    domain::Agency agency = *onCase().agency;
    agency.authorityChecked = true;
    m_desk->counter->setAgency(agency);
    QCOMPARE(m_desk->view().entries, typed);
    m_desk->counter->setApplicantPhone(u"13900000001"_s);
    QCOMPARE(m_desk->view().entries.size(), 2);
    // Who acts by law has no last day.
    agency.capacity = domain::AgentCapacity::Guardian;
    m_desk->counter->setAgency(agency);
    QCOMPARE(m_desk->view().entries.keys(), QList<PartyEntry>{PartyEntry::AgentRelation});
    QCOMPARE(scratch().keys(), QStringList{desk::entryKey(PartyEntry::AgentRelation)});
}

void TestDeskEntries::typedBackIsNothing()
{
    const QString phone = onCase().applicant->phone;
    type(PartyEntry::ApplicantPhone, phone + u'1');
    QCOMPARE(scratch().size(), 1);
    type(PartyEntry::ApplicantPhone, phone);
    QVERIFY(m_desk->view().entries.isEmpty() && scratch().isEmpty() && !m_desk->view().hasUnsavedScratch);
}

void TestDeskEntries::leavingEndsThem()
{
    actAs(1);
    type(PartyEntry::ApplicantPhone, u"13900000001"_s);
    m_desk->counter->setApplicantPhone(u"13900000001"_s);
    type(PartyEntry::AgentRelation, u"配偶"_s);
    domain::Agency agency = *onCase().agency;
    agency.relation = u"配偶"_s;
    m_desk->counter->setAgency(agency);
    QVERIFY(m_desk->view().entries.isEmpty() && scratch().isEmpty());
    m_desk->counter->undo();
    QVERIFY(onCase().agency->relation.isEmpty());
    QCOMPARE(onCase().applicant->phone, u"13900000001"_s);
}

/** The keyboard may still be in the field. */
void TestDeskEntries::savedOnRequestAndWithF9()
{
    type(PartyEntry::ApplicantPhone, u"13900000001"_s);
    m_desk->counter->saveNow();
    QCOMPARE(onCase().applicant->phone, u"13900000001"_s);
    QVERIFY(m_desk->view().entries.isEmpty() && scratch().isEmpty());
    m_desk->counter->addItem(m_world->catalogue().itemsOn(m_world->clock.today()).first()->id);
    QVERIFY(m_desk->completeByDesk());
    type(PartyEntry::ApplicantPhone, u"13900000002"_s);
    m_desk->counter->receive();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, desk::CounterPhase::Received, patienceMs);
    QCOMPARE(onCase().applicant->phone, u"13900000002"_s);
    QVERIFY(m_desk->view().entries.isEmpty() && scratch().isEmpty());
}

/** The old number must not go in silence where a new one was begun. */
void TestDeskEntries::halfOnesHoldF9Back()
{
    m_desk->counter->setApplicantPhone(u"13900000001"_s);
    m_desk->counter->addItem(m_world->catalogue().itemsOn(m_world->clock.today()).first()->id);
    QVERIFY(m_desk->completeByDesk());
    type(PartyEntry::ApplicantPhone, u"139000"_s);
    m_desk->counter->receive();
    QCOMPARE(m_desk->view().phase, desk::CounterPhase::Draft);
    QVERIFY(m_desk->view().error);
    QCOMPARE(m_desk->view().entries.value(PartyEntry::ApplicantPhone), u"139000"_s);
    type(PartyEntry::ApplicantPhone, u"13900000002"_s);
    m_desk->counter->receive();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().phase, desk::CounterPhase::Received, patienceMs);
    QCOMPARE(onCase().applicant->phone, u"13900000002"_s);
}

/** Somebody else's card comes in between: what was whole is taken, what was not waits in its own case. */
void TestDeskEntries::eachCaseHasItsOwn()
{
    actAs(1);
    type(PartyEntry::ApplicantPhone, u"1390"_s);
    type(PartyEntry::AgentPhone, u"13900000002"_s);
    m_desk->place(2);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().newcomer, patienceMs);
    m_desk->counter->resolveNewcomer(NewcomerChoice::NewCase);
    QVERIFY(onCase().id != m_id && m_desk->view().entries.isEmpty());
    m_desk->awaitListing();
    m_desk->counter->openDraft(m_id);
    QTRY_COMPARE_WITH_TIMEOUT(onCase().id, m_id, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().entries, (desk::EntryTexts{{PartyEntry::ApplicantPhone, u"1390"_s}}), patienceMs);
    QCOMPARE(onCase().agency->agent.phone, u"13900000002"_s);
}

void TestDeskEntries::anotherAgentHasNone()
{
    actAs(1);
    type(PartyEntry::AgentPhone, u"1391"_s);
    type(PartyEntry::ApplicantPhone, u"1390"_s);
    actAs(2);
    QCOMPARE(m_desk->view().entries.keys(), QList<PartyEntry>{PartyEntry::ApplicantPhone});
    QCOMPARE(scratch().keys(), QStringList{desk::entryKey(PartyEntry::ApplicantPhone)});
}

void TestDeskEntries::noneWithoutSomebody()
{
    type(PartyEntry::AgentPhone, u"1391"_s);
    m_desk->counter->newCase();
    type(PartyEntry::ApplicantPhone, u"1390"_s);
    QVERIFY(m_desk->view().entries.isEmpty() && scratch().isEmpty());
}

QTEST_MAIN(TestDeskEntries)
#include "tst_deskentries.moc"
