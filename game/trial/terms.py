"""The words that every face shares: the courts' own terms, and how answers and eyes are judged."""

from __future__ import annotations

from game.scenario.names import EvidenceKind, Part, Proceeding
from game.scenario.proceedings import side
from game.scenario.steps import Criterion
from game.scenario.words import TN, T, Words, grouped
from game.trial.view import Fact, Line, VigilanceShown

PARTS = {
    Part.PRESIDING_JUDGE: T("presiding judge"),
    Part.JUDGE: T("judge"),
    Part.ASSESSOR: T("people's assessor"),
    Part.CLERK: T("clerk"),
    Part.PROSECUTOR: T("prosecutor"),
    Part.DEFENDER: T("defender"),
    Part.DEFENDANT: T("defendant"),
    Part.PLAINTIFF: T("plaintiff"),
    Part.PLAINTIFF_COUNSEL: T("plaintiff's counsel"),
    Part.DEFENDANT_COUNSEL: T("defendant's counsel"),
    Part.GUARDIAN_DEFENDANT: T("guardian, co-defendant"),
    Part.THIRD_PARTY: T("third party"),
    Part.APPROPRIATE_ADULT: T("appropriate adult"),
    Part.VICTIM: T("victim"),
    Part.GUARDIAN: T("legal representative"),
    Part.WITNESS: T("witness"),
    Part.OFFICER: T("technical officer"),
    Part.TEACHER: T("teacher"),
    Part.FRIEND: T("friend"),
    Part.ACCOUNT: T("account"),
}
CIVIL_PARTS = {Part.DEFENDANT: T("civil defendant")}
PUBLIC_INTEREST_PARTS = {
    **CIVIL_PARTS,
    Part.PROSECUTOR: T("procurator for the public interest"),
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
    Part.PLAINTIFF: "prosecution",
    Part.PLAINTIFF_COUNSEL: "prosecution",
    Part.DEFENDER: "defence",
    Part.DEFENDANT_COUNSEL: "defence",
    Part.GUARDIAN_DEFENDANT: "defence",
    Part.APPROPRIATE_ADULT: "defence",
    Part.DEFENDANT: "dock",
    Part.WITNESS: "dock",
    Part.ACCOUNT: "phone",
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
STANDINGS = {"offered": T("offered"), "admitted": T("admitted"), "excluded": T("excluded")}
SOUND = {True: T("Right"), False: T("Not so"), None: T("In part")}
EYES = {"sharp": T("sharp eyes"), "good": T("good eyes"), "dim": T("eyes still half closed")}
LEANINGS = {"jumpy": T("jumpy"), "balanced": T("balanced"), "trusting": T("trusting")}
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


def amount(number: int, unit: Words | str) -> Words:
    """So many of what an answer counts."""
    return T("{n} {unit}", n=grouped(number), unit=unit)


def in_this_trial(fact: Fact) -> Words:
    """A fact that may be otherwise, as it is in this trial."""
    held = next((value.label for value in fact.values if value.id == fact.holds), "")
    return T("In this trial: {asked} {holds}", asked=fact.says, holds=held)


def part_name(part: Part, proceeding: Proceeding) -> Words:
    """What somebody with `part` is called in `proceeding`."""
    if proceeding is Proceeding.CIVIL:
        return CIVIL_PARTS.get(part, PARTS[part])
    if proceeding is Proceeding.PUBLIC_INTEREST:
        return PUBLIC_INTEREST_PARTS.get(part, PARTS[part])
    return PARTS[part]


def stands(part: Part, proceeding: Proceeding) -> str:
    """Where somebody with `part` sits: bench, prosecution, defence, dock, phone, or nothing.

    A civil court has no dock; a young defendant's guardian sits at the table of the defence
    (Interpretation of the Criminal Procedure Law art. 571).
    """
    if part is Part.DEFENDANT and proceeding in (Proceeding.CIVIL, Proceeding.PUBLIC_INTEREST):
        return "defence"
    if part is Part.GUARDIAN and proceeding is Proceeding.CRIMINAL_JUVENILE:
        return "defence"
    return STANDS.get(part, "")


def role_name(role: str, proceeding: str) -> Words:
    """What the seat of `role` is called in `proceeding`."""
    return side(proceeding, role).name


def verdict_on(line: Line) -> Words:
    """What a line of reasons says of the answer: right or not, or what would have been better."""
    return T("Better") if line.better else SOUND[line.sound]


def vigilance_told(seen: VigilanceShown) -> tuple[Words, Words]:
    """What somebody saw and wrongly suspected, and what eyes that makes."""
    found = T("{hits} of {traps} traps seen", hits=seen.hits, traps=seen.traps)
    alarms = TN("{n} false alarm", "{n} false alarms", seen.false_alarms)
    return (
        T("{one}, {other}", one=found, other=alarms),
        T("{one}, {other}", one=EYES[seen.eyes], other=LEANINGS[seen.word]),
    )
