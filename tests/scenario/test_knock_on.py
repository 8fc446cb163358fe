"""What only follows from another finding is not said: the cause is, and it alone."""

from __future__ import annotations

import pytest

from game.scenario.codes_of_beats import EXAMINED, LOG, PHRASES, SENTENCED, scene

DECIDED = """\
- decide:
    ask: A stranger wants the login code. What now?
    choices:
      ask_mum: {says: Ask mum first., sound: 是, because: Two heads see more.}
      send_code: {says: Send the code., because: A code is as good as a password.}
      wait: {says: Wait., because: He keeps the pressure on.}
"""
NAMED = scene("- spot: {document: chat, name: [free_gift]}")


def test_range_that_is_no_range_is_not_held_against_the_others(case, found):
    text = case(SENTENCED.replace("lawful: [0, 36]", "lawful: 36"))

    assert [f[::3] for f in found(text)] == [("C204", "36")]


def test_choice_whose_soundness_cannot_be_read_is_not_missed(case, found):
    assert [f[::3] for f in found(case(DECIDED))] == [("C205", "是")]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [("exhibti: log", ("C213", "exhibti")), ("exhibit: lgo", ("C203", "lgo"))],
)
def test_exhibit_under_a_wrong_name_is_not_also_said_to_be_unseen(wrong, expected, case, found):
    text = case(LOG + scene(f"- {wrong}\n" + EXAMINED))

    assert [f[::3] for f in found(text)] == [expected]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("(trap:free_gift)", "（trap:free_gift）", "C215"),
        ("(trap:free_gift)", "(trap:free_gft)", "C203"),
    ],
)
def test_trap_whose_mark_is_faulty_is_not_said_to_be_unmarked(right, wrong, code, case, found):
    text = case(PHRASES.replace(right, wrong) + NAMED)

    assert [f[0] for f in found(text)] == [code]


TWO_MESSAGES = """\
documents:
  chat:
    kind: chat
    title: A group chat
    messages:
      - by: lin
        says: "[Only today](trap:free_gift)!"
        by: zhou
        says: "See [the notice page](honest:notice)."
"""


def test_item_that_grew_into_the_one_above_is_one_finding(case, found):
    assert [f[::3] for f in found(case(TWO_MESSAGES))] == [("C131", "by")]


def test_sound_step_is_checked_beside_a_faulty_one(case, found):
    second = DECIDED.replace("ask_mum", "tell").replace("sound: 是, ", "")
    text = case(DECIDED + second.replace("send_code", "send").replace("wait", "stay"))

    assert [f[0] for f in found(text)] == ["C205", "C310"]
