"""Which beat a line belongs to, what changed between two saves, and where beats have gone."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.scenario.load import load_text
from game.trial.record import begin, program
from game.window.preview.places import END, beat_at, changed_line, moved, stops
from game.window.preview.rehearsal import starts

CASE = Path(__file__).parents[1] / "cases" / "small_case.yaml"
SMALL = CASE.read_text(encoding="utf-8")


def case_of(text: str):
    return load_text(text, CASE).scenario


def line_with(words: str) -> int:
    return 1 + next(n for n, line in enumerate(SMALL.split("\n")) if words in line)


def test_every_line_belongs_to_the_beat_that_it_is_played_in(small_case):
    played = {
        "title: A small case": "bait.0",
        "part: account": "bait.1",  # the account writes in the chat
        "part: defendant": "court.2",  # the defendant is questioned
        "issues:": "bait.0",
        "deceit:": "court.0",  # the first exhibit asks what it proves
        "shot: {title": "court.1",
        "id: m1": "bait.1",
        "id: s2": "bait.4",
        "free: {kind": "bait.1",
        "notice: It is": "bait.1",
        "id: court": "court.0",
        "chain: traceability": "court.0",
        "when: {chose: tell}": "bait.3",
        "ask: Age?": "court.11",
        "based_on:": END,
        'help: {"110"': END,
    }
    assert {words: beat_at(small_case, line_with(words)) for words in played} == played


def test_lines_before_and_after_the_file_are_the_ends_of_the_case(small_case):
    assert beat_at(small_case, 0) == "bait.0"
    assert beat_at(small_case, 10**6) == END


def test_the_changed_line_is_the_first_that_differs():
    assert changed_line("a\nb\nc", "a\nB\nc") == 2
    assert changed_line("a\nc", "a\nb\nc") == 2
    assert changed_line("a\nb", "a\nb\nc") == 3


def test_where_lines_are_gone_it_is_the_line_before():
    assert changed_line("a\nb\nc", "a\nc") == 1
    assert changed_line("a\nb\nc", "a\nb") == 2
    assert changed_line("a\nb", "b") == 1


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_the_changed_line_is_always_a_line_of_the_new_text(old, new):
    old_text, new_text = "\n".join(old), "\n".join(new)
    assert 1 <= changed_line(old_text, new_text) <= new_text.count("\n") + 1


def test_beats_are_followed_when_others_come_go_or_are_rewritten(small_case):
    longer = case_of(SMALL.replace("- say: Once.", "- say: Once.\n      - say: Twice."))
    assert moved(small_case, longer)["bait.1"] == "bait.2"
    assert moved(longer, small_case)["bait.2"] == "bait.1"
    assert "bait.1" not in moved(longer, small_case)
    rewritten = case_of(SMALL.replace("What now?", "What next?"))
    assert all(one == other for one, other in moved(small_case, rewritten).items())


def test_the_stops_divide_all_the_steps_of_a_trial(shipped, small_case):
    for case in (shipped, small_case):
        begins = starts(case)
        assert tuple(begins) == stops(case)
        assert list(begins.values()) == sorted(begins.values())
        assert begins[END] == len(begin(program(case)).steps)
