"""The quizzes of a scenario are taken out of it as questions; what stays behind is named."""

from __future__ import annotations

from game.authoring.quizzes.question import (
    FILE,
    Amount,
    Basket,
    Choice,
    Kind,
    Question,
    Taken,
    choosing,
    tidy,
)
from game.scenario.beats.quiz import Quiz
from game.scenario.court import beats
from game.scenario.model import Scenario
from game.scenario.spans import plain
from game.scenario.walk import cited_laws
from game.scenario.words import TN, T, Words


def questions(case: Scenario) -> Taken:
    """The quizzes of `case` in order, numbered from 1."""
    basket = Basket()
    others = number = 0
    for _, beat in beats(case):
        if not isinstance(beat, Quiz):
            others += 1
            continue
        number += 1
        place = T("question {n}", n=number)
        if basket.take(_question(beat, place)):
            _losses(beat, place, basket)
    if others:
        other = TN(
            "{n} step is not a quiz and stays out", "{n} steps are no quizzes and stay out", others
        )
        basket.note(FILE, other)
    return basket.taken


def _question(quiz: Quiz, place: Words) -> Question:
    choices = tuple(
        Choice(_plain(offered.says), offered.sound, _plain(offered.because or ""))
        for offered in quiz.choices.values()
    )
    given = quiz.amount
    return Question(
        _plain(quiz.ask),
        _kind(quiz, choices),
        choices,
        order=tuple(_plain(text) for text in quiz.order),
        pairs=tuple((_plain(pair.left), _plain(pair.right)) for pair in quiz.pairs),
        amount=Amount(given.exact, given.offered, _plain(given.unit)) if given else None,
        explanation=_plain(quiz.because),
        place=place,
    )


def _kind(quiz: Quiz, choices: tuple[Choice, ...]) -> Kind:
    if choices:
        return choosing(choices)
    if quiz.order:
        return Kind.ORDER
    return Kind.PAIRS if quiz.pairs else Kind.AMOUNT


def _plain(text: str) -> str:
    return tidy(plain(text))


def _losses(quiz: Quiz, place: Words, basket: Basket) -> None:
    for card in cited_laws(quiz):
        basket.note(place, T("the link to the law card {card} is left out", card=card))
    if quiz.when is not None:
        basket.note(place, T("its condition “when” is left out"))
