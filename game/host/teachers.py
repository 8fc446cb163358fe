"""What the teacher asks for: rooms, the desk of each, and its projector."""

from __future__ import annotations

import asyncio
import hashlib
import io
import secrets
import time
from collections.abc import Callable
from functools import partial

import segno
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from game.host import decisions, guards, steering, streams
from game.host.authority import Authority
from game.host.buttons import NOT_OURS, decision, whole
from game.host.decisions import Refused
from game.host.desk import MODES, Desk
from game.host.events import Mode
from game.host.hall import Hall, people_here
from game.host.house import GROUPS, MOST_GROUPS, hashed, new_slip
from game.host.names import so_many_seats
from game.host.page import Page, Shown
from game.host.pages import COOKIE
from game.host.room import Room
from game.host.service import MOST_STREAMS, Service, number
from game.host.students import COOKIE_OF_DESK, HALF_A_DAY
from game.scenario.words import T, Words, put
from game.session.listing import cases
from game.trial.show import case_card

PageFrom = Callable[[int], Page]
SLIP = T(
    "Slip for {name}: {slip}. Type it on the other device, in place of the code. It fits once."
)
REMOTE = 10 * 60  # seconds that the slip of a second desk fits
REMOTE_SLIP = T(
    "Slip for a second desk: {slip}. Type it on your other device, in place of the code, within "
    "ten minutes. It fits once; let no student see it."
)


class Teachers:
    """The pages that only whoever has the key may open."""

    def __init__(self, service: Service) -> None:
        self.service, self.house, self.pages = service, service.house, service.pages
        self.token = hashlib.sha256(f"desk {service.key}".encode()).hexdigest()[:32]
        self.desks = Desk(service.house, self.token)
        self.halls = Hall(service.house)

    def routes(self) -> list[Route]:
        return [
            Route("/desk", self.rooms, methods=["GET"]),
            Route("/desk", self.open, methods=["POST"]),
            Route("/desk/{room}", self.desk, methods=["GET"]),
            Route("/desk/{room}", self.do, methods=["POST"]),
            Route("/desk/{room}/news", self.desk_news, methods=["GET"]),
            Route("/desk/{room}/stream", self.desk_stream, methods=["GET"]),
            Route("/hall/{room}", self.hall, methods=["GET"]),
            Route("/hall/{room}/qr.svg", self.qr, methods=["GET"]),
            Route("/hall/{room}/news", self.hall_news, methods=["GET"]),
            Route("/hall/{room}/stream", self.hall_stream, methods=["GET"]),
        ]

    def must(self, request: Request) -> None:
        """Nothing, for whoever has the key. Raises HTTPException for all others."""
        given = request.cookies.get(COOKIE_OF_DESK, "")
        if not secrets.compare_digest(given.encode(), self.service.key.encode()):
            raise HTTPException(404)

    def _room(self, request: Request) -> Authority:
        self.must(request)
        name = request.path_params["room"]
        if name in self.house.deleted:
            raise HTTPException(410)
        authority = self.house.rooms.get(name)
        if authority is None or authority.room.closed:
            raise HTTPException(404)
        return authority

    async def rooms(self, request: Request) -> Response:
        """All rooms, and a form to open another; with the key in the address it is remembered."""
        language = self.service.language(request)
        if key := request.query_params.get("key"):
            return self._unlocked(key)
        self.must(request)
        answer = await self._rooms(language)
        _keep_language(request, answer, language)
        return answer

    def _unlocked(self, key: str) -> Response:
        if not secrets.compare_digest(key.encode(), self.service.key.encode()):
            raise HTTPException(404)  # it is too long to be guessed
        answer = RedirectResponse("/desk", 303)  # so that no address with the key is left in view
        answer.set_cookie(COOKIE_OF_DESK, key, HALF_A_DAY, httponly=True, samesite="strict")
        return answer

    async def _rooms(self, language: str, said: Words | None = None) -> Response:
        say = self.pages.say(language)
        others = await asyncio.to_thread(self.house.city.others) if self.house.city else []
        open_rooms = [
            (
                room.id,
                self._title(room, language),
                say(MODES[room.opened.mode]),
                say(so_many_seats(len(room.seats))),
            )
            for room in (authority.room for authority in self.house.rooms.values())
            if not room.closed
        ]
        shelved = list(cases(self.house.reception_in(language)))
        listed = [(str(path), card.case.title) for path, card in shelved]
        titles = {card.case.id: card.case.title for _, card in shelved}
        return self.pages.html(
            "rooms",
            language,
            409 if said else 200,
            said=say(said) if said else "",
            rooms=open_rooms,
            others=[
                (at, titles.get(opened.case, opened.case), say(people_here(n)))
                for at, opened, n in others
            ],
            cases=listed,
            groups=(GROUPS, MOST_GROUPS),
            token=self.token,
            notices=[say(words) for words in self.house.notices],
        )

    def _title(self, room: Room, language: str) -> str:
        return case_card(room.program.scenario, self.house.speech(language, room.opened.file)).title

    async def open(self, request: Request) -> Response:
        """Open a room for a case on the shelf."""
        self.must(request)
        language = self.service.language(request)
        given = dict(await guards.fields(request))
        shelved = {str(path) for path in self.house.shelf.files()}
        if given.get("token") != self.token or given.get("case") not in shelved:
            return await self._rooms(language, NOT_OURS)
        mode = Mode(given["mode"]) if given.get("mode") in list(Mode) else Mode.EACH
        groups, before = whole(given.get("groups", ""), GROUPS), given.get("after", "")
        try:
            room = self.house.open(given["case"], mode, groups, before)
            if old := self.house.rooms.get(before):
                await self._take_along(old, self.house.rooms[room.id])
        except Refused as refused:
            return await self._rooms(language, refused.words)
        return RedirectResponse(f"/desk/{room.id}", 303)

    async def _take_along(self, old: Authority, new: Authority) -> None:
        """The class of `old` goes on in `new`: its browsers find their seats there."""
        await new.act(partial(steering.come_along, old.ahead), "desk")
        await old.act(partial(decisions.close), "desk")

    async def desk(self, request: Request) -> Response:
        room, language = self._room(request).room, self.service.language(request)
        answer = self._desk(room, language)
        _keep_language(request, answer, language)
        return answer

    def _desk(
        self, room: Room, language: str, said: Words | None = None, status: int = 200
    ) -> Response:
        page = self.desks.page(room, language, self.house.reached)
        say = self.house.speech(language, room.opened.file).text
        return self.pages.live(
            "desk",
            language,
            page,
            status,
            said=say(said) if said else "",
            room=room,
            title=self._title(room, language),
            mode=say(MODES[room.opened.mode]),
            code=f"{room.opened.code[:3]} {room.opened.code[3:]}",
            addresses=self.service.addresses(),
            token=self.token,
        )

    async def do(self, request: Request) -> Response:
        """One thing that the teacher does."""
        authority, language = self._room(request), self.service.language(request)
        given = dict(await guards.fields(request))
        if given.get("token") != self.token:
            return self._desk(authority.room, language, NOT_OURS, 409)
        number = whole(given.get("seat", ""))
        try:
            if given.get("act") == "slip":
                return await self._slip(authority, number, language)
            if given.get("act") == "remote":
                return self._remote(authority.room, language)
            wanted = given.get("act", ""), given.get("value", ""), number, given.get("court", "")
            await authority.act(decision(*wanted), "desk")
        except Refused as refused:
            return self._desk(authority.room, language, refused.words, 409)
        if authority.room.closed:
            return RedirectResponse("/desk", 303)
        # Back to the row of a seat: in a class of forty it is far down the page.
        at = f"#role-{number}" if number in authority.room.seats else ""
        return RedirectResponse(f"/desk/{authority.room.id}{at}", 303)

    async def _slip(self, authority: Authority, seat: int, language: str) -> Response:
        """Write a slip and show it once; only its hash is kept."""
        slip = new_slip()
        await authority.act(partial(decisions.slip, seat=seat, hashed=hashed(slip)), "desk")
        room = authority.room
        return self._desk(room, language, put(SLIP, name=room.seats[seat].name, slip=slip))

    def _remote(self, room: Room, language: str) -> Response:
        """Write a slip for a second desk; it fits once, and not for long."""
        slip = new_slip()
        self.house.remote = hashed(slip), time.monotonic() + REMOTE
        return self._desk(room, language, put(REMOTE_SLIP, slip=slip))

    async def hall(self, request: Request) -> Response:
        room, language = self._room(request).room, self.service.language(request)
        answer = self.pages.live(
            "hall",
            language,
            self.halls.page(room, language, self.service.addresses()[0]),
            room=room,
            title=self._title(room, language),
        )
        _keep_language(request, answer, language)
        return answer

    async def qr(self, request: Request) -> Response:
        """The way into the room, to point a camera at."""
        opened = self._room(request).room.opened
        drawn = io.BytesIO()
        way = segno.make(f"{self.service.addresses()[0]}/?t={opened.token}", micro=False)
        way.save(drawn, kind="svg", scale=8, border=3, light="white", xmldecl=False)
        return Response(drawn.getvalue(), media_type="image/svg+xml")

    def _desk_page(self, authority: Authority, language: str, first: int) -> Page:
        if authority.room.closed:
            raise streams.Lost("gone")
        return self.desks.page(authority.room, language, self.house.reached)

    def _hall_page(self, authority: Authority, language: str, first: int) -> Page:
        if authority.room.closed:
            raise streams.Lost("gone")
        return self.halls.page(authority.room, language, self.service.addresses()[0], first)

    async def desk_news(self, request: Request) -> Response:
        authority = self._room(request)
        page = partial(self._desk_page, authority, self.service.language(request))
        return await self._news(request, authority, page)

    async def desk_stream(self, request: Request) -> ASGIApp:
        authority = self._room(request)
        page = partial(self._desk_page, authority, self.service.language(request))
        return self._stream(request, authority, page)

    async def hall_news(self, request: Request) -> Response:
        authority = self._room(request)
        page = partial(self._hall_page, authority, self.service.language(request))
        return await self._news(request, authority, page)

    async def hall_stream(self, request: Request) -> ASGIApp:
        authority = self._room(request)
        page = partial(self._hall_page, authority, self.service.language(request))
        return self._stream(request, authority, page)

    async def _news(self, request: Request, authority: Authority, page: PageFrom) -> Response:
        after, first = number(request, "after"), number(request, "lines")
        try:
            news = await streams.poll(self.house, authority, page, first, after)
        except streams.Lost:
            raise HTTPException(404) from None
        return Response(news, media_type="application/json")

    def _stream(self, request: Request, authority: Authority, page: PageFrom) -> ASGIApp:
        if self.service.streams >= MOST_STREAMS:
            raise HTTPException(429, headers={"retry-after": "5"})
        first = number(request, "lines")

        def shown(first: int) -> Shown:
            return Shown(page(first))

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            self.service.streams += 1
            try:
                await streams.Stream(self.house, authority, shown, first, rest=streams.AT_A_GLANCE)(
                    scope, receive, send
                )
            finally:
                self.service.streams -= 1

        return counted


def _keep_language(request: Request, answer: Response, language: str) -> None:
    if request.query_params.get("lang") == language:
        answer.set_cookie(COOKIE, language, HALF_A_DAY, httponly=True, samesite="strict")
