"""C308: no link leads anywhere, and no number may be somebody's.

A child may try a link out, and a number that looks invented may ring at a stranger's.
What is in a case is printed, projected and typed by many, so nothing in it should work.

FAIL
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {says: "[Claim them at skins-gift.com](trap:free_gift), or call 138 1234 5678."}
          - {says: "The rules are on [the notice page](honest:notice)."}
PASS
    documents:
      chat:
        kind: chat
        title: A group chat
        messages:
          - {says: "[Claim them at skins.example](trap:free_gift), or call 138****5678."}
          - {says: "The rules are on [the notice page](honest:notice)."}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.model import Scenario
from game.scenario.phrases import cut
from game.scenario.walk import Written, sentences
from game.scenario.words import T, Words, put

NEEDS: tuple[str, ...] = ()

TAIL = r"[\w./:?&=%#~+@-]*"
ENDINGS = "com|cn|net|org|gov|edu|hk|tw|io|co|cc|tv|top|xyz|vip|info|app|shop|site|club|online"
LINK = re.compile(
    r"https?://" + TAIL + r"|(?<![\w.-])(?:www\." + TAIL + r"|(?:[a-z0-9-]+\.)+(?:" + ENDINGS + ")"
    r"(?![\w-]|\.[a-z0-9])(?:[/:?#]" + TAIL + ")?)",
    re.ASCII | re.IGNORECASE,
)
# Nobody ever gets a name with one of these endings (RFC 2606), so it leads nowhere.
NOWHERE = re.compile(r"(?:https?://)?[\w.-]+\.(?:example|invalid|test)(?:[/:?#].*)?", re.I | re.A)


def _number(pattern: str) -> re.Pattern[str]:
    return re.compile("(?<![0-9A-Za-z])(?:" + pattern + ")(?![0-9A-Za-z])", re.ASCII)


BORN = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
IDENTITY = _number(r"[1-9]\d{5} ?" + BORN + r" ?\d{3}[\dXx]")
CARD = _number(r"[1-9]\d{15,18}|[1-9]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?")
MOBILE = _number(r"(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}")


class Real(NamedTuple):
    """What may be real in a text, from where to where, and what to say of it."""

    start: int
    text: str
    message: Words
    hint: Words


def check(case: Scenario) -> Iterator[Diagnostic]:
    """A warning for every link that may lead somewhere, and every number that may be real."""
    for written in sentences(case):
        for real in found_in(written.text):
            message = put(real.message, found=cut(real.text))
            spot = _within(written, real)
            yield Diagnostic("C308", spot, message, real.hint, Severity.WARNING)


def found_in(text: str) -> Iterator[Real]:
    """The links and numbers in `text` that may be real; each stretch is found once."""
    for link in LINK.finditer(text):
        name = link[0].rstrip(".:?&=#~+-@")
        if not NOWHERE.fullmatch(name):
            hint = T("invent one that ends in {ending}; nobody can own that", ending=".example")
            yield Real(link.start(), name, T("“{found}” may lead somewhere real"), hint)
    taken: set[int] = set()
    for pattern, message, sample in (
        (IDENTITY, T("“{found}” looks like a real identity number"), "110101********001X"),
        (CARD, T("“{found}” looks like a real card number"), "6222 **** **** 0001"),
        (MOBILE, T("“{found}” looks like a real mobile number"), "138****5678"),
    ):
        for number in pattern.finditer(text):
            if number.start() in taken or (pattern is CARD and not _adds_up(number[0])):
                continue
            taken.add(number.start())
            hint = T("put stars in place of some digits, as in {sample}", sample=sample)
            yield Real(number.start(), number[0], message, hint)


def _adds_up(card: str) -> bool:
    """Whether the check digit is right (Luhn): every second digit from the end counts double."""
    digits = [int(digit) for digit in reversed(card) if digit.isdecimal()]
    return sum(digits[::2] + [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]) % 10 == 0


def _within(written: Written, real: Real) -> Spot:
    """The place of `real` where the text stands in one line as it is; else that of the text."""
    quotes = written.spot.length - len(written.text)
    if quotes not in (0, 2):
        return written.spot
    column = written.spot.column + quotes // 2 + real.start
    return Spot(written.spot.line, column, len(real.text))
