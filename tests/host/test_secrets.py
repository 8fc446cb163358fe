"""Nothing that the server sends to a seat, the benches or the projector holds what is not due."""

from __future__ import annotations

from random import Random

import msgspec
import pytest

from game.host import decisions
from game.host.events import Mode, Pace
from game.host.hall import Hall
from game.host.room import COURT, replayed
from game.scenario.steps import Ask, Role
from game.session.robots import ROBOTS
from game.trial.record import is_over, open_asks
from tests.conftest import ROOT
from tests.host.conftest import served
from tests.trial.test_secrets import reasons_in, secrets


@pytest.fixture
def court(tmp_path):
    school = served(tmp_path, ROOT / "scenarios")
    yield school
    school.house.writer.close()


def played(room, chance):
    """What happens when the class answers the next turn, as a robot that knows nothing would."""
    trial = room.trials[COURT]
    ask = chance.choice(open_asks(trial))
    picks = ROBOTS["random"](trial, ask, chance)
    seat = next(seat for seat in room.seats.values() if seat.role is ask.role)
    return decisions.answer(room, seat.number, len(trial.moves), ask.key, picks)


def test_no_page_of_a_trial_together_tells_a_secret(court):
    room, chance = court.house.open("free_skins", Mode.TOGETHER), Random(1)
    for _ in range(3):
        room = replayed(room, decisions.join(room, "key", "en"))
    room = replayed(room, decisions.join(room, "key", "en"))
    room = replayed(room, decisions.seat_as(room, 4, None))
    room = replayed(room, decisions.pace(room, Pace.OPEN))
    trial, hall, seen = room.trials[COURT], Hall(court.house), 0
    reasons = {ask.key: set(reasons_in(ask)) for ask in trial.steps if isinstance(ask, Ask)}
    while not is_over(room.trials[COURT]):
        trial = room.trials[COURT]
        hidden = {role: secrets(trial, role, reasons) for role in Role}
        everything = {text for texts in reasons.values() for text in texts}
        for seat in room.seats.values():
            sent = msgspec.json.encode(court.service.seats.page(room, seat)).decode()
            due = hidden[seat.role] if seat.role else everything
            assert [text for text in due if text in sent] == []
            seen += 1
        sent = msgspec.json.encode(hall.page(room, "en", "http://here")).decode()
        assert [text for text in everything if text in sent] == []
        room = replayed(room, played(room, chance))

    assert seen > 100


def test_the_note_of_one_side_reaches_no_other(court):
    room = court.house.open("free_skins", Mode.TOGETHER)
    for _ in range(3):
        room = replayed(room, decisions.join(room, "key", "en"))
    room = replayed(room, decisions.pace(room, Pace.OPEN))
    notes = {
        message.note
        for document in room.program.scenario.documents.values()
        for message in document.messages
        if message.note
    }
    told = {role: set() for role in Role}
    chance = Random(2)
    while not is_over(room.trials[COURT]):
        for seat in room.seats.values():
            sent = msgspec.json.encode(court.service.seats.page(room, seat)).decode()
            told[seat.role] |= {n for n in notes if msgspec.json.encode(n).decode()[1:-1] in sent}
        room = replayed(room, played(room, chance))

    assert notes
    assert told[Role.PROSECUTION]
    assert not told[Role.JUDGE] | told[Role.DEFENCE]
