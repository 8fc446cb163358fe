"""Students who do not give up: each sends an answer until it counts, then goes on."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing

from game.bench.crowd import PICK, TURN, Asking, form, request

LOCAL = "127.0.0.1"


class Steadfast:
    """One seat. `acknowledged` are the actions that the server has said count."""

    def __init__(self, ports, number):
        self.ports, self.number, self.cookie = ports, number, ""
        self.asking, self.acknowledged, self.refused = None, [], 0

    async def ask(self, wanted):
        """The answer to a request, however often it takes; from any of the ports that there are."""
        for attempt in range(400):
            port = self.ports[attempt % len(self.ports)]
            try:
                if self.asking is None or self.asking.lost:
                    loop = asyncio.get_running_loop()
                    _, self.asking = await loop.create_connection(Asking, LOCAL, port)
                answer = await asyncio.wait_for(self.asking.ask(wanted), 5)
                if answer.status not in (307, 429, 500, 503):
                    return answer
                await asyncio.sleep(0.1)
                self.leave()
            except (OSError, TimeoutError):
                self.leave()
                await asyncio.sleep(0.05)
        raise AssertionError("no server answers")

    def leave(self):
        if self.asking is not None:
            self.asking.leave()
            self.asking = None

    async def join(self, code):
        answer = await self.ask(form("/join", "", code=code, role="judge"))
        assert answer.status == 303, answer.body
        self.cookie = answer.cookie

    async def turn(self):
        """What can be answered now, as an action without its name."""
        page = (await self.ask(request("GET", "/seat/news", self.cookie))).body
        found, pick = TURN.search(page), PICK.search(page)
        if not found or not pick:
            return None
        words = [part.decode() for part in (*found.groups(), pick[1])]
        return {"page": words[0], "revision": int(words[1]), "ask": words[2], "picks": [words[3]]}

    async def act(self, name, turn):
        aid = f"{self.number:04}-{name:06}"
        body = json.dumps({"aid": aid, **turn}).encode()
        answer = await self.ask(request("POST", "/seat/act", self.cookie, body))
        if answer.status == 200:
            self.acknowledged.append(aid)
        else:
            self.refused += 1
        return answer

    async def go_on(self, until, pause=0.0):
        """Answer turn after turn until the event `until` is set or the case is over."""
        name = 0
        while not until.is_set() and (turn := await self.turn()):
            await self.act(name, turn)
            name += 1
            await asyncio.sleep(pause)


def kept_in(home):
    """What the journal has: the names of actions, and whether every room is whole."""
    with closing(sqlite3.connect(home / "class" / "class.sqlite3")) as db:
        return whole(db.execute("SELECT room, seq, aid FROM entry ORDER BY room, seq").fetchall())


def whole(rows):
    """The actions in `rows`; every room must have all its numbers."""
    numbers = {}
    for room, seq, _ in rows:
        numbers.setdefault(room, []).append(seq)
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
    return [aid.partition(".")[2] for _, _, aid in rows if aid]
