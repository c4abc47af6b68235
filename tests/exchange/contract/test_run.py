#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""When the contract's runner skips: only while the registry cannot be reached, with an npm that answers as told.

usage: test_run.py RUN
"""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUN = Path(sys.argv[1]).resolve()

# Each call of `npm view` takes the next word of ANSWERS: ok, or the code npm prints. `npm ci` always fails.
NPM = """#!/bin/bash
[ "$1" = view ] || { echo "npm ERR! install refused"; exit 1; }
echo x >>"$CALLS"
answer=$(echo "$ANSWERS" | cut -d' ' -f"$(wc -l <"$CALLS")")
[ "$answer" = ok ] && { echo 8.0.0; exit 0; }
echo "npm ERR! code $answer" >&2
exit 1
"""


class Runner(unittest.TestCase):
    def run_with(self, answers):
        with tempfile.TemporaryDirectory() as folder:
            tools = Path(folder, "tools")
            tools.mkdir()
            for name, text in (("npm", NPM), ("node", "#!/bin/bash\n")):
                Path(tools, name).write_text(text)
                Path(tools, name).chmod(0o755)
            calls = Path(folder, "calls")
            told = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "ANSWERS": answers, "CALLS": str(calls), "YICHUANG_NPM_PAUSE": "0"}
            done = subprocess.run([RUN, "program", "openapi", Path(folder, "work")], env=told, capture_output=True, text=True, check=False)
            return done.returncode, len(calls.read_text().split()), done.stdout

    def test_no_network_skips_with_a_word(self):
        code, calls, said = self.run_with("ENOTFOUND EAI_AGAIN ENETUNREACH")
        self.assertEqual((code, calls), (77, 3))
        self.assertIn("SKIPPED", said)

    def test_one_stumble_does_not_skip(self):
        code, calls, said = self.run_with("ECONNRESET ok")
        self.assertEqual((code, calls), (1, 2))
        self.assertIn("install refused", said)

    def test_a_registry_that_refuses_is_a_failure(self):
        for answer in ("E403", "E500", "E404", "EINTEGRITY"):
            code, _, said = self.run_with(f"{answer} ok")
            self.assertEqual(code, 1, answer)
            self.assertNotIn("SKIPPED", said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
