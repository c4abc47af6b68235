# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What the toolkit's libraries carry inside of other people: found in the libraries themselves, named by the source's attributions.

A library that was not stripped yet lists the source files it was linked from. What those include, and the names of embedded
resources, tell the rest. So nothing is in the bill because somebody remembered it."""
import collections
import dataclasses
import functools
import hashlib
import json
import pathlib
import re
import shutil
import tempfile
import urllib.parse

from bundling import collect, licences, spdx
from dependencies import attributions, sources

from . import pe

TOOLKIT = "qt6-base"
# The linker keeps so many letters of most names.
CLIPPED = 14
CODE = {".c", ".cc", ".cpp", ".cxx"}
HEADERS = {".h", ".hh", ".hpp"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+["<]([^">]+)[">]', re.M)
# What dependencies/qt.py puts into the source without an attribution, and what components.json calls it.
BROUGHT = {"sqlite3.c": ("sqlcipher", "sqlite")}


def kind(path: str) -> str:
    return pathlib.PurePosixPath(path).suffix


def only_headers(one: attributions.Attribution) -> bool:
    return bool(one.files) and all(kind(name) in HEADERS for name in one.files)


def made_from(path: str, one: attributions.Attribution) -> bool:
    """Code that the toolkit's people made from data of others bears the name of the data."""
    stem = pathlib.PurePosixPath(path).stem
    return kind(path) in CODE and any(kind(name) not in CODE | HEADERS and pathlib.PurePosixPath(name).stem == stem for name in one.files)


class Source:
    def __init__(self, root: pathlib.Path):
        self.root = root
        self.all = attributions.read(root)
        self.units: dict[str, list[str]] = collections.defaultdict(list)
        self.others: dict[str, list[str]] = collections.defaultdict(list)
        for file in sorted((root / "src").rglob("*")):
            path = file.relative_to(root).as_posix()
            if attributions.ASIDE.search(path) or not file.is_file():
                continue
            if file.suffix in CODE:
                self.units[file.name[:CLIPPED]].append(path)
            if self.of(path):
                self.others[file.name].append(path)

    @functools.cache
    def of(self, path: str) -> frozenset[str]:
        """Whose code the file is: a header counts where nothing but headers is taken, for all include those."""
        header = kind(path) in HEADERS
        return frozenset(one.name for one in self.all if one.covers(path) and (not header or only_headers(one)) or made_from(path, one))

    def candidates(self, unit: str) -> list[str]:
        return [path for path in self.units.get(unit[:CLIPPED], []) if len(unit) == CLIPPED or path.endswith("/" + unit)]

    def included(self, path: str, seen: set[str]) -> set[str]:
        if path in seen:
            return seen
        seen.add(path)
        file = self.root / path
        for name in INCLUDE.findall(file.read_text(encoding="utf-8", errors="replace")):
            beside = (file.parent / name).resolve()
            if beside.is_relative_to(self.root) and beside.is_file():
                self.included(beside.relative_to(self.root).as_posix(), seen)
                continue
            others = self.others.get(name.rpartition("/")[2], [])
            if len(others) == 1:
                self.included(others[0], seen)
        return seen

    def linked(self, units: list[str]) -> set[str]:
        found, doubtful = set(), []
        for unit in units:
            places = self.candidates(unit)
            if len(places) > 1:
                doubtful.append(places)
            for path in places if len(places) == 1 else []:
                found.update(*map(self.of, self.included(path, set())))
                if path.startswith("src/3rdparty/") and not self.of(path):
                    raise SystemExit(f"{path} is in a library and in no {attributions.NAME}")
        for places in doubtful:
            owners = [self.of(path) for path in places]
            # A name that several have: of those who are there anyway, else of all.
            if not any(found & one for one in owners):
                found.update(*owners)
        return found

    def embedded(self, data: bytes) -> set[str]:
        """Resources of others: fonts, colours, profiles."""
        return {one.name for one in self.all for name in map(pathlib.PurePosixPath, one.files)
                if name.suffix not in CODE | HEADERS and (name.stem + ".").encode("utf-16-be") in data}

    def carried(self, path: pathlib.Path) -> list[str]:
        data = path.read_bytes()
        units = pe.Image(data).units()
        if not units:
            raise SystemExit(f"{path}: says no more what it was linked from; it must not be stripped before the bill is made")
        brought = {name for unit in units for name in BROUGHT.get(unit, ())}
        return sorted(self.linked([unit for unit in units if unit not in BROUGHT]) | self.embedded(data) | brought)


def libraries(folder: pathlib.Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for kind in ("bin", "plugins") for path in (folder / kind).rglob("*.dll"))


def _key(folder: pathlib.Path) -> str:
    """Of these rules and of the libraries."""
    digest = hashlib.sha256()
    for path in (pathlib.Path(__file__), pathlib.Path(attributions.__file__), *(folder / name for name in libraries(folder))):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def describe(source: pathlib.Path, folder: pathlib.Path) -> dict:
    tree = Source(source.resolve())
    files = {name: tree.carried(folder / name) for name in libraries(folder)}
    used = {name for names in files.values() for name in names}
    return {"key": _key(folder), "files": files, "parts": [dataclasses.asdict(one) for one in tree.all if one.name in used]}


def text(folder: pathlib.Path, name: str) -> pathlib.Path:
    return folder / "share/carried" / name


def of(folder: pathlib.Path) -> dict:
    """Kept beside the libraries; made anew from the pinned source when they or the rules have changed."""
    kept = folder / "share/carried/list.json"
    if kept.exists():
        said = json.loads(kept.read_text(encoding="utf-8"))
        if said["key"] == _key(folder):
            return said
    work = pathlib.Path(tempfile.mkdtemp(dir=sources.cache()))
    try:
        sources.unpack(TOOLKIT, work / "source")
        said = describe(work / "source", folder)
    finally:
        shutil.rmtree(work)
    kept.parent.mkdir(parents=True, exist_ok=True)
    for one in said["parts"]:
        text(folder, one["name"]).write_text(one.pop("text"), encoding="utf-8")
    fresh = kept.with_suffix(".new")
    fresh.write_text(json.dumps(said, indent=1), encoding="utf-8")
    fresh.replace(kept)
    return said


def components(said: dict, used: set[str], version: str) -> dict[str, licences.Component]:
    """Of those that have no version of their own, the toolkit's says which they are."""
    found = {}
    for part in said["parts"]:
        if part["name"] in used:
            own, place = part["version"], urllib.parse.quote(part["folder"])
            origin = f"pkg:generic/{part['name']}@{urllib.parse.quote(own, safe='')}" if own else f"pkg:deb/debian/{TOOLKIT}@{urllib.parse.quote(version, safe='')}?arch=source#{place}"
            found[part["name"]] = licences.Component(part["name"], own or f"of {TOOLKIT} {version}", part["licence"], TOOLKIT, version, origin, "carried")
    return found


def inside(bundle: collect.Bundle, folder: pathlib.Path, said: dict) -> dict[str, list[str]]:
    """Place in the bundle -> whose code is in it."""
    own = {place: source.relative_to(folder).as_posix() for place, source in bundle.copied.items() if source.is_relative_to(folder)}
    return {place: said["files"][name] for place, name in own.items() if said["files"].get(name)}


def into_bill(bundle: collect.Bundle, folder: pathlib.Path, version: str) -> dict[licences.Component, pathlib.Path]:
    said = of(folder)
    bundle.carried |= inside(bundle, folder, said)
    used = {name for names in bundle.carried.values() for name in names}
    return {one: text(folder, name) for name, one in components(said, used, version).items()}


def faults(stage: pathlib.Path, bundle: collect.Bundle, folder: pathlib.Path) -> list[str]:
    """The finished bill against the libraries as they were compiled."""
    document = json.loads((stage / "share/doc/yichuang/sbom.spdx.json").read_text(encoding="utf-8"))
    there = {(link["spdxElementId"], link["relatedSpdxElement"]) for link in document["relationships"] if link["relationshipType"] == "STATIC_LINK"}
    return [f"{place} carries {name}, which the bill of materials does not say" for place, names in inside(bundle, folder, of(folder)).items()
            for name in names if (spdx.identifier("File", place), spdx.identifier("Package", name)) not in there]
