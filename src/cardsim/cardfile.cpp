// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/cardfile.h>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

namespace yichuang::cardsim {

using namespace Qt::StringLiterals;
using domain::CardKind;
using domain::FailureCode;
using domain::IdCard;
using domain::Result;

namespace {
constexpr qsizetype maximumFileSize = 64 * 1024;
constexpr qsizetype maximumAddresses = 4;
constexpr qsizetype addressCharacters = 35;
constexpr auto aCardIs = "a card is a JSON object such as those in resources/demo/cards"_L1;

struct KindWord {
    QStringView word;
    CardKind kind;
};
constexpr std::array<KindWord, 4> kindWords{{
    {u"citizen", CardKind::Citizen},
    {u"hk-mo-tw-permit", CardKind::HkMoTwPermit},
    {u"foreigner-2017", CardKind::Foreigner2017},
    {u"foreigner-2023", CardKind::Foreigner2023},
}};

struct TextField {
    QLatin1StringView key;
    QString IdCard::*member;
};
constexpr std::array<TextField, 12> textFields{{
    {"name"_L1, &IdCard::name},
    {"englishName"_L1, &IdCard::englishName},
    {"ethnicCode"_L1, &IdCard::ethnicCode},
    {"address"_L1, &IdCard::address},
    {"number"_L1, &IdCard::number},
    {"issuer"_L1, &IdCard::issuer},
    {"passNumber"_L1, &IdCard::passNumber},
    {"issueCount"_L1, &IdCard::issueCount},
    {"nationality"_L1, &IdCard::nationality},
    {"cardVersion"_L1, &IdCard::cardVersion},
    {"acceptanceOffice"_L1, &IdCard::acceptanceOffice},
    {"formerNumberLink"_L1, &IdCard::formerNumberLink},
}};

/** @param right what would be right there; the value itself is never told. */
tl::unexpected<domain::Error> badField(QLatin1StringView key, const QString &right)
{
    return domain::failure(FailureCode::JsonValue, u"field \"%1\" of the card takes %2"_s.arg(key, right));
}

QString kindNames()
{
    QStringList names;
    for (const KindWord &row : kindWords)
        names.append(row.word.toString());
    return u"one of "_s + names.join(u", "_s);
}

Result<QDate> readDate(const QJsonObject &object, QLatin1StringView key)
{
    const QDate date = QDate::fromString(object.value(key).toString(), Qt::ISODate);
    if (!date.isValid())
        return badField(key, key == "validTo"_L1 ? u"a day as 2026-11-23, or long-term"_s : u"a day as 2026-11-23"_s);
    return date;
}

Result<void> readDates(const QJsonObject &object, IdCard &card)
{
    const Result<QDate> birth = readDate(object, "birth"_L1);
    const Result<QDate> from = readDate(object, "validFrom"_L1);
    if (!birth)
        return tl::unexpected<domain::Error>(birth.error());
    if (!from)
        return tl::unexpected<domain::Error>(from.error());
    card.birth = *birth;
    card.validFrom = *from;
    if (object.value("validTo"_L1).toString() == "long-term"_L1)
        return {};
    const Result<QDate> to = readDate(object, "validTo"_L1);
    if (!to)
        return tl::unexpected<domain::Error>(to.error());
    card.validTo = *to;
    return {};
}

Result<QStringList> readAddresses(const QJsonObject &object)
{
    const auto bad = [] {
        return badField("appendedAddresses"_L1, u"a list of at most %1 texts of 1 to %2 characters"_s.arg(maximumAddresses).arg(addressCharacters));
    };
    const QJsonValue listed = object.value("appendedAddresses"_L1);
    if (!listed.isUndefined() && !listed.isArray())
        return bad();
    const QJsonArray array = listed.toArray();
    QStringList addresses;
    for (const QJsonValue &value : array) {
        const QString address = value.toString();
        if (address.isEmpty() || address.size() > addressCharacters || addresses.size() == maximumAddresses)
            return bad();
        addresses.append(address);
    }
    return addresses;
}

QByteArray noise(const QString &seed, qsizetype size)
{
    QByteArray bytes;
    QByteArray block = seed.toUtf8();
    while (bytes.size() < size) {
        block = QCryptographicHash::hash(block, QCryptographicHash::Sha256);
        bytes.append(block);
    }
    bytes.truncate(size);
    return bytes;
}
} // namespace

Result<CardFile> CardFile::fromJson(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return domain::failure(FailureCode::JsonSyntax, u"not JSON, %1 at byte %2; %3"_s.arg(parseError.errorString()).arg(parseError.offset).arg(aCardIs));
    if (!document.isObject())
        return domain::failure(FailureCode::JsonShape, aCardIs);
    const QJsonObject object = document.object();

    CardFile file;
    const QString kind = object.value("kind"_L1).toString();
    const auto word = std::find_if(kindWords.begin(), kindWords.end(), [&kind](const KindWord &row) { return row.word == kind; });
    if (word == kindWords.end())
        return badField("kind"_L1, kindNames());
    file.card.kind = word->kind;
    for (const TextField &field : textFields) {
        const QJsonValue value = object.value(field.key);
        if (!value.isUndefined() && !value.isString())
            return badField(field.key, u"a text"_s);
        file.card.*field.member = value.toString();
    }
    if (file.card.number.isEmpty())
        return badField("number"_L1, u"the number on the card"_s);
    const QString sex = object.value("sex"_L1).toString();
    if (sex.size() != 1)
        return badField("sex"_L1, u"one digit: 1 male, 2 female, 0 or 9 unknown"_s);
    file.card.sex = domain::sexFromDigit(sex.front());
    if (const Result<void> dates = readDates(object, file.card); !dates)
        return tl::unexpected<domain::Error>(dates.error());
    const Result<QStringList> addresses = readAddresses(object);
    if (!addresses)
        return tl::unexpected<domain::Error>(addresses.error());
    file.appendedAddresses = *addresses;
    const QJsonValue fingerprint = object.value("fingerprint"_L1);
    if (!fingerprint.isUndefined() && !fingerprint.isBool())
        return badField("fingerprint"_L1, u"true or false"_s);
    file.hasFingerprint = fingerprint.toBool();
    return file;
}

Result<CardFile> CardFile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(FailureCode::ResourceMissing, u"%1: %2"_s.arg(path, file.errorString()));
    if (file.size() > maximumFileSize)
        return domain::failure(FailureCode::JsonTooLarge, u"%1: longer than %2 bytes; %3"_s.arg(path).arg(maximumFileSize).arg(aCardIs));
    return fromJson(file.readAll()).map_error([&path](domain::Error error) {
        error.detail = path + u": "_s + error.detail;
        return error;
    });
}

QByteArray CardFile::textBlock() const
{
    return rawTextBlock.isEmpty() ? card.toTextBlock() : rawTextBlock;
}

QByteArray CardFile::photo() const
{
    return noise(card.number, IdCard::photoSize);
}

QByteArray CardFile::fingerprint() const
{
    constexpr qsizetype size = 1024;
    return hasFingerprint ? noise(card.number + u"fingerprint"_s, size) : QByteArray();
}

QByteArray CardFile::addressBlock() const
{
    QByteArray block;
    for (const QString &address : appendedAddresses) {
        const QString padded = address.leftJustified(addressCharacters, u' ', true);
        for (const QChar unit : padded) {
            block.append(static_cast<char>(unit.cell()));
            block.append(static_cast<char>(unit.row()));
        }
    }
    return block;
}

QByteArray CardFile::serialNumber() const
{
    return noise(card.number + u"serial"_s, 8);
}

} // namespace yichuang::cardsim
