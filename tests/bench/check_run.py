#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""tests/bench/run tells a benchmark that failed from one that measured: no figure of it, and not 0 at the end. A start is
called cold only where nothing of it stayed in memory.

usage: check_run.py RUN FOLDER_ON_A_DISK      plays it with programs that only print, well and badly
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


STARTED = """#!/usr/bin/env python3
import time
print("painted", time.monotonic_ns())
print("ready", time.monotonic_ns())
print("file", __file__)
"""
MEMORY = Path("/dev/shm")


def cold(program, folder, started=STARTED):
    """(exit code, number of figures) of two rounds with programs that lie in a folder of `folder`."""
    with tempfile.TemporaryDirectory(prefix="yichuang-cold-", dir=folder) as name:
        for program_of in ("desktopstart", "emptywindow"):
            put(Path(name) / program_of, started + "#" * 100_000)
        done = subprocess.run([sys.executable, "-B", program, name, "2", "0.2"], capture_output=True, text=True, timeout=90)
    return done.returncode, len(done.stdout.splitlines()), done.stderr


def cold_findings(program, disk):
    code, figures, said = cold(program, disk)
    if (code, figures) != (0, 4):
        yield f"a cold start from a disk: ended with {code} and {figures} figures: {said}"
    code, figures, said = cold(program, disk, STARTED.replace("painted", "hidden"))
    if (code, figures) != (1, 0) or "painted nothing" not in said:
        yield f"a start that paints nothing: ended with {code} and {figures} figures: {said}"
    # What lies in memory cannot be put out of it.
    if MEMORY.is_dir():
        code, figures, said = cold(program, MEMORY)
        if (code, figures) != (1, 0) or "100% of what a start needs stays in memory" not in said:
            yield f"a start from memory: ended with {code} and {figures} figures: {said}"


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
    wrong += cold_findings(Path(run).parent / "start" / "cold.py", Path(sys.argv[2]))
    print("\n".join(wrong) if wrong else "bench run: what fails has no figures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
