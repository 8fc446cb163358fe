"""The verb `host`: opens the journal and the rooms in it, says where to go, and serves."""

from __future__ import annotations

import gc
import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.scenario.words import T, Translate, Words, put
from game.session.reception import Reception

if TYPE_CHECKING:
    from game.host.house import House
    from game.host.service import Service

FINE, FAILED = 0, 1
PACKAGES = "starlette uvicorn jinja2 segno ifaddr"
INSTALL = T(
    "To host a class, a few more packages are needed. Install them once with this line: {line}",
)
NO_JOURNAL = T("The class cannot be kept in “{folder}” ({why}). Make some room, then try again.")
BUSY = T("Port {port} is taken, perhaps by a class that is open already. Try --port {other}.")
HOSTED = T("The court is open. Leave this window as it is, and leave with Ctrl-C.")
STUDENTS = T("Students open {address} and type {code}.")
TEACHER = T("Your desk, for you alone: {address}")
ELSEWHERE = T("From another device of yours: {address}")
GOODBYE = T("The court adjourns. Everything is kept: the same line opens it again.")


@dataclass(frozen=True, slots=True)
class Hosting:
    """What was asked for: a case or none, how to play it, and the port.

    `db` is the address of a database, where classes are not kept in a file, `bus` that by which
    several servers share them.
    """

    case: str | None
    mode: str
    port: int
    db: str | None = None
    bus: str | None = None


def host(reception: Reception, wish: Hosting, say: Translate, tell: Callable[[str], None]) -> int:
    """Serve a class until somebody stops it. 0 is fine, 1 that it could not be."""
    if missing := missing_packages():
        tell(say(missing))
        return FAILED
    try:
        listening = _listening(wish.port)
    except (OSError, OverflowError):
        tell(say(put(BUSY, port=wish.port, other=wish.port + 1)))
        return FAILED
    with listening:
        return _serve(reception, wish, say, tell, listening)


def missing_packages() -> Words | None:
    """What to say where a package is missing that a class needs; None where all are there."""
    try:
        import ifaddr  # noqa: F401
        import jinja2  # noqa: F401
        import segno  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ModuleNotFoundError:
        return put(INSTALL, line=f"pip install {PACKAGES}")
    return None


def _serve(
    reception: Reception,
    wish: Hosting,
    say: Translate,
    tell: Callable[[str], None],
    listening: socket.socket,
) -> int:
    from game.host.backing import FOLDER, TOGETHER, Unusable, city_at, journal_at
    from game.host.decisions import Refused
    from game.host.errors import ERRORS, log_into
    from game.host.house import House
    from game.host.journal import Unwritten, Writer
    from game.host.server import server
    from game.host.service import service

    folder = reception.home / FOLDER
    if wish.bus and not wish.db:
        tell(say(TOGETHER))
        return FAILED
    try:
        writer = Writer(journal_at(wish.db, folder))
        key = kept_key(folder / "key")
    except Unusable as unusable:
        tell(say(unusable.words))
        return FAILED
    except (Unwritten, OSError) as why:
        tell(say(put(NO_JOURNAL, folder=str(folder), why=str(why))))
        return FAILED
    house = House(reception, writer)
    serving, city = service(house, key, wish.port), None
    house.own = serving.addresses()[0]
    try:
        if wish.bus:
            house.city = city = city_at(wish.bus, house, house.own)
            city.take_free_rooms()
        else:
            house.resume()
        code = _opened(house, wish.case, wish.mode) if wish.case else ""
    except (Refused, Unusable) as no:
        tell(say(no.words))
        writer.close()
        return FAILED
    for notice in house.notices:
        tell(say(notice))
    _tell_ways(serving, code, say, tell)
    log_into(folder / ERRORS)
    _allow_many_streams()
    _collect_less_often()
    with suppress(KeyboardInterrupt):
        server(serving, city).run(sockets=[listening])
    tell(say(GOODBYE))
    return FINE


def _tell_ways(serving: Service, code: str, say: Translate, tell: Callable[[str], None]) -> None:
    """Say where students and the teacher go."""
    tell(say(HOSTED))
    if code:
        spaced = f"{code[:3]} {code[3:]}"
        tell(say(put(STUDENTS, address=serving.addresses()[0], code=spaced)))
    tell(say(put(TEACHER, address=f"http://127.0.0.1:{serving.port}/desk?key={serving.key}")))
    tell(say(put(ELSEWHERE, address=f"{serving.addresses()[0]}/desk?key={serving.key}")))


def _opened(house: House, case: str, mode: str) -> str:
    """The code of the room for the case: one that was left open, or a new one. Raises Refused."""
    from game.host.events import Mode

    shelved = house.shelf.get(case)
    for authority in house.rooms.values():
        opened = authority.room.opened
        if shelved and (opened.digest, opened.mode) == (shelved.digest, mode):
            return opened.code
    return house.open(case, Mode(mode)).opened.code


def _listening(port: int) -> socket.socket:
    """A socket on `port` of all addresses. Raises OSError where it is taken."""
    return socket.create_server(("0.0.0.0", port), backlog=2048)


def kept_key(path: Path) -> str:
    """The key of the desk, made once, readable by its owner only. Raises OSError."""
    with suppress(FileNotFoundError):
        if key := path.read_text(encoding="ascii").strip():
            return key
    path.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(18)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key + "\n")
    return key


def _allow_many_streams() -> None:
    """Each stream is an open file; some systems allow a program only 256 unless it asks."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, most), most))


def _collect_less_often() -> None:
    """What was loaded stays; to look through it again and again would hold up a class each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
