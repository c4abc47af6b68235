#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Joins tests into one source, each in a namespace of its own name: headers are read once and their templates made once.

What the tests include stands before the first namespace, so that headers say nothing any more inside of one. A test's main
is then a function of its namespace; the program's own main calls the one that its first argument names. A header behind an
#if is read as well: tests are joined where all of them compile, on Linux.

usage: join_tests.py part|main SOURCE TEST.cpp…
"""

import pathlib
import re
import sys

HEAD = "// Made by packaging/cmake/join_tests.py.\n"
INCLUDE = re.compile(r'^#include [<"][^>"]+(?<!\.moc)[>"]$', re.MULTILINE)

MAIN = """
namespace {{

struct Test {{
    const char *name;
    int (*run)(int, char **);
}};

constexpr Test tests[] = {{{rows}}};

}} // namespace

int main(int count, char **words)
{{
    for (const Test &test : tests) {{
        if (count < 2 || std::strcmp(words[1], test.name) != 0)
            continue;
        // A test sees its own arguments alone.
        words[1] = words[0];
        return test.run(count - 1, words + 1);
    }}
    std::fputs("name one of these tests:", stderr);
    for (const Test &test : tests)
        std::fprintf(stderr, " %s", test.name);
    std::fputs("\\n", stderr);
    return 2;
}}
"""


def part_of(tests: list[pathlib.Path]) -> str:
    # In the order of their first use, each once.
    headers = dict.fromkeys(line for test in tests for line in INCLUDE.findall(test.read_text(encoding="utf-8")))
    bodies = [f'\nnamespace {test.stem} {{\n#include "{test}"\n}}\n' for test in tests]
    return HEAD + "\n".join(headers) + "\n" + "".join(bodies)


def main_of(tests: list[pathlib.Path]) -> str:
    declared = "".join(f"namespace {test.stem} {{ int main(int, char **); }}\n" for test in tests)
    rows = ", ".join(f'{{"{test.stem}", {test.stem}::main}}' for test in tests)
    return f"{HEAD}#include <cstdio>\n#include <cstring>\n\n{declared}{MAIN.format(rows=rows)}"


def main() -> None:
    kind, out, *names = sys.argv[1:]
    make = {"part": part_of, "main": main_of}[kind]
    pathlib.Path(out).write_text(make([pathlib.Path(name) for name in names]), encoding="utf-8")


if __name__ == "__main__":
    main()
