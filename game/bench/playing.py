"""Figures of playing: one random play after another, and with a full view before every move."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from game.authoring.playout import Playout
from game.bench.peers import Peer, against
from game.bench.row import Row
from game.bench.spending import in_turn, seconds
from game.bench.stories import story
from game.scenario.load import load_text
from game.scenario.steps import Role, Say
from game.session.robots import ROBOTS
from game.trial.record import Move, Trial, after, begin, open_asks, program, taken
from game.trial.scoring import script_picks
from game.trial.show import Sight
from game.trial.speech import Speech

LINES = 200
PLAYS, ROUNDS = 100, 20
REPEATS = 3
BARE, FULL = "random plays, marks and views off", "random plays, a full view before each move"


def playing(peer: Peer | None) -> Iterator[Row]:
    """Lines heard in a second of CPU, beside inkjs in the same story."""
    made = story(LINES)
    case = load_text(made.case, Path("story.yaml")).scenario
    assert case is not None
    start = begin(program(case))
    works: dict[str, Callable[[], float]] = {
        BARE: partial(_rate, Playout(start, Role.JUDGE, ROBOTS["random"]).play, ROUNDS),
        FULL: partial(_rate, partial(_with_views, Speech(), start), 1),
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


def _rate(play: Callable[[Random], Trial], rounds: int) -> float:
    """Lines in a second; of no more plays at once than robots would hold."""
    chance, spent, lines = Random(1), 0.0, 0
    for _ in range(rounds):
        done: list[Trial] = []
        spent += seconds(partial(done.extend, (play(chance) for _ in range(PLAYS))))
        lines += sum(isinstance(step, Say) for trial in done for step, _ in taken(trial))
    return lines / spent


def _with_views(speech: Speech, start: Trial, chance: Random) -> Trial:
    """A play in which the seat is shown all that it may see before each of its moves."""
    trial, sight = start, Sight(Role.JUDGE, speech)
    while asks := open_asks(trial):
        ask = next((a for a in asks if a.role is Role.JUDGE), asks[0])
        if ask.role is Role.JUDGE:
            sight.of(trial)
            picks = ROBOTS["random"](trial, ask, chance)
        else:
            picks = script_picks(trial, ask)
        trial = after(trial, Move(ask.role, picks, ask.key))
    return trial
