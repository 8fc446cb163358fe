"""The command line as teachers and scripts use it: exit codes, formats, and no traceback ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli

ROOT = Path(__file__).resolve().parent.parent
CASE = (ROOT / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")


def mockcourt(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.fixture
def case(tmp_path):
    def write(text: str | bytes, name: str = "small_case.yaml") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    return write


def test_a_case_in_order_has_only_a_note_about_its_translation(case):
    said = mockcourt("check", case(CASE), "--format", "concise")

    assert said.returncode == 0
    assert [line.split(": ")[1][:4] for line in said.stdout.splitlines()] == ["C401"]


def test_strict_takes_notes_seriously(case):
    assert mockcourt("check", case(CASE), "--strict").returncode == 1


def test_json_gives_machines_everything(case):
    broken = CASE.replace("- exhibit: log", "- exhibit: lgo")

    said = mockcourt("check", case(broken), "--format", "json")
    row = json.loads(said.stdout)[0]

    assert said.returncode == 1
    assert set(row) == {"file", "line", "column", "code", "severity", "message", "hint"}
    assert (row["code"], row["line"], row["column"]) == ("C203", broken_line(broken, "lgo"), 18)
    assert "log" in row["hint"]


def test_sarif_and_github_point_at_the_same_place(case):
    broken = case(CASE.replace("- exhibit: log", "- exhibit: lgo"))
    line = broken_line(broken.read_text(encoding="utf-8"), "lgo")

    log = json.loads(mockcourt("check", broken, "--format", "sarif").stdout)
    result = log["runs"][0]["results"][0]
    command = mockcourt("check", broken, "--format", "github").stdout.splitlines()[0]

    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == line
    assert result["ruleId"] == "C203"
    assert command.startswith("::error file=")
    assert f"line={line},col=18,title=C203::no exhibit is called" in command


def test_all_findings_come_at_once_and_in_order(case):
    broken = CASE.replace("minutes: 5", "minutes: five").replace("part: defender", "part: defendr")

    rows = json.loads(mockcourt("check", case(broken), "--format", "json").stdout)

    assert [row["line"] for row in rows] == sorted(row["line"] for row in rows)
    assert len(rows) >= 2


def test_findings_speak_chinese(case):
    said = mockcourt("check", case(CASE.replace("minutes: 5", "minutes：5")), "--lang", "zh_CN")

    assert "冒号" in said.stdout
    assert said.returncode == 1


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02\xff" * 50,
        BOMB.encode(),
        CASE.encode("utf-16"),
        CASE.encode("gbk"),
        b"[[",
    ],
    ids=["empty", "binary", "billion laughs", "utf-16", "gbk", "brackets"],
)
def test_no_file_however_bad_brings_a_traceback(case, content):
    said = mockcourt("check", case(content))

    assert "Traceback" not in said.stdout + said.stderr
    assert said.returncode in (0, 1)
    assert said.stdout.strip()


def test_a_huge_file_is_refused_without_reading_it(tmp_path):
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    said = mockcourt("check", huge)

    assert said.returncode == 1
    assert "a case may have 2000 kB" in said.stdout


def test_a_folder_without_cases_and_a_file_that_is_not_there_are_told(tmp_path):
    (tmp_path / "folder.yaml").mkdir()

    missing = mockcourt("check", tmp_path / "nothing.yaml")
    folder = mockcourt("check", tmp_path / "folder.yaml")

    assert missing.returncode == 1
    assert "nothing.yaml" in missing.stdout
    assert "Traceback" not in folder.stdout + folder.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(case):
    file = case(CASE)
    file.chmod(0)

    assert mockcourt("check", file).returncode == 1


def test_a_case_for_a_newer_game_says_so_and_nothing_else(case):
    said = mockcourt("check", case(CASE.replace("format: 1", "format: 2")), "--format", "concise")

    assert len(said.stdout.splitlines()) == 1
    assert "newer version" in said.stdout


def test_a_wrong_word_on_the_command_line_is_misuse():
    assert mockcourt("chekc").returncode == 2
    assert mockcourt("play", "--role", "jury").returncode == 2


def test_help_speaks_the_language_that_is_asked_for():
    assert "输出格式" in mockcourt("check", "--lang", "zh_CN", "--help").stdout
    assert "scenario files" in mockcourt("check", "--help").stdout


def test_a_code_is_explained_with_a_wrong_and_a_right_example():
    said = mockcourt("explain", "C203").stdout

    assert "Wrong:" in said
    assert "Right:" in said


def test_slips_are_shown_before_they_are_mended(case):
    file = case(CASE.replace("minutes: 5", "minutes：5"))

    shown = mockcourt("fix", file, "--dry-run").stdout
    mended = mockcourt("fix", file, "--yes")

    assert "-minutes：5" in shown
    assert mended.returncode == 0
    assert file.read_text(encoding="utf-8") == CASE


def test_without_anybody_to_ask_nothing_is_mended(case):
    broken = CASE.replace("minutes: 5", "minutes：5")
    file = case(broken)

    assert mockcourt("fix", file).returncode == 1
    assert file.read_text(encoding="utf-8") == broken


def test_every_line_of_play_is_proved_for_every_role_and_cut():
    rows = json.loads(mockcourt("solve", "scenarios", "--json").stdout)

    assert {row["role"] for row in rows} == {"judge", "prosecution", "defence"}
    assert all(row["proved"] and row["best"] == 100 for row in rows)
    assert not any(row["dead_ends"] or row["unreachable"] for row in rows)


def test_a_case_is_drawn(case, tmp_path):
    picture = tmp_path / "case.svg"

    assert mockcourt("map", case(CASE), "-o", picture).returncode == 0
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_quizzes_go_out_and_come_back(case, tmp_path, monkeypatch):
    out = tmp_path / "quiz.gift"

    assert mockcourt("export", case(CASE), "--to", "gift", "-o", out).returncode in (0, 1)
    assert "Which? {" in out.read_text(encoding="utf-8")


def test_the_schema_is_json_and_explains_in_chinese():
    schema = json.loads(mockcourt("schema", "--lang", "zh_CN").stdout)

    assert "证据" in json.dumps(schema, ensure_ascii=False)


def test_schema_and_blocks_are_written_in_the_encoding_that_editors_read(tmp_path):
    for given in ((), ("--snippets",)):
        file = tmp_path / "out.json"
        said = mockcourt("schema", *given, "--lang", "zh_CN", "-o", file)

        assert (said.returncode, said.stdout) == (0, "")
        assert json.loads(file.read_bytes().decode("utf-8"))


def test_a_schema_that_cannot_be_written_is_told(tmp_path):
    said = mockcourt("schema", "-o", tmp_path / "nowhere" / "out.json")

    assert said.returncode == 1
    assert "cannot be written" in said.stderr


def test_check_imports_no_window():
    code = "from game.cli import main; main(['check', 'scenarios'])"
    look = "import sys; print('pygame' in sys.modules)"
    command = [sys.executable, "-c", f"{code}; {look}"]

    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert said.stdout.splitlines()[-1] == "False"


def test_the_shipped_scenarios_pass_strictly():
    said = mockcourt("check", "scenarios", "--strict", "--on", "2026-11-24")

    assert said.returncode == 0, said.stdout


def test_a_year_later_the_law_of_the_shipped_scenarios_is_to_be_checked_again():
    said = mockcourt("check", "scenarios", "--strict", "--on", "2028-01-01", "--format", "concise")

    assert said.returncode == 1
    assert {line.split(": ")[1][:4] for line in said.stdout.splitlines()} == {"C348"}


def test_every_text_is_in_the_catalogues_and_translated():
    said = mockcourt("catalogues", "--check")

    assert said.returncode == 0, said.stdout


def broken_line(text: str, word: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if word in line)


@pytest.mark.parametrize(("verb", "told"), [("play", True), ("map", False)])
def test_a_mistake_of_the_game_itself_is_a_sentence_and_a_report(
    verb, told, monkeypatch, capsys, own_home
):
    def broken(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setitem(cli.VERBS, verb, broken)

    assert cli.main([verb, "free_skins"]) == cli.FELL
    said = capsys.readouterr()
    (file,) = (own_home / "reports").iterdir()
    assert "Traceback" not in said.err + said.out
    assert file.name in said.err
    assert ("Nothing is lost" in said.err) is told
    assert "ZeroDivisionError" in file.read_text("utf-8")


def test_even_a_broken_catalogue_leaves_a_sentence(monkeypatch, capsys):
    def broken(*_: object) -> int:
        raise OSError(2, "No such file")

    monkeypatch.setattr(cli, "catalogues", broken)

    assert cli.main(["check", "--lang", "zh_CN"]) == cli.FELL
    assert "No such file" in capsys.readouterr().err
