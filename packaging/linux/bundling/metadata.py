# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Version, age, menu entry, AppStream description and icons: what every package of the desktop shows to its system."""
import datetime
import importlib.util
import os
import pathlib
import re
import subprocess

from . import plan

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
ICON_SIZES = (32, 48, 64, 128, 256, 512)


def version() -> str:
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^project\(Yichuang VERSION ([0-9.]+)", text, re.M).group(1)


def epoch() -> int:
    """SOURCE_DATE_EPOCH, or the moment of the last commit: a build does not depend on when it runs."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    said = subprocess.run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True)
    if said.returncode != 0:
        raise SystemExit("no history to take the date from: set SOURCE_DATE_EPOCH")
    return int(said.stdout)


def metainfo() -> str:
    day = datetime.datetime.fromtimestamp(epoch(), datetime.timezone.utc).date().isoformat()
    text = (DATA / f"{plan.APP_ID}.metainfo.xml.in").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", day)


def icon(size: int) -> bytes:
    """The window's own icon, drawn from its shapes in any size."""
    spec = importlib.util.spec_from_file_location("render", ROOT / "resources/icons/render.py")
    render = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(render)
    shapes, colour = render.ICONS["yichuang"]
    return render.png(size, shapes, colour)


def put_metadata(share: pathlib.Path) -> None:
    """applications, metainfo and icons under a share folder."""
    applications, described = share / "applications", share / "metainfo"
    applications.mkdir(parents=True, exist_ok=True)
    described.mkdir(parents=True, exist_ok=True)
    entry = applications / f"{plan.APP_ID}.desktop"
    entry.write_text((DATA / entry.name).read_text(encoding="utf-8"), encoding="utf-8")
    (described / f"{plan.APP_ID}.metainfo.xml").write_text(metainfo(), encoding="utf-8")
    for size in ICON_SIZES:
        folder = share / f"icons/hicolor/{size}x{size}/apps"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{plan.APP_ID}.png").write_bytes(icon(size))
