"""The terminal through a pipe: numbers go in, plain text comes out, and leaving is polite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def mockcourt(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


PLAY = ("play", "free_skins", "--face", "terminal")


def test_the_end_of_input_ends_politely_with_the_work_saved():
    first = mockcourt(*PLAY, "--role", "judge", typed="5 6 7\n")
    again = mockcourt(*PLAY, typed="1\n")

    assert first.returncode == 0
    assert "Your work is saved" in first.stdout
    assert "Go on where you stopped" in again.stdout
    assert "[Right] “Ten pairs of foxes, free for this guild” – A trap." in again.stdout
    assert first.stderr == again.stderr == ""


def test_a_slip_of_the_finger_is_told_and_costs_nothing():
    said = mockcourt(*PLAY, "--role", "judge", typed="x\n99\n1 1\n")

    assert "Please type a number." in said.stdout
    assert "There are only the numbers 1 to 14." in said.stdout
    assert "cannot be picked twice" in said.stdout


def test_full_width_digits_count_as_digits():
    said = mockcourt(*PLAY, "--role", "judge", typed="５　６、７\n")

    assert "[Right] “Ten pairs of foxes, free for this guild” – A trap." in said.stdout


def test_the_record_can_be_read_at_any_turn():
    said = mockcourt(*PLAY, "--role", "defence", typed="r\nh\nq\n")

    assert "== Court record ==" in said.stdout
    assert "Type t for a hint" in said.stdout


def test_hints_come_one_by_one_and_then_there_are_no_more():
    case = str(ROOT / "tests" / "cases" / "small_case.yaml")
    typed = "t\n1\n1\n" + "t\n" * 3

    said = mockcourt("play", case, "--face", "terminal", "--role", "judge", typed=typed).stdout

    answers = ["There is no hint here.", "Hint 1 of 2: Who can help?",
               "Hint 2 of 2: Money moves fast.", "There are no more hints."]  # fmt: skip
    places = [said.find(answer) for answer in answers]
    assert -1 not in places
    assert places == sorted(places)


def test_everything_can_be_asked_for_step_by_step():
    said = mockcourt("play", "--face", "terminal", typed="1\n2\n")

    assert "Which case?" in said.stdout
    assert "Which role?" in said.stdout
    assert "You are: " in said.stdout


def test_without_a_display_the_court_meets_in_the_terminal(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)

    said = mockcourt("play", "free_skins", "--role", "judge", typed="q\n")

    assert said.stdout.startswith("There is no screen for a window here")
    assert said.returncode == 0


def test_a_case_that_does_not_exist_is_a_sentence_not_a_traceback():
    said = mockcourt("play", "no_such_case", "--face", "terminal")

    assert said.returncode == 1
    assert "no case “no_such_case”" in said.stdout
    assert said.stderr == ""


def test_a_cut_that_does_not_exist_is_told():
    said = mockcourt(*PLAY, "--role", "judge", "--cut", "17")

    assert said.returncode == 2
    assert "15, 40, 80" in said.stdout


def test_no_line_of_chinese_is_wider_than_the_terminal():
    from game.text.breaking import columns

    said = mockcourt("play", "free_skins", "--auto", "expert", "--lang", "zh_CN")

    assert max(columns(line) for line in said.stdout.splitlines()) <= 80


def test_a_speech_is_announced_with_its_time_and_rated_line_by_line(tmp_path):
    case = (ROOT / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
    path = tmp_path / "small_case.yaml"
    head = case[: case.index("    beats:\n")]
    beat = "{role: judge, ask: Close., seconds: 30, rubric: {z1: Says the point, z2: Looks up}}"
    path.write_text(f"{head}    beats: [{{speak: {beat}}}]\n", encoding="utf-8")

    said = mockcourt("play", str(path), "--face", "terminal", "--role", "judge", typed="3\n4\n1\n")

    assert "Speak for 30 seconds." in said.stdout
    assert "2 of 2: Looks up" in said.stdout
    assert "There are only the numbers 1 to 3." in said.stdout
    assert "Those who listen say: fully. It earns no marks." in said.stdout


def test_a_case_without_numbers_to_call_has_no_heading_for_them(tmp_path):
    small = (ROOT / "tests" / "cases" / "small_case.yaml").read_text("utf-8")
    file = tmp_path / "small_case.yaml"
    without = "".join(line for line in small.splitlines(True) if "calls: {c1" not in line)
    file.write_text(without.replace('help: {"110": Police, "12388": Not this}\n', ""), "utf-8")

    said = mockcourt("play", str(file), "--auto", "expert")

    assert "What this trial taught" in said.stdout
    assert "Where to get help" not in said.stdout


def test_an_answer_is_taken_back_by_typing_z_where_that_is_fair():
    fair = mockcourt(*PLAY, "--role", "judge", "--feedback", "end", typed="5 6 7\nz\nq\n")
    unfair = mockcourt(*PLAY, "--role", "judge", typed="z\n5 6 7\nz\nq\n")

    assert "Your last answer is taken back." in fair.stdout
    assert "There is no answer to take back yet." in unfair.stdout
    assert "so it stands" in " ".join(unfair.stdout.split())
