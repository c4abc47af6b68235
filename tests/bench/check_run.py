#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""tests/bench/run tells a benchmark that failed from one that measured: no figure of it, and not 0 at the end.

usage: check_run.py RUN      plays it with programs that only print, well and badly
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

FIGURE = '{"name":"%s","ours":1,"baseline":1,"unit":"ms","ratio":1,"aim":""}'
TOUR = """#!/bin/sh
while [ "$1" != --tour ]; do shift; done
mkdir -p "$2"
printf '{"steps":[],"longestStallMs":3.5,"longestUiCpuMs":2.5}' >"$2/tour.json"
echo "the step failed"
exit %d
"""
NOISE = "#!/bin/sh\ncat >/dev/null\necho 2 1\nexit %d\n"


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def played(run, tour, noise, save, queue, parts):
    """(exit code, names of the figures, words for people)."""
    with tempfile.TemporaryDirectory() as name:
        build = Path(name) / "build"
        put(build / "app/desktop/yichuang", TOUR % tour)
        put(build / "tests/bench/bench_noise", NOISE % noise if noise is not None else "")
        for bench, code in (("save", save), ("queue", queue)):
            put(build / f"tests/bench/bench_{bench}", f"#!/bin/sh\necho '{FIGURE % bench}'\nexit {code}\n")
        if noise is None:
            (build / "tests/bench/bench_noise").unlink()
        done = subprocess.run([run, str(build), *parts], capture_output=True, text=True, timeout=90)
    return done.returncode, [json.loads(line)["name"] for line in done.stdout.splitlines()], done.stderr


def main():
    run = sys.argv[1]
    stalls, every = ["tour.longest-ui-cpu", "tour.longest-stall"], ["save", "stalls", "queue"]
    wrong = []
    for what, codes, wanted in (
            ("all is well", (0, 0, 0, 0), (0, ["save", *stalls, "queue"])),
            ("the tour goes red", (1, 0, 0, 0), (1, ["save", "queue"])),
            ("the window beside it fails", (0, 1, 0, 0), (1, ["save", "queue"])),
            ("the window beside it is absent", (0, None, 0, 0), (1, ["save", "queue"])),
            ("the save fails after a figure", (0, 0, 1, 0), (1, [*stalls, "queue"])),
            ("the queue dies after a figure", (0, 0, 0, 139), (1, ["save", *stalls]))):
        code, figures, said = played(run, *codes, every)
        if (code, figures) != wanted:
            wrong.append(f"{what}: ended with {code} and {figures}, not {wanted[0]} and {wanted[1]}")
        if code and "bench:" not in said:
            wrong.append(f"{what}: nobody is told")
    print("\n".join(wrong) if wrong else "bench run: what fails has no figures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
