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

tl::unexpected<domain::Error> badField(QLatin1StringView key)
{
    return domain::failure(FailureCode::JsonValue, u"field \"%1\" of the card"_s.arg(key));
}

Result<QDate> readDate(const QJsonObject &object, QLatin1StringView key)
{
    const QDate date = QDate::fromString(object.value(key).toString(), Qt::ISODate);
    if (!date.isValid())
        return badField(key);
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
    const QJsonArray array = object.value("appendedAddresses"_L1).toArray();
    QStringList addresses;
    for (const QJsonValue &value : array) {
        const QString address = value.toString();
        if (address.isEmpty() || address.size() > addressCharacters || addresses.size() == maximumAddresses)
            return badField("appendedAddresses"_L1);
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
        return domain::failure(FailureCode::JsonSyntax, parseError.errorString());
    if (!document.isObject())
        return domain::failure(FailureCode::JsonShape, u"a card is a JSON object"_s);
    const QJsonObject object = document.object();

    CardFile file;
    const QString kind = object.value("kind"_L1).toString();
    const auto word = std::find_if(kindWords.begin(), kindWords.end(), [&kind](const KindWord &row) { return row.word == kind; });
    if (word == kindWords.end())
        return badField("kind"_L1);
    file.card.kind = word->kind;
    for (const TextField &field : textFields) {
        const QJsonValue value = object.value(field.key);
        if (!value.isUndefined() && !value.isString())
            return badField(field.key);
        file.card.*field.member = value.toString();
    }
    if (file.card.number.isEmpty())
        return badField("number"_L1);
    const QString sex = object.value("sex"_L1).toString();
    if (sex.size() != 1)
        return badField("sex"_L1);
    file.card.sex = domain::sexFromDigit(sex.front());
    if (const Result<void> dates = readDates(object, file.card); !dates)
        return tl::unexpected<domain::Error>(dates.error());
    const Result<QStringList> addresses = readAddresses(object);
    if (!addresses)
        return tl::unexpected<domain::Error>(addresses.error());
    file.appendedAddresses = *addresses;
    file.hasFingerprint = object.value("fingerprint"_L1).toBool();
    return file;
}

Result<CardFile> CardFile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(FailureCode::ResourceMissing, u"%1: %2"_s.arg(path, file.errorString()));
    if (file.size() > maximumFileSize)
        return domain::failure(FailureCode::JsonTooLarge, path);
    return fromJson(file.readAll());
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
