"""Questions are written in GIFT, so that Moodle and its relatives can take them."""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.quizzes import signs
from game.authoring.quizzes.gift import WEIGHT
from game.authoring.quizzes.question import Basket, Choice, Kind, Question, Written, sound_among
from game.scenario.choices import Soundness
from game.scenario.words import T

PLAIN = "[plain]"
FULL_SHARE, MOST_SHARES = 100, 10  # Moodle knows the shares from 100 % down to a tenth


def written(questions: Iterable[Question]) -> Written:
    """`questions` as the text of a GIFT file, and what has no place in it."""
    basket = Basket()
    blocks = [_block(question, basket) for question in questions if basket.take(question)]
    return Written("\n".join(blocks), len(blocks), basket.taken.remarks)


def _block(question: Question, basket: Basket) -> str:
    title = f"::{signs.protected(question.title)}::" if question.title else ""
    lines = [*_answers(question, basket)]
    if question.explanation:
        lines.append("####" + _part(question.explanation))
    return "\n".join([f"{title}{_asked(question)} {{{lines[0]}", *lines[1:], "}", ""])


def _asked(question: Question) -> str:
    """The question's text. Where it might be taken for HTML or a remark, it says that it is not."""
    text = question.text
    if question.amount and question.amount.unit:
        text = f"{text} ({question.amount.unit})"
    is_marked = any(sign in part for part in _texts(question) for sign in "<&")
    if is_marked or text.startswith("//") or signs.FORMAT.match(text):
        return PLAIN + signs.protected(text)
    return signs.protected(text)


def _texts(question: Question) -> Iterable[str]:
    yield question.text
    yield question.explanation
    for choice in question.choices:
        yield from (choice.says, choice.because)
    for pair in question.pairs:
        yield from pair
    yield from question.order


def _part(text: str) -> str:
    return (PLAIN if signs.FORMAT.match(text) else "") + signs.protected(text)


def _answers(question: Question, basket: Basket) -> Iterable[str]:
    if question.kind is Kind.AMOUNT and question.amount:
        low, high = question.amount.exact
        yield f"#{low}" if low == high else f"#{low}..{high}"
        if question.amount.offered:
            basket.note(question.place, T("the range of numbers on offer has no place there"))
        return
    yield ""
    if question.kind is Kind.PAIRS:
        yield from (_pair(question, left, right, basket) for left, right in question.pairs)
    elif question.kind is Kind.ORDER:
        basket.note(question.place, T("the order becomes pairs of number and text"))
        for number, text in enumerate(question.order, 1):
            yield f"={number} -> {_part(text)}"
    else:
        yield from (_choice(question, choice, basket) for choice in question.choices)


def _pair(question: Question, left: str, right: str, basket: Basket) -> str:
    if "->" in left:
        basket.note(question.place, T("-> in an answer becomes →"))
        left = left.replace("->", "→")
    return f"={_part(left)} -> {_part(right)}"


def _choice(question: Question, choice: Choice, basket: Basket) -> str:
    because = f" #{_part(choice.because)}" if choice.because else ""
    return f"{_sign(question, choice, basket)}{_part(choice.says)}{because}"


def _sign(question: Question, choice: Choice, basket: Basket) -> str:
    """What stands before an answer: whether it is right, and its share of the marks."""
    if question.kind is Kind.ONE:
        if choice.sound is Soundness.YES:
            return "="
        if choice.sound is Soundness.PARTLY:
            return "~%25%"
        return "~%0%" if WEIGHT.match(choice.says) else "~"
    share = FULL_SHARE / min(sound_among(question.choices), MOST_SHARES)
    if choice.sound is Soundness.PARTLY:
        basket.note(question.place, T("an answer that is half right counts nothing there"))
        return "~%0%"
    sign = "" if choice.sound is Soundness.YES else "-"
    return f"~%{sign}{share:.5f}".rstrip("0").rstrip(".") + "%"
