"""Check reads scenario files and prints all there is to say about them at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from game.authoring.files import LAWS, scenario_files
from game.authoring.machines import Finding
from game.authoring.outdated import outdated, outdated_cards
from game.authoring.report import render
from game.authoring.translated import in_translation
from game.authoring.unseen import unseen
from game.scenario.authored import Authored
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.load import load, load_laws, without_collecting
from game.scenario.model import LawBook
from game.scenario.source import read
from game.scenario.walk import Written, sentences
from game.scenario.words import T, Translate, Words
from game.session.settings import CODES
from game.text.catalogues import translations


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks files against the law cards beside them, or else those of the game in `root`."""

    root: Path
    cache: Path
    today: date
    _laws: dict[Path, LawBook | None] = field(default_factory=dict)

    def findings(self, paths: Sequence[Path]) -> Iterator[Finding]:
        """Every finding about the scenario files at `paths`."""
        for path in scenario_files(paths):
            text, found = self._checked(path)
            yield from (Finding(path, text, diagnostic) for diagnostic in found)

    def _checked(self, path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
        if path.name == LAWS:
            laws, found = load_laws(path)
            text, _ = read(path)
            aged = outdated_cards(laws, self.today) if laws else ()
            return text or "", (*found, *aged, *self._words(laws, path))
        beside = self._laws_beside(path)
        loaded = load(path, beside)
        case = loaded.scenario
        aged = outdated(case, beside, self.today) if case else ()
        return loaded.text, (*loaded.diagnostics, *aged, *self._words(case, path))

    def _laws_beside(self, path: Path) -> LawBook | None:
        beside = path.parent / LAWS
        chosen = beside if beside.is_file() else self.root / "scenarios" / LAWS
        if chosen not in self._laws:
            self._laws[chosen] = load_laws(chosen)[0]
        return self._laws[chosen]

    def _words(self, thing: Authored | None, path: Path) -> Iterator[Diagnostic]:
        """What is to be said of the texts in `thing`: who cannot see them, or not read them."""
        if thing is None:
            return
        texts = tuple(sentences(thing))
        yield from unseen(texts)
        for language in CODES:
            if language != getattr(thing, "language", ""):
                yield from self._in(language, thing, texts, path)

    def _in(
        self, language: str, thing: Authored, texts: Sequence[Written], path: Path
    ) -> Iterator[Diagnostic]:
        """What is wrong with the translation into `language`; C401 for what is not translated.

        A note for each sentence, or one for the whole file where it has no translation at all.
        """
        written = {w.text: w for w in reversed(texts)}
        folder = self.root / "locales"
        known = translations(folder, language, path.stem, reversed(written), self.cache)
        if known is None:
            lacks = T("there is no translation into {language}", language=language)
            yield _note(thing.spots.of("language"), lacks)
            return
        lacks = T("this sentence is not translated into {language}", language=language)
        yield from (_note(w.spot, lacks) for text, w in written.items() if text not in known)
        yield from in_translation(thing, language, texts, known)


def _note(spot: Spot, message: Words) -> Diagnostic:
    return Diagnostic("C401", spot, message, severity=Severity.NOTE)


def check(
    paths: Sequence[Path],
    root: Path,
    cache: Path,
    say: Translate,
    format: str,
    strict: bool,
    today: date,
) -> int:
    """Print all findings about `paths`; 1 if one is an error, or if it is `strict` and any is."""
    with without_collecting():
        found = list(Checker(root, cache, today).findings(paths))
    print(render(found, format, say, sys.stdout.isatty()))
    broken = any(f.diagnostic.severity is Severity.ERROR for f in found)
    return 1 if broken or (strict and found) else 0
