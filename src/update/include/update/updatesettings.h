// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <domain/error.h>
#include <update/signature.h>

class QSettings;

namespace yichuang::update {

/** When a version that was fetched and verified takes the place of the running one. */
enum class When { Ask, AtStart };

/** Where newer versions come from and how far this desk goes along. */
struct UpdateSettings {
    bool enabled = false;
    QString source;               ///< https://HOST/FOLDER (plain http on this machine only), or a folder
    QString channel;              ///< "stable", "pilot", …
    QString pin;                  ///< the only version that is let in; empty: the newest
    When when = When::Ask;
    QList<TrustedKey> keys;
    QByteArray authoritiesPem;    ///< trusted besides the system's; may be empty
    QString proxy;                ///< "http://HOST:PORT", "none", or empty for the system's
};

/** What the command line says; the administrator's file goes before it, setting by setting. */
struct UpdateWishes {
    QString source;
    QString keysFile;
    QString channel;
    QString authorityFile;
    bool atStart = false;
};

/**
 * Reads what the administrator has set: `source`, `keys` and `ca` (PEM files), `channel`, `version`, `when` (ask, start
 * or never), `proxy`. What stands there is locked: the command line cannot change it. Without a source or with `when=never`
 * updates are off. UPD-001 when a value is none.
 */
[[nodiscard]] domain::Result<UpdateSettings> readUpdateSettings(const QSettings &administrator, const UpdateWishes &wishes);
/** The same from the group [update] of the administrator's file. UPD-001 also when the file is there and cannot be read. */
[[nodiscard]] domain::Result<UpdateSettings> readUpdateSettings(const QString &administratorFile, const UpdateWishes &wishes);

#ifdef Q_OS_WIN
/** What the MSI and group policies have written: HKEY_LOCAL_MACHINE\SOFTWARE\Yichuang\Update. Nobody else is heard. */
[[nodiscard]] domain::Result<UpdateSettings> machineUpdateSettings();
#endif

} // namespace yichuang::update
