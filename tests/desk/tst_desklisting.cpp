// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "await.h"
#include "deskworld.h"

using namespace Qt::StringLiterals;
using namespace yichuang;
using desk::ListingState;
using domain::FailureCode;
using test::await;
using test::DeskWorld;
using test::World;

namespace {

constexpr int patienceMs = 20000;
const QByteArray listings = "/api/v1/certificate-listings";

} // namespace

/** When the exchange is asked for somebody's certificates, on whose word, for what purpose; and what is kept of it. */
class TestDeskListing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(120); }
    void init();
    void cleanup() { m_desk.reset(); }
    void offlineListingFromCache();
    void staleListingIsNotUsed();
    void unknownHolder();
    void keptListIsItsHoldersAlone();
    void typedIdentitySeesWhatIsKeptOnConsentAlone();
    void keptListIsNoAnswerToARefusal();
    void keptContentsNeedThisCasesRight();
    void resumedDraftAsksForTheHolder();
    void staleDraftAwaitsItsHolder();
    void purposeFollowsTheCase();
    void cardThatIsNoMaterialFillsTheForm();
    void lookupsOfThePerson();

private:
    /** What a clerk types of somebody whose card does not read; another name where one is given. */
    void type(const domain::IdCard &card, const QString &name = {});
    [[nodiscard]] QStringList facesThere() const;
    [[nodiscard]] int listed() const { return m_world->network.count("POST " + listings); }
    [[nodiscard]] int pulled() const { return m_world->network.count("POST /api/v1/certificate-pulls"); }
    /** What the exchange recorded last for the open case. */
    [[nodiscard]] std::optional<domain::UsePurpose> recorded(wire::LookupKind kind);

    std::unique_ptr<World> m_world;
    std::unique_ptr<DeskWorld> m_desk;
};

void TestDeskListing::init()
{
    m_world->network.setScript({});
    m_world->network.setDown(false);
    m_desk = std::make_unique<DeskWorld>(*m_world);
    m_desk->enter();
}

std::optional<domain::UsePurpose> TestDeskListing::recorded(wire::LookupKind kind)
{
    std::optional<domain::UsePurpose> last;
    const auto page = await(m_desk->client->findLookups({{}, m_desk->view().openCase.id.toString(QUuid::WithoutBraces)}));
    for (const wire::LookupRecord &row : page ? page->lookups : QList<wire::LookupRecord>()) {
        if (row.kind == kind)
            last = row.purpose;
    }
    return last;
}

void TestDeskListing::offlineListingFromCache()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const auto online = m_desk->view();
    m_desk->counter->newCase();
    m_world->network.setDown(true);
    m_desk->place(0);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, ListingState::Cached);
    QCOMPARE(m_desk->view().certificates.size(), online.certificates.size());
    QCOMPARE(m_desk->view().listedAt, online.listedAt);
    // Nobody listed this one yet.
    m_desk->counter->newCase();
    m_desk->place(3);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, ListingState::Offline);
    QVERIFY(m_desk->view().certificates.isEmpty());
    QVERIFY(!m_desk->view().error);
}

void TestDeskListing::staleListingIsNotUsed()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const qint64 usableMs = m_world->deskClock.now().msecsTo(m_desk->view().listingUsableUntil);
    QVERIFY(usableMs > 0);
    m_desk->counter->newCase();
    m_world->network.setDown(true);
    m_world->deskClock.aheadMs += usableMs + 1000;
    m_desk->place(0);
    m_desk->awaitListing();
    m_world->deskClock.aheadMs -= usableMs + 1000;
    QCOMPARE(m_desk->view().listing, ListingState::Offline);
    QVERIFY(m_desk->view().certificates.isEmpty());
}

void TestDeskListing::unknownHolder()
{
    domain::Party party;
    party.documentKind = u"111"_s;
    party.number = u"99010119900101001"_s + domain::CitizenNumber::checkCharacter(u"99010119900101001"_s);
    party.name = u"无示例"_s;
    party.typedReason = u"reason"_s;
    m_desk->counter->setTypedApplicant(party, party.number);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, ListingState::AwaitsHolder);
    m_desk->counter->listWithConsent();
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, ListingState::Failed);
    QCOMPARE(m_desk->view().error->code, FailureCode::HolderUnknown);
    QVERIFY(m_desk->view().certificates.isEmpty());
}

void TestDeskListing::type(const domain::IdCard &card, const QString &name)
{
    domain::Party party;
    party.documentKind = card.documentKind();
    party.number = card.number;
    party.name = name.isEmpty() ? card.name : name;
    party.typedReason = u"card does not read"_s;
    m_desk->counter->newCase();
    m_desk->counter->setTypedApplicant(party, party.number);
    m_desk->awaitListing();
}

QStringList TestDeskListing::facesThere() const
{
    QStringList identifiers;
    for (const desk::CertificateView &view : m_desk->view().certificates) {
        if (view.hasFace)
            identifiers << view.summary.identifier;
    }
    return identifiers;
}

/** Whoever was read here today is listed under no other name: not at once, not on anybody's word, not offline. */
void TestDeskListing::keptListIsItsHoldersAlone()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const domain::IdCard card = m_desk->card(0);
    m_desk->quit();
    m_desk->enter(u"clerk02"_s);
    type(card, u"张三"_s);
    QCOMPARE(m_desk->view().listing, ListingState::AwaitsHolder);
    QVERIFY(m_desk->view().certificates.isEmpty());
    QVERIFY(m_desk->view().hints.isEmpty());
    m_desk->counter->listWithConsent();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Failed, patienceMs);
    QCOMPARE(m_desk->view().error->code, FailureCode::HolderUnknown);
    QVERIFY(m_desk->view().certificates.isEmpty());
    m_world->network.setDown(true);
    m_desk->counter->refreshCertificates();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Offline, patienceMs);
    QVERIFY(m_desk->view().certificates.isEmpty());
    const domain::CaseId id = m_desk->view().openCase.id;
    m_desk->counter->newCase();
    m_desk->counter->openDraft(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::AwaitsHolder, patienceMs);
    QVERIFY(m_desk->view().certificates.isEmpty());
}

void TestDeskListing::typedIdentitySeesWhatIsKeptOnConsentAlone()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const qsizetype certificates = m_desk->view().certificates.size();
    m_world->network.setDown(true);
    type(m_desk->card(0));
    QCOMPARE(m_desk->view().listing, ListingState::AwaitsHolder);
    QVERIFY(m_desk->view().certificates.isEmpty());
    m_desk->counter->listWithConsent();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Cached, patienceMs);
    QCOMPARE(m_desk->view().certificates.size(), certificates);
    // The holder's word is for this case, and stays with it.
    const domain::CaseId id = m_desk->view().openCase.id;
    type(m_desk->card(0));
    QCOMPARE(m_desk->view().listing, ListingState::AwaitsHolder);
    m_desk->counter->openDraft(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Cached, patienceMs);
    QVERIFY(m_desk->view().holderAbsent);
    QCOMPARE(m_desk->view().certificates.size(), certificates);
}

void TestDeskListing::keptListIsNoAnswerToARefusal()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const QList<domain::CertificateSummary> some{m_desk->view().certificates.first().summary};
    // Kept under a name that the exchange does not know this holder by any more.
    const domain::IdCard card = m_desk->card(0);
    const QDateTime now = m_world->deskClock.now();
    QVERIFY(await(m_desk->store().saveListing({u"p"_s, now, now.addSecs(3600), some, {}}, {card.documentKind(), card.number, u"旧名示例"_s})));
    type(card, u"旧名示例"_s);
    m_desk->counter->listWithConsent();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Failed, patienceMs);
    QCOMPARE(m_desk->view().error->code, FailureCode::HolderUnknown);
    QVERIFY(m_desk->view().certificates.isEmpty());
    QVERIFY(!m_desk->view().listedAt.isValid());
    m_world->network.setDown(true);
    m_desk->counter->refreshCertificates();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Cached, patienceMs);
}

/** Contents that an earlier case pulled stay closed until an item of this one asks for them; each opening is recorded. */
void TestDeskListing::keptContentsNeedThisCasesRight()
{
    const QString item = m_world->simpleItems().first();
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(item);
    QTRY_VERIFY_WITH_TIMEOUT(!facesThere().isEmpty(), patienceMs);
    const QStringList pulledThen = facesThere();
    m_desk->awaitSaved();
    m_desk->counter->newCase();
    m_world->network.setDown(true);
    m_desk->place(0);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, ListingState::Cached);
    QCOMPARE(facesThere(), QStringList());
    m_desk->counter->openCertificate(pulledThen.first());
    QVERIFY(m_desk->view().openedCertificate && !m_desk->view().openedCertificate->fetchedAt.isValid());
    m_desk->counter->addItem(item);
    QCOMPARE(facesThere(), pulledThen);
    m_desk->awaitSaved();
    QVERIFY(await(m_desk->store().auditToSend(u"clerk01"_s, 10))->isEmpty());
    m_desk->counter->openCertificate(pulledThen.first());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().openedCertificate->fetchedAt.isValid(), patienceMs);
    const auto records = await(m_desk->store().auditToSend(u"clerk01"_s, 10));
    QCOMPARE(records->size(), 1);
    QCOMPARE(records->first().action, u"reveal"_s);
    const QString typeId = m_desk->view().openedCertificate->summary.typeId;
    QCOMPARE(records->first().subject, u"certificate:"_s + typeId);
    // In full it is another reveal, for as long as it is open.
    QVERIFY(!m_desk->view().contentsRevealed);
    m_desk->counter->revealCertificate();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->view().contentsRevealed, patienceMs);
    m_desk->counter->revealCertificate();
    QCOMPARE(await(m_desk->store().auditToSend(u"clerk01"_s, 10))->last().subject, u"contents:"_s + typeId);
    QCOMPARE(await(m_desk->store().auditToSend(u"clerk01"_s, 10))->size(), 2);
    m_desk->counter->closeCertificate();
    QVERIFY(!m_desk->view().contentsRevealed);
}

void TestDeskListing::resumedDraftAsksForTheHolder()
{
    m_desk->place(0);
    m_desk->awaitListing();
    const int pullsBefore = pulled();
    m_desk->counter->addItem(m_world->simpleItems().first());
    m_desk->awaitSaved();
    // The face data that the item may ask for are on their way while the holder is there.
    QTRY_COMPARE_WITH_TIMEOUT(pulled(), pullsBefore + 1, patienceMs);
    const domain::CaseId id = m_desk->view().openCase.id;
    const qsizetype certificates = m_desk->view().certificates.size();
    m_desk->quit();
    const int before = listed();
    const int pulls = pulled();
    m_desk->enter();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    m_desk->awaitListing();
    QCOMPARE(m_desk->view().listing, ListingState::Cached);
    QVERIFY(m_desk->view().holderAbsent);
    QCOMPARE(m_desk->view().certificates.size(), certificates);
    m_desk->counter->refreshCertificates();
    m_desk->awaitListing();
    QCOMPARE(listed(), before);
    QCOMPARE(pulled(), pulls);
    m_desk->place(0);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().listing, ListingState::Ready, patienceMs);
    QVERIFY(!m_desk->view().holderAbsent);
    QCOMPARE(listed(), before + 1);
    QCOMPARE(recorded(wire::LookupKind::Listing)->consent, domain::UsePurpose::Consent::HolderPresent);
}

void TestDeskListing::staleDraftAwaitsItsHolder()
{
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    m_desk->awaitSaved();
    const domain::CaseId id = m_desk->view().openCase.id;
    const qint64 usableMs = m_world->deskClock.now().msecsTo(m_desk->view().listingUsableUntil);
    m_desk->counter->newCase();
    m_world->deskClock.aheadMs += usableMs + 1000;
    m_desk->counter->openDraft(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().openCase.id, id, patienceMs);
    m_desk->awaitListing();
    m_world->deskClock.aheadMs -= usableMs + 1000;
    QCOMPARE(m_desk->view().listing, ListingState::AwaitsHolder);
    QVERIFY(m_desk->view().certificates.isEmpty());
}

void TestDeskListing::purposeFollowsTheCase()
{
    m_desk->place(m_desk->placeOf(u"retirement"_s));
    m_desk->awaitListing();
    QCOMPARE(recorded(wire::LookupKind::Listing)->category, u"identity-check"_s);
    m_desk->counter->chooseLifeEvent(u"retirement"_s);
    QTRY_VERIFY_WITH_TIMEOUT(recorded(wire::LookupKind::Pull), patienceMs);
    const auto pull = recorded(wire::LookupKind::Pull);
    QCOMPARE(pull->category, u"life-event"_s);
    const domain::LifeEvent *event = m_world->catalogue().lifeEvent(u"retirement"_s, m_world->clock.today());
    QVERIFY(pull->reason.endsWith(event->name));
    QVERIFY(!pull->itemId.isEmpty());
    // Items alone are an application for them.
    m_desk->counter->newCase();
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(m_world->simpleItems().first());
    m_desk->counter->refreshCertificates();
    m_desk->awaitListing();
    QCOMPARE(recorded(wire::LookupKind::Listing)->category, u"apply-item"_s);
}

void TestDeskListing::cardThatIsNoMaterialFillsTheForm()
{
    const domain::ServiceItem *item = m_world->catalogue().item(u"death-withdrawal"_s, m_world->clock.today());
    QVERIFY(item);
    const bool isMaterial = std::any_of(item->materials.cbegin(), item->materials.cend(), [](const domain::MaterialSpec &spec) { return spec.certificateTypes.contains(u"social-security-card"_s); });
    QVERIFY2(!isMaterial, "the card is to fill a field only");
    m_desk->place(0);
    m_desk->awaitListing();
    m_desk->counter->addItem(item->id);
    const auto account = [this] {
        const QList<domain::PlannedField> fields = m_desk->view().plan.fields;
        const auto found = std::find_if(fields.cbegin(), fields.cend(), [](const domain::PlannedField &one) { return one.field.prefill.contains(u"own-certificate:social-security-card.bankAccount"_s); });
        return found == fields.cend() ? domain::PlannedField() : *found;
    };
    QVERIFY(!account().field.id.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(account().prefilled && !account().value.value.isEmpty(), patienceMs);
    QCOMPARE(account().value.source, domain::FieldSource::Certificate);
}

void TestDeskListing::lookupsOfThePerson()
{
    m_desk->counter->openLookups();
    QCOMPARE(m_desk->view().lookupsState, desk::LookupsState::Closed);
    m_desk->place(9);
    m_desk->awaitListing();
    m_desk->counter->newCase();
    m_desk->place(9);
    m_desk->awaitListing();
    m_desk->counter->openLookups();
    QCOMPARE(m_desk->view().lookupsState, desk::LookupsState::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().lookupsState, desk::LookupsState::Ready, patienceMs);
    const QList<desk::LookupView> lookups = m_desk->view().lookups;
    QCOMPARE(lookups.size(), 2);
    QVERIFY(lookups.first().thisCase);
    QVERIFY(!lookups.last().thisCase);
    QCOMPARE(lookups.first().windowId, u"w01"_s);
    QVERIFY(!lookups.first().reason.isEmpty());
    int found = 0;
    for (const auto &[type, count] : lookups.first().found)
        found += count;
    QCOMPARE(found, m_desk->view().certificates.size());
    m_desk->counter->closeLookups();
    m_world->network.setDown(true);
    m_desk->counter->openLookups();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->view().lookupsState, desk::LookupsState::Offline, patienceMs);
}

QTEST_MAIN(TestDeskListing)
#include "tst_desklisting.moc"
