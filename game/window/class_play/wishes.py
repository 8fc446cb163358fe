"""What the screens of a class may want; `ways` says what comes of each."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.steps import Role
from game.session.class_play.plan import Plan
from game.session.class_play.register import Cards, Votes
from game.window.intents import Begin, ForClass


@dataclass(frozen=True, slots=True)
class SetUp(ForClass):
    """Choose teams and how they take part, for a trial that is wished for like this."""

    trial: Begin


@dataclass(frozen=True, slots=True)
class Start(ForClass):
    """Start a trial for a class."""

    trial: Begin
    plan: Plan


@dataclass(frozen=True, slots=True)
class GoOn(ForClass):
    """Go on with the trial of this case that a class left off."""

    case_id: str


@dataclass(frozen=True, slots=True)
class Show(ForClass):
    """The teams have shown these cards."""

    cards: Cards


@dataclass(frozen=True, slots=True)
class OpenVote(ForClass):
    """The public benches want to vote."""


@dataclass(frozen=True, slots=True)
class Seal(ForClass):
    """The public benches have voted like this."""

    votes: Votes


@dataclass(frozen=True, slots=True)
class OpenBoard(ForClass):
    """See what each team has done."""


@dataclass(frozen=True, slots=True)
class Teach(ForClass):
    """See what the trial taught one seat."""

    role: Role
