"""Made-up students play by the rules, and find what the form of a question gives away."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.authoring.playout import Playout
from game.authoring.robots import earned
from game.authoring.students.verdicts import Flag, verdicts
from game.learning.difficulty import difficulty
from game.learning.signs import Sign, place_signs, signs
from game.learning.sitting import seating, sit
from game.learning.students import Form, classroom
from game.learning.study import study
from game.scenario.load import load, load_text
from game.scenario.steps import Ask, Role
from game.session.robots import ROBOTS
from game.trial.record import begin, program
from game.trial.rules import unfit
from game.trial.scoring import per_criterion, total

SMALL = Path(__file__).resolve().parent.parent / "cases" / "small_case.yaml"
WHICH = (
    "{ask: Which?, because: B., choices: {x1: {says: One, sound: yes}, "
    "x2: {says: Two, because: n}, x3: {says: Three, because: n}}}"
)
COUNT = 400


def quiz(ask: str, sound: str, *decoys: str):
    """The small case with one of its quizzes changed, and the judge's ask of it."""
    choices = [f"x1: {{says: {sound}, sound: yes}}"]
    choices += [f"y{n}: {{says: {decoy}, because: n}}" for n, decoy in enumerate(decoys)]
    text = SMALL.read_text(encoding="utf-8")
    assert WHICH in text
    changed = f"{{ask: {ask}, because: B., choices: {{{', '.join(choices)}}}}}"
    found = load_text(text.replace(WHICH, changed), SMALL)
    assert found.scenario is not None, [str(d.message) for d in found.diagnostics]
    case = program(found.scenario)
    return case, next(s for s in case.steps if isinstance(s, Ask) and s.key == "court.8.judge")


def question(case, key="court.8.judge"):
    return next(q for q in study(case, Role.JUDGE, COUNT).questions if q.ask.key == key)


def flags(question):
    return [verdict.flag for verdict in verdicts(question, COUNT)]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("robot", list(ROBOTS))
def test_sitting_through_a_case_earns_what_playing_it_does(free_skins, role, robot):
    trial, seat, chance = begin(program(free_skins), 5), ROBOTS[robot], Random(5)

    sat = sit(seating(trial, role), lambda now, ask: seat(now, ask, chance))

    assert total(per_criterion(sat)) == earned(Playout(trial, role, seat).play(Random(5)), role)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), role=st.sampled_from(Role))
def test_whatever_a_student_answers_is_legal(seed, role):
    refused = []
    case = load(SMALL).scenario
    assert case is not None
    [student] = classroom(1, seed)

    def answer(trial, ask):
        picks = student.picks(trial, ask, Form(difficulty(ask), signs(ask, case)))
        refused.append(unfit(trial, ask, picks))
        return picks

    list(sit(seating(begin(program(case), seed), role), answer))

    assert refused
    assert not any(refused)


def test_the_same_seed_gives_the_same_class_and_another_another(small_case):
    case = program(small_case)

    assert study(case, Role.DEFENCE, 40, 1) == study(case, Role.DEFENCE, 40, 1)
    assert study(case, Role.DEFENCE, 40, 1).totals != study(case, Role.DEFENCE, 40, 2).totals


def test_abler_students_know_more(free_skins):
    for asked in study(program(free_skins), Role.JUDGE, COUNT).questions:
        weak, able = sum(asked.curve[:3]), sum(asked.curve[-3:])
        if asked.students == COUNT:
            assert able > weak, asked.ask.key


LONG = "Tell a teacher what has happened"
SHORT = ("Pay him", "Wait", "Run")


@pytest.mark.parametrize(
    ("sign", "ask", "sound", "decoys"),
    [
        (Sign.LENGTH, "Well?", LONG, SHORT),
        (Sign.LENGTH, "怎么办？", "马上告诉老师和家长", ("给钱", "等等", "逃走")),
        (Sign.NAMES, "Well?", "Article 266 of it", ("The town law", "A rule of mine", "Nothing")),
        (Sign.NAMES, "凭什么？", "依据证据二认定", ("大家都知道", "他看着不好", "没有理由")),
        (Sign.ECHO, "Who owns the skins?", "Who paid for skins", ("Her mum", "A bank", "A fox")),
        (Sign.CAREFUL, "Well?", "She may be right", ("All lie", "Never ask", "He must pay")),
    ],
)
def test_a_sign_points_at_the_choice_that_differs(sign, ask, sound, decoys):
    case, asked = quiz(ask, sound, *decoys)

    assert signs(asked, case.scenario)[sign] == "x1"


def test_a_sound_choice_that_always_stands_first_is_a_sign_where_choices_keep_their_order():
    _, asked = quiz("Well?", "Tell a teacher", "Pay him half", "Wait a while")
    kept = [replace(asked, key=f"a{n}", shuffled=False) for n in range(3)]
    last = replace(kept[2], choices=kept[2].choices[::-1])

    assert place_signs(kept) == {f"a{n}": {Sign.PLACE: "x1"} for n in range(3)}
    assert place_signs([*kept[:2], last]) == {}
    assert place_signs([replace(ask, shuffled=True) for ask in kept]) == {}


def test_choices_of_one_cast_give_no_sign():
    case, asked = quiz("Well?", "Tell a teacher", "Pay him half", "Wait a while", "Run away")

    assert signs(asked, case.scenario) == {}


def test_words_that_stand_in_every_question_are_no_echo():
    case, asked = quiz("What would they have done?", "What they would", "Pay him half", "Run away")

    assert Sign.ECHO not in signs(asked, case.scenario)


def test_what_the_procedure_offers_in_fixed_words_gives_no_sign(small_case):
    case = program(small_case)
    rulings = [s for s in case.steps if isinstance(s, Ask) and s.key.startswith("rule.")]

    assert rulings
    assert all(signs(ask, small_case) == {} for ask in rulings)


def test_a_question_that_two_signs_give_away_does_not_tell_who_has_read():
    given_away, _ = quiz("Who took it?", f"{LONG} as article 266 says", *SHORT)
    fair, _ = quiz("Who took it?", "Tell a teacher", "Pay him half", "Wait a while", "Run away")

    found = next(iter(verdicts(question(given_away), COUNT)))

    assert found.flag is Flag.WEAK
    assert "by far the longest" in str(found.says)
    assert "lengthen a decoy" in str(found.cure)
    assert flags(question(fair)) == []


def test_a_single_sign_is_told_though_the_question_still_tells():
    case, _ = quiz("Well?", LONG, *SHORT)

    assert Flag.GUESSED in flags(question(case))


def test_a_sign_that_points_at_a_decoy_is_no_fault():
    case, _ = quiz("Well?", "Tell", LONG, *SHORT[1:])

    asked = question(case)

    assert asked.unread < asked.chance
    assert flags(asked) == []


def test_a_question_that_every_answer_gets_right_is_weak_and_too_easy(small_case):
    asked = question(program(small_case), "bait.1.name.judge")  # one trap, and one name for it

    assert flags(asked) == [Flag.WEAK, Flag.EASY]


def test_a_question_that_only_few_come_to_is_not_judged(small_case):
    few = next(
        q
        for q in study(program(small_case), Role.DEFENCE, COUNT).questions
        if q.ask.key == "court.3.defence.rests.b2"
    )

    assert flags(few) == [Flag.SELDOM]


def test_more_choices_and_closer_decoys_are_harder():
    _, plain = quiz("Well?", "Tell your teacher", "Pay", "Wait")
    _, wide = quiz("Well?", "Tell your teacher", "Pay", "Wait", "Run", "Hide")
    _, close = quiz("Well?", "Tell your teacher", "Tell your brother", "Wait")

    assert difficulty(plain) < difficulty(wide)
    assert difficulty(plain) < difficulty(close)
