"""The settings: language, text, display, sound, pace; each takes effect at once."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.scenario.words import T, Words
from game.text.pinyin import ALL, HARD, NONE, can_read
from game.window.desk import Desk
from game.window.doors import Language
from game.window.intents import Back, Change, Go
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.theme import BODY, SMALL, TEXT_SCALES
from game.window.voice import Voice
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button, option
from game.window.widgets.label import Label
from game.window.widgets.slider import Slider, Toggle

KEYS = (
    T("Keys: Tab and arrows move, Enter or Space presses, digits choose, F11: full screen"),
    T("In a trial: hold Space, Ctrl or the mouse to skip what you know; A reads on by itself"),
    T(
        "Game controller: cross or stick moves, A presses, B goes back, "
        "X reads aloud, Y helps, shoulders scroll"
    ),
)
PACES = ((0.6, T("Slow")), (1.0, T("Medium")), (1.6, T("Fast")))

PINYIN = T("Pinyin above the characters")
OVER = {
    NONE: T("Pinyin: none"),
    HARD: T("Those that primary school does not teach"),
    ALL: T("All characters"),
}


class SettingsScreen(Screen):
    """Stands over another screen, which follows every change."""

    overlay = True
    name = "settings"

    def __init__(self, languages: tuple[Language, ...]) -> None:
        super().__init__()
        self.languages = languages

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        wide = min(stage.w - kit.u(40), kit.u(820 * max(1.0, kit.large * 0.8)))
        box = Rect(0, 0, wide, stage.h - kit.u(48))
        box.center = stage.center
        panel, _ = page(kit, T("Settings"), self._body, box=box)
        desk = Desk(kit, self.ground(), [panel])
        desk.escape = Back()
        desk.set_focus(panel.parts[0])
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        groups: list[tuple[Words, Sequence[Widget]]] = [
            (T("Language"), [*self._tongues(), *self._beside(area.w)]),
            (T("Text size"), self._sizes()),
            (T("Display"), self._switches(area.w)),
            *self._pinyin(area.w),
            self._loudness("volume", T("Sound volume"), area.w),
            self._loudness("music", T("Music volume"), area.w),
            (T("How fast auto reads on"), self._paces()),
            (T("Reading aloud"), self._voice(area.w)),
            (T("What you have learned"), [self._forget(area.w)]),
        ]
        widgets: list[Widget] = []
        y = area.y
        for title, row in groups:
            heading = Label(kit, title, area.w, size=BODY, bold=True, colour=kit.colours.navy)
            heading.at(area.x, y)
            y = flow(row, area.x, heading.rect.bottom + kit.u(6), area.w, kit.u(10)) + kit.u(20)
            widgets += [heading, *row]
        notes = [Label(kit, text, area.w, size=SMALL, colour=kit.colours.soft) for text in KEYS]
        return [*widgets, *notes], stack(notes, area.x, y, kit.u(4))

    def _tongues(self) -> list[Widget]:
        settings = self.kit.settings
        return [
            option(self.kit, language.name, Change("language", language.code),
                         settings.language == language.code, f"language {language.code}")
            for language in self.languages
        ]  # fmt: skip

    def _beside(self, width: int) -> list[Widget]:
        """The switch for a second language beside the first, and the key that changes them."""
        kit, on = self.kit, self.kit.settings.two_languages
        two = Toggle(
            kit,
            T("Two languages: the other one stands below, smaller"),
            on,
            Change("two_languages", not on),
            width,
        )
        two.key_name = "two languages"
        key = T("F2 changes the language at any moment, even in the middle of a sentence.")
        return [two, Label(kit, key, width, size=SMALL, colour=kit.colours.soft)]

    def _sizes(self) -> list[Widget]:
        settings = self.kit.settings
        return [
            option(self.kit, f"{round(scale * 100)}%", Change("text_scale", scale),
                         settings.text_scale == scale, f"size {scale}")
            for scale in TEXT_SCALES
        ]  # fmt: skip

    def _paces(self) -> list[Widget]:
        return [
            option(self.kit, name, Change("pace", pace), self.kit.settings.pace == pace,
                         f"pace {pace}")
            for pace, name in PACES
        ]  # fmt: skip

    def _pinyin(self, width: int) -> list[tuple[Words, Sequence[Widget]]]:
        """Over which characters; only where there is Chinese to read."""
        kit, settings = self.kit, self.kit.settings
        if not settings.language.startswith("zh"):
            return []
        if not can_read():
            why = T("Pinyin needs the package pypinyin. Install it with: {command}",
                    command="pip install pypinyin")  # fmt: skip
            return [(PINYIN, [Label(kit, why, width, size=SMALL, colour=kit.colours.soft)])]
        options = [
            option(kit, name, Change("pinyin", wish), settings.pinyin == wish, f"pinyin {wish}")
            for wish, name in OVER.items()
        ]
        return [(PINYIN, options)]

    def _switches(self, width: int) -> list[Widget]:
        switches: dict[str, Words] = {
            "contrast": T("High contrast"),
            "motion": T("Let text and people move"),
            "projector": T(
                "Projector: large text, strong contrast, a thick frame around what is chosen"
            ),
            "captions": T("Show sounds in words"),
            "easy_letters": T("Latin letters that are easier to read with dyslexia"),
        }
        return [self._switch(name, text, width) for name, text in switches.items()]

    def _switch(self, name: str, text: Words, width: int) -> Widget:
        on: bool = getattr(self.kit.settings, name)
        toggle = Toggle(self.kit, text, on, Change(name, not on), width)
        toggle.key_name = name
        return toggle

    def _forget(self, width: int) -> Widget:
        text = T("Delete these records")
        button = Button(self.kit, text, Go("forget"), icon="cross", size=SMALL, most=width)
        button.key_name = "forget"
        return button

    def _loudness(self, name: str, called: Words, room: int) -> tuple[Words, Sequence[Widget]]:
        return called, [self._track(name, called, room, (0, 100, 10))]

    def _track(self, name: str, called: Words, room: int, scale: tuple[int, int, int]) -> Slider:
        """A track for the number that the settings call `name`."""
        value: int = getattr(self.kit.settings, name)
        width = min(room, self.kit.u(420))
        slider = Slider(self.kit, width, value, scale, lambda value: Change(name, value))
        slider.key_name, slider.called = name, self.kit.say(called)
        return slider

    def _voice(self, width: int) -> list[Widget]:
        """The switch and the speed, or why there is no voice."""
        kit = self.kit
        if not Voice().can_speak():
            why = T("This computer has no voice that the game could use.")
            return [Label(kit, why, width, size=SMALL, colour=kit.colours.soft)]
        how = T("The key V reads what is shown, or stops. Speed of the voice:")
        return [
            self._switch("read_aloud", T("Read what is told aloud"), width),
            Label(kit, how, width, size=SMALL, colour=kit.colours.soft),
            self._track(
                "voice_rate", T("Speed of the voice"), min(width, kit.u(420)), (50, 200, 10)
            ),
        ]
