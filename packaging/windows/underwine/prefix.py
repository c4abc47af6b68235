# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""A Windows of the tester's own: a fresh Wine prefix with a display, a home and a drive C that nobody else uses."""
import contextlib
import os
import pathlib
import re
import subprocess
import tempfile
from collections.abc import Iterator

from proving import screen

WINE = "/usr/lib/wine/wine64"
SERVER = "/usr/lib/wine/wineserver64"
PATIENCE = 300.0
USER = "clerk"


class Wine:
    def __init__(self, folder: pathlib.Path, display: str):
        self.folder, self.display = folder, display
        self.home = folder / "home"
        self.home.mkdir()
        (folder / "prefix").mkdir()
        self.drive = folder / "prefix/drive_c"
        self.fonts()

    def fonts(self) -> None:
        """Wine asks fontconfig for those of the machine, which may have none."""
        config = self.home / ".config/fontconfig/fonts.conf"
        config.parent.mkdir(parents=True)
        config.write_text('<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir>'
                          f"<cachedir>{self.folder}/fontcache</cachedir></fontconfig>\n", encoding="utf-8")

    def environment(self, **more: str) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("WINE", "QT_", "YICHUANG_", "XDG_", "TMPDIR"))}
        own |= {"WINEPREFIX": str(self.folder / "prefix"), "WINEARCH": "win64", "WINEDLLOVERRIDES": "mscoree=;mshtml=", "WINEDEBUG": "-all",
                "HOME": str(self.home), "USER": USER, "DISPLAY": self.display, "LC_ALL": "C.UTF-8"}
        return own | more

    def run(self, command: list[str], timeout: float = PATIENCE, environment: dict[str, str] | None = None,
            beside: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
        """beside: a program of Linux that runs the rest. Output goes through files: Wine's services inherit it and would hold a pipe open long after the program's end."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            code = subprocess.run([*beside, WINE, *command], env=self.environment(**(environment or {})), timeout=timeout, stdin=subprocess.DEVNULL,
                                  stdout=out, stderr=errors).returncode
            out.seek(0)
            errors.seek(0)
            said = [file.read().decode("utf-8", errors="replace").replace("\r\n", "\n") for file in (out, errors)]
        return subprocess.CompletedProcess(command, code, *said)

    def start(self, command: list[str]) -> subprocess.Popen:
        return subprocess.Popen([WINE, *command], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def msiexec(self, *words: str) -> int:
        """The exit code: that of Windows Installer without its higher bits (1603 is 67)."""
        return self.run(["msiexec", *words, "/qn"]).returncode

    def windows_path(self, path: pathlib.Path) -> str:
        return "Z:" + str(path.resolve()).replace("/", "\\")

    def path(self, place: str) -> pathlib.Path:
        """A file on drive C, written as Linux does."""
        return self.drive / place

    def registry(self, key: str) -> dict[str, str]:
        """Name -> value of the texts under a key and the keys below it; empty when there is no such key."""
        out = self.path("registry.txt")
        out.unlink(missing_ok=True)
        self.run(["regedit", "/E", r"C:\registry.txt", "HKEY_LOCAL_MACHINE\\" + key])
        if not out.exists():
            return {}
        found = re.findall(r'^"((?:[^"\\]|\\.)*)"="((?:[^"\\]|\\.)*)"\r?$', out.read_bytes().decode("utf-16"), re.M)
        return {name: value.replace('\\"', '"').replace("\\\\", "\\") for name, value in found}

    def links(self) -> set[str]:
        """Names of the shortcuts in menus and on the desktop."""
        places = [self.drive / "users", self.drive / "ProgramData", self.home]
        return {path.name for place in places for path in place.rglob("*.lnk")}

    def serve(self) -> None:
        """One server for all: each program else waits for the last one's end. It tells all it has when a terminal hangs up."""
        subprocess.run([SERVER, "-p"], env=self.environment(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def close(self) -> None:
        for word in ("-k", "-w"):
            subprocess.run([SERVER, word], env=self.environment(), capture_output=True)


@contextlib.contextmanager
def made() -> Iterator[Wine]:
    with tempfile.TemporaryDirectory(prefix="yichuang-wine-", ignore_cleanup_errors=True) as folder, screen.display() as display:
        wine = Wine(pathlib.Path(folder), display)
        try:
            wine.serve()
            # A program that crashes ends; else a window waits for somebody to close it, and the crash looks as if the program hung.
            quiet = ["reg", "add", r"HKCU\Software\Wine\WineDbg", "/v", "ShowCrashDialog", "/t", "REG_DWORD", "/d", "0", "/f"]
            for command in (["wineboot", "-i"], ["winecfg", "-v", "win10"], quiet):
                if code := wine.run(command).returncode:
                    raise SystemExit(f"wine: {' '.join(command)} ended with {code}")
            # Making the prefix starts two managers of services, which do not know of each other's: anew, there is one.
            wine.close()
            wine.serve()
            yield wine
        finally:
            wine.close()
