"""The page that is shown when the game itself has failed: what happened, and the way back."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T, Words
from game.window.desk import Desk
from game.window.intents import Back, Home, Quit
from game.window.screens.base import Screen
from game.window.screens.page import scrolled
from game.window.theme import BODY, SPEECH
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel


class CrashScreen(Screen):
    """Stands on top of the stack; `trial` says that the screen below is a trial to go on with."""

    def __init__(self, told: tuple[Words, Words, Words], *, trial: bool) -> None:
        """`told` is what happened, what it costs, and where the report is."""
        super().__init__()
        self.told, self.trial = told, trial

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        pad, gap = kit.u(30), kit.u(12)
        box = Rect(0, 0, kit.u(760 + 300 * (kit.large - 1)), 0)
        inner = box.w - 2 * pad
        title = T("Something went wrong")
        head = Label(kit, title, inner, size=SPEECH, bold=True, colour=kit.colours.navy)
        ways = self._ways()
        foot = flow(ways, 0, 0, inner, gap)
        room = stage.h - kit.u(60) - head.rect.h - foot - 2 * pad - kit.u(40)
        draft = scrolled(kit, Rect(0, 0, inner, room), self._told)
        told = scrolled(kit, Rect(0, 0, inner, min(room, draft.tall)), self._told)
        told.key_name = "told"
        box.h = 2 * pad + head.rect.h + told.rect.h + foot + kit.u(36)
        box.center = stage.center
        below = stack([head, told], box.x + pad, box.y + pad, gap)
        flow(ways, box.x + pad, below + kit.u(24), inner, gap)
        panel = Panel(kit, box)
        panel.parts = [head, told, *ways]
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = ways[0].message
        desk.set_focus(ways[0])
        return desk

    def _told(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        what, cost, where = self.told
        said: list[Widget] = [
            Label(kit, what, area.w, size=SPEECH),
            Label(kit, cost, area.w, size=SPEECH, bold=True),
            Label(kit, where, area.w, size=BODY, colour=kit.colours.soft),
        ]
        return said, stack(said, area.x, area.y, kit.u(10))

    def _ways(self) -> list[Widget]:
        kit = self.kit
        ways = [
            Button(kit, T("Back to the title"), Home(), icon="home", strong=not self.trial),
            Button(kit, T("Quit"), Quit(), icon="close"),
        ]
        if self.trial:
            ways.insert(0, Button(kit, T("Back to the trial"), Back(), icon="play", strong=True))
        for way, name in zip(reversed(ways), ("quit", "home", "trial"), strict=False):
            way.key_name = name
        return list(ways)
