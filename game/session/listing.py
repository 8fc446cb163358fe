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

from game.session.home import write_whole
from game.session.reception import Reception
from game.session.shelf import LAW_FILE
from game.text.whereabouts import pos_of
from game.trial.show import case_card
from game.trial.view import Case

FILE = "cases.json"
FORM = " ".join(Case.__struct_fields__)  # of what is kept; another means that it is made anew


class Listed(Struct, frozen=True):
    """A case as the library shows it; None in place of one that is broken.

    `stamp` tells apart the files that it was made from: when they were changed, how long they are.
    """

    stamp: tuple[int, ...]
    case: Case | None = None
    cuts: tuple[int, ...] = ()


class Kept(Struct, frozen=True):
    """The list in one language, by the path of the file."""

    form: str
    listed: dict[str, Listed]


def cases(reception: Reception) -> Iterator[tuple[Path, Case, tuple[int, ...]]]:
    """Every case on the shelf that can be played: its file, its card, the minutes of its cuts."""
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
        if listed.case is not None:
            yield Path(name), listed.case, listed.cuts


def _kept(file: Path) -> dict[str, Listed]:
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}
    return kept.listed if kept.form == FORM else {}


def _stamp(reception: Reception, path: Path) -> tuple[int, ...]:
    laws = {path.parent / LAW_FILE, reception.shelf.folder / LAW_FILE}
    translations = pos_of(path, reception.settings.language, reception.locales)
    return tuple(n for file in (path, *sorted(laws), *translations) for n in _of(file))


def _of(file: Path) -> tuple[int, int]:
    try:
        told = file.stat()
    except OSError:
        return (0, 0)
    return (told.st_mtime_ns, told.st_size)


def _read(reception: Reception, path: Path, stamp: tuple[int, ...]) -> Listed:
    shelved = reception.shelf.get(str(path))
    if shelved is None:
        return Listed(stamp)
    case = case_card(shelved.scenario, reception.speech(str(path)))
    return Listed(stamp, case, tuple(sorted(shelved.scenario.cuts)))
