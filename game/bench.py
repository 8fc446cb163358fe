"""Bench measures speed and size beside a limit or a peer, as ratios in one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.scenario.words import T, Translate

REPEATS = 7
PROBE = "game.probes"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, against what, and how many times that it is."""

    name: str
    value: float
    unit: str
    against: str
    other: float

    @property
    def is_over(self) -> bool:
        """Whether a limit is passed; a peer is no limit."""
        return self.against.startswith("limit") and self.value >= self.other

    def shown(self) -> dict[str, str | float]:
        """The row as `bench --json` prints it."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "against": self.against,
            "ratio": round(self.value / self.other, 3),
        }


def bench(root: Path, as_json: bool, say: Translate) -> int:
    """Measure everything and print it; 0, or 1 where something is over its limit."""
    rows = []
    for row in measured(root):
        rows.append(row)
        if not as_json:
            line = "{name:<40} {value:>9} {unit:<8} {ratio:>7} × {against}"
            print(line.format(**row.shown()), flush=True)
    if as_json:
        print(json.dumps([row.shown() for row in rows], indent=2))
    over = ", ".join(row.name for row in rows if row.is_over)
    if over and not as_json:
        print(say(T("Over the limit: {names}", names=over)))
    return 1 if over else 0


def measured(root: Path) -> Iterator[Row]:
    """Every figure that can be measured here."""
    case = root / "scenarios" / "free_skins.yaml"
    yield from _window()
    yield from _authoring(root, case)
    yield from _rules(case)


def _window() -> Iterator[Row]:
    floor = _probe("bare_window")
    title = _probe("title")
    yield Row("first paint, CPU", title["cpu"], "s", "limit 0.25 s", 0.25)
    yield Row("first paint beside bare pygame", title["cpu"], "s", "bare pygame", floor["cpu"])
    if "memory" in title:
        yield Row("memory at idle", title["memory"], "MB", "limit 60 MB", 60)
    yield Row("idle, share of a core", _probe("idle")["share"], "%", "limit 1 %", 1)
    redraw = _probe("redraw")
    yield Row("full redraw of a trial at 720p", redraw["full"], "ms", "limit 4 ms", 4)
    yield Row("one frame of the typewriter", redraw["frame"], "ms", "limit 3 ms", 3)


def _authoring(root: Path, case: Path) -> Iterator[Row]:
    from game.scenario.load import load, load_laws

    laws, _ = load_laws(root / "scenarios" / "laws.yaml")
    load(case, laws)
    yield Row("load and check free_skins", _ms(lambda: load(case, laws)), "ms", "limit 100 ms", 100)
    imported = _probe("check", str(case))
    yield Row("check free_skins, whole process, CPU", imported["cpu"], "s", "limit 0.3 s", 0.3)
    yield Row("modules of pygame that check imports", imported["pygame"], "modules", "limit 0", 1)


def _rules(case: Path) -> Iterator[Row]:
    from game.authoring.robots import played_out
    from game.scenario.load import load
    from game.scenario.steps import Role
    from game.session.robots import ROBOTS
    from game.trial.record import begin, program
    from game.trial.rules import play
    from game.trial.show import view_for
    from game.trial.speech import Speech
    from game.trial.view import Action

    scenario = load(case).scenario
    assert scenario is not None
    compiled = program(scenario)
    trial = begin(compiled)
    action = Action(0, Role.JUDGE, ("p1",))
    yield Row("one move in the rules", _ms(lambda: play(trial, action)), "ms", "limit 1 ms", 1)
    done = played_out(trial, Role.JUDGE, ROBOTS["expert"], 0)
    seen = _ms(lambda: view_for(done, Role.JUDGE, Speech()))
    yield Row("the longest view", seen, "ms", "limit 16 ms", 16)
    whole = _ms(lambda: played_out(begin(compiled), Role.JUDGE, ROBOTS["random"], 0))
    yield Row("a random trial from end to end", whole, "ms", "limit 20 ms", 20)


def _ms(work: Callable[[], object]) -> float:
    """CPU milliseconds of the fastest of several runs of `work`."""
    times = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def _probe(name: str, *arguments: str) -> dict[str, float]:
    """What a fresh process measures about itself; of several runs the one that took least CPU."""
    command = [sys.executable, "-m", PROBE, name, *arguments]
    runs = []
    with tempfile.TemporaryDirectory(prefix="mockcourt-bench-") as folder:
        home = {**os.environ, "MOCKCOURT_HOME": folder}  # kept from run to run, as a player's is
        for _ in range(1 if name == "idle" else 4):
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=home)
            runs.append(json.loads(done.stdout.splitlines()[-1]))
    best: dict[str, float] = min(runs, key=lambda run: run.get("cpu", 0.0))
    return best
