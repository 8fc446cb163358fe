"""The window's words for what the rules name: roles, criteria, links of the chain, standings."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.names import Proceeding
from game.scenario.steps import Criterion, Role
from game.scenario.words import T, Words

ROLE_PEOPLE: Mapping[str, str] = {
    Role.JUDGE: "judge_woman",
    Role.PROSECUTION: "prosecutor_man",
    Role.DEFENCE: "lawyer_woman",
}
CRITERIA: Mapping[str, Words] = {
    Criterion.TRAPS: T("Seeing traps"),
    Criterion.EVIDENCE: T("Weighing evidence"),
    Criterion.PROCEDURE: T("Court procedure"),
    Criterion.LAW: T("Knowing the law"),
    Criterion.REASONING: T("Reasoning"),
    Criterion.HELP: T("Getting help"),
}
CHAIN: Mapping[str, Words] = {
    "prevention": T("Prevention: before it happens"),
    "intervention": T("Intervention: while it happens"),
    "traceability": T("Traceability: finding out afterwards"),
}
STANDINGS: Mapping[str, Words] = {
    "offered": T("Offered"),
    "admitted": T("Admitted"),
    "excluded": T("Excluded"),
}
LEVELS: Mapping[str, Words] = {
    "primary": T("Primary school"),
    "junior": T("Junior secondary school"),
    "senior": T("Senior secondary school"),
}
COURTS: Mapping[str, Words] = {
    Proceeding.CRIMINAL: T("Criminal trial"),
    Proceeding.CRIMINAL_JUVENILE: T("Juvenile trial"),
    Proceeding.CIVIL: T("Civil trial"),
    Proceeding.PUBLIC_INTEREST: T("Public-interest suit"),
}
FEEDBACK: Mapping[str, Words] = {
    "turn": T("After each answer"),
    "scene": T("After each scene"),
    "end": T("Only at the end"),
}


def points(criterion: str, earned: float, possible: float) -> Words:
    """What a criterion earned of what was possible."""
    return T(
        "{criterion}: {earned} of {possible}",
        criterion=CRITERIA[criterion],
        earned=marks(earned),
        possible=marks(possible),
    )


def marks(number: float, digits: int = 1) -> str:
    """Marks without needless zeros, and with a real minus."""
    return f"{number:.{digits}f}".rstrip("0").rstrip(".").replace("-", "−")


def named(names: Mapping[str, Words], word: str) -> Words | str:
    """The window's words for `word`; words that it does not know stay as they are."""
    return names.get(word, word)
