"""Teachers delete what is kept of a seat or a class, at the desk and with the verb `report`."""

from __future__ import annotations

import re
import time
from datetime import datetime

import pytest
from msgspec.structs import replace

from game.cli import main
from game.host.archive import kept_room
from game.host.backing import FILE, FOLDER
from game.host.errors import forget_errors
from game.host.events import Closed, Mode, decoded
from game.host.house import hashed
from game.host.journal import SqliteJournal
from game.host.names import friendly_name
from game.host.start import _opened
from game.session.reception import open_reception
from tests.conftest import ROOT
from tests.host.conftest import CASES, form_in, served
from tests.host.rooms import entries, played


def forget(school, teacher, room, seat=""):
    page = teacher.get(f"/desk/{room.id}/report").text
    token = re.search(r'name="token" value="(\w+)"', page)[1]
    given = {"token": token, "sure": "yes", "seat": seat}
    return teacher.post(f"/desk/{room.id}/forget", data=given)


@pytest.mark.parametrize("mode", list(Mode))
def test_the_desk_forgets_one_seat_and_the_class_goes_on(school, mode):
    room = school.house.open("small_case", mode)
    students = [school.student(room) for _ in range(4)]
    teacher = school.teacher()
    school.do(teacher, room, "pace", "open")

    page = forget(school, teacher, room, "1")

    assert "It is deleted." in page.text
    assert students[0].get("/seat").url.path == "/"
    assert students[1].get("/seat").url.path == "/seat"
    payloads = "".join(e.payload for e in school.house.writer.journal.read(room.id))
    assert hashed(students[0].cookies["seat"]) not in payloads
    assert "data-outbox" in students[3].get("/seat").text


def test_a_class_that_forgot_a_seat_is_the_same_after_a_restart(tmp_path):
    first = served(tmp_path)
    room = first.house.open("small_case", Mode.TOGETHER)
    for _ in range(5):
        first.student(room)
    teacher = first.teacher()
    first.do(teacher, room, "pace", "open")
    forget(first, teacher, room, "4")
    before = first.now(room)
    first.clients[0].__exit__(None, None, None)

    second = served(tmp_path)
    assert second.now(room).seats.keys() == before.seats.keys()
    assert second.now(room).trials == before.trials
    assert second.now(room).seq == before.seq
    second.house.writer.close()


def test_a_seat_that_was_removed_can_still_be_forgotten(school, each):
    student, teacher = school.student(each), school.teacher()
    school.do(teacher, each, "remove", seat=1)

    page = forget(school, teacher, each, "1")

    assert "It is deleted." in page.text
    payloads = "".join(e.payload for e in school.house.writer.journal.read(each.id))
    assert hashed(student.cookies["seat"]) not in payloads


def test_the_desk_forgets_a_whole_class(school, each):
    student, teacher = school.student(each), school.teacher()

    page = forget(school, teacher, each)

    assert page.url.path == "/desk/reports"
    assert "No class is kept." in page.text
    assert "This class was deleted." in student.get("/seat").text
    assert "This class was deleted." in teacher.get(f"/desk/{each.id}").text
    assert teacher.get(f"/desk/{each.id}/report").status_code == 404
    assert school.house.writer.journal.read(each.id) == ()


def test_the_house_lets_go_of_rooms_whose_time_has_come(school, each):
    journal = school.house.writer.journal
    journal.append([entries("old", (school.now(each).opened,), 0.0)])
    school.house.rooms["old"] = school.house.resumed("old")

    school.clients[0].portal.call(school.house.forget_old)

    assert journal.rooms() == (each.id,)
    assert list(school.house.rooms) == [each.id]


@pytest.mark.parametrize(
    "given", [{"sure": "yes"}, {"token": "wrong", "sure": "yes"}, {"token": "", "seat": "1"}]
)
def test_nothing_is_forgotten_without_the_form_of_the_desk(school, each, given):
    school.student(each)
    teacher = school.teacher()

    assert teacher.post(f"/desk/{each.id}/forget", data=given).status_code == 409
    assert school.client().post(f"/desk/{each.id}/forget", data=given).status_code == 404
    assert school.now(each).seats


def test_a_seat_that_is_not_there_is_refused_and_nothing_goes(school, each):
    school.student(each)
    teacher = school.teacher()

    for seat in ("9", "x", "٣", "-1"):
        assert forget(school, teacher, each, seat).status_code == 409
    assert list(school.now(each).seats) == [1]


def test_anybody_may_read_what_is_stored_in_both_languages(school):
    page = school.client().get("/kept").text

    assert "What is stored, where and for how long" in page
    assert "存了什么、存在哪里、存多久" in page
    assert page.count("30") >= 4
    assert "/kept" in school.client().get("/").text


def test_no_form_of_a_turn_is_on_a_report(school, each):
    school.student(each)

    page = school.teacher().get(f"/desk/{each.id}/report").text

    assert "data-outbox" not in page
    with pytest.raises(ValueError, match="substring not found"):
        form_in(page)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """What one of these tests has read of all the cases need not be read by the next."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def held(own_home, small_case, cache):
    """A class that was held on this computer and is over."""
    own_home.mkdir()
    (own_home / "cache").symlink_to(cache, target_is_directory=True)
    reception = open_reception(ROOT, own_home, "en", CASES)
    journal = SqliteJournal(own_home / FOLDER / FILE)
    room = played(small_case, Mode.EACH, 3)
    shelved = reception.shelf.get("small_case")
    opened = replace(room.start.opened, digest=shelved.digest, file=str(shelved.path.resolve()))
    journal.append([entries("abc123", (opened, *room.events, Closed()), time.time())])
    journal.close()
    return own_home


def test_the_verb_lists_writes_merges_and_forgets(held, tmp_path, capsys):
    assert main(["report", "--lang", "en"]) == 0
    assert "abc123" in capsys.readouterr().out

    for ending in (".html", ".xlsx", ".csv", ".json", ".xapi.json"):
        assert main(["report", "abc", "-o", str(tmp_path / f"one{ending}"), "--lang", "en"]) == 0
        assert (tmp_path / f"one{ending}").stat().st_size > 1000

    twice = [str(tmp_path / "one.json"), str(tmp_path / "two.json")]
    (tmp_path / "two.json").write_bytes((tmp_path / "one.json").read_bytes())
    capsys.readouterr()
    assert main(["report", *twice, "-o", str(tmp_path / "camp.html"), "--lang", "en"]) == 0
    assert "tell of the same class" in capsys.readouterr().out
    assert "tell of the same class" in (tmp_path / "camp.html").read_text(encoding="utf-8")

    assert main(["report", "--forget", "abc123", "--seat", "2", "--lang", "en"]) == 0
    assert main(["report", "--forget", "abc123", "--seat", "2", "--lang", "en"]) == 1
    assert main(["report", "--forget", "abc123", "--lang", "en"]) == 0
    assert main(["report", "abc", "-o", str(tmp_path / "x.html"), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "Everything of seat 2 is deleted." in said
    assert "nothing is kept of a seat “2”" in said
    assert "There is no class “abc” and no such file." in said


def test_a_seat_is_found_by_its_name_in_any_language(held, capsys):
    journal = SqliteJournal(held / FOLDER / FILE)
    room = kept_room(journal, "abc123")
    journal.close()
    name = str(friendly_name(room.opened.first, 3))

    line = ["report", "--forget", "abc", "--seat", name.lower(), "--lang", "zh_CN"]
    assert main(line) == 0
    assert "座位3" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["abc", "-o", "x.docx"], "must end in one of these: .html, .xlsx, .csv"),
        (["nothing.json", "-o", "x.html"], "There is no class “nothing.json” and no such file."),
        (["abc", "-o", "pyproject.toml/x.html"], "cannot be written"),
        (["--forget", "zzz"], "There is no class “zzz”"),
    ],
)
def test_what_cannot_be_done_is_told(held, capsys, line, said):
    assert main(["report", *line, "--lang", "en"]) == 1
    assert said in capsys.readouterr().out


def test_without_any_class_it_is_told_how_to_begin(own_home, capsys):
    assert main(["report", "--lang", "en"]) == 0
    assert "Host one first: mockcourt host" in capsys.readouterr().out
    assert not (own_home / FOLDER).exists()


@pytest.fixture
def changed(tmp_path):
    """A class whose case was changed after it was opened, once it is over."""
    cases = tmp_path / "cases"
    cases.mkdir()
    text = (CASES / "small_case.yaml").read_text(encoding="utf-8")
    (cases / "small_case.yaml").write_text(text, encoding="utf-8")
    first = served(tmp_path, cases)
    room = first.house.open("small_case", Mode.EACH)
    first.student(room)
    first.clients[0].__exit__(None, None, None)
    (cases / "small_case.yaml").write_text(text + "\n# changed\n", encoding="utf-8")
    second = served(tmp_path, cases)
    second.client()
    yield second, room
    second.clients[0].__exit__(None, None, None)


def test_a_class_whose_case_was_changed_is_told_by_the_case_that_it_played(changed):
    school, room = changed
    page = school.teacher().get(f"/desk/{room.id}/report").text

    assert "has been changed" not in page
    assert str(friendly_name(room.opened.first, 1)) in page
    assert f"/desk/{room.id}/report/report.html" in page
    assert school.now(room).seats.keys() == {1}
    assert school.house.shelf.get("small_case").digest != room.opened.digest


def test_the_verb_tells_of_a_class_whose_case_is_no_longer_there(held):
    journal = SqliteJournal(held / FOLDER / FILE)
    opened = kept_room(journal, "abc123").opened
    lost = replace(opened, case="lost", file=str(held / "small_case.yaml"))
    events = [decoded(entry.payload) for entry in journal.read("abc123")[1:]]
    journal.append([entries("lost", (lost, *events), time.time())])
    journal.keep_case("lost", (CASES / "small_case.yaml").read_text(encoding="utf-8"))
    journal.close()

    assert main(["report", "lost", "-o", str(held / "lost.json"), "--lang", "en"]) == 0
    assert main(["report", "abc123", "-o", str(held / "kept.json"), "--lang", "en"]) == 0
    told, kept = ((held / f"{name}.json").read_text(encoding="utf-8") for name in ("lost", "kept"))
    assert told.count('"picks"') == kept.count('"picks"') > 0


def test_without_a_copy_of_its_case_a_class_is_listed_and_can_be_forgotten(changed):
    school, room = changed
    journal = school.house.writer.journal
    entries_of_room = journal.read(room.id)
    journal.erase(room.id)
    journal.append([entries_of_room])
    school.house.rooms.clear()
    teacher = school.teacher()
    page = teacher.get(f"/desk/{room.id}/report").text

    assert "changed or moved since this class played it, and no copy" in page
    assert forget(school, teacher, room).url.path == "/desk/reports"
    assert journal.rooms() == ()


def test_the_copy_of_its_case_goes_with_a_class(school, each):
    journal = school.house.writer.journal
    kept = journal.case(each.id)
    forget(school, school.teacher(), each)

    assert kept == (CASES / "small_case.yaml").read_text(encoding="utf-8")
    assert journal.case(each.id) is None


def test_a_case_that_was_changed_is_opened_anew_by_the_line_that_names_it(changed):
    school, room = changed

    assert _opened(school.house, "small_case", "each") != room.opened.code
    assert len(school.house.rooms) == 2
    assert _opened(school.house, "small_case", "each") in {
        authority.room.opened.code for authority in school.house.rooms.values()
    }
    assert len(school.house.rooms) == 2


def test_what_went_wrong_long_ago_leaves_the_file_and_the_rest_stays(tmp_path):
    path = tmp_path / "errors.log"
    old = "2026-01-01 10:00:00,123 ERROR it broke\nTraceback\n  of old\n"
    new = "2026-02-01 10:00:00,123 ERROR again\nTraceback\n  of late\n"
    now = datetime(2026, 2, 10).timestamp()
    path.write_text(old + new, encoding="utf-8")
    with path.open("a", encoding="utf-8") as still_open:
        forget_errors(path, now)
        still_open.write("more\n")

    assert path.read_text(encoding="utf-8") == new + "more\n"
    forget_errors(path, now + 60 * 86_400)
    assert path.read_text(encoding="utf-8") == ""
    forget_errors(tmp_path / "none.log", now)
