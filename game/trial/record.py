"""A trial is a scenario and the moves made in it; everything else is worked out from those."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from msgspec import Struct, field
from msgspec.structs import replace

from game.scenario.court import beats, condition, cut_to
from game.scenario.model import Scenario
from game.scenario.steps import (
    Answers,
    Ask,
    Choice,
    Condition,
    Manner,
    Open,
    Role,
    Say,
    Step,
    both,
)
from game.scenario.walk import cited_laws
from game.scenario.words import own
from game.trial.feedback import Feedback


class Move(Struct, frozen=True):
    """What the record accepted: the picks of one role, in answer to the ask with that key.

    One that was `skipped` was made by the script in its place: it earns nothing and costs nothing.
    """

    role: Role
    picks: tuple[str, ...]
    ask: str
    skipped: bool = False


class Program(Struct, frozen=True):
    """A scenario, cut to the time there is, as the row of steps that its beats become.

    `cited` are the law cards that it names.
    """

    scenario: Scenario
    steps: tuple[Step, ...]
    cited: tuple[str, ...]


class Trial(Struct, frozen=True):
    """A program and the moves made in it.

    `steps` are the program's, with their choices in the order that follows from the seed. From the
    moves follow `answers`, `at`, the first step that is not yet passed, and the keys of asks that
    were `skipped`; they only save work. `skips` are scenes that the script plays for everybody.
    """

    program: Program
    seed: int
    feedback: Feedback
    steps: tuple[Step, ...]
    moves: tuple[Move, ...] = ()
    answers: Answers = field(default_factory=dict)
    at: int = 0
    skips: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()

    @property
    def scenario(self) -> Scenario:
        return self.program.scenario


def program(scenario: Scenario, cut: int | None = None) -> Program:
    """The program of `scenario`, or of its cut to so many minutes."""
    case = cut_to(scenario, cut)
    return Program(case, tuple(_steps(case)), cited_laws(case))


def begin(program: Program, seed: int = 0, feedback: Feedback = Feedback.TURN) -> Trial:
    """The trial of `program` before its first move. `seed` only decides the order of choices."""
    steps = tuple(
        _shuffled(step, seed) if isinstance(step, Ask) and step.shuffled else step
        for step in program.steps
    )
    return Trial(program, seed, feedback, steps, at=next_ask(steps, 0, {}))


def after(trial: Trial, move: Move) -> Trial:
    """The trial after `move`, which must be legal; `trial` itself is unchanged."""
    answers = {**trial.answers, move.ask: move.picks}
    at = next_ask(trial.steps, trial.at, answers)
    skipped = trial.skipped | {move.ask} if move.skipped else trial.skipped
    moves = (*trial.moves, move)
    return replace(trial, moves=moves, answers=answers, at=at, skipped=skipped)


def goes_on(earlier: Trial, later: Trial) -> bool:
    """Whether `later` is `earlier` with nothing or more moves made."""
    same = (later.program, later.seed, later.feedback) == (
        earlier.program,
        earlier.seed,
        earlier.feedback,
    )
    return same and later.moves[: len(earlier.moves)] == earlier.moves


def open_asks(trial: Trial) -> tuple[Ask, ...]:
    """The asks that may be answered now: one, or all that are left of a group; none at the end."""
    return tuple(open_together(trial.steps, trial.at, trial.answers))


def open_together(steps: tuple[Step, ...], at: int, answers: Answers) -> Iterator[Ask]:
    """The ask at `at`, and those of its group that wait for an answer as well; none at the end."""
    first = steps[at] if at < len(steps) else None
    if not isinstance(first, Ask):
        return
    yield first
    for number in range(at + 1, len(steps) if first.group else 0):
        step = steps[number]
        if not (isinstance(step, Ask) and step.group == first.group):
            return
        if is_waiting(step, answers):
            yield step


def open_ask(trial: Trial, role: Role) -> Ask | None:
    """What `role` may answer now."""
    return next((ask for ask in open_asks(trial) if ask.role is role), None)


def is_over(trial: Trial) -> bool:
    return trial.at >= len(trial.steps)


def taken(trial: Trial) -> Iterator[tuple[Step, Answers]]:
    """The steps that the trial has come through, each with the answers given before it.

    Conditions see only what was known at their point, so a line once shown stays. The asks of a
    group that is still open come too if they are answered.
    """
    return Course().on(trial)


class Course(Struct):
    """How far a trial has been followed: up to which step, and what was `known` there.

    `early` are the asks that came while others of their group were still open.
    """

    at: int = 0
    known: Answers = field(default_factory=dict)
    early: set[str] = field(default_factory=set)

    def on(self, trial: Trial) -> Iterator[tuple[Step, Answers]]:
        """As `taken`, but only what `trial` has come through since this was asked last."""
        for number in range(self.at, trial.at):
            self.at, step = number + 1, trial.steps[number]
            if isinstance(step, Open) or _holds(step.when, self.known):
                if not (isinstance(step, Ask) and step.key in self.early):
                    yield step, self.known
                if isinstance(step, Ask):
                    self.known = {**self.known, step.key: trial.answers[step.key]}
        for ask in _answered_in_open_group(trial):
            if ask.key not in self.early:
                self.early.add(ask.key)
                yield ask, self.known


def available(choices: tuple[Choice, ...], answers: Answers) -> tuple[Choice, ...]:
    """The choices that stand open after `answers`."""
    return tuple(c for c in choices if _holds(c.when, answers))


def _answered_in_open_group(trial: Trial) -> Iterator[Ask]:
    asks = open_asks(trial)
    if not asks or not asks[0].group:
        return
    for step in trial.steps[trial.at :]:
        if not (isinstance(step, Ask) and step.group == asks[0].group):
            break
        if step.key in trial.answers:
            yield step


def _steps(case: Scenario) -> Iterator[Step]:
    opened = ""
    for key, beat in beats(case):
        scene = key.rpartition(".")[0]
        if scene != opened:
            opened = scene
            yield Open(scene)
        held = condition(case, beat.when)
        hints = tuple(own(hint) for hint in beat.hints)
        for step in beat.steps(case, key):
            if hints and isinstance(step, Ask):
                step = replace(step, hints=hints)
            if isinstance(step, Say) and step.manner is Manner.RULED:
                step = replace(step, stage=beat.STAGE)
            if held is not None and not isinstance(step, Open):
                step = replace(step, when=both(held, step.when))
            yield step


def _shuffled(ask: Ask, seed: int) -> Ask:
    """`ask` with its choices in an order that follows from the seed and tells nothing."""

    def lot(choice: Choice) -> bytes:
        return blake2b(f"{seed}/{ask.key}/{choice.pick}".encode(), digest_size=8).digest()

    return replace(
        ask, choices=tuple(sorted(ask.choices, key=lot)), right=tuple(sorted(ask.right, key=lot))
    )


def next_ask(steps: tuple[Step, ...], at: int, answers: Answers) -> int:
    """The first of `steps` from `at` that waits for an answer; at the end, their number."""
    while at < len(steps) and not is_waiting(steps[at], answers):
        at += 1
    return at


def is_waiting(step: Step, answers: Answers) -> bool:
    """Whether `step` is an ask that is put after `answers` and not among them."""
    return isinstance(step, Ask) and step.key not in answers and _holds(step.when, answers)


def _holds(condition: Condition | None, answers: Answers) -> bool:
    return condition is None or condition.holds(answers)
