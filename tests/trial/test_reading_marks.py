"""What marks, vigilance and reasons say about an answer, number by number."""

from __future__ import annotations

import pytest

from game.scenario.beats.exhibit import CHALLENGES
from game.scenario.choices import guess_cost
from game.scenario.detect import detection
from game.scenario.names import Flaw
from game.scenario.steps import Ask, Choice, Criterion, Near, Role, TurnKind, Worth
from game.scenario.words import T, own
from game.trial.reasons import reasons
from game.trial.scoring import best_picks, earned, in_order, near, possible
from game.trial.speech import Speech
from game.trial.vigilance import Vigilance, vigilance


def ask(*worths: float, most: int = 1) -> Ask:
    choices = tuple(Choice(f"c{n}", T("choice"), worth) for n, worth in enumerate(worths))
    return Ask("a", TurnKind.CHOOSE, Criterion.LAW, T("?"), choices, Worth(), most=most)


@pytest.mark.parametrize("alternatives", [2, 3, 4, 6])
def test_guessing_earns_nothing_on_average(alternatives):
    worths = [1.0] + [guess_cost(alternatives)] * (alternatives - 1)

    assert sum(worths) == pytest.approx(0)


def test_the_right_order_earns_all_and_its_reverse_costs_all():
    order = ("a", "b", "c", "d")

    assert in_order(order, order) == 1
    assert in_order(order, order[::-1]) == -1
    assert in_order(order, ("b", "a", "c", "d")) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("number", "mark"), [(8, 1), (10, 1), (11, 0.4808), (36, 0.0185), (37, 0), (0, 0.0625)]
)
def test_a_number_earns_by_its_distance_from_what_is_fair(number, mark):
    why = T("why")

    assert near(Near((8, 10), (1, 36), why, why, why), number) == pytest.approx(
        mark if number else 0, abs=0.001
    )


def test_a_flaw_under_the_wrong_ground_earns_nothing_and_costs_nothing():
    turn = detection(
        ask(), ("none", T("pass")), CHALLENGES, truth=Flaw.LEGALITY, because=T("because")
    )

    earnings = {choice.pick: choice.worth for choice in turn.choices}

    assert earnings == {"none": -1, "authenticity": 0, "legality": 1, "relevance": 0}


def test_a_false_alarm_costs_as_much_as_a_miss():
    sound = detection(ask(), ("none", T("pass")), CHALLENGES, truth=Flaw.NONE, because=T("b"))

    earnings = {choice.pick: choice.worth for choice in sound.choices}

    assert earnings == {"none": 0.5, "authenticity": -1, "legality": -1, "relevance": -1}
    assert possible(sound, {}) == 0.5


def test_the_best_answer_takes_no_unsound_choice_that_it_need_not():
    assert best_picks(ask(1, 1, -1, -1, most=3), {}) == ("c0", "c1")
    assert earned(ask(1, 1, -1, -1, most=3), ("c0", "c2"), {}) == 0


def test_perfect_vigilance_is_sharp_and_balanced():
    perfect = Vigilance(hits=13, traps=13, false_alarms=0, look_alikes=13)

    # (13.5 / 14, 0.5 / 14): z = 1.803 and -1.803
    assert perfect.sharpness == pytest.approx(3.606, abs=0.01)
    assert perfect.leaning == pytest.approx(0)
    assert (perfect.eyes, perfect.word) == ("sharp", "balanced")


def test_who_marks_everything_is_jumpy_and_who_marks_nothing_trusting():
    everything = Vigilance(hits=13, traps=13, false_alarms=13, look_alikes=13)
    nothing = Vigilance(hits=0, traps=13, false_alarms=0, look_alikes=13)

    assert (everything.word, nothing.word) == ("jumpy", "trusting")
    assert everything.sharpness == nothing.sharpness == 0


def test_vigilance_is_there_once_a_document_was_marked(small_case, at):
    before = at(small_case, Role.JUDGE, "bait.1.judge")
    after = at(small_case, Role.JUDGE, "bait.1.name.judge")

    assert vigilance(before.trial, Role.JUDGE) is None
    assert vigilance(after.trial, Role.JUDGE) == Vigilance(1, 1, 0, 1)


def test_a_wrong_pick_is_told_what_would_have_been_better():
    choices = (
        Choice("yes", own("Right"), 1, own("It is.")),
        Choice("no", own("Wrong"), -0.5, own("It is not.")),
    )
    turn = Ask("a", TurnKind.CHOOSE, Criterion.LAW, T("?"), choices, Worth())

    told = reasons(turn, ("no",), {})

    assert [(str(r.quote), r.sound, r.better) for r in told] == [
        ("Wrong", False, False),
        ("Right", True, True),
    ]


def test_a_full_stop_is_not_put_after_an_end():
    speech = Speech()

    assert speech.text(T("{says}.", says=own("Who else?"))) == "Who else?"
    assert speech.text(T("{says}.", says=own("He did it"))) == "He did it."
    assert speech.text(T("{says}.", says=own("“Is it?”"))) == "“Is it?”"


def test_an_article_is_cited_in_the_language_of_the_seat(laws):
    english, chinese = Speech(laws=laws), Speech(language="zh_CN", laws=laws)

    assert english.cited("criminal_law/266").endswith("art. 266")
    assert chinese.cited("criminal_law/266").startswith("中华人民共和国刑法")
    assert "amounts" not in english.cited("telecom_fraud_opinion/amounts")
    assert english.cited("no_such/1") == "no_such/1"


def test_what_is_quoted_inside_a_quotation_gets_single_marks():
    words = T("“{phrase}” – {other}", phrase="Come to “Teapot”", other="“Teapot”")

    assert Speech().text(words) == str(words) == "“Come to ‘Teapot’” – “Teapot”"
