"""A translation is checked like the case itself, for many classes read nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from game.authoring.unseen import unseen
from game.scenario.authored import Authored
from game.scenario.diagnostics import Diagnostic, Spot
from game.scenario.kinds import scenario_checks
from game.scenario.model import Scenario
from game.scenario.walk import Written
from game.scenario.words import T


class Translated(Written, frozen=True):
    """A text as its translation has it; its place is that of the whole text in the file."""

    def part(self, start: int, length: int) -> Spot:
        return self.spot


def in_translation(
    thing: Authored, language: str, texts: Sequence[Written], known: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """What there is to say of the texts in `thing` as they read in `language`."""
    read = [
        Translated(w.spot, known[w.text], w.place, w.field, w.within)
        for w in texts
        if w.text in known
    ]
    for finding in (*unseen(read), *_checked(thing, language, read)):
        message = T("in {language}: {message}", language=language, message=finding.message)
        yield replace(finding, message=message)


def _checked(thing: Authored, language: str, texts: Sequence[Written]) -> Iterator[Diagnostic]:
    if isinstance(thing, Scenario):
        case = replace(thing, language=language)
        for module in scenario_checks():
            if hasattr(module, "check_texts"):
                yield from module.check_texts(case, texts)
