"""C308: no link leads anywhere, and no number or account may be somebody's.

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
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Scenario
from game.scenario.phrases import cut
from game.scenario.walk import Written
from game.scenario.words import T, Words, put

NEEDS: tuple[str, ...] = ()

# No text without one of these holds anything that is looked for here: one cheap look at each.
SUSPECT = re.compile(r"\.\w|\d{4}|@|://|www\.|微信|V信|[Vv][Xx]|wxid|We[Cc]hat|QQ", re.ASCII)
TAIL = r"[\w./:?&=%#~+@-]*"
ENDINGS = "com|cn|net|org|gov|edu|hk|tw|io|co|cc|tv|top|xyz|vip|info|app|shop|site|club|online"
LINK = re.compile(
    r"https?://" + TAIL + r"|(?<![\w.-])(?:www\." + TAIL + r"|(?:[a-z0-9-]+\.)+(?:" + ENDINGS + ")"
    r"(?![\w-]|\.[a-z0-9])(?:[/:?#]" + TAIL + ")?)",
    re.ASCII | re.IGNORECASE,
)
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
# Nobody ever gets a name with one of these endings (RFC 2606), so it leads nowhere.
NOWHERE = re.compile(r"(?:https?://)?[\w.@+-]+\.(?:example|invalid|test)(?:[/:?#].*)?", re.I | re.A)


def _number(pattern: str) -> re.Pattern[str]:
    return re.compile("(?<![0-9A-Za-z])(?:" + pattern + ")(?![0-9A-Za-z])", re.ASCII)


IDENTITY = _number(r"[1-9]\d{5} ?(?:19|20)\d{6} ?\d{3}[\dXx]")
CARD = _number(r"[1-9]\d{15,18}|[1-9]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?")
MOBILE = _number(r"(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}")
# An area code and a number in it, or a number that a company pays for.
LANDLINE = _number(r"0(?:10|2\d|[3-9]\d\d)[ -][2-9]\d{6,7}|[48]00[ -]?\d{3}[ -]?\d{4}")
ACCOUNT = re.compile(
    r"(?:QQ|微信|V信|[Vv][Xx]|We[Cc]hat) ?(?:"
    r"(?:号|ID|群)? ?[:：是]? ?[1-9]\d{4,10}|(?:号|ID)? ?[:：是] ?[A-Za-z][\w-]{5,19})(?![\w*])"
    r"|(?<!\w)wxid_\w{6,}",
    re.ASCII,
)
# What each looks like, and how to write it so that it cannot be anybody's.
NUMBERS = (
    (IDENTITY, T("“{found}” looks like a real identity number"), "110101********001X"),
    (CARD, T("“{found}” looks like a real card number"), "6222 **** **** 0001"),
    (ACCOUNT, T("“{found}” looks like a real account"), "QQ 10****01"),
    (MOBILE, T("“{found}” looks like a real mobile number"), "138****5678"),
    (LANDLINE, T("“{found}” looks like a real telephone number"), "010-****5678"),
)
# GB 11643: the last digit of an identity number follows from the others.
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
LAST = "10X98765432"


class Real(NamedTuple):
    """What may be real in a text, from where to where, and what to say of it."""

    start: int
    text: str
    message: Words
    hint: Words


def check_texts(case: Scenario, texts: Sequence[Written]) -> Iterator[Diagnostic]:
    """A warning for every link that may lead somewhere, and every number that may be real."""
    for written in texts:
        for real in found_in(written.text):
            message = put(real.message, found=cut(real.text))
            spot = written.part(real.start, len(real.text))
            yield Diagnostic("C308", spot, message, real.hint, Severity.WARNING)


def found_in(text: str) -> Iterator[Real]:
    """What in `text` may be real; each stretch is found once."""
    if not SUSPECT.search(text):
        return
    taken: set[int] = set()
    for real in (*_addresses(text), *_numbers(text)):
        stretch = range(real.start, real.start + len(real.text))
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            yield real


def _addresses(text: str) -> Iterator[Real]:
    hint = T("invent one that ends in {ending}; nobody can own that", ending=".example")
    for mail in MAIL.finditer(text):
        if not NOWHERE.fullmatch(mail[0]):
            yield Real(mail.start(), mail[0], T("“{found}” may be somebody's address"), hint)
    for link in LINK.finditer(text):
        name = link[0].rstrip(".:?&=#~+-@")
        if not NOWHERE.fullmatch(name):
            yield Real(link.start(), name, T("“{found}” may lead somewhere real"), hint)


def _numbers(text: str) -> Iterator[Real]:
    for pattern, message, sample in NUMBERS:
        for number in pattern.finditer(text):
            if pattern is IDENTITY and not _is_identity(number[0]):
                continue
            if pattern is CARD and not _adds_up(number[0]):
                continue
            hint = T("put stars in place of some digits, as in {sample}", sample=sample)
            yield Real(number.start(), number[0], message, hint)


def _is_identity(number: str) -> bool:
    """Whether the day of birth is one, and the check digit right: else it cannot be anybody's."""
    digits = number.replace(" ", "").upper()
    with suppress(ValueError):
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
        total = sum(int(d) * weight for d, weight in zip(digits, WEIGHTS, strict=False))
        return digits[17] == LAST[total % 11]
    return False


def _adds_up(card: str) -> bool:
    """Whether the check digit is right (Luhn): every second digit from the end counts double."""
    digits = [int(digit) for digit in reversed(card) if digit.isdecimal()]
    return sum(digits[::2] + [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]) % 10 == 0
