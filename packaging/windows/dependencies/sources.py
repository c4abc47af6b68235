# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Pinned sources: brought by apt from where this machine has its packages from, checked against SHA-256, kept in the cache."""
import functools
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
APT_HELPER = "/usr/lib/apt/apt-helper"


def cache() -> pathlib.Path:
    home = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    return home / "yichuang/windows"


@functools.cache
def table() -> dict:
    return json.loads((HERE / "sources.json").read_text(encoding="utf-8"))


@functools.cache
def archives() -> list[str]:
    """Where apt of this machine takes Debian's packages from, in its own order."""
    said = subprocess.run(["apt-get", "indextargets", "--format", "$(ORIGIN)|$(REPO_URI)", "Created-By: Packages"],
                          capture_output=True, text=True, check=True).stdout
    found = [line.split("|", 1)[1] for line in said.splitlines() if line.startswith("Debian|")]
    if not found:
        raise SystemExit("apt knows no Debian archive on this machine: run apt-get update")
    return list(dict.fromkeys(found))


def sum_of(path: pathlib.Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def fetch(folder: str, name: str, sha256: str) -> pathlib.Path:
    """The file in the cache. apt checks it on arrival; what lies in the cache is checked each time it is used."""
    target = cache() / "sources" / name
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as landing:
            os.chmod(landing, 0o755)
            arrived = pathlib.Path(landing) / name
            for archive in archives():
                said = subprocess.run([APT_HELPER, "download-file", f"{archive.rstrip('/')}/{folder}/{name}", str(arrived), f"SHA256:{sha256}"],
                                      capture_output=True, text=True)
                if said.returncode == 0:
                    break
            else:
                raise SystemExit(f"{name} is in none of this machine's Debian archives any more (pinned in {HERE.name}/sources.json); "
                                 f"put a copy with SHA-256 {sha256} into {target.parent}\n{said.stderr}")
            shutil.copyfile(arrived, target.with_suffix(".part"))
        target.with_suffix(".part").rename(target)
    if sum_of(target) != sha256:
        raise SystemExit(f"{target} is not the pinned file: remove it")
    return target


def fetch_all(name: str) -> list[pathlib.Path]:
    entry = table()[name]
    return [fetch(entry["folder"], file, sha256) for file, sha256 in entry["files"].items()]


def unpack(name: str, target: pathlib.Path) -> None:
    """A source package with its patches where the .dsc is pinned, else the bare tarball."""
    files = fetch_all(name)
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    if files[0].suffix == ".dsc":
        subprocess.run(["dpkg-source", "--no-check", "-x", str(files[0]), str(target)], check=True, capture_output=True)
        return
    target.mkdir()
    subprocess.run(["tar", "-xf", str(files[0]), "-C", str(target), "--strip-components=1"], check=True)
