"""The board of the teams: in the order of their names' plates, each with what it did best."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.scenario.steps import Role
from game.scenario.words import TN, T, Words
from game.session.class_play.marks import TeamCard
from game.session.class_play.plan import Manner
from game.session.class_play.table import ClassTable
from game.trial.terms import role_name
from game.window.class_play.opening import titled
from game.window.class_play.rows import team_plate
from game.window.class_play.wishes import Teach
from game.window.desk import Desk
from game.window.intents import Back, Home
from game.window.names import CRITERIA, marks
from game.window.screens.base import Screen
from game.window.screens.debrief import DebriefScreen
from game.window.screens.page import page
from game.window.theme import BODY, SMALL, SPEECH
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Bar, Group, Icon, Panel


class BoardScreen(Screen):
    """What each team has done so far; at the end also the ways on. Nobody is ranked."""

    name = "board"

    overlay = True

    def __init__(self, table: ClassTable) -> None:
        super().__init__()
        self.table: ClassTable = table

    def laid(self) -> Desk:
        kit, over = self.kit, self.table.over
        box = kit.stage.inflate(-2 * kit.u(40 / kit.large), -2 * kit.u(18))
        title = T("What our teams did well") if over else T("Our teams so far")
        foot = self._foot(box.w - kit.u(56)) if over else None
        panel, _ = page(kit, title, self._body, box=box, foot=foot)
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = Back()
        desk.set_focus(desk.find(f"teach {self._taught()[0]}") if over else desk.find("back"))
        return desk

    def _body(self, area: Rect) -> tuple[Sequence[Widget], int]:
        kit, gap = self.kit, self.kit.u(14)
        cards = self.table.cards()
        columns = 1 if kit.large > 1.5 else 2 if kit.large > 1.25 or len(cards) <= 4 else 3
        each = (area.w - gap * (columns - 1)) // columns
        plates = [self._card(team, card, each) for team, card in enumerate(cards)]
        tall = max(plate.rect.h for plate in plates)
        for plate in plates:
            plate.rect.h = tall
        return plates, flow(plates, area.x, area.y, area.w, gap)

    def _card(self, team: int, card: TeamCard, width: int) -> Panel:
        """One team: its name, its points if they may be told, and what it did best."""
        kit, colours, pad = self.kit, self.kit.colours, self.kit.u(14)
        inner = width - 2 * pad
        view_of = self.table.session.trial.scenario.proceeding
        name = titled(self.table.plan, team, view_of)
        rows: list[Widget] = [
            team_plate(kit, self.table.plan, team, inner, text=name),
            Label(kit, TN("{n} answer", "{n} answers", card.answered), inner, colour=colours.soft),
        ]
        if self.table.shows_marks:
            earned, possible = card.points
            points = T("{earned} of {possible} points", earned=marks(earned),
                       possible=marks(possible))  # fmt: skip
            share = earned / possible if possible else 0.0
            rows += [
                Label(kit, points, inner, size=SPEECH, bold=True, colour=colours.navy),
                Bar(kit, (inner, kit.u(14)), share, colours.teams[team], colours.faint),
            ]
            side = kit.letters(BODY * 1.2)
            best = Label(kit, _praise(card), inner - side - kit.u(10), bold=True)
            below = stack(rows, pad, pad, kit.u(6)) + kit.u(8)
            star = Icon(kit, "star", side, colours.burgundy)
            star.at(pad, below)
            best.at(pad + side + kit.u(10), below)
            rows += [star, best]
            end = max(star.rect.bottom, best.rect.bottom)
        else:
            rows.append(Label(kit, T("Points are told at the end."), inner))
            end = stack(rows, pad, pad, kit.u(6))
        plate = Panel(kit, Rect(0, 0, width, end + pad), colours.card, line=colours.faint, shadow=0)
        plate.parts = rows
        return plate

    def _taught(self) -> tuple[Role, ...]:
        seats = self.table.plan.manner is Manner.SEATS
        return tuple(Role) if seats else (self.table.seated,)

    def _foot(self, width: int) -> Group:
        """What the trial taught each seat, and the way home."""
        kit = self.kit
        proceeding = self.table.session.trial.scenario.proceeding
        ways = []
        for role in self._taught():
            text = T("What it taught: {seat}", seat=role_name(role, proceeding))
            way = Button(kit, text, Teach(role), icon="lightbulb", size=SMALL, most=width)
            way.key_name = f"teach {role}"
            ways.append(way)
        home = Button(kit, T("Back to the title"), Home(), icon="home", size=SMALL, most=width)
        home.key_name = "home"
        ways.append(home)
        tall = flow(ways, 0, 0, width, kit.u(10))
        return Group(kit, Rect(0, 0, max(way.rect.right for way in ways), tall), ways)


class TaughtScreen(DebriefScreen):
    """What the trial taught one seat of a class, with the way back to the board."""

    def laid(self) -> Desk:
        desk = super().laid()
        desk.escape = Back()
        return desk

    def _onward(self, size: float) -> list[Button]:
        text = T("To the teams")
        return [Button(self.kit, text, Back(), icon="people", strong=True, size=size)]


def _praise(card: TeamCard) -> Words:
    """What a team did best; every team has done something."""
    best = card.best
    if best is None:
        return T("You dared to answer. The first points are near.")
    if best.earned >= best.possible:
        return T("{criterion}: everything right!", criterion=CRITERIA[best.criterion])
    return T("Best at: {criterion}", criterion=CRITERIA[best.criterion])
