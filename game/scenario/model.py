"""A scenario as a teacher states it: people, evidence, documents with traps, scenes of beats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, OneOf, Passage, Ref, Text, Within, written
from game.scenario.channels import CHANNELS
from game.scenario.diagnostics import Diagnostic
from game.scenario.names import (
    Chain,
    DocumentKind,
    EvidenceKind,
    Flaw,
    Hearing,
    Level,
    Origin,
    Part,
    Proceeding,
    Proved,
    Stage,
)
from game.scenario.steps import Role, Step
from game.scenario.tricks import TRICKS
from game.scenario.words import T

FORMAT = 1
LANGUAGES = (("en", T("English")), ("zh_CN", T("Chinese")))


class Source(Authored):
    """What the case is taken from."""

    kind: Origin = written(T("adapted from a real case, or invented"))
    note: Text = written(T("what is taken from life and what is changed, in a sentence or two"))
    sources: tuple[str, ...] = written(T("where to read about the real case"), default=())


class Review(Authored):
    """Who has looked at the law in this case, and when."""

    law_checked: str = written(T("the day on which the law was last checked, like 2026-11-23"))
    by: Text = written(T("who checked it"))
    status: Text = written(T("what the check covered, and what is still open"))


class Person(Authored):
    """Somebody in the case, or an account that somebody writes from."""

    SKETCHES = (("age", "portrait", "about"),)

    id: str = ""
    name: Text = written(T("the name that players see"))
    part: Part = written(T("what this person is in the case"))
    age: Annotated[int, Within(0, 120)] | None = written(
        T("age in full years"), sample="14", default=None
    )
    portrait: str = written(
        T("which picture of assets/art/people to show"), sample="woman_a", default=""
    )
    about: Text | None = written(T("one sentence about the person"), default=None)


class Issue(Authored):
    """One thing that has to be proved."""

    SKETCHES = (("carried_by",),)

    id: str = ""
    says: Text = written(T("what has to be proved, as a short statement"))
    law: Annotated[str, Ref("law")] | None = written(T("the law card it comes from"), default=None)
    proved: Proved = written(T("yes if the sound evidence proves it, no if a doubt remains"))
    carried_by: tuple[Annotated[str, Ref("exhibit")], ...] = written(
        T("the exhibits that prove it; none for an issue that is not proved"), default=()
    )
    because: Text = written(T("why it is proved or not, in a child's words"))


class Exhibit(Authored):
    """One piece of evidence: what it shows, what it proves, and what is wrong with it."""

    SKETCHES = (("proves", "flaw", "document"),)

    id: str = ""
    title: Text = written(T("what the piece of evidence is called"))
    kind: EvidenceKind = written(T("its kind in the law of procedure"))
    offered_by: Role = written(T("prosecution or defence"), sample="prosecution")
    shows: Text = written(T("what the court sees when it looks at it, flaw included"))
    proves: tuple[Annotated[str, Ref("issue")], ...] = written(
        T("the issues that it bears on"), default=()
    )
    flaw: Flaw = written(T("what is wrong with it, if anything"), default=Flaw.NONE)
    because: Text = written(T("why it is flawed, or why it may be relied on"))
    document: Annotated[str, Ref("document")] | None = written(
        T("the document to open with it"), default=None
    )


class Message(Authored):
    """One message, sentence or entry of a document."""

    SKETCHES = (("by", "at"), ("by", "at"))

    id: str = written(T("a short id, needed only where something points at this entry"), default="")
    by: Annotated[str, Ref("person")] | None = written(T("who wrote or said it"), default=None)
    at: str = written(T("when, as the document shows it"), sample='"20:15"', default="")
    channel: Annotated[str, OneOf(CHANNELS)] | None = written(
        T("how it came, where messages of several kinds lie side by side"), default=None
    )
    says: Passage = written(
        T("the text; [words](trap:id) and [words](honest:id) mark phrases"),
        sample=T("[only today](trap:trap)"),
    )
    note: Text | None = written(
        T("what the technical officer found: an edit, a deletion, a time; prosecution sees it"),
        default=None,
    )


class Document(Authored):
    """Something to read: a chat, a call, a page, a record, a statement."""

    id: str = ""
    kind: DocumentKind = written(T("how it looks on screen"))
    title: Text = written(T("its heading"))
    owner: Annotated[str, Ref("person")] | None = written(
        T("whose phone or page it is; that person's messages stand on the right"), default=None
    )
    messages: tuple[Message, ...] = written(T("its messages, sentences or entries, in order"))


class Trap(Authored):
    """A trick being taught: the sign that gives it away, and what to do instead."""

    id: str = ""
    kind: Annotated[str, OneOf(TRICKS)] = written(T("which trick of the shared list it is"))
    tell: Text = written(T("the sign that gives it away"))
    lesson: Text = written(T("what to do instead"))


class LookAlike(Authored):
    """An honest thing that resembles a trap."""

    SHORTHAND: ClassVar[str] = "because"
    id: str = ""
    because: Text = written(T("why it is honest after all"))


class Briefings(Authored):
    """What each role is told before the case."""

    judge: Text = written(T("what the judge is told"))
    prosecution: Text = written(T("what the prosecution is told"))
    defence: Text = written(T("what the defence is told"))


class HelpLine(Authored):
    """A number to call, and what for."""

    id: str = ""
    says: Text = written(T("what to call it for"))

    SHORTHAND: ClassVar[str] = "says"


class When(Authored):
    """A condition on what happened before. Several fields together must all hold."""

    chose: Annotated[str, Ref("choice")] | None = written(
        T("a choice that the room took in a decide beat"), default=None
    )
    admitted: Annotated[str, Ref("exhibit")] | None = written(
        T("an exhibit that the court admitted"), default=None
    )
    excluded: Annotated[str, Ref("exhibit")] | None = written(
        T("an exhibit that the court excluded"), default=None
    )
    all: tuple[When, ...] = written(T("conditions that must all hold"), default=())
    any: tuple[When, ...] = written(T("conditions of which one must hold"), default=())
    not_: When | None = written(T("a condition that must not hold"), default=None)


class Beat(Authored):
    """What every kind of beat has in common."""

    KIND: ClassVar[str] = ""
    STAGE: ClassVar[Stage | None] = None  # the part of the proceedings that it belongs to
    # For a code that `check` yields, the fields without which a finding of it may be untrue.
    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    when: When | None = written(T("play this beat only if the condition holds"), default=None)
    hints: tuple[Text, ...] = written(
        T("what players may ask for one by one: first where to look, then how to think"), default=()
    )

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        """The lines and turns of this beat in `case`; every ask's key starts with `key`."""
        raise NotImplementedError

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """What is wrong with this beat, at `key` in `case`, that its form does not already show."""
        yield from ()

    def exhibits(self) -> tuple[str, ...]:
        """The exhibits that this beat puts before the court."""
        return ()

    def reads(self) -> tuple[str, ...]:
        """The documents that this beat opens."""
        return ()

    def ways(self) -> tuple[str, ...]:
        """The choices of this beat that a later `when: {chose: ...}` may ask about."""
        return ()


class Scene(Authored):
    """A stage of the case."""

    id: str = written(T("a short id, for cuts"))
    title: Text = written(T("its heading"))
    chain: Chain = written(T("the link of protection that it is about"))
    place: str = written(T("which picture of assets/art/scenes to show"), default="courtroom")
    minutes: Annotated[int, Within(0, 240)] = written(
        T("how long a class takes over it"), default=5
    )
    beats: tuple[Beat, ...] = written(T("its steps, in order"))


class Parameter(Authored):
    """A fact that may be otherwise, and with which answers change: an age, an amount."""

    id: str = ""
    says: Text = written(T("the question that the fact answers"))
    values: Mapping[str, Text] = written(T("what it may be; the first is the usual one"))


class Scenario(Authored):
    """One case, whole; where it has parameters, one variant of it, in which `facts` hold."""

    facts: tuple[str, ...] = ()

    format: int = written(T("the version of this format; write 1"))
    id: str = written(T("the same as the file's name: small letters, digits and _"))
    language: Annotated[str, OneOf(LANGUAGES)] = written(
        T("the language of this file: en or zh_CN")
    )
    title: Text = written(T("the name of the case"))
    summary: Text = written(T("two sentences that make one want to play it"))
    level: Level = written(T("the school that it is for"))
    minutes: Annotated[int, Within(1, 240)] = written(
        T("how long a class takes over the whole case")
    )
    cuts: Mapping[int, tuple[Annotated[str, Ref("scene")], ...]] = written(
        T("for a number of minutes, the scenes to play"), factory=dict
    )
    proceeding: Proceeding = written(T("the kind of proceedings"))
    hearing: Hearing = written(T("open, or closed to the public"), default=Hearing.OPEN)
    court: Text = written(T("the name of the court; invent it"))
    based_on: Source = written(T("what the case is taken from"))
    review: Review = written(T("who checked the law, and when"))
    learn: tuple[Text, ...] = written(T("what a player learns, a line each"), default=())
    content_note: Text | None = written(T("what may upset somebody, said beforehand"), default=None)
    parameters: Mapping[str, Parameter] = written(
        T("facts that may be otherwise, with what each may be"), factory=dict
    )
    people: Mapping[str, Person] = written(T("everybody in the case"))
    issues: Mapping[str, Issue] = written(T("what has to be proved"), factory=dict)
    exhibits: Mapping[str, Exhibit] = written(T("the evidence"), factory=dict)
    documents: Mapping[str, Document] = written(T("chats, calls, pages, records"), factory=dict)
    traps: Mapping[str, Trap] = written(T("the tricks that documents contain"), factory=dict)
    honest: Mapping[str, LookAlike] = written(
        T("honest phrases that look like traps"), factory=dict
    )
    briefings: Briefings | None = written(T("what each role is told first"), default=None)
    scenes: tuple[Scene, ...] = written(T("the stages of the case, in order"))
    outcome: Text | None = written(T("what the real or adapted court decided"), default=None)
    help: Mapping[str, HelpLine] = written(T("numbers to call, and what for"), factory=dict)


class Act(Authored):
    """A law or interpretation, by its official titles."""

    id: str = ""
    en: str = written(T("its title in English"))
    zh_CN: str = written(T("its official title in Chinese"))


class LawCard(Authored):
    """One article, as a child may read it. Its id is `act/article`, such as `criminal_law/266`."""

    id: str = ""
    title: Text = written(T("what the article is about"))
    says: Text = written(T("what it says, in a child's words"))
    in_force: str = written(T("the day since which this wording is in force"))
    checked: str = written(T("the day on which it was last checked"))


class LawBook(Authored):
    """The law cards that all scenarios share."""

    format: int = written(T("the version of this format; write 1"))
    language: Annotated[str, OneOf(LANGUAGES)] = written(T("the language of this file"))
    acts: Mapping[str, Act] = written(T("the laws, by their official titles"))
    cards: Mapping[str, LawCard] = written(T("the articles"))
