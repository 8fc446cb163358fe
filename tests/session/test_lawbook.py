"""The law cards are read once and kept; a file that was changed is read again."""

from __future__ import annotations

from shutil import copy

import pytest

from game.scenario import load
from game.session.lawbook import FILE, law_book


@pytest.fixture
def file(tmp_path, request):
    copy(request.config.rootpath / "scenarios" / "laws.yaml", tmp_path)
    return tmp_path / "laws.yaml"


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def test_a_book_that_was_kept_is_the_same_without_reading_its_file(file, cache, monkeypatch):
    first = law_book(file, cache)
    monkeypatch.setattr(load, "load_laws", None)
    kept = law_book(file, cache)
    name = next(iter(first.cards))

    assert kept == first
    assert kept.cards[name].spots == first.cards[name].spots


def test_a_file_that_was_changed_is_read_again(file, cache):
    title = next(iter(law_book(file, cache).cards.values())).title
    file.write_text(file.read_text("utf-8").replace(title, "Another title", 1), "utf-8")

    assert next(iter(law_book(file, cache).cards.values())).title == "Another title"


def test_two_files_are_never_taken_for_each_other(file, cache, tmp_path):
    law_book(file, cache)
    (tmp_path / "beside").mkdir()
    other = tmp_path / "beside" / "laws.yaml"
    other.write_text(file.read_text("utf-8").replace("checked: 2026", "checked: 2027"), "utf-8")

    assert law_book(other, cache) != law_book(file, cache)


@pytest.mark.parametrize("kept", ["", "{", '{"form": 1}', "[]", "\ud83d"])
def test_what_is_damaged_in_the_cache_costs_time_and_no_cards(file, cache, kept):
    book = law_book(file, cache)
    (cache / FILE).write_bytes(kept.encode("utf-8", "surrogatepass"))

    assert law_book(file, cache) == book


def test_a_cache_that_cannot_be_written_and_a_file_that_is_missing_harm_nothing(file, tmp_path):
    assert law_book(file, tmp_path / "laws.yaml") is not None
    assert law_book(tmp_path / "none.yaml", tmp_path / "cache") is None
    assert law_book(file, None) is not None


def test_a_book_with_errors_is_not_kept(file, cache):
    file.write_text("format: 1\n", "utf-8")

    assert law_book(file, cache) is None
    assert not (cache / FILE).exists()
