// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "planparts.h"

#include <algorithm>

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
    const bool renewable = !type->renewalItem.isEmpty() && catalogue.item(type->renewalItem, day);
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

std::optional<Hint> lifeEventHint(const LifeEvent &event, const QList<CertificateSummary> &certificates, QDate day)
{
    const CertificateSummary *best = nullptr;
    for (const CertificateSummary &each : certificates) {
        if (!event.hintCertificates.contains(each.typeId) || !each.isUsableOn(day))
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

bool isMoreUrgent(const Hint &left, const Hint &right)
{
    const bool leftEvent = left.kind == Hint::Kind::LifeEvent;
    const bool rightEvent = right.kind == Hint::Kind::LifeEvent;
    if (leftEvent != rightEvent)
        return rightEvent;
    if (left.days != right.days)
        return left.days < right.days;
    if (left.certificateIdentifier != right.certificateIdentifier)
        return left.certificateIdentifier < right.certificateIdentifier;
    return left.lifeEventId < right.lifeEventId;
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
    std::sort(hints.begin(), hints.end(), isMoreUrgent);
    return hints;
}

} // namespace yichuang::domain
