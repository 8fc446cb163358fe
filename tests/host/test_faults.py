"""What may break does: no acknowledged action is lost or counts twice, and no room is stuck.

`MOCKCOURT_LONG=1` breaks everything more often.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time

import pytest

from game.bench.crowd import Class, Student, request
from game.bench.stories import story
from game.host import authority
from tests.host.crowds import LOCAL, Steadfast, kept_in
from tests.host.hosted import Hosted, free_port

KILLS = 20 if os.environ.get("MOCKCOURT_LONG") else 3
CROWD = 8


@pytest.fixture
def long_case(tmp_path):
    path = tmp_path / "story.yaml"
    path.write_text(story(1500).case, encoding="utf-8")
    return path


def test_a_server_that_is_killed_again_and_again_loses_nothing(tmp_path, long_case):
    port = free_port()

    async def lesson(hosted):
        crowd, over = [Steadfast([port], n) for n in range(CROWD)], asyncio.Event()
        for one in crowd:
            await one.join(hosted.code)
        going = [asyncio.create_task(one.go_on(over)) for one in crowd]
        for _ in range(KILLS):
            await asyncio.sleep(0.4)
            hosted.process.kill()
            hosted.process.communicate()
            hosted = await asyncio.to_thread(Hosted, tmp_path, port, case=long_case)
        await asyncio.sleep(0.4)
        over.set()
        await asyncio.gather(*going)
        with hosted:
            for one in crowd:
                one.leave()
        return [aid for one in crowd for aid in one.acknowledged]

    acknowledged = asyncio.run(lesson(Hosted(tmp_path, port, case=long_case)))
    kept = kept_in(tmp_path)

    assert len(acknowledged) > CROWD * KILLS
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="only there can a disk be made full")
def test_on_a_full_disk_answers_are_refused_in_words_and_then_count_again(tmp_path, long_case):
    import resource

    async def lesson(hosted):
        student = Steadfast([hosted.port], 1)
        await student.join(hosted.code)
        pid, name = hosted.process.pid, 0
        _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (100, most))
        refused = await student.act(0, await student.turn())
        assert await student.turn()
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))
        for name in range(1, 4):
            await student.act(name, await student.turn())
        student.leave()
        return refused, student.acknowledged

    with Hosted(tmp_path, free_port(), case=long_case) as hosted:
        refused, acknowledged = asyncio.run(lesson(hosted))

    assert refused.status == 409
    assert "could not be saved" in refused.body.decode()
    assert kept_in(tmp_path) == acknowledged
    assert len(acknowledged) == 3


def test_whoever_reads_nothing_holds_up_nobody_and_a_third_may_come_back_at_once(
    tmp_path, long_case
):
    async def lesson(hosted):
        loop, room = asyncio.get_running_loop(), Class("r", hosted.code)
        crowd = [Steadfast([hosted.port], n) for n in range(30)]
        for one in crowd:
            await one.join(hosted.code)
        deaf = socket.socket()
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.connect((LOCAL, hosted.port))
        deaf.sendall(request("GET", "/seat/stream?lines=0", crowd[0].cookie))
        eyes = [Student(room, one.number, one.cookie) for one in crowd[1:]]
        lines = [await loop.create_connection(lambda e=e: e, LOCAL, hosted.port) for e in eyes]
        await answered(crowd, 0)
        for transport, _ in lines[:10]:
            transport.abort()
        back = [Student(room, eye.number, eye.cookie) for eye in eyes[:10]]
        again = await asyncio.gather(
            *(loop.create_connection(lambda e=e: e, LOCAL, hosted.port) for e in back)
        )
        await answered(crowd, 1)
        seen, now = [*back, *eyes[10:]], await crowd[0].turn()
        await until(lambda: {eye.turn for eye in seen} == {now["ask"]})
        for one in crowd:
            one.leave()
        for transport, _ in (*lines, *again):
            transport.abort()
        deaf.close()
        await asyncio.sleep(0)

    with Hosted(tmp_path, free_port(), case=long_case) as hosted:
        asyncio.run(lesson(hosted))
        hosted.process.send_signal(signal.SIGINT)
        assert hosted.process.wait(10) == 0


async def answered(crowd, name):
    told = await asyncio.gather(*(one.turn() for one in crowd))
    done = await asyncio.gather(
        *(one.act(name, turn) for one, turn in zip(crowd, told, strict=True))
    )
    assert [answer.status for answer in done] == [200] * len(crowd)


async def until(holds):
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.02)


class Wrong:
    """A clock that somebody has set."""

    def __init__(self, now):
        self.now = now

    def time(self):
        return self.now


def test_a_clock_that_jumps_changes_nothing(school, each, monkeypatch):
    student = school.student(each)
    before = school.now(each).seq
    for wrong in (-86_400.0, 0.0, 4e9):
        monkeypatch.setattr(authority, "time", Wrong(wrong))
        assert student.post("/seat/here").status_code == 204
        other = school.student(each)

        assert other.get("/seat").status_code == 200
    assert school.now(each).seq == before + 3
    entries = school.house.writer.journal.read(each.id)
    assert [entry.seq for entry in entries] == list(range(1, before + 4))
