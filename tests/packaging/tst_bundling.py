# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The pieces of a bundle: launcher, ELF sections, licences, Debian package, each in small."""
import hashlib
import os
import pathlib
import re
import stat
import struct
import subprocess
import tempfile
import unittest

import paths
from bundling import appimage, deb, debian, elf, licences, metadata

os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")


def sha256(path: pathlib.Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Launcher(unittest.TestCase):
    """The launcher with a loader that only tells what it was given."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name) / "a folder"
        appimage.launcher(self.root / "AppRun", "usr")
        loader = self.root / "usr/bin/ld-linux-x86-64.so.2"
        loader.parent.mkdir(parents=True)
        loader.write_text('#!/bin/sh\nenv\nfor word in "$@"; do echo "[$word]"; done\nexit 7\n')
        loader.chmod(0o755)
        self.tools = self.root / "tools"
        self.tools.mkdir()

    def tearDown(self):
        self.folder.cleanup()

    def run_it(self, *words: str, start: str = "AppRun", **environment: str) -> str:
        done = subprocess.run([str(self.root / start), *words], capture_output=True, text=True,
                              env={"PATH": f"{self.tools}:/usr/bin:/bin"} | environment)
        self.assertEqual(done.returncode, 7)
        return done.stdout

    def tool(self, name: str):
        (self.tools / name).write_text("#!/bin/sh\n")
        (self.tools / name).chmod(0o755)

    def test_passes_words_through(self):
        said = self.run_it("--tour", "a b", "")
        self.assertIn("[--tour]\n[a b]\n[]\n", said)
        self.assertIn(f"[--library-path]\n[{self.root}/usr/lib]\n[{self.root}/usr/bin/yichuang]\n", said)

    def test_works_through_a_link(self):
        (self.root / "link").symlink_to("AppRun")
        self.assertIn(f"[{self.root}/usr/bin/yichuang]", self.run_it(start="link"))

    def test_drops_plugins_of_another_qt(self):
        said = self.run_it(QT_PLUGIN_PATH="/elsewhere", QT_QPA_PLATFORM_PLUGIN_PATH="/elsewhere")
        self.assertNotIn("/elsewhere", said)

    def test_fcitx_of_the_machine(self):
        self.assertNotIn("QT_PLUGIN_PATH", self.run_it(QT_IM_MODULE="fcitx"))
        self.tool("fcitx")
        self.assertIn(f"QT_PLUGIN_PATH={self.root}/usr/plugins-fcitx4\n", self.run_it(QT_IM_MODULE="fcitx"))
        self.assertNotIn("QT_PLUGIN_PATH", self.run_it(QT_IM_MODULE="ibus"))
        self.tool("fcitx5")
        self.assertNotIn("QT_PLUGIN_PATH", self.run_it(QT_IM_MODULE="fcitx"))

    def test_platform_that_is_not_here(self):
        for given in ("wayland", "dxcb", "wayland;dxcb", "dxcb;xcb", "wayland;xcb", "xcb", ""):
            self.assertIn("QT_QPA_PLATFORM=xcb\n", self.run_it(QT_QPA_PLATFORM=given))
        self.assertIn("QT_QPA_PLATFORM=xcb\n", self.run_it())
        for given in ("xcb:nograb", "xcb;wayland", "offscreen:configfile=x"):
            self.assertIn(f"QT_QPA_PLATFORM={given}\n", self.run_it(QT_QPA_PLATFORM=given))

    def test_keeps_what_the_machine_says(self):
        said = self.run_it(QT_XCB_GL_INTEGRATION="xcb_glx", FONTCONFIG_FILE="/etc/other.conf")
        self.assertIn("QT_XCB_GL_INTEGRATION=xcb_glx", said)
        self.assertIn("FONTCONFIG_FILE=/etc/other.conf", said)
        self.assertIn(f"FONTCONFIG_FILE={self.root}/usr/share/fontconfig/fonts.conf", self.run_it())


class Elf(unittest.TestCase):
    @staticmethod
    def file(sections: dict[str, bytes]) -> bytes:
        """A file with nothing but sections, the last one their names."""
        names = b"\0" + b"".join(name.encode() + b"\0" for name in [*sections, ".names"])
        body, headers = b"", [bytes(64)]
        for name, content in {**sections, ".names": names}.items():
            headers.append(struct.pack("<IIQQQQIIQQ", names.index(name.encode() + b"\0"), 1, 0, 0, 64 + len(body), len(content), 0, 0, 1, 0))
            body += content
        head = b"\x7fELF\x02\x01\x01".ljust(16, b"\0") + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0, 0, 64 + len(body), 0, 64, 0, 0, 64,
                                                                     len(headers), len(headers) - 1)
        return head + body + b"".join(headers)

    def test_finds_a_section(self):
        data = self.file({".text": b"code", ".upd_info": bytes(64)})
        offset, size = elf.section(data, ".upd_info")
        self.assertEqual((data[offset:offset + size], data[offset - 4:offset]), (bytes(64), b"code"))
        with self.assertRaises(ValueError):
            elf.section(data, ".absent")
        with self.assertRaises(ValueError):
            elf.section(b"#!/bin/sh", ".text")

    def test_writes_update_information(self):
        data = self.file({".upd_info": bytes(64)})
        filled = appimage.with_update_information(data, "zsync|https://hall.example/x.zsync")
        self.assertEqual(len(filled), len(data))
        offset, size = elf.section(filled, ".upd_info")
        self.assertEqual(filled[offset:offset + size].rstrip(b"\0"), b"zsync|https://hall.example/x.zsync")
        with self.assertRaises(SystemExit):
            appimage.with_update_information(data, "x" * 64)


class Programs(unittest.TestCase):
    """A program is the same wherever it was built: its Build ID covers what strip takes away."""
    def build(self, folder: str, *options: str) -> pathlib.Path:
        source = pathlib.Path(folder) / "tool.c"
        source.write_text("#ifndef PLACE\n#define PLACE \"\"\n#endif\nconst char *place = PLACE;\nint main(void) { return !place; }\n")
        subprocess.run(["cc", *options, "-o", "built", str(source)], cwd=folder, check=True)
        target = pathlib.Path(folder) / "stage/tool"
        deb.strip_into(pathlib.Path(folder) / "built", target)
        return target

    def test_same_from_two_folders(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            self.assertEqual(sha256(self.build(one)), sha256(self.build(other)))

    def test_refuses_what_names_its_folder(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaises(SystemExit):
            self.build(folder, "-g1")
        with tempfile.TemporaryDirectory() as folder, self.assertRaises(SystemExit):
            self.build(folder, f'-DPLACE="{paths.ROOT}/src/tool.c"')


class Licences(unittest.TestCase):
    def test_choice_decides(self):
        for licence, free in {"MIT": True, "GPL-2.0-only": False, "LGPL-3.0-only OR GPL-2.0-only": True, "MIT AND GPL-3.0-or-later": False,
                              "GPL-3.0-or-later WITH GCC-exception-3.1": True, "LGPL-2.1-or-later": True}.items():
            self.assertEqual(licences.is_free_to_bundle(licence), free, licence)

    def test_undecided_source_ends_it(self):
        unknown = debian.Package("libx1", "1", "amd64", "no-such-source", "1")
        with self.assertRaisesRegex(SystemExit, "no-such-source"):
            licences.licence_of(unknown)

    def test_copyright_file_must_agree(self):
        with tempfile.TemporaryDirectory() as folder:
            text = pathlib.Path(folder) / "copyright"
            text.write_text("All rights reserved.")

            class Changed(debian.Package):
                copyright_file = text

            with self.assertRaisesRegex(SystemExit, "read it again"):
                licences.licence_of(Changed("zlib1g", "1", "amd64", "zlib", "1"))
            text.write_text("License: Zlib")
            self.assertEqual(licences.licence_of(Changed("zlib1g", "1", "amd64", "zlib", "1")), "Zlib")

    def test_table_names_what_the_build_pins(self):
        pins = "".join((paths.ROOT / "packaging/cmake" / name).read_text() for name in ("SqlCipher.cmake", "PinyinTable.cmake", "CountryTable.cmake"))
        for one in licences.table()["compiledIn"]:
            package = one["origin"].removeprefix("pkg:npm/").replace("%40", "@")
            name, _, version = package.rpartition("@")
            self.assertTrue(f"{name}@{version}" in pins or f"{name}-{version}.tgz" in pins, package)
            self.assertTrue((licences.FOLDER / f"{one['text']}.txt").exists(), one["name"])


class DebianPackage(unittest.TestCase):
    def build(self, folder: str, mode: int) -> pathlib.Path:
        stage = pathlib.Path(folder) / "stage"
        (stage / "usr/bin").mkdir(parents=True)
        program = stage / "usr/bin/tool"
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        deb.write_docs(stage, "tool")
        os.utime(program, (mode, mode))
        stage.chmod(mode)
        return deb.build(stage, {"Package": "tool", "Description": "a tool"}, pathlib.Path(folder), "gzip")

    def build_under(self, umask: int, folder: str, mode: int = 0o700) -> pathlib.Path:
        with paths.umask(umask):
            return self.build(folder, mode)

    def test_same_to_the_byte(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other, tempfile.TemporaryDirectory() as third:
            self.assertEqual(sha256(self.build(one, 0o755)), sha256(self.build(other, 0o700)))
            strict = self.build_under(0o077, third)
            self.assertEqual(sha256(strict), sha256(pathlib.Path(one) / strict.name))
            self.assertEqual(stat.S_IMODE(strict.stat().st_mode), 0o644)

    def test_every_file_is_open_to_all(self):
        with tempfile.TemporaryDirectory() as folder:
            made = self.build_under(0o077, folder)
            listed = subprocess.run(["dpkg-deb", "--contents", str(made)], capture_output=True, text=True, check=True).stdout
            self.assertEqual([line for line in listed.splitlines() if not re.match(r"drwxr-xr-x|-rw[x-]r-[x-]r-[x-]", line)], [])

    def test_owned_by_root_and_open_to_all(self):
        with tempfile.TemporaryDirectory() as folder:
            listed = subprocess.run(["dpkg-deb", "--contents", str(self.build(folder, 0o700))], capture_output=True, text=True, check=True).stdout
            self.assertRegex(listed, r"-rwxr-xr-x root/root .* \./usr/bin/tool")
            self.assertTrue(all(line.split()[1] == "root/root" for line in listed.splitlines()))


class Scripts(unittest.TestCase):
    def test_all_are_executable_and_parse(self):
        for path in [*(paths.LINUX / "debian").glob("*.p*"), paths.ROOT / "packaging/exchange/yichuang-exchange-admin", paths.LINUX / "data/launcher"]:
            if path.read_bytes().startswith(b"#!/bin/sh"):
                subprocess.run(["sh", "-n", str(path)], check=True)
        for path in (paths.LINUX / "appimage", paths.LINUX / "deb", paths.LINUX / "exchange", paths.LINUX / "test-installers"):
            self.assertTrue(path.stat().st_mode & stat.S_IXUSR, path)
            subprocess.run([str(path), "--help"], check=True, stdout=subprocess.DEVNULL)

    def test_version_is_the_projects(self):
        self.assertRegex(metadata.version(), r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    unittest.main()
