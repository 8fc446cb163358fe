"""The desk's last page: the report of a class, its files, and the way to forget; and what is kept.

Whoever has the key sees reports, also of classes that are over; what is stored anybody may read.
"""

from __future__ import annotations

import asyncio

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game.host import guards
from game.host.archive import Kept, Lost, kept_room, kept_rooms
from game.host.buttons import NOT_OURS
from game.host.decisions import Refused
from game.host.desk import MODES
from game.host.journal import Taken, Unwritten
from game.host.names import so_many_seats
from game.host.pages import TAGS
from game.host.report.files import INSTALL, NO_WORKBOOK, WRITERS, ending_of
from game.host.report.model import Report, Voice
from game.host.report.page import body, heading
from game.host.report.stored import stored
from game.host.report.telling import Reporter, titles
from game.host.teachers import Teachers
from game.host.tree import el, written
from game.scenario.words import T, Words, put
from game.session.settings import CODES

FORGOTTEN = T("It is deleted.")
NOT_FORGOTTEN = T("It could not be deleted ({why}).")
MOST_DIGITS = 6


class Reports:
    """The pages about what classes came to."""

    def __init__(self, teachers: Teachers) -> None:
        self.teachers, self.service, self.house = teachers, teachers.service, teachers.house
        self.reporter = Reporter(self.house.reception.apart())

    def routes(self) -> list[Route]:
        return [
            Route("/kept", self.kept, methods=["GET"]),
            Route("/desk/reports", self.all, methods=["GET"]),
            Route("/desk/{room}/report", self.page, methods=["GET"]),
            Route("/desk/{room}/report/{file}", self.file, methods=["GET"]),
            Route("/desk/{room}/forget", self.forget, methods=["POST"]),
        ]

    async def kept(self, request: Request) -> Response:
        """What is stored, in all languages, that of the reader first."""
        language, pages = self.service.language(request), self.service.pages
        place = self.house.writer.journal.place
        told = [
            el("section", stored(pages.say(code), place), lang=TAGS[code])
            for code in sorted(CODES, key=lambda code: code != language)
        ]
        return pages.html("kept", language, told=written(tuple(told)))

    async def all(self, request: Request) -> Response:
        """All classes that are kept, the latest first."""
        self.teachers.must(request)
        return await self._all(request)

    async def _all(self, request: Request, said: Words | None = None) -> Response:
        language, pages = self.service.language(request), self.service.pages
        say = pages.say(language)
        found = await asyncio.to_thread(lambda: list(kept_rooms(self.house.writer.journal)))
        listed = [(kept.name, kept.at[:10], *self._about(kept, language)) for kept in found[::-1]]
        return pages.html("reports", language, rooms=listed, said=say(said) if said else "")

    def _about(self, kept: Kept, language: str) -> tuple[str, str]:
        """The case of a room, and how it was played by how many."""
        say, opened = self.service.pages.say(language), kept.opened
        if opened is None:
            return "?", ""
        count = so_many_seats(len(kept.seats))
        title = titles(self.house.reception_in(language)).get(opened.case, opened.case)
        return title, say(T("{one}, {other}", one=MODES[opened.mode], other=count))

    async def _kept(self, request: Request) -> Kept:
        self.teachers.must(request)
        name = request.path_params["room"]
        kept = await asyncio.to_thread(kept_room, self.house.writer.journal, name)
        if kept is None:
            raise HTTPException(404)
        return kept

    async def _report(self, kept: Kept) -> Report:
        """The report of a room as it is now. Raises Lost."""
        authority = self.house.rooms.get(kept.name)
        room = authority.room if authority else None
        return Report((await asyncio.to_thread(self.reporter.report, kept, "", room),))

    async def page(self, request: Request) -> Response:
        return await self._page(request, await self._kept(request))

    async def _page(
        self, request: Request, kept: Kept, said: Words | None = None, status: int = 200
    ) -> Response:
        language, pages = self.service.language(request), self.service.pages
        say = pages.say(language)
        voice = Voice(language, say)
        told = Markup()
        try:
            report = await self._report(kept)
            title, told = heading(report, voice), written(body(report, voice))
        except Lost as lost:
            title, said = self._about(kept, language)[0], said or lost.words
        return pages.html(
            "report",
            language,
            status,
            room=kept.name,
            title=title,
            told=told,
            seats=[(seat, say(kept.name_of(seat))) for seat in sorted(kept.seats)],
            endings=list(WRITERS) if told else [],
            token=self.teachers.token,
            said=say(said) if said else "",
            is_open=kept.name in self.house.rooms and not kept.closed,
        )

    async def file(self, request: Request) -> Response:
        """The report as a file to keep."""
        kept, ending = await self._kept(request), ending_of(request.path_params["file"])
        if ending is None:
            raise HTTPException(404)
        language = self.service.language(request)
        voice = Voice(language, self.service.pages.say(language))
        kind, write = WRITERS[ending]
        try:
            content = await asyncio.to_thread(write, await self._report(kept), voice, ())
        except ModuleNotFoundError:
            return await self._page(request, kept, put(NO_WORKBOOK, line=INSTALL), 409)
        except Lost as lost:
            return await self._page(request, kept, lost.words, 409)
        name = f"report_{kept.at[:10]}_{kept.name[:6]}{ending}"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type=kind, headers=headers)

    async def forget(self, request: Request) -> Response:
        """Delete what is kept of a room, or of one seat of it."""
        kept = await self._kept(request)
        given = dict(await guards.fields(request))
        if given.get("token") != self.teachers.token or given.get("sure") != "yes":
            return await self._page(request, kept, NOT_OURS, 409)
        seat = _seat(given.get("seat", ""))
        if seat is not None and seat not in kept.seats:
            return await self._page(request, kept, NOT_OURS, 409)
        try:
            await self.house.forget(kept.name, seat)
        except Refused as refused:
            return await self._page(request, kept, refused.words, 409)
        except (Taken, Unwritten) as failed:
            return await self._page(request, kept, put(NOT_FORGOTTEN, why=str(failed)), 409)
        if seat is None:
            return RedirectResponse("/desk/reports", 303)
        return await self._page(request, await self._kept(request), FORGOTTEN)


def _seat(text: str) -> int | None:
    """The number of a seat; None is the whole room, and what is no number is no seat."""
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0
