"""The shelf of cases: a cover for each, a field to search in, and filters."""

from __future__ import annotations

from msgspec.structs import replace
from pygame import Rect

from game.scenario.words import TN, T
from game.session.cards import ease
from game.window.desk import Desk
from game.window.doors import CaseShown, Doors
from game.window.intents import Back, Go, Intent
from game.window.screens import search
from game.window.screens.base import Screen
from game.window.screens.case_tile import CoverPicture, case_tile
from game.window.screens.page import Fit, add_ways, page
from game.window.screens.sought import Sought
from game.window.theme import SMALL, SPEECH
from game.window.widgets.base import Message, Widget, flow, stack
from game.window.widgets.button import Button, Tile
from game.window.widgets.label import Label

SEARCHED = 4  # so few cases are seen at a glance: there is nothing to search


class LibraryScreen(Screen):
    """One tile a case: what it is called, what it is about, how long it takes, what was done."""

    name = "library"

    def __init__(self, cases: tuple[CaseShown, ...]) -> None:
        super().__init__()
        self.cases = _ordered(cases)
        self.sought = Sought()
        self.caret = 0
        self._ahead: list[CoverPicture] = []
        self.open = ""  # the filter whose choices are shown

    def refreshed(self, doors: Doors) -> None:
        self.cases = _ordered(doors.cases())

    @property
    def found(self) -> list[CaseShown]:
        """The cases that are looked for."""
        return [shown for shown in self.cases if self.sought.finds(shown, self.kit.say)]

    def on(self, message: Message) -> Intent | None:
        match message:
            case search.Typed(text, caret):
                self.sought, self.caret = replace(self.sought, words=text), caret
            case search.Open(name):
                self.open = "" if name == self.open else name
            case search.Narrow(name, value):
                self.sought = replace(self.sought, **{name: value})
                self.open = ""
            case search.Everything():
                self.sought, self.open = Sought(), ""
            case search.Found():
                self._to_first()
                return None
            case _:
                return super().on(message)
        self.again()
        if isinstance(message, search.Narrow):
            self.desk.set_focus(self.desk.find(f"filter {message.name}"))
        return None

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(40 / kit.large), -2 * kit.u(22))
        fit: Fit = "long" if self._searches else "shrunk"
        panel, area = page(kit, T("Choose a case"), self._body, box=box, fit=fit)
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        add_ways(kit, panel, self._ways)
        tiles = [part for part in area.parts if isinstance(part, Tile)]
        self._ahead = [
            part for tile in tiles for part in tile.parts if isinstance(part, CoverPicture)
        ]
        desk.set_focus(tiles[0] if tiles else panel.parts[0], reveal=False)
        for number, tile in enumerate(tiles[:9]):
            desk.keys[ord(str(number + 1))] = tile
        return desk

    def update(self, now: float) -> None:
        """Draw one more cover ahead of time, so that the shelf scrolls without a halt."""
        super().update(now)
        if self._ahead:
            self._ahead.pop(0).prepare()

    @property
    def _searches(self) -> bool:
        return len(self.cases) >= SEARCHED

    def _to_first(self) -> None:
        tiles = [widget for widget in self.desk.family() if isinstance(widget, Tile)]
        if tiles:
            self.desk.set_focus(tiles[0])

    def _ways(self, brief: bool) -> list[Button]:
        ways = (
            (T("Watch a trial again"), "replays", "replay"),
            (T("What you have learned"), "learned", "star"),
        )
        found = []
        for text, name, icon in ways:
            way = Button(self.kit, text, Go(name), icon=icon, size=SMALL, icon_only=brief)
            way.key_name = name
            found.append(way)
        return found

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        if not self.cases:
            nothing = Label(kit, T("There is no case in the folder “scenarios” yet."), area.w)
            return [nothing], stack([nothing], area.x, area.y, 0)
        parts, y = self._search(area) if self._searches else ([], area.y)
        trials = [shown for shown in self.found if shown.case.is_trial]
        exercises = [shown for shown in self.found if not shown.case.is_trial]
        if not trials and not exercises:
            more, y = self._nothing(Rect(area.x, y, area.w, area.h))
            return parts + more, y
        more, y = self._tiles(trials, Rect(area.x, y, area.w, area.h))
        parts += more
        if trials and exercises:
            head = Label(kit, T("Exercises"), area.w, size=SPEECH, bold=True)
            y = stack([head], area.x, y + kit.u(28), kit.u(10)) + kit.u(10)
            parts.append(head)
        more, y = self._tiles(exercises, Rect(area.x, y, area.w, area.h))
        return parts + more, y

    def _search(self, area: Rect) -> tuple[list[Widget], int]:
        """The field and the filters in a row, the choices of one of them below."""
        kit, gap = self.kit, self.kit.u(10)
        wide = min(area.w, kit.letters(330))
        parts: list[Widget] = [search.field(kit, wide, self.sought, self.caret)]
        parts += search.filters(kit, self.sought, self.open, self.cases)
        y = flow(parts, area.x, area.y, area.w, gap)
        if self.open:
            choices = search.choices(kit, self.sought, self.open, self.cases)
            y = flow(choices, area.x, y + gap, area.w, gap)
            parts += choices
        if self.sought != Sought() and self.found:
            count = TN("{n} case found", "{n} cases found", len(self.found))
            told = Label(kit, count, area.w, size=SMALL, colour=kit.colours.soft)
            told.at(area.x, y + gap)
            parts.append(told)
            y = told.rect.bottom
        return parts, y + kit.u(14)

    def _nothing(self, area: Rect) -> tuple[list[Widget], int]:
        """What to do where nothing was found."""
        kit = self.kit
        told = T("No case fits all of this. Try another word, or take a filter away.")
        rows: list[Widget] = [Label(kit, told, area.w, size=SPEECH)]
        return rows, stack(rows, area.x, area.y + kit.u(30), kit.u(16))

    def _tiles(self, cases: list[CaseShown], area: Rect) -> tuple[list[Widget], int]:
        """The tiles of `cases` in rows from the top of `area`, and the y below them."""
        kit = self.kit
        columns = 2 if area.w >= kit.u(900) and kit.large <= 1.25 and len(self.cases) > 1 else 1
        gap = kit.u(16)
        width = (area.w - gap * (columns - 1)) // columns
        fresh = not any(shown.best or shown.has_save for shown in self.cases)
        tiles = [
            case_tile(kit, shown, width, advised=fresh and shown is self.cases[0])
            for shown in cases
        ]
        y = area.y
        for start in range(0, len(tiles), columns):
            row = tiles[start : start + columns]
            tall = max(tile.rect.h for tile in row)
            for place, tile in enumerate(row):
                tile.rect.h = tall
                tile.at(area.x + place * (width + gap), y)
            y += tall + gap
        return list(tiles), y - gap if tiles else y


def _ordered(cases: tuple[CaseShown, ...]) -> list[CaseShown]:
    """Trials first; among them what fits a beginner, then by level and title."""
    return sorted(cases, key=lambda s: (not s.case.is_trial, ease(s.case, s.cuts)))
