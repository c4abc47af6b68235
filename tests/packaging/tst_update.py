# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Update and going back, played: two built versions of the desktop as AppImages, a signed folder, a store with a draft and a
full outbox, a keychain, and kill -9 in between.

usage: keyring-run tst_update.py PROGRAM NEXT STOREWORKER [APPDIR]     APPDIR: the real bundle instead of the program alone
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import paths
from bundling import appimage, releases

PROGRAM, NEXT, WORKER, *BUNDLE = sys.argv[1:]
NOW, NEWER = "0.1.0", "9.0.0"
# A released bundle knows its own; the tests' is that of the tree. A trial alone takes a minute of work.
PATIENCE = 180
ALONE = """#!/bin/sh
files=$(dirname "$(readlink -f "$0")")
export GIO_MODULE_DIR="${GIO_MODULE_DIR:-$files/gio}"
exec "$files/usr/bin/yichuang" "$@"
"""
SPOILT = '#!/bin/sh\n[ "$1" = --version ] && echo "yichuang {version}" && exit 0\n{then}\n'


def version_of(program: pathlib.Path) -> str:
    return subprocess.run([str(program), "--version"], check=True, capture_output=True, text=True, timeout=PATIENCE).stdout.split()[1]


class Update(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        global NOW
        NOW = version_of(PROGRAM)
        cls.place = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.place.name)
        (cls.root / "tmp").mkdir()
        cls.key = cls.root / "key"
        cls.tool("--new-key", str(cls.key))
        cls.packed = {}
        for version, program in ((NOW, PROGRAM), (NEWER, NEXT)):
            cls.packed[version] = cls.pack(version, cls.appdir(version, program))

    @classmethod
    def tearDownClass(cls):
        # The servers of the mounts end after the programs.
        end = time.monotonic() + 20
        while str(cls.root) in pathlib.Path("/proc/mounts").read_text() and time.monotonic() < end:
            time.sleep(0.1)
        cls.place.cleanup()

    @classmethod
    def tool(cls, *words: str):
        subprocess.run([sys.executable, str(paths.LINUX / "manifest"), *words], check=True, stdout=subprocess.DEVNULL)

    @classmethod
    def appdir(cls, version: str, program: str) -> pathlib.Path:
        folder = cls.root / f"appdir-{version}"
        if BUNDLE:
            shutil.copytree(BUNDLE[0], folder, symlinks=True)
        else:
            (folder / "usr/bin").mkdir(parents=True)
            (folder / "AppRun").write_text(ALONE)
            (folder / "AppRun").chmod(0o755)
        subprocess.run(["strip", "-o", str(folder / "usr/bin/yichuang"), program], check=True)
        return folder

    @classmethod
    def pack(cls, version: str, folder: pathlib.Path) -> pathlib.Path:
        out = cls.root / f"yichuang-{version}-x86_64.AppImage"
        appimage.pack(folder, out, "https://hall.example/yichuang.AppImage", 1, version)
        return out

    def spoilt(self, version: str, then: str) -> pathlib.Path:
        """A version that says its name and then does something else."""
        folder = self.root / f"appdir-{version}"
        folder.mkdir()
        (folder / "AppRun").write_text(SPOILT.format(version=version, then=then))
        (folder / "AppRun").chmod(0o755)
        return self.pack(version, folder)

    def setUp(self):
        self.hall = pathlib.Path(tempfile.mkdtemp(dir=self.root))
        self.folder = self.hall / "updates"
        self.folder.mkdir()
        self.profile = self.hall / "profile"
        self.file = self.hall / "yichuang.AppImage"
        shutil.copy(self.packed[NOW], self.file)
        self.worker("fill")
        self.before = self.worker("read")
        self.assertIn("typed 'half typed'", self.before)
        self.assertIn("waits", self.before)
        self.running = None

    def tearDown(self):
        self.kill()

    def worker(self, verb: str) -> str:
        return subprocess.run([WORKER, verb, str(self.profile)], check=True, capture_output=True, text=True, timeout=PATIENCE).stdout

    def publish(self, version: str, made: pathlib.Path):
        shutil.copy(made, self.folder / made.name)
        self.tool(str(self.folder), "--key", str(self.key), "--version", version, "--store-schema", str(releases.store_schema()))

    def start(self):
        self.log = open(self.hall / "log", "ab")
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(self.root / "tmp")}
        self.running = subprocess.Popen([str(self.file), "--exchange", "https://127.0.0.1:9", "--profile", str(self.profile), "--updates", str(self.folder),
                                         "--update-keys", f"{self.key}.pub", "--update-at-start"], stdout=self.log, stderr=self.log,
                                        start_new_session=True, env=environment)

    def kill(self):
        """The cable is pulled."""
        if not self.running:
            return
        os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()
        self.running = None
        self.log.close()

    def until(self, what: str, holds):
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                self.fail(f"{what}: not within {PATIENCE} s\n{(self.hall / 'log').read_text(errors='replace')[-3000:]}")
            time.sleep(0.1)

    def beside(self, suffix: str) -> pathlib.Path:
        return self.file.with_name(self.file.name + suffix)

    def remembered(self, text: str) -> bool:
        state = self.profile / "update.ini"
        return state.exists() and text in state.read_text()

    def is_refused(self, version: str) -> bool:
        """Beside the file, so that every user of it knows."""
        refused = self.beside(".refused")
        return refused.exists() and version in refused.read_text().split()

    def fetch(self, version: str):
        self.start()
        self.until(f"{version} is ready", lambda: self.remembered(f"waiting={version}"))
        self.assertTrue(self.beside(".next").exists())
        self.kill()

    def desktop(self) -> str:
        """The process that holds the store."""
        return (self.profile / "store.db.lock").read_text().split()[0]

    def no_word_of_another_image(self):
        """What a launcher told the version before must not lead the new one into an image that is gone."""
        words = dict(word.split("=", 1) for word in pathlib.Path(f"/proc/{self.desktop()}/environ").read_text().split("\0") if "=" in word)
        for name, value in words.items():
            if ".mount_yichuang" in value or "appimage_extracted" in value:
                self.assertIn(words["APPDIR"], value, name)

    def store_is_open(self) -> bool:
        """A killed desktop leaves its lock; only a living one counts."""
        try:
            return bool(os.readlink(f"/proc/{self.desktop()}/exe"))
        except (OSError, IndexError):
            return False

    def works(self, version: str):
        """That version lies in the place, has opened the store, and holds what was there; then it is killed."""
        self.until(f"{version} is in the place", lambda: version_of(self.file) == version)
        self.until("the trial is over", lambda: not self.beside(".trial").exists())
        self.until("the store is open", self.store_is_open)
        self.no_word_of_another_image()
        self.assertIsNone(self.running.poll())
        self.kill()
        self.assertEqual(self.worker("read"), self.before)

    def test_updates_then_goes_back_from_one_that_does_not_start(self):
        self.publish(NEWER, self.packed[NEWER])
        self.fetch(NEWER)
        self.start()
        self.works(NEWER)
        self.assertEqual(version_of(self.beside(".previous")), NOW)
        self.publish("9.1.0", self.spoilt("9.1.0", "exit 1"))
        self.fetch("9.1.0")
        self.start()
        self.until("9.1.0 is refused", lambda: self.is_refused("9.1.0"))
        self.works(NEWER)

    def test_withdrawn_before_the_next_start(self):
        self.publish(NEWER, self.packed[NEWER])
        self.fetch(NEWER)
        self.tool(str(self.folder), "--key", str(self.key), "--version", NEWER, "--withdraw")
        self.start()
        self.until("what was fetched is gone", lambda: not self.beside(".next").exists())
        self.works(NOW)

    def test_migrates_what_the_version_before_left(self):
        """By the product's own step, with its own copy; proved then, for going back would cost what is written from here on."""
        self.publish(NEWER, self.packed[NEWER])
        self.fetch(NEWER)
        self.worker("age")
        old = releases.store_schema() - 1
        self.start()
        self.until(f"{NEWER} has opened the store", lambda: version_of(self.file) == NEWER and self.store_is_open())
        opened = time.monotonic()
        self.until("the trial is over", lambda: not self.beside(".trial").exists())
        self.assertLess(time.monotonic() - opened, 40, "without the minute of work")
        self.works(NEWER)
        self.assertEqual([path.name for path in self.profile.glob("store.db.schema*")], [f"store.db.schema{old}"])

    def test_goes_back_with_the_store_that_was_migrated(self):
        self.publish("9.2.0", self.spoilt("9.2.0", f"{WORKER} spoil {self.profile}\nkill -SEGV $$"))
        self.fetch("9.2.0")
        self.start()
        self.until("9.2.0 is refused", lambda: self.is_refused("9.2.0"))
        self.until("the copy is back", lambda: list(self.profile.glob("store.db.replaced-*")))
        self.works(NOW)

    def test_goes_back_when_the_store_does_not_open(self):
        self.publish(NEWER, self.packed[NEWER])
        self.fetch(NEWER)
        store = self.profile / "store.db"
        whole = store.read_bytes()
        for name in ("store.db-wal", "store.db-shm"):
            (self.profile / name).unlink(missing_ok=True)
        store.write_bytes(b"\xaa" * len(whole))
        self.start()
        self.until(f"{NEWER} is refused", lambda: self.is_refused(NEWER))
        self.assertEqual(version_of(self.file), NOW)
        # Once: a version that knows it cannot work here is not tried again.
        self.assertEqual((self.hall / "log").read_text().count("during the trial of this version"), 1)
        self.kill()
        store.write_bytes(whole)
        self.start()
        self.works(NOW)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
