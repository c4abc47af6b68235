# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The exchange's package in a clean system: installed, served from, backed up while running, restored, upgraded, removed."""
import pathlib
import sqlite3
import stat

from . import roots

HERE = pathlib.Path(__file__).resolve().parent
DATA = "var/lib/yichuang-exchange"


def operators(file: pathlib.Path) -> set[str]:
    connection = sqlite3.connect(file)
    try:
        return {login for login, in connection.execute("SELECT login FROM operators")}
    finally:
        connection.close()


def installed_faults(root: roots.Root) -> list[str]:
    passwords = (root.folder / "etc/passwd").read_text(encoding="utf-8")
    faults = [] if "yichuang-exchange:" in passwords else ["no user of its own"]
    for folder in (DATA, "var/backups/yichuang-exchange"):
        if stat.S_IMODE((root.folder / folder).stat().st_mode) != 0o700:
            faults.append(f"/{folder} is open to others")
    return faults


def restored_faults(root: roots.Root) -> list[str]:
    now = operators(root.folder / DATA / "exchange.db")
    aside = [operators(path) for path in (root.folder / DATA).glob("exchange.db.replaced-*")]
    faults = [] if "clerk01" in now and "late01" not in now else ["the restored database is not that of the backup"]
    return faults + ([] if len(aside) == 1 and "late01" in aside[0] else ["the database before was not kept"])


def prove(root: roots.Root, package: pathlib.Path) -> int:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    root.place(package, "/opt/exchange.deb")
    root.run(["apt-get", "update", "-qq"], network=True, check=True, capture_output=True, environment=quiet)
    root.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "/opt/exchange.deb"], network=True, check=True,
             capture_output=True, environment=quiet, timeout=900)
    faults = installed_faults(root)
    root.place(HERE / "exchange-in-root", "/opt/exchange-in-root")
    done = root.run(["/opt/exchange-in-root"], capture_output=True, text=True)
    print(done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr)
    if done.returncode != 0:
        faults.append(f"ended with {done.returncode}: {done.stdout[-500:]} {done.stderr[-500:]}")
    else:
        faults += restored_faults(root)
    backups = len(list((root.folder / "var/backups/yichuang-exchange").glob("exchange-*.db")))
    root.run(["dpkg", "-i", "/opt/exchange.deb"], check=True, capture_output=True)
    if len(list((root.folder / "var/backups/yichuang-exchange").glob("exchange-*.db"))) != backups + 1:
        faults.append("the upgrade made no backup")
    root.run(["dpkg", "-P", "yichuang-exchange"], check=True, capture_output=True)
    if not (root.folder / DATA / "exchange.db").exists():
        faults.append("purging the package destroyed the database")
    print("exchange package: " + ("ok" if not faults else "FAILED: " + "; ".join(faults)))
    return len(faults)
