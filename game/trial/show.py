"""What one seat may see of a trial, built from what is due and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import model
from game.scenario.channels import CHANNELS
from game.scenario.court import is_trial, name_of, number_of, within
from game.scenario.marked import phrases
from game.scenario.names import Hearing
from game.scenario.steps import Ask, Choice, Links, Open, Role, Show
from game.scenario.words import T, Words, own
from game.trial.debrief import debrief, scorecard
from game.trial.feedback import Feedback
from game.trial.record import Trial, available, is_over, open_ask, open_asks, taken
from game.trial.speech import Speech
from game.trial.terms import EVIDENCE, part_name, stands
from game.trial.transcript import transcript
from game.trial.view import (
    Case,
    Document,
    Exhibit,
    Fact,
    FactValue,
    Law,
    Option,
    Passage,
    Person,
    Range,
    SceneShown,
    Turn,
    View,
)


def view_for(trial: Trial, role: Role, speech: Speech) -> View:
    """All that the seat of `role` may see of `trial`, in the language of `speech`."""
    ask = open_ask(trial, role)
    over = is_over(trial)
    turns = [(at, s) for at, s in enumerate(trial.steps) if isinstance(s, Ask) and s.role is role]
    shown = _shown(trial)
    case = trial.scenario
    briefing = getattr(case.briefings, role) if case.briefings else ""
    waiting = tuple(a.role for a in open_asks(trial)) if ask is None else ()
    return View(
        revision=len(trial.moves),
        role=role,
        case=case_card(case, speech),
        briefing=speech.rich(own(briefing)) if briefing else (),
        scene=_scene(trial, speech),
        done=sum(turn.key in trial.answers or at < trial.at for at, turn in turns),
        turns=len(turns),
        lines=tuple(transcript(trial, role, speech)),
        people=tuple(_people(trial, speech)),
        documents=tuple(_documents(trial, role, shown, speech)),
        exhibits=tuple(_exhibits(trial, shown, speech)),
        laws=tuple(_laws(trial, speech)),
        turn=_turn(trial, ask, speech) if ask else None,
        waiting_for=waiting,
        focus=_focus(ask, shown),
        marks=scorecard(trial, role) if over or trial.feedback is Feedback.TURN else None,
        debrief=debrief(trial, role, speech) if over else None,
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


def _shown(trial: Trial) -> list[Show]:
    return [step for step, _ in taken(trial) if isinstance(step, Show)]


def _scene(trial: Trial, speech: Speech) -> SceneShown:
    opened = [step.scene for step in trial.steps[: trial.at] if isinstance(step, Open)]
    scenes = trial.scenario.scenes
    number = max(1, len(opened))
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


def _documents(trial: Trial, role: Role, shown: list[Show], speech: Speech) -> Iterator[Document]:
    for name in dict.fromkeys(step.document for step in shown if step.document):
        document = trial.scenario.documents[name]
        yield Document(
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
            mine=message.by is not None and message.by == document.owner,
            note=speech.text(own(note)) if note else "",
        )


def _exhibits(trial: Trial, shown: list[Show], speech: Speech) -> Iterator[Exhibit]:
    standing = {step.exhibit: step.standing or "offered" for step in shown if step.exhibit}
    for name, standing_now in standing.items():
        exhibit = trial.scenario.exhibits[name]
        yield Exhibit(
            id=exhibit.id,
            number=number_of(trial.scenario, exhibit.id),
            title=speech.text(own(exhibit.title)),
            kind=speech.text(EVIDENCE[exhibit.kind]),
            shows=speech.rich(own(exhibit.shows)),
            offered_by=speech.text(within(trial.scenario, exhibit.offered_by)),
            standing=standing_now,
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
    )


def _options(trial: Trial, choices: tuple[Choice, ...], speech: Speech) -> tuple[Option, ...]:
    return tuple(
        Option(c.pick, speech.rich(c.label), speech.text(c.note), c.plain)
        for c in available(choices, trial.answers)
    )


def _focus(ask: Ask | None, shown: list[Show]) -> str:
    if ask and (ask.document or ask.exhibit):
        return ask.document or ask.exhibit or ""
    last = shown[-1] if shown else None
    return (last.document or last.exhibit or "") if last else ""
