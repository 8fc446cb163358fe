"""Catalogues turn words into a language: gettext files, one for the game and one per scenario."""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from game.scenario.words import Words
from game.text.pseudo import PSEUDO, Pseudo
from game.text.whereabouts import LAWS, own_laws_in, po_in, pos_of

GAME = "game"


class Catalogues(Struct, frozen=True):
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
    locales: Path, language: str, files: Iterable[Path], cache: Path | None
) -> Catalogues:
    """The translations into `language` of the game, the law cards and the scenarios in `files`.

    `locales` has the game's own; those of a file may also lie beside it, see `whereabouts`. What
    is compiled is kept in `cache`, where that can be written, named after what it was made from.
    """
    authored = [_read(po, cache) for po in _authored(locales, language, files)]
    own_words = po_in(locales, language, GAME)
    game = _read(own_words, cache)
    if language == PSEUDO:
        if not own_words.is_file():
            game = Pseudo()
        if not po_in(locales, language, LAWS).is_file():
            authored.append(Pseudo())
    return Catalogues(game, tuple(authored))


def _authored(locales: Path, language: str, files: Iterable[Path]) -> Iterator[Path]:
    """Where the words of `files` are translated, then those of the law cards."""
    for file in files:
        yield from pos_of(file, language, locales)
        yield from own_laws_in(file, language)
    yield po_in(locales, language, LAWS)


def _read(po: Path, cache: Path | None) -> gettext.NullTranslations:
    """The catalogue in `po`; one that is not there or cannot be read translates nothing."""
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
    from game.text.po import UnreadablePo, compiled_catalogue

    try:
        made = compiled_catalogue(content)
    except UnreadablePo:
        return gettext.NullTranslations()  # `check` says what is wrong with it
    if compiled:
        _keep(compiled, made)
    return gettext.GNUTranslations(io.BytesIO(made))


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


def translations(pos: Sequence[Path], texts: Iterable[str], cache: Path | None) -> dict[str, str]:
    """Those of `texts` that a catalogue in `pos` translates, each as the first that does has it."""
    found = [_read(po, cache) for po in pos]
    for catalogue in found:
        catalogue.add_fallback(_Missing())
    said: dict[str, str] = {}
    for text in texts:
        answers = (catalogue.gettext(text) for catalogue in found)
        words = next((answer for answer in answers if answer != _Missing.ANSWER), None)
        if words is not None:
            said[text] = words
    return said
