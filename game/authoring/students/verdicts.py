"""What there is to say about a question that a class of made-up students has answered."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from game.learning.questions import Question, is_one_decision
from game.learning.signs import Sign
from game.scenario.words import T, Words

TELLS = 0.15  # the least correlation with the rest of the marks
EASY, HARD = 0.95, 0.15
GUESSED = 0.2  # more right answers without reading than by lot
MET = 0.5  # of the class: who comes to fewer questions is a choice of students, not the class
SURE, COIN = 0.95, 0.45  # shares by lot: whatever is picked is right; nearly a coin

SIGNS = {
    Sign.LENGTH: T("the sound choice is by far the longest"),
    Sign.NAMES: T("only the sound choice names an exhibit, a law or a number"),
    Sign.ECHO: T("only the sound choice repeats words of the question"),
    Sign.CAREFUL: T("only the sound choice does without words like “always” and “never”"),
    Sign.PLACE: T("the sound choice stands first, as in all the role's turns of this kind"),
}
CURES = {
    Sign.LENGTH: T("lengthen a decoy, or shorten the sound choice"),
    Sign.NAMES: T("let a decoy name one as well"),
    Sign.ECHO: T("let a decoy repeat them as well"),
    Sign.CAREFUL: T("take such words out of a decoy"),
    Sign.PLACE: T("let it stand elsewhere in some of them"),
}


class Flag(StrEnum):
    WEAK = "weak"
    GUESSED = "guessed"
    EASY = "easy"
    HARD = "hard"
    ASTRAY = "astray"
    SELDOM = "seldom"


class Verdict(Struct, frozen=True):
    """One finding about a question, and how to mend it where the form shows how."""

    flag: Flag
    says: Words
    cure: Words | None = None


def verdicts(question: Question, students: int) -> Iterator[Verdict]:
    """The findings about `question`, which was put to some of so many `students`."""
    if question.r is None or question.students < MET * students:
        says = T(
            "Only {n}% of the students come to this question, so it is not judged.",
            n=percent(question.students / students),
        )
        yield Verdict(Flag.SELDOM, says)
        return
    if question.r < TELLS:
        says = T("This question does not tell who has read from who has not: {why}.",
                 why=_why(question))  # fmt: skip
        yield Verdict(Flag.WEAK, says, _cure(question))
    elif question.telling and question.unread >= question.chance + GUESSED:
        says = T("Who has not read can guess this question: {why}.", why=_signs(question))
        yield Verdict(Flag.GUESSED, says, _cure(question))
    yield from _too_easy_or_hard(question)


def _too_easy_or_hard(question: Question) -> Iterator[Verdict]:
    n, lot = percent(question.right), percent(question.chance)
    whole = is_one_decision(question.ask)
    if question.right > EASY:
        says = T("This question is too easy: {n}% have it right.", n=n)
        part = T("This question is too easy: the class earns {n}% of its marks.", n=n)
        yield Verdict(Flag.EASY, says if whole else part)
    elif question.right < HARD:
        says = T("This question is too hard: {n}% have it right.", n=n)
        part = T("This question is too hard: the class earns {n}% of its marks.", n=n)
        yield Verdict(Flag.HARD, says if whole else part)
    elif question.right < question.chance:
        says = T(
            "This question leads astray: {n}% have it right, and by lot it would be {lot}%.",
            n=n,
            lot=lot,
        )
        yield Verdict(Flag.ASTRAY, says)


def percent(share: float) -> int:
    return round(100 * share)


def _why(question: Question) -> Words:
    if question.chance >= SURE:
        return T("whatever is picked earns full marks")
    if question.telling:
        return _signs(question)
    if question.right > EASY:
        return T("nearly everybody has it right")
    if question.right < HARD:
        return T("hardly anybody has it right")
    if question.chance >= COIN:
        return T("there is so little to choose from that guessing does it")
    return T("able and weak students do about equally well")


def _signs(question: Question) -> Words:
    first, *others = (SIGNS[sign] for sign in question.telling)
    for other in others:
        first = T("{one}, and {other}", one=first, other=other)
    return first


def _cure(question: Question) -> Words | None:
    if question.telling and question.chance < SURE:
        return CURES[question.telling[0]]
    return T("add something to choose from") if question.chance >= COIN else None
