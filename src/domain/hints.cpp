// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <algorithm>
#include <tuple>

namespace yichuang::domain {

namespace {

/** Someone already holds a newer one of the same type. */
bool isReplaced(const CertificateSummary &old, const QList<CertificateSummary> &all, QDate day)
{
    return std::any_of(all.cbegin(), all.cend(), [&](const CertificateSummary &other) {
        return other.identifier != old.identifier && other.typeId == old.typeId && other.holderId == old.holderId
            && other.relation == old.relation && other.isUsableOn(day) && isBetterCertificate(other, old);
    });
}

std::optional<Hint> expiryHint(const Catalogue &catalogue, const CertificateSummary &certificate, QDate day)
{
    // Only time takes a certificate's force here; a revoked or cancelled one is not renewed but contested.
    const bool alive = certificate.status == CertificateStatus::Valid || certificate.status == CertificateStatus::Lapsed;
    const std::optional<qint64> days = certificate.daysLeft(day);
    const CertificateType *type = catalogue.certificateType(certificate.typeId);
    if (!alive || !days || !type || certificate.relation == Relation::Deceased)
        return {};
    const bool renewable = !type->renewalItem.isEmpty() && catalogue.offeredItem(type->renewalItem, day);
    Hint hint;
    hint.certificateIdentifier = certificate.identifier;
    hint.certificateName = certificate.typeName.isEmpty() ? type->name : certificate.typeName;
    hint.days = *days;
    hint.itemId = renewable ? type->renewalItem : QString();
    if (*days < 0) {
        // Nothing to propose about a certificate that simply ran its course.
        if (!renewable)
            return {};
        hint.kind = Hint::Kind::Expired;
        return hint;
    }
    if (*days > type->expiryNoticeDays || certificate.status != CertificateStatus::Valid)
        return {};
    hint.kind = Hint::Kind::ExpiresSoon;
    return hint;
}

/** It is the matter of the event: whose it is, and not of a time that is long over. */
bool speaksOf(const LifeEvent &event, const CertificateSummary &certificate, QDate day)
{
    const qint64 age = certificate.issueDate.daysTo(day);
    const bool isRecent = event.hintDays == 0 || (certificate.issueDate.isValid() && age >= 0 && age <= event.hintDays);
    return event.hintCertificates.contains(certificate.typeId) && certificate.relation == event.hintRelation && isRecent;
}

std::optional<Hint> lifeEventHint(const LifeEvent &event, const QList<CertificateSummary> &certificates, QDate day)
{
    const CertificateSummary *best = nullptr;
    for (const CertificateSummary &each : certificates) {
        if (!speaksOf(event, each, day) || !each.isUsableOn(day))
            continue;
        if (!best || isBetterCertificate(each, *best))
            best = &each;
    }
    if (!best)
        return {};
    Hint hint;
    hint.kind = Hint::Kind::LifeEvent;
    hint.certificateIdentifier = best->identifier;
    hint.certificateName = best->typeName;
    hint.lifeEventId = event.id;
    return hint;
}

/** The holders whose list is complete enough to miss something in it, each with the certificate that lets one expect the type. */
QMap<PersonId, const CertificateSummary *> expectingHolders(const CertificateType &type, const QList<CertificateSummary> &certificates, QDate day)
{
    QMap<PersonId, const CertificateSummary *> holders;
    for (const CertificateSummary &each : certificates) {
        const bool ofFamily = each.relation == Relation::Self || each.relation == Relation::Child;
        if (!ofFamily || !type.expectedWith.contains(each.typeId) || !each.isUsableOn(day))
            continue;
        const CertificateSummary *&best = holders[each.holderId];
        if (!best || isBetterCertificate(each, *best))
            best = &each;
    }
    // Whatever became of one that is listed, revoked or expired: it is not missing.
    for (const CertificateSummary &each : certificates) {
        if (each.typeId == type.id)
            holders.remove(each.holderId);
    }
    return holders;
}

QList<Hint> missingHints(const Catalogue &catalogue, const CertificateType &type, const QList<CertificateSummary> &certificates, QDate day)
{
    QList<Hint> hints;
    const auto holders = expectingHolders(type, certificates, day);
    for (const CertificateSummary *because : holders) {
        Hint hint;
        hint.kind = Hint::Kind::Missing;
        hint.certificateIdentifier = because->identifier;
        hint.certificateName = because->typeName;
        hint.missingType = type.id;
        hint.itemId = !type.issueItem.isEmpty() && catalogue.offeredItem(type.issueItem, day) ? type.issueItem : QString();
        hint.holderName = because->relation == Relation::Self ? QString() : because->holderName;
        hints.append(hint);
    }
    return hints;
}

/** The same step over the same certificate was proposed before: one expires and is what the missing one is made from. */
bool isProposed(const Hint &hint, const QList<Hint> &hints)
{
    return !hint.itemId.isEmpty() && std::any_of(hints.cbegin(), hints.cend(), [&](const Hint &other) {
        return other.itemId == hint.itemId && other.certificateIdentifier == hint.certificateIdentifier;
    });
}

int rank(Hint::Kind kind)
{
    return kind == Hint::Kind::Missing ? 2 : kind == Hint::Kind::LifeEvent ? 1 : 0;
}

bool isMoreUrgent(const Hint &left, const Hint &right)
{
    return std::tuple(rank(left.kind), left.days, left.certificateIdentifier, left.lifeEventId, left.missingType)
        < std::tuple(rank(right.kind), right.days, right.certificateIdentifier, right.lifeEventId, right.missingType);
}

} // namespace

QList<Hint> hintsFor(const Catalogue &catalogue, const QList<CertificateSummary> &certificates, QDate day)
{
    QList<Hint> hints;
    for (const CertificateSummary &certificate : certificates) {
        if (isReplaced(certificate, certificates, day))
            continue;
        if (const auto hint = expiryHint(catalogue, certificate, day))
            hints.append(*hint);
    }
    for (const LifeEvent *event : catalogue.lifeEventsOn(day)) {
        if (const auto hint = lifeEventHint(*event, certificates, day))
            hints.append(*hint);
    }
    for (const CertificateType &type : catalogue.content().certificateTypes) {
        for (const Hint &hint : missingHints(catalogue, type, certificates, day)) {
            if (!isProposed(hint, hints))
                hints.append(hint);
        }
    }
    std::sort(hints.begin(), hints.end(), isMoreUrgent);
    return hints.mid(0, mostHints);
}

} // namespace yichuang::domain
