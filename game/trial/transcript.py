"""The transcript: every line that a seat has heard, step by step; it only grows."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.court import name_of
from game.scenario.model import Scenario
from game.scenario.steps import Answers, Ask, Open, Role, Say, Step
from game.scenario.words import T, Words, grouped, own, put
from game.trial.feedback import Feedback
from game.trial.reasons import reasons
from game.trial.record import Trial, is_over, taken
from game.trial.speech import Speech
from game.trial.terms import part_name
from game.trial.view import Line

SKIPPED = T("Skipped to save time: from here on the script answered in this scene.")


class Transcript:
    """What the seat of `role` hears: what is said, and the reasons for its own answers."""

    def __init__(self, role: Role, speech: Speech) -> None:
        self.lines: list[Line] = []
        self._role, self._speech = role, speech
        self._scene = self._skipped = ""
        self._held: list[Line] = []  # until the scene ends, if feedback comes only then

    def hear(self, trial: Trial, step: Step, known: Answers) -> None:
        """Add what `step` of `trial` brings; `known` are the answers given before it."""
        if isinstance(step, Open):
            self.close()
            self._scene = step.scene
            self.lines.append(_opened(trial.scenario, step.scene, self._speech))
        elif isinstance(step, Say):
            self.lines.append(_spoken(trial, step, self._scene, known, self._speech))
        elif isinstance(step, Ask) and step.role is self._role and step.key in trial.skipped:
            self._tell_skipped()
        elif isinstance(step, Ask) and step.role is self._role:
            lines = _reasons(step, trial.answers[step.key], known, self._scene, self._speech)
            if trial.feedback is Feedback.TURN:
                self.lines += lines
            elif trial.feedback is Feedback.SCENE:
                self._held += lines

    def _tell_skipped(self) -> None:
        """Say once a scene that the script has answered for this seat."""
        if self._skipped != self._scene:
            self._skipped = self._scene
            says = self._speech.rich(SKIPPED)
            self.lines.append(Line("stage", says, scene=self._scene))

    def close(self) -> None:
        """Tell what was held back for the end of the scene."""
        self.lines += self._held
        self._held.clear()


def transcript(trial: Trial, role: Role, speech: Speech) -> list[Line]:
    """The lines of `trial` as the seat of `role` has heard them."""
    heard = Transcript(role, speech)
    for step, known in taken(trial):
        heard.hear(trial, step, known)
    if is_over(trial):
        heard.close()
    return heard.lines


def _opened(case: Scenario, scene: str, speech: Speech) -> Line:
    opened = next(s for s in case.scenes if s.id == scene)
    return Line("scene", speech.rich(own(opened.title)), scene=scene, place=opened.place)


def spoken_words(step: Say, known: Answers) -> Words:
    """What is said in `step`, with the answers that it repeats out of those `known`."""
    words = step.says
    for place, ask in step.heard:
        words = put(words, **{place: grouped(int(known[ask][0]))})
    return words


def _spoken(trial: Trial, step: Say, scene: str, known: Answers, speech: Speech) -> Line:
    words = spoken_words(step, known)
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
