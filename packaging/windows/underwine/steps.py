# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The steps in their order; each leaves the machine as the next one wants it."""
import argparse
import functools
import json
import pathlib
import subprocess
import time
from collections.abc import Callable

from installer import properties, wix

from . import prefix, transform, updating, using
from .done import Done

PROGRAM = "Program Files/Yichuang/yichuang.exe"
UNINSTALL = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"
AUTOSTART = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run"
FATAL = 1603 & 0xFF
GIVEN = {"EXCHANGE": "https://exchange.hall.example:8443", "READER": "serial:COM3;tcp:10.0.0.7:4001", "LOCKED": "exchange,ca",
         "UILANGUAGE": "zh_CN", "AUTOSTART": "1", "DESKTOPSHORTCUT": "1"}


def look(wine: prefix.Wine, done: Done, version: str) -> None:
    """What Windows shows of the installation, and that all of it is there."""
    entry = wine.registry(UNINSTALL)
    done.expect("name", entry.get("DisplayName"), "一窗")
    done.expect("publisher", entry.get("Publisher"), "一窗项目组")
    done.expect("version", entry.get("DisplayVersion"), version)
    done.expect("folder", entry.get("InstallLocation", "").rstrip("\\"), r"C:\Program Files\Yichuang")
    bill = wine.path("Program Files/Yichuang/share/doc/yichuang/sbom.spdx.json")
    listed = [one["fileName"] for one in json.loads(bill.read_text(encoding="utf-8"))["files"]] if bill.exists() else ["no bill"]
    done.faults += [f"{name} was not installed" for name in listed if not (wine.path(PROGRAM).parent / name).exists() and pathlib.Path(name).name != wix.UPDATER]
    done.expect("a service without a source", wine.path(updating.UPDATER).exists(), False)


def install(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    words = [f"{name}={value}" for name, value in GIVEN.items()]
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.msi), *words), 0)
    look(wine, done, arguments.msi.stem.split("-")[1])
    done.expect("a desktop listens to a service", using.probe(arguments, wine, "service").returncode, 1)
    kept = wine.registry(properties.SETTINGS_KEY)
    done.expect("settings", kept, {"exchange": GIVEN["EXCHANGE"], "reader": GIVEN["READER"], "locked": GIVEN["LOCKED"], "language": "zh_CN"})
    done.expect("shortcuts", wine.links(), {"一窗.lnk", "一窗 演示城市.lnk"})
    done.expect("start with the session", wine.registry(AUTOSTART).get("Yichuang"), r'"C:\Program Files\Yichuang\yichuang.exe"')
    return done


def refuse_wrong(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """Said to the installation, not found out by a clerk."""
    done = Done()
    for wrong in ("EXCHANGE=http://exchange.hall.example", "EXCHANGE=https://", "EXCHANGE=http://localhost.example", "READER=usb:1", "READER=serial:COM3;usb:1", "READER=serial:",
                  "READER=serial:COM3;tcp:10.0.0.7:4001;hid:1:2", "UILANGUAGE=zh", "OFFLINEENTRYDAYS=99", "OFFLINEENTRYDAYS=week", "UPDATESOURCE=ftp://updates.hall.example",
                  "UPDATEWHEN=now", "STARTMENU=yes"):
        done.expect(wrong, (wine.msiexec("/i", wine.windows_path(arguments.msi), wrong), wine.path(PROGRAM).exists()), (FATAL, False))
    wine.run(["winecfg", "-v", "win81"])
    done.expect("exit code on Windows 8.1", wine.msiexec("/i", wine.windows_path(arguments.msi)), FATAL)
    wine.run(["winecfg", "-v", "win10"])
    return done


def upgrade(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """What was said before holds; what is said now comes first; "-" forgets."""
    done = Done()
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.next_msi), "READER=-", "AUTOSTART=0", "DEMOSHORTCUT=0"), 0)
    look(wine, done, arguments.next_msi.stem.split("-")[1])
    kept = wine.registry(properties.SETTINGS_KEY)
    done.expect("settings", kept, {"exchange": GIVEN["EXCHANGE"], "locked": GIVEN["LOCKED"], "language": "zh_CN"})
    done.expect("shortcuts", wine.links(), {"一窗.lnk"})
    done.expect("start with the session", wine.registry(AUTOSTART).get("Yichuang"), None)
    return done


def refuse_older(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.msi)), FATAL)
    look(wine, done, arguments.next_msi.stem.split("-")[1])
    return done


def repair(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    victim = wine.path("Program Files/Yichuang/Qt6Core.dll")
    before = victim.read_bytes()
    victim.unlink()
    # What /famus asks for; Wine's msiexec knows no repair by a package's name.
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.next_msi), "REINSTALL=ALL", "REINSTALLMODE=amus"), 0)
    done.expect("the library", victim.exists() and victim.read_bytes() == before, True)
    done.expect("exchange", wine.registry(properties.SETTINGS_KEY).get("exchange"), GIVEN["EXCHANGE"])
    return done


def change(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """Other settings for the version that is there; one that was kept and cannot be meant stops nothing. Wine alone takes no part away again (no Transitive)."""
    done = Done()
    wine.run(["reg", "add", "HKLM\\" + properties.SETTINGS_KEY, "/v", "language", "/d", "zh", "/f", "/reg:64"])
    words = ("REINSTALL=ALL", "REINSTALLMODE=amus", "READER=serial:COM4", "EXCHANGE=https://other.hall.example", "DEMOSHORTCUT=1", "AUTOSTART=1")
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.next_msi), *words), 0)
    wanted = {"exchange": "https://other.hall.example", "reader": "serial:COM4", "locked": GIVEN["LOCKED"], "language": "zh"}
    done.expect("settings", wine.registry(properties.SETTINGS_KEY), wanted)
    done.expect("shortcuts", wine.links(), {"一窗.lnk", "一窗 演示城市.lnk"})
    done.expect("start with the session", wine.registry(AUTOSTART).get("Yichuang"), r'"C:\Program Files\Yichuang\yichuang.exe"')
    return done


def gone(wine: prefix.Wine, done: Done) -> None:
    done.expect("program folder", wine.path(PROGRAM).parent.exists(), False)
    done.expect("settings", wine.registry(r"SOFTWARE\Yichuang"), {})
    done.expect("entry", wine.registry(UNINSTALL).get("DisplayName"), None)
    done.expect("shortcuts", wine.links(), set())


def remove(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """The stores stay."""
    done = Done()
    done.expect("exit code", wine.msiexec("/x", wine.windows_path(arguments.next_msi)), 0)
    gone(wine, done)
    done.expect("store", using.store(wine).exists(), True)
    return done


def install_transformed(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """What a transform says, with what the command line says before it."""
    done = Done()
    file = wine.path("hall.mst")
    transform.write(file, {"EXCHANGE": GIVEN["EXCHANGE"], "READER": "serial:COM4", "PROFILE": r"D:\柜台数据", "STARTMENU": "0"})
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.msi), r"TRANSFORMS=C:\hall.mst", "READER=serial:COM5"), 0)
    done.expect("settings", wine.registry(properties.SETTINGS_KEY), {"exchange": GIVEN["EXCHANGE"], "reader": "serial:COM5", "profile": r"D:\柜台数据"})
    done.expect("shortcuts", wine.links(), set())
    done.expect("exit code of the removal", wine.msiexec("/x", wine.windows_path(arguments.msi)), 0)
    gone(wine, done)
    return done


def install_again(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """What was said to the installation that was removed is forgotten."""
    done = Done()
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.msi)), 0)
    done.expect("settings", wine.registry(properties.SETTINGS_KEY), {})
    done.expect("shortcuts", wine.links(), {"一窗.lnk", "一窗 演示城市.lnk"})
    return done


def remove_all(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """The stores go; what a link in them leads to stays."""
    done = Done()
    done.expect("store before", using.store(wine).exists(), True)
    foreign = wine.path("foreign/kept.txt")
    foreign.parent.mkdir()
    foreign.write_text("somebody else's")
    (using.store(wine).parent / "detour").symlink_to(foreign.parent)
    done.expect("exit code", wine.msiexec("/x", wine.windows_path(arguments.msi), "REMOVEVAULTS=1"), 0)
    gone(wine, done)
    done.expect("folder of the stores", using.store(wine).parent.parent.exists(), False)
    done.expect("what is not of the store", foreign.exists(), True)
    return done


def timed(step: Callable, arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    started = time.monotonic()
    try:
        done = step(arguments, wine)
    except (OSError, subprocess.SubprocessError, ValueError, KeyError) as why:
        done = Done(faults=[f"{type(why).__name__}: {why}"])
    done.seconds = time.monotonic() - started
    return done


def all_steps(arguments: argparse.Namespace) -> list[tuple[str, Callable[[prefix.Wine], Done]]]:
    listed = [("wrong values and an older Windows refused", refuse_wrong), ("silent installation with properties", install), ("self-test", using.self_test), ("a locked setting", using.locked), ("the end of a thread", using.thread),
              ("start of the demo", using.start), ("tour", using.tour), ("card on a serial line", using.serial),
              ("card through a network box", using.network), ("vault from Linux, and back", using.vault),
              ("a draft and a full outbox", using.fill), ("upgrade", upgrade), ("the store after the upgrade", using.store_again),
              ("older version refused", refuse_older), ("repair", repair), ("other settings for the same version", change), ("removal", remove),
              ("installation with a transform", install_transformed), ("installation without properties", install_again), ("tour on an exchange outside", using.tour_outside),
              ("removal with the stores", remove_all)]
    listed = updating.STEPS if arguments.only_updates else listed + updating.STEPS
    if arguments.without_tour:
        listed = [one for one in listed if one[1] not in (using.tour, using.tour_outside)]
    return [(name, functools.partial(timed, step, arguments)) for name, step in listed]
