"""The written judgment: what the bench has found and decided, as it was spoken in court.

Its parts follow those of a real one (Criminal Procedure Law arts. 200 and 202; Civil Procedure Law
art. 155): court and parties, the evidence, what was found, the decision, the bench.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.names import Part, Proceeding, Stage
from game.scenario.steps import Say
from game.scenario.words import T, own, put
from game.trial.record import Trial, taken
from game.trial.speech import Speech
from game.trial.terms import part_name
from game.trial.transcript import spoken_words
from game.trial.view import Exhibit, Judgment

TITLES = {
    Proceeding.CRIMINAL: T("Criminal judgment"),
    Proceeding.CRIMINAL_JUVENILE: T("Criminal judgment"),
    Proceeding.CIVIL: T("Civil judgment"),
    Proceeding.PUBLIC_INTEREST: T("Civil judgment in the public interest"),
}
PARTIES = (
    Part.PROSECUTOR,
    Part.PLAINTIFF,
    Part.PLAINTIFF_COUNSEL,
    Part.DEFENDANT,
    Part.GUARDIAN_DEFENDANT,
    Part.THIRD_PARTY,
    Part.APPROPRIATE_ADULT,
    Part.DEFENDER,
    Part.DEFENDANT_COUNSEL,
)
BENCH = (Part.PRESIDING_JUDGE, Part.JUDGE, Part.ASSESSOR, Part.CLERK)
STANDINGS = {"admitted": T("Admitted: {title}"), "excluded": T("Excluded: {title}")}
NO_FORCE = T("Written in a mock trial. It binds nobody.")


def judgment(trial: Trial, exhibits: tuple[Exhibit, ...], speech: Speech) -> Judgment | None:
    """The judgment of `trial`, which is over; None where the bench has decided nothing."""
    said: dict[Stage, list[str]] = {Stage.FINDINGS: [], Stage.DECISION: []}
    for step, known in taken(trial):
        if isinstance(step, Say) and step.stage in said:
            said[step.stage].append(speech.text(spoken_words(step, known)))
    if not said[Stage.DECISION]:
        return None
    case = trial.scenario
    return Judgment(
        title=speech.text(TITLES[case.proceeding]),
        court=speech.text(own(case.court)),
        case=speech.text(own(case.title)),
        parties=tuple(_people(trial, PARTIES, speech)),
        evidence=tuple(_evidence(exhibits, speech)),
        findings=tuple(said[Stage.FINDINGS]),
        decision=tuple(said[Stage.DECISION]),
        bench=tuple(_people(trial, BENCH, speech)),
        note=speech.text(NO_FORCE),
    )


def _people(trial: Trial, parts: tuple[Part, ...], speech: Speech) -> Iterator[str]:
    case = trial.scenario
    for part in parts:
        for person in case.people.values():
            if person.part is part:
                name = speech.text(own(person.name))
                called = speech.text(part_name(part, case.proceeding))
                said = called.lower() in name.lower()
                yield name if said else speech.text(T("{name}, {part}", name=name, part=called))


def _evidence(exhibits: tuple[Exhibit, ...], speech: Speech) -> Iterator[str]:
    for exhibit in exhibits:
        if said := STANDINGS.get(exhibit.standing):
            title = T("Exhibit {n}, {title}", n=exhibit.number, title=exhibit.title)
            yield speech.text(put(said, title=title))
