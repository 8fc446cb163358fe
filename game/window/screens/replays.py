"""The trials that were played to their end, to be watched again."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T
from game.session.rerun import Finished
from game.trial.terms import role_name
from game.window.desk import Desk
from game.window.doors import Doors
from game.window.intents import Back, Watch
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import SMALL, SPEECH
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Tile
from game.window.widgets.label import Label


class ReplaysScreen(Screen):
    """One tile a trial, the latest first."""

    name = "replays"

    def __init__(self, finished: tuple[Finished, ...]) -> None:
        super().__init__()
        self.finished = finished

    def refreshed(self, doors: Doors) -> None:
        self.finished = doors.finished()

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(90 / kit.large), -2 * kit.u(36))
        title = T("Watch a trial again")
        panel, area = page(kit, title, self._body, box=box, fit="shrunk")
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        tiles = [part for part in area.parts if isinstance(part, Tile)]
        desk.set_focus(tiles[0] if tiles else panel.parts[0])
        for number, tile in enumerate(tiles[:9]):
            desk.keys[ord(str(number + 1))] = tile
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        if not self.finished:
            nothing = Label(
                kit,
                T("No trial was played to its end yet. When one is, it can be watched here."),
                area.w,
            )
            return [nothing], stack([nothing], area.x, area.y, 0)
        tiles: list[Widget] = [self._tile(finished, area.w) for finished in self.finished]
        return tiles, stack(tiles, area.x, area.y, kit.u(14))

    def _tile(self, finished: Finished, width: int) -> Tile:
        kit, colours, pad = self.kit, self.kit.colours, self.kit.u(18)
        inner = width - 2 * pad
        role = role_name(finished.role, finished.proceeding)
        about = T("{role} · {day}", role=role, day=finished.day)
        if finished.cut:
            about = T("{about} · cut to {n} minutes", about=about, n=finished.cut)
        rows: list[Widget] = [
            Label(kit, finished.case, inner, size=SPEECH, bold=True, colour=colours.navy),
            Label(kit, about, inner, size=SMALL, colour=colours.soft),
        ]
        below = stack(rows, pad, pad, kit.u(6))
        tile = Tile(kit, (width, below + pad), rows, Watch(finished.name))
        tile.key_name = f"watch {finished.name}"
        return tile
