"""compare: hold a statement against a record, sentence by sentence.

- compare:
    left: statement
    right: chat
    links:
      - {left: s1, right: m5, relation: supports, because: Both say a quarter past eight.}
      - {left: s2, right: m7, relation: contradicts, because: The chat shows two payments.}
    silent: {s3: The chat says nothing about what she had for dinner.}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, Text, written
from game.scenario.diagnostics import Diagnostic
from game.scenario.marked import bare
from game.scenario.model import Beat, Document, Scenario
from game.scenario.steps import (
    Ask,
    Choice,
    Criterion,
    Link,
    Links,
    Show,
    Step,
    TurnKind,
    everybody,
)
from game.scenario.words import T, own

SILENT = "silent"


class Relation(StrEnum):
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class Compared(Authored):
    """One sentence of the statement and the entry of the record that bears on it."""

    left: str = written(T("the id of an entry of the left document"), sample="s1")
    right: str = written(T("the id of an entry of the right document"), sample="r1")
    relation: Relation = written(T("supports or contradicts"))
    because: Text = written(T("why"))


class Compare(Beat):
    """Link each sentence of a statement with the entry of the record that bears on it."""

    KIND: ClassVar[str] = "compare"
    left: Annotated[str, Ref("document")] = written(T("the statement"), sample="statement")
    right: Annotated[str, Ref("document")] = written(
        T("the record to hold against it"), sample="record"
    )
    ask: Text | None = written(T("your own wording of the task"), default=None)
    links: tuple[Compared, ...] = written(T("what bears on what, and how"))
    silent: Mapping[str, Text] = written(
        T("sentences on which the record says nothing, each with why"), factory=dict
    )

    def reads(self) -> tuple[str, ...]:
        return (self.left, self.right)

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        yield Show(document=self.right)
        yield Show(document=self.left)
        yield from everybody(self._ask(case, key))

    def _ask(self, case: Scenario, key: str) -> Ask:
        lefts = {link.left for link in self.links} | set(self.silent)
        left = _entries(case.documents[self.left])
        links = [Link(k.left, k.right, k.relation, own(k.because)) for k in self.links]
        links += [
            Link(sentence, SILENT, Relation.SUPPORTS, own(why))
            for sentence, why in self.silent.items()
        ]
        return Ask(
            key=key,
            kind=TurnKind.PAIR,
            criterion=Criterion.EVIDENCE,
            prompt=own(self.ask)
            if self.ask
            else T("Compare the two. Does the record support or contradict each sentence?"),
            # In the order of the document: the silent ones would else be known by standing last.
            choices=tuple(entry for name, entry in left.items() if name in lefts),
            right=(
                *_entries(case.documents[self.right]).values(),
                Choice(SILENT, T("The record says nothing about it"), plain=True),
            ),
            relations=(
                Choice(Relation.SUPPORTS, T("supports")),
                Choice(Relation.CONTRADICTS, T("contradicts")),
            ),
            marking=Links(tuple(links), each=(1, 1)),
            most=len(lefts),
            shuffled=False,
            document=self.right,
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C321: every sentence with an id is linked or silent, and every link meets two entries."""
        left, right = (_entries(case.documents[d]) for d in (self.left, self.right))
        for link in self.links:
            for side, entries in (("left", left), ("right", right)):
                if getattr(link, side) not in entries:
                    yield Diagnostic(
                        "C321",
                        link.spots.of(side),
                        T("no entry of that document has the id “{id}”", id=getattr(link, side)),
                        T("give the entry an “id:” and write the same here"),
                    )
        covered = {link.left for link in self.links} | set(self.silent)
        for sentence in left:
            if sentence not in covered:
                yield Diagnostic(
                    "C321",
                    self.spots.own,
                    T("the sentence “{id}” is neither linked nor silent", id=sentence),
                    T("add it to “links:”, or to “silent:” with the reason"),
                )
        for sentence in self.silent:
            if sentence not in left:
                yield Diagnostic(
                    "C321",
                    self.spots.of(f"silent.{sentence}"),
                    T("no entry of that document has the id “{id}”", id=sentence),
                    T("give the entry an “id:” and write the same here"),
                )


def _entries(document: Document) -> dict[str, Choice]:
    return {m.id: Choice(m.id, bare(m.says)) for m in document.messages if m.id}
