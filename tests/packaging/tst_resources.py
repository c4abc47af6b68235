# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What is compiled into the programs does not depend on when the sources were checked out.

usage: tst_resources.py BUILD
"""
import pathlib
import re
import sys
import unittest

BUILD = pathlib.Path(sys.argv.pop())
# What goes into a package; tests may have resources of their own.
FOLDERS = ["ui", "src"]


class Resources(unittest.TestCase):
    def test_hold_no_times(self):
        """rcc's first format has none; from the second on each file comes with the moment it was last written."""
        made = [path for folder in FOLDERS for path in sorted((BUILD / folder).rglob("qrc_*.cpp"))]
        self.assertEqual({re.sub(r"^qrc_|\.cpp$", "", path.name) for path in made}, {"exchange_catalogue", "i18n", "icons", "theme"})
        for path in made:
            versions = set(re.findall(r"int version = (\d+);", path.read_text(encoding="utf-8")))
            self.assertEqual(versions, {"1"}, path.name)


if __name__ == "__main__":
    unittest.main()
