"""A game controller is a keyboard with few keys: its events become the same key events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pygame
from pygame.event import Event

KEYS = {
    pygame.CONTROLLER_BUTTON_A: pygame.K_RETURN,
    pygame.CONTROLLER_BUTTON_B: pygame.K_ESCAPE,
    pygame.CONTROLLER_BUTTON_X: pygame.K_v,
    pygame.CONTROLLER_BUTTON_Y: pygame.K_F1,
    pygame.CONTROLLER_BUTTON_START: pygame.K_ESCAPE,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: pygame.K_PAGEUP,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: pygame.K_PAGEDOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: pygame.K_LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: pygame.K_RIGHT,
    pygame.CONTROLLER_BUTTON_DPAD_UP: pygame.K_UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: pygame.K_DOWN,
}
AXES = {
    pygame.CONTROLLER_AXIS_LEFTX: (pygame.K_LEFT, pygame.K_RIGHT),
    pygame.CONTROLLER_AXIS_LEFTY: (pygame.K_UP, pygame.K_DOWN),
}
REPEATING = (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN,
             pygame.K_PAGEUP, pygame.K_PAGEDOWN)  # fmt: skip
WHOLE = 32768
PUSHED, LET_GO = 0.6, 0.4  # how far a stick must go, and come back, to count
FIRST, NEXT = 0.45, 0.14  # seconds until a key that is held is pressed again


class Gamepads:
    """All controllers that are plugged in, now or later; any of them plays.

    Where SDL knows no controllers this stays silent.
    """

    def __init__(self) -> None:
        self._open: dict[int, Any] = {}  # a controller speaks only while somebody holds it
        self._leaning: dict[tuple[int, int], int] = {}  # by controller and axis, the key
        self._held = 0  # the key that will be pressed again
        self._due = 0.0

    def start(self) -> None:
        """Ask SDL for controllers; those that are there already come as events, too."""
        try:
            from pygame._sdl2 import controller

            controller.init()
        except (ImportError, pygame.error):
            return

    def keys(self, event: Event, now: float) -> Iterator[Event]:
        """The key events that `event` of a controller comes to."""
        match event.type:
            case pygame.CONTROLLERDEVICEADDED:
                self._plug(event.device_index)
            case pygame.CONTROLLERDEVICEREMOVED:
                self._unplug(event.instance_id)
            case pygame.CONTROLLERBUTTONDOWN:
                if (key := KEYS.get(event.button)) is not None:
                    yield self._press(key, now)
            case pygame.CONTROLLERBUTTONUP:
                self._let_go(KEYS.get(event.button, 0))
            case pygame.CONTROLLERAXISMOTION:
                yield from self._lean(event, now)

    def again(self, now: float) -> Iterator[Event]:
        """The key that has been held long enough to count once more."""
        if self._held and now >= self._due:
            self._due = now + NEXT
            yield _key(self._held)

    @property
    def busy(self) -> bool:
        """Whether a key is held, so that time must be looked at often."""
        return bool(self._held)

    def _press(self, key: int, now: float) -> Event:
        if key in REPEATING:
            self._held, self._due = key, now + FIRST
        return _key(key)

    def _let_go(self, key: int) -> None:
        if key == self._held:
            self._held = 0

    def _lean(self, event: Event, now: float) -> Iterator[Event]:
        """The stick counts once it is far out, and again only after it came back."""
        if event.axis not in AXES:
            return
        stick = event.instance_id, event.axis
        share, old = event.value / WHOLE, self._leaning.get(stick, 0)
        back, forth = AXES[event.axis]
        key = forth if share > PUSHED else back if share < -PUSHED else 0
        if key and key != old:
            self._let_go(old)
            self._leaning[stick] = key
            yield self._press(key, now)
        elif old and abs(share) < LET_GO:
            del self._leaning[stick]
            self._let_go(old)

    def _plug(self, index: int) -> None:
        from pygame._sdl2 import controller

        try:
            pad = controller.Controller(index)
            self._open[pad.as_joystick().get_instance_id()] = pad
        except pygame.error:  # it was pulled out again at once
            return

    def _unplug(self, number: int) -> None:
        self._open.pop(number, None)
        for stick in [stick for stick in self._leaning if stick[0] == number]:
            del self._leaning[stick]
        self._held = 0


def _key(key: int) -> Event:
    return Event(pygame.KEYDOWN, key=key, mod=0, unicode="")
