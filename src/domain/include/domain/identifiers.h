// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/codetables.h>

#include <QDate>

namespace yichuang::domain {

/** How an 18-character person number is read. The card's flag or the chosen document kind decides, never the shape. */
enum class NumberForm { Citizen, HkMoTwResident, ForeignResident };

/**
 * Citizen number (公民身份号码, GB 11643-1999) and its sister forms of 18 characters: HK/Macao/Taiwan residents
 * (81/82/83…) and foreign permanent residents of the 2023 card (9 + province + nationality). Always upper case.
 */
class CitizenNumber
{
public:
    CitizenNumber() = default;
    /**
     * Parses 18 characters, or the 15 digits used before 1999-10-01 (widened to 18 with century 19 and check digit).
     * @param today birth dates after it, or before 1840, are refused. Errors: ID-001 … ID-007.
     */
    [[nodiscard]] static Result<CitizenNumber> parse(QStringView text, QDate today, NumberForm form = NumberForm::Citizen);
    /** Check character (ISO 7064 MOD 11-2) for the first 17 digits. */
    [[nodiscard]] static QChar checkCharacter(QStringView first17);

    [[nodiscard]] bool isValid() const { return !m_text.isEmpty(); }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] NumberForm form() const { return m_form; }
    [[nodiscard]] QDate birthDate() const;
    [[nodiscard]] Sex sex() const;
    /** Six-digit address code of first issue; withdrawn codes stay valid. */
    [[nodiscard]] QString division() const { return m_text.left(6); }
    /** 990100********0028 */
    [[nodiscard]] QString masked() const;
    friend bool operator==(const CitizenNumber &, const CitizenNumber &) = default;

private:
    QString m_text;
    NumberForm m_form = NumberForm::Citizen;
};

/** Old foreigner number (永久居留证号码, cards up to 2017): 3 letters, 4-digit place, YYMMDD, sequence, check 7-3-1 mod 10. */
[[nodiscard]] Result<QString> parseForeignerNumber15(QStringView text, QDate today);

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015) with both its checks: its own, and the one of GB 11714 over the
 * organisation code in characters 9 to 17. Returns it upper case. Errors: ID-001 … ID-004, ID-007.
 */
[[nodiscard]] Result<QString> parseOrganisationCode(QStringView text);
/** Check character for the first 17 characters of an organisation code; null QChar when a character is not allowed. */
[[nodiscard]] QChar organisationCheckCharacter(QStringView first17);

/** E-certificate identifier (电子证照标识, GB/T 36904-2018) split into its parts. */
struct CertificateIdentifier {
    QString typeCode;   ///< 21 characters: organisation code of the defining body + 3 digits
    QString issuerCode; ///< 18 characters, or a 6-digit division code in some cities
    QString serial;     ///< 1 to 32 digits and capitals
    QString version;    ///< 3 digits, 001 first
    /** Parses "1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>"; the check is ISO/IEC 7064 MOD 37,36. */
    [[nodiscard]] static Result<CertificateIdentifier> parse(QStringView text);
    [[nodiscard]] QString text() const;
    /** Check character over the parts without dots and root; null QChar for characters outside 0-9A-Z. */
    [[nodiscard]] static QChar checkCharacter(QStringView parts);
    friend bool operator==(const CertificateIdentifier &, const CertificateIdentifier &) = default;
};

/** Division code (行政区划代码): 2, 4, 6, 9 or 12 digits; returns it unchanged. */
[[nodiscard]] Result<QString> parseDivisionCode(QStringView text);

/** Mobile, land line or service line; spaces removed. Error: ID-008. */
[[nodiscard]] Result<QString> parsePhone(QStringView text);

/**
 * Person number for a chosen document kind: 111 and 553 with their checks, and under 511 and 516 the 18 characters of a
 * HK/Macao/Taiwan resident with theirs; others, travel permits too, trimmed, upper case, bounded to 30 letters, digits, Chinese characters, spaces and -/(). Errors: ID-001 … ID-007, ID-009.
 */
[[nodiscard]] Result<QString> parsePersonNumber(const DocumentKind &kind, QStringView text, QDate today);

} // namespace yichuang::domain
