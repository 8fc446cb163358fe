"""A turn by cards: first the question for the room, then the grid of what each team showed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from pygame import Rect

from game.scenario.steps import TurnKind
from game.scenario.words import T, Words, grouped
from game.session.class_play.plan import Plan
from game.session.class_play.register import Cards
from game.trial.view import Range, Turn, View
from game.window.class_play.rows import (
    DASH,
    Cell,
    Count,
    Further,
    Pick,
    Step,
    Typed,
    counter,
    letter,
    scrolling_as,
    team_plate,
)
from game.window.kit import Kit
from game.window.screens.stage import hint, risen
from game.window.screens.turns.base import Answering, Picks, aids, whose_turn
from game.window.theme import BODY, SPEECH, TITLE
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button, Card
from game.window.widgets.label import Label

LEADING = 1.5  # of a line to the letters in it


class Turned(Struct, frozen=True):
    """The other side: from the question to the grid, or back."""


class HandIn(Struct, frozen=True):
    """All cards are entered."""


class ByCards(Answering):
    """What every team shows. `aim` names what should have the focus next."""

    def __init__(self, turn: Turn, plan: Plan) -> None:
        super().__init__(turn)
        self.plan = plan
        self.entering = False
        self.without: set[int] = set()  # teams that show no card
        self.aim = ""
        self._first: Widget | None = None

    @property
    def rows(self) -> range:
        return range(len(self.plan.teams))

    def entered(self, row: int) -> Picks | None:
        """The answer of a team, if it is one."""
        raise NotImplementedError

    def done(self, row: int) -> bool:
        return row in self.without or self.entered(row) is not None

    def cards(self) -> Cards:
        """What each team showed; None is no card."""
        nothing = () if self.turn.kind is TurnKind.CHOOSE and self.turn.least == 0 else None
        return tuple(nothing if row in self.without else self.entered(row) for row in self.rows)

    def laid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        return self._grid(kit, view, room) if self.entering else self._question(kit, view, room)

    def first(self) -> Widget | None:
        return self._first

    def on(self, message: Message) -> Picks | None:
        self.again = True
        match message:
            case Turned():
                self.entering = not self.entering
            case Pick(row, ""):
                self.without ^= {row}
                self._go_on(row)
            case Further(row):
                self.aim = self._start_of(row + 1)
            case _:
                self.again = self._take(message)
        return None

    def _take(self, message: Message) -> bool:
        """Take in what one kind of card says; whether anything is to be shown anew."""
        raise NotImplementedError

    def _row(self, kit: Kit, row: int, width: int, tall: int) -> list[Widget]:
        """What stands beside the name of a team, from (0, 0) on."""
        raise NotImplementedError

    def _start_of(self, row: int) -> str:
        """The name of the first widget in a row; after the last row, that of the button."""
        raise NotImplementedError

    def _go_on(self, row: int) -> None:
        if self.done(row):
            self.aim = self._start_of(row + 1)

    # the two sides

    def _question(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            prompt = Label(kit, self.turn.prompt, inside.w, size=SPEECH, bold=True)
            parts: list[Widget] = [prompt, *self._choices(kit, inside.w)]
            return parts, stack(parts, inside.x, inside.y, kit.u(10))

        enter = Button(kit, T("Enter the cards"), Turned(), icon="hand", strong=True)
        enter.key_name = "enter cards"
        self._first = enter
        buttons = [*aids(kit, view, self.turn), enter]
        how = T("Talk it over in your team. Then hold up your card, all at the same time.")
        footer = [hint(kit, how, buttons, room.w), *buttons]
        panel = risen(kit, room, body, footer, plate=whose_turn(kit, view, room))
        return [scrolling_as(panel, "question")]

    def _choices(self, kit: Kit, width: int) -> list[Widget]:
        """The options under the letters of their cards, only to be read."""
        cards: list[Widget] = []
        for number, option in enumerate(self.turn.options):
            card = Card(
                kit, letter(number), option.label, None, width=width, note=option.note,
                size=SPEECH if kit.large <= 1.25 else BODY,
            )  # fmt: skip
            card.stops = False
            cards.append(card)
        return cards

    def _grid(self, kit: Kit, view: View, room: Rect) -> list[Widget]:
        self._first = None
        gap = kit.u(8)

        def body(inside: Rect) -> tuple[Sequence[Widget], int]:
            free = (inside.h - kit.u(16)) // len(self.rows) - gap
            tall = max(kit.touch, kit.letters(SPEECH * LEADING), min(kit.u(84), free))
            name = min(inside.w // 3, kit.u(300 * kit.large**0.5))
            parts: list[Widget] = []
            y = inside.y
            for row in self.rows:
                beside = self._row(kit, row, inside.w - name - gap, tall)
                highest = max(tall, *(widget.rect.h for widget in beside))
                size = SPEECH if kit.large <= 1.25 else BODY
                plate = team_plate(kit, self.plan, row, name, tall=highest, size=size)
                plate.at(inside.x, y)
                for widget in beside:
                    free = plate.rect.h - widget.rect.h
                    widget.move(inside.x + name + gap, y + free // 2)
                parts += [plate, *beside]
                y += plate.rect.h + gap
            return parts, y - gap

        again = Button(kit, T("The question again"), Turned(), icon="back")
        confirm = Button(kit, T("Confirm"), HandIn(), icon="check", strong=True)
        again.key_name, confirm.key_name = "question again", "confirm"
        confirm.enabled = all(self.done(row) for row in self.rows)
        buttons: list[Widget] = [again, confirm]
        footer = [hint(kit, self._how(), buttons, room.w), *buttons]
        panel = risen(kit, room, body, footer, plate=whose_turn(kit, view, room))
        self._first = next((w for w in panel.family() if isinstance(w, Cell | Count)), None)
        return [scrolling_as(panel, "grid")]

    def _how(self) -> Words:
        return T(
            "{done} of {teams} teams are in. “–” means no card.",
            done=sum(self.done(row) for row in self.rows),
            teams=len(self.rows),
        )


class LetterCards(ByCards):
    """Cards with letters, one for each option."""

    def __init__(self, turn: Turn, plan: Plan) -> None:
        super().__init__(turn, plan)
        self.picked: list[list[str]] = [[] for _ in self.rows]

    def entered(self, row: int) -> Picks | None:
        picked = self.picked[row]
        if not max(1, self.turn.least) <= len(picked) <= self.turn.most:
            return None
        return tuple(o.pick for o in self.turn.options if o.pick in picked)

    def _take(self, message: Message) -> bool:
        if not isinstance(message, Pick):
            return False
        picked = self.picked[message.row]
        self.without.discard(message.row)
        if self.turn.most == 1:
            self.picked[message.row] = [message.pick]
        elif message.pick in picked:
            picked.remove(message.pick)
        elif len(picked) < self.turn.most:
            picked.append(message.pick)
        if len(self.picked[message.row]) == self.turn.most:
            self._go_on(message.row)
        return True

    def _row(self, kit: Kit, row: int, width: int, tall: int) -> list[Widget]:
        picks = tuple(option.pick for option in self.turn.options)
        gap = kit.u(8)
        columns = len(picks) + 1
        each = min(kit.u(200), (width - gap * (columns - 1)) // columns)
        size = TITLE if kit.letters(TITLE * LEADING) <= min(tall, each * LEADING) else SPEECH
        cells: list[Widget] = []
        for number, pick in enumerate((*picks, "")):
            sign = letter(number) if pick else DASH
            on = self._is_up(row, pick)
            cell = Cell(kit, sign, picks, Pick(row, pick), (each, tall), size, on)
            cell.at(number * (each + gap), 0)
            cells.append(cell)
        return cells

    def _is_up(self, row: int, pick: str) -> bool:
        if row in self.without:
            return not pick
        return pick in self.picked[row]

    def _start_of(self, row: int) -> str:
        return f"card {row} {self.turn.options[0].pick}" if row in self.rows else "confirm"


class NumberCards(ByCards):
    """Cards with a number on them."""

    def __init__(self, turn: Turn, plan: Plan) -> None:
        super().__init__(turn, plan)
        self.typed = [""] * len(self.rows)

    @property
    def scale(self) -> Range:
        assert self.turn.range is not None
        return self.turn.range

    def entered(self, row: int) -> Picks | None:
        typed, scale = self.typed[row], self.scale
        fits = typed and int(typed) in range(scale.least, scale.most + 1, scale.step)
        return (typed,) if fits else None

    def _take(self, message: Message) -> bool:
        match message:
            case Typed(row, digit):
                typed = self.typed[row] + digit if digit else self.typed[row][:-1]
                self.typed[row] = str(int(typed[:7])) if typed else ""
            case Step(row, by):
                self.typed[row] = self._stepped(self.typed[row], by)
            case _:
                return False
        self.without.discard(row)
        return True

    def _stepped(self, typed: str, by: int) -> str:
        """The next number of the scale, up or down; the first of all where none was typed."""
        least, most, step = self.scale.least, self.scale.most, self.scale.step
        if not typed:
            return str(least)
        place = (int(typed) - least) // step + by
        return str(least + min((most - least) // step, max(0, place)) * step)

    def _choices(self, kit: Kit, width: int) -> list[Widget]:
        scale = self.scale
        words = T(
            "A number from {least} to {most} ({unit}), in steps of {step}.",
            least=grouped(scale.least), most=grouped(scale.most), unit=scale.unit,
            step=grouped(scale.step),
        )  # fmt: skip
        return [Label(kit, words, width, size=SPEECH, colour=kit.colours.navy, bold=True)]

    def _row(self, kit: Kit, row: int, width: int, tall: int) -> list[Widget]:
        gap, dash = kit.u(12), kit.touch * 3 // 2
        shown = DASH if row in self.without else self.typed[row] or " "
        count = counter(kit, row, shown, min(width - dash - gap, kit.u(420)))
        size, on = (dash, max(tall, kit.touch)), row in self.without
        nothing = Cell(kit, DASH, (), Pick(row, ""), size, SPEECH, on)
        nothing.at(count.rect.w + gap, 0)
        return [count, nothing]

    def _start_of(self, row: int) -> str:
        return f"count {row}" if row in self.rows else "confirm"


def by_cards(turn: Turn, plan: Plan) -> ByCards:
    """A fresh round of cards for `turn`."""
    return (NumberCards if turn.kind is TurnKind.AMOUNT else LetterCards)(turn, plan)
