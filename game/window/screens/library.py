"""The shelf of cases."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import TN, T
from game.window.desk import Desk
from game.window.doors import CaseShown, Doors
from game.window.intents import Back, OpenCase
from game.window.names import LEVELS, named
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Tile
from game.window.widgets.label import Label


class LibraryScreen(Screen):
    """One tile a case: what it is called, what it is about, how long it takes."""

    def __init__(self, cases: tuple[CaseShown, ...]) -> None:
        super().__init__()
        self.cases = cases

    def refreshed(self, doors: Doors) -> None:
        self.cases = doors.cases()

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(90 / kit.large), -2 * kit.u(36))
        panel, area = page(kit, T("Choose a case"), self._body, box=box, shrink=True)
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        tiles = [part for part in area.parts if isinstance(part, Tile)]
        desk.set_focus(tiles[0] if tiles else panel.parts[0])
        for number, tile in enumerate(tiles[:9]):
            desk.keys[ord(str(number + 1))] = tile
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        if not self.cases:
            nothing = Label(kit, T("There is no case in the folder “scenarios” yet."), area.w)
            return [nothing], stack([nothing], area.x, area.y, 0)
        trials = [shown for shown in self.cases if shown.case.is_trial]
        exercises = [shown for shown in self.cases if not shown.case.is_trial]
        parts, y = self._tiles(trials, area)
        if trials and exercises:
            head = Label(kit, T("Exercises"), area.w, size=SPEECH, bold=True)
            y = stack([head], area.x, y + kit.u(28), kit.u(10)) + kit.u(10)
            parts.append(head)
        more, y = self._tiles(exercises, Rect(area.x, y, area.w, area.h))
        return parts + more, y

    def _tiles(self, cases: list[CaseShown], area: Rect) -> tuple[list[Widget], int]:
        """The tiles of `cases` in rows from the top of `area`, and the y below them."""
        kit = self.kit
        columns = 2 if area.w >= kit.u(900) and kit.large <= 1.25 and len(self.cases) > 1 else 1
        gap = kit.u(16)
        width = (area.w - gap * (columns - 1)) // columns
        tiles = [self._tile(case, width) for case in cases]
        y = area.y
        for start in range(0, len(tiles), columns):
            row = tiles[start : start + columns]
            tall = max(tile.rect.h for tile in row)
            for place, tile in enumerate(row):
                tile.rect.h = tall
                tile.at(area.x + place * (width + gap), y)
            y += tall + gap
        return list(tiles), y - gap if tiles else y

    def _tile(self, shown: CaseShown, width: int) -> Tile:
        kit, colours, case = self.kit, self.kit.colours, shown.case
        pad = kit.u(20)
        inner = width - 2 * pad
        about = T(
            "{level} · {minutes}",
            level=named(LEVELS, case.level),
            minutes=TN("{n} minute", "{n} minutes", case.minutes),
        )
        rows: list[Widget] = [
            Label(kit, case.title, inner, size=SPEECH, bold=True, colour=colours.navy),
            Label(kit, about, inner, size=SMALL, colour=colours.soft),
            Label(kit, case.summary, inner, size=BODY),
        ]
        if shown.has_save:
            saved = T("You have begun this case.")
            rows.append(Label(kit, saved, inner, size=SMALL, bold=True, colour=colours.burgundy))
        below = stack(rows, pad, pad, kit.u(6))
        tile = Tile(kit, (width, below + pad), rows, OpenCase(case.id))
        tile.key_name = case.id
        return tile
