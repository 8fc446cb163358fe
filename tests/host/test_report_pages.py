"""The desk's last page: the report of a class that plays or is over, and all its files."""

from __future__ import annotations

import pytest

from game.host.report.files import WRITERS
from tests.host.reports import Page, in_csv
from tests.host.test_pages import acted


@pytest.fixture
def teacher(school, each):
    """The teacher of a class in which one student has answered one question."""
    student = school.student(each)
    acted(student, student.get("/seat"), [])
    return school.teacher()


def test_the_desk_leads_to_the_report(teacher, each):
    desk = teacher.get(f"/desk/{each.id}").text
    page = teacher.get(f"/desk/{each.id}/report")

    assert f'href="/desk/{each.id}/report"' in desk
    assert page.status_code == 200
    assert len(Page(page.text).tables["students"]) == 2


def test_a_class_that_is_over_still_has_its_report(school, teacher, each):
    school.do(teacher, each, "close", "yes")

    listed = teacher.get("/desk/reports").text
    page = teacher.get(f"/desk/{each.id}/report")

    assert f"/desk/{each.id}/report" in listed
    assert page.status_code == 200
    assert f'href="/desk/{each.id}"' not in page.text


def test_what_happened_since_is_in_the_report(school, teacher, each):
    school.student(each)

    tables = Page(teacher.get(f"/desk/{each.id}/report").text).tables

    assert [row[0] for row in tables["students"][1:]] == ["1", "2"]


@pytest.mark.parametrize("ending", WRITERS)
def test_every_file_can_be_taken_along(teacher, each, ending):
    page = teacher.get(f"/desk/{each.id}/report").text
    file = teacher.get(f"/desk/{each.id}/report/report{ending}")

    assert f"/desk/{each.id}/report/report{ending}" in page
    assert file.status_code == 200
    assert file.headers["content-disposition"].endswith(f'{each.id[:6]}{ending}"')
    assert file.headers["content-type"] == WRITERS[ending][0]


def test_page_and_file_of_the_desk_agree(teacher, each):
    page = Page(teacher.get(f"/desk/{each.id}/report").text).tables
    csv = in_csv(teacher.get(f"/desk/{each.id}/report/report.csv").content)

    plain = [["" if cell == "–" else cell for cell in row] for row in page["students"]]
    assert csv["Students"] == plain


def test_no_other_file_is_there(teacher, each):
    assert teacher.get(f"/desk/{each.id}/report/report.exe").status_code == 404
    assert teacher.get("/desk/0123456789abcdef/report").status_code == 404


def test_the_page_needs_nothing_that_the_policy_forbids(teacher, each):
    tags = Page(teacher.get(f"/desk/{each.id}/report").text).tags

    assert not {"script", "style", "iframe"} & {tag for tag, _ in tags}
    assert not [name for _, attrs in tags for name in attrs if name == "style" or name[:2] == "on"]
    assert ("link", {"rel": "stylesheet", "href": "/report.css"}) in tags


def test_the_report_speaks_both_languages(teacher, each):
    page = teacher.get(f"/desk/{each.id}/report", params={"lang": "zh_CN"}).text

    assert "班级报告" in page
    assert "各类陷阱" in page
