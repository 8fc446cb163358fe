"""How a trial has to go so that a condition holds: what to pick in which ask, and what not."""

from __future__ import annotations

from msgspec import Struct, field

from game.scenario.steps import Agreed, All, AnyOf, Ask, Condition, Not, Picked
from game.trial.record import Trial, available


class Way(Struct, frozen=True):
    """By the keys of asks: what is to be picked, and what must not be."""

    takes: dict[str, str] = field(default_factory=dict)
    leaves: dict[str, set[str]] = field(default_factory=dict)

    def picks(self, trial: Trial, ask: Ask) -> tuple[str, ...] | None:
        """What this way wants as the answer to `ask`, or None if it does not mind."""
        if ask.key in self.takes:
            return (self.takes[ask.key],)
        if ask.key not in self.leaves:
            return None
        offered = (choice.pick for choice in available(ask.choices, trial.answers))
        other = next((pick for pick in offered if pick not in self.leaves[ask.key]), None)
        return None if other is None else (other,)


def way_to(condition: Condition | None) -> Way:
    """One way in which `condition` comes to hold."""
    way = Way()
    if condition is not None:
        _walk(condition, True, way)
    return way


def _walk(condition: Condition, holds: bool, way: Way) -> None:
    match condition:
        case Not(part):
            _walk(part, not holds, way)
        case All(parts) | AnyOf(parts):
            needs_all = isinstance(condition, All) is holds
            for part in parts if needs_all else parts[:1]:
                _walk(part, holds, way)
        case Picked(ask, pick):
            _want(way, (ask,), pick, holds)
        case Agreed(asks, pick):
            _want(way, asks, pick, holds)


def _want(way: Way, asks: tuple[str, ...], pick: str, holds: bool) -> None:
    for ask in asks:
        if holds:
            way.takes[ask] = pick
        else:
            way.leaves.setdefault(ask, set()).add(pick)
