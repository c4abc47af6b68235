# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""qtbase: shared libraries, its own copies of the small libraries, Schannel for TLS, and SQLite for the demo's exchange."""
import pathlib
import subprocess
import tarfile

from . import npm
from .recipe import Recipe, cmake

VERSION = "6.4.2"
OFF = ["opengl", "vulkan", "dbus", "testlib", "tabletevent", "sql_odbc", "system_sqlite", "system_zlib", "system_pcre2", "system_png",
       "system_jpeg", "system_freetype", "system_harfbuzz", "system_doubleconversion", "zstd", "glib", "icu", "brotli", "gssapi",
       "pkg_config", "direct2d1_1"]
ON = ["schannel", "sql_sqlite"]
OPTIONS = ["-DQT_QMAKE_TARGET_MKSPEC=win32-g++", "-DQT_BUILD_EXAMPLES=OFF", "-DQT_BUILD_TESTS=OFF", "-DBUILD_SHARED_LIBS=ON",
           "-DINPUT_opengl=no", "-DINPUT_openssl=no", *(f"-DFEATURE_{name}=OFF" for name in OFF), *(f"-DFEATURE_{name}=ON" for name in ON)]
# Debian's tarball leaves SQLite out, because there the system's is used: the pinned amalgamation takes its place. Without
# SQLITE_HAS_CODEC it is plain SQLite.
SQLITE_FILES = ("sqlite3.c", "sqlite3.h")


def _bring_sqlite(source: pathlib.Path) -> None:
    folder = source / "src/3rdparty/sqlite"
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(npm.sqlcipher()) as archive:
        for name in SQLITE_FILES:
            (folder / name).write_bytes(archive.extractfile(f"package/deps/sqlcipher-amalgamation/{name}").read())


def _check_host() -> None:
    said = subprocess.run(["/usr/lib/qt6/libexec/moc", "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    if said != VERSION:
        raise SystemExit(f"this machine's Qt is {said}; Qt {VERSION} for Windows needs moc and its kin of the same version (Debian 12)")


def build() -> pathlib.Path:
    recipe = Recipe("qt6-base", (npm.sqlcipher_sum(),), __file__)
    if not recipe.prepare():
        return recipe.folder
    _check_host()
    source = recipe.work / "source"
    if not (source / "src/3rdparty/sqlite/sqlite3.h").exists():
        _bring_sqlite(source)
    # The platform plug-in first: what is wrong with the options shows there, not after an hour.
    cmake(recipe, source, OPTIONS, ["QWindowsIntegrationPlugin"])
    return recipe.finish()
