# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The exchange as its package runs it: configuration file, administration while it runs, restore, rollback.

usage: tst_exchange.py PROGRAM NEXT
"""
import getpass
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import paths

PROGRAM = NEXT = ""
ADMIN = paths.ROOT / "packaging/exchange/yichuang-exchange-admin"


class Exchange(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.data = self.folder / "data"
        self.backups = self.folder / "backups"
        self.config = self.folder / "exchange.conf"
        text = (paths.ROOT / "packaging/exchange/exchange.conf").read_text(encoding="utf-8")
        self.config.write_text(text.replace("/var/lib/yichuang-exchange", str(self.data)).replace("127.0.0.1:8480", "127.0.0.1:0"))
        self.served = None

    def tearDown(self):
        if self.served:
            self.served.kill()
            self.served.wait()
            self.served.stdout.close()
        self.temporary.cleanup()

    def serve(self, program: str = "", **environment: str):
        self.served = subprocess.Popen([program or PROGRAM, "--config", str(self.config), "--seed-demo", "50"], stdout=subprocess.PIPE,
                                       stderr=subprocess.STDOUT, text=True, env=dict(os.environ, YICHUANG_DEMO_SECRET="for this test") | environment)
        lines = []
        for line in self.served.stdout:
            lines.append(line)
            if line.startswith("listening on http://127.0.0.1:"):
                return
        self.fail("".join(lines))

    def stop(self):
        self.served.terminate()
        self.assertEqual(self.served.wait(30), 0)
        self.served.stdout.close()
        self.served = None

    def run_it(self, *words: str, password: str = "") -> subprocess.CompletedProcess:
        return subprocess.run([PROGRAM, "--config", str(self.config), *words], input=password, capture_output=True, text=True)

    def admin(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        own = {"YICHUANG_EXCHANGE_USER": getpass.getuser(), "YICHUANG_EXCHANGE_CONFIG": str(self.config),
               "YICHUANG_EXCHANGE_PROGRAM": PROGRAM, "YICHUANG_EXCHANGE_BACKUPS": str(self.backups)}
        return subprocess.run([str(ADMIN), *words], capture_output=True, text=True, env=os.environ | own | environment)

    def operators(self) -> set[str]:
        connection = sqlite3.connect(self.data / "exchange.db")
        found = {login for login, in connection.execute("SELECT login FROM operators")}
        connection.close()
        return found

    def test_round_trip(self):
        self.serve()
        done = self.admin("backup")
        self.assertEqual(done.returncode, 0, done.stderr)
        backup, = self.backups.glob("exchange-*.db")
        self.assertEqual(backup.stat().st_mode & 0o077, 0)
        self.assertEqual(self.run_it("--add-operator", "late01:clerk", password="a long password\n").returncode, 0)
        refused = self.admin("restore", str(backup))
        self.assertEqual((refused.returncode, "SVC-013" in refused.stderr), (1, True), refused.stderr)
        second = self.run_it()
        self.assertEqual((second.returncode, "another exchange is running" in second.stderr), (1, True), second.stderr)
        self.stop()
        self.assertIn("late01", self.operators())
        done = self.admin("restore", str(backup))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("late01", self.operators())
        self.assertIn("clerk01", self.operators())
        self.assertIn("exchange.db.replaced-", self.admin("list").stdout)
        self.serve()
        self.stop()

    def test_plain_http_is_for_a_demo(self):
        refused = self.run_it()
        self.assertEqual((refused.returncode, "HTTP-009" in refused.stderr, "--tls-cert" in refused.stderr), (1, True, True), refused.stderr)
        self.assertIn("HTTP-009", self.config.read_text(encoding="utf-8"))

    def test_restore_refuses_what_is_no_backup(self):
        self.serve()
        self.stop()
        before = (self.data / "exchange.db").read_bytes()
        text = self.folder / "text.db"
        text.write_text("not a database" * 1000)
        for file in (text, self.folder / "absent.db"):
            refused = self.admin("restore", str(file))
            self.assertEqual((refused.returncode, "APP-003" in refused.stderr), (1, True), refused.stderr)
        self.assertEqual(before, (self.data / "exchange.db").read_bytes())

    def test_restore_tells_unreadable_from_absent(self):
        closed = self.folder / "closed"
        closed.mkdir(mode=0o700)
        (closed / "x.db").write_bytes(b"a backup")
        user = getpass.getuser()
        if os.geteuid() == 0:
            user = "nobody"
        else:
            (closed / "x.db").chmod(0)
        refused = self.admin("restore", str(closed / "x.db"), YICHUANG_EXCHANGE_USER=user)
        self.assertEqual((refused.returncode, f"user {user} cannot read {closed}/x.db" in refused.stderr), (1, True), refused.stderr)

    def test_upgrade_backs_up_what_the_configuration_names(self):
        """The package's script, with its fixed places in this folder."""
        called = self.folder / "called"
        admin = self.folder / "yichuang-exchange-admin"
        admin.write_text(f"#!/bin/sh\necho \"$1\" >>{called}\n")
        admin.chmod(0o755)
        script = self.folder / "preinst"
        text = (paths.LINUX / "debian/exchange.preinst").read_text(encoding="utf-8")
        script.write_text(text.replace("/usr/sbin/", f"{self.folder}/").replace("/etc/yichuang-exchange/", f"{self.folder}/"))
        self.data.mkdir()
        for line, there, count in ((f"data = {self.data}", False, 0), (f"data = {self.data}", True, 1), (f"# data = /x\ndatabase=sqlite://{self.data} ", True, 2)):
            self.config.write_text(line + "\n")
            if there:
                (self.data / "exchange.db").touch()
            subprocess.run(["sh", str(script), "upgrade", "0.1.0-1"], check=True)
            self.assertEqual(len(called.read_text().split()) if called.exists() else 0, count, line)

    def test_rollback_to_before_the_migration(self):
        self.serve()
        self.stop()
        refused = self.admin("rollback")
        self.assertEqual((refused.returncode, "nothing is to be taken back" in refused.stderr), (1, True), refused.stderr)
        self.serve(NEXT)
        self.assertEqual(self.run_it("--add-operator", "late01:clerk", password="a long password\n").returncode, 1)
        self.stop()
        copy, = self.data.glob("exchange.db.schema*")
        self.assertEqual(copy.stat().st_mode & 0o077, 0)
        refused = self.run_it("--seed-demo", "50")
        self.assertEqual((refused.returncode, "newer program" in refused.stderr), (1, True), refused.stderr)
        done = self.admin("rollback")
        self.assertEqual((done.returncode, str(copy) in done.stdout), (0, True), done.stderr)
        self.serve()
        self.stop()
        # The later version comes again: its copy is of today.
        self.assertEqual(self.run_it("--add-operator", "late01:clerk", password="a long password\n").returncode, 0)
        self.serve(NEXT)
        self.stop()
        self.assertEqual(self.admin("rollback").returncode, 0)
        self.assertIn("late01", self.operators())

    def test_version_before_goes_on_with_what_was_added(self):
        self.serve(NEXT, YICHUANG_NEXT_ADDS="1")
        self.stop()
        self.assertEqual(self.run_it("--add-operator", "late01:clerk", password="a long password\n").returncode, 0)
        self.serve()
        self.stop()
        refused = self.admin("rollback")
        self.assertEqual((refused.returncode, "nothing is to be taken back" in refused.stderr), (1, True), refused.stderr)
        self.serve(NEXT, YICHUANG_NEXT_ADDS="1")
        self.stop()
        self.assertIn("late01", self.operators())

    def test_keeps_the_newest_backups(self):
        self.serve()
        self.backups.mkdir()
        for day in range(10, 30):
            (self.backups / f"exchange-202001{day}T000000Z.db").write_bytes(b"old")
        self.assertEqual(self.admin("backup", YICHUANG_EXCHANGE_KEEP="3").returncode, 0)
        names = sorted(path.name for path in self.backups.iterdir())
        self.assertEqual(names[:2], ["exchange-20200128T000000Z.db", "exchange-20200129T000000Z.db"])
        self.assertEqual(len(names), 3)

    def test_configuration(self):
        for line, code, says in (("listen = nonsense", 2, "ADDRESS:PORT"), ("lisen = x", 2, "line 1"), ("backup = /x", 2, "line 1"),
                                 ("just words", 2, "line 1"), ("data =", 2, "--data FOLDER")):
            with self.subTest(line):
                self.config.write_text(line + "\n")
                done = self.run_it()
                self.assertEqual((done.returncode, says in done.stderr), (code, True), done.stderr)
        self.config.unlink()
        done = self.run_it()
        self.assertEqual((done.returncode, "exchange.conf" in done.stderr), (2, True), done.stderr)

    def test_command_line_comes_first(self):
        self.config.write_text(f"data = {self.folder}/one\n")
        self.assertEqual(self.run_it("--data", str(self.data), "--add-operator", "new01:clerk", password="a long password\n").returncode, 0)
        self.assertIn("new01", self.operators())
        self.assertFalse((self.folder / "one").exists())


if __name__ == "__main__":
    PROGRAM, NEXT = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
