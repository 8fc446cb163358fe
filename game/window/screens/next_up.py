"""What to play next, and why, with a button that leads there."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T
from game.session.advice import Advice
from game.window.intents import OpenCase
from game.window.kit import Kit
from game.window.theme import SPEECH
from game.window.widgets.base import stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Icon, Panel


def next_up(kit: Kit, advice: Advice, width: int) -> Panel:
    """A plate with the advice, as wide as `width`."""
    pad, high, side = kit.u(16), kit.u(8), kit.letters(SPEECH * 1.2)
    go = Button(kit, T("Open this case"), OpenCase(advice.case, advice.role), icon="next")
    go.key_name = "next up"
    beside = kit.large <= 1.25
    inner = width - 3 * pad - side - (go.rect.w + pad if beside else 0)
    why = Label(kit, advice.why, inner)
    sign = Icon(kit, "lightbulb", side, kit.colours.burgundy)
    below = stack([why], side + 2 * pad, high, 0)
    if beside:
        below = max(below, high + go.rect.h)
        for part in (why, go):
            part.at(part.rect.x, (below + high - part.rect.h) // 2)
        go.move(width - pad - go.rect.w, 0)
    else:
        below = stack([go], side + 2 * pad, below + kit.u(10), 0)
    sign.at(pad, why.rect.centery - side // 2 if beside else high)
    plate = Panel(
        kit, Rect(0, 0, width, below + high), kit.colours.card, line=kit.colours.gold, shadow=0
    )
    plate.parts = [sign, why, go]
    return plate
