// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::CounterPhase;
using desk::ListingState;
using desk::NewcomerChoice;
using domain::FailureCode;
using test::await;
using test::DeskWorld;
using test::Fault;
using test::World;

namespace {

constexpr int patienceMs = 20000;
const QByteArray listings = "/api/v1/certificate-listings";

/** What a clerk types of somebody whose card does not read. */
domain::Party typed(const domain::IdCard &card)
{
    domain::Party party;
    party.documentKind = card.documentKind();
    party.number = card.number;
    party.name = card.name;
    party.typedReason = u"card does not read"_s;
    return party;
}

} // namespace

/** Who stands at the counter: cards, agents, typed identities, and whose certificates are shown. */
class TestDeskPerson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void cardOpensADraft();
    void sameCardAgain();
    void newestAddressCounts();
    void otherKindsKeepWhatTheyHold();
    void newcomerAsksAndKeepsBoth();
    void newcomerAsAgent();
    void newcomersCardIsLifted();
    void newcomerIgnored();
    void agentCardExpected();
    void typedAgent_data();
    void typedAgent();
    void typedAgentOutlivesTheProgram();
    void typedAgentsCardIsReadAfterAll();
    void anothersPaperProvesNothing();
    void agentsProofIsHandedIn();
    void typedApplicant_data();
    void typedApplicant();
    void cardReplacesWhatWasTyped();
    void cardOfAnotherNameAsks_data();
    void cardOfAnotherNameAsks();
    void receivedCaseKeepsItsTypedApplicant();
    void typedIdentityOffTheRecordIsTold();
    void phone();
    void lateCertificatesOfAnother();
    void revealIsRecorded();
    void unrecordedRevealShowsNothing();
    void nobodySignedIn();

private:
    [[nodiscard]] int listed() const { return m_world->network.count("POST " + listings); }
    /** What the exchange recorded for the open case. */
    [[nodiscard]] QList<wire::LookupRecord> recorded();
    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

QList<wire::LookupRecord> TestDeskPerson::recorded()
{
    const auto page = await(m_desk->client->findLookups({{}, m_desk->view().openCase.id.toString(QUuid::WithoutBraces)}));
    return page ? page->lookups : QList<wire::LookupRecord>();
}

void TestDeskPerson::init()
{
    m_world->network.setScript({});
    m_world->network.setDown(false);
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
}

void TestDeskPerson::cardOpensADraft()
{
    m_desk->place(0);
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
    QCOMPARE(m_desk->view().listing, ListingState::Loading);
    QVERIFY(m_desk->view().cardPresent);
    QCOMPARE(m_desk->view().readMs, 900);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, ListingState::Ready);
    QVERIFY(m_desk->view().certificates.size() >= 5);
    QVERIFY(m_desk->view().listMs >= 0);
    QVERIFY(m_desk->view().listingUsableUntil > m_world->deskClock.now());
    const domain::Case kept = m_desk->stored(m_desk->view().openCase.id);
    QCOMPARE(kept.applicant->number, m_desk->card(0).number);
    QCOMPARE(kept.applicant->method, domain::IdentityMethod::ChipRead);
    QVERIFY(!kept.applicant->personId.isEmpty());
    QVERIFY(m_desk->view().savedAt.isValid());
    m_desk->counter->cardTaken();
    QVERIFY(!m_desk->view().cardPresent);
}

void TestDeskPerson::sameCardAgain()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const domain::Case before = m_desk->view().openCase;
    m_desk->counter->cardTaken();
    m_desk->place(0);
    QVERIFY(m_desk->view().cardPresent);
    QVERIFY(!m_desk->view().newcomer);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().openCase, before);
}

/** A move is written into the chip; the face of the card keeps the old address. */
void TestDeskPerson::newestAddressCounts()
{
    device::CardReading reading;
    reading.card = m_desk->card(0);
    reading.addressesComplete = false;
    m_desk->counter->takeCard(reading);
    QCOMPARE(m_desk->view().openCase.applicant->address, reading.card.address);
    QVERIFY(m_desk->view().cardAddress.notesUnread);
    m_desk->awaitListing();
    reading.addressesComplete = true;
    reading.appendedAddresses = {u"示范省示范市新城区学府路66号"_s, u"示范省示范市新城区滨河路9号"_s};
    m_desk->counter->takeCard(reading);
    QCOMPARE(m_desk->view().openCase.applicant->address, u"示范省示范市新城区滨河路9号"_s);
    QCOMPARE(m_desk->view().cardAddress, (desk::CardAddress{reading.card.address, false}));
    m_desk->awaitListing();
    QCOMPARE(m_desk->stored(m_desk->view().openCase.id).applicant->address, u"示范省示范市新城区滨河路9号"_s);
    // As somebody else's card, with the question in between.
    reading.card = m_desk->card(1);
    m_desk->counter->takeCard(reading);
    m_desk->counter->resolveNewcomer(NewcomerChoice::NewCase);
    QCOMPARE(m_desk->view().openCase.applicant->address, u"示范省示范市新城区滨河路9号"_s);
    QCOMPARE(m_desk->view().cardAddress.printed, reading.card.address);
    m_desk->counter->newCase();
    QCOMPARE(m_desk->view().cardAddress, desk::CardAddress());
}

/** What only some kinds of card hold goes into the case like the rest. */
void TestDeskPerson::otherKindsKeepWhatTheyHold()
{
    device::CardReading foreigner;
    foreigner.card = m_desk->card(8);
    QCOMPARE(foreigner.card.kind, domain::CardKind::Foreigner2023);
    foreigner.card.englishName = u"EXAMPLE, JANE"_s;
    foreigner.card.nationality = u"USA"_s;
    foreigner.card.issueCount = u"02"_s;
    foreigner.card.formerNumberLink = u"001"_s;
    m_desk->counter->takeCard(foreigner);
    m_desk->awaitListing();
    const domain::Party first = *m_desk->stored(m_desk->view().openCase.id).applicant;
    QCOMPARE(first.name, foreigner.card.name);
    QCOMPARE(first.englishName, foreigner.card.englishName);
    QCOMPARE(first.nationality, foreigner.card.nationality);
    QCOMPARE(first.issueCount, foreigner.card.issueCount);
    QCOMPARE(first.formerNumberLink, foreigner.card.formerNumberLink);
    m_desk->counter->newCase();
    device::CardReading permit;
    permit.card = m_desk->card(6);
    QCOMPARE(permit.card.kind, domain::CardKind::HkMoTwPermit);
    permit.card.passNumber = u"H99000001"_s;
    permit.card.issueCount = u"03"_s;
    m_desk->counter->takeCard(permit);
    m_desk->awaitListing();
    const domain::Party second = *m_desk->stored(m_desk->view().openCase.id).applicant;
    QCOMPARE(second.passNumber, permit.card.passNumber);
    QCOMPARE(second.issueCount, permit.card.issueCount);
}

void TestDeskPerson::newcomerAsksAndKeepsBoth()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    m_desk->awaitSaved();
    const domain::Case first = m_desk->view().openCase;
    m_desk->place(1);
    QVERIFY(m_desk->view().newcomer);
    QCOMPARE(m_desk->view().openCase, first);
    m_desk->counter->resolveNewcomer(NewcomerChoice::NewCase);
    QVERIFY(!m_desk->view().newcomer);
    QVERIFY(m_desk->view().openCase.id != first.id);
    QCOMPARE(m_desk->view().openCase.applicant->number, m_desk->card(1).number);
    m_desk->awaitListing();
    QCOMPARE(m_desk->stored(first.id), first);
    m_desk->counter->openDraft(first.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase, first, patienceMs);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().phase, CounterPhase::Draft);
}

void TestDeskPerson::newcomerAsAgent()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->place(1);
    m_desk->counter->resolveNewcomer(NewcomerChoice::AsAgent);
    m_desk->awaitSaved();
    const domain::Case kept = m_desk->stored(m_desk->view().openCase.id);
    QCOMPARE(kept.applicant->number, m_desk->card(0).number);
    QVERIFY(kept.agency);
    QCOMPARE(kept.agency->agent.number, m_desk->card(1).number);
}

/** The question stays when the card was lifted; what it says must not. */
void TestDeskPerson::newcomersCardIsLifted()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->place(1);
    QVERIFY(m_desk->view().newcomer && m_desk->view().newcomer->lies);
    m_desk->counter->cardTaken();
    QVERIFY(m_desk->view().newcomer);
    QVERIFY(!m_desk->view().newcomer->lies);
    m_desk->counter->resolveNewcomer(NewcomerChoice::NewCase);
    QVERIFY(!m_desk->view().cardPresent);
    // Nobody can say any more that the holder stands there: nothing is listed on that word until the card lies there again.
    QVERIFY(m_desk->view().holderAbsent);
    m_desk->place(1);
    m_desk->awaitListing();
    QVERIFY(!m_desk->view().holderAbsent && !m_desk->view().certificates.isEmpty());
}

void TestDeskPerson::newcomerIgnored()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const domain::Case before = m_desk->view().openCase;
    m_desk->place(1);
    m_desk->counter->resolveNewcomer(NewcomerChoice::Ignore);
    QVERIFY(!m_desk->view().newcomer);
    QCOMPARE(m_desk->view().openCase, before);
    m_desk->counter->resolveNewcomer(NewcomerChoice::NewCase);
    QCOMPARE(m_desk->view().openCase, before);
}

void TestDeskPerson::agentCardExpected()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->expectAgentCard(true);
    m_desk->place(1);
    QVERIFY(!m_desk->view().newcomer);
    QVERIFY(m_desk->view().openCase.agency);
    QCOMPARE(m_desk->view().openCase.agency->agent.number, m_desk->card(1).number);
    // Only the next card is the agent's.
    m_desk->place(2);
    QVERIFY(m_desk->view().newcomer);
}

void TestDeskPerson::typedAgent_data()
{
    QTest::addColumn<domain::Party>("party");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("code");
    const DeskWorld desk(*m_world);
    const domain::Party good = typed(desk.card(1));
    domain::Party nameless = good;
    nameless.name = u" "_s;
    domain::Party unexplained = good;
    unexplained.typedReason = u"  "_s;
    domain::Party cut = good;
    cut.number.chop(1);
    const domain::Party own = typed(desk.card(0));
    QTest::newRow("good") << good << good.number << QString();
    QTest::newRow("second differs") << good << own.number << u"ID-012"_s;
    QTest::newRow("number too short") << cut << cut.number << u"ID-002"_s;
    QTest::newRow("no name") << nameless << good.number << u"CASE-012"_s;
    QTest::newRow("no reason") << unexplained << good.number << u"CASE-012"_s;
    QTest::newRow("the applicant") << own << own.number << u"CASE-016"_s;
}

void TestDeskPerson::typedAgent()
{
    QFETCH(const domain::Party, party);
    QFETCH(const QString, second);
    QFETCH(const QString, code);
    m_desk->counter->setTypedAgent(party, second);
    QVERIFY2(m_desk->view().openCase.id.isNull(), "there is nobody to act for");
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->expectAgentCard(true);
    m_desk->counter->setTypedAgent(party, second);
    m_desk->awaitSaved();
    const auto records = await(m_desk->store().auditToSend(u"clerk01"_s, 1000));
    const bool recorded = std::any_of(records->cbegin(), records->cend(), [](const store::AuditEntry &entry) {
        return entry.action == "typed-identity"_L1 && entry.subject == "agent"_L1;
    });
    QCOMPARE(recorded, code.isEmpty());
    if (!code.isEmpty()) {
        QCOMPARE(domain::failureText(m_desk->view().error->code), code);
        QVERIFY(!m_desk->view().openCase.agency);
        return;
    }
    const domain::Party kept = m_desk->stored(m_desk->view().openCase.id).agency->agent;
    QCOMPARE(kept.number, party.number);
    QCOMPARE(kept.method, domain::IdentityMethod::Typed);
    QCOMPARE(kept.typedReason, party.typedReason);
    QCOMPARE(kept.birth, m_desk->card(1).birth);
    // The agent is there; the next card is somebody else's.
    m_desk->place(2);
    QVERIFY(m_desk->view().newcomer);
}

/** What the reviewers of the exchange see of them, after the desk was killed in between. */
void TestDeskPerson::typedAgentOutlivesTheProgram()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    const domain::Party party = typed(m_desk->card(1));
    m_desk->counter->setTypedAgent(party, party.number);
    m_desk->awaitSaved();
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->quit();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    m_desk->awaitListing(); // what is missing is known with it
    domain::Agency agency = *m_desk->view().openCase.agency;
    QCOMPARE(agency.agent.method, domain::IdentityMethod::Typed);
    agency.relation = u"配偶"_s;
    agency.validUntil = m_world->deskClock.today().addDays(30);
    agency.authorityChecked = true;
    m_desk->counter->setAgency(agency);
    m_desk->counter->satisfyMaterial(u"power-of-attorney"_s, domain::MaterialWay::OriginalSeen, {}, {});
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    const domain::Case there = *m_world->truth(id);
    const domain::Case reviewed = domain::projectionFor(there, {there.parts.first().id}, {}, {});
    QCOMPARE(reviewed.agency->agent.method, domain::IdentityMethod::Typed);
    QCOMPARE(reviewed.agency->agent.typedReason, party.typedReason);
}

void TestDeskPerson::typedAgentsCardIsReadAfterAll()
{
    m_desk->place(0);
    m_desk->awaitListing();
    domain::Party party = typed(m_desk->card(1));
    m_desk->counter->setTypedAgent(party, party.number);
    domain::Agency agency = *m_desk->view().openCase.agency;
    agency.relation = u"配偶"_s;
    agency.agent.phone = u"13900000001"_s;
    m_desk->counter->setAgency(agency);
    m_desk->place(1);
    QVERIFY(!m_desk->view().newcomer);
    const domain::Agency read = *m_desk->view().openCase.agency;
    QCOMPARE(read.agent.method, domain::IdentityMethod::ChipRead);
    QCOMPARE(read.agent.typedReason, QString());
    QCOMPARE(read.agent.phone, u"13900000001"_s);
    QCOMPARE(read.relation, u"配偶"_s);
    party.name = u"别人示例"_s;
    m_desk->counter->setTypedAgent(party, party.number);
    QCOMPARE(*m_desk->view().openCase.agency, read);
}

void TestDeskPerson::anothersPaperProvesNothing()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    const domain::Party party = typed(m_desk->card(1));
    m_desk->counter->setTypedAgent(party, party.number);
    domain::Agency agency = *m_desk->view().openCase.agency;
    agency.relation = u"配偶"_s;
    agency.validUntil = m_world->deskClock.today().addDays(30);
    agency.authorityChecked = true;
    m_desk->counter->setAgency(agency);
    m_desk->counter->satisfyMaterial(u"power-of-attorney"_s, domain::MaterialWay::OriginalSeen, {}, {});
    QVERIFY(m_desk->view().openCase.materials.contains(u"power-of-attorney"_s));
    const domain::Party other = typed(m_desk->card(2));
    m_desk->counter->setTypedAgent(other, other.number);
    const domain::Agency now = *m_desk->view().openCase.agency;
    QCOMPARE(now.agent.number, other.number);
    QVERIFY(now.relation.isEmpty() && !now.validUntil.isValid() && !now.authorityChecked);
    QVERIFY(!m_desk->view().openCase.materials.contains(u"power-of-attorney"_s));
    m_desk->counter->undo();
    QCOMPARE(m_desk->view().openCase.agency->agent.number, party.number);
    QVERIFY(m_desk->view().openCase.materials.contains(u"power-of-attorney"_s));
}

void TestDeskPerson::agentsProofIsHandedIn()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    m_desk->counter->expectAgentCard(true);
    m_desk->place(1);
    domain::Agency agency = *m_desk->view().openCase.agency;
    QCOMPARE(agency.authority, u"power-of-attorney"_s);
    agency.relation = u"配偶"_s;
    agency.validUntil = m_world->deskClock.today().addDays(30);
    agency.authorityChecked = true;
    m_desk->counter->setAgency(agency);
    // Ticked, but nothing to show for it.
    m_desk->counter->receive();
    QCOMPARE(m_desk->view().error->code, FailureCode::CaseMaterialsMissing);
    m_desk->counter->satisfyMaterial(u"power-of-attorney"_s, domain::MaterialWay::OriginalSeen, {}, {});
    QVERIFY(m_desk->view().plan.missing.isEmpty());
    // A guardian needs another paper, and the one before proves nothing.
    agency.capacity = domain::AgentCapacity::Guardian;
    agency.validUntil = {};
    m_desk->counter->setAgency(agency);
    QVERIFY(!m_desk->view().openCase.materials.contains(u"power-of-attorney"_s));
    QCOMPARE(m_desk->view().plan.missing.size(), 1);
    QCOMPARE(m_desk->view().plan.missing.first().target, u"guardianship-proof"_s);
    m_desk->counter->undo();
    QVERIFY(m_desk->view().plan.missing.isEmpty());
    m_desk->counter->redo();
    m_desk->counter->satisfyMaterial(u"guardianship-proof"_s, domain::MaterialWay::OriginalSeen, {}, {});
    m_desk->counter->receive();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->view().openCase.number.isEmpty(), patienceMs);
    const domain::Case there = *m_world->truth(m_desk->view().openCase.id);
    QCOMPARE(there.agency->capacity, domain::AgentCapacity::Guardian);
    QCOMPARE(there.materials.value(u"guardianship-proof"_s).way, domain::MaterialWay::OriginalSeen);
}

void TestDeskPerson::typedApplicant_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("code");
    const DeskWorld desk(*m_world);
    const QString good = desk.card(0).number;
    const QString other = desk.card(1).number;
    const QString name = desk.card(0).name;
    const QString why = u"card does not read"_s;
    QTest::newRow("good") << good << good << name << why << QString();
    QTest::newRow("blanks around") << u' ' + good + u' ' << good << u' ' + name + u' ' << why << QString();
    QTest::newRow("second differs") << good << other << name << why << u"ID-012"_s;
    QTest::newRow("second empty") << good << QString() << name << why << u"ID-012"_s;
    QTest::newRow("second not a number") << good << u"x"_s << name << why << u"ID-012"_s;
    QTest::newRow("number empty") << QString() << QString() << name << why << u"ID-001"_s;
    QTest::newRow("number too short") << good.left(17) << good.left(17) << name << why << u"ID-002"_s;
    QTest::newRow("no reason") << good << good << name << QString() << u"CASE-012"_s;
    QTest::newRow("blank reason") << good << good << name << u"  "_s << u"CASE-012"_s;
    QTest::newRow("no name") << good << good << u" "_s << why << u"CASE-012"_s;
}

void TestDeskPerson::typedApplicant()
{
    QFETCH(QString, number);
    QFETCH(QString, second);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    QFETCH(QString, code);
    domain::Party party;
    party.documentKind = m_desk->card(0).documentKind();
    party.number = number;
    party.name = name;
    party.typedReason = reason;
    const int before = listed();
    m_desk->counter->setTypedApplicant(party, second);
    if (!code.isEmpty()) {
        QVERIFY(m_desk->view().error);
        QCOMPARE(domain::failureText(m_desk->view().error->code), code);
        QVERIFY(m_desk->view().openCase.id.isNull());
        return;
    }
    QVERIFY(!m_desk->view().error);
    m_desk->awaitListing();
    const domain::Party kept = *m_desk->stored(m_desk->view().openCase.id).applicant;
    QCOMPARE(kept.number, m_desk->card(0).number);
    QCOMPARE(kept.name, m_desk->card(0).name);
    QCOMPARE(kept.method, domain::IdentityMethod::Typed);
    QCOMPARE(kept.typedReason, reason);
    QCOMPARE(kept.birth, m_desk->card(0).birth);
    QCOMPARE(kept.sex, m_desk->card(0).sex);
    // Nobody's card was read: the exchange is asked on the holder's word alone, and records it as that.
    QVERIFY(m_desk->view().holderAbsent);
    QCOMPARE(listed(), before);
    m_desk->counter->listWithConsent();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Ready, patienceMs);
    QVERIFY(!m_desk->view().holderAbsent);
    QCOMPARE(recorded().last().purpose->consent, domain::UsePurpose::Consent::ExplicitConsent);
    QVERIFY(!m_desk->view().certificates.isEmpty());
}

void TestDeskPerson::cardReplacesWhatWasTyped()
{
    const domain::IdCard card = m_desk->card(0);
    m_desk->counter->setTypedApplicant(typed(card), card.number);
    m_desk->awaitListing();
    m_desk->counter->setApplicantPhone(u"13900000001"_s);
    const domain::CaseId id = m_desk->view().openCase.id;
    QVERIFY(m_desk->view().canUndo);
    m_desk->place(0);
    QVERIFY(!m_desk->view().newcomer);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Ready, patienceMs);
    m_desk->awaitSaved();
    QCOMPARE(m_desk->view().openCase.id, id);
    QVERIFY(m_desk->view().cardPresent);
    QVERIFY(!m_desk->view().certificates.isEmpty());
    QCOMPARE(recorded().last().purpose->consent, domain::UsePurpose::Consent::HolderPresent);
    const domain::Party read = *m_desk->stored(id).applicant;
    QCOMPARE(read.method, domain::IdentityMethod::ChipRead);
    QCOMPARE(read.typedReason, QString());
    QCOMPARE(read.address, card.address);
    QCOMPARE(read.validFrom, card.validFrom);
    QCOMPARE(read.ethnicCode, card.ethnicCode);
    QCOMPARE(read.phone, u"13900000001"_s);
    // What was typed stays in the timeline, and is not what undo goes back to.
    const auto rows = await(m_desk->store().timeline(id));
    const auto isTyped = [](const store::TimelineRow &row) {
        const auto *set = std::get_if<domain::command::SetApplicant>(&row.command.body);
        return set && set->applicant.method == domain::IdentityMethod::Typed;
    };
    QVERIFY(std::any_of(rows->cbegin(), rows->cend(), isTyped));
    m_desk->counter->undo();
    QCOMPARE(m_desk->view().openCase.applicant->method, domain::IdentityMethod::ChipRead);
}

void TestDeskPerson::cardOfAnotherNameAsks_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<bool>("lifted");
    QTest::newRow("the card counts") << int(NewcomerChoice::IsApplicant) << false;
    QTest::newRow("the card counts, and was taken along") << int(NewcomerChoice::IsApplicant) << true;
    QTest::newRow("what was typed counts") << int(NewcomerChoice::Ignore) << false;
    QTest::newRow("another matter") << int(NewcomerChoice::NewCase) << false;
}

void TestDeskPerson::cardOfAnotherNameAsks()
{
    QFETCH(int, choice);
    QFETCH(bool, lifted);
    const domain::IdCard card = m_desk->card(0);
    domain::Party party = typed(card);
    party.name = u"李四示例"_s;
    m_desk->counter->setTypedApplicant(party, party.number);
    m_desk->awaitListing();
    const domain::CaseId id = m_desk->view().openCase.id;
    const int before = listed();
    m_desk->place(0);
    QVERIFY(m_desk->view().newcomer && m_desk->view().newcomer->namesApplicant);
    QCOMPARE(m_desk->view().openCase.applicant->name, u"李四示例"_s);
    QVERIFY(!m_desk->view().cardPresent);
    QVERIFY2(listed() == before, "nobody is asked for under a name that the card denies");
    if (lifted)
        m_desk->counter->cardTaken();
    m_desk->counter->resolveNewcomer(NewcomerChoice(choice));
    QVERIFY(!m_desk->view().newcomer);
    m_desk->awaitListing();
    const bool ignored = choice == int(NewcomerChoice::Ignore);
    QCOMPARE(m_desk->view().openCase.id == id, choice != int(NewcomerChoice::NewCase));
    QCOMPARE(m_desk->view().openCase.applicant->name, ignored ? party.name : card.name);
    QCOMPARE(m_desk->view().openCase.applicant->method, ignored ? domain::IdentityMethod::Typed : domain::IdentityMethod::ChipRead);
    QCOMPARE(m_desk->stored(id).applicant->name, choice == int(NewcomerChoice::IsApplicant) ? card.name : party.name);
    QCOMPARE(m_desk->view().cardPresent, !ignored && !lifted);
    QCOMPARE(listed(), before + (ignored || lifted ? 0 : 1));
}

/** A case that was received stays as its applicant stood there; whoever comes with another name is asked about. */
void TestDeskPerson::receivedCaseKeepsItsTypedApplicant()
{
    const domain::IdCard card = m_desk->card(0);
    m_desk->counter->setTypedApplicant(typed(card), card.number);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->completeByDesk());
    QSignalSpy received(m_desk->counter.get(), &desk::CounterDesk::caseReceived);
    m_desk->counter->receive();
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 1, patienceMs);
    const domain::CaseId id = m_desk->view().openCase.id;
    const domain::Party before = *m_desk->view().openCase.applicant;
    m_desk->place(0);
    m_desk->awaitListing();
    QVERIFY(m_desk->view().openCase.id != id);
    QCOMPARE(*m_desk->stored(id).applicant, before);
}

/** Every statement of the store fails once: whenever the desk's own record is missing, the clerk is told. */
void TestDeskPerson::typedIdentityOffTheRecordIsTold()
{
    m_desk->quit();
    const auto left = std::make_shared<std::atomic<int>>(0);
    m_desk->failStatement = [left] { return left->load() > 0 && left->fetch_sub(1) == 1; };
    m_desk->enter();
    m_world->network.setDown(true);
    domain::Party party;
    party.documentKind = m_desk->card(0).documentKind();
    party.number = m_desk->card(0).number;
    party.name = m_desk->card(0).name;
    party.typedReason = u"card does not read"_s;
    // The store works in order: with this answer everything before it has been written or has failed.
    const auto settle = [this] { [[maybe_unused]] const auto answer = await(m_desk->store().setting(u"anything"_s)); };
    int onlyTheRecordFailed = 0;
    for (int statement = 1; statement < 60; ++statement) {
        m_desk->counter->newCase();
        settle();
        *left = statement;
        m_desk->counter->setTypedApplicant(party, party.number);
        const domain::CaseId id = m_desk->view().openCase.id;
        settle();
        *left = 0;
        const auto records = await(m_desk->store().auditToSend(u"clerk01"_s, 1000));
        QVERIFY(records);
        const bool recorded = std::any_of(records->cbegin(), records->cend(), [&](const store::AuditEntry &entry) {
            return entry.action == "typed-identity"_L1 && entry.caseId == id.toString(QUuid::WithoutBraces);
        });
        const auto stored = await(m_desk->store().loadCase(id));
        onlyTheRecordFailed += !recorded && stored && stored->current.applicant ? 1 : 0;
        if (!recorded)
            QTRY_VERIFY2_WITH_TIMEOUT(m_desk->view().error, qPrintable(QString::number(statement)), patienceMs);
    }
    QVERIFY(onlyTheRecordFailed > 0);
}

void TestDeskPerson::phone()
{
    m_desk->counter->setApplicantPhone(u"13800000000"_s);
    QVERIFY(m_desk->view().openCase.id.isNull());
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->setApplicantPhone(u"12"_s);
    QCOMPARE(m_desk->view().error->code, FailureCode::PhoneInvalid);
    m_desk->counter->setApplicantPhone(u"138 0000 0000"_s);
    QVERIFY(!m_desk->view().error);
    m_desk->awaitSaved();
    QCOMPARE(m_desk->stored(m_desk->view().openCase.id).applicant->phone, u"13800000000"_s);
    m_desk->counter->setApplicantPhone(u" "_s);
    QVERIFY(m_desk->view().openCase.applicant->phone.isEmpty());
}

/** The exchange is slow for A; meanwhile B stands there. */
void TestDeskPerson::lateCertificatesOfAnother()
{
    int asked = 0;
    m_world->network.setScript([&](const QByteArray &, const QByteArray &path) {
        return path == listings && ++asked == 1 ? Fault{Fault::Kind::SlowAnswer, 700} : Fault();
    });
    m_desk->place(0);
    QTRY_COMPARE(asked, 1);
    m_desk->place(1);
    m_desk->counter->resolveNewcomer(NewcomerChoice::NewCase);
    m_desk->awaitListing();
    const auto bs = m_desk->view();
    QVERIFY(!bs.certificates.isEmpty());
    // A's answer comes now, and nothing of it shows.
    QTest::qWait(1200);
    QCOMPARE(m_desk->view().openCase.applicant->number, m_desk->card(1).number);
    QCOMPARE(m_desk->view().certificates, bs.certificates);
    QCOMPARE(m_desk->view().openCase.applicant->personId, bs.openCase.applicant->personId);
    // An empty counter stays empty as well.
    asked = 0;
    m_desk->counter->newCase();
    m_desk->place(2);
    QTRY_COMPARE(asked, 1);
    m_desk->counter->newCase();
    QTest::qWait(1200);
    QVERIFY(m_desk->view().certificates.isEmpty());
    QCOMPARE(m_desk->view().phase, CounterPhase::Idle);
}

void TestDeskPerson::revealIsRecorded()
{
    m_desk->counter->reveal(u"number"_s);
    QVERIFY(!m_desk->view().numberRevealed);
    m_desk->place(0);
    m_desk->awaitListing();
    const int before = m_world->network.count("POST /api/v1/audit-records");
    m_desk->counter->reveal(u"number"_s);
    QTRY_VERIFY(m_desk->view().numberRevealed);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->network.count("POST /api/v1/audit-records") > before, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(await(m_desk->store().auditToSend(u"clerk01"_s, 10))->isEmpty(), patienceMs);
    m_desk->counter->newCase();
    QVERIFY(!m_desk->view().numberRevealed);
}

void TestDeskPerson::unrecordedRevealShowsNothing()
{
    m_desk->place(0);
    m_desk->awaitListing();
    // The store goes, as when its disk does; whoever else reads it goes first.
    m_desk->sync.reset();
    m_desk->cases.reset();
    m_desk->session->setStore({});
    m_desk->counter->reveal(u"number"_s);
    QTRY_VERIFY(m_desk->view().error);
    QCOMPARE(m_desk->view().error->code, FailureCode::StoreClosed);
    QVERIFY(!m_desk->view().numberRevealed);
}

void TestDeskPerson::nobodySignedIn()
{
    m_desk->signIn->signOut();
    m_desk->place(0);
    QVERIFY(m_desk->view().openCase.id.isNull());
    m_desk->counter->addItem(m_world->simpleItems().first());
    QVERIFY(m_desk->view().openCase.id.isNull());
    QVERIFY(m_desk->view().error);
}

QTEST_MAIN(TestDeskPerson)
#include "tst_deskperson.moc"
