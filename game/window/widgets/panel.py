"""Things to look at: panels, pictures, bars, and gauges."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.window.kit import Kit
from game.window.theme import ROUND, Colour
from game.window.widgets.base import Message, Widget


class Panel(Widget):
    """A plate that holds other widgets."""

    def __init__(
        self,
        kit: Kit,
        rect: Rect,
        fill: Colour | None = None,
        *,
        line: Colour | None = None,
        shadow: float = 9,
        radius: float = ROUND + 4,
    ) -> None:
        super().__init__(kit, rect.size)
        self.rect.topleft = rect.topleft
        self.fill, self.line, self.shadow = fill or kit.colours.paper, line, shadow
        self.radius = radius

    def paint(self, surface: Surface) -> None:
        self.kit.plate(
            surface, self.rect, self.fill, self.line, radius=self.radius, shadow=self.shadow
        )


class Group(Widget):
    """Widgets that belong together, with nothing painted around them."""

    def __init__(self, kit: Kit, rect: Rect, parts: Sequence[Widget]) -> None:
        super().__init__(kit, rect.size)
        self.rect.topleft = rect.topleft
        self.parts = list(parts)


class Block(Widget):
    """A plain rectangle: a rule, or a square corner."""

    spill = 0

    def __init__(self, kit: Kit, rect: Rect, colour: Colour) -> None:
        super().__init__(kit, rect.size)
        self.rect.topleft = rect.topleft
        self.colour = colour

    def paint(self, surface: Surface) -> None:
        surface.fill(self.colour, self.rect)


class Picture(Widget):
    """A picture, blitted as it is."""

    spill = 0

    def __init__(self, kit: Kit, picture: Surface) -> None:
        super().__init__(kit, picture.size)
        self.picture = picture

    def paint(self, surface: Surface) -> None:
        surface.blit(self.picture, self.rect)


class Head(Widget):
    """A round badge with somebody's head."""

    spill = 2

    def __init__(self, kit: Kit, portrait: str, side: int) -> None:
        super().__init__(kit, (side, side))
        self.portrait = portrait

    def paint(self, surface: Surface) -> None:
        colours, kit = self.kit.colours, self.kit
        surface.blit(kit.pictures.head(self.portrait, self.rect.w), self.rect)
        kit.plate(surface, self.rect, None, colours.line, radius=999)


class Icon(Widget):
    """A sign in one colour."""

    spill = 0

    def __init__(self, kit: Kit, name: str, side: int, colour: Colour) -> None:
        super().__init__(kit, (side, side))
        self.name, self.colour = name, colour

    def paint(self, surface: Surface) -> None:
        surface.blit(self.kit.pictures.icon(self.name, self.rect.w, self.colour), self.rect)


class Veil(Widget):
    """The whole stage, invisible, behind everything: a press anywhere means one thing."""

    spill = 0

    def __init__(self, kit: Kit, message: Message) -> None:
        super().__init__(kit, kit.stage.size, message)
        self.rect.topleft = kit.stage.topleft


class Bar(Widget):
    """How much of something: a trough filled from the left."""

    spill = 2

    def __init__(
        self, kit: Kit, size: tuple[int, int], share: float, fill: Colour, trough: Colour
    ) -> None:
        super().__init__(kit, size)
        self.share, self.fill, self.trough = min(1.0, max(0.0, share)), fill, trough

    def paint(self, surface: Surface) -> None:
        kit = self.kit
        _paint_trough(kit, surface, self.rect, self.trough)
        full = Rect(self.rect.topleft, (round(self.rect.w * self.share), self.rect.h))
        if full.w > 3:
            kit.plate(surface, full, self.fill, None, radius=999)


class Gauge(Widget):
    """Where something stands between two ends, with a fair stretch in the middle or at the end."""

    spill = 6

    def __init__(
        self, kit: Kit, size: tuple[int, int], spot: float, fair: tuple[float, float]
    ) -> None:
        super().__init__(kit, size)
        self.spot, self.fair = min(1.0, max(0.0, spot)), fair

    def paint(self, surface: Surface) -> None:
        kit, colours = self.kit, self.kit.colours
        _paint_trough(kit, surface, self.rect, colours.faint)
        start, end = (self.rect.x + round(self.rect.w * share) for share in self.fair)
        fair = Rect(start, self.rect.y, end - start, self.rect.h)
        kit.plate(surface, fair, colours.good, None, radius=999)
        side = self.rect.h + kit.u(10)
        knob = Rect(0, 0, side, side)
        knob.center = (self.rect.x + round(self.rect.w * self.spot), self.rect.centery)
        knob.clamp_ip(self.rect.inflate(0, side))
        kit.plate(surface, knob, colours.card, colours.navy, radius=999, width=4, shadow=3)


def _paint_trough(kit: Kit, surface: Surface, rect: Rect, fill: Colour) -> None:
    """What a bar may fill; hollow in strong contrast, where a dark trough would look full."""
    colours = kit.colours
    if colours.edge > 2 and fill == colours.faint:
        kit.plate(surface, rect, colours.card, colours.line, radius=999, width=colours.edge)
    else:
        kit.plate(surface, rect, fill, None, radius=999)
