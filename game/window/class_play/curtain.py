"""The curtain falls between two teams, and says who comes to the keyboard next."""

from __future__ import annotations

from msgspec import Struct
from pygame import Rect, Surface

from game.scenario.words import T
from game.session.class_play.plan import Plan
from game.trial.terms import role_name
from game.trial.view import View
from game.window.class_play.rows import team_name, team_plate
from game.window.desk import Desk
from game.window.intents import Go, Home
from game.window.kit import Kit
from game.window.screens.page import scrolled
from game.window.theme import BODY, SMALL, SPEECH, TITLE
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel


class Come(Struct, frozen=True):
    """The team that was called has come to the keyboard."""


def curtain(kit: Kit, view: View, plan: Plan, team: int) -> Desk:
    """A desk behind the curtain that calls `team` to the seat of `view`."""
    stage = kit.stage
    large = min(kit.large, 1.5)
    box = Rect(0, 0, min(stage.w - kit.u(60), kit.u(820 * large**0.5)), 0)
    pad, most = kit.u(30), stage.h - kit.u(60)
    inner = box.w - 2 * pad
    come = Button(kit, T("We are here"), Come(), icon="hand", strong=True, size=SPEECH)
    settings = Button(kit, T("Settings"), Go("settings"), icon="settings", icon_only=True)
    home = Button(kit, T("Back to the title"), Home(), icon="home", icon_only=True)
    for button, name in ((come, "come"), (settings, "settings"), (home, "home")):
        button.key_name = name
    foot = max(come.rect.h, home.rect.h)

    def body(area: Rect) -> tuple[list[Widget], int]:
        rows = _call(kit, view, plan, team, area.w)
        return rows, stack(rows, area.x, area.y, kit.u(16))

    room = most - 2 * pad - foot - kit.u(20)
    draft = scrolled(kit, Rect(0, 0, inner, room), body)
    area = scrolled(kit, Rect(0, 0, inner, min(room, draft.tall)), body)
    area.key_name = "call"
    box.h = 2 * pad + area.rect.h + kit.u(20) + foot
    box.center = stage.center
    area.at(box.x + pad, box.y + pad)
    middle = box.bottom - pad - foot // 2
    settings.at(box.x + pad, middle - settings.rect.h // 2)
    home.at(settings.rect.right + kit.u(8), middle - home.rect.h // 2)
    come.at(box.right - pad - come.rect.w, middle - come.rect.h // 2)
    panel = Panel(kit, box)
    panel.parts = [area, settings, home, come]
    desk = Desk(kit, _cloth(kit), [panel])
    desk.anywhere = Come()
    desk.set_focus(come)
    return desk


def _call(kit: Kit, view: View, plan: Plan, team: int, width: int) -> list[Widget]:
    colours = kit.colours
    seat = role_name(view.role, view.case.proceeding)
    size = TITLE if kit.large <= 1.25 else SPEECH
    call = T("{seat}, please come to the keyboard", seat=seat)
    others = T("Everybody else: talk it over, and look away from the keyboard.")
    rows: list[Widget] = [
        team_plate(kit, plan, team, width, size=SPEECH,
                   text=T("{team} · {seat}", team=team_name(plan, team), seat=seat)),
        Label(kit, call, width, size=size, bold=True, colour=colours.navy, centred=True),
        Label(kit, others, width, size=BODY, colour=colours.soft, centred=True),
    ]  # fmt: skip
    if view.done == 0 and view.briefing:
        rows.append(Label(kit, view.briefing, width, size=BODY if kit.large <= 1.5 else SMALL))
    return rows


def _cloth(kit: Kit) -> Surface:
    whole = Surface(kit.size, 0, 32)
    whole.fill(kit.colours.burgundy)
    whole.blit(kit.pictures.ornament("curtain", kit.stage.size), kit.stage)
    return whole
