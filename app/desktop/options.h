// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "machinesettings.h"

#include <update/updatesettings.h>

namespace yichuang::app {

/** What the command line asks for. */
struct DesktopOptions {
    enum class Mode { Run, SayAndQuit, RemoveStores, ForgetUpdates };
    Mode mode = Mode::Run;
    int exitCode = 0;        ///< with SayAndQuit: 0 help or version, 2 bad arguments
    QString said;            ///< with SayAndQuit: the text for stdout (0) or stderr (2)
    /** The machine's settings that cannot be used: with SayAndQuit the one that is why, for --selftest all. */
    QList<SettingFault> settingFaults;
    QStringList locked;      ///< the options that the machine locks
    QStringList lockFaults;  ///< see MachineSettings
    QString exchangeUrl;     ///< in the demo: empty, or an exchange of this machine that holds the demo city
    QString demoSecret;      ///< the password of the demo's accounts on that exchange
    bool demoTcpReader = false; ///< the demo's reader is reached over TCP
    QString authorityFile;   ///< PEM file of a hall's own CA
    QString certificateFile; ///< PEM file that this workplace shows to the exchange, with keyFile
    QString keyFile;
    QStringList readers;     ///< reader URIs, checked
    QString profile;         ///< folder; empty: the user's own
    QString language = QStringLiteral("zh_CN"); ///< zh_CN or en
    QString photoDecoder;    ///< file of the vendor's library; empty: none
    int offlineEntryDays = 7; ///< 0 to 31; see desk::OfflineEntryPolicy
    bool demo = false;
    int citizens = 400;      ///< people of the demo city
    quint64 seed = 20261123;
    QString tourFolder;
    QString selfTestFile;
    enum class Care { None, CheckStore };
    Care care = Care::None;  ///< what hall IT wants done with the store, instead of a window
    update::UpdateWishes updates; ///< what the administrator's file does not settle
};

/** The folder of the encrypted store, outside of the demo. */
[[nodiscard]] QString profileFolder(const DesktopOptions &options);

/**
 * Reads the arguments; the application's own are not needed, so that --help works without a display. What they and the
 * environment leave open is taken from the machine's settings; what those lock is refused. --selftest is not hindered by
 * settings that cannot be used: it tells of them.
 */
[[nodiscard]] DesktopOptions readOptions(const QStringList &arguments, const MachineSettings &machine = {});

} // namespace yichuang::app
