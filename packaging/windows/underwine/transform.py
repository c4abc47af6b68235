# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""A transform (MST) as a hall's IT makes one with an editor of MSI tables: rows that it adds to the table Property."""
import pathlib
import struct
import subprocess
import tempfile
import uuid

CODEPAGE = 936
# The 64 letters of a stream's name, two of them in each character from U+3800 on, a single last one from U+4800 on.
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._"
TABLE = "\u4840"
# Low bit: a whole row; high byte: so many columns.
WHOLE_ROW = 1 | 2 << 8


# What tells a transform from a package, where the first folder of the file names its kind.
KIND = uuid.UUID("000c1082-0000-0000-c000-000000000046")


def stream_name(table: str) -> str:
    places = [LETTERS.index(letter) for letter in table]
    pairs = zip(places[0::2], places[1::2])
    last = chr(0x4800 + places[-1]) if len(places) % 2 else ""
    return TABLE + "".join(chr(0x3800 + (second << 6) + first) for first, second in pairs) + last


def streams(rows: dict[str, str]) -> dict[str, bytes]:
    words = [word for row in rows.items() for word in row]
    encoded = [word.encode("gbk") for word in words]
    pool = struct.pack("<HH", CODEPAGE, 0) + b"".join(struct.pack("<HH", len(word), 1) for word in encoded)
    data = b"".join(struct.pack("<HHH", WHOLE_ROW, 2 * i + 1, 2 * i + 2) for i in range(len(rows)))
    return {"_StringPool": pool, "_StringData": b"".join(encoded), "Property": data}


def write(target: pathlib.Path, rows: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for table, content in streams(rows).items():
            (pathlib.Path(folder) / stream_name(table)).write_bytes(content)
        names = sorted(path.name for path in pathlib.Path(folder).iterdir())
        subprocess.run(["gsf", "createole", str(target.resolve()), *names], cwd=folder, check=True, capture_output=True)
    content = bytearray(target.read_bytes())
    folders = (struct.unpack_from("<I", content, 48)[0] + 1) * 512
    content[folders + 80:folders + 96] = KIND.bytes_le
    target.write_bytes(content)
