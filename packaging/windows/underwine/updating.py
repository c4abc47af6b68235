# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The update service at work: a list of another key, a version that works, one that migrates the store and does not, a pin on an older one, and a store that stays as it was."""
import argparse
import configparser
import pathlib
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

from bundling import metadata, releases
from installer import properties, wix

from . import prefix, using
from .done import Done

MANIFEST = metadata.ROOT / "packaging/linux/manifest"
FOLDER = "Program Files/Yichuang Updates"
UPDATER = "Program Files/Yichuang/" + wix.UPDATER
UNINSTALL = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"
SERVICES = r"SYSTEM\CurrentControlSet\Services" + "\\" + wix.SERVICE
EXCHANGE = "https://exchange.hall.example:8443"
PATIENCE = 240


def version_of(msi: pathlib.Path) -> str:
    return msi.stem.split("-")[1]


def installed(wine: prefix.Wine) -> str | None:
    return wine.registry(UNINSTALL).get("DisplayVersion")


def status(wine: prefix.Wine) -> dict[str, str]:
    """What the service tells every desktop."""
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    try:
        parser.read_string(wine.path(f"{FOLDER}/status.ini").read_text(encoding="utf-8"))
    except (OSError, configparser.Error):
        return {}
    return dict(parser["General"]) if parser.has_section("General") else {}


def until(done: Done, what: str, holds: Callable[[], bool], wine: prefix.Wine) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.5)
    done.faults.append(f"{what}: not within {PATIENCE} s; {installed(wine)} is installed, {status(wine)}")
    return False


def publish(arguments: argparse.Namespace, wine: prefix.Wine, msi: pathlib.Path, key: str) -> None:
    """What the hall's IT does, on Linux as it happens."""
    folder = wine.path("updates")
    folder.mkdir(exist_ok=True)
    shutil.copy(msi, folder)
    subprocess.run([sys.executable, str(MANIFEST), str(folder), "--key", str(wine.path(key)), "--version", version_of(msi), "--notes-zh", "读卡更快",
                    "--store-schema", str(releases.store_schema())], check=True, stdout=subprocess.DEVNULL)


def look_again(wine: prefix.Wine) -> None:
    """As after switching on: it looks ten seconds later."""
    for verb in ("stop", "start"):
        wine.run(["net", verb, wix.SERVICE])


def install(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    for name in ("key", "other"):
        subprocess.run([sys.executable, str(MANIFEST), "--new-key", str(wine.path(name))], check=True, stdout=subprocess.DEVNULL)
    done.expect("service before", wine.path(UPDATER).exists(), False)
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.msi), f"EXCHANGE={EXCHANGE}", r"UPDATESOURCE=C:\updates", r"UPDATEKEYS=C:\key.pub"), 0)
    done.expect("settings", wine.registry(properties.UPDATE_KEY), {"source": r"C:\updates", "keys": r"C:\key.pub"})
    service = wine.registry(SERVICES)
    done.expect("account", service.get("ObjectName"), "LocalSystem")
    done.expect("program", service.get("ImagePath", "").replace('"', "").endswith(f"{wix.UPDATER} --service"), True)
    until(done, "the service has begun", lambda: bool(status(wine)), wine)
    done.expect("no desktop listens to it", using.probe(arguments, wine, "service").returncode, 0)
    return done


def another_key(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    publish(arguments, wine, arguments.later_msi, "other")
    look_again(wine)
    until(done, "the list is refused", lambda: "UPD-003" in status(wine).get("fault", ""), wine)
    done.expect("fetched", sorted(path.name for path in wine.path(FOLDER).glob("*.msi*") if path.suffix != ".number"), [])
    done.expect("installed", installed(wine), version_of(arguments.msi))
    shutil.rmtree(wine.path("updates"))
    done.said = status(wine).get("fault", "")
    return done


def update(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """Not while a desktop runs; at once when the clerk says now and it has ended. The new desktop comes by itself."""
    done = Done()
    publish(arguments, wine, arguments.later_msi, "key")
    later, lock = version_of(arguments.later_msi), using.store(wine).with_name("store.db.lock")
    lock.unlink(missing_ok=True)
    desktop = wine.start([using.EXE])
    until(done, "the desktop works", lambda: using.window(wine) is not None and lock.exists(), wine)
    look_again(wine)
    until(done, "the version is ready", lambda: status(wine).get("ready") == later, wine)
    # It asks for as long as the service looks three times at who works.
    done.expect("another program says now", using.probe(arguments, wine, "now").returncode, 1)
    done.expect("installed while somebody works", installed(wine), version_of(arguments.msi))
    say_now(arguments, wine, desktop, done)
    until(done, "the version is installed", lambda: installed(wine) == later, wine)
    until(done, "the desktop comes back by itself and has stood its trial", lambda: status(wine).get("trial") == "" and using.window(wine) is not None, wine)
    done.expect("ready", status(wine).get("ready"), "")
    done.expect("exchange", wine.registry(properties.SETTINGS_KEY).get("exchange"), EXCHANGE)
    using.end(wine)
    done.said = f"{version_of(arguments.msi)} to {later}"
    return done


def say_now(arguments: argparse.Namespace, wine: prefix.Wine, desktop: subprocess.Popen, done: Done) -> None:
    """The word comes from the program's own place, again and again: there are two desktops until the other one has ended."""
    with using.probe_as_program(arguments, wine):
        clerk = wine.start([using.EXE, "now"])
        time.sleep(2)
        desktop.kill()
        desktop.wait()
        done.expect("the clerk says now", clerk.wait(timeout=prefix.PATIENCE), 0)


def migrate(arguments: argparse.Namespace, wine: prefix.Wine, done: Done) -> None:
    """What a version does that migrates the store of the person who works and comes no further; while it is open nothing is taken back."""
    desktop = wine.start([using.EXE, "read", "tcp:127.0.0.1:9"])
    using.worker(arguments, wine, "spoil")
    done.expect("installed while it is open", installed(wine), version_of(arguments.broken_msi))
    done.expect("copies of the store", len(list(using.store(wine).parent.glob("store.db.schema*.unproved"))), 1)
    using.end(wine, desktop)


def store_put_back(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """The version before takes up the copy, with the draft and the outbox, and keeps the migrated store."""
    done = using.store_again(arguments, wine)
    done.expect("migrated stores kept", len(list(using.store(wine).parent.glob("store.db.replaced-*"))), 1)
    return done


def go_back(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """It is installed, migrates the store, does not run, and the one before is there again, for good."""
    done = Done()
    publish(arguments, wine, arguments.broken_msi, "key")
    broken, before = version_of(arguments.broken_msi), version_of(arguments.later_msi)
    look_again(wine)
    until(done, "it is installed", lambda: installed(wine) == broken, wine)
    migrate(arguments, wine, done)
    until(done, "it is taken back", lambda: status(wine).get("rolledBack") == broken, wine)
    until(done, "the version before is there", lambda: installed(wine) == before, wine)
    done.expect("its program", using.said_version(wine), f"yichuang {before}")
    done.expect("exchange", wine.registry(properties.SETTINGS_KEY).get("exchange"), EXCHANGE)
    done.expect("source", wine.registry(properties.UPDATE_KEY).get("source"), r"C:\updates")
    look_again(wine)
    time.sleep(25)  # it looks, and has all it needs to install what there is
    done.expect("offered again", (installed(wine), status(wine).get("ready")), (before, ""))
    done.said = f"{broken} back to {before}"
    return done


def pinned_back(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """An older version on an administrator's word: by the service, without anybody at the computer."""
    done = Done()
    newer, older = version_of(arguments.later_msi), version_of(arguments.msi)
    publish(arguments, wine, arguments.msi, "key")
    wine.run(["reg", "add", "HKLM\\" + properties.UPDATE_KEY, "/v", "version", "/d", older, "/f", "/reg:64"])
    look_again(wine)
    until(done, "the older version is there", lambda: installed(wine) == older, wine)
    until(done, "its service has begun", lambda: status(wine).get("trial") == older, wine)
    done.expect("its program", using.said_version(wine), f"yichuang {older}")
    done.expect("exchange", wine.registry(properties.SETTINGS_KEY).get("exchange"), EXCHANGE)
    done.expect("pin", wine.registry(properties.UPDATE_KEY).get("version"), older)
    done.said = f"{newer} back to {older}"
    return done


def switch_off(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """An upgrade by hand: without a source there is no service and nothing of what it kept; nor does a folder stay that was left behind before."""
    done = Done()
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.later_msi), "UPDATESOURCE=-"), 0)
    done.expect("service", (wine.registry(SERVICES), wine.path(UPDATER).exists()), ({}, False))
    done.expect("its folder", wine.path(FOLDER).exists(), False)
    wine.path(FOLDER).mkdir()
    (wine.path(FOLDER) / "status.ini").write_text("[General]\nready=9.0.0\n", encoding="utf-8")
    done.expect("exit code of the repair", wine.msiexec("/i", wine.windows_path(arguments.later_msi), "REINSTALL=ALL", "REINSTALLMODE=amus"), 0)
    done.expect("the folder that was left", wine.path(FOLDER).exists(), False)
    return done


def switch_on(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """For the version that is there. It is not to look: it would install again what it was taken back from."""
    done = Done()
    words = ("REINSTALL=ALL", "REINSTALLMODE=amus", r"UPDATESOURCE=C:\updates", "UPDATEWHEN=never")
    done.expect("exit code", wine.msiexec("/i", wine.windows_path(arguments.later_msi), *words), 0)
    done.expect("service", (bool(wine.registry(SERVICES)), wine.path(UPDATER).exists()), (True, True))
    until(done, "the service has begun", wine.path(FOLDER).exists, wine)
    return done


def remove(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    done.expect("exit code", wine.msiexec("/x", wine.windows_path(arguments.later_msi), "REMOVEVAULTS=1"), 0)
    done.expect("service", wine.registry(SERVICES), {})
    done.expect("its folder", wine.path(FOLDER).exists(), False)
    done.expect("settings", wine.registry(r"SOFTWARE\Yichuang"), {})
    return done


STEPS = [("installation with an update source", install), ("a draft and a full outbox again", using.fill), ("a list of another key", another_key),
         ("update by the service", update), ("the store after the update", using.store_again), ("a version that does not run", go_back),
         ("the store after going back", store_put_back), ("a pin on an older version", pinned_back),
         ("the store under the older version", using.store_again), ("updates switched off", switch_off), ("updates switched on", switch_on), ("removal with the service", remove)]
