"""Each kind of proceedings: who speaks for the three roles, what they are called, what they do.

A file says `prosecution` and `defence` whatever is tried; on screen a civil case has a plaintiff
and a defendant, and in public-interest litigation the procuratorate is the plaintiff (Criminal
Procedure Law arts. 33 and 198; Civil Procedure Law arts. 58, 61 and 144).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from game.scenario.names import Part, Proceeding
from game.scenario.steps import Role
from game.scenario.words import T, Words


class Side(Struct, frozen=True):
    """A role as one kind of proceedings knows it.

    `speaks` are the parts that may speak for it, the likeliest first; `name` is how a player's
    seat is called, `subject` begins a sentence, `within` stands inside one, `task` says what
    somebody in this seat does.
    """

    speaks: tuple[Part, ...]
    name: Words
    subject: Words
    within: Words
    task: Words


BENCH = Side(
    (Part.PRESIDING_JUDGE,),
    T("Judge"),
    T("The court"),
    T("the court"),
    T("You lead the trial, rule on objections and evidence, and decide."),
)
CRIMINAL: Mapping[Role, Side] = {
    Role.JUDGE: BENCH,
    Role.PROSECUTION: Side(
        (Part.PROSECUTOR,),
        T("Prosecution"),
        T("The prosecution"),
        T("the prosecution"),
        T("You show the court what happened and prove it, fairly."),
    ),
    Role.DEFENCE: Side(
        (Part.DEFENDER,),
        T("Defence"),
        T("The defence"),
        T("the defence"),
        T("You protect the rights of the accused and test every proof."),
    ),
}
DEFENDING = Side(
    (Part.DEFENDANT_COUNSEL, Part.DEFENDANT),
    T("Defendant's side"),
    T("The defendant's side"),
    T("the defendant's side"),
    T("You speak for the side that is sued: test every proof, and admit what is true."),
)
CIVIL: Mapping[Role, Side] = {
    Role.JUDGE: BENCH,
    Role.PROSECUTION: Side(
        (Part.PLAINTIFF_COUNSEL, Part.PLAINTIFF),
        T("Plaintiff's side"),
        T("The plaintiff's side"),
        T("the plaintiff's side"),
        T("You speak for the one whose rights were hurt: say what is asked, and prove it."),
    ),
    Role.DEFENCE: DEFENDING,
}
PUBLIC_INTEREST: Mapping[Role, Side] = {
    Role.JUDGE: BENCH,
    Role.PROSECUTION: Side(
        (Part.PROSECUTOR,),
        T("Procuratorate"),
        T("The procuratorate"),
        T("the procuratorate"),
        T("You sue on behalf of all children: show the harm, and ask for what will end it."),
    ),
    Role.DEFENCE: DEFENDING,
}
SIDES: Mapping[Proceeding, Mapping[Role, Side]] = {
    Proceeding.CRIMINAL: CRIMINAL,
    Proceeding.CRIMINAL_JUVENILE: CRIMINAL,
    Proceeding.CIVIL: CIVIL,
    Proceeding.PUBLIC_INTEREST: PUBLIC_INTEREST,
}


def side(proceeding: str, role: str) -> Side:
    """`role` as `proceeding` knows it."""
    return SIDES[Proceeding(proceeding)][Role(role)]
