"""Reports of the rooms of a journal: what a room does not know of itself comes from the shelf."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from game.host.archive import Kept
from game.host.report.model import ClassReport, Texts
from game.host.report.reading import Classmates, Telling, class_report, made_up_class
from game.host.room import Room
from game.session.listing import cases
from game.session.reception import Reception
from game.session.settings import CODES

KEPT = 8  # made-up classes that are held: a second of work each
CASES = 3  # in which a trick can be practised


def titles(reception: Reception) -> dict[str, str]:
    """What each case on the shelf is called, by its id."""
    return {card.case.id: card.case.title for _, card in cases(reception)}


@dataclass(slots=True)
class Reporter:
    """Makes the reports of rooms, in all languages of the game at once."""

    reception: Reception
    _classes: OrderedDict[tuple[str, int | None], Classmates] = field(default_factory=OrderedDict)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def report(self, kept: Kept, name: str = "", room: Room | None = None) -> ClassReport:
        """The report of a room, as the journal has it or as it is now.

        `name` is what the class is called. Raises Lost where the room cannot be told again.
        """
        with self._one_at_a_time:
            return self._report(kept, name, room or kept.room(self.reception.shelf))

    def _report(self, kept: Kept, name: str, room: Room) -> ClassReport:
        speeches = {
            language: self.reception.in_language(language).speech(room.opened.file)
            for language in CODES
        }
        telling = Telling(kept.at, speeches, name, self._practice(room.program.scenario.id))
        return class_report(room, telling, self._made_up(room))

    def _made_up(self, room: Room) -> Classmates:
        key = room.opened.digest, room.opened.cut
        if key not in self._classes:
            self._classes[key] = made_up_class(room.program)
            if len(self._classes) > KEPT:
                self._classes.popitem(last=False)
        return self._classes[key]

    def _practice(self, but: str) -> Mapping[str, tuple[Texts, ...]]:
        """The shortest cases on the shelf in which each kind of trick comes back."""
        found: dict[str, dict[str, Texts]] = {}
        minutes: dict[str, int] = {}
        for language in CODES:
            for path, card in cases(self.reception.in_language(language)):
                if card.case.id == but:
                    continue
                minutes[str(path)] = card.case.minutes
                for kind in card.tricks:
                    titles = found.setdefault(kind, {}).setdefault(str(path), {})
                    titles[language] = card.case.title
        return {
            kind: tuple(
                titles for _, titles in sorted(by_file.items(), key=lambda it: minutes[it[0]])
            )[:CASES]
            for kind, by_file in found.items()
        }
