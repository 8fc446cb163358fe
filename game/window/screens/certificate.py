"""The certificate on screen, with a button that saves it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from pygame import Rect, Surface

from game.scenario.words import T
from game.window.certificate import ONLY_A_PICTURE, certificate_of, makes_pdf, save
from game.window.desk import Desk
from game.window.doors import Doors, Table
from game.window.intents import Back, Intent, Tell
from game.window.kit import Kit
from game.window.screens.base import Screen
from game.window.screens.page import page
from game.window.sheet import HEIGHT, WIDTH, sheet, told
from game.window.theme import SMALL
from game.window.widgets.base import Message, Widget, stack
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.panel import Picture


class Save(Struct, frozen=True):
    """Put the certificate into the folder for papers."""


class Sheet(Picture):
    """The sheet as a picture; it can be read out."""

    def __init__(self, kit: Kit, picture: Surface, words: str) -> None:
        super().__init__(kit, picture)
        self.words = words

    def text(self) -> str:
        return self.words


class CertificateScreen(Screen):
    """The whole sheet at normal text sizes; at larger ones it is larger, and scrolls."""

    name = "certificate"

    def __init__(self, table: Table, doors: Doors) -> None:
        super().__init__()
        self.table: Table = table
        self.assets, self.folder = doors.assets, doors.papers()
        self.day = date.today()
        self._drawn: tuple[object, Surface] | None = None
        self.refreshed(doors)

    def refreshed(self, doors: Doors) -> None:
        self.made = certificate_of(self.table.view(), self.day)

    def on(self, message: Message) -> Intent | None:
        return self._save() if isinstance(message, Save) else super().on(message)

    def laid(self) -> Desk:
        kit = self.kit
        box = kit.stage.inflate(-2 * kit.u(40 / kit.large), -2 * kit.u(14))
        button = Button(kit, T("Save"), Save(), icon="save", strong=True)
        button.key_name = "save"
        panel, _ = page(kit, T("Certificate"), self._body, box=box, foot=button)
        desk = Desk(kit, self.ground("title", shaded=True), [panel])
        desk.escape = Back()
        desk.set_focus(button)
        return desk

    def _body(self, area: Rect) -> tuple[list[Widget], int]:
        kit = self.kit
        whole = (area.h - 2 * kit.u(10)) * WIDTH // HEIGHT
        wide = min(area.w, round(whole * max(1.0, kit.large * 0.9)))
        words = told(self.made, kit.say, kit.settings.language)
        parts: list[Widget] = [Sheet(kit, self._picture(wide), words)]
        if not makes_pdf():
            parts.append(Label(kit, ONLY_A_PICTURE, area.w, size=SMALL))
        below = stack(parts, area.x, area.y, kit.u(10))
        parts[0].move((area.w - wide) // 2, 0)
        return parts, below

    def _picture(self, wide: int) -> Surface:
        """The sheet, drawn again only when it must look different."""
        kit = self.kit
        key = (self.made, wide, kit.settings.language, kit.settings.contrast)
        if self._drawn is None or self._drawn[0] != key:
            language, bold = kit.settings.language, kit.settings.contrast
            picture = sheet(self.made, self.assets, wide, language, kit.say, bold=bold)
            self._drawn = (key, picture)
        return self._drawn[1]

    def _save(self) -> Intent:
        kit = self.kit
        try:
            files = save(self.made, self.assets, self.folder, kit.settings, kit.say)
        except OSError as error:
            why = error.strerror or str(error)
            failed = T(
                "The certificate could not be saved in the folder {folder} ({why}).",
                folder=str(self.folder),
                why=why,
            )
            return Tell(T("Not saved"), kit.say(failed))
        saved = T(
            "It lies in the folder {folder} as {files}. Open it there to print it, and write a "
            "name on the line.",
            files=", ".join(file.name for file in files),
            folder=str(self.folder),
        )
        return Tell(T("Saved"), kit.say(saved))
