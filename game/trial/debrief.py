"""The debrief: what the trial taught, with every trap, its tell and its lesson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from game.scenario.marked import Phrase, phrases
from game.scenario.steps import Ask, Role, TurnKind
from game.scenario.tricks import TRICKS
from game.scenario.words import own
from game.trial.judgment import judgment
from game.trial.reasons import reasons
from game.trial.record import Trial, taken
from game.trial.scoring import Mark, marks, per_criterion, total
from game.trial.speech import Speech
from game.trial.view import (
    CriterionMark,
    Debrief,
    Exhibit,
    Help,
    LookAlikeMet,
    Reason,
    Scorecard,
    TrapMet,
    VigilanceShown,
)
from game.trial.vigilance import marked, vigilance


def debrief(trial: Trial, role: Role, exhibits: tuple[Exhibit, ...], speech: Speech) -> Debrief:
    """What the seat of `role` takes home from `trial`, which is over with `exhibits` on record."""
    return _Teller(trial, role, exhibits, speech).debrief()


def scorecard(given: Iterable[Mark]) -> Scorecard:
    """The marks of a seat, from those of its turns."""
    sums = per_criterion(given)
    rows = tuple(CriterionMark(c, round(got, 2), round(of, 2)) for c, (got, of) in sums.items())
    return Scorecard(total(sums), rows)


class _Teller(Struct, frozen=True):
    trial: Trial
    role: Role
    exhibits: tuple[Exhibit, ...]
    speech: Speech

    def debrief(self) -> Debrief:
        case, text = self.trial.scenario, self.speech.text
        met = list(self._phrases())
        return Debrief(
            marks=scorecard(marks(self.trial, self.role)),
            vigilance=self._vigilance(),
            traps=tuple(self._trap(p, picked) for p, picked in met if p.is_trap),
            look_alikes=tuple(
                LookAlikeMet(text(p.words), text(own(case.honest[p.ref].because)), not picked)
                for p, picked in met
                if not p.is_trap
            ),
            reasons=tuple(self._reasons()),
            outcome=text(own(case.outcome)) if case.outcome else "",
            based_on=text(own(case.based_on.note)),
            review=text(own(case.review.status)),
            help=tuple(Help(h.id, text(own(h.says))) for h in case.help.values()),
            judgment=judgment(self.trial, self.exhibits, self.speech),
        )

    def _phrases(self) -> Iterator[tuple[Phrase, bool]]:
        for ask, picks in marked(self.trial, self.role):
            document = self.trial.scenario.documents[ask.document or ""]
            for phrase in phrases(document):
                yield phrase, phrase.pick in picks

    def _trap(self, phrase: Phrase, caught: bool) -> TrapMet:
        trap, text = self.trial.scenario.traps[phrase.ref], self.speech.text
        return TrapMet(
            quote=text(phrase.words),
            trick=text(dict(TRICKS)[trap.kind]),
            tell=text(own(trap.tell)),
            lesson=text(own(trap.lesson)),
            caught=caught,
        )

    def _vigilance(self) -> VigilanceShown | None:
        seen = vigilance(self.trial, self.role)
        if seen is None:
            return None
        return VigilanceShown(
            seen.hits,
            seen.traps,
            seen.false_alarms,
            seen.look_alikes,
            round(seen.sharpness, 2),
            round(seen.leaning, 2),
            seen.word,
            seen.eyes,
        )

    def _reasons(self) -> Iterator[Reason]:
        text = self.speech.text
        for step, known in taken(self.trial):
            if not isinstance(step, Ask) or step.role is not self.role:
                continue
            if step.kind is TurnKind.MARK or step.key in self.trial.skipped:
                continue  # traps and look-alikes have their own lists
            for because in reasons(step, self.trial.answers[step.key], known):
                if because.says is not None:
                    yield Reason(
                        text(step.prompt),
                        text(because.quote),
                        text(because.says),
                        because.sound,
                        because.better,
                    )
