"""The vote of the public benches: raised hands are counted before the court rules."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.scenario.words import T
from game.session.class_play.table import ClassTable
from game.window.class_play.rows import Further, Step, Typed, counter
from game.window.class_play.wishes import Seal
from game.window.desk import Desk
from game.window.doors import Doors
from game.window.intents import Back, Intent
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import BODY, SPEECH
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label

HANDS = 99  # nobody has a larger class


class VoteScreen(Screen):
    """Stands over the trial; counts the hands for each ruling."""

    name = "vote"

    overlay = True

    def __init__(self, table: ClassTable) -> None:
        super().__init__()
        self.table: ClassTable = table
        self.turn = table.view().turn
        kept = table.voted(table.votes_on)
        self.hands = [kept.get(pick, 0) for pick in self.picks]

    @property
    def picks(self) -> tuple[str, ...]:
        return tuple(option.pick for option in self.turn.options) if self.turn else ()

    def refreshed(self, doors: Doors) -> None:
        self.turn = self.table.view().turn

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(60 / kit.large), -2 * kit.u(24))
        votes = dict(zip(self.picks, self.hands, strict=True))
        seal = Button(kit, T("Seal the vote"), Seal(votes), icon="check", strong=True)
        seal.key_name, seal.enabled = "seal", any(self.hands)
        title = T("What should the court decide? The public benches vote")
        panel, _ = page(kit, title, self._body, box=box, foot=seal)
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find("count 0"))
        return desk

    def _body(self, area: Rect) -> tuple[Sequence[Widget], int]:
        kit = self.kit
        how = T(
            "Count the raised hands for each choice. The vote is opened after the court has "
            "ruled, and changes nobody's marks."
        )
        note = Label(kit, how, area.w, size=BODY, colour=kit.colours.soft)
        parts: list[Widget] = [note]
        y = stack(parts, area.x, area.y, 0) + kit.u(14)
        wide = min(area.w // 2, kit.u(280))
        for row, option in enumerate(self.turn.options if self.turn else ()):
            label = Label(kit, option.label, area.w - wide - kit.u(16), size=SPEECH)
            count = counter(kit, row, str(self.hands[row]), wide)
            tall = max(label.rect.h, count.rect.h)
            label.at(area.x, y + (tall - label.rect.h) // 2)
            count.at(area.right - wide, y + (tall - count.rect.h) // 2)
            parts += [label, count]
            y += tall + kit.u(12)
        return parts, y

    def on(self, message: Message) -> Intent | None:
        match message:
            case Typed(row, digit):
                typed = f"{self.hands[row]}{digit}" if digit else str(self.hands[row])[:-1]
                self._set(row, int(typed or 0))
            case Step(row, by):
                self._set(row, self.hands[row] + by)
            case Further(row):
                last = row + 1 == len(self.hands)
                self.desk.set_focus(self.desk.find("seal" if last else f"count {row + 1}"))
            case _:
                return super().on(message)
        return None

    def _set(self, row: int, hands: int) -> None:
        self.hands[row] = min(HANDS, max(0, hands))
        self.again()
