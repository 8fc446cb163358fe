"""Everybody has a job: who gets which, who votes on what, and that lessons change places."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from game.host import decisions, steering
from game.host.decisions import asked_of
from game.host.events import Cast, Job, Mode, Moved, Pace, Paced
from game.host.jobs import ALOUD, TEAM, concerns, jobs_in, places
from game.host.room import COURT, new_room, replayed
from game.scenario.steps import Ask, Role, TurnKind
from game.trial.record import is_over, open_ask, program
from tests.conftest import ROOT, loaded
from tests.host.rooms import Played, opened, why

JUDGE, PROSECUTION, DEFENCE = Role


@pytest.fixture
def together(small_case):
    return Played(small_case, Mode.TOGETHER)


@pytest.fixture
def groups(small_case):
    return Played(small_case, Mode.GROUPS)


def give(played, seat, job):
    played.happen(decisions.seat_as(played.room, seat, None, job))


@pytest.mark.parametrize("count", [6, 13, 30, 60])
def test_every_size_of_class_has_all_three_teams_and_no_team_is_too_large(together, count):
    for _ in range(count):
        together.join()
    sizes = Counter(seat.place for seat in together.room.seats.values())

    assert sum(sizes.values()) == count
    assert all(2 <= sizes[role] <= 5 for role in Role)
    if count == 60:
        assert [sizes[role] for role in Role] == [TEAM] * 3
    if count >= 30:
        assert set(sizes) >= {*Role, *jobs_in(together.room.program)}


def test_social_investigators_come_where_a_child_is_accused():
    young = program(loaded(ROOT / "scenarios" / "copied_challenge.yaml"))
    grown = program(loaded(ROOT / "scenarios" / "free_skins.yaml"))

    assert Job.SOCIAL in set(islice(places(young), 60))
    assert Job.SOCIAL not in set(islice(places(grown), 60))


def test_whoever_would_rather_not_speak_gets_no_speaking_part(together):
    asked = [decisions.join(together.room, "k", "en", quiet=True)]
    together.happen(asked[0])
    loud = together.join()
    together.happen(steering.hush(together.room, loud, True))

    assert all(together.seat(n).place not in ALOUD for n in (1, loud))


def test_an_assessor_votes_with_the_bench_and_only_there(together):
    judge, prosecution, _, assessor = (together.join() for _ in range(4))
    give(together, assessor, Job.ASSESSOR)
    together.open()
    while (ask := asked_of(together.room, together.seat(assessor))) is None:
        other = next(
            s for s in (judge, prosecution, 3) if asked_of(together.room, together.seat(s))
        )
        together.answer(other)

    assert ask.role is JUDGE
    assert [type(e) for e in together.answer(judge)] == [Cast]
    assert [type(e) for e in together.answer(assessor)] == [Cast, Moved]


def test_all_jobs_look_out_for_traps(small_case):
    case = program(small_case)
    marks = [s for s in case.steps if isinstance(s, Ask) and s.kind is TurnKind.MARK]

    assert marks
    assert all(concerns(case, job, ask) for job in Job for ask in marks)


def test_a_tie_waits_for_the_teacher(together):
    for _ in range(6):
        together.join()
    together.open()
    while not (ask := choice_of_the_bench(together)):
        together.happen(decisions.go_on(together.room))
    first, second = (seat.number for seat in together.room.team(JUDGE))
    ballots = [choice.pick for choice in ask.choices[:2]]
    for seat in (first, second):
        together.answer(seat, [ballots.pop(0)])

    assert open_ask(together.room.trials[COURT], JUDGE) == ask
    assert why(decisions.break_tie, together.room, ask.choices[2].pick) == decisions.NO_TIE
    together.happen(decisions.break_tie(together.room, ask.choices[1].pick))
    assert together.room.trials[COURT].answers[ask.key] == (ask.choices[1].pick,)


def choice_of_the_bench(played):
    ask = open_ask(played.room.trials[COURT], JUDGE)
    chooses = ask and ask.kind is TurnKind.CHOOSE and ask.most == 1 and len(ask.choices) > 2
    return ask if chooses else None


def test_groups_fill_evenly_and_each_has_the_three_roles(groups):
    for _ in range(12):
        groups.join()

    for court in groups.room.trials:
        assert {seat.role for seat in groups.room.at(court)} == set(Role)


def test_one_group_moves_and_the_others_stay(groups):
    for _ in range(12):
        groups.join()
    groups.open()
    before = dict(groups.room.trials)
    judge = groups.room.team(JUDGE, 2)[0]
    groups.answer(judge.number)

    assert groups.room.trials[2] != before[2]
    assert all(groups.room.trials[n] == before[n] for n in (1, 3, 4))
    assert groups.replayed() == groups.room


def test_a_seat_that_changes_its_group_takes_no_open_ballot_along(groups):
    for _ in range(24):
        groups.join()
    groups.open()
    moved = groups.room.team(JUDGE, 1)[0].number
    groups.answer(moved)
    asked = asked_of(groups.room, groups.seat(moved))
    groups.happen(decisions.seat_as(groups.room, moved, JUDGE, court=2))

    assert moved not in groups.room.ballots[asked.key]


def test_the_class_comes_along_in_other_places_with_its_names(together, small_case):
    for _ in range(12):
        together.join()
    together.happen(steering.extra_time(together.room, 5, True))
    new = new_room("s", opened(small_case, Mode.TOGETHER), program(small_case))
    new = replayed(new, steering.come_along(together.room, new))

    old = together.room.seats
    changed = [n for n in old if old[n].place != new.seats[n].place]
    assert len(changed) >= 10
    assert [new.seats[n].key for n in old] == [seat.key for seat in old.values()]
    assert new.seats[5].extra


def test_over_three_lessons_nobody_has_one_place_only(together, small_case):
    for _ in range(9):
        together.join()
    room = together.room
    for _ in range(2):
        new = new_room("s", opened(small_case, Mode.TOGETHER), program(small_case))
        room = replayed(new, steering.come_along(room, new))

    assert all(len({*seat.done, seat.place}) >= 2 for seat in room.seats.values())


def test_a_muted_seat_may_not_answer_and_is_not_waited_for(together):
    judges = [n for n in (together.join() for _ in range(6)) if together.seat(n).role is JUDGE]
    together.open()
    together.happen(steering.mute(together.room, judges[0], True))

    assert why(together.answer, judges[0]) == decisions.MUTED
    assert [type(e) for e in together.answer(judges[1])] == [Cast, Moved]


def test_extra_time_goes_on_when_answers_are_closed_to_others(small_case):
    each = Played(small_case, Mode.EACH)
    slow, quick = each.join(JUDGE), each.join(JUDGE)
    each.happen(steering.extra_time(each.room, slow, True))
    each.happen(decisions.pace(each.room, Pace.LOCKED))

    assert each.answer(slow)
    assert why(each.answer, quick) == decisions.HALTED[Pace.LOCKED]


def test_extra_time_does_not_make_the_court_go_on(together):
    judge = together.join()
    together.open()
    together.happen(steering.extra_time(together.room, judge, True))
    together.happen(decisions.pace(together.room, Pace.LOCKED))

    assert [type(e) for e in together.answer(judge)] == [Cast]
    together.open()
    assert [type(e) for e in decisions.count(together.room, frozenset())] == [Moved]


def test_one_move_back_undoes_the_answer_and_its_ballots(together):
    judge = together.join()
    together.open()
    before = together.room.trials[COURT]
    ask = asked_of(together.room, together.seat(judge))
    together.answer(judge)
    together.happen(steering.take_back(together.room, COURT))

    assert together.room.trials[COURT] == before
    assert not together.room.ballots[ask.key]
    assert why(steering.take_back, together.room, COURT) == steering.NOTHING_BACK


def test_the_jump_to_the_verdict_leaves_the_decision_to_the_class(together):
    together.join()
    together.open()
    together.happen(steering.to_verdict(together.room))
    trial = together.room.trials[COURT]

    assert trial.skipped
    assert not is_over(trial)
    assert together.replayed() == together.room


def test_the_bell_closes_answers_once(together):
    together.join()
    together.open()
    together.happen(steering.set_bell(together.room, 10, 1000.0))

    assert steering.ring(together.room, 1599.0) == ()
    together.happen(steering.ring(together.room, 1600.0))
    assert Paced(Pace.LOCKED) in together.events
    assert steering.ring(together.room, 9999.0) == ()
    assert why(steering.set_bell, together.room, -1, 0.0) == steering.NO_MINUTES


def test_a_new_name_is_one_that_nobody_has_had(together):
    names = {together.seat(together.join()).name for _ in range(20)}
    together.happen(steering.name_anew(together.room, 3))

    assert together.seat(3).name not in names
