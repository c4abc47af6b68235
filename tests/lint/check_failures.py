#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The failure codes of the code and the help table name the same failures, each with cause, next step and actor.

usage: check_failures.py ROOT
"""
import json
import re
import sys
from pathlib import Path

ACTORS = {"clerk", "hall-it", "supplier"}


def main():
    root = Path(sys.argv[1]).resolve()
    listed = re.findall(r'^YICHUANG_FAILURE\((\w+), "([A-Z]+-\d{3})"\)',
                        (root / "src/domain/include/domain/failurecodes.def").read_text(encoding="utf-8"), re.M)
    codes = [code for _, code in listed]
    found = [f"{code}: listed twice" for code in sorted({c for c in codes if codes.count(c) > 1})]
    explained = {}
    for path in sorted((root / "resources/help/failures").glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            code = row.get("code", "?")
            if code in explained:
                found.append(f"{code}: explained twice, {path.name}")
            explained[code] = row
            if code.split("-")[0].lower() != path.stem:
                found.append(f"{code}: stands in {path.name}")
            for part in ("cause", "next"):
                for language in ("en", "zh_CN"):
                    if not row.get(part, {}).get(language, "").strip():
                        found.append(f"{code}: no {part} in {language}")
            if row.get("actor") not in ACTORS:
                found.append(f"{code}: actor is {row.get('actor')!r}")
    found += [f"{code}: no help" for code in codes if code not in explained]
    found += [f"{code}: help for no failure" for code in explained if code not in codes]
    print("\n".join(found) if found else f"failures: {len(codes)} codes, all explained")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
