"""help: in which order to get help, and whom to call for what.

    - help:
        ask: The money is gone. What comes first?
        steps:
          stop: {says: Stop. Send nothing more.}
          keep: {says: Keep the chat and the receipts.}
          tell: {says: Tell a grown-up you trust.}
          report: {says: Call 110 together.}
        calls:
          money: {says: Money has just been moved., number: "110", because: ...}

The steps stand in the right order; players see them shuffled. The numbers are those of the
scenario's `help:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from game.scenario.authored import Authored, Text, written
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    InOrder,
    Link,
    Links,
    Step,
    TurnKind,
    everybody,
)
from game.scenario.suggest import did_you_mean
from game.scenario.words import T, Words, own


class HelpStep(Authored):
    """One step on the way to help."""

    SHORTHAND: ClassVar[str] = "says"
    SKETCHES = ((), (), ())
    id: str = ""
    says: Text = written(T("what to do"))
    because: Text | None = written(T("why it comes at this point"), default=None)


class Call(Authored):
    """A situation and the number that is right for it."""

    id: str = ""
    says: Text = written(T("the situation"))
    number: str = written(T("the number to call, in quotation marks"), sample='"110"')
    because: Text = written(T("why this number"))


class GetHelp(Beat):
    """Put the steps in order; know the numbers."""

    KIND: ClassVar[str] = "help"
    SKETCHES = (("calls",),)
    ask: Text | None = written(T("your own wording of the task"), default=None)
    steps_: Mapping[str, HelpStep] = written(T("the steps, in the right order"))
    calls: Mapping[str, Call] = written(T("situations and their numbers"), factory=dict)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        yield from everybody(
            Ask(
                key=key,
                kind=TurnKind.ORDER,
                criterion=Criterion.HELP,
                prompt=own(self.ask) if self.ask else T("In which order do you get help?"),
                choices=tuple(
                    Choice(s.id, own(s.says), because=own(s.because) if s.because else None)
                    for s in self.steps_.values()
                ),
                marking=InOrder(tuple(self.steps_)),
                least=len(self.steps_),
                most=len(self.steps_),
            )
        )
        if self.calls:
            yield from everybody(self._numbers(case, f"{key}.calls"))

    def _numbers(self, case: Scenario, key: str) -> Ask:
        calls = self.calls.values()
        return Ask(
            key=key,
            kind=TurnKind.PAIR,
            criterion=Criterion.HELP,
            prompt=T("Whom do you call?"),
            choices=tuple(Choice(c.id, own(c.says)) for c in calls),
            right=tuple(Choice(f"n{number}", Words(number)) for number in case.help),
            relations=(Choice("call", T("call")),),
            marking=Links(
                tuple(Link(c.id, f"n{c.number}", "call", own(c.because)) for c in calls),
                each=(1, 1),
            ),
            most=len(self.calls),
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C328: every number is one of the scenario's `help:`."""
        for call in self.calls.values():
            if call.number not in case.help:
                yield Diagnostic(
                    "C328",
                    call.spots.of("number"),
                    T("the number {number} is not in this scenario's “help:”", number=call.number),
                    _added(case, call.number),
                )


def _added(case: Scenario, number: str) -> Words:
    """A hint that offers a number that is nearly `number`, or says where to add it."""
    if near := did_you_mean(number, case.help):
        return near
    return T("add it below “help:”, as in {sample}", sample=f'"{number}": …')
