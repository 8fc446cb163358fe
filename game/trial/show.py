"""What one seat may see of a trial, built from what is due and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import model
from game.scenario.channels import CHANNELS
from game.scenario.court import is_trial, name_of, number_of, within
from game.scenario.marked import phrases
from game.scenario.names import Hearing
from game.scenario.steps import Answers, Ask, Choice, Links, Open, Role, Show, Step
from game.scenario.words import T, Words, own
from game.trial.clock import minutes_left, turns_left
from game.trial.debrief import debrief, scorecard
from game.trial.feedback import Feedback
from game.trial.record import Course, Trial, available, goes_on, is_over, open_ask, open_asks
from game.trial.scoring import Mark, mark
from game.trial.speech import Speech
from game.trial.terms import EVIDENCE, part_name, stands
from game.trial.transcript import Transcript
from game.trial.view import (
    Asked,
    Case,
    Count,
    Document,
    Exhibit,
    Fact,
    FactValue,
    Law,
    Option,
    Passage,
    Person,
    Range,
    Rich,
    SceneShown,
    Tally,
    Turn,
    View,
)


def view_for(trial: Trial, role: Role, speech: Speech) -> View:
    """All that the seat of `role` may see of `trial`, in the language of `speech`."""
    return Sight(role, speech).of(trial)


class Sight:
    """What the seat of `role` has come to see of a trial, in the language of `speech`.

    It is kept from move to move, so that a view costs what is new in it.
    """

    def __init__(self, role: Role, speech: Speech) -> None:
        self.role, self.speech = role, speech
        self._trial: Trial | None = None

    def of(self, trial: Trial) -> View:
        """All that the seat may see of `trial` now."""
        if self._trial is None or not goes_on(self._trial, trial):
            self._begin(trial)
        for step, known in self._course.on(trial):
            self._see(trial, step, known)
        self._trial = trial
        over = is_over(trial)
        if over:
            self._transcript.close()
        return self._view(trial, over)

    def _begin(self, trial: Trial) -> None:
        case, role, speech = trial.scenario, self.role, self.speech
        self._course = Course()
        self._transcript = Transcript(role, speech)
        self._marks: list[Mark] = []
        self._opened: list[SceneShown] = []
        self._last: Show | None = None
        self._documents: dict[str, Document] = {}
        self._exhibits: dict[str, Exhibit] = {}
        self._case = case_card(case, speech)
        self._briefing = _briefing(case, role, speech)
        self._people = tuple(_people(trial, speech))
        self._laws = tuple(_laws(trial, speech))
        self._turns = [
            (at, s.key) for at, s in enumerate(trial.steps) if isinstance(s, Ask) and s.role is role
        ]

    def _see(self, trial: Trial, step: Step, known: Answers) -> None:
        self._transcript.hear(trial, step, known)
        if isinstance(step, Open):
            self._opened.append(scene_shown(trial, len(self._opened) + 1, self.speech))
        elif isinstance(step, Show):
            self._last = step
            if step.document and step.document not in self._documents:
                document = trial.scenario.documents[step.document]
                self._documents[document.id] = _document(trial, self.role, document, self.speech)
            if step.exhibit:
                self._exhibits[step.exhibit] = _exhibit(trial, step, self.speech)
        elif isinstance(step, Ask) and step.role is self.role and step.key not in trial.skipped:
            self._marks.append(mark(step, trial.answers[step.key], known))

    def _view(self, trial: Trial, over: bool) -> View:
        ask = open_ask(trial, self.role)
        told = over or trial.feedback is Feedback.TURN
        exhibits = tuple(self._exhibits.values())
        return View(
            revision=len(trial.moves),
            role=self.role,
            case=self._case,
            briefing=self._briefing,
            scene=self._opened[-1] if self._opened else scene_shown(trial, 1, self.speech),
            done=sum(key in trial.answers or at < trial.at for at, key in self._turns),
            turns=len(self._turns),
            lines=tuple(self._transcript.lines),
            people=self._people,
            documents=tuple(self._documents.values()),
            exhibits=exhibits,
            laws=self._laws,
            turn=_turn(trial, ask, self.speech) if ask else None,
            waiting_for=() if ask else tuple(a.role for a in open_asks(trial)),
            focus=_focus(ask, self._last),
            marks=scorecard(self._marks) if told else None,
            debrief=debrief(trial, self.role, exhibits, self.speech) if over else None,
            skipped=tuple(s.id for s in trial.scenario.scenes if s.id in trial.skips),
            turns_left=turns_left(trial, self.role),
            minutes_left=minutes_left(trial),
            opened=tuple(self._opened),
        )


def case_card(case: model.Scenario, speech: Speech) -> Case:
    """The case file of `case`, for the library and the seat alike."""
    return Case(
        id=case.id,
        title=speech.text(own(case.title)),
        summary=speech.text(own(case.summary)),
        court=speech.text(_court(case)),
        level=case.level,
        minutes=case.minutes,
        proceeding=case.proceeding,
        learn=tuple(speech.text(own(line)) for line in case.learn),
        content_note=speech.text(own(case.content_note)) if case.content_note else "",
        is_trial=is_trial(case),
        facts=tuple(_fact(parameter, case, speech) for parameter in case.parameters.values()),
    )


def _court(case: model.Scenario) -> Words:
    if case.hearing is Hearing.CLOSED:
        return T("{court} (closed hearing)", court=own(case.court))
    return own(case.court)


def _fact(parameter: model.Parameter, case: model.Scenario, speech: Speech) -> Fact:
    values = tuple(FactValue(v, speech.text(own(label))) for v, label in parameter.values.items())
    holds = next((v for v in parameter.values if v in case.facts), "")
    return Fact(speech.text(own(parameter.says)), values, holds)


def _briefing(case: model.Scenario, role: Role, speech: Speech) -> Rich:
    briefing = getattr(case.briefings, role) if case.briefings else ""
    return speech.rich(own(briefing)) if briefing else ()


def scene_shown(trial: Trial, number: int, speech: Speech) -> SceneShown:
    """The scene of that number, from 1."""
    scenes = trial.scenario.scenes
    scene = scenes[number - 1]
    return SceneShown(
        scene.id, speech.text(own(scene.title)), scene.chain, scene.place, number, len(scenes)
    )


def _people(trial: Trial, speech: Speech) -> Iterator[Person]:
    for person in trial.scenario.people.values():
        yield Person(
            person.id,
            speech.text(own(person.name)),
            speech.text(part_name(person.part, trial.scenario.proceeding)),
            person.portrait,
            speech.text(own(person.about)) if person.about else "",
            stands(person.part, trial.scenario.proceeding),
        )


def _document(trial: Trial, role: Role, document: model.Document, speech: Speech) -> Document:
    return Document(
        document.id,
        document.kind,
        speech.text(own(document.title)),
        tuple(_passages(trial, role, document, speech)),
    )


def _passages(
    trial: Trial, role: Role, document: model.Document, speech: Speech
) -> Iterator[Passage]:
    picks = {(p.message, p.words.piece): p.pick for p in phrases(document)}
    for number, message in enumerate(document.messages):
        note = message.note if role is Role.PROSECUTION else None
        here = {label: pick for (at, label), pick in picks.items() if at == number}
        yield Passage(
            id=message.id or f"{number}",
            says=speech.rich(own(message.says), here),
            by=message.by or "",
            name=speech.text(name_of(trial.scenario, message.by)) if message.by else "",
            at=message.at,
            channel=speech.text(dict(CHANNELS)[message.channel]) if message.channel else "",
            via=message.channel or "",
            mine=message.by is not None and message.by == document.owner,
            note=speech.text(own(note)) if note else "",
        )


def _exhibit(trial: Trial, shown: Show, speech: Speech) -> Exhibit:
    exhibit = trial.scenario.exhibits[shown.exhibit or ""]
    return Exhibit(
        id=exhibit.id,
        number=number_of(trial.scenario, exhibit.id),
        title=speech.text(own(exhibit.title)),
        kind=speech.text(EVIDENCE[exhibit.kind]),
        shows=speech.rich(own(exhibit.shows)),
        offered_by=speech.text(within(trial.scenario, exhibit.offered_by)),
        standing=shown.standing or "offered",
        document=exhibit.document or "",
    )


def _laws(trial: Trial, speech: Speech) -> Iterator[Law]:
    book = speech.laws
    for card in trial.program.cited:
        if book is None or card not in book.cards:
            continue
        law = book.cards[card]
        yield Law(
            id=card,
            cited=speech.cited(card),
            title=speech.text(own(law.title)),
            says=speech.text(own(law.says)),
            in_force=law.in_force,
            checked=law.checked,
        )


def _turn(trial: Trial, ask: Ask, speech: Speech) -> Turn:
    marking = ask.marking
    return Turn(
        key=ask.key,
        kind=ask.kind,
        criterion=ask.criterion,
        prompt=speech.rich(ask.prompt),
        options=_options(trial, ask.choices, speech),
        least=ask.least,
        most=ask.most,
        right=_options(trial, ask.right, speech),
        relations=_options(trial, ask.relations, speech),
        each=marking.each if isinstance(marking, Links) else (0, 1),
        range=Range(ask.range.least, ask.range.most, ask.range.step, speech.text(ask.range.unit))
        if ask.range
        else None,
        document=ask.document or "",
        exhibit=ask.exhibit or "",
        seconds=ask.seconds,
        hints=tuple(speech.text(hint) for hint in ask.hints),
        staging=ask.staging or "",
        law=ask.law,
        asked=tuple(_asked(trial, ask)),
    )


def _asked(trial: Trial, ask: Ask) -> Iterator[Asked]:
    """The numbers that others have named in this trial; a turn that was skipped named none."""
    for role, key in ask.asked:
        if picks := trial.answers.get(key):
            yield Asked(role, int(picks[0]))


def _options(trial: Trial, choices: tuple[Choice, ...], speech: Speech) -> tuple[Option, ...]:
    return tuple(
        Option(c.pick, speech.rich(c.label), speech.text(c.note), c.plain, _tally(c, speech))
        for c in available(choices, trial.answers)
    )


def _tally(choice: Choice, speech: Speech) -> Tally | None:
    if choice.tally is None:
        return None
    each = tuple(Count(speech.text(name), n) for name, n in choice.tally.each)
    return Tally(speech.text(choice.tally.of), each)


def _focus(ask: Ask | None, last: Show | None) -> str:
    if ask and (ask.document or ask.exhibit):
        return ask.document or ask.exhibit or ""
    return (last.document or last.exhibit or "") if last else ""
