"""A tally as a picture: a name, a number, and a bar as long as the number is great."""

from __future__ import annotations

from pygame import Rect

from game.trial.view import Tally
from game.window.kit import Kit
from game.window.theme import SMALL
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.label import Label
from game.window.widgets.panel import Bar, Group

LEAST, MOST = 118, 7  # narrowest cell in layout units; most cells in a row


def chart(kit: Kit, tally: Tally, width: int) -> Group:
    """The cells of `tally`, in as many rows as needed, laid from (0, 0) on."""
    colours, gap = kit.colours, kit.u(14)
    top = max((count.n for count in tally.each), default=0)
    across = max(1, min(MOST, len(tally.each), width // round(kit.u(LEAST) * kit.large)))
    wide = (width - (across - 1) * gap) // across
    cells: list[Widget] = []
    for count in tally.each:
        name = Label(kit, f"{count.name}  {count.n}", wide, size=SMALL, colour=colours.soft)
        bar = Bar(kit, (wide, kit.u(7)), count.n / max(1, top), colours.navy, colours.faint)
        below = stack([name, bar], 0, 0, kit.u(2))
        cells.append(Group(kit, Rect(0, 0, wide, below + kit.u(3)), [name, bar]))
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    y = 0
    for row in rows:
        y = flow(row, 0, y, width, gap) + kit.u(4)
    return Group(kit, Rect(0, 0, width, y), cells)
