"""The first moment of a trial of a class: which team sits where, or how cards are shown."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.scenario.steps import Role
from game.scenario.words import T, Words
from game.session.class_play.plan import Manner, Plan, teams_of
from game.session.class_play.table import ClassTable
from game.trial.terms import in_this_trial, role_name
from game.trial.view import View
from game.window.class_play.rows import team_name, team_plate
from game.window.kit import Kit
from game.window.screens.moments import Moment, Next
from game.window.screens.stage import name_plate, risen
from game.window.theme import SPEECH
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label


def opening(kit: Kit, view: View, table: ClassTable, room: Rect) -> Moment:
    """The case, the teams with their seats, and what the class is told before the case."""
    go_on = Button(kit, T("To the first scene"), Next(), icon="next", trailing=True, strong=True)
    go_on.key_name = "next"
    plan, colours = table.plan, kit.colours

    def body(inside: Rect) -> tuple[Sequence[Widget], int]:
        head: list[Widget] = [
            Label(kit, view.case.title, inside.w, size=SPEECH, bold=True, colour=colours.navy),
            Label(kit, view.case.court, inside.w, colour=colours.soft),
            *(Label(kit, in_this_trial(fact), inside.w) for fact in view.case.facts),
            Label(kit, how(plan, table.seated, view), inside.w),
        ]
        below = stack(head, inside.x, inside.y, kit.u(8)) + kit.u(12)
        plates = team_plates(kit, plan, view.case.proceeding, inside.w)
        below = flow(plates, inside.x, below, inside.w, kit.u(10))
        tail: list[Widget] = []
        if plan.manner is Manner.CARDS and view.briefing:
            tail = [Label(kit, view.briefing, inside.w, size=SPEECH)]
            below = stack(tail, inside.x, below + kit.u(12), 0)
        return [*head, *plates, *tail], below

    plate = name_plate(kit, T("The whole class"), colours.burgundy, room, icon="people")
    return Moment(risen(kit, room, body, [go_on], plate=plate))


def how(plan: Plan, seated: Role, view: View) -> Words:
    """In a sentence, how the class takes part."""
    if plan.manner is Manner.SEATS:
        return T("Each team has a seat. When it is called, it comes to the keyboard.")
    return T(
        "The class takes one seat: {seat}. Every team answers by holding up a card, and the "
        "court hears what most of them show.",
        seat=role_name(seated, view.case.proceeding),
    )


def seats(plan: Plan, team: int, proceeding: str) -> tuple[Words, ...]:
    """What the seats of a team are called; none where all answer by cards."""
    if plan.manner is Manner.CARDS:
        return ()
    count = len(plan.teams)
    return tuple(role_name(role, proceeding) for role in Role if team in teams_of(role, count))


def titled(plan: Plan, team: int, proceeding: str) -> Words:
    """A team with its seats."""
    text = team_name(plan, team)
    for seat in seats(plan, team, proceeding):
        text = T("{team} · {seat}", team=text, seat=seat)
    return text


def team_plates(kit: Kit, plan: Plan, proceeding: str, width: int) -> list[Widget]:
    """A plate for each team, side by side where there is room."""
    gap = kit.u(10)
    columns = 3 if kit.large <= 1.25 else 2 if kit.large <= 1.5 else 1
    each = (width - gap * (columns - 1)) // columns
    texts = [titled(plan, team, proceeding) for team in range(len(plan.teams))]
    tall = max(team_plate(kit, plan, n, each, text=text).rect.h for n, text in enumerate(texts))
    return [
        team_plate(kit, plan, team, each, tall=tall, text=text) for team, text in enumerate(texts)
    ]
