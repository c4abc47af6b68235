# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""A library compiled once for all that goes into it: its folder is named by a hash of the sources, of what is done with them, and of the compiler."""
import dataclasses
import functools
import hashlib
import json
import os
import pathlib
import shutil
import subprocess

from . import sources

TOOLCHAIN = pathlib.Path(__file__).resolve().parent.parent / "toolchain.cmake"
OWN = pathlib.Path(__file__).resolve()
COMPILER = "x86_64-w64-mingw32-g++-posix"


@functools.cache
def compiler() -> str:
    said = subprocess.run(["dpkg-query", "-W", "-f", "${Package}=${Version} ", "g++-mingw-w64-x86-64-posix",
                           "binutils-mingw-w64-x86-64", "mingw-w64-x86-64-dev"], capture_output=True, text=True, check=True)
    return said.stdout


@dataclasses.dataclass(frozen=True)
class Recipe:
    name: str
    inputs: tuple[str, ...]                   # whatever else decides what comes out
    steps: str                                # the file that says what is done: options, patches, what is kept
    needs: tuple[pathlib.Path, ...] = ()      # folders of libraries it is compiled with

    @property
    def key(self) -> str:
        entry = sources.table().get(self.name, {})
        pinned = json.dumps([entry.get(name) for name in ("version", "text", "files")], sort_keys=True)
        done = [file.read_text(encoding="utf-8") for file in (TOOLCHAIN, OWN, pathlib.Path(self.steps))]
        parts = [self.name, pinned, compiler(), *done, *self.inputs, *(one.name for one in self.needs)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    @property
    def folder(self) -> pathlib.Path:
        return sources.cache() / f"{self.name}-{self.key}"

    @property
    def work(self) -> pathlib.Path:
        """One for each library, whatever the key: the compiler cache then knows the paths of the build before."""
        return sources.cache() / "build" / self.name

    def prepare(self) -> bool:
        """Whether something is left to do. A work folder of the same key is taken up where it was left."""
        if self.folder.exists():
            return False
        mark = self.work / "key"
        if not mark.exists() or mark.read_text() != self.key:
            shutil.rmtree(self.work, ignore_errors=True)
            self.work.mkdir(parents=True)
            if self.name in sources.table():
                sources.unpack(self.name, self.work / "source")
            # A copy, so that an interrupted build goes on when the tree it was begun from is gone.
            shutil.copyfile(TOOLCHAIN, self.toolchain)
            mark.write_text(self.key)
        shutil.rmtree(self.landing, ignore_errors=True)
        return True

    @property
    def toolchain(self) -> pathlib.Path:
        return self.work / "toolchain.cmake"

    @property
    def landing(self) -> pathlib.Path:
        return self.work / "install"

    def finish(self) -> pathlib.Path:
        """Only a whole folder gets its name. The text of the licence goes with it: the sources are taken away."""
        text = sources.table().get(self.name, {}).get("text")
        if text:
            (self.landing / "share").mkdir(exist_ok=True)
            shutil.copyfile(self.work / "source" / text, self.landing / "share/licence")
        self.landing.rename(self.folder)
        shutil.rmtree(self.work)
        return self.folder


def environment(work: pathlib.Path) -> dict[str, str]:
    """The build's own compiler cache, so that a desktop's is not washed out by a toolkit."""
    return dict(os.environ, CCACHE_DIR=str(sources.cache() / "ccache"), CCACHE_BASEDIR=str(work), CCACHE_NOHASHDIR="1",
                CCACHE_SLOPPINESS="pch_defines,time_macros", CCACHE_MAXSIZE="2G")


def jobs() -> str:
    return os.environ.get("YICHUANG_JOBS") or str(os.cpu_count())


def cmake(recipe: Recipe, source: pathlib.Path, options: list[str], targets: list[str]) -> None:
    """Configures once, then compiles and installs into the landing folder; interrupted, it goes on where it was."""
    build = recipe.work / "build"
    run = functools.partial(subprocess.run, check=True, env=environment(recipe.work))
    if not (build / "build.ninja").exists():
        run(["cmake", "-G", "Ninja", "-S", str(source), "-B", str(build), f"-DCMAKE_TOOLCHAIN_FILE={recipe.toolchain}",
             "-DCMAKE_BUILD_TYPE=Release", f"-DCMAKE_INSTALL_PREFIX={recipe.landing}",
             f"-DYICHUANG_WINDOWS_FOLDERS={';'.join(map(str, recipe.needs))}",
             f"-DCMAKE_C_FLAGS=-ffile-prefix-map={recipe.work}=/{recipe.name}", f"-DCMAKE_CXX_FLAGS=-ffile-prefix-map={recipe.work}=/{recipe.name}",
             "-DCMAKE_C_COMPILER_LAUNCHER=ccache", "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache", *options])
    for target in [*targets, "all"]:
        run(["ninja", "-C", str(build), "-j", jobs(), target])
    run(["cmake", "--install", str(build)], stdout=subprocess.DEVNULL)
