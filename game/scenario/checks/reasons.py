"""C346: a reason says something of its own.

Players read a reason by itself, right after they answered. One that repeats the choice, or points
to another with “see above”, leaves them as they were; say it again in full, in a child's words.

FAIL
    - decide:
        ask: The stranger wants a code. What now?
        choices:
          tell_mum: {says: Ask mum first., sound: yes}
          send_it: {says: Send the code., because: "Send the code!"}
          wait: {says: Wait., because: See above.}
PASS
    - decide:
        ask: The stranger wants a code. What now?
        choices:
          tell_mum: {says: Ask mum first., sound: yes}
          send_it: {says: Send the code., because: A code is as good as a password.}
          wait: {says: Wait., because: The code is stolen by then.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Scenario
from game.scenario.spans import plain
from game.scenario.walk import Written
from game.scenario.words import T, Words

NEEDS: tuple[str, ...] = ("because", "says", "tell", "lesson")
REASONS = ("because", "lesson")  # each stands after a “says” or a “tell”
NEAR = 10  # characters; a reason whose length differs by more says other things
SHORT = 20  # characters; a longer reason says something
SIGNS = re.compile(r"[\W_]+")
EMPTY = re.compile(
    "(?:see|as|like)(?:above|before|below)|same(?:asabove|reason)|ditto|todo|tbd|xxx+|because"
    "|同上|见上|见下|同前|如上|如前|略|无|待补充?|待定|待写|因为|未填"
)


def check_texts(case: Scenario, texts: Sequence[Written]) -> Iterator[Diagnostic]:
    """A warning for every reason that is none."""
    before: dict[str, str] = {}
    for written in texts:
        within, _, name = written.place.rpartition(".")
        if name in ("says", "tell"):
            before[within] = written.text
        elif name in REASONS:
            if _repeats(written.text, before.get(within, "")):
                yield _warning(written, T("this reason only repeats what stands above it"))
            elif len(written.text) <= SHORT and EMPTY.fullmatch(_bare(written.text)):
                yield _warning(written, T("this says nothing where it is read by itself"))


def _repeats(reason: str, first: str) -> bool:
    """Whether both have the same letters; most begin with different ones, which shows at once."""
    if abs(len(reason) - len(first)) > NEAR and len(reason) > SHORT:
        return False
    begins = reason[:1], first[:1]
    if all(map(str.isalnum, begins)) and begins[0].casefold() != begins[1].casefold():
        return False
    return _bare(reason) == _bare(first)


def _bare(text: str) -> str:
    """The letters of `text` alone, small."""
    return SIGNS.sub("", plain(text)).casefold()


def _warning(written: Written, message: Words) -> Diagnostic:
    hint = T("write the reason in full, as you would say it to the child who picked it")
    return Diagnostic("C346", written.spot, message, hint, Severity.WARNING)
