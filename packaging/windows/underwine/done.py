# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What came of a step."""
import dataclasses


@dataclasses.dataclass
class Done:
    said: str = ""
    faults: list[str] = dataclasses.field(default_factory=list)
    seconds: float = 0

    def expect(self, what: str, found, wanted) -> None:
        if found != wanted:
            self.faults.append(f"{what}: {found!r}, not {wanted!r}")
