"""The pages around a trial: nobody is shut out at the door, at the desk, or by a message."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PROJECTOR
from tests.browser.looks import faults

pytestmark = pytest.mark.xdist_group("browser")
LANGUAGES = pytest.mark.parametrize("language", ["en", "zh_CN"])


@LANGUAGES
def test_axe_finds_nothing_at_the_door(school, language):
    teacher, student = school.teacher(language), school.student(language)
    code, page, found = teacher.open("A small case", "each"), student.page, []

    page.goto(school.base)
    found += faults(page)
    student.enter("99999")
    found += faults(page)
    student.enter(code)
    found += faults(page)
    teacher.press("door", "no")
    page.click("button[type=submit]")
    found += faults(page)
    page.goto(f"{school.base}/nothing")
    found += faults(page)
    page.goto(f"{school.base}/kept")
    found += faults(page)

    assert not found
    refused = [line for line in school.wrong if "the server responded with" in line]
    assert [line.rpartition("status of ")[2][:3] for line in refused] == ["404", "409", "404"]
    school.wrong[:] = [line for line in school.wrong if line not in refused]


@LANGUAGES
def test_axe_finds_nothing_at_the_desk_of_groups(school, language):
    teacher, students = school.teacher(language), [school.student(language) for _ in range(3)]
    code, page = teacher.open("A small case", "groups"), teacher.page
    for student in students:
        student.join(code)
    page.fill("#minutes", "30")
    teacher.press("bell")
    found = faults(page, fingers=False)
    teacher.press("pace", "open")
    found += faults(page, fingers=False) + faults(students[0].page)
    room = teacher.room
    page.set_viewport_size(PROJECTOR)
    for path in (f"/hall/{room}", "/desk", "/desk/reports"):
        page.goto(f"{school.base}{path}")
        found += faults(page, fingers=False)

    assert not found
