"""The server: its pages, its files, what it does between requests, and how it leaves."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import time
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from game.host.address import own_names
from game.host.archive import A_DAY
from game.host.authority import DELETED
from game.host.backing import FOLDER
from game.host.errors import ERRORS, forget_errors
from game.host.guards import Guard
from game.host.house import House
from game.host.journal import Unwritten
from game.host.moving import Moving
from game.host.pages import HERE
from game.host.report.pages import Reports
from game.host.service import Service
from game.host.students import Students
from game.host.teachers import Teachers
from game.scenario.words import T

if TYPE_CHECKING:
    from game.host.city import City

HEARTBEAT = 12.0  # seconds
FOLLOW = 2.0  # seconds between two looks at what other processes did to the rooms here
FILES = {
    "court.js": "text/javascript; charset=utf-8",
    "court.css": "text/css; charset=utf-8",
    "report.css": "text/css; charset=utf-8",
}
WRONG = {
    401: T("You have no seat here any more. Ask your teacher for the code."),
    404: T("There is nothing here. Ask your teacher for the address."),
    410: DELETED,
    413: T("That was too long."),
    429: T("That was too fast. Wait a moment."),
    503: T("Your room is moving to another computer. This page goes on by itself."),
}
FAILED = T("Something went wrong here. Load the page again; what you handed in is kept.")


def application(
    service: Service, names: Collection[str] | None = None, city: City | None = None
) -> ASGIApp:
    """The pages of `service`. `names` are those that this computer answers to.

    Among several workers, `city` knows of the others.
    """
    named = frozenset(names) if names is not None else own_names()

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        going = [_beat(service), _forget(service.house), _follow(service.house)]
        going += [city.go_on(), city.listen()] if city else []
        tasks = [asyncio.create_task(one) for one in going]
        yield
        for task in tasks:
            task.cancel()
        service.house.leave()
        if city:
            await asyncio.to_thread(city.leave)
        await asyncio.to_thread(service.house.let_go)
        await asyncio.to_thread(service.house.writer.close)

    async def wrong(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        words = WRONG.get(status, FAILED)
        language = service.language(request)
        headers = error.headers if isinstance(error, HTTPException) else None
        if status == 503:
            again = "2" if request.method == "GET" else "2; url=/seat"
            headers = {"refresh": again}  # by then the room has moved
        if request.url.path == "/seat/answer" and status == 401:
            return RedirectResponse("/", 303)
        if request.url.path.endswith(("/act", "/news", "/stream", "/here")):
            says = service.pages.say(language)(words)
            return JSONResponse({"why": says}, status, headers)
        answer = service.pages.html(
            "message", language, status, said=service.pages.say(language)(words)
        )
        answer.headers.update(headers or {})
        return answer

    students, teachers = Students(service), Teachers(service)
    moving = Moving(students)
    app = Starlette(
        routes=[
            *students.routes(),
            *moving.routes(),
            *Reports(teachers).routes(),
            *teachers.routes(),
            Route("/{name}", _file, methods=["GET"]),
        ],
        exception_handlers={HTTPException: wrong, Exception: wrong},
        lifespan=life,
    )
    return Guard(Noticing(Parted(app, students.stream), service.house), named)


@dataclass(frozen=True, slots=True)
class Parted:
    """Gives the streams of students an answer of their own, and all else to the pages."""

    pages: ASGIApp
    streams: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        streams = scope["type"] == "http" and scope["path"] == "/seat/stream"
        await (self.streams if streams else self.pages)(scope, receive, send)


class Noticing:
    """Notes that another device has come by: then students can reach this computer."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self.app, self.house = app, house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self.house.reached and (client := scope.get("client")):
            with suppress(ValueError):
                self.house.reached = not ipaddress.ip_address(client[0]).is_loopback
        await self.app(scope, receive, send)


async def _file(request: Request) -> Response:
    """The script or the style sheet."""
    name = request.path_params["name"]
    if name == "favicon.ico":  # browsers ask for one by themselves
        return Response(status_code=204)
    if name not in FILES:
        raise HTTPException(404)
    content = (HERE / "static" / name).read_bytes()
    return Response(content, media_type=FILES[name], headers={"cache-control": "no-cache"})


async def _beat(service: Service) -> None:
    """Look around from time to time: who is away, and where this computer can be reached."""
    while True:
        await asyncio.sleep(HEARTBEAT)
        await asyncio.to_thread(service.look)
        await service.house.look_around()


async def _forget(house: House) -> None:
    """Every day, delete the rooms whose time has come, and what went wrong long ago."""
    while True:
        with suppress(Unwritten):  # then tomorrow
            await house.forget_old()
        log = house.reception.home / FOLDER / ERRORS
        await asyncio.to_thread(forget_errors, log, time.time())
        await asyncio.sleep(A_DAY)


async def _follow(house: House) -> None:
    """Notice what other processes do to the rooms that are open here."""
    while True:
        await asyncio.sleep(FOLLOW)
        try:
            await house.follow()
        except Unwritten:
            continue  # the journal cannot be read now
        except Exception:  # what one room cannot read must not keep the others from being seen to
            logging.getLogger("uvicorn.error").exception("a room could not be followed")


class PoliteServer(uvicorn.Server):
    """Says goodbye to open streams before it waits for them to end."""

    def __init__(self, config: uvicorn.Config, house: House) -> None:
        super().__init__(config)
        self.house = house

    async def shutdown(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        self.house.leave()
        await super().shutdown(sockets)  # type: ignore[arg-type]


def reader() -> type[asyncio.Protocol] | Literal["h11"]:
    """What reads requests: the faster one where the extra `fast` is installed."""
    try:
        from game.host.wire import BoundedProtocol
    except ImportError:
        return "h11"
    return BoundedProtocol


def server(service: Service, city: City | None = None) -> PoliteServer:
    """A server for `service` on all addresses of this computer."""
    config = uvicorn.Config(
        application(service, city=city),
        host="0.0.0.0",
        port=service.port,
        http=reader(),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
        timeout_keep_alive=20,
        limit_concurrency=4000,
        h11_max_incomplete_event_size=16 * 1024,
    )
    return PoliteServer(config, service.house)
