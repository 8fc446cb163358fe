"""What the journal has acknowledged is there; what does not follow on is not taken."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from game.host.backing import journal_at
from game.host.journal import Entry, SqliteJournal, Taken, Unwritten, Writer


def entry(seq, aid=None, room="r", payload="{}"):
    return Entry(room, seq, 1.5, aid, "seat 1", "said", 1, payload)


@pytest.fixture(params=["sqlite", "postgresql"])
def journal(request, tmp_path):
    if request.param == "sqlite":
        opened = SqliteJournal(tmp_path / "class.sqlite3")
    else:
        url = request.getfixturevalue("database")
        opened = journal_at(url, tmp_path)
    yield opened
    opened.close()


def test_entries_come_back_in_order_after_any_cursor(journal):
    journal.append([[entry(1), entry(2, "a")], [entry(1, room="other")], [entry(3)]])

    assert [e.seq for e in journal.read("r")] == [1, 2, 3]
    assert journal.read("r", after=1) == (entry(2, "a"), entry(3))
    assert (journal.head("r"), journal.head("other"), journal.head("none")) == (3, 1, 0)
    assert set(journal.rooms()) == {"r", "other"}


def test_an_action_counts_once_and_a_refused_group_leaves_nothing(journal):
    assert journal.append([[entry(1, "a")]]) == (True,)
    assert journal.append([[entry(2), entry(3, "a")], [entry(2, "b")]]) == (False, True)

    assert [e.aid for e in journal.read("r")] == ["a", "b"]


def test_what_is_rewritten_keeps_its_place_and_what_is_erased_is_gone(journal):
    journal.append([[entry(1), entry(2, "a")], [entry(1, room="other")]])

    journal.rewrite([entry(2, None, payload='{"x": 1}')])
    journal.erase("other")

    assert journal.read("r") == (entry(1), entry(2, None, payload='{"x": 1}'))
    assert journal.rooms() == ("r",)


@pytest.mark.parametrize("seq", [0, 1, 3])
def test_only_the_next_number_is_taken(journal, seq):
    journal.append([[entry(1)]])

    assert journal.append([[entry(seq)]]) == (False,)
    assert journal.head("r") == 1


def test_the_writer_says_of_each_group_how_it_went(journal):
    writer = Writer(journal)
    fine, gap, next_ = writer.write([entry(1)]), writer.write([entry(5)]), writer.write([entry(2)])

    assert fine.result(5) is None
    with pytest.raises(Taken):
        gap.result(5)
    assert next_.result(5) is None
    assert journal.head("r") == 2


def test_a_full_disk_fails_aloud_and_writing_goes_on_when_there_is_room(tmp_path):
    journal = SqliteJournal(tmp_path / "class.sqlite3")
    writer = Writer(journal)
    writer.write([entry(1)]).result(5)
    pages = journal._db.execute("PRAGMA page_count").fetchone()[0]
    journal._db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(Unwritten):
        writer.write([entry(2, payload="x" * 100_000)]).result(5)
    journal._db.execute("PRAGMA max_page_count = 100000")
    writer.write([entry(2)]).result(5)
    writer.close()

    assert [e.payload for e in SqliteJournal(tmp_path / "class.sqlite3").read("r")] == ["{}", "{}"]


def test_a_newer_schema_keeps_a_copy_of_the_old_file(tmp_path, monkeypatch):
    path, sql = tmp_path / "class.sqlite3", tmp_path / "sql"
    sql.mkdir()
    old = SqliteJournal(path)
    old.append([[entry(1)]])
    old.close()
    (sql / "003_more.sql").write_text("ALTER TABLE entry ADD COLUMN more TEXT;", encoding="utf-8")
    monkeypatch.setattr("game.host.journal.SCHEMA", sql)

    SqliteJournal(path).close()

    with sqlite3.connect(tmp_path / "class.before_003.sqlite3") as copy:
        assert copy.execute("SELECT seq FROM entry").fetchall() == [(1,)]
    copy.close()


KILLED = """
import os, sys
from pathlib import Path
from game.host.journal import Entry, SqliteJournal, Writer
writer = Writer(SqliteJournal(Path(sys.argv[1])))
for seq in range(1, 10_000):
    writer.write([Entry("r", seq, 0.0, str(seq), "seat", "said", 1, "{}")]).result()
    os.write(1, b"%d\\n" % seq)
"""


def test_what_was_acknowledged_outlives_a_kill(tmp_path):
    path = tmp_path / "class.sqlite3"
    with subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=-1) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(40)]
        process.kill()
        said += process.stdout.read().splitlines()
    journal = SqliteJournal(path)

    assert journal.head("r") >= int(said[-1])
    assert [e.seq for e in journal.read("r")] == list(range(1, journal.head("r") + 1))
    journal.close()
