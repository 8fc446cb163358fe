"""Reading on: a line goes on by itself when it is known and skipped, or when auto is on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pygame
from pygame.event import Event

HOLD = 0.4  # seconds that something is held down before lines are skipped
SKIP = 0.08  # seconds that a skipped line stands
BREATH = 0.9  # seconds that a line stands at least, once it is there to its end
WIDE, NARROW = 5.5, 15.0  # signs a second that a class reads together: Chinese ones, letters
SKIPPERS = (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER)
ALWAYS = (pygame.K_LCTRL, pygame.K_RCTRL)  # they press nothing, wherever the focus is
MOUSE = -1  # among the keys that are held


@dataclass(frozen=True, slots=True)
class Watched:
    """What stands on the screen: seen before or not, shown to its end or not, and its words.

    Auto stops at what has no words: a turn, reasons to talk about, the end.
    """

    known: bool
    complete: bool
    words: str | None


def reading_time(words: str, pace: float) -> float:
    """Seconds that a class needs for `words`; `pace` 2 is twice as fast."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words)
    return (BREATH + wide / WIDE + (len(words) - wide) / NARROW) / pace


class Reading:
    """What the player holds down, and since when the line stands."""

    def __init__(self) -> None:
        self.auto = False
        self.skipping = False
        self._held: set[int] = set()
        self._held_at: float | None = None
        self._shown_at: float | None = None
        self._done_at: float | None = None

    def take(self, event: Event, *, ours: bool) -> None:
        """Notice what is held; `ours` says whether a press would mean to go on."""
        match event.type:
            case pygame.KEYDOWN if event.key in ALWAYS or (ours and event.key in SKIPPERS):
                self._held.add(event.key)
            case pygame.KEYUP:
                self._held.discard(event.key)
            case pygame.MOUSEBUTTONDOWN if ours and event.button == 1:
                self._held.add(MOUSE)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._held.discard(MOUSE)
            case pygame.WINDOWFOCUSLOST:
                self._held.clear()
        if not self._held:
            self._held_at, self.skipping = None, False

    def begin(self) -> None:
        """Another line stands on the screen."""
        self._shown_at = self._done_at = None

    def let_go(self) -> None:
        """Nothing is held any more, as when another screen comes to the front."""
        self._held.clear()
        self._held_at, self.skipping = None, False
        self.begin()

    def goes_on(self, now: float, watched: Watched, pace: float) -> bool:
        """Whether the next line is due at time `now`."""
        if self._held and self._held_at is None:
            self._held_at = now
        if self._shown_at is None:
            self._shown_at = now
        if watched.complete and self._done_at is None:
            self._done_at = now
        self.skipping = self._held_at is not None and now - self._held_at >= HOLD and watched.known
        if self.skipping:
            return now - self._shown_at >= SKIP
        return self._has_been_read(now, watched, pace)

    def _has_been_read(self, now: float, watched: Watched, pace: float) -> bool:
        if not self.auto or watched.words is None:
            return False
        if self._shown_at is None or self._done_at is None:
            return False
        read = self._shown_at + reading_time(watched.words, pace)
        return now >= max(read, self._done_at + BREATH / pace)


"""What all documents are read with: who is reading, what can be tapped, faces, captions, notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pygame import Rect

from game.trial.view import Document, Passage, View
from game.window.kit import Kit
from game.window.theme import BODY, SMALL
from game.window.widgets.base import Message, Widget
from game.window.widgets.label import Label
from game.window.widgets.panel import Head, Icon, Panel

SAYS = 21  # text size inside documents


@dataclass(frozen=True, slots=True)
class Reading:
    """A document to read; `tick` makes the message of a phrase that can be tapped."""

    view: View
    document: Document
    tick: Callable[[str], Message] | None = None
    picks: tuple[str, ...] = ()
    on: tuple[str, ...] = ()

    @property
    def author(self) -> str:
        """The name of whoever wrote all of it, if it is one alone."""
        names = {passage.name for passage in self.document.passages if passage.name}
        return names.pop() if len(names) == 1 else ""

    def portrait(self, passage: Passage) -> str:
        people: Mapping[str, str] = {p.id: p.portrait for p in self.view.people}
        return people.get(passage.by, "")

    def phrases(self, passage: Passage) -> dict[str, Message]:
        """What can be tapped in `passage`."""
        if self.tick is None:
            return {}
        return {r.pick: self.tick(r.pick) for r in passage.says if r.pick in self.picks}


def said(kit: Kit, reading: Reading, passage: Passage, width: int) -> Label:
    """The text of `passage`, with its phrases."""
    says = Label(kit, passage.says, width, size=SAYS, snug=True, phrases=reading.phrases(passage))
    for phrase in says.phrases:
        phrase.on = phrase.key_name in reading.on
    return says


def caption(*parts: str) -> str:
    """The parts that there are, well apart."""
    return "  ".join(part for part in parts if part)


def face(kit: Kit, reading: Reading, passage: Passage, side: int) -> Widget:
    """The head of whoever speaks, or the first letter of the name on a badge."""
    if portrait := reading.portrait(passage):
        return Head(kit, portrait, side)
    colours = kit.colours
    fill = colours.burgundy if passage.mine else colours.navy_hot
    badge = Panel(kit, Rect(0, 0, side, side), fill, shadow=0, radius=999)
    letter = Label(kit, _initial(passage.name), side, size=BODY / max(1, kit.large), bold=True,
                   colour=colours.on_navy, centred=True)  # fmt: skip
    letter.at(0, (side - letter.rect.h) // 2)
    badge.parts = [letter]
    return badge


def noted(kit: Kit, passage: Passage, spot: Rect) -> list[Widget]:
    """What the technical officer found, on a plate at the top of `spot`; nothing where nothing."""
    if not passage.note:
        return []
    colours, pad = kit.colours, kit.u(10)
    side = kit.letters(SMALL)
    text = Label(kit, passage.note, spot.w - side - 3 * pad, size=SMALL)
    plate = Panel(
        kit,
        Rect(spot.x, spot.y, spot.w, text.rect.h + 2 * kit.u(6)),
        colours.card_hot,
        line=colours.phrase,
        shadow=0,
        radius=8,
    )
    sign = Icon(kit, "magnifier", side, colours.phrase)
    sign.at(spot.x + pad, spot.y + kit.u(9))
    text.at(spot.x + side + 2 * pad, spot.y + kit.u(6))
    plate.parts = [sign, text]
    return [plate]


def _initial(name: str) -> str:
    """The first letter of a name, past quotation marks and the like."""
    return next((sign for sign in name if sign.isalnum()), "?")
