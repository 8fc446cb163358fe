"""Jobs: everybody in a trial together has one; who gets which, and what each of them votes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from game.host.events import Job
from game.host.room import Room, Seat
from game.scenario.names import EvidenceKind, Part, Proceeding
from game.scenario.steps import Ask, Criterion, Role, TurnKind
from game.scenario.words import T, Words
from game.trial.record import Program
from game.trial.terms import role_name

TEAM = 5  # members of a team; who comes later has another job
Place = Role | Job
# The order in which places are taken: each row is worth opening only when those before are full.
ROWS: tuple[tuple[Place, ...], ...] = (
    (*Role, *Role),
    (Job.READER, Job.CLERK, Job.ASSESSOR, Job.TECHNICAL, Job.SOCIAL),
    (*Role, Job.ASSESSOR, Job.READER, Job.PUBLIC, Job.TECHNICAL, Job.SOCIAL),
    (*Role, Job.PUBLIC, Job.PUBLIC, Job.PUBLIC, Job.READER),
    (*Role, Job.PUBLIC, Job.PUBLIC, Job.PUBLIC, Job.CLERK),
)
ALOUD = frozenset((*Role, Job.READER, Job.CLERK, Job.SOCIAL))  # these may have to speak
JOBS: Mapping[Job, Words] = {
    Job.PUBLIC: T("public benches"),
    Job.READER: T("witnesses' reader"),
    Job.CLERK: T("clerk"),
    Job.TECHNICAL: T("technical officer"),
    Job.SOCIAL: T("social investigator"),
    Job.ASSESSOR: T("people's assessor"),
}
TASKS: Mapping[Job, Words] = {
    Job.PUBLIC: T("You watch over the trial: say what you would answer, and spot the traps."),
    Job.READER: T("You lend witnesses your voice: read aloud what they say."),
    Job.CLERK: T("You keep the order and the record: read aloud what the court announces."),
    Job.TECHNICAL: T("You look after the electronic exhibits: say what holds and what is a trap."),
    Job.SOCIAL: T("You find out how the young accused lives: say what would help."),
    Job.ASSESSOR: T("You sit on the bench beside the judge, and vote by hidden ballot."),
}
ELECTRONIC = (EvidenceKind.ELECTRONIC_DATA, EvidenceKind.AUDIOVISUAL)
WITNESSES = (Part.WITNESS, Part.VICTIM, Part.DEFENDANT, Part.OFFICER, Part.PLAINTIFF)


def place_name(program: Program, place: Place) -> Words:
    """What a seat in `place` is called."""
    if isinstance(place, Role):
        return role_name(place, program.scenario.proceeding)
    return JOBS[place]


def place_of(name: str) -> Place:
    """The role or job called `name`. Raises ValueError where there is none."""
    return Role(name) if name in list(Role) else Job(name)


def jobs_in(program: Program) -> tuple[Job, ...]:
    """The jobs that there are in a case: social investigators come where a child is accused."""
    young = program.scenario.proceeding is Proceeding.CRIMINAL_JUVENILE
    return tuple(job for job in Job if young or job is not Job.SOCIAL)


def places(program: Program) -> Iterator[Place]:
    """The places of a trial together in the order in which they are taken, without end."""
    there = jobs_in(program)
    for row in ROWS:
        yield from (place for place in row if isinstance(place, Role) or place in there)
    while True:
        yield Job.PUBLIC


def free_place(room: Room, quiet: bool = False) -> Place:
    """The place for whoever comes now; one that is `quiet` gets no speaking part."""
    taken = Counter(seat.place for seat in room.seats.values())
    for place in places(room.program):
        if quiet and place in ALOUD:
            continue
        if not taken[place]:
            return place
        taken[place] -= 1
    raise AssertionError("there is always room on the public benches")


def free_group(room: Room) -> tuple[int, Place]:
    """The group for whoever comes now, the smallest, and in it the role with the smallest team."""
    court = min(room.trials, key=lambda number: len(room.at(number)))
    role = min(Role, key=lambda role: len(room.team(role, court)))
    return court, role if len(room.team(role, court)) < TEAM else Job.PUBLIC


def rotated(program: Program, seats: Sequence[Seat]) -> dict[int, Place]:
    """Another place for each of `seats`, by number: one that it has had seldom and not of late.

    Quiet seats choose first: fewer places suit them.
    """
    source = places(program)
    left = [next(source) for _ in seats]
    given: dict[int, Place] = {}
    for seat in sorted(seats, key=lambda seat: not seat.quiet):
        had = (*seat.done, seat.place)
        fits = [p for p in left if not (seat.quiet and p in ALOUD)]
        place = min(fits, key=lambda p: _had(had, p)) if fits else Job.PUBLIC
        given[seat.number] = place
        if fits:
            left.remove(place)
    return given


def _had(done: Sequence[str], place: Place) -> tuple[int, int]:
    """How often `place` was had, and how lately: small is seldom and long ago."""
    latest = max((n for n, name in enumerate(done) if name == place), default=-1)
    return done.count(place), latest


def concerns(program: Program, job: Job, ask: Ask) -> bool:
    """Whether whoever has `job` casts a ballot on `ask`. All of them look out for traps."""
    if job is Job.PUBLIC or ask.kind is TurnKind.MARK:
        return True
    if job is Job.ASSESSOR:
        return ask.role is Role.JUDGE
    if job is Job.TECHNICAL:
        exhibit = program.scenario.exhibits.get(ask.exhibit or "")
        electronic = exhibit is not None and exhibit.kind in ELECTRONIC
        return electronic or ask.criterion is Criterion.TRAPS
    if job is Job.SOCIAL:
        return ask.criterion is Criterion.HELP or ask.kind is TurnKind.AMOUNT
    return False


def is_read_by(job: Job, part: Part | None, manner: str) -> bool:
    """Whether a line of that `manner`, by somebody who is `part`, is read aloud by `job`."""
    if job is Job.CLERK:
        return manner == "stage" or part is Part.CLERK
    return job is Job.READER and manner == "said" and part in WITNESSES
