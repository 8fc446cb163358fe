"""Sounds in words: a small note in a corner says for two seconds what can be heard."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T, Words
from game.window.kit import Kit
from game.window.theme import SMALL
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel

SECONDS = 2.0

HEARD = {
    "gavel": T("(gavel)"),
    "murmur": T("(murmuring in the room)"),
    "page": T("(a page turns)"),
    "phone": T("(a message comes in)"),
    "chime": T("(chime)"),
    "objection": T("(somebody stands up to object)"),
    "curtain": T("(a curtain opens)"),
    "success": T("(bright notes)"),
    "thought": T("(two thoughtful notes)"),
    "music": T("(quiet music)"),
}


class Captions:
    """One note at a time, above whatever is on the screen."""

    def __init__(self) -> None:
        self._until: float | None = None
        self._kit: Kit | None = None

    def show(self, kit: Kit, name: str) -> None:
        """Say in words what is heard, if the player wants that and there are words for it."""
        words = HEARD.get(name)
        if words is not None and kit.settings.captions:
            self.hide()
            self._kit, kit.note = kit, note(kit, words)
            kit.note.touch()

    def hide(self) -> None:
        """Take the note away."""
        if self._kit is not None and self._kit.note is not None:
            self._kit.note.touch()
            self._kit.note = None
        self._kit = self._until = None

    def update(self, now: float) -> None:
        """Hide the note once it has stood long enough."""
        if self._kit is None:
            return
        if self._until is None:
            self._until = now + SECONDS
        elif now >= self._until:
            self.hide()


def note(kit: Kit, words: Words) -> Panel:
    """A dark plate in the right upper corner, below the bar."""
    colours, pad = kit.colours, kit.u(12)
    label = Label(kit, words, kit.stage.w // 2, size=SMALL, colour=colours.on_navy, snug=True)
    box = Rect(0, 0, label.rect.w + 2 * pad, label.rect.h + pad)
    top = kit.u(66 + 44 * (kit.large - 1))
    box.topright = (kit.stage.right - kit.u(16), kit.stage.y + top)
    plate = Panel(kit, box, colours.navy, line=colours.gold, radius=10, shadow=3)
    label.at(box.x + pad, box.y + pad // 2)
    plate.parts = [label]
    return plate
