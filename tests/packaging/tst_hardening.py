# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The exchange's service gives away as little of the machine as its program needs."""
import subprocess
import unittest

import paths

UNIT = paths.ROOT / "packaging/exchange/yichuang-exchange.service"
# systemd's own scale: 0 is nothing exposed, 100 everything; an ordinary service has 96.
THRESHOLD = 15
DEMANDED = ["User=yichuang-exchange", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
            "PrivateDevices=yes", "MemoryDenyWriteExecute=yes", "CapabilityBoundingSet=", "StateDirectoryMode=0700", "UMask=0077"]


class Hardening(unittest.TestCase):
    def test_exposure(self):
        done = subprocess.run(["systemd-analyze", "security", "--offline=true", f"--threshold={THRESHOLD}", "--no-pager", str(UNIT)],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(done.returncode, 0, done.stdout[-1500:])

    def test_demands(self):
        lines = UNIT.read_text(encoding="utf-8").splitlines()
        self.assertEqual([one for one in DEMANDED if one not in lines], [])


if __name__ == "__main__":
    unittest.main()
