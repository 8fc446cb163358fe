"""The table of a class: the seat that is called, the cards of the teams, the vote of the public."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec import Struct

from game.scenario.steps import Ask, Role, TurnKind
from game.scenario.words import Words
from game.session.class_play.lines import room_lines
from game.session.class_play.marks import TeamCard, team_cards
from game.session.class_play.plan import (
    Call,
    Manner,
    Plan,
    answered_at_keyboard,
    call,
    speaker,
)
from game.session.class_play.register import Cards, Register, Votes
from game.session.session import Session
from game.session.table import Table, not_saved
from game.session.team import agreed
from game.trial.feedback import Feedback
from game.trial.record import is_over, open_ask
from game.trial.rules import Refusal, unfit
from game.trial.speech import Speech
from game.trial.terms import amount
from game.trial.view import Action, Rich, View


class Tallied(Struct, frozen=True):
    """One ruling that the public could vote for: its hands, and whether the court ruled so."""

    label: Rich
    hands: int
    ruled: bool


class Shown(Struct, frozen=True):
    """One answer that `teams` showed on their cards, and whether it became that of the class."""

    label: Rich | str
    teams: tuple[int, ...]
    taken: bool


class ClassTable(Table):
    """One trial that a class plays together; `role` is the seat that is called."""

    def __init__(
        self,
        session: Session,
        seated: Role,
        case_id: str,
        speech: Callable[[], Speech],
        register: Register,
    ) -> None:
        super().__init__(session, seated, case_id, speech)
        self.seated = seated
        self.register = register
        self._follow()

    @property
    def plan(self) -> Plan:
        return self.register.plan

    @property
    def call(self) -> Call | None:
        """Who is to answer now; None at the end."""
        return call(self.plan, self.seated, self.session.trial)

    @property
    def over(self) -> bool:
        return is_over(self.session.trial)

    @property
    def shows_marks(self) -> bool:
        """Whether marks may be told yet."""
        return self.over or self.session.trial.feedback is Feedback.TURN

    def _seen(self, role: Role, speech: Speech) -> View:
        """What the seat that is called may see; its lines are those that the room hears."""
        view = super()._seen(role, speech)
        if self.plan.manner is not Manner.SEATS:
            return view
        told = {seat: super(ClassTable, self)._seen(seat, speech).lines for seat in Role}
        return msgspec.structs.replace(view, lines=room_lines(self.session.trial, told))

    def submit(self, action: Action) -> str | None:
        refused = super().submit(action)
        self._follow()
        return refused

    def show_cards(self, cards: Cards) -> str | None:
        """Answer with what most teams showed; None, or in words why that cannot be.

        A tie goes to the team that speaks first, each in turn.
        """
        trial = self.session.trial
        ask, turn = open_ask(trial, self.role), self.view().turn
        if ask is None or turn is None:
            return self._words(Refusal.NOT_YOUR_TURN.words)
        shown = [picks for picks in cards if picks is not None]
        for picks in shown:
            if why := unfit(trial, ask, picks):
                return self._words(why.words)
        if not shown:
            return self._words(Refusal.TOO_FEW.words)
        first = speaker(self.plan, self.seated, trial)
        ballots = [picks for picks in (*cards[first:], *cards[:first]) if picks is not None]
        if why_not := self._kept(lambda: self.register.show(ask.key, cards)):
            return why_not
        return self.submit(Action(len(trial.moves), self.role, agreed(turn, ballots)))

    def shown(self, ask: str) -> tuple[Shown, ...]:
        """What the teams showed for `ask`, once it is answered; nothing where it was not cards."""
        trial, cards = self.session.trial, self.register.kept.cards.get(ask)
        if cards is None or ask not in trial.answers:
            return ()
        step = self._ask(ask)
        up = {pick for picks in cards for pick in picks or ()} | {*trial.answers[ask]}
        text = self._speech().rich
        labels = {c.pick: text(c.label) for c in step.choices}
        if step.range is not None:
            unit = step.range.unit
            labels = {pick: text(amount(int(pick), unit)) for pick in sorted(up, key=int)}
        return tuple(
            Shown(
                label,
                tuple(n for n, picks in enumerate(cards) if picks and pick in picks),
                pick in trial.answers[ask],
            )
            for pick, label in labels.items()
            if pick in up
        )

    def decided_tie(self, ask: str) -> int | None:
        """The team whose card decided between answers that equally many showed, if one did."""
        rows, trial = self.shown(ask), self.session.trial
        counts = [len(row.teams) for row in rows]
        if not rows or self._ask(ask).most > 1 or not self._ask(ask).choices:
            return None
        taken = next(len(row.teams) for row in rows if row.taken)
        if counts.count(taken) < 2:
            return None
        count = len(self.plan.teams)
        before = [move.ask for move in trial.moves if move.role is self.seated].index(ask)
        chosen = next(row.teams for row in rows if row.taken)
        return min(chosen, key=lambda team: (team - before) % count)

    # the public benches

    @property
    def votes_on(self) -> str:
        """The key of the ask that the public may vote on now, or "".

        It is one that the court alone decides, by one of several rulings. Where all seats are asked
        the same, the vote would tell the others what the bench has answered.
        """
        ask = open_ask(self.session.trial, Role.JUDGE) if self.role is Role.JUDGE else None
        if ask is None or ask.group or ask.kind is not TurnKind.CHOOSE or ask.most > 1:
            return ""
        return ask.key

    def vote(self, votes: Votes) -> str | None:
        """Keep how many hands each ruling got; None, or in words why that cannot be.

        It is told after the court has ruled, and earns nobody anything.
        """
        ask = self.votes_on
        return self._kept(lambda: self.register.vote(ask, votes)) if ask else None

    def tally(self, ask: str) -> tuple[Tallied, ...]:
        """How the public voted on `ask`, once the court has ruled; nothing where it did not."""
        trial, votes = self.session.trial, self.voted(ask)
        if not votes or ask not in trial.answers:
            return ()
        text = self._speech().rich
        return tuple(
            Tallied(text(c.label), votes[c.pick], c.pick in trial.answers[ask])
            for c in self._ask(ask).choices
            if c.pick in votes
        )

    def voted(self, ask: str) -> Votes:
        """How many hands each pick of `ask` got; nothing where the public did not vote."""
        return self.register.kept.votes.get(ask, {})

    # what came of it

    def team_of(self, ask: str) -> int | None:
        """The team that answered `ask` at the keyboard, if one did."""
        return answered_at_keyboard(self.plan, self.seated, self.session.trial).get(ask)

    def seat_of(self, ask: str) -> Role:
        """The seat that was asked `ask`."""
        moves = self.session.trial.moves
        return next((move.role for move in moves if move.ask == ask), self.role)

    def cards(self) -> tuple[TeamCard, ...]:
        """What each team has done so far."""
        return team_cards(self.plan, self.seated, self.session.trial, self.register.kept.cards)

    def _follow(self) -> None:
        called = self.call
        if called is not None:
            self.role = called.role

    def _ask(self, key: str) -> Ask:
        steps = self.session.trial.steps
        return next(step for step in steps if isinstance(step, Ask) and step.key == key)

    def _kept(self, keep: Callable[[], None]) -> str | None:
        try:
            keep()
        except OSError as error:
            return not_saved(error, self._speech())
        return None

    def _words(self, words: Words) -> str:
        return self._speech().text(words)
