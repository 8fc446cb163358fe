"""What the form of a question gives away to somebody who has not read the case.

Somebody who is good at tests and knows nothing about the case looks for the choice that differs:
it is by far the longest; it alone names an exhibit, a law or a number; it alone repeats words of
the question; it alone does without “always” and “never”; it always stands first. Test writers know
these faults of choices (Millman, Bishop and Ebel, An analysis of test-wiseness, 1965).

Only choices that a teacher wrote are looked at. What the procedure offers everywhere in the same
words, such as “No objection”, says nothing about one question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from game.scenario.model import Scenario
from game.scenario.steps import Ask, TurnKind, Worth
from game.scenario.words import Words
from game.trial.speech import Speech

LONGER, SEEN = 1.4, 10  # times the next longest, and letters more: less is not seen
ALWAYS_FIRST = 3  # turns at least, before a habit can be seen
WORD = re.compile(r"[^\W\d_]{4,}|[\u4e00-\u9fff]{2}")
SAYS_NOTHING = (  # words that are in every question and prove no echo
    "about after also because been before both could does done from have into just make more most "
    "much only other should some than that their them then there these they this those very want "
    "were what when where which while whom will with would your 什么 怎么 这个 那个 没有 不是 可以 "
    "如何 应该 因为 所以 就是 哪个 哪些 他们 你们 我们 一个 这样 自己"
)
EMPTY = frozenset(re.findall(r"\w+", SAYS_NOTHING))
NUMBER = re.compile(r"\d")
CITED = re.compile(r"\b(?:exhibit|art\.|article)\b|证据[一二三四五六七八九十\d]|第.{1,6}条", re.I)
ABSOLUTE = re.compile(
    r"\b(?:always|never|everybody|everyone|nobody|all|only|any|must|certainly|completely)\b"
    r"|一定|绝对|永远|从不|从来|所有|任何|肯定|必然|完全|全都|只要|根本",
    re.I,
)


class Sign(StrEnum):
    """In what the one choice differs."""

    LENGTH = "length"
    NAMES = "names"
    ECHO = "echo"
    CAREFUL = "careful"
    PLACE = "place"


Signs = Mapping[Sign, str]  # the pick that each sign points at


def signs(ask: Ask, case: Scenario) -> Signs:
    """The signs in `ask` that can be seen without reading `case`; none where choices are many."""
    if ask.kind is not TurnKind.CHOOSE or ask.most != 1 or not _is_written(ask):
        return {}
    speech = Speech()
    texts = {choice.pick: speech.text(choice.label) for choice in ask.choices}
    if len(texts) < 2:
        return {}
    titles = [exhibit.title for exhibit in case.exhibits.values()]
    asked = words(speech.text(ask.prompt))
    found = {
        Sign.LENGTH: _longest(texts),
        Sign.NAMES: _only(texts, lambda text: _names(text, titles)),
        Sign.ECHO: _only(texts, lambda text: bool(words(text) & asked)),
        Sign.CAREFUL: _only(texts, lambda text: not ABSOLUTE.search(text)),
    }
    return {sign: pick for sign, pick in found.items() if pick is not None}


def sound(ask: Ask) -> str | None:
    """The one pick that earns all there is, in a turn that takes one pick; else None."""
    if ask.kind is not TurnKind.CHOOSE or ask.most != 1 or not isinstance(ask.marking, Worth):
        return None
    best = [c.pick for c in ask.choices if c.worth >= ask.marking.best]
    return best[0] if len(best) == 1 else None


def place_signs(asks: Sequence[Ask]) -> Mapping[str, Signs]:
    """For the `asks` of one role: where the sound choice always stands first, that is a sign.

    It can be one only where choices keep the order of the file.
    """
    fixed = [ask for ask in asks if not ask.shuffled and sound(ask) and len(ask.choices) > 1]
    if len(fixed) < ALWAYS_FIRST or any(sound(a) != a.choices[0].pick for a in fixed):
        return {}
    return {ask.key: {Sign.PLACE: ask.choices[0].pick} for ask in fixed}


def words(text: str) -> set[str]:
    """The words of `text` that carry something; of Chinese every two characters side by side."""
    found = {word.lower() for word in WORD.findall(text)}
    found |= {word for word in WORD.findall(text[1:]) if not word.isascii()}
    return found - EMPTY


def _is_written(ask: Ask) -> bool:
    """Whether a teacher wrote the choices, or what stands in them."""
    labels = [choice.label for choice in ask.choices]
    return any(
        label.authored or any(isinstance(part, Words) and part.authored for _, part in label.fill)
        for label in labels
    )


def _longest(texts: Mapping[str, str]) -> str | None:
    by_length = sorted(texts, key=lambda pick: -_length(texts[pick]))
    first, second = (_length(texts[pick]) for pick in by_length[:2])
    return by_length[0] if first >= max(LONGER * second, second + SEEN) else None


def _length(text: str) -> int:
    """How long `text` looks; Chinese characters are as wide as two others."""
    return sum(2 if sign >= "\u2e80" else 1 for sign in text)


def _names(text: str, titles: Iterable[str]) -> bool:
    return bool(NUMBER.search(text) or CITED.search(text)) or any(t in text for t in titles)


def _only(texts: Mapping[str, str], has: Callable[[str], bool]) -> str | None:
    """The pick of the one text that `has` something which no other has."""
    found = [pick for pick, text in texts.items() if has(text)]
    return found[0] if len(found) == 1 else None
