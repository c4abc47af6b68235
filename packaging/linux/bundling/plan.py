# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What a bundle holds besides the program and what it is linked with."""
import pathlib

APP_ID = "org.yichuang.counter"
TRIPLET = "x86_64-linux-gnu"
LIBRARIES = pathlib.Path("/usr/lib") / TRIPLET
PLUGINS = LIBRARIES / "qt6/plugins"
LOADER = pathlib.Path("/lib64/ld-linux-x86-64.so.2")

# Folder in the bundle -> plug-ins of the toolkit. No GL, no VNC, no framebuffer, no other database: a counter has a
# display server and its own encrypted store; SQLite is the demo's exchange.
QT_PLUGINS = {
    "plugins/platforms": ["platforms/libqxcb.so", "platforms/libqoffscreen.so"],
    "plugins/imageformats": ["imageformats/libqjpeg.so", "imageformats/libqgif.so"],
    "plugins/sqldrivers": ["sqldrivers/libqsqlite.so"],
    "plugins/tls": ["tls/libqopensslbackend.so", "tls/libqcertonlybackend.so"],
    "plugins/platforminputcontexts": [
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforminputcontexts/libfcitx5platforminputcontextplugin.so",
    ],
    # fcitx 4 (UOS 20, Kylin V10) answers to the same QT_IM_MODULE as fcitx 5: the launcher adds this folder where it runs.
    "plugins-fcitx4/platforminputcontexts": ["platforminputcontexts/libfcitxplatforminputcontextplugin-qt6.so"],
    "plugins/printsupport": ["printsupport/libcupsprintersupport.so"],
}
# Present only when the build can print.
NEEDS_LIBRARY = {"plugins/printsupport": "libQt6PrintSupport.so.6"}

# Opened by name while running, so that no linker knows of them: the Secret Service's client (QtKeychain) and TLS (Qt's
# backend).
BY_NAME = ["libsecret-1.so.0", "libssl.so.3", "libcrypto.so.3"]

# Source -> place in the bundle. The font is for machines without any, so it must have letters and digits as well as Chinese;
# the system's own fonts come first.
DATA = {
    "/usr/share/qt6/translations/qtbase_zh_CN.qm": "translations/qtbase_zh_CN.qm",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc": "share/fonts/wqy-microhei.ttc",
}

# The packages that the machine that builds needs for all this.
BUILD_PACKAGES = [
    "fcitx5-frontend-qt6", "fcitx-frontend-qt6", "fonts-wqy-microhei", "libsecret-1-0", "qt6-translations-l10n", "qt6-qpa-plugins",
]

# Development packages whose code ends up inside the program; the last two bring what starts and ends every program. Those of the
# AppImage's static runtime are asked of its linker.
COMPILED_IN = ["libexpected-dev", "libboost1.81-dev", "libc6-dev", "libgcc-12-dev"]
