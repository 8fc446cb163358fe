"""The class as browsers see it: without a script every turn can be answered, and nothing leaks."""

from __future__ import annotations

import gzip
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.host.events import Mode
from game.host.guards import Bucket
from game.host.house import House, hashed
from game.host.pages import HERE
from game.host.seat import page_token
from game.scenario.steps import Role
from tests.host.conftest import HOST, form_in, served


def filled(page, picks):
    """The form of a page with `picks` in place of its fields."""
    hidden = {name: value for kind, name, value in form_in(page.text) if kind == "hidden"}
    return hidden | {f"pick.{n}": pick for n, pick in enumerate(picks)}


def some_answer(page):
    """An answer that the rules take, as somebody would give it who only fills in the form."""
    fields = [f for f in form_in(page.text) if f[1].startswith("pick")]
    kinds = {kind for kind, _, _ in fields}
    if "number" in kinds:
        return [value for _, _, value in fields]
    if "option" in kinds:
        selects = dict.fromkeys(name for kind, name, _ in fields if kind == "select")
        if set(selects) == {"pick"}:  # pairs: each select has values of its own
            lefts = {}
            for kind, _, value in fields:
                if kind == "option" and value:
                    lefts.setdefault(value.partition("~")[0], value)
            return list(lefts.values())
        values = [v for kind, _, v in fields if kind == "option" and v]
        return list(dict.fromkeys(values))
    if "radio" in kinds:
        return list({name: value for kind, name, value in fields if kind == "radio"}.values())
    number = re.search(r'class="how">\D*(\d+)', page.text)
    boxes = [value for kind, _, value in fields if kind == "checkbox"]
    return boxes[: int(number[1])] if number else []


@pytest.mark.parametrize("role", list(Role))
def test_the_whole_case_can_be_played_by_plain_forms(school, each, role):
    student, kinds = school.student(each, role), set()
    school.service.paces[each.id, 1] = Bucket(999, 1)  # quicker than anybody reads
    for _ in range(60):
        page = student.get("/seat")
        if "data-outbox" not in page.text:
            break
        kinds |= {kind for kind, name, _ in form_in(page.text) if name.startswith("pick")}
        page = student.post("/seat/answer", data=filled(page, some_answer(page)))
        assert page.status_code == 200, re.search(r'class="alert">([^<]*)', page.text)

    assert "What this trial taught" in student.get("/seat").text
    assert kinds >= {"radio", "checkbox", "select"}


def test_a_wrong_answer_comes_back_with_the_reason(school, each):
    student = school.student(each)
    page = student.get("/seat")

    refused = student.post("/seat/answer", data=filled(page, ["nonsense"]))

    assert refused.status_code == 409
    assert "That was not on offer." in refused.text


def acted(client, shown, picks, aid="a" * 20, **other):
    act = {name: value for kind, name, value in form_in(shown.text) if kind == "hidden"}
    act["revision"] = int(act["revision"])
    return client.post("/seat/act", json={**act, "aid": aid, "picks": picks, **other})


def test_an_answer_that_is_sent_twice_counts_once(school, each):
    student = school.student(each)
    page = student.get("/seat")

    answers = [acted(student, page, []) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    (trial,) = school.now(each).trials.values()
    assert [move.role for move in trial.moves].count(Role.JUDGE) == 1


def test_news_bring_what_comes_after_the_cursor(school, each):
    student = school.student(each)
    page = student.get("/seat")
    acted(student, page, [])

    news = student.get("/seat/news", params={"after": 2, "lines": 1}).json()

    assert news["seq"] == 3
    assert news["first"] == 1
    assert news["lines"][0][1]["id"] == "line-1"
    assert {"turn", "status", "record"} <= {part[0] for part in news["regions"]}


def test_a_team_votes_and_the_desk_and_the_projector_follow(school, together):
    teacher = school.teacher()
    students = [school.student(together) for _ in range(4)]
    school.do(teacher, together, "pace", "open")

    page = students[0].get("/seat")
    assert acted(students[0], page, []).status_code == 200

    assert "Your ballot is in." in students[0].get("/seat").text
    assert "Judge: 1 of 2 ballots" in teacher.get(f"/hall/{together.id}").text
    assert "has voted" in teacher.get(f"/desk/{together.id}").text
    assert acted(students[3], students[3].get("/seat"), [], "b" * 20).status_code == 200
    assert "Judge:" not in teacher.get(f"/hall/{together.id}").text


def test_a_seat_cannot_answer_the_turn_of_another(school, together):
    teacher = school.teacher()
    judge, prosecution = (school.student(together) for _ in range(2))
    school.do(teacher, together, "pace", "open")
    judges = judge.get("/seat")
    page = page_token(school.now(together).seats[2])

    stolen = acted(prosecution, judges, [])
    forged = acted(prosecution, judges, [], page=page)

    assert (stolen.status_code, forged.status_code) == (409, 409)
    assert not school.now(together).ballots


def test_a_removed_seat_is_out_at_once(school, each):
    student, teacher = school.student(each), school.teacher()
    school.do(teacher, each, "remove", seat=1)

    assert student.get("/seat").url.path == "/"
    assert student.get("/seat/news").status_code == 401


def test_a_slip_takes_a_seat_along_to_another_device(school, each):
    old, teacher, new = school.student(each), school.teacher(), school.client()
    shown = school.do(teacher, each, "slip", seat=1).text
    slip = re.search(r"Slip for [^:]+: (\w{6})", shown)[1]

    assert new.post("/join", data={"code": slip.lower()}).url.path == "/seat"
    assert old.get("/seat").url.path == "/"
    assert new.post("/join", data={"code": slip}).status_code == 404


def test_a_shut_door_says_so(school, each):
    teacher, late = school.teacher(), school.client()
    school.do(teacher, each, "door", "no")

    page = late.post("/join", data={"code": each.opened.code, "role": "judge"})

    assert "The door of this room is shut." in page.text


def test_wrong_codes_run_dry_and_the_qr_code_still_works(school, each):
    school.service.wrong = Bucket(3, 0)
    guesser, student = school.client(), school.client()

    tried = [guesser.post("/join", data={"code": f"{n:06}"}).status_code for n in range(5)]
    right = student.post("/join", data={"code": each.opened.code, "role": "judge"})
    by_qr = student.post("/join", data={"code": each.opened.token, "role": "judge"})

    assert tried == [404, 404, 404, 429, 429]
    assert right.status_code == 429  # or guessing would go on for ever
    assert by_qr.url.path == "/seat"


def test_a_seat_that_asks_too_fast_is_slowed_down(school, each):
    student = school.student(each)
    school.service.paces[each.id, 1] = Bucket(2, 0)

    assert [student.get("/seat").status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": HOST}, 404),
        ({"host": "192.168.1.7:8000", "origin": "http://192.168.1.7:8000"}, 404),
    ],
)
def test_only_our_own_pages_may_send(school, each, headers, status):
    wrong = school.client().post("/join", data={"code": "x"}, headers=headers)

    assert wrong.status_code == status


def test_a_body_that_is_too_long_is_refused(school, each):
    assert school.client().post("/join", content=b"code=" + b"1" * 20_000).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[1]", b'{"aid":"aaaaaaaa"}'])
def test_nonsense_for_an_answer_is_refused_and_harms_nothing(school, each, body):
    student = school.student(each)

    assert student.post("/seat/act", content=body).status_code == 400
    assert student.get("/seat").status_code == 200


ANY_PICKS = st.lists(st.one_of(st.sampled_from(["p1", "p2", "none", "tell"]), st.text(max_size=9)))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(picks=ANY_PICKS, aid=st.text(max_size=30), revision=st.integers(-3, 9), own=st.booleans())
def test_whatever_a_seat_sends_is_answered_in_words(school, each, picks, aid, revision, own):
    if not school.now(each).seats:
        school.student(each)
    student = school.clients[-1]
    school.service.paces[each.id, 1] = Bucket(999, 1)
    page = student.get("/seat")
    moved = {"revision": revision} if not own else {}

    answer = acted(student, page, picks, f"{aid}12345678", **moved)

    assert answer.status_code in (200, 409)
    assert answer.status_code == 200 or answer.json()["why"]


@pytest.mark.parametrize("path", ["/", "/seat", "/desk", "/nothing", "/court.js", "/seat/news"])
def test_every_answer_is_guarded(school, path):
    headers = school.client().get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


def test_cookies_cannot_be_read_by_scripts_or_sent_from_elsewhere(school, each):
    student = school.client()
    joined = student.post(
        "/join", data={"code": each.opened.code, "role": "judge"}, follow_redirects=False
    )

    cookie = joined.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_what_browsers_keep_is_not_in_the_journal(school, each):
    student = school.student(each)
    kept = "".join(entry.payload for entry in school.house.writer.journal.read(each.id))

    assert student.cookies["seat"] not in kept
    assert hashed(student.cookies["seat"]) in kept


PAGES_OF_THE_TEACHER = [
    *("/desk", "/desk/{room}", "/hall/{room}", "/hall/{room}/qr.svg"),
    *("/desk/reports", "/desk/{room}/report", "/desk/{room}/report/report.csv"),
]


@pytest.mark.parametrize("path", PAGES_OF_THE_TEACHER)
def test_nobody_without_the_key_sees_the_desk_or_the_projector(school, each, path):
    student = school.student(each)

    assert student.get(path.format(room=each.id)).status_code == 404
    assert student.get("/desk", params={"key": "wrong"}).status_code == 404


def test_what_a_teacher_wrote_is_text_and_nothing_else(school, tmp_path):
    hostile = "<script>alert(1)</script>"
    text = (HERE.parent.parent / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
    (tmp_path / "cases").mkdir()
    case = tmp_path / "cases" / "small_case.yaml"
    case.write_text(text.replace("title: A small case", f'title: "{hostile}"'), encoding="utf-8")
    other = served(tmp_path / "other", tmp_path / "cases")
    room = other.house.open("small_case", Mode.EACH)

    page = other.student(room).get("/seat").text
    other.clients[0].__exit__(None, None, None)

    assert hostile not in page
    assert "&lt;script&gt;" in page


def test_a_seat_speaks_the_language_it_wants(school, each):
    student = school.client()
    chinese = {"accept-language": "zh-CN,zh;q=0.9"}
    student.post("/join", data={"code": each.opened.code, "role": "judge"}, headers=chinese)
    page = student.get("/seat").text
    assert '<html lang="zh-Hans">' in page

    token = re.search(r'name="page" value="(\w+)"', page)[1]
    page = student.post("/seat/language", data={"page": token, "language": "en"}).text
    assert '<html lang="en">' in page


def test_a_restart_finds_every_room_as_it_was(tmp_path):
    first = served(tmp_path)
    room = first.house.open("small_case", Mode.EACH)
    student = first.student(room)
    acted(student, student.get("/seat"), [], "c" * 20)
    before, cookie = first.now(room), student.cookies["seat"]
    first.clients[0].__exit__(None, None, None)

    second = served(tmp_path)
    again = second.client()
    again.cookies.set("seat", cookie)
    assert second.now(room) == before
    assert again.get("/seat").url.path == "/seat"
    second.clients[0].__exit__(None, None, None)


def test_a_case_that_was_changed_meanwhile_is_not_opened_again_without_a_copy(tmp_path):
    cases = tmp_path / "cases"
    cases.mkdir()
    text = (HERE.parent.parent / "tests" / "cases" / "small_case.yaml").read_text(encoding="utf-8")
    (cases / "small_case.yaml").write_text(text, encoding="utf-8")
    first: House = served(tmp_path, cases).house
    room, journal = first.open("small_case", Mode.EACH), first.writer.journal
    opened = journal.read(room.id)
    journal.erase(room.id)
    journal.append([opened])
    first.writer.close()
    (cases / "small_case.yaml").write_text(text + "\n# changed\n", encoding="utf-8")

    second = served(tmp_path, cases).house
    assert not second.rooms
    assert "small_case" in str(second.notices[0])
    second.writer.close()


def test_the_script_is_small_and_old_enough():
    script = (HERE / "static" / "court.js").read_text(encoding="utf-8")

    assert len(gzip.compress(script.encode())) < 10_000
    assert not re.search(r"=>|\b(let|const|class|async|await)\b|`|innerHTML|eval", script)
