#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""The Chinese translation and the English plurals are complete: lupdate finds nothing to change, nothing is unfinished.

usage: check_translation.py ROOT LUPDATE      exits 1 with one line for each finding
"""
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from pathlib import Path


def messages(path):
    found = {}
    for context in tree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            found[key] = (translation.get("type"), forms)
    return found


def findings(root, lupdate, language, options):
    committed = root / "translations" / f"yichuang_{language}.ts"
    before = messages(committed)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / committed.name
        shutil.copy(committed, fresh)
        subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", str(root / "ui"), "-ts", str(fresh),
                        "-target-language", language, *options], check=True, stdout=subprocess.DEVNULL)
        after = messages(fresh)
    for key in sorted(after.keys() - before.keys(), key=str):
        yield f"{language}: not in the translation: {key[0]}: {key[1]!r}"
    for key in sorted(before.keys() - after.keys(), key=str):
        yield f"{language}: no longer in the source: {key[0]}: {key[1]!r}"
    for key, (state, forms) in sorted(before.items(), key=str):
        if state or not all(forms):
            yield f"{language}: unfinished: {key[0]}: {key[1]!r}"
        for place in ("%1", "%2", "%3", "%n"):
            if state is None and any(place in key[1] and form and place not in form for form in forms):
                yield f"{language}: loses {place}: {key[0]}: {key[1]!r}"


def main():
    root, lupdate = Path(sys.argv[1]).resolve(), sys.argv[2]
    found = [*findings(root, lupdate, "zh_CN", []), *findings(root, lupdate, "en", ["-pluralonly"])]
    print("\n".join(found) if found else "translation: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
