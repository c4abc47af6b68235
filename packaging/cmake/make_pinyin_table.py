#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the table of pinyin readings from the character dictionary of the npm package "pinyin".

usage: make_pinyin_table.py TARBALL OUT.cpp
The place of a syllable for each code point U+4E00 to U+9FFF; the first syllable is empty, for what the dictionary has no
reading of. Syllables have no tones, and v for ü, as they are typed.
"""
import re
import sys
import tarfile
import unicodedata

FIRST, LAST = 0x4E00, 0x9FFF
ENTRY = re.compile(r'^dict\[0x([0-9A-Fa-f]+)\] = "([^",]+)', re.M)


def syllable(reading):
    plain = unicodedata.normalize("NFD", reading.strip().lower()).replace("u\u0308", "v")
    return "".join(letter for letter in plain if "a" <= letter <= "z")


def main():
    with tarfile.open(sys.argv[1]) as archive:
        text = archive.extractfile("package/data/dict-zi.js").read().decode("utf-8")
    readings = [""] * (LAST - FIRST + 1)
    for code, reading in ENTRY.findall(text):
        point = int(code, 16)
        if FIRST <= point <= LAST:
            readings[point - FIRST] = syllable(reading)
    known = sum(reading != "" for reading in readings)
    syllables = sorted(set(readings) | {""})
    if known < 20000 or not 350 < len(syllables) < 500:
        sys.exit(f"{known} characters have a reading, of {len(syllables)} syllables: the dictionary has another shape than expected")
    places = {name: place for place, name in enumerate(syllables)}
    cells = [str(places[reading]) for reading in readings]
    with open(sys.argv[2], "w", encoding="ascii") as out:
        out.write('#include "pinyintable.h"\n\nnamespace yichuang::domain {\n\n')
        out.write("const char *const pinyinSyllables[] = {\n" + ",\n".join(f'    "{name}"' for name in syllables) + "};\n\n")
        lines = ["    " + ", ".join(cells[start:start + 30]) for start in range(0, len(cells), 30)]
        out.write("const unsigned short pinyinTable[] = {\n" + ",\n".join(lines) + "};\n\n} // namespace yichuang::domain\n")


if __name__ == "__main__":
    main()
