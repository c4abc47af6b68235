#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Layering by include: each room may include only the rooms below it, and only its own third parties.

usage: check_layers.py ROOT     exits 1 with one line for each include that points the wrong way
"""
import re
import sys
from pathlib import Path

ALLOWED = {
    "domain": set(),
    "wire": {"domain"},
    "device": {"domain"},
    "cardsim": {"domain", "device"},
    "vault": {"domain"},
    "store": {"domain", "wire", "vault"},
    "remote": {"domain", "wire"},
    "sync": {"domain", "wire", "store", "remote"},
    "update": {"domain", "wire"},
    "document": {"domain"},
    "desk": {"domain", "wire", "device", "store", "sync", "remote", "update", "vault", "document"},
    "httpserver": {"domain"},
    "exchange": {"domain", "wire", "httpserver"},
    "ui": {"domain", "desk", "document"},
}
# A third party and the only rooms whose files may include it.
ONLY_IN = {
    r"boost/": {"httpserver"},
    r"openssl/": {"httpserver", "exchange", "update", "vault"},
    r"argon2": {"exchange", "vault"},
    r"sodium": {"update"},
    r"sqlite3": {"vault"},
    r"qt6keychain/": {"vault"},
    r"QSerialPort|QtSerialPort": {"device"},
    r"QSql|QtSql": {"vault", "store", "exchange"},
    r"QWidget|QtWidgets|QtGui|QPainter|QPixmap|QIcon": {"ui"},
    r"QTcp|QNetwork|QtNetwork|QSsl|QUdp": {"device", "remote", "cardsim", "update"},
    r"QJson": {"wire", "cardsim", "exchange", "httpserver", "store", "vault", "ui"},
}
# Types that must not stand in a public header of ours (Windows from the first day).
NOT_IN_HEADERS = re.compile(r"QSerialPort|QSvg|QtPdf|openssl/|boost/|sqlite3|qt6keychain")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)


def room_of(path, root):
    parts = path.relative_to(root).parts
    return parts[1] if parts[0] == "src" else parts[0]


def findings(root):
    rooms = set(ALLOWED)
    for path in sorted([*(root / "src").rglob("*.[ch]*"), *(root / "ui").rglob("*.[ch]*")]):
        if path.suffix not in {".h", ".cpp"}:
            continue
        room = room_of(path, root)
        for target in INCLUDE.findall(path.read_text(encoding="utf-8")):
            first = target.split("/")[0]
            where = path.relative_to(root)
            if first in rooms and first != room and first not in ALLOWED.get(room, set()):
                yield f"{where}: {room} must not include {target}"
            for pattern, owners in ONLY_IN.items():
                if re.match(pattern, target.split("/")[-1] if not pattern.endswith("/") else target) and room not in owners:
                    yield f"{where}: {target} belongs to {', '.join(sorted(owners))} only"
            if "include" in path.parts and NOT_IN_HEADERS.search(target):
                yield f"{where}: {target} must not stand in a public header"


def main():
    found = list(findings(Path(sys.argv[1]).resolve()))
    print("\n".join(found) if found else "layers: clean")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
