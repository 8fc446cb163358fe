"""A diagnostic is one finding about a teacher's file: what, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from game.scenario.words import Words


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Spot(NamedTuple):
    """A place in a file: line and column count characters from 1; `length` is what to underline."""

    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Its code is C and three digits: 1 reading, 2 form, 3 fairness, 4 words."""

    code: str
    spot: Spot
    message: Words
    hint: Words | None = None
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Spots:
    """Where a thing was written: its own spot, and the spot of each of its fields."""

    own: Spot = field(default_factory=Spot)
    fields: Mapping[str, Spot] = field(default_factory=dict)

    def of(self, name: str) -> Spot:
        """The spot of the field `name` (or `field.key`, or `field.0`), else the thing's own."""
        return self.fields.get(name, self.own)
