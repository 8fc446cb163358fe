"""Days are written as 2026-11-23, so that no country's habit of writing them can be mistaken."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from game.scenario.authored import Authored
from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.phrases import cut
from game.scenario.words import T

ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MEANT = re.compile(r"\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*", re.ASCII)
NOT_YET = ("not yet", "尚未")  # as a draft may say honestly


def day(text: str) -> date | None:
    """The day that `text` says, or None where it is not written as 2026-11-23, or is none."""
    if ISO.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    return None


def no_day(thing: Authored, field: str) -> Diagnostic | None:
    """The finding that the text in `field` of `thing` is no day, nor “not yet”."""
    text = getattr(thing, field)
    if not text or day(text) or text.strip(" .。").casefold() in NOT_YET:
        return None
    message = T("“{found}” is not a day as the game reads it", found=cut(text))
    hint = T("write it like {day}, or “not yet”", day=_meant(text) or "2026-11-23")
    return Diagnostic("C347", thing.spots.of(field), message, hint, Severity.WARNING)


def _meant(text: str) -> str | None:
    """The day as it should have been written: 2026/11/3 and 2026年11月3日 are clear enough."""
    if found := MEANT.fullmatch(text):
        year, month, number = map(int, found.groups())
        with suppress(ValueError):
            return date(year, month, number).isoformat()
    return None
