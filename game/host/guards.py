"""What every request passes first: is it for us, from our own pages, small enough, not too fast."""

from __future__ import annotations

import asyncio
import ipaddress
import time
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 16 * 1024
MOST_FIELDS = 400
WIRE = "court.wire"  # in a scope: the connection itself, where the server lets us have it
PATIENCE = 10.0  # seconds for a body to arrive
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not `no-referrer`: with that, browsers send forms with “Origin: null”.
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}
OURS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]


@dataclass(slots=True)
class Bucket:
    """Allows `most` at once and then `per_second`."""

    most: float
    per_second: float
    _left: float = field(init=False)
    _at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._left = self.most

    def has_any(self) -> bool:
        """Whether one more would be allowed now."""
        now = time.monotonic()
        self._left = min(self.most, self._left + (now - self._at) * self.per_second)
        self._at = now
        return self._left >= 1

    def take(self) -> bool:
        """Use one up; False if there is none."""
        if not self.has_any():
            return False
        self._left -= 1
        return True


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets only requests through that are meant for us, and gives every answer our headers.

    `names` are those that the computer answers to. A number as an address is always ours: only
    names can be turned against us by whoever runs their name server.
    """

    app: ASGIApp
    names: frozenset[str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                theirs = {name for name, _ in message["headers"]}
                added = (one for one in OURS if one[0] not in theirs)
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        if wire := getattr(getattr(send, "__self__", None), "transport", None):
            scope[WIRE] = wire
        headers = Headers(scope=scope)
        if not is_ours(headers.get("host", ""), self.names):
            await PlainTextResponse("Wrong address.", 421)(scope, receive, guarded)
        elif scope["method"] == "POST" and not is_from_our_page(headers):
            await PlainTextResponse("Not from our page.", 403)(scope, receive, guarded)
        else:
            await self.app(scope, receive, guarded)


@lru_cache(maxsize=64)
def is_ours(host: str, names: frozenset[str]) -> bool:
    """Whether a browser that asks for `host` means this computer."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name.lower() in names
    return True


def is_from_our_page(headers: Headers) -> bool:
    """Whether a form or a script of our own sent this. Old browsers do not say where from."""
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


async def body(request: Request) -> bytes:
    """The whole body of a small request. Raises HTTPException for a large or a slow one."""
    content = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for part in request.stream():
                content += part
                if len(content) > MOST_BODY:
                    raise HTTPException(413)
    except TimeoutError:
        raise HTTPException(408) from None
    return bytes(content)


async def fields(request: Request) -> list[tuple[str, str]]:
    """The fields of a form, in order. Raises HTTPException where it is none."""
    try:
        return parse_qsl((await body(request)).decode(), max_num_fields=MOST_FIELDS)
    except (UnicodeDecodeError, ValueError):
        raise HTTPException(400) from None
