"""The transcript: every line a seat has heard, worked out from the moves; it only grows."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.court import name_of
from game.scenario.model import Scenario
from game.scenario.steps import Answers, Ask, Open, Role, Say
from game.scenario.words import own, put
from game.trial.feedback import Feedback
from game.trial.reasons import reasons
from game.trial.record import Trial, is_over, taken
from game.trial.speech import Speech
from game.trial.terms import part_name
from game.trial.view import Line


def transcript(trial: Trial, role: Role, speech: Speech) -> Iterator[Line]:
    """The lines of `trial` as the seat of `role` hears them: what is said, and its own reasons."""
    scene = ""
    held: list[Line] = []
    for step, known in taken(trial):
        if isinstance(step, Open):
            yield from held
            held.clear()
            scene = step.scene
            yield _opened(trial.scenario, scene, speech)
        elif isinstance(step, Say):
            yield _spoken(trial, step, scene, known, speech)
        elif isinstance(step, Ask) and step.role is role:
            lines = _reasons(step, trial.answers[step.key], known, scene, speech)
            if trial.feedback is Feedback.TURN:
                yield from lines
            elif trial.feedback is Feedback.SCENE:
                held += lines
    if is_over(trial):
        yield from held


def _opened(case: Scenario, scene: str, speech: Speech) -> Line:
    opened = next(s for s in case.scenes if s.id == scene)
    return Line("scene", speech.rich(own(opened.title)), scene=scene, place=opened.place)


def _spoken(trial: Trial, step: Say, scene: str, known: Answers, speech: Speech) -> Line:
    words = step.says
    for place, ask in step.heard:
        words = put(words, **{place: known[ask][0]})
    case = trial.scenario
    person = case.people.get(step.by or "")
    name = speech.text(name_of(case, step.by)) if person else ""
    part = speech.text(part_name(person.part, case.proceeding)) if person else ""
    return Line(
        manner=step.manner,
        says=speech.rich(words),
        by=step.by or "",
        name=name,
        part="" if part.lower() in name.lower() else part,
        mood=step.mood,
        cue=step.cue,
        scene=scene,
    )


def _reasons(
    ask: Ask, picks: tuple[str, ...], known: Answers, scene: str, speech: Speech
) -> Iterator[Line]:
    for because in reasons(ask, picks, known):
        yield Line(
            manner="reason",
            says=speech.rich(because.says),
            turn=ask.key,
            quote=speech.text(because.quote),
            sound=because.sound,
            better=because.better,
            scene=scene,
        )
