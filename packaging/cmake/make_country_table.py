#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the table of countries' names from the npm package "i18n-iso-countries".

usage: make_country_table.py TARBALL OUT.cpp
ISO 3166-1 alpha-3 codes in their order, each with its short name in Chinese and in English. Codes that the standard leaves
to its users are not in it.
"""
import json
import sys
import tarfile

USER_ASSIGNED = {"XKX", "XKK"}


def first(names):
    return names if isinstance(names, str) else names[0]


def main() -> int:
    with tarfile.open(sys.argv[1]) as tarball:
        def load(name):
            return json.load(tarball.extractfile(f"package/{name}"))
        codes, chinese, english = load("codes.json"), load("langs/zh.json")["countries"], load("langs/en.json")["countries"]
    rows = sorted((alpha3, first(chinese[alpha2]), first(english[alpha2])) for alpha2, alpha3, *_ in codes if alpha3 not in USER_ASSIGNED)
    if len(rows) < 240 or any('"' in name or "\\" in name for row in rows for name in row):
        raise SystemExit("the package's data is not what it was")
    with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as out:
        out.write("// Made by packaging/cmake/make_country_table.py.\n")
        out.write('#include "kit/countrytable.h"\n\nnamespace yichuang::ui {\n\n')
        out.write("const Country countries[] = {\n" + "".join(f'    {{"{code}", "{zh}", "{en}"}},\n' for code, zh, en in rows) + "};\n")
        out.write(f"const int countryCount = {len(rows)};\n\n}} // namespace yichuang::ui\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
