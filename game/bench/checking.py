"""Figures of `check`, as whole commands: made-up cases short, long and many."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from game.bench.peers import Peer, against
from game.bench.row import Row
from game.bench.spending import CAN_WAIT, Spent, in_turn, middle, spent, surroundings
from game.bench.stories import Story, story

SHORT, LONG = 200, 20_000  # lines
MANY = 1000  # files, together as long as a few long ones


def checking(root: Path, peer: Peer | None) -> Iterator[Row]:
    """What checking costs, and what inkjs takes to compile the same story."""
    if not CAN_WAIT:
        return
    with surroundings() as around:
        folder = Path(around["MOCKCOURT_HOME"])
        stories = [_written(folder, story(lines, f"story_{lines}")) for lines in (SHORT, LONG)]
        many = _many(folder / "many")
        check: list[str | Path] = [sys.executable, root / "main.py", "check"]
        commands: dict[str, Sequence[str | Path]] = {
            "python": [sys.executable, "-c", "import yaml"],
            **{s.id: [*check, folder / f"{s.id}.yaml"] for s in stories},
            **_peers(peer, folder, stories),
        }
        spent(commands[stories[0].id], around)  # compiles what all the others use
        found = {
            name: middle(several) for name, several in in_turn(_works(commands, around)).items()
        }
        short, long = (found[s.id] for s in stories)
        ink_short, ink_long = (found.get(f"ink {s.id}") for s in stories)
        bare = found["python"].cpu
        yield Row("check 200 lines, CPU", short.cpu, "s", "limit 0.15 s", 0.15)
        yield Row("check 200 lines beside bare Python", short.cpu, "s", "importing yaml", bare)
        yield from _beside("check 200 lines", short, ink_short)
        yield Row("check 20,000 lines, CPU", long.cpu, "s", "limit 0.5 s", 0.5)
        yield Row("check 20,000 lines, memory", long.memory, "MB", "limit 100 MB", 100)
        yield from _beside("check 20,000 lines", long, ink_long)
        all_of_them = spent([*check, folder / "many"], around)
        lines = [stories[1].lines, many]
        each = [1e6 * s.cpu / n for s, n in zip((long, all_of_them), lines, strict=True)]
        yield Row("check 1,000 files, CPU of a line", each[1], "µs", "a line of 20,000", each[0])


def _beside(work: str, ours: Spent, theirs: Spent | None) -> Iterator[Row]:
    cpu, memory = (theirs.cpu, theirs.memory) if theirs else (None, None)
    yield Row(f"{work} beside inkjs, CPU", ours.cpu, "s", against("inkjs compiling", theirs), cpu)
    yield Row(
        f"{work} beside inkjs, memory",
        ours.memory,
        "MB",
        against("inkjs compiling", theirs),
        memory,
    )


def _works(
    commands: Mapping[str, Sequence[str | Path]], around: Mapping[str, str]
) -> dict[str, partial[Spent]]:
    return {name: partial(spent, command, around) for name, command in commands.items()}


def _peers(
    peer: Peer | None, folder: Path, stories: Sequence[Story]
) -> dict[str, Sequence[str | Path]]:
    if peer is None:
        return {}
    return {f"ink {s.id}": peer.command("compile", folder / f"{s.id}.ink") for s in stories}


def _written(folder: Path, made: Story) -> Story:
    (folder / f"{made.id}.yaml").write_text(made.case, encoding="utf-8")
    (folder / f"{made.id}.ink").write_text(made.ink, encoding="utf-8")
    return made


def _many(folder: Path) -> int:
    """Write MANY short cases into `folder`; how many lines they have together."""
    folder.mkdir()
    lines = 0
    for number in range(MANY):
        made = story(2 * LONG // MANY, f"story_{number}")
        (folder / f"{made.id}.yaml").write_text(made.case, encoding="utf-8")
        lines += made.lines
    return lines
