"""Figures that a fresh process takes of itself."""

from __future__ import annotations

import json
import subprocess
import sys

from game.bench.spending import surroundings

PROBES, LONG = "game.bench.probes", "game.bench.long_play"
ONCE = ("idle", "long_play")  # these take long, and measure no moment


def probed(name: str, *arguments: str, of: str = PROBES) -> dict[str, float]:
    """What a fresh process measures about itself; of several runs the one that took least CPU."""
    command = [sys.executable, "-m", of, name, *arguments]
    runs = []
    with surroundings() as around:
        for _ in range(1 if name in ONCE else 5):
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=around)
            runs.append(json.loads(done.stdout.splitlines()[-1]))
    best: dict[str, float] = min(runs, key=lambda run: run.get("cpu", 0.0))
    return best
