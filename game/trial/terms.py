"""The courts' own terms for parts, evidence, sides and proceedings, in one place for every face."""

from __future__ import annotations

from game.scenario.names import EvidenceKind, Part, Proceeding
from game.scenario.steps import Criterion, Role
from game.scenario.words import T, Words
from game.trial.view import Fact

PARTS = {
    Part.PRESIDING_JUDGE: T("presiding judge"),
    Part.JUDGE: T("judge"),
    Part.ASSESSOR: T("people's assessor"),
    Part.CLERK: T("clerk"),
    Part.PROSECUTOR: T("prosecutor"),
    Part.DEFENDER: T("defender"),
    Part.DEFENDANT: T("defendant"),
    Part.VICTIM: T("victim"),
    Part.GUARDIAN: T("legal representative"),
    Part.WITNESS: T("witness"),
    Part.OFFICER: T("technical officer"),
    Part.TEACHER: T("teacher"),
    Part.FRIEND: T("friend"),
    Part.ACCOUNT: T("account"),
}
# Where they sit: the bench above all, the prosecution at its right hand, the defence at its left.
STANDS = {
    Part.PRESIDING_JUDGE: "bench",
    Part.JUDGE: "bench",
    Part.ASSESSOR: "bench",
    Part.CLERK: "bench",
    Part.PROSECUTOR: "prosecution",
    Part.OFFICER: "prosecution",
    Part.VICTIM: "prosecution",
    Part.DEFENDER: "defence",
    Part.DEFENDANT: "dock",
    Part.WITNESS: "dock",
}
EVIDENCE = {
    EvidenceKind.PHYSICAL: T("physical evidence"),
    EvidenceKind.DOCUMENTARY: T("documentary evidence"),
    EvidenceKind.WITNESS_TESTIMONY: T("witness testimony"),
    EvidenceKind.VICTIM_STATEMENT: T("victim's statement"),
    EvidenceKind.DEFENDANT_STATEMENT: T("defendant's statement"),
    EvidenceKind.EXPERT_OPINION: T("expert opinion"),
    EvidenceKind.RECORD: T("record of inspection"),
    EvidenceKind.AUDIOVISUAL: T("audio-visual material"),
    EvidenceKind.ELECTRONIC_DATA: T("electronic data"),
}
ROLES = {
    Role.JUDGE: T("Judge"),
    Role.PROSECUTION: T("Prosecution"),
    Role.DEFENCE: T("Defence"),
}
CRITERIA = {
    Criterion.TRAPS: T("Traps"),
    Criterion.EVIDENCE: T("Evidence"),
    Criterion.PROCEDURE: T("Procedure"),
    Criterion.LAW: T("Law"),
    Criterion.REASONING: T("Reasoning"),
    Criterion.HELP: T("Getting help"),
}
PROCEEDINGS = {
    Proceeding.CRIMINAL: T("Criminal trial"),
    Proceeding.CRIMINAL_JUVENILE: T("Criminal trial, juvenile court"),
    Proceeding.CIVIL: T("Civil trial"),
    Proceeding.PUBLIC_INTEREST: T("Public-interest litigation"),
}


def in_this_trial(fact: Fact) -> Words:
    """A fact that may be otherwise, as it is in this trial."""
    held = next((value.label for value in fact.values if value.id == fact.holds), "")
    return T("In this trial: {asked} {holds}", asked=fact.says, holds=held)
