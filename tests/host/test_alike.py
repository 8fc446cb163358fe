"""Who sits in the same place sees the same page, which is made and written once for all of them."""

from __future__ import annotations

import time
from random import Random

from game.host import decisions, steering
from game.host.events import Job, Mode, Pace
from game.host.page import MINE, with_mine
from game.host.room import replayed
from game.host.seat import SeatPages, page_token
from game.scenario.steps import Role
from game.session.robots import ROBOTS
from game.trial.record import is_over, open_asks


def in_court(school, seats=6, case="small_case"):
    room = school.house.open(case, Mode.TOGETHER)
    for number in range(seats):
        room = replayed(room, decisions.join(room, f"key {number}", "en"))
    return replayed(room, decisions.pace(room, Pace.OPEN))


def cast(room, seat):
    trial = room.trials[0]
    ask = next(ask for ask in open_asks(trial) if ask.role is room.seats[seat].role)
    picks = tuple(choice.pick for choice in ask.choices[: ask.least or 1])
    return replayed(
        room, decisions.answer(room, seat, len(trial.moves), ask.key, picks, frozenset())
    )


def team_of(room, role):
    return [seat for seat in room.seats.values() if seat.role is role]


def answering(room):
    return team_of(room, open_asks(room.trials[0])[0].role)


def test_a_team_shares_one_page_until_one_of_them_casts_a_ballot(school):
    room, pages = in_court(school), school.service.seats
    first, second = answering(room)

    assert pages.shown(room, first) is pages.shown(room, second)
    room = cast(room, first.number)
    assert pages.shown(room, first) is not pages.shown(room, second)


def test_what_one_answers_is_told_to_all_in_the_room_as_a_number_only(school):
    room, pages = in_court(school), school.service.seats
    other = team_of(room, next(role for role in Role if role is not answering(room)[0].role))[0]
    before = pages.shown(room, other)
    room = cast(room, answering(room)[0].number)

    news = pages.shown(room, other).news(before.prints).decode()

    assert "1 of 6 have answered." in news
    assert '["turn",' not in news
    assert '["record",' not in news


def test_a_token_is_put_into_what_is_shared_only_for_its_reader(school):
    room, pages = in_court(school), school.service.seats
    first, second = answering(room)
    news = pages.shown(room, first).news(())

    mine = with_mine(news, page_token(first).encode()).decode()

    assert MINE in news.decode()
    assert MINE not in mine
    assert page_token(first) in mine
    assert page_token(second) not in mine


def test_a_page_that_is_shared_is_the_one_that_would_be_made_for_the_seat_alone(court):
    room, pages, chance = in_court(court, 24, "free_skins"), court.service.seats, Random(5)
    readers = [seat.number for seat in room.seats.values() if seat.place == Job.READER]
    jobs = set()
    for turn in range(60):
        if is_over(room.trials[0]):
            break
        if turn % 2:
            room = replayed(room, decisions.go_on(room, 0))
            continue
        if turn == 10:
            room = replayed(room, steering.mute(room, 3, True))
            room = replayed(room, steering.extra_time(room, 4, True))
            room = replayed(room, steering.set_bell(room, 10, time.time()))
        voting = [seat for seat in room.seats.values() if decisions.asked_of(room, seat)]
        seat = chance.choice([one for one in voting if not one.muted])
        ask = decisions.asked_of(room, seat)
        picks = ROBOTS["random"](room.trials[0], ask, chance)
        given = len(room.trials[0].moves), ask.key, picks, frozenset()
        room = replayed(room, decisions.answer(room, seat.number, *given))
        some = chance.sample(list(room.seats.values()), 4)
        for one in (*some, *(room.seats[number] for number in readers)):
            alone = SeatPages(court.house).page(room, one)
            assert pages.page(room, one) == alone, one
            if one.number in readers:
                jobs.add(alone.by_id()["job"].print)

    assert len(readers) > 1
    assert len(jobs) > 2
