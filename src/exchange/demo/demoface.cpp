// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "demoface.h"

#include <QHash>
#include <algorithm>

namespace yichuang::exchange {

using namespace Qt::StringLiterals;

namespace {

using Say = QString (*)(const FaceFacts &, DemoRandom &);

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

QString someday(const FaceFacts &facts, DemoRandom &)
{
    return day(facts.issued);
}

QString holderName(const FaceFacts &facts, DemoRandom &)
{
    return facts.holder->card.name;
}

QString address(const FaceFacts &facts, DemoRandom &)
{
    return facts.holder->card.address;
}

const QHash<QString, Say> &words()
{
    static const QHash<QString, Say> table{
        {u"name"_s, holderName}, {u"memberName"_s, holderName}, {u"headName"_s, holderName}, {u"owner"_s, holderName},
        {u"taxpayer"_s, holderName}, {u"representative"_s, holderName}, {u"heir"_s, holderName}, {u"adopter"_s, holderName},
        {u"guardian"_s, holderName}, {u"obligor"_s, holderName}, {u"holder"_s, holderName},
        {u"englishName"_s, [](const FaceFacts &facts, DemoRandom &) { return facts.holder->card.englishName; }},
        {u"sex"_s, [](const FaceFacts &facts, DemoRandom &) { return domain::sexName(facts.holder->card.sex); }},
        {u"ethnic"_s, [](const FaceFacts &facts, DemoRandom &) { return domain::ethnicGroupName(facts.holder->card.ethnicCode); }},
        {u"birth"_s, [](const FaceFacts &facts, DemoRandom &) { return day(facts.holder->card.birth); }},
        {u"nationality"_s, [](const FaceFacts &facts, DemoRandom &) { return facts.holder->card.nationality.isEmpty() ? u"中国"_s : facts.holder->card.nationality; }},
        {u"passNumber"_s, [](const FaceFacts &facts, DemoRandom &) { return facts.holder->card.passNumber; }},
        {u"address"_s, address}, {u"registeredAddress"_s, address}, {u"location"_s, address},
        {u"issuer"_s, [](const FaceFacts &facts, DemoRandom &) { return facts.issuer; }},
        {u"registrar"_s, [](const FaceFacts &facts, DemoRandom &) { return facts.issuer; }},
        {u"institution"_s, [](const FaceFacts &facts, DemoRandom &) { return facts.issuer; }},
        {u"validFrom"_s, someday}, {u"issueDate"_s, someday},
        {u"validTo"_s, [](const FaceFacts &facts, DemoRandom &) { return facts.validTo ? day(*facts.validTo) : u"长期"_s; }},
        {u"bankAccount"_s, [](const FaceFacts &, DemoRandom &random) { return u"99009900%1"_s.arg(random.below(99999999), 8, 10, QChar(u'0')); }},
        {u"organisationCode"_s, [](const FaceFacts &, DemoRandom &) { return u"92990100MA0000015T"_s; }},
        {u"kinPhone"_s, [](const FaceFacts &, DemoRandom &) { return u"13800000000"_s; }},
        {u"birthPlace"_s, [](const FaceFacts &, DemoRandom &) { return u"示范市"_s; }},
        {u"nativePlace"_s, [](const FaceFacts &, DemoRandom &) { return u"示范市"_s; }},
        {u"region"_s, [](const FaceFacts &, DemoRandom &) { return u"示范市"_s; }},
        {u"status"_s, [](const FaceFacts &, DemoRandom &) { return u"正常"_s; }},
        {u"grade"_s, [](const FaceFacts &, DemoRandom &random) { return u"%1级"_s.arg(random.between(1, 4)); }},
        {u"months"_s, [](const FaceFacts &, DemoRandom &random) { return QString::number(random.between(60, 400)); }},
        {u"base"_s, [](const FaceFacts &, DemoRandom &random) { return QString::number(random.between(40, 200) * 100); }},
        {u"amount"_s, [](const FaceFacts &, DemoRandom &random) { return QString::number(random.between(5, 90) * 100); }},
    };
    return table;
}

/** The label means the number of the holder's own identity document: not the certificate's, and not a parent's or partner's. */
bool meansTheHolder(const QString &label)
{
    static const QStringList others{u"母亲"_s, u"父亲"_s, u"男方"_s, u"女方"_s};
    static const QStringList words{u"身份号码"_s, u"身份证号"_s, u"身份证件号"_s, u"证件号码"_s, u"证件号"_s, u"社会保障号码"_s, u"纳税人识别号"_s};
    const auto ends = [&label](const QString &word) { return label.endsWith(word); };
    const auto begins = [&label](const QString &word) { return label.startsWith(word); };
    return std::any_of(words.cbegin(), words.cend(), ends) && std::none_of(others.cbegin(), others.cend(), begins);
}

bool namesADay(const QString &id)
{
    return id.endsWith(u"On") || id.endsWith(u"Date") || id.endsWith(u"Start") || id.endsWith(u"Until") || id.startsWith(u"first");
}

} // namespace

QMap<QString, QString> demoFace(const domain::CertificateType &type, const FaceFacts &facts, DemoRandom &random)
{
    QMap<QString, QString> face;
    for (const auto &[id, label] : type.faceFields) {
        QString value = facts.own.value(id);
        if (value.isEmpty() && meansTheHolder(label))
            value = facts.holder->card.number;
        if (value.isEmpty() && words().contains(id))
            value = words().value(id)(facts, random);
        if (value.isEmpty() && namesADay(id))
            value = someday(facts, random);
        if (value.isEmpty() && (id.endsWith(u"umber") || id == u"plate"))
            value = facts.number;
        face.insert(id, value.isEmpty() ? u"示例%1"_s.arg(label) : value);
    }
    return face;
}

QMap<QString, QString> childWords(const DemoFamily &family, int child)
{
    const domain::IdCard &card = family.members.at(child).card;
    QMap<QString, QString> own{{u"childName"_s, card.name}, {u"childSex"_s, domain::sexName(card.sex)},
                               {u"birthTime"_s, day(card.birth)}, {u"birthPlace"_s, u"示范市人民医院"_s}};
    if (family.wife >= 0) {
        const domain::IdCard &mother = family.members.at(family.wife).card;
        own.insert({{u"motherName"_s, mother.name}, {u"motherNumber"_s, mother.number}, {u"guardian"_s, mother.name}});
    }
    if (family.husband >= 0) {
        const domain::IdCard &father = family.members.at(family.husband).card;
        own.insert({{u"fatherName"_s, father.name}, {u"fatherNumber"_s, father.number}});
    }
    return own;
}

} // namespace yichuang::exchange
