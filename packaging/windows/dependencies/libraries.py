# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The smaller libraries: QtKeychain and QCoro on the Qt of qt.py, Argon2, and headers that fit every platform."""
import pathlib
import shutil
import subprocess

from .recipe import COMPILER, Recipe, cmake, environment

KEYCHAIN_OPTIONS = ["-DBUILD_WITH_QT6=ON", "-DBUILD_TRANSLATIONS=OFF", "-DBUILD_TESTING=OFF", "-DBUILD_SHARED_LIBS=ON"]
# Static: what a shared one of MinGW gives away leaves classes out that awaiting a timer needs.
QCORO_OPTIONS = ["-DUSE_QT_VERSION=6", "-DBUILD_SHARED_LIBS=OFF", "-DBUILD_TESTING=OFF", "-DQCORO_BUILD_EXAMPLES=OFF",
                 *(f"-DQCORO_WITH_{name}=OFF" for name in ("QTDBUS", "QTWEBSOCKETS", "QTQUICK", "QML", "QTTEST"))]
ARGON2_SOURCES = ("argon2.c", "core.c", "encoding.c", "opt.c", "thread.c", "blake2/blake2b.c")
# Package -> what of it is taken: nothing in there depends on the platform.
HEADERS = {"libboost1.81-dev": ["include/boost"], "libexpected-dev": ["include/tl", "share/cmake/tl-expected"]}


def keychain(qt: pathlib.Path) -> pathlib.Path:
    recipe = Recipe("qtkeychain", tuple(KEYCHAIN_OPTIONS), (qt,))
    if not recipe.prepare():
        return recipe.folder
    file = recipe.work / "source/qtkeychain/CMakeLists.txt"
    # A switch of Microsoft's compiler, given to all of them; GCC reads UTF-8 without it.
    file.write_text(file.read_text(encoding="utf-8").replace("add_definitions( /utf-8 -DUNICODE )", "add_definitions( -DUNICODE )"),
                    encoding="utf-8")
    cmake(recipe, recipe.work / "source", KEYCHAIN_OPTIONS, [])
    return recipe.finish()


def qcoro(qt: pathlib.Path) -> pathlib.Path:
    recipe = Recipe("qcoro", tuple(QCORO_OPTIONS), (qt,))
    if not recipe.prepare():
        return recipe.folder
    cmake(recipe, recipe.work / "source", QCORO_OPTIONS, [])
    return recipe.finish()


def argon2() -> pathlib.Path:
    recipe = Recipe("argon2", ARGON2_SOURCES)
    if not recipe.prepare():
        return recipe.folder
    source, out = recipe.work / "source", recipe.landing
    triplet = COMPILER.removesuffix("-g++-posix")
    for name in ("include", "lib/pkgconfig"):
        (out / name).mkdir(parents=True, exist_ok=True)
    objects = []
    for name in ARGON2_SOURCES:
        objects.append(recipe.work / (pathlib.Path(name).stem + ".obj"))
        subprocess.run([f"{triplet}-gcc-posix", "-O2", f"-ffile-prefix-map={recipe.work}=/argon2", "-I", str(source / "include"),
                        "-c", str(source / "src" / name), "-o", str(objects[-1])], check=True, env=environment(recipe.work))
    subprocess.run([f"{triplet}-ar", "rcsD", str(out / "lib/libargon2.a"), *map(str, objects)], check=True)
    shutil.copyfile(source / "include/argon2.h", out / "include/argon2.h")
    (out / "lib/pkgconfig/libargon2.pc").write_text(
        "prefix=${pcfiledir}/../..\nName: libargon2\nDescription: Argon2\nVersion: 20190702\nLibs: -L${prefix}/lib -largon2\nCflags: -I${prefix}/include\n",
        encoding="utf-8")
    return recipe.finish()


def headers() -> pathlib.Path:
    said = subprocess.run(["dpkg-query", "-W", "-f", "${Package}=${Version} ", *HEADERS], capture_output=True, text=True, check=True).stdout
    recipe = Recipe("headers", (said,))
    if not recipe.prepare():
        return recipe.folder
    for name in (name for names in HEADERS.values() for name in names):
        (recipe.landing / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(pathlib.Path("/usr") / name, recipe.landing / name)
    return recipe.finish()
