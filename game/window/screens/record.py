"""The court record: people, exhibits, documents, law cards, and everything that was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.words import T, Words
from game.trial.view import Document, Exhibit, Law, Line, Person, View
from game.window.both import seen_at
from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Back, Intent
from game.window.kit import Kit
from game.window.names import STANDINGS, named
from game.window.rig import picture_of
from game.window.screens.base import Screen
from game.window.screens.document import Reading
from game.window.screens.documents import device
from game.window.screens.glossary import entries
from game.window.screens.moments import reason
from game.window.screens.page import Filled, scrolled
from game.window.theme import BODY, SMALL
from game.window.widgets.base import Message, Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Head, Icon, Panel
from game.window.widgets.scroll import ScrollArea

TABS: dict[str, tuple[Words, str]] = {
    "people": (T("People"), "people"),
    "exhibits": (T("Exhibits"), "magnifier"),
    "documents": (T("Documents"), "document"),
    "laws": (T("Law cards"), "book"),
    "transcript": (T("Transcript"), "chat"),
    "glossary": (T("Glossary"), "question"),
}
SIGNS = {"admitted": "check", "excluded": "cross", "offered": "clock"}
STEADY = 1.5  # tabs grow no larger than this


class Turn(Struct, frozen=True):
    """Show another tab, or another entry of it."""

    tab: str
    entry: str = ""


class RecordScreen(Screen):
    """A drawer over the trial; nothing in it changes the trial."""

    overlay = True
    name = "record"

    def __init__(self, table: Table, tab: str = "", entry: str = "") -> None:
        super().__init__()
        self.table: Table = table
        self.view: View = seen_at(table)
        full = (
            "exhibits" if self.view.exhibits else "documents" if self.view.documents else "people"
        )
        self.tab = tab or full
        self.entry = entry

    def refreshed(self, doors: Doors) -> None:
        self.view = seen_at(self.table)

    def on(self, message: Message) -> Intent | None:
        if isinstance(message, Turn):
            self.tab, self.entry = message.tab, message.entry
            self.again()
            return None
        return super().on(message)

    def laid(self) -> Desk:
        kit, stage, pad = self.kit, self.kit.stage, self.kit.u(22)
        wide = min(stage.w, kit.u(880 * max(1.0, kit.large * 0.85)))
        panel = Panel(kit, Rect(stage.right - wide, stage.y, wide, stage.h), radius=0, shadow=18)
        inner = panel.rect.inflate(-2 * pad, -2 * kit.u(14))
        close = Button(kit, T("Close the record"), Back(), icon="close", icon_only=True)
        close.key_name = "close"
        close.at(inner.right - close.rect.w, inner.y)
        wide = inner.w - close.rect.w - kit.u(12)
        tabs = self._tabs(wide)
        below = flow(tabs, inner.x, inner.y, wide, kit.u(8))
        top = below + kit.u(12)
        body = self._body(Rect(inner.x, top, inner.w, inner.bottom - top))
        panel.parts = [*tabs, close, *body]
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find(f"tab {self.tab}"))
        self._open_entry(desk)
        return desk

    def _tabs(self, width: int) -> list[Button]:
        """The tabs, with their signs where all of them then stand in one row."""
        signed = self._row(signs=True)
        end = flow(signed, 0, 0, width, self.kit.u(8))
        return signed if end == signed[0].rect.h else self._row(signs=False)

    def _row(self, *, signs: bool) -> list[Button]:
        kit = self.kit
        size = SMALL if kit.large <= STEADY else SMALL * STEADY / kit.large
        tabs = []
        for tab, (name, icon) in TABS.items():
            button = Button(kit, name, Turn(tab), icon=icon if signs else "", size=size)
            button.on, button.key_name = tab == self.tab, f"tab {tab}"
            tabs.append(button)
        return tabs

    def _open_entry(self, desk: Desk) -> None:
        """Scroll to the entry that was asked for."""
        page, entry = desk.find(f"page {self.tab}"), desk.find(f"entry {self.entry}")
        if isinstance(page, ScrollArea) and entry is not None:
            page.scroll(entry.rect.y - page.rect.y - self.kit.u(8))
        if isinstance(page, ScrollArea) and self.tab == "transcript":
            page.scroll(page.room)

    def _body(self, box: Rect) -> list[Widget]:
        if self.tab == "documents":
            return self._documents(box)
        rows: dict[str, Callable[[int], list[Widget]]] = {
            "people": lambda width: [_person(self.kit, p, width) for p in self.view.people],
            "exhibits": lambda width: [_exhibit(self.kit, e, width) for e in self.view.exhibits],
            "laws": lambda width: [_law(self.kit, law, width) for law in self.view.laws],
            "glossary": lambda width: entries(self.kit, self.view, width),
            "transcript": lambda width: [_said(self.kit, li, width) for li in self.view.lines],
        }

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            parts = rows[self.tab](inside.w) or [_nothing(self.kit, inside.w)]
            return parts, stack(parts, inside.x, inside.y, self.kit.u(12))

        area = scrolled(self.kit, box, body)
        area.key_name = f"page {self.tab}"
        return [area]

    def _documents(self, box: Rect) -> list[Widget]:
        """A row of titles, and the chosen document below it."""
        kit, documents = self.kit, self.view.documents
        if not documents:
            return [_at(_nothing(kit, box.w), box)]
        shown = next((d for d in documents if d.id == self.entry), documents[-1])
        titles = scrolled(kit, Rect(box.x, box.y, box.w, box.h * 3 // 10), self._titles(shown))
        titles.rect.h = min(titles.rect.h, titles.tall)
        titles.hold(titles.parts, titles.tall)
        titles.key_name = "titles"
        below = titles.rect.bottom + kit.u(8)
        frame, _ = device(
            kit, Reading(self.view, shown), Rect(box.x, below, box.w, box.bottom - below)
        )
        return [titles, frame]

    def _titles(self, shown: Document) -> Filled:
        kit = self.kit
        size = SMALL if kit.large <= STEADY else SMALL * STEADY / kit.large

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            titles: list[Widget] = []
            for document in self.view.documents:
                to = Turn("documents", document.id)
                title = Button(kit, document.title, to, size=size, most=inside.w)
                title.on, title.key_name = document is shown, f"title {document.id}"
                titles.append(title)
            return titles, flow(titles, inside.x, inside.y, inside.w, kit.u(8))

        return body


def _at(widget: Widget, box: Rect) -> Widget:
    widget.at(box.x, box.y)
    return widget


def _nothing(kit: Kit, width: int) -> Widget:
    return Label(kit, T("Nothing here yet."), width, colour=kit.colours.soft)


def _entry(kit: Kit, name: str, sign: Widget, rows: Sequence[Widget], width: int) -> Panel:
    """One plate of the record: a sign at the left, rows beside it."""
    pad = kit.u(14)
    below = stack(rows, sign.rect.w + 2 * pad, pad, kit.u(3))
    tall = max(below, pad + sign.rect.h) + pad
    plate = Panel(kit, Rect(0, 0, width, tall), kit.colours.card, line=kit.colours.faint, shadow=0)
    sign.at(pad, pad)
    plate.parts = [sign, *rows]
    plate.key_name = f"entry {name}"
    return plate


def _person(kit: Kit, person: Person, width: int) -> Panel:
    colours, side = kit.colours, kit.u(76)
    face = Head(kit, picture_of(person), side)
    inner = width - side - kit.u(42)
    rows: list[Widget] = [
        Label(kit, person.name, inner, size=BODY, bold=True, colour=colours.navy),
        Label(kit, person.part, inner, size=SMALL, colour=colours.burgundy),
    ]
    if person.about:
        rows.append(Label(kit, person.about, inner, size=BODY))
    return _entry(kit, person.id, face, rows, width)


def _exhibit(kit: Kit, exhibit: Exhibit, width: int) -> Panel:
    colours, side = kit.colours, kit.u(48)
    ink = {"admitted": colours.good, "excluded": colours.bad}.get(exhibit.standing, colours.soft)
    sign = Icon(kit, SIGNS.get(exhibit.standing, "clock"), side, ink)
    inner = width - side - kit.u(42)
    title = T("Exhibit {n}: {title}", n=exhibit.number, title=exhibit.title)
    about = T(
        "{standing} · {kind} · offered by: {side}",
        standing=named(STANDINGS, exhibit.standing),
        kind=exhibit.kind,
        side=exhibit.offered_by,
    )
    rows: list[Widget] = [
        Label(kit, title, inner, size=BODY, bold=True, colour=colours.navy),
        Label(kit, about, inner, size=SMALL, bold=True, colour=ink),
        Label(kit, exhibit.shows, inner, size=BODY),
    ]
    if exhibit.document:
        go = Button(kit, T("Open the document"), Turn("documents", exhibit.document),
                    icon="document", size=SMALL, most=inner)  # fmt: skip
        go.key_name = f"open {exhibit.id}"
        rows.append(go)
    return _entry(kit, exhibit.id, sign, rows, width)


def _law(kit: Kit, law: Law, width: int) -> Panel:
    colours, side = kit.colours, kit.u(48)
    inner = width - side - kit.u(42)
    fresh = T("In force since {date}; checked on {day}", date=law.in_force, day=law.checked)
    rows: list[Widget] = [
        Label(kit, law.title, inner, size=BODY, bold=True, colour=colours.navy),
        Label(kit, law.cited, inner, size=SMALL, colour=colours.burgundy),
        Label(kit, law.says, inner, size=BODY),
        Label(kit, fresh, inner, size=SMALL, colour=colours.soft),
    ]
    return _entry(kit, law.id, Icon(kit, "book", side, colours.navy), rows, width)


def _said(kit: Kit, line: Line, width: int) -> Widget:
    if line.manner == "reason":
        return reason(kit, line, width)
    colours = kit.colours
    if line.manner == "scene":
        return Label(kit, line.says, width, size=BODY, bold=True, colour=colours.navy)
    name = line.name or (T("In court") if line.manner == "stage" else T("Narrator"))
    rows: list[Widget] = [
        Label(kit, name, width - kit.u(70), size=SMALL, bold=True, colour=colours.burgundy),
        Label(kit, line.says, width - kit.u(70), size=BODY),
    ]
    icon = {"ruled": "gavel", "stage": "scales", "told": "book"}.get(line.manner, "chat")
    return _entry(kit, "", Icon(kit, icon, kit.u(28), colours.navy), rows, width)
