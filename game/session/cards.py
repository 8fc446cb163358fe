"""A card is what the library shows of a case, kept so that no case need be read for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, takewhile

from msgspec import Struct

from game.scenario.model import Scenario
from game.scenario.names import Level, Part, Proceeding
from game.scenario.steps import Open, Say, Show
from game.session.shelf import Shelved
from game.trial.record import program
from game.trial.show import case_card
from game.trial.speech import Speech
from game.trial.view import Case

LESSON = 45  # minutes
FACES = 3
LEVELS = tuple(Level)
OF_THE_COURT = (
    Part.PRESIDING_JUDGE, Part.JUDGE, Part.ASSESSOR, Part.CLERK, Part.PROSECUTOR, Part.DEFENDER,
    Part.PLAINTIFF_COUNSEL, Part.DEFENDANT_COUNSEL, Part.OFFICER, Part.ACCOUNT,
)  # fmt: skip


class Cover(Struct, frozen=True):
    """What the picture of a case is drawn from: where it begins, and who is there."""

    place: str = ""
    people: tuple[str, ...] = ()


class Card(Struct, frozen=True):
    """A case on the shelf. `cuts` are minutes that it can be played in, `tricks` are kinds."""

    case: Case
    cuts: tuple[int, ...] = ()
    cover: Cover = Cover()
    tricks: tuple[str, ...] = ()


def card_of(shelved: Shelved, speech: Speech) -> Card:
    """The card of a case, in the language of `speech`."""
    case = shelved.scenario
    return Card(
        case_card(case, speech),
        tuple(sorted(case.cuts)),
        _cover(case),
        tuple(dict.fromkeys(trap.kind for trap in case.traps.values())),
    )


def fits(case: Case, cuts: tuple[int, ...], minutes: int) -> bool:
    """Whether the case, or a cut of it, can be played in so many minutes."""
    return min((case.minutes, *cuts)) <= minutes


def ease(case: Case, cuts: tuple[int, ...]) -> tuple[bool, int, str]:
    """Sorts cases: first what fits a beginner, then by level and title.

    A beginner meets the court that everybody knows, the criminal one, within one lesson.
    """
    level = LEVELS.index(Level(case.level))
    known = case.proceeding == Proceeding.CRIMINAL and level <= LEVELS.index(Level.JUNIOR)
    return not (known and fits(case, cuts, LESSON)), level, case.title


def _cover(case: Scenario) -> Cover:
    if not case.scenes:
        return Cover()
    met = (case.people[who] for who in chain(_met_first(case), case.people))
    faces = dict.fromkeys(person.portrait for person in met if person.part not in OF_THE_COURT)
    faces.pop("", None)
    return Cover(case.scenes[0].place, tuple(faces)[:FACES])


def _met_first(case: Scenario) -> Iterator[str]:
    """Who speaks or writes in the first scene, in order."""
    steps = program(case).steps[1:]
    for step in takewhile(lambda step: not isinstance(step, Open), steps):
        if isinstance(step, Say) and step.by:
            yield step.by
        elif isinstance(step, Show) and step.document:
            document = case.documents[step.document]
            yield from (message.by for message in document.messages if message.by)
