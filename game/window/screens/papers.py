"""Pages, posts, letters, records and statements: each head and passage in its own manner."""

from __future__ import annotations

from pygame import Rect

from game.window.kit import Kit
from game.window.screens.document import Reading, caption, face, noted, said
from game.window.theme import BODY, SMALL, mixed
from game.window.widgets.base import Widget, stack
from game.window.widgets.label import Label
from game.window.widgets.panel import Block, Group, Icon, Panel

# heads


def address_bar(kit: Kit, reading: Reading, screen: Rect, radius: float) -> Widget:
    """A browser's bar: three dots, and the title where the address stands."""
    colours, pad = kit.colours, kit.u(14)
    dot = kit.u(11)
    left = 3 * (dot + kit.u(7)) + kit.u(8)
    title = Label(kit, reading.document.title, screen.w - 2 * pad - left - 2 * kit.u(14),
                  size=BODY, colour=colours.ink)  # fmt: skip
    pill = Rect(screen.x + pad + left, screen.y + kit.u(8), screen.w - 2 * pad - left,
                title.rect.h + 2 * kit.u(3))  # fmt: skip
    tall = pill.h + 2 * kit.u(8)
    top = Rect(screen.x, screen.y, screen.w, tall)
    title.at(pill.x + kit.u(14), pill.y + kit.u(3))
    parts: list[Widget] = [
        Panel(kit, top, colours.card_on, shadow=0, radius=radius),
        Block(kit, Rect(top.x, top.centery, top.w, top.bottom - top.centery), colours.card_on),
        Panel(kit, pill, colours.card, line=colours.line, shadow=0, radius=16),
    ]
    for number in range(3):
        spot = Rect(screen.x + pad + number * (dot + kit.u(7)), 0, dot, dot)
        spot.centery = top.centery
        parts.append(Panel(kit, spot, colours.line, shadow=0, radius=99))
    return Group(kit, top, [*parts, title])


def letterhead(kit: Kit, reading: Reading, screen: Rect, radius: float) -> Widget:
    """The title beside an envelope, and a broken line as on a folded sheet."""
    colours, pad = kit.colours, kit.u(30)
    side = kit.letters(BODY * 1.3)
    title = Label(kit, reading.document.title, screen.w - 2 * pad - side - kit.u(16), size=BODY,
                  bold=True, colour=colours.navy)  # fmt: skip
    tall = max(side, title.rect.h) + 2 * kit.u(14)
    top = Rect(screen.x, screen.y, screen.w, tall)
    title.at(screen.x + pad, top.centery - title.rect.h // 2)
    sign = Icon(kit, "mail", side, colours.burgundy)
    sign.at(screen.right - pad - side, top.centery - side // 2)
    dash, step = kit.u(12), kit.u(20)
    fold = [
        Block(kit, Rect(x, top.bottom - kit.u(2), dash, kit.u(2)), colours.faint)
        for x in range(screen.x + pad, screen.right - pad - dash, step)
    ]
    return Group(kit, top, [title, sign, *fold])


def strip(kit: Kit, reading: Reading, screen: Rect, radius: float) -> Widget:
    """The title of a list, on a strip with a line above and below it."""
    colours, pad = kit.colours, kit.u(18)
    side = kit.letters(BODY)
    title = Label(kit, reading.document.title, screen.w - 2 * pad - side - kit.u(10), size=BODY,
                  bold=True, colour=colours.ink)  # fmt: skip
    tall = title.rect.h + 2 * kit.u(10)
    top = Rect(screen.x, screen.y, screen.w, tall)
    title.at(screen.x + pad + side + kit.u(10), screen.y + kit.u(10))
    sign = Icon(kit, "document", side, colours.navy)
    sign.at(screen.x + pad, top.centery - side // 2)
    back = Panel(kit, top, colours.card_on, shadow=0, radius=radius)
    line = Block(kit, Rect(top.x, top.bottom - kit.u(2), top.w, kit.u(2)), colours.line)
    return Group(kit, top, [back, line, title, sign])


def ruled(kit: Kit, reading: Reading, screen: Rect, radius: float) -> Widget:
    """The title of an official sheet, above a thick and a thin line."""
    colours, pad = kit.colours, kit.u(18)
    title = Label(kit, reading.document.title, screen.w - 2 * pad, size=BODY, bold=True,
                  colour=colours.burgundy, centred=True)  # fmt: skip
    title.at(screen.x + pad, screen.y + kit.u(11))
    y = title.rect.bottom + kit.u(7)
    lines = [Block(kit, Rect(screen.x + pad, y, screen.w - 2 * pad, kit.u(3)), colours.burgundy)]
    y += kit.u(5)
    lines += [Block(kit, Rect(screen.x + pad, y, screen.w - 2 * pad, kit.u(1)), colours.burgundy)]
    return Group(kit, Rect(screen.x, screen.y, screen.w, y + kit.u(1) - screen.y), [title, *lines])


# passages


def block(kit: Kit, reading: Reading, number: int, spot: Rect, more: bool) -> list[Widget]:
    """A block of a page, with a bar at its left."""
    passage, colours = reading.document.passages[number], kit.colours
    edge = kit.u(16)
    rows: list[Widget] = []
    if told := caption(passage.channel, "" if more else passage.name, passage.at):
        rows.append(Label(kit, told, spot.w - 2 * edge, size=SMALL, colour=colours.soft))
    rows.append(said(kit, reading, passage, spot.w - 2 * edge))
    below = stack(rows, spot.x + edge, spot.y, kit.u(2))
    bar = Block(kit, Rect(spot.x, spot.y, kit.u(4), below - spot.y), colours.line)
    note = noted(kit, passage, Rect(spot.x + edge, below + kit.u(6), spot.w - 2 * edge, 0))
    return [bar, *rows, *note]


def entry(kit: Kit, reading: Reading, number: int, spot: Rect, more: bool) -> list[Widget]:
    """An entry of a feed: head, name and time, the words, and the signs below them."""
    passage, colours, pad = reading.document.passages[number], kit.colours, kit.u(14)
    side = kit.u(44)
    left = side + 2 * pad
    inner = spot.w - left - pad
    told = caption(passage.channel, passage.name, passage.at)
    rows: list[Widget] = [
        *([Label(kit, told, inner, size=SMALL, colour=colours.soft)] if told else []),
        said(kit, reading, passage, inner),
    ]
    below = stack(rows, spot.x + left, spot.y + kit.u(10), kit.u(2)) + kit.u(8)
    sign = kit.letters(SMALL * 0.95)
    ink = mixed(colours.soft, colours.bubble, 0.35)
    for place, name in enumerate(("heart", "chat", "share")):
        icon = Icon(kit, name, sign, ink)
        icon.at(spot.x + left + place * (sign + kit.u(26)), below)
        rows.append(icon)
    note = noted(kit, passage, Rect(spot.x + left, below + sign + kit.u(6), inner, 0))
    bottom = (note[0].rect.bottom if note else below + sign) + kit.u(8)
    head = face(kit, reading, passage, side)
    head.at(spot.x + pad, spot.y + kit.u(12))
    fill = colours.bubble_mine if passage.mine else colours.bubble
    line = colours.line if colours.edge > 2 else None
    card = Panel(kit, Rect(spot.x, spot.y, spot.w, bottom - spot.y), fill, line=line, shadow=3,
                 radius=12)  # fmt: skip
    card.parts = [head, *rows, *note]
    return [card]


def paragraph(kit: Kit, reading: Reading, number: int, spot: Rect, more: bool) -> list[Widget]:
    """A paragraph of a letter; names stand there only where several write."""
    passage, edge = reading.document.passages[number], kit.u(18)
    name = "" if more or reading.author else passage.name
    rows: list[Widget] = []
    if told := caption(passage.channel, name, passage.at):
        rows.append(Label(kit, told, spot.w - 2 * edge, size=SMALL, colour=kit.colours.soft))
    rows.append(said(kit, reading, passage, spot.w - 2 * edge))
    below = stack(rows, spot.x + edge, spot.y, kit.u(2))
    note = noted(kit, passage, Rect(spot.x + edge, below + kit.u(6), spot.w - 2 * edge, 0))
    return [*rows, *note]


def row(kit: Kit, reading: Reading, number: int, spot: Rect, more: bool) -> list[Widget]:
    """A row of a list: when, and what; where letters are large the one above the other."""
    passage, colours = reading.document.passages[number], kit.colours
    times = [p.at for p in reading.document.passages if p.at]
    beside = kit.large <= 1.5 and bool(times)
    column = max(_when(kit, at, spot.w).rect.w for at in times) + kit.u(28) if beside else 0
    x, width = spot.x + column + kit.u(10), spot.w - column - kit.u(20)
    who = caption(passage.channel, "" if more else passage.name, "" if beside else passage.at)
    rows: list[Widget] = []
    if who:
        rows.append(Label(kit, who, width, size=SMALL, bold=True, colour=colours.navy))
    rows.append(said(kit, reading, passage, width))
    below = stack(rows, x, spot.y + kit.u(9), kit.u(2))
    note = noted(kit, passage, Rect(x, below + kit.u(6), width, 0))
    bottom = (note[0].rect.bottom if note else below) + kit.u(9)
    lines = [Block(kit, Rect(spot.x, bottom, spot.w, kit.u(1.5)), colours.faint)]
    if beside:
        split = Rect(spot.x + column, spot.y, kit.u(1.5), bottom - spot.y)
        lines.append(Block(kit, split, colours.faint))
    if beside and passage.at:
        when = _when(kit, passage.at, spot.w)
        when.at(spot.x + kit.u(10), rows[0].rect.y)
        rows.append(when)
    return [*lines, *rows, *note]


def numbered(kit: Kit, reading: Reading, number: int, spot: Rect, more: bool) -> list[Widget]:
    """A sentence of a statement, on a line of its own behind a red margin."""
    passage, colours = reading.document.passages[number], kit.colours
    margin = kit.u(30) + kit.letters(SMALL)
    x, width = spot.x + margin + kit.u(14), spot.w - margin - kit.u(24)
    name = "" if more or reading.author else passage.name
    rows: list[Widget] = []
    if told := caption(passage.channel, name, passage.at):
        rows.append(Label(kit, told, width, size=SMALL, bold=True, colour=colours.navy))
    rows.append(said(kit, reading, passage, width))
    below = stack(rows, x, spot.y, kit.u(2))
    note = noted(kit, passage, Rect(x, below + kit.u(6), width, 0))
    bottom = (note[0].rect.bottom if note else below) + kit.u(6)
    count = Label(kit, f"{number + 1}", margin, size=SMALL, colour=colours.soft, snug=True)
    count.at(spot.x + margin - kit.u(12) - count.rect.w, rows[-1].rect.y + kit.u(2))
    gap = kit.u(11)
    red = mixed(colours.burgundy, colours.sheet, 0.45)
    edge = Block(
        kit, Rect(spot.x + margin, spot.y - kit.u(4), kit.u(2), bottom - spot.y + gap), red
    )
    line = Block(kit, Rect(x, bottom, width, kit.u(1)), colours.faint)
    return [edge, line, count, *rows, *note]


def _when(kit: Kit, at: str, width: int) -> Label:
    return Label(kit, at, width, size=SMALL, bold=True, colour=kit.colours.navy, snug=True)


# feet


def signature(kit: Kit, reading: Reading, spot: Rect) -> list[Widget]:
    """The name of whoever wrote the letter, at the right, with a seal."""
    return _signed(kit, reading, spot, "seal")


def thumbprint(kit: Kit, reading: Reading, spot: Rect) -> list[Widget]:
    """The name of whoever made the statement, with a print of the thumb."""
    return _signed(kit, reading, spot, "fingerprint")


def _signed(kit: Kit, reading: Reading, spot: Rect, icon: str) -> list[Widget]:
    if not reading.author:
        return []
    colours, edge = kit.colours, kit.u(18)
    side = kit.letters(BODY * 2.2)
    name = Label(kit, reading.author, spot.w - 2 * edge - side - kit.u(14), bold=True,
                 colour=colours.ink, snug=True)  # fmt: skip
    sign = Icon(kit, icon, side, mixed(colours.burgundy, colours.sheet, 0.25))
    sign.at(spot.right - edge - side, spot.y + kit.u(6))
    name.at(sign.rect.x - kit.u(14) - name.rect.w, sign.rect.centery - name.rect.h // 2)
    return [name, sign]
