# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The Debian package under the system's own updater: unattended-upgrades and a signed repository of the hall's."""
import pathlib
import subprocess

from . import roots

HERE = pathlib.Path(__file__).resolve().parent
NEEDED = ["unattended-upgrades", "apt-utils", "gpg", "gpg-agent"]


def prove(root: roots.Root, older: pathlib.Path, newer: pathlib.Path) -> int:
    """In a system where `older` is installed."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    root.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *NEEDED], network=True, check=True, capture_output=True,
             environment=quiet, timeout=900)
    for file in (older, newer, HERE / "update-in-root"):
        root.place(file, f"/opt/{file.name}")
    done = root.run(["/opt/update-in-root", f"/opt/{older.name}", f"/opt/{newer.name}"], environment=quiet, timeout=600,
                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print("deb under the system's updater: " + (done.stdout.splitlines()[-1] if done.returncode == 0 else f"FAILED\n{done.stdout[-2000:]}"), flush=True)
    return 0 if done.returncode == 0 else 1
