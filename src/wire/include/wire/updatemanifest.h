// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace yichuang::wire {

/** The form of the list of releases that this build reads; a higher one is answered with UPD-005. */
inline constexpr int updateManifestFormat = 1;
/** Largest list of releases that is looked at, in bytes. */
inline constexpr qsizetype maxUpdateManifestBytes = 256 << 10;

/** One file of a release, for one way of installing and one kind of machine. */
struct UpdateFile {
    QString kind;         ///< "appimage" or "msi"
    QString architecture; ///< as QSysInfo::buildCpuArchitecture() says it: "x86_64"
    QString name;         ///< beside the list; no folder in it
    qint64 size = 0;      ///< bytes
    QString sha256;       ///< 64 lower-case hexadecimal digits
    friend bool operator==(const UpdateFile &, const UpdateFile &) = default;
};

/** One version that may be installed. */
struct UpdateRelease {
    QString version;
    QString minimumVersion;       ///< the oldest version that may go to this one in one step; empty: any
    int storeSchema = 0;          ///< schema of the desktop's store that it works with
    int percent = 100;            ///< share of the desks that take it, 0 to 100
    QMap<QString, QString> notes; ///< what is new, by language: "zh_CN", "en"
    QList<UpdateFile> files;
    friend bool operator==(const UpdateRelease &, const UpdateRelease &) = default;
};

/** The list of releases of one channel; worth nothing before its detached signature was checked. */
struct UpdateManifest {
    int format = updateManifestFormat;
    QString product;      ///< "yichuang"
    QString channel;
    qint64 sequence = 0;  ///< rises with every list, so that an older one is known as such
    QDateTime issued;
    QDateTime expires;
    QList<UpdateRelease> releases;
    friend bool operator==(const UpdateManifest &, const UpdateManifest &) = default;
};

} // namespace yichuang::wire
