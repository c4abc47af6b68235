# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What every installation of the desktop is put through: self-test, start, tour."""
import dataclasses
import json
import pathlib
import shutil
import signal
import subprocess
import time

from bundling import metadata

from . import roots, screen

PATIENCE = 120.0
OUTSIDE = metadata.ROOT / "tests/system/tour-outside"
EXCHANGE = metadata.ROOT / "build/release/app/exchange/yichuang-exchange"


@dataclasses.dataclass
class Run:
    """One installation under one set of circumstances, and what came of it."""
    package: str
    suite: str
    user: str
    fuse: bool
    selftest_s: float = 0
    window_s: float = 0
    tour_s: float = 0
    tour: str = ""
    faults: list[str] = dataclasses.field(default_factory=list)

    def line(self) -> str:
        times = f"{self.selftest_s:7.1f} {self.window_s:7.1f} {self.tour_s:7.1f}"
        fate = "ok" if not self.faults else "FAILED: " + "; ".join(self.faults)
        return f"{self.package:15} {self.suite:9} {self.user:6} {'fuse' if self.fuse else 'none':5} {times}  {self.tour:11} {fate}"

    def with_demo(self) -> bool:
        """One of the circumstances that every package meets in every system: the demo's own exchange asks nothing of user or FUSE."""
        return self.user == "clerk" and not self.fuse


HEADER = f"{'package':15} {'system':9} {'user':6} {'fuse':5} {'self s':>7} {'start s':>7} {'tour s':>7}  {'out, demo':11}"


def check_report(report: dict) -> list[str]:
    """What the self-test must say of a bundle on a system with nothing of its own."""
    faults = [f"missing {word}" for word in report["missing"]]
    wanted = {"platform": report["qt"]["platform"] == "xcb", "encryption": report["cipher"]["encrypts"],
              "TLS": report["tls"]["supported"], "Chinese": report["translation"]["toolkit"] and report["translation"]["screens"],
              "font": bool(report["fonts"]["chinese"]), "serial readers": "serial" in report["readers"]["kinds"],
              "ibus": "libibusplatforminputcontextplugin.so" in report["qt"]["inputMethods"],
              "fcitx 5": "libfcitx5platforminputcontextplugin.so" in report["qt"]["inputMethods"]}
    return faults + [f"no {name}" for name, there in wanted.items() if not there]


def unpacking_folder(root: roots.Root) -> pathlib.Path:
    """What a bundle leaves in /tmp goes with the namespace of its run, unseen; what it leaves here stays."""
    folder = root.out() / "unpacked"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o1777)
    return folder


UNPACKED = {"TMPDIR": "/out/unpacked"}


def self_test(run: Run, root: roots.Root, program: list[str], display: str) -> None:
    unpacking_folder(root)
    path = root.out() / "selftest.json"
    path.unlink(missing_ok=True)
    started = time.monotonic()
    done = root.run([*program, "--selftest", "/out/selftest.json"], user=run.user, fuse=run.fuse, display=display,
                    environment=UNPACKED, timeout=PATIENCE, capture_output=True, text=True)
    run.selftest_s = time.monotonic() - started
    if not path.exists():
        run.faults.append(f"self-test wrote nothing: {done.stderr[-300:]}")
        return
    report = json.loads(path.read_text(encoding="utf-8"))
    run.faults += check_report(report)
    if run.package == "AppImage" and (".mount_" in report["qt"]["plugins"]) != run.fuse:
        run.faults.append("unpacked although there is FUSE" if run.fuse else "mounted although there is no FUSE")
    if done.returncode != 0:
        run.faults.append(f"self-test ended with {done.returncode}")


def input_methods(run: Run, root: roots.Root, program: list[str], display: str) -> None:
    """Which plug-in is loaded for what the session names; fcitx of the old kind is known by its program."""
    old = root.folder / "usr/local/bin/fcitx"
    for name, with_old, plugin in (("ibus", False, "libibusplatforminputcontextplugin"), ("fcitx", False, "libfcitx5platforminputcontextplugin"),
                                   ("fcitx", True, "libfcitxplatforminputcontextplugin-qt6")):
        old.unlink(missing_ok=True)
        if with_old:
            old.write_text("#!/bin/sh\n")
            old.chmod(0o755)
        done = root.run([*program, "--selftest", "/out/selftest.json"], user=run.user, fuse=run.fuse, display=display, timeout=PATIENCE,
                        environment={"QT_IM_MODULE": name, "QT_DEBUG_PLUGINS": "1"}, capture_output=True, text=True)
        if not any("loaded library" in line and plugin in line for line in done.stderr.splitlines()):
            run.faults.append(f"{name}: {plugin} was not loaded")
    old.unlink(missing_ok=True)


def start(run: Run, root: roots.Root, program: list[str], display: str) -> None:
    process = root.start([*program, "--demo"], user=run.user, fuse=run.fuse, display=display,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        run.window_s = screen.seconds_to_window(display, process, PATIENCE)
    except RuntimeError as why:
        run.faults.append(f"start: {why}")
    finally:
        # unshare passes nothing on, but its end is that of everything in the namespace.
        process.send_signal(signal.SIGKILL)
        process.wait()


def tour(run: Run, root: roots.Root, program: list[str], display: str, keep: pathlib.Path, outside: bool) -> None:
    """The main job on the demo's own exchange, or over TLS on one that runs outside of the system, with the reader on a TCP line."""
    keep.mkdir(parents=True, exist_ok=True)
    # What another user's tour wrote is not this one's to replace.
    shutil.rmtree(root.out() / "tour", ignore_errors=True)
    started = time.monotonic()
    world, environment, beside = ["--demo"], dict(UNPACKED), ()
    if outside:
        world += ["--exchange", "{exchange}", "--ca", "/out/{folder}/hall.pem", "--demo-tcp-reader"]
        environment["YICHUANG_DEMO_SECRET"] = "{secret}"
        beside = ("env", f"TMPDIR={root.out()}", str(OUTSIDE), str(EXCHANGE), "200")
    done = root.run([*program, *world, "--tour", "/out/tour"], user=run.user, fuse=run.fuse, display=display, timeout=600,
                    environment=environment, beside=beside,
                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    run.tour_s += time.monotonic() - started
    (keep / "output.txt").write_text(done.stdout, encoding="utf-8")
    report = root.folder / "out/tour/tour.json"
    if not report.exists():
        run.faults.append(f"the tour wrote nothing: {done.stdout[-300:]}")
        return
    steps = json.loads(report.read_text(encoding="utf-8"))["steps"]
    passed = sum(step["ok"] for step in steps)
    run.tour = f"{run.tour} {passed}/{len(steps)}".strip()
    run.faults += [f"tour: {step['name']}: {step['actual'][:120]}" for step in steps if not step["ok"]]
    if done.returncode != 0:
        run.faults.append(f"the tour ended with {done.returncode}")
    for file in (root.folder / "out/tour").iterdir():
        (keep / file.name).write_bytes(file.read_bytes())


def leftovers(root: roots.Root) -> list[str]:
    """Nothing of an unpacked bundle may be left. A mounted one's empty folder goes with its server, which a namespace may end first."""
    places = [unpacking_folder(root), root.folder / "var/tmp", root.folder / "home/clerk/.cache", root.folder / "root/.cache"]
    return [f"left behind: {path.name}" for place in places if place.is_dir() for path in place.glob("appimage_extracted*")]


def leftovers_are_seen(run: Run, root: roots.Root, program: list[str]) -> None:
    """The look at what is left finds a bundle that was told to leave itself there."""
    root.run([*program, "--version"], user=run.user, fuse=run.fuse, environment=UNPACKED | {"NO_CLEANUP": "1"}, timeout=PATIENCE, capture_output=True)
    if not leftovers(root):
        run.faults.append("an unpacked bundle that stayed was not seen")
    shutil.rmtree(unpacking_folder(root))


def prove(run: Run, root: roots.Root, program: list[str], keep: pathlib.Path, with_tour: bool) -> Run:
    with screen.display() as display:
        self_test(run, root, program, display)
        if run.package != "deb" and run.user == "clerk":
            input_methods(run, root, program, display)
        start(run, root, program, display)
        if with_tour:
            tour(run, root, program, display, keep / "outside", True)
            if run.with_demo():
                tour(run, root, program, display, keep / "demo", False)
    run.faults += leftovers(root)
    if run.package == "AppImage" and not run.fuse:
        leftovers_are_seen(run, root, program)
    return run
