"""All that one seat may see, and what it may hand back: the only words between rules and faces.

Secrets are hidden by construction: no class here has a place for a trap, a worth or a reason that
is not yet due. A reason that is due is a line.
"""

from __future__ import annotations

from msgspec import Struct

from game.scenario.steps import Criterion, Role, TurnKind


class Shown(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whatever is shown is frozen, holds plain values only, and forbids strangers."""


class Run(Shown, frozen=True):
    """A stretch of text. With a `pick` it can be marked; with a `law` it opens that law card."""

    text: str
    pick: str = ""
    law: str = ""


Rich = tuple[Run, ...]


class Line(Shown, frozen=True):
    """Something said, told, ruled or explained. Lines only grow; a face animates the new ones.

    `manner` is said, told, ruled, stage, reason or scene, which is the heading of a new scene. A
    reason explains an answer that this seat gave: `sound` says whether it was right (None: in
    part), `quote` what it is about, `turn` which turn it answers. With `better` it is not about
    an answer, but about what would have been better.
    """

    manner: str
    says: Rich
    by: str = ""  # a person's id
    name: str = ""
    part: str = ""
    mood: str = "neutral"
    cue: str = ""  # gavel, phone, page, murmur, chime, objection, or nothing
    turn: str = ""
    quote: str = ""
    sound: bool | None = None
    better: bool = False
    scene: str = ""
    place: str = ""  # of a scene line: the picture to show from here on


class Passage(Shown, frozen=True):
    """One message, sentence or entry of a document. `mine` marks the owner's own side."""

    id: str
    says: Rich
    by: str = ""
    name: str = ""
    at: str = ""
    mine: bool = False
    note: str = ""  # what the technical officer found; only the prosecution has it
    channel: str = ""  # how it came, in words
    via: str = ""  # the same as an id: group_chat, game_mail, qr_poster and their like


class Document(Shown, frozen=True):
    id: str
    kind: str  # chat, call, page, post, letter, record, statement
    title: str
    passages: tuple[Passage, ...]


class Exhibit(Shown, frozen=True):
    """One piece of evidence on the record. `standing` is offered, admitted or excluded."""

    id: str
    number: int
    title: str
    kind: str
    shows: Rich
    offered_by: str
    standing: str = "offered"
    document: str = ""


class Person(Shown, frozen=True):
    """Somebody in the case. `stands` is as `terms.stands` says."""

    id: str
    name: str
    part: str
    portrait: str = ""
    about: str = ""
    stands: str = ""


class Law(Shown, frozen=True):
    """A law card: how it is cited, what it says to a child, and how fresh it is."""

    id: str
    cited: str
    title: str
    says: str
    in_force: str
    checked: str


class Count(Shown, frozen=True):
    name: str
    n: int


class Tally(Shown, frozen=True):
    """How often what it is `of` was counted in each of several places."""

    of: str
    each: tuple[Count, ...]


class Asked(Shown, frozen=True):
    """A number that another side has named in court."""

    role: Role
    n: int


class Option(Shown, frozen=True):
    """Something that may be picked. `note` is a second, smaller line; a `tally` says it in numbers.

    A `plain` partner in a pairing is linked by the first relation, without asking for one.
    """

    pick: str
    label: Rich
    note: str = ""
    plain: bool = False
    tally: Tally | None = None


class Range(Shown, frozen=True):
    least: int
    most: int
    step: int
    unit: str


class Turn(Shown, frozen=True):
    """What this seat is asked.

    choose: between `least` and `most` picks from `options`.
    mark: any number of picks among the runs of the document called `document`, which `options`
        repeats.
    pair: picks are `left~right~relation` from `options`, `right` and `relations`; each left takes
        `each[0]` to `each[1]` partners.
    order: all `options`, arranged.
    amount: one pick, a whole number within `range`.
    speak: a speech of so many `seconds`; then picks are `option~level`, one for each of `options`
        with a level from `right`.

    `hints` are for whoever asks for them, one after the other; they cost nothing. `staging` says
    what is pictured: scales, trays, hundred, letter, order, or nothing. `law` is the card to decide
    by, and `asked` is what other sides have named before.
    """

    key: str
    kind: TurnKind
    criterion: Criterion
    prompt: Rich
    options: tuple[Option, ...] = ()
    least: int = 1
    most: int = 1
    right: tuple[Option, ...] = ()
    relations: tuple[Option, ...] = ()
    each: tuple[int, int] = (0, 1)
    range: Range | None = None
    document: str = ""
    exhibit: str = ""
    seconds: int = 0
    hints: tuple[str, ...] = ()
    staging: str = ""
    law: str = ""
    asked: tuple[Asked, ...] = ()


class SceneShown(Shown, frozen=True):
    """Where we are: the scene, its number among those played, and the picture to show."""

    id: str
    title: str
    chain: str
    place: str
    number: int
    of: int


class CriterionMark(Shown, frozen=True):
    criterion: Criterion
    earned: float
    possible: float


class Scorecard(Shown, frozen=True):
    """Marks of one role: each criterion, and the total of 100."""

    total: int
    criteria: tuple[CriterionMark, ...]


class VigilanceShown(Shown, frozen=True):
    """Telling traps from look-alikes, in both directions.

    `sharpness` is d′ and `leaning` is the criterion c, both with the log-linear correction; `word`
    is jumpy, balanced or trusting, and `eyes` is sharp, good or dim.
    """

    hits: int
    traps: int
    false_alarms: int
    look_alikes: int
    sharpness: float
    leaning: float
    word: str
    eyes: str


class TrapMet(Shown, frozen=True):
    """A trap of the case once it may be told: what it was, its tell, its lesson, and who saw it."""

    quote: str
    trick: str
    tell: str
    lesson: str
    caught: bool


class LookAlikeMet(Shown, frozen=True):
    quote: str
    because: str
    spared: bool


class Reason(Shown, frozen=True):
    """An answer that this seat gave, and the reason that goes with it, as in a line."""

    asked: str
    quote: str
    says: str
    sound: bool | None
    better: bool = False


class Help(Shown, frozen=True):
    number: str
    says: str


class Judgment(Shown, frozen=True):
    """The written judgment of the bench, part by part; `note` says that it is a game's."""

    title: str
    court: str
    case: str
    parties: tuple[str, ...]
    evidence: tuple[str, ...]
    findings: tuple[str, ...]
    decision: tuple[str, ...]
    bench: tuple[str, ...]
    note: str

    @property
    def rows(self) -> tuple[str, ...]:
        """All that stands below title and court, line by line."""
        parts = (self.parties, self.evidence, self.findings, self.decision, self.bench)
        return (*(line for part in parts for line in part), self.note)


class Debrief(Shown, frozen=True):
    """What the trial taught, once it is over."""

    marks: Scorecard
    vigilance: VigilanceShown | None
    traps: tuple[TrapMet, ...]
    look_alikes: tuple[LookAlikeMet, ...]
    reasons: tuple[Reason, ...]
    outcome: str
    based_on: str
    review: str
    help: tuple[Help, ...]
    judgment: Judgment | None = None  # an exercise has none


class FactValue(Shown, frozen=True):
    id: str
    label: str


class Fact(Shown, frozen=True):
    """A fact that may be otherwise: the question, what it may be, and which of it holds here."""

    says: str
    values: tuple[FactValue, ...]
    holds: str


class Case(Shown, frozen=True):
    """The case file: what anybody may know before the trial."""

    id: str
    title: str
    summary: str
    court: str
    level: str
    minutes: int
    proceeding: str
    learn: tuple[str, ...] = ()
    content_note: str = ""
    is_trial: bool = True  # otherwise an exercise: a quiz, messages, a desk to screen at
    facts: tuple[Fact, ...] = ()


class View(Shown, frozen=True):
    """All that the seat of `role` may see after `revision` moves.

    `turn` is None when this seat has nothing to answer: then `waiting_for` names the roles that
    have, and when it is empty the trial is over and `debrief` is there. `done` of this seat's
    `turns` lie behind it, answered or passed by. `focus` names the document or exhibit that is on
    the table. `skipped` are the scenes that the script plays; of the others, `turns_left` are
    still to be answered here, and take the class about `minutes_left`. `opened` are the scenes up
    to this one.
    """

    revision: int
    role: Role
    case: Case
    briefing: Rich
    scene: SceneShown
    done: int
    turns: int
    lines: tuple[Line, ...]
    people: tuple[Person, ...]
    documents: tuple[Document, ...]
    exhibits: tuple[Exhibit, ...]
    laws: tuple[Law, ...]
    turn: Turn | None = None
    waiting_for: tuple[Role, ...] = ()
    focus: str = ""
    marks: Scorecard | None = None
    debrief: Debrief | None = None
    skipped: tuple[str, ...] = ()
    turns_left: int = 0
    minutes_left: int = 0
    opened: tuple[SceneShown, ...] = ()


class Action(Struct, frozen=True, forbid_unknown_fields=True):
    """What a seat hands back: its answer to the turn in the view numbered `revision`."""

    revision: int
    role: Role
    picks: tuple[str, ...]
