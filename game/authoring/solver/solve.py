"""What the solver has to say about a scenario, role by role: findings with place and proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from msgspec import Struct

from game.authoring.progress import Tell
from game.authoring.solver.explore import Explored, Place, Witness, explore, places
from game.authoring.solver.marks import Extreme, extreme
from game.authoring.solver.walk import Kind, Target
from game.scenario.court import beats, called
from game.scenario.diagnostics import Spot
from game.scenario.model import Scenario, When
from game.scenario.steps import Ask, Role, Say
from game.scenario.walk import things
from game.scenario.words import T, Words
from game.trial.record import Program, program

BOUND = 200_000


class Finding(Struct, frozen=True):
    """One thing that is wrong: the beat where, and in words what; a dead end has a witness."""

    place: str
    spot: Spot
    says: Words
    role: Role | None = None  # whose turn it is about; None for what everybody meets
    witness: Witness | None = None


class Solution(Struct, frozen=True):
    """All lines of play of one role in a scenario, or in its cut to so many minutes.

    Every chair answers freely, so what no line comes to, no class will ever see. `always` are
    conditions that change nothing. Where not all is `proved`, `bounded` says what is open.
    """

    scenario: str
    role: Role
    cut: int | None
    states: int
    seconds: float
    dead_ends: tuple[Finding, ...]
    unreachable: tuple[Finding, ...]
    always: tuple[Finding, ...]
    bounded: tuple[Words, ...]
    best: Extreme
    worst: Extreme

    @property
    def proved(self) -> bool:
        return not self.bounded

    @property
    def is_fine(self) -> bool:
        return not self.dead_ends and not self.unreachable


def solve(scenario: Scenario, role: Role, cut: int | None = None, bound: int = BOUND) -> Solution:
    """Every line of play of `role`; `bound` is how many states may be open at once."""
    return next(solutions(scenario, cut, bound, (role,)))


def solutions(
    scenario: Scenario,
    cut: int | None,
    bound: int = BOUND,
    roles: Sequence[Role] = tuple(Role),
    tell: Tell | None = None,
) -> Iterator[Solution]:
    """A solution for each of `roles`, which share one look at the lines of play."""
    started = perf_counter()
    case = program(scenario, cut)
    where = tuple(places(case))
    explored = explore(case, bound, where, tell)
    dead_ends = tuple(_dead_ends(explored, where))
    unreachable = tuple(_unreachable(explored, where, case, cut is not None))
    always = tuple(_always(explored, where))
    looked = perf_counter() - started
    for role in roles:
        started = perf_counter()
        best, worst = (extreme(case, explored.facts, role, b, bound) for b in (True, False))
        yield Solution(
            called(scenario),
            role,
            cut,
            explored.states,
            looked + perf_counter() - started,
            dead_ends,
            tuple(f for f in unreachable if f.role in (role, None)),
            always,
            tuple(_bounded(explored, where, best, worst, bound)),
            best,
            worst,
        )


def _dead_ends(explored: Explored, where: Sequence[Place]) -> Iterator[Finding]:
    """Where a trial is stuck: whose turn it is matters little, as everybody waits for it."""
    for target, witness in explored.stuck.items():
        says = T("the turn “{ask}” has no answer here, so the trial is stuck", ask=target.name)
        place = _place(where, target.place)
        yield Finding(place.key, place.spot, says, witness=witness)


def _unreachable(
    explored: Explored, where: Sequence[Place], case: Program, is_cut: bool
) -> Iterator[Finding]:
    """Beats that nobody comes to, and in the others what the author wrote and nobody sees.

    A line that a beat makes up for what may happen is no finding where it cannot happen. Neither
    is a beat of a cut that waits for something which the cut leaves out.
    """
    absent = {t.place for t in explored.absent if t.kind is Kind.STEP}
    halted = {_group(explored, t) for t in explored.stuck} - {""}
    whens = {key: beat.when for key, beat in beats(case.scenario)}
    for place in where:
        steps = set(range(place.start, place.end))
        when = whens.get(place.key)
        if steps and steps <= absent:
            if not (is_cut and when and _waits_for_what_is_left_out(when, case.scenario)):
                yield Finding(place.key, place.spot, T("no line of play comes to this step"))
            continue
        for target in explored.absent:
            is_told = target.kind is Kind.CHOICE and target.place in absent
            if target.place in steps and not is_told and _group(explored, target) not in halted:
                yield from _unseen(explored, place, target)


def _group(explored: Explored, target: Target) -> str:
    """The group of the ask at `target`: its asks are open together, even where one is stuck."""
    step = explored.facts.steps[target.place]
    return step.group if isinstance(step, Ask) else ""


def _unseen(explored: Explored, place: Place, target: Target) -> Iterator[Finding]:
    step = explored.facts.steps[target.place]
    if isinstance(step, Ask):
        says = T("no line of play comes to the turn “{ask}”", ask=step.key)
        if target.kind is Kind.CHOICE:
            says = T(
                "the choice “{pick}” of the turn “{ask}” is never on offer",
                pick=target.name,
                ask=step.key,
            )
        yield Finding(place.key, place.spot, says, step.role)
    elif isinstance(step, Say) and step.says.authored:
        says = T("no line of play comes to these words: “{says}”", says=step.says)
        yield Finding(place.key, place.spot, says)


def _waits_for_what_is_left_out(when: When, case: Scenario) -> bool:
    played = [beat for _, beat in beats(case)]
    there = {name for beat in played for name in (*beat.ways(), *beat.exhibits())}
    parts = [part for part in things(when) if isinstance(part, When)]
    named = {n for part in parts for n in (part.chose, part.admitted, part.excluded) if n}
    return not named <= there


def _always(explored: Explored, where: Sequence[Place]) -> Iterator[Finding]:
    for target in explored.always:
        place = _place(where, target.place)
        says = T("“when” holds in every line of play, so it changes nothing")
        yield Finding(place.key, place.spot, says)


def _bounded(
    explored: Explored, where: Sequence[Place], best: Extreme, worst: Extreme, bound: int
) -> Iterator[Words]:
    for key in sorted({_place(where, target.place).key for target in explored.open}):
        yield T(
            "more than {n} states were open at once before “{place}”; some of it is not proved",
            n=f"{bound:,}",
            place=key,
        )
    for place in sorted(explored.facts.unfollowed):
        ask = explored.facts.steps[place]
        key = ask.key if isinstance(ask, Ask) else ""
        yield T("a condition counts on the turn “{ask}” in a way that is not followed", ask=key)
    if not best.proved:
        low, high = best.marks, best.limit
        yield T("the best marks lie between {low} and {high}", low=low, high=high)
    if not worst.proved:
        low, high = worst.limit, worst.marks
        yield T("the worst marks lie between {low} and {high}", low=low, high=high)


def _place(where: Sequence[Place], step: int) -> Place:
    return next(
        (p for p in where if p.start <= step < p.end), Place("", Spot(), step, step + 1, None)
    )
