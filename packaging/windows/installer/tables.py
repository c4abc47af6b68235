# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What wixl has no words for: tables that are brought in whole, and statements on those that it made."""
from . import properties, wix

# Type of a registry search: the value as it stands, in the 64-bit view.
RAW_64 = 2 + 16
LOCAL_MACHINE = 2
# Custom actions: 51 sets a property; 18 runs an installed program, later, as the system, and a fault does not stop the rest.
SET_PROPERTY = 51
RUN_AS_SYSTEM = 18 + 0x400 + 0x800 + 0x40
# What a person without an administrator's rights may tell the half that has them: which versions there are, no setting of ours.
SECURE = "WIX_UPGRADE_DETECTED;WIX_DOWNGRADE_DETECTED"
SEARCH = 50
CONDITIONS_AT = 55       # what Windows is, is known; what was kept is not yet taken up
BEFORE_COSTING = 60      # CostInitialize is 800
AFTER_COSTING = 1010     # CostFinalize is 1000: folders are known
BEFORE_REMOVAL = 3490    # RemoveFiles is 3500, DeleteServices 2000
BEFORE_THE_END = 6590    # InstallFinalize is 6600: what can fail has gone well
# Of a component: in 64 bits; named by a value of the registry; its condition counts again each time, not at the first installation alone.
BITS_64 = 256
BY_REGISTRY = 4
TRANSITIVE = 64

# Component -> when it is there; wixl knows no conditions of components.
CONDITIONS = {f"Keep{one.name}": one.name for one in properties.KEPT if one is not properties.FOLDER} | {
    "MenuLink": 'STARTMENU="1"',
    "DemoLink": 'STARTMENU="1" AND DEMOSHORTCUT="1"',
    "DesktopLink": 'DESKTOPSHORTCUT="1"',
    "Autostart": 'AUTOSTART="1"',
    wix.SERVICE_COMPONENT: "UPDATESOURCE",
}


def table(name: str, columns: dict[str, str], keys: list[str], rows: list[tuple]) -> str:
    """The text form that msibuild reads (IDT): names, types, table and keys, then the rows."""
    lines = ["\t".join(columns), "\t".join(columns.values()), "\t".join([name, *keys])]
    lines += ["\t".join(str(value) for value in row) for row in rows]
    return "\r\n".join(lines) + "\r\n"


def searches() -> dict[str, str]:
    """Where the version before left its answers, and which Windows this is."""
    sought = [(one.old, f"Find{one.name}", one.key, one.value) for one in properties.KEPT]
    sought.append((properties.BUILD, "FindBuild", r"SOFTWARE\Microsoft\Windows NT\CurrentVersion", "CurrentBuildNumber"))
    app_search = [(name, signature) for name, signature, *_ in sought]
    locators = [(signature, LOCAL_MACHINE, key, value, RAW_64) for _, signature, key, value in sought]
    return {
        "AppSearch": table("AppSearch", {"Property": "s72", "Signature_": "s72"}, ["Property", "Signature_"], app_search),
        "RegLocator": table("RegLocator", {"Signature_": "s72", "Root": "i2", "Key": "s255", "Name": "S255", "Type": "I2"}, ["Signature_"],
                            locators),
    }


def actions() -> list[tuple]:
    """Name, type, source, target, condition, place. What the command line says comes before what was kept, that before the default."""
    found = []
    for one in properties.KEPT:
        found.append((f"Recall{one.name}", SET_PROPERTY, one.name, f"[{one.old}]", f"NOT {one.name} AND {one.old}"))
        if one.default:
            found.append((f"Default{one.name}", SET_PROPERTY, one.name, one.default, f'NOT {one.name} OR {one.name}="{properties.FORGET}"'))
        else:
            found.append((f"Forget{one.name}", SET_PROPERTY, one.name, "", f'{one.name}="{properties.FORGET}"'))
    placed = [(*one, BEFORE_COSTING + i) for i, one in enumerate(found)]
    condition = f'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE AND {properties.REMOVE_STORES}="1"'
    placed.append(("TellFolder", SET_PROPERTY, "ARPINSTALLLOCATION", "[INSTALLDIR]", "", AFTER_COSTING))
    forget = 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE AND UPDATESOURCE'
    placed.append(("ForgetUpdates", RUN_AS_SYSTEM, wix.UPDATER_FILE, "--forget", forget, BEFORE_REMOVAL - 1))
    # The service goes, or is long gone: no successor wants its packages, and a stale status would offer what nobody installs.
    sweep = 'NOT UPDATESOURCE AND NOT REMOVE="ALL"'
    placed.append(("SweepUpdates", RUN_AS_SYSTEM, wix.PROGRAM_FILE, "--forget-updates", sweep, BEFORE_THE_END))
    return [*placed, ("RemoveStores", RUN_AS_SYSTEM, wix.PROGRAM_FILE, "--remove-stores", condition, BEFORE_REMOVAL)]


def action_tables() -> dict[str, str]:
    columns = {"Action": "s72", "Type": "i2", "Source": "S72", "Target": "S255", "ExtendedType": "I4"}
    return {"CustomAction": table("CustomAction", columns, ["Action"], [(*one[:4], "") for one in actions()])}


def statements() -> list[str]:
    """Where the actions stand in the order of things, and what wixl got wrong."""
    found = []
    for name, _, _, _, condition, place in actions():
        found.append(f"INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('{name}', '{condition}', {place})")
    found.append(f"INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('AppSearch', '', {SEARCH})")
    found.append(f"UPDATE `InstallExecuteSequence` SET `Sequence` = {CONDITIONS_AT} WHERE `Action` = 'LaunchConditions'")
    # A search there would be the only one, and what it found would not reach the half that installs.
    found.append("DELETE FROM `InstallUISequence` WHERE `Action` = 'LaunchConditions'")
    for name, when in CONDITIONS.items():
        attributes = BITS_64 + TRANSITIVE + (0 if name == wix.SERVICE_COMPONENT else BY_REGISTRY)
        found.append(f"UPDATE `Component` SET `Condition` = '{when}', `Attributes` = {attributes} WHERE `Component` = '{name}'")
    # wixl knows the word "vital" and forgets it: an installation would go on where the service could not be made.
    found.append(f"UPDATE `ServiceInstall` SET `ErrorControl` = {0x8000 + 1} WHERE `ServiceInstall` = '{wix.SERVICE_COMPONENT}'")
    found.append(f"UPDATE `Property` SET `Value` = '{SECURE}' WHERE `Property` = 'SecureCustomProperties'")
    return found
