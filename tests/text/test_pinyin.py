"""Readings stand above the characters that need them, and follow whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text import pinyin
from game.text.pinyin import ALL, HARD, NONE, PRIMARY, is_hard, readings


def test_the_table_of_primary_school_is_whole():
    signs = "".join(
        line for line in PRIMARY.read_text("utf-8").splitlines() if not line.startswith("#")
    )

    assert len(signs) == len(set(signs)) == 2500


@pytest.mark.parametrize("sign", "讼诈赃裔讳")
def test_many_a_word_of_the_court_is_hard(sign):
    assert is_hard(sign)


@pytest.mark.parametrize("sign", "法院骗A1，。 ")
def test_what_primary_school_teaches_is_not_hard(sign):
    assert not is_hard(sign)


def test_a_character_is_read_as_its_word_wants_it():
    assert readings("银行", ALL) == ("yín", "háng")
    assert readings("行走", ALL) == ("xíng", "zǒu")
    assert readings("审判长", ALL) == ("shěn", "pàn", "zhǎng")


def test_only_hard_characters_are_read_where_that_is_wanted():
    assert readings("诉讼，QQ", HARD) == ("", "sòng", "", "", "")
    assert readings("诉讼，QQ", ALL) == ("sù", "sòng", "", "", "")
    assert readings("诉讼，QQ", NONE) == ("",) * 5


def test_without_the_library_nothing_is_read(monkeypatch):
    monkeypatch.setattr(pinyin, "can_read", lambda: False)
    readings.cache_clear()

    assert readings("诉讼", ALL) == ("", "")
    readings.cache_clear()


@given(st.text(alphabet=st.sampled_from("讼长行了a1 ，“”\n\u3000😀𠮷é"), max_size=30))
def test_there_is_one_reading_for_each_character(text):
    found = readings(text, ALL)

    assert len(found) == len(text)
    assert all(bool(sound) == (sign in "讼长行了") for sign, sound in zip(text, found, strict=True))
