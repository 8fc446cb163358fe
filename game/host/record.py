"""The parts of a page that a whole team, or the whole class, sees alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from game.host.forms import passage, rich
from game.host.tree import Inside, Node, Nodes, Region, el, nodes, region
from game.scenario.steps import Criterion
from game.scenario.words import TN, T, Translate
from game.trial.terms import CRITERIA, STANDINGS, in_this_trial, verdict_on, vigilance_told
from game.trial.view import Case, Debrief, Document, Exhibit, Judgment, Law, Line, Person, View


class Court(Struct, frozen=True):
    """What everybody in the room may see of a trial, whoever they are.

    It has no place for a seat's turn, its reasons, its marks or a note for one side.
    """

    case: Case
    scene: str
    lines: tuple[Line, ...]
    people: tuple[Person, ...]
    documents: tuple[Document, ...]
    exhibits: tuple[Exhibit, ...]
    laws: tuple[Law, ...]
    focus: str
    over: bool
    outcome: str
    judgment: Judgment | None


def court(view: View) -> Court:
    """What everybody may see, from the `view` of the defence, for which nothing is noted."""
    told = view.debrief
    return Court(
        case=view.case,
        scene=view.scene.title,
        lines=tuple(line for line in view.lines if line.manner != "reason"),
        people=view.people,
        documents=view.documents,
        exhibits=view.exhibits,
        laws=view.laws,
        focus=view.focus if view.turn is None else "",
        over=told is not None,
        outcome=told.outcome if told else "",
        judgment=told.judgment if told else None,
    )


def lines(spoken: Iterable[Line], first: int, say: Translate) -> Nodes:
    """Lines as they are said, numbered from `first`."""
    return tuple(_line(line, f"line-{n}", say) for n, line in enumerate(spoken, first))


def _line(line: Line, id_: str, say: Translate) -> Node:
    if line.manner == "scene":
        return el("h3", rich(line.says), id=id_)
    if line.manner == "reason":
        verdict = say(verdict_on(line))
        tone = {True: "sound", False: "unsound", None: "partly"}[line.sound]
        why = (" – ", *rich(line.says)) if line.says else ()
        quote = el("span", line.quote) if line.quote else None
        return el("p", el("b", verdict, " "), quote, why, id=id_, cls=f"reason {tone}")
    who = el("b", called(line.name, line.part, say), cls="who") if line.name else None
    return el("p", who, el("span", rich(line.says)), id=id_, cls=line.manner)


def called(name: str, part: str, say: Translate) -> str:
    """A person by name, with what they are in the case."""
    return say(T("{name} ({part})", name=name, part=part)) if part else name


def record(seen: View | Court, say: Translate) -> Region:
    """Everything that may be looked up: evidence, documents, people, law cards."""
    return region(
        "record",
        _exhibits(seen.exhibits, say),
        (_document(document, document.id == on_the_table(seen)) for document in seen.documents),
        _folded(say(T("Who is who")), (_person(person, say) for person in seen.people)),
        _folded(say(T("Law cards")), (_law(law, say) for law in seen.laws)) if seen.laws else None,
    )


def on_the_table(seen: View | Court) -> str:
    """The document that lies open in the record; not one whose phrases are being marked above."""
    turn = seen.turn if isinstance(seen, View) else None
    return "" if turn and turn.document == seen.focus else seen.focus


def _folded(title: str, inside: Iterable[Inside]) -> Node:
    return el("details", el("summary", title), inside)


def _exhibits(exhibits: tuple[Exhibit, ...], say: Translate) -> Node | None:
    if not exhibits:
        return None
    title = say(TN("{n} exhibit", "{n} exhibits", len(exhibits)))
    return el(
        "details",
        el("summary", title),
        (_exhibit(exhibit, say) for exhibit in exhibits),
        id="exhibits",
    )


def _exhibit(exhibit: Exhibit, say: Translate) -> Node:
    title = say(T("Exhibit {n}: {title}", n=exhibit.number, title=exhibit.title))
    facts = T(
        "{kind}; offered by {side}; {standing}",
        kind=exhibit.kind,
        side=exhibit.offered_by,
        standing=STANDINGS[exhibit.standing],
    )
    return el(
        "div",
        el("b", title),
        el("small", say(facts)),
        el("div", rich(exhibit.shows)),
        cls="exhibit",
    )


def _document(document: Document, on_the_table: bool) -> Node:
    return el(
        "details",
        el("summary", document.title),
        el("div", (passage(p) for p in document.passages), cls=f"document {document.kind}"),
        id=f"document-{document.id}",
        open=on_the_table,
        cls="latest" if on_the_table else None,  # it folds by itself when another comes
    )


def _person(person: Person, say: Translate) -> Node:
    about = f" – {person.about}" if person.about else ""
    return el("p", el("b", called(person.name, person.part, say)), about)


def _law(law: Law, say: Translate) -> Node:
    cited = say(T("{cited}: {title}", cited=law.cited, title=law.title))
    return el("p", el("b", cited), " ", law.says, id=f"law-{law.id}")


def case_file(case: Case, say: Translate) -> Nodes:
    """What anybody may know before the trial."""
    return nodes(
        el("p", case.court, cls="court"),
        el("p", case.summary),
        el("p", case.content_note, cls="note") if case.content_note else None,
        (el("p", say(in_this_trial(fact))) for fact in case.facts),
    )


def outcome(seen: Court, say: Translate) -> Nodes:
    """How the trial ended, for everybody."""
    if not seen.over:
        return ()
    return nodes(
        el("h2", say(T("How it ended"))),
        el("p", seen.outcome) if seen.outcome else None,
        _judgment(seen.judgment) if seen.judgment else None,
    )


def taught(debrief: Debrief, say: Translate) -> Nodes:
    """What the trial taught, with the marks of one role."""
    card = debrief.marks
    rows = (
        el(
            "tr",
            el("th", say(CRITERIA[Criterion(row.criterion)]), scope="row"),
            el("td", f"{row.earned:g} / {row.possible:g}"),
        )
        for row in card.criteria
    )
    return nodes(
        el("h2", say(T("What this trial taught"))),
        el("p", say(T("Your marks: {n} of 100", n=card.total)), cls="total"),
        el("table", rows),
        _vigilance(debrief, say),
        _traps(debrief, say),
        _judgment(debrief.judgment) if debrief.judgment else None,
        nodes(el("h3", say(T("How it ended"))), el("p", debrief.outcome))
        if debrief.outcome
        else None,
        el("h3", say(T("About this case"))),
        el("p", debrief.based_on),
        el("p", debrief.review),
        el("h3", say(T("Where to get help"))) if debrief.help else None,
        (el("p", el("b", f"{line.number} "), line.says) for line in debrief.help),
    )


def _vigilance(debrief: Debrief, say: Translate) -> Nodes:
    seen = debrief.vigilance
    if seen is None:
        return ()
    return nodes(
        el("h3", say(T("Your vigilance"))),
        (el("p", say(told)) for told in vigilance_told(seen)),
    )


def _traps(debrief: Debrief, say: Translate) -> Iterator[Node]:
    if debrief.traps:
        yield el("h3", say(T("The traps")))
    for trap in debrief.traps:
        seen = say(T("seen") if trap.caught else T("missed"))
        yield el("p", el("b", f"{seen} "), el("q", trap.quote), f" – {trap.trick}")
        yield el("p", say(T("{tell} {lesson}", tell=trap.tell, lesson=trap.lesson)), cls="note")
    if debrief.look_alikes:
        yield el("h3", say(T("Honest, though they looked like traps")))
    for honest in debrief.look_alikes:
        seen = say(T("left alone") if honest.spared else T("false alarm"))
        yield el("p", el("b", f"{seen} "), el("q", honest.quote), f" – {honest.because}")


def _judgment(judgment: Judgment) -> Node:
    return el(
        "div",
        el("h3", judgment.title),
        el("p", judgment.court),
        (el("p", row) for row in judgment.rows if row),
        cls="judgment",
    )
