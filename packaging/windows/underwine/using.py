# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The installed desktop at work: what it says of itself, a window, the main job, readers, vaults."""
import argparse
import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator

from bundling import metadata

from . import prefix
from .done import Done

EXE = r"C:\Program Files\Yichuang\yichuang.exe"
FOLDER = r"C:\Program Files\Yichuang"
KEY = "5a" * 32
OUTSIDE = metadata.ROOT / "tests/system/tour-outside"
CARD = metadata.ROOT / "resources/demo/cards"


def store(wine: prefix.Wine) -> pathlib.Path:
    """Where the desktop keeps a user's store."""
    return wine.path(f"users/{prefix.USER}/AppData/Local/Yichuang/yichuang/profile/store.db")


def self_test(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    ended = wine.run([EXE, "--selftest", r"C:\selftest.json"])
    done.expect("exit code", ended.returncode, 0)
    report = json.loads(wine.path("selftest.json").read_text(encoding="utf-8"))
    shutil.copy(wine.path("selftest.json"), arguments.keep / "selftest.json")
    done.faults += [f"missing {word}" for word in report["missing"]]
    done.expect("platform", report["qt"]["platform"], "windows")
    done.expect("encryption", report["cipher"]["encrypts"], True)
    done.expect("TLS", report["tls"]["backend"], "schannel")
    done.expect("keychain", report["keychain"]["state"], "works")
    done.expect("translation", report["translation"], {"screens": True, "toolkit": True})
    done.expect("serial readers", "serial" in report["readers"]["kinds"], True)
    done.said = f"Qt {report['qt']['version']}, SQLCipher {report['cipher']['version']}, {report['tls']['library']}"
    return done


def locked(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    ended = wine.run([EXE, "--exchange", "https://other.example"])
    done.expect("exit code", ended.returncode, 2)
    done.expect("its words", "--exchange is locked" in ended.stderr, True)
    return done


def window(wine: prefix.Wine) -> str | None:
    """The size of the program's window once it is shown; Qt keeps others for itself that never are."""
    def xwininfo(*words: str) -> str:
        environment = wine.environment()
        return subprocess.run(["xwininfo", *words], env=environment, capture_output=True, text=True, encoding="utf-8").stdout

    for match in re.finditer(r'(0x[0-9a-f]+) "一窗": \("yichuang\.exe" "[^"]*"\)\s+(\d+x\d+)\+', xwininfo("-root", "-tree")):
        if "Map State: IsViewable" in xwininfo("-id", match.group(1), "-stats"):
            return match.group(2)
    return None


def start(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    return shown(wine, ["--demo"])


def shown(wine: prefix.Wine, words: list[str], holds: Callable[[], bool] = lambda: True) -> Done:
    """Starts the program until its window is on the screen, and what else should hold does; then ends it, as a power cut does."""
    done = Done()
    process = wine.start([EXE, *words])
    begun, size = time.monotonic(), None
    while not (size and holds()) and process.poll() is None and time.monotonic() - begun < 60:
        size = window(wine)
        time.sleep(0.1)
    done.said = f"window of {size} after {time.monotonic() - begun:.1f} s"
    if not size or not holds():
        done.faults.append(f"{'not ready' if size else 'no window'}; exit code {process.poll()}")
    end(wine, process)
    return done


def end(wine: prefix.Wine, process: subprocess.Popen | None = None) -> None:
    if process:
        process.kill()
        process.wait()
    wine.run(["taskkill", "/F", "/IM", "yichuang.exe"])


def said_version(wine: prefix.Wine) -> str:
    return wine.run([EXE, "--version"]).stdout.strip()


def play(arguments: argparse.Namespace, wine: prefix.Wine, name: str, world: list[str], beside: tuple[str, ...] = ()) -> Done:
    done = Done()
    ended = wine.run([EXE, *world, "--tour", "C:\\" + name], timeout=900, beside=beside)
    (arguments.keep / f"{name}.txt").write_text(ended.stdout + ended.stderr, encoding="utf-8")
    report = wine.path(f"{name}/tour.json")
    if not report.exists():
        raise OSError(f"exit code {ended.returncode}, no report: {(ended.stdout + ended.stderr)[-300:]}")
    played = json.loads(report.read_text(encoding="utf-8"))["steps"]
    shutil.copytree(report.parent, arguments.keep / name, dirs_exist_ok=True)
    done.said = f"{sum(step['ok'] for step in played)} of {len(played)} steps"
    done.faults += [f"{step['name']}: {step['actual'][:120]}" for step in played if not step["ok"]]
    done.expect("exit code", ended.returncode, 0)
    return done


def tour(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    return play(arguments, wine, "tour", ["--demo"])


def tour_outside(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """The same on an exchange that runs on Linux, over Schannel's TLS, with the reader on a TCP line. Nothing may be locked."""
    # Debian's Wine looks for its server below TMPDIR: a second one would start there, on the registry as it was last written to disk.
    beside = ("env", f"TMPDIR={wine.path('.')}", str(OUTSIDE), str(linux(arguments, "yichuang-exchange")), "200", "env", "-u", "TMPDIR")
    world = ["--demo", "--exchange", "{exchange}", "--ca", r"C:\{folder}\hall.pem", "--demo-tcp-reader"]
    return play(arguments, wine, "tour-outside", world, beside)


def linux(arguments: argparse.Namespace, name: str) -> pathlib.Path:
    found = [path for path in arguments.linux_build.glob(f"*/{name}/{name}") if path.is_file()]
    found += [path for path in arguments.linux_build.rglob(name) if path.is_file()]
    if not found:
        raise OSError(f"{arguments.linux_build} has no {name}: build that target first")
    return found[0]


def probe(arguments: argparse.Namespace, wine: prefix.Wine, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """The probe with the libraries of the installation, as the program has them."""
    return wine.run([wine.windows_path(arguments.probe), *words], environment=environment | {"WINEPATH": FOLDER})


@contextlib.contextmanager
def probe_as_program(arguments: argparse.Namespace, wine: prefix.Wine) -> Iterator[None]:
    """The probe lies in the program's place: the update service hears nobody else."""
    program = wine.path("Program Files/Yichuang/yichuang.exe")
    aside = program.with_name("yichuang.aside")
    program.rename(aside)
    try:
        shutil.copy(arguments.probe, program)
        yield
    finally:
        aside.replace(program)


def thread(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """With a heap that overwrites what is freed, so that it is seen each time when a thread destroys what it freed before."""
    done = Done()
    ended = probe(arguments, wine, "thread", WINEDEBUG="warn+heap")
    done.expect("exit code", ended.returncode, 0)
    if done.faults:
        done.faults.append(ended.stderr.strip()[-200:])
    return done


@contextlib.contextmanager
def simulated(arguments: argparse.Namespace, *words: str) -> Iterator[str]:
    """A reader with a card on it; gives what the simulator said of where it listens."""
    card = sorted(CARD.glob("*.json"))[0]
    process = subprocess.Popen([str(linux(arguments, "yichuang-cardsim")), *words, "--card", str(card)], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline()
    finally:
        process.terminate()
        process.wait()


def expect_card(done: Done, ended: subprocess.CompletedProcess) -> None:
    done.expect("exit code", ended.returncode, 0)
    done.expect("a name of the demo", "示例" in ended.stdout, True)
    if done.faults:
        done.faults.append(ended.stderr.strip()[-200:])


def serial(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    line = wine.folder / "line"
    with simulated(arguments, "--pty", str(line)):
        port = wine.folder / "prefix/dosdevices/com3"
        port.unlink(missing_ok=True)
        port.symlink_to(line.resolve())
        expect_card(done, probe(arguments, wine, "read", "serial:COM3"))
        port.unlink()
    absent = probe(arguments, wine, "read", "serial:COM9")
    done.expect("a port that is not there", bool(re.search(r"RDR-003 (?!not opened)", absent.stderr)), True)
    return done


def network(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    done = Done()
    with simulated(arguments, "--tcp", "0") as said:
        port = re.search(r":(\d+)\s*$", said).group(1)
        expect_card(done, probe(arguments, wine, "read", f"tcp:127.0.0.1:{port}"))
    return done


def on_linux(arguments: argparse.Namespace, *words: str) -> list[str]:
    return subprocess.run([str(linux(arguments, "yichuang-probe")), *words], capture_output=True, text=True, check=True).stdout.splitlines()


def vault(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """Made on Linux, used on Windows, read on Linux again."""
    done = Done()
    file = wine.path("vault.db")
    on_linux(arguments, "put", str(file), KEY, "来自 Linux")
    said = probe(arguments, wine, "put", wine.windows_path(file), KEY, "from Windows")
    done.expect("words on Windows", said.stdout.split("\n")[:2], ["来自 Linux", "from Windows"])
    done.expect("words on Linux", on_linux(arguments, "get", str(file), KEY), ["来自 Linux", "from Windows"])
    wrong = probe(arguments, wine, "get", wine.windows_path(file), "00" * 32)
    done.expect("another key", (wrong.returncode, wrong.stdout), (1, ""))
    return done


def worker(arguments: argparse.Namespace, wine: prefix.Wine, verb: str) -> str:
    """A hand in the user's own store, with the key from the Credential Manager; what it says is the same for the same content."""
    ended = wine.run([wine.windows_path(arguments.storeworker), verb, wine.windows_path(store(wine).parent)], environment={"WINEPATH": FOLDER})
    if ended.returncode:
        raise OSError(f"storeworker {verb}: {ended.stderr.strip()[-200:]}")
    return ended.stdout


def fill(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """A draft with something half typed and a case whose commands wait to be sent."""
    done = Done()
    worker(arguments, wine, "fill")
    held = worker(arguments, wine, "read")
    (arguments.keep / "store.txt").write_text(held, encoding="utf-8")
    done.expect("a draft half typed", "typed 'half typed'" in held, True)
    done.expect("an outbox", "\nwaits" in held, True)
    done.said = f"{held.count(chr(10) + 'waits')} commands wait"
    return done


def store_again(arguments: argparse.Namespace, wine: prefix.Wine) -> Done:
    """The upgraded program opens the store on a hall's exchange that is away; afterwards it is sound and holds every word that it held."""
    lock = store(wine).with_name("store.db.lock")
    before = (arguments.keep / "store.txt").read_text(encoding="utf-8")
    # One that was ended as by a power cut leaves its own behind.
    lock.unlink(missing_ok=True)
    done = shown(wine, [], lock.exists)
    checked = wine.run([EXE, "--check-store"])
    done.expect("check of the store", (checked.returncode, checked.stdout.strip() or checked.stderr.strip()), (0, "the store is sound"))
    done.expect("the store's words", worker(arguments, wine, "read"), before)
    return done
