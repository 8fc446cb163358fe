"""People on the stage, and the small movements with which they begin a line."""

from __future__ import annotations

import math
from collections.abc import Callable

from pygame import Surface

from game.window.kit import Kit
from game.window.widgets.panel import Picture

SECONDS = 0.28
Gesture = Callable[[float], tuple[float, float]]  # from 0 to 1; in layout units, (0, 0) at the end


def nod(share: float) -> tuple[float, float]:
    return 0.0, 7 * math.sin(math.pi * share)


def hop(share: float) -> tuple[float, float]:
    return 0.0, -11 * abs(math.sin(2 * math.pi * share)) * (1 - share)


def start(share: float) -> tuple[float, float]:
    return 0.0, -18 * math.sin(math.pi * share) * (1 - share / 2)


def shake(share: float) -> tuple[float, float]:
    return 7 * math.sin(5 * math.pi * share) * (1 - share), 0.0


def lean(share: float) -> tuple[float, float]:
    wave = math.sin(math.pi * share)
    return 20 * wave, 8 * wave


def sink(share: float) -> tuple[float, float]:
    return 0.0, -14 * (1 - share) ** 2


def sway(share: float) -> tuple[float, float]:
    return -12 * (1 - share) ** 2, 0.0


GESTURES: dict[str, Gesture] = {
    "neutral": nod, "happy": hop, "worried": shake, "surprised": start, "angry": lean,
    "sad": sink, "thinking": sway,
}  # fmt: skip


class Figure(Picture):
    """Somebody who moves for a moment and then stands still where they were put."""

    def __init__(self, kit: Kit, picture: Surface) -> None:
        super().__init__(kit, picture)
        self._gesture: Gesture | None = None
        self._away = (0, 0)
        self._began: float | None = None

    def act(self, gesture: Gesture, *, mirrored: bool = False, enters: float = 0) -> None:
        """Begin a gesture where the figure stands; `enters` is from how far aside it comes."""

        def acted(share: float) -> tuple[float, float]:
            x, y = gesture(share)
            return enters * (1 - share) ** 3 + (-x if mirrored else x), y

        self._gesture = acted
        self._step(0.0)

    def tick(self, now: float) -> bool:
        if self._gesture is None:
            return False
        if self._began is None:
            self._began = now
        share = min(1.0, (now - self._began) / SECONDS)
        self._step(share)
        return share < 1

    def _step(self, share: float) -> None:
        assert self._gesture is not None
        x, y = self._gesture(share) if share < 1 else (0.0, 0.0)
        factor = self.kit.factor
        away = (round(x * factor), round(y * factor))
        if away != self._away:
            self.touch()
            self.move(away[0] - self._away[0], away[1] - self._away[1])
            self._away = away
            self.touch()
