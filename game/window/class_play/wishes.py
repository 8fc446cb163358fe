"""What the screens of a class may want; `ways` says what comes of each."""

from __future__ import annotations

from game.scenario.steps import Role
from game.session.class_play.plan import Plan
from game.session.class_play.register import Cards, Votes
from game.window.intents import Begin, ForClass


class SetUp(ForClass, frozen=True):
    """Choose teams and how they take part, for a trial that is wished for like this."""

    trial: Begin


class Start(ForClass, frozen=True):
    """Start a trial for a class."""

    trial: Begin
    plan: Plan


class GoOn(ForClass, frozen=True):
    """Go on with the trial of this case that a class left off."""

    case_id: str


class Show(ForClass, frozen=True):
    """The teams have shown these cards."""

    cards: Cards


class OpenVote(ForClass, frozen=True):
    """The public benches want to vote."""


class Seal(ForClass, frozen=True):
    """The public benches have voted like this."""

    votes: Votes


class OpenBoard(ForClass, frozen=True):
    """See what each team has done."""


class Teach(ForClass, frozen=True):
    """See what the trial taught one seat."""

    role: Role
