"""How documents look: on a phone, in a browser, in a feed, or on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from pygame import Rect

from game.window.kit import Kit
from game.window.screens import channels, papers
from game.window.screens.document import Reading
from game.window.screens.page import scrolled
from game.window.theme import BODY, Colour
from game.window.widgets.base import Widget
from game.window.widgets.label import Label, Phrase
from game.window.widgets.panel import Block, Group, Icon, Panel
from game.window.widgets.scroll import ScrollArea

NIGHT: Colour = (13, 18, 34)

# A passage from the top of a rectangle on; `more` says that the one before was by the same.
Laid = Callable[[Kit, Reading, int, Rect, bool], list[Widget]]
Headed = Callable[[Kit, Reading, Rect, float], Widget]


def _bar(kit: Kit, reading: Reading, screen: Rect, radius: float) -> Widget:
    """The title on the dark bar of an app."""
    colours, pad = kit.colours, kit.u(18)
    side = kit.letters(BODY)
    left = side + kit.u(10)
    title = Label(kit, reading.document.title, screen.w - 2 * pad - left, size=BODY, bold=True,
                  colour=colours.on_navy)  # fmt: skip
    tall = title.rect.h + 2 * kit.u(9)
    top = Rect(screen.x, screen.y, screen.w, tall)
    title.at(screen.x + pad + left, screen.y + kit.u(9))
    round_top = Panel(kit, top, colours.navy, shadow=0, radius=radius)
    half = tall // 2
    square = Block(kit, Rect(top.x, top.y + half, top.w, tall - half), colours.navy)
    sign = Icon(kit, ICONS.get(reading.document.kind, "document"), side, colours.gold)
    sign.at(screen.x + pad, screen.y + (tall - side) // 2)
    return Group(kit, top, [round_top, square, title, sign])


class Look(Struct, frozen=True):
    """How one kind of document looks: `rim` and `radius` of its frame, and what it is laid with."""

    rim: float
    radius: float
    glass: float  # radius within the rim
    ground: str  # a colour of the palette
    head: Headed
    passage: Laid
    gap: float = 10  # between passages
    foot: Callable[[Kit, Reading, Rect], list[Widget]] | None = None


ICONS = {"chat": "chat", "call": "call", "post": "people"}
PHONE = Look(14, 40, 26, "phone", _bar, channels.message, 14)
LOOKS = {
    "chat": PHONE,
    "call": PHONE,
    "page": Look(3, 14, 11, "card", papers.address_bar, papers.block, 14),
    "post": Look(3, 14, 11, "phone", _bar, papers.entry, 12),
    "letter": Look(3, 3, 1, "sheet", papers.letterhead, papers.paragraph, 14, papers.signature),
    "record": Look(3, 5, 2, "sheet", papers.strip, papers.row, 0),
    "statement": Look(3, 3, 1, "sheet", papers.ruled, papers.numbered, 4, papers.thumbprint),
}


def device(kit: Kit, reading: Reading, box: Rect) -> tuple[Panel, ScrollArea]:
    """The document in its frame, filling `box`; and the part of it that scrolls."""
    colours, look = kit.colours, LOOKS.get(reading.document.kind, LOOKS["record"])
    rim = kit.u(look.rim)
    frame = Panel(kit, box, NIGHT if look is PHONE else colours.line, radius=look.radius)
    screen = box.inflate(-2 * rim, -2 * rim)
    ground: Colour = getattr(colours, look.ground)
    glass = Panel(kit, screen, ground, shadow=0, radius=look.glass)
    head = look.head(kit, reading, screen, look.glass)
    below = Rect(screen.x, head.rect.bottom, screen.w, screen.bottom - head.rect.bottom)
    inside = below.inflate(-kit.u(24), -kit.u(16))
    area = scrolled(kit, inside, lambda spot: passages(kit, reading, look, spot))
    area.key_name = f"document {reading.document.id}"
    frame.parts = [glass, head, area]
    return frame, area


def passages(kit: Kit, reading: Reading, look: Look, spot: Rect) -> tuple[Sequence[Widget], int]:
    """All passages from `spot` on, and the y below them."""
    parts: list[Widget] = []
    y = spot.y + kit.u(4)
    last = ""
    for number, passage in enumerate(reading.document.passages):
        group = look.passage(kit, reading, number, Rect(spot.x, y, spot.w, 0), passage.by == last)
        parts += group
        y = max(part.rect.bottom for part in group) + kit.u(look.gap)
        last = passage.by
    if look.foot is not None and (foot := look.foot(kit, reading, Rect(spot.x, y, spot.w, 0))):
        parts += foot
        y = max(part.rect.bottom for part in foot) + kit.u(8)
    return parts, y


def tapped(area: ScrollArea) -> list[Phrase]:
    """All phrases in a document that can be tapped."""
    return [widget for widget in area.family() if isinstance(widget, Phrase)]
