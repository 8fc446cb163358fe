"""The glossary as a tab of the record: what was heard in this trial first, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from pygame import Rect

from game.scenario.words import T, Words
from game.text.courtwords import TERMS
from game.text.glossary import Term, heard_first
from game.trial.view import Rich, Run, View
from game.window.both import both
from game.window.kit import Kit
from game.window.theme import BODY, SMALL
from game.window.widgets.base import Widget, stack
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel


def entries(kit: Kit, view: View, width: int) -> list[Widget]:
    """Every term, under a heading for those that were heard and one for the others."""
    told = heard_first(TERMS, _texts(view), kit.say)
    rows: list[Widget] = []
    for heading, wanted in (
        (T("Heard in this trial so far"), True),
        (T("More words of the courts"), False),
    ):
        terms = [term for term, heard in told if heard is wanted]
        if terms:
            rows.append(Label(kit, heading, width, bold=True, colour=kit.colours.burgundy))
            rows += (_entry(kit, term, width) for term in terms)
    return rows


def _entry(kit: Kit, term: Term, width: int) -> Panel:
    """The term in both languages, as children meet it in either; the rest in as many as wanted."""
    colours, pad = kit.colours, kit.u(14)
    inner = width - 2 * pad
    says = _twice(kit, term.says) if kit.settings.two_languages else kit.say(term.says)
    parts: list[Widget] = [
        Label(kit, _twice(kit, term.name), inner, size=BODY, bold=True, colour=colours.navy),
        Label(kit, says, inner, size=BODY),
        Label(kit, term.source, inner, size=SMALL, colour=colours.soft),
    ]
    below = stack(parts, pad, kit.u(10), kit.u(4))
    plate = Panel(
        kit, Rect(0, 0, width, below + kit.u(10)), colours.card, line=colours.faint, shadow=0
    )
    plate.parts = parts
    plate.key_name = f"entry {term.name.text}"
    return plate


def _twice(kit: Kit, words: Words) -> Rich:
    return both((Run(kit.say(words)),), (Run(kit.say_second(words)),))


def _texts(view: View) -> Iterator[str]:
    """All that the seat has heard or read so far."""
    rich = [line.says for line in view.lines]
    rich += [passage.says for document in view.documents for passage in document.passages]
    rich += [exhibit.shows for exhibit in view.exhibits]
    if view.turn:
        rich += [view.turn.prompt, *(option.label for option in view.turn.options)]
    yield from ("".join(run.text for run in text) for text in rich)
    yield from (person.part for person in view.people)
    yield from (exhibit.kind for exhibit in view.exhibits)
