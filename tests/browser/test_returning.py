"""Whoever reloads, changes the device, is cut off, or has no scripts goes on and loses nothing."""

from __future__ import annotations

import pytest

from tests.browser.looks import faults
from tests.browser.people import FORM, PATIENCE, PICKS
from tests.host.crowds import kept_in

pytestmark = pytest.mark.xdist_group("browser")
CASE = "A small case"


@pytest.fixture
def code(school):
    """The code of a room in which everybody plays the small case alone."""
    return school.teacher().open(CASE, "each")


def test_a_reload_keeps_what_was_answered_and_what_is_half_picked(school, code):
    student = school.student().join(code)
    student.answer()
    before = student.state()
    half = student.fill_in()

    student.page.reload()

    assert student.state() == before
    assert [f.input_value() for f in student.page.locator(PICKS).all()] == half


def test_a_slip_takes_a_seat_to_another_device(school):
    teacher = school.teacher()
    phone, tablet = school.student(), school.student()
    phone.join(teacher.open(CASE, "each"))
    phone.answer()
    before, name = phone.state(), phone.name
    teacher.page.reload()

    tablet.join(teacher.slip(phone))

    assert (tablet.state(), tablet.name) == (before, name)
    phone.page.wait_for_url(f"{school.base}/")


def test_an_answer_that_is_given_offline_arrives_once_when_the_connection_is_back(school, code):
    student = school.student().join(code)
    student.answer()
    before, kept = student.state(), kept_in(school.home)

    student.page.context.set_offline(True)
    student.fill_in()
    student.hand_in()
    student.page.get_by_text("Your answer is kept").wait_for()
    student.page.wait_for_timeout(10_000)
    told = student.page.locator("#net").inner_text(), faults(student.page)
    kept_meanwhile = kept_in(school.home)
    student.page.context.set_offline(False)
    student.page.wait_for_function(
        "before => document.querySelector('[name=ask]').value !== before",
        arg=before["ask"],
        timeout=PATIENCE,
    )

    assert told == ("No connection. Your answer is kept and goes out by itself.", [])
    assert kept_meanwhile == kept
    assert len(kept_in(school.home)) == len(kept) + 1
    assert all("ERR_INTERNET_DISCONNECTED" in line for line in school.wrong)
    school.wrong.clear()


def test_without_scripts_a_whole_trial_is_played_by_forms(school, code):
    student = school.student(java_script_enabled=False).join(code)
    while student.page.locator(FORM).count():
        student.fill_in()
        with student.page.expect_navigation():
            student.hand_in()

    assert student.page.get_by_text("What this trial taught").is_visible()


def test_where_streams_are_held_back_a_page_goes_on_by_the_long_poll(school, code):
    student, held = school.student(), []
    student.page.clock.install()
    student.page.route("**/seat/stream*", lambda route: held.append(route))
    student.join(code)

    with student.page.expect_request("**/seat/news*"):
        student.page.clock.fast_forward(5_000)
    student.answer()

    assert len(held) == 1
    assert student.can_answer()
