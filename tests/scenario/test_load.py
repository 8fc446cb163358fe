"""A file is loaded whole or not at all, and all that is to be said about it is said at once."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import astuple

from game.scenario import kinds
from game.scenario.load import MOST, load, load_laws, load_text

ROOT = Path(__file__).parent.parent.parent
SCENARIOS = ROOT / "scenarios"


def test_scenario_comes_with_its_text_and_path(tmp_path, case):
    path = tmp_path / "case.yaml"
    path.write_text(case(""), encoding="utf-8")
    loaded = load(path)

    assert loaded.path == path
    assert loaded.text == case("")
    assert loaded.scenario.title == "The free skins"
    assert loaded.diagnostics == ()


def test_everything_is_found_at_once_and_in_order(case, found):
    text = case(
        "title：免费\nlevel: junoir\nminutes: 400\nsummary: Note: this\ncuts: {15: [chta]}\n"
        "scenes:\n  - id: chat\n    title: x\n    chain: prevention\n"
        "    beats:\n      - spto: chat\n"
    )

    assert [(code, line, word) for code, line, _, word in found(text)] == [
        ("C110", 4, "："),
        ("C119", 5, ":"),
        ("C205", 6, "junoir"),
        ("C207", 7, "400"),
        ("C213", 33, "spto"),
        ("C203", 34, "chta"),
    ]


def test_warnings_do_not_keep_a_scenario_back(case, loaded):
    result = loaded(case("honest:\n  notice: x\n  mail: y"))

    assert result.scenario is not None
    assert [d.severity.value for d in result.diagnostics] == ["warning"]


def test_id_must_be_the_name_of_the_file(case, found):
    assert found(case("id: other")) == [("C211", 2, 5, "other")]


def test_newer_format_is_one_clear_sentence_and_nothing_else(case, loaded):
    (finding,) = loaded(case("format: 2\nwhat_is_new: [1, 2]")).diagnostics

    assert (finding.code, *astuple(finding.spot)) == ("C212", 1, 9, 1)
    assert "newer version of the game" in str(finding.message)


@pytest.mark.parametrize("format", ["0", "-1"])
def test_there_never_was_such_a_format(format, case, found):
    assert [code for code, *_ in found(case(f"format: {format}"))] == ["C205"]


def test_slip_is_reported_instead_of_yamls_own_complaint(case, found):
    assert found(case("based_on:\n\tkind: invented\n\tnote: x")) == [
        ("C115", 11, 1, "\t"),
        ("C115", 12, 1, "\t"),
    ]


def test_check_that_trips_over_a_broken_part_is_silent(case, loaded, monkeypatch):
    monkeypatch.setattr(kinds, "scenario_checks", lambda: (Tripping,))

    assert [d.code for d in loaded(case("level: x")).diagnostics] == ["C205"]
    with pytest.raises(ZeroDivisionError):
        loaded(case(""))


class Tripping:
    """A check with a mistake in it."""

    NEEDS = ()

    @staticmethod
    def check(case):
        yield 1 / 0


def test_check_waits_when_what_it_needs_was_lost(case, found):
    text = case("people:\n  lin: {name: Lin, part: presiding_jugde}")

    assert [code for code, *_ in found(text) if code != "C203"] == ["C205"]


def test_there_is_an_end_to_findings(loaded):
    *found, rest = loaded("a: 1\n" * (MOST + 100)).diagnostics

    assert len(found) == MOST
    assert (rest.code, rest.spot.line) == ("C199", found[-1].spot.line + 1)
    assert "more findings below" in str(rest.message)


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_files_have_no_errors(path):
    laws, found = load_laws(SCENARIOS / "laws.yaml")

    assert found == ()
    if path.stem != "laws":
        assert load(path, laws).diagnostics == ()


def test_shipped_case_survives_windows_line_ends(tmp_path):
    path = tmp_path / "free_skins.yaml"
    path.write_bytes((SCENARIOS / "free_skins.yaml").read_bytes().replace(b"\n", b"\r\n"))

    assert load(path).scenario == load(SCENARIOS / "free_skins.yaml").scenario


def test_checking_needs_no_window_and_no_catalogues():
    code = "import sys, game.scenario.load; print(*sys.modules)"
    names = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()

    assert not {"pygame", "babel", "dataclasses", "asyncio"} & set(names)


def test_a_long_case_takes_neither_long_nor_much():
    text = long_case(20_000)
    started = time.process_time()

    result = load_text(text, Path("case.yaml"))

    assert time.process_time() - started < 3  # the honest figure is in the bench; this is a fence
    assert result.scenario is not None
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1_000_000


def long_case(lines):
    """A case of about so many lines, whose chat goes on and on."""
    head = whole_head()
    message = (
        '      - by: lin\n        at: "20:14"\n        says: "You [get](trap:free_gift) it."\n'
    )
    message += "      - by: zhou\n        says: See [the page](honest:notice), 请看公告。\n"
    return head.replace("MESSAGES", (message * (lines // 5)).rstrip())


def whole_head():
    return """\
format: 1
id: case
language: en
title: Long
summary: Long.
level: junior
minutes: 40
proceeding: criminal
court: The court of Heyan
based_on: {kind: invented, note: Nothing in it is real.}
review: {law_checked: 2026-11-23, by: nobody yet, status: a draft}
people:
  lin: {name: Lin, part: presiding_judge}
  zhou: {name: Zhou, part: prosecutor}
  he: {name: He, part: defender}
documents:
  chat:
    kind: chat
    title: A group chat
    messages:
MESSAGES
traps:
  free_gift: {kind: free_lure, tell: A stranger gives you something., lesson: Ask first.}
honest:
  notice: It is the official page.
scenes:
  - {id: chat, title: The chat, chain: prevention, beats: [{spot: chat}]}
"""
