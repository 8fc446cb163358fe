"""A page goes on where its room is now: it asks any server for it, and brings its seat along."""

from __future__ import annotations

import secrets
from contextlib import suppress
from functools import partial

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from game.host import decisions
from game.host.authority import Authority
from game.host.decisions import Refused
from game.host.house import hashed
from game.host.passage import proof
from game.host.room import Seat
from game.host.students import AID, Act, Students, keep_key, new_key

MOST_WAITING = 8 * 1024  # letters of answers that come along
# Asked from pages of other servers; nothing that is secret is said, and no cookie comes along.
FOR_ALL = {"access-control-allow-origin": "*"}


class Moving:
    """The pages by which other pages find their room again."""

    def __init__(self, students: Students) -> None:
        self.students, self.house = students, students.house

    def routes(self) -> list[Route]:
        return [
            Route("/where/{room}", self.where, methods=["GET"]),
            Route("/seat/come", self.come, methods=["GET"]),
        ]

    async def where(self, request: Request) -> Response:
        """Whether a room is here."""
        here = request.path_params["room"] in self.house.rooms
        return JSONResponse({"here": here}, headers=FOR_ALL)

    async def come(self, request: Request) -> Response:
        """Let the page that proves whose it is go on here, with a new key for its browser."""
        room, way = (request.query_params.get(name, "") for name in ("room", "way"))
        authority = self.house.rooms.get(room)
        if authority is None:
            owner = self.house.elsewhere(room)
            if owner == "":
                raise HTTPException(503)
            return RedirectResponse(f"{owner}/seat/come?{request.url.query}" if owner else "/", 303)
        # Not a redirect: whoever comes from another server's page would not bring the cookie along.
        answer = self.students.service.onward(request, "/seat")
        if seat := _seat_of(authority, way):
            key = new_key(authority)
            come = partial(decisions.come_over, old=seat.key, key=hashed(key))
            try:
                await authority.act(come, "door")
            except Refused:
                raise HTTPException(503) from None
            keep_key(answer, key)
            await self._count(authority, seat, request.query_params.get("out", ""))
        return answer

    async def _count(self, authority: Authority, seat: Seat, waiting: str) -> None:
        """Take the answers that could not be sent where the page was. Each counts once."""
        try:
            acts = msgspec.json.decode(waiting[:MOST_WAITING], type=tuple[Act, ...])
        except msgspec.MsgspecError:
            return
        for act in acts:
            if AID.fullmatch(act.aid):
                with suppress(Refused):  # as after any late answer, the page shows what counts
                    await self.students.take(authority, seat, act)


def _seat_of(authority: Authority, way: str) -> Seat | None:
    """The seat whose page brings the proof `way`."""
    for seat in authority.room.seats.values():
        if seat.key and secrets.compare_digest(proof(seat.key).encode(), way.encode()):
            return seat
    return None
