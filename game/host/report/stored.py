"""What is stored of a class, where and for how long: one page, told in every language at once."""

from __future__ import annotations

from collections.abc import Iterator

from game.host.archive import DAYS
from game.host.backing import FILE, FOLDER
from game.host.errors import ERRORS
from game.host.students import HALF_A_DAY
from game.host.tree import Node, el, wide
from game.scenario.words import T, Translate, Words, put

TITLE = T("What is stored, where and for how long")
IN_SHORT = T(
    "Nobody gives a name here. What the seats answer stays on the computer of the teacher, and is "
    "deleted by itself {days} days after the last thing that happened in the room. A seat or a "
    "whole room is deleted at once when somebody asks for it.",
    days=DAYS,
)
HOURS = HALF_A_DAY // 3600
HEAD = (T("What"), T("Where"), T("For how long"))
HERE = T("on the teacher's computer, in the file “{file}”", file=f"{FOLDER}/{FILE}")
AT_MOST = T(
    "{days} days; if the game does not run on that day, until a class is next opened or listed",
    days=DAYS,
)
ROWS = (
    (
        T(
            "The number of a seat, its made-up name, its role and language, what it answered and "
            "voted, and when"
        ),
        HERE,
        T(
            "{days} days after the last thing that happened in the room; if the game does not run "
            "on that day, until a class is next opened or listed",
            days=DAYS,
        ),
    ),
    (
        T("The case as the class plays it, and the address of the server that has the class open"),
        HERE,
        T("as long as the class"),
    ),
    (
        T("A random number by which a browser finds its seat again"),
        T("in the browser, as a cookie; the teacher's computer has only a fingerprint of it"),
        T(
            "{hours} hours in the browser; the fingerprint as long as the seat",
            hours=HOURS,
        ),
    ),
    (
        T("An answer that is not handed in or could not be sent yet"),
        T("in the browser"),
        T("until it has been sent"),
    ),
    (
        T("Who has been heard from in the last minutes"),
        T("in the memory of the teacher's computer, never on its disk"),
        T("until the court adjourns"),
    ),
    (
        T("What went wrong in the program"),
        T("on the teacher's computer, in the file “{file}”", file=f"{FOLDER}/{ERRORS}"),
        AT_MOST,
    ),
    (
        T("Reports that the teacher saves or prints: made-up names, answers and marks"),
        T("where the teacher puts them"),
        T("until the teacher deletes them; the game cannot reach them"),
    ),
)
NEVER = T(
    "Not stored: real names, addresses and numbers of devices, accounts, pictures, voices. Nothing "
    "is sent to the internet, and no other company has a part in this."
)
DELETING = T(
    "Students and their parents may ask the teacher at any time what is kept of a seat, and have "
    "it deleted. The teacher does that at the end of the report on the desk, or with the line "
    "{line}. What a team decided together stays, without who voted for it; so does that a seat "
    "was taken."
)


DATABASE = T(
    "This school keeps its classes in a database on the computer “{place}”. What this page says of "
    "the file on the teacher's computer holds for that database. Where several servers share the "
    "classes, Redis also has the numbers of the seats that are here, for a minute."
)


def stored(say: Translate, place: str = "") -> Iterator[Node]:
    """The whole page, for classes in a file, or in a database on the computer `place`."""
    yield el("h1", say(TITLE))
    yield el("p", say(IN_SHORT))
    if place:
        yield el("p", say(put(DATABASE, place=place)))
    rows = (el("tr", _cells(row, say)) for row in ROWS)
    head = el("tr", (el("th", say(words), scope="col") for words in HEAD))
    yield wide(say(TITLE), el("table", el("thead", head), el("tbody", rows), cls="kept"))
    yield el("p", say(NEVER))
    where = "--db URL " if place else ""
    line = f"mockcourt report {where}--forget ROOM --seat NUMBER"
    yield el("p", say(put(DELETING, line=line)))


def _cells(row: tuple[Words, ...], say: Translate) -> Iterator[Node]:
    first, *others = row
    yield el("th", say(first), scope="row")
    yield from (el("td", say(words)) for words in others)
