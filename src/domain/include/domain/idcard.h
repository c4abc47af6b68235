// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/identifiers.h>

#include <QByteArrayView>
#include <optional>

namespace yichuang::domain {

/** The four card kinds a reader's module can decrypt; told apart by the flag at byte 248 of the text block. */
enum class CardKind { Citizen, HkMoTwPermit, Foreigner2017, Foreigner2023 };

/** What the chip of an identity card says (居民身份证 and its sister cards). Unused fields of a kind stay empty. */
struct IdCard {
    CardKind kind = CardKind::Citizen;
    QString name;         ///< Chinese name, at most 15 characters on the chip
    QString englishName;  ///< foreigner cards only
    Sex sex = Sex::Unknown;
    QString ethnicCode;   ///< GB/T 3304, citizen cards only; unknown codes kept as text
    QDate birth;
    QString address;
    QString number;       ///< upper case, as on the chip
    QString issuer;
    QDate validFrom;      ///< issue date on foreigner cards
    std::optional<QDate> validTo; ///< nothing: long-term (长期)
    QString passNumber;   ///< HK/Macao/Taiwan permits
    QString issueCount;   ///< HK/Macao/Taiwan permits: 签发次数; 2023 foreigner cards: 换证次数
    QString nationality;  ///< ISO 3166 alpha-3, foreigner cards
    QString cardVersion;  ///< 2017 foreigner cards
    QString acceptanceOffice; ///< 2017 foreigner cards
    QString formerNumberLink; ///< 2023 foreigner cards: 既往号码关联项

    static constexpr qsizetype textBlockSize = 256;
    static constexpr qsizetype photoSize = 1024;

    /** Reads the 256-byte text block (UTF-16LE, space padded; reference 1.9). Any bytes give a card or CARD-001 … 003. */
    [[nodiscard]] static Result<IdCard> fromTextBlock(QByteArrayView block);
    /** The inverse, for the card simulator; longer fields are cut as on a real card. */
    [[nodiscard]] QByteArray toTextBlock() const;
    /** Document kind code that goes with the card: 111, 553 for foreigners, for permits 516, or 511 when the number begins 830000. */
    [[nodiscard]] DocumentKind documentKind() const;
    [[nodiscard]] NumberForm numberForm() const;
    friend bool operator==(const IdCard &, const IdCard &) = default;
};

/** Whole years of age on a day, the birthday counting in full; -1 for an invalid date or before birth. */
[[nodiscard]] int ageOn(QDate birth, QDate day);

} // namespace yichuang::domain
