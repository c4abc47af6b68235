# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The tool that makes and signs the list of releases: what it writes, what it keeps, what it refuses."""
import base64
import hashlib
import json
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

import paths
from bundling import metadata, releases


class Manifest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        keys = tempfile.TemporaryDirectory()
        cls.addClassCleanup(keys.cleanup)
        cls.key = pathlib.Path(keys.name) / "key"
        cls().run_tool("--new-key", str(cls.key))

    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.root = pathlib.Path(self.place.name)
        self.folder = self.root / "updates"
        self.folder.mkdir()
        (self.folder / "yichuang-0.2.0-x86_64.AppImage").write_bytes(b"the program")

    def run_tool(self, *words: str, fails: bool = False) -> str:
        done = subprocess.run([sys.executable, str(paths.LINUX / "manifest"), *words], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"})
        self.assertEqual(done.returncode != 0, fails, done.stderr)
        return done.stdout + done.stderr

    def publish(self, *words: str, version: str = "0.2.0", schema: str = "7", fails: bool = False) -> str:
        return self.run_tool(str(self.folder), "--key", str(self.key), "--version", version, "--store-schema", schema, *words, fails=fails)

    def listed(self) -> dict:
        return json.loads((self.folder / "yichuang-stable.json").read_text(encoding="utf-8"))

    def test_key_is_private(self):
        self.assertEqual(stat.S_IMODE(self.key.stat().st_mode), 0o600)
        self.assertIn("never overwritten", self.run_tool("--new-key", str(self.key), fails=True))

    def test_list_and_signature(self):
        self.publish("--percent", "25", "--notes-zh", "更快", "--notes-en", "Faster")
        release = self.listed()["releases"][0]
        self.assertEqual(release["files"], [{"kind": "appimage", "architecture": "x86_64", "name": "yichuang-0.2.0-x86_64.AppImage", "size": 11,
                                             "sha256": hashlib.sha256(b"the program").hexdigest()}])
        self.assertEqual((release["percent"], release["notes"]), (25, {"zh_CN": "更快", "en": "Faster"}))
        self.check_signature(self.key)

    def test_every_kind_of_desk_has_its_file(self):
        (self.folder / "yichuang-0.2.0-x64.msi").write_bytes(b"the package")
        (self.folder / "yichuang-0.1.0-x64.msi").write_bytes(b"an older one")
        self.publish()
        listed = {file["kind"]: (file["name"], file["architecture"]) for file in self.listed()["releases"][0]["files"]}
        self.assertEqual(listed, {"appimage": ("yichuang-0.2.0-x86_64.AppImage", "x86_64"), "msi": ("yichuang-0.2.0-x64.msi", "x86_64")})

    def check_signature(self, key: pathlib.Path):
        """With openssl alone, as somebody without our tools would."""
        signature = self.root / "signature"
        document = self.folder / "yichuang-stable.json"
        found = False
        for line in document.with_name(document.name + ".sig").read_text().splitlines():
            signature.write_bytes(base64.b64decode(line.split()[2]))
            found |= subprocess.run(["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", f"{key}.pub", "-in", str(document),
                                     "-sigfile", str(signature)], stdout=subprocess.DEVNULL).returncode == 0
        self.assertTrue(found)

    def test_share_rises_and_the_rest_stays(self):
        self.publish("--percent", "10", "--notes-zh", "更快")
        self.publish("--percent", "100")
        listed = self.listed()
        self.assertEqual((listed["sequence"], listed["releases"][0]["percent"], listed["releases"][0]["notes"]), (2, 100, {"zh_CN": "更快"}))

    def test_renew_and_withdraw(self):
        self.publish()
        self.publish("--renew", "--days", "90")
        self.assertEqual((self.listed()["sequence"], len(self.listed()["releases"])), (2, 1))
        self.publish("--withdraw")
        self.assertEqual((self.listed()["sequence"], self.listed()["releases"]), (3, []))
        self.check_signature(self.key)

    def test_a_release_keeps_its_store(self):
        """A newer tree that raises a percentage says nothing of what that release works with."""
        self.publish("--percent", "10", schema="3")
        self.run_tool(str(self.folder), "--key", str(self.key), "--version", "0.2.0", "--percent", "100")
        self.assertEqual([(one["percent"], one["storeSchema"]) for one in self.listed()["releases"]], [(100, 3)])
        (self.folder / "yichuang-0.3.0-x86_64.AppImage").write_bytes(b"a later one")
        self.assertIn("--store-schema", self.run_tool(str(self.folder), "--key", str(self.key), "--version", "0.3.0", fails=True))
        own = metadata.version()
        (self.folder / f"yichuang-{own}-x86_64.AppImage").write_bytes(b"this tree's")
        self.run_tool(str(self.folder), "--key", str(self.key))
        self.assertEqual({one["version"]: one["storeSchema"] for one in self.listed()["releases"]}, {"0.2.0": 3, own: releases.store_schema()})

    def test_withdraws_nothing_else(self):
        self.publish()
        self.assertIn("no version 0.1.9", self.publish("--withdraw", version="0.1.9", fails=True))
        self.assertIn("--version", self.run_tool(str(self.folder), "--key", str(self.key), "--withdraw", fails=True))
        self.assertEqual((self.listed()["sequence"], len(self.listed()["releases"])), (1, 1))

    def test_signs_nothing_that_desks_refuse(self):
        for words in (["--minimum-version", "banana"], ["--minimum-version", "1"], ["--minimum-version", ""], ["--channel", "Stable"], ["--channel", "../x"], ["--days", "0"]):
            with self.subTest(words):
                self.publish(*words, fails=True)
        self.assertIn("is two to four numbers", self.publish(version="0.2.0-rc1", fails=True))
        self.assertIn("is two to four numbers", self.publish(version="0.0.0", fails=True))
        for schema in ("0", "-1"):
            self.assertIn("a number from 1", self.publish(schema=schema, fails=True))
        self.assertEqual([path.name for path in self.folder.iterdir()], ["yichuang-0.2.0-x86_64.AppImage"])

    def forge(self) -> pathlib.Path:
        """Somebody who can write into the folder lists a release of theirs."""
        listed = self.listed()
        listed["releases"].append(listed["releases"][0] | {"version": "9.9.9"})
        document = self.folder / "yichuang-stable.json"
        document.write_text(json.dumps(listed), encoding="utf-8")
        return document

    def test_signs_nothing_that_others_listed(self):
        self.publish("--percent", "10")
        document = self.forge()
        forged = document.read_bytes()
        for words in (["--renew"], ["--percent", "100"], ["--withdraw"]):
            with self.subTest(words):
                self.assertIn("--accept-list", self.publish(*words, fails=True))
                self.assertEqual(document.read_bytes(), forged)
        document.with_name(document.name + ".sig").write_text("ed25519 0000000000000000 !\ned25519\n", encoding="utf-8")
        self.assertIn("is not signed", self.publish("--renew", fails=True))
        document.with_name(document.name + ".sig").unlink()
        self.assertIn("is not signed", self.publish("--renew", fails=True))
        self.publish("--withdraw", "--accept-list", version="9.9.9")
        self.assertEqual([one["version"] for one in self.listed()["releases"]], ["0.2.0"])
        self.publish("--renew")

    def test_another_key_signs_no_list_of_this_one(self):
        self.publish()
        other = self.root / "other"
        self.run_tool("--new-key", str(other))
        self.assertIn("is not signed", self.run_tool(str(self.folder), "--key", str(other), "--renew", fails=True))
        # The change of keys: both sign for a while, then the new one alone.
        self.run_tool(str(self.folder), "--key", str(self.key), "--key", str(other), "--renew")
        self.run_tool(str(self.folder), "--key", str(other), "--renew")
        self.check_signature(other)

    def newly(self, name: str, content: bytes) -> str:
        return f"takes newly {name}: {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}\n"

    def test_says_what_it_signs_for_the_first_time(self):
        (self.folder / "yichuang-0.2.0-x64.msi").write_bytes(b"the package")
        said = self.publish("--percent", "10")
        self.assertIn("begins the list of channel stable", said)
        self.assertIn(self.newly("yichuang-0.2.0-x86_64.AppImage", b"the program"), said)
        self.assertIn(self.newly("yichuang-0.2.0-x64.msi", b"the package"), said)
        said = self.publish("--percent", "20")
        self.assertIn("goes on from sequence 1", said)
        self.assertNotIn("newly", said)
        (self.folder / "yichuang-0.2.0-x64.msi").write_bytes(b"another")
        said = self.publish("--replace-files")
        self.assertIn(self.newly("yichuang-0.2.0-x64.msi", b"another"), said)
        self.assertEqual(said.count("newly"), 1)

    def test_a_file_put_beside_is_not_signed(self):
        self.publish("--percent", "10")
        package = self.folder / "yichuang-0.2.0-x64.msi"
        package.write_bytes(b"evil")
        for words in ([], ["--percent", "100"], ["--replace-files"]):
            with self.subTest(words):
                said = self.publish(*words, fails=True)
                self.assertIn(package.name, said)
                self.assertIn("--add-files", said)
        self.assertEqual(self.listed()["sequence"], 1)
        self.assertIn(self.newly(package.name, b"evil"), self.publish("--add-files"))
        self.assertEqual([file["name"] for file in self.listed()["releases"][0]["files"]], ["yichuang-0.2.0-x86_64.AppImage", package.name])

    def test_only_names_of_packages_count(self):
        for name in ("x64.AppImage", "amd64.AppImage", "aarch64.AppImage", "x86_64.msi", "amd64.msi", "x64.MSI"):
            (self.folder / f"yichuang-0.2.0-{name}").write_bytes(b"evil")
        self.publish("--add-files")
        self.publish("--percent", "100", "--add-files", "--replace-files")
        self.assertEqual([file["name"] for file in self.listed()["releases"][0]["files"]], ["yichuang-0.2.0-x86_64.AppImage"])

    def sign(self, listed: dict):
        """As an earlier tool, or somebody by hand, signed it."""
        document = json.dumps(listed).encode()
        path = self.folder / "yichuang-stable.json"
        path.write_bytes(document)
        path.with_name(path.name + ".sig").write_text(releases.signature_line(self.key, document), encoding="utf-8")

    def test_no_two_files_for_one_desk(self):
        self.publish()
        listed = self.listed()
        files = listed["releases"][0]["files"]
        files.insert(0, files[0] | {"name": "yichuang-0.2.0-x64.AppImage"})
        self.sign(listed)
        self.assertIn("yichuang-0.2.0-x64.AppImage", self.publish("--renew", fails=True))
        self.assertIn("--replace-files", self.publish("--percent", "100", fails=True))
        self.publish("--replace-files")
        self.assertEqual([file["name"] for file in self.listed()["releases"][0]["files"]], ["yichuang-0.2.0-x86_64.AppImage"])

    def test_a_version_has_one_spelling(self):
        """To desks 0.2 is 0.2.0: its files would be others under the same version."""
        self.publish()
        (self.folder / "yichuang-0.2-x86_64.AppImage").write_bytes(b"evil")
        self.assertIn("the version 0.2.0", self.publish(version="0.2", fails=True))
        self.publish("--withdraw")
        self.assertIn("the version 0.2.0", self.publish(version="0.2", fails=True))

    def test_a_file_that_no_desk_takes_is_not_signed(self):
        """Cut off while it was copied: desks would refuse the whole list, with the sound versions in it."""
        self.publish()
        before = self.listed()
        for size in (0, (1 << 30) + 1):
            with open(self.folder / "yichuang-0.3.0-x86_64.AppImage", "wb") as file:
                file.truncate(size)
            self.assertIn(f"has {size} bytes", self.publish(version="0.3.0", fails=True))
        self.assertEqual(self.listed(), before)

    def test_withdrawn_comes_again_as_it_was(self):
        program = self.folder / "yichuang-0.2.0-x86_64.AppImage"
        self.publish("--percent", "10", schema="3")
        signed = self.listed()["releases"][0]["files"]
        self.publish("--withdraw")
        self.assertEqual([(one["version"], one["storeSchema"], one["files"]) for one in self.listed()["withdrawn"]], [("0.2.0", 3, signed)])
        program.write_bytes(b"evil")
        self.assertIn("--replace-files", self.publish(fails=True))
        self.publish("--renew")
        self.assertIn("--replace-files", self.publish(fails=True))
        program.write_bytes(b"the program")
        (self.folder / "yichuang-0.2.0-x64.msi").write_bytes(b"evil")
        self.assertIn("--add-files", self.publish(fails=True))
        (self.folder / "yichuang-0.2.0-x64.msi").unlink()
        self.run_tool(str(self.folder), "--key", str(self.key), "--version", "0.2.0")
        listed = self.listed()
        self.assertEqual((listed["releases"][0]["files"], listed["releases"][0]["storeSchema"], listed["withdrawn"]), (signed, 3, []))
        self.assertEqual(listed["releases"][0]["percent"], 10)
        self.publish("--withdraw")
        program.write_bytes(b"THE PROGRAM")
        self.publish("--replace-files")
        self.assertNotIn(signed[0], self.listed()["releases"][0]["files"])

    def test_goes_on_from_no_other_list(self):
        self.publish()
        stable = self.folder / "yichuang-stable.json"
        before = stable.read_bytes()
        for ending in ("", ".sig"):
            (self.folder / f"yichuang-beta.json{ending}").write_bytes((self.folder / f"yichuang-stable.json{ending}").read_bytes())
        for words in ([], ["--accept-list"], ["--renew"], ["--renew", "--accept-list"], ["--withdraw"]):
            with self.subTest(words):
                self.assertIn("channel is 'stable', not 'beta'", self.publish("--channel", "beta", *words, fails=True))
        self.assertEqual(stable.read_bytes(), before)
        for change in ({"product": "other"}, {"format": 2}, {"channel": "../x"}):
            with self.subTest(change):
                self.sign(json.loads(before) | change)
                self.assertIn(f"{next(iter(change))} is", self.publish("--renew", fails=True))
                self.assertIn("is another list", self.publish("--renew", "--accept-list", fails=True))
        stable.write_text("[]", encoding="utf-8")
        self.assertIn("is no list", self.publish("--renew", "--accept-list", fails=True))

    def test_channels_stand_apart(self):
        self.publish("--percent", "10")
        self.publish("--channel", "beta")
        beta = json.loads((self.folder / "yichuang-beta.json").read_text(encoding="utf-8"))
        self.assertEqual((beta["channel"], beta["releases"][0]["percent"]), ("beta", 100))
        self.assertEqual((self.listed()["channel"], self.listed()["releases"][0]["percent"], self.listed()["sequence"]), ("stable", 10, 1))

    def test_other_files_work_with_another_store(self):
        tool = (str(self.folder), "--key", str(self.key), "--replace-files")
        self.publish(schema="3")
        self.assertIn("--store-schema", self.run_tool(*tool, "--version", "0.2.0", fails=True))
        self.run_tool(*tool, "--version", "0.2.0", "--store-schema", "4")
        own = metadata.version()
        (self.folder / f"yichuang-{own}-x86_64.AppImage").write_bytes(b"this tree's")
        self.publish(version=own, schema="3")
        self.run_tool(*tool)
        self.assertEqual({one["version"]: one["storeSchema"] for one in self.listed()["releases"]}, {"0.2.0": 4, own: releases.store_schema()})

    def test_files_of_a_version_stay(self):
        program = self.folder / "yichuang-0.2.0-x86_64.AppImage"
        self.publish("--percent", "10")
        signed = self.listed()["releases"][0]["files"]
        # A kind that was not there yet comes by a word of its own.
        (self.folder / "yichuang-0.2.0-x64.msi").write_bytes(b"the package")
        self.publish("--percent", "20", fails=True)
        self.publish("--percent", "20", "--add-files")
        program.write_bytes(b"THE PROGRAM")
        self.assertIn(signed[0]["sha256"], self.publish("--percent", "100", fails=True))
        program.unlink()
        self.assertIn("is not what was signed", self.publish("--percent", "100", fails=True))
        release = self.listed()["releases"][0]
        self.assertEqual((release["percent"], signed[0] in release["files"], len(release["files"])), (20, True, 2))
        program.write_bytes(b"THE PROGRAM")
        self.publish("--percent", "100", "--replace-files")
        self.assertNotIn(signed[0], self.listed()["releases"][0]["files"])

    def test_ended_between_list_and_signature(self):
        self.publish("--percent", "10")
        document = self.folder / "yichuang-stable.json"
        signature = document.with_name(document.name + ".sig")
        old = signature.read_bytes()
        self.publish("--percent", "20")
        signature.with_name(signature.name + ".new").write_bytes(signature.read_bytes())
        signature.write_bytes(old)
        self.publish("--percent", "30")
        self.assertEqual((self.listed()["sequence"], self.listed()["releases"][0]["percent"]), (3, 30))
        self.check_signature(self.key)
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.endswith(".new")], [])

    def test_two_keys(self):
        second = self.root / "second"
        self.run_tool("--new-key", str(second))
        self.publish("--key", str(second))
        self.check_signature(self.key)
        self.check_signature(second)

    def test_refuses(self):
        self.assertIn("has no", self.publish(version="0.3.0", fails=True))
        self.publish("--sequence", "7")
        self.assertIn("above 7", self.publish("--sequence", "7", fails=True))
        rsa = self.root / "rsa"
        subprocess.run(["openssl", "genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:2048", "-out", str(rsa)], check=True, stderr=subprocess.DEVNULL)
        self.assertIn("no Ed25519 key", self.run_tool(str(self.folder), "--key", str(rsa), "--version", "0.2.0", fails=True))
        self.assertEqual(self.listed()["sequence"], 7)


if __name__ == "__main__":
    unittest.main()
