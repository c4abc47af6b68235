# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Reads a finished MSI with other tools than made it, and compares every cell of its tables with what was meant."""
import pathlib
import subprocess
import tempfile

from bundling import metadata
from dependencies import sources

from . import package, properties, tables, texts, wix
from .meant import Meant, Table, parsed, registry_id

Tables = dict[str, Table]
# When it was made and by which version of the tools, and the words of theirs that nobody is shown.
UNTOLD = ("1", "5", "6", "12", "13", "18")


def read(msi: pathlib.Path) -> Tables:
    """In a folder of its own: what a table holds of files is written beside it."""
    def said(*words: str) -> str:
        return subprocess.run(["msiinfo", words[0], str(msi.resolve()), *words[1:]], capture_output=True, check=True, cwd=folder).stdout.decode("utf-8")

    with tempfile.TemporaryDirectory() as folder:
        return {name: parsed(said("export", name)) for name in said("tables").split() if name != "_ForceCodepage"}


def called_by_what_they_are(there: Tables) -> Tables:
    """The same tables with names of rows that do not depend on how wixl makes them up, and without what says nothing."""
    names = {row["Registry"]: registry_id(row) for row in there["Registry"].rows}
    changed = {
        "Registry": [row | {"Registry": names[row["Registry"]]} for row in there["Registry"].rows],
        "Component": [row | {"KeyPath": names.get(row["KeyPath"], row["KeyPath"])} for row in there["Component"].rows],
        "_SummaryInformation": [row for row in there["_SummaryInformation"].rows if row["PropertyId"] not in UNTOLD],
    }
    return there | {name: Table(there[name].keys, rows) for name, rows in changed.items()}


def table_faults(there: Tables, meant: Tables) -> list[str]:
    lacking = [f"no table {name}" for name in sorted(meant.keys() - there.keys())]
    if lacking:
        return lacking
    there = called_by_what_they_are(there)
    found = []
    for name, table in sorted(there.items()):
        rows, wanted = table.by_key(), meant[name].by_key() if name in meant else {}
        for key in sorted(rows.keys() ^ wanted.keys()):
            found.append(f"{name}: {' '.join(key)} is {'missing' if key in wanted else 'not meant'}")
        for key in sorted(rows.keys() & wanted.keys()):
            cells = rows[key].keys() | wanted[key].keys()
            found += [f"{name}.{cell} of {' '.join(key)} is {rows[key].get(cell)!r}, not {wanted[key].get(cell)!r}" for cell in sorted(cells)
                      if rows[key].get(cell) != wanted[key].get(cell)]
    return found


def property_faults(there: Tables) -> list[str]:
    values = {row["Property"]: row["Value"] for row in there["Property"].rows}
    secure = set(values.get("SecureCustomProperties", "").split(";"))
    allowed = {"WIX_UPGRADE_DETECTED", "WIX_DOWNGRADE_DETECTED"}
    # Whoever may start a repair could hand the rest to the system's half: a source and keys of their own, for one.
    found = [f"{name} of anybody reaches the elevated half" for name in sorted(secure - allowed)] + [f"{name} is lost" for name in sorted(allowed - secure)]
    searched = {row["Property"] for row in there["AppSearch"].rows}
    return found + [f"{one.name} is not looked for" for one in properties.KEPT if one.old not in searched]


def order_faults(there: Tables) -> list[str]:
    order = {row["Action"]: int(row["Sequence"]) for row in there["InstallExecuteSequence"].rows}
    recalls = [place for *_, place in tables.actions() if place < tables.AFTER_COSTING]
    wanted = {
        "what is said now is checked before what was kept, and that is known before the costing": ["FindRelatedProducts", "AppSearch", "LaunchConditions", min(recalls), max(recalls), "CostInitialize"],
        "the folder is told when it is known": ["CostFinalize", tables.AFTER_COSTING, "InstallValidate"],
        "stores go before the program": ["InstallInitialize", tables.BEFORE_REMOVAL, "RemoveFiles"],
        "what the service kept goes at the end": ["StartServices", "SweepUpdates", "InstallFinalize"],
        "one service takes the other's place": ["InstallInitialize", "RemoveExistingProducts", "StopServices", "DeleteServices", "RemoveFiles", "InstallFiles",
                                                "WriteRegistryValues", "InstallServices", "StartServices", "InstallFinalize"],
    }
    found = []
    for what, steps in wanted.items():
        places = [step if isinstance(step, int) else order.get(step, 0) for step in steps]
        if places != sorted(places) or 0 in places:
            found.append(f"{what}: {dict(zip(map(str, steps), places))}")
    return found


def extract(msi: pathlib.Path, folder: pathlib.Path) -> pathlib.Path | None:
    """The folder of the program as the cabinet has it."""
    subprocess.run(["msiextract", "-C", str(folder), str(msi)], check=True, stdout=subprocess.DEVNULL)
    roots = [path.parent for path in folder.rglob(wix.PROGRAM)]
    return roots[0] if len(roots) == 1 else None


def file_faults(unpacked: pathlib.Path, stage: pathlib.Path) -> list[str]:
    """What comes out of the cabinet against the folder it was made from, byte for byte."""
    there, meant = ({path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()} for root in (unpacked, stage))
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
    """Without the folder that it was made from, the tables are compared with the one that it makes."""
    if wrong := package.version_fault(version):
        return [wrong]
    there = read(msi)
    with tempfile.TemporaryDirectory() as folder:
        unpacked = extract(msi, pathlib.Path(folder))
        if unpacked is None:
            return [f"{wix.PROGRAM} is not once in the cabinet"]
        found = table_faults(there, Meant(stage or unpacked, version).tables)
        if stage:
            found += file_faults(unpacked, stage) + builder_faults(stage)
    # A table that is not there was told of already.
    return codepage_faults(msi) + found + ([] if any(one.startswith("no table") for one in found) else property_faults(there) + order_faults(there))
