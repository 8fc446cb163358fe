"""What the pages of students and of the teacher share: the house, the limits, the addresses."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from game.host.address import addresses
from game.host.guards import Bucket
from game.host.house import House
from game.host.pages import Pages, language_of
from game.host.seat import SeatPages
from game.scenario.words import T

ONWARD = T("One moment: this page goes on by itself.")
MOST_STREAMS = 120  # desks and projectors that are open at a time, some for every room


@dataclass(slots=True)
class Service:
    """The class as it is served on `port`; whoever has the `key` is its teacher.

    `wrong` is one bucket for every wrong code of the whole school, which is one address.
    """

    house: House
    key: str
    port: int
    pages: Pages
    seats: SeatPages
    wrong: Bucket = field(default_factory=lambda: Bucket(60, 1))
    paces: dict[tuple[str, int], Bucket] = field(default_factory=dict)
    newest: dict[tuple[str, int], int] = field(default_factory=dict)
    streams: int = 0
    _found: tuple[str, ...] = ()

    @property
    def usual(self) -> str:
        """The language of whoever has not asked for one."""
        return self.house.reception.settings.language

    def language(self, request: Request) -> str:
        return language_of(request, self.usual)

    def pace(self, room: str, seat: int) -> None:
        """Let a seat ask so often and no more. Raises HTTPException."""
        bucket = self.paces.setdefault((room, seat), Bucket(60, 10))
        if not bucket.take():
            raise HTTPException(429, headers={"retry-after": "2"})

    def onward(self, request: Request, address: str) -> Response:
        """A page that leads to `address` at once."""
        language = self.language(request)
        answer = self.pages.html("message", language, said=self.pages.say(language)(ONWARD))
        answer.headers["refresh"] = f"0; url={address}"
        return answer

    def addresses(self) -> tuple[str, ...]:
        """Where students go, the likeliest first."""
        if not self._found:
            self.look()
        return self._found

    def look(self) -> None:
        """Look again under which addresses this computer can be reached."""
        self._found = tuple(f"http://{ip}{self._port}" for ip in addresses())

    @property
    def _port(self) -> str:
        return "" if self.port == 80 else f":{self.port}"


def service(house: House, key: str, port: int) -> Service:
    """The class of `house`, ready to be served."""
    return Service(house, key, port, Pages(house), SeatPages(house))


def number(request: Request, name: str) -> int:
    """A whole number out of the address; 0 where there is none."""
    text = request.query_params.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
