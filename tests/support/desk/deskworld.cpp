// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "deskworld.h"

#include "await.h"

#include <exchange/demopeople.h>
#include <store/storeopener.h>
#include <vault/ephemeralkeyprovider.h>

#include <QPromise>

namespace yichuang::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20000;

void require(bool good, const char *what)
{
    if (!good)
        qFatal("DeskWorld: %s", what);
}

template<typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

QString valueFor(const domain::FormField &field)
{
    switch (field.type) {
    case domain::FieldType::Number: return u"1"_s;
    case domain::FieldType::Date: return u"2026-11-02"_s;
    case domain::FieldType::Choice: return field.choices.isEmpty() ? QString() : field.choices.first().first;
    case domain::FieldType::Phone: return u"13800000000"_s;
    case domain::FieldType::CitizenNumber:
    case domain::FieldType::PersonNumber: return u"99010119900101001"_s + domain::CitizenNumber::checkCharacter(u"99010119900101001"_s);
    case domain::FieldType::OrganisationCode: return u"91990100MA00000073"_s;
    case domain::FieldType::Boolean: return u"true"_s;
    default: return u"示例文字"_s;
    }
}

} // namespace

DeskWorld::DeskWorld(World &theWorld)
    : world(theWorld)
{
    options.backOff = sync::BackOff(20, 200);
    options.feedWaitSeconds = 2;
    m_keys = std::make_shared<vault::EphemeralKeyProvider>(m_folder.filePath(u"profile"_s));
    make();
}

DeskWorld::~DeskWorld()
{
    quit();
}

void DeskWorld::make()
{
    auto endpoint = remote::Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(world.network.port()));
    endpoint->timeoutMs = timeoutMs;
    client = std::make_unique<remote::ExchangeClient>(*endpoint, world.deskClock);
    session = std::make_unique<desk::DeskSession>(world.deskClock, *client, options);
    desk::StoreDoor door;
    door.open = [this] {
        if (storeFailure)
            return ready(store::Opened(tl::unexpected(*storeFailure)));
        store::OpenOptions opening;
        opening.profileFolder = m_folder.filePath(u"profile"_s);
        opening.keys = m_keys;
        opening.throwAway = true;
        opening.failStatement = failStatement;
        return store::openStore(opening, world.deskClock);
    };
    door.setAside = [this] {
        ++setAsides;
        if (std::exchange(storeFailure, std::nullopt))
            return ready(domain::Result<void>());
        return store::setStoreAside(profile());
    };
    signIn = std::make_unique<desk::LiveSignInDesk>(*session, door, offlineEntry);
    counter = std::make_unique<desk::LiveCounterDesk>(*session);
    cases = std::make_unique<desk::LiveCaseDesk>(*session);
    sync = std::make_unique<desk::LiveSyncDesk>(*session);
}

void DeskWorld::quit()
{
    sync.reset();
    cases.reset();
    counter.reset();
    signIn.reset();
    session.reset();
    client.reset();
}

void DeskWorld::enter(const QString &login)
{
    if (!session)
        make();
    if (!session->store())
        signIn->begin();
    require(QTest::qWaitFor([&] { return signIn->state() == desk::EntryState::SignedOut; }, patienceMs), "the store did not open");
    signIn->signIn(login, QString::fromUtf8(World::secret));
    require(QTest::qWaitFor([&] { return signIn->state() == desk::EntryState::SignedIn; }, patienceMs), "sign-in failed");
    require(QTest::qWaitFor([&] { return session->catalogue().version() > 0; }, patienceMs), "no catalogue came");
}

desk::EntryState DeskWorld::knock(const QString &login, const QString &password)
{
    using desk::EntryState;
    if (!session)
        make();
    if (!session->store())
        signIn->begin();
    const auto isOpen = [&] { return signIn->state() == EntryState::SignedOut || signIn->state() == EntryState::SignInFailed; };
    require(QTest::qWaitFor(isOpen, patienceMs), "the store did not open");
    signIn->signIn(login, password);
    require(QTest::qWaitFor([&] { return signIn->state() != EntryState::SigningIn; }, patienceMs), "the sign-in did not end");
    return signIn->state();
}

domain::IdCard DeskWorld::card(int place) const
{
    return exchange::demoPeople(1, world.clock.today(), place + 1).at(place).card;
}

int DeskWorld::placeOf(const QString &story) const
{
    const auto people = exchange::demoPeople(1, world.clock.today(), 12);
    for (int i = 0; i < people.size(); ++i) {
        if (people.at(i).story == story)
            return i;
    }
    qFatal("no demo person for %s", qPrintable(story));
}

void DeskWorld::place(int place)
{
    device::CardReading reading;
    reading.card = card(place);
    reading.elapsedMs = 900;
    counter->takeCard(reading);
}

void DeskWorld::awaitListing()
{
    const auto there = [&] { return view().listing != desk::ListingState::Loading && view().listing != desk::ListingState::None; };
    require(QTest::qWaitFor(there, patienceMs), "no listing came");
    awaitSaved();
}

void DeskWorld::awaitSaved()
{
    const auto saved = [&] { return view().openCase.id.isNull() || stored(view().openCase.id).applied == view().openCase.applied; };
    require(QTest::qWaitFor(saved, patienceMs), "what is shown was not stored");
}

domain::Case DeskWorld::stored(const domain::CaseId &id)
{
    const auto found = await(store().loadCase(id));
    return found ? found->current : domain::Case();
}

bool DeskWorld::fix(const domain::Missing &missing)
{
    const domain::CasePlan plan = view().plan;
    if (missing.kind == domain::Missing::Kind::Answer) {
        for (const domain::PlannedSituation &planned : plan.situations) {
            if (planned.key != missing.target)
                continue;
            for (const domain::SituationAnswer &answer : planned.situation.answers) {
                const bool stops = std::any_of(answer.effects.cbegin(), answer.effects.cend(), [](const domain::AnswerEffect &effect) { return effect.kind == domain::AnswerEffect::Kind::Stop; });
                if (stops)
                    continue;
                counter->answer(planned.key, {answer.id});
                return true;
            }
        }
    }
    if (missing.kind == domain::Missing::Kind::Field) {
        for (const domain::PlannedField &planned : plan.fields) {
            if (planned.field.id != missing.target)
                continue;
            QStringList values{valueFor(planned.field), u"6200000000000000000"_s, u"1000"_s, u"100"_s, u"20000"_s, u"ABC123"_s, u"2025-07"_s};
            const QDate today = world.deskClock.today();
            values.removeIf([&](const QString &one) { return !domain::checkFieldValue(planned.field, one, today); });
            require(!values.isEmpty(), "no value fits a field");
            const QString value = values.first();
            counter->typeField(planned.field.id, value);
            counter->leaveField(planned.field.id, value);
            return true;
        }
    }
    if (missing.kind == domain::Missing::Kind::Material) {
        using domain::MaterialWay;
        for (const domain::PlannedMaterial &planned : plan.materials) {
            if (planned.key != missing.target)
                continue;
            for (const MaterialWay way : {MaterialWay::OriginalSeen, MaterialWay::SelfMade, MaterialWay::Promise}) {
                if (!planned.ways.contains(way))
                    continue;
                counter->satisfyMaterial(planned.key, way, {}, {});
                return true;
            }
            if (planned.ways.contains(MaterialWay::FileAttached)) {
                QFile file(m_folder.filePath(u"scan.pdf"_s));
                require(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.7 scan") > 0, "no scan");
                file.close();
                counter->attachFiles(planned.key, {file.fileName()});
                return QTest::qWaitFor([&] { return view().openCase.materials.contains(planned.key); }, patienceMs);
            }
        }
    }
    return false;
}

bool DeskWorld::completeByDesk()
{
    for (int round = 0; round < 300; ++round) {
        if (view().plan.missing.isEmpty())
            return true;
        // A question may bring the items that are still missing, so whatever can be fixed is fixed first.
        const QList<domain::Missing> missing = view().plan.missing;
        const bool fixed = std::any_of(missing.cbegin(), missing.cend(), [this](const domain::Missing &one) { return fix(one); });
        if (!fixed || view().error) {
            qWarning() << "cannot fix" << missing.first().target << (view().error ? view().error->detail : QString());
            return false;
        }
    }
    for (const domain::Missing &one : view().plan.missing)
        qWarning() << "still missing" << int(one.kind) << one.target;
    return false;
}

} // namespace yichuang::test
