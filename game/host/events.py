"""What can happen in a room, as the journal keeps it; a room is the sum of these."""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec import Struct

from game.scenario.steps import Role
from game.trial.feedback import Feedback

VERSION = 1
Picks = tuple[str, ...]


class Mode(StrEnum):
    EACH = "each"  # everybody plays the whole case
    TOGETHER = "together"  # one trial, its three roles shared by teams
    GROUPS = "groups"  # several trials of the case, each as in a trial together


class Job(StrEnum):
    """What somebody without one of the three roles does in a trial together."""

    PUBLIC = "public"  # says what it would answer, and spots traps
    READER = "reader"  # reads aloud what witnesses say
    CLERK = "clerk"  # reads the order of the court, and keeps the record
    TECHNICAL = "technical"  # looks after the electronic exhibits
    SOCIAL = "social"  # finds out how the young accused lives
    ASSESSOR = "assessor"  # votes with the bench, by hidden ballot


class Pace(StrEnum):
    WAITING = "waiting"  # the trial together has not been opened yet
    OPEN = "open"
    LOCKED = "locked"
    PAUSED = "paused"


class Happened(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag=str.lower):
    """One event. The names and fields of its kinds are a file format: they only grow."""


class Opened(Happened, frozen=True):
    """The room opens: what is tried, how, and the code and token by which one comes in.

    `first` is where the names of its seats begin; `seed` decides the order of choices. `groups` is
    how many trials are played side by side; `after` is the room that its class comes from.
    """

    case: str
    file: str
    digest: str
    mode: Mode
    code: str
    token: str
    first: int
    seed: int
    cut: int | None = None
    feedback: Feedback = Feedback.TURN
    groups: int = 0
    after: str = ""


class Joined(Happened, frozen=True):
    """Somebody takes the new seat `seat`; without a `role` they have a `job` instead.

    `key` is the SHA-256 of what the browser keeps, `court` the number of the group. `done` is what
    this seat was in earlier lessons: roles and jobs, the latest last. A `quiet` seat would rather
    not speak aloud; its `name` is one that a teacher gave.
    """

    seat: int
    key: str
    language: str
    role: Role | None = None
    job: Job = Job.PUBLIC
    court: int = 0
    done: tuple[str, ...] = ()
    quiet: bool = False
    extra: bool = False
    name: int | None = None


class Spoke(Happened, frozen=True):
    """The seat wants another language."""

    seat: int
    language: str


class Cast(Happened, frozen=True):
    """A member of a team, or of the public, casts a ballot on the turn `ask`."""

    seat: int
    ask: str
    picks: Picks


class Moved(Happened, frozen=True):
    """A turn is answered: by a seat for itself, or by a team; then `seat` is its trial's number."""

    seat: int
    role: Role
    ask: str
    picks: Picks


class Paced(Happened, frozen=True):
    pace: Pace


class Stepped(Happened, frozen=True):
    """Whether the court waits for the teacher after each turn of a trial together."""

    by_hand: bool


class Seated(Happened, frozen=True):
    """The teacher gives a seat another role or job, or another group."""

    seat: int
    role: Role | None = None
    job: Job = Job.PUBLIC
    court: int = 0


class Named(Happened, frozen=True):
    """The teacher gives a seat the made-up name number `name`."""

    seat: int
    name: int


class Muted(Happened, frozen=True):
    """The teacher lets a seat watch only, or take part again."""

    seat: int
    muted: bool


class Hushed(Happened, frozen=True):
    """The seat would rather have no speaking part, or does not mind."""

    seat: int
    quiet: bool


class Given(Happened, frozen=True):
    """The teacher gives a seat more time than the others have, or takes it back."""

    seat: int
    extra: bool


class Read(Happened, frozen=True):
    """A reader or the clerk has read aloud the first `lines` lines of the trial."""

    seat: int
    lines: int


class Skipped(Happened, frozen=True):
    """The teacher leaves `scenes` of the trial number `court` to the script."""

    court: int
    scenes: tuple[str, ...]


class TakenBack(Happened, frozen=True):
    """The teacher undoes what was done last in the trial number `court`."""

    court: int


class Timed(Happened, frozen=True):
    """The bell will ring at `at`, in seconds since 1970; 0 is never."""

    at: float


class Removed(Happened, frozen=True):
    seat: int


class Doored(Happened, frozen=True):
    """Whether anybody more may come in."""

    open: bool


class Slipped(Happened, frozen=True):
    """A slip is written with which the seat can be taken along to another device.

    `slip` is its SHA-256.
    """

    seat: int
    slip: str


class Handed(Happened, frozen=True):
    """The slip was used: from now on the seat belongs to `key`."""

    seat: int
    key: str


class Closed(Happened, frozen=True):
    """The room is over for good."""


class Forgotten(Happened, frozen=True):
    """All that was kept of the seat is deleted, and it is no longer in the room."""

    seat: int


class Erased(Happened, frozen=True):
    """Here stood what was deleted with a seat. It changes nothing."""


Event = (
    Opened
    | Joined
    | Spoke
    | Cast
    | Moved
    | Paced
    | Stepped
    | Seated
    | Named
    | Muted
    | Hushed
    | Given
    | Read
    | Skipped
    | TakenBack
    | Timed
    | Removed
    | Doored
    | Slipped
    | Handed
    | Closed
    | Forgotten
    | Erased
)
READER: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def kind(event: Event) -> str:
    """What the journal calls an event like this."""
    return type(event).__name__.lower()


def encoded(event: Event) -> str:
    """`event` as the journal keeps it."""
    return msgspec.json.encode(event).decode()


def decoded(payload: str) -> Event:
    """The event that `payload` keeps. Raises msgspec.MsgspecError where it is none of ours."""
    return READER.decode(payload)
