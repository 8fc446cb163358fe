"""A code is one document: the claim, why it matters, and how wrong and right look."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from game.scenario.words import T, Words

# Signs that a screen would not show, or would show as something else.
SEEN = str.maketrans({"\t": "→   ", "\u3000": "␣", **{chr(n): chr(0x2400 + n) for n in range(9)}})


class Code(Struct, frozen=True):
    """One code. `fail` and `passes` are parts of a case; files that cannot be read have none."""

    title: Words
    why: Words
    fail: str = ""
    passes: str = ""

    def examples(self) -> Iterator[tuple[Words, str]]:
        """What is wrong and what is right, each under its heading, with all signs to be seen."""
        for heading, example in ((T("Wrong:"), self.fail), (T("Right:"), self.passes)):
            if example:
                yield heading, example.strip("\n").translate(SEEN)
