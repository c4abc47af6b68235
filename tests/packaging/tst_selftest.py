# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The desktop's self-test against what this machine says by other ways, and with parts of it taken away.

usage: tst_selftest.py PROGRAM
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import paths

PROGRAM = ""
NO_FONTS = '<?xml version="1.0"?><fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>'


class SelfTest(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.report = self.folder / "report.json"

    def tearDown(self):
        self.temporary.cleanup()

    def run_it(self, path: pathlib.Path | None = None, **environment: str) -> subprocess.CompletedProcess:
        # No message bus: the keychain's answer is then the same everywhere.
        own = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        own |= {"QT_QPA_PLATFORM": "offscreen", "HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder)}
        return subprocess.run([PROGRAM, "--selftest", str(path or self.report)], capture_output=True, text=True, timeout=100,
                              env=own | environment)

    def read(self) -> dict:
        return json.loads(self.report.read_text(encoding="utf-8"))

    def test_whole(self):
        done = self.run_it()
        self.assertEqual(done.returncode, 0, done.stderr)
        report = self.read()
        said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(said, f"yichuang {report['version']}\n")
        self.assertEqual(report["missing"], [])
        self.assertEqual(report["qt"]["platform"], "offscreen")
        self.assertIn("QSQLITE", report["qt"]["sqlDrivers"])
        self.assertRegex(report["cipher"]["version"], r"^4\.")
        self.assertTrue(report["cipher"]["encrypts"])
        self.assertRegex(report["tls"]["library"], "OpenSSL")
        self.assertEqual(report["translation"], {"screens": True, "toolkit": True})
        self.assertIn("tcp", report["readers"]["kinds"])
        self.assertEqual(set(report["settings"]), {"locked", "lockFaults", "faults"})

    def test_fonts_are_those_of_the_machine(self):
        self.run_it()
        listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
        for family in self.read()["fonts"]["chinese"]:
            self.assertIn(family.split(" [")[0], listed)

    def test_no_chinese_font(self):
        config = self.folder / "fonts.conf"
        config.write_text(NO_FONTS.format(folder=self.folder / "none"))
        done = self.run_it(FONTCONFIG_FILE=str(config))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.read()["missing"], ["latin-font", "chinese-font"])
        self.assertIn("chinese-font", done.stderr)

    def test_keychain_is_a_note(self):
        self.run_it(DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        report = self.read()
        self.assertEqual(report["keychain"]["state"], "unavailable")
        self.assertIn("keychain-unavailable", report["notes"])

    def test_printing_is_told_as_it_is(self):
        self.run_it()
        linked = "libQt6PrintSupport" in subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
        report = self.read()
        self.assertEqual((report["printing"]["built"], "no-printing" in report["notes"]), (linked, not linked))

    def care(self, *arguments: str) -> subprocess.CompletedProcess:
        own = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(self.folder), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        return subprocess.run([PROGRAM, "--profile", str(self.folder / "profile"), *arguments], capture_output=True, text=True, timeout=100, env=own)

    def test_care_of_a_store(self):
        done = self.care("--check-store")
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertIn("STO-003", done.stderr)
        self.assertEqual(subprocess.run([PROGRAM, "--demo", "--check-store"], capture_output=True, timeout=100).returncode, 2)
        self.assertFalse((self.folder / "profile").exists())

    def test_nowhere_to_write(self):
        done = self.run_it(self.folder / "no/such/folder.json")
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot write", done.stderr)


class Manual(unittest.TestCase):
    def test_has_every_option(self):
        said = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
        options = set(re.findall(r"^ {2}(?:-\w, )?(--[a-z-]+)", said, re.M))
        page = (paths.LINUX / "debian/yichuang.1").read_text(encoding="utf-8").replace("\\-", "-")
        self.assertGreater(len(options), 15)
        self.assertEqual(set(re.findall(r"\\fB(--[a-z-]+)\\fR", page)), options)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
