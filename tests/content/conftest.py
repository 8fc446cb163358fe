"""What is true of every case on the shelf, in each of its variants."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.court import called
from game.scenario.model import Scenario
from game.session.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent.parent


def _variants() -> list[Scenario]:
    shelf = Shelf(ROOT / "scenarios")
    loaded = [shelf.load(path) for path in shelf.files()]
    return [case for found in loaded for case in found.variants or (found.scenario,) if case]


CASES = _variants()


@pytest.fixture(params=CASES, ids=called)
def case(request: pytest.FixtureRequest) -> Scenario:
    """A case in one variant."""
    return request.param


@pytest.fixture(scope="session")
def cases() -> list[Scenario]:
    """All cases in all variants."""
    return CASES
