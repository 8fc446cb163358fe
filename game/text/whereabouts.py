"""Where translations lie: beside the file that they belong to, and with the game.

A file of the game keeps its translations in the game's `locales`, any other file in a folder of
that name beside itself. Whoever reads looks in both, beside the file first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LOCALES = "locales"
SCENARIOS = "scenarios"
MESSAGES = "LC_MESSAGES"
LAWS = "laws"
LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]+)?")


class Translation(NamedTuple):
    """A catalogue that exists, and the language that it is in."""

    language: str
    po: Path


def po_in(locales: Path, language: str, domain: str) -> Path:
    """The catalogue of `domain` in the folder `locales`; it need not exist."""
    return locales / language / MESSAGES / f"{domain}.po"


def beside(file: Path) -> Path:
    """The folder of translations beside `file`."""
    return file.parent / LOCALES


def po_of(file: Path, language: str, root: Path) -> Path:
    """Where the translation of `file` is written; `root` is the folder of the game."""
    shipped = (root / SCENARIOS).resolve() in file.resolve().parents
    return po_in(root / LOCALES if shipped else beside(file), language, file.stem)


def pos_of(file: Path, language: str, locales: Path) -> tuple[Path, ...]:
    """The catalogues of `file` that exist in `language`, nearest first."""
    places = (po_in(folder, language, file.stem) for folder in (beside(file), locales))
    return tuple(dict.fromkeys(po for po in places if po.is_file()))


def own_laws_in(file: Path, language: str) -> tuple[Path, ...]:
    """The catalogue of the law cards beside `file`, if there is one in `language`."""
    po = po_in(beside(file), language, LAWS)
    return (po,) if po.is_file() else ()


def translations_of(file: Path, locales: Path) -> Iterator[Translation]:
    """Every catalogue of `file`, those with the game first, so that a nearer one may replace it."""
    for folder in dict.fromkeys((locales, beside(file))):
        yield from translations_in(folder, file.stem)


def translations_in(locales: Path, domain: str) -> Iterator[Translation]:
    """Every catalogue of `domain` in the folder `locales`, by language."""
    for folder in sorted(locales.iterdir()) if locales.is_dir() else ():
        po = po_in(locales, folder.name, domain)
        if LANGUAGE.fullmatch(folder.name) and po.is_file():
            yield Translation(folder.name, po)
