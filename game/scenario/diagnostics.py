"""A diagnostic is one finding about a teacher's file: what, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import reduce

from msgspec import Struct, field

from game.scenario.words import TN, T, Translate, Words


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Spot(Struct, frozen=True, order=True):
    """A place in a file: line and column count characters from 1; `length` is what to underline."""

    line: int = 1
    column: int = 1
    length: int = 1

    @property
    def start(self) -> tuple[int, int]:
        return self.line, self.column


class Diagnostic(Struct, frozen=True):
    """One finding. Its code is C and three digits: 1 reading, 2 form, 3 fairness, 4 words."""

    code: str
    spot: Spot
    message: Words
    hint: Words | None = None
    severity: Severity = Severity.ERROR


LESS_THAN_ERRORS = {Severity.WARNING: T("warning"), Severity.NOTE: T("note")}


def headed(found: Diagnostic, translate: Translate) -> str:
    """The code of a finding, and how grave it is unless it is an error."""
    name = LESS_THAN_ERRORS.get(found.severity)
    return found.code if name is None else f"{found.code} ({translate(name)})"


def counted(found: Sequence[Diagnostic]) -> Words:
    """How many findings of each severity there are, as in “2 errors, 1 note”."""
    severities = [one.severity for one in found]
    if not severities:
        return T("Nothing to mend.")
    counts = [_count(s, severities.count(s)) for s in Severity if s in severities]
    return reduce(lambda one, other: T("{one}, {other}", one=one, other=other), counts)


def _count(severity: Severity, n: int) -> Words:
    if severity is Severity.ERROR:
        return TN("{n} error", "{n} errors", n)
    if severity is Severity.WARNING:
        return TN("{n} warning", "{n} warnings", n)
    return TN("{n} note", "{n} notes", n)


class Spots(Struct, frozen=True):
    """Where a thing was written: its own spot, and the spot of each of its fields."""

    own: Spot = field(default_factory=Spot)
    fields: Mapping[str, Spot] = field(default_factory=dict)

    def of(self, name: str) -> Spot:
        """The spot of the field `name` (or `field.key`, or `field.0`), else the thing's own."""
        return self.fields.get(name, self.own)
