"""Catalogues are kept fresh: every text that is written stands in them, in the order it is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from game.authoring.files import scenario_files
from game.scenario import vocabulary
from game.scenario.codes import page_of
from game.scenario.kinds import scenario_checks
from game.scenario.words import TN, T, Translate
from game.session.settings import CODES
from game.text.catalogues import GAME
from game.text.extract import things_in, translatable

KEYWORDS = {"T": None, "TN": (1, 2)}


def freshen(root: Path, check_only: bool, say: Translate) -> int:
    """Bring every catalogue under `root` up to date and say what is still to be translated.

    With `check_only` nothing is written. 1 if something is stale, fuzzy or untranslated, else 0.
    """
    open_work = False
    for po, template in _catalogues(root):
        old = po.read_bytes() if po.is_file() else b""
        fresh = merged(old, template, po.parent.parent.name)
        if fresh != old and not check_only:
            po.parent.mkdir(parents=True, exist_ok=True)
            po.write_bytes(fresh)
        lacking = sum(not m.string or m.fuzzy for m in _messages(fresh))
        stale = fresh != old and check_only
        open_work |= bool(lacking) or stale
        state = T("out of date") if stale else T("up to date")
        left = TN("{n} text to translate", "{n} texts to translate", lacking)
        print(f"{po.relative_to(root).as_posix()}: {say(state)}, {say(left)}")
    return 1 if open_work else 0


def merged(old: bytes, template: Catalog, language: str) -> bytes:
    """The catalogue in `old` with exactly the messages of `template`; similar ones come fuzzy."""
    catalog = read_po(io.BytesIO(old), locale=language) if old else Catalog(locale=language)
    catalog.update(template, update_header_comment=False)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.header_comment = ""
    file = io.BytesIO()
    write_po(file, catalog, width=100, omit_header=True, include_lineno=False)
    header = (
        'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return header.encode() + file.getvalue()


def _catalogues(root: Path) -> Iterator[tuple[Path, Catalog]]:
    """Each catalogue that there should be, with the messages that belong into it."""
    for language in CODES[1:]:
        yield _place(root, language, GAME), _game(root)
    for path in scenario_files([root / "scenarios"]):
        things = things_in(path)
        if not things:
            continue
        for language in CODES:
            if language != things[0].language:
                template = Catalog()
                for line, text, place in translatable(things):
                    template.add(text, locations=[(path.name, line)], auto_comments=[place])
                yield _place(root, language, path.stem), template


def _game(root: Path) -> Catalog:
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


def _place(root: Path, language: str, domain: str) -> Path:
    return root / "locales" / language / "LC_MESSAGES" / f"{domain}.po"


def _messages(content: bytes) -> list[Message]:
    return [message for message in read_po(io.BytesIO(content)) if message.id]
