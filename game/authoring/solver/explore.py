"""Every line of play of a program: what none of them comes to, and where one is stuck for good."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct, field

from game.authoring.progress import Tell
from game.authoring.solver.answers import some_answer
from game.authoring.solver.facts import Facts, bare, may_be_stuck
from game.authoring.solver.walk import Kind, Line, Target, Walk, walk
from game.scenario.court import beats, condition
from game.scenario.diagnostics import Spot
from game.scenario.steps import Ask, Condition, Open
from game.trial.record import Program, available


class Place(Struct, frozen=True):
    """A beat among the steps: from `start` up to, not including, `end`."""

    key: str
    spot: Spot
    start: int
    end: int
    when: Condition | None


class Witness(Struct, frozen=True):
    """A line of play that comes to something, and the keys of the asks that make it do so."""

    line: Line = ()
    telling: frozenset[str] = frozenset()


class Explored(Struct):
    """What all lines of play come to. What is in none of the lists is reached by some line."""

    facts: Facts
    stuck: dict[Target, Witness] = field(default_factory=dict)
    absent: list[Target] = field(default_factory=list)  # proved: no line comes there
    always: list[Target] = field(default_factory=list)  # proved: beats whose `when` always holds
    open: list[Target] = field(default_factory=list)  # neither met nor proved absent
    states: int = 0


def explore(
    program: Program, bound: int, where: Sequence[Place] = (), tell: Tell | None = None
) -> Explored:
    """Look for every step, beat and choice of `program`, and for asks that nobody can answer.

    `where` are the places of its beats.

    Each is looked for among just the asks that decide it. Targets that need the same asks, or
    some of them, share a walk; where one is too wide, the narrower ones walk by themselves.
    """
    facts = Facts(program.steps)
    explored = Explored(facts)
    needs = {target: target.asks(facts) for target in _targets(facts, where)}
    left = set(needs)
    for asks in sorted(dict.fromkeys(needs.values()), key=lambda asks: -asks.bit_count()):
        shared = [t for t, needed in needs.items() if t in left and needed & ~asks == 0]
        if any(needs[t] == asks for t in shared):
            found = walk(facts, asks, shared, bound)
            explored.states += found.states
            own = {t for t in shared if needs[t] == asks}
            left -= set(_settled(explored, found, shared, own, program))
        if tell is not None:
            tell(1 - len(left) / len(needs))
    return explored


def places(program: Program) -> Iterator[Place]:
    """Where each beat of `program` stands among its steps."""
    case, at = program.scenario, 0
    scene = ""
    for key, beat in beats(case):
        if key.rpartition(".")[0] != scene:
            scene = key.rpartition(".")[0]
            at += 1  # the scene's Open
        end = at + sum(1 for _ in beat.steps(case, key))
        yield Place(key, beat.spots.own, at, end, condition(case, beat.when))
        at = end


def completed(program: Program, picks: dict[str, tuple[str, ...]], until: int) -> Line:
    """A whole line up to the step `until` that has `picks`; the rest is answered well."""
    answers: dict[str, tuple[str, ...]] = {}
    for step in program.steps[:until]:
        if isinstance(step, Ask) and (step.when is None or step.when.holds(answers)):
            given = picks.get(step.key)
            answers[step.key] = _some_answer(step, answers) if given is None else given
    return tuple(answers.items())


def _some_answer(ask: Ask, answers: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    offered = bare(ask, available(ask.choices, answers), available(ask.right, answers))
    found = some_answer(offered)
    return found.picks if found else ()  # whoever can be stuck is among the picks already


def _settled(
    explored: Explored,
    found: Walk,
    shared: Sequence[Target],
    own: Container[Target],
    program: Program,
) -> Iterator[Target]:
    """Write down what a walk found; yields what needs no other walk, such as those of its `own`."""
    for target in shared:
        stuck = target.kind is Kind.STUCK
        is_sure = target.place < found.sure if stuck else target.place <= found.sure
        is_met = target in found.met
        if is_met and stuck:
            picks = dict(found.picks(target))
            line = completed(program, picks, target.place)
            explored.stuck[target] = Witness(line, frozenset(picks))
        elif is_met and is_sure and target.kind is Kind.BEAT and target not in found.missed:
            explored.always.append(target)
        elif is_sure and not is_met and not stuck:
            explored.absent.append(target)
        elif not is_sure and not is_met and target in own:
            explored.open.append(target)
        if is_sure or target in own or (is_met and target.kind is not Kind.BEAT):
            yield target


def _targets(facts: Facts, where: Sequence[Place]) -> Iterator[Target]:
    beat_at = {place.start: place for place in where}
    for number, step in enumerate(facts.steps):
        if number in beat_at and (when := beat_at[number].when) is not None:
            yield Target(Kind.BEAT, number, (facts.fact(when, number),), beat_at[number].key)
        if isinstance(step, Open):
            continue
        own = (facts.when[number],) if number in facts.when else ()
        yield Target(Kind.STEP, number, own)
        if isinstance(step, Ask):
            yield from _of_ask(facts, number, step)


def _of_ask(facts: Facts, number: int, ask: Ask) -> Iterator[Target]:
    own = (facts.when[number],) if number in facts.when else ()
    for pick, fact in facts.offers[number]:
        yield Target(Kind.CHOICE, number, (*own, fact), pick)
    if may_be_stuck(ask):
        yield Target(Kind.STUCK, number, (), ask.key)
