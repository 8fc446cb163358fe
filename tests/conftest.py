"""What tests share: the shipped case, a tiny one, and a way to play a trial in one call."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game.scenario.load import load, load_laws
from game.scenario.model import LawBook, Scenario
from game.scenario.steps import Role
from game.session.reception import Reception, open_reception
from game.session.session import Session
from game.session.shelf import Shelf
from game.trial.feedback import Feedback
from game.trial.record import begin, open_ask, program
from game.trial.scoring import best_picks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parent.parent
SHELF = Shelf(ROOT / "scenarios")
SCENARIOS = SHELF.files()
HOMES = count()
Deviations = dict[str, tuple[str, ...]]
Play = Callable[..., Session]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the goldens anew")


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew"))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the saves of whoever runs it. The folder is not made: few need one."""
    folder = tmp_path_factory.getbasetemp() / f"home-{next(HOMES)}"
    monkeypatch.setenv("MOCKCOURT_HOME", str(folder))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return folder


@pytest.fixture(scope="session")
def laws() -> LawBook:
    book, findings = load_laws(ROOT / "scenarios" / "laws.yaml")
    assert book is not None, findings
    return book


@pytest.fixture(scope="session")
def free_skins() -> Scenario:
    return loaded(ROOT / "scenarios" / "free_skins.yaml")


@pytest.fixture(scope="session")
def small_case() -> Scenario:
    return loaded(ROOT / "tests" / "cases" / "small_case.yaml")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of scenarios that has the small case alone."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "cases" / "small_case.yaml", folder)
    return folder


@pytest.fixture
def come_in(shelf: Path, own_home: Path) -> Callable[[], Reception]:
    """Somebody comes in, as if the game had just been started."""
    return lambda: open_reception(ROOT, own_home, "en", shelf)


@pytest.fixture(params=SCENARIOS, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Scenario:
    return loaded(request.param)


def loaded(path: Path) -> Scenario:
    found = load(path)
    assert found.scenario is not None, [f"{d.spot.line}: {d.message}" for d in found.diagnostics]
    return found.scenario


def session_at(
    scenario: Scenario, role: Role, until: str | None = None, /, **answers: tuple[str, ...]
) -> Session:
    """A session in which `role` answers as well as can be, save for `answers` by key of the ask.

    In keys `__` stands for a dot. It stops before the ask called `until`.
    """
    session = Session(begin(program(scenario), feedback=Feedback.TURN), frozenset({role}))
    given = {key.replace("__", "."): picks for key, picks in answers.items()}
    while (ask := open_ask(session.trial, role)) and ask.key != until:
        picks = given.pop(ask.key, None) or best_picks(ask, session.trial.answers)
        refused = session.submit(Action(len(session.trial.moves), role, picks))
        assert refused is None, (ask.key, refused)
    assert not given, f"never asked: {given}"
    return session


@pytest.fixture
def at() -> Play:
    return session_at
