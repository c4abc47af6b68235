# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The amalgamation that packaging/cmake/SqlCipher.cmake pins: the same tarball, the same checksum, the same place in the cache."""
import functools
import hashlib
import pathlib
import re
import subprocess
import tempfile

from . import sources

PINS = pathlib.Path(__file__).resolve().parents[2] / "cmake/SqlCipher.cmake"


@functools.cache
def _pins() -> tuple[str, str, str]:
    text = PINS.read_text(encoding="utf-8")
    package = re.search(r'set\(_sqlcipher_package "(.+)"\)', text).group(1)
    file = re.search(r'set\(_sqlcipher_file "(.+)"\)', text).group(1)
    halves = re.search(r'string\(CONCAT _sqlcipher_sha512\s+"([0-9a-f]{64})"\s+"([0-9a-f]{64})"\)', text)
    return package, file, "".join(halves.groups())


def sqlcipher_sum() -> str:
    return _pins()[2]


def sqlcipher() -> pathlib.Path:
    package, file, sha512 = _pins()
    target = sources.cache().parent / file
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as landing:
            subprocess.run(["npm", "pack", "--silent", "--ignore-scripts", package], cwd=landing, check=True, stdout=subprocess.DEVNULL)
            (pathlib.Path(landing) / file).rename(target)
    if hashlib.sha512(target.read_bytes()).hexdigest() != sha512:
        raise SystemExit(f"{target} is not the pinned {package}: remove it")
    return target
