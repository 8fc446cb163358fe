"""The peer is inkjs, run with node if both are there; the game itself never needs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

NAMED = "MOCKCOURT_PEERS"
ENGINE = Path("node_modules", "inkjs", "dist", "ink-full.js")
SCRIPT = Path(__file__).with_name("inkjs.js")


class Peer(Struct, frozen=True):
    """inkjs and the node that runs it."""

    node: str
    engine: Path

    def command(self, task: str, ink: Path) -> list[str]:
        """What is run to `compile`, `play` or `explore` the story in `ink`."""
        return [self.node, str(SCRIPT), str(self.engine), task, str(ink)]

    def rate(self, task: str, ink: Path) -> float:
        """How many lines, or states, a second of CPU is enough for."""
        done = subprocess.run(self.command(task, ink), capture_output=True, text=True, check=True)
        figures: dict[str, float] = json.loads(done.stdout)
        return figures["rate"]


def peer() -> Peer | None:
    """inkjs where it is installed: see `folders`."""
    node = shutil.which("node")
    engine = next((f / ENGINE for f in folders() if (f / ENGINE).is_file()), None)
    return Peer(node, engine) if node and engine else None


def against(what: str, theirs: object) -> str:
    """What a row is held against, if `theirs` could be measured."""
    return what if theirs is not None else f"{what} (peer not installed)"


def folders() -> Iterator[Path]:
    """Where inkjs may be: the folder in MOCKCOURT_PEERS, this one or one above it, the cache."""
    if named := os.environ.get(NAMED):
        yield Path(named)
    here = Path.cwd()
    yield from (here, *here.parents)
    yield own_folder()


def own_folder() -> Path:
    """Where to install inkjs, outside the project."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("mockcourt-peers", appauthor=False))
