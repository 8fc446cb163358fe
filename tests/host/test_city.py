"""Classes that are kept in a database beyond this computer: they outlive it, and are told of it."""

from __future__ import annotations

import asyncio
import os
import sys
import time

import pytest

from game.bench.stories import story
from game.cli import main
from game.host.authority import Authority
from game.host.decisions import Refused, join
from game.host.events import VERSION, Mode, encoded
from game.host.journal import Entry, SqliteJournal, Unwritten, Writer
from game.host.room import new_room
from game.trial.record import program
from tests.host.crowds import Steadfast, whole
from tests.host.hosted import Hosted, free_port
from tests.host.rooms import opened

psycopg = pytest.importorskip("psycopg")
ROUNDS = 10 if os.environ.get("MOCKCOURT_LONG") else 2
PAUSE = 0.05 * (3 + ROUNDS)  # seconds between two answers: the case has to last for all rounds


@pytest.fixture
def long_case(tmp_path):
    path = tmp_path / "story.yaml"
    path.write_text(story(1500).case, encoding="utf-8")
    return path


def kept_at(url):
    """What the database has: the names of actions; every room must be whole."""
    with psycopg.connect(url) as db:
        return whole(db.execute("SELECT room, seq, aid FROM entry ORDER BY room, seq").fetchall())


def test_a_database_that_is_killed_loses_nothing_and_the_room_goes_on(
    tmp_path, long_case, postgres, database
):
    async def lesson(hosted):
        crowd, over = [Steadfast([hosted.port], n) for n in range(6)], asyncio.Event()
        for one in crowd:
            await one.join(hosted.code)
        going = [asyncio.create_task(one.go_on(over)) for one in crowd]
        for _ in range(ROUNDS):
            await asyncio.sleep(0.4)
            await asyncio.to_thread(postgres.kill)
            await asyncio.to_thread(postgres.start)
        before = len(crowd[0].acknowledged)
        while len(crowd[0].acknowledged) < before + 3:
            assert not going[0].done()
            await asyncio.sleep(0.05)
        over.set()
        await asyncio.gather(*going)
        for one in crowd:
            one.leave()
        return [aid for one in crowd for aid in one.acknowledged]

    with Hosted(tmp_path, free_port(), "--db", database, case=long_case) as hosted:
        acknowledged = asyncio.run(lesson(hosted))
    kept = kept_at(database)

    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))


def test_what_was_written_though_it_seemed_not_counts_once(small_case, tmp_path):
    class Uncertain(SqliteJournal):
        breaks = False

        def append(self, groups):
            done = super().append(groups)
            if self.breaks:
                self.breaks = False
                raise Unwritten("the connection broke while it was written")
            return done

    async def lesson():
        journal, told = Uncertain(tmp_path / "class.sqlite3"), opened(small_case, Mode.EACH)
        writer = Writer(journal)
        writer.write([Entry("r", 1, 0.0, None, "desk", "opened", VERSION, encoded(told))]).result()
        authority = Authority(new_room("r", told, program(small_case)), writer)
        journal.breaks = True
        with pytest.raises(Refused):
            await authority.act(lambda now: join(now, "key", "en"), "door", "one")
        await authority.act(lambda now: join(now, "key", "en"), "door", "one")
        await authority.act(lambda now: join(now, "other", "en"), "door", "two")

        assert [seat.key for seat in authority.room.seats.values()] == ["key", "other"]
        assert journal.head("r") == authority.room.seq == 3
        writer.close()

    asyncio.run(lesson())


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://me:secret@here/x", "“mysql://…@here/x” is not the address of a database."),
        ("postgresql://me:secret@127.0.0.1:1/x", "The database cannot be used"),
    ],
)
def test_an_address_that_does_not_do_is_told_without_its_password(capsys, url, told):
    assert main(["host", "--db", url, "--port", str(free_port()), "--lang", "en"]) == 1

    printed = capsys.readouterr().out
    assert told in printed
    assert "secret" not in printed


def test_whoever_lacks_the_packages_for_a_city_is_told_the_line_to_type(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "game.host.postgres", raising=False)

    assert main(["host", "--db", "postgresql://x/y", "--port", str(free_port()), "--lang", "en"])
    assert 'pip install "psycopg[binary]" redis' in capsys.readouterr().out


def test_rooms_of_a_killed_worker_move_to_another_and_nothing_is_lost(
    tmp_path, long_case, database, redis
):
    shared = ("--db", database, "--bus", redis.url)

    async def lesson(ports, workers):
        crowd = [[Steadfast(order, n) for n in range(i, 8, 2)] for i, order in enumerate(ports)]
        for worker, class_ in zip(workers, crowd, strict=True):
            for one in class_:
                await one.join(worker.code)
        over, everybody = asyncio.Event(), [one for class_ in crowd for one in class_]
        going = [asyncio.create_task(one.go_on(over, PAUSE)) for one in everybody]
        gaps = []
        for kills in range(ROUNDS):
            await asyncio.sleep(1)
            dead = kills % 2
            workers[dead].process.kill()
            gaps.append(await until_all_go_on(everybody))
            workers[dead].process.communicate()
            again = (tmp_path, ports[dead][0], *shared)
            workers[dead] = await asyncio.to_thread(Hosted, *again, case=long_case)
        redis.kill()
        await until_all_go_on(everybody)
        redis.start()
        await until_all_go_on(everybody)
        over.set()
        await asyncio.gather(*going)
        for one in everybody:
            one.leave()
        return gaps, [aid for one in everybody for aid in one.acknowledged]

    one, two = free_port(), free_port()
    workers = [Hosted(tmp_path, port, *shared, case=long_case) for port in (one, two)]
    try:
        gaps, acknowledged = asyncio.run(lesson(((one, two), (two, one)), workers))
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.communicate()
    kept = kept_at(database)

    assert max(gaps) < 10  # two seconds on a machine of its own; tests share theirs
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))


async def until_all_go_on(crowd):
    """How long it takes until everybody had another answer counted."""
    before, start = [len(one.acknowledged) for one in crowd], time.monotonic()
    while any(len(one.acknowledged) <= n for one, n in zip(crowd, before, strict=True)):
        await asyncio.sleep(0.02)
        assert time.monotonic() < start + 20
    return time.monotonic() - start


def test_several_servers_need_a_database_that_they_share(capsys):
    assert main(["host", "--bus", "redis://x", "--port", str(free_port()), "--lang", "en"]) == 1
    assert "give --db as well as --bus" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("bus", "told"),
    [
        ("amqp://here", "“amqp://here” is not the address of Redis or Valkey."),
        ("redis://127.0.0.1:1/0", "Redis cannot be used"),
    ],
)
def test_a_bus_that_does_not_do_is_told(capsys, database, bus, told):
    city = ["--db", database, "--bus", bus]

    assert main(["host", *city, "--port", str(free_port()), "--lang", "en"]) == 1
    assert told in capsys.readouterr().out
