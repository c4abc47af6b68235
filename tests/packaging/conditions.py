# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Conditions as Windows Installer reads them, as far as our tables use them: NOT before AND before OR, no loops, no calls."""
import re

TOKEN = re.compile(r'\s*(?:(?P<text>"[^"]*")|(?P<number>\d+)|(?P<how>~?(?:<<|>>|><|<=|>=|<>|=|<|>))|(?P<mark>[()])|(?P<word>\w+))')
ON_TEXTS = {"=": str.__eq__, "<>": str.__ne__, "<<": str.startswith, ">>": str.endswith, "><": str.__contains__}
ON_NUMBERS = {"=": int.__eq__, "<>": int.__ne__, "<=": int.__le__, ">=": int.__ge__, "<": int.__lt__, ">": int.__gt__}


class Condition:
    def __init__(self, text: str, properties: dict[str, str]):
        self.properties, self.tokens, at = properties, [], 0
        while at < len(text.rstrip()):
            found = TOKEN.match(text, at)
            if not found:
                raise ValueError(f"not understood: {text[at:]}")
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()

    def holds(self) -> bool:
        value = self.either()
        if self.tokens:
            raise ValueError(f"left over: {self.tokens}")
        return value

    def takes(self, *token: str) -> bool:
        there = bool(self.tokens) and self.tokens[0] == token
        if there:
            self.tokens.pop(0)
        return there

    def either(self) -> bool:
        value = self.both()
        while self.takes("word", "OR"):
            value = self.both() or value
        return value

    def both(self) -> bool:
        value = self.one()
        while self.takes("word", "AND"):
            value = self.one() and value
        return value

    def one(self) -> bool:
        if self.takes("word", "NOT"):
            return not self.one()
        if self.takes("mark", "("):
            value = self.either()
            if not self.takes("mark", ")"):
                raise ValueError("a parenthesis stays open")
            return value
        left = self.value()
        if not self.tokens or self.tokens[0][0] != "how":
            return left not in ("", 0)
        return self.compared(left, self.tokens.pop(0)[1], self.value())

    def value(self) -> str | int:
        kind, text = self.tokens.pop(0)
        if kind == "word":
            return self.properties.get(text, "")
        return int(text) if kind == "number" else text[1:-1]

    def compared(self, left: str | int, how: str, right: str | int) -> bool:
        """Of a number and a text that is none only <> holds."""
        if isinstance(right, int):
            return ON_NUMBERS[how](int(left), right) if re.fullmatch(r"-?\d+", str(left)) else how == "<>"
        if how.startswith("~"):
            left, how, right = left.lower(), how[1:], right.lower()
        return ON_TEXTS[how](left, right)


def holds(text: str, **properties: str) -> bool:
    return Condition(text, properties).holds()
