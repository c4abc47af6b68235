# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The runtime's part of an update: counting starts, going back, and being killed at every change of a file."""
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import paths

RUNTIME = paths.ROOT / "packaging/appimage/runtime"
WRAPPED = ["rename", "unlink", "fsync", "write", "execv"]
TRIAL = "yichuang-trial 1\nstate {state}\nto {to}\nfrom 0.1.0\nstarts {starts}\n"


class Trial(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.harness = pathlib.Path(cls.folder.name) / "harness"
        subprocess.run(["gcc", "-std=gnu11", "-O1", "-g", "-Wall", "-Wextra", "-Werror", "-fsanitize=undefined,address", "-fno-sanitize-recover=all",
                        f"-I{RUNTIME}", "-o", str(cls.harness), str(RUNTIME / "trial.c"), str(pathlib.Path(__file__).parent / "trialharness.c"),
                        *(f"-Wl,--wrap={name}" for name in WRAPPED)], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.root = pathlib.Path(self.place.name)
        self.file = self.root / "app"
        self.trial = self.root / "app.trial"
        self.previous = self.root / "app.previous"
        self.log = self.root / "log"
        self.program(self.file, "new")
        self.program(self.previous, "old")

    def program(self, path: pathlib.Path, word: str, then: str = "exit 0"):
        path.write_text(f"#!/bin/sh\necho {word} \"$@\" >>{self.log}\n{then}\n")
        path.chmod(0o755)

    def on_trial(self, state="trial", to="0.2.0", starts=0):
        self.trial.write_text(TRIAL.format(state=state, to=to, starts=starts))

    def command(self, then: str) -> list[str]:
        """The harness as the runtime of version 0.2.0, whose program does `then`."""
        inner = self.root / "inner"
        self.program(inner, "new", then)
        return [str(self.harness), str(self.file), "0.2.0", str(inner), "--word"]

    def run_new(self, then: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(self.command(then), capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"} | environment)

    def lines(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def test_is_not_its_business(self):
        for text in ("", "x" * 4000, TRIAL.format(state="trial", to="0.3.0", starts=0), TRIAL.format(state="odd", to="0.2.0", starts=0),
                     TRIAL.format(state="trial", to="0.2.0", starts=-1), TRIAL.format(state="trial", to="0.2.0", starts=0) + "more\n"):
            with self.subTest(text[:40]):
                self.trial.write_text(text)
                self.assertEqual(self.run_new("exit 1").stdout, "no trial\n")
                self.assertEqual(self.trial.read_text(), text)

    def test_proved_at_once(self):
        self.on_trial()
        done = self.run_new(f"rm {self.trial}; exit 7")
        self.assertEqual(done.stdout, f"status {7 << 8}\n")
        self.assertEqual(self.lines(), ["new --word"])
        self.assertTrue(self.previous.exists())

    def test_goes_back_after_three_starts(self):
        self.on_trial()
        self.run_new("exit 1")
        self.assertEqual(self.lines(), ["new --word"] * 3 + ["old --word"])
        self.assertIn("echo old", self.file.read_text())
        self.assertFalse(self.previous.exists())
        self.assertEqual(self.trial.read_text(), TRIAL.format(state="failed", to="0.2.0", starts=3))

    def test_starts_together_are_one(self):
        """Five healthy desktops of which none has shown its window yet."""
        self.on_trial()
        command = self.command(f"until [ -e {self.root / 'shown'} ]; do sleep 0.02; done; rm -f {self.trial}")
        desktops = []
        for number in range(1, 6):
            desktops.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
            while len(self.lines()) < number and desktops[-1].poll() is None:
                time.sleep(0.02)
        (self.root / "shown").touch()
        self.assertEqual([desktop.communicate()[0] for desktop in desktops], ["status 0\n"] * 5)
        self.assertEqual(self.lines(), ["new --word"] * 5)
        self.assertFalse(self.trial.exists())

    def test_a_crash_is_no_start(self):
        self.on_trial()
        self.run_new("kill -SEGV $$")
        self.assertEqual(self.lines()[-1], "old --word")

    def test_a_word_that_the_version_before_takes(self):
        """Refused by the new version alone: nobody could start anything any more."""
        self.on_trial()
        self.program(self.previous, "old")
        self.run_new("exit 2")
        self.assertEqual(self.lines(), ["new --word", "old --check-options --word", "old --word"])
        self.assertEqual(self.trial.read_text(), TRIAL.format(state="failed", to="0.2.0", starts=1))

    def test_no_room_is_no_verdict(self):
        self.on_trial(starts=1)
        self.program(self.previous, "old", "exit 75")
        for _ in range(4):
            self.assertEqual(self.run_new("exit 75").stdout, f"status {75 << 8}\n")
        self.assertEqual(self.lines(), ["new --word", "old --check-options --word"] * 4)
        self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=1))

    def test_the_version_before_finds_room(self):
        """It is smaller; the new one may come again."""
        for code in (0, 2):
            with self.subTest(code=code):
                self.log.unlink(missing_ok=True)
                self.on_trial()
                self.program(self.file, "new")
                self.program(self.previous, "old", f'test "$1" != --check-options || exit {code}')
                self.run_new("exit 75")
                self.assertEqual(self.lines(), ["new --word", "old --check-options --word", "old --word"])
                self.assertFalse(self.trial.exists())

    def test_no_display_is_no_verdict(self):
        """A start in a shell without a screen, as often as somebody tries."""
        self.on_trial(starts=1)
        for _ in range(4):
            self.assertEqual(self.run_new("exit 69").stdout, f"status {69 << 8}\n")
        self.assertEqual(self.lines(), ["new --word"] * 4)
        self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=1))

    def test_a_display_that_goes_takes_no_version_along(self):
        """The toolkit ends a program whose screen has gone with 1; none finds it after that."""
        self.on_trial(starts=1)
        gone = self.root / "gone"
        for _ in range(2):
            gone.unlink(missing_ok=True)
            self.assertEqual(self.run_new(f"test -e {gone} && exit 69; touch {gone}; exit 1").stdout, f"status {69 << 8}\n")
        self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=1))

    def test_a_display_that_is_missing_saves_no_condemned_version(self):
        self.on_trial()
        self.run_new(f"sed -i 's/^state trial/state failed/' {self.trial}; exit 69")
        self.assertEqual(self.lines()[-1], "old --word")

    def test_a_wrong_word_is_no_verdict(self):
        """Nor one that the version before refuses as well, or that nobody can be asked about."""
        self.on_trial(starts=1)
        self.program(self.previous, "old", 'test "$1" != --check-options || exit 2')
        for _ in range(4):
            self.assertEqual(self.run_new("exit 2").stdout, f"status {2 << 8}\n")
        self.assertEqual(self.lines(), ["new --word", "old --check-options --word"] * 4)
        self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=1))
        self.run_new(f"sed -i 's/^state trial/state failed/' {self.trial}; exit 2")
        self.assertEqual(self.lines()[-1], "old --word")

    def test_asked_to_end_is_no_crash(self):
        for ending in ("kill -INT $$", "kill -TERM $$", "kill -HUP $$", "exit 143"):
            with self.subTest(ending):
                self.setUp()
                self.on_trial()
                self.run_new(ending)
                self.assertEqual(self.lines(), ["new --word"])
                self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=0))

    def test_condemned_goes_back_at_once(self):
        for status in (3, 0):
            with self.subTest(status):
                self.setUp()
                self.on_trial()
                self.run_new(f"sed -i 's/^state trial/state failed/' {self.trial}; exit {status}")
                self.assertEqual(self.lines(), ["new --word", "old --word"])

    def test_gave_way_to_a_still_newer_one(self):
        """The program proved itself and later became another version, whose trial is not this runtime's business."""
        self.on_trial()
        done = self.run_new(f"sed -i 's/^to .*/to 0.3.0/' {self.trial}; exit 5")
        self.assertEqual((self.lines(), done.stdout), (["new --word"], f"status {5 << 8}\n"))

    def test_closed_in_peace_is_asked_again(self):
        self.on_trial()
        for _ in range(5):
            self.assertEqual(self.run_new("exit 0").stdout, "status 0\n")
            self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=0))
        self.assertEqual(self.lines(), ["new --word"] * 5)

    def test_an_excused_start_is_not_given_back_twice(self):
        self.on_trial(starts=1)
        self.run_new(f"sed -i 's/^starts .*/starts 0/' {self.trial}; exit 0")
        self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=0))

    def cut(self):
        """The cable is pulled while it runs."""
        before = len(self.lines())
        running = subprocess.Popen(self.command("exec sleep 60"), stdout=subprocess.DEVNULL, start_new_session=True)
        while len(self.lines()) == before and running.poll() is None:
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()

    def test_cut_off_is_counted(self):
        """What ended well in between takes nothing of that back."""
        self.on_trial()
        for starts in (1, 2, 3):
            self.cut()
            if starts < 3:
                self.run_new("exit 0")
            self.assertEqual(self.trial.read_text(), TRIAL.format(state="trial", to="0.2.0", starts=starts))
        self.run_new("exit 0")
        self.assertEqual(self.lines(), ["new --word"] * 5 + ["old --word"])

    def test_nothing_to_go_back_to(self):
        self.on_trial(starts=3)
        self.previous.unlink()
        self.assertEqual(self.run_new("exit 0").stdout, "status 0\n")
        self.assertFalse(self.trial.exists())
        self.assertIn("echo new", self.file.read_text())

    @unittest.skipUnless(subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], stderr=subprocess.DEVNULL).returncode == 0, "no namespaces for this user")
    def test_goes_back_on_a_full_disk(self):
        """Not a byte free, for as long as it takes."""
        inner = self.root / "inner"
        self.program(inner, "new", "exit 1")
        full = self.root / "full"
        full.mkdir()
        self.on_trial()
        script = ('mount -t tmpfs -o size=100k tmpfs full && cp -p app app.previous app.trial full && cd full && ! cat /dev/zero >filling 2>/dev/null\n'
                  'test "$(df --output=avail . | tail -n 1)" -eq 0 && "$0" "$PWD/app" 0.2.0 "$1" --word; ls')
        done = subprocess.run(["unshare", "-rm", "sh", "-c", script, str(self.harness), str(inner)], cwd=self.root, capture_output=True, text=True)
        self.assertEqual(self.lines(), ["new --word"] * 3 + ["old --word"], done.stderr)
        # Without a verdict: a disk without room may be all that was wrong.
        self.assertEqual(done.stdout, "app\nfilling\n")

    def test_killed_at_every_change(self):
        """However it dies, a whole program lies in the place, and the next start or the one after it comes to the old one."""
        deaths = 0
        for at in range(1, 200):
            self.setUp()
            self.on_trial()
            done = self.run_new("exit 1", DIE_AT=str(at))
            if done.returncode != -signal.SIGKILL:
                break
            deaths += 1
            whole = self.file.read_text()
            self.assertTrue(whole.startswith("#!/bin/sh\necho ") and whole.endswith("exit 0\n"), at)
            if "echo old" not in whole:
                self.run_new("exit 1")
            self.assertIn("echo old", self.file.read_text(), at)
            self.assertEqual(self.trial.read_text().splitlines()[1], "state failed", at)
        # Three counted starts and the way back, each a write, two syncs and a rename.
        self.assertGreaterEqual(deaths, 16)


if __name__ == "__main__":
    unittest.main()
