# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Update and going back, played with the real bundle: tests/packaging/tst_update.py, with release builds of two versions."""
import os
import pathlib
import subprocess
import sys

from bundling import metadata

BUILT = metadata.ROOT / "build/release"


def prove(packages: pathlib.Path) -> int:
    """Number of failures. The bundle that was made, its program exchanged for that of another version; mounted, and unpacked."""
    failed = 0
    for fuse in (True, False):
        done = subprocess.run([str(metadata.ROOT / "tests/support/keyring-run"), sys.executable, str(metadata.ROOT / "tests/packaging/tst_update.py"),
                               str(BUILT / "app/desktop/yichuang"), str(BUILT / "tests/packaging/yichuang_next"),
                               str(BUILT / "tests/packaging/storeworker"), str(packages / "AppDir")],
                              check=False, env=os.environ | ({} if fuse else {"APPIMAGE_EXTRACT_AND_RUN": "1"}))
        print(f"update and going back, {'mounted' if fuse else 'unpacked'}: {'passed' if done.returncode == 0 else 'failed'}", flush=True)
        failed += done.returncode != 0
    return failed
