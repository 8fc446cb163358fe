"""The texts of a scenario file that are to be translated, for Babel and for our own catalogues."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from game.scenario.authored import Authored
from game.scenario.load import load, load_laws
from game.scenario.model import LawBook, Scenario
from game.scenario.walk import sentences


def extract_scenario(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[tuple[int, str, str, list[str]]]:
    """The sentences of the scenario in `fileobj`, as Babel's extractors hand them over.

    A file with errors yields nothing; `mockcourt check` says what is wrong with it.
    """
    things = things_in(Path(fileobj.name))
    yield from ((line, "T", text, [place]) for line, text, place in translatable(things))


def translatable(things: Iterable[Authored]) -> Iterator[tuple[int, str, str]]:
    """Each sentence of `things` with its line and the path of fields that leads to it.

    What the variants of a case have in common comes once.
    """
    told: set[tuple[int, str]] = set()
    for thing in things:
        for written in sentences(thing):
            line, text = written.spot.line, written.text
            if text.strip() and (line, text) not in told:
                told.add((line, text))
                yield line, text, written.place


def things_in(path: Path) -> Sequence[Scenario | LawBook]:
    """The law cards in `path`, or the scenario in all its variants; nothing if it is broken."""
    if path.stem == "laws":
        laws = load_laws(path)[0]
        return [laws] if laws else []
    return load(path).variants
