"""The list of cases: each as the library shows it, kept so that its file need not be read.

To read a case takes some 25 ms and to hold it a megabyte; a shelf of thirty would keep a class
waiting.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from game.session.cards import Card, Cover, card_of
from game.session.home import write_whole
from game.session.reception import Reception
from game.session.shelf import LAW_FILE
from game.session.stamps import stamp_of
from game.text.whereabouts import pos_of
from game.trial.view import Case

FILE = "cases.json"
# What is kept of a case; where that is something else than before, the list is made anew.
FORM = " ".join(name for kept in (Card, Cover, Case) for name in kept.__struct_fields__)


class Listed(Struct, frozen=True):
    """The card of a case; None in place of one that is broken.

    `stamp` tells apart the files that it was made from: when they were changed, how long they are.
    """

    stamp: tuple[int, ...]
    card: Card | None = None


class Kept(Struct, frozen=True):
    """The list in one language, by the path of the file."""

    form: str
    listed: dict[str, Listed]


def cases(reception: Reception) -> Iterator[tuple[Path, Card]]:
    """Every case on the shelf that can be played: its file and its card."""
    file = reception.home / "cache" / f"{reception.settings.language}.{FILE}"
    kept = _kept(file)
    found: dict[str, Listed] = {}
    for path in reception.shelf.files():
        stamp, name = _stamp(reception, path), str(path)
        known = kept.get(name)
        found[name] = known if known and known.stamp == stamp else _read(reception, path, stamp)
    if found != kept:
        with suppress(OSError):
            write_whole(file, msgspec.json.encode(Kept(FORM, found)).decode())
    for name, listed in found.items():
        if listed.card is not None:
            yield Path(name), listed.card


def _kept(file: Path) -> dict[str, Listed]:
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}
    return kept.listed if kept.form == FORM else {}


def _stamp(reception: Reception, path: Path) -> tuple[int, ...]:
    laws = {path.parent / LAW_FILE, reception.shelf.folder / LAW_FILE}
    translations = pos_of(path, reception.settings.language, reception.locales)
    return tuple(n for file in (path, *sorted(laws), *translations) for n in stamp_of(file))


def _read(reception: Reception, path: Path, stamp: tuple[int, ...]) -> Listed:
    shelved = reception.shelf.get(str(path))
    if shelved is None:
        return Listed(stamp)
    return Listed(stamp, card_of(shelved, reception.speech(str(path))))
