"""The example in the docstring of a kind of beat is one that a teacher may copy."""

from __future__ import annotations

from importlib import import_module

import pytest

from game.scenario.walk import sentences


@pytest.mark.parametrize("kind", ["turns", "remedy", "screen", "speak"])
def test_example_of_a_kind_of_beat_has_no_findings(kind, case, found):
    module = import_module(f"game.scenario.beats.{kind}")
    example = module.__doc__.split("\n\n")[1]

    assert found(case(example)) == []


def test_words_that_are_counted_are_translated_with_the_rest(small_case):
    texts = {written.text for written in sentences(small_case)}

    assert {"free", "friends", "Star", "Says the point"} <= texts
