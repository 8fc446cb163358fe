"""The list of cases: read once, kept, and read again only where something has changed."""

from __future__ import annotations

from shutil import copy

import pytest

from game.session.listing import cases
from game.session.reception import open_reception
from game.session.shelf import Shelf


@pytest.fixture
def shelf(tmp_path, request):
    root = request.config.rootpath
    folder = tmp_path / "scenarios"
    folder.mkdir()
    copy(root / "tests" / "cases" / "small_case.yaml", folder)
    copy(root / "scenarios" / "laws.yaml", folder)
    return folder


@pytest.fixture
def titles(shelf, own_home, request):
    def told(language="en"):
        reception = open_reception(request.config.rootpath, own_home, language, shelf)
        return [card.case.title for _, card in cases(reception)]

    return told


def test_a_list_that_was_kept_is_told_without_reading_a_case(titles, monkeypatch):
    first = titles()
    monkeypatch.setattr(Shelf, "load", None)

    assert titles() == first == ["A small case"]


def test_a_case_that_was_changed_is_read_again(titles, shelf):
    titles()
    file = shelf / "small_case.yaml"
    file.write_text(file.read_text("utf-8").replace("A small case", "A smaller case"), "utf-8")

    assert titles() == ["A smaller case"]


def test_a_case_that_breaks_leaves_the_list_and_comes_back_when_mended(titles, shelf):
    file = shelf / "small_case.yaml"
    whole = file.read_text("utf-8")
    titles()

    file.write_text(whole + "nonsense: [\n", "utf-8")
    broken = titles()
    file.write_text(whole, "utf-8")

    assert (broken, titles()) == ([], ["A small case"])


def test_each_language_has_a_list_of_its_own(titles, shelf):
    po = shelf / "locales" / "zh_CN" / "LC_MESSAGES" / "small_case.po"
    po.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    po.write_text(head + 'msgid "A small case"\nmsgstr "小案件"\n', "utf-8")

    assert (titles("zh_CN"), titles("en")) == (["小案件"], ["A small case"])


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"form": "", "listed": {}}', b"\xff"])
def test_a_damaged_list_is_made_again(titles, own_home, damage):
    titles()
    (file,) = (own_home / "cache").glob("*cases.json")
    file.write_bytes(damage)

    assert titles() == ["A small case"]


def test_a_home_that_cannot_be_written_only_costs_time(titles, own_home):
    own_home.parent.mkdir(exist_ok=True)
    own_home.write_text("a file, not a folder")

    assert titles() == ["A small case"]


def test_a_card_has_the_first_place_its_people_and_its_tricks(request, own_home):
    root = request.config.rootpath
    listed = cases(open_reception(root, own_home, "en"))
    card = next(card for _, card in listed if card.case.id == "free_skins")

    assert card.cover.place == "home"
    assert "girl_a" in card.cover.people
    assert not {"judge_woman", "prosecutor_woman"} & set(card.cover.people)
    assert "secrecy" in card.tricks
