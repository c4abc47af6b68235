# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The exchange's service and its backup give away as little of the machine as they need."""
import re
import subprocess
import unittest

import paths

FOLDER = paths.ROOT / "packaging/exchange"
UNITS = ["yichuang-exchange.service", "yichuang-exchange-backup.service"]
DEMANDED = ["User=yichuang-exchange", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
            "PrivateDevices=yes", "MemoryDenyWriteExecute=yes", "CapabilityBoundingSet=", "UMask=0077"]


def exposure(unit: str) -> float:
    """On systemd's own scale: 0 is nothing exposed, 10 everything; an ordinary service has 9.6."""
    done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", str(FOLDER / unit)],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return float(re.search(r"exposure level for .*: ([0-9.]+)", done.stdout)[1])


class Hardening(unittest.TestCase):
    def test_exposure(self):
        said = (paths.ROOT / "packaging/README.md").read_text(encoding="utf-8")
        for unit in UNITS:
            name = unit.removesuffix(".service")
            with self.subTest(name):
                limit = float(re.search(rf"`systemd-analyze security {name}` rates it ([0-9.]+) of 10", said)[1])
                self.assertLessEqual(exposure(unit), limit)

    def test_demands(self):
        for unit in UNITS:
            lines = (FOLDER / unit).read_text(encoding="utf-8").splitlines()
            self.assertEqual([one for one in DEMANDED if one not in lines], [], unit)
        self.assertIn("StateDirectoryMode=0700", (FOLDER / UNITS[0]).read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    unittest.main()
