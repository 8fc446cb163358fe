"""The solver finds what no line of play comes to, and agrees with playing every line."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.authoring.solver.explore import Explored, explore
from game.authoring.solver.facts import Facts
from game.authoring.solver.marks import extreme
from game.authoring.solver.report import show_solutions
from game.authoring.solver.solve import solve
from game.authoring.solver.walk import Kind
from game.scenario.load import load_text
from game.scenario.steps import (
    Agreed,
    All,
    AnyOf,
    Ask,
    Choice,
    Criterion,
    Link,
    Links,
    Near,
    Not,
    Picked,
    Range,
    Role,
    Say,
    TurnKind,
    Worth,
)
from game.scenario.words import T
from game.trial.record import Move, Program, after, begin, is_over, open_asks, program, taken
from game.trial.rules import play, unfit
from game.trial.scoring import marks, per_criterion, total
from game.trial.view import Action

SMALL = Path(__file__).resolve().parent.parent / "cases" / "small_case.yaml"
SECOND = """      - decide:
          ask: And then?
          choices:
            police: {says: Police, sound: yes, because: Good.}
            sleep: {says: Sleep, because: Bad.}
            cry: {says: Cry, because: Sad.}
        when: {chose: tell}
"""
AFTER = "      - say: She told her mum."


def edited(*changes: tuple[str, str]):
    text = SMALL.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    found = load_text(text, SMALL)
    assert found.scenario is not None, [str(d.message) for d in found.diagnostics]
    return found.scenario


CASE = edited()
NEVER = edited(
    (
        AFTER,
        SECOND + "      - say: Never.\n        when: {all: [{chose: pay}, "
        "{chose: police}]}\n" + AFTER,
    )
)
STUCK = edited(
    (AFTER, "      - quiz: {ask: Age?, because: B., amount: {offered: [30, 0], exact: [14, 14], "
     "unit: years}}\n        when: {chose: pay}\n" + AFTER)
)  # fmt: skip


def test_a_beat_that_no_line_comes_to_is_found_with_its_place():
    found = solve(NEVER, Role.JUDGE)

    [finding] = found.unreachable
    text = SMALL.read_text(encoding="utf-8").split("\n")
    assert finding.place == "bait.4"
    assert finding.spot.line == text.index(AFTER) + 1 + SECOND.count("\n")
    assert found.proved
    assert not found.is_fine


def test_the_witness_of_a_dead_end_leads_into_it():
    found = solve(STUCK, Role.DEFENCE)
    [finding] = found.dead_ends
    case = program(STUCK)
    roles = {step.key: step.role for step in case.steps if isinstance(step, Ask)}

    trial = begin(case)
    for key, picks in finding.witness.line:
        trial = play(trial, Action(len(trial.moves), roles[key], picks))

    assert finding.place == "bait.3"
    here = open_asks(trial)[0]
    assert here.kind is TurnKind.AMOUNT
    assert all(unfit(trial, here, (str(number),)) for number in range(40))
    assert finding.witness.telling >= {"bait.2.judge", "bait.2.prosecution"}


def test_marks_are_of_lines_that_come_to_an_end():
    found = solve(STUCK, Role.JUDGE)

    assert (found.best.marks, found.worst.marks) == (100, 0)
    assert found.proved


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("cut", [None, 15, 40, 80])
def test_full_marks_can_be_had_in_every_role_and_cut(free_skins, role, cut):
    found = solve(free_skins, role, cut)

    assert found.best.marks == 100
    assert found.worst.marks == 0
    assert found.proved
    assert found.is_fine


def test_a_condition_that_always_holds_is_named():
    scenario = edited(("when: {chose: tell}", "when: {any: [{chose: tell}, {not: {chose: tell}}]}"))

    [finding] = solve(scenario, Role.JUDGE).always

    assert finding.place == "bait.3"


def test_json_has_a_row_for_every_role_and_the_exit_code_tells(tmp_path, capsys):
    path = tmp_path / "small_case.yaml"
    path.write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")

    code = show_solutions([path], True, str)

    rows = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [row["role"] for row in rows] == [str(role) for role in Role]
    assert all((row["best"], row["worst"], row["proved"]) == (100, 0, True) for row in rows)


def test_people_read_the_place_and_the_picks_that_lead_there(tmp_path, capsys):
    path = tmp_path / "small_case.yaml"
    text = SMALL.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "amount: {offered: [0, 30], exact", "amount: {offered: [30, 0], exact"
        ).replace(AFTER, SECOND + AFTER),
        encoding="utf-8",
    )

    code = show_solutions([path], False, str)

    shown = capsys.readouterr().out
    assert code == 1
    assert f"{path.as_posix()}:" in shown
    assert "court.11" in shown
    assert "so: whatever is picked" in shown


def choices(picks: str, whens: dict[str, object] | None = None) -> tuple[Choice, ...]:
    return tuple(
        Choice(p, T("x"), 1.0 if n == 0 else -0.5, when=(whens or {}).get(p))
        for n, p in enumerate(picks)
    )


def asked(key: str, picks: str = "abc", whens=None, **fields) -> Ask:
    options = {"kind": TurnKind.CHOOSE, "criterion": Criterion.LAW, "marking": Worth(), **fields}
    return Ask(key, prompt=T("?"), choices=choices(picks, whens), shuffled=False, **options)


def row(*steps) -> Program:
    return Program(CASE, steps, ())


def test_sixty_decisions_with_conditions_are_proved():
    steps = []
    for n in range(60):
        earlier = tuple(Picked(f"d{m}", "ab"[m % 2]) for m in range(max(0, n - 6), n))
        steps.append(asked(f"d{n}", when=AnyOf(earlier) if n % 3 == 2 else None))
        steps.append(Say(T("x"), when=All((*earlier, Picked(f"d{n}", "c")))))
    steps.append(Say(T("x"), when=All((Picked("d3", "a"), Picked("d3", "b")))))

    found = explore(row(*steps), 200_000)

    assert not found.open
    assert [t.place for t in found.absent] == [120]


def test_what_is_too_wide_is_said_to_be_bounded_and_what_is_met_is_met():
    pairs = tuple(All((Picked(f"d{n}", "c"), Picked(f"d{n + 20}", "c"))) for n in range(20))
    asks = [asked(f"d{n}") for n in range(40)]
    ends = (Say(T("x"), when=Not(AnyOf((*pairs, Not(Picked("d39", "x")))))),)
    seen = Say(T("x"), when=Picked("d7", "b"))

    found = explore(row(*asks, *ends, seen, Say(T("x"), when=AnyOf(()))), 1000)

    assert [t.place for t in found.open] == [40]
    assert [t.place for t in found.absent] == [42]


def test_of_a_condition_over_many_asks_only_what_is_left_of_it_is_carried_on():
    asks = [asked(f"d{n}") for n in range(40)]
    every = tuple(Picked(f"d{n}", "c") for n in range(40))

    found = explore(row(*asks, Say(T("x"), when=All(every)), Say(T("x"), when=AnyOf(every))), 4)

    assert not found.open
    assert not found.absent


def answers(trial, ask: Ask):
    """Every legal answer to a small ask."""
    if ask.kind is TurnKind.AMOUNT:
        offered = [str(n) for n in range(ask.range.least, ask.range.most + 1)]
    elif ask.kind is TurnKind.PAIR:
        offered = [
            f"{a.pick}~{b.pick}~{r.pick}"
            for a in ask.choices
            for b in ask.right
            for r in ask.relations
        ]
    else:
        offered = [c.pick for c in ask.choices]
    for count in range(len(offered) + 1):
        for picks in permutations(offered, count):
            if unfit(trial, ask, picks) is None:
                yield picks


def brute(case: Program):
    """The steps that some line takes, the asks at which some line is stuck, and all marks."""
    seen: set[int] = set()
    stuck: set[str] = set()
    totals: dict[Role, set[int]] = {role: set() for role in Role}
    places = {id(step): n for n, step in enumerate(case.steps)}
    waiting = [begin(case)]
    while waiting:
        trial = waiting.pop()
        seen |= {places[id(step)] for step, _ in taken(trial)}
        if is_over(trial):
            for role in Role:
                totals[role].add(total(per_criterion(marks(trial, role))))
            continue
        ask = open_asks(trial)[0]
        seen.add(places[id(ask)])
        here = list(answers(trial, ask))
        if not here:
            stuck.add(ask.key)
        waiting += [after(trial, Move(ask.role, picks, ask.key)) for picks in here]
    return seen, stuck, totals


ROOM = ("a0", "a1", "a2")
atoms = st.one_of(
    st.builds(Picked, st.sampled_from([*ROOM, "b", "n", "p"]), st.sampled_from("abc")),
    st.builds(Picked, st.just("n"), st.sampled_from(["0", "1", "2"])),
    st.builds(Picked, st.just("p"), st.sampled_from(["a~a~r", "a~b~r", "b~a~r", "b~b~r"])),
    st.builds(Agreed, st.just(ROOM), st.sampled_from("abc")),
    st.builds(Agreed, st.just(("a1", "b")), st.sampled_from("abc")),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=5,
)
maybe = st.one_of(st.none(), conditions)
kinds = st.sampled_from([(1, 1), (1, 2), (0, 2), (2, 2)])


@st.composite
def rows(draw):
    roles = st.sampled_from(list(Role))
    tests = st.sampled_from([Criterion.LAW, Criterion.HELP])

    def ask(key: str, **fields) -> Ask:
        whens = {"b": draw(maybe), "c": draw(maybe)}
        return asked(
            key, whens=whens, when=draw(maybe), role=draw(roles), criterion=draw(tests), **fields
        )

    least, most = draw(kinds)
    each = draw(st.sampled_from([(0, 1), (1, 1), (0, 2), (2, 2)]))
    near = Near((1, 1), (0, 2), *[T("x")] * 3)
    linked = Links((Link("a", "a", "r"), Link("b", "b", "r")), each=each)
    pair = ask("p", kind=TurnKind.PAIR, marking=linked, relations=(Choice("r", T("x")),))
    return (
        asked("a0", "ab"),
        asked("a1", "abc", when=draw(maybe), role=draw(roles)),
        Say(T("x"), when=draw(maybe)),
        asked("a2", "ab", whens={"b": draw(maybe)}, role=draw(roles)),
        ask("b", least=least, most=most, kind=TurnKind.MARK),
        ask("n", kind=TurnKind.AMOUNT, range=Range(0, 2, 1, T("x")), marking=near),
        replace(pair, choices=pair.choices[:2], right=choices("ab", {"b": draw(maybe)})),
        *(Say(T("x"), when=draw(maybe)) for _ in range(3)),
    )


@settings(max_examples=25, deadline=None)
@given(rows())
def test_the_solver_agrees_with_playing_every_line(steps):
    case = row(*steps)
    seen, stuck, totals = brute(case)

    found: Explored = explore(case, 200_000)

    absent = {t.place for t in found.absent if t.kind is Kind.STEP}
    assert absent == set(range(len(steps))) - seen
    assert {t.name for t in found.stuck} == stuck
    for role in Role:
        best, worst = (extreme(case, Facts(steps), role, b, 200_000) for b in (True, False))
        if totals[role]:
            assert best.proved
            assert best.marks == max(totals[role])
            assert worst.limit <= min(totals[role]) <= worst.marks
            assert worst.marks in totals[role]
