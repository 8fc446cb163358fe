"""Mark: tap the phrases of a document that are traps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pygame import Rect

from game.scenario.words import TN, T
from game.trial.view import Document, Turn, View
from game.window.kit import Kit
from game.window.screens.document import Reading
from game.window.screens.documents import device, tapped
from game.window.screens.stage import risen
from game.window.screens.turns.base import (
    Answering,
    Done,
    Picks,
    Tick,
    digits,
    hint_button,
    whose_turn,
)
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label, Phrase
from game.window.widgets.panel import Panel
from game.window.widgets.scroll import ScrollArea


class Marking(Answering):
    """Any number of phrases, between `least` and `most`."""

    def __init__(self, turn: Turn) -> None:
        super().__init__(turn)
        self.picked: list[str] = []
        self._phrases: list[Phrase] = []
        self._count: Label | None = None
        self._side: Panel | None = None
        self._holder: ScrollArea | None = None
        self._kit: Kit | None = None

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        document = next(d for d in view.documents if d.id == self.turn.document)
        self._kit = kit
        gap = kit.u(18)
        narrow = round(room.w * (0.4 if kit.large <= 1.5 else 0.44))
        wide = room.w - narrow - gap
        frame, area = device(
            kit, self._reading(view, document), Rect(room.right - wide, room.y, wide, room.h)
        )
        self._phrases = tapped(area)
        self._side = self._task(kit, view, Rect(room.x, room.y, narrow, room.h))
        return [frame, self._side]

    def _reading(self, view: View, document: Document) -> Reading:
        picks = tuple(option.pick for option in self.turn.options)
        return Reading(view, document, Tick, picks, tuple(self.picked))

    def _task(self, kit: Kit, view: View, box: Rect) -> Panel:
        """What to do, how many are marked, and the button that hands it in."""
        colours = kit.colours
        inner = box.w - 2 * kit.u(22)
        done = Button(kit, T("Hand in"), Done(), icon="check", strong=True, width=inner)
        done.key_name = "confirm"
        done.enabled = self.turn.least <= len(self.picked)

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            how = T("Only underlined phrases can be marked. Tap once more to take a mark away.")
            self._count = self._counted(inside.w)
            parts: list[Widget] = [
                Label(kit, self.turn.prompt, inside.w, size=SPEECH),
                Label(kit, how, inside.w, size=SMALL, colour=colours.soft),
                self._count,
                *hint_button(kit, self.turn),
            ]
            return parts, stack(parts, inside.x, inside.y, kit.u(14))

        panel = risen(kit, box, body, [done], plate=whose_turn(kit, view, box))
        self._holder = next(part for part in panel.parts if isinstance(part, ScrollArea))
        return panel

    def _counted(self, width: int) -> Label:
        assert self._kit is not None
        count = TN("{n} phrase marked", "{n} phrases marked", len(self.picked))
        burgundy = self._kit.colours.burgundy
        return Label(self._kit, count, width, size=BODY, bold=True, colour=burgundy)

    def keys(self) -> Mapping[int, Widget]:
        return digits(self._phrases)

    def first(self) -> Widget | None:
        return self._phrases[0] if self._phrases else None

    def on(self, message: Message) -> Picks | None:
        match message:
            case Tick(pick):
                self._tick(pick)
            case Done() if len(self.picked) >= self.turn.least:
                return tuple(o.pick for o in self.turn.options if o.pick in self.picked)
        return None

    def _tick(self, pick: str) -> None:
        if pick in self.picked:
            self.picked.remove(pick)
        elif len(self.picked) < self.turn.most:
            self.picked.append(pick)
        for phrase in self._phrases:
            if phrase.on != (on := phrase.key_name in self.picked):
                phrase.on = on
                phrase.touch()
        self._recount()

    def _recount(self) -> None:
        """The counter and the button follow the marks, without a new layout."""
        if self._count is None or self._side is None or self._holder is None:
            return
        old = self._count
        self._count = self._counted(old.rect.w)
        self._count.at(*old.rect.topleft)
        self._holder.parts[self._holder.parts.index(old)] = self._count
        self._count.touch()
        done = self._side.parts[-1]
        if done.enabled != (ready := self.turn.least <= len(self.picked)):
            done.enabled = ready
            done.touch()
