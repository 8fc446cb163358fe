"""The desk routes events to widgets, keeps the focus, and repaints only what is stale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.window.intents import Read
from game.window.kit import Kit
from game.window.widgets.base import TAKEN, Message, Widget, flip
from game.window.widgets.scroll import STEP, ScrollArea

NOWHERE = (-1, -1)
EDGE = 36  # so near to its end an area scrolls along with what is dragged in it
SLIP = 10  # a press that moves further than this scrolls instead
PRESSES = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
OTHER = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
LEAPS = (pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END)
ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}


class Desk:
    """Widgets on a ground. It takes events and gives back what they mean."""

    def __init__(self, kit: Kit, ground: Surface, widgets: Sequence[Widget]) -> None:
        self.kit, self.ground = kit, ground
        self.widgets = list(widgets)
        self.focus: Widget | None = None
        self.keys: dict[int, Widget] = {}  # keys that press a widget wherever the focus is
        self.escape: Message | None = None
        self.anywhere: Message | None = None  # what Enter means when nothing has the focus
        self._hot: Widget | None = None
        self._held: Widget | None = None
        self._drag: ScrollArea | None = None
        self._bar = False
        self._from = (0, 0)
        self._mouse = NOWHERE
        kit.stale.append(Rect((0, 0), kit.size))

    # painting

    def paint(self, surface: Surface) -> list[Rect]:
        """Repaint what is stale; the rectangles that changed."""
        areas = merged(self.kit.stale, surface.get_rect())
        self.kit.stale.clear()
        for area in areas:
            surface.set_clip(area)
            self._paint_area(surface, area)
        surface.set_clip(None)
        return areas

    def _paint_area(self, surface: Surface, area: Rect) -> None:
        surface.blit(self.ground, area, area)
        for widget in self.widgets:
            if widget.bounds.colliderect(area):
                widget.draw(surface)
        if (note := self.kit.note) is not None and note.bounds.colliderect(area):
            note.draw(surface)

    # the tree

    @property
    def held(self) -> Widget | None:
        """What the mouse is pressed on."""
        return self._held

    def family(self) -> Iterator[Widget]:
        for widget in self.widgets:
            yield from widget.family()

    def stops(self) -> list[Widget]:
        """Where Tab stops, in order."""
        return [widget for widget in self.family() if widget.stops and widget.enabled]

    def find(self, key_name: str) -> Widget | None:
        return next((w for w in self.family() if key_name and w.key_name == key_name), None)

    def set_focus(self, widget: Widget | None, *, reveal: bool = True) -> None:
        """Give the keyboard to `widget`, scrolling to it unless `reveal` is off."""
        if widget is self.focus:
            return
        if self.focus is not None:
            flip(self.focus, "focused", False)
            self.focus.left()
        self.focus = widget
        if widget is None:
            return
        flip(widget, "focused", True)
        if reveal:
            for area in self._scrolls():
                if any(widget is inside for inside in area.family()) and widget is not area:
                    area.reveal(widget)

    def _scrolls(self) -> list[ScrollArea]:
        return [widget for widget in self.family() if isinstance(widget, ScrollArea)]

    def _around(self) -> dict[int, ScrollArea]:
        """The innermost scroll area around each widget that is in one, by the widget's `id`."""
        return {
            id(part): area for area in self._scrolls() for part in area.family() if part is not area
        }

    def _in_hand(self) -> ScrollArea | None:
        """What a key scrolls: the area around the focus, else the one with the most below."""
        areas = [area for area in self._scrolls() if area.room]
        around = [a for a in areas if any(widget is self.focus for widget in a.family())]
        return around[-1] if around else max(areas, key=lambda area: area.room, default=None)

    def _scroll_at(self, spot: tuple[int, int]) -> ScrollArea | None:
        areas = [area for area in self._scrolls() if area.rect.collidepoint(spot)]
        return areas[-1] if areas else None

    def _stop_at(self, spot: tuple[int, int]) -> Widget | None:
        """The topmost widget there that can be pressed."""
        return _topmost(self.widgets, spot)

    # events

    def handle(self, event: Event) -> Message | None:
        """What `event` means, or None."""
        match event.type:
            case pygame.MOUSEMOTION:
                return self._moved(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._pressed(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._released(event.pos, finger=getattr(event, "touch", False))
            case pygame.MOUSEWHEEL:
                return self._wheeled(event.y)
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.TEXTINPUT | pygame.TEXTEDITING if self.focus is not None:
                message = self.focus.typed(event)
                return None if message is TAKEN else message
            case pygame.WINDOWLEAVE:
                self._warm(None)
        return None

    def _moved(self, spot: tuple[int, int]) -> Message | None:
        self._mouse = spot
        if self._drag is not None and self._bar:
            self._drag.drag_bar(spot)
            return None
        if self._held is not None and self._held.travels:
            self._drag_along(spot)
        if self._held is not None and (message := self._held.drag(spot)) is not None:
            return message
        if self._drag is not None:
            self._drag_contents(spot)
        elif self._held is None:
            self._warm(self._stop_at(spot))
        return None

    def _drag_contents(self, spot: tuple[int, int]) -> None:
        far = self._from[1] - spot[1]
        if self._held is not None and abs(far) > self.kit.u(SLIP):
            flip(self._held, "down", False)
            self._held = None
        if self._held is None and self._drag is not None and self._drag.scroll(far):
            self._from = spot

    def _drag_along(self, spot: tuple[int, int]) -> None:
        """Scroll while something is dragged to the upper or lower edge of its area."""
        area, edge = self._scroll_at(self._from), self.kit.u(EDGE)
        if area is None or not any(part is self._held for part in area.family()):
            return
        if spot[1] > area.rect.bottom - edge:
            area.scroll(self.kit.u(STEP) // 4)
        elif spot[1] < area.rect.top + edge:
            area.scroll(-self.kit.u(STEP) // 4)

    def _pressed(self, spot: tuple[int, int]) -> Message | None:
        self._mouse = self._from = spot
        self._ring(False)
        widget = self._stop_at(spot)
        self._drag = None if widget is not None and widget.drags else self._scroll_at(spot)
        self._bar = self._drag is not None and self._drag.in_bar(spot)
        if self._bar and self._drag is not None:
            self._drag.drag_bar(spot)
            return None
        self._held = widget
        if widget is None:
            return None
        flip(widget, "down", True)
        if widget.stops:
            self.set_focus(widget)
        return widget.drag(spot)

    def _released(self, spot: tuple[int, int], *, finger: bool = False) -> Message | None:
        held, self._held = self._held, None
        self._drag, self._bar = None, False
        if finger:  # it is gone, and hovers over nothing
            self._mouse = NOWHERE
            self._warm(None)
        if held is None:
            return None
        flip(held, "down", False)
        message = held.press(spot) if held.hits(spot) else None
        return None if message is TAKEN else message

    def _wheeled(self, notches: int) -> Message | None:
        area = self._scroll_at(self._mouse) or next(iter(self._scrolls()), None)
        if area is not None and area.scroll(-notches * self.kit.u(STEP)):
            self._warm(self._stop_at(self._mouse))
        return None

    def _key(self, event: Event) -> Message | None:
        self._ring(True)
        if self.focus is not None and self.focus.busy:
            return None
        if event.key == pygame.K_TAB:
            self._step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            return None
        if event.key == pygame.K_ESCAPE:
            return self.escape
        if self.focus is not None and (message := self.focus.key(event)) is not None:
            return None if message is TAKEN else message
        if event.key in PRESSES:
            return self.focus.press() if self.focus is not None else self.anywhere
        if (widget := self.keys.get(event.key)) is not None and widget.enabled:
            self.set_focus(widget)
            return widget.press()
        if event.key == pygame.K_v and not event.mod & OTHER:
            return Read()
        if event.key in ARROWS:
            self._go(ARROWS[event.key])
        elif event.key in LEAPS and (area := self._in_hand()) is not None:
            area.key(event)
        return None

    def _ring(self, on: bool) -> None:
        if self.kit.keyboard != on:
            self.kit.keyboard = on
            if self.focus is not None:
                self.focus.touch()

    def _warm(self, widget: Widget | None) -> None:
        if widget is not self._hot:
            if self._hot is not None:
                flip(self._hot, "hot", False)
            self._hot = widget
            if widget is not None:
                flip(widget, "hot", True)

    def _step(self, by: int) -> None:
        stops = self.stops()
        if stops:
            here = stops.index(self.focus) if self.focus in stops else (-1 if by > 0 else 0)
            self.set_focus(stops[(here + by) % len(stops)])

    def _go(self, way: tuple[int, int]) -> None:
        """Move the focus to the nearest stop in that direction.

        Up and down leave a scroll area only at its end: what lies behind its edge seems farther
        away than the buttons below it, and could then not be reached at all.
        """
        stops = self.stops()
        if self.focus not in stops or self.focus is None:
            self._step(1)
            return
        if self.focus.in_order and self._walk(stops, sum(way)):
            return
        here = self.focus.rect.center
        left = type(self.focus) if self.focus.in_order else None  # it was walked to its end
        others = [
            stop
            for stop in stops
            if stop is not self.focus and type(stop) is not left and not _full_of(stop, stops)
        ]
        around = self._around()
        home = around.get(id(self.focus)) if way[1] else None
        ahead = [
            (home is not None and around.get(id(w)) is not home, far, n)
            for n, w in enumerate(others)
            if (far := _distance(here, _aim(self.focus, w), way)) > 0
        ]
        if ahead:
            self.set_focus(others[min(ahead)[2]])

    def _walk(self, stops: Sequence[Widget], by: int) -> bool:
        """Move on among the likes of the focused widget; False at their end."""
        likes = [widget for widget in stops if isinstance(widget, type(self.focus))]
        aim = next(n for n, widget in enumerate(likes) if widget is self.focus) + by
        if 0 <= aim < len(likes):
            self.set_focus(likes[aim])
            return True
        return False


def _full_of(widget: Widget, stops: Sequence[Widget]) -> bool:
    """Whether this is an area with stops inside, at which arrows had better aim."""
    inside = {id(part) for part in widget.family()} - {id(widget)}
    return isinstance(widget, ScrollArea) and any(id(stop) in inside for stop in stops)


def _aim(focus: Widget, widget: Widget) -> Rect:
    """Where `widget` is to somebody at `focus`: its middle, where one is a part of the other."""
    if any(part is widget for part in focus.parts) or any(part is focus for part in widget.parts):
        return Rect(widget.rect.center, (1, 1))
    return widget.rect


def _distance(here: tuple[int, int], spot: Rect, way: tuple[int, int]) -> float:
    """How far `spot` is in that direction, sideways counting double; 0 when it is not ahead."""
    x = min(max(here[0], spot.left), spot.right - 1) - here[0]
    y = min(max(here[1], spot.top), spot.bottom - 1) - here[1]
    ahead = x * way[0] + y * way[1]
    aside = abs(x * way[1]) + abs(y * way[0])
    return ahead + 2.5 * aside if ahead > 0 else 0.0


def _topmost(widgets: Sequence[Widget], spot: tuple[int, int]) -> Widget | None:
    for widget in reversed(widgets):
        if isinstance(widget, ScrollArea) and not widget.rect.collidepoint(spot):
            continue
        if (inside := _topmost(widget.parts, spot)) is not None:
            return inside
        if widget.enabled and (widget.stops or widget.message is not None) and widget.hits(spot):
            return None if isinstance(widget, ScrollArea) else widget
    return None


def merged(areas: list[Rect], whole: Rect) -> list[Rect]:
    """The same spots in rectangles that do not overlap."""
    apart: list[Rect] = []
    for area in areas:
        area = area.clip(whole)
        if not (area.w and area.h):
            continue
        while (hit := area.collidelist(apart)) >= 0:
            area = area.union(apart.pop(hit))
        apart.append(area)
    return apart
