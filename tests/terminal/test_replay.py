"""A recorded trial is shown again: a line of play of the solver, or what a player has finished."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.solver.report import show_solutions
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    Links,
    Picked,
    Range,
    Role,
    TurnKind,
    Worth,
)
from game.scenario.words import T
from game.session.stuck import can_be_answered
from game.session.wish import Wish
from game.terminal.replay import replay
from game.trial.record import is_over, open_ask
from game.trial.scoring import best_picks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = ROOT / "tests" / "cases" / "small_case.yaml"
AFTER = "      - say: She told her mum."
STUCK = (
    "      - quiz: {ask: Age?, because: B., amount: {offered: [30, 0], exact: [14, 14], "
    "unit: years}}\n        when: {chose: pay}\n" + AFTER
)


@pytest.fixture
def watch(come_in, capsys):
    """Replays a file; what is printed, on one line, and the exit code."""

    def watch(file, wish=None, hands_over=False):
        capsys.readouterr()
        code = replay(come_in(), wish or Wish(), file, hands_over)
        return " ".join(capsys.readouterr().out.split()), code

    return watch


def finished(reception, home, role=Role.JUDGE):
    """The record of a trial that somebody has played to its end."""
    table = reception.trials.start(reception.shelf.get("small_case"), role, Wish(seed=3))
    while not is_over(table.session.trial):
        trial = table.session.trial
        picks = best_picks(open_ask(trial, role), trial.answers)
        assert table.submit(Action(len(trial.moves), role, picks)) is None
    return home / "saves" / "small_case.finished"


def witnesses(shelf, tmp_path):
    case, folder = shelf / "small_case.yaml", tmp_path / "lines"
    show_solutions([case], True, str, witness=folder)
    return folder


def test_the_record_of_a_dead_end_leads_to_it(shelf, tmp_path, watch, capsys):
    case = shelf / "small_case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace(AFTER, STUCK), encoding="utf-8")

    show_solutions([case], False, str, witness=tmp_path / "lines")
    told = next(line for line in capsys.readouterr().out.splitlines() if "play --replay" in line)
    said, code = watch(Path(told.split()[-1]))

    assert code == 0
    assert "the trial is stuck: Judge is asked “bait.3.judge”" in said
    assert "Prosecution answers:" in said


@pytest.mark.parametrize("role", list(Role))
def test_the_record_of_the_best_marks_earns_them_and_that_of_the_worst_none(
    shelf, tmp_path, watch, role
):
    folder = witnesses(shelf, tmp_path)

    best, _ = watch(folder / f"small_case.{role}.best.journal", Wish(role=role))
    worst, _ = watch(folder / f"small_case.{role}.worst.journal", Wish(role=role))

    assert "Your marks: 100 of 100" in best
    assert "Your marks: 0 of 100" in worst


FLIPPED = """\
parameters:
  age: {says: "How old is he?", values: {seven: Seven, twelve: Twelve}}
people:
"""
FLIPS = """\
      - quiz:
          ask: Is it valid?
          because: It depends.
          choices:
            v1: {says: Void., sound: yes, because: N, if: {twelve: {sound: no}}}
            v2: {says: It waits., because: N, if: {twelve: {sound: yes}}}
            v3: {says: Valid., because: N}
help: {"""


def test_the_record_of_a_variant_is_shown_with_the_facts_of_that_variant(shelf, tmp_path, watch):
    file = shelf / "small_case.yaml"
    text = file.read_text("utf-8").replace("people:\n", FLIPPED, 1)
    file.write_text(text.replace("\nhelp: {", "\n" + FLIPS, 1), "utf-8")
    assert show_solutions([file], True, str, witness=tmp_path / "witness") == 0

    said, code = watch(tmp_path / "witness" / "small_case[twelve].judge.best.journal")

    assert code == 0
    assert "In this trial: How old is he? Twelve" in said
    assert "= It waits." in said
    assert "100 of 100" in said


def test_json_names_the_records(shelf, tmp_path, capsys):
    folder = witnesses(shelf, tmp_path)

    rows = json.loads(capsys.readouterr().out)

    for row in rows:
        assert Path(row["records"]["best"]).is_file()
        assert Path(row["records"]["worst"]).parent == folder


def test_a_finished_trial_is_shown_to_its_debrief(come_in, own_home, watch):
    said, code = watch(finished(come_in(), own_home))

    assert code == 0
    assert "Your marks: 100 of 100" in said
    assert "Prosecution answers:" not in said  # an empty chair


def test_a_case_that_was_changed_says_at_which_move_and_shows_what_still_holds(
    come_in, own_home, shelf, watch
):
    record = finished(come_in(), own_home)
    case = shelf / "small_case.yaml"
    text = case.read_text(encoding="utf-8")
    case.write_text(
        text.replace("tell: {says", "tells: {says").replace("chose: tell", "chose: tells")
    )

    said, code = watch(record)

    number = 1 + next(
        n for n, line in enumerate(record.read_text().splitlines()[1:]) if "bait.2.judge" in line
    )
    assert code == 1
    assert "= Ten free skins" in said
    assert "The case was changed after this was recorded." in said
    assert f"Move {number} of " in said
    assert "Judge answered “bait.2.judge” with “tell”. That was not on offer." in said


def test_a_question_that_comes_later_now_says_what_is_asked_instead(
    come_in, own_home, shelf, watch
):
    record = finished(come_in(), own_home)
    case = shelf / "small_case.yaml"
    lines = case.read_text(encoding="utf-8").splitlines(keepends=True)
    log = next(n for n, line in enumerate(lines) if "- exhibit: log" in line)
    lines[log : log + 2] = lines[log + 1], lines[log]
    case.write_text("".join(lines), encoding="utf-8")

    said, code = watch(record)

    assert code == 1
    assert "Here the case asks “rule.shot” instead." in said


def test_a_record_that_only_changed_beside_its_moves_is_shown_whole(
    come_in, own_home, shelf, watch
):
    record = finished(come_in(), own_home)
    case = shelf / "small_case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("A tiny case.", "Another."))

    assert watch(record)[1] == 0


def test_where_moves_are_left_the_player_goes_on(come_in, own_home, watch, monkeypatch):
    record = finished(come_in(), own_home)
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    record.write_text("".join(lines[:3]), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))

    said, code = watch(record, hands_over=True)

    assert code == 0
    assert "The record ends here: Judge is asked “bait.2.judge”." in said
    assert said.count("> What now?") == 1
    assert said.endswith("A trial that is shown again is not saved.")
    assert said.count("A tiny case.") == 1  # what was shown is not shown again


def test_without_anybody_to_go_on_it_ends_where_the_record_ends(come_in, own_home, watch):
    record = finished(come_in(), own_home)
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    record.write_text("".join(lines[:3]), encoding="utf-8")

    said, code = watch(record)

    assert code == 0
    assert said.endswith("The record ends here: Judge is asked “bait.2.judge”.")


def test_what_is_no_record_or_not_there_is_a_sentence(tmp_path, watch):
    (tmp_path / "no.journal").write_text("hello\n")

    said, code = watch(tmp_path / "no.journal")
    gone, missing = watch(tmp_path / "gone.journal")

    assert (code, missing) == (1, 1)
    assert "no.journal is no record of a trial" in said
    assert "cannot be opened" in gone


def test_a_record_whose_case_is_gone_names_it(come_in, own_home, shelf, watch):
    record = finished(come_in(), own_home)
    (shelf / "small_case.yaml").unlink()

    said, code = watch(record)

    assert code == 1
    assert "The case “small_case” of this record is gone" in said


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(junk=st.binary(max_size=60), at=st.floats(0, 1))
def test_no_damage_to_a_record_ever_raises(come_in, own_home, watch, junk, at):
    record = finished(come_in(), own_home)
    content = record.read_bytes()
    cut = int(at * len(content))
    record.write_bytes(content[:cut] + junk + content[cut:])

    assert watch(record)[1] in (0, 1)


NEVER = Picked("bait.2.judge", "nobody")
ONE, PARTNERS = Worth(), Links((), each=(1, 1))


def asked(kind=TurnKind.CHOOSE, marking=ONE, **fields):
    return Ask("x", kind, Criterion.LAW, T("?"), marking=marking, **fields)


@pytest.mark.parametrize(
    ("ask", "can"),
    [
        (asked(choices=(Choice("a", T("x")),)), True),
        (asked(choices=(Choice("a", T("x"), when=NEVER),)), False),
        (asked(TurnKind.MARK, choices=(), least=0), True),
        (asked(TurnKind.PAIR, PARTNERS, choices=(Choice("a", T("x")),)), True),
        (asked(TurnKind.AMOUNT, choices=(), range=Range(3, 5, 1, T("x"))), True),
        (asked(TurnKind.AMOUNT, choices=(), range=Range(5, 3, 1, T("x"))), False),
    ],
)
def test_an_ask_without_any_legal_answer_is_known(small_case, ask, can):
    assert can_be_answered(ask, {}) is can


def test_a_folder_that_cannot_be_written_is_told(shelf, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")

    code = show_solutions([shelf / "small_case.yaml"], False, str, witness=tmp_path / "file" / "x")

    assert code == 1
    assert "cannot be written" in capsys.readouterr().err
