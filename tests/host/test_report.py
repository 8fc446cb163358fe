"""A report tells the same numbers everywhere, each student's own, and holds nothing harmful."""

from __future__ import annotations

import hashlib
import io
import json
import re
from base64 import b64encode
from statistics import fmean

import msgspec
import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from game.host import decisions
from game.host.events import Mode
from game.host.report import figures
from game.host.report.figures import Against
from game.host.report.files import WRITERS, as_csv, as_workbook, ending_of
from game.host.report.merging import merged, named_after
from game.host.report.model import Report, Unreadable, as_json, from_json
from game.host.report.page import document
from game.host.report.tables import answers, tables
from game.host.report.xapi import HOME, as_xapi
from game.learning.study import study
from game.scenario.steps import Role
from game.session.progress import Earned, Found, Seen
from game.trial.scoring import best_picks, marks, per_criterion, total
from game.trial.vigilance import vigilance
from tests.host.reports import ENGLISH, Page, in_csv, in_workbook, reported
from tests.host.rooms import Played, played


@pytest.fixture(scope="module", params=list(Mode))
def report(request, small_case) -> Report:
    return reported(played(small_case, request.param, 8), made_up=True)


def shown(cells):
    return [["" if cell is None else str(cell) for cell in row] for row in cells]


def test_the_page_the_workbook_the_table_and_the_file_to_merge_agree(report):
    page = Page(document(report, ENGLISH)).tables
    sheets, csv = in_workbook(as_workbook(report, ENGLISH)), in_csv(as_csv(report, ENGLISH))
    again = {table.id: table for table in tables(from_json(as_json(report), "x"), ENGLISH)}

    for table in tables(report, ENGLISH):
        head, rows = list(table.columns), shown(table.rows)
        on_page = [
            ["" if cell == "–" else cell for cell in row] for row in page.get(table.id, [head])
        ]
        assert on_page == [head, *rows]
        assert sheets[table.title] == [head, *rows]
        assert csv[table.title] == [head, *rows]
        assert again[table.id] == table
    assert csv["Every answer"][1:] == shown(answers(report, ENGLISH).rows)


def test_the_statements_for_a_record_store_agree_with_the_page(report):
    page = Page(document(report, ENGLISH)).tables
    statements = json.loads(as_xapi(report))
    answered = [s for s in statements if s["verb"]["id"].endswith("/answered")]
    came_to = [s for s in statements if s not in answered]

    students = {row[0]: row for row in page["students"][1:]}
    head = page["students"][0]
    for statement in came_to:
        row = students[statement["actor"]["account"]["name"]]
        result = statement["result"]
        assert row[head.index("Marks of 100")] == str(result["score"]["raw"])
        assert row[head.index("Answers given")] == str(result["extensions"][f"{HOME}/answers"])
        seen = result["extensions"].get(f"{HOME}/vigilance", {})
        assert row[head.index("Traps seen")] == str(seen.get("seen", "–"))
        assert row[head.index("False alarms")] == str(seen.get("false_alarms", "–"))
    about = [s["object"] for s in answered if "definition" in s["object"]]
    asks = {one["id"]: one["definition"]["description"]["en"] for one in about}
    shares = [
        fmean(s["result"]["score"]["scaled"] for s in answered if asks[s["object"]["id"]] == row[2])
        for row in page["questions"][1:]
    ]
    assert [row[5] for row in page["questions"][1:]] == [str(round(100 * n)) for n in shares]
    assert sum(int(row[4]) for row in page["questions"][1:]) == len(answered)


def test_statements_have_ids_of_their_own_that_stay_the_same(report):
    first, second = json.loads(as_xapi(report)), json.loads(as_xapi(report))

    ids = [statement["id"] for statement in first]
    assert len(set(ids)) == len(ids)
    assert first == second


def test_whoever_plays_alone_has_the_marks_of_their_own_trial(small_case):
    room = played(small_case, Mode.EACH, 6)

    for student in reported(room).classes[0].students:
        trial = room.room.trials[student.seat]
        watched = vigilance(trial, student.role)
        assert student.total == max(0, total(per_criterion(marks(trial, student.role))))
        assert student.seen == Seen(
            watched.hits, watched.traps, watched.false_alarms, watched.look_alikes
        )


def test_each_ballot_is_marked_for_whoever_cast_it(small_case):
    room = Played(small_case, Mode.TOGETHER)
    for _ in range(6):
        room.join()
    room.open()
    judges = [seat.number for seat in room.room.team(Role.JUDGE)]
    ask = decisions.asked_of(room.room, room.seat(judges[0]))
    everything = [choice.pick for choice in ask.choices]
    room.answer(judges[0], best_picks(ask, {}))
    room.answer(judges[1], everything)

    students = {s.seat: s for s in reported(room).classes[0].students}

    assert students[judges[0]].seen == Seen(1, 1, 0, 1)
    assert students[judges[1]].seen == Seen(1, 1, 1, 1)
    assert students[judges[0]].tricks == {"free_lure": Found(1, 1)}
    assert students[judges[0]].total > students[judges[1]].total
    assert all(not students[n].answers for n in students if n not in judges)


def test_the_public_has_marks_of_its_own_and_no_made_up_class_beside_it(small_case):
    room = Played(small_case, Mode.TOGETHER)
    for _ in range(16):
        room.join()
    room.open()
    ask = decisions.asked_of(room.room, room.seat(16))
    room.answer(16)
    for seat in room.room.voters(ask):
        room.answer(seat.number)

    public = reported(room, made_up=True).classes[0].students[-1]

    assert (public.seat, public.role, public.total) == (16, None, 100)


def test_a_question_to_all_roles_is_one_question(small_case):
    found = figures.questions(reported(played(small_case, Mode.EACH, 9)))

    spot = next(asked for asked in found if asked.question.key.startswith("bait.2"))
    assert len(spot.answers) == 9
    assert len({asked.id for asked in found}) == len(found)


def test_the_made_up_class_beside_it_is_that_of_the_learning_room(small_case):
    room = played(small_case, Mode.EACH, 3)
    one = reported(room, made_up=True).classes[0]
    made_up = study(room.room.program, Role.JUDGE, 200, unread=0)

    expected = {q.ask.key: round(q.right, 4) for q in made_up.questions}
    for question in one.questions:
        if question.role is Role.JUDGE:
            assert question.expected == expected[question.key]
    assert sum(one.made_up[Role.JUDGE].tens) == 200


def test_a_class_is_called_weaker_only_beyond_chance(report):
    one = report.classes[0]
    question = replace(one.questions[0], expected=0.5)
    wrong = [replace(s.answers[0], question=question.key, score=0.0) for s in one.students[:1] * 9]
    asked = figures.Asked(one, question, wrong, [0.5] * 9)

    assert asked.against is Against.WORSE
    asked.answers[:3] = [replace(answer, score=1.0) for answer in wrong[:3]]
    assert asked.against is Against.ALIKE
    assert figures.Asked(one, question, wrong[:2], [0.5] * 2).against is Against.FEW
    assert figures.Asked(one, question, wrong).against is None


def test_what_was_missed_comes_back_soon_and_what_was_seen_comes_back_late(report):
    one = report.classes[0]
    student = replace(
        one.students[0],
        tricks={"secrecy": Found(4, 1), "flattery": Found(4, 4)},
        criteria={},
        seen=Seen(5, 8, 0, 8),
    )
    due = figures.repeats(Report((replace(one, students=(student,)),)))

    assert [(r.day.isoformat(), r.after) for r in due] == [
        ("2026-11-26", 2),
        ("2026-12-01", 7),
        ("2026-12-15", 21),
        ("2027-01-23", 60),
    ]
    assert [r.tricks for r in due[:2]] == [("secrecy",)] * 2
    assert [r.tricks for r in due[2:]] == [("secrecy", "flattery")] * 2
    assert not any(r.look_alikes or r.criteria for r in due)


def test_a_class_that_suspects_everything_practises_what_is_honest(report):
    one = report.classes[0]
    student = replace(one.students[0], tricks={}, criteria={}, seen=Seen(8, 8, 6, 8))

    assert all(r.look_alikes for r in figures.repeats(Report((replace(one, students=(student,)),))))


def test_what_children_believe_stands_beside_the_question(small_case):
    room = Played(small_case, Mode.EACH)
    room.join(Role.JUDGE)
    while ask := decisions.asked_of(room.room, room.seat(1)):
        room.answer(1, ("0",) if "Age?" in str(ask.prompt) else None)

    talk = next(table for table in tables(reported(room), ENGLISH) if table.id == "talk")

    assert [row[3] for row in talk.rows] == ["Children answer for nothing."]


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "'=1")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_taken_for_a_formula(report, text):
    one = report.classes[0]
    questions = tuple(replace(q, asks={"en": text}, belief={"en": text}) for q in one.questions)
    evil = Report((replace(one, title={"en": text}, name=text, questions=questions),))

    cells = [cell for table in in_csv(as_csv(evil, ENGLISH)).values() for r in table for cell in r]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    book = load_workbook(io.BytesIO(as_workbook(evil, ENGLISH)))
    assert "f" not in {cell.data_type for sheet in book for row in sheet for cell in row}


def test_excel_reads_the_table_as_utf_8(report):
    assert as_csv(report, ENGLISH).startswith(b"\xef\xbb\xbf")


def test_what_stands_in_a_file_is_text_and_the_page_has_no_script(report):
    script = "<script>alert(1)</script>"
    evil = Report((replace(report.classes[0], title={"en": script}, name=script),))

    page = document(evil, ENGLISH)

    tags = [tag for tag, _ in Page(page).tags]
    assert "script" not in tags
    assert not [a for _, attrs in Page(page).tags for a in attrs if a == "style" or a[:2] == "on"]
    assert "&lt;script&gt;" in page


def test_the_page_carries_a_policy_that_allows_its_own_style_and_nothing_else(report):
    page = document(report, ENGLISH)
    policy = next(a["content"] for tag, a in Page(page).tags if "http-equiv" in a)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]

    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in style


def test_every_chart_is_named_and_its_numbers_stand_in_a_table(report):
    page = document(report, ENGLISH)
    charts = re.findall(r'<figure><svg[^>]*role="img"[^>]*>(.*?)</svg>.*?</figure>(.{0,160})', page)

    assert len(charts) == 3
    assert all("<title>" in drawn and "<table" in after for drawn, after in charts)


def test_a_class_that_has_answered_nothing_says_so(small_case):
    room = Played(small_case, Mode.EACH)
    room.join(Role.JUDGE)

    page = document(reported(room), ENGLISH)

    assert "Nobody has answered anything yet." in page
    assert as_workbook(reported(room), ENGLISH)


@pytest.fixture(scope="module")
def camp(small_case) -> list[tuple[str, Report]]:
    """Twenty-eight classes, as their files come in; no two have the same room."""
    files = []
    for number in range(28):
        one = reported(played(small_case, Mode.EACH, 3, number)).classes[0]
        content = as_json(Report((replace(one, room=f"{number:016x}"),)))
        files.append((f"class_{number}.json", named_after(from_json(content, "x"), f"c{number}")))
    return files


def test_the_classes_of_a_camp_become_one_report(camp):
    whole = merged(camp)

    assert not whole.remarks
    assert [one.name for one in whole.report.classes] == sorted(f"c{n}" for n in range(28))
    alone = [figures.tricks(report)["free_lure"] for _, report in camp]
    together = figures.tricks(whole.report)["free_lure"]
    assert together == Found(sum(f.met for f in alone), sum(f.caught for f in alone))
    assert all(len(asked.answers) >= 28 for asked in figures.questions(whole.report)[:2])


def test_a_class_that_comes_twice_counts_once_and_is_named(camp):
    (file, first), *others = camp
    half = Report((replace(first.classes[0], students=first.classes[0].students[:1]),))

    whole = merged([("earlier.json", half), (file, first), *others])

    assert len(whole.report.classes) == 28
    (remark,) = map(str, whole.remarks)
    assert "earlier.json" in remark
    assert remark.endswith("as it is in “class_0.json”.")
    assert figures.tricks(whole.report) == figures.tricks(merged(camp).report)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no report"),
        (b"[]", "is no report"),
        (b"\xff\xfe", "is no report"),
        (b'{"format": 1}', "is no report"),
        (b'{"format": 99, "classes": []}', "newer version"),
        (b'{"format": 1, "classes": []}', "do not fit together"),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_words(content, said):
    with pytest.raises(Unreadable, match=said):
        from_json(content, "x.json")


def test_answers_to_no_question_and_more_seen_than_met_are_refused(report):
    one = report.classes[0]
    stray = replace(one, questions=one.questions[1:])
    student = replace(one.students[0], tricks={"secrecy": Found(1, 5)})

    for broken in (stray, replace(one, students=(student,))):
        with pytest.raises(Unreadable, match="do not fit together"):
            from_json(as_json(Report((broken,))), "x.json")


@pytest.mark.parametrize("at", ["2026-13-45T09:00:00+08:00", "9999-12-31T09:00:00+08:00"])
def test_a_report_of_no_day_is_refused(report, at):
    told = json.loads(as_json(report))
    told["classes"][0]["at"] = at

    with pytest.raises(Unreadable, match="do not fit together"):
        from_json(json.dumps(told).encode(), "x.json")


def test_what_cannot_be_shown_is_left_out_of_every_file(report):
    one = report.classes[0]
    answer = replace(one.students[0].answers[0], picks=("\x00\x07\u202e",))
    student = replace(one.students[0], answers=(answer,))
    odd = Report((replace(one, name="\x00\x1b[1m", students=(student,)),))

    cells = [c for rows in in_workbook(as_workbook(odd, ENGLISH)).values() for r in rows for c in r]
    assert all(cell.isprintable() for cell in cells)
    assert "\x00" not in document(odd, ENGLISH)


def test_numbers_out_of_range_are_refused(report):
    told = json.loads(as_json(report))
    told["classes"][0]["students"][0]["total"] = 900

    with pytest.raises(Unreadable):
        from_json(json.dumps(told).encode(), "x.json")


def test_a_report_is_written_in_the_language_of_its_reader(report):
    assert set(msgspec.json.decode(as_json(report))["classes"][0]["title"]) == {"en", "zh_CN"}


def test_the_longer_ending_comes_first():
    assert [ending_of(name) for name in ("a.xapi.json", "a.JSON", "a.doc")] == [
        ".xapi.json",
        ".json",
        None,
    ]
    assert set(WRITERS) == {".html", ".xlsx", ".csv", ".json", ".xapi.json"}


def test_marks_of_a_camp_are_summed_by_criterion(camp):
    whole = figures.criteria(merged(camp).report)
    each = [s.criteria for _, report in camp for s in report.classes[0].students]

    for criterion, (got, _) in whole.items():
        assert got == pytest.approx(sum(c.get(criterion, Earned(0, 0)).points for c in each))
