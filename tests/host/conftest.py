"""A class that is served to tests: the pages of the tiny case, asked for without a network."""

from __future__ import annotations

import re
import shutil
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from game.host.events import Mode
from game.host.house import House
from game.host.journal import SqliteJournal, Writer
from game.host.room import Room
from game.host.server import application
from game.host.service import Service, service
from game.session.reception import open_reception
from tests.conftest import ROOT
from tests.host.backends import Postgres, Redis

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would like another client than httpx
    from starlette.testclient import TestClient

CASES = ROOT / "tests" / "cases"
HOST = "http://127.0.0.1:8000"


@dataclass
class Served:
    """A class behind its front door."""

    service: Service
    app: ASGIApp
    clients: list[TestClient] = field(default_factory=list)

    @property
    def house(self) -> House:
        return self.service.house

    def client(self) -> TestClient:
        """Another browser. All of them live in the event loop of the first."""
        if not self.clients:
            self.clients.append(TestClient(self.app, HOST, follow_redirects=True))
            self.clients[0].__enter__()
        made = TestClient(self.app, HOST, follow_redirects=True)
        made.portal = self.clients[0].portal
        self.clients.append(made)
        return made

    def teacher(self) -> TestClient:
        client = self.client()
        assert client.get("/desk", params={"key": self.service.key}).status_code == 200
        return client

    def do(self, teacher: TestClient, room: Room, act: str, value: str = "", seat: int = 0):
        token = re.search(r'name="token" value="(\w+)"', teacher.get(f"/desk/{room.id}").text)
        assert token is not None
        given = {"token": token[1], "act": act, "value": value, "seat": str(seat)}
        return teacher.post(f"/desk/{room.id}", data=given)

    def student(self, room: Room, role: str = "judge") -> TestClient:
        client = self.client()
        page = client.post("/join", data={"code": room.opened.code, "role": role})
        assert page.url.path == "/seat", page.text
        return client

    def now(self, room: Room) -> Room:
        return self.house.rooms[room.id].room


def served(home: Path, cases: Path = CASES) -> Served:
    """A class whose journal lies in `home`, with the rooms that it had."""
    reception = open_reception(ROOT, home, "en", cases)
    house = House(reception, Writer(SqliteJournal(home / "class.sqlite3")))
    house.resume()
    serving = service(house, "the teacher's key", 8000)
    return Served(serving, application(serving, names=frozenset({"localhost"})))


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Served]:
    opened = served(tmp_path)
    opened.client()
    yield opened
    opened.clients[0].__exit__(None, None, None)


@pytest.fixture
def each(school: Served) -> Room:
    return school.house.open("small_case", Mode.EACH)


@pytest.fixture
def together(school: Served) -> Room:
    return school.house.open("small_case", Mode.TOGETHER)


FIELD = re.compile(r"<(input|select|option|button)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def form_in(text: str) -> list[tuple[str, str, str]]:
    """The fields of a turn's form: kind, name, value; an option has the name of its select."""
    start = text.index("data-outbox")
    found, inside = [], ""
    for tag, rest in FIELD.findall(text[start : text.index("</form>", start)]):
        attrs = {name: unescape(value) for name, value in ATTRIBUTE.findall(rest)}
        if tag == "select":
            inside = attrs["name"]
        name = inside if tag == "option" else attrs.get("name", "")
        kind = attrs.get("type", tag)
        found.append((kind, name, attrs.get("value") or attrs.get("min", "")))
    return found


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    pytest.importorskip("psycopg")
    if Postgres.bin is None or shutil.which("setpriv") is None:
        pytest.skip("PostgreSQL is not installed here")
    server = Postgres()
    server.start()
    yield server
    server.remove()


@pytest.fixture
def database(postgres: Postgres) -> str:
    """The address of a database that is empty."""
    import psycopg

    if not postgres.answers():
        postgres.start()
    with psycopg.connect(postgres.url, autocommit=True) as db:
        db.execute("DROP SCHEMA public CASCADE")
        db.execute("CREATE SCHEMA public")
    return postgres.url


@pytest.fixture
def redis() -> Iterator[Redis]:
    pytest.importorskip("redis")
    if shutil.which("redis-server") is None:
        pytest.skip("Redis is not installed here")
    server = Redis()
    server.start()
    yield server
    server.remove()


@pytest.fixture
def court(tmp_path: Path) -> Iterator[Served]:
    """A class with the cases of the game."""
    school = served(tmp_path, ROOT / "scenarios")
    yield school
    school.house.writer.close()
