# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The licence of every part of a bundle: looked up, checked against the part's own copyright file, written beside it."""
import dataclasses
import functools
import json
import pathlib
import re
import shutil

from . import collect, debian, metadata, plan

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "licences"
COMMON = pathlib.Path("/usr/share/common-licenses")
REFERENCE = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])")
# GPL in one way or another is fine for a plug-in or translation that others may swap; never for what is linked with us.
FORBIDDEN = re.compile(r"\b(A?GPL-[123]\.0-(only|or-later))\b(?! WITH)")


@dataclasses.dataclass(frozen=True, order=True)
class Component:
    name: str
    version: str
    licence: str         # SPDX expression
    source: str          # name of the source
    source_version: str
    origin: str          # package URL
    how: str             # "file" (bundled as it is), "compiled in", "file and compiled in", or "carried" (inside of files of others)


@functools.cache
def table() -> dict:
    return json.loads((FOLDER / "components.json").read_text(encoding="utf-8"))


def licence_of(package: debian.Package) -> str:
    """Ends the program when nobody has decided on it, or when the copyright file no longer says so."""
    entry = table()["sources"].get(package.source)
    if entry is None:
        raise SystemExit(f"{package.name}: source {package.source} is not in licences/components.json; "
                         f"read {package.copyright_file} and add it")
    text = package.copyright_file.read_text(encoding="utf-8", errors="replace")
    if entry["proof"] not in text:
        raise SystemExit(f"{package.copyright_file} does not say {entry['proof']!r}: read it again, then licences/components.json")
    return entry["licence"]


def from_package(package: debian.Package, how: str) -> Component:
    origin = f"pkg:deb/debian/{package.name}@{package.version.replace(':', '%3A').replace('+', '%2B')}?arch={package.architecture}"
    return Component(package.name, package.version, licence_of(package), package.source, package.source_version, origin, how)


def compiled_in(packages: list[str]) -> list[Component]:
    """What leaves no file of its own: our pinned sources, and what the given development packages are linked or included from."""
    found = [Component(one["name"], one["version"], one["licence"], one["name"], one["version"], one["origin"], "compiled in")
             for one in table()["compiledIn"]]
    return found + [from_package(debian.package(name), "compiled in") for name in packages]


def is_free_to_bundle(licence: str) -> bool:
    """At least one choice of an OR without bare GPL, in each part of an AND."""
    return all(any(not FORBIDDEN.search(choice) for choice in part.split(" OR ")) for part in licence.split(" AND "))


def components(bundle: collect.Bundle, compiled: list[str], built: list[Component]) -> list[Component]:
    names = {bundle.component(place) for place in bundle.copied if place not in bundle.parts}
    found = [from_package(debian.package(name), "file and compiled in" if name in compiled else "file") for name in names]
    found += compiled_in([name for name in compiled if name not in names]) + built
    wrong = [f"{one.name} ({one.licence})" for one in found if not is_free_to_bundle(one.licence)]
    if wrong:
        raise SystemExit("not to be bundled with this program: " + ", ".join(wrong))
    return sorted(set(found))


def write_texts(found: list[Component], doc: pathlib.Path, licence_texts: dict[str, pathlib.Path]) -> None:
    """doc/<component>/copyright as its package brings it, and the common texts that those refer to."""
    named = set()
    for one in found:
        own = licence_texts.get(one.name, FOLDER / f"{one.name}.txt")
        source = own if own.exists() else pathlib.Path("/usr/share/doc") / one.name / "copyright"
        target = doc / one.name / "copyright"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        named.update(REFERENCE.findall(source.read_text(encoding="utf-8", errors="replace")))
    texts = doc / "common-licences"
    texts.mkdir(parents=True, exist_ok=True)
    for name in sorted(named):
        if (COMMON / name).exists():
            shutil.copyfile(COMMON / name, texts / name)


def write_list(found: list[Component], bundle: collect.Bundle, doc: pathlib.Path, offer: pathlib.Path) -> None:
    lines = ["# name\tversion\tlicence\tsource\tsource version\thow"]
    for one in found:
        places = [place for place, names in sorted(bundle.carried.items()) if one.name in names]
        inside = (" in " if one.how == "carried" else "; carried in ") + " ".join(places) if places else ""
        lines.append("\t".join((one.name, one.version, one.licence, one.source, one.source_version, one.how + inside)))
    own = doc / "yichuang"
    own.mkdir(parents=True, exist_ok=True)
    (own / "BUNDLED").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.copyfile(metadata.ROOT / "LICENSE", own / "copyright")
    shutil.copyfile(offer, own / "OFFER")


def write(bundle: collect.Bundle, compiled: list[str], built: dict[Component, pathlib.Path] | None = None,
          offer: pathlib.Path = FOLDER / "OFFER") -> list[Component]:
    """`built` are parts that were compiled here from pinned sources, each with the text of its licence."""
    built = built or {}
    found = components(bundle, compiled, list(built))
    doc = bundle.root / "share/doc"
    write_texts(found, doc, {one.name: text for one, text in built.items()})
    write_list(found, bundle, doc, offer)
    return found
