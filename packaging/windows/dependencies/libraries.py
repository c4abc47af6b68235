# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The smaller libraries: QtKeychain and QCoro on the Qt of qt.py, Argon2, libsodium, and headers that fit every platform."""
import pathlib
import shutil
import subprocess

from . import sources
from .recipe import COMPILER, Recipe, cmake, environment

KEYCHAIN_OPTIONS = ["-DBUILD_WITH_QT6=ON", "-DBUILD_TRANSLATIONS=OFF", "-DBUILD_TESTING=OFF", "-DBUILD_SHARED_LIBS=ON"]
# Static: what a shared one of MinGW gives away leaves classes out that awaiting a timer needs.
QCORO_OPTIONS = ["-DUSE_QT_VERSION=6", "-DBUILD_SHARED_LIBS=OFF", "-DBUILD_TESTING=OFF", "-DQCORO_BUILD_EXAMPLES=OFF",
                 *(f"-DQCORO_WITH_{name}=OFF" for name in ("QTDBUS", "QTWEBSOCKETS", "QTQUICK", "QML", "QTTEST"))]
ARGON2_SOURCES = ("argon2.c", "core.c", "encoding.c", "opt.c", "thread.c", "blake2/blake2b.c")
# Signatures of lists of releases are checked with it: all of it, in its portable form, static. It has an Argon2 of its own, whose
# inner names are those of the other one.
SODIUM_TWINS = ("finalize", "initialize", "initial_hash", "validate_inputs", "fill_first_blocks", "fill_memory_blocks", "blake2b_long")
SODIUM_OPTIONS = ["-O2", "-DCONFIGURED=1", "-DSODIUM_STATIC=1", "-w", *(f"-D{name}=sodium_own_{name}" for name in SODIUM_TWINS)]
# Package -> what of it is taken: nothing in there depends on the platform.
HEADERS = {"libboost1.81-dev": ["include/boost"], "libexpected-dev": ["include/tl", "share/cmake/tl-expected"]}


def keychain(qt: pathlib.Path) -> pathlib.Path:
    recipe = Recipe("qtkeychain", (), __file__, (qt,))
    if not recipe.prepare():
        return recipe.folder
    file = recipe.work / "source/qtkeychain/CMakeLists.txt"
    # A switch of Microsoft's compiler, given to all of them; GCC reads UTF-8 without it.
    file.write_text(file.read_text(encoding="utf-8").replace("add_definitions( /utf-8 -DUNICODE )", "add_definitions( -DUNICODE )"),
                    encoding="utf-8")
    cmake(recipe, recipe.work / "source", KEYCHAIN_OPTIONS, [])
    return recipe.finish()


def qcoro(qt: pathlib.Path) -> pathlib.Path:
    recipe = Recipe("qcoro", (), __file__, (qt,))
    if not recipe.prepare():
        return recipe.folder
    cmake(recipe, recipe.work / "source", QCORO_OPTIONS, [])
    return recipe.finish()


def compile_library(recipe: Recipe, files: list[pathlib.Path], options: list[str], name: str) -> None:
    """C sources as they are into a static library; objects are named by a number, for two folders may hold files of one name."""
    triplet = COMPILER.removesuffix("-g++-posix")
    (recipe.landing / "include").mkdir(parents=True)
    (recipe.landing / "lib/pkgconfig").mkdir(parents=True)
    objects = []
    for number, file in enumerate(files):
        objects.append(recipe.work / f"{number:03}-{file.stem}.obj")
        subprocess.run([f"{triplet}-gcc-posix", *options, f"-ffile-prefix-map={recipe.work}=/{recipe.name}", "-c", str(file), "-o", str(objects[-1])],
                       check=True, env=environment(recipe.work))
    subprocess.run([f"{triplet}-ar", "rcsD", str(recipe.landing / "lib" / name), *map(str, objects)], check=True)


def describe(recipe: Recipe, name: str, libraries: str, definitions: str = "") -> None:
    """What pkg-config tells of it, wherever its folder lies."""
    version = sources.table()[recipe.name]["version"]
    (recipe.landing / f"lib/pkgconfig/{name}.pc").write_text(
        f"prefix=${{pcfiledir}}/../..\nName: {name}\nDescription: {recipe.name}\nVersion: {version}\nLibs: -L${{prefix}}/lib {libraries}\n"
        f"Cflags: -I${{prefix}}/include {definitions}\n", encoding="utf-8")


def argon2() -> pathlib.Path:
    recipe = Recipe("argon2", (), __file__)
    if not recipe.prepare():
        return recipe.folder
    source = recipe.work / "source"
    files = [source / "src" / name for name in ARGON2_SOURCES]
    compile_library(recipe, files, ["-O2", "-I", str(source / "include")], "libargon2.a")
    shutil.copyfile(source / "include/argon2.h", recipe.landing / "include/argon2.h")
    describe(recipe, "libargon2", "-largon2")
    return recipe.finish()


def libsodium() -> pathlib.Path:
    recipe = Recipe("libsodium", (), __file__)
    if not recipe.prepare():
        return recipe.folder
    source = recipe.work / "source/src/libsodium"
    # Its own, for compilers that it is not configured for.
    shutil.copyfile(recipe.work / "source/builds/msvc/version.h", source / "include/sodium/version.h")
    includes = ["-I", str(source / "include"), "-I", str(source / "include/sodium")]
    compile_library(recipe, sorted(source.rglob("*.c")), [*SODIUM_OPTIONS, *includes], "libsodium.a")
    for header in [source / "include/sodium.h", *(source / "include/sodium").glob("*.h")]:
        target = recipe.landing / header.relative_to(source)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(header, target)
    describe(recipe, "libsodium", "-lsodium", "-DSODIUM_STATIC=1")
    return recipe.finish()


def headers() -> pathlib.Path:
    said = subprocess.run(["dpkg-query", "-W", "-f", "${Package}=${Version} ", *HEADERS], capture_output=True, text=True, check=True).stdout
    recipe = Recipe("headers", (said,), __file__)
    if not recipe.prepare():
        return recipe.folder
    for name in (name for names in HEADERS.values() for name in names):
        (recipe.landing / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(pathlib.Path("/usr") / name, recipe.landing / name)
    return recipe.finish()
