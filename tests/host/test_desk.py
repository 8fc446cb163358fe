"""The desk steers a class through its pages: groups, jobs, lessons, a second device."""

from __future__ import annotations

import re
import time
from functools import partial

import pytest

from game.host import decisions, steering
from game.host.events import Job, Mode, Pace
from game.host.jobs import place_name
from game.host.room import COURT, Room
from game.host.seat import page_token
from game.scenario.steps import Role
from game.trial.record import is_over


@pytest.fixture
def groups(school) -> Room:
    return school.house.open("small_case", Mode.GROUPS, 2)


def decide(school, room, decision):
    async def act():
        await school.house.rooms[room.id].act(decision, "test")

    school.clients[0].portal.call(act)


def ended(school, room):
    """Let the script play every trial of `room` to its end."""
    for court in school.now(room).trials:
        while not is_over(school.now(room).trials[court]):
            decide(school, room, partial(decisions.go_on, court=court))


def test_the_groups_are_compared_on_the_projector_only_when_all_have_ended(school, groups):
    teacher = school.teacher()
    for _ in range(6):
        school.student(groups)
    school.do(teacher, groups, "pace", "open")
    decide(school, groups, partial(decisions.go_on, court=1))

    hall, desk = teacher.get(f"/hall/{groups.id}").text, teacher.get(f"/desk/{groups.id}").text
    assert "Group 2" in hall
    assert "How the groups compare" not in hall
    assert "How the groups compare" in desk
    ended(school, groups)
    assert "How the groups compare" in teacher.get(f"/hall/{groups.id}").text


def test_the_teacher_takes_a_group_one_move_back_and_pages_are_loaded_anew(school, groups):
    teacher = school.teacher()
    student = school.student(groups)
    school.do(teacher, groups, "pace", "open")
    before, epoch = school.now(groups).trials[1], student.get("/seat/news").json()["epoch"]
    school.do(teacher, groups, "next", "1")
    assert school.now(groups).trials[1] != before

    school.do(teacher, groups, "back", "1")

    assert school.now(groups).trials[1] == before
    assert student.get("/seat/news").json()["epoch"] != epoch


def test_what_a_reader_reads_is_there_until_it_says_that_it_has(school, together):
    teacher, students = school.teacher(), [school.student(together) for _ in range(4)]
    school.do(teacher, together, "seat", "reader", 4)
    school.do(teacher, together, "pace", "open")
    for _ in range(30):
        page = students[3].get("/seat").text
        if "I have read it aloud" in page:
            break
        school.do(teacher, together, "next")
    token = page_token(school.now(together).seats[4])
    lines = re.search(r'name="act" value="read"><input[^>]*name="value" value="(\d+)"', page)[1]

    given = {"page": token, "act": "read", "value": lines}
    assert "I have read it aloud" not in students[3].post("/seat/task", data=given).text
    assert "I have read it aloud" not in students[0].get("/seat").text


def test_a_task_of_another_seat_cannot_be_sent(school, together):
    one, _ = school.student(together), school.student(together)
    others = page_token(school.now(together).seats[2])
    before = school.now(together)

    assert one.post("/seat/task", data={"page": others, "act": "quiet"}).status_code == 409
    assert school.now(together) is before


def test_a_student_who_would_rather_not_speak_is_given_a_quiet_place(school, together):
    student = school.student(together)
    token = page_token(school.now(together).seats[1])

    page = student.post("/seat/task", data={"page": token, "act": "quiet", "value": "yes"}).text

    assert school.now(together).seats[1].job is Job.ASSESSOR
    assert "people&#39;s assessor" in page


def test_extra_time_shows_on_the_desk_and_at_the_seat_and_nowhere_else(school, each):
    teacher, slow, other = school.teacher(), school.student(each), school.student(each)
    school.do(teacher, each, "extra", "yes", 1)
    school.do(teacher, each, "pace", "locked")

    assert "extra time" in teacher.get(f"/desk/{each.id}").text
    assert "Take your time" in slow.get("/seat").text
    for page in (other.get("/seat").text, teacher.get(f"/hall/{each.id}").text):
        assert "Take your time" not in page
        assert "extra time" not in page


def test_a_slip_makes_a_second_device_the_remote_control_once(school, each):
    teacher, phone, late = school.teacher(), school.client(), school.client()
    shown = school.do(teacher, each, "remote").text
    slip = re.search(r"Slip for a second desk: (\w{6})", shown)[1]

    assert phone.post("/join", data={"code": slip}).url.path == "/desk"
    assert phone.get(f"/desk/{each.id}").status_code == 200
    assert late.post("/join", data={"code": slip}).status_code == 404


def test_a_slip_for_a_second_desk_fits_ten_minutes(school, each, monkeypatch):
    shown = school.do(school.teacher(), each, "remote").text
    slip = re.search(r"Slip for a second desk: (\w{6})", shown)[1]
    later = time.monotonic() + 601
    monkeypatch.setattr(time, "monotonic", lambda: later)

    assert not school.house.is_remote(slip)


def test_a_class_goes_on_with_another_case_in_its_own_seats(school, together):
    teacher, students = school.teacher(), [school.student(together) for _ in range(6)]
    page = teacher.get("/desk").text
    case = re.search(r'<option value="([^"]*small_case.yaml)"', page)[1]
    token = re.search(r'name="token" value="(\w+)"', page)[1]
    given = {"token": token, "case": case, "mode": "together", "after": together.id}

    opened = teacher.post("/desk", data=given)

    new = school.house.rooms[opened.url.path.rpartition("/")[2]].room
    assert school.now(together).closed
    assert [seat.name for seat in new.seats.values()] == [
        seat.name for seat in school.now(together).seats.values()
    ]
    assert all(student.get("/seat").url.path == "/seat" for student in students)
    assert len({seat.place for seat in new.seats.values()}) >= 3


def test_whoever_is_long_at_one_turn_is_stuck(school, each):
    teacher, _ = school.teacher(), school.student(each)
    school.house.watch(school.now(each))
    assert "Who is stuck" not in teacher.get(f"/desk/{each.id}").text

    key, since = school.house.turns[each.id, 1]
    school.house.turns[each.id, 1] = key, since - 240

    page = teacher.get(f"/desk/{each.id}").text
    assert "Who is stuck" in page
    assert "for 4 minutes" in page


def test_the_desk_tells_by_kind_of_trap_what_gets_past_the_class(school, each):
    teacher, student = school.teacher(), school.student(each)
    page = student.get("/seat").text  # the case begins with traps to spot
    token = re.search(r'name="page" value="(\w+)"', page)[1]
    ask = re.search(r'name="ask" value="([^"]*)"', page)[1]
    revision = re.search(r'name="revision" value="(\d+)"', page)[1]
    student.post("/seat/answer", data={"page": token, "ask": ask, "revision": revision})

    desk = teacher.get(f"/desk/{each.id}").text
    assert "What gets past the class" in desk
    assert "Say next:" in desk


def test_what_the_script_played_is_not_counted_as_an_answer_of_the_class(school, each):
    teacher, _ = school.teacher(), school.student(each)
    school.do(teacher, each, "verdict")

    assert school.now(each).trials[1].skipped
    assert "<h2>Answers</h2>" not in teacher.get(f"/desk/{each.id}").text


def test_a_tie_is_broken_at_the_desk(school, together):
    teacher, _ = school.teacher(), [school.student(together) for _ in range(6)]
    school.do(teacher, together, "pace", "open")
    while not (ask := the_benchs_choice(school.now(together))):
        school.do(teacher, together, "next")
    trial = school.now(together).trials[COURT]
    for seat, choice in zip(school.now(together).team(Role.JUDGE), ask.choices, strict=False):
        answer = partial(
            decisions.answer,
            seat=seat.number,
            revision=len(trial.moves),
            ask=ask.key,
            picks=(choice.pick,),
        )
        decide(school, together, answer)

    assert "A tie in the team of Judge" in teacher.get(f"/desk/{together.id}").text
    assert "A tie: your teacher decides." in teacher.get(f"/hall/{together.id}").text
    school.do(teacher, together, "tie", ask.choices[1].pick)
    assert school.now(together).trials[COURT].answers[ask.key] == (ask.choices[1].pick,)


def the_benchs_choice(room):
    ask = decisions.open_ask(room.trials[COURT], Role.JUDGE)
    return ask if ask and ask.kind == "choose" and ask.most == 1 else None


def test_the_bell_shows_everywhere_and_closes_the_answers(school, each):
    teacher, student = school.teacher(), school.student(each)
    school.do(teacher, each, "bell", "12")

    for page in (f"/desk/{each.id}", f"/hall/{each.id}"):
        assert "12 minutes until the bell" in teacher.get(page).text
    assert "12 minutes until the bell" in student.get("/seat").text
    decide(school, each, partial(steering.ring, now=time.time() + 721))
    assert school.now(each).pace is Pace.LOCKED


@pytest.mark.parametrize("act", ["seat", "bell", "next", "back", "skip", "tie", "nothing"])
def test_a_button_with_nonsense_is_refused_in_words(school, together, act):
    school.student(together)
    before = school.now(together)

    answer = school.do(school.teacher(), together, act, "-nonsense-", 1)

    assert answer.status_code == 409
    assert school.now(together) is before


def test_every_job_has_a_name_in_every_case(together):
    assert all(str(place_name(together.program, job)) for job in Job)
