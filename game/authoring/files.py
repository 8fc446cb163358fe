"""Which scenario files a command line means, and why a file cannot be written."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.scenario.load import load
from game.scenario.model import Scenario
from game.scenario.words import T, Translate, Words

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


def scenarios(paths: Sequence[Path], say: Translate) -> Iterator[tuple[Path, Scenario | None]]:
    """The scenarios at `paths`, each in all its variants; None for a broken one, which is told."""
    for path in scenario_files(paths):
        if path.name == LAWS:
            continue
        variants = load(path).variants
        if not variants:
            check_it = T("{file} cannot be played; “mockcourt check” says why.", file=path.name)
            print(say(check_it), file=sys.stderr)
            yield path, None
        for scenario in variants:
            yield path, scenario


def why_not(error: OSError) -> Words:
    """Why a file could not be read or written, for a sentence."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return T("this computer does not let us write into the folder, or read the file")
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return T("the disk is full")
    return T("it cannot be written ({reason})", reason=error.strerror or str(error))


def unwritable(path: Path) -> Words:
    """What to say when the system does not let us write `path`."""
    return T(
        "{file} cannot be written. Choose a folder that is there, that you may write to, "
        "and that has room.",
        file=str(path),
    )
