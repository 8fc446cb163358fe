"""A room that one process serves and another forgets: people are told, and nothing stays."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from contextlib import contextmanager
from functools import partial

import pytest

from game.host import decisions
from game.host.backing import FILE, FOLDER, journal_at
from game.host.decisions import Refused
from game.host.events import Mode
from game.host.house import House, hashed
from game.host.journal import SqliteJournal, Writer
from game.session.reception import open_reception
from tests.conftest import ROOT
from tests.host.conftest import CASES
from tests.host.crowds import Steadfast
from tests.host.hosted import Hosted, free_port
from tests.host.rooms import entries


@pytest.fixture(params=["sqlite", "postgresql"])
def houses(request, tmp_path):
    """What makes another process that keeps its classes in the same place."""
    url = request.getfixturevalue("database") if request.param == "postgresql" else None
    made = []

    def another(own):
        reception = open_reception(ROOT, tmp_path / own, "en", CASES)
        house = House(reception, Writer(journal_at(url, tmp_path)), own=f"http://{own}:8000")
        house.resume()
        made.append(house)
        return house

    yield another
    for house in made:
        house.writer.close()


async def joined(house, room, key="key"):
    join = partial(decisions.join, key=hashed(key), language="en")
    await house.rooms[room.id].act(join, "door")


def test_a_class_that_runs_elsewhere_is_not_deleted_and_it_is_told_where_it_runs(houses):
    async def lesson():
        one = houses("one")
        room = one.open("small_case", Mode.TOGETHER)
        other = houses("other")
        other.drop(room.id)
        with pytest.raises(Refused, match="http://one:8000"):
            await other.forget(room.id)
        await joined(one, room)

        assert len(one.rooms[room.id].room.seats) == 1

    asyncio.run(lesson())


def test_a_class_that_is_over_is_deleted_whoever_had_it(houses):
    async def lesson():
        one = houses("one")
        room = one.open("small_case", Mode.TOGETHER)
        other = houses("other")
        await other.rooms[room.id].act(decisions.close, "desk")
        await other.forget(room.id)

        assert other.writer.journal.rooms() == ()
        with pytest.raises(Refused, match="This class was deleted"):
            await joined(one, room)

    asyncio.run(lesson())


def test_whoever_serves_a_class_that_was_deleted_under_it_says_so_and_lets_go_of_it(houses):
    async def lesson():
        one = houses("one")
        room = one.open("small_case", Mode.TOGETHER)
        await joined(one, room)
        authority = one.rooms[room.id]
        houses("other").writer.journal.erase(room.id)
        with pytest.raises(Refused, match="This class was deleted"):
            await joined(one, room, "another")
        with pytest.raises(Refused, match="This class was deleted"):
            await authority.act(decisions.close, "desk")
        await one.follow()

        assert authority.room.closed
        assert not one.rooms
        assert one.by_key("key") is None

    asyncio.run(lesson())


def test_a_class_that_was_deleted_elsewhere_is_let_go_of_without_anybody_asking(houses):
    async def lesson():
        one = houses("one")
        room = one.open("small_case", Mode.EACH)
        houses("other").writer.journal.erase(room.id)
        await one.follow()

        assert not one.rooms

    asyncio.run(lesson())


def test_a_seat_that_is_deleted_elsewhere_is_served_no_longer(houses):
    async def lesson():
        one = houses("one")
        room = one.open("small_case", Mode.EACH)
        await joined(one, room)
        await joined(one, room, "another")
        other = houses("other")
        other.drop(room.id)
        await other.forget(room.id, 1)
        await one.follow()

        assert one.by_key("key") is None
        assert one.by_key("another") is not None
        await joined(one, room, "a third")
        journal = other.writer.journal
        assert hashed("key") not in "".join(entry.payload for entry in journal.read(room.id))
        assert journal.head(room.id) == one.rooms[room.id].room.seq

    asyncio.run(lesson())


def test_a_seat_of_a_class_that_was_deleted_meanwhile_leaves_nothing_behind(houses):
    async def lesson():
        one = houses("one")
        await one.forget("nothing", 1)

        assert one.writer.journal.head("nothing") == 0

    asyncio.run(lesson())


def test_what_is_too_old_goes_but_never_a_room_that_another_has_open(houses):
    async def lesson():
        one = houses("one")
        room = one.open("small_case", Mode.EACH)
        opened = one.rooms[room.id].room.opened
        one.writer.journal.append([entries(name, (opened,), 0.0) for name in ("old", "mine")])
        other = houses("other")
        other.rooms.pop("old")
        other.rooms.pop(room.id)
        other.keep_hold()
        one.resume()
        one.rooms.pop("mine")
        one.keep_hold()
        await other.forget_old()

        assert set(other.writer.journal.rooms()) == {room.id, "old"}
        await one.forget_old()
        assert other.writer.journal.rooms() == (room.id,)
        assert list(one.rooms) == [room.id]

    asyncio.run(lesson())


@contextmanager
def verb(home, *line):
    """What `python main.py report` says, with its result."""
    done = subprocess.run(
        [sys.executable, "main.py", "report", "--lang", "en", *line],
        cwd=ROOT,
        env={**os.environ, "MOCKCOURT_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    yield done.returncode, done.stdout


def test_the_verb_beside_a_running_server_leaves_its_class_alone_and_takes_out_a_seat(tmp_path):
    async def lesson(hosted):
        crowd = [Steadfast([hosted.port], n) for n in (1, 2)]
        for one in crowd:
            await one.join(hosted.code)
        journal = SqliteJournal(tmp_path / FOLDER / FILE)
        (room,) = journal.rooms()
        journal.close()
        with verb(tmp_path, "--forget", room) as (result, said):
            assert result == 1
            assert f":{hosted.port}" in said
        with verb(tmp_path, "--forget", room, "--seat", "1") as (result, said):
            assert result == 0
            assert "Everything of seat 1 is deleted." in said
        for _ in range(100):
            if (gone := await crowd[0].turn()) is None:
                break
            await asyncio.sleep(0.1)
        assert gone is None
        answer = await crowd[1].act(1, await crowd[1].turn())
        for one in crowd:
            one.leave()
        return answer

    with Hosted(tmp_path, free_port()) as hosted:
        assert asyncio.run(lesson(hosted)).status == 200


def test_students_and_the_desk_read_that_their_class_was_deleted(school, together):
    student, teacher = school.student(together), school.teacher()
    school.house.writer.journal.erase(together.id)
    refused = school.do(teacher, together, "pace", "open")
    school.clients[0].portal.call(school.house.follow)

    assert "This class was deleted." in refused.text
    assert "disk" not in refused.text
    for page in (student.get("/seat"), student.get("/seat/news"), student.post("/seat/here")):
        assert page.status_code == 410
        assert "This class was deleted." in page.text
    assert "This class was deleted." in teacher.get(f"/desk/{together.id}").text
