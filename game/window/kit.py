"""What every widget draws with: colours, sizes, letters, pictures, words, and the stale spots."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field
from pygame import Rect, Surface

from game.scenario.words import Translate, Words
from game.session.settings import Settings, other_language
from game.text.pinyin import NONE, readings
from game.window.faces import Fonts, Run
from game.window.lettering import Layout
from game.window.pictures import Pictures
from game.window.plates import Plate, Plates
from game.window.theme import (
    BODY,
    FAR,
    FAR_RING,
    HEIGHT,
    ROUND,
    TOUCH,
    WIDTH,
    Colour,
    Palette,
    palette,
)

if TYPE_CHECKING:
    from game.trial.view import Rich
    from game.window.widgets.panel import Panel


class Kit(Struct):
    """Made anew whenever size, language or settings change; widgets never outlive their kit."""

    size: tuple[int, int]
    settings: Settings
    say: Translate
    fonts: Fonts
    pictures: Pictures
    plates: Plates
    stale: list[Rect] = field(default_factory=list)
    note: Panel | None = None  # drawn above everything: what can be heard, in words
    say_second: Translate = str  # the window's words in the other language
    keyboard: bool = False  # the focus ring shows while the keyboard is in use

    @property
    def factor(self) -> float:
        return window_factor(self.size)

    @property
    def stage(self) -> Rect:
        """Where the game is drawn; the rest of the window stays dark."""
        stage = Rect(0, 0, self.u(WIDTH), self.u(HEIGHT))
        stage.center = (self.size[0] // 2, self.size[1] // 2)
        return stage

    @property
    def colours(self) -> Palette:
        return palette(self.settings.contrast or self.settings.projector)

    @property
    def large(self) -> float:
        """How much larger the player wants text."""
        return text_scale(self.settings)

    @property
    def ring(self) -> float:
        """How much thicker the focus ring is."""
        return FAR_RING if self.settings.projector else 1.0

    @property
    def second(self) -> str:
        """The language that stands beside the first, or to which one key switches."""
        return other_language(self.settings.language)

    def u(self, units: float) -> int:
        """A length of the 1280 by 720 layout, in pixels."""
        return max(1, round(units * self.factor)) if units else 0

    def letters(self, size: float) -> int:
        """A text size, in pixels."""
        return max(8, round(size * self.factor * self.large))

    @property
    def touch(self) -> int:
        return self.u(TOUCH)

    def lay(
        self,
        text: Words | str | Rich,
        width: int,
        *,
        size: float = BODY,
        colour: Colour | None = None,
        bold: bool = False,
        centred: bool = False,
        tapped: Container[str] = (),
        second: bool = False,
        read: bool = True,
    ) -> Layout:
        """`text` set in lines of at most `width` pixels; `tapped` are the picks that can be tapped.

        It is in the language of the settings, or in the `second` one that stands beside it.

        What is there to be read has pinyin above it where the player wants that.
        The rectangles of a tappable run, or of one with a law, are found by its pick or law.
        """
        return Layout(
            self.fonts,
            self._runs(text, colour or self.colours.ink, bold, tapped),
            width=max(1, width),
            size=size,
            language=self.second if second else self.settings.language,
            align="centre" if centred else "left",
            ruby=self._ruby if read and size >= BODY else None,
        )

    def _ruby(self, text: str) -> Sequence[str]:
        chinese = self.settings.language.startswith("zh")
        return readings(text, self.settings.pinyin if chinese else NONE)

    def plate(
        self,
        surface: Surface,
        rect: Rect,
        fill: Colour | None,
        line: Colour | None = None,
        *,
        radius: float = ROUND,
        width: float | None = None,
        shadow: float = 0,
    ) -> None:
        """A rounded plate; lengths are in layout units."""
        edge = self.colours.edge if width is None else width
        self.plates.draw(
            surface,
            rect,
            Plate(fill, line, self.u(edge) if line else 0, self.u(radius), self.u(shadow)),
        )

    def _runs(
        self,
        text: Words | str | Rich,
        colour: Colour,
        bold: bool,
        tapped: Container[str],
    ) -> list[Run]:
        if isinstance(text, Words):
            text = self.say(text)
        if isinstance(text, str):
            return [Run(text, bold=bold, colour=colour)]
        runs = []
        for run in text:
            name = run.pick if run.pick in tapped else run.law
            ink = self.colours.phrase if name else colour
            runs.append(Run(run.text, bold=bold, colour=ink, pick=name or None))
        return runs


def text_scale(settings: Settings) -> float:
    """How much larger than usual text is drawn."""
    return max(settings.text_scale, FAR if settings.projector else 1.0)


def window_factor(size: tuple[int, int]) -> float:
    """Pixels per unit of the 1280 by 720 layout in a window of `size`."""
    return min(size[0] / WIDTH, size[1] / HEIGHT)
