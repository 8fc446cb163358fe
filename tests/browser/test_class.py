"""A class from the door to its report, in real browsers: three roles, an assessor, the benches."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PROJECTOR
from tests.browser.looks import faults
from tests.browser.people import Student, Teacher
from tests.host.reports import Page

pytestmark = pytest.mark.xdist_group("browser")


def play(teacher: Teacher, students: list[Student], turns: int) -> None:
    """Everybody answers what they are asked, the last to come first, until the trial is over.

    The judge and the assessor do not agree where one is to be chosen, so the teacher decides. The
    benches soon only watch, and after so many `turns` of the judge the lesson is nearly over.
    """
    judge, *_, assessor, public = students
    for _ in range(999):
        if all(student.is_over() for student in students):
            return
        if len(judge.given) >= turns:
            teacher.press("skip")
            turns = 999
        eager = students if len(public.given) < 5 else students[:-1]
        able = [student for student in eager[::-1] if student.can_answer()]
        for student in able:
            student.answer(nth=1 if student is assessor else 0)
        if teacher.button("tie").count():
            teacher.press("tie")
        elif not able:
            teacher.page.wait_for_timeout(20)
    raise AssertionError([student.state() for student in students])


@pytest.mark.parametrize(
    ("language", "case", "asks"),
    [("en", "A small case", "What now?"), ("zh_CN", "借来的手机", "乐乐现在该怎么办？")],
)
def test_a_class_goes_from_the_door_to_a_report_that_agrees_with_it(school, language, case, asks):
    teacher = school.teacher(language)
    code = teacher.open(case, "together")
    students = [school.student(language).join(code) for _ in range(5)]
    hall = school.teacher(language).page  # a window of its own: what is hidden moves slowly
    hall.set_viewport_size(PROJECTOR)
    hall.goto(f"{school.base}/hall/{teacher.room}")
    teacher.page.reload()
    teacher.place(students[3], "assessor")
    teacher.place(students[4], "public")
    waiting = [faults(page) for page in (students[0].page, students[4].page)]
    waiting += [faults(page, fingers=False) for page in (hall, teacher.page)]

    teacher.press("pace", "open")
    students[0].await_turn()
    teacher.press("pace", "paused")
    students[0].page.wait_for_selector("#status .paused")
    paused = students[0].can_answer(), faults(students[0].page), faults(hall, fingers=False)
    teacher.press("pace", "open")
    students[4].await_turn()
    students[4].answer()
    voted = faults(students[4].page)
    play(teacher, students, turns=12)

    assert not any(waiting)
    assert paused == (False, [], [])
    assert not voted
    hall.wait_for_selector("#debrief h2")
    assert not faults(students[0].page) + faults(students[4].page)
    assert not faults(hall, fingers=False) + faults(teacher.page, fingers=False)
    teacher.page.click("a[href$='/report']")
    assert not faults(teacher.page, fingers=False)
    tables = Page(teacher.page.content()).tables
    told = {row[1]: int(row[3]) for row in tables["students"][1:]}
    assert told == {student.name: student.answered for student in students}
    asked = {row[2]: row for row in tables["questions"][1:]}
    right = sum(["tell"] in student.given.values() for student in students)
    assert asked[asks][4:6] == ["5", f"{20 * right}"]
