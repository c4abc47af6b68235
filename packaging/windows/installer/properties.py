# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What msiexec may be told, and where each answer is kept for the next version. packaging/README.md has the same table."""
import dataclasses

SETTINGS_KEY = r"SOFTWARE\Yichuang\Desktop"
SETUP_KEY = r"SOFTWARE\Yichuang\Setup"
UPDATE_KEY = r"SOFTWARE\Yichuang\Update"


@dataclasses.dataclass(frozen=True)
class Kept:
    """A property that the next version finds again. `default` holds where nothing was ever said."""
    name: str
    key: str
    value: str
    default: str = ""

    @property
    def old(self) -> str:
        return f"OLD{self.name}"


# The desktop reads these at every start: app/desktop/machinesettings.h.
SETTINGS = [
    Kept("EXCHANGE", SETTINGS_KEY, "exchange"),
    Kept("CAFILE", SETTINGS_KEY, "ca"),
    Kept("CLIENTCERT", SETTINGS_KEY, "client-cert"),
    Kept("CLIENTKEY", SETTINGS_KEY, "client-key"),
    Kept("READER", SETTINGS_KEY, "reader"),
    Kept("UILANGUAGE", SETTINGS_KEY, "language"),
    Kept("PROFILE", SETTINGS_KEY, "profile"),
    Kept("PHOTODECODER", SETTINGS_KEY, "photo-decoder"),
    Kept("OFFLINEENTRYDAYS", SETTINGS_KEY, "offline-entry-days"),
    Kept("LOCKED", SETTINGS_KEY, "locked"),
]
# What the update service reads when it starts: src/update/updatesettings.cpp. Without a source there is no service.
UPDATES = [
    Kept("UPDATESOURCE", UPDATE_KEY, "source"),
    Kept("UPDATEKEYS", UPDATE_KEY, "keys"),
    Kept("UPDATECHANNEL", UPDATE_KEY, "channel"),
    Kept("UPDATEVERSION", UPDATE_KEY, "version"),
    Kept("UPDATEWHEN", UPDATE_KEY, "when"),
    Kept("UPDATEPROXY", UPDATE_KEY, "proxy"),
    Kept("UPDATECA", UPDATE_KEY, "ca"),
]
# What the installation itself does. "0" leaves a part out.
CHOICES = [
    Kept("STARTMENU", SETUP_KEY, "startmenu", "1"),
    Kept("DEMOSHORTCUT", SETUP_KEY, "demoshortcut", "1"),
    Kept("DESKTOPSHORTCUT", SETUP_KEY, "desktopshortcut", "0"),
    Kept("AUTOSTART", SETUP_KEY, "autostart", "0"),
]
FOLDER = Kept("INSTALLDIR", SETUP_KEY, "folder")
KEPT = [*SETTINGS, *UPDATES, *CHOICES, FOLDER]
# Said with /x only: the stores of every user of the machine go as well.
REMOVE_STORES = "REMOVEVAULTS"
# Said by the update service with a package that is older than what is installed: it may take its place.
GO_BACK = "GOBACK"
# The number of this Windows. The installer itself hears "603" (8.1) on every later one.
BUILD = "WINDOWSBUILD"
# "-" as the value of a property makes the installation forget it.
FORGET = "-"
