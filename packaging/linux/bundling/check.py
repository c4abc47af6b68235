# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Reads a finished bundle as a stranger would: licences, texts, and the SPDX document against the rules of SPDX 2.3."""
import collections
import hashlib
import json
import pathlib
import re

from . import licences, marks

# The identifiers that components.json and the toolkit's attributions may use; the list of SPDX is longer.
KNOWN = {
    "AFL-2.1", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "FTL", "GPL-2.0-only", "GPL-2.0-or-later",
    "GPL-3.0-only", "GPL-3.0-or-later", "HPND", "HPND-sell-variant", "ICU", "IJG", "ISC", "Imlib2", "LGPL-2.0-or-later", "LGPL-2.1-or-later",
    "LGPL-3.0-only", "Libpng", "MIT", "MIT-open-group", "MPL-1.1", "MPL-2.0", "Unicode-DFS-2016", "X11", "ZPL-2.1", "Zlib", "blessing",
    "libpng-2.0",
}
EXCEPTIONS = {"GCC-exception-3.1", "Qt-GPL-exception-1.0"}
PACKAGE_MEMBERS = ("SPDXID", "name", "downloadLocation", "filesAnalyzed", "licenseConcluded", "licenseDeclared", "copyrightText")
RELATIONSHIPS = {"DESCRIBES", "CONTAINS", "STATIC_LINK", "DYNAMIC_LINK", "DEPENDS_ON", "GENERATED_FROM"}
OWN_FOLDERS = ("share/doc/", "share/applications/", "share/metainfo/", "share/icons/", "share/fontconfig/")
OWN_FILES = {"bin/qt.conf", "qt.conf", "yichuang"}


def expression_faults(expression: str) -> list[str]:
    """An SPDX expression without parentheses, which is all we write."""
    if expression in ("NOASSERTION", "NONE"):
        return []
    faults = []
    for term in re.split(r" (?:AND|OR) ", expression):
        name, _, exception = term.partition(" WITH ")
        if name not in KNOWN and not re.fullmatch(r"LicenseRef-[A-Za-z0-9.-]+", name):
            faults.append(f"unknown licence {name!r}")
        if exception and exception not in EXCEPTIONS:
            faults.append(f"unknown exception {exception!r}")
    return faults


def document_faults(document: dict) -> list[str]:
    """What SPDX 2.3 asks of any document."""
    faults = []
    fixed = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT"}
    faults += [f"{name} is not {value}" for name, value in fixed.items() if document.get(name) != value]
    if not re.fullmatch(r"https?://[^#\s]+", document.get("documentNamespace", "")):
        faults.append("documentNamespace is no address without a fragment")
    creation = document.get("creationInfo", {})
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", creation.get("created", "")):
        faults.append("created is no moment in UTC")
    creators = creation.get("creators", [])
    if not creators or not all(re.match(r"(Person|Organization|Tool): \S", one) for one in creators):
        faults.append("creators are not of the form KIND: NAME")
    elements = document.get("packages", []) + document.get("files", [])
    ids = [one.get("SPDXID", "") for one in elements]
    faults += [f"{one}: twice" for one, count in collections.Counter(ids).items() if count > 1]
    faults += [f"{one!r}: no SPDX identifier" for one in ids if not re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", one)]
    for package in document.get("packages", []):
        faults += [f"{package.get('name')}: no {member}" for member in PACKAGE_MEMBERS if member not in package]
        faults += [f"{package.get('name')}: {fault}" for fault in expression_faults(package.get("licenseConcluded", ""))]
    return faults + relationship_faults(document, {*ids, "SPDXRef-DOCUMENT"}) + reference_faults(document)


def relationship_faults(document: dict, ids: set[str]) -> list[str]:
    links = document.get("relationships", [])
    faults = []
    for link in links:
        if link["relationshipType"] not in RELATIONSHIPS:
            faults.append(f"unknown relationship {link['relationshipType']}")
        faults += [f"{end} is not in the document" for end in (link["spdxElementId"], link["relatedSpdxElement"]) if end not in ids]
    if not any(link["spdxElementId"] == "SPDXRef-DOCUMENT" and link["relationshipType"] == "DESCRIBES" for link in links):
        faults.append("the document describes nothing")
    return faults


def reference_faults(document: dict) -> list[str]:
    used = set(re.findall(r"LicenseRef-[A-Za-z0-9.-]+", json.dumps(document["packages"])))
    told = {one["licenseId"] for one in document.get("hasExtractedLicensingInfos", []) if one.get("extractedText")}
    return [f"{name} is not explained" for name in used - told]


def bundled(root: pathlib.Path) -> dict[str, list[str]]:
    lines = (root / "share/doc/yichuang/BUNDLED").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0]: line.split("\t") for line in lines if not line.startswith("#")}


def foreign_files(root: pathlib.Path) -> set[str]:
    """Everything that is not ours by its place."""
    places = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file() or path.is_symlink()}
    return {place for place in places if not place.startswith(OWN_FOLDERS) and place not in OWN_FILES}


def file_faults(root: pathlib.Path, document: dict) -> list[str]:
    listed = {one["fileName"].removeprefix("./"): one for one in document.get("files", [])}
    there = foreign_files(root)
    faults = [f"{place}: not in the bill of materials" for place in sorted(there - listed.keys())]
    faults += [f"{place}: in the bill of materials only" for place in sorted(listed.keys() - there)]
    for place in sorted(there & listed.keys()):
        sums = {one["algorithm"]: one["checksumValue"] for one in listed[place]["checksums"]}
        if sums.get("SHA256") != hashlib.sha256((root / place).read_bytes()).hexdigest():
            faults.append(f"{place}: other bytes than in the bill of materials")
    return faults


def owner_faults(document: dict) -> list[str]:
    owned = {link["relatedSpdxElement"] for link in document["relationships"] if link["relationshipType"] == "CONTAINS"}
    return [f"{one['fileName']}: of no component" for one in document.get("files", []) if one["SPDXID"] not in owned]


def faults(root: pathlib.Path) -> list[str]:
    document = json.loads((root / "share/doc/yichuang/sbom.spdx.json").read_text(encoding="utf-8"))
    components = bundled(root)
    found = document_faults(document) + file_faults(root, document) + owner_faults(document) + marks.faults(root, document)
    named = {one["name"] for one in document["packages"]} - {"yichuang"}
    found += [f"{name}: in only one of BUNDLED and bill of materials" for name in sorted(named ^ components.keys())]
    for name, fields in components.items():
        if not licences.is_free_to_bundle(fields[2]):
            found.append(f"{name}: {fields[2]} is not to be bundled")
        text = root / "share/doc" / name / "copyright"
        if not text.exists() or text.stat().st_size < 50:
            found.append(f"{name}: no licence text")
            continue
        wanted = set(licences.REFERENCE.findall(text.read_text(encoding="utf-8", errors="replace")))
        found += [f"{name}: refers to {one}, which is not there" for one in sorted(wanted)
                  if (licences.COMMON / one).exists() and not (root / "share/doc/common-licences" / one).exists()]
    return found


def summary(root: pathlib.Path) -> str:
    components = bundled(root)
    sources = {fields[3] for fields in components.values()}
    return f"{len(components)} components of {len(sources)} sources, all with licence, text and checksum"
