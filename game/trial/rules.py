"""What may be done: an action is legal or there is a reason why not, said once, here."""

from __future__ import annotations

from enum import Enum

from game.scenario.steps import Ask, Links, Role, TurnKind
from game.scenario.words import T, Words
from game.trial.record import Move, Trial, after, available, is_over, open_ask
from game.trial.view import Action


class Refusal(Enum):
    """Why an action is illegal; its value is the sentence that the seat reads."""

    OVER = T("The trial is over.")
    NOT_YOUR_TURN = T("It is not your turn.")
    STALE = T("The trial has moved on. Have another look.")
    NOT_OFFERED = T("That was not on offer.")
    TWICE = T("The same thing cannot be picked twice.")
    TOO_FEW = T("That is not enough yet.")
    TOO_MANY = T("That is too much.")
    UNEVEN = T("Everything on the left needs its partner.")

    @property
    def words(self) -> Words:
        return self.value


class IllegalAction(Exception):
    """Raised by `play` for an action that the court refuses; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal.words))
        self.refusal = refusal


def play(trial: Trial, action: Action) -> Trial:
    """The trial after `action`; `trial` itself is unchanged.

    Raises IllegalAction with the reason if `refusal` has one.
    """
    if reason := refusal(trial, action):
        raise IllegalAction(reason)
    ask = open_ask(trial, action.role)
    assert ask is not None
    return after(trial, Move(action.role, action.picks, ask.key))


def refusal(trial: Trial, action: Action) -> Refusal | None:
    """Why the court would refuse `action`, or None if it is legal."""
    if is_over(trial):
        return Refusal.OVER
    if is_stale(trial, action.revision, action.role):
        return Refusal.STALE
    ask = open_ask(trial, action.role)
    if ask is None:
        return Refusal.NOT_YOUR_TURN
    return unfit(trial, ask, action.picks)


def is_stale(trial: Trial, revision: int, role: Role) -> bool:
    """Whether `role` has moved since `revision`, or there never was such a revision."""
    if not 0 <= revision <= len(trial.moves):
        return True
    return any(move.role is role for move in trial.moves[revision:])


def unfit(trial: Trial, ask: Ask, picks: tuple[str, ...]) -> Refusal | None:
    """Why `picks` are no answer to `ask`, or None if they are."""
    if len(set(picks)) != len(picks):
        return Refusal.TWICE
    if ask.kind is TurnKind.AMOUNT:
        return _unfit_amount(ask, picks)
    if ask.kind is TurnKind.PAIR:
        return _unfit_pairs(trial, ask, picks)
    if ask.kind is TurnKind.SPEAK:
        return _unfit_ratings(ask, picks)
    offered = {choice.pick for choice in available(ask.choices, trial.answers)}
    if not set(picks) <= offered:
        return Refusal.NOT_OFFERED
    return _count(len(picks), ask.least, ask.most)


def _unfit_amount(ask: Ask, picks: tuple[str, ...]) -> Refusal | None:
    if len(picks) != 1:
        return Refusal.TOO_FEW if not picks else Refusal.TOO_MANY
    number = picks[0]
    if ask.range is None or not (number.isascii() and number.isdigit() and len(number) < 10):
        return Refusal.NOT_OFFERED
    numbers = range(ask.range.least, ask.range.most + 1, ask.range.step)
    return None if int(number) in numbers and str(int(number)) == number else Refusal.NOT_OFFERED


def _unfit_pairs(trial: Trial, ask: Ask, picks: tuple[str, ...]) -> Refusal | None:
    assert isinstance(ask.marking, Links)
    lefts = {c.pick: 0 for c in available(ask.choices, trial.answers)}
    rights = {c.pick for c in available(ask.right, trial.answers)}
    relations = {c.pick for c in ask.relations}
    partners = set()
    for pick in picks:
        left, _, rest = pick.partition("~")
        right, _, relation = rest.partition("~")
        if left not in lefts or right not in rights or relation not in relations:
            return Refusal.NOT_OFFERED
        lefts[left] += 1
        partners.add((left, right))
    if len(partners) != len(picks):
        return Refusal.TWICE
    fewest, most = ask.marking.each
    if any(count > most for count in lefts.values()):
        return Refusal.TOO_MANY
    return Refusal.UNEVEN if rights and any(n < fewest for n in lefts.values()) else None


def _unfit_ratings(ask: Ask, picks: tuple[str, ...]) -> Refusal | None:
    offered = {f"{line.pick}~{level.pick}" for line in ask.choices for level in ask.right}
    if not set(picks) <= offered:
        return Refusal.NOT_OFFERED
    rated = {pick.partition("~")[0] for pick in picks}
    if len(rated) < len(picks):
        return Refusal.TWICE
    return Refusal.TOO_FEW if len(rated) < len(ask.choices) else None


def _count(count: int, least: int, most: int) -> Refusal | None:
    if count < least:
        return Refusal.TOO_FEW
    return Refusal.TOO_MANY if count > most else None
