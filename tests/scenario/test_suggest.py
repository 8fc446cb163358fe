"""A mistyped name finds the one that was meant, and a different one finds none."""

from __future__ import annotations

import time

import pytest

from game.scenario.suggest import did_you_mean, nearest

NAMES = ("because", "carried_by", "chat_log", "free_gift", "junior", "senior", "title")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("titel", "title"),
        ("becuase", "because"),
        ("Junior", "junior"),
        ("carried-by", "carried_by"),
        ("carried by", "carried_by"),
        ("ｔｉｔｌｅ", "title"),
        ("tit\u200ble", "title"),
        ("chatlog", "chat_log"),
        ("chat", "chat_log"),
        ("free_gft", "free_gift"),
        ("jnuoir", "junior"),
        ("xylophone", None),
        ("", None),
        ("标题", None),
    ],
)
def test_nearest(word, name):
    assert nearest(word, NAMES) == name


def test_short_names_are_not_taken_for_each_other():
    assert nearest("a", ("b", "c")) is None


def test_hint_names_it():
    assert str(did_you_mean("titel", NAMES)) == "did you mean “title”?"
    assert did_you_mean("xylophone", NAMES) is None


def test_thousands_of_names_and_questions_take_no_time():
    names = frozenset(f"exhibit_{n}" for n in range(5000))
    started = time.process_time()

    for n in range(2000):
        nearest(f"exhbit_{n}", names)

    assert time.process_time() - started < 5
