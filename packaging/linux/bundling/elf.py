# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What an ELF file is linked with, and where a section of it lies."""
import os
import pathlib
import re
import struct
import subprocess

from . import metadata


def is_elf(path: pathlib.Path) -> bool:
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def needed(path: pathlib.Path) -> dict[str, pathlib.Path]:
    """Name -> file of every library that the loader of this machine takes for `path`, its own needs included."""
    text = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=True).stdout
    found = {}
    for line in text.splitlines():
        if "not found" in line:
            raise SystemExit(f"{path}: {line.strip()}")
        match = re.match(r"\s*(\S+) => (/\S+)", line)
        if match:
            found[match.group(1)] = pathlib.Path(match.group(2))
    return found


def glibc_needed(path: pathlib.Path) -> tuple[int, ...]:
    """The newest version of glibc whose symbols the file asks for."""
    text = subprocess.run(["objdump", "-T", str(path)], capture_output=True, text=True, check=True).stdout
    versions = [tuple(map(int, found.split("."))) for found in re.findall(r"\(GLIBC_([0-9.]+)\)", text)]
    return max(versions, default=(0,))


def strip(path: pathlib.Path) -> None:
    """Leaves out what only the build needs. The Build ID was taken of all there was, so that there must be no folder of the build in it."""
    data = path.read_bytes()
    if re.search(rb"(?<![\w./-])" + re.escape(os.fsencode(metadata.ROOT)) + rb"/", data):
        raise SystemExit(f"{path.name}: names the folder {metadata.ROOT}, which makes two builds differ; use the preset release")
    try:
        section(data, ".debug_info")
    except ValueError:
        subprocess.run(["strip", "--strip-all", str(path)], check=True)
        return
    raise SystemExit(f"{path.name}: built with debugging information, which makes two builds differ; use the preset release")


def section(data: bytes, name: str) -> tuple[int, int]:
    """Offset and size of a section of a 64-bit little-endian ELF file."""
    if data[:6] != b"\x7fELF\x02\x01":
        raise ValueError("not a 64-bit little-endian ELF file")
    table, = struct.unpack_from("<Q", data, 0x28)
    entry, count, names_index = struct.unpack_from("<HHH", data, 0x3A)
    headers = [struct.unpack_from("<IIQQQQ", data, table + entry * i) for i in range(count)]
    names = headers[names_index][4]
    for header in headers:
        begin = names + header[0]
        if data[begin:data.index(b"\0", begin)] == name.encode():
            return header[4], header[5]
    raise ValueError(f"no section {name}")
