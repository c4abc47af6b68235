# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What the installation holds besides the program and what it is linked with."""
import pathlib

TRIPLET = "x86_64-w64-mingw32"
# The compiler's own libraries.
RUNTIME_FOLDERS = [*sorted(pathlib.Path(f"/usr/lib/gcc/{TRIPLET}").glob("*-posix")), pathlib.Path(f"/usr/{TRIPLET}/lib")]

# No plug-in without which a counter works: no second platform, no other database.
QT_PLUGINS = {
    "platforms": ["qwindows"],
    "imageformats": ["qjpeg", "qgif"],
    "sqldrivers": ["qsqlite"],
    "styles": ["qwindowsvistastyle"],
    "tls": ["qschannelbackend", "qcertonlybackend"],
}

DATA = {"/usr/share/qt6/translations/qtbase_zh_CN.qm": "translations/qtbase_zh_CN.qm"}
QT_CONF = "[Paths]\nPrefix=.\nPlugins=plugins\nTranslations=translations\n"

# Development packages whose code ends up inside the program; the last two bring what starts and ends every program, and much of C's library.
COMPILED_IN = ["libexpected-dev", "libboost1.81-dev", "mingw-w64-x86-64-dev", "gcc-mingw-w64-x86-64-posix"]
