"""Aiken: a line with the question, lines with lettered answers, and a line with the right letter.

Who wrote the indictment?
A. The court clerk
B. The prosecutor
ANSWER: B
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from game.authoring.quizzes.question import (
    Basket,
    Choice,
    Question,
    Taken,
    choosing,
    tidy,
)
from game.scenario.choices import Soundness
from game.scenario.words import T, Words

ANSWER = re.compile(r"\s*(?:ANSWER|Answer|答案)\s*[:：]\s*(.*)")
CHOICE = re.compile(r"\s*([A-Z])\s*[).．、）][ \t\u3000]*(.*)")
LETTERS = re.compile(r"[A-Z](?:[\s,，、;；]*[A-Z])*[.。]?")


class _Draft(Struct):
    """A question of which the right letter is still to come."""

    line: int = 0
    text: list[str] = field(default_factory=list)
    choices: dict[str, str] = field(default_factory=dict)
    fault: Words | None = None

    @property
    def place(self) -> Words:
        return T("line {n}", n=self.line)


def read(text: str) -> Taken:
    """The questions that `text` holds in the Aiken form."""
    basket, draft = Basket(), _Draft()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if found := ANSWER.fullmatch(line):
            draft.line = draft.line or number
            _finish(draft, found[1].strip(), basket)
            draft = _Draft()
        elif found := CHOICE.fullmatch(line):
            draft.line = draft.line or number
            _choice(draft, found[1], tidy(found[2]))
        else:
            if draft.choices:
                _unfinished(draft, basket)
                draft = _Draft()
            draft.line = draft.line or number
            draft.text.append(tidy(line))
    if draft.line:
        _unfinished(draft, basket)
    return basket.taken


def _choice(draft: _Draft, letter: str, says: str) -> None:
    if letter in draft.choices:
        draft.fault = T("the letter {letter} stands before two answers", letter=letter)
    draft.choices[letter] = says


def _unfinished(draft: _Draft, basket: Basket) -> None:
    if draft.choices:
        basket.lose(draft.place, T("the line “ANSWER:” with the right letter is missing"))
    else:
        basket.lose(draft.place, T("no answers follow; they start with a letter, as in “A. Yes”"))


def _finish(draft: _Draft, given: str, basket: Basket) -> None:
    letters = set(re.findall("[A-Z]", given)) if LETTERS.fullmatch(given) else set()
    if draft.fault:
        basket.lose(draft.place, draft.fault)
    elif not letters or not letters <= draft.choices.keys():
        basket.lose(draft.place, T("no answer has the letter “{letter}”", letter=given[:9]))
    else:
        choices = tuple(
            Choice(says, Soundness.YES if letter in letters else Soundness.NO)
            for letter, says in draft.choices.items()
        )
        text = " ".join(draft.text)
        basket.take(Question(text, choosing(choices), choices, place=draft.place))
