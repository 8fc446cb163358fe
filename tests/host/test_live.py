"""A server in its own process: streams bring news, a kill loses nothing, leaving is polite."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest

from game.host.authority import NOT_WRITTEN, Authority
from game.host.decisions import Refused, join
from game.host.events import VERSION, Mode, encoded
from game.host.journal import Entry, SqliteJournal, Unwritten, Writer
from game.host.room import new_room
from game.trial.record import program
from tests.conftest import ROOT
from tests.host.conftest import form_in
from tests.host.hosted import Hosted, free_port
from tests.host.rooms import opened


class Browser:
    """What a browser does of itself: it keeps cookies and follows redirects."""

    def __init__(self, base):
        self.base = base
        self.open = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
        ).open

    def get(self, path):
        with self.open(self.base + path, timeout=10) as page:
            return page.read().decode()

    def post(self, path, content, **headers):
        body = content if isinstance(content, bytes) else urllib.parse.urlencode(content).encode()
        asked = urllib.request.Request(self.base + path, body, headers)
        with self.open(asked, timeout=10) as page:
            return page.read().decode()

    def act(self, aid):
        fields = form_in(self.get("/seat"))
        given = {name: value for kind, name, value in fields if kind == "hidden"}
        given |= {"revision": int(given["revision"]), "aid": aid, "picks": []}
        return json.loads(self.post("/seat/act", json.dumps(given).encode()))


@pytest.fixture
def port():
    return free_port()


def test_a_killed_server_goes_on_where_it_was_and_leaves_politely(tmp_path, port):
    with Hosted(tmp_path, port) as first:
        student = Browser(f"http://127.0.0.1:{port}")
        student.post("/join", {"code": first.code, "role": "judge"})
        acknowledged = student.act("a" * 20)

    began = time.monotonic()
    with Hosted(tmp_path, port) as second:
        page = json.loads(student.get("/seat/news"))
        took = time.monotonic() - began

        assert second.code == first.code
        assert page["seq"] == acknowledged["seq"]
        assert student.act("a" * 20) == acknowledged  # sent again, it does not count again
        with student.open(f"{student.base}/seat/stream?lines=0", timeout=10) as stream:
            news = next(line for line in stream if line.startswith(b"data: "))
            assert json.loads(news[6:])["lines"]
            second.process.send_signal(signal.SIGINT)
            assert b"event: bye" in stream.read()
        assert second.process.wait(10) == 0
        assert "Everything is kept" in second.process.stdout.read()
    assert took < 10  # three seconds at a desk of its own; tests share theirs


def test_a_port_that_is_taken_is_told_in_words(tmp_path):
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = taken.getsockname()[1]
        told = subprocess.run(
            [sys.executable, "main.py", "host", "--port", str(port), "--lang", "en"],
            cwd=ROOT,
            env={**os.environ, "MOCKCOURT_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
        )
    assert told.returncode == 1
    assert f"Port {port} is taken" in told.stdout
    assert not told.stderr


def test_what_could_not_be_written_did_not_happen(small_case, tmp_path):
    class FullDisk(SqliteJournal):
        full = False

        def append(self, groups):
            if self.full:
                raise Unwritten("disk full")
            return super().append(groups)

    async def lesson():
        journal = FullDisk(tmp_path / "class.sqlite3")
        room = new_room("r", opened(small_case, Mode.EACH), program(small_case))
        writer = Writer(journal)
        authority = Authority(room, writer)
        journal.full = True
        both = await asyncio.gather(
            *(authority.act(lambda now: join(now, "key", "en"), "door", f"{n}") for n in range(3)),
            return_exceptions=True,
        )
        assert [str(e) for e in both if isinstance(e, Refused)] == [str(NOT_WRITTEN)] * 3
        assert not authority.room.seats
        assert not authority.ahead.seats
        writer.close()

    asyncio.run(lesson())


def test_actions_that_come_in_the_same_instant_all_count_and_once(small_case, tmp_path):
    async def lesson():
        told = opened(small_case, Mode.EACH)
        writer = Writer(SqliteJournal(tmp_path / "class.sqlite3"))
        first = Entry("r", 1, 0.0, None, "desk", "opened", VERSION, encoded(told))
        writer.write([first]).result()
        authority = Authority(new_room("r", told, program(small_case)), writer)

        def came(aid):
            return authority.act(lambda now: join(now, f"key {aid}", "en"), "door", f"{aid}")

        await asyncio.gather(*(came(n) for n in range(20)), *(came(n) for n in range(20)))
        await came(3)
        assert len(authority.room.seats) == 20
        assert writer.journal.head("r") == authority.room.seq == 21
        writer.close()

    asyncio.run(lesson())
