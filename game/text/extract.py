"""The texts of a scenario file that are to be translated, for Babel and for our own catalogues."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from game.scenario.load import load, load_laws
from game.scenario.model import LawBook, Scenario
from game.scenario.walk import Written
from game.text.order import reading_order


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
    yield from ((w.spot.line, "T", w.text, [w.place]) for w in translatable(things))


def translatable(things: Iterable[Scenario | LawBook]) -> Iterator[Written]:
    """Each sentence of `things` that has words in it, in the order in which it is met.

    What the variants of a case have in common comes once.
    """
    told: set[tuple[int, str]] = set()
    for thing in things:
        for written in reading_order(thing):
            where = written.spot.line, written.text
            if written.text.strip() and where not in told:
                told.add(where)
                yield written


def things_in(path: Path) -> Sequence[Scenario | LawBook]:
    """The law cards in `path`, or the scenario in all its variants; nothing if it is broken."""
    if path.stem == "laws":
        laws = load_laws(path)[0]
        return [laws] if laws else []
    return load(path).variants
