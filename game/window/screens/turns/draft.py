"""What a seat drafts, on a sheet of paper that fills line by line as it picks."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.scenario.names import Proceeding
from game.scenario.steps import Role, Staging
from game.scenario.words import T, Words
from game.trial.terms import role_name
from game.trial.view import Turn, View
from game.window.kit import Kit
from game.window.theme import BODY, SMALL, mixed
from game.window.widgets.base import Widget, stack
from game.window.widgets.label import Label
from game.window.widgets.panel import Block, Group, Icon, Panel

ORDERS = {
    Role.JUDGE: T("The court orders"),
    Role.PROSECUTION: T("We ask the court to order"),
    Role.DEFENCE: T("We accept"),
}


def title(view: View, staging: str) -> Words:
    """What the sheet is called: only a court and a procuratorate may make a suggestion."""
    if staging == Staging.ORDER:
        return ORDERS[view.role]
    if view.role is Role.JUDGE:
        return T("Judicial suggestion")
    if view.role is Role.PROSECUTION and view.case.proceeding != Proceeding.CIVIL:
        return T("Procuratorial suggestion")
    return T("What should change")


def draft(kit: Kit, view: View, turn: Turn, picked: Sequence[str], width: int) -> Panel:
    """The sheet with what was picked in the order of the options, and lines for what is missing."""
    colours, pad = kit.colours, kit.u(20)
    inner = width - 2 * pad
    chosen = [option for option in turn.options if option.pick in picked]
    rows: list[Widget] = [
        Label(kit, title(view, turn.staging), inner, bold=True, centred=True,
              colour=colours.burgundy),
        Block(kit, Rect(0, 0, inner, kit.u(2)), colours.burgundy),
    ]  # fmt: skip
    for number in range(turn.most):
        margin = kit.letters(BODY * 1.5)
        mark = Label(kit, f"{number + 1}.", margin, size=BODY, colour=colours.soft)
        if number < len(chosen):
            text: Widget = Label(kit, chosen[number].label, inner - margin)
        else:
            text = Block(kit, Rect(0, 0, inner - margin, kit.u(1.5)), colours.faint)
        text.at(margin, 0 if number < len(chosen) else mark.rect.h - kit.u(6))
        tall = max(mark.rect.h, text.rect.bottom)
        rows.append(Group(kit, Rect(0, 0, inner, tall), [mark, text]))
    rows.append(_signed(kit, view, inner))
    below = stack(rows, pad, kit.u(14), kit.u(8)) + kit.u(12)
    paper = Panel(kit, Rect(0, 0, width, below), colours.sheet, line=colours.faint, shadow=5,
                  radius=3)  # fmt: skip
    paper.parts = rows
    return paper


def _signed(kit: Kit, view: View, width: int) -> Widget:
    """Who writes, at the right, with a seal."""
    colours = kit.colours
    judge = view.role is Role.JUDGE
    name = T("The court") if judge else role_name(view.role, view.case.proceeding)
    side = kit.letters(BODY * 1.7)
    label = Label(kit, name, width - side - kit.u(10), size=SMALL, colour=colours.ink, snug=True)
    sign = Icon(kit, "seal", side, mixed(colours.burgundy, colours.sheet, 0.25))
    row = Rect(0, 0, width, max(side, label.rect.h))
    sign.at(width - side, (row.h - side) // 2)
    label.at(sign.rect.x - kit.u(10) - label.rect.w, (row.h - label.rect.h) // 2)
    return Group(kit, row, [label, sign])
