# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the folder that is installed: program, libraries beside it, plug-ins, translations, licences."""
import os
import pathlib
import shutil
import subprocess

from bundling import check, debian, licences, metadata, spdx
from bundling.collect import Bundle, set_modes_and_times
from dependencies import sources

from . import carried, pe, plan, wix

HERE = pathlib.Path(__file__).resolve().parent.parent


class Tree:
    def __init__(self, root: pathlib.Path, folders: list[pathlib.Path]):
        shutil.rmtree(root, ignore_errors=True)
        self.bundle = Bundle(root, program=wix.PROGRAM, helpers=[wix.UPDATER])
        self.folders = folders
        self.binaries = [folder / "bin" for folder in folders] + plan.RUNTIME_FOLDERS

    def built_from(self, path: pathlib.Path) -> str | None:
        """The pinned source that a file was compiled from here; None for files of Debian's packages."""
        for folder in self.folders:
            if path.is_relative_to(folder):
                return folder.name.rpartition("-")[0]
        return None

    def put(self, source: pathlib.Path, place: str) -> None:
        if place in self.bundle.copied:
            return
        self.bundle.put(source, place)
        if source.suffix.lower() == ".dll":
            # Debian leaves what debuggers read in the compiler's own libraries: twenty megabytes.
            strip(self.bundle.root / place)
        if part := self.built_from(source):
            self.bundle.parts[place] = part
        elif not debian.is_as_installed(source):
            raise SystemExit(f"{source}: not as its package brought it")
        self.add_needs(source)

    def add_needs(self, file: pathlib.Path) -> None:
        if file.suffix.lower() not in (".dll", ".exe"):
            return
        for name in pe.imports(file):
            if pe.is_system(name):
                continue
            found = next((folder / name for folder in self.binaries if (folder / name).exists()), None)
            if found is None:
                raise SystemExit(f"{file}: {name} is neither of Windows nor was it compiled for it")
            self.put(found, name)


def strip(path: pathlib.Path) -> None:
    """Without SOURCE_DATE_EPOCH the tool writes the time of day into the file's head."""
    environment = dict(os.environ, SOURCE_DATE_EPOCH=str(metadata.epoch()))
    subprocess.run([f"{plan.TRIPLET}-strip", "--strip-unneeded", str(path)], check=True, env=environment)


def toolkit(folders: list[pathlib.Path]) -> pathlib.Path:
    return next(folder for folder in folders if folder.name.startswith(f"{carried.TOOLKIT}-"))


def collect(program: pathlib.Path, updater: pathlib.Path, root: pathlib.Path, folders: list[pathlib.Path]) -> Bundle:
    tree = Tree(root, folders)
    bundle = tree.bundle
    for own, place in ((program, bundle.program), (updater, wix.UPDATER)):
        bundle.put_own(own, place)
        strip(root / place)
        tree.add_needs(own)
    qt = toolkit(folders)
    for kind, names in plan.QT_PLUGINS.items():
        for name in names:
            tree.put(qt / f"plugins/{kind}/{name}.dll", f"plugins/{kind}/{name}.dll")
    for source, place in plan.DATA.items():
        tree.put(pathlib.Path(source), place)
    (root / "qt.conf").write_text(plan.QT_CONF, encoding="utf-8")
    write_bill(bundle, folders)
    return bundle


def write_bill(bundle: Bundle, folders: list[pathlib.Path]) -> None:
    """Licences, texts and SPDX of what lies there now: again after a signature has changed the program."""
    spdx.write(bundle, licences.write(bundle, plan.COMPILED_IN, built(bundle, folders), HERE / "data/OFFER"), "windows")
    set_modes_and_times(bundle.root, metadata.epoch())


def bill_faults(bundle: Bundle, folders: list[pathlib.Path]) -> list[str]:
    return check.faults(bundle.root) + carried.faults(bundle.root, bundle, toolkit(folders))


def built(bundle: Bundle, folders: list[pathlib.Path]) -> dict[licences.Component, pathlib.Path]:
    """What was compiled here, with the licence text that its recipe kept, and what that carries of others. What left no file is in the programs."""
    found = {}
    for folder in folders:
        name = folder.name.rpartition("-")[0]
        if name not in sources.table():
            continue
        entry = sources.table()[name]
        version = entry["version"]
        origin = f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace('~', '%7E')}?arch=source"
        how = "file" if name in bundle.parts.values() else "compiled in"
        found[licences.Component(name, version, entry["licence"], name, version, origin, how)] = folder / "share/licence"
        if name == carried.TOOLKIT:
            found |= carried.into_bill(bundle, folder, version)
    return found
