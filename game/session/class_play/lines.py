"""What the whole room hears: the lines of all seats in one row, each reason where it was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.scenario.steps import Ask, Role
from game.trial.record import Trial, open_asks
from game.trial.view import Line


def room_lines(trial: Trial, told: Mapping[Role, Sequence[Line]]) -> tuple[Line, ...]:
    """The lines `told` to the seats, merged. They only grow.

    While a question is still open for one seat, nobody hears the reasons of another that has
    answered it: all look at the same screen.
    """
    when = {move.ask: number for number, move in enumerate(trial.moves)}
    withheld = asks_still_open(trial)
    merged: list[Line] = []
    for shared, reasons in _gaps(tuple(told.values())):
        heard = [line for line in reasons if line.turn not in withheld]
        merged += sorted(heard, key=lambda line: when[line.turn])
        merged += shared
    return tuple(merged)


def asks_still_open(trial: Trial) -> frozenset[str]:
    """The asks of the group that is open now, answered or not."""
    group = next((ask.group for ask in open_asks(trial)), "")
    if not group:
        return frozenset()
    return frozenset(s.key for s in trial.steps if isinstance(s, Ask) and s.group == group)


def _gaps(told: Sequence[Sequence[Line]]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Each line that all seats share, with the reasons of every seat before it."""
    spots = [0] * len(told)
    while True:
        reasons: list[Line] = []
        for seat, lines in enumerate(told):
            while spots[seat] < len(lines) and lines[spots[seat]].manner == "reason":
                reasons.append(lines[spots[seat]])
                spots[seat] += 1
        ended = spots[0] >= len(told[0])
        yield [] if ended else [told[0][spots[0]]], reasons
        if ended:
            return
        spots = [spot + 1 for spot in spots]
