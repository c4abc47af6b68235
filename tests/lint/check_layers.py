#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Layering: each room includes only the rooms below it, however the include is written, and names only what it may use.

usage: check_layers.py ROOT              exits 1 with one line for each include or word that points the wrong way
       check_layers.py ROOT --self-test  plants one of each kind and wants it found, and what is right left alone
"""
import os
import re
import sys
import tempfile
from pathlib import Path

from cpptext import MayStand, code_only, files_of, line_of, without_comments

ALLOWED = {
    "domain": set(),
    "wire": {"domain"},
    "device": {"domain"},
    "cardsim": {"domain", "device"},
    "vault": {"domain"},
    "store": {"domain", "wire", "vault"},
    "remote": {"domain", "wire"},
    "sync": {"domain", "wire", "store", "remote"},
    "update": {"domain", "wire"},
    "document": {"domain"},
    "desk": {"domain", "wire", "device", "store", "sync", "remote", "update", "vault", "document"},
    "httpserver": {"domain"},
    "exchange": {"domain", "wire", "httpserver"},
    "ui": {"domain", "desk", "document"},
}
ROOMS = set(ALLOWED)
# Within the exchange: api over service over storage; the demo fills storage, and what starts it all sees everything.
EXCHANGE = {"storage": set(), "service": {"storage"}, "api": {"service", "storage"}, "demo": {"service", "storage"}}
# A third party and the only rooms whose files may include it.
ONLY_IN = {
    r"boost/": {"httpserver"},
    r"openssl/": {"httpserver", "exchange", "update", "vault"},
    r"argon2": {"exchange", "vault"},
    r"sodium": {"update"},
    r"sqlite3": {"vault"},
    r"qt6keychain/": {"vault"},
    r"QSerialPort|QtSerialPort": {"device"},
}
# What a word in the code says that it uses, and the only rooms that may: by word, as an include may be somebody else's.
# Values, rules, JSON and certificates' sheets are made of what is handed in; a screen gets finished values.
BUSY = ROOMS - {"domain", "wire", "document", "ui"}
USES = {
    "SQL": (r"QtSql|QSql\w*", {"vault", "store", "exchange"}),
    "the network": (r"QtNetwork|Q(?:Tcp|Udp|Ssl|Network|Dns|Http|Sctp|WebSocket)\w*|QLocalSocket|QLocalServer|QAbstractSocket|QHost\w+",
                    {"device", "remote", "cardsim", "update"}),
    "JSON": (r"Q(?:Json|Cbor)\w*", {"wire", "cardsim", "exchange", "httpserver", "store", "vault"}),
    "widgets and pictures": (
        r"QtWidgets|QtGui|Q\w*(?:Widget|Dialog|MessageBox|Label|Button|LineEdit|TextEdit|ComboBox|Layout|MainWindow|Painter)"
        r"|Q(?:Gui)?Application|Q(?:Pixmap|Icon|Image|Color|Font\w*|Palette|Window|Screen|Clipboard|Cursor|Action|Menu|Shortcut|Style)"
        r"|Q(?:Key|Mouse|Wheel|Paint|Resize)Event", {"ui"}),
    "threads": (
        r"QThread\w*|QtConcurrent\w*|Q(?:Recursive)?Mutex\w*|QReadWriteLock|Q(?:Read|Write)Locker|QSemaphore\w*|QWaitCondition|QRunnable"
        r"|std::(?:j?thread|async|(?:recursive_|shared_|timed_)?mutex|condition_variable\w*|lock_guard|unique_lock|future|promise|atomic\w*)"
        r"|QAtomic\w+|<(?:thread|mutex|shared_mutex|future|condition_variable|atomic|stop_token)>", BUSY),
    "files": (
        r"Q(?:File|Dir|DirIterator|SaveFile|FileInfo|FileSystemWatcher|FileSystemModel|LockFile|StorageInfo|StandardPaths|Settings|IODevice"
        r"|FileDevice|Temporary\w+)|f?open64|fopen|freopen|std::(?:w?[io]?fstream|filesystem|cin|cout|cerr)|<(?:fstream|filesystem|iostream|cstdio)>", BUSY),
    "processes and libraries": (r"QProcess\w*|QLibrary|QPluginLoader|QSharedMemory|QSystemSemaphore|popen|std::system", BUSY),
    "the clock": (
        r"current(?:DateTime(?:Utc)?|Date|Time|MSecsSinceEpoch|SecsSinceEpoch)|systemTimeZone\w*|QTimer\w*|QChronoTimer|QElapsedTimer|QDeadlineTimer"
        r"|QBasicTimer|startTimer|(?:steady|system|high_resolution|utc)_clock|std::time|time\s*\(\s*(?:nullptr|NULL|0|&)|gettimeofday|clock_gettime"
        r"|<(?:ctime|time\.h)>", ROOMS - {"domain"}),
    "randomness": (r"QRandomGenerator\w*|createUuid\w*|random_device|mt19937\w*|std::(?:s?rand|\w+_distribution)|qrand|getrandom|<random>",
                   ROOMS - {"domain"}),
    "the environment": (r"qgetenv|qputenv|qEnvironmentVariable\w*|getenv|QProcessEnvironment|QSysInfo|QLocale::system", ROOMS - {"domain"}),
}
USES = {what: (re.compile(rf"(?<![\w])(?:{words})(?!\w)"), rooms) for what, (words, rooms) in USES.items()}
# Pure Qt Core, for a room that is nothing else: its values, containers and texts.
DOMAIN_QT = {
    "QAnyStringView", "QBitArray", "QByteArray", "QByteArrayList", "QByteArrayView", "QCalendar", "QChar", "QCryptographicHash", "QDate", "QDateTime",
    "QDebug", "QFlags", "QHash", "QLatin1Char", "QLatin1String", "QLatin1StringView", "QList", "QMap", "QMetaType", "QMultiHash", "QMultiMap", "QPair",
    "QQueue", "QRegularExpression", "QSet", "QSharedData", "QSharedDataPointer", "QSharedPointer", "QStack", "QString", "QStringBuilder", "QStringList",
    "QStringTokenizer", "QStringView", "QTime", "QTimeZone", "QUtf8StringView", "QUuid", "QVarLengthArray", "QVariant", "QVersionNumber", "QtEndian",
    "QtGlobal", "QtMath", "QtNumeric", "QtTypes",
}
# (file, the word, why it may stand there)
MAY_STAND = [
    ("ui/kit/theme.cpp", "QFile", "reads the style sheet, which is compiled into the program"),
    ("ui/kit/theme.cpp", "QIODevice", "the same"),
]
# Parts of Qt that a room may link only when it may use what is in them, and targets that are not named after their room.
MODULES = {"Sql": "SQL", "Network": "the network", "WebSockets": "the network", "Widgets": "widgets and pictures", "Gui": "widgets and pictures",
           "Concurrent": "threads"}
TARGETS = {"devicecodec": "device"}
# Types that must not stand in a public header of ours (Windows from the first day).
NOT_IN_HEADERS = re.compile(r"QSerialPort|QSvg|QtPdf|openssl/|boost/|sqlite3|qt6keychain")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|include_next|import)[ \t]*[<"]([^>"\n]+)[>"]', re.M)


def room_of(parts):
    return parts[1] if len(parts) > 1 and parts[0] == "src" else parts[0]


def place_of(root, path, target):
    """Where in the tree the include goes when its text is a way through folders, as parts; none when it is not."""
    for base in (path.parent, root, root / "src", *(root / "src" / room for room in sorted(ROOMS))):
        place = Path(os.path.normpath(base / target))
        # A way upwards points somewhere even if nothing is there on this machine.
        if root in place.parents and (place.is_file() or (base == path.parent and ".." in Path(target).parts)):
            return place.relative_to(root).parts
    return ()


def include_findings(root, path, room, target):
    first = target.split("/")[0]
    parts = place_of(root, path, target)
    there = room_of(parts) if parts else first if first in ROOMS else room
    if os.path.isabs(target) or re.match(r"[A-Za-z]:", target):
        yield f"{target} is a path of one machine"
    if there != room and there not in ALLOWED.get(room, set()):
        yield f"{room} must not include {target}"
    elif there != room and parts and "include" not in parts:
        yield f"{target} is {there}'s own, not for others"
    for pattern, owners in ONLY_IN.items():
        if re.match(pattern, target if pattern.endswith("/") else target.split("/")[-1]) and room not in owners:
            yield f"{target} belongs to {', '.join(sorted(owners))} only"
    if "include" in path.relative_to(root).parts and NOT_IN_HEADERS.search(target):
        yield f"{target} must not stand in a public header"
    if room == "domain" and re.match(r"Q[A-Za-z]", target.split("/")[-1]) and target not in DOMAIN_QT:
        yield f"{target} is none of Qt Core's values"
    if room == "exchange":
        yield from exchange_findings(path.relative_to(root).parts[2], target, parts[2] if len(parts) > 3 else "")


def exchange_findings(part, target, there):
    if there in EXCHANGE and part in EXCHANGE and there != part and there not in EXCHANGE[part]:
        yield f"{part} must not include {target}"
    if target.startswith("httpserver/") and part in EXCHANGE and part != "api":
        yield f"{part} must not include {target}: HTTP is api's"
    if target.startswith("QSql") and part in {"api", "service"}:
        yield f"{part} must not include {target}: SQL is storage's"


def link_findings(root):
    """What a room's target links, and whose folders it looks for headers in."""
    for path in sorted([*(root / "src").glob("*/CMakeLists.txt"), *(root / "ui").glob("CMakeLists.txt")]):
        relative = path.relative_to(root)
        room = room_of(relative.parts)
        text = re.sub(r"#[^\n]*", lambda found: " " * len(found.group()), path.read_text(encoding="utf-8"))
        for match in re.finditer(r"\byichuang(?:::|_)(\w+)|\bQt6::(\w+)|\b(?:src|ui|app)/(\w+)(?=[/\"\s)])|\.\./", text):
            linked = TARGETS.get(match[1], match[1])
            uses = MODULES.get(match[2])
            wrong = linked in ROOMS and linked != room and linked not in ALLOWED.get(room, set())
            wrong = wrong or (uses and room not in USES[uses][1]) or (match[3] in ROOMS and match[3] != room) or match.group() == "../"
            if wrong:
                yield f"{relative.as_posix()}:{line_of(text, match.start())}: {room} must not link or look into {match.group()}"


def findings(root, may_stand):
    standing = MayStand("check_layers.py", may_stand)
    yield from link_findings(root)
    for path in files_of(root, ["src", "ui"]):
        relative = path.relative_to(root)
        where, room = relative.as_posix(), room_of(relative.parts)
        text = path.read_text(encoding="utf-8")
        if room not in ROOMS:
            yield f"{where}: no room of this name"
            continue
        included = without_comments(text)
        for match in INCLUDE.finditer(included):
            for said in include_findings(root, path, room, match[1]):
                yield f"{where}:{line_of(included, match.end())}: {said}"
        code = code_only(text)
        for what, (words, rooms) in USES.items():
            if room in rooms:
                continue
            for match in words.finditer(code):
                word = match.group()
                if not standing.take(where, lambda said: said == word):
                    yield f"{where}:{line_of(code, match.start())}: {room} must not use {what}: {word}"
    yield from standing.unneeded()


# (file, what stands in it)
PLANTED = [
    ("ui/kit/a.cpp", '#include "../../src/store/include/store/casestore.h"'), ("ui/kit/a.cpp", '#include "../../src/store/sql.h"'),
    ("ui/kit/a.cpp", '#include "src/store/sql.h"'), ("ui/kit/a.cpp", "#include <store/casestore.h>"), ("ui/kit/a.cpp", "#  include <vault/vault.h>"),
    ("ui/kit/a.cpp", '#include "../../src/desk/private.h"'), ("ui/kit/a.cpp", '#include "../../app/desktop/program.h"'),
    ("ui/kit/a.cpp", '#include "/somewhere/store/sql.h"'), ("ui/kit/a.cpp", '#include "../../src/sync/notthere.h"'),
    ("src/store/a.cpp", '#include "../remote/include/remote/exchangeclient.h"'), ("src/store/a.cpp", "#include <ui/theme.h>"),
    ("src/desk/a.cpp", '#include "../store/sql.h"'), ("src/domain/a.cpp", "#include <wire/json.h>"), ("src/wire/a.cpp", "#include <store/casestore.h>"),
    *[("ui/kit/a.cpp", code) for code in (
        "#include <QJsonObject>", "#include <QtCore/QJsonDocument>", "QJsonArray rows;", "#include <QThread>", "#include <QtConcurrentRun>", "class QThread;",
        "std::thread t;", "#include <thread>", "QMutex mutex;", "#include <QSqlQuery>", "#include <QtSql/QSqlQuery>", "QSqlDatabase db;",
        "#include <QNetworkAccessManager>", "QNetworkReply *reply;", "#include <QTcpSocket>", "#include <QFile>", "#include <QDir>", "QSettings settings;",
        "#include <fstream>", "#include <QProcess>", "QSaveFile file;", "#include <boost/asio.hpp>", "#include <QSerialPort>")],
    *[("src/domain/a.cpp", code) for code in (
        "#include <QFile>", "#include <QProcess>", "#include <QRandomGenerator>", "#include <QTimer>", "#include <QThread>", "#include <QElapsedTimer>",
        "#include <QObject>", "#include <QtCore/QtCore>", "#include <QCoreApplication>", "#include <QPainter>", "#include <QJsonObject>",
        "const QDateTime now = QDateTime::currentDateTime();", "QDateTime::currentDateTimeUtc();", "QDate::currentDate();", "QTime::currentTime();",
        "QDateTime::currentMSecsSinceEpoch();", "QUuid::createUuid();", "QRandomGenerator::global();", "std::rand();", "std::chrono::system_clock::now();",
        "std::time(nullptr);", "time(nullptr);", "qgetenv(name);", "#include <random>", "std::ifstream file;", "#include <iostream>")],
    *[("src/wire/a.cpp", code) for code in ("#include <QFile>", "QNetworkRequest request;", "#include <QSqlQuery>", "#include <QThread>")],
    *[("src/document/a.cpp", code) for code in ("#include <QFile>", "#include <QPainter>", "QNetworkRequest request;", "QJsonObject rows;")],
    *[("src/desk/a.cpp", code) for code in ("#include <QSqlQuery>", "#include <QWidget>", "QMessageBox box;", "QJsonObject rows;", "QNetworkReply *reply;")],
    *[("src/sync/a.cpp", code) for code in ("#include <QSqlQuery>", "QTcpSocket socket;", "#include <QPixmap>")],
    *[("src/remote/a.cpp", code) for code in ("#include <QSqlQuery>", "#include <store/casestore.h>")],
    ("src/store/a.cpp", "#include <QNetworkReply>"), ("src/httpserver/a.cpp", "#include <QTcpServer>"), ("src/exchange/api/a.cpp", "#include <QSqlQuery>"),
    ("src/exchange/service/a.cpp", "#include <httpserver/httpserver.h>"), ("src/exchange/service/a.cpp", '#include "../api/routes.h"'),
    ("src/exchange/storage/a.cpp", '#include "../service/feed.h"'), ("src/exchange/service/a.cpp", "#include <store/casestore.h>"),
    ("ui/CMakeLists.txt", "target_link_libraries(yichuang_ui PRIVATE yichuang::store)"), ("ui/CMakeLists.txt", "  PUBLIC yichuang_sync"),
    ("ui/CMakeLists.txt", "  PRIVATE Qt6::Network Qt6::Widgets)"), ("ui/CMakeLists.txt", "  PRIVATE Qt6::Sql)"), ("ui/CMakeLists.txt", "  PRIVATE Qt6::Concurrent)"),
    ("ui/CMakeLists.txt", 'target_include_directories(yichuang_ui PRIVATE "${PROJECT_SOURCE_DIR}/src/store")'),
    ("src/desk/CMakeLists.txt", 'target_include_directories(yichuang_desk PRIVATE ../store)'), ("src/domain/CMakeLists.txt", "  PUBLIC yichuang::wire)"),
    ("src/wire/CMakeLists.txt", "  PUBLIC Qt6::Gui)"), ("src/device/include/device/a.h", "#include <QSerialPort>"), ("src/newroom/a.cpp", "int x;"),
]
RIGHT = [
    ("ui/CMakeLists.txt", "  PUBLIC yichuang::desk yichuang::domain yichuang::document Qt6::Widgets)"), ("src/store/CMakeLists.txt", "  PRIVATE yichuang::wire Qt6::Sql)"),
    ("ui/CMakeLists.txt", "# Must never use: yichuang::store"), ("src/cardsim/CMakeLists.txt", "  PUBLIC yichuang_domain yichuang_devicecodec)"),
    *[("ui/kit/a.cpp", code) for code in (
        "#include <desk/desks.h>", '#include "kit/tone.h"', '#include "tone.h"', '#include "../kit/tone.h"', "#include <QFileDialog>", "#include <QTimer>",
        "// QThread is for others", 'say("QSqlQuery");', "QDateTime::currentDateTimeUtc();", "profile = view.file;")],
    *[("src/domain/a.cpp", code) for code in ("#include <QDateTime>", "date.currentDateOf(x);", "#include <algorithm>", "/* QFile */", "stamp.time();")],
    ("src/store/a.cpp", "#include <vault/vault.h>"), ("src/store/a.cpp", "#include <QSqlQuery>"), ("src/remote/a.cpp", "#include <QNetworkReply>"),
    ("src/exchange/service/a.cpp", '#include "../storage/words.h"'), ("src/exchange/api/a.cpp", '#include "../service/feed.h"'),
    ("src/exchange/api/a.cpp", "#include <httpserver/httpserver.h>"), ("src/exchange/storage/a.cpp", "#include <QSqlQuery>"),
]


def self_test():
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        for header in ("src/store/sql.h", "src/store/include/store/casestore.h", "src/desk/private.h", "src/desk/include/desk/desks.h", "ui/kit/tone.h",
                       "app/desktop/program.h", "src/remote/include/remote/exchangeclient.h", "src/exchange/api/routes.h", "src/exchange/service/feed.h",
                       "src/exchange/storage/words.h", "src/vault/include/vault/vault.h"):
            (root / header).parent.mkdir(parents=True, exist_ok=True)
            (root / header).write_text("#pragma once\n", encoding="utf-8")

        def found(where, code, may_stand=()):
            (root / where).parent.mkdir(parents=True, exist_ok=True)
            (root / where).write_text(code + "\n", encoding="utf-8")
            said = list(findings(root, list(may_stand)))
            (root / where).unlink()
            return said

        wrong += [f"not found in {where}: {code}" for where, code in PLANTED if not found(where, code)]
        wrong += [f"found in {where}: {code}: {said}" for where, code in RIGHT if (said := found(where, code))]
        if found("ui/kit/a.cpp", "QFile file;", [("ui/kit/a.cpp", "QFile", "")]) or not found("ui/kit/a.cpp", "int x;", [("ui/kit/a.cpp", "QFile", "")]):
            wrong.append("what may stand is not told from what nothing needs")
    print("\n".join(wrong) if wrong else f"planted includes and words: all {len(PLANTED)} found")
    return 1 if wrong else 0


def main():
    if sys.argv[2:] == ["--self-test"]:
        return self_test()
    found = list(findings(Path(sys.argv[1]).resolve(), MAY_STAND))
    print("\n".join(found) if found else "layers: clean")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
