#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""No nested event loop and no blocking wait: nothing that a ui thread may run waits for a person, a process or a thread.

usage: check_waiting.py ROOT             exits 1 with one line for each finding
       check_waiting.py ROOT --self-test plants one of each kind and wants it found, and what is right left alone

What may stand is written down below, by file and reason; a line of that list which nothing needs any more is a finding too.
"""
import re
import sys
import tempfile
from pathlib import Path

from cpptext import MayStand, code_only, files_of, line_of

# Statements of a database are executed by the type of their receiver, and in the rooms that hold one alone.
STATEMENT_TYPES = {
    "src/vault/": ("QSqlQuery",),
    "src/store/": ("QSqlQuery", "Sql"),
    "src/exchange/storage/": ("QSqlQuery",),
    "app/desktop/selftestparts.cpp": ("QSqlQuery",),
}
# (file, what stands there, why it may)
MAY_STAND = [
    ("app/desktop/main.cpp", "QApplication::exec()", "the one loop of the program"),
    ("app/updater/main.cpp", "QCoreApplication::exec()", "the one loop of the program"),
    ("app/cardsim/main.cpp", "QCoreApplication::exec()", "the one loop of the program"),
    ("app/desktop/tour/tour.cpp", "QApplication::exec()", "main()'s, for --tour; no other runs"),
    ("app/desktop/selftest.cpp", "QApplication::exec()", "main()'s, for --selftest; no other runs"),
    ("app/desktop/entrybox.cpp", "QApplication::exec()", "main()'s, for a start that is refused; no other runs"),
    ("app/desktop/storecare.cpp", "QApplication::exec()", "main()'s, for --check-store; no other runs"),
    # What a statement is made of.
    ("src/store/sql.h", "QSqlQuery *exec(const QString &statement", "declares how the store executes a statement"),
    ("src/store/sql.cpp", "QSqlQuery *Sql::exec(const QString &statement", "defines it"),
    ("src/store/sql.cpp", "QSqlQuery *query = exec(statement, values);", "calls it, on the store's threads"),
    ("src/vault/cipherresult.h", "bool exec() override;", "what Qt Sql calls a statement's execution"),
    ("src/vault/cipherresult.cpp", "bool CipherResult::exec()", "defines it"),
    ("src/vault/cipherresult.cpp", "return prepare(sql) && exec();", "calls it, on the thread of the connection"),
    # Threads of ours, which wait for work in no loop of events.
    ("src/store/serialthread.cpp", "m_wake.wait_for(lock, quietTime, isCalled)", "the store's thread waits for work"),
    ("src/store/serialthread.cpp", "m_wake.wait(lock, isCalled);", "the store's thread waits for work"),
    ("src/httpserver/workerpool.cpp", "m_wake.wait(lock, [this]", "a worker of the exchange waits for a request"),
    ("src/exchange/service/acceptancetimer.cpp", "m_changed.wait_for(lock, m_interval", "the exchange's timer waits on its own thread"),
    ("src/exchange/service/feed.cpp", "m_changed.wait_until(lock, until", "the exchange's feed waits on its own thread"),
    ("src/vault/vaultcopy.cpp", "QThread::msleep(10);", "a lock without words, for half a second, on the thread that opens the store"),
    # The end of a thread: its owner quits it and waits, as nothing of it may outlive what it uses.
    ("src/device/readermanager.cpp", "reader.thread.wait();", "end of a reader's thread, whose worker never blocks"),
    ("src/remote/clientprivate.h", "Qt::BlockingQueuedConnection);", "end of the network thread: its calls are given up first"),
    ("src/remote/clientprivate.h", "thread.wait();", "end of the network thread"),
    ("src/store/serialthread.cpp", "m_thread.join();", "end of the store's thread: what was asked to be saved is saved"),
    ("src/update/updatethread.h", "thread->wait(patienceMs)", "end of the updater's thread; bounded"),
    ("src/update/arrival.cpp", "come.wait_for(lock, askingTime", "before there is a window: whether a fetched version was withdrawn; bounded"),
    ("src/httpserver/workerpool.cpp", "thread.join();", "end of the exchange's workers"),
    ("src/httpserver/core.cpp", "m_empty.wait_for(lock, std::chrono::milliseconds(milliseconds)", "a stopping exchange lets answers out; bounded"),
    ("src/httpserver/core.cpp", "thread.join();", "end of the exchange's network threads"),
    ("src/exchange/service/acceptancetimer.cpp", "m_thread.join();", "end of the exchange's timer"),
    ("src/exchange/service/feed.cpp", "m_thread.join();", "end of the exchange's feed"),
    # The exchange as a program has neither a window nor a loop of events.
    ("app/exchange/main.cpp", "waitForStopSignal();", "the main thread of the exchange waits for its end"),
    ("app/exchange/stopsignal.h", "void waitForStopSignal();", "declares that"),
    ("app/exchange/stopsignal.cpp", "void waitForStopSignal()", "defines that, once for each system"),
    ("app/exchange/stopsignal.cpp", "changed.wait(lock, [] { return stopped; });", "is that"),
]
RULES = [
    (re.compile(r"\bQEventLoop(?:Locker)?\b|\bprocessEvents\b"), "nested event loop"),
    (re.compile(r"\bQCoro::waitFor\b|\bqWait\w*"), "nested event loop"),
    # Boxes that only come back with the answer, whatever class they are called through.
    (re.compile(r"\b\w*MessageBox::(?:question|information|warning|critical|about\w*)\b|\bQApplication::aboutQt\b"), "box that waits for its answer"),
    (re.compile(r"\bQ\w*(?:Dialog|Wizard)::get[A-Z]\w*"), "dialog that waits for its answer"),
    (re.compile(r"\bQProgressDialog\b|\bQSplashScreen\b"), "widget that runs the event loop by itself"),
    (re.compile(r"\bwaitFor[A-Z]\w*"), "blocking wait"),
    (re.compile(r"\bBlockingQueuedConnection\b|\bblockingMapped\w*|\bblockingFiltered\w*|\bblockingMap\b|\bblockingFilter\b"), "blocking wait"),
    (re.compile(r"\bwait(?:_for|_until)?(?=\s*\()"), "blocking wait"),
    (re.compile(r"\bQProcess::execute\b|\bstd::system\b|(?<![\w.>:])system(?=\s*\()"), "program that is waited for"),
    (re.compile(r"\bQSemaphore\b|\bstd::(?:latch|barrier|binary_semaphore|counting_semaphore)\b"), "blocking wait"),
    (re.compile(r"\b(?:[mu]?sleep|nanosleep|sleep_for|sleep_until|Sleep)(?=\s*\()"), "sleep"),
    (re.compile(r"(?:\.|->)\s*join\s*\(\s*\)"), "blocking wait"),
    (re.compile(r"\bexec\b"), "nested event loop"),
]
RECEIVER = re.compile(r"(\w+)\s*(?:\(\s*\))?\s*(?:\.|->)\s*$")
# A wait that answers a future, or whose future is awaited, blocks nobody.
AWAITED = re.compile(r"\bco_await\s+[\w.>\s()-]*(?:\.|->)\s*$|\bQFuture<void>\s+(?:\w+::)?$")


def is_statement(where, code, place):
    """Whether `exec` at `place` is called on something that the file declares as a statement of a database."""
    types = next((types for room, types in STATEMENT_TYPES.items() if where.startswith(room)), ())
    receiver = RECEIVER.search(code, max(0, place - 80), place)
    return receiver and any(re.search(rf"\b{name}\b(?:\s*>)?\s*[&*]?\s*(?:const\s+)?\b{receiver[1]}\b", code) for name in types)


def findings(root, may_stand):
    standing = MayStand("check_waiting.py", may_stand)
    for path in files_of(root, ["src", "ui", "app"]):
        where = path.relative_to(root).as_posix()
        code = code_only(path.read_text(encoding="utf-8"))
        lines = code.split("\n")
        told = set()
        for rule, meaning in RULES:
            for match in rule.finditer(code):
                word = match.group().strip(".->")
                if word == "exec" and is_statement(where, code, match.start()):
                    continue
                if word == "wait" and AWAITED.search(code, max(0, match.start() - 80), match.start()):
                    continue
                number = line_of(code, match.start())
                stands = standing.take(where, lambda text: text in lines[number - 1])
                if not stands and (number, meaning) not in told:
                    told.add((number, meaning))
                    yield f"{where}:{number}: {meaning}: {' '.join(word.split())}"
    yield from standing.unneeded()


# What must be found, each alone in a file; and what must not.
PLANTED = [
    "QEventLoop loop;", "loop.exec();", "dialog.exec();", "dialog->exec();", "m_ui->menu\n    ->exec();", "QMenu::exec(actions, at);",
    "const auto chosen = QMenu(this).exec(at);", "connect(button, &QPushButton::clicked, dialog, &QDialog::exec);", "exec();",
    "drag->exec(Qt::CopyAction);", "QApplication::exec();", "QCoreApplication::processEvents();", "qApp->processEvents();",
    "if (QMessageBox::question(this, a, b) == QMessageBox::Yes)", "QMessageBox::information(this, a, b);", "QMessageBox::warning(this, a, b);",
    "QMessageBox::critical(this, a, b);", "QMessageBox::about(this, a, b);", "QMessageBox::aboutQt(this);",
    "QFileDialog::getOpenFileName(this);", "QFileDialog::getOpenFileNames(this);", "QFileDialog::getSaveFileName(this);",
    "QFileDialog::getExistingDirectory(this);", "QInputDialog::getText(this, a, b);", "QInputDialog::getItem(this, a, b, c);",
    "QColorDialog::getColor();", "QFontDialog::getFont(&ok);", "QProgressDialog wait(this);", "socket.waitForEncrypted();",
    "socket->waitForReadyRead(100);", "future.waitForFinished();", "process.waitForFinished(-1);", "process->waitForStarted();",
    "pool.waitForDone();", "server.waitForNewConnection(0);", "thread.wait();", "thread->wait(100);", "m_wake.wait(&m_mutex);",
    "wake.wait_for(lock, 1s);", "wait();", "m_thread.join();", "QThread::msleep(10);", "std::this_thread::sleep_for(1s);", "QTest::qWait(10);",
    "QProcess::execute(program, words);", "std::system(line);", "system(line);",
    "QSemaphore free(1);", "std::latch ended(1);", "co_await QCoro::sleepFor(1s); thread.wait();", "QMetaObject::invokeMethod(worker, call, Qt::BlockingQueuedConnection);",
    "QSqlQuery other(db); dialog.exec();", "const int end = u'\"' + thread.wait(1'000);",
]
RIGHT = [
    "dialog->open();", "// dialog.exec() would nest", "/* thread.wait()\n   */", 'say("thread.wait() and exec()");', "words.join(u' ');",
    "co_await link->feedGate.wait(1000);", "co_await QCoro::sleepFor(askAgain);", "QMessageBox::Warning;", "QFileDialog::ExistingFiles;",
    "executed(sql);", "QFuture<void> wait(qint64 ms);", "QFuture<void> Gate::wait(qint64 ms)", "waiting->giveUp();", 'const auto raw = R"(thread.wait();)";', "button->click();", "QRandomGenerator::system()->generate();",
]


def self_test():
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for room in ("ui/kit", "src/desk", "src/store", "src/exchange/storage", "app/desktop"):
            (root / room).mkdir(parents=True)

        def found(where, code, may_stand=()):
            (root / where).write_text(f"void planted()\n{{\n    {code}\n}}\n", encoding="utf-8")
            said = list(findings(root, list(may_stand)))
            (root / where).unlink()
            return said

        for where in ("ui/kit/planted.cpp", "src/desk/planted.cpp", "src/store/planted.cpp", "app/desktop/main.cpp"):
            wrong += [f"not found in {where}: {code}" for code in PLANTED if len(found(where, code)) == 0]
            wrong += [f"found in {where}: {code}: {said}" for code in RIGHT if (said := found(where, code))]
        statement = "QSqlQuery query(db); query.exec(sql);"
        held = "std::shared_ptr<QSqlQuery> &query = m_prepared[sql]; query->exec();"
        for code in (statement, held):
            wrong += [f"found: a statement in {room}" for room in ("src/store/a.cpp", "src/exchange/storage/a.cpp") if found(room, code)]
            wrong += [f"not found: a statement in {room}" for room in ("ui/kit/a.cpp", "src/desk/a.cpp") if not found(room, code)]
        allowed = [("app/desktop/main.cpp", "QApplication::exec()", "the one loop")]
        if found("app/desktop/main.cpp", "return QApplication::exec();", allowed):
            wrong.append("found: what may stand")
        if not found("app/desktop/main.cpp", "return 0;", allowed):
            wrong.append("not found: an exception that nothing needs")
        if len(found("app/desktop/main.cpp", "dialog.exec();\n    return QApplication::exec();", allowed)) != 1:
            wrong.append("not found: a dialog in main()")
    print("\n".join(wrong) if wrong else f"planted waits: all {len(PLANTED)} found")
    return 1 if wrong else 0


def main():
    if sys.argv[2:] == ["--self-test"]:
        return self_test()
    found = list(findings(Path(sys.argv[1]).resolve(), MAY_STAND))
    print("\n".join(found) if found else "waiting: clean")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
