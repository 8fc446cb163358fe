"""A class at a case in small: who may answer, when a team has answered, what the pace does."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from game.host import decisions, steering
from game.host.decisions import MOST_SEATS, Refused, asked_of
from game.host.events import Cast, Job, Mode, Moved, Pace, Paced, decoded, encoded
from game.host.jobs import TEAM
from game.host.room import COURT
from game.scenario.steps import Role
from game.trial.record import is_over, open_ask, open_asks
from game.trial.rules import Refusal
from tests.conftest import ROOT, loaded
from tests.host.rooms import Played, why

JUDGE, PROSECUTION, DEFENCE = Role


@pytest.fixture
def together(small_case):
    return Played(small_case, Mode.TOGETHER)


@pytest.fixture
def each(small_case):
    return Played(small_case, Mode.EACH)


def test_everybody_for_themself_plays_to_the_end_at_their_own_pace(each):
    quick, slow = each.join(JUDGE), each.join(DEFENCE)

    while asked_of(each.room, each.seat(quick)):
        each.answer(quick)

    assert is_over(each.room.trials[quick])
    assert not each.room.trials[slow].moves or not is_over(each.room.trials[slow])
    assert each.replayed() == each.room


def test_neighbours_see_the_choices_in_another_order(each):
    numbers = [each.join(JUDGE) for _ in range(4)]
    trials = [each.room.trials[number] for number in numbers]

    assert len({trial.steps for trial in trials}) > 1


def test_teams_fill_up_evenly_then_the_public_benches(together):
    roles = [together.seat(together.join()).role for _ in range(3 * TEAM + 2)]

    assert roles[:6] == [JUDGE, PROSECUTION, DEFENCE] * 2
    assert roles[-2:] == [None, None]


def test_nothing_happens_before_the_teacher_opens_the_trial(together):
    assert why(together.open) == decisions.NOBODY
    seat = together.join()

    assert why(together.answer, seat) == decisions.NOT_YET
    assert not together.room.trials[COURT].moves

    together.open()
    assert together.answer(seat)


def test_a_team_answers_when_its_last_ballot_is_in(together):
    first, second = together.join(), None
    while second is None:
        number = together.join()
        second = number if together.seat(number).role is JUDGE else None
    together.open()

    assert [type(e) for e in together.answer(first)] == [Cast]
    assert [type(e) for e in together.answer(second)] == [Cast, Moved]


def test_whoever_is_away_is_not_waited_for(together):
    judges = [n for n in (together.join() for _ in range(6)) if together.seat(n).role is JUDGE]
    together.open()

    assert [type(e) for e in together.answer(judges[0], away=frozenset(judges[1:]))] == [
        Cast,
        Moved,
    ]


def test_those_who_leave_do_not_hold_up_a_vote_that_is_all_in(together):
    judges = [n for n in (together.join() for _ in range(6)) if together.seat(n).role is JUDGE]
    together.open()
    together.answer(judges[0])

    assert decisions.count(together.room, frozenset()) == ()
    assert [type(e) for e in decisions.count(together.room, frozenset(judges[1:]))] == [Moved]


def test_the_public_votes_and_moves_nothing(together):
    team = [together.join() for _ in range(3)]
    bench = together.join()
    together.happen(decisions.seat_as(together.room, bench, None))
    together.open()
    before = together.room.trials[COURT]
    asked = open_asks(before)[0]

    assert [type(e) for e in together.answer(bench)] == [Cast]
    assert together.room.trials[COURT] is before
    assert bench in together.room.ballots[asked.key]
    together.answer(team[0])
    assert open_ask(together.room.trials[COURT], JUDGE) != asked


def test_a_question_to_all_three_is_put_to_the_public_once(together):
    judge, *_ = [together.join() for _ in range(3)]
    early, late = together.join(), together.join()
    for bench in (early, late):
        together.happen(decisions.seat_as(together.room, bench, None))
    together.open()
    seen = asked_of(together.room, together.seat(late)).key
    together.answer(early)
    together.answer(judge)

    assert asked_of(together.room, together.seat(early)) is None
    voted = decisions.answer(together.room, late, 0, seen, ())
    assert [type(event) for event in voted] == [Cast]


def test_a_ballot_for_a_turn_that_has_passed_is_stale(together):
    seat = together.join()
    together.open()
    key = asked_of(together.room, together.seat(seat)).key
    together.answer(seat)

    stale = why(decisions.answer, together.room, seat, 0, key, ())
    assert stale == Refusal.STALE.words


@pytest.mark.parametrize("halt", [Pace.LOCKED, Pace.PAUSED])
def test_locked_and_paused_answers_wait_until_they_are_opened(each, halt):
    seat = each.join(JUDGE)
    each.happen(decisions.pace(each.room, halt))

    assert why(each.answer, seat) == decisions.HALTED[halt]
    each.open()
    assert each.answer(seat)


def test_step_by_step_the_court_waits_after_every_turn(together):
    seat = together.join()
    together.happen(decisions.step(together.room, True))
    together.open()

    assert isinstance(together.answer(seat)[-1], Paced)
    assert why(together.answer, seat) == decisions.HALTED[Pace.LOCKED]


def test_step_by_step_all_who_are_asked_at_once_may_still_answer(together):
    judge, prosecution, defence = (together.join() for _ in range(3))
    together.happen(decisions.step(together.room, True))
    together.open()

    for seat in (judge, prosecution):
        assert not isinstance(together.answer(seat)[-1], Paced)
    assert isinstance(together.answer(defence)[-1], Paced)


def test_going_on_counts_the_ballots_there_are_and_never_gets_stuck(together):
    for _ in range(4):
        together.join()
    together.open()
    rounds = 0
    while not is_over(together.room.trials[COURT]):
        together.happen(decisions.go_on(together.room))
        rounds += 1

    assert rounds > 5
    assert why(decisions.go_on, together.room) == decisions.NOTHING_OPEN


def test_late_comers_join_a_running_trial(together):
    first = together.join()
    together.open()
    together.answer(first)
    late = together.join()

    assert together.seat(late).role is PROSECUTION
    assert len(together.room.trial_of(together.seat(late)).moves) >= 1


def test_a_removed_seat_may_do_nothing_and_its_name_is_not_given_again(each):
    gone = each.join(JUDGE)
    name = each.seat(gone).name
    each.happen(decisions.remove(each.room, gone))

    assert why(decisions.speak, each.room, gone, "zh_CN") == decisions.NO_SEAT
    assert each.seat(each.join(JUDGE)).name != name


def test_whoever_is_stuck_is_helped_over_the_turn(each, together):
    stuck = each.join(JUDGE)
    asked = asked_of(each.room, each.seat(stuck))
    each.happen(decisions.help_on(each.room, stuck))

    assert asked_of(each.room, each.seat(stuck)) != asked
    member = together.join()
    assert why(decisions.help_on, together.room, member) == decisions.TOGETHER


def test_a_shut_door_and_a_full_room_let_nobody_in(each):
    each.happen(decisions.door(each.room, False))
    assert why(each.join) == decisions.SHUT

    each.happen(decisions.door(each.room, True))
    names = {each.seat(each.join()).name for _ in range(MOST_SEATS)}
    assert why(each.join) == decisions.FULL
    assert len(names) == MOST_SEATS


def test_a_slip_moves_a_seat_once(each):
    seat = each.join()
    each.happen(decisions.slip(each.room, seat, "slip"))
    each.happen(decisions.hand_over(each.room, "slip", "new key"))

    assert each.seat(seat).key == "new key"
    assert why(decisions.hand_over, each.room, "slip", "another") == decisions.NO_SEAT


class AnyClass(RuleBasedStateMachine):
    """Whatever teacher and students do, in whatever order, the room stays sound."""

    MODE = Mode.TOGETHER

    def __init__(self):
        super().__init__()
        case = loaded(ROOT / "tests" / "cases" / "small_case.yaml")
        self.played = Played(case, self.MODE)

    @rule()
    def join(self):
        self.attempt(self.played.join)

    @rule(pace=st.sampled_from([Pace.OPEN, Pace.OPEN, Pace.LOCKED, Pace.PAUSED]))
    def set_pace(self, pace):
        self.decide(decisions.pace, pace)

    @rule(by_hand=st.booleans())
    def step(self, by_hand):
        self.decide(decisions.step, by_hand)

    @rule(data=st.data())
    def go_on(self, data):
        self.decide(decisions.go_on, self.court(data))

    @rule(data=st.data(), steer=st.sampled_from([steering.take_back, steering.skip_scene]))
    def steer(self, data, steer):
        self.decide(steer, self.court(data))

    @rule(steer=st.sampled_from([steering.to_verdict, steering.rotate]))
    def steer_all(self, steer):
        self.decide(steer)

    @precondition(lambda self: self.played.room.seats)
    @rule(
        data=st.data(),
        treat=st.sampled_from([steering.mute, steering.extra_time, steering.hush]),
        yes=st.booleans(),
    )
    def treat(self, data, treat, yes):
        seat = data.draw(st.sampled_from(sorted(self.played.room.seats)))
        self.decide(treat, seat, yes)

    def court(self, data):
        return data.draw(st.sampled_from(sorted(self.played.room.trials)))

    @precondition(lambda self: self.played.room.seats)
    @rule(data=st.data())
    def answer(self, data):
        seat = data.draw(st.sampled_from(sorted(self.played.room.seats)))
        if asked_of(self.played.room, self.played.seat(seat)):
            away = data.draw(st.frozensets(st.integers(1, 9)))
            self.attempt(self.played.answer, seat, None, away)

    @precondition(lambda self: self.played.room.seats)
    @rule(data=st.data(), place=st.sampled_from([*Role, *Job]))
    def reseat(self, data, place):
        seat = data.draw(st.sampled_from(sorted(self.played.room.seats)))
        self.decide(decisions.seat_as, seat, *decisions.role_and_job(place), self.court(data))

    @precondition(lambda self: self.played.room.seats)
    @rule(data=st.data())
    def remove(self, data):
        self.decide(decisions.remove, data.draw(st.sampled_from(sorted(self.played.room.seats))))

    def decide(self, decision, *given):
        self.attempt(lambda: self.played.happen(decision(self.played.room, *given)))

    def attempt(self, call, *given):
        before = self.played.room
        try:
            call(*given)
        except Refused:
            assert self.played.room is before

    @invariant()
    def the_journal_leads_to_the_same_room(self):
        again = [decoded(encoded(event)) for event in self.played.events]
        assert again == self.played.events
        assert self.played.replayed() == self.played.room

    @invariant()
    def only_roles_with_people_are_waited_for(self):
        room = self.played.room
        for court, trial in room.trials.items():
            humans = {seat.role for seat in room.at(court)} - {None}
            if room.pace is not Pace.WAITING and humans:
                asked = {ask.role for ask in open_asks(trial)}
                assert not asked or asked & humans


AnyClass.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestAnyClass = AnyClass.TestCase


class AnyGroups(AnyClass):
    MODE = Mode.GROUPS


AnyGroups.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestAnyGroups = AnyGroups.TestCase
