"""Nothing that the server sends to a seat, the benches or the projector holds what is not due."""

from __future__ import annotations

from random import Random

import msgspec

from game.host import decisions, steering
from game.host.events import Mode, Pace
from game.host.hall import Hall
from game.host.progress import all_over
from game.host.room import COURT, replayed
from game.scenario.steps import Ask, Role
from game.session.robots import ROBOTS
from game.trial.record import is_over, open_asks
from tests.trial.test_secrets import reasons_in, secrets


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


def test_no_job_and_no_group_is_told_a_secret(court):
    """Groups are at different places; what one has earned to know, no other sees."""
    for case, mode in (("copied_challenge", Mode.TOGETHER), ("free_skins", Mode.GROUPS)):
        room, chance, seen = court.house.open(case, mode, 2), Random(3), 0
        for _ in range(14):
            room = replayed(room, decisions.join(room, "key", "en"))
        room = replayed(room, decisions.pace(room, Pace.OPEN))
        steps = next(iter(room.trials.values())).steps
        reasons = {ask.key: set(reasons_in(ask)) for ask in steps if isinstance(ask, Ask)}
        everything = {text for texts in reasons.values() for text in texts}
        while not all_over(room):
            sent = msgspec.json.encode(Hall(court.house).page(room, "en", "http://here")).decode()
            assert [text for text in everything if text in sent] == []
            for seat in room.seats.values():
                trial = room.trial_of(seat)
                if is_over(trial):
                    continue
                due = secrets(trial, seat.role, reasons) if seat.role else everything
                sent = msgspec.json.encode(court.service.seats.page(room, seat)).decode()
                assert [text for text in due if text in sent] == []
                seen += 1
            number = chance.choice([n for n, trial in room.trials.items() if not is_over(trial)])
            room = replayed(room, decisions.go_on(room, number))

        assert seen > 100


def test_a_seat_sees_no_ballot_and_no_place_of_another(court):
    room = court.house.open("free_skins", Mode.TOGETHER)
    for _ in range(9):
        room = replayed(room, decisions.join(room, "key", "en"))
    room = replayed(room, decisions.pace(room, Pace.OPEN))
    room = replayed(room, steering.extra_time(room, 2, True))
    room = replayed(room, steering.mute(room, 3, True))
    before = {n: pages(court, room, seat) for n, seat in room.seats.items()}
    ask = open_asks(room.trials[COURT])[0]
    voter = room.team(ask.role)[0]
    picks = ROBOTS["random"](room.trials[COURT], ask, Random(1))
    room = replayed(room, decisions.answer(room, voter.number, 0, ask.key, picks))

    assert open_asks(room.trials[COURT])[0] == ask
    for number, seat in room.seats.items():
        assert ("Take your time" in pages(court, room, seat)["status"]) is False
        if number != voter.number:
            now = pages(court, room, seat)
            assert {id_ for id_ in now if now[id_] != before[number][id_]} <= {"status", "tally"}


def pages(court, room, seat):
    """The regions of the page of `seat`, each as it is sent."""
    page = court.service.seats.page(room, seat)
    return {part.id: msgspec.json.encode(part.inside).decode() for part in page.regions}


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
