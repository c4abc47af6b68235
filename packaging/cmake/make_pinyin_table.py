#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the table of pinyin initials from the character dictionary of the npm package "pinyin".

usage: make_pinyin_table.py TARBALL OUT.cpp
One letter for each code point U+4E00 to U+9FFF, '.' where the dictionary knows no reading.
"""
import re
import sys
import tarfile
import unicodedata

FIRST, LAST = 0x4E00, 0x9FFF
ENTRY = re.compile(r'^dict\[0x([0-9A-Fa-f]+)\] = "([^",]+)', re.M)


def initial(reading):
    letter = unicodedata.normalize("NFD", reading.strip())[:1].lower()
    return letter if "a" <= letter <= "z" else "."


def main():
    with tarfile.open(sys.argv[1]) as archive:
        text = archive.extractfile("package/data/dict-zi.js").read().decode("utf-8")
    letters = ["."] * (LAST - FIRST + 1)
    for code, reading in ENTRY.findall(text):
        point = int(code, 16)
        if FIRST <= point <= LAST:
            letters[point - FIRST] = initial(reading)
    known = sum(letter != "." for letter in letters)
    if known < 20000:
        sys.exit(f"only {known} characters have a reading: the dictionary has another shape than expected")
    table = "".join(letters)
    lines = [f'    "{table[start:start + 100]}"' for start in range(0, len(table), 100)]
    with open(sys.argv[2], "w", encoding="ascii") as out:
        out.write('#include "pinyintable.h"\n\nnamespace yichuang::domain {\n\n')
        out.write("const char pinyinTable[] =\n" + "\n".join(lines) + ";\n\n} // namespace yichuang::domain\n")


if __name__ == "__main__":
    main()
