"""What is told once an answer is taken: which cards the teams showed, how the benches voted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.words import TN, T, Words
from game.session.class_play.table import ClassTable, Shown, Tallied
from game.trial.view import Rich
from game.window.class_play.rows import scrolling_as, team_name, team_plate
from game.window.kit import Kit
from game.window.screens.moments import Moment, Next
from game.window.screens.stage import name_plate, risen
from game.window.theme import BODY, SPEECH
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Bar, Group, Icon


class Entry(Struct, frozen=True):
    """One answer: its `sign` stands before it if it was taken; `below` lays what is under it."""

    label: Rich | str
    sign: str
    below: Callable[[int], list[Widget]]


def told_cards(kit: Kit, table: ClassTable, ask: str, room: Rect) -> Moment:
    """What each team showed, and what the class answers with that."""

    def entry(shown: Shown) -> Entry:
        def below(width: int) -> list[Widget]:
            plates: list[Widget] = [
                team_plate(kit, table.plan, team, width, snug=True) for team in shown.teams
            ]
            tall = flow(plates, 0, 0, width, kit.u(8))
            rows: list[Widget] = [Group(kit, Rect(0, 0, width, tall), plates)] if plates else []
            return rows + ([_note(kit, T("The class answers this."), width)] if shown.taken else [])

        return Entry(shown.label, "hand" if shown.taken else "", below)

    tie = table.decided_tie(ask)
    head = T("A tie. This time the card of one team decides: {team}.",
             team=team_name(table.plan, tie)) if tie is not None else None  # fmt: skip
    entries = [entry(shown) for shown in table.shown(ask)]
    return _told(kit, room, T("What the teams showed"), entries, head)


def told_vote(kit: Kit, tallied: Sequence[Tallied], room: Rect) -> Moment:
    """How the public benches voted, beside what the court has ruled."""
    most = max(one.hands for one in tallied)

    def entry(one: Tallied) -> Entry:
        def below(width: int) -> list[Widget]:
            share = one.hands / most if most else 0.0
            hands = TN("{n} hand", "{n} hands", one.hands)
            ruled = T("{hands} · and so the court has ruled", hands=hands)
            bar = Bar(kit, (width, kit.u(18)), share, kit.colours.navy, kit.colours.faint)
            return [bar, _note(kit, ruled, width) if one.ruled else Label(kit, hands, width)]

        return Entry(one.label, "gavel" if one.ruled else "", below)

    return _told(kit, room, T("How the public benches voted"), [entry(one) for one in tallied])


def _note(kit: Kit, text: Words, width: int) -> Label:
    return Label(kit, text, width, bold=True, colour=kit.colours.burgundy)


def _told(
    kit: Kit, room: Rect, title: Words, entries: Sequence[Entry], head: Words | None = None
) -> Moment:
    go_on = Button(kit, T("Continue"), Next(), icon="next", trailing=True, strong=True)
    go_on.key_name = "next"
    colours, side = kit.colours, kit.letters(SPEECH)

    def body(inside: Rect) -> tuple[Sequence[Widget], int]:
        parts: list[Widget] = []
        y, left = inside.y, inside.x + side + kit.u(14)
        width = inside.right - left
        if head is not None:
            parts = [Label(kit, head, inside.w, size=BODY, colour=colours.soft)]
            y = stack(parts, inside.x, y, 0) + kit.u(12)
        for entry in entries:
            label = Label(kit, entry.label, width, size=SPEECH, bold=bool(entry.sign))
            rows = [label, *entry.below(width)]
            if entry.sign:
                sign = Icon(kit, entry.sign, side, colours.burgundy)
                sign.at(inside.x, y + kit.u(4))
                parts.append(sign)
            y = stack(rows, left, y, kit.u(5)) + kit.u(14)
            parts += rows
        return parts, y - kit.u(14)

    plate = name_plate(kit, title, colours.navy, room, icon="people")
    panel = risen(kit, room, body, [go_on], plate=plate)
    return Moment(scrolling_as(panel, f"told {plate.text()}"))
