"""A whole case with nothing but a keyboard, whose focus is always somewhere, and can be seen."""

from __future__ import annotations

import pytest

from tests.browser.keyboard import Typist
from tests.browser.looks import faults

pytestmark = pytest.mark.xdist_group("browser")
KIND = """() => document.querySelector("#turn .how").textContent.replace(/\\d/g, "") + " "
    + [...new Set([...document.querySelectorAll("#turn [name^=pick]")].map(f => f.type))]"""
ROLES = {"prosecution": ("zh_CN", 1), "defence": ("en", 2)}  # together, every kind of turn


@pytest.mark.parametrize(("language", "role"), ROLES.values(), ids=ROLES)
def test_a_case_is_played_by_keys_alone_and_nobody_is_shut_out_of_any_turn(school, language, role):
    teacher = school.teacher(language)
    student = Typist(school.device(language).new_page(), school.base)
    student.join(teacher.open("A small case", "each"), role)
    kinds: set[str] = set()
    found: list[str] = []

    while student.can_answer():
        kind = student.page.evaluate(KIND)
        if kind not in kinds:
            found += faults(student.page)
            kinds.add(kind)
        student.answer()

    assert student.is_over()
    assert not student.wrong
    assert not found
    assert not faults(student.page)
    fields = {kind.rpartition(" ")[2] for kind in kinds}
    assert fields >= {"checkbox", "radio", "select-one", "number"}
