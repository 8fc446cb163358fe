"""The shelf: which files lie on it, and in which order."""

from __future__ import annotations

from shutil import copy

import pytest

from game.session.shelf import Shelf


@pytest.fixture
def shelf(tmp_path, request):
    case = request.config.rootpath / "tests" / "cases" / "small_case.yaml"
    folder = tmp_path / "scenarios"
    (folder / "warm_ups").mkdir(parents=True)
    copy(case, folder / "zebra.yaml")
    copy(case, folder / "warm_ups" / "apple.yaml")
    (folder / "laws.yaml").write_text("format: 1\n")
    return Shelf(folder, tmp_path / "packs")


def test_warm_ups_come_after_the_trials_and_law_cards_are_no_case(shelf):
    assert [path.stem for path in shelf.files()] == ["zebra", "apple"]


def test_a_warm_up_is_found_by_its_name_alone(shelf):
    assert shelf.find("apple") == shelf.folder / "warm_ups" / "apple.yaml"
