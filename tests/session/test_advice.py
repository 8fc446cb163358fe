"""What to play next: against the trick that gets past, from the other chair, one step on."""

from __future__ import annotations

from game.scenario.steps import Role
from game.session.advice import advise
from game.session.cards import Card, ease
from game.session.progress import Found, Played, Progress
from game.trial.view import Case


def card(name, level="junior", *tricks, minutes=40, proceeding="criminal", trial=True):
    case = Case(name, name.title(), "", "", level, minutes, proceeding, is_trial=trial)
    return Card(case, tricks=tricks)


def after(*played):
    return Progress(tuple(played))


def one(case, role=Role.JUDGE, total=50, **missed):
    found = {kind: Found(met, caught) for kind, (met, caught) in missed.items()}
    return Played(case, role, "2026-11-24", total, {}, found)


SHELF = (
    card("photo", "senior", "threat"),
    card("card", "junior", "secrecy", proceeding="civil"),
    card("skins", "junior", "free_lure"),
    card("desk", "junior", "secrecy", trial=False),
)


def told(shelf, progress):
    advice = advise(shelf, progress)
    return advice and (advice.case, advice.role, str(advice.why))


def test_a_beginner_is_sent_to_the_court_that_everybody_knows():
    case, role, why = told(SHELF[:3], after())

    assert (case, role) == ("skins", "judge")
    assert why == "“Skins” is a good case to begin with."


def test_a_trick_that_got_past_is_practised_in_another_case():
    case, _, why = told(SHELF, after(one("skins", secrecy=(2, 0), threat=(2, 2))))

    assert case == "desk"
    assert "“Tell nobody” still gets past you" in why


def test_a_trick_that_is_caught_most_times_needs_no_practice():
    case, role, why = told(SHELF, after(one("skins", secrecy=(4, 3))))

    assert (case, role) == ("skins", "prosecution")
    assert "as Judge. Take the other chair: for the prosecution" in why


def test_nobody_is_sent_two_levels_up_against_a_trick():
    shelf = (card("tale", "primary"), card("photo", "senior", "threat"))
    case, _, why = told(shelf, after(one("tale", threat=(1, 0))))

    assert (case, "other chair" in why) == ("tale", True)


def test_after_all_seats_comes_a_case_of_the_same_level_then_a_harder_one():
    seats = [one("skins", role) for role in Role]
    same = told(SHELF, after(*seats))
    harder = told(SHELF, after(one("desk"), one("card"), *seats, *[one("card", r) for r in Role]))

    assert same[0] in ("card", "desk")
    assert "about as much" in same[2]
    assert harder[0] == "photo"
    assert "something harder" in harder[2]


def test_who_has_played_all_is_sent_to_the_weakest_seat_and_the_best_to_nothing():
    shelf = SHELF[2:3]
    weak = [one("skins", role, total) for role, total in zip(Role, (95, 60, 80), strict=True)]
    best = [one("skins", role, 95) for role in Role]

    assert told(shelf, after(*weak))[:2] == ("skins", "prosecution")
    assert told(shelf, after(*best)) is None


def test_a_case_that_left_the_shelf_is_not_missed():
    assert told(SHELF, after(one("gone")))[0] in {card.case.id for card in SHELF}
    assert told((), after(one("gone"))) is None


def test_the_shelf_begins_with_what_fits_a_beginner_then_goes_by_level_and_title():
    ordered = sorted(SHELF, key=lambda card: ease(card.case, card.cuts))

    assert [card.case.id for card in ordered] == ["desk", "skins", "card", "photo"]
