"""The shelf as a whole: what comes back from case to case, so that it is learned."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from game.scenario.court import is_trial
from game.scenario.names import Proceeding
from game.session.shelf import Shelf

KINDS_IN_THREE = 8


def test_eight_kinds_of_trap_come_back_in_three_cases_or_more(cases):
    where = defaultdict(set)
    for case in cases:
        for trap in case.traps.values():
            where[trap.kind].add(case.id)

    often = {kind for kind, ids in where.items() if len(ids) >= 3}

    assert len(often) >= KINDS_IN_THREE


def test_every_court_has_a_case(cases):
    assert {case.proceeding for case in cases if is_trial(case)} == set(Proceeding)


def test_at_least_two_dozen_faces_are_used_and_none_in_every_case(cases):
    faces = Counter()
    for case in {case.id: case for case in cases if is_trial(case)}.values():
        faces.update({person.portrait for person in case.people.values() if person.portrait})

    assert len(faces) >= 24


def test_every_cut_is_told_from_a_beginning_to_an_end(cases):
    for case in cases:
        for minutes, scenes in case.cuts.items():
            order = [scene.id for scene in case.scenes if scene.id in scenes]
            assert list(scenes) == order, (case.id, minutes)


@pytest.mark.parametrize("page", ["README.md", "README.zh_CN.md"])
def test_the_page_of_the_cases_lists_them_all(page):
    scenarios = Path(__file__).resolve().parent.parent.parent / "scenarios"
    text = (scenarios / page).read_text("utf-8")

    files = [path.relative_to(scenarios).as_posix() for path in Shelf(scenarios).files()]

    assert [file for file in files if f"]({file})" not in text] == []
