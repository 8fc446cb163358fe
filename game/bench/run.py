"""Bench measures speed and size beside a limit or a peer, as ratios in one run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.bench.peers import own_folder, peer
from game.bench.row import Row
from game.host.start import missing_packages
from game.scenario.words import T, Translate, Words


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be measured: one part or all, and how many minutes a school answers."""

    only: str | None = None
    minutes: float | None = None


def bench(root: Path, as_json: bool, say: Translate, wish: Wish) -> int:
    """Measure what is wished for and print it; 0, or 1 where something misses its goal."""
    rows = []
    for row in measured(root, wish):
        rows.append(row)
        if not as_json:
            print(row.line(), flush=True)
    if as_json:
        print(json.dumps([row.shown() for row in rows], indent=2))
        return 1 if any(row.is_missed for row in rows) else 0
    missed = ", ".join(row.name for row in rows if row.is_missed)
    if missed:
        print(say(T("Over the limit: {names}", names=missed)))
    if wish.only in (None, "class") and (lacking := missing_packages()):
        print(say(lacking))
    if any(row.other is None for row in rows):
        print(say(_how_to_install()))
    return 1 if missed else 0


def measured(root: Path, wish: Wish) -> Iterator[Row]:
    """Every figure that is wished for and can be measured here."""
    from game.bench.checking import checking
    from game.bench.exploring import exploring
    from game.bench.front import front
    from game.bench.playing import playing
    from game.bench.rules import rules
    from game.bench.school import SHORT, school

    installed = peer()
    case = root / "scenarios" / "free_skins.yaml"
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "window": front,
        "rules": lambda: rules(root, case),
        "check": lambda: checking(root, installed),
        "play": lambda: playing(installed),
        "solve": lambda: exploring(installed),
        "class": lambda: school(root, wish.minutes or SHORT),
    }
    for name in parts if wish.only is None else (wish.only,):
        yield from parts[name]()


def _how_to_install() -> Words:
    command = f"npm install --prefix {own_folder()} inkjs"
    return T(
        "The peer is not installed. With Node.js on this machine, run: {command}", command=command
    )
