#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Sizes, connect without context, braces in awaited calls, SPDX heads, and words that do not belong in the repository.

usage: check_style.py ROOT      exits 1 with one line for each finding
"""
import re
import statistics
import sys
from pathlib import Path

SIGNAL_MACRO = re.compile(r"\bSIGNAL\(|\bSLOT\(")
# Functor connects of three arguments have no context object: connect(sender, &T::signal, [..]{..}).
NO_CONTEXT = re.compile(r"connect\(\s*[^,()]+(?:\([^()]*\))?\s*,\s*&[\w:]+\s*,\s*\[")
# GCC 12 destroys twice what braces make inside an awaited call; a named value goes in its place.
AWAITED_BRACES = re.compile(r"co_await\b[^;{]*[(,]\s*(?:[\w:]+)?\{(?!\})")
FORBIDDEN = re.compile(r"registry[.]npm|(deb|security)[.]debian[.]|[/]work[/]|bash[_]jobs", re.I)
FUNCTION_START = re.compile(r"^[A-Za-z~].*\)\s*(const|noexcept|override|\s)*\{$")
SOURCE = {".cpp", ".h"}


def code_files(root, folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SOURCE and path.is_file():
                yield path


def function_lengths(text):
    start = None
    for number, line in enumerate(text.split("\n")):
        if start is None and (line.rstrip() == "{" or FUNCTION_START.match(line)) \
                and not line.startswith(("namespace", "if", "for", "while", "switch", "enum", "struct", "class")):
            start = number
        elif line.startswith("}") and start is not None:
            yield number - start
            start = None


def size_findings(root):
    lengths, functions = [], []
    for path in code_files(root, ["src", "ui", "app", "tests"]):
        text = path.read_text(encoding="utf-8")
        count = text.count("\n")
        where = path.relative_to(root)
        if path.suffix == ".cpp":
            if count > 800:
                yield f"{where}: {count} lines (800 is a fault)"
            if where.parts[0] != "tests":
                lengths.append(count)
                functions.extend(function_lengths(text))
        elif count > 300:
            yield f"{where}: header of {count} lines"
    if lengths:
        p90 = sorted(lengths)[int(0.9 * len(lengths))]
        if p90 > 350:
            yield f"p90 of .cpp files is {p90} lines (aim 350, median {int(statistics.median(lengths))})"
    if functions:
        share = 100 * sum(n > 60 for n in functions) / len(functions)
        if share > 2:
            yield f"{share:.1f} % of functions are longer than 60 lines (aim 2 %)"


def text_findings(root):
    for path in code_files(root, ["src", "ui", "app"]):
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(root)
        if not text.startswith("// SPDX-FileCopyrightText:"):
            yield f"{where}: no SPDX head"
        for number, line in enumerate(text.split("\n"), 1):
            code = line.split("//")[0]
            if SIGNAL_MACRO.search(code):
                yield f"{where}:{number}: string-based connect"
        for match in NO_CONTEXT.finditer(text):
            number = text.count("\n", 0, match.start()) + 1
            yield f"{where}:{number}: connect without a context object"
        for match in AWAITED_BRACES.finditer(text):
            yield f"{where}:{text.count(chr(10), 0, match.end()) + 1}: braces inside an awaited call"
        if text.count("connect(") > 30:
            yield f"{where}: more than 30 connects"


def word_findings(root):
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if not path.is_file() or parts[0] in {".git", "build", ".cache"} or "__pycache__" in parts or path.suffix in {".png", ".qm", ".ts"}:
            continue
        if path.name == "check_style.py":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
            if FORBIDDEN.search(line):
                yield f"{path.relative_to(root)}:{number}: a package source's host name or a path of one machine"


def main():
    root = Path(sys.argv[1]).resolve()
    found = [*size_findings(root), *text_findings(root), *word_findings(root)]
    print("\n".join(found) if found else "style: clean")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
