"""Where classes are kept and shared, by the addresses given: a file, or the servers of a city."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from game.host.journal import Journal, SqliteJournal, Unwritten
from game.scenario.words import T, Words, put

if TYPE_CHECKING:
    from game.host.city import City
    from game.host.house import House

FOLDER, FILE = "class", "class.sqlite3"  # where classes are kept in somebody's home
PACKAGES = '"psycopg[binary]" redis'
MORE = T(
    "To keep or share classes beyond this computer, two more packages are needed. Install them "
    "once with this line: {line}"
)
NO_DATABASE = T(
    "“{url}” is not the address of a database. One looks like this: "
    "postgresql://name:password@computer/database"
)
OUT_OF_REACH = T(
    "The database cannot be used ({why}). Does it run, are the name and the password right, and "
    "may this computer reach it?"
)
NO_BUS = T(
    "“{url}” is not the address of Redis or Valkey. One looks like this: redis://computer:6379/0"
)
BUS_OUT_OF_REACH = T(
    "Redis cannot be used ({why}). Does it run, and may this computer reach it? Without --bus a "
    "single server needs none."
)
TOGETHER = T("Several servers share classes only through a database: give --db as well as --bus.")


class Unusable(Exception):
    """Raised for an address that cannot be used; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(str(words))
        self.words = words


def more_packages() -> Unusable:
    """That the extra packages are missing."""
    return Unusable(put(MORE, line=f"pip install {PACKAGES}"))


def shown(url: str) -> str:
    """`url` as it may be shown: without a password."""
    front, at, rest = url.rpartition("@")
    return f"{front.partition('://')[0]}://…@{rest}" if at else url


def journal_at(url: str | None, folder: Path) -> Journal:
    """The journal at `url`, or, without one, in a file of `folder`.

    Raises Unusable for an address that does not do, and Unwritten where the file cannot be opened.
    """
    if url is None:
        return SqliteJournal(folder / FILE)
    if urlsplit(url).scheme not in ("postgresql", "postgres"):
        raise Unusable(put(NO_DATABASE, url=shown(url)))
    try:
        from game.host.postgres import PostgresJournal
    except ImportError:
        raise more_packages() from None
    try:
        return PostgresJournal(url)
    except Unwritten as why:
        raise Unusable(put(OUT_OF_REACH, why=str(why).splitlines()[0])) from None


def city_at(url: str, house: House, own: str) -> City:
    """The other workers that are on the bus at `url`; this one is reached at `own`.

    Raises Unusable.
    """
    if urlsplit(url).scheme not in ("redis", "rediss", "unix"):
        raise Unusable(put(NO_BUS, url=shown(url)))
    try:
        from game.host.bus import RedisBus, Silent
        from game.host.city import City
    except ImportError:
        raise more_packages() from None
    try:
        return City(house, RedisBus(url, own))
    except ValueError:
        raise Unusable(put(NO_BUS, url=shown(url))) from None
    except Silent as why:
        raise Unusable(put(BUS_OUT_OF_REACH, why=str(why).splitlines()[0])) from None
