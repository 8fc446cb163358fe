"""Messages on a phone: bubbles, and for other ways by which one comes a frame and a sign."""

from __future__ import annotations

from msgspec import Struct
from pygame import Rect

from game.trial.view import Passage
from game.window.kit import Kit
from game.window.screens.document import Reading, caption, face, noted, said
from game.window.theme import SMALL, mixed
from game.window.widgets.base import Widget
from game.window.widgets.label import Label
from game.window.widgets.panel import Block, Icon, Panel

ORNAMENT = 84  # the side of a code or a stamp


class Frame(Struct, frozen=True):
    """How a message looks that came in this way; `band` and `fill` are colours of the palette."""

    icon: str
    band: str
    radius: float
    fill: str = "bubble"
    ornament: str = ""  # a picture beside the text


FRAMES = {
    "text_message": Frame("text_message", "navy_hot", 8),
    "phone_call": Frame("call", "good", 24),
    "qr_poster": Frame("qr", "burgundy", 2, "sheet", "qr"),
    "live_comment": Frame("live", "bad", 18),
    "game_mail": Frame("mail", "navy", 10, "sheet"),
    "notice": Frame("seal", "burgundy", 4, "sheet", "seal"),
    "web_page": Frame("web_page", "card_on", 10, "card"),
}
TALKS = {"group_chat": "people", "private_chat": "chat"}


def message(kit: Kit, reading: Reading, number: int, spot: Rect, more: bool) -> list[Widget]:
    """A message in the frame of its channel, else in a bubble."""
    passage = reading.document.passages[number]
    if frame := FRAMES.get(passage.via):
        return _framed(kit, reading, passage, spot, frame)
    return _bubble(kit, reading, passage, spot, more)


def _bubble(kit: Kit, reading: Reading, passage: Passage, spot: Rect, more: bool) -> list[Widget]:
    """A message: head, name and time, bubble, and what the technical officer noted."""
    colours, pad = kit.colours, kit.u(13)
    side = kit.u(44)
    edge = side + kit.u(10)
    inner = spot.w - edge - kit.u(30) - 2 * pad
    text = said(kit, reading, passage, inner)
    wide = text.rect.w + 2 * pad
    x = spot.right - edge - wide if passage.mine else spot.x + edge
    parts: list[Widget] = []
    y = spot.y
    told = caption(passage.channel, "" if more else passage.name, passage.at)
    if told:
        parts += _over(kit, passage, told, Rect(spot.x + edge, y, spot.w - 2 * edge, 0))
        y = parts[-1].rect.bottom + kit.u(2)
    fill = colours.bubble_mine if passage.mine else colours.bubble
    line = colours.line if colours.edge > 2 else None
    bubble = Panel(
        kit, Rect(x, y, wide, text.rect.h + 2 * kit.u(8)), fill, line=line, shadow=3, radius=14
    )
    text.at(x + pad, y + kit.u(8))
    bubble.parts = [text]
    parts.append(bubble)
    if not more:
        head = face(kit, reading, passage, side)
        head.at(spot.right - side if passage.mine else spot.x, spot.y)
        parts.insert(0, head)
    below = Rect(spot.x + edge, bubble.rect.bottom + kit.u(6), spot.w - edge, 0)
    return [*parts, *noted(kit, passage, below)]


def _over(kit: Kit, passage: Passage, told: str, row: Rect) -> list[Widget]:
    """What stands over a bubble, after the sign of its channel if it has one."""
    soft = kit.colours.soft
    side = kit.letters(SMALL) if passage.via in TALKS else 0
    lead = side + kit.u(6) if side else 0
    label = Label(kit, told, row.w - lead, size=SMALL, colour=soft, snug=True)
    x = row.right - label.rect.w - lead if passage.mine else row.x
    label.at(x + lead, row.y)
    if not side:
        return [label]
    sign = Icon(kit, TALKS[passage.via], side, soft)
    sign.at(x, row.y + (label.rect.h - side) // 2)
    return [sign, label]


def _framed(kit: Kit, reading: Reading, passage: Passage, spot: Rect, frame: Frame) -> list[Widget]:
    """A card with a band that tells the channel, who, and when; the text below it."""
    colours, pad = kit.colours, kit.u(14)
    band, fill = getattr(colours, frame.band), getattr(colours, frame.fill)
    ink = colours.ink if frame.band == "card_on" else colours.on_navy
    wide = spot.w - kit.u(24)
    x = spot.right - wide if passage.mine else spot.x
    told = caption(passage.channel, passage.name, passage.at)
    side = kit.letters(SMALL * 1.15)
    label = Label(kit, told, wide - 3 * pad - side, size=SMALL, bold=True, colour=ink)
    tall = label.rect.h + 2 * kit.u(5)
    picture = kit.u(ORNAMENT * min(kit.large, 1.4)) if frame.ornament else 0
    text = said(kit, reading, passage, wide - 2 * pad - (picture + pad if picture else 0))
    under = spot.y + tall + kit.u(10)
    bottom = max(under + text.rect.h, under + picture) + kit.u(10)
    card = Panel(
        kit, Rect(x, spot.y, wide, bottom - spot.y), fill, line=colours.line, shadow=3,
        radius=frame.radius,
    )  # fmt: skip
    top = Rect(x, spot.y, wide, tall)
    rounded = Panel(kit, top, band, line=colours.line, shadow=0, radius=frame.radius)
    edge = round(kit.u(colours.edge))
    square = Block(
        kit, Rect(x + edge, top.centery, wide - 2 * edge, top.bottom - top.centery), band
    )
    sign = Icon(kit, frame.icon, side, ink)
    sign.at(x + pad, top.centery - side // 2)
    label.at(x + 2 * pad + side - kit.u(4), spot.y + kit.u(5))
    text.at(x + pad, under)
    card.parts = [rounded, square, sign, label, text]
    if picture:
        mark = colours.ink if frame.ornament == "qr" else mixed(colours.burgundy, fill, 0.35)
        drawn = Icon(kit, frame.ornament, picture, mark)
        drawn.at(card.rect.right - pad - picture, under)
        card.parts.append(drawn)
    below = Rect(x + pad, card.rect.bottom + kit.u(6), wide - pad, 0)
    return [card, *noted(kit, passage, below)]
