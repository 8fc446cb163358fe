"""The sheet of a certificate, drawn at any size from the same letters and colours as the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pygame import Surface

from game.scenario.words import T, Translate, Words
from game.session.settings import Settings
from game.window.faces import Fonts
from game.window.kit import Kit
from game.window.names import points
from game.window.pictures import Pictures, raster
from game.window.plates import Plates
from game.window.seals import red_seal, rosette
from game.window.theme import Colour, hexed
from game.window.widgets.panel import Bar

if TYPE_CHECKING:
    from datetime import date

    from game.trial.view import CriterionMark
    from game.window.certificate import Certificate

WIDTH, HEIGHT = 1280, 905  # A4, in the units of the window's layout
EDGE = 120  # of what is written
TEXT = 26
LOCALES = {"en": "en_GB", "zh_CN": "zh_CN"}


def sheet(
    made: Certificate, assets: Path, wide: int, language: str, say: Translate, *, bold: bool = False
) -> Surface:
    """The sheet, `wide` pixels wide; `bold` draws it in high contrast."""
    size = (wide, wide * HEIGHT // WIDTH)
    fonts = Fonts(assets / "fonts", wide / WIDTH)
    settings = Settings(language=language, contrast=bold, motion=False)
    kit = Kit(size, settings, say, fonts, Pictures(assets / "art"), Plates())
    drawn = _Sheet(kit, made)
    drawn.draw()
    return drawn.surface


def told(made: Certificate, say: Translate, language: str) -> str:
    """All that the sheet says, for whoever cannot see it."""
    marks = (_points(mark) for mark in made.criteria)
    lines = (T("Certificate"), _deed(made), T("{total} of 100", total=made.total), *marks)
    return " ".join((*map(say, lines), dated(made.day, language)))


def dated(day: date, language: str) -> str:
    """The day as people write it in `language`; in an unknown one, in numbers."""
    from babel.dates import format_date

    locale = LOCALES.get(language)
    return format_date(day, "long", locale=locale) if locale else day.isoformat()


class _Sheet:
    def __init__(self, kit: Kit, made: Certificate) -> None:
        self.kit, self.made = kit, made
        self.surface = Surface(kit.size, 0, 32)

    def draw(self) -> None:
        """Frame, words from top to bottom, then date and seals."""
        kit, colours, made = self.kit, self.kit.colours, self.made
        self.surface.fill(colours.sheet)
        self.surface.blit(raster(_frame(kit), kit.size), (0, 0))
        y = self._line(T("Mock Court"), kit.u(70), 30, colours.burgundy, bold=True)
        y = self._line(T("Certificate"), y, 72, colours.navy, bold=True)
        y = self._name_line(y + kit.u(52))
        y = self._line(_deed(made), y + kit.u(12), 30, colours.ink)
        total = T("{total} of 100", total=made.total)
        y = self._line(total, y + kit.u(4), 46, colours.burgundy, bold=True)
        self._marks(y + kit.u(12))
        self._foot()

    def _line(self, text: Words, y: int, size: float, colour: Colour, *, bold: bool = False) -> int:
        """A centred line, or several; the y below."""
        width = self.kit.u(WIDTH - 2 * EDGE)
        layout = self.kit.lay(text, width, size=size, colour=colour, bold=bold, centred=True)
        layout.draw(self.surface, (self.kit.u(EDGE), y))
        return y + layout.size[1]

    def _name_line(self, y: int) -> int:
        """The line on which a name is written by hand."""
        kit, wide = self.kit, self.kit.u(460)
        left = (kit.size[0] - wide) // 2
        self.surface.fill(kit.colours.ink, (left, y, wide, kit.u(2)))
        return self._line(T("Name"), y + kit.u(5), 22, kit.colours.soft)

    def _marks(self, y: int) -> None:
        """The criteria in two columns, each with a bar."""
        kit, gap = self.kit, self.kit.u(60)
        wide = (kit.u(WIDTH - 2 * EDGE) - gap) // 2
        for number, mark in enumerate(self.made.criteria):
            left = kit.u(EDGE) + (number % 2) * (wide + gap)
            top = y + number // 2 * kit.u(58)
            layout = kit.lay(_points(mark), wide, size=TEXT)
            layout.draw(self.surface, (left, top))
            share = mark.earned / mark.possible if mark.possible else 0.0
            bar = Bar(kit, (wide, kit.u(11)), share, kit.colours.navy, kit.colours.faint)
            bar.at(left, top + layout.size[1] + kit.u(4))
            bar.paint(self.surface)

    def _foot(self) -> None:
        kit, made = self.kit, self.made
        ribbon = rosette(kit, kit.u(132))
        self.surface.blit(ribbon, ribbon.get_rect(midbottom=(kit.u(190), kit.u(HEIGHT - 66))))
        seal = red_seal(kit, kit.say(T("Mock Court")).upper(), kit.u(164))
        self.surface.blit(seal, seal.get_rect(midbottom=(kit.u(WIDTH - 200), kit.u(HEIGHT - 70))))
        rows: Sequence[tuple[str, float, Colour]] = (
            (made.court, TEXT, kit.colours.ink),
            (dated(made.day, kit.settings.language), TEXT, kit.colours.ink),
            (kit.say(T("Earned in a mock trial.")), 22, kit.colours.soft),
        )
        wide = kit.u(WIDTH - 640)
        laid = [kit.lay(text, wide, size=s, colour=c, centred=True) for text, s, c in rows]
        y = kit.u(HEIGHT - 74) - sum(layout.size[1] for layout in laid)
        for layout in laid:
            layout.draw(self.surface, (kit.u(320), y))
            y += layout.size[1]


def _deed(made: Certificate) -> Words:
    """What was done."""
    if not made.is_trial:
        return T("worked through the exercise “{case}”.", case=made.case)
    return T("took part in the trial of “{case}” as {role}.", case=made.case, role=made.seat)


def _points(mark: CriterionMark) -> Words:
    return points(mark.criterion, mark.earned, mark.possible)


def _frame(kit: Kit) -> str:
    """Two lines around the sheet, with an ornament in each corner."""
    navy, gold = hexed(kit.colours.navy), hexed(kit.colours.gold)
    corners = "".join(
        f'<g transform="translate({x} {y}) scale({sx} {sy})">'
        f'<path d="M0 70V0H70L58 12H12V58Z" fill="{navy}"/>'
        f'<circle cx="34" cy="34" r="11" fill="{gold}"/></g>'
        for x, sx in ((30, 1), (WIDTH - 30, -1))
        for y, sy in ((30, 1), (HEIGHT - 30, -1))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect x="33" y="33" width="{WIDTH - 66}" height="{HEIGHT - 66}" fill="none" '
        f'stroke="{navy}" stroke-width="6"/>'
        f'<rect x="48" y="48" width="{WIDTH - 96}" height="{HEIGHT - 96}" fill="none" '
        f'stroke="{gold}" stroke-width="3"/>{corners}</svg>'
    )
