# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""A staged tree to a Debian package, the same to the byte each time."""
import email.utils
import gzip
import hashlib
import os
import pathlib
import re
import subprocess

from . import collect, elf, metadata

MAINTAINER = "The Yichuang authors <packages@yichuang.example>"
FILES = pathlib.Path(__file__).resolve().parent.parent / "debian"


def version(of: str = "") -> str:
    """The package's, of the project's version or of another."""
    return (of or metadata.version()) + "-1"


def linked_packages(programs: list[pathlib.Path], work: pathlib.Path) -> str:
    """What dpkg-shlibdeps finds a package's programs to need."""
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text("Source: yichuang\n\nPackage: yichuang\nArchitecture: any\n")
    said = subprocess.run(["dpkg-shlibdeps", "-O", *map(str, programs)], cwd=work, capture_output=True, text=True, check=True).stdout
    return re.search(r"shlibs:Depends=(.*)", said).group(1)


def write_gz(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def write_docs(stage: pathlib.Path, package: str) -> None:
    """Copyright and changelog where Debian looks for them."""
    doc = stage / "usr/share/doc" / package
    doc.mkdir(parents=True, exist_ok=True)
    (doc / "copyright").write_bytes((FILES / "copyright").read_bytes())
    date = email.utils.formatdate(metadata.epoch(), usegmt=False)
    write_gz(doc / "changelog.Debian.gz",
             f"{package} ({version()}) unstable; urgency=medium\n\n  * Version {metadata.version()}.\n\n -- {MAINTAINER}  {date}\n")


def write_manual(stage: pathlib.Path, name: str, section: int) -> None:
    text = (FILES / f"{name}.{section}").read_text(encoding="utf-8")
    write_gz(stage / f"usr/share/man/man{section}/{name}.{section}.gz", text.replace("@VERSION@", metadata.version()))


def strip_into(program: pathlib.Path, target: pathlib.Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(program.read_bytes())
    elf.strip(target)
    target.chmod(0o755)


def put(source: pathlib.Path, target: pathlib.Path, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())
    target.chmod(mode)


def _checksums(stage: pathlib.Path) -> str:
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink() and path.relative_to(stage).parts[0] != "DEBIAN")
    return "".join(f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(stage)}\n" for path in files)


def control(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def build(stage: pathlib.Path, fields: dict[str, str], out: pathlib.Path, compression: str) -> pathlib.Path:
    """DEBIAN/ may already hold maintainer scripts and conffiles; fields may name another version than the project's."""
    size = sum((path.stat().st_size + 1023) // 1024 for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    folder = stage / "DEBIAN"
    folder.mkdir(exist_ok=True)
    fields = {"Package": fields["Package"], "Version": version(), "Architecture": "amd64", "Maintainer": MAINTAINER,
              "Installed-Size": str(size)} | fields
    (folder / "control").write_text(control(fields), encoding="utf-8")
    (folder / "md5sums").write_text(_checksums(stage), encoding="utf-8")
    collect.set_modes_and_times(stage, metadata.epoch())
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{fields['Package']}_{fields['Version']}_amd64.deb"
    environment = dict(os.environ, SOURCE_DATE_EPOCH=str(metadata.epoch()))
    subprocess.run(["dpkg-deb", "--root-owner-group", "--threads-max=1", f"-Z{compression}", "--build", str(stage), str(target)],
                   check=True, env=environment, stdout=subprocess.DEVNULL)
    # apt reads it as a user of its own.
    target.chmod(0o644)
    return target
