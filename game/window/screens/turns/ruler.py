"""A ruler under a slider, and above it a flag for every number that another side has named."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.scenario.words import T, grouped
from game.trial.terms import role_name
from game.trial.view import Asked, Range, View
from game.window.kit import Kit
from game.window.theme import SMALL
from game.window.widgets.base import Widget
from game.window.widgets.label import Label
from game.window.widgets.panel import Block, Panel

TICKS = 10  # at most so many stretches
NICE = (1, 2, 5)
YEARS = (6, 12, 24, 60)  # months look best in halves and wholes of years
KNOB = 32  # width of the slider's knob, in layout units


class Ruler(Widget):
    """Ticks with numbers; the first and the last stand under the ends of the slider's way."""

    spill = 0

    def __init__(self, kit: Kit, scale: Range, width: int) -> None:
        self._scale = scale
        widest = Label(kit, grouped(scale.most), width, size=SMALL, snug=True)
        self._tall = kit.u(8)
        super().__init__(kit, (width, widest.rect.h + self._tall + kit.u(2)))
        room = max(1, min(TICKS, width // (widest.rect.w + kit.u(26))))
        self._numbers = ticks(scale, room)
        for number in self._numbers:
            label = Label(kit, grouped(number), width, size=SMALL, colour=kit.colours.soft,
                          snug=True)  # fmt: skip
            x = spot_of(kit, self.rect, scale, number) - label.rect.w // 2
            label.at(min(width - label.rect.w, max(0, x)), self._tall)
            self.parts.append(label)

    def paint(self, surface: Surface) -> None:
        kit, line = self.kit, self.kit.colours.line
        for number in self._numbers:
            x = spot_of(kit, self.rect, self._scale, number)
            surface.fill(line, (x - kit.u(1), self.rect.y, kit.u(2), self._tall))


def ticks(scale: Range, room: int) -> list[int]:
    """The numbers to write under the ruler: both ends, and even steps between them."""
    span = scale.most - scale.least
    steps = [n * 10**power for power in range(7) for n in NICE] + list(YEARS)
    fit = sorted(step for step in steps if span <= step * room) or [max(1, span)]
    even = (step for step in fit if span % step == 0 and step <= 3 * fit[0])
    step = next(even, fit[0])
    numbers = list(range(scale.least, scale.most + 1, step))
    if numbers[-1] != scale.most:
        numbers[-1:] = [scale.most] if scale.most - numbers[-1] < step / 2 else [
            numbers[-1], scale.most
        ]  # fmt: skip
    return numbers


def spot_of(kit: Kit, slider: Rect, scale: Range, number: int) -> int:
    """Where `number` stands on a slider, as an x."""
    side = kit.u(KNOB)
    share = (number - scale.least) / max(1, scale.most - scale.least)
    return slider.x + side // 2 + round((slider.w - side) * min(1.0, max(0.0, share)))


def flags(
    kit: Kit, view: View, asked: Sequence[Asked], scale: Range, slider: Rect
) -> tuple[list[Widget], int]:
    """A flag for each number, on poles that end on the `slider`; and how high they stand.

    They are laid as if the slider began at y 0, so that they reach above it.
    """
    colours = kit.colours
    poles: list[Widget] = []
    plates: list[Widget] = []
    taken: list[Rect] = []
    pole = kit.u(16)
    for number, one in enumerate(asked):
        name = role_name(one.role, view.case.proceeding)
        text = T("{role}: {n} {unit}", role=name, n=grouped(one.n), unit=scale.unit)
        label = Label(kit, text, slider.w - kit.u(20), size=SMALL, bold=True,
                      colour=colours.on_navy, snug=True)  # fmt: skip
        plate = Rect(0, 0, label.rect.w + kit.u(20), label.rect.h + kit.u(4))
        x = spot_of(kit, slider, scale, one.n)
        plate.midbottom = (x, -pole + kit.u(6))
        plate.x = min(slider.right - plate.w, max(slider.x, plate.x))
        while plate.inflate(kit.u(8), kit.u(4)).collidelist(taken) >= 0:
            plate.y -= plate.h + kit.u(6)
        taken.append(plate)
        ink = colours.navy if number == 0 else colours.burgundy
        flag = Panel(kit, plate, ink, shadow=0, radius=8)
        label.at(plate.x + kit.u(10), plate.y + kit.u(2))
        flag.parts = [label]
        stem = Rect(x - kit.u(1.5), plate.bottom, kit.u(3), kit.u(14) - plate.bottom)
        poles.append(Block(kit, stem, ink))
        plates.append(flag)
    return [*poles, *plates], -min((plate.y for plate in taken), default=0)
