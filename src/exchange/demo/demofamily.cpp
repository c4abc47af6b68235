// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demofamily.h"

#include <array>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int membersPerFamily = 16;
// Per birthday 99 divisions times 500 sequence numbers of each sex; beyond that the birthday moves, so numbers never meet.
constexpr int divisions = 99;
constexpr int sequences = 500;
constexpr int birthdayClasses = 21;
constexpr qint64 infantDays = 366;

constexpr auto surnames = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
constexpr auto maleNames = u"伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭宁龙海峰林";
constexpr auto femaleNames = u"芳娜敏静丽艳娟霞秀燕玲桂英慧雪琳颖洁梅倩婷玉萍红月云莲真环洋";

/** Ages are of this day: who carries which number does not hang on the day of seeding, so that cards fit a city of last week. */
QDate cityDay()
{
    return {2026, 11, 23};
}

QString pick(DemoRandom &random, QStringView from)
{
    return from.mid(random.below(static_cast<int>(from.size())), 1).toString();
}

/** Makes members of one family one after the other. */
class Maker
{
public:
    Maker(quint64 seed, int place, QDate today)
        : random(DemoRandom::mixed(seed ^ DemoRandom::mixed(static_cast<quint64>(place) + 1)))
        , m_seed(seed)
        , m_place(place)
        , m_today(today)
    {
        family.address = u"示范市中心区示例路%1号%2室"_s.arg(place % 900 + 1).arg(random.between(101, 1808));
        surname = pick(random, surnames);
    }

    /** A citizen of about that many days; the birthday is moved by at most 20 days. */
    int add(domain::Sex sex, qint64 ageDays, const QString &familyName)
    {
        CityPerson person = blank();
        domain::IdCard &card = person.card;
        card.sex = sex;
        const int index = m_place * membersPerFamily + static_cast<int>(family.members.size());
        const int birthdayClass = index / (divisions * sequences) % birthdayClasses;
        // A newborn is one on every day; everybody else was born on a day of their own.
        card.birth = (ageDays < infantDays ? m_today : cityDay()).addDays(-ageDays);
        card.birth = card.birth.addDays(-((card.birth.toJulianDay() - birthdayClass) % birthdayClasses));
        const int place = index % (divisions * sequences);
        const int sequence = place / divisions * 2 + (sex == domain::Sex::Male ? 1 : 0);
        const QString first17 = QString::number(990101 + place % divisions) + card.birth.toString(u"yyyyMMdd") + u"%1"_s.arg(sequence, 3, 10, QChar(u'0'));
        card.number = first17 + domain::CitizenNumber::checkCharacter(first17);
        card.name = familyName + pick(random, sex == domain::Sex::Male ? maleNames : femaleNames) + u"示例"_s;
        card.ethnicCode = random.chance(92) ? u"01"_s : u"%1"_s.arg(random.between(2, 15), 2, 10, QChar(u'0'));
        card.address = family.address;
        card.issuer = u"示范市公安局"_s;
        setValidity(card);
        return append(person);
    }

    /** Somebody who carries another kind of card. */
    int addOther(domain::CardKind kind)
    {
        CityPerson person = blank();
        domain::IdCard &card = person.card;
        card.kind = kind;
        card.sex = domain::Sex::Female;
        card.birth = cityDay().addYears(-34).addDays(-random.between(1, 300));
        card.issuer = u"中华人民共和国出入境管理局"_s;
        card.validFrom = m_today.addYears(-2);
        card.validTo = card.validFrom.addYears(kind == domain::CardKind::HkMoTwPermit ? 5 : 10);
        if (kind == domain::CardKind::HkMoTwPermit)
            asPermitHolder(card);
        else
            asForeigner(card);
        return append(person);
    }

    DemoRandom random;
    DemoFamily family;
    QString surname;

private:
    CityPerson blank() const
    {
        CityPerson person;
        const quint64 key = (static_cast<quint64>(m_place) << 8) + static_cast<quint64>(family.members.size());
        person.id = u"p%1"_s.arg(DemoRandom::mixed(key ^ DemoRandom::mixed(m_seed)), 16, 16, QChar(u'0'));
        return person;
    }
    int append(const CityPerson &person)
    {
        family.members.append(person);
        return static_cast<int>(family.members.size()) - 1;
    }
    /** Resident Identity Card Law art. 5: 5 years below 16, 10 below 26, 20 below 46, then long-term. */
    void setValidity(domain::IdCard &card)
    {
        const int age = std::max(domain::ageOn(card.birth, m_today), 0);
        const int most = age < 16 ? 5 : (age < 26 ? 10 : 20);
        card.validFrom = m_today.addDays(-std::min(age * 365, random.between(30, (most - 1) * 365)));
        // The term goes by the age at the issue; a card that ran out was renewed on that day.
        for (;;) {
            const int then = domain::ageOn(card.birth, card.validFrom);
            if (then >= 46)
                return;
            const QDate end = card.validFrom.addYears(then < 16 ? 5 : (then < 26 ? 10 : 20));
            if (end > m_today) {
                card.validTo = end;
                return;
            }
            card.validFrom = end;
        }
    }
    void asPermitHolder(domain::IdCard &card)
    {
        card.name = surname + u"美示例"_s;
        const QString first17 = u"810000"_s + card.birth.toString(u"yyyyMMdd") + u"002"_s;
        card.number = first17 + domain::CitizenNumber::checkCharacter(first17);
        card.passNumber = u"H99000001"_s;
        card.issueCount = u"01"_s;
        card.address = family.address;
        card.issuer = u"示范市公安局"_s;
    }
    void asForeigner(domain::IdCard &card)
    {
        card.name = u"史密斯示例"_s;
        card.englishName = u"SMITH, ANNA SHILI"_s;
        card.nationality = u"USA"_s;
        if (card.kind == domain::CardKind::Foreigner2023) {
            const QString first17 = u"999840"_s + card.birth.toString(u"yyyyMMdd") + u"002"_s;
            card.number = first17 + domain::CitizenNumber::checkCharacter(first17);
            card.issueCount = u"00"_s;
            return;
        }
        card.name = u"安娜示例"_s;
        card.cardVersion = u"01"_s;
        card.acceptanceOffice = u"9901"_s;
        QString number = u"USA9901"_s + card.birth.toString(u"yyMMdd") + u'1';
        constexpr std::array weights{7, 3, 1};
        int sum = 0;
        for (qsizetype i = 0; i < number.size(); ++i) {
            const QChar c = number.at(i);
            sum += weights[static_cast<std::size_t>(i % 3)] * (c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10);
        }
        card.number = number + QString::number(sum % 10);
    }

    quint64 m_seed;
    int m_place;
    QDate m_today;
};

qint64 years(int count, int extraDays = 0)
{
    return static_cast<qint64>(count) * 36525 / 100 + extraDays;
}

/** A woman who kept her own name. One draw after the other: in which order arguments are evaluated is each compiler's own. */
int addWoman(Maker &maker, qint64 ageDays)
{
    const QString familyName = pick(maker.random, surnames);
    return maker.add(domain::Sex::Female, ageDays, familyName);
}

void addCouple(Maker &maker, int age)
{
    maker.family.husband = maker.add(domain::Sex::Male, years(age, maker.random.below(365)), maker.surname);
    const int younger = maker.random.below(4);
    maker.family.wife = addWoman(maker, years(age - younger, maker.random.below(365)));
}

void addGrandparents(Maker &maker, int age)
{
    maker.family.grandparents.append(maker.add(domain::Sex::Male, years(age, maker.random.below(365)), maker.surname));
    maker.family.grandparents.append(addWoman(maker, years(age - 2, maker.random.below(365))));
}

int addChild(Maker &maker, qint64 ageDays)
{
    const auto sex = maker.random.chance(50) ? domain::Sex::Male : domain::Sex::Female;
    const int child = maker.add(sex, ageDays, maker.surname);
    maker.family.children.append(child);
    return child;
}

void tell(Maker &maker, int member, DemoStory story)
{
    maker.family.members[member].story = story;
    maker.family.members[member].hasStory = true;
}

DemoFamily storyFamily(Maker &maker, DemoStory story, QDate today)
{
    DemoFamily &family = maker.family;
    switch (story) {
    case DemoStory::Newborn:
        addCouple(maker, 30);
        addChild(maker, 12);
        tell(maker, family.wife, story);
        break;
    case DemoStory::Retirement:
        // Retirement age rises month by month since 2025; seven months past 60 fits men born in 1966.
        family.husband = maker.add(domain::Sex::Male, years(60, 215), maker.surname);
        family.wife = addWoman(maker, years(57, 90));
        addChild(maker, years(31));
        tell(maker, family.husband, story);
        break;
    case DemoStory::AfterDeath:
        addGrandparents(maker, 81);
        family.wife = maker.add(domain::Sex::Female, years(46, 40), maker.surname);
        family.members[family.grandparents.first()].isDead = true;
        family.members[family.grandparents.first()].diedOn = today.addDays(-9);
        tell(maker, family.wife, story);
        break;
    case DemoStory::HkMoTwPermit:
    case DemoStory::Foreigner2017:
    case DemoStory::Foreigner2023:
        family.wife = maker.addOther(story == DemoStory::HkMoTwPermit ? domain::CardKind::HkMoTwPermit
                                     : story == DemoStory::Foreigner2017 ? domain::CardKind::Foreigner2017
                                                                         : domain::CardKind::Foreigner2023);
        tell(maker, family.wife, story);
        break;
    default:
        addCouple(maker, 38);
        addChild(maker, years(9));
        tell(maker, story == DemoStory::Disability ? family.husband : family.wife, story);
        break;
    }
    return family;
}

} // namespace

DemoFamily demoFamily(quint64 seed, int place, QDate today, int mostMembers)
{
    Maker maker(seed, place, today);
    if (place < storyFamilies)
        return storyFamily(maker, static_cast<DemoStory>(place), today);
    const int parentsAge = maker.random.between(24, 58);
    if (mostMembers < 2 || maker.random.chance(12)) {
        maker.family.husband = maker.add(domain::Sex::Male, years(parentsAge, maker.random.below(365)), maker.surname);
        return maker.family;
    }
    addCouple(maker, parentsAge);
    const int children = std::min(maker.random.below(3), mostMembers - 2);
    for (int i = 0; i < children; ++i)
        addChild(maker, years(std::max(0, parentsAge - 24 - 3 * i), maker.random.between(1, 300)));
    if (mostMembers - 2 - children >= 2 && maker.random.chance(45))
        addGrandparents(maker, parentsAge + 26);
    return maker.family;
}

QList<DemoPerson> demoPeople(quint64 seed, QDate today, int count)
{
    static const QStringList words{u"newborn"_s, u"retirement"_s, u"social-security-card"_s, u"disability"_s, u"after-death"_s,
                                   u"flexible-employment"_s};
    QList<DemoPerson> people;
    for (int place = 0; people.size() < count; ++place) {
        const DemoFamily family = demoFamily(seed, place, today);
        for (const CityPerson &person : family.members) {
            const bool wanted = place < storyFamilies ? person.hasStory : person.age(cityDay()) >= 18;
            const DemoStory story = person.hasStory ? person.story : DemoStory::Ordinary;
            if (wanted && people.size() < count)
                people.append({person.card, words.value(static_cast<int>(story))});
        }
    }
    return people;
}

} // namespace yichuang::exchange
