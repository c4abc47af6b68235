# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""C++ as the lints read it: code without comments and without what literals say, and the literals by themselves.

Every answer has the length and the lines of the text it was made from, so that a place in one is a place in the other.
"""
import re

TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|(?P<include>^[ \t]*#[ \t]*include[^\n]*)'
    r'|(?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<said>.*?)\)(?P=mark)")'
    r'|(?P<string>(?:\b(?:u8|[uUL]))?"(?P<text>(?:\\.|[^"\\\n])*)")'
    r"|(?P<letter>(?<![0-9A-Za-z_])(?:u8|[uUL])?'(?P<one>(?:\\.|[^'\\\n])+)')",
    re.S | re.M)
SOURCE = {".cpp", ".h"}


def blank(text):
    """As many spaces, with the line breaks where they were."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    return TOKEN.sub(lambda found: blank(found.group()) if found["comment"] else found.group(), text)


def code_only(text):
    """Neither comments nor the insides of literals; their quotes stay, and so do lines that include."""
    def plain(found):
        if found["include"]:
            return found.group()
        if found["comment"]:
            return blank(found.group())
        return re.sub(r'[^\n"\']', " ", found.group()) if found["letter"] or found["string"] else '"' + blank(found.group())[2:] + '"'
    return TOKEN.sub(plain, text)


def literals(text):
    """(place, what it says) of every string and character literal, escapes as they are written."""
    for found in TOKEN.finditer(text):
        for name in ("said", "text", "one"):
            if found[name] is not None:
                yield found.start(), found[name]


def line_of(text, place):
    return text.count("\n", 0, place) + 1


def files_of(root, folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SOURCE and path.is_file():
                yield path


class MayStand:
    """What a lint lets stand: (file, what it says there, why). An entry that nothing needs is a finding itself."""

    def __init__(self, lint, entries):
        self.lint, self.entries, self.needed = lint, entries, set()

    def take(self, where, holds):
        """Whether an entry of the file fits; `holds` says of what it says whether that is here."""
        fits = {(file, said) for file, said, _ in self.entries if file == where and holds(said)}
        self.needed |= fits
        return bool(fits)

    def unneeded(self):
        for file, said, _ in self.entries:
            if (file, said) not in self.needed:
                yield f"{self.lint}: nothing needs what {file} is allowed any more: {said}"
