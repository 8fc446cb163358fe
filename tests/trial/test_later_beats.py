"""Turns, remedies, the screening desk and a speech, each played by hand."""

from __future__ import annotations

from random import Random

import pytest

from game.scenario.screening import Account, Handling, Rule, Truth, found, worths, youden
from game.scenario.steps import Ask, Role
from game.session.robots import ROBOTS
from game.trial.debrief import scorecard
from game.trial.record import begin, open_ask, program
from game.trial.rules import Refusal, refusal, unfit
from game.trial.scoring import best_picks, earned, marks, possible
from game.trial.speech import Speech
from game.trial.view import Action

JUDGE, PROSECUTION, DEFENCE = Role.JUDGE, Role.PROSECUTION, Role.DEFENCE


def asks(case, role, start):
    """The turns of `role` whose key starts with `start`, in order."""
    steps = begin(program(case)).steps
    return [s for s in steps if isinstance(s, Ask) and s.role is role and s.key.startswith(start)]


def heard(session):
    lines = session.view(JUDGE, Speech()).lines
    return ["".join(run.text for run in line.says) for line in lines]


def test_turns_ask_each_role_a_question_of_its_own(small_case):
    prompts = {role: [str(a.prompt) for a in asks(small_case, role, "court.12.")] for role in Role}

    assert prompts == {JUDGE: ["How long?"], PROSECUTION: ["A letter?"], DEFENCE: ["First?"]}


@pytest.mark.parametrize(("pick", "spoken"), [("y1", True), ("y2", False)])
def test_a_line_is_spoken_for_the_picked_choice_alone(pick, spoken, small_case, at):
    session = at(small_case, PROSECUTION, court__12__prosecution=(pick,))

    assert ("Let him write it." in heard(session)) is spoken


def test_a_remedy_is_asked_for_accepted_and_ordered_in_that_order(small_case):
    steps = begin(program(small_case)).steps
    keys = [s.key for s in steps if isinstance(s, Ask) and s.key.startswith("court.13.")]

    order = ["prosecution", "defence", "judge"]
    assert keys == [f"court.13.{r}" for r in order] + [f"court.13.amount.{r}" for r in order]


def test_the_court_orders_line_by_line_what_the_judge_picked(small_case, at):
    answers = {"court__13__judge": ("u1", "u3"), "court__13__amount__judge": ("2500",)}

    ordered = [line for line in heard(at(small_case, JUDGE, **answers)) if "court orders" in line]

    assert ordered == [
        "The court orders: Delete it.",
        "The court orders: Leave school.",
        "The court orders the defendant to pay 2,500 yuan.",
    ]


def test_a_court_that_orders_no_money_says_so(small_case, at):
    session = at(small_case, JUDGE, court__13__amount__judge=("0",))

    assert "The court orders no payment." in heard(session)
    assert not any("0 yuan" in line and "court" in line for line in heard(session))


def test_nobody_reads_of_prosecution_or_defence_in_a_remedy(small_case):
    steps = begin(program(small_case)).steps
    start = next(n for n, s in enumerate(steps) if getattr(s, "key", "") == "court.13.prosecution")
    texts = [str(s.prompt if isinstance(s, Ask) else s.says) for s in steps[start : start + 21]]

    assert "We accept no payment." in texts
    assert not any(word in text.lower() for text in texts for word in ("prosecut", "defence"))


def test_the_best_number_is_one_that_is_on_offer(small_case):
    (ask,) = asks(small_case, DEFENCE, "court.13.amount")

    assert best_picks(ask, {}) == ("1500",)


def account(name, really, **counts):
    return Account(
        id=name, name=name, counts=counts, shows="x", action=Handling.WATCH, really=really,
        because="x",
    )  # fmt: skip


def rule(clue, at_least):
    return Rule(id=f"{clue}{at_least}", says="x", clue=clue, at_least=at_least)


DESK = (
    account("A", Truth.YES, gift=9),
    account("B", Truth.YES, gift=3),
    account("C", Truth.NO, gift=7),
    account("D", Truth.NO, gift=1, ball=5),
)


@pytest.mark.parametrize(
    ("clue", "at_least", "index"),
    [("gift", 8, 0.5), ("gift", 2, 0.5), ("gift", 5, 0), ("ball", 1, -0.5), ("gift", 1, 0)],
)
def test_a_rule_is_worth_its_hit_rate_less_its_false_alarms(clue, at_least, index):
    assert youden(rule(clue, at_least), DESK) == index


def test_choosing_rules_at_random_earns_nothing():
    scores = worths((rule("gift", 8), rule("gift", 5), rule("gift", 2)), DESK)

    assert scores == pytest.approx((1, -2, 1))
    assert sum(worths((rule("gift", 8), rule("gift", 5)), DESK)) == pytest.approx(0)


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        (rule("gift", 5), "A, C. 1 of them has done nothing wrong. It misses 1 that does wrong."),
        (rule("ball", 1), "D. 1 of them has done nothing wrong. It misses 2 that do wrong."),
        (rule("gift", 1), "A, B, C, D. 2 of them have done nothing wrong. It misses nobody"),
        (rule("gift", 8), "A. It wrongs nobody. It misses 1 that does wrong."),
    ],
)
def test_a_rule_is_told_whom_it_flags_wrongs_and_misses(chosen, says):
    assert str(found(chosen, DESK)).startswith(f"It flags {says}")


def test_a_flag_among_many_mostly_hits_the_honest(small_case):
    (ask,) = asks(small_case, JUDGE, "court.14.base")

    # 18 of 20 and 499 of 9980: 499 of 517 are honest, 97 of 100.
    assert "18 of these" in str(ask.prompt)
    assert [earned(ask, (str(n),), {}) for n in (100, 95)] == [1, 1]
    assert 0 < earned(ask, ("85",), {}) <= 0.5
    assert earned(ask, ("5",), {}) == 0


@pytest.mark.parametrize("role", Role)
def test_everybody_screens_and_sees_what_is_counted(role, small_case, at):
    rules, base, handle = asks(small_case, role, "court.14.")

    assert (rules.kind, base.kind, handle.kind) == ("choose", "amount", "pair")
    assert "free: Star 9, Bobo 7, Lan 0" in [str(c.note) for c in rules.choices]
    assert "Bobo – free: 7, friends: 8. Warns." in heard(at(small_case, role))


@pytest.mark.parametrize("role", Role)
def test_whoever_does_his_best_earns_everything_in_every_beat(role, small_case, at):
    given = list(marks(at(small_case, role).trial, role))

    assert [m.ask.key for m in given if m.earned < m.possible] == []


def test_only_the_role_that_speaks_is_rated_and_it_earns_no_marks(small_case, at):
    (ask,) = asks(small_case, DEFENCE, "court.15.")
    session = at(small_case, DEFENCE, court__15__defence=("z1~0", "z2~2"))
    best = at(small_case, DEFENCE)

    assert (asks(small_case, JUDGE, "court.15."), ask.seconds) == ([], 30)
    assert earned(ask, ("z1~0", "z2~2"), {}) == possible(ask, {}) == 0
    assert scorecard(marks(session.trial, DEFENCE)) == scorecard(marks(best.trial, DEFENCE))


@pytest.mark.parametrize(
    ("picks", "refused"),
    [
        (("z1~2",), Refusal.TOO_FEW),
        (("z1~2", "z1~0"), Refusal.TWICE),
        (("z1~2", "z2~3"), Refusal.NOT_OFFERED),
        (("z1", "z2"), Refusal.NOT_OFFERED),
        (("z1~1", "z2~0"), None),
    ],
)
def test_every_line_of_the_rubric_gets_one_level(picks, refused, small_case, at):
    trial = at(small_case, DEFENCE, "court.15.defence").trial

    assert refusal(trial, Action(len(trial.moves), DEFENCE, picks)) is refused


def test_the_debrief_says_how_the_listeners_rated_the_speech(small_case, at):
    session = at(small_case, DEFENCE, court__15__defence=("z1~1", "z2~2"))

    told = [r for r in session.view(DEFENCE, Speech()).debrief.reasons if r.asked == "Close."]

    assert [(r.quote, r.sound) for r in told] == [("Says the point", None), ("Looks up", True)]
    assert told[0].says == "Those who listen say: partly. It earns no marks."


def test_robots_rate_at_random(small_case, at):
    trial = at(small_case, DEFENCE, "court.15.defence").trial
    ask = open_ask(trial, DEFENCE)

    for name in ("random", "first", "last", "longest", "suspicious", "trusting"):
        picks = {ROBOTS[name](trial, ask, Random(seed)) for seed in range(20)}
        assert len(picks) > 2, name
        assert not any(unfit(trial, ask, p) for p in picks)
    assert ROBOTS["expert"](trial, ask, Random(0)) == ("z1~2", "z2~2")


@pytest.mark.parametrize(("years", "told"), [("14", False), ("18", True)])
def test_only_who_was_wrong_hears_of_the_widespread_belief(years, told, small_case, at):
    session = at(small_case, JUDGE, court__11__judge=(years,))

    shown = [line.quote for line in session.view(JUDGE, Speech()).lines]
    assert ("Many believe: “Children answer for nothing.”" in shown) is told
