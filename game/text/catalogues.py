"""Catalogues turn words into a language: gettext files, one for the game and one per scenario."""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from game.scenario.words import Words

GAME = "game"
LAWS = "laws"


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Translations into one language; called with words it gives their form in that language.

    Places stay open. What is not translated stays in the language it was written in.
    """

    game: gettext.NullTranslations
    authored: tuple[gettext.NullTranslations, ...]

    def __call__(self, words: Words) -> str:
        if not words.text:
            return ""
        if words.many is not None:
            number = int(str(dict(words.fill).get("n", "1")))
            return self.game.ngettext(words.text, words.many, number)
        if not words.authored:
            return self.game.gettext(words.text)
        for catalogue in self.authored:
            translated = catalogue.gettext(words.text)
            if translated != words.text:
                return translated
        return words.text


def catalogues(
    locales: Path,
    language: str,
    scenarios: Iterable[str],
    cache: Path | None,
    packs: Path | None = None,
) -> Catalogues:
    """The translations into `language` of the game, the law cards and `scenarios`.

    `locales` holds `<language>/LC_MESSAGES/<domain>.po`. What it has not may be in a pack's own
    folder, `<packs>/<scenario>/locales`. Compiled catalogues are kept in `cache`, where that can
    be written, named after what they were made from.
    """
    authored = tuple(_read(po, cache) for po in _authored(locales, language, scenarios, packs))
    return Catalogues(_read(_po(locales, language, GAME), cache), authored)


def _authored(
    locales: Path, language: str, scenarios: Iterable[str], packs: Path | None
) -> Iterator[Path]:
    """Where the words of `scenarios` may be translated, then those of the law cards."""
    for name in scenarios:
        shipped = _po(locales, language, name)
        if packs is None or shipped.is_file():
            yield shipped
        else:
            own = packs / name / "locales"
            yield from (_po(own, language, domain) for domain in (name, LAWS))
    yield _po(locales, language, LAWS)


def _po(locales: Path, language: str, domain: str) -> Path:
    return locales / language / "LC_MESSAGES" / f"{domain}.po"


def _read(po: Path, cache: Path | None) -> gettext.NullTranslations:
    try:
        content = po.read_bytes()
    except OSError:
        return gettext.NullTranslations()
    compiled = cache / f"{sha256(content).hexdigest()[:32]}.mo" if cache else None
    if compiled and compiled.is_file():
        try:
            return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
        except (OSError, ValueError, UnicodeDecodeError):
            pass  # made again below
    made = _compiled(content)
    if compiled:
        _keep(compiled, made)
    return gettext.GNUTranslations(io.BytesIO(made))


def _compiled(content: bytes) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    file = io.BytesIO()
    write_mo(file, read_po(io.BytesIO(content)))
    return file.getvalue()


def _keep(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".new")
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        pass  # a folder that cannot be written costs time, not words


class _Missing(gettext.NullTranslations):
    """Stands behind a catalogue and answers for what it lacks."""

    ANSWER = "\0"

    def gettext(self, message: str) -> str:
        return self.ANSWER


def translations(
    locales: Path, language: str, domain: str, texts: Iterable[str], cache: Path | None
) -> dict[str, str] | None:
    """Those of `texts` that the catalogue of `domain` has, each with what it says in `language`.

    None if there is no such catalogue.
    """
    po = _po(locales, language, domain)
    if not po.is_file():
        return None
    catalogue = _read(po, cache)
    catalogue.add_fallback(_Missing())
    said = ((text, catalogue.gettext(text)) for text in texts)
    return {text: words for text, words in said if words != _Missing.ANSWER}
