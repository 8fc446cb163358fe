"""A widget is a rectangle that paints itself and says what a press on it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pygame import Rect, Surface
from pygame.event import Event

from game.window.kit import Kit
from game.window.theme import ROUND

Message = object
TAKEN: Message = object()  # a key was used, and nothing is to be told


class Widget:
    """The ancestor of all widgets; positions are pixels of the window."""

    stops = False  # whether Tab stops here
    drags = False  # whether holding it and moving means something, so that it does not scroll
    typing = False  # whether letters can be typed into it
    busy = False  # whether an input method has the keys for the moment
    role = ""  # what it is to a screen reader, where that does not go without saying
    travels = False  # whether it is dragged to another place, so that its area scrolls along
    in_order = False  # whether arrows walk through its like in reading order
    spill = 10  # how far shadow and focus ring may reach outside, in layout units

    def __init__(self, kit: Kit, size: tuple[int, int], message: Message | None = None) -> None:
        self.kit = kit
        self.rect = Rect((0, 0), size)
        self.message = message
        self.parts: list[Widget] = []
        self.key_name = ""  # finds the widget again after a new layout
        self.enabled = True
        self.hot = False
        self.down = False
        self.focused = False
        self.radius: float = ROUND

    @property
    def bounds(self) -> Rect:
        """All that the widget may paint on."""
        spill = self.kit.u(self.spill)
        return self.rect.inflate(2 * spill, 2 * spill)

    def at(self, x: int, y: int) -> None:
        """Put the top left corner there, parts and all."""
        self.move(x - self.rect.x, y - self.rect.y)

    def move(self, dx: int, dy: int) -> None:
        self.rect.move_ip(dx, dy)
        for part in self.parts:
            part.move(dx, dy)

    def touch(self) -> None:
        """Say that the widget looks different now."""
        self.kit.stale.append(self.bounds)

    def draw(self, surface: Surface) -> None:
        """Paint this, its parts, and the focus ring."""
        self.paint(surface)
        clip = surface.get_clip()
        for part in self.parts:
            if part.bounds.colliderect(clip):
                part.draw(surface)
        if self.focused and self.kit.keyboard:
            self.paint_ring(surface)

    def paint(self, surface: Surface) -> None:
        """Paint what lies under the parts."""

    def paint_ring(self, surface: Surface) -> None:
        colours, thick = self.kit.colours, self.kit.ring
        reach, radius = self.kit.u(3 * thick), self.radius + 3 * thick
        outer = self.rect.inflate(2 * reach, 2 * reach)
        self.kit.plate(surface, outer, None, colours.halo, radius=radius, width=6 * thick)
        self.kit.plate(surface, outer, None, colours.focus, radius=radius, width=3.5 * thick)

    def hits(self, spot: tuple[int, int]) -> bool:
        return self.rect.collidepoint(spot)

    def press(self, spot: tuple[int, int] | None = None) -> Message | None:
        """What pressing means; `spot` is where, unless a key did it."""
        return self.message

    def drag(self, spot: tuple[int, int]) -> Message | None:
        """The mouse moves while this is held down."""
        return None

    def key(self, event: Event) -> Message | None:
        """What a key means to the focused widget; TAKEN when it meant something only here."""
        return None

    def typed(self, event: Event) -> Message | None:
        """What text means to the focused widget, be it typed or still being composed."""
        return None

    def left(self) -> None:
        """The focus goes elsewhere."""

    def tick(self, now: float) -> bool:
        """Move on to time `now`; whether there is more movement to come."""
        return False

    def text(self) -> str:
        """What the widget says, for tests and for screen readers."""
        return " ".join(filter(None, (part.text() for part in self.parts)))

    def shown_within(self, clip: Rect) -> Rect:
        """The part of `clip` in which the parts can be seen."""
        return clip

    def family(self) -> Iterator[Widget]:
        """This widget and everything inside it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.family()


def flip(widget: Widget, name: str, value: bool) -> None:
    """Set one of the flags hot, down, focused, and repaint if that changes anything."""
    if getattr(widget, name) != value:
        setattr(widget, name, value)
        widget.touch()


def stack(widgets: Iterable[Widget], x: int, y: int, gap: int) -> int:
    """Put `widgets` under each other; the y below the last one."""
    below = y
    for widget in widgets:
        widget.at(x, below)
        below = widget.rect.bottom + gap
    return below - gap if below > y else y


def flow(widgets: Sequence[Widget], x: int, y: int, width: int, gap: int) -> int:
    """Put `widgets` side by side, in as many rows as needed; the y below the last row."""
    left, top, row = x, y, 0
    for widget in widgets:
        if left > x and left + widget.rect.w > x + width:
            left, top, row = x, top + row + gap, 0
        widget.at(left, top)
        left, row = left + widget.rect.w + gap, max(row, widget.rect.h)
    return top + row


def enclosed(widgets: Sequence[Widget]) -> Rect:
    """The smallest rectangle around all `widgets`."""
    return widgets[0].rect.unionall([widget.rect for widget in widgets[1:]])
