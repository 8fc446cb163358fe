"""What students ask for: a way in, their page, its news, and that their answer counts."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

import msgspec
from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from game.host import decisions, guards, steering, streams
from game.host.authority import DELETED, Authority
from game.host.buttons import NOT_OURS, whole
from game.host.decisions import Refused
from game.host.forms import picks_in
from game.host.house import LATE, SOON, WRONG, hashed
from game.host.page import Page, Shown, with_mine
from game.host.pages import COOKIE
from game.host.passage import POLICY, policy, proof, way_to
from game.host.places import Place
from game.host.record import case_file
from game.host.room import Room, Seat
from game.host.seat import page_token, seat_role
from game.host.service import Service, number
from game.scenario.steps import Role
from game.scenario.words import T, Words
from game.trial.show import case_card
from game.trial.terms import role_name

COOKIE_OF_SEAT, COOKIE_OF_DESK = "seat", "desk"
HALF_A_DAY = 12 * 60 * 60
AID = re.compile(r"[0-9A-Za-z-]{8,64}")
TOO_MANY_WRONG = T("There were too many wrong codes. Wait a minute, or point a camera at the QR.")


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """An answer as the script sends it; `aid` names it, so that it can be sent again."""

    aid: str
    page: str
    revision: int
    ask: str
    picks: tuple[str, ...]


class Students:
    """The pages that students open."""

    def __init__(self, service: Service) -> None:
        self.service, self.house, self.pages = service, service.house, service.pages

    def routes(self) -> list[Route]:
        return [
            Route("/", self.door, methods=["GET"]),
            Route("/join", self.join, methods=["POST"]),
            Route("/seat", self.seat, methods=["GET"]),
            Route("/seat/answer", self.answer, methods=["POST"]),
            Route("/seat/act", self.act, methods=["POST"]),
            Route("/seat/language", self.language, methods=["POST"]),
            Route("/seat/task", self.task, methods=["POST"]),
            Route("/seat/here", self.here, methods=["POST"]),
            Route("/seat/news", self.news, methods=["GET"]),
        ]

    def _who(self, request: Request) -> tuple[Authority, Seat] | None:
        found = self.house.by_key(request.cookies.get(COOKIE_OF_SEAT, ""))
        if found:
            self.service.pace(found[0].room.id, found[1].number)
        return found

    def _must(self, request: Request) -> tuple[Authority, Seat]:
        found = self._who(request)
        if found is None:
            if self._room_of(request) in self.house.deleted:
                raise HTTPException(410)
            # While a room is elsewhere its pages try again, and lead there when they are loaded.
            elsewhere = self.house.elsewhere(self._room_of(request))
            raise HTTPException(401 if elsewhere is None else 503)
        return found

    def _room_of(self, request: Request) -> str:
        """The room for which a browser has a key."""
        return request.cookies.get(COOKIE_OF_SEAT, "").partition(".")[0]

    def _at_another(self, request: Request, code: str) -> Response | None:
        """The door of the worker that has the room of `code`."""
        city = self.house.city
        owner = city.elsewhere(city.room_of(code)) if city else None
        # Not a redirect: our policy lets no form lead to another server.
        return self.service.onward(request, f"{owner}/?t={quote(code)}") if owner else None

    async def door(self, request: Request) -> Response:
        """The page on which a code is typed; a QR code brings its own."""
        language = self.service.language(request)
        token = request.query_params.get("t", "")
        answer = self._door(language, token=token[:64], seated=self._who(request) is not None)
        if request.query_params.get("lang") == language:
            answer.set_cookie(COOKIE, language, HALF_A_DAY, httponly=True, samesite="strict")
        return answer

    def _door(
        self,
        language: str,
        said: Words | None = None,
        token: str = "",
        seated: bool = False,
        status: int = 200,
    ) -> Response:
        says = self.pages.say(language)(said) if said else ""
        return self.pages.html(
            "join", language, status, said=says, token=token, seated=seated, roles=(), case=""
        )

    async def join(self, request: Request) -> Response:
        """Take a seat in the room of a code, or bring one along with a slip."""
        language = self.service.language(request)
        given = dict(await guards.fields(request))
        code = "".join(given.get("code", "").split())[:64]
        if not self._may_try(code):
            return self._door(language, TOO_MANY_WRONG, status=429)
        authority, slip = self.house.by_code(code), code.upper()
        if authority is None and (away := self._at_another(request, code)):
            return away
        old = None if authority else self.house.by_slip(slip)
        key = new_key(authority or old)
        if old is not None:
            return await self._enter(
                old,
                partial(decisions.hand_over, hashed=hashed(slip), key=hashed(key)),
                key,
                language,
            )
        if authority is None and self.house.is_remote(slip):
            answer: Response = RedirectResponse("/desk", 303)
            key = self.service.key
            answer.set_cookie(COOKIE_OF_DESK, key, HALF_A_DAY, httponly=True, samesite="strict")
            return answer
        if authority is None:
            self.service.wrong.take()
            return self._door(language, WRONG, status=404)
        role = given.get("role", "")
        if not authority.room.together and role not in list(Role):
            return self._choose(authority, language, code)
        join = partial(
            decisions.join,
            key=hashed(key),
            language=language,
            role=Role(role) if role in list(Role) else None,
            quiet=given.get("quiet") == "yes",
        )
        return await self._enter(authority, join, key, language)

    def _may_try(self, code: str) -> bool:
        """Whether a code may be tried now; the long one of a QR code cannot be guessed."""
        return len(code) > 8 or self.service.wrong.has_any()

    def _choose(self, authority: Authority, language: str, code: str) -> Response:
        room = authority.room
        say = self.house.speech(language, room.opened.file).text
        proceeding = room.program.scenario.proceeding
        roles = [(role.value, say(role_name(role, proceeding))) for role in Role]
        title = case_card(
            room.program.scenario, self.house.speech(language, room.opened.file)
        ).title
        return self.pages.html("join", language, token=code, seated=False, roles=roles, case=title)

    async def _enter(
        self, authority: Authority, decision: partial[decisions.Events], key: str, language: str
    ) -> Response:
        try:
            await authority.act(decision, "door")
        except Refused as refused:
            return self._door(language, refused.words, status=409)
        answer = RedirectResponse("/seat", 303)
        keep_key(answer, key)
        return answer

    async def seat(self, request: Request) -> Response:
        if found := self._who(request):
            return self._seat(*found)
        room = self._room_of(request)
        owner = self.house.elsewhere(room)
        if owner == "":
            raise HTTPException(503)
        if owner:
            key = hashed(request.cookies[COOKIE_OF_SEAT])
            return RedirectResponse(way_to(owner, room, key), 303)
        if room in self.house.deleted:
            return self._door(self.service.language(request), DELETED, status=410)
        return RedirectResponse("/", 303)

    def _seat(self, authority: Authority, seat: Seat, said: Words | None = None) -> Response:
        room = authority.room
        seat = room.seats.get(seat.number, seat)
        self.house.hear(room, seat, LATE)
        speech = self.house.speech(seat.language, room.opened.file)
        card = case_card(room.program.scenario, speech)
        peers = self.house.city.peers if self.house.city else ()
        page = self.pages.live(
            "seat",
            seat.language,
            self.service.seats.page(room, seat),
            409 if said else 200,
            said=speech.text(said),
            title=card.title,
            name=speech.text(seat.name),
            role=speech.text(seat_role(room, seat)),
            case_file=case_file(card, speech.text),
            token=page_token(seat),
            room=room.id,
            way=proof(seat.key),
            peers=" ".join(peers),
        )
        if peers:
            page.headers[POLICY] = policy(peers)
        return page

    async def answer(self, request: Request) -> Response:
        """An answer by a plain form."""
        authority, seat = self._must(request)
        given = await guards.fields(request)
        named = dict(given)
        revision = named.get("revision", "")
        if named.get("page") != page_token(seat) or not (revision.isascii() and revision.isdigit()):
            return self._seat(authority, seat, NOT_OURS)
        self.house.hear(authority.room, seat, LATE)
        try:
            await self._answer(
                authority, seat, int(revision[:9]), named.get("ask", ""), picks_in(given), None
            )
        except Refused as refused:
            return self._seat(authority, seat, refused.words)
        return RedirectResponse("/seat#prompt", 303)

    async def act(self, request: Request) -> Response:
        """An answer by the script, which sends it again until it hears how it went."""
        authority, seat = self._must(request)
        try:
            act = msgspec.json.decode(await guards.body(request), type=Act)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise HTTPException(400) from None
        say = self.house.speech(seat.language).text
        if act.page != page_token(seat) or not AID.fullmatch(act.aid):
            return JSONResponse({"why": say(NOT_OURS)}, 409)
        self.house.hear(authority.room, seat, SOON)
        try:
            await self.take(authority, seat, act)
        except Refused as refused:
            return JSONResponse({"why": say(refused.words)}, 409)
        return JSONResponse({"seq": authority.room.seq})

    async def take(self, authority: Authority, seat: Seat, act: Act) -> None:
        """Let `act` count, once however often it comes. Raises Refused."""
        picks = picks_in(("pick", value) for value in act.picks)
        aid = f"{seat.number}.{act.aid}"
        await self._answer(authority, seat, act.revision, act.ask, picks, aid)

    async def _answer(
        self,
        authority: Authority,
        seat: Seat,
        revision: int,
        ask: str,
        picks: tuple[str, ...],
        aid: str | None,
    ) -> None:
        away = self.house.away(authority.room) - {seat.number}
        decision = partial(
            decisions.answer, seat=seat.number, revision=revision, ask=ask, picks=picks, away=away
        )
        await authority.act(decision, f"seat {seat.number}", aid)

    async def language(self, request: Request) -> Response:
        authority, seat = self._must(request)
        named = dict(await guards.fields(request))
        if named.get("page") != page_token(seat):
            return self._seat(authority, seat, NOT_OURS)
        decision = partial(decisions.speak, seat=seat.number, language=named.get("language", ""))
        return await self._decided(authority, seat, decision)

    async def task(self, request: Request) -> Response:
        """What a job asks for, and the wish to have no speaking part."""
        authority, seat = self._must(request)
        named = dict(await guards.fields(request))
        value = named.get("value", "")
        if named.get("page") != page_token(seat) or named.get("act") not in ("read", "quiet"):
            return self._seat(authority, seat, NOT_OURS)
        if named["act"] == "read":
            decision = partial(steering.read_aloud, seat=seat.number, lines=whole(value))
        else:
            decision = partial(steering.hush, seat=seat.number, quiet=value == "yes")
        return await self._decided(authority, seat, decision)

    async def _decided(
        self, authority: Authority, seat: Seat, decision: partial[decisions.Events]
    ) -> Response:
        try:
            await authority.act(decision, f"seat {seat.number}")
        except Refused as refused:
            return self._seat(authority, seat, refused.words)
        return RedirectResponse("/seat", 303)

    async def here(self, request: Request) -> Response:
        """The script says from time to time that somebody is there."""
        authority, seat = self._must(request)
        self.house.hear(authority.room, seat, SOON)
        return Response(status_code=204)

    def _page(self, authority: Authority, seat: Seat, first: int) -> Page:
        now = sitting(authority.room, seat)
        return self.service.seats.page(authority.room, now, first)

    async def news(self, request: Request) -> Response:
        authority, seat = self._must(request)
        self.house.hear(authority.room, seat, SOON)
        page = partial(self._page, authority, seat)
        after, first = number(request, "after"), number(request, "lines")
        try:
            news = await streams.poll(self.house, authority, page, first, after)
        except streams.Lost:
            raise HTTPException(401) from None
        told = with_mine(news, page_token(seat).encode())
        return Response(told, media_type="application/json")

    async def stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The newest stream of a seat; those that were open before are told to stop.

        It stays for a whole lesson, so it is answered without all that stands around a page.
        """
        request = Request(scope)
        try:
            authority, seat = self._must(request)
            self.house.hear(authority.room, seat, SOON)
            where = authority.room.id, seat.number
            mine = self.service.newest[where] = self.service.newest.get(where, 0) + 1
            if mine > 1:
                authority.ring()
            page = OpenPage(self.service, authority, seat, mine)
            first, token = number(request, "lines"), page_token(seat).encode()
            del request
            await streams.Stream(self.house, authority, page, first, token)(scope, receive, send)
        except HTTPException as error:
            await Response(status_code=error.status_code)(scope, receive, send)


def keep_key(answer: Response, key: str) -> None:
    """Let the browser keep the `key` of its seat."""
    answer.set_cookie(COOKIE_OF_SEAT, key, HALF_A_DAY, httponly=True, samesite="strict")


def new_key(authority: Authority | None) -> str:
    """What a browser is to keep; any worker reads from it where whoever has it belongs."""
    room = authority.room.id if authority else ""
    return f"{room}.{secrets.token_urlsafe(16)}"


@dataclass(slots=True)
class OpenPage:
    """A page that a student has open: what it shows now. It is asked at every piece of news."""

    service: Service
    authority: Authority
    seat: Seat
    mine: int
    _place: Place | None = None

    def __call__(self, first: int) -> Shown:
        """The page from line `first` on. Raises Lost where it is no longer the one that counts."""
        room, pages = self.authority.room, self.service.seats
        now = room.seats.get(self.seat.number)
        if now is not self.seat:
            self.seat, self._place = sitting(room, self.seat), None
        if self.service.newest[room.id, self.seat.number] != self.mine:
            raise streams.Lost("elsewhere")
        if room.closed or self.service.house.rooms.get(room.id) is not self.authority:
            raise streams.Lost("gone")
        if self._place is None or not self._place.holds(room, self.seat):
            self._place = pages.place(room, self.seat)
        return pages.shown_at(self._place, room, self.seat, first)


def sitting(room: Room, seat: Seat) -> Seat:
    """The `seat` as it is now. Raises Lost where it is nobody's, or somebody else's."""
    now = room.seats.get(seat.number)
    if now is None or now.key != seat.key or room.closed:
        raise streams.Lost("gone")
    return now
