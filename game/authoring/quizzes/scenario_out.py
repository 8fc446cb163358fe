"""Questions become a scenario that holds nothing but quizzes, and that can be played at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import chain

from msgspec.structs import replace

from game.authoring.quizzes.question import Amount, Basket, Kind, Question, Taken
from game.scenario.choices import Soundness
from game.scenario.phrases import cut
from game.scenario.source import STRAY
from game.scenario.spans import SUSPECT
from game.scenario.words import T, Translate, Words

A_SCENE = 10  # questions of a scene, which take about ten minutes
LONGEST = 240  # minutes that a case may take
NO_BREAK = "\u00a0"  # keeps brackets from being read as a span, and looks like a blank
MISREAD = re.compile(
    r"(?<=[】］])[ \u3000]*(?=[(（])|(?<=[(（])(?= *(?:trap|honest|law) *[:：])", re.IGNORECASE
)
MARK = T("write your own reason")
PEOPLE = (
    ("lin", T("Judge Lin"), "presiding_judge", "judge_woman"),
    ("zhou", T("Prosecutor Zhou"), "prosecutor", "prosecutor_woman"),
    ("shen", T("Lawyer Shen"), "defender", "lawyer_man"),
)


def written(
    taken: Taken, name: str, title: str, language: str, speak: Translate
) -> tuple[str, Taken]:
    """The scenario called `name` as YAML, and the questions as it has them, with new remarks.

    `speak` puts what the file lacks into its language.
    """
    basket = Basket()
    basket.remarks += taken.remarks
    completed = [_completed(question, basket, speak) for question in taken.questions]
    lines = chain(_head(name, title, language, len(completed), speak), _scenes(completed, speak))
    return "\n".join(lines) + "\n", Taken(tuple(completed), basket.taken.remarks)


def _head(name: str, title: str, language: str, count: int, speak: Translate) -> Iterator[str]:
    def say(words: Words) -> str:
        return quoted(speak(words))

    yield "# " + speak(T("How a case is written: scenarios/README.md"))
    yield "format: 1"
    yield "id: " + name
    yield "language: " + language
    yield "title: " + quoted(title)
    yield "summary: " + say(T("Questions to answer, each with its explanation."))
    yield "level: junior  # primary, junior, senior"
    yield f"minutes: {min(LONGEST, count)}"
    yield "proceeding: criminal"
    yield "court: " + say(T("The Quiz Court"))
    yield "based_on:"
    yield "  kind: invented"
    yield "  note: " + say(T("The questions come from a file of the teacher's own."))
    yield "review:"
    yield "  law_checked: not yet"
    yield "  by: " + say(T("nobody yet"))
    yield "  status: " + say(T("Nobody has checked the law in these questions yet."))
    yield "people:"
    for key, person, part, portrait in PEOPLE:
        yield f"  {key}: {{name: {say(person)}, part: {part}, portrait: {portrait}}}"


def _scenes(questions: Sequence[Question], speak: Translate) -> Iterator[str]:
    yield "scenes:"
    for start in range(0, len(questions), A_SCENE):
        scene = questions[start : start + A_SCENE]
        title = T("Questions {first} to {last}", first=start + 1, last=start + len(scene))
        yield f"  - id: part_{start // A_SCENE + 1}"
        yield f"    title: {quoted(speak(title))}"
        yield "    chain: prevention"
        yield f"    minutes: {len(scene)}"
        yield "    beats:"
        for question in scene:
            yield from ("      " + line for line in _quiz(question, speak))


def _quiz(question: Question, speak: Translate) -> Iterator[str]:
    if question.title:
        yield "# " + STRAY.sub(" ", " ".join(question.title.split()))
    yield "- quiz:"
    yield "    ask: " + quoted(question.text)
    yield "    because: " + _reason(question.explanation, _why(question), speak)
    if question.choices:
        yield "    choices:"
        yield from ("      " + line for line in _choices(question, speak))
    if question.order:
        yield "    order:"
        yield from ("      - " + quoted(text) for text in question.order)
    if question.pairs:
        yield "    pairs:"
        for left, right in question.pairs:
            yield "      - left: " + quoted(left)
            yield "        right: " + quoted(right)
    if question.amount and question.amount.offered:
        least, most = question.amount.offered
        low, high = question.amount.exact
        yield "    amount:"
        yield f"      offered: [{least}, {most}]"
        yield f"      exact: [{low}, {high}]"
        yield "      unit: " + quoted(question.amount.unit)


def _choices(question: Question, speak: Translate) -> Iterator[str]:
    # The ids must not tell the place, since many teachers write the right answer first.
    alphabet = sorted(choice.says for choice in question.choices)
    for choice in question.choices:
        yield f"c{alphabet.index(choice.says) + 1}:"
        yield "  says: " + quoted(choice.says)
        if choice.sound is not Soundness.NO:
            yield f"  sound: {choice.sound}"
        if choice.because or choice.sound is not Soundness.YES:
            yield "  because: " + _reason(choice.because, _why(question), speak)


def _reason(given: str, stand_in: Words, speak: Translate) -> str:
    """The reason that the file gives, or a stand-in with a mark to look for."""
    return quoted(given) if given else f"{quoted(speak(stand_in))}  # {speak(MARK)}"


def _why(question: Question) -> Words:
    """What can be said of the right answer without knowing why it is right."""
    right = [cut(choice.says) for choice in question.choices if choice.sound is Soundness.YES]
    if question.kind is Kind.ONE:
        return T("The right answer is “{right}”.", right=right[0])
    if question.kind is Kind.SEVERAL:
        return T("The right answers are: {right}.", right=" / ".join(right))
    if question.kind is Kind.AMOUNT and question.amount:
        low, high = question.amount.exact
        if low == high:
            return T("The right number is {n}.", n=low)
        return T("Right is every number from {least} to {most}.", least=low, most=high)
    return T("Compare your answer with the right one.")


def lacks_reasons(question: Question) -> bool:
    """Whether the file has a stand-in for a reason in `question`."""
    decoys = (choice for choice in question.choices if choice.sound is not Soundness.YES)
    return not question.explanation or any(not choice.because for choice in decoys)


def _completed(question: Question, basket: Basket, speak: Translate) -> Question:
    amount = question.amount
    if amount is None:
        return question
    offered, unit = amount.offered or _range(amount, question.text), amount.unit
    if not amount.offered or not unit:
        message = T(
            "the file gives no range or unit; check “offered: [{least}, {most}]” and “unit:”",
            least=offered[0],
            most=offered[1],
        )
        basket.note(question.place, message)
    unit = unit or speak(T("in figures"))
    return replace(question, amount=replace(amount, offered=offered, unit=unit))


def _range(amount: Amount, text: str) -> tuple[int, int]:
    """Numbers to choose from. Where the right one lies among them follows from the text alone."""
    low, high = amount.exact
    wide = max(20, 10 * (high - low + 1))
    share = sha256(text.encode()).digest()[0] / 255
    least = low - int(share * (wide - (high - low)))
    if low >= 0:
        least = max(0, least)
    return least, least + wide


def quoted(text: str) -> str:
    """`text` in double quotes, as YAML reads it, with nothing in it that a scenario would link."""
    return json.dumps(spanless(text), ensure_ascii=False)


def spanless(text: str) -> str:
    """`text` in which no brackets are taken for a span such as `[words](law:id)`."""
    if not SUSPECT.search(text) and "\\" not in text:
        return text
    return MISREAD.sub(NO_BREAK, text).replace("[", "\\[").replace("]", "\\]")
