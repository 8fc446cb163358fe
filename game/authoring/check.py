"""Check reads scenario files and prints all there is to say about them at once."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence, Set
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from game.authoring.files import LAWS, scenario_files, why_not
from game.authoring.machines import Finding
from game.authoring.outdated import outdated, outdated_cards
from game.authoring.report import render
from game.authoring.translated import in_translation
from game.authoring.unseen import unseen
from game.scenario.diagnostics import Diagnostic, Severity, Spot
from game.scenario.load import load, load_laws, without_collecting
from game.scenario.model import LawBook, Scenario
from game.scenario.source import read
from game.scenario.walk import Written, sentences
from game.scenario.words import T, Translate, Words
from game.session.lawbook import law_book
from game.session.settings import CODES
from game.text.agreement import UNREADABLE, findings, unreadable
from game.text.catalogues import translations
from game.text.po import UnreadablePo, content_of
from game.text.whereabouts import LOCALES, pos_of, translations_of


class Checker(Struct, frozen=True):
    """Checks files against the law cards beside them, or else those of the game in `root`."""

    root: Path
    cache: Path
    today: date
    _laws: dict[Path, LawBook | None] = field(default_factory=dict)

    def findings(self, paths: Sequence[Path]) -> Iterator[Finding]:
        """Every finding about the scenario files at `paths`."""
        for path in scenario_files(paths):
            pos = [po for _, po in translations_of(path, self._locales)]
            in_pos = [finding for po in pos for finding in findings_in(po)]
            unread = {f.path for f in in_pos if f.diagnostic.code == UNREADABLE}
            text, found = self._checked(path, unread)
            yield from (Finding(path, text, diagnostic) for diagnostic in found)
            yield from in_pos

    @property
    def _locales(self) -> Path:
        return self.root / LOCALES

    def _checked(self, path: Path, unread: Set[Path]) -> tuple[str, tuple[Diagnostic, ...]]:
        if path.name == LAWS:
            laws, found = load_laws(path)
            text, _ = read(path)
            aged = outdated_cards(laws, self.today) if laws else ()
            words = self._words(laws, tuple(sentences(laws)), path, unread) if laws else ()
            return text or "", (*found, *aged, *words)
        beside = self._laws_beside(path)
        loaded = load(path, beside)
        case = loaded.scenario
        aged = outdated(case, beside, self.today) if case else ()
        words = self._words(case, loaded.texts, path, unread) if case else ()
        return loaded.text, (*loaded.diagnostics, *aged, *words)

    def _laws_beside(self, path: Path) -> LawBook | None:
        beside = path.parent / LAWS
        chosen = beside if beside.is_file() else self.root / "scenarios" / LAWS
        if chosen not in self._laws:
            self._laws[chosen] = law_book(chosen, self.cache)
        return self._laws[chosen]

    def _words(
        self,
        thing: Scenario | LawBook,
        texts: Sequence[Written],
        path: Path,
        unread: Set[Path],
    ) -> Iterator[Diagnostic]:
        """What is to be said of the `texts` in `thing`: who cannot see or not read them."""
        yield from unseen(texts)
        for language in CODES:
            if language != thing.language:
                yield from self._in(language, thing, texts, path, unread)

    def _in(
        self,
        language: str,
        thing: Scenario | LawBook,
        texts: Sequence[Written],
        path: Path,
        unread: Set[Path],
    ) -> Iterator[Diagnostic]:
        """What is wrong with the translation into `language`; C401 for what is not translated.

        A note for each sentence, or one for the whole file where it has no translation at all.
        Of catalogues that cannot be read there is nothing more to say.
        """
        written = {w.text: w for w in reversed(texts)}
        pos = pos_of(path, language, self._locales)
        if not unread.isdisjoint(pos):
            return
        if not pos:
            lacks = T("there is no translation into {language}", language=language)
            yield _note(thing.spots.of("language"), lacks)
            return
        known = translations(pos, reversed(written), self.cache)
        lacks = T("this sentence is not translated into {language}", language=language)
        yield from (_note(w.spot, lacks) for text, w in written.items() if text not in known)
        yield from in_translation(thing, language, texts, known)


def findings_in(po: Path) -> tuple[Finding, ...]:
    """What is wrong with the translations in `po`."""
    try:
        text, found = findings(content_of(po))
    except UnreadablePo as trouble:
        text, found = "", (unreadable(trouble.why),)
    except OSError as error:
        text, found = "", (unreadable(why_not(error)),)
    return tuple(Finding(po, text, diagnostic) for diagnostic in found)


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
        gc.freeze()  # it lives until the verb ends: nobody need look through it once more
    print(render(found, format, say, sys.stdout.isatty()))
    broken = any(f.diagnostic.severity is Severity.ERROR for f in found)
    return 1 if broken or (strict and found) else 0
