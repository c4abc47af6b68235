# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""A display of the tester's own, and when a window of the program is on it."""
import contextlib
import os
import subprocess
import time
from collections.abc import Iterator


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Xvfb on a free number; no authority, because the systems under test have none of the tester's files."""
    reading, writing = os.pipe()
    # Without -noreset it starts anew, and refuses who comes meanwhile, whenever its last client goes.
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-ac", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise SystemExit("Xvfb does not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def has_window(name: str) -> bool:
    """Whether a window whose class is `name` and that fills a screen is shown."""
    said = subprocess.run(["xwininfo", "-display", name, "-root", "-tree"], capture_output=True, text=True).stdout
    return any('"yichuang")' in line and "1440x900" in line for line in said.splitlines())


def seconds_to_window(name: str, process: subprocess.Popen, patience: float) -> float:
    """Raises when the program ends first or shows none in time."""
    started = time.monotonic()
    while time.monotonic() - started < patience:
        if has_window(name):
            return time.monotonic() - started
        if process.poll() is not None:
            raise RuntimeError(f"ended with {process.returncode} before it showed a window")
        time.sleep(0.05)
    raise RuntimeError(f"no window in {patience:.0f} s")
