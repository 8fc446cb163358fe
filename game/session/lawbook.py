"""The law cards, kept as they were read: their file is long, and nearly every verb needs them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from game.scenario.model import Act, LawBook, LawCard
from game.session.home import write_whole
from game.session.stamps import stamp_of

FILE = "laws.json"
# What is kept of a book; where that is something else than before, the file is read anew.
FORM = " ".join(name for kept in (LawBook, Act, LawCard) for name in kept.__struct_fields__)


class Kept(Struct, frozen=True):
    """A book, the file that it was read from, and the file's stamp at that time."""

    form: str
    file: str
    stamp: tuple[int, int]
    book: LawBook


def law_book(file: Path, cache: Path | None) -> LawBook | None:
    """The law cards in `file`, None where it is missing or broken; what is read is kept in `cache`.

    Of several files the cache has the one that was read last. A book that is not whole is not kept.
    """
    place = cache / FILE if cache else None
    name, stamp = str(file.absolute()), stamp_of(file)
    kept = _kept(place) if place else None
    if kept and (kept.form, kept.file, kept.stamp) == (FORM, name, stamp):
        return kept.book
    from game.scenario.load import load_laws

    book, _ = load_laws(file)
    if book is not None and place is not None:
        with suppress(OSError):
            write_whole(place, msgspec.json.encode(Kept(FORM, name, stamp, book)).decode())
    return book


def _kept(place: Path) -> Kept | None:
    try:
        return msgspec.json.decode(place.read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
