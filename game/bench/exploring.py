"""Figures of `solve`: how many states it goes through in a second, and how few it needs."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from game.authoring.solver.explore import explore
from game.authoring.solver.solve import BOUND, Solution, solve
from game.bench.peers import Peer, against
from game.bench.row import Row
from game.bench.spending import in_turn, seconds
from game.bench.stories import Story, knotted, story
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.steps import Role
from game.trial.record import Program, program

PAIRS = 11  # of questions that belong together: nothing of the first ones can be forgotten
DECISIONS = 60
LINES = 19 * DECISIONS
REPEATS = 3


def exploring(peer: Peer | None) -> Iterator[Row]:
    """States in a second of CPU, beside inkjs in the same story; and the proof of a long one."""
    made = knotted(PAIRS)
    trials = program(_loaded(made))
    works: dict[str, Callable[[], float]] = {"solve": lambda: _rate(trials)}
    with tempfile.TemporaryDirectory() as folder:
        ink = Path(folder) / "story.ink"
        ink.write_text(made.ink, encoding="utf-8")
        if peer is not None:
            works["inkjs"] = lambda: peer.rate("explore", ink)
        rates = {name: statistics.median(r) for name, r in in_turn(works, REPEATS).items()}
    rate = rates["solve"]
    yield Row("solve, places and states", rate, "a second", "at least 500,000", 500_000)
    theirs = rates.get("inkjs")
    beside = against("inkjs, ToJson and LoadJson", theirs)
    yield Row("solve, places and states beside inkjs", rate, "a second", beside, theirs)
    yield from _proving()


def _proving() -> Iterator[Row]:
    case = _loaded(story(LINES))
    found: list[Solution] = []
    spent = seconds(lambda: found.append(solve(case, Role.JUDGE)))
    (solution,) = found
    yield Row("solve 60 decisions, CPU", spent, "s", "limit 1 s", 1)
    yield Row("solve 60 decisions, left unproved", len(solution.bounded), "places", "limit 0", 1)
    yield Row("solve 60 decisions, states", solution.states, "states", "lines of play", 3**60)


def _rate(trials: Program) -> float:
    states = 0

    def work() -> None:
        nonlocal states
        states = explore(trials, BOUND).states

    spent = seconds(work)
    return states / spent


def _loaded(made: Story) -> Scenario:
    case = load_text(made.case, Path(f"{made.id}.yaml")).scenario
    assert case is not None
    return case
