# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Menu entry, AppStream description and icons pass the judges of those who read them."""
import os
import pathlib
import struct
import subprocess
import tempfile
import unittest

import paths
from bundling import metadata, plan

os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")


class Metadata(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.share = pathlib.Path(cls.folder.name)
        metadata.put_metadata(cls.share)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def judged(self, *command: str):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual((done.returncode, done.stdout if "error" in done.stdout else ""), (0, ""), done.stdout)

    def test_menu_entry(self):
        self.judged("desktop-file-validate", str(self.share / f"applications/{plan.APP_ID}.desktop"))

    def test_description(self):
        self.judged("appstreamcli", "validate", "--no-net", "--pedantic", str(self.share / f"metainfo/{plan.APP_ID}.metainfo.xml"))

    def test_both_speak_chinese(self):
        self.assertIn("Name[zh_CN]=一窗", (self.share / f"applications/{plan.APP_ID}.desktop").read_text(encoding="utf-8"))
        self.assertIn('<name xml:lang="zh_CN">一窗</name>', (self.share / f"metainfo/{plan.APP_ID}.metainfo.xml").read_text(encoding="utf-8"))

    def test_icons_have_the_size_of_their_folder(self):
        for size in metadata.ICON_SIZES:
            data = (self.share / f"icons/hicolor/{size}x{size}/apps/{plan.APP_ID}.png").read_bytes()
            self.assertEqual(struct.unpack(">II", data[16:24]), (size, size))


if __name__ == "__main__":
    unittest.main()
