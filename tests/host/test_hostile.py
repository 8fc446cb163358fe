"""Whatever somebody sends who means harm, the class goes on; `MOCKCOURT_LONG=1` sends more."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import suppress
from random import Random

import pytest

from game.bench.crowd import Asking, form, request
from game.host.server import reader
from tests.host.crowds import LOCAL, Steadfast
from tests.host.hosted import Hosted, free_port

SENT = 5_000 if os.environ.get("MOCKCOURT_LONG") else 250
PATHS = ("/", "/seat", "/seat/act", "/seat/news", "/seat/stream", "/seat/here", "/join", "/desk")
WORDS = (
    "pick",
    "../..",
    "\u0000",
    "@mine@",
    "9" * 400,
    "{}",
    "[[",
    "<b>",
    "%",
    "\ud7ff",
    "null",
    "",
)


@pytest.fixture(scope="module")
def hosted(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with Hosted(home, free_port()) as server:
        yield server
    log = home / "class" / "errors.log"
    assert "Traceback" not in (log.read_text(encoding="utf-8") if log.exists() else "")


def nonsense(chance, cookie):
    """A request of one of many bad kinds."""
    path, word = chance.choice(PATHS), chance.choice(WORDS)
    kind = chance.randrange(6)
    if kind == 0:
        return chance.randbytes(chance.randrange(1, 4000))
    if kind == 1:
        return request("GET", f"{path}?lines={'9' * 9}&after=-1&t={'x' * 300}", cookie)
    if kind == 2:
        given = {"aid": word, "page": word, "revision": chance.randrange(-9, 99), "ask": word}
        picks = [word] * chance.randrange(300)
        return request("POST", path, cookie, json.dumps({**given, "picks": picks}).encode())
    if kind == 3:
        return form(path, cookie, code=word, role=word, language=word)
    if kind == 4:
        return b"POST " + path.encode() + b" HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n"
    return request(chance.choice(["PUT", "TRACE", "HEAD", "GET"]), path, cookie or word[:20])


def test_nonsense_of_all_kinds_is_answered_and_the_class_goes_on(hosted):
    async def lesson():
        chance, student = Random(11), Steadfast([hosted.port], 1)
        await student.join(hosted.code)
        for number in range(SENT):
            cookie = chance.choice([student.cookie, "seat=x", "desk=x", ""])
            await thrown(hosted.port, nonsense(chance, cookie))
            if number % 50 == 0:
                assert (await student.ask(request("GET", "/seat/news", student.cookie))).body
        newcomer = Steadfast([hosted.port], 2)
        await newcomer.join(hosted.code)
        for one in (student, newcomer):
            one.leave()

    asyncio.run(lesson())
    assert hosted.process.poll() is None


async def thrown(port, sent):
    reading, writer = await asyncio.open_connection(LOCAL, port)
    writer.write(sent)
    with suppress(TimeoutError, ConnectionError):
        await asyncio.wait_for(reading.read(2000), 0.02)
    writer.transport.abort()
    await asyncio.sleep(0)


def test_a_head_without_end_is_hung_up_on(hosted):
    async def lesson():
        reading, writer = await asyncio.open_connection(LOCAL, hosted.port)
        writer.write(b"GET / HTTP/1.1\r\nhost: x\r\n")
        sent = 0
        try:
            while sent < 4_000_000:
                writer.write(b"x-more: " + b"y" * 1000 + b"\r\n")
                sent += 1010
                await asyncio.wait_for(writer.drain(), 5)
                await asyncio.sleep(0)
                if reading.at_eof():
                    break
        except ConnectionError:
            pass
        writer.transport.abort()
        return sent

    assert asyncio.run(lesson()) < 4_000_000


def test_fifty_students_come_in_from_one_address_beside_somebody_who_guesses_codes(hosted):
    async def lesson():
        loop = asyncio.get_running_loop()
        _, guesser = await loop.create_connection(Asking, LOCAL, hosted.port)
        guesses = [guesser.ask(form("/join", "", code=f"{n:06}")) for n in range(50)]
        crowd = [Steadfast([hosted.port], n) for n in range(50)]
        await asyncio.gather(*(one.join(hosted.code) for one in crowd))
        told = {(await answer).status for answer in guesses}
        guesser.leave()
        for one in crowd:
            one.leave()
        return told

    assert asyncio.run(lesson()) <= {404, 429}


def test_without_the_fasterreader_the_plain_one_reads(monkeypatch):
    monkeypatch.setitem(sys.modules, "game.host.wire", None)

    assert reader() == "h11"
