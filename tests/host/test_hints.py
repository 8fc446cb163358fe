"""What workers tell each other by Redis: known at once, and nothing is lost where it is wiped."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest

from game.host import decisions
from game.host.backing import city_at, journal_at
from game.host.events import Mode
from game.host.house import House, hashed
from game.host.journal import Writer
from game.host.server import application
from game.host.service import service
from game.session.reception import open_reception
from tests.conftest import ROOT
from tests.host.conftest import CASES, Served

LONG = 1000.0  # seconds that a worker has been up


@pytest.fixture
def workers(database, redis, tmp_path):
    """Two workers that share their classes and have been up for long."""
    made = []
    for name in ("one", "other"):
        reception = open_reception(ROOT, tmp_path / name, "en", CASES)
        house = House(reception, Writer(journal_at(database, tmp_path)), own=f"http://{name}:8000")
        house.city = city_at(redis.url, house, house.own)
        house.started -= LONG
        made.append(house)
    yield made
    for house in made:
        house.writer.close()


async def joined(house, room, key):
    join = partial(decisions.join, key=hashed(key), language="en")
    await house.rooms[room.id].act(join, "door")


async def until(holds):
    for _ in range(400):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it does not come true")


@pytest.mark.parametrize("seat", [1, None])
def test_what_is_deleted_at_another_worker_is_told_to_whoever_serves_it(workers, seat):
    one, other = workers

    async def lesson():
        room = one.open("small_case", Mode.TOGETHER)
        for key in ("key", "another"):
            await joined(one, room, key)
        listening = asyncio.create_task(one.city.listen())
        await asyncio.sleep(0.5)
        if seat is None:
            other.writer.journal.erase(room.id)
            other.city.tell(room.id)
        else:
            await other.forget(room.id, seat)
        await until(lambda: one.by_key("key") is None)
        listening.cancel()

        assert (room.id in one.rooms) == (seat is not None)
        assert (one.by_key("another") is None) == (seat is None)

    asyncio.run(lesson())


def test_a_new_room_is_known_at_the_other_worker(workers):
    one, other = workers

    async def lesson():
        going = [asyncio.create_task(task) for task in (other.city.listen(), other.city.go_on())]
        await asyncio.sleep(0.5)
        room = one.open("small_case", Mode.TOGETHER)
        await until(lambda: other.city.room_of(room.opened.code) == room.id)
        for task in going:
            task.cancel()

        assert other.city.elsewhere(room.id) == one.own

    asyncio.run(lesson())


def test_the_desk_of_any_worker_shows_where_the_others_play_and_how_many_are_here(workers):
    one, other = workers
    serving = service(other, "the teacher's key", 8000)
    desk = Served(serving, application(serving, names=frozenset({"localhost"})))

    async def lesson():
        room = one.open("small_case", Mode.TOGETHER)
        for number, key in enumerate(("key", "another"), 1):
            await joined(one, room, key)
            one.hear(room, one.rooms[room.id].room.seats[number], 60)
        await one.city.look()
        await other.city.look()

    asyncio.run(lesson())
    teacher = desk.client()
    page = teacher.get("/desk", params={"key": serving.key}).text
    desk.clients[0].__exit__(None, None, None)

    assert 'href="http://one:8000/desk"' in page
    assert "2 are here" in page


@pytest.mark.parametrize("wiped", [False, True])
def test_a_room_that_moves_waits_for_those_who_were_here_and_for_all_if_nobody_knows(
    workers, redis, wiped
):
    one, other = workers

    async def lesson():
        room = one.open("small_case", Mode.TOGETHER)
        for key in ("here", "gone"):
            await joined(one, room, key)
        one.hear(room, one.rooms[room.id].room.seats[1], 60)
        await one.city.look()
        one.city.leave()
        if wiped:
            redis.kill()
            redis.start()
        await other.city.look()

        assert other.away(other.rooms[room.id].room) == (set() if wiped else {2})
        assert room.id in one.rooms
        await one.city.look()
        assert room.id not in one.rooms
        assert set(other.city.peers) <= {one.own}

    asyncio.run(lesson())


def test_workers_know_the_addresses_of_each_other(workers):
    one, other = workers

    async def lesson():
        await one.city.look()
        await other.city.look()

        assert other.city.peers == (one.own,)
        assert other.city.others() == []

    asyncio.run(lesson())
