"""The bench holds its figures against limits, goals and peers, and tells which are missed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.authoring.solver.solve import solve
from game.bench import bare, run, school
from game.bench.peers import ENGINE, against, folders
from game.bench.row import Row
from game.bench.stories import knotted, story
from game.scenario.load import load_text
from game.scenario.steps import Role
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("against", "value", "missed"),
    [
        ("limit 2 s", 1.9, False),
        ("limit 2 s", 2.0, True),
        ("at least 2", 1.9, True),
        ("at least 2", 2.0, False),
        ("inkjs", 9.0, False),
    ],
)
def test_a_limit_is_passed_and_a_goal_not_reached(against, value, missed):
    assert Row("x", value, "s", against, 2.0).is_missed is missed


def test_json_has_what_is_documented_and_no_ratio_without_a_peer(monkeypatch, capsys):
    rows = [
        Row("one", 3.0, "s", "limit 2 s", 2.0),
        Row("two", 3.0, "s", against("inkjs", None), None),
    ]
    monkeypatch.setattr(run, "measured", lambda root, wish: iter(rows))

    code = run.bench(Path(), True, str, run.Wish())

    assert code == 1
    assert json.loads(capsys.readouterr().out) == [
        {"name": "one", "value": 3.0, "unit": "s", "against": "limit 2 s", "ratio": 1.5},
        {
            "name": "two",
            "value": 3.0,
            "unit": "s",
            "against": "inkjs (peer not installed)",
            "ratio": None,
        },
    ]


def test_without_the_peer_people_read_how_to_install_it(monkeypatch, capsys):
    row = Row("two", 3.0, "s", against("inkjs", None), None)
    monkeypatch.setattr(run, "measured", lambda root, wish: iter([row]))

    code = run.bench(Path(), False, str, run.Wish())

    assert code == 0
    assert "npm install --prefix" in capsys.readouterr().out


def test_the_peer_is_looked_for_where_the_environment_says_then_above(monkeypatch, tmp_path):
    monkeypatch.setenv("MOCKCOURT_PEERS", str(tmp_path / "named"))
    (tmp_path / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "er")

    looked = list(folders())

    assert looked[0] == tmp_path / "named"
    assert tmp_path.resolve() in [folder.resolve() for folder in looked[1:]]
    assert ENGINE.parts[0] == "node_modules"


@pytest.mark.parametrize("lines", [50, 700])
def test_a_made_up_case_has_its_length_and_nothing_to_mend(lines):
    made = story(lines)

    found = load_text(made.case, Path("story.yaml"))

    assert found.diagnostics == ()
    assert lines <= made.lines < lines + 25


def test_each_pair_of_knotted_questions_doubles_what_must_be_looked_at():
    found = [load_text(knotted(pairs).case, Path("knotted.yaml")) for pairs in (3, 6)]
    assert [f.diagnostics for f in found] == [(), ()]

    few, many = (solve(f.scenario, Role.JUDGE) for f in found)

    assert many.proved
    assert many.states > 2**3 * few.states


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only /proc tells what was spent")
@pytest.mark.parametrize("mode", ["together", "each"])
def test_a_small_school_is_served_and_loses_nothing(tmp_path, mode):
    case = tmp_path / "packs" / "story" / "story.yaml"
    case.parent.mkdir(parents=True)
    case.write_text(story(100).case, encoding="utf-8")
    around = {**os.environ, "MOCKCOURT_HOME": str(tmp_path)}

    with school.serving(ROOT, around) as server:
        told = school.lesson(server, 5.0, rooms=2, students=20, mode=mode)

    late = told["refused"] + told["skipped"]
    assert (told["acts"] + late, told["votes"]) == (20, 12 if mode == "together" else 0)
    assert late <= 4  # of those who answer for a reader as well
    assert told["unseen"] == 0
    assert school.missing(tmp_path / "class" / "class.sqlite3", told["acknowledged"]) == 0
    assert school.missing(tmp_path / "class" / "class.sqlite3", [["no room", "none"]]) == 1


def test_a_bare_loop_costs_something():
    assert bare.drained(60, 200, 0.2) > 0
