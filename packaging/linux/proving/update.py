# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Update and going back, played with the real bundle: tests/packaging/tst_update.py, with release builds of two versions."""
import pathlib
import subprocess
import sys

from bundling import metadata

BUILT = metadata.ROOT / "build/release"


def prove(packages: pathlib.Path) -> int:
    """Number of failures. The bundle that was made, its program exchanged for that of another version."""
    done = subprocess.run([str(metadata.ROOT / "tests/support/keyring-run"), sys.executable, str(metadata.ROOT / "tests/packaging/tst_update.py"),
                           str(BUILT / "app/desktop/yichuang"), str(BUILT / "tests/packaging/yichuang_next"), str(BUILT / "tests/packaging/storeworker"),
                           str(packages / "AppDir")], check=False)
    print(f"update and going back: {'passed' if done.returncode == 0 else 'failed'}", flush=True)
    return int(done.returncode != 0)
