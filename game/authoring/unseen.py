"""Characters that the class could only see as boxes, because no font of the game has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.walk import Written
from game.scenario.words import T
from game.text.coverage import missing


def unseen(texts: Sequence[Written]) -> Iterator[Diagnostic]:
    """C349: for every text the characters in it that no shipped font has, each once."""
    signs = missing("".join(dict.fromkeys("".join(written.text for written in texts))))
    hint = T("take another character, or say it in words")
    for written in texts if signs else ():
        for sign in signs:
            at = written.text.find(sign)
            if at >= 0:
                code = f"U+{ord(sign):04X}"
                message = T("no font of the game has “{sign}” ({code})", sign=sign, code=code)
                spot = written.part(at, len(sign))
                yield Diagnostic("C349", spot, message, hint, Severity.WARNING)
