"""Figures of playing: one random play after another, and with a full view before every move."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from game.authoring.robots import played_out
from game.bench.peers import Peer, against
from game.bench.row import Row
from game.bench.spending import in_turn, seconds
from game.bench.stories import story
from game.scenario.load import load_text
from game.scenario.steps import Ask, Role, Say
from game.session.robots import ROBOTS
from game.trial.record import Program, Trial, begin, program, taken
from game.trial.show import view_for
from game.trial.speech import Speech

LINES = 200
PLAYS = 100
REPEATS = 3
BARE, FULL = "random plays, marks and views off", "random plays, a full view before each move"


def playing(peer: Peer | None) -> Iterator[Row]:
    """Lines heard in a second of CPU, beside inkjs in the same story."""
    made = story(LINES)
    case = load_text(made.case, Path("story.yaml")).scenario
    assert case is not None
    trials = program(case)
    works: dict[str, Callable[[], float]] = {
        BARE: lambda: _rate(trials, _bare, PLAYS),
        FULL: lambda: _rate(trials, _with_views, PLAYS // 10),
    }
    with tempfile.TemporaryDirectory() as folder:
        ink = Path(folder) / "story.ink"
        ink.write_text(made.ink, encoding="utf-8")
        if peer is not None:
            works["inkjs"] = lambda: peer.rate("play", ink)
        rates = {n: statistics.median(r) for n, r in in_turn(works, REPEATS).items()}
    theirs = rates.get("inkjs")
    for name in (BARE, FULL):
        yield Row(name, rates[name], "lines/s", against("inkjs", theirs), theirs)


def _rate(trials: Program, play: Callable[[Program, int], Trial], plays: int) -> float:
    done: list[Trial] = []
    spent = seconds(lambda: done.extend(play(trials, seed) for seed in range(plays)))
    return sum(isinstance(step, Say) for trial in done for step, _ in taken(trial)) / spent


def _bare(trials: Program, seed: int) -> Trial:
    return played_out(begin(trials, seed), Role.JUDGE, ROBOTS["random"], seed)


def _with_views(trials: Program, seed: int) -> Trial:
    """A play in which the seat is shown all that it may see before each of its moves."""
    speech = Speech()

    def seat(trial: Trial, ask: Ask, chance: Random) -> tuple[str, ...]:
        view_for(trial, ask.role, speech)
        return ROBOTS["random"](trial, ask, chance)

    return played_out(begin(trials, seed), Role.JUDGE, seat, seed)
