# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The AppImage runtime with a program of a few lines behind it: built and packed twice the same, unpacked, run, damaged."""
import hashlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import unittest.mock

import paths
from bundling import appimage, debian, licences, metadata

os.environ.setdefault("SOURCE_DATE_EPOCH", "1790000000")
ADDRESS = "https://hall.example/yichuang-x86_64.AppImage"
PROGRAM = '''#!/bin/sh
case "$1" in
  wait) echo ready; exec sleep 60 ;;
  *) echo "$APPDIR"; for word in "$@"; do echo "[$word]"; done; cat "$APPDIR/usr/word"; exit 7 ;;
esac
'''


class Linked(unittest.TestCase):
    def test_the_bill_names_all_that_the_linker_took(self):
        sources = {debian.package(name).source: licences.licence_of(debian.package(name)) for name in appimage.linked_into_runtime()}
        self.assertLessEqual({"glibc", "squashfuse", "fuse3", "libzstd", "zlib", "xz-utils", "lz4"}, set(sources))
        # What the compiler itself adds; nobody lists it by hand.
        self.assertTrue(any(name.startswith("gcc-") for name in sources), sources)


class Runtime(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name)
        cls.appdir = cls.root / "AppDir"
        (cls.appdir / "usr").mkdir(parents=True)
        (cls.appdir / "AppRun").write_text(PROGRAM)
        (cls.appdir / "AppRun").chmod(0o755)
        (cls.appdir / "usr/word").write_text("from the image\n" * 50000)
        (cls.appdir / ".DirIcon").symlink_to("usr/word")
        cls.file = cls.root / "a b.AppImage"
        appimage.pack(cls.appdir, cls.file, ADDRESS, 3)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        self.temporary = self.root / "temporary"
        self.temporary.mkdir(exist_ok=True)

    def tearDown(self):
        self.assertEqual(list(self.temporary.iterdir()), [])

    def run_it(self, *words: str, file: pathlib.Path | None = None, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run([str(file or self.file), *words], capture_output=True, text=True, cwd=self.root,
                              env={"PATH": "/usr/bin:/bin", "TMPDIR": str(self.temporary)} | environment)

    def test_same_to_the_byte(self):
        again = self.root / "again.AppImage"
        os.utime(self.appdir / "usr/word", (1000, 1000))
        # As somebody whose files are private would have them.
        (self.appdir / "usr/word").chmod(0o600)
        (self.appdir / "usr").chmod(0o700)
        with paths.umask(0o077):
            appimage.pack(self.appdir, again, ADDRESS, 3)
        self.assertEqual(*(hashlib.sha256(path.read_bytes()).hexdigest() for path in (self.file, again)))

    def test_is_an_appimage_of_type_2(self):
        self.assertEqual(self.file.read_bytes()[:11], b"\x7fELF\x02\x01\x01\x00AI\x02")

    def test_offset_leads_to_the_image(self):
        offset = int(self.run_it("--appimage-offset").stdout)
        self.assertEqual(self.file.read_bytes()[offset:offset + 4], b"hsqs")

    def test_update_information(self):
        self.assertEqual(self.run_it("--appimage-updateinformation").stdout, f"zsync|{ADDRESS}.zsync\n")

    def test_runs_however_it_can(self):
        done = self.run_it("--tour", "a b", "")
        self.assertEqual(done.returncode, 7)
        self.assertIn("\n[--tour]\n[a b]\n[]\nfrom the image\n", done.stdout)
        self.wait_until_clean()

    def wait_until_clean(self):
        """The server of a mount ends after the program."""
        until = time.monotonic() + 10
        while list(self.temporary.iterdir()) and time.monotonic() < until:
            time.sleep(0.02)

    def test_runs_unpacked(self):
        for words, environment in ((["--appimage-extract-and-run", "x"], {}), (["x"], {"APPIMAGE_EXTRACT_AND_RUN": "1"})):
            done = self.run_it(*words, **environment)
            self.assertEqual(done.returncode, 7)
            self.assertIn("appimage_extracted_", done.stdout)
            self.assertIn("\n[x]\nfrom the image\n", done.stdout)

    @unittest.skipUnless(subprocess.run(["unshare", "-rm", "true"], stderr=subprocess.DEVNULL).returncode == 0, "no namespaces for this user")
    def test_a_full_folder_is_passed_over(self):
        home = self.root / "home"
        home.mkdir()
        script = 'for full in "$TMPDIR" /var/tmp; do mount -t tmpfs -o size=100k tmpfs "$full"; done; "$0" x; code=$?; ls -A "$TMPDIR" /var/tmp; exit $code'
        done = subprocess.run(["unshare", "-rm", "sh", "-c", script, str(self.file)], capture_output=True, text=True,
                              env={"PATH": "/usr/bin:/bin", "TMPDIR": str(self.temporary), "HOME": str(home), "APPIMAGE_EXTRACT_AND_RUN": "1"})
        self.assertEqual(done.returncode, 7, done.stderr)
        self.assertTrue(done.stdout.startswith(f"{home}/.cache/appimage_extracted_"), done.stdout[:200])
        self.assertTrue(done.stdout.endswith(f"from the image\n{self.temporary}:\n\n/var/tmp:\n"), done.stdout[-200:])
        self.assertEqual(os.listdir(home / ".cache"), [])

    def test_told_to_end_it_leaves_nothing(self):
        process = subprocess.Popen([str(self.file), "wait"], stdout=subprocess.PIPE,
                                   env={"PATH": "/usr/bin:/bin", "TMPDIR": str(self.temporary), "APPIMAGE_EXTRACT_AND_RUN": "1"})
        self.assertEqual(process.stdout.readline(), b"ready\n")
        process.terminate()
        process.stdout.close()
        self.assertEqual(process.wait(20), 128 + signal.SIGTERM)

    def test_unpacks_what_was_packed(self):
        out = self.root / "unpacked"
        out.mkdir()
        subprocess.run([str(self.file), "--appimage-extract"], cwd=out, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["diff", "-r", "--no-dereference", str(self.appdir), str(out / "squashfs-root")], check=True)
        self.assertTrue(os.access(out / "squashfs-root/AppRun", os.X_OK))

    def test_questions_are_no_trial(self):
        trial = self.file.with_name(self.file.name + ".trial")
        self.addCleanup(trial.unlink, missing_ok=True)
        text = f"yichuang-trial 1\nstate trial\nto {metadata.version()}\nfrom 0.0.1\nstarts 1\n"
        trial.write_text(text)
        for word in ("--version", "--selftest=x", "--check-store", "--check-options", "--demo"):
            self.assertEqual((self.run_it(word).returncode, trial.read_text()), (7, text), word)
        self.run_it("--profile")
        self.assertFalse(trial.exists())
        self.wait_until_clean()

    def test_unpacked_it_is_on_trial(self):
        """In a folder of its own: the version before takes the place, and is unpacked as well."""
        for state, starts, words, environment in (("trial", 0, ["--appimage-extract-and-run", "x"], {}), ("trial", 0, ["x"], {"APPIMAGE_EXTRACT_AND_RUN": "1"}),
                                                  ("failed", 1, ["--appimage-extract-and-run", "x"], {})):
            with self.subTest(state=state, words=words), tempfile.TemporaryDirectory(dir=self.root) as place:
                file, trial, previous = (pathlib.Path(place) / f"app{suffix}" for suffix in ("", ".trial", ".previous"))
                shutil.copy(self.file, file)
                text = "yichuang-trial 1\nstate {}\nto " + metadata.version() + "\nfrom 0.0.1\nstarts {}\n"
                trial.write_text(text.format(state, starts))
                previous.write_text('#!/bin/sh\necho "before $APPIMAGE_EXTRACT_AND_RUN $*"\n')
                previous.chmod(0o755)
                done = self.run_it(*words, file=file, **environment)
                self.assertEqual(done.stdout.count("from the image\n") > 0, state == "trial")
                self.assertEqual(done.stdout.count("appimage_extracted_"), 3 if state == "trial" else 0)
                self.assertTrue(done.stdout.endswith("before 1 x\n"), done.stdout[-200:])
                self.assertEqual(trial.read_text(), text.format("failed", 3 if state == "trial" else 1))

    def test_damage_is_an_error(self):
        broken = self.root / "broken.AppImage"
        data = self.file.read_bytes()
        offset = int(self.run_it("--appimage-offset").stdout)
        for name, content in {"cut": data[:offset + 40], "no image": data[:offset], "scribbled": data[:offset] + b"hsqs" + os.urandom(4000)}.items():
            with self.subTest(name):
                broken.write_bytes(content)
                broken.chmod(0o755)
                self.assertEqual(self.run_it(file=broken, APPIMAGE_EXTRACT_AND_RUN="1").returncode, 127)

    @unittest.skipUnless(shutil.which("zsyncmake"), "zsyncmake is not installed")
    def test_zsync_file_names_the_appimage(self):
        made = appimage.write_zsync(self.file, ADDRESS)
        head = made.read_bytes()[:400]
        self.assertIn(f"Length: {self.file.stat().st_size}\n".encode(), head)
        self.assertIn(f"SHA-1: {hashlib.sha1(self.file.read_bytes()).hexdigest()}\n".encode(), head)
        self.assertIn(b"\nURL: a b.AppImage\n", head)
        self.assertEqual(made.name, "yichuang-x86_64.AppImage.zsync")

    @unittest.skipUnless(shutil.which("gpg"), "gpg is not installed")
    def test_signature(self):
        with tempfile.TemporaryDirectory() as home, unittest.mock.patch.dict(os.environ, {"GNUPGHOME": home}):
            quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            subprocess.run(["gpg", "--batch", "--passphrase", "", "--quick-gen-key", "hall-it@hall.example", "ed25519", "sign"], **quiet)
            signature = appimage.sign(self.file, "hall-it@hall.example")
            subprocess.run(["gpg", "--verify", str(signature), str(self.file)], **quiet)
            changed = self.root / "changed"
            changed.write_bytes(self.file.read_bytes() + b"x")
            self.assertNotEqual(subprocess.run(["gpg", "--verify", str(signature), str(changed)], stderr=subprocess.DEVNULL).returncode, 0)
            subprocess.run(["gpgconf", "--kill", "all"], **quiet)


if __name__ == "__main__":
    unittest.main()
