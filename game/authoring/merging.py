"""A translation keeps up with its original: nothing that was translated is lost on the way.

Changed sentences bring the translation of the old one along, marked fuzzy and with the old
sentence beside it; sentences that are gone wait at the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, normalize
from babel.util import TextWrapper

from game.scenario.model import LawBook, Scenario
from game.scenario.words import Translate
from game.session.home import write_whole
from game.text import po
from game.text.context import context
from game.text.extract import translatable
from game.text.pseudo import PSEUDO, dressed

WIDTH = 100
FORMER = "| "  # how Babel hands over a line that tells what a fuzzy sentence once was
HEAD = re.compile(r'(?:#.*\n)*msgid ""\nmsgstr (?:".*"\n)+')


def template(
    things: Sequence[Scenario | LawBook], file: str, language: str, say: Translate
) -> Catalog:
    """Every sentence of `things`, which are in `file`, with notes for a translator to `language`.

    `say` speaks the translator's language.
    """
    catalog = Catalog()
    for written in translatable(things):
        notes = [say(note) for note in context(written, language)]
        catalog.add(written.text, locations=[(file, written.spot.line)], auto_comments=notes)
    return catalog


def merged(old: bytes, template: Catalog, language: str, keep_obsolete: bool = True) -> Catalog:
    """The translations in the .po file `old` for the messages of `template`, in its order.

    Raises UnreadablePo.
    """
    locale = None if language == PSEUDO else language
    catalog = po.read(old, locale) if old else Catalog(locale=locale)
    former = {str(message.id): _taken_former(message) for message in catalog}
    for key, message in list(catalog.obsolete.items()):
        if message.id not in catalog and message.id in template:
            catalog[message.id] = message  # written again
        if message.id in template or not message.string:
            del catalog.obsolete[key]
    catalog.update(template)
    for message in catalog:
        if message.fuzzy and not message.previous_id:
            message.previous_id = former.get(str(message.id), [])
    _leave_out_what_was_never_translated(catalog)
    if not keep_obsolete:
        catalog.obsolete.clear()
    return catalog


def pseudo(template: Catalog) -> Catalog:
    """The messages of `template`, each translated into the pseudo-language."""
    for message in template:
        if isinstance(message.id, str):
            message.string = dressed(message.id)
        else:
            message.string = tuple(dressed(form) for form in message.id)
    return template


def as_po(catalog: Catalog, language: str, old: bytes = b"") -> str:
    """The text of a .po file with `catalog`, under the head that stood in `old`."""
    entries = (_entry(message, catalog.num_plurals) for message in _messages(catalog))
    return "\n".join([_head(catalog, language, old), *entries, *_gone(catalog)])


def write_po(path: Path, text: str) -> None:
    """Put `text` into `path`, whole or not at all; others may go on reading it. Raises OSError."""
    mode = path.stat().st_mode & 0o777 if path.is_file() else 0o644
    write_whole(path, text)
    path.chmod(mode)


def is_translated(message: Message | None) -> bool:
    """Whether there is a translation of `message`, be it fuzzy."""
    string = message.string if message else None
    return bool(string) and all(string or ())


def _leave_out_what_was_never_translated(catalog: Catalog) -> None:
    for key in [key for key, message in catalog.obsolete.items() if not message.string]:
        del catalog.obsolete[key]


def _taken_former(message: Message) -> list[str]:
    """What a fuzzy sentence once was; Babel takes it for a comment of the translator."""
    told = [line for line in message.user_comments if line.startswith(FORMER)]
    message.user_comments = [line for line in message.user_comments if line not in told]
    quoted = "\n".join(line.removeprefix(FORMER).removeprefix("msgid ") for line in told)
    return [denormalize(quoted)] if quoted.startswith('"') else []


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _head(catalog: Catalog, language: str, old: bytes) -> str:
    kept = HEAD.match(po.in_utf8(po.decoded(old))) if old else None
    return (
        kept[0]
        if kept
        else (
            'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n'
            '"Content-Type: text/plain; charset=utf-8\\n"\n'
            f'"Language: {language}\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n'
        )
    )


def _entry(message: Message, forms: int) -> str:
    """`message` as a .po file has it, in a language with so many `forms` of a number."""
    lines = [f"# {line}".rstrip() for line in message.user_comments]
    lines += [f"#. {line}" for line in message.auto_comments]
    files = " ".join(dict.fromkeys(file for file, _ in sorted(message.locations, key=str)))
    lines += [f"#: {line}" for line in TextWrapper(WIDTH, break_long_words=False).wrap(files)]
    if message.flags:
        lines.append("#, " + ", ".join(sorted(message.flags)))
    if message.fuzzy and message.previous_id:
        lines.append("#| msgid " + normalize(message.previous_id[0], prefix="#| ", width=WIDTH))
    return "\n".join([*lines, *_translated(message, forms), ""])


def _gone(catalog: Catalog) -> Iterator[str]:
    for message in catalog.obsolete.values():
        comments = [f"# {line}".rstrip() for line in message.user_comments]
        yield "\n".join([*comments, *_translated(message, catalog.num_plurals, "#~ "), ""])


def _translated(message: Message, forms: int, prefix: str = "") -> Iterator[str]:
    def quoted(text: str) -> str:
        return normalize(text, prefix=prefix, width=WIDTH)

    if message.context:
        yield f"{prefix}msgctxt {quoted(message.context)}"
    if isinstance(message.id, str):
        yield f"{prefix}msgid {quoted(message.id)}"
        yield f"{prefix}msgstr {quoted(_forms(message, 1)[0])}"
        return
    yield f"{prefix}msgid {quoted(message.id[0])}"
    yield f"{prefix}msgid_plural {quoted(message.id[1])}"
    for number, form in enumerate(_forms(message, forms)):
        yield f"{prefix}msgstr[{number}] {quoted(form)}"


def _forms(message: Message, count: int) -> list[str]:
    """The first `count` forms of a translation, empty where they are missing."""
    written = message.string or ""
    known = [written] if isinstance(written, str) else [form or "" for form in written]
    return (known + [""] * count)[:count]
