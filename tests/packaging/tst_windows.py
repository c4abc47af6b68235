# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The pieces of the installation for Windows in small: imports, icon, pins, words, and an MSI of three files against its check.

usage: tst_windows.py [--with-msi]
"""
import importlib.machinery
import importlib.util
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import unittest
import unittest.mock

import conditions
import paths

WINDOWS = paths.ROOT / "packaging/windows"
sys.path.insert(0, str(WINDOWS))
from bundling import licences
from dependencies import npm, sources
from installer import check, collect, package, pe, plan, properties, tables, texts, wix
from installer.meant import Meant

os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")
WITH_MSI = "--with-msi" in sys.argv


def image(now: list[str], later: list[str]) -> bytes:
    """A PE32+ file with nothing but one section that holds two tables of imports."""
    base, place = 0x1000, 0x200
    names = b"".join(name.encode() + b"\0" for name in now + later)
    tables_size = 20 * (len(now) + 1) + 32 * (len(later) + 1)
    at, first, second = base + tables_size, b"", b""
    for name in now:
        first += struct.pack("<IIIII", 1, 0, 0, at, 1)
        at += len(name) + 1
    for name in later:
        second += struct.pack("<IIIIIIII", 1, at, 0, 0, 0, 0, 0, 0)
        at += len(name) + 1
    body = first + bytes(20) + second + bytes(32) + names
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40)
    head += b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x22)
    directories = [(0, 0)] * 16
    directories[1], directories[13] = (base, 20 * (len(now) + 1)), (base + 20 * (len(now) + 1), 32 * (len(later) + 1))
    head += struct.pack("<H", 0x20B).ljust(68, b"\0") + struct.pack("<HH", 2, 0x160) + bytes(40)
    head += b"".join(struct.pack("<II", *one) for one in directories)
    head += b".rdata\0\0" + struct.pack("<IIII", len(body), base, len(body), place) + bytes(16)
    return head.ljust(place, b"\0") + body


class Imports(unittest.TestCase):
    def test_both_tables(self):
        found = pe.Image(image(["KERNEL32.dll", "Qt6Core.dll"], ["Later.dll"]))
        self.assertEqual(found.imports(), ["KERNEL32.dll", "Qt6Core.dll", "Later.dll"])
        self.assertEqual(found.subsystem, 2)
        self.assertEqual(pe.Image(image([], [])).imports(), [])

    def test_what_is_no_file_of_windows(self):
        with tempfile.TemporaryDirectory() as folder:
            for data in (b"#!/bin/sh\n" * 20, b"MZ".ljust(0x80, b"\0"), b"", image(["A.dll"], [])[:0x210]):
                path = pathlib.Path(folder) / "file"
                path.write_bytes(data)
                with self.assertRaises(SystemExit):
                    pe.imports(path)

    def test_which_are_of_windows(self):
        for name in ("KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll", "WINSPOOL.DRV", "bcrypt.dll"):
            self.assertTrue(pe.is_system(name), name)
        for name in ("Qt6Core.dll", "libstdc++-6.dll", "libcrypto-3-x64.dll", "kernel33.dll"):
            self.assertFalse(pe.is_system(name), name)

    def test_what_is_nowhere_ends_it(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "yichuang.exe"
            program.write_bytes(image(["KERNEL32.dll", "Absent.dll"], []))
            with self.assertRaisesRegex(SystemExit, "Absent.dll"):
                collect.Tree(pathlib.Path(folder) / "stage", []).add_needs(program)


class Stripped(unittest.TestCase):
    @unittest.skipUnless(shutil.which(f"{plan.TRIPLET}-strip"), "no tools for Windows on this machine")
    def test_says_the_moment_of_the_commit(self):
        library = next(path for folder in plan.RUNTIME_FOLDERS for path in folder.glob("libwinpthread*.dll"))
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / library.name
            shutil.copyfile(library, copy)
            with unittest.mock.patch.object(collect.metadata, "epoch", return_value=1_600_000_000):
                collect.strip(copy)
            self.assertEqual(pe.Image(copy.read_bytes()).made, 1_600_000_000)


class Icon(unittest.TestCase):
    def test_every_size_of_the_shell(self):
        loader = importlib.machinery.SourceFileLoader("make_icon", str(WINDOWS / "make-icon"))
        make = importlib.util.module_from_spec(importlib.util.spec_from_loader("make_icon", loader))
        loader.exec_module(make)
        data = make.icon(make.pictures())
        _, kind, count = struct.unpack_from("<HHH", data)
        self.assertEqual((kind, count), (1, len(make.SIZES)))
        for i, size in enumerate(make.SIZES):
            width, _, _, _, _, bits, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * i)
            self.assertEqual((width or 256, bits), (size, 32))
            self.assertEqual(struct.unpack_from(">8sI4sII", data, at)[3:], (size, size))
            self.assertEqual(data[at + length - 8:at + length - 4], b"IEND")


class Pins(unittest.TestCase):
    def test_every_source_has_sums_and_a_licence(self):
        for name, entry in sources.table().items():
            self.assertTrue(all(re.fullmatch("[0-9a-f]{64}", one) for one in entry["files"].values()), name)
            self.assertTrue(entry["licence"] and entry["text"] and entry["version"], name)

    @unittest.skipUnless(shutil.which(f"{plan.TRIPLET}-g++-posix"), "no compiler for Windows on this machine")
    def test_libraries_are_named_by_all_that_goes_into_them(self):
        names = ("qt6-base", "qtkeychain", "qcoro", "argon2", "libsodium", "headers")
        say = ("from dependencies import libraries, qt, recipe; recipe.Recipe.prepare = lambda self: False; q = qt.build(); "
               "print(*(one.name for one in (q, libraries.keychain(q), libraries.qcoro(q), libraries.argon2(), libraries.libsodium(), libraries.headers())))")
        changes = {
            ("toolchain.cmake", "set(", "# another\nset("): set(names),
            ("dependencies/recipe.py", "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_BUILD_TYPE=Debug"): set(names),
            ("dependencies/qt.py", '"schannel", ', ""): {"qt6-base", "qtkeychain", "qcoro"},
            ("dependencies/libraries.py", '["-O2", "-I"', '["-O0", "-DARGON2_NO_THREADS", "-I"'): set(names) - {"qt6-base"},
            ("dependencies/libraries.py", '"add_definitions( -DUNICODE )"', '"add_definitions( -DUNICODE -DOTHER )"'): set(names) - {"qt6-base"},
            ("dependencies/sources.json", '"1.0.18-1+deb12u1"', '"1.0.18-1+deb12u2"'): {"libsodium"},
        }

        def folders(windows: pathlib.Path) -> dict[str, str]:
            said = subprocess.run([sys.executable, "-B", "-c", say], cwd=windows, capture_output=True, text=True, check=True).stdout.split()
            return dict(zip(names, said, strict=True))

        with tempfile.TemporaryDirectory() as folder:
            windows = pathlib.Path(folder) / "packaging/windows"
            shutil.copytree(WINDOWS.parent / "cmake", windows.parent / "cmake")
            shutil.copytree(WINDOWS, windows)
            before = folders(windows)
            for (file, old, new), changed in changes.items():
                text = (windows / file).read_text(encoding="utf-8")
                self.assertIn(old, text)
                (windows / file).write_text(text.replace(old, new, 1), encoding="utf-8")
                after = folders(windows)
                self.assertEqual({name for name in names if after[name] != before[name]}, changed, (file, new))
                (windows / file).write_text(text, encoding="utf-8")

    def test_sqlcipher_is_the_same_as_on_linux(self):
        self.assertRegex(npm.sqlcipher_sum(), "^[0-9a-f]{128}$")

    def test_the_bill_says_which_sqlcipher_it_is(self):
        """Where a build has brought it already: the pin names the package that holds it, not its own version."""
        path = sources.cache().parent / npm._pins()[1]
        if not path.exists():
            self.skipTest(f"no {path.name} in the cache")
        with tarfile.open(path) as archive:
            code = archive.extractfile("package/deps/sqlcipher-amalgamation/sqlite3.c").read().decode("utf-8")
        said = {one["name"]: one["version"] for one in licences.table()["compiledIn"]}
        self.assertEqual(re.search(r'^#define SQLITE_VERSION +"([0-9.]+)"', code, re.M)[1], said["sqlite"])
        self.assertEqual(re.search(r"^#define CIPHER_VERSION_NUMBER ([0-9.]+)", code, re.M)[1], said["sqlcipher"])

    def test_wrong_bytes_in_the_cache_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_CACHE_HOME"] = folder
            try:
                target = sources.cache() / "sources/x.tar"
                target.parent.mkdir(parents=True)
                target.write_bytes(b"x")
                with self.assertRaisesRegex(SystemExit, "not the pinned file"):
                    sources.fetch("pool", "x.tar", "0" * 64)
            finally:
                del os.environ["XDG_CACHE_HOME"]


class Words(unittest.TestCase):
    def test_nothing_is_lost(self):
        self.assertEqual(texts.faults(), [])
        self.assertTrue(all(re.search("[一-鿿]", one.chinese) for one in texts.ALL))

    def test_the_manual_names_every_property(self):
        manual = (paths.ROOT / "packaging/README.md").read_text(encoding="utf-8")
        for name in [*(one.name for one in properties.KEPT), properties.REMOVE_STORES]:
            self.assertIn(f"| `{name}` |", manual)

    def test_examples_lie_where_clerks_cannot_write(self):
        manual = (paths.ROOT / "packaging/README.md").read_text(encoding="utf-8")
        found = re.findall(r"\b[A-Z]:\\[^`\s|]*", manual)
        self.assertGreater(len(found), 5)
        self.assertEqual([one for one in found if not one.startswith("C:\\Program")], [])

    def test_refusals_fit_their_column_and_name_the_value(self):
        known = {one.name for one in properties.KEPT}
        for one in texts.REFUSALS:
            name = re.match(r"NOT ([A-Z]+) OR \1=\"-\" OR ", one.key)[1]
            self.assertIn(name, known)
            self.assertLessEqual(len(one.key), 255)
            self.assertIn(f"[{name}]", one.chinese)
            self.assertEqual(re.findall(r"\[\w*\]", one.chinese), [f"[{name}]"])

    def test_refuses_what_nothing_can_mean(self):
        refused = {
            "EXCHANGE": ["http://exchange.hall.example", "ftp://h", "exchange.hall.example", "https://", "https:///x", "https://:8443", "http://localhost.example",
                         "http://localhostess:80", "http://127.0.0.1.example", "http://127.0.0.10", "http://[::1]x", "https://u:p@h", "https://h/?x", "https://h/#x", "https://h /"],
            "READER": ["usb:1", "serial:COM3;usb:1", "serial:COM3;HID:1:2", "serial:", "serial:;tcp:h:1", "serial:COM3;tcp:", "serial:?baud=9600", "tcp::4001", "tcp:10.0.0.7:",
                       "SERIAL:COM3", "serial:COM3;Serial:COM4", "serial:COM3,usb:1", "serial:COM3, serial:COM4", "serial:COM3;", "demo:", "COM3",
                       "serial:COM3;tcp:10.0.0.7:4001;pcsc:0", "serial:COM3;serial:COM4;1", "serial:COM3;sreial:COM4"],
            "UILANGUAGE": ["zh", "EN"],
            "OFFLINEENTRYDAYS": ["99", "-1", "32", "week", "7 days"],
            "UPDATESOURCE": ["ftp://h", "https://", "http://localhost.example/x", "http://updates.hall.example", "https://u@h/x", "updates"],
            "UPDATEWHEN": ["now"],
            "STARTMENU": ["yes", "2"],
        }
        taken = {
            "EXCHANGE": ["https://exchange.hall.example:8443", "HTTPS://h", "https://h/x", "http://localhost", "http://LOCALHOST:8080", "http://localhost/", "http://127.0.0.1:9", "http://[::1]:9/x"],
            "READER": ["serial:COM3", "serial:COM3?baud=9600", "tcp:10.0.0.7:4001", "serial:COM3;tcp:10.0.0.7:4001;serial:COM4", "tcp:[fe80::1]:4001", "tcp:::1:4001", "tcp:hub-usb:4001"],
            "UILANGUAGE": ["zh_CN", "en"],
            "OFFLINEENTRYDAYS": ["0", "7", "31"],
            "UPDATESOURCE": ["https://updates.hall.example/windows", r"\\server\share of the hall", r"C:\Program Files\updates #1", "http://localhost:80/x"],
            "UPDATEWHEN": ["ask", "start", "never"],
            "STARTMENU": ["0", "1"],
        }
        for name in refused.keys() | taken.keys():
            rules = [one.key for one in texts.REFUSALS if one.key.startswith(f"NOT {name} ")]
            self.assertEqual([value for value in refused[name] if all(conditions.holds(rule, **{name: value}) for rule in rules)], [])
            self.assertEqual([value for value in ["", "-", *taken[name]] if not all(conditions.holds(rule, **{name: value}) for rule in rules)], [])

    def test_settings_are_those_that_the_desktop_reads(self):
        source = (paths.ROOT / "app/desktop/machinesettings.cpp").read_text(encoding="utf-8")
        self.assertIn("return update::administratorKey();", source)
        place = (paths.ROOT / "src/update/administratorfile.cpp").read_text(encoding="utf-8")
        self.assertIn(properties.SETTINGS_KEY.replace("\\", "\\\\") + '"_s;', place)
        read = set(re.findall(r'settings\.value\(u"([a-z-]+)"_s\)', source))
        self.assertEqual(read, {one.value for one in properties.SETTINGS})

    def test_settings_are_those_that_the_update_service_reads(self):
        source = (paths.ROOT / "src/update/updatesettings.cpp").read_text(encoding="utf-8")
        self.assertIn(properties.UPDATE_KEY.replace("\\", "\\\\"), source)
        self.assertEqual(set(re.findall(r'value\(u"([a-z]+)"_s, ', source)), {one.value for one in properties.UPDATES})
        self.assertIn(f'L"{wix.SERVICE}"', (paths.ROOT / "app/updater/service.h").read_text(encoding="utf-8"))

    def test_actions_do_not_share_a_place(self):
        places = [one[-1] for one in tables.actions()]
        self.assertEqual(len(places), len(set(places)))


class Wishes(unittest.TestCase):
    """What packaging/dev msi is told."""

    def said(self, *words: str, **environment: str) -> str:
        own = {name: value for name, value in os.environ.items() if not name.startswith("YICHUANG_")}
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, str(WINDOWS / "msi"), "--folders", "", "--out", folder, "--program", "none", *words]
            ended = subprocess.run(command, env=own | environment, capture_output=True, text=True)
        self.assertNotEqual(ended.returncode, 0)
        return ended.stderr

    def test_a_signature_wants_certificate_and_key(self):
        for words, environment in ((["--sign-certificate", "c.pem"], {}), (["--sign-key-file", "k.pem"], {}), ([], {"YICHUANG_SIGN_CERTIFICATE": "c.pem"}),
                                   (["--sign-certificate", "c.pem"], {"YICHUANG_SIGN_KEY_FILE": ""})):
            self.assertIn("go together", self.said(*words, **environment))
        self.assertNotIn("go together", self.said(YICHUANG_SIGN_CERTIFICATE="", YICHUANG_SIGN_KEY_FILE=""))

    def test_a_version_that_windows_does_not_compare(self):
        self.assertIn("three numbers", self.said("--version", "1.2.3.4"))


class Msi(unittest.TestCase):
    def setUp(self):
        if not WITH_MSI:
            self.skipTest("wixl, msitools, faketime and osslsigncode are not installed")
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.stage = self.folder / "stage"
        (self.stage / "plugins/tls").mkdir(parents=True)
        for own in (wix.PROGRAM, wix.UPDATER):
            (self.stage / own).write_bytes(image(["KERNEL32.dll"], []))
        (self.stage / "plugins/tls/a.dll").write_bytes(b"a")
        (self.folder / "x.ico").write_bytes(bytes(64))

    def tearDown(self):
        if WITH_MSI:
            self.temporary.cleanup()

    def make(self, name: str, version: str = "1.2.3") -> pathlib.Path:
        for path in self.stage.rglob("*"):
            os.utime(path, (1790000000, 1790000000))
        package.pack(self.stage, self.folder / "x.ico", version, self.folder / name)
        return self.folder / name

    def query(self, msi: pathlib.Path, statement: str) -> None:
        subprocess.run(["msibuild", str(msi), "-q", statement], check=True)

    def test_is_as_it_was_meant(self):
        msi = self.make("a.msi")
        self.assertEqual(check.faults(msi, "1.2.3", self.stage), [])
        self.assertEqual(msi.read_bytes(), self.make("b.msi").read_bytes())
        (self.stage / "plugins/tls/a.dll").write_bytes(b"b")
        self.assertNotEqual(msi.read_bytes(), self.make("c.msi").read_bytes())
        self.assertRegex("\n".join(check.faults(msi, "1.2.3", self.stage)), "a.dll: other bytes")

    def test_names_no_folder_of_the_builder(self):
        for folder in (paths.ROOT, sources.cache()):
            (self.stage / wix.PROGRAM).write_bytes(image(["KERNEL32.dll"], []) + str(folder / "include/a.h").encode() + bytes(1))
            self.assertRegex("\n".join(check.faults(self.make("a.msi"), "1.2.3", self.stage)), f"{wix.PROGRAM} names {folder}")

    def test_paths_may_be_relative(self):
        whole = self.make("whole.msi").read_bytes()
        before = pathlib.Path.cwd()
        os.chdir(self.folder)
        try:
            package.pack(pathlib.Path("stage"), pathlib.Path("x.ico"), "1.2.3", pathlib.Path("relative.msi"))
        finally:
            os.chdir(before)
        self.assertEqual((self.folder / "relative.msi").read_bytes(), whole)

    def test_the_check_sees_what_is_wrong(self):
        whole = self.make("whole.msi").read_bytes()
        wrong = {
            "UPDATE `Shortcut` SET `Name` = '' WHERE `Shortcut` = 'MenuShortcut'": "Shortcut.Name of MenuShortcut",
            "UPDATE `Property` SET `Value` = 'WIX_UPGRADE_DETECTED;WIX_DOWNGRADE_DETECTED;UPDATESOURCE' WHERE `Property` = 'SecureCustomProperties'": "UPDATESOURCE of anybody",
            "UPDATE `Property` SET `Value` = 'WIX_DOWNGRADE_DETECTED' WHERE `Property` = 'SecureCustomProperties'": "WIX_UPGRADE_DETECTED is lost",
            "DELETE FROM `AppSearch` WHERE `Property` = 'OLDREADER'": "READER is not looked for",
            "DELETE FROM `LaunchCondition` WHERE `Condition` = 'NOT WIX_DOWNGRADE_DETECTED OR GOBACK=\"1\"'": "WIX_DOWNGRADE_DETECTED",
            "UPDATE `InstallExecuteSequence` SET `Sequence` = 3600 WHERE `Action` = 'RemoveStores'": "InstallExecuteSequence.Sequence of RemoveStores",
            "UPDATE `InstallExecuteSequence` SET `Sequence` = 1901 WHERE `Action` = 'RemoveExistingProducts'": "one service takes the other's place",
            "UPDATE `InstallExecuteSequence` SET `Sequence` = 700 WHERE `Action` = 'LaunchConditions'": "what is said now is checked",
            "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('Other', 51, 'A', 'b')": "CustomAction: Other is not meant",
        }
        for i, (statement, sign) in enumerate(wrong.items()):
            msi = self.folder / f"wrong{i}.msi"
            msi.write_bytes(whole)
            self.query(msi, statement)
            self.assertTrue(any(sign in fault for fault in check.faults(msi, "1.2.3")), statement)

    def test_the_check_sees_every_cell(self):
        msi = self.make("a.msi")
        there, meant = check.read(msi), Meant(self.stage, "1.2.3").tables
        self.assertEqual(check.table_faults(there, meant), [])
        tried, missed = 0, []
        for name, table in there.items():
            for row in list(table.rows):
                if name == "_SummaryInformation" and row["PropertyId"] in check.UNTOLD:
                    continue
                for cell, text in list(row.items()):
                    # The names of rows are wixl's own, but for those that a component is known by.
                    if (name, cell) == ("Registry", "Registry") and not any(one["KeyPath"] == text for one in there["Component"].rows):
                        continue
                    row[cell] = text + "0"
                    tried += 1
                    missed += [] if check.table_faults(there, meant) else [f"{name}.{cell} of {row}"]
                    row[cell] = text
                table.rows.remove(row)
                missed += [] if check.table_faults(there, meant) else [f"{name} without {row}"]
                table.rows.append(row)
        self.assertEqual(missed, [])
        self.assertGreater(tried, 1000)

    def test_versions_that_windows_does_not_compare_end_it(self):
        for version in ("1.2.3.4", "256.0.0", "1.256.0", "1.2.65536", "abc", "1.2", "01.2.3", "1.2.-3", ""):
            with self.assertRaisesRegex(SystemExit, "three numbers", msg=version):
                self.make("a.msi", version)
        for version in ("0.0.0", "255.255.65535"):
            self.assertIsNone(package.version_fault(version))

    def test_settings_can_be_taken_back(self):
        rows = {row["Component"]: row for row in check.read(self.make("a.msi"))["Component"].rows}
        wanted = {*(f"Keep{one.name}" for one in properties.KEPT if one is not properties.FOLDER), "MenuLink", "DemoLink", "DesktopLink", "Autostart", "UpdateService"}
        self.assertEqual({name for name, row in rows.items() if row["Condition"]}, wanted)
        self.assertEqual({name for name, row in rows.items() if int(row["Attributes"]) & 64}, wanted)

    def test_components_stay_over_versions(self):
        old = {row["Component"]: row["ComponentId"] for row in check.read(self.make("a.msi"))["Component"].rows}
        (self.stage / "new.dll").write_bytes(b"n")
        new = {row["Component"]: row["ComponentId"] for row in check.read(self.make("b.msi", "1.2.4"))["Component"].rows}
        self.assertEqual({name: new[name] for name in old}, old)
        self.assertEqual(len(new), len(old) + 1)

    def test_signature_protects_it(self):
        msi = self.make("a.msi")
        key, certificate = self.folder / "key.pem", self.folder / "certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Hall IT", "-keyout", str(key), "-out", str(certificate)],
                       check=True, capture_output=True)
        unsigned = msi.read_bytes()
        package.sign(msi, certificate, key, None)
        self.assertEqual(check.faults(msi, "1.2.3", self.stage), [])
        signed = msi.read_bytes()
        msi.write_bytes(unsigned)
        package.sign(msi, certificate, key, None)
        self.assertEqual(msi.read_bytes(), signed)
        verify = ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(msi)]
        self.assertIn("Signature verification: ok", subprocess.run(verify, capture_output=True, text=True).stdout)
        self.query(msi, "UPDATE `Property` SET `Value` = 'Other' WHERE `Property` = 'Manufacturer'")
        self.assertNotIn("Signature verification: ok", subprocess.run(verify, capture_output=True, text=True).stdout)

    def test_names_that_would_be_lost_end_it(self):
        (self.stage / "说明.txt").write_text("x", encoding="utf-8")
        with self.assertRaisesRegex(SystemExit, "not ASCII"):
            wix.Source(self.stage, "1.2.3").text("x.ico")


if __name__ == "__main__":
    unittest.main(argv=[one for one in sys.argv if one != "--with-msi"])
