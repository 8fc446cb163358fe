"""Who sits in the same place sees the same page, which is made and written once for all of them."""

from __future__ import annotations

from game.host import decisions
from game.host.events import Mode, Pace
from game.host.page import MINE, with_mine
from game.host.room import replayed
from game.host.seat import page_token
from game.scenario.steps import Role
from game.trial.record import open_asks


def in_court(school, seats=6):
    room = school.house.open("small_case", Mode.TOGETHER)
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
