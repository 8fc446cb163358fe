"""The explorer, which moves whole layers at once, agrees with going through every line."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.authoring.solver.explore import Place, explore
from game.authoring.solver.walk import Kind
from game.scenario.diagnostics import Spot
from game.scenario.steps import (
    Agreed,
    All,
    AnyOf,
    Ask,
    Choice,
    Criterion,
    Not,
    Picked,
    Say,
    TurnKind,
    Worth,
)
from game.scenario.words import T
from game.trial.record import Program

KEYS = [f"d{n}" for n in range(6)]
PICKS = "abc"
ENOUGH = 100_000

atoms = st.one_of(
    st.builds(Picked, st.sampled_from(KEYS), st.sampled_from(PICKS)),
    st.builds(Agreed, st.sampled_from([("d0", "d1", "d2"), ("d1", "d4")]), st.sampled_from(PICKS)),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, max_size=4).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=4).map(tuple)),
    ),
    max_leaves=10,
)
maybe = st.one_of(st.none(), conditions)


def ask(key, whens, when):
    choices = tuple(Choice(p, T("x"), when=c) for p, c in zip(PICKS, whens, strict=True))
    return Ask(key, TurnKind.CHOOSE, Criterion.LAW, T("?"), choices, Worth(), when=when)


@st.composite
def rows(draw):
    steps = []
    for key in KEYS:
        few = st.tuples(st.none(), st.none(), st.none()) | st.tuples(maybe, maybe, maybe)
        steps.append(ask(key, draw(few), draw(maybe)))
        steps.append(Say(T("x"), when=draw(maybe)))
    return steps


def holds(condition, answers):
    return condition is None or condition.holds(answers)


def every_line(steps):
    """What is met on some line, on which places a line passes by, and where one is stuck."""
    met, missed, stuck = set(), set(), set()
    for picks in product(PICKS, repeat=len(KEYS)):
        given = {}
        for number, step in enumerate(steps):
            if not holds(step.when, given):
                missed.add(number)
                continue
            met.add((number, ""))
            if not isinstance(step, Ask):
                continue
            offered = [c.pick for c in step.choices if holds(c.when, given)]
            met |= {(number, pick) for pick in offered}
            if not offered:
                stuck.add(number)
                break
            pick = picks[KEYS.index(step.key)]
            if pick not in offered:
                break  # another line has what this one would
            given[step.key] = (pick,)
    return met, missed, stuck


LATE = All((Picked("d0", "a"), Picked("d2", "b"), AnyOf((Picked("d1", "c"), Picked("d3", "a")))))

# One condition tells a and c not apart, the other does.
ALIKE_BUT_FIRST = (
    AnyOf((Picked("d1", "a"), Picked("d1", "c"))),
    Not(Agreed(("d1", "d4"), "c")),
)


@settings(max_examples=40, deadline=None)
@given(rows())
@example(
    [ask(k, (None,) * 3, None) for k in KEYS] + [Say(T("x"), when=w) for w in (LATE, Not(LATE))]
)
@example([ask("d0", (None,) * 3, None), ask("d1", (Picked("d0", "a"),) * 3, None), Say(T("x"))])
@example(
    [*(ask(k, (None,) * 3, None) for k in KEYS), *(Say(T("x"), when=w) for w in ALIKE_BUT_FIRST)]
)
def test_the_explorer_agrees_with_going_through_every_line(steps):
    where = [Place(str(n), Spot(), n, n + 1, s.when) for n, s in enumerate(steps)]

    found = explore(Program(None, tuple(steps), ()), ENOUGH, where)

    met, missed, stuck = every_line(steps)
    everything = {(n, "") for n, _ in enumerate(steps)}
    everything |= {
        (n, c.pick)
        for n, s in enumerate(steps)
        if isinstance(s, Ask)
        for c in s.choices
        if c.when is not None
    }
    told = {(t.place, t.name if t.kind is Kind.CHOICE else "") for t in found.absent}
    assert not found.open
    assert told == everything - met
    assert {t.place for t in found.stuck} == stuck
    always = {n for n, s in enumerate(steps) if s.when is not None} - missed
    assert {t.place for t in found.always} == {n for n in always if (n, "") in met}


@settings(max_examples=40, deadline=None)
@given(rows())
def test_the_picks_that_lead_into_a_dead_end_do_lead_there(steps):
    found = explore(Program(None, tuple(steps), ()), ENOUGH)

    for target, witness in found.stuck.items():
        given = dict(witness.line)
        stuck = steps[target.place]
        assert holds(stuck.when, given)
        assert not [c for c in stuck.choices if holds(c.when, given)]
        known = {}
        for step in steps[: target.place]:
            if isinstance(step, Ask) and holds(step.when, known):
                (pick,) = known[step.key] = given[step.key]
                (choice,) = [c for c in step.choices if c.pick == pick]
                assert holds(choice.when, {k: v for k, v in known.items() if k != step.key})
        assert known == given


@pytest.mark.parametrize("bound", [1, 3, ENOUGH])
def test_what_lines_meet_is_not_called_absent_however_low_the_bound(bound):
    pairs = tuple(All((Picked(f"d{n}", "c"), Picked(f"d{n + 3}", "c"))) for n in range(3))
    steps = [ask(key, (None,) * 3, None) for key in KEYS]
    steps += [Say(T("x"), when=AnyOf(pairs)), Say(T("x"), when=Not(AnyOf(pairs)))]

    found = explore(Program(None, tuple(steps), ()), bound)

    assert not found.absent
