# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What a program or library of Windows x64 is linked with, and which of that Windows itself brings."""
import pathlib
import struct

# Part of every Windows 10 and 11 with a desktop.
SYSTEM = {
    "advapi32", "authz", "bcrypt", "cfgmgr32", "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11", "d3d9", "dnsapi", "dwmapi", "dwrite", "dxgi",
    "gdi32", "imm32", "iphlpapi", "kernel32", "mpr", "msi", "msvcrt", "mswsock", "ncrypt", "netapi32", "ntdll", "ole32", "oleaut32", "rpcrt4", "secur32",
    "setupapi", "shcore", "shell32", "shlwapi", "user32", "userenv", "uxtheme", "version", "winhttp", "winmm", "winspool.drv", "ws2_32",
    "wtsapi32", "oleacc", "uiautomationcore",
}

# Size of an entry in the table of symbols, and the kind of those that name a source file.
SYMBOL = 18
FILE_SYMBOL = 103


def is_system(name: str) -> bool:
    lower = name.lower().removesuffix(".dll")
    return lower in SYSTEM or lower.startswith("api-ms-win-")


class Image:
    """The headers of a PE32+ file."""

    def __init__(self, data: bytes):
        self.data = data
        start, = struct.unpack_from("<I", data, 0x3C)
        if data[:2] != b"MZ" or data[start:start + 4] != b"PE\0\0":
            raise ValueError("not a file of Windows")
        sections, self.made = struct.unpack_from("<HI", data, start + 6)
        optional_size, = struct.unpack_from("<H", data, start + 20)
        self.optional = start + 24
        if struct.unpack_from("<H", data, self.optional)[0] != 0x20B:
            raise ValueError("not for 64 bits")
        self.subsystem, self.flags = struct.unpack_from("<HH", data, self.optional + 68)
        table = self.optional + optional_size
        # Virtual size, virtual address, size in the file, place in the file.
        self.sections = [struct.unpack_from("<IIII", data, table + 40 * i + 8) for i in range(sections)]

    def at(self, address: int) -> int:
        for _, begin, size, place in self.sections:
            if begin <= address < begin + size:
                return address - begin + place
        raise ValueError("an address outside the file")

    def text(self, address: int) -> str:
        begin = self.at(address)
        return self.data[begin:self.data.index(b"\0", begin)].decode("ascii")

    def table(self, index: int, entry: int, name_at: int) -> list[str]:
        """The names in a table of imports: it ends with an entry of zeros."""
        address, size = struct.unpack_from("<II", self.data, self.optional + 112 + 8 * index)
        found = []
        if not size:
            return found
        place = self.at(address)
        while any(self.data[place:place + entry]):
            found.append(self.text(struct.unpack_from("<I", self.data, place + name_at)[0]))
            place += entry
        return found

    def units(self) -> list[str]:
        """The source files it was linked from, as long as nobody has stripped it; many names have their first letters only."""
        start, = struct.unpack_from("<I", self.data, 0x3C)
        symbols, count = struct.unpack_from("<II", self.data, start + 12)
        found, i = set(), 0
        while i < count:
            place = symbols + SYMBOL * i
            kind, more = self.data[place + 16], self.data[place + 17]
            if kind == FILE_SYMBOL:
                found.add(self._unit(self.data[place + SYMBOL:place + SYMBOL * (1 + more)], symbols + SYMBOL * count))
            i += 1 + more
        return sorted(found)

    def _unit(self, name: bytes, strings: int) -> str:
        if name[:4] == bytes(4) and any(name):
            begin = strings + struct.unpack_from("<I", name, 4)[0]
            name = self.data[begin:self.data.index(b"\0", begin)]
        return name.rstrip(b"\0").decode("ascii", errors="replace")

    def imports(self) -> list[str]:
        """Those of the start and those that are loaded at first use."""
        return self.table(1, 20, 12) + self.table(13, 32, 4)


def imports(path: pathlib.Path) -> list[str]:
    try:
        return Image(path.read_bytes()).imports()
    except (ValueError, struct.error) as why:
        raise SystemExit(f"{path}: {why}") from why
