"""What a translator has to know about a text: where it stands, who says it to whom, what it is."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.authored import Authored
from game.scenario.beats.argue import Argue, Stand
from game.scenario.beats.question import Examine, Question
from game.scenario.beats.say import SaidLine
from game.scenario.choices import Offered
from game.scenario.court import name_of
from game.scenario.court import within as side_within
from game.scenario.forms import Amount
from game.scenario.marked import labelled, phrases
from game.scenario.model import (
    Briefings,
    Document,
    Exhibit,
    HelpLine,
    Issue,
    LawCard,
    LookAlike,
    Message,
    Person,
    Scenario,
    Scene,
    Trap,
)
from game.scenario.names import DocumentKind
from game.scenario.spans import plain, spans
from game.scenario.steps import Role
from game.scenario.walk import Written
from game.scenario.words import T, Words, own

QUOTED = 60  # letters of a text that another one refers to
# Texts with little room on the screen, and how many letters fit; a Chinese sign takes two.
ROOM: dict[tuple[type[Authored], str], int] = {
    (Scenario, "title"): 36,
    (Scene, "title"): 36,
    (Person, "name"): 24,
    (Document, "title"): 60,
    (Exhibit, "title"): 60,
    (Amount, "unit"): 12,
}
WRITTEN_TO_SOMEBODY = (DocumentKind.CHAT, DocumentKind.POST, DocumentKind.LETTER)
TASK = T("the task, as players read it")
ASKING = ("ask", "about", "to")  # the field of a beat that says what its choices answer
NAMING = ("says", "title", "ask")  # the field that a reason is about


def context(written: Written, language: str) -> tuple[Words, ...]:
    """Notes for whoever translates `written` into `language`, a line each."""
    place = T("{where}: {what}", where=_where(written), what=_what(written))
    return (place, *_limits(written, language))


def _where(written: Written) -> Words:
    case, *inner = written.within
    thing = inner[0] if inner else case
    match thing:
        case Scene():
            number = case.scenes.index(thing) + 1 if isinstance(case, Scenario) else 0
            return T("Scene {n}, “{title}”", n=number, title=own(thing.title))
        case Document():
            return T("Document “{title}”", title=own(thing.title))
        case Exhibit():
            return T("Exhibit “{title}”", title=own(thing.title))
        case Person():
            return T("Person “{name}”", name=own(thing.name))
        case Issue():
            return T("Point to be proved: “{says}”", says=_quoted(thing.says))
        case Trap():
            return T("Trap “{phrase}”", phrase=_phrase(case, "trap", thing.id))
        case LookAlike():
            return T("Honest phrase “{phrase}”", phrase=_phrase(case, "honest", thing.id))
        case Briefings():
            return T("Before the case")
        case HelpLine():
            return T("Number {number}", number=thing.id)
        case LawCard():
            return T("Law card {id}", id=thing.id)
    return T("About the case")


def _what(written: Written) -> Words:
    case, thing = written.within[0], written.within[-1]
    name = written.field.name
    if isinstance(case, Scenario):
        match thing:
            case Message() if name == "says":
                return _message(case, written.within[1], thing)
            case SaidLine():
                return _said(case, thing)
            case Question() if name in ("says", "answer"):
                return _asked(case, thing, name, written.within)
    if isinstance(thing, Offered) and name == "says":
        return _choice(case, written.within)
    if name == "because":
        return _reason(written.within)
    return TASK if name == "ask" else written.field.doc


def _message(case: Scenario, document: Authored, message: Message) -> Words:
    if message.by is None:
        return T("an entry of the document")
    person = name_of(case, message.by)
    if not (isinstance(document, Document) and document.kind in WRITTEN_TO_SOMEBODY):
        return T("the words of {person}", person=person)
    if message.at:
        return T("a message from {person}, {at}", person=person, at=message.at)
    return T("a message from {person}", person=person)


def _said(case: Scenario, line: SaidLine) -> Words:
    if line.by is None:
        return T("the narrator tells it")
    return T("{person} says it", person=name_of(case, line.by))


def _asked(case: Scenario, question: Question, name: str, within: tuple[Authored, ...]) -> Words:
    examined = next(thing for thing in within if isinstance(thing, Examine))
    person = name_of(case, examined.to)
    if name == "says":
        side = side_within(case, examined.by)
        return T("a question: {side} asks {person}", side=side, person=person)
    return T("{person} answers the question “{words}”", person=person, words=_quoted(question.says))


def _choice(case: Authored, within: tuple[Authored, ...]) -> Words:
    """Which question a choice answers, and whose it is."""
    stand = next((thing for thing in within if isinstance(thing, Stand)), None)
    argue = next((thing for thing in within if isinstance(thing, Argue)), None)
    if stand and argue and isinstance(case, Scenario):
        sides = {Role.PROSECUTION: argue.prosecution, Role.DEFENCE: argue.defence}
        role = next((r for r, s in sides.items() if s is stand), Role.JUDGE)
        about = _quoted(argue.about)
        side = side_within(case, role)
        return T("an argument of {side}, about “{words}”", side=side, words=about)
    for thing in reversed(within[1:-1]):
        if asked := _first(thing, ASKING):
            return T("a choice, for “{words}”", words=_quoted(asked))
    return T("a choice")


def _reason(within: tuple[Authored, ...]) -> Words:
    for thing in reversed(within[1:]):
        if (about := _first(thing, NAMING)) and not isinstance(thing, Scene):
            return T("the reason, about “{words}”", words=_quoted(about))
    return T("the reason")


def _limits(written: Written, language: str) -> Iterator[Words]:
    thing, name = written.within[-1], written.field.name
    if room := ROOM.get((type(thing), name)):
        most = room // 2 if language.startswith("zh") else room
        yield T("Keep it short: there is room for about {n} letters.", n=most)
    if isinstance(thing, Offered) and name == "says":
        yield T("Keep the choices of a turn equally long, so that the length tells nothing.")
    if spans(written.text):
        yield T("Translate the words in [ ], and leave what follows in ( ) as it is.")


def _phrase(case: Authored, kind: str, ref: str) -> Words:
    """The words that are marked as the trap or honest phrase `ref`, or its id."""
    documents = case.documents.values() if isinstance(case, Scenario) else ()
    for document in documents:
        for phrase in phrases(document):
            if (phrase.kind, phrase.ref) == (kind, ref):
                said = dict(labelled(phrase.words.text))
                return own(said[phrase.words.piece][0])
    return own(ref)


def _first(thing: Authored, names: tuple[str, ...]) -> str:
    found = (getattr(thing, name, None) for name in names)
    return next((text for text in found if isinstance(text, str) and text), "")


def _quoted(text: str) -> Words:
    """The beginning of `text` without its spans."""
    text = " ".join(plain(text).split())
    return own(text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…")
