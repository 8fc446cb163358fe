"""Advice says what to play next, and why: first against the trick that still gets past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from game.scenario.names import Level
from game.scenario.proceedings import side
from game.scenario.steps import Role
from game.scenario.tricks import TRICKS
from game.scenario.words import T, Words, put
from game.session.cards import LEVELS, Card, ease
from game.session.progress import Progress

ENOUGH = 0.75  # of the tricks of a kind caught: that kind needs no practice
GOOD_MARKS = 90
FIRST = T("“{case}” is a good case to begin with.")
TRICK = T(
    "“{trick}” still gets past you. You meet it again in “{case}”, with other people and other "
    "words. Look twice."
)
SEAT = T(
    "You know “{case}” as {role}. Take the other chair: for {other} the same facts look different."
)
SAME_LEVEL = T("You have not tried “{case}” yet. It asks about as much as the last one.")
EASIER = T("You have not tried “{case}” yet. It is a little easier, and has tricks of its own.")
NEXT_LEVEL = T("You are ready for something harder: “{case}”.")
AGAIN = T("In “{case}” you had {n} of 100 as {role}. Now you know how the court works: beat it.")


class Advice(Struct, frozen=True):
    """A seat in a case, and in one or two sentences why."""

    case: str
    role: Role
    why: Words


def advise(cards: Iterable[Card], progress: Progress) -> Advice | None:
    """What to play after all that is in `progress`; None where there is nothing left to do."""
    shelf = sorted(cards, key=lambda card: ease(card.case, card.cuts))
    return next(_ideas(shelf, progress), None)


def _ideas(shelf: Sequence[Card], progress: Progress) -> Iterator[Advice]:
    """Everything that may be advised, the most useful first."""
    if not progress.played:
        for card in sorted(shelf, key=lambda card: not card.case.is_trial):
            yield Advice(card.case.id, Role.JUDGE, _about(FIRST, card))
        return
    known = set(progress.cases)
    fresh = [card for card in shelf if card.case.id not in known]
    last = next((card for card in shelf if card.case.id == progress.played[-1].case), None)
    level = _level(last) if last else 0
    within_reach = [card for card in fresh if _level(card) <= level + 1]
    yield from _against_tricks(within_reach, progress)
    if last is not None:
        yield from _other_seats(last, progress)
    for card in sorted(fresh, key=lambda card: abs(_level(card) - level)):
        step = _level(card) - level
        words = NEXT_LEVEL if step > 0 else SAME_LEVEL if step == 0 else EASIER
        yield Advice(card.case.id, _seat_in(card, progress), _about(words, card))
    for card in shelf:
        yield from _other_seats(card, progress)
    yield from _weakest(shelf, progress)


def _against_tricks(cards: Sequence[Card], progress: Progress) -> Iterator[Advice]:
    names = dict(TRICKS)
    for kind, found in progress.tricks.items():
        if kind in names and found.caught < ENOUGH * found.met:
            for card in cards:
                if kind in card.tricks:
                    why = _about(TRICK, card, trick=names[kind])
                    yield Advice(card.case.id, _seat_in(card, progress), why)


def _other_seats(card: Card, progress: Progress) -> Iterator[Advice]:
    """The seats of the case that were not taken yet."""
    best = progress.best(card.case.id)
    if not best or not card.case.is_trial:
        return
    known = side(card.case.proceeding, next(iter(best)))
    for role in Role:
        if role not in best:
            other = side(card.case.proceeding, role).within
            yield Advice(card.case.id, role, _about(SEAT, card, role=known.name, other=other))


def _weakest(shelf: Sequence[Card], progress: Progress) -> Iterator[Advice]:
    had = [(n, card, role) for card in shelf for role, n in progress.best(card.case.id).items()]
    for n, card, role in sorted(had, key=lambda each: each[0]):
        if n < GOOD_MARKS:
            name = side(card.case.proceeding, role).name
            yield Advice(card.case.id, role, _about(AGAIN, card, n=n, role=name))


def _seat_in(card: Card, progress: Progress) -> Role:
    """The seat that was taken least often; an exercise is the same from each."""
    taken = [one.role for one in progress.played]
    return min(Role, key=taken.count) if card.case.is_trial else Role.JUDGE


def _level(card: Card) -> int:
    return LEVELS.index(Level(card.case.level))


def _about(words: Words, card: Card, **fill: Words | str | int) -> Words:
    return put(words, case=card.case.title, **fill)
