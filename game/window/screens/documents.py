"""How documents look: chats and calls on a phone, pages and posts in a browser, others on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pygame import Rect

from game.scenario.words import Words
from game.trial.view import Document, Passage, View
from game.window.kit import Kit
from game.window.screens.page import scrolled
from game.window.theme import BODY, SMALL, Colour
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.label import Label, Phrase
from game.window.widgets.panel import Block, Group, Head, Icon, Panel
from game.window.widgets.scroll import ScrollArea

PHONE, BROWSER, PAPER = "phone", "browser", "paper"
LOOKS = {"chat": PHONE, "call": PHONE, "page": BROWSER, "post": BROWSER}
ICONS = {"chat": "chat", "call": "call", "page": "language", "post": "people"}
SAYS = 21  # text size inside documents
NIGHT: Colour = (13, 18, 34)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document to read; `tick` makes the message of a phrase that can be tapped."""

    view: View
    document: Document
    tick: Callable[[str], Message] | None = None
    picks: tuple[str, ...] = ()
    on: tuple[str, ...] = ()

    @property
    def look(self) -> str:
        return LOOKS.get(self.document.kind, PAPER)

    def portrait(self, passage: Passage) -> str:
        people: Mapping[str, str] = {p.id: p.portrait for p in self.view.people}
        return people.get(passage.by, "")

    def phrases(self, passage: Passage) -> dict[str, Message]:
        """What can be tapped in `passage`."""
        if self.tick is None:
            return {}
        return {r.pick: self.tick(r.pick) for r in passage.says if r.pick in self.picks}


def device(kit: Kit, reading: Reading, box: Rect) -> tuple[Panel, ScrollArea]:
    """The document in its frame, filling `box`; and the part of it that scrolls."""
    colours, look = kit.colours, reading.look
    rim = kit.u({PHONE: 14, BROWSER: 3, PAPER: 3}[look])
    radius = {PHONE: 40, BROWSER: 14, PAPER: 5}[look]
    ground = {PHONE: colours.phone, BROWSER: colours.card, PAPER: colours.sheet}[look]
    frame = Panel(kit, box, NIGHT if look == PHONE else colours.line, radius=radius)
    screen = box.inflate(-2 * rim, -2 * rim)
    glass = Panel(kit, screen, ground, shadow=0, radius=radius - (14 if look == PHONE else 3))
    head = _head(kit, reading, screen, glass.radius)
    below = Rect(screen.x, head.rect.bottom, screen.w, screen.bottom - head.rect.bottom)
    inside = below.inflate(-kit.u(24), -kit.u(16))
    area = scrolled(kit, inside, lambda spot: passages(kit, reading, spot))
    area.key_name = f"document {reading.document.id}"
    frame.parts = [glass, head, area]
    return frame, area


def _head(kit: Kit, reading: Reading, screen: Rect, radius: float) -> Widget:
    """The title of the document, as its look has it."""
    colours, pad = kit.colours, kit.u(18)
    paper = reading.look == PAPER
    side = kit.letters(BODY)
    left = 0 if paper else side + kit.u(10)
    title = Label(
        kit,
        reading.document.title,
        screen.w - 2 * pad - left,
        size=BODY,
        bold=True,
        colour=colours.ink if paper else colours.on_navy,
        centred=paper,
    )
    tall = title.rect.h + 2 * kit.u(9)
    top = Rect(screen.x, screen.y, screen.w, tall)
    title.at(screen.x + pad + left, screen.y + kit.u(9))
    if paper:
        line = Rect(screen.x + pad, top.bottom, screen.w - 2 * pad, kit.u(2))
        top.h += line.h
        return Group(kit, top, [title, Block(kit, line, colours.burgundy)])
    round_top = Panel(kit, top, colours.navy, shadow=0, radius=radius)
    half = tall // 2
    square = Block(kit, Rect(top.x, top.y + half, top.w, tall - half), colours.navy)
    sign = Icon(kit, ICONS.get(reading.document.kind, "document"), side, colours.gold)
    sign.at(screen.x + pad, screen.y + (tall - side) // 2)
    return Group(kit, top, [round_top, square, title, sign])


def passages(kit: Kit, reading: Reading, spot: Rect) -> tuple[Sequence[Widget], int]:
    """All passages from `spot` on, and the y below them."""
    laid = _bubble if reading.look == PHONE else _paragraph
    parts: list[Widget] = []
    y = spot.y + kit.u(4)
    last = ""
    for passage in reading.document.passages:
        group = laid(kit, reading, passage, Rect(spot.x, y, spot.w, 0), passage.by == last)
        parts += group
        y = max(part.rect.bottom for part in group) + kit.u(14 if reading.look == PHONE else 10)
        last = passage.by
    return parts, y


def _says(kit: Kit, reading: Reading, passage: Passage, width: int) -> Label:
    says = Label(kit, passage.says, width, size=SAYS, snug=True, phrases=reading.phrases(passage))
    for phrase in says.phrases:
        phrase.on = phrase.key_name in reading.on
    return says


def _bubble(kit: Kit, reading: Reading, passage: Passage, spot: Rect, more: bool) -> list[Widget]:
    """A message: head, name and time, bubble, and what the technical officer noted."""
    colours, pad = kit.colours, kit.u(13)
    side = kit.u(44)
    edge = side + kit.u(10)
    inner = spot.w - edge - kit.u(30) - 2 * pad
    text = _says(kit, reading, passage, inner)
    wide = text.rect.w + 2 * pad
    x = spot.right - edge - wide if passage.mine else spot.x + edge
    parts: list[Widget] = []
    y = spot.y
    if caption := _caption(passage, more):
        label = Label(kit, caption, spot.w - edge, size=SMALL, colour=colours.soft, snug=True)
        label.at(spot.right - edge - label.rect.w if passage.mine else x, y)
        parts.append(label)
        y = label.rect.bottom + kit.u(2)
    fill = colours.bubble_mine if passage.mine else colours.bubble
    line = colours.line if colours.edge > 2 else None
    bubble = Panel(
        kit, Rect(x, y, wide, text.rect.h + 2 * kit.u(8)), fill, line=line, shadow=3, radius=14
    )
    text.at(x + pad, y + kit.u(8))
    bubble.parts = [text]
    parts.append(bubble)
    if not more:
        head = _face(kit, reading, passage, side)
        head.at(spot.right - side if passage.mine else spot.x, spot.y)
        parts.insert(0, head)
    if passage.note:
        parts.append(
            _note(
                kit,
                passage.note,
                Rect(spot.x + edge, bubble.rect.bottom + kit.u(6), spot.w - edge, 0),
            )
        )
    return parts


def _caption(passage: Passage, more: bool) -> Words | str:
    said = [passage.channel, "" if more else passage.name, passage.at]
    return "  ".join(part for part in said if part)


def _face(kit: Kit, reading: Reading, passage: Passage, side: int) -> Widget:
    if portrait := reading.portrait(passage):
        return Head(kit, portrait, side)
    colours = kit.colours
    fill = colours.burgundy if passage.mine else colours.navy_hot
    badge = Panel(kit, Rect(0, 0, side, side), fill, shadow=0, radius=999)
    letter = Label(kit, _initial(passage.name), side, size=BODY / max(1, kit.large), bold=True,
                   colour=colours.on_navy, centred=True)  # fmt: skip
    letter.at(0, (side - letter.rect.h) // 2)
    badge.parts = [letter]
    return badge


def _paragraph(
    kit: Kit, reading: Reading, passage: Passage, spot: Rect, more: bool
) -> list[Widget]:
    """A paragraph, with who and when above it."""
    edge = kit.u(10)
    rows: list[Widget] = []
    if caption := _caption(passage, more):
        rows.append(
            Label(kit, caption, spot.w - 2 * edge, size=SMALL, bold=True, colour=kit.colours.navy)
        )
    rows.append(_says(kit, reading, passage, spot.w - 2 * edge))
    below = stack(rows, spot.x + edge, spot.y, kit.u(2))
    if passage.note:
        rows.append(
            _note(kit, passage.note, Rect(spot.x + edge, below + kit.u(6), spot.w - 2 * edge, 0))
        )
    return rows


def _note(kit: Kit, note: str, spot: Rect) -> Panel:
    """What the technical officer found."""
    colours, pad = kit.colours, kit.u(10)
    side = kit.letters(SMALL)
    text = Label(kit, note, spot.w - side - 3 * pad, size=SMALL)
    plate = Panel(
        kit,
        Rect(spot.x, spot.y, spot.w, text.rect.h + 2 * kit.u(6)),
        colours.card_hot,
        line=colours.phrase,
        shadow=0,
        radius=8,
    )
    sign = Icon(kit, "magnifier", side, colours.phrase)
    sign.at(spot.x + pad, spot.y + kit.u(9))
    text.at(spot.x + side + 2 * pad, spot.y + kit.u(6))
    plate.parts = [sign, text]
    return plate


def tapped(area: ScrollArea) -> list[Phrase]:
    """All phrases in a document that can be tapped."""
    return [widget for widget in area.family() if isinstance(widget, Phrase)]


def _initial(name: str) -> str:
    """The first letter of a name, past quotation marks and the like."""
    return next((sign for sign in name if sign.isalnum()), "?")
