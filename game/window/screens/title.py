"""The title: play, go on, choose a case, settings, language, quit."""

from __future__ import annotations

from pygame import Rect

from game.scenario.words import T
from game.window.desk import Desk
from game.window.doors import Language
from game.window.intents import Change, Go, Quit, Resume
from game.window.screens.base import Screen
from game.window.screens.page import HELP_UP_TO, help_button
from game.window.theme import LOGO, SMALL, SPEECH
from game.window.widgets.base import Widget, flow, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Panel, Picture


class TitleScreen(Screen):
    """The first thing that anybody sees."""

    tune = "title"

    name = "title"

    def __init__(self, languages: tuple[Language, ...], has_save: bool) -> None:
        super().__init__()
        self.languages, self.has_save = languages, has_save

    def laid(self) -> Desk:
        kit, stage = self.kit, self.kit.stage
        scale = min(kit.large, 1.5)
        panel = Panel(kit, Rect(0, 0, kit.u(500 + 240 * (scale - 1)), stage.h), radius=0, shadow=16)
        panel.rect.topleft = stage.topleft
        inner = panel.rect.inflate(-2 * kit.u(48), 0)
        head = self._head(inner.w, kit.u(132 if kit.large <= 1.25 else 72))
        buttons = self._buttons(inner.w)
        tongues = self._tongues()
        below = stack(head, inner.x, stage.y, kit.u(6))
        gap = kit.u(10)
        below = stack(buttons[:-2], inner.x, below + kit.u(26), gap)
        below = flow(buttons[-2:], inner.x, below + gap, inner.w, gap)
        below = flow(tongues, inner.x, below + kit.u(18), inner.w, kit.u(8))
        panel.parts = [*head, *buttons, *tongues]
        free = stage.bottom - below
        for part in panel.parts:
            part.move(0, max(kit.u(6), free // 2))
        desk = Desk(kit, self.ground("title"), [panel])
        desk.set_focus(buttons[0])
        return desk

    def _head(self, width: int, logo: int) -> list[Widget]:
        kit, colours = self.kit, self.kit.colours
        size = LOGO / max(1.0, kit.large / 1.15)
        return [
            Picture(kit, kit.pictures.ornament("logo", (logo, logo))),
            Label(
                kit, T("Mock Court"), width, size=size, bold=True, colour=colours.navy, read=False
            ),
            Label(
                kit,
                T("See through the trick. Weigh the evidence. Try the case."),
                width,
                size=SPEECH / max(1.0, kit.large / 1.5),
                colour=colours.soft,
                read=False,
            ),
        ]

    def _buttons(self, width: int) -> list[Widget]:
        kit = self.kit
        size = SPEECH / max(1.0, kit.large / 1.25)
        half = (width - kit.u(10)) // 2
        buttons = [
            Button(kit, T("Play"), Go("library"), icon="play", size=size, width=width, strong=True),
            Button(
                kit, T("What you have learned"), Go("learned"), icon="star", size=size, width=width
            ),
            Button(kit, T("Settings"), Go("settings"), icon="settings", size=size, width=half),
            Button(kit, T("Quit"), Quit(), icon="close", size=size, width=half),
        ]
        if self.has_save:
            carry_on = T("Continue where you stopped")
            buttons.insert(
                0,
                Button(kit, carry_on, Resume(), icon="save", size=size, width=width, strong=True),
            )
            buttons[1] = Button(
                kit, T("Choose a case"), Go("library"), icon="play", size=size, width=width
            )
        for number, button in enumerate(buttons):
            button.key_name = f"button{number}"
        return list(buttons)

    def _tongues(self) -> list[Widget]:
        kit = self.kit
        tongues = []
        for language in self.languages:
            wish = Change("language", language.code)
            button = Button(kit, language.name, wish, icon="language", size=SMALL)
            button.on = language.code == kit.settings.language
            button.key_name = f"language {language.code}"
            tongues.append(button)
        if kit.large <= HELP_UP_TO:
            tongues.append(help_button(kit))
        return list(tongues)
