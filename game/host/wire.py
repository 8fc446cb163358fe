"""How requests are read: by httptools where it is installed, and then as bounded as by h11."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HEAD = 32 * 1024  # octets until a request must have said all but its body
PATIENCE = 15.0  # seconds for that


class BoundedProtocol(HttpToolsProtocol):
    """Hangs up on whoever never comes to the end of the head of a request.

    A connection that waits for its next request keeps nothing of the last one: a school has some
    thousand of them.
    """

    _head: int | None = 0
    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        if self._head is not None:
            self._head += len(data)
            if self._limit is None:
                self._expect()
        super().data_received(data)
        if self._head is not None and self._head > MOST_HEAD:
            self.transport.close()

    def on_headers_complete(self) -> None:
        self._head = None
        self._relax()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._head = 0

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._head == 0 and self.cycle.response_complete:
            self.cycle = self.scope = self.headers = None  # type: ignore[assignment]

    def connection_lost(self, exc: Exception | None) -> None:
        self._relax()
        super().connection_lost(exc)

    def _expect(self) -> None:
        self._limit = self.loop.call_later(PATIENCE, self.transport.close)

    def _relax(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
