"""Which scenario files a command line means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

LAWS = "laws.yaml"


def scenario_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files at `paths`; of a folder every *.yaml and *.yml below it, in the order of names.

    A path that does not exist comes too, so that reading it can say so.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml"))
        else:
            yield path
