"""A question stands between the files of others and a scenario; it knows the ways of neither."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import astuple, replace

from game.scenario.choices import Soundness
from game.scenario.source import STRAY
from game.scenario.words import T, Words

MOST = 1000  # questions of one file; a class answers fifty in a lesson
MOST_CHOICES = 26  # letters there are
LARGEST = 10**9  # the largest number that an answer may be
FILE = Words("")  # the place of what concerns a file as a whole


class Kind(StrEnum):
    ONE = "one"
    SEVERAL = "several"
    ORDER = "order"
    PAIRS = "pairs"
    AMOUNT = "amount"


class Choice(Struct, frozen=True):
    """An answer to choose, and why it is sound or not."""

    says: str
    sound: Soundness = Soundness.NO
    because: str = ""


class Amount(Struct, frozen=True):
    """A number to be given: from and to which it is right, what is on offer, what is counted."""

    exact: tuple[int, int]
    offered: tuple[int, int] | None = None
    unit: str = ""


class Question(Struct, frozen=True, eq=False):
    """A question in one of five kinds; `place` says where it was found."""

    text: str
    kind: Kind
    choices: tuple[Choice, ...] = ()
    order: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    amount: Amount | None = None
    explanation: str = ""
    title: str = ""
    place: Words = FILE

    def __eq__(self, other: object) -> bool:
        """Whether `other` asks the same, wherever either was found."""
        if not isinstance(other, Question):
            return NotImplemented
        return astuple(replace(self, place=FILE)) == astuple(replace(other, place=FILE))

    def __ne__(self, other: object) -> bool:  # a Struct has one of its own
        return not self == other


class Remark(Struct, frozen=True):
    """What did not come through, and where. It is `lost` if a whole question stayed behind."""

    place: Words
    says: Words
    lost: bool = False


class Taken(Struct, frozen=True):
    """The questions of a file, and what did not come through."""

    questions: tuple[Question, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Written(Struct, frozen=True):
    """The text of a file, how many questions it holds, and what has no place in it."""

    text: str
    questions: int
    remarks: tuple[Remark, ...] = ()


class Basket:
    """Gathers what a reader finds; a question that no quiz can ask becomes a remark."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.remarks: list[Remark] = []
        self.overflown = False

    def take(self, question: Question) -> bool:
        """Whether there was a place for `question`; if not, a remark says why."""
        reason = unfit(question)
        if reason:
            self.lose(question.place, reason)
        elif len(self.questions) < MOST:
            self.questions.append(question)
            return True
        elif not self.overflown:
            self.overflown = True
            self.lose(question.place, T("only the first {n} questions are taken", n=MOST))
        return False

    def note(self, place: Words, says: Words) -> None:
        self.remarks.append(Remark(place, says))

    def lose(self, place: Words, says: Words) -> None:
        self.remarks.append(Remark(place, says, lost=True))

    @property
    def taken(self) -> Taken:
        return Taken(tuple(self.questions), tuple(self.remarks))


def refused(says: Words, place: Words = FILE) -> Taken:
    """Nothing could be taken, and why."""
    return Taken((), (Remark(place, says, lost=True),))


def choosing(choices: tuple[Choice, ...]) -> Kind:
    """Whether one of `choices` is to be picked, or several."""
    return Kind.SEVERAL if sound_among(choices) > 1 else Kind.ONE


def sound_among(choices: tuple[Choice, ...]) -> int:
    """How many of `choices` are sound."""
    return sum(choice.sound is Soundness.YES for choice in choices)


def tidy(text: str) -> str:
    """`text` without what no editor shows, and without blanks around it."""
    return STRAY.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def unfit(question: Question) -> Words | None:
    """Why no quiz can ask `question`, or None if one can."""
    if not question.text:
        return T("the question itself is missing")
    if question.kind in (Kind.ONE, Kind.SEVERAL):
        return _unfit_choices(question.choices)
    if question.kind is Kind.ORDER:
        return _unfit_texts(question.order)
    if question.kind is Kind.PAIRS:
        return _unfit_pairs(question.pairs)
    return _unfit_amount(question.amount)


def _unfit_choices(choices: tuple[Choice, ...]) -> Words | None:
    if not sound_among(choices):
        return T("no answer is marked as the right one")
    return _unfit_texts(tuple(choice.says for choice in choices))


def _unfit_pairs(pairs: tuple[tuple[str, str], ...]) -> Words | None:
    if not all(right for _, right in pairs):
        return T("one of the answers is empty")
    return _unfit_texts(tuple(left for left, _ in pairs))


def _unfit_texts(texts: tuple[str, ...]) -> Words | None:
    if len(texts) > MOST_CHOICES:
        return T("there are more than {n} answers", n=MOST_CHOICES)
    if len(texts) < 2:
        return T("there are fewer than two answers")
    if not all(texts):
        return T("one of the answers is empty")
    if len(set(texts)) < len(texts):
        return T("two of the answers are the same")
    return None


def _unfit_amount(amount: Amount | None) -> Words | None:
    if amount is None or amount.exact[0] > amount.exact[1]:
        return T("only whole numbers can be asked for")
    if max(abs(number) for number in amount.exact) > LARGEST:
        return T("the number is too large")
    return None
