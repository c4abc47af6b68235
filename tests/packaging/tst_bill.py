# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The bill of materials of a small bundle is sound, and the check sees every way in which it could not be."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import paths
from bundling import check, collect, licences, plan, spdx

os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")
BILL = "share/doc/yichuang/sbom.spdx.json"


class Bill(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        bundle = collect.Bundle(self.root)
        bundle.put(plan.LIBRARIES / "libz.so.1", "lib/libz.so.1")
        bundle.put_own(paths.LINUX / "data/launcher", "bin/yichuang", 0o755)
        collect.check_origin(bundle)
        spdx.write(bundle, licences.write(bundle, ["libexpected-dev"]))

    def tearDown(self):
        self.folder.cleanup()

    def change(self, how):
        path = self.root / BILL
        document = json.loads(path.read_text())
        how(document)
        path.write_text(json.dumps(document))

    def assertFault(self, part: str):
        found = check.faults(self.root)
        self.assertTrue(any(part in one for one in found), found)

    def test_is_sound(self):
        self.assertEqual(check.faults(self.root), [])
        self.assertIn("6 components", check.summary(self.root))

    def test_packages_of_debian_say_what_is_in_the_program(self):
        """Of the scripts themselves: what they put beside a program that is any ELF file."""
        for verb, program, package, cipher in (("deb", "yichuang", "yichuang", True), ("exchange", "yichuang-exchange", "yichuang-exchange", False)):
            out = self.root / verb
            words = ["--only", "normal"] if verb == "deb" else []
            subprocess.run([sys.executable, str(paths.LINUX / verb), "--program", "/bin/true", "--out", str(out), *words], check=True, stdout=subprocess.DEVNULL)
            made, = out.glob("*.deb")
            subprocess.run(["dpkg-deb", "-x", str(made), str(out / "unpacked")], check=True)
            bill = json.loads((out / f"unpacked/usr/share/doc/{package}/sbom.spdx.json").read_text(encoding="utf-8"))
            versions = {one["name"]: one["versionInfo"] for one in bill["packages"]}
            listed = {one["name"]: one["version"] for one in licences.table()["compiledIn"]}
            self.assertEqual(("sqlcipher" in versions, versions["pinyin"], package in versions), (cipher, listed["pinyin"], True))
            if cipher:
                self.assertEqual((versions["sqlcipher"], versions["sqlite"]), (listed["sqlcipher"], listed["sqlite"]))
            self.assertEqual([one["fileName"] for one in bill["files"]], [f"./usr/bin/{program}"])

    def test_same_twice(self):
        first = (self.root / BILL).read_bytes()
        self.tearDown()
        self.setUp()
        self.assertEqual(first, (self.root / BILL).read_bytes())

    def test_names_source_and_version(self):
        one = next(package for package in json.loads((self.root / BILL).read_text())["packages"] if package["name"] == "zlib1g")
        self.assertRegex(one["sourceInfo"], r"built from source zlib \S+")
        self.assertEqual(one["licenseConcluded"], "Zlib")

    def test_changed_library(self):
        with open(self.root / "lib/libz.so.1", "ab") as file:
            file.write(b"x")
        self.assertFault("other bytes")

    def test_stowaway(self):
        (self.root / "lib/libstray.so").write_bytes(b"x")
        self.assertFault("libstray.so: not in the bill")

    def test_lost_file(self):
        (self.root / "lib/libz.so.1").unlink()
        self.assertFault("in the bill of materials only")

    def test_lost_text(self):
        (self.root / "share/doc/zlib1g/copyright").unlink()
        self.assertFault("zlib1g: no licence text")

    def test_unknown_licence(self):
        self.change(lambda document: document["packages"][1].update(licenseConcluded="Own-1.0"))
        self.assertFault("unknown licence 'Own-1.0'")

    def test_forbidden_licence(self):
        path = self.root / "share/doc/yichuang/BUNDLED"
        path.write_text(path.read_text().replace("\tZlib\t", "\tGPL-2.0-only\t"))
        self.assertFault("GPL-2.0-only is not to be bundled")

    def test_document_rules(self):
        rules = {
            "spdxVersion": lambda document: document.update(spdxVersion="SPDX-9"),
            "dataLicense": lambda document: document.pop("dataLicense"),
            "created": lambda document: document["creationInfo"].update(created="today"),
            "KIND: NAME": lambda document: document["creationInfo"].update(creators=["me"]),
            "documentNamespace": lambda document: document.update(documentNamespace="x#y"),
            "no downloadLocation": lambda document: document["packages"][1].pop("downloadLocation"),
            "twice": lambda document: document["packages"].append(document["packages"][0]),
            "is not in the document": lambda document: document["relationships"].append(spdx.relationship("SPDXRef-Product", "CONTAINS", "SPDXRef-x")),
            "describes nothing": lambda document: document["relationships"].pop(0),
            "of no component": lambda document: document.update(relationships=document["relationships"][:1]),
        }
        for part, how in rules.items():
            with self.subTest(part):
                self.tearDown()
                self.setUp()
                self.change(how)
                self.assertFault(part)

    def test_code_inside_of_another_file(self):
        """A copy of zlib that a library or the program brought along is zlib too."""
        for place in ("lib/libother.so.1", "bin/yichuang"):
            self.tearDown()
            self.setUp()
            path = self.root / place
            path.write_bytes(b" inflate 1.2.11 Copyright 1995-2017 Mark Adler \0")
            entry = spdx.file_entry(self.root, place)
            self.change(lambda document: document.update(files=[one for one in document["files"] if one["fileName"] != f"./{place}"] + [entry]))
            self.assertFault(f"./{place}: has zlib 1.2.11 in it, which the bill does not say")

    def test_says_whose_code_is_inside(self):
        bundle = collect.Bundle(self.root, {"lib/libz.so.1": plan.LIBRARIES / "libz.so.1"}, carried={"lib/libz.so.1": ["libexpected-dev"]})
        spdx.write(bundle, licences.write(bundle, ["libexpected-dev"]))
        links = {(one["spdxElementId"], one["relatedSpdxElement"]) for one in json.loads((self.root / BILL).read_text())["relationships"]
                 if one["relationshipType"] == "STATIC_LINK"}
        self.assertLessEqual({(one, "SPDXRef-Package-libexpected-dev") for one in ("SPDXRef-File-lib-libz.so.1", "SPDXRef-Package-zlib1g")}, links)
        self.assertEqual(check.bundled(self.root)["libexpected-dev"][5], "compiled in; carried in lib/libz.so.1")

    def test_a_file_whose_code_is_in_the_program_too(self):
        bundle = collect.Bundle(self.root, {"lib/libz.so.1": plan.LIBRARIES / "libz.so.1"})
        spdx.write(bundle, licences.write(bundle, ["zlib1g"]))
        kinds = {one["relationshipType"] for one in json.loads((self.root / BILL).read_text())["relationships"]
                 if (one["spdxElementId"], one["relatedSpdxElement"]) == ("SPDXRef-Product", "SPDXRef-Package-zlib1g")}
        self.assertEqual(kinds, {"CONTAINS", "STATIC_LINK"})
        self.assertEqual(check.bundled(self.root)["zlib1g"][5], "file and compiled in")
        self.assertEqual(check.faults(self.root), [])

    def test_every_pinned_package_is_in_the_bill(self):
        modules = "".join(path.read_text(encoding="utf-8") for path in sorted((paths.ROOT / "packaging/cmake").glob("*.cmake")))
        pinned = {name.replace("@", "%40", 1) if name.startswith("@") else name for name in re.findall(r'"(@?[a-z0-9/-]+@[0-9.]+)"', modules)}
        self.assertEqual({one["origin"] for one in licences.table()["compiledIn"]}, {f"pkg:npm/{name}" for name in pinned})

    def test_changed_file_of_the_system_is_refused(self):
        bundle = collect.Bundle(self.root, {"lib/x": pathlib.Path("/etc/hostname")})
        with self.assertRaises(SystemExit):
            collect.check_origin(bundle)


if __name__ == "__main__":
    unittest.main()
