"""Students: a class that is made up answers a case, and its questions are judged by their form."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean, pstdev

from msgspec import Struct

from game.authoring.files import scenarios, unwritable
from game.authoring.progress import Progress, Tell
from game.authoring.solver.explore import Place, places
from game.authoring.students.svg import Chart, Dot, Panel, chart_svg
from game.authoring.students.verdicts import Flag, Verdict, percent, verdicts
from game.learning.questions import Class, Question
from game.learning.study import study
from game.scenario.court import called
from game.scenario.model import Scenario
from game.scenario.steps import Ask, Role
from game.scenario.words import TN, T, Translate
from game.session.home import write_whole
from game.session.stuck import Stuck
from game.text.breaking import columns, wrap_columns
from game.trial.record import Program, program
from game.trial.terms import role_name

WIDE = 78
KEY = 36  # columns of the question's name
ENOUGH = 8  # questions: of fewer, the rest of the marks says little
NAME = "students"  # what stands in place of a robot's name
LEGEND = (
    T("right: how many have it right; where much is to be decided, how much of it"),
    T("unread: the same for those who have not read a word, and guess"),
    T("by lot: the same if answers are drawn by lot"),
    T("tells: from -1 to 1, how well the question goes with the rest of the marks"),
    T("–: fewer than half of the students come to this question, so it is not judged"),
)
HONEST = T(
    "These students are made up, and know more the abler they are. So this shows what the form of "
    "a question gives away, never whether its words are clear or its answer is true: only a class "
    "can tell that."
)


class Studied(Struct, frozen=True):
    """A case and what a class came to in each role; `where` is the beat of each ask."""

    scenario: Scenario
    where: Mapping[str, Place]
    classes: tuple[Class, ...]


def show_students(
    paths: Sequence[Path],
    count: int,
    cut: int | None,
    as_json: bool,
    picture: Path | None,
    say: Translate,
    language: str,
) -> int:
    """Print what `count` students come to in the scenarios at `paths`; 1 if something is broken.

    A `picture` is drawn too; of several scenarios one each, with its id in the name.
    """
    rows: list[dict[str, object]] = []
    fine = True
    found = list(scenarios(paths, say))
    for _, scenario in found:
        if scenario is None:
            fine = False
            continue
        try:
            studied = _studied(scenario, cut, count, say)
        except Stuck as stuck:
            print(say(stuck.words), file=sys.stderr)
            fine = False
            continue
        rows += [_row(studied, of_role, say) for of_role in studied.classes]
        if not as_json:
            print("\n".join(_lines(studied, say)), flush=True)
        if picture is not None:
            file = picture
            if len(found) > 1:
                file = picture.with_name(f"{picture.stem}.{called(scenario)}{picture.suffix}")
            fine = _draw(studied, file, say, language) and fine
    if as_json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    return 0 if fine else 1


def _studied(scenario: Scenario, cut: int | None, count: int, say: Translate) -> Studied:
    case = program(scenario, cut)
    doing = T("{scenario}: {n}% of the students", scenario=called(scenario))
    progress = Progress(doing, say)
    try:
        classes = tuple(
            study(case, role, count, tell=_part(progress.tell(), number))
            for number, role in enumerate(Role)
        )
    finally:
        progress.done()
    return Studied(scenario, _where(case), classes)


def _part(tell: Tell | None, number: int) -> Tell | None:
    """What hears of the progress of one role among all."""
    return None if tell is None else lambda share: tell((number + share) / len(Role))


def _where(case: Program) -> dict[str, Place]:
    return {
        step.key: place
        for place in places(case)
        for step in case.steps[place.start : place.end]
        if isinstance(step, Ask)
    }


def _row(studied: Studied, of_role: Class, say: Translate) -> dict[str, object]:
    """A role by name, as `robots --students --json` prints it: like a robot's, with more."""
    totals = of_role.totals
    return {
        "scenario": called(studied.scenario),
        "role": str(of_role.role),
        "robot": NAME,
        "plays": len(totals),
        "mean": round(fmean(totals), 1),
        "sd": round(pstdev(totals), 1),
        "min": min(totals),
        "max": max(totals),
        "questions": [
            _question(question, studied.where[question.ask.key], len(totals), say)
            for question in of_role.questions
        ],
    }


def _question(question: Question, place: Place, students: int, say: Translate) -> dict[str, object]:
    found = list(verdicts(question, students))
    return {
        "beat": place.key,
        "line": place.spot.line,
        "ask": question.ask.key,
        "kind": str(question.ask.kind),
        "students": question.students,
        "difficulty": round(question.form.difficulty, 2),
        "right": round(question.right, 3),
        "unread": round(question.unread, 3),
        "chance": round(question.chance, 3),
        "r": None if question.r is None else round(question.r, 3),
        "signs": [str(sign) for sign in question.telling],
        "flags": [str(verdict.flag) for verdict in found],
        "says": [say(verdict.says) for verdict in found],
        "curve": [round(share, 3) for share in question.curve],
    }


def _lines(studied: Studied, say: Translate) -> Iterator[str]:
    for of_role in studied.classes:
        yield from _of_role(studied, of_role, say)
    for words in LEGEND:
        yield from wrap_columns(say(words), WIDE)
    yield from wrap_columns(say(HONEST), WIDE)


def _of_role(studied: Studied, of_role: Class, say: Translate) -> Iterator[str]:
    totals = of_role.totals
    head = T(
        "{scenario}, {role}: {students}, marks {mean} ± {sd}",
        scenario=called(studied.scenario),
        role=role_name(of_role.role, studied.scenario.proceeding),
        students=TN("{n} student", "{n} students", len(totals)),
        mean=round(fmean(totals)),
        sd=round(pstdev(totals)),
    )
    yield from wrap_columns(say(head), WIDE)
    if len(of_role.questions) < ENOUGH:
        few = T("So few questions say little about each other: take “tells” lightly.")
        yield from wrap_columns(say(few), WIDE)
    names = (T("line"), T("asked"), T("right"), T("unread"), T("by lot"), T("tells"))
    yield _table_line("", *(say(name) for name in names))
    for question in of_role.questions:
        yield from _question_lines(question, studied.where[question.ask.key], len(totals), say)
    yield ""


def _question_lines(
    question: Question, place: Place, students: int, say: Translate
) -> Iterator[str]:
    found = list(verdicts(question, students))
    yield _table_line(
        "!" if _stands_out(found) else "",
        str(place.spot.line),
        _shortened(question.ask.key),
        f"{percent(question.right)}%",
        f"{percent(question.unread)}%",
        f"{percent(question.chance)}%",
        "–" if _is_seldom(found) or question.r is None else f"{question.r:.2f}",
    )
    for verdict in found if _stands_out(found) else ():
        says = say(verdict.says)
        if verdict.cure is not None:
            says = say(T("{finding} To mend it: {cure}.", finding=verdict.says, cure=verdict.cure))
        for line in wrap_columns(says, WIDE - 9):
            yield " " * 9 + line


def _is_seldom(found: Sequence[Verdict]) -> bool:
    return any(verdict.flag is Flag.SELDOM for verdict in found)


def _stands_out(found: Sequence[Verdict]) -> bool:
    return bool(found) and not _is_seldom(found)


def _shortened(key: str) -> str:
    """`key` with its end kept, where the ends differ."""
    return key if len(key) <= KEY else "…" + key[-KEY + 1 :]


def _table_line(flag: str, line: str, key: str, *figures: str) -> str:
    cells = "".join(_right(figure, 8) for figure in figures)
    return f"{flag:<2}{_right(line, 5)}  {key}{' ' * (KEY - columns(key))}{cells}"


def _right(text: str, wide: int) -> str:
    return " " * max(1, wide - columns(text)) + text


def _draw(studied: Studied, file: Path, say: Translate, language: str) -> bool:
    """Whether the picture could be written; people are told either way."""
    chart = Chart(
        say(T("{scenario}: which questions tell", scenario=called(studied.scenario))),
        say(T("To the right: more right answers. Upwards: tells better who has read.")),
        say(HONEST),
        language,
        tuple(_panel(studied, of_role, say) for of_role in studied.classes),
    )
    try:
        write_whole(file, chart_svg(chart))
    except OSError:
        print(say(unwritable(file)), file=sys.stderr)
        return False
    print(say(T("The picture is in {file}.", file=str(file))), file=sys.stderr)
    return True


def _panel(studied: Studied, of_role: Class, say: Translate) -> Panel:
    dots = []
    for question in of_role.questions:
        found = list(verdicts(question, len(of_role.totals)))
        if question.r is None or _is_seldom(found):
            continue
        place = studied.where[question.ask.key]
        name = say(T("line {n}, {question}", n=place.spot.line, question=question.ask.key))
        dots.append(Dot(question.right, question.r, name, tuple(say(v.says) for v in found)))
    return Panel(say(role_name(of_role.role, studied.scenario.proceeding)), tuple(dots))
