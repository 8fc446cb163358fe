"""C345: every text fits where it is shown.

A text that is too long has to be scrolled, or pushes the speaker's face and the exhibit off the
screen. A line that somebody says should be read within twenty seconds, or the class stops reading.

FAIL
    - decide:
        ask: What now?
        choices:
          ask_mum:
            says: >-
              Go to your mum, wake her up even if she has worked all night. Tell her every single
              thing from the first message to the last
            sound: yes
          send_code: {says: Send the code., because: A code is as good as a password.}
          wait: {says: Wait., because: The code is stolen by then.}
PASS
    - decide:
        ask: What now?
        choices:
          ask_mum: {says: "Wake your mum, and tell her everything", sound: yes}
          send_code: {says: Send the code., because: A code is as good as a password.}
          wait: {says: Wait., because: The code is stolen by then.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.model import LawBook, Scenario
from game.scenario.names import Level
from game.scenario.spans import plain
from game.scenario.walk import Written
from game.scenario.words import T

NEEDS: tuple[str, ...] = ("level",)

# Room for so many Chinese characters, in a window of 1280 by 720 with letters of their usual size
# (tests/window/test_fits.py measures it): a choice of two lines on half the width, a task beside
# its document, an exhibit on the table while the court rules on it, a bubble in a chat, a law card
# in the record.
CHOICE, TASK, EXHIBIT, MESSAGE, CARD = 50, 160, 143, 380, 480
# How many characters are read in twenty seconds: the curriculum wants 300 a minute read silently
# at the end of primary school, 500 at the end of junior and 600 at the end of senior school.
LINE = {Level.PRIMARY: 100, Level.JUNIOR: 165, Level.SENIOR: 200}
SAYS = {"choices": CHOICE, "questions": CHOICE, "requests": CHOICE, "messages": MESSAGE}
OTHERS = {"ask": TASK, "about": TASK, "shows": EXHIBIT}
SCROLLS = 100_000
NARROW = re.compile("[\u0000-\u2e7f]")  # letters, digits and their punctuation
LETTER = 0.48  # of the width of a Chinese character, on average


def check_texts(case: Scenario, texts: Sequence[Written]) -> Iterator[Diagnostic]:
    """A warning for every text that is longer than its place is large."""
    for written in texts:
        if len(written.text) > CHOICE:
            room = _room(written.place, LINE[case.level])
            yield from _too_long(written.text, room, written.spot)


def check_laws(laws: LawBook) -> Iterator[Diagnostic]:
    """A warning for every law card that is longer than a screen."""
    for card in laws.cards.values():
        yield from _too_long(card.says, CARD, card.spots.of("says"))


def _too_long(text: str, room: int, spot: Spot) -> Iterator[Diagnostic]:
    taken = width(plain(text)) if len(text) > room else 0
    if taken > room:
        message = T("this text is {n}% longer than its place on the screen",
                    n=max(1, round(100 * taken / room - 100)))  # fmt: skip
        hint = T("shorten it to {n} Chinese characters, or about {letters} letters",
                 n=room, letters=10 * round(room / LETTER / 10))  # fmt: skip
        yield Diagnostic("C345", spot, message, hint, Severity.WARNING)


def _room(place: str, line: int) -> int:
    """For how many characters there is room at `place`; very many where it scrolls anyway."""
    *within, name = place.split(".")
    if name == "says":
        kind = within[-2] if len(within) > 2 else ""
        return line if kind == "lines" else SAYS.get(kind, SCROLLS)
    return line if name == "answer" else OTHERS.get(name, SCROLLS)


def width(text: str) -> float:
    """How wide `text` is, in Chinese characters."""
    narrow = len(NARROW.findall(text))
    return len(text) - narrow + LETTER * narrow
