"""Questions are written as Moodle XML, which Moodle takes without asking back."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from game.authoring.quizzes.gift_out import FULL_SHARE, MOST_SHARES
from game.authoring.quizzes.question import (
    Amount,
    Basket,
    Choice,
    Kind,
    Question,
    Written,
    sound_among,
)
from game.scenario.choices import Soundness
from game.scenario.words import T

TYPES = {
    Kind.ONE: "multichoice",
    Kind.SEVERAL: "multichoice",
    Kind.ORDER: "matching",
    Kind.PAIRS: "matching",
    Kind.AMOUNT: "numerical",
}
LONGEST_NAME = 60  # characters of a question that become its name in Moodle's lists


def written(questions: Iterable[Question]) -> Written:
    """`questions` as the text of a Moodle XML file, and what has no place in it."""
    basket = Basket()
    quiz = Element("quiz")
    for question in questions:
        if basket.take(question):
            _question(SubElement(quiz, "question", type=TYPES[question.kind]), question, basket)
    indent(quiz)
    text = '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(quiz, encoding="unicode") + "\n"
    return Written(text, len(basket.questions), basket.taken.remarks)


def _question(at: Element, question: Question, basket: Basket) -> None:
    name = question.title or " ".join(question.text.split())[:LONGEST_NAME]
    _text(SubElement(at, "name"), name)
    asked = question.text
    if question.amount and question.amount.unit:
        asked = f"{asked} ({question.amount.unit})"
    _formatted(at, "questiontext", asked)
    _formatted(at, "generalfeedback", question.explanation)
    SubElement(at, "defaultgrade").text = "1"
    if question.amount:
        _amount(at, question, question.amount, basket)
    elif question.kind is Kind.PAIRS:
        _pairs(at, question.pairs)
    elif question.kind is Kind.ORDER:
        basket.note(question.place, T("the order becomes pairs of number and text"))
        _pairs(at, [(str(number), text) for number, text in enumerate(question.order, 1)])
    else:
        _choices(at, question, basket)


def _text(at: Element, text: str) -> None:
    SubElement(at, "text").text = text


def _formatted(at: Element, tag: str, text: str) -> Element:
    element = SubElement(at, tag, format="plain_text")
    _text(element, text)
    return element


def _amount(at: Element, question: Question, amount: Amount, basket: Basket) -> None:
    low, high = amount.exact
    answer = SubElement(at, "answer", fraction="100", format="plain_text")
    _text(answer, f"{(low + high) / 2:.1f}".removesuffix(".0"))
    SubElement(answer, "tolerance").text = f"{(high - low) / 2:.1f}".removesuffix(".0")
    if amount.offered:
        basket.note(question.place, T("the range of numbers on offer has no place there"))


def _pairs(at: Element, pairs: Iterable[tuple[str, str]]) -> None:
    SubElement(at, "shuffleanswers").text = "true"
    for left, right in pairs:
        part = _formatted(at, "subquestion", left)
        _text(SubElement(part, "answer"), right)


def _choices(at: Element, question: Question, basket: Basket) -> None:
    is_single = question.kind is Kind.ONE
    SubElement(at, "single").text = "true" if is_single else "false"
    SubElement(at, "shuffleanswers").text = "true"
    for choice in question.choices:
        if not is_single and choice.sound is Soundness.PARTLY:
            message = T("an answer that is half right counts nothing there")
            basket.note(question.place, message)
        share = _share(choice, question, is_single)
        answer = SubElement(at, "answer", fraction=share, format="plain_text")
        _text(answer, choice.says)
        _formatted(answer, "feedback", choice.because)


def _share(choice: Choice, question: Question, is_single: bool) -> str:
    """The percent of the marks that a choice brings."""
    if is_single:
        shares = {Soundness.YES: "100", Soundness.PARTLY: "25", Soundness.NO: "0"}
        return shares[choice.sound]
    share = FULL_SHARE / min(sound_among(question.choices), MOST_SHARES)
    worth = {Soundness.YES: share, Soundness.PARTLY: 0.0, Soundness.NO: -share}
    return f"{worth[choice.sound]:.5f}".rstrip("0").rstrip(".")
