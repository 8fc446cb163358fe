"""A class at one screen: who is called, whose marks are whose, and what the room hears."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from game.scenario.steps import Role, TurnKind
from game.session.class_play.plan import (
    MOST,
    Manner,
    Plan,
    answered_at_keyboard,
    drawn,
    renamed,
    teams_of,
)
from game.session.wish import Wish
from game.trial.feedback import Feedback
from game.trial.record import open_ask, open_asks
from game.trial.scoring import best_picks
from game.trial.view import Action

ROOT = Path(__file__).resolve().parent.parent.parent
COUNTS = range(2, MOST + 1)


def begin(reception, manner, teams=3, role=Role.JUDGE, **wish):
    shelved = reception.shelf.get("small_case")
    return reception.class_trials.start(shelved, role, Wish(**wish), drawn(manner, teams))


def answer(table):
    """Whoever is called answers as well as can be: at the keyboard, or all with one card."""
    trial, called = table.session.trial, table.call
    picks = best_picks(open_ask(trial, called.role), trial.answers)
    if called.team is None:
        return table.show_cards((picks,) * len(table.plan.teams))
    return table.submit(Action(len(trial.moves), called.role, picks))


def play(table, until=lambda table: False):
    while table.call is not None and not until(table):
        assert answer(table) is None
    return table


def at_first(kind, table):
    """Play on to the first turn of `kind` that is answered with cards."""
    return play(table, lambda t: open_ask(t.session.trial, t.role).kind is kind)


@pytest.mark.parametrize("count", COUNTS)
def test_every_seat_has_a_team_and_every_team_a_seat(count):
    sharing = [teams_of(role, count) for role in Role]

    assert all(sharing)
    assert {team for teams in sharing for team in teams} == set(range(count))


def test_no_team_sits_on_both_sides_of_a_case():
    for count in COUNTS:
        assert not set(teams_of(Role.PROSECUTION, count)) & set(teams_of(Role.DEFENCE, count))


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("manner", Manner)
def test_a_class_comes_to_the_verdict_and_all_can_earn_everything(come_in, manner, count):
    table = play(begin(come_in(), manner, count))

    assert table.over
    assert table.view().debrief is not None
    assert [card.marks.total for card in table.cards()] == [100] * count


def test_teams_that_share_a_seat_take_turns_at_the_keyboard(come_in):
    table = play(begin(come_in(), Manner.SEATS, 6))

    teams = answered_at_keyboard(table.plan, Role.JUDGE, table.session.trial)
    bench = [teams[move.ask] for move in table.session.trial.moves if move.role is Role.JUDGE]
    assert bench[:4] == [0, 3, 0, 3]


def test_where_cards_cannot_say_it_one_team_after_the_other_comes_to_the_keyboard(come_in):
    table = begin(come_in(), Manner.CARDS, 3)
    called = []
    while (call := table.call) is not None:
        kind = open_ask(table.session.trial, call.role).kind
        called.append((kind in (TurnKind.CHOOSE, TurnKind.AMOUNT), call.team))
        answer(table)

    assert all((team is None) == on_cards for on_cards, team in called)
    assert [team for _, team in called if team is not None][:4] == [0, 1, 2, 0]


def test_the_class_answers_what_most_teams_show_and_each_keeps_its_own_marks(come_in):
    table = at_first(TurnKind.CHOOSE, begin(come_in(), Manner.CARDS, 3))
    before = [card.points[0] for card in table.cards()]
    ask = open_ask(table.session.trial, Role.JUDGE)

    assert table.show_cards((("tell",), ("pay",), ("tell",))) is None

    assert table.session.trial.answers[ask.key] == ("tell",)
    after = [card.points[0] for card in table.cards()]
    assert [now - then for now, then in zip(after, before, strict=True)] == [1, 0, 1]


def test_a_tie_goes_to_another_team_each_time():
    def tied(turns):
        from game.session.class_play.plan import speaker
        from game.trial.record import Move

        class Later:
            moves = (Move(Role.JUDGE, (), "x"),) * turns

        return speaker(drawn(Manner.CARDS, 2), Role.JUDGE, Later())

    assert [tied(turns) for turns in range(3)] == [0, 1, 0]


def test_the_team_that_decided_a_tie_is_named(come_in):
    table = at_first(TurnKind.CHOOSE, begin(come_in(), Manner.CARDS, 2))
    ask = open_ask(table.session.trial, Role.JUDGE)
    one, other = (choice.pick for choice in ask.choices[:2])
    assert table.show_cards(((one,), (other,))) is None

    decided = table.decided_tie(ask.key)
    assert table.session.trial.answers[ask.key] == ((one,), (other,))[decided]
    assert [row.teams for row in table.shown(ask.key)] == [(0,), (1,)]


def test_where_most_agree_no_tie_is_told(come_in):
    table = at_first(TurnKind.CHOOSE, begin(come_in(), Manner.CARDS, 3))
    ask = open_ask(table.session.trial, Role.JUDGE)
    one, other = (choice.pick for choice in ask.choices[:2])
    assert table.show_cards(((one,), (other,), (other,))) is None

    assert table.decided_tie(ask.key) is None
    assert [row.taken for row in table.shown(ask.key)] == [False, True]


def test_of_numbers_the_middle_one_counts_and_all_are_told(come_in):
    table = at_first(TurnKind.AMOUNT, begin(come_in(), Manner.CARDS, 3))
    ask = open_ask(table.session.trial, Role.JUDGE)
    assert table.show_cards((("30",), ("6",), ("12",))) is None

    shown = table.shown(ask.key)
    labels = ["".join(run.text for run in row.label) for row in shown]
    assert labels == ["6 months", "12 months", "30 months"]
    assert [(row.teams, row.taken) for row in shown] == [((1,), False), ((2,), True), ((0,), False)]


def test_a_team_without_a_card_earns_nothing_and_stops_nobody(come_in):
    table = at_first(TurnKind.CHOOSE, begin(come_in(), Manner.CARDS, 2))
    before = [card.answered for card in table.cards()]

    assert table.show_cards((("tell",), None)) is None

    after = [card.answered for card in table.cards()]
    assert [now - then for now, then in zip(after, before, strict=True)] == [1, 0]


@pytest.mark.parametrize("cards", [(None, None), (("tell", "pay"), None), (("nothing",), None)])
def test_cards_that_are_no_answer_are_refused_in_words_and_change_nothing(come_in, cards):
    table = at_first(TurnKind.CHOOSE, begin(come_in(), Manner.CARDS, 2))
    moves = table.session.trial.moves

    assert table.show_cards(cards)

    assert table.session.trial.moves == moves
    assert table.cards()[0].answered == 0 or not table.register.kept.cards


def test_nobody_hears_what_an_answer_was_worth_while_another_seat_is_still_asked(come_in):
    table = begin(come_in(), Manner.SEATS)
    asked = len(open_asks(table.session.trial))
    assert asked == 3
    for left in (2, 1):
        answer(table)

        assert len(open_asks(table.session.trial)) == left
        assert not any(line.manner == "reason" for line in table.view().lines)
        assert all(card.answered == 0 for card in table.cards())
    answer(table)
    told = {line.turn for line in table.view().lines if line.manner == "reason"}
    assert len(told) == 3


@pytest.mark.parametrize("feedback", Feedback)
def test_the_lines_of_the_room_only_grow_and_hold_what_every_seat_hears(come_in, feedback):
    table = begin(come_in(), Manner.SEATS, feedback=feedback)
    heard = ()
    while table.call is not None:
        answer(table)
        lines = table.view().lines

        assert lines[: len(heard)] == heard
        heard = lines
    for role in Role:
        seat = table.session.view(role, table._speech()).lines
        assert [line for line in heard if line in seat] == list(seat)


def test_the_vote_of_the_public_changes_nothing_but_is_kept(come_in):
    table = play(begin(come_in(), Manner.SEATS), lambda t: bool(t.votes_on))
    ask, trial = open_ask(table.session.trial, Role.JUDGE), table.session.trial
    votes = {choice.pick: hands for hands, choice in enumerate(ask.choices, 3)}

    assert table.vote(votes) is None

    assert table.session.trial == trial
    assert come_in().class_trials.resume().voted(ask.key) == votes


def test_the_vote_is_told_only_after_the_court_has_ruled(come_in):
    table = play(begin(come_in(), Manner.SEATS), lambda t: bool(t.votes_on))
    ask = open_ask(table.session.trial, Role.JUDGE)
    table.vote({choice.pick: 5 for choice in ask.choices})
    assert table.tally(ask.key) == ()

    answer(table)

    ruled = [one.ruled for one in table.tally(ask.key)]
    assert ruled.count(True) == 1
    assert len(ruled) == len(ask.choices)


def test_what_every_seat_is_asked_is_not_voted_on(come_in):
    table = begin(come_in(), Manner.SEATS)
    while table.call is not None:
        if open_asks(table.session.trial)[0].group:
            assert table.votes_on == ""
        answer(table)


def test_only_a_choice_of_the_court_can_be_voted_on(come_in):
    table = begin(come_in(), Manner.CARDS, role=Role.DEFENCE)

    assert table.votes_on == ""
    assert table.vote({"tell": 3}) is None
    assert table.register.kept.votes == {}


@pytest.mark.parametrize("manner", Manner)
def test_a_class_goes_on_where_it_stopped(come_in, manner):
    table = begin(come_in(), manner, 4, seed=3)
    for _ in range(12):
        answer(table)

    resumed = come_in().class_trials.resume("small_case")

    assert resumed.call == table.call
    assert resumed.cards() == table.cards()
    assert msgspec.json.encode(resumed.view()) == msgspec.json.encode(table.view())


def test_a_class_and_a_single_player_keep_their_saves_apart(come_in):
    reception = come_in()
    reception.trials.start(reception.shelf.get("small_case"), Role.DEFENCE, Wish())
    begin(reception, Manner.CARDS, 5)

    assert come_in().trials.resume().role is Role.DEFENCE
    assert len(come_in().class_trials.resume().plan.teams) == 5


@pytest.mark.parametrize(
    "rubbish",
    [
        b"",
        b"{}",
        b'{"format":1,"plan":{"manner":"cards","teams":["pandas"]}}',
        b'{"format":1,"plan":{"manner":"cards","teams":["pandas","Li Lei"]}}',
        b'{"format":1,"plan":{"manner":"cards","teams":["owls","kites"]},"cards":{"x":[["a"]]}}',
    ],
)
def test_a_broken_list_of_teams_is_told_and_nothing_falls_over(come_in, own_home, rubbish):
    begin(come_in(), Manner.CARDS)
    (own_home / "saves" / "class" / "small_case.class").write_bytes(rubbish)
    reception = come_in()

    assert reception.class_trials.resume() is None
    assert "list of the teams" in reception.speech().text(reception.notices()[0])


def test_cards_that_cannot_be_written_are_told_and_count_for_nothing(come_in, own_home):
    table = at_first(TurnKind.CHOOSE, begin(come_in(), Manner.CARDS, 2))
    moves = table.session.trial.moves
    shutil.rmtree(own_home / "saves" / "class")
    (own_home / "saves" / "class").write_text("in the way")

    assert "could not be saved" in table.show_cards((("tell",), ("tell",)))
    assert table.session.trial.moves == moves


def test_every_team_finds_a_name_that_nobody_else_has():
    plan = drawn(Manner.CARDS, 3)
    for _ in range(20):
        plan = renamed(plan, 1)

        assert plan.sound
    assert not Plan(Manner.CARDS, ("owls", "owls")).sound
