# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What the toolkit's libraries for Windows carry of others is found in them, named by its source, and asked of the bill."""
import json
import os
import pathlib
import struct
import sys
import tempfile
import unittest
import unittest.mock

import paths

sys.path.insert(0, str(paths.ROOT / "packaging/windows"))
from bundling import check
from dependencies import attributions, sources
from installer import carried, collect, pe, plan, wix

os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")
OTHERS = "src/3rdparty"
ZLIB_WORDS = b" inflate 1.2.13 Copyright 1995-2022 Mark Adler \0"
FILES = {
    f"{OTHERS}/zlib/LICENSE": "Permission is granted to anyone to use this software for any purpose.",
    f"{OTHERS}/zlib/deflate.c": "", f"{OTHERS}/zlib/zlib.h": "", f"{OTHERS}/zlib/inflate.c": "",
    f"{OTHERS}/freetype/LICENSE": "x" * 60, f"{OTHERS}/freetype/ftbase.c": '#include "../zlib/zlib.h"\n',
    f"{OTHERS}/freetype/gzip/ftgzip.c": "", f"{OTHERS}/freetype/gzip/inflate.c": "", f"{OTHERS}/freetype/gzip/md5.c": "",
    f"{OTHERS}/md5/md5.cpp": "", f"{OTHERS}/md5/md5.h": "",
    f"{OTHERS}/nobody/nobody.c": "",
    "src/corelib/tools/qhash.cpp": '#include "qcryptographichash.h"\n', "src/corelib/tools/qhash.h": "",
    "src/corelib/tools/qcryptographichash.cpp": '#  include "../../3rdparty/md5/md5.cpp"\n', "src/corelib/tools/qcryptographichash.h": "",
    "src/gui/painting/qbrush.cpp": '#include "webgradients.cpp"\n#include "../../corelib/tools/qhash.h"\n', "src/gui/painting/webgradients.cpp": "",
    "util/gradientgen/webgradients.css": "",
    "src/network/qcookie.cpp": "#include <private/qtlds_p.h>\n", "src/network/qtlds_p.h": "", "src/network/PSL": "x" * 60,
    "src/testlib/qhash.cpp": "",
}
ATTRIBUTIONS = {
    f"{OTHERS}/zlib": {"Id": "zlib", "Version": "1.2.13", "LicenseId": "Zlib", "LicenseFile": "LICENSE"},
    f"{OTHERS}/freetype": [{"Id": "freetype", "Version": "2.12.1", "LicenseId": "FTL or GPL-2.0", "LicenseFile": "LICENSE"},
                           {"Id": "freetype-zlib", "Path": "gzip", "LicenseId": "Zlib", "LicenseFile": "LICENSE"}],
    f"{OTHERS}/md5": {"Id": "md5", "License": "Public Domain", "Copyright": "Written by Colin Plumb in 1993,\nno copyright is claimed."},
    "src/corelib/tools": {"Id": "siphash", "LicenseId": "CC0-1.0", "Copyright": "Written by Jean-Philippe Aumasson and Daniel J. Bernstein"},
    "util/gradientgen": {"Id": "webgradients", "Files": "webgradients.css", "LicenseId": "MIT"},
    "src/network": {"Id": "psl", "Files": "qtlds_p.h", "LicenseId": "MPL-2.0", "LicenseFile": "PSL"},
    "src/gui/icc": {"Id": "icc", "Files": "sRGB2014.icc", "License": "ICC's own, with words", "LicenseId": "ICC License"},
    "tests/auto": {"Id": "of-a-test", "LicenseId": "MIT"},
}


def library(units: list[str], more: bytes = b"") -> bytes:
    """A PE32+ file of nothing but its head, a table of symbols that names source files, and some bytes."""
    symbols = b"".join(b".file".ljust(16, b"\0") + bytes([pe.FILE_SYMBOL, 1]) + name.encode().ljust(pe.SYMBOL, b"\0") for name in units)
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40) + b"PE\0\0"
    head += struct.pack("<HHIIIHH", 0x8664, 0, 0, 0x40 + 24 + 240, 2 * len(units), 240, 0x22) + struct.pack("<H", 0x20B).ljust(240, b"\0")
    return head + symbols + more


class Carried(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name).resolve()
        self.source = self.folder / "source"
        for name, text in FILES.items():
            self.write(self.source / name, text.encode())
        for name, said in ATTRIBUTIONS.items():
            for entry in said if isinstance(said, list) else [said]:
                entry.setdefault("Name", entry["Id"])
                entry.setdefault("License", "as it says")
            # As the toolkit writes them: line breaks inside of texts.
            self.write(self.source / name / attributions.NAME, json.dumps(said).replace("\\n", "\n").encode())

    def tearDown(self):
        self.temporary.cleanup()

    def write(self, path: pathlib.Path, data: bytes) -> pathlib.Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def found(self, units: list[str], more: bytes = b"") -> list[str]:
        return carried.Source(self.source).carried(self.write(self.folder / "a.dll", library(units, more)))

    def test_what_it_was_linked_from(self):
        self.assertEqual(self.found(["qhash.cpp", "deflate.c", "crtdll.c"]), ["siphash", "zlib"])
        self.assertEqual(self.found(["ftbase.c"]), ["freetype"])

    def test_names_that_the_linker_cut(self):
        self.assertEqual(self.found(["qcryptographic"]), ["md5", "siphash"])

    def test_what_is_included(self):
        self.assertEqual(self.found(["qbrush.cpp"]), ["webgradients"])
        self.assertEqual(self.found(["qcookie.cpp"]), ["psl"])

    def test_names_that_several_have(self):
        self.assertEqual(self.found(["inflate.c", "deflate.c"]), ["zlib"])
        self.assertEqual(self.found(["inflate.c"]), ["freetype", "freetype-zlib", "zlib"])
        self.assertEqual(self.found(["inflate.c", "ftgzip.c"]), ["freetype", "freetype-zlib"])

    def test_resources(self):
        self.assertEqual(self.found(["qhash.cpp"], "sRGB2014.icc".encode("utf-16-be")), ["icc", "siphash"])

    def test_nobody_s_code_ends_it(self):
        with self.assertRaisesRegex(SystemExit, "nobody.c is in a library and in no qt_attribution.json"):
            self.found(["nobody.c"])

    def test_a_stripped_library_ends_it(self):
        with self.assertRaisesRegex(SystemExit, "must not be stripped"):
            self.found([])

    def test_what_was_put_into_the_source(self):
        self.assertEqual(self.found(["qhash.cpp", "sqlite3.c"]), ["siphash", "sqlcipher", "sqlite"])

    def test_licences_are_those_of_spdx(self):
        said = {one.name: one.licence for one in attributions.read(self.source)}
        self.assertEqual(said["freetype"], "FTL OR GPL-2.0-only")
        self.assertEqual((said["md5"], said["icc"]), ("LicenseRef-public-domain", "LicenseRef-ICC-License"))
        self.assertNotIn("of-a-test", said)
        self.assertTrue(all(not check.expression_faults(one) for one in said.values()))

    def bill(self) -> tuple[pathlib.Path, collect.Bundle, list[pathlib.Path]]:
        """A stage with one library of the toolkit, and a static one without any file."""
        folders = [self.folder / "qt6-base-0", self.folder / "qcoro-0"]
        for one in folders:
            self.write(one / "share/licence", b"The licence of a library, of more than fifty letters, all of them said.")
        core = self.write(folders[0] / "bin/Qt6Core.dll", library(["qcryptographic", "deflate.c"], ZLIB_WORDS))
        (folders[0] / "plugins").mkdir()
        stage = self.folder / "stage"
        tree = collect.Tree(stage, folders)
        for own in (wix.PROGRAM, wix.UPDATER):
            tree.bundle.put_own(self.write(self.folder / own, library([])), own)
        with unittest.mock.patch.object(collect, "strip"):
            tree.bundle.put(core, "Qt6Core.dll")
            tree.bundle.parts["Qt6Core.dll"] = "qt6-base"
        self.write(stage / "qt.conf", b"")
        with unittest.mock.patch.object(sources, "unpack", lambda name, target: self.source.rename(target)), \
                unittest.mock.patch.object(sources, "cache", return_value=self.folder), \
                unittest.mock.patch.object(plan, "COMPILED_IN", []):   # those of the compiler for Windows may not be on this machine
            collect.write_bill(tree.bundle, folders)
        return stage, tree.bundle, folders

    def test_is_in_the_bill(self):
        stage, bundle, folders = self.bill()
        self.assertEqual(collect.bill_faults(bundle, folders), [])
        listed = check.bundled(stage)
        self.assertEqual(listed["zlib"][1:], ["1.2.13", "Zlib", "qt6-base", sources.table()["qt6-base"]["version"], "carried in Qt6Core.dll"])
        self.assertEqual((listed["qcoro"][5], listed["qt6-base"][5]), ("compiled in", "file"))
        self.assertIn("Permission is granted", (stage / "share/doc/zlib/copyright").read_text())
        self.assertIn("Colin Plumb in 1993,\nno copyright", (stage / "share/doc/md5/copyright").read_text())
        self.assertNotIn("freetype", listed)

    def change(self, stage: pathlib.Path, how) -> None:
        path = stage / "share/doc/yichuang/sbom.spdx.json"
        document = json.loads(path.read_text())
        how(document)
        path.write_text(json.dumps(document))

    def test_what_the_bill_leaves_out(self):
        stage, bundle, folders = self.bill()
        lines = stage / "share/doc/yichuang/BUNDLED"
        lines.write_text("".join(line for line in lines.read_text().splitlines(keepends=True) if not line.startswith(("zlib\t", "md5\t"))))

        def leave_out(document: dict) -> None:
            gone = {"SPDXRef-Package-zlib", "SPDXRef-Package-md5"}
            document["packages"] = [one for one in document["packages"] if one["SPDXID"] not in gone]
            document["relationships"] = [one for one in document["relationships"] if one["relatedSpdxElement"] not in gone]
        self.change(stage, leave_out)
        self.assertEqual(check.faults(stage), ["./Qt6Core.dll: has zlib 1.2.13 in it, which the bill does not say"])
        self.assertEqual(carried.faults(stage, bundle, folders[0]), [f"Qt6Core.dll carries {name}, which the bill of materials does not say" for name in ("md5", "zlib")])

    def test_another_version_than_the_bill_says(self):
        stage, _, _ = self.bill()
        self.change(stage, lambda document: next(one for one in document["packages"] if one["name"] == "zlib").update(versionInfo="1.3"))
        self.assertEqual(check.faults(stage), ["./Qt6Core.dll: has zlib 1.2.13 in it, which the bill does not say"])

    def test_is_kept_until_a_library_changes(self):
        _, _, folders = self.bill()
        with unittest.mock.patch.object(sources, "unpack", side_effect=AssertionError("unpacked again")):
            self.assertEqual(carried.of(folders[0])["files"], {"bin/Qt6Core.dll": ["md5", "siphash", "zlib"]})
            (folders[0] / "bin/Qt6Core.dll").write_bytes(library(["qhash.cpp"]))
            with self.assertRaisesRegex(AssertionError, "unpacked again"), unittest.mock.patch.object(sources, "cache", return_value=self.folder):
                carried.of(folders[0])


if __name__ == "__main__":
    unittest.main()
