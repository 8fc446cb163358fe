"""A condition in words, and the beats in which it is decided."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from game.scenario.court import beats, number_of
from game.scenario.model import Beat, Scenario, When
from game.scenario.walk import things
from game.scenario.words import T, Words, own, put
from game.text.breaking import wrap_columns
from game.trial.speech import Speech

CHOICE = 44  # columns of a choice that a condition repeats


def shortened(text: str, columns: int) -> str:
    """`text` on one line of so many columns, with an ellipsis where something is left out."""
    line = " ".join(text.split())
    first, *rest = wrap_columns(line, columns)
    return first.rstrip(" ,.;:，。；：、") + "…" if rest else first


def conditions(beat: Beat) -> tuple[When, ...]:
    """Every condition that was written in `beat`."""
    found = (getattr(thing, "when", None) for thing in things(beat))
    return tuple(when for when in found if isinstance(when, When))


def places(case: Scenario, when: When) -> tuple[str, ...]:
    """The keys of the beats that decide `when`, in the order in which it names them."""
    return tuple(dict.fromkeys(place for part in _simple(when) if (place := _place(case, part))))


def in_words(case: Scenario, speech: Speech, when: When, place: str | None = None) -> Words:
    """What `when` asks for; with a `place` only that part of it which is decided there."""
    words, _ = _said(case, speech, when, place)
    return words


def _said(case: Scenario, speech: Speech, when: When, place: str | None) -> tuple[Words, bool]:
    """`when` in words, and whether it takes brackets inside another; no text if there is none."""

    def inner(parts: tuple[When, ...]) -> list[tuple[Words, bool]]:
        return [said for part in parts if (said := _said(case, speech, part, place))[0].text]

    parts = [(words, False) for words in _own(case, speech, when, place)]
    parts += inner(when.all)
    if either := inner(when.any):
        parts.append((_joined(either, T("{one} or {other}")), len(either) > 1))
    if when.not_:
        for said in inner((when.not_,)):
            parts.append((T("not: {condition}", condition=_bracketed(said)), False))
    if len(parts) == 1:
        return parts[0]
    return (_joined(parts, T("{one} and {other}")), True) if parts else (Words(""), False)


def _joined(parts: list[tuple[Words, bool]], pattern: Words) -> Words:
    if len(parts) == 1:
        return parts[0][0]
    bracketed = [_bracketed(part) for part in parts]
    return reduce(lambda one, other: put(pattern, one=one, other=other), bracketed)


def _bracketed(said: tuple[Words, bool]) -> Words:
    words, several = said
    return T("({condition})", condition=words) if several else words


def _own(case: Scenario, speech: Speech, when: When, place: str | None) -> Iterator[Words]:
    if place is not None and _place(case, when) != place:
        return
    if when.chose:
        choice = shortened(speech.text(_choice(case, when.chose)), CHOICE)
        yield T("“{choice}”", choice=choice)
    if when.admitted:
        yield T("exhibit {n} admitted", n=number_of(case, when.admitted))
    if when.excluded:
        yield T("exhibit {n} excluded", n=number_of(case, when.excluded))


def _simple(when: When) -> Iterator[When]:
    yield when
    for part in (*when.all, *when.any, *((when.not_,) if when.not_ else ())):
        yield from _simple(part)


def _place(case: Scenario, when: When) -> str:
    """Where the choice or the ruling falls that `when` itself asks about."""
    ruled = when.admitted or when.excluded
    for key, beat in beats(case):
        if (when.chose and when.chose in beat.ways()) or (ruled and ruled in beat.exhibits()):
            return key
    return ""


def _choice(case: Scenario, name: str) -> Words:
    for _, beat in beats(case):
        if name in beat.ways():
            for thing in things(beat):
                if getattr(thing, "id", "") == name and (says := getattr(thing, "says", "")):
                    return own(says)
    return Words(name)
