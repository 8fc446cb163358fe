"""What beats become: a straight row of steps, each a plain value that is taken or skipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from game.scenario.names import Stage
from game.scenario.words import Words


class Role(StrEnum):
    JUDGE = "judge"
    PROSECUTION = "prosecution"
    DEFENCE = "defence"


class TurnKind(StrEnum):
    CHOOSE = "choose"
    MARK = "mark"
    PAIR = "pair"
    ORDER = "order"
    AMOUNT = "amount"
    SPEAK = "speak"


class Criterion(StrEnum):
    TRAPS = "traps"
    EVIDENCE = "evidence"
    PROCEDURE = "procedure"
    LAW = "law"
    REASONING = "reasoning"
    HELP = "help"


class Stance(StrEnum):
    """Whether a choice takes issue with what is before the court or lets it pass."""

    CHALLENGES = "challenges"
    ACCEPTS = "accepts"


Answers = Mapping[str, tuple[str, ...]]  # what was picked, by the key of the ask


class Picked(Struct, frozen=True):
    """Holds when `pick` is among the answer to `ask`."""

    ask: str
    pick: str

    def holds(self, answers: Answers) -> bool:
        return self.pick in answers.get(self.ask, ())


class Agreed(Struct, frozen=True):
    """Holds when most of the `asks` were answered with `pick`; in a tie the first ask decides."""

    asks: tuple[str, ...]
    pick: str

    def holds(self, answers: Answers) -> bool:
        return room_choice(self.asks, answers) == self.pick


def room_choice(asks: tuple[str, ...], answers: Answers) -> str | None:
    """What the room chose: the commonest first pick among `asks`, the earliest in a tie."""
    given = [picks[0] for ask in asks if (picks := answers.get(ask))]
    if given and 2 * given.count(given[0]) >= len(given):
        return given[0]  # as nearly always
    return max(given, key=lambda pick: (given.count(pick), -given.index(pick)), default=None)


class All(Struct, frozen=True):
    parts: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        return all(part.holds(answers) for part in self.parts)


class AnyOf(Struct, frozen=True):
    parts: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        return any(part.holds(answers) for part in self.parts)


class Not(Struct, frozen=True):
    part: Condition

    def holds(self, answers: Answers) -> bool:
        return not self.part.holds(answers)


Condition = Picked | Agreed | All | AnyOf | Not


def both(one: Condition | None, other: Condition | None) -> Condition | None:
    """The condition that holds when both do; None always holds."""
    if one is None or other is None:
        return one or other
    return All((one, other))


class Staging(StrEnum):
    """What a turn is about, where its kind alone does not tell a face how to picture it."""

    SCALES = "scales"  # what makes something lighter or heavier
    TRAYS = "trays"  # where each thing on a desk goes
    HUNDRED = "hundred"  # so many out of a hundred
    LETTER = "letter"  # a suggestion that is being drafted
    ORDER = "order"  # what a court is asked to order, and orders


class Tally(Struct, frozen=True):
    """How often something was counted in each of several places, for a picture of it."""

    of: Words
    each: tuple[tuple[Words, int], ...]


class Choice(Struct, frozen=True):
    """Something that may be picked, and the truth about it.

    `worth` is earned when it is picked; a worth below zero costs. `note` is a smaller second line;
    a `tally` says the same in numbers.
    A `plain` partner in a pairing needs no relation: it goes with the first.
    """

    pick: str
    label: Words
    worth: float = 0.0
    because: Words | None = None
    note: Words | None = None
    when: Condition | None = None
    stance: Stance | None = None
    plain: bool = False
    tally: Tally | None = None


class Worth(Struct, frozen=True):
    """Marks: the sum of what the picks are worth, of `best`."""

    best: float = 1.0


class Link(Struct, frozen=True):
    """One sound pair: left, right, and the relation between them."""

    left: str
    right: str
    relation: str
    because: Words | None = None


class Links(Struct, frozen=True):
    """Marks: each left that has a sound partner earns one, less what its unsound partners cost.

    A left that no link names should stay alone: alone it earns nothing, paired it costs one.
    `because` explains a left, by its pick. `each` is how many partners a left may have.
    """

    links: tuple[Link, ...]
    because: tuple[tuple[str, Words], ...] = ()
    each: tuple[int, int] = (0, 1)


class InOrder(Struct, frozen=True):
    """Marks: pairs in the right order less pairs in the wrong order (Kendall's tau)."""

    order: tuple[str, ...]


class Near(Struct, frozen=True):
    """Marks: 1 within `fair`, up to half within `lawful`, nothing outside it."""

    fair: tuple[int, int]
    lawful: tuple[int, int]
    fair_because: Words
    lawful_because: Words
    unlawful_because: Words


Marking = Worth | Links | InOrder | Near


class Range(Struct, frozen=True):
    """The numbers that an amount may take, and what they count."""

    least: int
    most: int
    step: int
    unit: Words


class Ask(Struct, frozen=True):
    """A turn as the file knows it: what one role is asked, and what each answer is worth.

    Asks that stand together and share a `group` are open at the same time. `script` is what an
    empty chair answers; without one it gives the best answer, or, if it `follows`, the room's.
    `right` and `relations` are for pairs, `right` also has the levels by which a speech of so many
    `seconds` is rated; `document` is what a mark is made in; `exhibit` is what
    the turn is about; `belief` is the widespread error that it mends. `hints` may be asked for.
    `law` is the card to decide by; `asked` are earlier asks whose numbers were heard in court.
    """

    key: str
    kind: TurnKind
    criterion: Criterion
    prompt: Words
    choices: tuple[Choice, ...]
    marking: Marking
    role: Role = Role.JUDGE
    script: tuple[str, ...] = ()
    follows: bool = False
    least: int = 1
    most: int = 1
    right: tuple[Choice, ...] = ()
    relations: tuple[Choice, ...] = ()
    range: Range | None = None
    when: Condition | None = None
    group: str = ""
    shuffled: bool = True
    document: str | None = None
    exhibit: str | None = None
    seconds: int = 0
    belief: Words | None = None
    hints: tuple[Words, ...] = ()
    staging: Staging | None = None
    law: str = ""
    asked: tuple[tuple[Role, str], ...] = ()


def everybody(ask: Ask) -> Iterator[Ask]:
    """`ask` put to every role at once; the role's name is added to its key."""
    for role in Role:
        yield replace(ask, key=f"{ask.key}.{role}", role=role, group=ask.key)


class Manner(StrEnum):
    """How a line is delivered."""

    SAID = "said"
    TOLD = "told"  # by the narrator
    RULED = "ruled"
    STAGE = "stage"  # a note of the clerk: where we are in the procedure


class Say(Struct, frozen=True):
    """A line that everybody hears; `by` is a person's id, nobody is the narrator.

    `heard` fills places of the line with what was answered: the place and the key of the ask. What
    the bench rules belongs to a `stage` of the trial.
    """

    says: Words
    by: str | None = None
    mood: str = "neutral"
    cue: str = ""
    manner: Manner = Manner.SAID
    stage: Stage | None = None
    heard: tuple[tuple[str, str], ...] = ()
    when: Condition | None = None


class Show(Struct, frozen=True):
    """A document or an exhibit enters the record, or an exhibit's standing changes."""

    document: str | None = None
    exhibit: str | None = None
    standing: str = ""
    when: Condition | None = None


class Open(Struct, frozen=True):
    """A scene begins."""

    scene: str


Step = Ask | Say | Show | Open
