# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What the toolkit's source says of other people's code in it: every qt_attribution.json, with licences as SPDX names them."""
import dataclasses
import json
import pathlib
import re

NAME = "qt_attribution.json"
# Nothing of these is compiled into a library that is shipped.
ASIDE = re.compile(r"^src/(tools|testlib)/|(^|/)(doc|examples|tests)/")
SPELLINGS = {"GPL-2.0": "GPL-2.0-only", "Public Domain": "LicenseRef-public-domain"}


@dataclasses.dataclass(frozen=True)
class Attribution:
    name: str
    version: str              # the other people's own; empty when they have none
    licence: str              # SPDX expression
    folder: str               # below the source
    files: tuple[str, ...]    # below the source; empty: all that is in the folder
    text: str                 # copyright and licence, for whoever receives the library

    def covers(self, path: str) -> bool:
        return path in self.files if self.files else path.startswith(self.folder + "/")


def _term(said: str) -> str:
    known = SPELLINGS.get(said, said)
    return known if re.fullmatch(r"[A-Za-z0-9.+-]+", known) else "LicenseRef-" + re.sub(r"[^A-Za-z0-9.]+", "-", known)


def licence(entry: dict) -> str:
    words = re.split(r"\s+(AND|OR)\s+", entry.get("LicenseId") or entry["License"], flags=re.IGNORECASE)
    return " ".join(word.upper() if i % 2 else _term(word.strip()) for i, word in enumerate(words))


def _text(entry: dict, folder: pathlib.Path) -> str:
    names = entry.get("LicenseFiles") or ([entry["LicenseFile"]] if "LicenseFile" in entry else [])
    head = [f"{entry['Name']} {entry.get('Version', '')}".strip(), entry.get("Description", ""), entry.get("Copyright", ""), f"Licence: {entry['License']}"]
    return "\n\n".join([part for part in head if part] + [(folder / name).read_text(encoding="utf-8", errors="replace") for name in names]) + "\n"


def _one(entry: dict, folder: pathlib.Path, root: pathlib.Path) -> Attribution:
    base, files = folder.relative_to(root), ()
    path = base / entry.get("Path", "")
    if "Files" in entry:
        files = tuple((path / name).as_posix() for name in re.split(r"[\s,]+", entry["Files"]))
    elif (root / path).is_file():
        files = (path.as_posix(),)
    version = " ".join(entry.get("Version", "").split())
    return Attribution(entry["Id"], version, licence(entry), path.as_posix(), files, _text(entry, folder))


def read(root: pathlib.Path) -> list[Attribution]:
    """The files have line breaks inside of texts, and members twice of which the last is meant."""
    found = []
    for file in sorted(root.rglob(NAME)):
        if ASIDE.search(file.relative_to(root).as_posix()):
            continue
        said = json.loads(file.read_text(encoding="utf-8"), strict=False)
        found += [_one(entry, file.parent, root) for entry in (said if isinstance(said, list) else [said])]
    return found
