"""Before a class begins: how many teams, how they take part, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from pygame import Rect

from game.scenario.steps import Role
from game.scenario.words import T, Words
from game.session.class_play.plan import FEWEST, MOST, Manner, Plan, drawn, renamed
from game.trial.terms import role_name
from game.window.class_play.opening import titled
from game.window.class_play.rows import team_plate
from game.window.class_play.wishes import GoOn, Start
from game.window.desk import Desk
from game.window.doors import CaseShown, Doors
from game.window.intents import Back, Begin, Intent
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Message, Widget, flow
from game.window.widgets.button import Button, Tile, evened, option, pictured, room_beside
from game.window.widgets.label import Label
from game.window.widgets.panel import Icon

MANNERS: Mapping[Manner, tuple[Words, Words, str]] = {
    Manner.SEATS: (
        T("A seat for each team"),
        T("Judge, prosecution and defence are shared out. Whoever is called comes to the "
          "keyboard; between two teams the curtain falls."),
        "scales",
    ),
    Manner.CARDS: (
        T("Cards for everybody"),
        T("The class takes one seat. Every team answers every turn with a card, A, B, C or a "
          "number, and the teacher enters what they show. A board is worked at the keyboard, by "
          "one team after the other."),
        "hand",
    ),
}  # fmt: skip


class HowMany(Struct, frozen=True):
    teams: int


class How(Struct, frozen=True):
    manner: Manner


class Rename(Struct, frozen=True):
    team: int


class Seat(Struct, frozen=True):
    role: Role


class SetUpScreen(Screen):
    """Choose teams, how they take part and their names; then begin."""

    name = "class"

    def __init__(self, trial: Begin, doors: Doors) -> None:
        super().__init__()
        self.trial = trial
        self.shown = self._find(doors)
        self.plan = drawn(Manner.SEATS, 3)

    def _find(self, doors: Doors) -> CaseShown:
        return next(c for c in doors.cases() if c.case.id == self.trial.case_id)

    def refreshed(self, doors: Doors) -> None:
        self.shown = self._find(doors)

    def on(self, message: Message) -> Intent | None:
        match message:
            case HowMany(teams):
                names = (*self.plan.teams[:teams], *drawn(self.plan.manner, MOST * 2).teams)
                self.plan = Plan(self.plan.manner, tuple(dict.fromkeys(names))[:teams])
            case How(manner):
                self.plan = msgspec.structs.replace(self.plan, manner=manner)
            case Rename(team):
                self.plan = renamed(self.plan, team)
            case Seat(role):
                self.trial = replace(self.trial, role=role)
            case _:
                return super().on(message)
        self.again()
        return None

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(30 / kit.large), -2 * kit.u(12))
        start = Button(
            kit, T("Begin the trial"), Start(self.trial, self.plan), icon="gavel", strong=True
        )
        start.key_name = "begin"
        title = T("Play with the class · {case}", case=self.shown.case.title)
        panel, _ = page(kit, title, self._body, box=box, foot=start)
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find(f"manner {self.plan.manner}"), reveal=False)
        return desk

    def _body(self, area: Rect) -> tuple[Sequence[Widget], int]:
        kit, gap = self.kit, self.kit.u(14)
        widgets: list[Widget] = []
        y = area.y
        for groups in self._rows(area.w):
            beside = len(groups) > 1 and kit.large <= 1.25
            below = y
            for number, (title, row) in enumerate(groups):
                x, width = area.x, area.w
                if beside:
                    x, width = x + number * area.w // 2, area.w // 2 - gap
                    below = y
                heading = Label(kit, title, width, bold=True, colour=kit.colours.navy)
                heading.at(x, below)
                below = flow(row, x, heading.rect.bottom + kit.u(6), width, kit.u(12)) + gap
                widgets += [heading, *row]
            y = below
        return widgets, y - gap

    def _rows(self, width: int) -> list[list[tuple[Words, list[Widget]]]]:
        """Groups of choices, each with its heading; those in one row may stand side by side."""
        kit = self.kit
        counts: list[Widget] = [
            option(self.kit, str(n), HowMany(n), n == len(self.plan.teams), f"teams {n}")
            for n in range(FEWEST, MOST + 1)
        ]
        how_many = [(T("How many teams?"), counts)]
        if self.plan.manner is Manner.CARDS:
            how_many.append((T("Which role does the class take?"), self._roles()))
        rows = [
            [(T("How does the class take part?"), self._manners(width))],
            how_many,
            [(T("The teams. Press one to give it another name."), self._names(width))],
        ]
        if self.shown.has_class_save:
            text, go_on = T("Continue where the class stopped"), GoOn(self.trial.case_id)
            button = Button(kit, text, go_on, icon="save", most=width)
            button.key_name = "go on"
            rows.insert(0, [(T("Your class has begun this case."), [button])])
        return rows

    def _manners(self, width: int) -> list[Widget]:
        kit = self.kit
        columns = 2 if kit.large <= 1.25 else 1
        each = (width - kit.u(12) * (columns - 1)) // columns
        return evened([self._manner(manner, each) for manner in Manner], columns)

    def _manner(self, manner: Manner, width: int) -> Tile:
        kit, colours, pad = self.kit, self.kit.colours, self.kit.u(14)
        name, about, icon = MANNERS[manner]
        sign = Icon(kit, icon, kit.letters(SPEECH * 1.4), colours.navy)
        inner = room_beside(sign, width, pad)
        rows: list[Widget] = [
            Label(kit, name, inner, size=SPEECH, bold=True, colour=colours.navy),
            Label(kit, about, inner, size=SMALL),
        ]
        tile = pictured(kit, width, pad, sign, rows, How(manner))
        tile.on, tile.key_name = manner is self.plan.manner, f"manner {manner}"
        return tile

    def _roles(self) -> list[Widget]:
        proceeding = self.shown.case.proceeding
        return [
            option(self.kit, role_name(role, proceeding), Seat(role), role is self.trial.role,
                         f"seat {role}")
            for role in Role
        ]  # fmt: skip

    def _names(self, width: int) -> list[Widget]:
        """A button for each team: its plate, and beneath the seat that it has."""
        kit = self.kit
        columns = 3 if kit.large <= 1.25 else 2 if kit.large <= 1.5 else 1
        each = (width - kit.u(12) * (columns - 1)) // columns
        pad = kit.u(8)
        plates = [self._plate(team, each - 2 * pad) for team in range(len(self.plan.teams))]
        tall = max(plate.rect.h for plate in plates)
        tiles: list[Widget] = []
        for team in range(len(self.plan.teams)):
            plate = self._plate(team, each - 2 * pad, tall)
            plate.at(pad, pad)
            tile = Tile(kit, (each, tall + 2 * pad), [plate], Rename(team))
            tile.key_name = f"name {team}"
            tiles.append(tile)
        return tiles

    def _plate(self, team: int, width: int, tall: int = 0) -> Widget:
        text = titled(self.plan, team, self.shown.case.proceeding)
        return team_plate(self.kit, self.plan, team, width, tall=tall, size=BODY, text=text)
