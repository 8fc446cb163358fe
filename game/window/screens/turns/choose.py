"""Choose: numbered cards; a second press on the only pick confirms it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pygame import Rect

from game.scenario.steps import Staging
from game.scenario.words import T, Words
from game.trial.view import Turn, View
from game.window.kit import Kit
from game.window.screens.stage import hint, risen
from game.window.screens.turns.base import (
    Answering,
    Done,
    Picks,
    Tick,
    aids,
    confirm,
    digits,
    whose_turn,
)
from game.window.screens.turns.draft import draft
from game.window.screens.turns.tallies import chart
from game.window.theme import SPEECH
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button, Card
from game.window.widgets.label import Label

DRAFTED = (Staging.LETTER, Staging.ORDER)


class Choosing(Answering):
    """Between `least` and `most` of the options."""

    def __init__(self, turn: Turn) -> None:
        super().__init__(turn)
        self.picked: list[str] = []
        self._cards: list[Card] = []
        self._confirm: Button | None = None

    @property
    def single(self) -> bool:
        return self.turn.most == 1

    @property
    def ready(self) -> bool:
        return self.turn.least <= len(self.picked) <= self.turn.most

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            prompt = Label(kit, self.turn.prompt, inside.w, size=SPEECH)
            below = stack([prompt], inside.x, inside.y, 0) + kit.u(12)
            if self.turn.staging in DRAFTED:
                rest = Rect(inside.x, below, inside.w, 0)
                parts, end = self._drafted(kit, view, rest)
                return [prompt, *parts], end
            self._cards = self._made(kit, inside.w)
            return [prompt, *self._cards], _grid(kit, self._cards, inside.x, below, inside.w)

        self._confirm = confirm(kit, self.ready)
        buttons = [*aids(kit, view, self.turn), self._confirm]
        footer = [hint(kit, self._how(), buttons, room.w), *buttons]
        return [risen(kit, room, body, footer, plate=whose_turn(kit, view, room))]

    def _drafted(self, kit: Kit, view: View, rest: Rect) -> tuple[list[Widget], int]:
        """The cards, and beside them, or below where letters are large, the sheet they fill."""
        gap = kit.u(22)
        beside = kit.large <= 1.25
        wide = (rest.w - gap) * 3 // 5 if beside else rest.w
        self._cards = self._wide(kit, wide)
        below = _grid(kit, self._cards, rest.x, rest.y, wide)
        sheet = draft(kit, view, self.turn, self.picked, rest.w - wide - gap if beside else wide)
        if beside:
            sheet.at(rest.right - sheet.rect.w, rest.y)
        else:
            sheet.at(rest.x, below + gap)
        return [*self._cards, sheet], max(below, sheet.rect.bottom + kit.u(6))

    def keys(self) -> Mapping[int, Widget]:
        return digits(self._cards)

    def first(self) -> Widget | None:
        return self._cards[0]

    def on(self, message: Message) -> Picks | None:
        match message:
            case Tick(pick) if self.single and self.picked == [pick]:
                return (pick,)
            case Tick(pick):
                self._tick(pick)
            case Done() if self.ready:
                return tuple(o.pick for o in self.turn.options if o.pick in self.picked)
        return None

    def _tick(self, pick: str) -> None:
        if pick in self.picked:
            self.picked.remove(pick)
        elif self.single:
            self.picked = [pick]
        elif len(self.picked) < self.turn.most:
            self.picked.append(pick)
        if self.turn.staging in DRAFTED:
            self.again = True
            return
        for card in self._cards:
            if card.on != (on := card.key_name in self.picked):
                card.on = on
                card.touch()
        if self._confirm is not None and self._confirm.enabled != self.ready:
            self._confirm.enabled = self.ready
            self._confirm.touch()

    def _how(self) -> Words:
        least, most = self.turn.least, self.turn.most
        if self.single:
            return T("Choose one, then confirm.")
        if least == most:
            return T("Choose {n}, then confirm.", n=most)
        return T("Choose from {least} to {most}, then confirm.", least=least, most=most)

    def _made(self, kit: Kit, width: int) -> list[Card]:
        counted = any(option.tally for option in self.turn.options)
        columns = 2 if kit.large <= 1.25 and len(self.turn.options) > 1 and not counted else 1
        gap = kit.u(12)
        half = (width - gap) // 2
        if columns == 2:
            cards = self._wide(kit, half)
            if max(card.rect.h for card in cards) <= kit.u(100):
                return cards
        return self._wide(kit, width)

    def _wide(self, kit: Kit, width: int) -> list[Card]:
        cards = []
        for number, option in enumerate(self.turn.options, 1):
            card = Card(
                kit,
                str(number),
                option.label,
                Tick(option.pick),
                width=width,
                note="" if option.tally else option.note,
                several=not self.single,
                below=[chart(kit, option.tally, width - kit.u(96))] if option.tally else [],
            )
            card.on, card.key_name = option.pick in self.picked, option.pick
            cards.append(card)
        return cards


def _grid(kit: Kit, cards: Sequence[Card], x: int, y: int, width: int) -> int:
    """Cards in rows of equal height; the y below them."""
    gap = kit.u(10)
    columns = max(1, (width + gap) // (cards[0].rect.w + gap))
    for start in range(0, len(cards), columns):
        row = cards[start : start + columns]
        tall = max(card.rect.h for card in row)
        for place, card in enumerate(row):
            card.stretch(tall)
            card.at(x + place * (card.rect.w + kit.u(12)), y)
        y += tall + gap
    return y - gap
