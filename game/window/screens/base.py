"""A screen lays widgets on a desk, turns their messages into intents, and can be laid out again."""

from __future__ import annotations

from pygame import SRCALPHA, Rect, Surface
from pygame.event import Event

from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Intent
from game.window.kit import Kit
from game.window.widgets.base import Message, Widget
from game.window.widgets.scroll import ScrollArea


class Screen:
    """Lives through changes of size and language; `laid` is called for each."""

    overlay = False  # drawn over the screen below, darkened
    table: Table | None = None  # the trial that it shows

    def __init__(self) -> None:
        self.desk: Desk
        self.kit: Kit
        self._moving: list[Widget] = []

    def laid(self) -> Desk:
        """The widgets of this screen for `self.kit`."""
        raise NotImplementedError

    def on(self, message: Message) -> Intent | None:
        """What a widget's message comes to."""
        return message  # type: ignore[return-value]

    def build(self, kit: Kit, below: Surface | None = None) -> None:
        """Lay everything out, keeping focus and scrolling where they were."""
        kept = self._memory() if hasattr(self, "desk") else None
        self.kit, self.below = kit, below
        self._moving = []
        self.desk = self.laid()
        if kept is not None:
            self._recall(*kept)

    def again(self) -> None:
        """Lay out again because what is shown has changed."""
        self.build(self.kit, self.below)

    def refreshed(self, doors: Doors) -> None:
        """Fetch again whatever is in words, because the language has changed."""

    def handle(self, event: Event) -> Intent | None:
        message = self.desk.handle(event)
        return None if message is None else self.on(message)

    def update(self, now: float) -> None:
        """Let things move to time `now`."""
        self._moving = [widget for widget in self._moving if widget.tick(now)]

    @property
    def moving(self) -> bool:
        return bool(self._moving)

    def animate(self, widget: Widget) -> None:
        self._moving.append(widget)

    def paint(self, surface: Surface) -> list[Rect]:
        return self.desk.paint(surface)

    def ground(self, place: str | None = None, dim: float = 0.0) -> Surface:
        """The background: a place, or the screen below, or night; darkened by `dim`."""
        kit = self.kit
        if self.below is not None and self.overlay:
            return veiled(self.below, kit.stage, dim)
        if place is None:
            plain = Surface(kit.size, 0, 32)
            plain.fill(kit.colours.night)
            return plain
        picture = kit.pictures.scene(place, kit.stage.size)
        if kit.stage.size == kit.size and not dim:
            return picture
        whole = Surface(kit.size, 0, 32)
        whole.fill(kit.colours.night)
        whole.blit(picture, kit.stage)
        return veiled(whole, kit.stage, dim) if dim else whole

    def _memory(self) -> tuple[str, dict[str, int]]:
        family = list(self.desk.family())
        offsets = {
            area.key_name: area.offset
            for area in family
            if isinstance(area, ScrollArea) and area.key_name
        }
        focus = self.desk.focus
        return focus.key_name if focus else "", offsets

    def _recall(self, focus: str, offsets: dict[str, int]) -> None:
        for area in list(self.desk.family()):
            if isinstance(area, ScrollArea) and area.key_name in offsets:
                area.scroll(offsets[area.key_name] - area.offset)
        if (widget := self.desk.find(focus)) is not None:
            self.desk.set_focus(widget)


def veiled(picture: Surface, stage: Rect, dim: float) -> Surface:
    """A darker copy."""
    dark = picture.copy()
    veil = Surface(stage.size, SRCALPHA, 32)
    veil.fill((16, 20, 40, round(255 * dim)))
    dark.blit(veil, stage)
    return dark
