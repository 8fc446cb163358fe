"""A class of made-up students plays one role of a case, so that its questions can be judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from statistics import fmean

from game.learning.difficulty import difficulty
from game.learning.questions import Class, Question, Scores, bands, score
from game.learning.signs import place_signs, signs
from game.learning.sitting import Answer, is_settled, seating, sit
from game.learning.students import Form, Student, classroom, strangers
from game.scenario.steps import Ask, Role, TurnKind
from game.session.robots import ROBOTS
from game.trial.record import Program, Trial, begin
from game.trial.rules import unfit
from game.trial.scoring import Mark, best_picks, earned, per_criterion, possible, total

UNREAD = 300  # students who have not read a word, and as many answers by lot
Tell = Callable[[float], None]  # hears now and then what share of the work is done


def study(
    program: Program,
    role: Role,
    count: int,
    seed: int = 0,
    tell: Tell | None = None,
    unread: int = UNREAD,
) -> Class:
    """What `count` students come to as `role` in `program`, and others who have not read it.

    The same seed gives the same class. Of those who are `unread` there are no more than that many.
    """
    trial = begin(program, seed)
    seat = seating(trial, role)
    asks = [step for step in program.steps if isinstance(step, Ask) and step.role is role]
    forms = _forms(trial, asks)
    strange = min(unread, count)
    read, guessed, lots = Scores(), Scores(), Scores()
    totals, abilities = [], []
    for number, student in enumerate(classroom(count, seed)):
        given = list(sit(seat, _answers(student, forms)))
        for mark in given:
            read.add(number, mark)
        totals.append(total(per_criterion(iter(given))))
        abilities.append(student.ability)
        if tell is not None and number % 20 == 0:
            tell(number / (count + strange))
    for number, student in enumerate(strangers(strange, seed)):
        answer = _answers(student, forms)
        for mark in sit(seat, _with_lots(answer, lots, number, student.chance)):
            guessed.add(number, mark)
    by_ability = bands(abilities)
    questions = tuple(
        Question(
            ask,
            forms[ask.key],
            len(read.of(ask.key)),
            read.mean(ask.key),
            guessed.mean(ask.key),
            _by_lot(ask, lots),
            read.discrimination(ask.key),
            tuple(read.curve(ask.key, by_ability)),
        )
        for ask in asks
        if read.of(ask.key) and _has_an_answer(ask)
    )
    return Class(role, questions, tuple(totals))


def _has_an_answer(ask: Ask) -> bool:
    """Whether there is a right answer to `ask`; a speech is rated by those who listen."""
    return ask.kind is not TurnKind.SPEAK


def _forms(trial: Trial, asks: Sequence[Ask]) -> dict[str, Form]:
    placed = place_signs(asks)
    forms = {}
    for ask in asks:
        seen = {**signs(ask, trial.scenario), **placed.get(ask.key, {})}
        best = best_picks(ask, {})
        is_known = is_settled(ask) and unfit(trial, ask, best) is None
        forms[ask.key] = Form(difficulty(ask), seen, best if is_known else None)
    return forms


def _by_lot(ask: Ask, lots: Scores) -> float:
    """The share of right answers drawn by lot: exact for one choice of several, else as drawn."""
    if ask.kind is TurnKind.CHOOSE and ask.most == 1 and is_settled(ask):
        full = [
            score(Mark(ask, earned(ask, (c.pick,), {}), possible(ask, {}))) for c in ask.choices
        ]
        return fmean(full)
    return lots.mean(ask.key)


def _answers(student: Student, forms: Mapping[str, Form]) -> Answer:
    return lambda trial, ask: student.picks(trial, ask, forms[ask.key])


def _with_lots(answer: Answer, lots: Scores, number: int, chance: Random) -> Answer:
    """As `answer`; by the way it is taken down what an answer drawn by lot would have earned."""

    def both(trial: Trial, ask: Ask) -> tuple[str, ...]:
        drawn, known = ROBOTS["random"](trial, ask, chance), trial.answers
        lots.add(number, Mark(ask, earned(ask, drawn, known), possible(ask, known)))
        return answer(trial, ask)

    return both
