"""Lines of play that the solver found are written as records, so that they can be played again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.authoring.solver.solve import Finding, Solution
from game.authoring.solver.walk import Line
from game.scenario.load import digest, load
from game.scenario.model import Scenario
from game.scenario.steps import Ask, Role
from game.session.journal import FORMAT, Heading, Journal
from game.trial.feedback import Feedback
from game.trial.record import Move, Program, after, begin, open_asks, program

BEST, WORST = "best", "worst"


def write_witnesses(
    folder: Path, path: Path, scenario: Scenario, solved: Sequence[Solution]
) -> None:
    """Write a record for every dead end, and for the best and the worst marks of each role.

    Raises OSError where `folder` cannot be written.
    """
    version = digest(load(path).text)
    for solution in solved:
        case = program(scenario, solution.cut)
        for file, line in _records(folder, solution):
            moves = tuple(_moves(case, line))
            heading = Heading(
                format=FORMAT,
                scenario=scenario.id,
                file=str(path.resolve()),
                digest=version,
                role=_next_role(case, moves) or solution.role,
                seed=0,
                cut=solution.cut,
                feedback=Feedback.TURN,
                facts=scenario.facts,
            )
            Journal(file).write(heading, moves)


def dead_end_file(folder: Path, solution: Solution, finding: Finding) -> Path:
    """Where the record of a dead end is written. It is the same for all roles of a cut."""
    return _file(folder, solution, f"dead_end{solution.dead_ends.index(finding) + 1}")


def extreme_file(folder: Path, solution: Solution, which: str) -> Path:
    """Where the record of the best or the worst marks of a role is written."""
    return _file(folder, solution, f"{solution.role}.{which}")


def _file(folder: Path, solution: Solution, name: str) -> Path:
    cut = "" if solution.cut is None else f"{solution.cut}min."
    return folder / f"{solution.scenario}.{cut}{name}.journal"


def _records(folder: Path, solution: Solution) -> Iterator[tuple[Path, Line]]:
    for finding in solution.dead_ends:
        if finding.witness is not None:
            yield dead_end_file(folder, solution, finding), finding.witness.line
    yield extreme_file(folder, solution, BEST), solution.best.line
    yield extreme_file(folder, solution, WORST), solution.worst.line


def _moves(case: Program, line: Line) -> Iterator[Move]:
    roles = {step.key: step.role for step in case.steps if isinstance(step, Ask)}
    for ask, picks in line:
        yield Move(roles[ask], tuple(str(pick) for pick in picks), ask)


def _next_role(case: Program, moves: Sequence[Move]) -> Role | None:
    """Whose turn it is after `moves`; nobody's at the end."""
    trial = begin(case)
    for move in moves:
        trial = after(trial, move)
    asks = open_asks(trial)
    return asks[0].role if asks else None
