"""Figures of the game's own case: loading it, checking it, playing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from game.authoring.playout import Playout
from game.bench.probing import probed
from game.bench.row import Row
from game.bench.spending import milliseconds
from game.scenario.load import load, load_laws
from game.scenario.steps import Role
from game.session.robots import ROBOTS
from game.trial.record import begin, program
from game.trial.rules import play
from game.trial.show import view_for
from game.trial.speech import Speech
from game.trial.view import Action


def rules(root: Path, case: Path) -> Iterator[Row]:
    """What a case of the size that classes play costs."""
    laws, _ = load_laws(root / "scenarios" / "laws.yaml")
    load_it = milliseconds(lambda: load(case, laws))
    yield Row("load and check free_skins", load_it, "ms", "limit 100 ms", 100)
    imported = probed("check", str(case))
    yield Row("check free_skins, whole process, CPU", imported["cpu"], "s", "limit 0.3 s", 0.3)
    yield Row("modules of pygame that check imports", imported["pygame"], "modules", "limit 0", 1)
    scenario = load(case).scenario
    assert scenario is not None
    compiled = program(scenario)
    trial = begin(compiled)
    action = Action(0, Role.JUDGE, ("p1",))
    yield Row(
        "one move in the rules", milliseconds(lambda: play(trial, action)), "ms", "limit 1 ms", 1
    )
    done = Playout(trial, Role.JUDGE, ROBOTS["expert"]).play(Random(0))
    seen = milliseconds(lambda: view_for(done, Role.JUDGE, Speech()))
    yield Row("the longest view", seen, "ms", "limit 16 ms", 16)
    by_lot = ROBOTS["random"]
    whole = milliseconds(lambda: Playout(begin(compiled), Role.JUDGE, by_lot).play(Random(0)))
    yield Row("a random trial from end to end", whole, "ms", "limit 20 ms", 20)
