"""What all documents are read with: who is reading, what can be tapped, faces, captions, notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from pygame import Rect

from game.trial.view import Document, Passage, View
from game.window.kit import Kit
from game.window.theme import BODY, SMALL
from game.window.widgets.base import Message, Widget
from game.window.widgets.label import Label
from game.window.widgets.panel import Head, Icon, Panel

SAYS = 21  # text size inside documents


class Reading(Struct, frozen=True):
    """A document to read; `tick` makes the message of a phrase that can be tapped."""

    view: View
    document: Document
    tick: Callable[[str], Message] | None = None
    picks: tuple[str, ...] = ()
    on: tuple[str, ...] = ()

    @property
    def author(self) -> str:
        """The name of whoever wrote all of it, if it is one alone."""
        names = {passage.name for passage in self.document.passages if passage.name}
        return names.pop() if len(names) == 1 else ""

    def portrait(self, passage: Passage) -> str:
        people: Mapping[str, str] = {p.id: p.portrait for p in self.view.people}
        return people.get(passage.by, "")

    def phrases(self, passage: Passage) -> dict[str, Message]:
        """What can be tapped in `passage`."""
        if self.tick is None:
            return {}
        return {r.pick: self.tick(r.pick) for r in passage.says if r.pick in self.picks}


def said(kit: Kit, reading: Reading, passage: Passage, width: int) -> Label:
    """The text of `passage`, with its phrases."""
    says = Label(kit, passage.says, width, size=SAYS, snug=True, phrases=reading.phrases(passage))
    for phrase in says.phrases:
        phrase.on = phrase.key_name in reading.on
    return says


def caption(*parts: str) -> str:
    """The parts that there are, well apart."""
    return "  ".join(part for part in parts if part)


def face(kit: Kit, reading: Reading, passage: Passage, side: int) -> Widget:
    """The head of whoever speaks, or the first letter of the name on a badge."""
    if portrait := reading.portrait(passage):
        return Head(kit, portrait, side)
    colours = kit.colours
    fill = colours.burgundy if passage.mine else colours.navy_hot
    badge = Panel(kit, Rect(0, 0, side, side), fill, shadow=0, radius=999)
    letter = Label(kit, _initial(passage.name), side, size=BODY / max(1, kit.large), bold=True,
                   colour=colours.on_navy, centred=True, read=False)  # fmt: skip
    letter.at(0, (side - letter.rect.h) // 2)
    badge.parts = [letter]
    return badge


def noted(kit: Kit, passage: Passage, spot: Rect) -> list[Widget]:
    """What the technical officer found, on a plate at the top of `spot`; nothing where nothing."""
    if not passage.note:
        return []
    colours, pad = kit.colours, kit.u(10)
    side = kit.letters(SMALL)
    text = Label(kit, passage.note, spot.w - side - 3 * pad, size=SMALL)
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
    return [plate]


def _initial(name: str) -> str:
    """The first letter of a name, past quotation marks and the like."""
    return next((sign for sign in name if sign.isalnum()), "?")
