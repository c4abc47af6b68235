# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Clean Debian systems in a folder: made once with debootstrap, kept as archives, unpacked for each use. Needs root."""
import contextlib
import dataclasses
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator

# The smallest system there is, and the one thing beside it that lets a plain user mount: no X, no fonts, no Qt, no Python.
INCLUDED = {"bookworm": "fuse3", "bullseye": "fuse"}
# A process of the test runs in a mount, process and network namespace of its own: loopback is all the network it has.
ENTER = pathlib.Path(__file__).resolve().parent / "enter-root"


def cache() -> pathlib.Path:
    base = os.environ.get("XDG_CACHE_HOME") or str(pathlib.Path.home() / ".cache")
    return pathlib.Path(base) / "yichuang/roots"


def archive(suite: str) -> pathlib.Path:
    recipe = hashlib.sha256(f"{suite} minbase {INCLUDED[suite]} 1".encode()).hexdigest()[:12]
    return cache() / f"{suite}-{recipe}.tar"


def make(suite: str) -> pathlib.Path:
    """The archive of a clean system, made when it is not there yet (about a minute, with a network)."""
    target = archive(suite)
    if target.exists():
        return target
    cache().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="yichuang-root-") as folder:
        log = target.with_suffix(".log")
        with open(log, "wb") as out:
            done = subprocess.run(["debootstrap", "--variant=minbase", f"--include={INCLUDED[suite]}", suite, f"{folder}/root"],
                                  stdout=out, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise SystemExit(f"debootstrap {suite} failed, see {log}")
        part = target.with_suffix(".part")
        subprocess.run(["tar", "-C", f"{folder}/root", "--one-file-system", "-cf", str(part), "."], check=True)
        part.rename(target)
    return target


@dataclasses.dataclass
class Root:
    """One unpacked system."""
    suite: str
    folder: pathlib.Path

    def run(self, command: list[str], *, user: str = "root", fuse: bool = True, network: bool = False,
            display: str = "", environment: dict[str, str] | None = None, timeout: int = 300, beside: tuple[str, ...] = (),
            **more: object) -> subprocess.CompletedProcess:
        """beside: a program of this machine that runs the rest, in the namespaces but outside of the system."""
        return subprocess.run(self.command(command, user, fuse, network, display, environment or {}, beside), timeout=timeout, **more)

    def start(self, command: list[str], *, user: str, fuse: bool, display: str, **more: object) -> subprocess.Popen:
        return subprocess.Popen(self.command(command, user, fuse, False, display, {}), **more)

    def command(self, command: list[str], user: str, fuse: bool, network: bool, display: str, environment: dict[str, str],
                beside: tuple[str, ...] = ()) -> list[str]:
        spaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child"] + ([] if network else ["--net"])
        settings = [f"{name}={value}" for name, value in environment.items()]
        return [*spaces, *beside, str(ENTER), str(self.folder), user, "fuse" if fuse else "no-fuse", display or "-", *settings, "--", *command]

    def place(self, source: pathlib.Path, inside: str) -> None:
        target = self.folder / inside.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)

    def out(self) -> pathlib.Path:
        """A folder that every user of the system may write to."""
        folder = self.folder / "out"
        folder.mkdir(exist_ok=True)
        folder.chmod(0o777)
        return folder


@contextlib.contextmanager
def unpacked(suite: str) -> Iterator[Root]:
    with tempfile.TemporaryDirectory(prefix=f"yichuang-{suite}-") as name:
        folder = pathlib.Path(name) / "root"
        folder.mkdir()
        subprocess.run(["tar", "-C", str(folder), "-xf", str(make(suite))], check=True)
        root = Root(suite, folder)
        root.run(["useradd", "--create-home", "clerk"], check=True)
        yield root
