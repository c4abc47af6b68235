// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMap>
#include <QStringList>

namespace yichuang::update {

/**
 * What the service remembers and lets every desktop of the machine read, in "status.ini" of its folder, which
 * administrators alone can write. Nothing in it is secret or of a person.
 */
struct ServiceStatus {
    QString ready;                ///< version that is fetched and verified; empty: none
    QMap<QString, QString> notes; ///< of that version, by language
    bool asks = false;            ///< the clerk may have it now; else it comes when no desktop runs
    QString onTrial;              ///< version that was installed and has not worked yet
    QString rolledBack;           ///< the last version that did not stand its trial here
    QString fault;                ///< failure code and detail of the last round; for the hall's IT
    bool installing = false;      ///< the service has begun an installation, which removes the version that is there
    QString attempted;            ///< version that Windows Installer did not install
    int attempts = 0;             ///< how often
    QList<int> sessions;          ///< of Windows, in which a desktop ended for a version and is to come back
    QStringList taken;            ///< settings of the machine that the version before the last installation took, as SelfTest has them
    friend bool operator==(const ServiceStatus &, const ServiceStatus &) = default;
};

/** Total: what is missing or spoilt is empty. */
[[nodiscard]] ServiceStatus readServiceStatus(const QString &file);
/** Whole or not at all; false when it cannot be written. */
[[nodiscard]] bool writeServiceStatus(const QString &file, const ServiceStatus &status);

} // namespace yichuang::update
