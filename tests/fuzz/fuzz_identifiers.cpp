// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// Any text as each identifier: no crash, and an accepted one is accepted again in the form it was given back.
#include <domain/casenumber.h>
#include <domain/identifiers.h>
#include <domain/masking.h>

#include <cstdlib>

using namespace yichuang::domain;

namespace {

const QDate today(2026, 11, 23);

void require(bool condition)
{
    if (!condition)
        std::abort();
}

template<typename Parse>
void requireStable(QStringView text, Parse parse)
{
    const Result<QString> first = parse(text);
    if (!first)
        return;
    const Result<QString> second = parse(*first);
    require(second.has_value() && *second == *first);
}

void tryCitizenForms(QStringView text)
{
    for (const NumberForm form : {NumberForm::Citizen, NumberForm::HkMoTwResident, NumberForm::ForeignResident}) {
        const auto number = CitizenNumber::parse(text, today, form);
        if (!number)
            continue;
        require(number->birthDate().isValid() && number->birthDate() <= today);
        require(CitizenNumber::parse(number->text(), today, form) == number);
        require(number->masked().size() == 18 && number->masked() != number->text());
    }
}

void tryPersonNumbers(QStringView text)
{
    for (const QString &kind : {QStringLiteral("111"), QStringLiteral("414"), QStringLiteral("553")})
        requireStable(text, [&kind](QStringView t) { return parsePersonNumber(kind, t, today); });
}

void tryMasks(const QString &text)
{
    require(maskName(text, true).count(QLatin1Char('*')) == maskName(text, true).size());
    require(text.isEmpty() || maskName(text) != text || text.contains(QLatin1Char('*')));
    require(text.isEmpty() || maskNumber(text) != text || text.contains(QLatin1Char('*')));
    require(maskAddress(text).isEmpty() == text.isEmpty());
    require(maskPhone(text).isEmpty() == text.isEmpty());
    require(maskCertificateNumber(text).isEmpty() == text.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    tryCitizenForms(text);
    tryPersonNumbers(text);
    tryMasks(text);
    requireStable(text, [](QStringView t) { return parseForeignerNumber15(t, today); });
    requireStable(text, parseOrganisationCode);
    requireStable(text, parseDivisionCode);
    requireStable(text, parsePhone);
    requireStable(text, [](QStringView t) {
        return CertificateIdentifier::parse(t).map([](const CertificateIdentifier &id) { return id.text(); });
    });
    requireStable(text, [](QStringView t) {
        return CaseNumber::parse(t).map([](const CaseNumber &number) { return number.text(); });
    });
    return 0;
}
