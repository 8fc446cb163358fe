"""Why an answer was sound or not: every pick gets its reason, and so does what was missed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from game.scenario.steps import Answers, Ask, Choice, InOrder, Link, Links, Near, TurnKind
from game.scenario.words import T, Words, put
from game.trial.record import available
from game.trial.scoring import left_earns
from game.trial.terms import amount

QUOTED = T("“{phrase}”")
TRAP = T("A trap. {because}")
HONEST = T("Honest. {because}")
BELIEF = T("Many believe: “{belief}”")
GOES_WITH = T("The answer is “{right}”. {because}")
RATED = T("Those who listen say: {level}. It earns no marks.")
SOUND_FROM = 0.3  # half right earns 0.25


class Because(Struct, frozen=True):
    """One thing answered, whether that was sound (None: in part), and why.

    With `better` it is what would have been better, and not an answer.
    """

    quote: Words
    says: Words | None
    sound: bool | None
    better: bool = False


def reasons(ask: Ask, picks: tuple[str, ...], answers: Answers) -> tuple[Because, ...]:
    """What there is to say about `picks` as the answer to `ask` after `answers`.

    Whoever was not right hears last of the belief that may have misled them.
    """
    found = _reasons(ask, picks, answers)
    if ask.belief is None or all(reason.sound and not reason.better for reason in found):
        return found
    return (*found, Because(put(BELIEF, belief=ask.belief), None, False))


def _reasons(ask: Ask, picks: tuple[str, ...], answers: Answers) -> tuple[Because, ...]:
    if isinstance(ask.marking, Links):
        return tuple(_of_pairs(ask, ask.marking, picks, answers))
    if isinstance(ask.marking, InOrder):
        return tuple(_of_order(ask, ask.marking, picks))
    if isinstance(ask.marking, Near):
        return (_of_amount(ask, ask.marking, picks),)
    if ask.kind is TurnKind.MARK:
        return tuple(_of_marks(ask, picks))
    if ask.kind is TurnKind.SPEAK:
        return tuple(_of_ratings(ask, picks))
    return tuple(_of_choices(ask, picks, answers))


def _of_choices(ask: Ask, picks: tuple[str, ...], answers: Answers) -> Iterator[Because]:
    offered = available(ask.choices, answers)
    picked = [choice for choice in offered if choice.pick in picks]
    for choice in picked:
        yield Because(choice.label, choice.because, soundness(choice))
    told = {choice.because for choice in picked}
    for missed in _missed(ask, offered, picked):
        because = None if missed.because in told else missed.because
        yield Because(missed.label, because, True, better=True)


def _missed(ask: Ask, offered: tuple[Choice, ...], picked: list[Choice]) -> list[Choice]:
    room = ask.most - sum(soundness(c) is True for c in picked)
    missed = [c for c in offered if soundness(c) is True and c not in picked]
    return sorted(missed, key=lambda c: -c.worth)[: max(0, room)]


def soundness(choice: Choice) -> bool | None:
    """True for a sound choice, None for one that is half right, False for a decoy."""
    if choice.worth >= SOUND_FROM:
        return True
    return None if choice.worth > 0 else False


def _of_marks(ask: Ask, picks: tuple[str, ...]) -> Iterator[Because]:
    for choice in ask.choices:
        is_trap = choice.worth > 0
        because = put(TRAP if is_trap else HONEST, because=choice.because or "")
        quote = put(QUOTED, phrase=choice.label)
        yield Because(quote, because, (choice.pick in picks) is is_trap)


def _of_ratings(ask: Ask, picks: tuple[str, ...]) -> Iterator[Because]:
    """How those who listened rated a speech, line by line: the last level is the best."""
    sounds = {level.pick: None for level in ask.right} | {
        ask.right[0].pick: False,
        ask.right[-1].pick: True,
    }
    levels = {level.pick: level for level in ask.right}
    for line in ask.choices:
        given = next(p for pick in picks if (p := pick.split("~"))[0] == line.pick)[1]
        yield Because(line.label, put(RATED, level=levels[given].label), sounds[given])


def _of_pairs(
    ask: Ask, marking: Links, picks: tuple[str, ...], answers: Answers
) -> Iterator[Because]:
    whys = dict(marking.because)
    told: set[Words] = set()
    for left in available(ask.choices, answers):
        links = [link for link in marking.links if link.left == left.pick]
        given = [pick for pick in picks if pick.partition("~")[0] == left.pick]
        if not links and not given and left.pick not in whys:
            continue
        earned = left_earns(ask, left, picks, answers)
        sound = earned >= 1.0 if links else not given
        why = whys.get(left.pick) or (links[0].because if links else None)
        why = None if why in told else why
        told |= {why} if why else set()
        yield _of_left(ask, left, links, given, None if 0 < earned < 1 else sound, why)


def _of_left(
    ask: Ask,
    left: Choice,
    links: list[Link],
    given: list[str],
    sound: bool | None,
    why: Words | None,
) -> Because:
    """What there is to say about one left: with its partner if that was found, else where it is."""
    if not links:
        return Because(left.label, why, sound)
    found = [k for k in links if f"{k.left}~{k.right}~{k.relation}" in given]
    partner = _partner(ask, (found or links)[0])
    if found:
        return Because(T("{left} → {right}", left=left.label, right=partner), why, sound)
    return Because(left.label, put(GOES_WITH, right=partner, because=why or ""), sound)


def _partner(ask: Ask, link: Link) -> Words:
    """The right of `link`, with the relation where there is more than one."""
    right = next(choice for choice in ask.right if choice.pick == link.right)
    if right.plain or len(ask.relations) == 1:
        return right.label
    relation = next(choice for choice in ask.relations if choice.pick == link.relation)
    return T("{relation}: {right}", relation=relation.label, right=right.label)


def _of_order(ask: Ask, marking: InOrder, picks: tuple[str, ...]) -> Iterator[Because]:
    by_pick = {choice.pick: choice for choice in ask.choices}
    told: set[Words | None] = set()
    for number, pick in enumerate(marking.order, 1):
        choice = by_pick[pick]
        says = None if choice.because in told else choice.because
        told.add(choice.because)
        right = picks[number - 1] == pick
        yield Because(T("{n}. {step}", n=number, step=choice.label), says, right)


def _of_amount(ask: Ask, marking: Near, picks: tuple[str, ...]) -> Because:
    number = int(picks[0])
    assert ask.range is not None
    quote = amount(number, ask.range.unit)
    low, high = marking.fair
    if low <= number <= high:
        return Because(quote, marking.fair_because, True)
    if marking.lawful[0] <= number <= marking.lawful[1]:
        return Because(quote, marking.lawful_because, None)
    return Because(quote, marking.unlawful_because, False)
