"""turns: role by role, a question of its own in one of the quiz's forms; the way out.

- turns:
    prosecution:
      ask: Chen wants to write a letter of apology. What do you say to the court?
      because: Remorse counts, and it costs the court no time.
      choices:
        agree: {says: Let him write it, sound: yes}
        later: {says: After the judgment, because: Then it can no longer weigh.}
        never: {says: Words are worth nothing, because: The law lets remorse count.}
      says: {agree: We have nothing against a letter.}
    judge:
      ask: Until when may he write it?
      because: A week is enough for a page, and the judgment can wait so long.
      amount: {offered: [1, 30], exact: [7, 7], unit: days}

For what no other kind of beat fits. Those who are asked answer one after the other: prosecution,
defence, judge. What a picked choice `says` is then spoken aloud by that role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec.structs import replace

from game.scenario.authored import Text, written
from game.scenario.court import condition, speaker
from game.scenario.diagnostics import Diagnostic
from game.scenario.forms import Question
from game.scenario.model import Beat, Scenario
from game.scenario.steps import Manner, Picked, Role, Say, Step, both
from game.scenario.suggest import did_you_mean
from game.scenario.words import T, own

ORDER = (Role.PROSECUTION, Role.DEFENCE, Role.JUDGE)


class Turned(Question):
    """What one role is asked, and what it then says aloud."""

    says: Mapping[str, Text] = written(
        T("for a choice, the line that the role speaks when it picked it"), factory=dict
    )

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        """The turn called `key`, for the role whose name ends it, and what is said after it."""
        role = Role(key.rpartition(".")[2])
        held = condition(case, self.when)
        if turn := self.turn(key):
            yield replace(turn, role=role, when=held)
        manner = Manner.RULED if role is Role.JUDGE else Manner.SAID
        for pick, line in self.says.items():
            when = both(held, Picked(key, pick))
            yield Say(own(line), speaker(case, role), manner=manner, when=when)

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C330 for a line that belongs to no choice, and what holds for every question."""
        yield from Question.check(self, case, key)
        for pick in self.says:
            if pick not in self.choices:
                yield Diagnostic(
                    "C330",
                    self.spots.of(f"says.{pick}"),
                    T("no choice of this turn has the id “{id}”", id=pick),
                    did_you_mean(pick, self.choices),
                )


class Turns(Beat):
    """A question for each role that has something to answer."""

    KIND: ClassVar[str] = "turns"
    SKETCHES = (("prosecution", "judge"),)
    prosecution: Turned | None = written(T("what the prosecution's side is asked"), default=None)
    defence: Turned | None = written(T("what the defence's side is asked"), default=None)
    judge: Turned | None = written(T("what the judge is asked"), default=None)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        for role, turn in self._asked():
            yield from turn.steps(case, f"{key}.{role}")

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C330: somebody is asked, and what is said aloud belongs to a choice."""
        asked = self._asked()
        if not asked:
            yield Diagnostic(
                "C330",
                self.spots.own,
                T("nobody is asked here"),
                T("add “judge:”, “prosecution:” or “defence:” with a question"),
            )
        for role, turn in asked:
            yield from turn.check(case, f"{key}.{role}")

    def _asked(self) -> list[tuple[Role, Turned]]:
        given = {
            Role.PROSECUTION: self.prosecution,
            Role.DEFENCE: self.defence,
            Role.JUDGE: self.judge,
        }
        return [(role, turn) for role in ORDER if (turn := given[role])]
