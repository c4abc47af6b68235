// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <domain/error.h>
#include <optional>

class QSettings;

namespace yichuang::app {

/**
 * What the administrator has set for every user of this machine. The command line may say otherwise, but for the options
 * that are locked. Members left empty are not set.
 */
struct MachineSettings {
    QString exchangeUrl;   ///< exchange
    QString authorityFile; ///< ca
    QString certificateFile; ///< client-cert
    QString keyFile;       ///< client-key
    QStringList readers;   ///< reader: URIs with semicolons between them
    QString profile;       ///< profile, a folder for everybody: in it that of this person, named as their home
    QString language;      ///< language
    QString photoDecoder;  ///< photo-decoder: file of the vendor's library
    QString offlineEntryDays; ///< offline-entry-days: a number of days
    QStringList locked;    ///< locked: names of options, "all" for every option of a workplace
    QStringList lockFaults; ///< words of `locked` that are no option, names that are meant for it, "[GROUP] locked": all is locked then
    std::optional<domain::Error> fault; ///< the file is there and says nothing, or says it where nobody reads it: without its locks nothing starts
};

/** A setting that cannot be used. */
struct SettingFault {
    QString setting;
    QString detail; ///< technical English
};

/** The options that a machine can set or lock; "demo" can only be locked, photo-decoder is no option but of the environment. */
[[nodiscard]] QStringList lockableOptions();

[[nodiscard]] MachineSettings machineSettings(const QSettings &settings);

/** Those of the administrator's file, see update::administratorValues; where it cannot be read, nothing but the fault. */
[[nodiscard]] MachineSettings machineSettings(const QString &file);

/** Where those of this machine lie: a key of the registry on Windows, a file elsewhere. */
[[nodiscard]] QString machineSettingsPlace();
/** Those of this machine. */
[[nodiscard]] MachineSettings machineSettings();

} // namespace yichuang::app
