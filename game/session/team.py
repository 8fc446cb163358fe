"""A team shares one seat: every member casts a ballot, and the team's answer follows from them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from game.scenario.steps import TurnKind
from game.trial.view import Turn

Ballot = tuple[str, ...]  # the picks of one member
Thing = TypeVar("Thing", bound=Hashable)


def agreed(turn: Turn, ballots: Sequence[Ballot]) -> Ballot:
    """What a team answers to `turn` when its members cast `ballots`, each of them legal.

    The speaker's ballot comes first, and decides ties. One pick goes to the commonest; of several,
    each that more than half want; each left of a pairing to its commonest partners; an order by
    the sum of places (Borda count); of amounts the median.
    """
    if turn.kind is TurnKind.AMOUNT:
        return (_median(ballots),)
    if turn.kind is TurnKind.ORDER:
        return _borda(ballots)
    if turn.kind in (TurnKind.CHOOSE, TurnKind.MARK):
        if turn.kind is TurnKind.CHOOSE and turn.most == 1:
            return _commonest(ballots)
        most = len(turn.options) if turn.kind is TurnKind.MARK else turn.most
        return _wanted(ballots, 0 if turn.kind is TurnKind.MARK else turn.least, most)
    return _by_left(ballots)


def _commonest(given: Sequence[Thing]) -> Thing:
    """The commonest of `given`, the earliest in a tie."""
    return max(given, key=lambda one: (given.count(one), -given.index(one)))


def _wanted(ballots: Sequence[Ballot], least: int, most: int) -> Ballot:
    votes = _first_seen(pick for ballot in ballots for pick in ballot)
    ranked = sorted(
        votes,
        key=lambda pick: (-sum(pick in b for b in ballots), pick not in ballots[0]),
    )
    wanted = [pick for pick in ranked if _has_majority(pick, ballots)]
    return tuple(ranked[: min(most, max(least, len(wanted)))])


def _has_majority(pick: str, ballots: Sequence[Ballot]) -> bool:
    twice = 2 * sum(pick in ballot for ballot in ballots)
    return twice > len(ballots) or (twice == len(ballots) and pick in ballots[0])


def _by_left(ballots: Sequence[Ballot]) -> Ballot:
    lefts = _first_seen(pick.partition("~")[0] for ballot in ballots for pick in ballot)
    agreed_on: list[str] = []
    for left in lefts:
        partners = [tuple(p for p in b if p.partition("~")[0] == left) for b in ballots]
        agreed_on += _commonest([tuple(sorted(given)) for given in partners])
    return tuple(agreed_on)


def _borda(ballots: Sequence[Ballot]) -> Ballot:
    def place(pick: str) -> tuple[int, int]:
        return sum(ballot.index(pick) for ballot in ballots), ballots[0].index(pick)

    return tuple(sorted(ballots[0], key=place))


def _median(ballots: Sequence[Ballot]) -> str:
    """The middle number; of two middle ones the one that is nearer to the speaker's."""
    numbers = sorted(int(ballot[0]) for ballot in ballots)
    middle = numbers[(len(numbers) - 1) // 2 : len(numbers) // 2 + 1]
    speakers = int(ballots[0][0])
    return str(min(middle, key=lambda number: abs(number - speakers)))


def _first_seen(picks: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(picks))
