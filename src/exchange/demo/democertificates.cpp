// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "democertificates.h"

#include "demodates.h"

namespace yichuang::exchange {

using domain::Relation;
using namespace Qt::StringLiterals;

namespace {

/** Types that only a family's circumstances bring; the rest is drawn by lot. */
const QSet<QString> &circumstances()
{
    static const QSet<QString> types{
        u"identity-card"_s, u"household-register"_s, u"hk-mo-tw-residence-permit"_s, u"foreign-permanent-residence"_s,
        u"birth-medical-certificate"_s, u"vaccination-record"_s, u"death-medical-certificate"_s, u"household-cancellation-certificate"_s,
        u"cremation-certificate"_s, u"marriage-certificate"_s, u"divorce-certificate"_s, u"disability-certificate"_s, u"disability-assessment"_s,
        u"pension-eligibility-notice"_s, u"retirement-certificate"_s, u"unemployment-registration"_s, u"only-child-certificate"_s,
        u"social-security-card"_s, u"social-insurance-record"_s, u"medical-insurance-record"_s, u"elder-card"_s, u"subsistence-certificate"_s,
        u"inheritance-notarial-deed"_s, u"childbirth-registration-certificate"_s, u"adoption-certificate"_s};
    return types;
}

/** What a card finds at most, and an adult has at least: own papers and those of the family. */
constexpr int mostListed = 25;
constexpr int fewestOwn = 8;

class Writer
{
public:
    Writer(const DemoFamily &family, const domain::Catalogue &catalogue, quint64 seed, qint64 firstRow, QDate today)
        : m_family(family)
        , m_catalogue(catalogue)
        , m_random(DemoRandom::mixed(seed + static_cast<quint64>(firstRow)))
        , m_row(firstRow)
        , m_today(today)
    {
    }

    DemoPapers write()
    {
        for (int i = 0; i < m_family.members.size(); ++i)
            writeFor(i);
        writeTogether();
        for (int i = 0; i < m_family.members.size(); ++i)
            writeByLot(i);
        return std::move(m_papers);
    }

private:
    const CityPerson &person(int place) const { return m_family.members.at(place); }
    void link(int reader, qint64 row, Relation relation) { m_papers.links.append({person(reader).id, row, relation}); }

    /** Writes one certificate, found by its holder; 0 when the catalogue has no such type. */
    qint64 give(int holder, const QString &typeId, Fate fate = Fate::Good, const QMap<QString, QString> &own = {}, QDate issued = {})
    {
        const domain::CertificateType *type = m_catalogue.certificateType(typeId);
        const domain::Department *issuer = type ? m_catalogue.department(type->departmentId) : nullptr;
        if (!issuer)
            return 0;
        StoredCertificate stored;
        stored.row = m_row++;
        domain::CertificateSummary &summary = stored.value.summary;
        const QString serial = u"%1"_s.arg(stored.row, 10, 10, QChar(u'0'));
        summary.identifier = domain::CertificateIdentifier{type->code, issuer->organisationCode, serial, u"001"_s}.text();
        summary.typeId = typeId;
        summary.holderId = person(holder).id;
        summary.issuerName = issuer->name;
        stored.value.number = u"9901%1"_s.arg(serial);
        setDemoDates(summary, {type, &person(holder).card, fate, issued, m_today}, m_random);
        stored.value.face = demoFace(*type, {&person(holder), stored.value.number, issuer->name, summary.issueDate, summary.validTo, own}, m_random);
        m_papers.certificates.append(stored);
        link(holder, stored.row, Relation::Self);
        return stored.row;
    }

    void writeFor(int place)
    {
        const CityPerson &who = person(place);
        if (isNewborn(who))
            return;
        switch (who.card.kind) {
        case domain::CardKind::Citizen:
            give(place, u"identity-card"_s);
            break;
        case domain::CardKind::HkMoTwPermit:
            give(place, u"hk-mo-tw-residence-permit"_s);
            break;
        default:
            give(place, u"foreign-permanent-residence"_s);
            break;
        }
        if (who.isDead)
            return writeDead(place);
        if (who.age(m_today) >= 18)
            return writeAdult(place);
        give(place, u"social-security-card"_s);
        give(place, u"medical-insurance-record"_s, Fate::Good, {{u"kind"_s, u"城乡居民基本医疗保险"_s}});
    }

    /** A child of a few weeks has no card yet, no insurance and no vaccination booklet: that is what the event is for. */
    bool isNewborn(const CityPerson &who) const { return who.card.birth.daysTo(m_today) <= 90; }

    void writeAdult(int place)
    {
        const CityPerson &who = person(place);
        give(place, u"social-security-card"_s, who.story == DemoStory::SocialSecurityCard && who.hasStory ? Fate::SoonExpired : Fate::Good);
        give(place, u"social-insurance-record"_s);
        give(place, u"medical-insurance-record"_s);
        if (who.hasStory)
            writeStory(place);
        if (who.age(m_today) >= 65) {
            give(place, u"elder-card"_s);
            give(place, u"retirement-certificate"_s);
        }
    }

    qsizetype listed(int place) const
    {
        return std::count_if(m_papers.links.cbegin(), m_papers.links.cend(), [&](const DemoLink &link) { return link.personId == person(place).id; });
    }

    qsizetype held(int place) const
    {
        return std::count_if(m_papers.certificates.cbegin(), m_papers.certificates.cend(),
                             [&](const StoredCertificate &each) { return each.value.summary.holderId == person(place).id; });
    }

    /** What life brings besides, as far as the family's papers leave room. */
    void writeByLot(int place)
    {
        const CityPerson &who = person(place);
        if (who.isDead)
            return;
        if (who.age(m_today) < 18)
            return writeMinorByLot(place);
        const int wanted = m_random.between(9, 22);
        QStringList lots;
        for (const domain::CertificateType &type : m_catalogue.content().certificateTypes) {
            if (!circumstances().contains(type.id))
                lots.append(type.id);
        }
        for (qsizetype own = held(place); !lots.isEmpty() && own < wanted && (own < fewestOwn || listed(place) < mostListed); ++own)
            give(place, lots.takeAt(m_random.below(static_cast<int>(lots.size()))), Fate::ByLot);
    }

    /** Few types know a child as their holder: who travels, and who learns to speak the common language well. */
    void writeMinorByLot(int place)
    {
        const int age = person(place).age(m_today);
        for (const auto &[type, fromAge] : {std::pair(u"passport"_s, 3), std::pair(u"hk-macao-travel-permit"_s, 3), std::pair(u"mandarin-certificate"_s, 15)}) {
            if (age >= fromAge && m_random.chance(35))
                give(place, type, Fate::ByLot);
        }
    }

    void writeStory(int place)
    {
        switch (person(place).story) {
        case DemoStory::Retirement:
            give(place, u"pension-eligibility-notice"_s);
            break;
        case DemoStory::Disability:
            give(place, u"disability-assessment"_s);
            break;
        case DemoStory::FlexibleEmployment:
            give(place, u"unemployment-registration"_s);
            break;
        default:
            break;
        }
    }

    /** The dead leave papers that their children and spouse find. */
    void writeDead(int place)
    {
        const auto kin = std::find_if(m_family.members.cbegin(), m_family.members.cend(), [](const CityPerson &other) { return !other.isDead; });
        const QMap<QString, QString> death{{u"deathDate"_s, person(place).diedOn.toString(Qt::ISODate)}, {u"name"_s, person(place).card.name},
                                           {u"kinName"_s, kin == m_family.members.cend() ? QString() : kin->card.name}};
        QList<qint64> rows{m_row - 1, give(place, u"death-medical-certificate"_s, Fate::Good, death, person(place).diedOn)};
        for (const QString &type : {u"social-security-card"_s, u"driver-licence"_s, u"property-certificate"_s, u"disability-certificate"_s})
            rows.append(give(place, type));
        for (int other = 0; other < m_family.members.size(); ++other) {
            for (const qint64 row : std::as_const(rows)) {
                if (other != place && row != 0)
                    link(other, row, Relation::Deceased);
            }
        }
    }

    /** Papers of the whole household, of the couple, and of parents and children. */
    void writeTogether()
    {
        const int head = m_family.head();
        if (person(head).card.kind == domain::CardKind::Citizen)
            writeRegister(head);
        if (m_family.husband >= 0 && m_family.wife >= 0)
            writeCouple();
        for (const int child : m_family.children)
            writeChild(child);
    }

    void writeRegister(int head)
    {
        const qint64 row = give(head, u"household-register"_s, Fate::Good,
                                {{u"headName"_s, person(head).card.name}, {u"relation"_s, u"户主"_s}, {u"householdKind"_s, u"家庭户"_s}});
        const bool poor = m_random.chance(4);
        const qint64 relief = poor ? give(head, u"subsistence-certificate"_s) : 0;
        for (int other = 0; other < m_family.members.size(); ++other) {
            if (other == head || person(other).isDead)
                continue;
            link(other, row, Relation::Household);
            if (relief != 0)
                link(other, relief, Relation::Household);
        }
    }

    qint64 rowOf(int holder, const QString &typeId) const
    {
        for (const StoredCertificate &stored : m_papers.certificates) {
            if (stored.value.summary.holderId == person(holder).id && stored.value.summary.typeId == typeId)
                return stored.row;
        }
        return 0;
    }

    void writeCouple()
    {
        const domain::IdCard &husband = person(m_family.husband).card;
        const domain::IdCard &wife = person(m_family.wife).card;
        const qint64 row = give(m_family.husband, u"marriage-certificate"_s, Fate::Good,
                                {{u"husbandName"_s, husband.name}, {u"husbandNumber"_s, husband.number}, {u"wifeName"_s, wife.name}, {u"wifeNumber"_s, wife.number}});
        if (row != 0)
            link(m_family.wife, row, Relation::Self);
        for (const auto &[reader, holder] : {std::pair(m_family.husband, m_family.wife), std::pair(m_family.wife, m_family.husband)}) {
            if (const qint64 card = rowOf(holder, u"identity-card"_s); card != 0)
                link(reader, card, Relation::Spouse);
        }
    }

    void writeChild(int child)
    {
        const domain::IdCard &card = person(child).card;
        const QMap<QString, QString> own = childWords(m_family, child);
        const qint64 birth = give(child, u"birth-medical-certificate"_s, Fate::Good, own, card.birth.addDays(m_random.between(1, 10)));
        QList<qint64> rows{birth, rowOf(child, u"identity-card"_s), rowOf(child, u"social-security-card"_s)};
        if (!isNewborn(person(child)))
            rows.append(give(child, u"vaccination-record"_s, Fate::Good, own, card.birth.addDays(m_random.between(20, 60))));
        if (person(child).age(m_today) >= 18)
            return;
        for (const int parent : {m_family.husband, m_family.wife}) {
            for (const qint64 row : std::as_const(rows)) {
                if (parent >= 0 && row != 0)
                    link(parent, row, Relation::Child);
            }
        }
        writeParentsFor(child, own);
    }

    /** A child has no papers that say who brings it up: its parents' do. */
    void writeParentsFor(int child, const QMap<QString, QString> &own)
    {
        QStringList types{u"identity-card"_s, u"marriage-certificate"_s};
        // Whoever has just been born is insured by what a parent shows of theirs.
        if (isNewborn(person(child)))
            types.append({u"medical-insurance-record"_s, writeRegistration(child, own)});
        for (const int parent : {m_family.husband, m_family.wife}) {
            for (const QString &type : std::as_const(types)) {
                if (const qint64 row = parent >= 0 ? rowOf(parent, type) : 0; row != 0)
                    link(child, row, Relation::Parent);
            }
        }
    }

    /** The mother registered the birth before it came; returns the type. */
    QString writeRegistration(int child, const QMap<QString, QString> &own)
    {
        const QString type = u"childbirth-registration-certificate"_s;
        if (m_family.wife < 0)
            return type;
        const QMap<QString, QString> words{{u"womanName"_s, own.value(u"motherName"_s)}, {u"womanNumber"_s, own.value(u"motherNumber"_s)},
                                           {u"manName"_s, own.value(u"fatherName"_s)},
                                           {u"childOrder"_s, QString::number(m_family.children.indexOf(child) + 1)}};
        give(m_family.wife, type, Fate::Good, words, person(child).card.birth.addDays(-m_random.between(60, 200)));
        return type;
    }

    const DemoFamily &m_family;
    const domain::Catalogue &m_catalogue;
    DemoRandom m_random;
    qint64 m_row;
    QDate m_today;
    DemoPapers m_papers;
};

} // namespace

DemoPapers demoPapers(const DemoFamily &family, const domain::Catalogue &catalogue, quint64 seed, qint64 firstRow, QDate today)
{
    return Writer(family, catalogue, seed, firstRow, today).write();
}

} // namespace yichuang::exchange
