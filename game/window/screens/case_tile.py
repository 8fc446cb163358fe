"""A case as it lies on the shelf: its cover, what it is about, and how far one has come with it."""

from __future__ import annotations

from collections.abc import Iterator

from pygame import Surface

from game.scenario.words import TN, T
from game.session.cards import Cover
from game.trial.terms import role_name
from game.window.doors import CaseShown
from game.window.intents import OpenCase
from game.window.kit import Kit
from game.window.names import COURTS, LEVELS, named
from game.window.theme import SMALL, SPEECH
from game.window.widgets.base import Widget, stack
from game.window.widgets.button import Tile
from game.window.widgets.label import Label

WIDE, TALL = 140, 156  # of a cover, in layout units


class CoverPicture(Widget):
    """The cover of a case, drawn when it is first seen or prepared: a shelf may have many."""

    spill = 0

    def __init__(self, kit: Kit, cover: Cover, size: tuple[int, int]) -> None:
        super().__init__(kit, size)
        self.cover = cover

    def paint(self, surface: Surface) -> None:
        surface.blit(self.prepare(), self.rect)

    def prepare(self) -> Surface:
        """The picture, drawn unless it is there already."""
        return self.kit.pictures.covers.of(self.cover, self.rect.size)


def case_tile(kit: Kit, shown: CaseShown, width: int, *, advised: bool = False) -> Tile:
    """The tile of a case, `width` wide; `advised` recommends it to a beginner."""
    pad, gap = kit.u(14), kit.u(18)
    picture = CoverPicture(kit, shown.cover or Cover(), (kit.u(WIDE), kit.u(TALL)))
    picture.at(pad, pad)
    left = picture.rect.right + gap
    rows = list(_rows(kit, shown, width - left - gap, advised))
    below = max(stack(rows, left, pad, kit.u(5)), picture.rect.bottom)
    tile = Tile(kit, (width, below + pad), [picture, *rows], OpenCase(shown.case.id))
    tile.key_name = shown.case.id
    return tile


def _rows(kit: Kit, shown: CaseShown, width: int, advised: bool) -> Iterator[Widget]:
    colours, case = kit.colours, shown.case
    yield Label(kit, case.title, width, size=SPEECH, bold=True, colour=colours.navy)
    about = T(
        "{level} · {minutes} · {court}",
        level=named(LEVELS, case.level),
        minutes=TN("{n} minute", "{n} minutes", case.minutes),
        court=named(COURTS, case.proceeding),
    )
    yield Label(kit, about, width, size=SMALL, colour=colours.soft)
    yield Label(kit, case.summary, width, size=SMALL)
    for topic in case.learn[:1]:
        yield Label(kit, topic, width, size=SMALL, colour=colours.soft)
    if advised:
        first = T("A good case to begin with")
        yield Label(kit, first, width, size=SMALL, bold=True, colour=colours.good)
    if shown.has_save:
        saved = T("You have begun this case.")
        yield Label(kit, saved, width, size=SMALL, bold=True, colour=colours.burgundy)
    if shown.best:
        best = _best(kit, shown)
        yield Label(kit, best, width, size=SMALL, bold=True, colour=colours.good)


def _best(kit: Kit, shown: CaseShown) -> str:
    """The best marks of each seat that was played."""
    seats = (
        kit.say(T("{role}: {n} of 100", role=role_name(role, shown.case.proceeding), n=marks))
        for role, marks in shown.best.items()
    )
    return " · ".join(seats)
