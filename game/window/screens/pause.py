"""The pause: a calm picture, what happened so far, what is left, and where to go from here."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import TN, T, Words
from game.trial.so_far import so_far
from game.trial.view import View
from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Back, Go, Home, Look, TakeBack
from game.window.screens.base import Screen
from game.window.screens.page import scrolled
from game.window.theme import BODY, SMALL, SPEECH, TITLE
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel


class PauseScreen(Screen):
    """Covers the trial at `table`, so that a class looks at something quiet."""

    name = "pause"
    leads = True

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table: Table = table
        self.view: View = table.view()

    def refreshed(self, doors: Doors) -> None:
        self.view = self.table.view()

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        scale = min(kit.large, 1.6)
        wide = min(stage.w * 4 // 5, kit.u(620 + 360 * (scale - 1)))
        panel = Panel(kit, Rect(stage.x, stage.y, wide, stage.h), radius=0, shadow=16)
        pad = kit.u(36 / kit.large)
        inner = panel.rect.inflate(-2 * pad, -2 * kit.u(28 / kit.large))
        size = SPEECH if kit.large <= 1.25 else BODY
        go_on = Button(kit, T("Go on"), Back(), icon="play", strong=True, size=size)
        go_on.key_name = "go on"
        go_on.at(inner.x, inner.bottom - go_on.rect.h)
        room = Rect(inner.x, inner.y, inner.w, go_on.rect.y - kit.u(12) - inner.y)
        area = scrolled(kit, room, self._body)
        area.key_name = "page"
        panel.parts = [area, go_on]
        desk = Desk(kit, self.ground("title"), [panel])
        desk.escape = desk.anywhere = Back()
        desk.set_focus(go_on)
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit, colours = self.kit, self.kit.colours
        size = TITLE / max(1.0, kit.large / 1.2)
        told = SPEECH if kit.large <= 1.25 else BODY
        rows: list[Widget] = [
            Label(kit, T("The court pauses"), area.w, size=size, bold=True, colour=colours.navy),
            Label(kit, self._left(), area.w, size=told, bold=True, colour=colours.burgundy),
            *(Label(kit, line, area.w, size=told) for line in so_far(self.view)),
        ]
        below = stack(rows, area.x, area.y, kit.u(10)) + kit.u(18)
        ways, note = self._ways(area.w)
        below = flow(ways, area.x, below, area.w, kit.u(10))
        for label in note:
            label.at(area.x, below + kit.u(10))
            below = label.rect.bottom
        return [*rows, *ways, *note], below

    def _left(self) -> Words:
        view = self.view
        if not view.turns_left and not view.minutes_left:
            return T("The trial is over; only the debrief is left.")
        turns = TN("{n} turn", "{n} turns", view.turns_left)
        minutes = TN("about {n} minute", "about {n} minutes", view.minutes_left)
        return T("Still to come: {turns}, {minutes}.", turns=turns, minutes=minutes)

    def _ways(self, width: int) -> tuple[list[Widget], list[Widget]]:
        """The buttons, and why an answer that was given stands."""
        kit = self.kit
        assert self.table.lead is not None
        stands = self.table.lead.stands()
        size = BODY if kit.large <= 1.5 else BODY * 1.5 / kit.large
        wanted = [
            ("take back", T("Take my last answer back"), TakeBack(), "replay"),
            ("record", T("Record"), Look(), "document"),
            ("settings", T("Settings"), Go("settings"), "settings"),
            ("help", T("Help"), Go("help"), "question"),
            ("leave", T("Leave; it is saved"), Home(), "home"),
        ]
        ways: list[Widget] = []
        for name, text, wish, icon in wanted:
            button = Button(kit, text, wish, icon=icon, size=size, most=width)
            button.key_name, button.enabled = name, name != "take back" or stands is None
            ways.append(button)
        note = Label(kit, stands, width, size=SMALL, colour=kit.colours.soft) if stands else None
        return ways, [note] if note else []
