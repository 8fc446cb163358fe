"""The journal forgets a seat, and what the others did can still be told; it forgets by age too."""

from __future__ import annotations

import pytest

from game.host.archive import A_DAY, DAYS, blanked, forget_old, forget_seat
from game.host.events import Mode, decoded
from game.host.journal import SqliteJournal
from game.host.room import COURT, replayed
from tests.host.rooms import kept, played


@pytest.fixture
def journal(tmp_path):
    opened = SqliteJournal(tmp_path / "class.sqlite3")
    yield opened
    opened.close()


def told(journal, room):
    """The room as it is told again from the journal."""
    return replayed(room.start, [decoded(e.payload) for e in journal.read("r")[1:]])


@pytest.mark.parametrize("mode", list(Mode))
def test_of_a_seat_that_is_forgotten_no_answer_and_no_key_is_left(journal, small_case, mode):
    room = played(small_case, mode, 5)
    kept(journal, room)
    key = room.seat(2).key

    forget_seat(journal, "r", 2)

    left = journal.read("r")
    assert key not in "".join(entry.payload for entry in left)
    own = ("cast",) if mode is Mode.GROUPS else ("cast", "moved")  # there 2 is a group as well
    assert not [e for e in left if '"seat":2' in e.payload and e.kind in own]
    assert [entry.seq for entry in left] == list(range(1, len(left) + 1))


@pytest.mark.parametrize("mode", list(Mode))
def test_all_others_keep_what_they_answered(journal, small_case, mode):
    room = played(small_case, mode, 5)
    kept(journal, room)

    forget_seat(journal, "r", 2)

    again = told(journal, room)
    assert set(again.seats) == {1, 3, 4, 5}
    own = 2 if mode is Mode.EACH else None
    others = {n: trial.moves for n, trial in room.room.trials.items() if n != own}
    assert {n: trial.moves for n, trial in again.trials.items()} == others
    assert (COURT in again.trials) is (mode is Mode.TOGETHER)
    for ask, cast in room.room.ballots.items():
        rest = {seat: picks for seat, picks in cast.items() if seat != 2}
        assert again.ballots.get(ask, {}) == rest


def test_only_what_tells_of_the_seat_is_rewritten(journal, small_case):
    room = played(small_case, Mode.EACH, 3)
    there = kept(journal, room).entries

    assert {e.actor for e in blanked(there, 2)} == {""}
    assert len(blanked(there, 2)) == sum('"seat":2' in e.payload for e in there)
    assert not blanked(there, 9)


def test_what_is_deleted_leaves_the_disk_too(tmp_path, small_case):
    room, file = played(small_case, Mode.EACH, 3), tmp_path / "class.sqlite3"
    journal = SqliteJournal(file)
    kept(journal, room)
    copy = tmp_path / "class.before_002.sqlite3"
    copy.write_bytes(b"an old copy")

    journal.erase("r")

    beside = [path.read_bytes() for path in tmp_path.glob("class*")]
    journal.close()
    assert not [content for content in beside if b'"type":"moved"' in content]
    assert not copy.exists()


def test_a_room_goes_by_itself_when_nothing_has_happened_in_it_for_so_long(journal, small_case):
    kept(journal, played(small_case, Mode.EACH, 1), at=0.0)

    forget_old(journal, DAYS * A_DAY)
    assert journal.rooms() == ("r",)
    forget_old(journal, DAYS * A_DAY + 1)
    assert journal.rooms() == ()
