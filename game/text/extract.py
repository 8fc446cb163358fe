"""The texts of a scenario file that are to be translated, for Babel and for our own catalogues."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
    thing = thing_in(Path(fileobj.name))
    if thing is not None:
        yield from ((line, "T", text, [place]) for line, text, place in translatable(thing))


def translatable(thing: Authored) -> Iterator[tuple[int, str, str]]:
    """Each sentence of `thing` with its line and the path of fields that leads to it."""
    for written in sentences(thing):
        if written.text.strip():
            yield written.spot.line, written.text, written.place


def thing_in(path: Path) -> Scenario | LawBook | None:
    """The scenario in `path`, or the law cards if that is what it holds; None if it is broken."""
    if path.stem == "laws":
        return load_laws(path)[0]
    return load(path).scenario
