"""C344: the text can be read by the pupils of its level.

A child who gets lost in a sentence answers by chance, and the marks then tell how well it reads.
Short sentences and plain words cost the story nothing; what the law says is on the law cards.

FAIL
    level: primary
    summary: >-
      A girl, a game and a gift that costs a lot of money lead us from a chat among friends to a
      court in which she, her mother and a man who was hiding behind a fox meet at last.
PASS
    level: primary
    summary: >-
      A girl, a game and a gift that costs a lot. It leads us from a chat among friends to a court.
      There she, her mother and the man behind the fox meet at last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.model import Scenario
from game.scenario.names import Level
from game.scenario.readability import chinese_sentences, english, longest_chinese, longest_english
from game.scenario.spans import plain
from game.scenario.walk import Written
from game.scenario.words import T, Words

NEEDS: tuple[str, ...] = ("level", "language")


class Norm(NamedTuple):
    """What a level can read: the last school year, words in an English sentence, characters in a
    Chinese one on average, and at most."""

    grade: int
    words: int
    mean: int
    characters: int


# English: the grade is the last year of the school (Flesch-Kincaid), the longest sentence that of
# the British government's style guide, 25 words, for the middle. Chinese: the sentences of the
# state's primary readers grow from 14 to 18 characters in the first three years (Xu Tong 2022,
# "部编版小学语文一~三年级教科书选文可读性研究"); those of the first case, for junior schools, have
# 12 on average and 44 at most, those of its law cards 18 and 62.
NORMS = {
    Level.PRIMARY: Norm(6, 20, 18, 40),
    Level.JUNIOR: Norm(9, 25, 24, 60),
    Level.SENIOR: Norm(12, 30, 30, 80),
}
SHORTEST = 4  # letters of a word and its blank: the words of a shorter stretch are not counted
SAMPLE = 20_000  # characters of a long case from which its averages are told
ENOUGH = 300  # characters; of fewer, no average says anything


def check_texts(case: Scenario, texts: Sequence[Written]) -> Iterator[Diagnostic]:
    """A warning for every long sentence, and for a case that is hard to read altogether."""
    norm = NORMS[case.level]
    read = [written for written in texts if not written.is_outside]
    if case.language.startswith("zh"):
        yield from _long_chinese(read, norm)
        yield from _hard_chinese(case, _sample(read), norm)
    elif case.language.startswith("en"):
        yield from _long_english(read, norm)
        yield from _hard_english(case, _sample(read), norm)


def _long_english(texts: Sequence[Written], norm: Norm) -> Iterator[Diagnostic]:
    stretch = re.compile("[^.!?:;\n]{" + str(SHORTEST * norm.words) + "}")
    for written in texts:
        if stretch.search(written.text):
            longest = longest_english(plain(written.text))
            if longest > norm.words:
                message = T(
                    "a sentence of {n} words; {most} are enough", n=longest, most=norm.words
                )
                yield _long(written, message)


def _long_chinese(texts: Sequence[Written], norm: Norm) -> Iterator[Diagnostic]:
    for written in texts:
        if len(written.text) > norm.characters:
            longest = longest_chinese(plain(written.text))
            if longest > norm.characters:
                message = T(
                    "a sentence of {n} characters; {most} are enough",
                    n=longest, most=norm.characters,
                )  # fmt: skip
                yield _long(written, message)


def _long(written: Written, message: Words) -> Diagnostic:
    hint = T("make two sentences of it")
    return Diagnostic("C344", written.spot, message, hint, Severity.WARNING)


def _hard_english(case: Scenario, sample: Sequence[str], norm: Norm) -> Iterator[Diagnostic]:
    grade = round(english(sample).grade)
    if grade > norm.grade and sum(map(len, sample)) >= ENOUGH:
        message = T(
            "the case reads like a text for grade {n}; this level ends with grade {most}",
            n=grade, most=norm.grade,
        )  # fmt: skip
        yield _hard(case, message)


def _hard_chinese(case: Scenario, sample: Sequence[str], norm: Norm) -> Iterator[Diagnostic]:
    sizes = chinese_sentences(sample)
    if sum(sizes) >= ENOUGH and sum(sizes) > norm.mean * len(sizes):
        mean = round(sum(sizes) / len(sizes))
        message = T(
            "its sentences have {n} characters on average; {most} are enough for this level",
            n=mean, most=norm.mean,
        )  # fmt: skip
        yield _hard(case, message)


def _hard(case: Scenario, message: Words) -> Diagnostic:
    hint = T("shorten sentences and take plainer words, or choose a higher level")
    return Diagnostic("C344", case.spots.of("level"), message, hint, Severity.WARNING)


def _sample(texts: Sequence[Written]) -> list[str]:
    """Texts from all over the case, enough of them to tell its averages."""
    every = sum(len(written.text) for written in texts) // SAMPLE + 1
    return [plain(written.text) for written in texts[::every]]
