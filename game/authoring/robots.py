"""Robots play a case many times: no habit that does without reading may earn a pass."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean, pstdev

from game.authoring.files import scenarios
from game.scenario.court import called
from game.scenario.model import Scenario
from game.scenario.steps import Role
from game.scenario.words import T, Translate, Words
from game.session.robots import ROBOTS, Seat
from game.trial.record import Move, Trial, after, begin, open_asks, program
from game.trial.rules import unfit
from game.trial.scoring import marks, per_criterion, script_picks, total

BLIND_AT_MOST = 45
EXPERT = "expert"


@dataclass(frozen=True, slots=True)
class Played:
    """The marks of one robot in one role, of 100 each."""

    scenario: str
    role: Role
    robot: str
    totals: tuple[int, ...]

    @property
    def mean(self) -> float:
        return fmean(self.totals)

    @property
    def passes(self) -> bool:
        """Whether the case stands up to this robot: the expert earns all, the others little."""
        if self.robot == EXPERT:
            return min(self.totals) == 100
        return self.mean < BLIND_AT_MOST

    def row(self) -> dict[str, object]:
        """The figures by name, as `robots --json` prints them."""
        return {
            "scenario": self.scenario,
            "role": str(self.role),
            "robot": self.robot,
            "plays": len(self.totals),
            "mean": round(self.mean, 1),
            "sd": round(pstdev(self.totals), 1),
            "min": min(self.totals),
            "max": max(self.totals),
        }


def robots(
    scenario: Scenario, plays: int, cut: int | None = None, seed: int = 0
) -> Iterator[Played]:
    """What every robot earns in every role of `scenario` over `plays` trials."""
    case = program(scenario, cut)
    for role in Role:
        for name, seat in ROBOTS.items():
            totals = tuple(
                earned(played_out(begin(case, seed + n), role, seat, seed + n), role)
                for n in range(plays)
            )
            yield Played(called(scenario), role, name, totals)


def played_out(trial: Trial, role: Role, seat: Seat, seed: int) -> Trial:
    """`trial` at its end, with `seat` in `role` and empty chairs beside it."""
    chance = Random(seed)
    while asks := open_asks(trial):
        ask = next((a for a in asks if a.role is role), asks[0])
        picks = seat(trial, ask, chance) if ask.role is role else script_picks(trial, ask)
        assert unfit(trial, ask, picks) is None or ask.role is not role, (ask.key, picks)
        trial = after(trial, Move(ask.role, picks, ask.key))
    return trial


def earned(trial: Trial, role: Role) -> int:
    """The marks of `role` in `trial`, of 100."""
    return total(per_criterion(marks(trial, role)))


def show_robots(
    paths: Sequence[Path], plays: int, cut: int | None, as_json: bool, say: Translate
) -> int:
    """Print what robots earn in the scenarios at `paths`; 1 if one is broken or passed unread."""
    rows: list[Played] = []
    broken = False
    for _, scenario in scenarios(paths, say):
        if scenario is None:
            broken = True
            continue
        for played in robots(scenario, max(1, plays), cut):
            rows.append(played)
            if not as_json:
                print(_line(played, say), flush=True)
    if as_json:
        print(json.dumps([played.row() for played in rows], indent=2))
    return 1 if broken or not all(played.passes for played in rows) else 0


def _line(played: Played, say: Translate) -> str:
    row = played.row()
    figures = f"{row['mean']:>6} ± {row['sd']:<5} {row['min']:>4} – {row['max']:<4}"
    who = f"{played.scenario:<16} {played.role:<12} {played.robot:<11}"
    return f"{who} {figures} {say(_verdict(played))}"


def _verdict(played: Played) -> Words:
    if played.passes:
        return T("fine")
    if played.robot == EXPERT:
        return T("full marks cannot be had")
    return T("too much for somebody who does not read")
