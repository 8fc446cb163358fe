"""A .po file read so that whatever is wrong with it is one sentence and a line, never a crash."""

from __future__ import annotations

import codecs
import gettext
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.scenario.words import T, Words

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

MOST = 4_000_000  # bytes
QUOTED = r'"(?:[^"\\]|\\.)*"'
KEYWORD = r"msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?"
LINE = re.compile(rf"(?:#~\s*)?(?:(?:{KEYWORD})\s+)?{QUOTED}")
FORMER = re.compile(r"^#~\|.*$", re.MULTILINE)  # what an obsolete entry once came from
CHARSET = re.compile(r"(?<=charset=)[^\s\\\"]+")
TOO_MANY_FORMS = re.compile(r"nplurals\s*=\s*\d\d")


HEAD_IS_DAMAGED = T("the head of the file is damaged")


class UnreadablePo(Exception):
    """Something that is no .po file; `why` and `line` tell the translator."""

    def __init__(self, why: Words, line: int = 1) -> None:
        super().__init__(str(why))
        self.why = why
        self.line = line


def decoded(content: bytes) -> str:
    """The text of a .po file, its line ends made alike. Raises UnreadablePo if it is not UTF-8."""
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadablePo(T("the file is not saved as UTF-8"), line) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def content_of(po: Path) -> bytes:
    """What is in the file `po`, or nothing if it is not there. Raises OSError, UnreadablePo."""
    if not po.is_file():
        return b""
    with po.open("rb") as file:
        content = file.read(MOST + 1)
    if len(content) > MOST:
        raise UnreadablePo(T("the file is too large for a translation"))
    return content


def in_utf8(text: str) -> str:
    """`text` with a head that says what it is by now. Raises UnreadablePo for a senseless head."""
    head, gap, entries = text.partition("\n\n")
    try:
        for named in CHARSET.findall(head):
            codecs.lookup(named)
    except LookupError:
        raise UnreadablePo(HEAD_IS_DAMAGED) from None
    if TOO_MANY_FORMS.search(head):
        raise UnreadablePo(HEAD_IS_DAMAGED)
    return CHARSET.sub("utf-8", head) + gap + entries


def read(content: bytes, language: str | None = None) -> Catalog:
    """The catalogue in `content`, which is in `language` if that is named.

    Raises UnreadablePo for anything that is not one.
    """
    from babel.messages.pofile import PoFileError, read_po

    text = FORMER.sub("", in_utf8(decoded(content)))
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line and not LINE.fullmatch(line) and (line[0] != "#" or line[:2] == "#~"):
            raise UnreadablePo(T("this is no line of a .po file: “{line}”", line=line[:60]), number)
    try:
        return read_po(io.BytesIO(text.encode()), locale=language, abort_invalid=True)
    except PoFileError as error:
        trouble = T("“msgid” and “msgstr” do not belong together here")
        raise UnreadablePo(trouble, int(error.lineno or 0) + 1) from None
    except Exception:  # Babel stumbles over a broken file in more ways than it tells of
        raise UnreadablePo(HEAD_IS_DAMAGED) from None


def compiled_catalogue(content: bytes) -> bytes:
    """The .po file in `content` as gettext reads it. Raises UnreadablePo where it cannot."""
    from babel.messages.mofile import write_mo

    file = io.BytesIO()
    try:
        write_mo(file, read(content))
        gettext.GNUTranslations(io.BytesIO(file.getvalue()))
    except UnreadablePo:
        raise
    except Exception:  # such as a plural form that is no formula
        raise UnreadablePo(HEAD_IS_DAMAGED) from None
    return file.getvalue()
