"""Who stands on the stage while a line is heard, where the camera looks, and how they move."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect, Surface

from game.trial.view import Line, View
from game.window.kit import Kit
from game.window.rig import picture_of
from game.window.screens.camera import ALL, AT, Camera, Shot
from game.window.screens.stage import (
    CENTRE,
    HEADROOM,
    LEFT,
    RIGHT,
    Speaker,
    portrait_height,
    portrait_spot,
    speaker,
)
from game.window.widgets.base import Widget
from game.window.widgets.figure import GESTURES, Figure

REACH = 4  # so many lines back, whoever spoke is still being spoken with
COMPANY = 2  # at most so many stand beside the speaker
SMALLER = 0.62  # than the speaker
ROOM_FOR_MORE = 250  # with less room above the panel the speaker stands alone
ENTERS = {LEFT: -90, CENTRE: 0, RIGHT: 90}  # from how far aside somebody comes, in layout units
NOWHERE = -2


def company(view: View, at: int, who: Speaker) -> tuple[Speaker, ...]:
    """With whom `who` speaks in line `at`: the last speakers before, one on each other side."""
    found = {who.side: who}
    for line in reversed(view.lines[max(0, at - REACH) : at]):
        if line.manner == "scene":
            break
        other = speaker(view, line)
        known = {one.person.id for one in found.values()}
        if other is not None and other.side not in found and other.person.id not in known:
            found[other.side] = other
    return tuple(found.values())[1 : COMPANY + 1]


def shot_of(who: Speaker | None) -> Shot:
    """Where the camera looks when `who` speaks; everything, when it is nobody of the case."""
    return ALL if who is None else AT.get(who.person.stands) or AT[who.side]


class Director:
    """Turns the camera and lets people move, once for each line; `moving` is what has begun to."""

    def __init__(self) -> None:
        self.moving: list[Widget] = []
        self._camera: Camera | None = None
        self._speaker = ""
        self._acted = NOWHERE

    def backdrop(self, kit: Kit, place: str, who: Speaker | None, *, cut: bool) -> Surface:
        """The backdrop behind `who`; the camera goes on from where it looks unless it may `cut`."""
        camera = self._camera
        if camera is None or camera.kit is not kit:
            camera, cut = Camera(kit), True
        self._camera = camera
        self.moving = [camera] if camera.aim(place, shot_of(who), cut=cut) else []
        return camera.ground

    def cover(self, plate: Rect) -> None:
        """Tell the camera what stands before the backdrop."""
        if self._camera is not None:
            self._camera.cover(plate)

    def people(
        self, kit: Kit, who: Speaker | None, room: Rect, panel: Rect, others: Sequence[Speaker]
    ) -> list[Figure]:
        """Whoever is spoken with, smaller, and the speaker in front, if there is room for heads."""
        headroom = panel.y - room.y
        if who is None or headroom < kit.u(HEADROOM):
            return []
        beside = others if headroom >= kit.u(ROOM_FOR_MORE) else ()
        figures = [self._figure(kit, other, room, panel, SMALLER) for other in beside]
        return [*figures, self._figure(kit, who, room, panel, 1.0)]

    def act(
        self, kit: Kit, at: int, line: Line | None, who: Speaker | None, figure: Figure
    ) -> None:
        """Let the figure of `who` begin line `at` with a gesture, unless it has done so."""
        if at == self._acted or who is None or line is None or not kit.settings.motion:
            return
        enters = ENTERS[who.side] if who.person.id != self._speaker else 0
        self._acted, self._speaker = at, who.person.id
        figure.act(GESTURES.get(line.mood, GESTURES["neutral"]),
                   mirrored=who.side == RIGHT, enters=enters)  # fmt: skip
        self.moving.append(figure)

    def _figure(self, kit: Kit, who: Speaker, room: Rect, panel: Rect, share: float) -> Figure:
        bench = share == 1 and who.person.stands == "bench"
        height = round(portrait_height(kit, room, panel, bench=bench) * share)
        picture = kit.pictures.person(picture_of(who.person), who.mood, height, dim=share < 1)
        figure = Figure(kit, picture)
        figure.at(*portrait_spot(kit, who, room, panel, picture.size))
        return figure
