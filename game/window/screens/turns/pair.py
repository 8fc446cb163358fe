"""Pair: press a card on the left, one on the right, then their relation; links can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.steps import Staging
from game.scenario.words import T, Words
from game.trial.view import Option, Turn, View
from game.window.kit import Kit
from game.window.screens.page import scrolled
from game.window.screens.turns.balance import HEAVIER, LIGHTER, SIGNS, Balance
from game.window.screens.turns.base import (
    Answering,
    Done,
    Picks,
    aids,
    confirm,
    digits,
    whose_turn,
)
from game.window.theme import BODY, SMALL, SPEECH, mixed
from game.window.widgets.base import Message, Widget, flow, stack
from game.window.widgets.button import Button, Card
from game.window.widgets.label import Label
from game.window.widgets.links import Links, Thread
from game.window.widgets.panel import Block, Group, Icon, Panel
from game.window.widgets.scroll import ScrollArea

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Side(Struct, frozen=True):
    """A card is pressed, in the column called left or right."""

    column: str
    pick: str


class Relate(Struct, frozen=True):
    relation: str


class Unlink(Struct, frozen=True):
    link: str


class Pairing(Answering):
    """Picks are `left~right~relation`. With exhibits on the right it is the sheet of findings."""

    peopled = False

    def __init__(self, turn: Turn) -> None:
        super().__init__(turn)
        self.links: list[str] = []
        self.chosen = {"left": "", "right": ""}
        self.sheet = False  # whether it looks like the court's sheet of findings
        self._cards: dict[str, list[Card]] = {"left": [], "right": []}
        self._relations: list[Button] = []

    @property
    def ready(self) -> bool:
        least = self.turn.each[0]
        enough = all(len(self._of(o.pick)) >= least for o in self.turn.options)
        return enough and self.turn.least <= len(self.links) <= self.turn.most

    @property
    def _obvious(self) -> bool:
        """Whether there is but one way for the chosen two to relate."""
        plain = {option.pick for option in self.turn.right if option.plain}
        return len(self.turn.relations) == 1 or self.chosen["right"] in plain

    # layout

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        exhibits = {exhibit.id for exhibit in view.exhibits}
        self.sheet = not self.turn.document and exhibits.issuperset(o.pick for o in self.turn.right)
        plate = whose_turn(kit, view, room)
        pad = kit.u(20)
        inner = Rect(room.x + pad, plate.rect.h + kit.u(8), room.w - 2 * pad, 0)
        official = self._official(kit, inner.w)
        spare = sum(2 * (part.rect.w + kit.u(8)) for part in official if isinstance(part, Icon))
        prompt = self._prompt(kit, inner.w - spare, room.h // 4)
        footer = self._footer(kit, view, inner.w)
        foot = max(widget.rect.bottom for widget in footer)
        start = inner.y + prompt.rect.h + kit.u(8)
        most = room.h - start - kit.u(10) - foot - pad
        board = self._board(kit, Rect(inner.x, 0, inner.w, most))
        tall = min(most, max(part.tall for part in board if isinstance(part, ScrollArea)))
        top = room.bottom - pad - foot - kit.u(10) - tall - start
        self._shrink(board, tall)
        for part in board:
            part.at(part.rect.x, top + start)
        prompt.at(inner.x + spare // 2, top + inner.y)
        for part in official:
            part.move(inner.x, top + inner.y + (prompt.rect.h if isinstance(part, Block) else 0))
        for widget in footer:
            widget.move(inner.x, room.bottom - pad - foot)
        fill = kit.colours.sheet if self.sheet else kit.colours.paper
        box = Rect(room.x, top + plate.rect.h // 2, room.w, room.bottom - top - plate.rect.h // 2)
        panel = Panel(kit, box, fill, line=kit.colours.faint, radius=6 if self.sheet else 18)
        plate.at(room.x + kit.u(22), top)
        panel.parts = [plate, *official, prompt, *board, *footer]
        return [panel]

    def _official(self, kit: Kit, width: int) -> list[Widget]:
        """What makes it the court's own sheet: a red line below the heading, and a seal."""
        colours = kit.colours
        if not self.sheet:
            return []
        line = Block(kit, Rect(0, kit.u(4), width, kit.u(2)), colours.burgundy)
        if kit.large > 1.5:
            return [line]
        side = kit.letters(SPEECH * 1.2)
        seal = Icon(kit, "seal", side, mixed(colours.burgundy, colours.sheet, 0.25))
        seal.at(width - side, 0)
        return [line, seal]

    def _prompt(self, kit: Kit, width: int, most: int) -> Widget:
        """The task, in a part of its own that scrolls where it is taller than `most`."""
        size = SPEECH if kit.large <= 1.25 else BODY
        sheet = self.sheet

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            task = Label(kit, self.turn.prompt, inside.w, size=size, bold=sheet, centred=sheet)
            task.at(inside.x, inside.y)
            return [task], task.rect.bottom

        prompt = body(Rect(0, 0, width, 0))[0][0]
        return prompt if prompt.rect.h <= most else scrolled(kit, Rect(0, 0, width, most), body)

    def _shrink(self, board: Sequence[Widget], tall: int) -> None:
        for part in board:
            part.rect.h = tall
            if isinstance(part, ScrollArea):
                part.hold(part.parts, part.tall)

    def _board(self, kit: Kit, box: Rect) -> list[Widget]:
        gap = kit.u(96 if kit.large <= 1.5 else 64)
        half = (box.w - gap) // 2
        left = self._column(kit, "left", self.turn.options, Rect(box.x, box.y, half, box.h))
        right = self._column(
            kit, "right", self.turn.right, Rect(box.right - half, box.y, half, box.h)
        )
        names = [relation.pick for relation in self.turn.relations]
        cards = {card.key_name: card for column in self._cards.values() for card in column}
        threads = []
        for link in self.links:
            one, other, relation = link.split("~")
            threads.append(
                Thread(cards[f"left {one}"], cards[f"right {other}"], names.index(relation))
            )
        lines = Links(kit, Rect(box.x + half, box.y, gap, box.h), threads)
        left.followers = right.followers = (lines,)
        return [left, lines, right]

    def _column(self, kit: Kit, column: str, options: Sequence[Option], box: Rect) -> ScrollArea:
        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            cards = [
                self._card(kit, column, n, option, inside.w) for n, option in enumerate(options)
            ]
            self._cards[column] = cards
            parts = [*cards, *(self._weighed(kit, inside.w) if column == "right" else [])]
            return parts, stack(parts, inside.x, inside.y, kit.u(10))

        area = scrolled(kit, box, body)
        area.key_name = f"column {column}"
        return area

    def _weighed(self, kit: Kit, width: int) -> list[Widget]:
        """Scales that show what was put where, if that is what the turn is about."""
        if self.turn.staging != Staging.SCALES or kit.large > 1.5:
            return []
        pans = [link.split("~")[1] for link in self.links]
        return [Balance(kit, width, pans.count(LIGHTER), pans.count(HEAVIER))]

    def _card(self, kit: Kit, column: str, number: int, option: Option, width: int) -> Card:
        badge = str(number + 1) if column == "left" else _letter(number)
        chips = self._chips(kit, option.pick, width - kit.u(90)) if column == "left" else []
        sign = SIGNS.get(option.pick, "") if self.turn.staging and column == "right" else ""
        side = kit.letters(SPEECH) if sign else 0
        trim = side + kit.u(10) if side else 0
        if self.turn.staging == Staging.TRAYS and column == "right":
            chips = self._laid_there(kit, option.pick)
        card = Card(kit, badge, option.label, Side(column, option.pick), width=width,
                    note=option.note, below=chips, trim=trim)  # fmt: skip
        if side:
            icon = Icon(kit, sign, side, kit.colours.navy)
            icon.at(width - side - kit.u(16), (card.rect.h - side) // 2)
            card.parts.append(icon)
        card.on = self.chosen[column] == option.pick
        card.key_name = f"{column} {option.pick}"
        return card

    def _laid_there(self, kit: Kit, right: str) -> list[Widget]:
        """A small sheet for everything that lies in this tray."""
        side = kit.letters(SMALL)
        count = sum(link.split("~")[1] == right for link in self.links)
        sheets = [Icon(kit, "document", side, kit.colours.burgundy) for _ in range(count)]
        for number, sheet in enumerate(sheets):
            sheet.at(number * (side + kit.u(3)), 0)
        wide = sheets[-1].rect.right if sheets else 0
        return [Group(kit, Rect(0, 0, wide, side), sheets)] if sheets else []

    def _chips(self, kit: Kit, left: str, width: int) -> list[Widget]:
        """The links of a card on the left, each of which can be taken back."""
        letters = {option.pick: _letter(n) for n, option in enumerate(self.turn.right)}
        relations = {option.pick: _text(option) for option in self.turn.relations}
        plain = {option.pick: _text(option) for option in self.turn.right if option.plain}
        chips: list[Widget] = []
        for link in self._of(left):
            _, right, relation = link.split("~")
            text = plain.get(right) or f"{relations[relation]} {letters[right]}"
            chip = Button(kit, text, Unlink(link), icon="close", size=SMALL, most=width)
            chip.key_name = link
            chips.append(chip)
        if not chips and self.sheet:
            unproved, ink = T("Not proved, as long as nothing is linked"), kit.colours.burgundy
            chips.append(Label(kit, unproved, width, size=SMALL, colour=ink))
        return chips

    def _footer(self, kit: Kit, view: View, width: int) -> list[Widget]:
        """How it goes on, the relations, and the button that hands it in, laid from (0, 0) on."""
        done = confirm(kit, self.ready)
        look = aids(kit, view, self.turn)
        right = [*look, done]
        taken = sum(button.rect.w + kit.u(10) for button in right)
        relations = self._relation_buttons(kit)
        room = width - taken - kit.u(20)
        gap = kit.u(10)
        is_wide = sum(button.rect.w + gap for button in relations) - gap > room
        below = flow(relations, 0, 0, width if is_wide else room, gap) if relations else 0
        top = below + gap if is_wide else 0  # of the buttons on the right
        how = Label(kit, self._how(), room, size=SMALL, colour=kit.colours.soft)
        how.at(0, below + kit.u(4) if relations else 0)
        tall = max(how.rect.bottom, top + done.rect.h)
        x = width
        for button in reversed(right):
            x -= button.rect.w
            button.at(x, tall - button.rect.h)
            x -= kit.u(10)
        return [*relations, how, *right]

    def _relation_buttons(self, kit: Kit) -> list[Button]:
        both = all(self.chosen.values())
        self._relations = []
        if len(self.turn.relations) > 1:
            for option in self.turn.relations:
                button = Button(kit, _text(option), Relate(option.pick), size=BODY)
                button.enabled, button.key_name = both, f"relation {option.pick}"
                self._relations.append(button)
        return self._relations

    def _how(self) -> Words:
        if not self.chosen["left"]:
            return T("Press a card on the left.")
        if not self.chosen["right"]:
            return T("Now press what it goes with on the right.")
        return T("How do the two relate?")

    # events

    def keys(self) -> Mapping[int, Widget]:
        """Digits choose on the left, then on the right, then the relation."""
        if not self.chosen["left"]:
            return digits(self._cards["left"])
        if not self.chosen["right"]:
            return digits(self._cards["right"])
        return digits(self._relations)

    def first(self) -> Widget | None:
        return self._cards["left"][0]

    def on(self, message: Message) -> Picks | None:
        match message:
            case Side(column, pick):
                self.chosen[column] = "" if self.chosen[column] == pick else pick
                if all(self.chosen.values()) and self._obvious:
                    self._link(self.turn.relations[0].pick)
            case Relate(relation) if all(self.chosen.values()):
                self._link(relation)
            case Unlink(link):
                self.links.remove(link)
            case Done() if self.ready:
                return tuple(self.links)
        self.again = True
        return None

    def _link(self, relation: str) -> None:
        """Link the chosen two; a card that is full gives up its oldest link."""
        left, right = self.chosen["left"], self.chosen["right"]
        for link in self._of(left):
            if link.split("~")[1] == right:
                self.links.remove(link)
        while len(self._of(left)) >= self.turn.each[1]:
            self.links.remove(self._of(left)[0])
        self.links.append(f"{left}~{right}~{relation}")
        self.chosen = {"left": "", "right": ""}

    def _of(self, left: str) -> list[str]:
        return [link for link in self.links if link.split("~")[0] == left]


def _letter(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else str(number + 1)


def _text(option: Option) -> str:
    return "".join(run.text for run in option.label)
