"""GIFT, the question format of Moodle, is read here: a question, then answers in curly brackets.

Documented at docs.moodle.org/en/GIFT_format. Questions are parted by blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from game.authoring.quizzes import signs
from game.authoring.quizzes.numbers import amount
from game.authoring.quizzes.question import (
    Basket,
    Choice,
    Kind,
    Question,
    Taken,
    choosing,
    sound_among,
    tidy,
)
from game.scenario.choices import Soundness
from game.scenario.words import T, Words

CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)")
WEIGHT = re.compile(r"\s*%(-?[0-9]{1,3}(?:\.[0-9]{1,9})?)%")
TRUE_OR_FALSE = re.compile(r"(T|TRUE|F|FALSE)", re.IGNORECASE)
GAP = "_____"
FULL = 100.0


class Draft(Struct):
    """A question while it is being read; signs that a backslash protected are hidden in it."""

    basket: Basket
    place: Words
    text: str
    answers: str
    title: str = ""
    explanation: str = ""
    form: str = ""

    def plain(self, raw: str) -> str:
        """What a part of the question says, in its format or else the question's."""
        text, _, has_picture = signs.plain(raw, self.form)
        if has_picture:
            self.note(T("a picture or a sound is left out"))
        return text

    def note(self, says: Words) -> None:
        self.basket.note(self.place, says)

    def lose(self, says: Words) -> None:
        self.basket.lose(self.place, says)


def read(text: str, labels: tuple[str, str] = ("True", "False")) -> Taken:
    """The questions that `text` holds in GIFT; `labels` are the answers of true or false."""
    basket = Basket()
    for number, lines in _blocks(text):
        place = T("line {n}", n=number)
        if draft := _draft(lines, place, basket):
            _answers(draft, labels)
        if basket.overflown:
            break
    return basket.taken


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines between blank ones, without remarks, and the number of the first."""
    start, block = 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if not line.strip():
            if block:
                yield start, block
            block = []
        elif not line.lstrip().startswith("//"):
            start = start if block else number
            block.append(line)


def _draft(lines: list[str], place: Words, basket: Basket) -> Draft | None:
    """The question in `lines`, split into its parts; None where there is nothing to ask."""
    if found := CATEGORY.fullmatch(lines[0]):
        message = T("the category “{name}” has no place in a case", name=tidy(found[1])[:60])
        basket.note(place, message)
        lines = lines[1:]
    title, text = _title(signs.hidden("\n".join(lines).strip()))
    if not text:
        return None
    if fault := _brackets(text):
        basket.lose(place, fault)
        return None
    before, _, rest = text.partition("{")
    answers, _, after = rest.partition("}")
    gap = GAP if after.strip() else ""
    answers, _, explanation = _last(answers.strip(), "####")
    draft = Draft(basket, place, "", answers, title)
    asked, draft.form, has_picture = signs.plain(before + gap + after)
    draft.text = asked
    if has_picture:
        draft.note(T("a picture or a sound is left out"))
    draft.explanation = draft.plain(explanation)
    return draft


def _title(text: str) -> tuple[str, str]:
    if text.startswith("::"):
        title, closed, rest = text[2:].partition("::")
        if closed:
            return " ".join(tidy(signs.shown(title)).split()), rest.strip()
    return "", text


def _brackets(text: str) -> Words | None:
    """What is wrong with the curly brackets of `text`."""
    opened, closed = text.count("{"), text.count("}")
    if not opened and not closed:
        return T("this is a text without answers in curly brackets, so nothing is asked")
    if opened != closed or text.index("{") > text.index("}"):
        return T("a curly bracket is not closed, or closed without being opened")
    if opened > 1:
        return T("there are several pairs of curly brackets; a question has one")
    return None


def _last(text: str, sign: str) -> tuple[str, str, str]:
    """`text` before and after the last `sign`; all of it stands before where there is none."""
    at = text.rfind(sign)
    return (text, "", "") if at < 0 else (text[:at].strip(), sign, text[at + len(sign) :])


def _answers(draft: Draft, labels: tuple[str, str]) -> None:
    """Take the question that `draft` is, as the kind that its answers show."""
    body = draft.answers
    if not body:
        draft.lose(T("an essay cannot be marked by the game"))
    elif body.startswith("#"):
        _amount(draft)
    elif "~" in body:
        _choices(draft)
    elif "=" in body and "->" in body:
        _pairs(draft)
    elif found := TRUE_OR_FALSE.fullmatch(body.partition("#")[0].strip()):
        _true_or_false(draft, found[1].upper().startswith("T"), labels)
    else:
        draft.lose(T("an answer that is typed in words cannot be marked by the game"))


def _choices(draft: Draft) -> None:
    """Several answers, where none has all the marks; else one, with part marks for others."""
    has_whole = "=" in draft.answers
    entries = _entries(draft.answers)
    weights: list[float] = []
    choices: list[Choice] = []
    for sign, entry in entries:
        weight, entry = _weight(entry) if sign == "~" else (FULL, entry)
        says, _, because = entry.partition("#")
        weights.append(weight)
        sound = _soundness(weight, has_whole)
        choices.append(Choice(draft.plain(says), sound, draft.plain(because)))
    if len(choices) > 1 and _is_uneven(weights, has_whole):
        draft.note(T("the weights of its answers are not kept"))
    if has_whole and sound_among(tuple(choices)) > 1:
        draft.note(T("several answers are right: here all of them are to be picked"))
    _take(draft, choosing(tuple(choices)), choices=tuple(choices))


def _entries(body: str) -> Iterator[tuple[str, str]]:
    """The answers in `body`, each with the sign before it."""
    parts = re.split("([~=])", body)
    if parts[0].strip():
        yield "~", parts[0]
    yield from zip(parts[1::2], parts[2::2], strict=True)


def _weight(entry: str) -> tuple[float, str]:
    if found := WEIGHT.match(entry):
        return float(found[1]), entry[found.end() :]
    return 0.0, entry


def _soundness(weight: float, has_whole: bool) -> Soundness:
    if weight <= 0:
        return Soundness.NO
    return Soundness.PARTLY if has_whole and weight < FULL else Soundness.YES


def _is_uneven(weights: list[float], has_whole: bool) -> bool:
    """Whether the weights say more than right, half right (a quarter of the marks) and wrong."""
    if has_whole:
        return not set(weights) <= {FULL, 25.0, 0.0}
    right = [weight for weight in weights if weight > 0]
    wrong = [weight for weight in weights if weight <= 0]
    return any(max(some) - min(some) > 1 for some in (right, wrong) if some)


def _true_or_false(draft: Draft, is_true: bool, labels: tuple[str, str]) -> None:
    """Two answers. Feedback to the wrong answer comes first, then feedback to the right one."""
    _, _, feedback = draft.answers.partition("#")
    wrong, _, right = feedback.partition("#")
    draft.note(T("true or false can be guessed; add a third answer, or ask for the reason"))
    choices = tuple(
        Choice(label, Soundness.YES, draft.plain(right))
        if truth is is_true
        else Choice(label, Soundness.NO, draft.plain(wrong))
        for label, truth in zip(labels, (True, False), strict=True)
    )
    _take(draft, Kind.ONE, choices=choices)


def _pairs(draft: Draft) -> None:
    pairs = []
    for sign, entry in _entries(draft.answers):
        before, arrow, after = entry.partition("->")
        left, right = draft.plain(before), draft.plain(after)
        if sign != "=" or not arrow:
            draft.lose(T("a line of the pairs lacks its = or its ->"))
            return
        if left:
            pairs.append((left, right))
        else:
            draft.note(T("“{answer}” belongs to nothing and is left out", answer=right[:40]))
    _take(draft, Kind.PAIRS, pairs=tuple(pairs))


def _amount(draft: Draft) -> None:
    entries = _entries(draft.answers[1:])
    found, feedback, remarks = amount(list(entries))
    for remark in remarks:
        draft.note(remark)
    said = draft.plain(feedback)
    if said and draft.explanation:
        draft.note(T("the feedback to a number is left out"))
    draft.explanation = draft.explanation or said
    _take(draft, Kind.AMOUNT, amount=found)


def _take(draft: Draft, kind: Kind, **parts: Any) -> None:
    question = Question(
        draft.text,
        kind,
        explanation=draft.explanation,
        title=draft.title,
        place=draft.place,
        **parts,
    )
    draft.basket.take(question)
