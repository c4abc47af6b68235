// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demo/democertificates.h"
#include "exchangefixture.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray fingerprint(exchange::Database &database)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &table : {u"persons ORDER BY id"_s, u"certificates ORDER BY id"_s, u"certificate_links ORDER BY person_id, certificate_id"_s}) {
        const auto rows = database.read([&](exchange::Session &session) { return session.select(u"SELECT * FROM "_s + table); });
        for (const exchange::Row &row : *rows) {
            for (const QVariant &value : row)
                hash.addData(value.toString().toUtf8() + '|');
        }
    }
    return hash.result();
}

/** A family with its papers. */
struct Household {
    exchange::DemoFamily family;
    exchange::DemoPapers papers;

    Household(const domain::Catalogue &catalogue, int place, QDate today)
        : family(exchange::demoFamily(1, place, today))
        , papers(exchange::demoPapers(family, catalogue, 1, 1, today))
    {
    }
    /** Everything that somebody's card finds, as it is seen from them. */
    QList<domain::ECertificate> foundBy(const exchange::CityPerson &reader) const
    {
        QList<domain::ECertificate> found;
        for (const exchange::DemoLink &link : papers.links) {
            const auto paper = std::find_if(papers.certificates.cbegin(), papers.certificates.cend(), [&](const auto &each) { return each.row == link.row; });
            if (link.personId != reader.id)
                continue;
            found.append(paper->value);
            found.last().summary.relation = link.relation;
        }
        return found;
    }
    QString nameOf(const QString &number) const
    {
        for (const exchange::CityPerson &person : family.members) {
            if (person.card.number == number)
                return person.card.name;
        }
        return {};
    }
};

/** The form that a card and all that it finds fill, with every step of the event among the items. */
QList<domain::PlannedField> filledForm(const domain::Catalogue &catalogue, const QString &event, const Household &home, const exchange::CityPerson &reader, QDate today)
{
    domain::PlanInput input;
    input.applicant = partyOf(reader.card);
    input.date = today;
    input.fetched = home.foundBy(reader);
    input.lifeEvent = catalogue.lifeEvent(event, today);
    for (const domain::LifeEventStep &step : input.lifeEvent->steps) {
        input.items.append(catalogue.item(step.itemId, today));
        for (const domain::Situation &situation : input.items.last()->situations)
            input.answers.insert(step.itemId + u'/' + situation.id, {situation.answers.first().id});
    }
    for (const domain::Situation &situation : input.lifeEvent->situations)
        input.answers.insert(event + u'/' + situation.id, {situation.answers.first().id});
    return domain::planMaterials(input).fields;
}

} // namespace

/** The fictional city: the same for the same seed, rich, valid, and good for every story. */
class DemoCityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSeedSameCity()
    {
        ExchangeFixture one(400);
        ExchangeFixture two(400);
        QCOMPARE(fingerprint(one.database), fingerprint(two.database));
    }
    /** Whatever compiled it: a city's people are a fixed value of the seed, the place and the day. */
    /** The exchange may have been seeded weeks ago; the tray's cards are made today. */
    void theSamePeopleOnEveryDay()
    {
        const QDate today(2026, 11, 28);
        const auto numbers = [](QDate day) {
            QStringList made;
            for (const exchange::DemoPerson &person : exchange::demoPeople(7, day, 400))
                made.append(person.card.number + person.card.name + person.story);
            return made;
        };
        const QStringList expected = numbers(today);
        QCOMPARE(expected.size(), 400);
        for (const int later : {-30, 1, 20, 45, 400})
            QCOMPARE(numbers(today.addDays(later)), expected);
        // A newborn is one whenever the demo is shown.
        const auto ageOfNewborn = [](QDate day) { return exchange::demoFamily(1, 0, day).members.last().card.birth.daysTo(day); };
        QVERIFY(ageOfNewborn(today) < 40 && ageOfNewborn(today.addDays(400)) < 40);
    }
    void theCityIsTheSameFromEveryCompiler()
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (int place = 0; place < 300; ++place) {
            const exchange::DemoFamily family = exchange::demoFamily(1, place, QDate(2026, 11, 23));
            for (const exchange::CityPerson &person : family.members)
                hash.addData((person.card.number + person.card.name + person.card.birth.toString(Qt::ISODate)).toUtf8());
        }
        QCOMPARE(hash.result().toHex(), QByteArray("f80849b438fa74a6d3d37fa60466fe418ad4ef81fb9ff4f46e6a1f185d2b0bd2"));
    }
    void cutOffSeedingGoesOn()
    {
        ExchangeFixture whole(400);
        ExchangeFixture halves(0);
        int calls = 0;
        halves.database.setFault([&] { return ++calls == 2000; });
        QVERIFY(!exchange::seedDemoCity(halves.database, halves.catalogue(), 1, 400, halves.clock.today()));
        halves.database.setFault({});
        QVERIFY(exchange::seedDemoCity(halves.database, halves.catalogue(), 1, 400, halves.clock.today()));
        QCOMPARE(fingerprint(halves.database), fingerprint(whole.database));
    }
    void everyoneHasEightToTwentyFive()
    {
        ExchangeFixture fixture;
        const QDate today = fixture.clock.today();
        QSet<QString> types;
        QMap<domain::CertificateStatus, int> states;
        int expired = 0;
        int soon = 0;
        qint64 row = 1;
        for (int at = 0; at < 600; ++at) {
            const quint64 seed = at < 300 ? 1 : 2026;
            const auto family = exchange::demoFamily(seed, at % 300, today);
            const auto papers = exchange::demoPapers(family, fixture.catalogue(), seed, row, today);
            QHash<QString, QDate> births;
            for (const auto &person : family.members)
                births.insert(person.id, person.card.birth);
            row += papers.certificates.size();
            QHash<QString, int> held;
            QHash<QString, int> found;
            for (const auto &link : papers.links)
                ++found[link.personId];
            for (const auto &certificate : papers.certificates) {
                const auto &summary = certificate.value.summary;
                ++held[summary.holderId];
                types.insert(summary.typeId);
                ++states[summary.status];
                const auto left = summary.daysLeft(today);
                expired += left && *left < 0;
                soon += left && *left >= 0 && *left <= 25;
                QVERIFY(domain::CertificateIdentifier::parse(summary.identifier));
                QVERIFY(summary.issueDate.isValid() && summary.issueDate <= today);
                QVERIFY2(summary.issueDate >= births.value(summary.holderId), qPrintable(summary.typeId));
                QVERIFY2(!summary.validTo || *summary.validTo >= summary.issueDate, qPrintable(summary.typeId));
            }
            for (const auto &person : family.members) {
                QVERIFY(person.card.name.endsWith(u"示例"_s));
                if (person.isDead)
                    continue;
                const int all = found.value(person.id);
                QVERIFY2(all >= 8 && all <= 25, qPrintable(u"%1 at the age of %2"_s.arg(all).arg(person.age(today))));
                if (person.age(today) >= 18)
                    QVERIFY2(held.value(person.id) >= 8, qPrintable(QString::number(held.value(person.id))));
            }
        }
        QVERIFY2(types.size() >= 40, qPrintable(QString::number(types.size())));
        QVERIFY(states.value(domain::CertificateStatus::Revoked) > 0);
        QVERIFY(expired > 0 && soon > 0);
    }
    void aSeededCityListsAsMany()
    {
        ExchangeFixture fixture(400);
        QSet<QString> dead;
        for (int place = 0; place < 10; ++place) {
            const auto family = exchange::demoFamily(1, place, fixture.clock.today());
            for (const auto &person : family.members) {
                if (person.isDead)
                    dead.insert(person.id);
            }
        }
        QCOMPARE(dead.size(), 1);
        const auto rows = fixture.database.read([](exchange::Session &session) {
            return session.select(u"SELECT p.id, COUNT(l.certificate_id) FROM persons p LEFT JOIN certificate_links l ON l.person_id = p.id GROUP BY p.id"_s);
        });
        QVERIFY(rows && rows->size() >= 400);
        for (const exchange::Row &row : *rows) {
            const int found = row.at(1).toInt();
            if (!dead.contains(row.at(0).toString()))
                QVERIFY2(found >= 8 && found <= 25, qPrintable(QString::number(found)));
        }
    }
    /** A label that means a person has that person's number; every other number is the certificate's own. */
    void facesTellNumbersApart()
    {
        ExchangeFixture fixture;
        static const QRegularExpression holders(u"^(死者)?(公民身份号码|身份证件?号|证件号码?|社会保障号码|纳税人识别号)$"_s);
        QSet<QString> seen;
        for (int place = 0; place < 200; ++place) {
            const Household home(fixture.catalogue(), place, fixture.clock.today());
            for (const auto &paper : home.papers.certificates) {
                const domain::CertificateType &type = *fixture.catalogue().certificateType(paper.value.summary.typeId);
                const auto holder = std::find_if(home.family.members.cbegin(), home.family.members.cend(), [&](const auto &one) { return one.id == paper.value.summary.holderId; });
                for (const auto &[id, label] : type.faceFields) {
                    const QString value = paper.value.face.value(id);
                    const QString told = u"%1 %2 %3"_s.arg(type.name, label, value);
                    const QString named = id.endsWith(u"Number"_s) ? paper.value.face.value(id.chopped(6) + u"Name"_s) : QString();
                    if (!named.isEmpty() && id != u"childNumber"_s)
                        QVERIFY2(home.nameOf(value) == named, qPrintable(told));
                    else if (holders.match(label).hasMatch())
                        QVERIFY2(value == holder->card.number, qPrintable(told));
                    else if (label.endsWith(u"号"_s) || label.endsWith(u"编号"_s) || id == u"childNumber"_s)
                        QVERIFY2(home.nameOf(value).isEmpty(), qPrintable(told));
                    else if (id == u"kinName"_s)
                        QVERIFY2(value != holder->card.name && value.endsWith(u"示例"_s), qPrintable(told));
                    else
                        continue;
                    seen.insert(type.name + label);
                }
            }
        }
        QVERIFY2(seen.size() > 40, qPrintable(QString::number(seen.size())));
    }
    void prefilledNumbersBelongToWhomTheFieldNames()
    {
        ExchangeFixture fixture;
        const QDate today = fixture.clock.today();
        int dead = 0;
        for (int place = 0; place < 60; ++place) {
            const Household home(fixture.catalogue(), place, today);
            for (const exchange::CityPerson &reader : home.family.members) {
                if (reader.isDead || reader.age(today) < 18)
                    continue;
                for (const domain::LifeEvent *event : fixture.catalogue().lifeEventsOn(today)) {
                    QHash<QString, QString> names;
                    const auto form = filledForm(fixture.catalogue(), event->id, home, reader, today);
                    for (const auto &planned : form)
                        names.insert(planned.field.id, planned.value.value);
                    for (const auto &planned : form) {
                        const QString told = u"%1: %2 %3"_s.arg(event->id, planned.field.label, planned.value.value);
                        const bool isNumber = planned.field.type == domain::FieldType::PersonNumber || planned.field.type == domain::FieldType::CitizenNumber;
                        QVERIFY2(isNumber == planned.field.label.endsWith(u"证件号码"_s), qPrintable(told));
                        if (!isNumber || planned.value.value.isEmpty())
                            continue;
                        // The name that stands beside the number, filled from the same source, is whose number it is.
                        const QString who = names.value(planned.field.id.chopped(6) + u"Name"_s);
                        QVERIFY2(!who.isEmpty() && home.nameOf(planned.value.value) == who, qPrintable(told + u" of "_s + who));
                        dead += planned.field.id == u"deceasedNumber"_s;
                    }
                }
            }
        }
        QVERIFY(dead > 0);
    }
    /** The dead leave a card with a bank account; what is paid after a death goes to whoever applies. */
    void moneyGoesToTheApplicant()
    {
        ExchangeFixture fixture;
        const QDate today = fixture.clock.today();
        const Household home(fixture.catalogue(), static_cast<int>(exchange::DemoStory::AfterDeath), today);
        for (const exchange::CityPerson &reader : home.family.members) {
            if (reader.isDead)
                continue;
            const auto papers = home.foundBy(reader);
            const auto own = std::find_if(papers.cbegin(), papers.cend(), [](const auto &one) { return one.summary.typeId == u"social-security-card"_s && one.summary.relation == domain::Relation::Self; });
            const auto form = filledForm(fixture.catalogue(), u"after-death"_s, home, reader, today);
            const auto account = std::find_if(form.cbegin(), form.cend(), [](const auto &one) { return one.field.id == u"bankAccount"_s; });
            QVERIFY(papers.size() > 8 && account != form.cend());
            QCOMPARE(account->value.value, own == papers.cend() || !own->summary.isUsableOn(today) ? QString() : own->face.value(u"bankAccount"_s));
        }
    }
    /** The newborn's event is offered to parents of a newborn, and the one after a death to the bereaved. */
    void eventsAreOfferedToWhomTheyConcern()
    {
        ExchangeFixture fixture;
        const QDate today = fixture.clock.today();
        QMap<QString, int> offered;
        for (int place = 0; place < 200; ++place) {
            const Household home(fixture.catalogue(), place, today);
            const auto &members = home.family.members;
            const bool hasNewborn = std::any_of(members.cbegin(), members.cend(), [&](const auto &one) { return one.card.birth.daysTo(today) <= 190; });
            const bool mourns = std::any_of(members.cbegin(), members.cend(), [](const auto &one) { return one.isDead; });
            for (const exchange::CityPerson &reader : members) {
                QList<domain::CertificateSummary> listed;
                for (const domain::ECertificate &paper : home.foundBy(reader))
                    listed.append(paper.summary);
                for (const domain::Hint &hint : domain::hintsFor(fixture.catalogue(), listed, today)) {
                    if (hint.kind != domain::Hint::Kind::LifeEvent)
                        continue;
                    ++offered[hint.lifeEventId];
                    const bool concerns = hint.lifeEventId == u"newborn"_s ? hasNewborn && reader.age(today) >= 18 : hint.lifeEventId != u"after-death"_s || mourns;
                    QVERIFY2(concerns, qPrintable(u"%1 for somebody of %2 years"_s.arg(hint.lifeEventId).arg(reader.age(today))));
                }
            }
        }
        QVERIFY(offered.value(u"newborn"_s) > 0 && offered.value(u"after-death"_s) > 0 && offered.value(u"retirement"_s) > 0);
    }
    void numbersAreValidAndUnique()
    {
        QSet<QString> numbers;
        const QDate today(2026, 11, 23);
        for (int place = 0; place < 4000; ++place) {
            const auto family = exchange::demoFamily(7, place, today);
            for (const auto &person : family.members) {
                const auto parsed = domain::parsePersonNumber(person.card.documentKind(), person.card.number, today);
                QVERIFY2(parsed, qPrintable(person.card.number));
                QVERIFY(!numbers.contains(person.card.number));
                numbers.insert(person.card.number);
                if (person.card.kind != domain::CardKind::Citizen)
                    continue;
                QVERIFY(person.card.number.startsWith(u"9901"_s));
                // Resident Identity Card Law art. 5: by the age at the issue.
                const int then = domain::ageOn(person.card.birth, person.card.validFrom);
                const int years = then < 16 ? 5 : (then < 26 ? 10 : 20);
                QCOMPARE(person.card.validTo, then >= 46 ? std::nullopt : std::optional(person.card.validFrom.addYears(years)));
                QVERIFY(!person.card.validTo || *person.card.validTo > today);
            }
        }
    }
    void everyStoryCanBePlayed_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("event");
        QTest::newRow("newborn") << 0 << u"newborn"_s;
        QTest::newRow("retirement") << 1 << u"retirement"_s;
        QTest::newRow("social security card") << 2 << u"social-security-card"_s;
        QTest::newRow("disability") << 3 << u"disability"_s;
        QTest::newRow("after a death") << 4 << u"after-death"_s;
        QTest::newRow("flexible employment") << 5 << u"flexible-employment"_s;
    }
    void everyStoryCanBePlayed()
    {
        QFETCH(int, place);
        QFETCH(QString, event);
        ExchangeFixture fixture(60);
        const auto people = exchange::demoPeople(1, fixture.clock.today());
        QCOMPARE(people.at(place).story, event);
        const auto certificates = fixture.certificatesOf(people.at(place).card);
        QVERIFY(certificates.size() >= 8);
        const auto &hints = fixture.catalogue().lifeEvent(event, fixture.clock.today())->hintCertificates;
        const bool hinted = hints.isEmpty() || std::any_of(certificates.cbegin(), certificates.cend(), [&](const auto &one) { return hints.contains(one.typeId); });
        QVERIFY(hinted);
        CaseMaker maker(fixture.catalogue(), fixture.clock, ExchangeFixture::clerk());
        maker.open(people.at(place).card);
        maker.chooseLifeEvent(event);
        QVERIFY(maker.complete(certificates));
        maker.receive();
        const auto answer = fixture.commands.submit(ExchangeFixture::clerk(), maker.takeBatch());
        QVERIFY(answer);
        for (const auto &result : answer->results)
            QVERIFY2(!result.error, result.error ? qPrintable(domain::failureText(result.error->code) + u' ' + result.error->detail) : "");
    }
    void otherCardKindsFindTheirCertificates()
    {
        ExchangeFixture fixture(60);
        for (int place = 6; place < 9; ++place) {
            const auto card = fixture.card(place);
            QVERIFY(card.kind != domain::CardKind::Citizen);
            QVERIFY(fixture.certificatesOf(card).size() >= 8);
        }
    }
};

QTEST_GUILESS_MAIN(DemoCityTest)
#include "tst_democity.moc"
