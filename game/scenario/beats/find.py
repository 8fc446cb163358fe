"""find: the sheet of findings; what is proved, and on which exhibits.

    - find: all
    - find: [deception, loss]

Each issue's truth stands once, under `issues:`: whether it is proved, what carries it, and why.
Judgment needs facts that are clear and evidence that excludes reasonable doubt (Criminal Procedure
Law art. 55); what was not examined in court cannot carry a finding (Interpretation art. 71).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from game.scenario.authored import written
from game.scenario.court import (
    ADMIT,
    exhibit_label,
    ruling_key,
    shown_before,
    speaker,
)
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Issue, Scenario
from game.scenario.names import Flaw, Proved, Stage
from game.scenario.steps import (
    AnyOf,
    Ask,
    Choice,
    Criterion,
    Link,
    Links,
    Manner,
    Not,
    Picked,
    Role,
    Say,
    Step,
    TurnKind,
    everybody,
)
from game.scenario.words import T, own

PROMPTS = {
    Role.JUDGE: T("Your findings. Link every point that is proved with what proves it."),
    Role.PROSECUTION: T(
        "What can you honestly ask the court to find proved, and on what? Link each point."
    ),
    Role.DEFENCE: T(
        "Tell your client what the court will find proved, and on what. Link each point."
    ),
}
RELATION = "proved"
EVERYTHING = "all"


class Find(Beat):
    """Fill in the sheet of findings."""

    KIND: ClassVar[str] = "find"
    STAGE: ClassVar[Stage | None] = Stage.FINDINGS
    SHORTHAND: ClassVar[str] = "issues"
    issues: tuple[str, ...] = written(T("the ids of the issues to decide, or all"), sample="all")

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        issues = self._decided(case, key)
        ask = self._ask(case, key, issues)
        for one in everybody(ask):
            yield replace(one, prompt=PROMPTS[one.role])
        bench = speaker(case, Role.JUDGE)
        rights = [choice.pick for choice in ask.right]
        for issue in issues:
            picked = tuple(
                Picked(f"{key}.{Role.JUDGE}", f"{issue.id}~{right}~{RELATION}") for right in rights
            )
            proved = T("Proved: {issue}", issue=own(issue.says))
            open_ = T("Not proved: {issue}", issue=own(issue.says))
            yield Say(proved, bench, manner=Manner.RULED, when=AnyOf(picked))
            yield Say(open_, bench, manner=Manner.RULED, when=Not(AnyOf(picked)))

    def named(self, case: Scenario) -> tuple[str, ...]:
        """The ids of the issues to decide, whether `case` has them or not."""
        return tuple(case.issues) if EVERYTHING in self.issues else self.issues

    def _decided(self, case: Scenario, key: str) -> tuple[Issue, ...]:
        """The issues to decide, without those whose evidence a cut has left out."""
        shown = {e.id for e in shown_before(case, key)}
        issues = [case.issues[i] for i in self.named(case) if i in case.issues]
        return tuple(
            i for i in issues if i.proved is Proved.NO or any(e in shown for e in i.carried_by)
        )

    def _ask(self, case: Scenario, key: str, issues: tuple[Issue, ...]) -> Ask:
        shown = shown_before(case, key)
        return Ask(
            key=key,
            kind=TurnKind.PAIR,
            criterion=Criterion.REASONING,
            prompt=PROMPTS[Role.JUDGE],
            choices=tuple(Choice(i.id, own(i.says)) for i in issues),
            right=tuple(
                Choice(
                    e.id,
                    exhibit_label(case, e),
                    note=own(e.shows),
                    when=Picked(ruling_key(e.id), ADMIT),
                )
                for e in shown
            ),
            relations=(Choice(RELATION, T("is proved by")),),
            marking=Links(
                tuple(
                    Link(issue.id, exhibit, RELATION, own(issue.because))
                    for issue in issues
                    if issue.proved is Proved.YES
                    for exhibit in issue.carried_by
                    if exhibit in {e.id for e in shown}
                ),
                because=tuple((i.id, own(i.because)) for i in issues),
                each=(0, 3),
            ),
            least=0,
            most=3 * len(issues),
            shuffled=False,
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C325: a proved issue is carried by sound exhibits; one that is not proved by none."""
        for position, name in enumerate(self.named(case)):
            issue = case.issues.get(name)
            if issue is None:
                yield Diagnostic(
                    "C325",
                    self.spots.of(f"issues.{position}"),
                    T("no issue is called “{id}”", id=name),
                    T("write “find: all”, or ids from “issues:”"),
                )
                continue
            if (issue.proved is Proved.YES) != bool(issue.carried_by):
                yield Diagnostic(
                    "C325",
                    issue.spots.of("proved"),
                    T("“{id}” is proved, but nothing carries it", id=name)
                    if issue.proved is Proved.YES
                    else T("“{id}” is not proved, yet something carries it", id=name),
                    T("name an exhibit in “carried_by:”, or write “proved: no”")
                    if issue.proved is Proved.YES
                    else T("leave “carried_by:” out, or write “proved: yes”"),
                )
            for number, exhibit in enumerate(issue.carried_by):
                if exhibit in case.exhibits and case.exhibits[exhibit].flaw is not Flaw.NONE:
                    yield Diagnostic(
                        "C325",
                        issue.spots.of(f"carried_by.{number}"),
                        T("“{id}” is flawed, so it cannot carry a finding", id=exhibit),
                        T("name a sound exhibit here, or write “proved: no” for this issue"),
                    )
