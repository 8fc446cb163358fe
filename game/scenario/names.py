"""The names that a field of a scenario may take, each set in one place."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Proceeding(StrEnum):
    CRIMINAL = "criminal"
    CRIMINAL_JUVENILE = "criminal_juvenile"
    CIVIL = "civil"
    PUBLIC_INTEREST = "public_interest"


class Level(StrEnum):
    PRIMARY = "primary"
    JUNIOR = "junior"
    SENIOR = "senior"


class Part(StrEnum):
    """What a person is in the case."""

    PRESIDING_JUDGE = "presiding_judge"
    JUDGE = "judge"
    ASSESSOR = "assessor"
    CLERK = "clerk"
    PROSECUTOR = "prosecutor"
    DEFENDER = "defender"
    DEFENDANT = "defendant"
    PLAINTIFF = "plaintiff"
    PLAINTIFF_COUNSEL = "plaintiff_counsel"
    DEFENDANT_COUNSEL = "defendant_counsel"
    GUARDIAN_DEFENDANT = "guardian_defendant"
    THIRD_PARTY = "third_party"
    VICTIM = "victim"
    GUARDIAN = "guardian"
    APPROPRIATE_ADULT = "appropriate_adult"
    WITNESS = "witness"
    OFFICER = "officer"
    TEACHER = "teacher"
    FRIEND = "friend"
    ACCOUNT = "account"


class Flaw(StrEnum):
    """The three qualities that evidence is challenged on (质证三性), and none of them lacking."""

    NONE = "none"
    AUTHENTICITY = "authenticity"
    LEGALITY = "legality"
    RELEVANCE = "relevance"


class EvidenceKind(StrEnum):
    """The kinds of evidence in Criminal Procedure Law art. 50, its eighth kind in two."""

    PHYSICAL = "physical"
    DOCUMENTARY = "documentary"
    WITNESS_TESTIMONY = "witness_testimony"
    VICTIM_STATEMENT = "victim_statement"
    DEFENDANT_STATEMENT = "defendant_statement"
    EXPERT_OPINION = "expert_opinion"
    RECORD = "record"
    AUDIOVISUAL = "audiovisual"
    ELECTRONIC_DATA = "electronic_data"


class DocumentKind(StrEnum):
    CHAT = "chat"
    CALL = "call"
    PAGE = "page"
    POST = "post"
    LETTER = "letter"
    RECORD = "record"
    STATEMENT = "statement"


class Chain(StrEnum):
    """The three links of protection: prevention before, intervention during, traceability after."""

    PREVENTION = "prevention"
    INTERVENTION = "intervention"
    TRACEABILITY = "traceability"


class Stage(IntEnum):
    """The parts of a trial, in their order (Criminal Procedure Law arts. 191 to 200; Civil
    Procedure Law arts. 141 to 151)."""

    INVESTIGATION = 1
    DEBATE = 2
    FINDINGS = 3
    DECISION = 4


class Hearing(StrEnum):
    """Whether the public may watch."""

    OPEN = "open"
    CLOSED = "closed"


class Proved(StrEnum):
    YES = "yes"
    NO = "no"


class Origin(StrEnum):
    ADAPTED = "adapted"
    INVENTED = "invented"
