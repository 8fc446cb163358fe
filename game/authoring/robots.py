"""Robots play a case many times: no habit that does without reading may earn a pass."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import fmean, pstdev

from msgspec import Struct, field

from game.authoring.coverage import Coverage, coverage_lines, coverage_rows
from game.authoring.files import scenarios
from game.authoring.histogram import histogram, histogram_lines
from game.authoring.playout import Playout
from game.scenario.court import called
from game.scenario.model import Scenario
from game.scenario.steps import Role
from game.scenario.words import T, Translate, Words
from game.session.robots import ROBOTS
from game.session.stuck import Stuck
from game.trial.record import Program, Trial, begin, program
from game.trial.scoring import marks, per_criterion, total

BLIND_AT_MOST = 45
EXPERT = "expert"


class Played(Struct, frozen=True):
    """The marks of one robot in one role, of 100 each."""

    scenario: str
    role: Role
    robot: str
    totals: tuple[int, ...]
    coverage: Coverage = field(default_factory=Coverage)

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
    scenario: Scenario, plays: int, cut: int | None = None, seed: int = 0, watch: bool = False
) -> Iterator[Played]:
    """What every robot earns in every role of `scenario` over `plays` trials.

    Only if somebody wants to `watch` is it counted what the trials came to.
    """
    case = program(scenario, cut)
    trials = [begin(case, seed + n) for n in range(plays)]
    for role in Role:
        for name, robot in ROBOTS.items():
            totals, seen = [], Coverage()
            for trial in trials:
                over = Playout(trial, role, robot).play(Random(trial.seed))
                totals.append(earned(over, role))
                if watch:
                    seen.count(over, role)
            yield Played(called(scenario), role, name, tuple(totals), seen)


def earned(trial: Trial, role: Role) -> int:
    """The marks of `role` in `trial`, of 100."""
    return total(per_criterion(marks(trial, role)))


class Shown(Struct, frozen=True):
    """What is wanted besides the marks."""

    coverage: bool = False
    histogram: bool = False


MARKS_ALONE = Shown()


def show_robots(
    paths: Sequence[Path],
    plays: int,
    cut: int | None,
    as_json: bool,
    say: Translate,
    shown: Shown = MARKS_ALONE,
) -> int:
    """Print what robots earn in the scenarios at `paths`; 1 if one is broken or passed unread."""
    rows: list[dict[str, object]] = []
    fine = True
    for _, scenario in scenarios(paths, say):
        if scenario is None:
            fine = False
            continue
        try:
            passed, of_case = _shown_case(scenario, max(1, plays), cut, as_json, say, shown)
        except Stuck as stuck:
            print(say(stuck.words), file=sys.stderr)
            fine = False
            continue
        fine = fine and passed
        rows += of_case
    if as_json:
        print(json.dumps(rows, indent=2))
    return 0 if fine else 1


def _shown_case(
    scenario: Scenario, plays: int, cut: int | None, as_json: bool, say: Translate, shown: Shown
) -> tuple[bool, list[dict[str, object]]]:
    """Whether `scenario` stands up to the robots, and its rows; printed, if not for machines."""
    case, seen, rows = program(scenario, cut), Coverage(), []
    passed = True
    for played in robots(scenario, plays, cut, watch=shown.coverage):
        passed = passed and played.passes
        seen.add(played.coverage)
        rows.append(_row(played, case, shown))
        if not as_json:
            print("\n".join(_lines(played, shown, say)), flush=True)
    if shown.coverage and not as_json:
        print("\n".join(coverage_lines(case, seen, say)), flush=True)
    return passed, rows


def _row(played: Played, case: Program, shown: Shown) -> dict[str, object]:
    row = played.row()
    if shown.histogram:
        row["histogram"] = histogram(played.totals)
    if shown.coverage:
        row["coverage"] = list(coverage_rows(case, played.coverage))
    return row


def _lines(played: Played, shown: Shown, say: Translate) -> Iterator[str]:
    yield _line(played, say)
    if shown.histogram:
        yield from histogram_lines(played.totals)


def _line(played: Played, say: Translate) -> str:
    row = played.row()
    figures = f"{row['mean']:>5} ± {row['sd']:<4} {row['min']:>3} – {row['max']:<3}"
    who = f"{played.scenario:<16} {played.role:<12} {played.robot:<11}"
    return f"{who} {figures} {say(_verdict(played))}"


def _verdict(played: Played) -> Words:
    if played.passes:
        return T("fine")
    if played.robot == EXPERT:
        return T("full marks cannot be had")
    return T("too much for somebody who does not read")
