"""What the next moments will need is made ready beside the game, so that no frame has to wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from game.window.pictures import Key, Pictures
from game.window.rig import picture_of

if TYPE_CHECKING:
    from pygame import Surface

    from game.trial.view import View
    from game.window.screens.base import Screen

LINES = 4  # how many lines ahead of the one that is watched
# What the library and the first trial need besides the title, leaves first: each takes a few
# milliseconds to import.
MODULES = (
    "game.trial.terms",
    "game.window.screens.stage",
    "game.window.screens.documents",
    "game.window.screens.debrief",
    "game.window.screens.case_file",
    "game.window.screens.record",
    "game.window.screens.turns.pair",
    "game.window.screens.turns.kinds",
    "game.window.screens.others",
    "game.scenario.authored",
    "game.scenario.model",
    "game.scenario.marked",
    "game.scenario.shapes",
    "game.trial.record",
    "game.trial.speech",
    "game.trial.reasons",
    "game.trial.judgment",
    "game.trial.debrief",
    "game.session.listing",
    "game.session.session",
    "game.session.trials",
    "game.scenario.page",
    "game.scenario.flow",
    "game.scenario.slips",
    "game.scenario.source",
    "game.scenario.nodes",
    "game.scenario.typed",
    "game.scenario.reader",
    "game.scenario.load",
)


class Ahead:
    """Imports a little at a time, and draws in a worker that touches neither screens nor caches."""

    def __init__(self) -> None:
        self._orders: SimpleQueue[tuple[Pictures, Key]] = SimpleQueue()
        self._done: deque[tuple[Pictures, Key, Surface]] = deque()
        self._seen: tuple[int, int] | None = None
        self._asked: set[Key] = set()
        self._worker: Thread | None = None
        self._modules = list(reversed(MODULES))

    def step(self, screen: Screen, pictures: Pictures) -> None:
        """Take what is ready, and order what `screen` will need; a slice of a few milliseconds."""
        if self._modules:
            with suppress(ImportError):  # whoever needs it will say so
                import_module(self._modules.pop())
            return
        while self._done:
            kept, key, picture = self._done.popleft()
            self._asked.discard(key)
            kept.keep(key, picture)
        for key in self._wanted(screen, pictures):
            if key not in self._asked and not pictures.has(key):
                self._asked.add(key)
                self._employ()
                self._orders.put((pictures, key))

    def _wanted(self, screen: Screen, pictures: Pictures) -> Iterator[Key]:
        """The pictures of the next lines, once for each line that is watched."""
        if screen.table is None:
            return
        from game.window.screens.trial import TrialScreen

        if isinstance(screen, TrialScreen):
            here = (id(screen.view), screen.seen)
            if here != self._seen:
                self._seen = here
                yield from coming(screen.view, screen.seen, pictures)

    def _employ(self) -> None:
        """Start the worker at the first order; drawing leaves the interpreter to the window."""
        if self._worker is None:
            self._worker = Thread(target=self._work, daemon=True, name="ahead")
            self._worker.start()

    def _work(self) -> None:
        while True:
            pictures, key = self._orders.get()
            with suppress(Exception):  # then it is drawn when it is needed, and fails there
                self._done.append((pictures, key, pictures.drawn(key)))


def coming(view: View, seen: int, pictures: Pictures) -> Iterator[Key]:
    """The places and people of the lines after `seen`, at the sizes that the last ones had."""
    faces = {person.id: picture_of(person) for person in view.people}
    for line in view.lines[max(0, seen + 1) : seen + 1 + LINES]:
        if line.place and (size := pictures.sizes.get("scene")):
            yield ("scene", line.place, "", size)
        if line.by in faces and (size := pictures.sizes.get("person")):
            yield ("person", faces[line.by], line.mood, size)
