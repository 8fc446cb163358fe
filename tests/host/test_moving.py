"""A page whose server is gone goes on where its room is now, with its seat and its answers."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from urllib.parse import quote

import pytest

from game.bench.crowd import request
from game.bench.stories import story
from game.host.house import hashed
from game.host.passage import policy, proof, way_to
from tests.host.crowds import Steadfast, whole
from tests.host.hosted import Hosted, free_port

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def way_of(student, room):
    key = hashed(student.cookies["seat"])
    return way_to("", room.id, key)


def test_a_page_that_proves_whose_it_is_goes_on_with_a_new_key_and_the_old_one_fits_no_more(
    school, each
):
    student, browser, late = school.student(each), school.client(), school.client()
    way = way_of(student, each)
    come = browser.get(way)

    assert come.headers["refresh"] == "0; url=/seat"
    assert browser.get("/seat").url.path == "/seat"
    assert student.get("/seat").url.path == "/"
    late.get(way)
    assert late.get("/seat").url.path == "/"
    assert len(school.now(each).seats) == 1


@pytest.mark.parametrize("way", ["", "0" * 32, "ü", "a" * 3000])
def test_without_the_proof_nobody_comes_to_a_seat(school, each, way):
    student, stranger = school.student(each), school.client()
    stranger.get("/seat/come", params={"room": each.id, "way": way})

    assert stranger.get("/seat").url.path == "/"
    assert student.get("/seat").url.path == "/seat"


def test_the_proof_tells_neither_the_key_nor_its_fingerprint(school, each):
    student = school.student(each)
    key = student.cookies["seat"]
    proved = proof(hashed(key))

    assert proved not in (hashed(key), key)
    assert hashed(key) not in student.get("/seat").text
    assert proved not in "".join(e.payload for e in school.house.writer.journal.read(each.id))


def test_answers_that_wait_come_along_and_count_once(school, each):
    student, browser = school.student(each), school.client()
    page = student.get("/seat/news").text
    ask = re.search(r'"name":"ask","value":"([^"]+)"', page)[1]
    pick = re.search(r'"name":"pick","value":"([^"]+)"', page)[1]
    act = {"aid": "12345678", "page": "old", "revision": 0, "ask": ask, "picks": [pick]}
    before = len(school.now(each).trials[1].moves)
    waiting = json.dumps([act, act, {**act, "aid": "!"}])
    browser.get(f"{way_of(student, each)}&out={quote(waiting)}")
    moved = len(school.now(each).trials[1].moves)

    assert moved > before
    again = school.client()
    again.get(f"{way_of(browser, each)}&out={quote(waiting)}")
    assert len(school.now(each).trials[1].moves) == moved
    for nonsense in ("[", "{}", "[1]", "x" * 10_000):
        school.client().get(f"{way_of(again, each)}&out={nonsense}")


def test_any_page_may_ask_where_a_room_is_and_learns_no_more(school, each):
    here, unknown = school.client().get(f"/where/{each.id}"), school.client().get("/where/x")

    assert here.json() == {"here": True}
    assert unknown.json() == {"here": False}
    assert here.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in school.client().get("/").headers


def test_a_page_may_ask_the_servers_that_there_are_and_nothing_else():
    assert "connect-src 'self' http://one http://two; form-action" in policy(
        ["http://one", "http://two"]
    )
    assert policy([]) == policy(())


@pytest.fixture
def workers(tmp_path, database, redis):
    """Two servers that share their classes."""
    path = tmp_path / "story.yaml"
    path.write_text(story(1500).case, encoding="utf-8")
    shared = ("--db", database, "--bus", redis.url)
    made = [Hosted(tmp_path, free_port(), *shared, case=path) for _ in range(2)]
    yield made
    for worker in made:
        worker.process.kill()
        worker.process.communicate()


async def told_of_peers(student):
    """The page of a seat, once it knows of the other server."""
    for _ in range(100):
        page = (await student.ask(request("GET", "/seat", student.cookie))).body.decode()
        if "data-peers" in page:
            return page
        await asyncio.sleep(0.1)
    raise AssertionError("the servers do not know of each other")


def test_what_a_page_is_told_leads_it_from_a_dead_server_to_the_one_that_lives(workers, database):
    psycopg = pytest.importorskip("psycopg")
    one, other = workers

    async def lesson():
        student = Steadfast([one.port], 1)
        await student.join(one.code)
        await student.act(1, await student.turn())
        turn, page = await student.turn(), await told_of_peers(student)
        peer, room, way = (
            re.search(rf'data-{name}="([^"]+)"', page)[1] for name in ("peers", "room", "way")
        )
        one.process.kill()
        assert peer.endswith(f":{other.port}")
        student.leave()
        student.ports, student.cookie = [other.port], ""
        told = b""
        while told != b'{"here":true}':
            told = (await student.ask(request("GET", f"/where/{room}"))).body
            await asyncio.sleep(0.05)
        out = quote(json.dumps([{"aid": "0001-000002", **turn}]))
        come = f"/seat/come?room={room}&way={way}&out={out}"
        student.cookie = (await student.ask(request("GET", come))).cookie
        await student.act(2, turn)
        next_turn = await student.turn()
        student.leave()
        return turn, next_turn

    before, after = asyncio.run(lesson())

    assert after["revision"] > before["revision"]
    with psycopg.connect(database) as db:
        rows = db.execute("SELECT room, seq, aid FROM entry ORDER BY room, seq").fetchall()
    assert sorted(whole(rows)) == ["0001-000001", "0001-000002"]


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed here")
def test_an_open_page_goes_on_by_itself_when_its_server_dies(workers):
    playwright = pytest.importorskip("playwright.sync_api", exc_type=ImportError)
    one, other = workers
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        # Not the address that the servers name: for the browser these are two different sites.
        page = browser.new_page(base_url=f"http://127.0.0.2:{one.port}")
        page.goto("/")
        page.fill("#code", one.code)
        page.click("main button")
        page.click("main button")
        page.wait_for_url("**/seat")
        for _ in range(50):
            if page.get_attribute("body", "data-peers"):
                break
            page.reload()
            page.wait_for_timeout(200)
        name, prompt = page.inner_text("header .me"), page.inner_text("#prompt")
        page.click("#turn label >> nth=0")
        one.process.kill()
        page.click("#turn button[type=submit]")
        page.wait_for_url(f"**:{other.port}/seat", timeout=30_000)

        assert page.inner_text("header .me") == name
        playwright.expect(page.locator("#prompt")).not_to_have_text(prompt)
        browser.close()
