// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "asciitext.h"
#include "materialways.h"

#include <domain/catalogue.h>
#include <domain/identifiers.h>

namespace yichuang::domain {

using namespace Qt::StringLiterals;

namespace {

/** Gathers what is wrong, a line each with its code; the first one's code is the error's. */
class Findings
{
public:
    void add(FailureCode code, const QString &where, const QString &what)
    {
        if (m_lines.isEmpty())
            m_first = code;
        m_lines.append(u"%1: %2 (%3)"_s.arg(where, what, failureText(code)));
    }
    [[nodiscard]] Result<void> result() const
    {
        if (m_lines.isEmpty())
            return {};
        return failure(m_first, m_lines.join(u'\n'));
    }

private:
    FailureCode m_first = FailureCode::CatalogueBadCode;
    QStringList m_lines;
};

bool isItemType(QStringView code)
{
    static const QSet<QString> codes{u"00"_s, u"01"_s, u"02"_s, u"03"_s, u"04"_s, u"05"_s, u"06"_s, u"07"_s, u"08"_s, u"09"_s, u"10"_s, u"20"_s};
    return codes.contains(code.toString());
}

/** @return what the parser did not like, with its own code; empty for a good code. */
QString refused(const Result<QString> &parsed, const QString &text)
{
    if (!parsed)
        return u"%1 is refused, %2"_s.arg(text, failureText(parsed.error().code));
    return *parsed == text ? QString() : text + u" is not written as its standard wants it"_s;
}

void checkHall(const Catalogue::Content &content, Findings &findings)
{
    const QString division = refused(parseDivisionCode(content.division), content.division);
    if (!division.isEmpty())
        findings.add(FailureCode::CatalogueBadCode, u"division of the hall"_s, division);
    else if (content.division.size() != 6)
        findings.add(FailureCode::CatalogueBadCode, u"division of the hall"_s, content.division + u" has not 6 digits"_s);
    for (const Department &department : content.departments) {
        const QString code = refused(parseOrganisationCode(department.organisationCode), department.organisationCode);
        if (!code.isEmpty())
            findings.add(FailureCode::CatalogueBadCode, u"department "_s + department.id, code);
    }
    for (const CertificateType &type : content.certificateTypes) {
        const QString issuer = type.code.left(18);
        const QString number = type.code.mid(18);
        const QString code = refused(parseOrganisationCode(issuer), issuer);
        if (number.size() != 3 || !allAsciiDigits(number))
            findings.add(FailureCode::CatalogueBadCode, u"certificate type "_s + type.id, type.code + u" is no organisation code with 3 digits"_s);
        else if (!code.isEmpty())
            findings.add(FailureCode::CatalogueBadCode, u"certificate type "_s + type.id, code);
    }
}

/** Basic code 12 digits; implementation code: body, level, basic code; handling code: two digits more. */
void checkItemCodes(const ServiceItem &item, const QString &where, const QString &organisation, Findings &findings)
{
    const auto bad = [&](const QString &what) { findings.add(FailureCode::CatalogueBadCode, where, what); };
    if (!isItemType(item.itemType))
        bad(u"unknown item type %1"_s.arg(item.itemType));
    if (item.basicCode.size() != 12 || !allAsciiDigits(item.basicCode) || item.basicCode.mid(2, 2) != item.itemType)
        bad(u"basic code %1 is not 12 digits with the item type inside"_s.arg(item.basicCode));
    const QString level = QString::number(static_cast<int>(item.authority.level) + 1);
    if (item.implementationCode != organisation + level + item.basicCode)
        bad(u"implementation code %1 is not the department's code, the level and the basic code"_s.arg(item.implementationCode));
    const QString tail = item.handlingCode.mid(item.implementationCode.size());
    if (!item.handlingCode.startsWith(item.implementationCode) || tail.size() != 2 || !allAsciiDigits(tail))
        bad(u"handling code %1 is not the implementation code and 2 digits"_s.arg(item.handlingCode));
}

/** An implementation code is one entry of the implementation list (GB/T 39554.1), so one item's, in all its versions. */
void checkOwnCode(const ServiceItem &item, const QString &where, QHash<QString, QString> &ownerOf, Findings &findings)
{
    const QString owner = ownerOf.value(item.implementationCode, item.id);
    ownerOf.insert(item.implementationCode, owner);
    if (owner != item.id)
        findings.add(FailureCode::CatalogueBadCode, where, u"implementation code %1 is that of item %2"_s.arg(item.implementationCode, owner));
}

void checkElements(const ServiceItem &item, const QString &where, Findings &findings)
{
    const Guide &guide = item.guide;
    const std::pair<bool, QString> elements[] = {
        {item.serves.isEmpty(), u"service objects"_s}, {item.channels.forms.isEmpty(), u"handling forms"_s},
        {guide.legalBasis.isEmpty(), u"legal basis"_s}, {guide.conditions.isEmpty(), u"conditions"_s},
        {guide.steps.isEmpty(), u"steps"_s}, {guide.resultName.isEmpty(), u"result name"_s}, {guide.place.isEmpty(), u"place"_s},
        {guide.hours.isEmpty(), u"hours"_s}, {guide.enquiry.isEmpty(), u"enquiry"_s}, {guide.complaint.isEmpty(), u"complaint"_s}};
    for (const auto &[missing, name] : elements) {
        if (missing)
            findings.add(FailureCode::CatalogueElementMissing, where, name);
    }
}

/** What an authority issues, or the library holds under the same name, must be taken from there where it is there. */
void checkSharing(const ServiceItem &item, const QString &where, const QSet<QString> &typeNames, Findings &findings)
{
    for (const MaterialSpec &spec : item.materials) {
        const bool shareable = spec.kind == MaterialKind::Certificate || spec.origin == MaterialOrigin::Authority || typeNames.contains(spec.name);
        if (shareable && !acceptedWays(spec).contains(MaterialWay::Certificate))
            findings.add(FailureCode::CatalogueAsksShared, where + u" material "_s + spec.key, u"a public body holds it, but no certificate type answers it"_s);
    }
}

} // namespace

Result<void> checkForImport(const Catalogue::Content &content)
{
    Findings findings;
    checkHall(content, findings);
    QHash<QString, QString> organisations;
    for (const Department &department : content.departments)
        organisations.insert(department.id, department.organisationCode);
    QSet<QString> typeNames;
    for (const CertificateType &type : content.certificateTypes)
        typeNames.insert(type.name);
    QHash<QString, QString> ownerOf;
    for (const ServiceItem &item : content.items) {
        const QString where = u"item %1 v%2"_s.arg(item.id).arg(item.version);
        checkItemCodes(item, where, organisations.value(item.departmentId), findings);
        checkOwnCode(item, where, ownerOf, findings);
        checkElements(item, where, findings);
        checkSharing(item, where, typeNames, findings);
    }
    return findings.result();
}

} // namespace yichuang::domain
