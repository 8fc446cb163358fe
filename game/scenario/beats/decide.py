"""decide: what could somebody do now? The room chooses, and later beats may depend on it.

    - decide:
        ask: It is 20:31. What should Xiaoyu do?
        choices:
          ask_mum: {says: Show her mother the chat., sound: yes, because: Two heads see more.}
          pay_once: {says: Pay, but only once., because: There is always a next payment.}
          wait: {says: Wait until the stranger gives up., because: He keeps the pressure on.}

Every role answers; what most answered is what happens (`when: {chose: ask_mum}`). Empty chairs go
with the room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from game.scenario.authored import Text, written
from game.scenario.choices import Offered, check_one_sound, one_sound
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.steps import Ask, Criterion, Step, TurnKind, everybody
from game.scenario.words import T, own


class Decide(Beat):
    """A choice that the story may depend on."""

    KIND: ClassVar[str] = "decide"
    ask: Text = written(T("the question"))
    choices: Mapping[str, Offered] = written(T("what could be done"))

    def ways(self) -> tuple[str, ...]:
        return tuple(self.choices)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        choices, marking = one_sound(self.choices)
        yield from everybody(
            Ask(
                key=key,
                kind=TurnKind.CHOOSE,
                criterion=Criterion.HELP,
                prompt=own(self.ask),
                choices=choices,
                marking=marking,
                follows=True,
            )
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        yield from check_one_sound(self.choices, self.spots.of("choices"))
