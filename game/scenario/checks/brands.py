"""C340: no real company, game or bank plays a part.

What a scammer does in an invented game is a story; what he does in a real one sounds like a fact
about somebody's business. Names that are invented also stay fresh when the apps of today are gone.
What the case is based on may be named, under “based_on”.

FAIL
    - say: He writes to her on WeChat and wants her Fortnite password.
PASS
    - say: He writes to her in another chat app and wants her password for Lantern Isle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.scenario.brands import CHINESE, LATIN
from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Scenario
from game.scenario.walk import Written
from game.scenario.words import T

NEEDS: tuple[str, ...] = ()
LETTERS = bytes(
    code if 97 <= code <= 122 else code + 32 if 65 <= code <= 90 else 32 for code in range(256)
)  # every letter small, anything else a blank
TELLING = {name: max(name.lower().split(), key=len).encode() for name in LATIN}


def _chinese(name: str, within: Sequence[str]) -> str:
    """A pattern for `name` where it does not stand at the end of one of the words in `within`."""
    before = {word.removesuffix(name) for word in within}
    return "".join(f"(?<!{word})" for word in sorted(before)) + name


# Patterns that begin with a letter are found much faster than one that begins by looking back.
PLAIN_CHINESE = re.compile("|".join(name for name in CHINESE))
IN_CHINESE = re.compile("|".join(_chinese(*entry) for entry in CHINESE.items()))


def check_texts(case: Scenario, texts: Sequence[Written]) -> Iterator[Diagnostic]:
    """A warning for every real name in a text that players read."""
    hint = T("invent a name; what is real belongs under “based_on”")
    for pattern in _patterns("\n".join(written.text for written in texts)):
        for written in texts:
            if written.is_outside:
                continue
            for name in pattern.finditer(written.text):
                message = T("“{found}” is the name of something real", found=name[0])
                spot = written.part(name.start(), len(name[0]))
                yield Diagnostic("C340", spot, message, hint, Severity.WARNING)


def _patterns(all_texts: str) -> Iterator[re.Pattern[str]]:
    """What finds the names in the texts; none where one look at all of them shows that none is."""
    words = {*all_texts.encode().translate(LETTERS).split()}
    if names := [re.escape(name) for name, telling in TELLING.items() if telling in words]:
        yield re.compile(r"(?<![A-Za-z])(?:" + "|".join(names) + r")(?![A-Za-z])", re.IGNORECASE)
    if PLAIN_CHINESE.search(all_texts):
        yield IN_CHINESE
