"""Solve prints what all lines of play of the cases come to, for people or for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.authoring.files import scenarios, unwritable
from game.authoring.progress import Progress
from game.authoring.solver.explore import Witness
from game.authoring.solver.solve import BOUND, Finding, Solution, solutions
from game.authoring.solver.walk import Line
from game.authoring.solver.witness import BEST, WORST, dead_end_file, extreme_file, write_witnesses
from game.scenario.court import beats, cut_to
from game.scenario.model import Scenario
from game.scenario.words import T, Translate, Words


def show_solutions(
    paths: Sequence[Path],
    as_json: bool,
    say: Translate,
    bound: int = BOUND,
    witness: Path | None = None,
) -> int:
    """Print the solutions of the scenarios at `paths`, whole and cut, for every role.

    The lines of play that prove them are written into the folder `witness`. 1 if a scenario is
    broken, something cannot be reached or is a dead end, or the folder cannot be written; else 0.
    """
    found: list[dict[str, object]] = []
    fine = True
    for path, scenario in scenarios(paths, say):
        if scenario is None:
            fine = False
            continue
        solved = list(_all(scenario, bound, say))
        fine = fine and all(solution.is_fine for solution in solved)
        if witness is not None and not _written(witness, path, scenario, solved, say):
            return 1
        found += [row(solution, say, witness) for solution in solved]
        if not as_json:
            print("\n".join(_lines(scenario, path, solved, say, witness)), flush=True)
    if as_json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    return 0 if fine else 1


def _written(
    folder: Path, path: Path, scenario: Scenario, solved: Sequence[Solution], say: Translate
) -> bool:
    """Whether the lines of play could be written; where not, people are told."""
    try:
        write_witnesses(folder, path, scenario, solved)
    except OSError:
        print(say(unwritable(folder)), file=sys.stderr)
        return False
    return True


def row(solution: Solution, say: Translate, witness: Path | None = None) -> dict[str, object]:
    """The solution by name, as `solve --json` prints it, with the records if they are written."""
    records: dict[str, object] = {}
    if witness is not None:
        dead_ends = [str(dead_end_file(witness, solution, f)) for f in solution.dead_ends]
        extremes = {w: str(extreme_file(witness, solution, w)) for w in (BEST, WORST)}
        records = {"records": {"dead_ends": dead_ends, **extremes}}
    return {
        "scenario": solution.scenario,
        "role": str(solution.role),
        "cut": solution.cut,
        "proved": solution.proved,
        "states": solution.states,
        "seconds": round(solution.seconds, 3),
        "dead_ends": [_finding(f, say) for f in solution.dead_ends],
        "unreachable": [_finding(f, say) for f in solution.unreachable],
        "best": solution.best.marks,
        "worst": solution.worst.marks,
        "always": [_finding(f, say) for f in solution.always],
        "bounded": [say(words) for words in solution.bounded],
        "best_line": _by_ask(solution.best.line),
        "worst_line": _by_ask(solution.worst.line),
        **records,
    }


def _finding(finding: Finding, say: Translate) -> dict[str, object]:
    found: dict[str, object] = {
        "place": finding.place,
        "line": finding.spot.line,
        "message": say(finding.says),
    }
    if finding.witness is not None:
        found["witness"] = _by_ask(finding.witness.line)
    return found


def _by_ask(line: Line) -> dict[str, list[str]]:
    return {ask: [str(pick) for pick in picks] for ask, picks in line}


def _all(scenario: Scenario, bound: int, say: Translate) -> Iterator[Solution]:
    for cut in (None, *scenario.cuts):
        lines = T("{scenario}: {n}% of the lines of play", scenario=scenario.id)
        progress = Progress(lines, say)
        yield from solutions(scenario, cut, bound, tell=progress.tell())
        progress.done()


def _lines(
    scenario: Scenario,
    path: Path,
    solved: Sequence[Solution],
    say: Translate,
    witness: Path | None,
) -> Iterator[str]:
    idle = _always_idle(scenario, solved)
    for solution in solved:
        yield _line(solution, say)
    for cut in dict.fromkeys(solution.cut for solution in solved):
        of_cut = [solution for solution in solved if solution.cut == cut]
        for finding in _once(f for s in of_cut for f in (*s.dead_ends, *s.unreachable)):
            yield from _pretty(finding, path, cut, say)
            if finding.witness is not None:
                file = dead_end_file(witness, of_cut[0], finding) if witness else None
                yield "    " + say(_how_to_replay(file))
        for words in dict.fromkeys(words for s in of_cut for words in s.bounded):
            yield f"  {say(_in_cut(words, cut))}"
    for finding in idle:
        yield from _pretty(finding, path, None, say)
    if witness is not None:
        every = T(
            "The lines of play are in {folder}; “mockcourt play --replay FILE” shows one.",
            folder=str(witness),
        )
        yield say(every)


def _how_to_replay(file: Path | None) -> Words:
    if file is None:
        return T("to see it: write “--witness FOLDER”, then replay the file in that folder")
    return T("to see it: mockcourt play --replay {file}", file=str(file))


def _line(solution: Solution, say: Translate) -> str:
    cut = say(T("whole") if solution.cut is None else T("{n} min", n=solution.cut))
    earns = T("best {best}, worst {worst}", best=solution.best.marks, worst=solution.worst.marks)
    states, seconds = f"{solution.states:,}", f"{solution.seconds:.2f}"
    proof = T("every line of play ({n} states, {s} s)", n=states, s=seconds)
    if not solution.proved:
        proof = T("not every line of play ({n} states, {s} s)", n=states, s=seconds)
    return f"{solution.scenario:<16} {solution.role:<12} {cut:<8} {say(earns)}   {say(proof)}"


def _pretty(finding: Finding, path: Path, cut: int | None, say: Translate) -> Iterator[str]:
    where = f"{path.as_posix()}:{finding.spot.line}"
    yield f"  {where}: {finding.place}: {say(_in_cut(finding.says, cut))}"
    if finding.witness is not None:
        yield "    " + say(T("so: {picks}", picks=picks(finding.witness)))


def picks(witness: Witness) -> Words | str:
    """The picks that matter, as `ask=pick, ...`; several picks of one ask are joined by `+`."""
    telling = [
        f"{ask}={'+'.join(str(p) for p in given)}"
        for ask, given in witness.line
        if ask in witness.telling
    ]
    return ", ".join(telling) if telling else T("whatever is picked")


def _in_cut(words: Words, cut: int | None) -> Words:
    return words if cut is None else T("{finding} (cut to {n} minutes)", finding=words, n=cut)


def _always_idle(scenario: Scenario, solved: Sequence[Solution]) -> Iterator[Finding]:
    """Conditions that change nothing, in no cut either: one that tells cuts apart has its use."""
    played = {cut: dict(beats(cut_to(scenario, cut))) for cut in {s.cut for s in solved}}
    for finding in _once(f for s in solved for f in s.always):
        if all(
            finding in solution.always
            for solution in solved
            if finding.place in played[solution.cut]
        ):
            yield finding


def _once(findings: Iterator[Finding]) -> Iterator[Finding]:
    seen = set()
    for finding in findings:
        if (finding.place, finding.says) not in seen:
            seen.add((finding.place, finding.says))
            yield finding
