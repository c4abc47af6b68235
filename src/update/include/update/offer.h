// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QVersionNumber>
#include <domain/error.h>
#include <optional>
#include <wire/updatemanifest.h>

namespace yichuang::update {

/** What is installed here, and what this desk knows of earlier lists. */
struct Situation {
    QString version;            ///< of the running program
    QString kind;               ///< "appimage" or "msi"
    QString architecture;       ///< QSysInfo::buildCpuArchitecture()
    int storeSchema = 0;        ///< schema that the running program works with
    QString channel;
    QString pin;                ///< the only version the administrator lets in; empty: the newest
    QByteArray installationId;  ///< random, made once; says nothing of a person; see Installation::number
    qint64 lastSequence = 0;    ///< of the newest list seen
    QByteArray lastDigest;      ///< SHA-256 of its bytes
    QSet<QString> refused;      ///< versions that were rolled back here
    QDateTime now;
};

/** A release that this desk should take. */
struct Offer {
    QString version;
    QMap<QString, QString> notes;
    wire::UpdateFile file;
    friend bool operator==(const Offer &, const Offer &) = default;
};

/** Two to four numbers with points between: "0.2.0". Null for anything else; 1.10 is newer than 1.9. */
[[nodiscard]] QVersionNumber versionFrom(const QString &text);

/**
 * Which part of the desks this one belongs to for a version, 0 to 99: the same at every look, another one for another
 * version, so that no desk is always among the first.
 */
[[nodiscard]] int bucketOf(const QByteArray &installationId, const QString &version);

/**
 * What a list, whose signature was checked, means for this desk: the newest release that may be taken, nothing, or why none
 * can. `digest` is the SHA-256 of the list's bytes. A release that wants a version in between gives way to an older one
 * that does not. UPD-004 not a list of ours, UPD-006 expired, UPD-007 older than one seen, UPD-008 no file for this desk,
 * UPD-009 too far, UPD-010 works with an older store.
 */
[[nodiscard]] domain::Result<std::optional<Offer>> chooseOffer(const wire::UpdateManifest &list, const QByteArray &digest, const Situation &here);

} // namespace yichuang::update
