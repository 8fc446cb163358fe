"""Each check finds what is unfair, at its exact place. Its manual is tested in test_codes."""

from __future__ import annotations

import pytest

from game.scenario.checks.telling import telling
from game.scenario.codes import manual
from game.scenario.codes_of_beats import SENTENCED
from game.scenario.kinds import scenario_checks

DECIDE = """\
- decide:
    ask: What now?
    choices:
      ask_mum: {says: Ask mum., sound: yes}
      send_code: {says: Send it., because: A code is a password.}
      wait: {says: Wait., because: It is stolen by then.}
"""
EXHIBITS = """\
exhibits:
  log:
    {title: x, kind: record, offered_by: prosecution, shows: x, because: x}
"""


def with_beats(case, beats, more=""):
    text = case(beats)
    return text + more


def of(code, findings):
    return [finding[1:] for finding in findings if finding[0] == code]


def test_every_check_is_found_without_being_listed():
    assert len(scenario_checks()) >= 5
    assert all(module.__doc__.startswith("C3") for module in scenario_checks())


def test_decoy_without_because_is_pointed_at_by_its_id(case, found):
    text = case(DECIDE.replace(", because: A code is a password.", ""))

    assert of("C301", found(text)) == [(37, 13, "send_code")]


def test_half_right_choice_needs_a_reason_too(case, loaded):
    text = case(DECIDE.replace("because: A code is a password.", "sound: partly"))
    (finding,) = loaded(text).diagnostics

    assert finding.code == "C301"
    assert "half right" in str(finding.message)


@pytest.mark.parametrize(
    ("says", "word"), [("[x](trap:free_gift)", "only traps"), ("[x](honest:notice)", "no trap")]
)
def test_spot_needs_both_kinds_of_phrases(says, word, case, loaded):
    text = case("documents:\n  chat: {kind: chat, title: x, messages: [{says: '" + says + "'}]}")
    (finding,) = [d for d in loaded(text).diagnostics if d.code == "C302"]

    assert word in str(finding.message)
    assert finding.spot.length == len("chat")


@pytest.mark.parametrize(
    "name",
    [
        "correct",
        "decoy_1",
        "wrong2",
        "the_right_one",
        "best_answer",
        "fake_receipt",
        "true",
        "bad_1",
        "right_b",
        "trap_phone",
        "leading_1",
        "improper",
    ],
)
def test_id_that_tells(name):
    assert telling(name)


@pytest.mark.parametrize(
    "name",
    [
        "ask_mum",
        "best_friend",
        "right_to_silence",
        "bad_weather",
        "answer_call",
        "leading_lawyer",
        "correction",
        "q1",
        "m2",
        "yes_man",
    ],
)
def test_id_that_tells_nothing(name):
    assert telling(name) is None


def test_telling_ids_are_found_wherever_they_travel(case, found):
    beats = DECIDE.replace("ask_mum", "correct")
    more = EXHIBITS.replace("log:", "fake_log:")
    text = with_beats(case, beats, more).replace('{by: lin, at: "20:14"', "{id: trap_1, by: lin")

    assert of("C303", found(text)) == [
        (22, 14, "trap_1"),
        (36, 13, "correct"),
        (40, 3, "fake_log"),
    ]


@pytest.mark.parametrize(
    "when",
    [
        "{chose: ask_mum}",
        "{not: {chose: ask_mum}}",
        "{any: [{chose: ask_mum}, {chose: wait}]}",
        "{not: {all: [{chose: ask_mum}, {chose: wait}]}}",
        "{admitted: log}",
        "{chose: wait, excluded: log}",
    ],
)
def test_condition_that_can_hold(when, case, found):
    beats = DECIDE + "- exhibit: log\n- say: Later.\n  when: " + when

    assert of("C304", found(with_beats(case, beats, EXHIBITS))) == []


@pytest.mark.parametrize(
    "when",
    [
        "{all: [{chose: ask_mum}, {chose: wait}]}",
        "{chose: ask_mum, not: {chose: ask_mum}}",
        "{admitted: log, excluded: log}",
        "{not: {any: [{chose: ask_mum}, {chose: send_code}, {chose: wait}]}}",
        "{not: {any: [{admitted: log}, {excluded: log}]}}",
    ],
)
def test_condition_that_can_never_hold(when, case, found):
    beats = DECIDE + "- exhibit: log\n- say: Never.\n  when: " + when

    assert [word for *_, word in of("C304", found(with_beats(case, beats, EXHIBITS)))] == ["when"]


def test_condition_on_what_comes_later(case, found):
    beats = (
        "- say: Too early.\n  when: {chose: wait, admitted: log}\n" + DECIDE + "- exhibit: log\n"
    )

    assert of("C304", found(with_beats(case, beats, EXHIBITS))) == [
        (34, 23, "wait"),
        (34, 39, "log"),
    ]


def test_condition_on_an_exhibit_that_never_comes(case, loaded):
    beats = "- say: Never.\n  when: {admitted: log}\n"
    result = loaded(with_beats(case, beats, EXHIBITS))

    assert "never put before the court" in str(result.diagnostics[0].message)


def test_condition_that_depends_on_very_much_is_taken_on_trust(case, found):
    parts = ", ".join(f"{{chose: c{n}_a}}" for n in range(20))
    beats = "".join(
        f"- decide:\n    ask: x\n    choices:\n      c{n}_a: {{says: x, sound: yes}}\n"
        f"      c{n}_b: {{says: x, because: x}}\n      c{n}_c: {{says: x, because: x}}\n"
        for n in range(20)
    )

    assert of("C304", found(case(beats + "- say: x\n  when: {all: [" + parts + "]}"))) == []


def test_missing_part_of_the_court_is_named(case, loaded):
    result = loaded(
        case("people: {lin: {name: Lin, part: presiding_judge}, zhou: {name: Z, part: clerk}}")
    )

    assert [str(d.hint) for d in result.diagnostics if d.code == "C305"] == [
        "add a person with part: prosecutor",
        "add a person with part: defender",
    ]


def test_range_with_its_larger_number_first_is_said_to_be_that(case, loaded):
    text = case(SENTENCED.replace("decide: [8, 14]", "decide: [14, 8]"))
    (finding,) = loaded(text).diagnostics

    assert str(finding.message) == "the larger number stands first in this range"
    assert str(finding.hint) == "write decide: [8, 14]"


# C207 names the limits, which is all there is to say.
HINTED = [c for c, page in manual().items() if page.fail and c[:2] in ("C2", "C3") and c != "C207"]


@pytest.mark.parametrize("code", HINTED)
def test_every_finding_about_form_or_fairness_says_how_to_mend_it(code, case, loaded):
    for finding in loaded(case(manual()[code].fail)).diagnostics:
        assert finding.hint is not None
