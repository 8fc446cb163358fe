"""The draft is the teacher's file and the trial of it: what is read, where the trial stands."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from game.scenario.diagnostics import Diagnostic, Severity
from game.scenario.load import Loaded, load, load_laws
from game.scenario.model import LawBook, Scenario
from game.scenario.names import Proceeding
from game.scenario.proceedings import side
from game.scenario.steps import Ask, Role
from game.scenario.words import TN, T, Words
from game.session.shelf import LAW_FILE
from game.trial.record import program
from game.trial.speech import Speech
from game.window.preview.places import beat_at, changed_line, line_of, moved, place, stops
from game.window.preview.rehearsal import rehearse
from game.window.preview.table import PreviewTable
from game.window.preview.watch import Watch

CHANGING = "C108"  # the file changed while it was being read
LED = T("To come here, some answers before are not the best ones.")
MISSED = T("This step is skipped: its condition does not hold.")

Speak = Callable[[str, LawBook | None], Speech]  # how people are spoken to about a case


class News(Enum):
    """What a look at the file came to."""

    NONE = auto()
    SAME = auto()  # read again, and the trial need not move
    MOVED = auto()  # the trial stands elsewhere
    BROKEN = auto()  # there are errors to mend


class Opening(Struct, frozen=True):
    """What the preview is opened with: a place as it was typed, and a seat."""

    at: str = ""
    role: Role = Role.JUDGE


class Draft:
    """A file that is being written, and the trial of the last version that was in order."""

    def __init__(
        self, path: Path, opening: Opening, speak: Speak, shared_laws: LawBook | None
    ) -> None:
        self.path, self.role = path, opening.role
        self.loaded: Loaded | None = None
        self.case: Scenario | None = None  # of the last version in order
        self.table: PreviewTable | None = None
        self.stop = ""  # the beat to which the trial was brought
        self.note: Words | None = None  # what the teacher should hear about it
        self.kept: dict[str, tuple[str, ...]] = {}
        self._wanted = opening.at
        self._speak, self._shared_laws = speak, shared_laws
        self._laws = shared_laws
        self._text = ""  # of the last version in order
        self._file, self._law_file = Watch(path), Watch(path.parent / LAW_FILE)

    @property
    def seat_name(self) -> Words:
        """What the seat of the preview is called in the case, or in a criminal one before it."""
        proceeding = self.case.proceeding if self.case else Proceeding.CRIMINAL
        return side(proceeding, self.role).name

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What there is to say about the file as it is now: errors first."""
        found = self.loaded.diagnostics if self.loaded else ()
        weights = list(Severity)
        return tuple(sorted(found, key=lambda one: weights.index(one.severity)))

    @property
    def broken(self) -> bool:
        return any(one.severity is Severity.ERROR for one in self.findings)

    def follow(self, now: float) -> News:
        """Read the file again if it was saved, and bring the trial to what changed."""
        laws = self._law_file.news(now)
        if not self._file.news(now) and not laws:
            return News.NONE
        if laws:
            self._laws = self._laws_beside()
        loaded = load(self.path, self._laws)
        if any(one.code == CHANGING for one in loaded.diagnostics):
            self._file.unsure()
            return News.NONE
        self.loaded = loaded
        return self._taken(loaded)

    def _taken(self, loaded: Loaded) -> News:
        case, old = loaded.scenario, self.case
        if case is None:
            return News.BROKEN
        line = changed_line(self._text, loaded.text) if old else 1
        self.case, self._text = case, loaded.text
        self.note = None
        if old is None:
            self.move_to(self._wanted)
        elif case == old:
            return News.SAME
        else:
            lost = self._carried(old, case)
            self.go(beat_at(case, line), lost)
        return News.MOVED

    def _carried(self, old: Scenario, new: Scenario) -> int:
        """Keep the picks under the keys that their beats have now; how many have no ask."""
        keys = moved(old, new)
        kept = {}
        for ask, picks in self.kept.items():
            beat = next((key for key in keys if f"{ask}.".startswith(f"{key}.")), None)
            kept[ask if beat is None else keys[beat] + ask.removeprefix(beat)] = picks
        asks = {step.key for step in program(new).steps if isinstance(step, Ask)}
        self.kept = {ask: picks for ask, picks in kept.items() if ask in asks}
        return len(kept) - len(self.kept)

    # where the trial stands

    def move_to(self, wanted: str) -> None:
        """Go to the place that was typed; nothing typed is the beginning."""
        if self.case is None:
            self._wanted = wanted
            return
        found = place(self.case, wanted) if wanted else None
        self.go(found.beat if found else stops(self.case)[0])
        if found and found.trouble:
            self.note = found.trouble

    def go(self, stop: str, lost: int = 0) -> None:
        """Bring the trial to `stop`; `lost` picks went before."""
        if self.case is None:
            return
        came = rehearse(self.case, self.role, stop, self.kept)
        for ask in came.unfit:
            del self.kept[ask]
        lost += len(came.unfit)
        self.note = MISSED if came.missed else LED if came.led else None
        if lost:
            self.note = TN(
                "{n} of your answers did not fit any more and was dropped.",
                "{n} of your answers did not fit any more and were dropped.",
                lost,
            )
        self.stop = stop
        self.table = PreviewTable(came.session, self.role, self.speech, self._picked)

    def step(self, by: int, here: str) -> None:
        """Go to the stop that is `by` stops from `here`."""
        if self.case is not None:
            row = stops(self.case)
            self.go(row[min(len(row) - 1, max(0, row.index(here) + by))])

    def seat(self, role: Role, here: str) -> None:
        """Sit in another chair, at the same place."""
        self.role = role
        self.go(here)

    def restart(self) -> None:
        """Forget every pick and begin again."""
        self.kept.clear()
        if self.case is not None:
            self.go(stops(self.case)[0])

    def line(self, stop: str) -> int | None:
        """The line of the file on which `stop` begins."""
        return line_of(self.case, stop) if self.case else None

    def speech(self) -> Speech:
        """How the teacher is spoken to about this case, in the language of the moment."""
        return self._speak(self.case.id if self.case else "", self._laws)

    def _picked(self, ask: str, picks: tuple[str, ...]) -> None:
        self.kept[ask] = picks

    def _laws_beside(self) -> LawBook | None:
        beside = self.path.parent / LAW_FILE
        return load_laws(beside)[0] if beside.is_file() else self._shared_laws
