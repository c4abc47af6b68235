# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""No personal data in anything written: plays the main job with logging full on and searches what it wrote.

check_leaks.py ROOT --people PROGRAM --run NAME COMMAND… [-- …]   searches; exit code 1 when something is found
check_leaks.py ROOT --self-test                                 plants a leak in each encoding and wants it found

A run gets a home, a temporary and a working folder of its own; every file there is searched while the run goes on (the
demo deletes its own at the end) and once more after it, and so is what it printed. Left out: pictures and what the
exchange keeps, which is the place where people's data belong.
"""
import base64
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

LEFT_OUT_FOLDERS = ("exchange", "exchange-data", "tour-pictures")
BIGGEST = 64 << 20
SCREEN = pathlib.Path(__file__).resolve().parent.parent / "support" / "app" / "screen.json"


def base64_forms(data: bytes) -> set[bytes]:
    """What stays the same of the base64 text of `data` wherever it begins within three bytes."""
    forms = set()
    for shift in range(3):
        text = base64.b64encode(bytes(shift) + data).rstrip(b"=")
        # The first characters also depend on what stands before, the last one on what follows.
        begin = (0, 2, 3)[shift]
        end = len(text) if (shift + len(data)) % 3 == 0 else len(text) - 1
        forms.add(text[begin:end])
        forms.add(text[begin:end].replace(b"+", b"-").replace(b"/", b"_"))
    return forms


def forms_of(word: str) -> dict[bytes, str]:
    forms = {}
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        data = word.encode(encoding)
        forms[data] = encoding
        if encoding == "utf-16-be":
            # As certificates' files hold their texts.
            forms[data.hex().encode()] = forms[data.hex().upper().encode()] = f"{encoding} in hexadecimal"
        for text in base64_forms(data):
            forms[text] = f"{encoding} in base64"
    return forms


COMMON = 8  # characters: more than a masked number shows


class Finder:
    def __init__(self, words: list[str]):
        # Words that begin alike are looked for one by one only where their beginning stands.
        groups: dict[str, list[tuple[bytes, int, str]]] = {}
        for number, word in enumerate(words):
            forms = [(data, number, encoding) for data, encoding in forms_of(word).items()]
            groups.setdefault(word[:COMMON], []).extend(forms)
        self.groups = [(list(forms_of(begin)), forms) for begin, forms in groups.items()]
        self.found: set[str] = set()
        self.seen: dict[str, tuple[int, int]] = {}
        self.files = 0

    def search(self, where: str, data: bytes) -> None:
        for begins, forms in self.groups:
            if not any(begin in data for begin in begins):
                continue
            for form, number, encoding in forms:
                if form in data:
                    # The word itself is not repeated: this report is written too.
                    self.found.add(f"{where}: word {number + 1} as {encoding}")

    def search_folder(self, folder: pathlib.Path) -> None:
        for path, names, files in os.walk(folder):
            names[:] = [name for name in names if name not in LEFT_OUT_FOLDERS]
            for name in files:
                self.search_file(pathlib.Path(path) / name, folder)

    def search_file(self, file: pathlib.Path, folder: pathlib.Path) -> None:
        try:
            if not file.is_file() or file.is_symlink():
                return
            state = file.stat()
            mark = (state.st_mtime_ns, state.st_size)
            if self.seen.get(str(file)) == mark or state.st_size > BIGGEST:
                return
            data = file.read_bytes()
        except OSError:
            return  # gone between two looks
        self.seen[str(file)] = mark
        self.files += 1
        self.search(str(file.relative_to(folder)), str(file.name).encode() + b"\n" + data)


def play(finder: Finder, name: str, command: list[str]) -> int:
    """Runs the command in folders of its own under the finder's eyes; returns its exit code."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="yichuang-leaks-"))
    try:
        for part in ("home", "tmp", "work", "run", "system"):
            (folder / part).mkdir(mode=0o700)
        environment = dict(os.environ, HOME=str(folder / "home"), TMPDIR=str(folder / "tmp"), XDG_RUNTIME_DIR=str(folder / "run"),
                           QT_LOGGING_RULES="*=true", QT_QPA_PLATFORM="offscreen:configfile=" + str(SCREEN), LC_ALL="C.UTF-8",
                           YICHUANG_SYSTEM_FOLDER=str(folder / "system"))
        for unset in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DISPLAY"):
            environment.pop(unset, None)
        command = [part.replace("{pictures}", str(folder / "tour-pictures")) for part in command]
        process = subprocess.Popen(command, cwd=folder / "work", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        ended = threading.Event()

        def look() -> None:
            while not ended.wait(0.2):
                finder.search_folder(folder)

        looker = threading.Thread(target=look)
        looker.start()
        printed = process.communicate()[0]
        ended.set()
        looker.join()
        finder.search_folder(folder)
        finder.search(f"{name}: output", printed)
        if process.returncode != 0:
            print(printed.decode(errors="replace")[-3000:])
        print(f"{name}: {finder.files} files and {len(printed)} bytes of output searched")
        if len(printed) < 2000:
            print(f"{name}: so little output cannot be the full log")
            return 1
        return process.returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def self_test() -> int:
    words = ["990100199001010028", "王芳示例"]
    failures = 0
    for word in words:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            plain = word.encode(encoding)
            plants = {"plain": b"abc" + plain + b"xyz"}
            if encoding == "utf-16-be":
                plants["a certificate's file"] = b"%PDF-1.4\nBT /F1 11 Tf <" + ("持证人：" + word).encode(encoding).hex().encode() + b"> Tj ET"
                plants["in capitals"] = b"<" + plain.hex().upper().encode() + b">"
            for shift in range(3):
                plants[f"base64 +{shift}"] = base64.b64encode(b"q" * shift + plain + b"tail")
                plants[f"base64url +{shift}"] = base64.urlsafe_b64encode(b"q" * shift + plain + b"tail")
            for how, plant in plants.items():
                with tempfile.TemporaryDirectory() as name:
                    folder = pathlib.Path(name)
                    (folder / "deep").mkdir()
                    (folder / "deep" / "some.log").write_bytes(os.urandom(64) + plant + os.urandom(64))
                    finder = Finder(words)
                    finder.search_folder(folder)
                    if not finder.found:
                        print(f"not found: word {words.index(word) + 1}, {encoding}, {how}")
                        failures += 1
    with tempfile.TemporaryDirectory() as name:
        (pathlib.Path(name) / "clean.log").write_bytes("masked 990100********0028 王**例".encode() + os.urandom(4096))
        finder = Finder(words)
        finder.search_folder(pathlib.Path(name))
        if finder.found or finder.files != 1:
            print("found something where nothing is")
            failures += 1
    print("planted leaks: all found" if not failures else f"planted leaks: {failures} wrong")
    return 1 if failures else 0


def main() -> int:
    arguments = sys.argv[2:]
    if arguments == ["--self-test"]:
        return self_test()
    people = subprocess.run([arguments[1]], capture_output=True, check=True, text=True, encoding="utf-8").stdout
    finder = Finder(sorted({word for word in people.splitlines() if len(word) > 2}))
    code = 0
    rest = arguments[2:]
    while rest:
        name = rest[1]
        end = rest.index("--run", 1) if "--run" in rest[1:] else len(rest)
        if play(finder, name, rest[2:end]) != 0:
            print(f"{name}: the run itself failed")
            code = 1
        rest = rest[end:]
    for leak in sorted(finder.found):
        print(f"LEAK {leak}")
    return 1 if finder.found else code


if __name__ == "__main__":
    sys.exit(main())
