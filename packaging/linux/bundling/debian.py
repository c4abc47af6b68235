# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What this machine's package database knows of a file: package, versions, source, checksum, copyright."""
import dataclasses
import functools
import hashlib
import pathlib
import subprocess

INFO = pathlib.Path("/var/lib/dpkg/info")


@dataclasses.dataclass(frozen=True, order=True)
class Package:
    name: str
    version: str
    architecture: str
    source: str
    source_version: str

    @property
    def copyright_file(self) -> pathlib.Path:
        return pathlib.Path("/usr/share/doc") / self.name / "copyright"


def spellings(path: pathlib.Path) -> list[str]:
    """A file of a merged /usr is listed under the name its package gave it."""
    bare = str(path).removeprefix("/usr")
    return [bare, "/usr" + bare]


@functools.cache
def _owners() -> dict[str, str]:
    """File -> package, with its architecture where it has several."""
    owners = {}
    for path in INFO.glob("*.list"):
        owners.update(dict.fromkeys(path.read_text(encoding="utf-8").splitlines(), path.stem))
    return owners


def owner(path: pathlib.Path) -> str:
    """The package that installed a file or the file that a link leads to."""
    for one in (path.resolve(), path):
        for name in spellings(one):
            if name in _owners():
                return _owners()[name]
    raise SystemExit(f"{path}: no package of this system brings it, so nobody can say under which licence it is")


@functools.cache
def package(name: str) -> Package:
    form = "${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}"
    said = subprocess.run(["dpkg-query", "-W", "-f", form, name], capture_output=True, text=True, check=True).stdout
    return Package(*said.split("\t"))


@functools.cache
def _checksums(name: str) -> dict[str, str]:
    text = (INFO / f"{name}.md5sums").read_text(encoding="utf-8")
    return {"/" + file: md5 for md5, file in (line.split(maxsplit=1) for line in text.splitlines())}


def is_as_installed(path: pathlib.Path) -> bool:
    """Whether the file is, byte for byte, the one its package brought."""
    real = path.resolve()
    sums = _checksums(owner(real))
    wanted = next((sums[name] for name in spellings(real) if name in sums), None)
    return wanted == hashlib.md5(real.read_bytes(), usedforsecurity=False).hexdigest()
