"""A finished trial is watched again: all that was heard, and each answer with what it earned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from game.scenario.steps import Answers, Ask, Role
from game.session.journal import BrokenSave, Deed, Heading, Journal, finished
from game.session.listing import cases
from game.session.reception import SAVES, Reception
from game.session.replay import recorded_session
from game.session.session import Session
from game.session.table import case_of
from game.trial.feedback import Feedback
from game.trial.record import taken
from game.trial.scoring import mark
from game.trial.show import case_card
from game.trial.speech import Speech
from game.trial.view import Action, Case, View

LISTED = 20  # more than a teacher will look through


class Finished(Struct, frozen=True):
    """A trial that was played to its end: which case, by whom, with what cut, and when."""

    name: str
    case: str
    proceeding: str
    role: Role
    cut: int | None
    day: str


class Answered(Struct, frozen=True):
    """One answer of the seat: what was asked, and what it earned of what it could."""

    key: str
    asked: str
    earned: float
    possible: float


class Rerun:
    """The table of a trial that is over. `speech` gives the language of the moment.

    `second` gives the language that stands beside it, if there is one.
    """

    lead = None  # it cannot be led: it is past

    def __init__(
        self,
        session: Session,
        role: Role,
        speech: Callable[[], Speech],
        second: Callable[[], Speech | None] = lambda: None,
    ) -> None:
        self.session, self.role = session, role
        self.case_id = session.trial.scenario.id
        self._speech = speech
        self._second = second

    def view(self) -> View:
        """What the seat had seen at the end. It has nothing more to answer."""
        return self._seen(self._speech())

    def second_view(self) -> View | None:
        """The same in the language that stands beside the first; None where there is none."""
        speech = self._second()
        return self._seen(speech) if speech else None

    def _seen(self, speech: Speech) -> View:
        view = self.session.view(self.role, speech)
        return replace(view, turn=None, waiting_for=(), skipped=())

    def submit(self, action: Action) -> str | None:
        """Nothing is taken any more, and nobody is asked."""
        return None

    def answered(self) -> tuple[Answered, ...]:
        """The answers of the seat, in order; what was skipped was none."""
        trial = self.session.trial
        return tuple(
            self._told(step, known)
            for step, known in taken(trial)
            if isinstance(step, Ask) and step.role is self.role and step.key not in trial.skipped
        )

    def _told(self, ask: Ask, known: Answers) -> Answered:
        given = mark(ask, self.session.trial.answers[ask.key], known)
        asked = self._speech().text(ask.prompt)
        return Answered(ask.key, asked, round(given.earned, 2), given.possible)


def finished_trials(reception: Reception) -> Iterator[Finished]:
    """The trials that were finished last, of cases that can still be read."""
    known = {card.case.id: card.case for _, card in cases(reception)}
    for path in finished(reception.home / SAVES)[:LISTED]:
        try:
            heading, _ = Journal(path).read()
            day = datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
        except (BrokenSave, OSError):
            continue
        if (case := known.get(heading.scenario) or _off_the_shelf(reception, heading)) is not None:
            yield Finished(path.stem, case.title, case.proceeding, heading.role, heading.cut, day)


def _off_the_shelf(reception: Reception, heading: Heading) -> Case | None:
    """The card of a case that is not on the shelf, such as a file that a teacher named."""
    shelved = case_of(reception.shelf, heading)
    return case_card(shelved.scenario, reception.speech(str(shelved.path))) if shelved else None


def rerun(reception: Reception, name: str) -> Rerun | None:
    """The finished trial that is kept as `name`, as far as it still fits its case; else None."""
    try:
        heading, deeds = Journal(reception.home / SAVES / f"{name}.finished").read()
    except (BrokenSave, OSError):
        return None
    shelved = case_of(reception.shelf, heading)
    if shelved is None:
        return None
    named = str(shelved.path)
    with_reasons = replace(heading, feedback=Feedback.TURN)
    session = recorded_session(shelved, with_reasons, deeds)
    _play(session, deeds)
    return Rerun(
        session,
        heading.role,
        lambda: reception.speech(named),
        lambda: reception.second_speech(named),
    )


def _play(session: Session, deeds: Sequence[Deed]) -> None:
    """Do `deeds` again, up to the first that no longer fits."""
    for deed in deeds:
        if session.again(deed):
            return
