"""exhibit: a piece of evidence is offered, challenged or let pass, and ruled on.

    - exhibit: chat_log
    - exhibit: {show: screenshot, scripted: {challenge: none, ruling: authenticity}}

The side that offers it says what it bears on. The other side may challenge one of the three
qualities of evidence, authenticity, legality and relevance (质证三性). The presiding judge alone
admits or excludes. `scripted` is what an empty chair says where it should err.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, written
from game.scenario.choices import guess_cost
from game.scenario.court import (
    ADMIT,
    NOTHING,
    OPPONENT,
    exhibit_label,
    number_of,
    ruling_key,
    shown_before,
    speaker,
    subject,
)
from game.scenario.detect import detection
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Exhibit, Scenario
from game.scenario.names import Flaw, Stage
from game.scenario.steps import (
    AnyOf,
    Ask,
    Choice,
    Criterion,
    Manner,
    Picked,
    Role,
    Say,
    Show,
    Step,
    TurnKind,
    Worth,
)
from game.scenario.words import T, own, put

CHALLENGES = {
    Flaw.AUTHENTICITY: T("Challenge authenticity: it may not be what it claims to be"),
    Flaw.LEGALITY: T("Challenge legality: it was not obtained as the law demands"),
    Flaw.RELEVANCE: T("Challenge relevance: it has nothing to do with what is in issue"),
}
EXCLUSIONS = {
    Flaw.AUTHENTICITY: T("Exclude it: it cannot be relied on as genuine"),
    Flaw.LEGALITY: T("Exclude it: it was not lawfully obtained"),
    Flaw.RELEVANCE: T("Exclude it: it has no bearing on what is in issue"),
}
SPOKEN_CHALLENGES = {
    Flaw.AUTHENTICITY: T("{side} challenges the authenticity of this exhibit."),
    Flaw.LEGALITY: T("{side} challenges the legality of this exhibit."),
    Flaw.RELEVANCE: T("{side} challenges the relevance of this exhibit."),
}


class ScriptedHearing(Authored):
    """What empty chairs say about an exhibit where they err."""

    challenge: Flaw | None = written(T("none, authenticity, legality or relevance"), default=None)
    ruling: Flaw | None = written(
        T("none to admit, or the ground on which to exclude"), default=None
    )


class ShowExhibit(Beat):
    """Offer, challenge and rule on one exhibit."""

    KIND: ClassVar[str] = "exhibit"
    STAGE: ClassVar[Stage | None] = Stage.INVESTIGATION
    SHORTHAND: ClassVar[str] = "show"
    show: Annotated[str, Ref("exhibit")] = written(T("the exhibit"))
    scripted: ScriptedHearing | None = written(T("how empty chairs err"), default=None)

    def exhibits(self) -> tuple[str, ...]:
        return (self.show,)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        exhibit = case.exhibits[self.show]
        yield from self._offer(case, key, exhibit)
        yield from self._challenge(case, key, exhibit)
        yield from self._rule(case, exhibit)

    def _offer(self, case: Scenario, key: str, exhibit: Exhibit) -> Iterator[Step]:
        counsel = speaker(case, exhibit.offered_by)
        label = exhibit_label(case, exhibit)
        yield Show(exhibit=exhibit.id, document=exhibit.document)
        yield Say(
            T("Presiding judge, I ask leave to show {exhibit}.", exhibit=label), counsel, cue="page"
        )
        yield Say(own(exhibit.shows), manner=Manner.TOLD)
        ask = f"{key}.offer"
        wrong = guess_cost(len(case.issues) + 1)
        issues = [
            Choice(i.id, own(i.says), 1.0 if i.id in exhibit.proves else wrong)
            for i in case.issues.values()
        ]
        nothing = Choice(NOTHING, T("It bears on none of these"), wrong if exhibit.proves else 1.0)
        yield Ask(
            key=ask,
            role=exhibit.offered_by,
            kind=TurnKind.CHOOSE,
            criterion=Criterion.EVIDENCE,
            prompt=T("{exhibit}. Which point does it bear on?", exhibit=label),
            choices=(*issues, nothing),
            marking=Worth(),
            script=exhibit.proves[:1] or tuple(case.issues)[:1],
            exhibit=exhibit.id,
        )
        for issue in case.issues.values():
            said = T("It bears on this point: {issue}", issue=own(issue.says))
            yield Say(said, counsel, when=Picked(ask, issue.id))
        yield Say(T("It is offered as background."), counsel, when=Picked(ask, NOTHING))

    def _challenge(self, case: Scenario, key: str, exhibit: Exhibit) -> Iterator[Step]:
        side = OPPONENT[exhibit.offered_by]
        ask = f"{key}.challenge"
        scripted = self.scripted.challenge if self.scripted else None
        yield detection(
            Ask(
                key=ask,
                role=side,
                kind=TurnKind.CHOOSE,
                criterion=Criterion.EVIDENCE,
                prompt=T("{exhibit}. What do you say to it?", exhibit=exhibit_label(case, exhibit)),
                choices=(),
                marking=Worth(),
                script=(scripted,) if scripted else (),
                exhibit=exhibit.id,
            ),
            passes=(Flaw.NONE, T("No objection")),
            grounds=CHALLENGES,
            truth=exhibit.flaw,
            because=own(exhibit.because),
        )
        counsel = speaker(case, side)
        yield Say(T("No objection."), counsel, when=Picked(ask, Flaw.NONE))
        for flaw, said in SPOKEN_CHALLENGES.items():
            line = put(said, side=subject(case, side))
            yield Say(line, counsel, when=Picked(ask, flaw), cue="objection")

    def _rule(self, case: Scenario, exhibit: Exhibit) -> Iterator[Step]:
        ask = ruling_key(exhibit.id)
        scripted = self.scripted.ruling if self.scripted else None
        ruling = ADMIT if scripted is Flaw.NONE else scripted
        label = exhibit_label(case, exhibit)
        yield detection(
            Ask(
                key=ask,
                role=Role.JUDGE,
                kind=TurnKind.CHOOSE,
                criterion=Criterion.EVIDENCE,
                prompt=T("{exhibit}. How do you rule?", exhibit=label),
                choices=(),
                marking=Worth(),
                script=(ruling,) if ruling else (),
                exhibit=exhibit.id,
            ),
            passes=(ADMIT, T("Admit it")),
            grounds=EXCLUSIONS,
            truth=exhibit.flaw,
            because=own(exhibit.because),
        )
        n = number_of(case, exhibit.id)
        bench = speaker(case, Role.JUDGE)
        admitted = Picked(ask, ADMIT)
        excluded = AnyOf(tuple(Picked(ask, flaw) for flaw in EXCLUSIONS))
        yield Say(T("Exhibit {n} is admitted.", n=n), bench, manner=Manner.RULED, when=admitted)
        yield Say(T("Exhibit {n} is excluded.", n=n), bench, manner=Manner.RULED, when=excluded)
        yield Show(exhibit=exhibit.id, standing="admitted", when=admitted)
        yield Show(exhibit=exhibit.id, standing="excluded", when=excluded)

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C322: an exhibit is shown once, by prosecution or defence."""
        exhibit = case.exhibits[self.show]
        if exhibit.offered_by is Role.JUDGE:
            yield Diagnostic(
                "C322",
                exhibit.spots.of("offered_by"),
                T("a judge offers no evidence"),
                T("write prosecution or defence"),
            )
        if any(e.id == self.show for e in shown_before(case, key)):
            yield Diagnostic(
                "C322",
                self.spots.of("show"),
                T("“{id}” was already shown before", id=self.show),
                T("delete this step, or show another exhibit here"),
            )
