# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Reads a finished MSI with other tools than made it, and compares every text in its tables with what was meant."""
import pathlib
import subprocess
import tempfile

from bundling import metadata
from dependencies import sources

from . import properties, tables, texts, wix

Rows = list[dict[str, str]]


def export(msi: pathlib.Path, name: str) -> Rows:
    said = subprocess.run(["msiinfo", "export", str(msi), name], capture_output=True, check=True).stdout.decode("utf-8")
    lines = said.rstrip("\r\n").split("\r\n")
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[3:]]


def table_names(msi: pathlib.Path) -> set[str]:
    return set(subprocess.run(["msiinfo", "tables", str(msi)], capture_output=True, text=True, check=True).stdout.split())


def text_faults(msi: pathlib.Path) -> list[str]:
    found = []
    for one in texts.ALL:
        values = [row[one.column] for row in export(msi, one.table) if row[one.key_column] == one.key]
        if values != [one.chinese]:
            found.append(f"{one.table}.{one.column} of {one.key} is {values}, not {one.chinese!r}")
    return found


def empty_faults(msi: pathlib.Path) -> list[str]:
    """wixl drops a text that it cannot write and says nothing: no name or value may be empty, whoever wrote it."""
    wanted = {"Property": ["Value"], "Shortcut": ["Name", "Description", "Target"], "File": ["FileName"], "Directory": ["DefaultDir"],
              "Registry": ["Key", "Name", "Value"], "LaunchCondition": ["Condition", "Description"], "Feature": ["Title"], "ServiceInstall": ["DisplayName", "Description", "Arguments"]}
    found = []
    for name, columns in wanted.items():
        for row in export(msi, name):
            found += [f"{name}: {column} of {row} is empty" for column in columns if not row[column]]
    return found


def property_faults(msi: pathlib.Path, version: str) -> list[str]:
    values = {row["Property"]: row["Value"] for row in export(msi, "Property")}
    secure = set(values.get("SecureCustomProperties", "").split(";"))
    wanted = {"ProductVersion": version, "ProductCode": wix.guid("product", version), "UpgradeCode": wix.guid("upgrade"), "ALLUSERS": "1",
              "ProductLanguage": "2052", "ARPNOMODIFY": "1", "REINSTALLMODE": "amus", "ARPPRODUCTICON": "yichuang.ico"}
    found = [f"{name} is {values.get(name)!r}, not {value!r}" for name, value in wanted.items() if values.get(name) != value]
    allowed = {"WIX_UPGRADE_DETECTED", "WIX_DOWNGRADE_DETECTED"}
    # Whoever may start a repair could hand the rest to the system's half: a source and keys of their own, for one.
    return found + [f"{name} of anybody reaches the elevated half" for name in sorted(secure - allowed)] + [f"{name} is lost" for name in sorted(allowed - secure)]


def action_faults(msi: pathlib.Path) -> list[str]:
    there = {row["Action"]: (int(row["Type"]), row["Source"], row["Target"]) for row in export(msi, "CustomAction")}
    order = {row["Action"]: (row["Condition"], int(row["Sequence"])) for row in export(msi, "InstallExecuteSequence")}
    found = []
    for name, kind, source, target, condition, place in tables.actions():
        if there.get(name) != (kind, source, target):
            found.append(f"action {name} is {there.get(name)}")
        if order.get(name) != (condition, place):
            found.append(f"action {name} stands at {order.get(name)}")
    first = min(place for *_, place in tables.actions())
    last_recall = max(place for *_, place in tables.actions() if place < tables.AFTER_COSTING)
    if not order["AppSearch"][1] < first <= last_recall < order["CostInitialize"][1]:
        found.append("what was kept is not known before the costing")
    if not order["CostFinalize"][1] < tables.AFTER_COSTING < order["InstallValidate"][1]:
        found.append("the folder is told before it is known")
    if not order["InstallInitialize"][1] < tables.BEFORE_REMOVAL < order["RemoveFiles"][1]:
        found.append("the stores are not removed between start and removal of the program")
    searched = {row["Property"] for row in export(msi, "AppSearch")}
    return found + [f"{one.name} is not looked for" for one in properties.KEPT if one.old not in searched]


def component_faults(msi: pathlib.Path) -> list[str]:
    conditions = {row["Component"]: row["Condition"] for row in export(msi, "Component")}
    return [f"component {name} is there when {conditions.get(name)!r}" for name, when in tables.CONDITIONS.items() if conditions.get(name) != when]


def service_faults(msi: pathlib.Path) -> list[str]:
    """Started by every installation and waited for; stopped and taken away by every removal. As the system, of its own process."""
    meant = {
        "ServiceInstall": {"Name": wix.SERVICE, "ServiceType": "16", "StartType": "2", "ErrorControl": str(0x8000 + 1), "StartName": "LocalSystem",
                           "Arguments": "--service", "Component_": wix.SERVICE_COMPONENT},
        "ServiceControl": {"Name": wix.SERVICE, "Event": str(1 + 2 + 32 + 128), "Wait": "1", "Component_": wix.SERVICE_COMPONENT},
    }
    found = []
    for name, wanted in meant.items():
        rows = [{column: row[column] for column in wanted} for row in export(msi, name)]
        if rows != [wanted]:
            found.append(f"{name} is {rows}")
    order = {row["Action"]: int(row["Sequence"]) for row in export(msi, "InstallExecuteSequence")}
    steps = ["InstallInitialize", "RemoveExistingProducts", "StopServices", "DeleteServices", "RemoveFiles", "InstallFiles", "WriteRegistryValues",
             "InstallServices", "StartServices", "InstallFinalize"]
    places = [order.get(one, 0) for one in steps]
    return found + ([f"the steps stand at {dict(zip(steps, places))}"] if places != sorted(places) or 0 in places else [])


def file_faults(msi: pathlib.Path, stage: pathlib.Path) -> list[str]:
    """What comes out of the cabinet against the folder it was made from, byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["msiextract", "-C", folder, str(msi)], check=True, stdout=subprocess.DEVNULL)
        roots = [path.parent for path in pathlib.Path(folder).rglob(wix.PROGRAM)]
        if len(roots) != 1:
            return [f"{wix.PROGRAM} is {len(roots)} times in the cabinet"]
        there = {path.relative_to(roots[0]).as_posix(): path.read_bytes() for path in roots[0].rglob("*") if path.is_file()}
    meant = {path.relative_to(stage).as_posix(): path.read_bytes() for path in stage.rglob("*") if path.is_file()}
    found = [f"{name}: only in {'the folder' if name in meant else 'the cabinet'}" for name in sorted(meant.keys() ^ there.keys())]
    return found + [f"{name}: other bytes in the cabinet" for name in sorted(meant.keys() & there.keys()) if meant[name] != there[name]]


def builder_faults(stage: pathlib.Path) -> list[str]:
    """A folder of whoever builds, in a program: nobody else's build would be the same to the byte."""
    folders = [str(folder).encode() for folder in (metadata.ROOT, sources.cache())]
    return [f"{path.relative_to(stage)} names {folder.decode()}" for path in sorted(stage.rglob("*")) if path.is_file()
            for folder in folders if folder in path.read_bytes()]


def codepage_faults(msi: pathlib.Path) -> list[str]:
    said = subprocess.run(["msiinfo", "export", str(msi), "_ForceCodepage"], capture_output=True, text=True).stdout
    return [] if f"{texts.CODEPAGE}\t_ForceCodepage" in said else [f"the code page is not {texts.CODEPAGE}: {said.strip()!r}"]


def faults(msi: pathlib.Path, version: str, stage: pathlib.Path | None = None) -> list[str]:
    lacking = {"AppSearch", "RegLocator", "CustomAction", "Upgrade", "Shortcut", "Icon", "LaunchCondition", "ServiceInstall", "ServiceControl"} - table_names(msi)
    if lacking:
        return [f"no table {name}" for name in sorted(lacking)]
    found = codepage_faults(msi) + text_faults(msi) + empty_faults(msi) + property_faults(msi, version) + action_faults(msi)
    found += component_faults(msi) + service_faults(msi)
    return found + (file_faults(msi, stage) + builder_faults(stage) if stage else [])
