"""A screen lays widgets on a desk, turns their messages into intents, and can be laid out again."""

from __future__ import annotations

from pygame import BLEND_RGB_MULT, Rect, Surface
from pygame.event import Event

from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Intent
from game.window.kit import Kit
from game.window.widgets.base import Message, Widget
from game.window.widgets.label import Label
from game.window.widgets.scroll import ScrollArea

SHADE = (112, 116, 132)  # what a covered screen is multiplied by
DUSK = (166, 168, 182)  # the same for scenery behind a page
Memory = tuple[str, dict[str, int]]  # the focus, and how far each area was scrolled


class Screen:
    """Lives through changes of size and language; `laid` is called for each."""

    overlay = False  # drawn over the screen below, darkened
    table: Table | None = None  # the trial that it shows
    tune = ""  # the music while it is shown; without one, that of the screen below goes on
    name = ""  # for the key that opens and closes it, and for its page of help
    leads = False  # whether the trial can be paused and led from here

    def __init__(self) -> None:
        self.desk: Desk
        self.kit: Kit
        self.below: Surface | None = None
        self._kept: Memory = ("", {})
        self._moving: list[Widget] = []

    @property
    def called(self) -> str:
        """The name of what is shown now, by which help finds its page."""
        return self.name

    def laid(self) -> Desk:
        """The widgets of this screen for `self.kit`."""
        raise NotImplementedError

    def on(self, message: Message) -> Intent | None:
        """What a widget's message comes to."""
        return message  # type: ignore[return-value]

    def build(self, kit: Kit, below: Surface | None = None) -> None:
        """Lay everything out over `below`, keeping focus and scrolling where they were."""
        self.rest()
        self.kit = kit
        self.below = below if self.overlay else None
        if self.below is not None:
            self.below.fill(SHADE, kit.stage, BLEND_RGB_MULT)
        self._lay_out()

    def rest(self) -> None:
        """Let go of everything but the place, while another screen is in front."""
        if hasattr(self, "desk"):
            self._kept = self._memory()
            del self.desk
        self.below = None
        self._moving = []

    def again(self) -> None:
        """Lay out again because what is shown has changed."""
        self._kept = self._memory()
        self._moving = []
        self._lay_out()

    def _lay_out(self) -> None:
        self.desk = self.laid()
        self._recall(*self._kept)

    def refreshed(self, doors: Doors) -> None:
        """Fetch again whatever is in words, because the language has changed."""

    def aloud(self) -> str:
        """What is told just now, and read aloud by itself where the player wants that."""
        return ""

    def written(self) -> str:
        """What stands on the page, to be read aloud when asked for."""
        family = list(self.desk.family())
        pages = [widget for widget in family if isinstance(widget, ScrollArea)]
        found = [part for page in pages for part in page.family()] if pages else family
        return "\n".join(part.text() for part in found if isinstance(part, Label))

    def handle(self, event: Event) -> Intent | None:
        message = self.desk.handle(event)
        return None if message is None else self.on(message)

    def update(self, now: float) -> Intent | None:
        """Let things move to time `now`; what becomes due by that."""
        self._moving = [widget for widget in self._moving if widget.tick(now)]
        return None

    @property
    def moving(self) -> bool:
        return bool(self._moving)

    def animate(self, widget: Widget) -> None:
        self._moving.append(widget)

    def paint(self, surface: Surface) -> list[Rect]:
        return self.desk.paint(surface)

    def ground(self, place: str | None = None, *, shaded: bool = False) -> Surface:
        """The background: the screen below, a place, or night."""
        kit = self.kit
        if self.below is not None:
            return self.below
        picture = kit.pictures.scene(place or "title", kit.stage.size)
        if kit.stage.size == kit.size and not shaded:
            return picture
        whole = Surface(kit.size, 0, 32)
        whole.fill(kit.colours.night)
        whole.blit(picture, kit.stage)
        if shaded:
            whole.fill(DUSK, kit.stage, BLEND_RGB_MULT)
        return whole

    def _memory(self) -> Memory:
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
