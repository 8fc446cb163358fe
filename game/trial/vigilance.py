"""Vigilance weighs seeing traps against suspecting honest things; both are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import NormalDist

from msgspec import Struct

from game.scenario.steps import Ask, Role, TurnKind
from game.trial.record import Trial, taken

SHARP = 1.5
GOOD = 0.75
LEANS = 0.35


class Vigilance(Struct, frozen=True):
    """Hits among `traps`, false alarms among `look_alikes`."""

    hits: int
    traps: int
    false_alarms: int
    look_alikes: int

    @property
    def sharpness(self) -> float:
        """d′, how well traps are told from look-alikes: 0 is guessing.

        z(hit rate) - z(false alarm rate) with the log-linear correction, (n + 0.5) / (N + 1), so
        that perfect and empty rates stay finite (Hautus 1995).
        """
        return _z(self.hits, self.traps) - _z(self.false_alarms, self.look_alikes)

    @property
    def leaning(self) -> float:
        """The criterion c: below 0 leans to seeing traps everywhere, above 0 to trusting all."""
        return -0.5 * (_z(self.hits, self.traps) + _z(self.false_alarms, self.look_alikes))

    @property
    def word(self) -> str:
        if self.leaning < -LEANS:
            return "jumpy"
        return "trusting" if self.leaning > LEANS else "balanced"

    @property
    def eyes(self) -> str:
        if self.sharpness >= SHARP:
            return "sharp"
        return "good" if self.sharpness >= GOOD else "dim"


def vigilance(trial: Trial, role: Role) -> Vigilance | None:
    """The vigilance of `role` over all documents it has marked; None before the first."""
    return weighed(marked(trial, role))


def weighed(marked: Iterable[tuple[Ask, tuple[str, ...]]]) -> Vigilance | None:
    """The vigilance of whoever has `marked` these documents so; None if there are none."""
    asks = list(marked)
    if not asks:
        return None
    hits = traps = false_alarms = look_alikes = 0
    for ask, picks in asks:
        for choice in ask.choices:
            if choice.worth > 0:
                traps += 1
                hits += choice.pick in picks
            else:
                look_alikes += 1
                false_alarms += choice.pick in picks
    return Vigilance(hits, traps, false_alarms, look_alikes)


def marked(trial: Trial, role: Role) -> Iterator[tuple[Ask, tuple[str, ...]]]:
    """The documents that `role` has searched for traps, with what it marked."""
    for step, _ in taken(trial):
        if not (isinstance(step, Ask) and step.role is role) or step.key in trial.skipped:
            continue
        if step.kind is TurnKind.MARK:
            yield step, trial.answers[step.key]


def _z(count: int, of: int) -> float:
    return NormalDist().inv_cdf((count + 0.5) / (of + 1))
