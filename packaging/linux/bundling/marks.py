# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Widely used code is recognised inside of finished files, whoever put it there: what the bill must name, told by the bytes alone."""
import dataclasses
import pathlib
import re

PRODUCT = "SPDXRef-Product"


@dataclasses.dataclass(frozen=True)
class Mark:
    names: tuple[str, ...]    # of the component or its source, as one bill or another calls it
    pattern: re.Pattern       # its group is the version


def _mark(pattern: bytes, *names: str) -> Mark:
    return Mark(names, re.compile(pattern, re.DOTALL))


# The words that each writes into whatever it is compiled into; of the last ones, numbers of its tables.
ALL = [
    _mark(rb" (?:deflate|inflate) ([0-9.]+) Copyright", "zlib"),
    _mark(rb"libpng version ([0-9.]+)", "libpng", "libpng1.6"),
    _mark(rb"libjpeg-turbo version ([0-9.]+)", "libjpeg", "libjpeg-turbo"),
    _mark(rb"\0(10\.[0-9]+) [0-9]{4}-[0-9]{2}-[0-9]{2}\0", "pcre2"),
    _mark(rb"HB_SHAPER_LIST\0", "harfbuzz-ng", "harfbuzz"),
    _mark(rb"\0truetype-engine\0", "freetype"),
    _mark(rb"SQLite format 3\0", "sqlite", "sqlite3"),
    _mark(rb"cipher_plaintext_header_size\0", "sqlcipher"),
    _mark(rb"\0Argon2id\0", "argon2", "libsodium"),
    _mark(re.escape((0xFA8FD5A0081C0288).to_bytes(8, "little")), "doubleconversion", "double-conversion", "icu"),
]


def _links(document: dict) -> dict[str, set[str]]:
    """Element -> packages that it is, brings or is linked with."""
    found: dict[str, set[str]] = {}
    for link in document["relationships"]:
        one, other = link["spdxElementId"], link["relatedSpdxElement"]
        if link["relationshipType"] == "STATIC_LINK":
            found.setdefault(one, set()).add(other)
        elif link["relationshipType"] == "CONTAINS" and other.startswith("SPDXRef-File-"):
            found.setdefault(other, set()).add(one)
    return found


def _answers(package: dict, mark: Mark, version: str) -> bool:
    source = re.search(r"built from source (\S+)", package.get("sourceInfo", ""))
    return (package["name"] in mark.names or (source and source[1] in mark.names)) and version in package.get("versionInfo", "")


def faults(root: pathlib.Path, document: dict) -> list[str]:
    """Each file's own component and what is linked into it, for our programs what is linked into the product, must account for every mark."""
    packages = {one["SPDXID"]: one for one in document.get("packages", [])}
    links, found = _links(document), []
    for file in document.get("files", []):
        path = root / file["fileName"]
        data = path.read_bytes() if path.exists() else b""
        near = links.get(file["SPDXID"], set())
        near |= links.get(PRODUCT, set()) if PRODUCT in near else set()
        for mark in ALL:
            hit = mark.pattern.search(data)
            version = hit[1].decode("ascii") if hit and hit.groups() else ""
            if hit and not any(_answers(packages[name], mark, version) for name in near & packages.keys()):
                found.append(f"{file['fileName']}: has {mark.names[0]} {version}".rstrip() + " in it, which the bill does not say")
    return found
