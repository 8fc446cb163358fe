"""Catalogues are kept fresh: every text that is written stands in them, in the order it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from game.authoring.files import scenario_files
from game.authoring.merging import as_po, is_translated, merged, template, write_po
from game.scenario import vocabulary
from game.scenario.codes import page_of
from game.scenario.kinds import scenario_checks
from game.scenario.words import TN, T, Translate, filled
from game.session.settings import CODES
from game.text.catalogues import GAME, catalogues
from game.text.extract import things_in
from game.text.po import UnreadablePo, content_of
from game.text.whereabouts import LOCALES, SCENARIOS, po_in

KEYWORDS = {"T": None, "TN": (1, 2)}


def freshen(root: Path, check_only: bool, say: Translate) -> int:
    """Bring every catalogue under `root` up to date and say what is still to be translated.

    With `check_only` nothing is written. 1 if something is stale, fuzzy or untranslated, else 0.
    """
    work = [_has_work(root, po, wanted, check_only, say) for po, wanted in _catalogues(root)]
    return 1 if any(work) else 0


def _has_work(root: Path, po: Path, wanted: Catalog, check_only: bool, say: Translate) -> bool:
    """Bring `po` up to date with the messages of `wanted`, and tell whether work is left."""
    name, language = po.relative_to(root).as_posix(), po.parent.parent.name
    try:
        old = content_of(po)
        catalog = merged(old, wanted, language, keep_obsolete=po.stem != GAME)
        fresh = as_po(catalog, language, old)
        if fresh.encode() != old and not check_only:
            write_po(po, fresh)
    except UnreadablePo as trouble:
        message = T("this translation cannot be read: {reason}", reason=trouble.why)
        print(f"{name}:{trouble.line}: {say(message)}")
        return True
    lacking = sum(not is_translated(m) or m.fuzzy for m in catalog if m.id)
    stale = check_only and _without_notes(fresh) != _without_notes(old.decode())
    state = T("out of date") if stale else T("up to date")
    left = TN("{n} text to translate", "{n} texts to translate", lacking)
    print(f"{name}: {say(state)}, {say(left)}")
    return bool(lacking) or stale


def _without_notes(text: str) -> list[str]:
    """A note in the translator's language may read otherwise tomorrow; that makes nothing stale."""
    return [line for line in text.split("\n") if not line.startswith("#.")]


def translator(root: Path, language: str) -> Translate:
    """What speaks to a translator to `language`: that language, as far as the game knows it."""
    words = catalogues(root / LOCALES, language, (), None)
    return lambda text: filled(text, words)


def _catalogues(root: Path) -> Iterator[tuple[Path, Catalog]]:
    """Each catalogue that there should be, with the messages that belong into it."""
    for language in CODES[1:]:
        yield po_in(root / LOCALES, language, GAME), game_template(root)
    for path in scenario_files([root / SCENARIOS]):
        things = things_in(path)
        if not things:
            continue
        for language in CODES:
            if language != things[0].language:
                notes = translator(root, language)
                wanted = template(things, path.name, language, notes)
                yield po_in(root / LOCALES, language, path.stem), wanted


def game_template(root: Path) -> Catalog:
    """Every text of the game itself."""
    template = Catalog()
    found = extract_from_dir(root / "game", [("**.py", "python")], keywords=KEYWORDS)
    for file, line, message, _, _ in sorted(found, key=lambda row: (row[0], row[1])):
        template.add(message, locations=[(f"game/{file}", line)])
    for check in scenario_checks():  # their manual stands in their docstrings, not in T("...")
        _, page = page_of(check.__doc__ or "")
        for words in (page.title, page.why):
            template.add(words.text, locations=[_module(check.__name__)])
    for kind in vocabulary.things():  # so does what a kind of thing is
        template.add(vocabulary.about(kind).text, locations=[_module(kind.__module__)])
    for name in (
        vocabulary.keywords()
    ):  # a translation says what they mean: teachers write the English ones
        template.add(vocabulary.keyword(name).text, locations=[_module(vocabulary.__name__)])
    return template


def _module(name: str) -> tuple[str, int]:
    return name.replace(".", "/") + ".py", 1
