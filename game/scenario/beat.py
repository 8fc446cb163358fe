"""A beat is one step in a scene; its kind knows which turns real procedure makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from game.scenario.authored import Authored, Ref, written
from game.scenario.diagnostics import Diagnostic
from game.scenario.steps import Step
from game.scenario.words import T

if TYPE_CHECKING:
    from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Authored):
    """A condition on what happened before. Several fields together must all hold."""

    chose: Annotated[str, Ref("choice")] | None = written(
        T("a choice that the room took in a decide beat"), default=None
    )
    admitted: Annotated[str, Ref("exhibit")] | None = written(
        T("an exhibit that the court admitted"), default=None
    )
    excluded: Annotated[str, Ref("exhibit")] | None = written(
        T("an exhibit that the court excluded"), default=None
    )
    all: tuple[When, ...] = written(T("conditions that must all hold"), default=())
    any: tuple[When, ...] = written(T("conditions of which one must hold"), default=())
    not_: When | None = written(T("a condition that must not hold"), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat(Authored):
    """What every kind of beat has in common."""

    KIND: ClassVar[str] = ""
    when: When | None = written(T("play this beat only if the condition holds"), default=None)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        """The lines and turns of this beat in `case`; every ask's key starts with `key`."""
        raise NotImplementedError

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """What is wrong with this beat, at `key` in `case`, that its form does not already show."""
        yield from ()

    def exhibits(self) -> tuple[str, ...]:
        """The exhibits that this beat puts before the court."""
        return ()

    def reads(self) -> tuple[str, ...]:
        """The documents that this beat opens."""
        return ()

    def ways(self) -> tuple[str, ...]:
        """The choices of this beat that a later `when: {chose: ...}` may ask about."""
        return ()
