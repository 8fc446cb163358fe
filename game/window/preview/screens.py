"""The screens of a preview: the trial with a strip, the findings, and the page of a code."""

from __future__ import annotations

from collections.abc import Iterator

from pygame import Rect

from game.scenario.codes import manual
from game.scenario.diagnostics import Diagnostic, Severity, counted, headed
from game.scenario.words import TN, T
from game.window.desk import Desk
from game.window.doors import Doors, Language
from game.window.intents import Back, Explain, Quit
from game.window.preview.draft import Draft
from game.window.preview.places import stops
from game.window.preview.strip import keys, strip
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.screens.stage import top_bar
from game.window.screens.trial import TrialScreen
from game.window.theme import BODY, SMALL
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Button, Tile
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel

MOST = 60  # findings to show at once
FIRM = "\u00a0"  # a blank that stays where a line begins


class PreviewScreen(TrialScreen):
    """The trial of a draft, from the beat on to which it was brought."""

    tune = ""  # whoever writes would hear it all day

    def __init__(self, draft: Draft, languages: tuple[Language, ...]) -> None:
        assert draft.table is not None
        assert draft.case is not None
        super().__init__(draft.table)
        self.draft, self.languages = draft, languages
        self.seat = draft.table
        if draft.stop != stops(draft.case)[0]:
            self.seen = self.seat.lines_before(draft.stop)

    @property
    def here(self) -> str:
        """The stop that is on the screen; where nothing was done yet, the one that was asked for.

        A beat in which this seat hears nothing looks like the one after it.
        """
        seen, stop = max(0, self.seen), self.draft.stop
        if not self.seat.answered and seen == self.seat.lines_before(stop):
            return stop
        return self.seat.stop_at(seen)

    def bar(self) -> Panel:
        return top_bar(self.kit, self.at_this_moment(), home=False)

    def around(self, room: Rect) -> tuple[list[Widget], Rect]:
        self.strip = strip(self.kit, self.draft, self.here, self.languages)
        return [self.strip], Rect(
            room.x, room.y, room.w, self.strip.rect.y - room.y - self.kit.u(8)
        )

    def laid(self) -> Desk:
        desk = super().laid()
        desk.keys.update(keys(self.strip))
        return desk


class FindingsScreen(Screen):
    """All there is to say about the file as it was saved: errors first."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(60 / kit.large), -2 * kit.u(28))
        found = self.draft.findings
        title = T("{several} in {files}", several=counted(found), files=self.draft.path.name)
        way_out = None if self.draft.table else Button(kit, T("Quit"), Quit(), icon="cross")
        panel, area = page(
            kit, title if found else counted(found), self._body, box=box, back=way_out
        )
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        tiles = [part for part in area.parts if isinstance(part, Tile)]
        desk.set_focus(tiles[0] if tiles else panel.parts[0])
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit, found = self.kit, self.draft.findings
        rows: list[Widget] = []
        if self.draft.broken:
            goes_on = T("The trial goes on as soon as the errors are mended and the file is saved.")
            rows.append(Label(kit, goes_on, area.w, size=SMALL, colour=kit.colours.soft))
        rows += [self._tile(n, one, area.w) for n, one in enumerate(found[:MOST])]
        if more := len(found[MOST:]):
            rest = TN("there is {n} more finding below", "there are {n} more findings below", more)
            rows.append(Label(kit, rest, area.w, size=SMALL, colour=kit.colours.soft))
        return rows, stack(rows, area.x, area.y, kit.u(12))

    def _tile(self, number: int, found: Diagnostic, width: int) -> Tile:
        kit, colours, spot = self.kit, self.kit.colours, found.spot
        pad = kit.u(16)
        inner = width - 2 * pad
        grave = colours.bad if found.severity is Severity.ERROR else colours.burgundy
        where = f"{self.draft.path.as_posix()}:{spot.line}:{spot.column}"
        head = f"{headed(found, kit.say)}: {kit.say(found.message)}"
        rows: list[Widget] = [
            Label(kit, head, inner, size=BODY, bold=True, colour=grave),
            Label(kit, where, inner, size=SMALL, colour=colours.soft),
        ]
        if quoted := self._line(spot.line):
            rows.append(Label(kit, quoted, inner, size=SMALL))
        if found.hint:
            rows.append(Label(kit, kit.say(found.hint), inner, size=BODY))
        below = stack(rows, pad, pad - kit.u(4), kit.u(4))
        tile = Tile(kit, (width, below + pad - kit.u(4)), rows, Explain(found.code))
        tile.key_name = f"finding {number}"
        return tile

    def _line(self, number: int) -> str:
        """The line of the file, as much as a glance needs."""
        lines = self.draft.loaded.text.split("\n") if self.draft.loaded else []
        line = lines[number - 1].strip() if number <= len(lines) else ""
        return f"{number} | {line[:90]}{'…' if len(line) > 90 else ''}" if line else ""


class ManualScreen(Screen):
    """The page of one code: what it claims, why it matters, and wrong beside right."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(60 / kit.large), -2 * kit.u(28))
        page_of = manual().get(self.code)
        title = f"{self.code}: {kit.say(page_of.title)}" if page_of else self.code
        panel, _ = page(kit, title, self._body, box=box)
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        desk.set_focus(panel.parts[0])
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        rows = list(self._rows(area.w))
        return rows, stack(rows, area.x, area.y, self.kit.u(12))

    def _rows(self, width: int) -> Iterator[Widget]:
        kit = self.kit
        page_of = manual().get(self.code)
        if page_of is None:
            yield Label(kit, T("There is no code {code}.", code=self.code), width)
            return
        yield Label(kit, page_of.why, width)
        for heading, example in page_of.examples():
            yield Label(kit, heading, width, bold=True, colour=kit.colours.navy)
            yield _sheet(self, example, width)

    def refreshed(self, doors: Doors) -> None:
        """The page is in words, which find their language when it is laid out."""


def _sheet(screen: ManualScreen, example: str, width: int) -> Panel:
    """An example on a sheet of its own, with its blanks at the beginning of lines."""
    kit, pad = screen.kit, screen.kit.u(14)
    text = Label(kit, firm(example), width - 2 * pad, size=SMALL)
    text.at(pad, pad)
    sheet = Panel(
        kit,
        Rect(0, 0, width, text.rect.h + 2 * pad),
        kit.colours.sheet,
        line=kit.colours.faint,
        shadow=0,
    )
    sheet.parts = [text]
    return sheet


def firm(example: str) -> str:
    """`example` with blanks that a line may begin with."""
    lines = example.split("\n")
    return "\n".join(FIRM * (2 * (len(x) - len(x.lstrip(" ")))) + x.lstrip(" ") for x in lines)
