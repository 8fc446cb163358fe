"""Word counts: whole words only, with a segmenter for Chinese or without one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.words import show_words
from game.text import counting
from game.text.counting import counted

SMALL = Path(__file__).parent.parent / "cases" / "small_case.yaml"
SAID = ["先别告诉爸妈，先付押金", "押金退回之前，别告诉爸妈"]


@pytest.fixture(params=["segmenter", "fallback"])
def either_way(request, monkeypatch):
    if request.param == "fallback":
        monkeypatch.setattr(counting, "segmenter", lambda: None)


def test_english_words_are_counted_whole_and_in_small_letters():
    assert counted(["Free skins! FREE skins, don't wait", "freedom"]) == {
        "free": 2,
        "skins": 2,
        "don't": 1,
        "wait": 1,
        "freedom": 1,
    }


@pytest.mark.usefixtures("either_way")
def test_chinese_words_are_counted_with_and_without_a_segmenter():
    assert counted(SAID)["押金"] == 2


def test_without_a_segmenter_a_phrase_swallows_its_parts(monkeypatch):
    monkeypatch.setattr(counting, "segmenter", lambda: None)

    assert counted(SAID) == {"别告诉爸妈": 2, "押金": 2}


def test_a_bag_of_books_is_no_bag():
    assert "包" not in counted(["我的书包在这里"])


@given(st.lists(st.text(alphabet="押金书包ab '-，1", max_size=12), max_size=4))
def test_no_text_is_too_strange_to_count(texts):
    counts = counted(texts)

    assert all(len(word) > 1 or word.isascii() for word in counts)
    assert all(any(word in text.lower() for text in texts) for word in counts)


def test_the_words_of_each_person_are_listed(capsys):
    assert show_words(SMALL, "chat", 9, True, str) == 0

    (row,) = json.loads(capsys.readouterr().out)
    assert row["person"] == "GM_Star"
    assert row["words"]["notice"] == 1


def test_a_document_that_is_not_there_is_told_with_those_that_are(capsys):
    assert show_words(SMALL, "caht", 5, False, str) == 1
    assert "chat, words" in capsys.readouterr().out
