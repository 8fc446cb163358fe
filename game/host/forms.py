"""A turn becomes a form; every kind of turn comes back as the values of its fields, in order.

Whatever is filled in under a name that begins with `pick` is a pick. So a browser without scripts,
the script, and the server need to know nothing about kinds of turns.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator

from game.host.tree import Node, Nodes, el
from game.scenario.steps import TurnKind
from game.scenario.words import TN, T, Translate
from game.trial.view import Document, Option, Passage, Rich, Turn

CHOOSE = T("Choose one.")
HAND_IN = T("Hand in")
VOTE = T("Cast my ballot")
AGAIN = T("Change my ballot")
TAP = T("Tap every phrase that is a trap. None is an answer too.")
PICK_ONE = T("– choose –")
ALONE = T("– stays alone –")


def picks_in(fields: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The picks among the `fields` that a form sent."""
    # A class gives the same few picks ten thousand times, and the room keeps them all.
    return tuple(
        sys.intern(_plain(value)) for name, value in fields if name.startswith("pick") and value
    )


def _plain(value: str) -> str:
    """A number as the rules know it, however it was typed; all else as it is."""
    number = unicodedata.normalize("NFKC", value).strip()
    return str(int(number)) if number.isascii() and number.isdigit() and len(number) < 10 else value


def rich(says: Rich) -> Nodes:
    """Text with its law cards linked."""
    return tuple(el("a", r.text, href=f"#law-{r.law}") if r.law else r.text for r in says)


def fields(
    turn: Turn, documents: Iterable[Document], cast: tuple[str, ...], say: Translate
) -> Iterator[Node]:
    """The fields of `turn`, with what was `cast` before filled in."""
    if turn.kind is TurnKind.MARK:
        for document in documents:
            if document.id == turn.document:
                yield marked(document, turn, cast)
    elif turn.kind is TurnKind.PAIR:
        yield from _pairs(turn, cast, say)
    elif turn.kind is TurnKind.ORDER:
        yield from _places(turn, cast, say)
    elif turn.kind is TurnKind.AMOUNT:
        yield _amount(turn, cast)
    elif turn.kind is TurnKind.SPEAK:
        yield from _ratings(turn, cast)
    else:
        several = turn.most > 1 or turn.least < 1
        yield el("div", _ticks(turn.options, "pick", several, cast), cls="options")


def how(turn: Turn, say: Translate) -> str:
    """One line on what to do."""
    if turn.kind is TurnKind.MARK:
        return say(TAP)
    if turn.kind is TurnKind.PAIR:
        return say(T("Give everything on the left its partner."))
    if turn.kind is TurnKind.ORDER:
        return say(T("Put everything into the right order."))
    if turn.kind is TurnKind.AMOUNT and turn.range:
        least, most = turn.range.least, turn.range.most
        return say(T("A number from {least} to {most}.", least=least, most=most))
    if turn.kind is TurnKind.SPEAK:
        how = T(
            "Speak for {n} seconds. Then those who listened rate it, line by line.", n=turn.seconds
        )
        return say(how)
    if turn.most == 1:
        return say(CHOOSE)
    if turn.least == turn.most:
        return say(TN("Choose {n}.", "Choose {n}.", turn.most))
    return say(T("Choose {least} to {most}.", least=turn.least, most=turn.most))


def _ticks(
    options: Iterable[Option], name: str, several: bool, cast: tuple[str, ...], front: str = ""
) -> Iterator[Node]:
    for option in options:
        value = f"{front}{option.pick}"
        yield el(
            "label",
            el(
                "input",
                type="checkbox" if several else "radio",
                name=name,
                value=value,
                id=f"{name}-{value}",
                checked=value in cast,
            ),
            el("span", rich(option.label), _note(option)),
            cls="option",
        )


def _note(option: Option) -> Node | None:
    return el("small", option.note) if option.note else None


def marked(document: Document, turn: Turn, cast: tuple[str, ...]) -> Node:
    """A document with its phrases to tap."""
    offered = {option.pick for option in turn.options}
    passages = (passage(p, offered, cast) for p in document.passages)
    return el("div", el("h3", document.title), passages, cls=f"document {document.kind}")


def passage(
    one: Passage, offered: frozenset[str] | set[str] = frozenset(), cast: tuple[str, ...] = ()
) -> Node:
    """One passage; the phrases that are `offered` can be ticked."""
    who = " ".join(part for part in (one.channel, one.at, one.name) if part)
    says: list[Node | str] = []
    for run in one.says:
        if run.pick not in offered:
            says.extend(rich((run,)))
            continue
        tick = el(
            "input",
            type="checkbox",
            name="pick",
            value=run.pick,
            id=f"pick-{run.pick}",
            checked=run.pick in cast,
        )
        says.append(el("label", tick, el("span", run.text), cls="phrase"))
    return el(
        "div",
        el("div", who, cls="who") if who else None,
        el("div", says),
        el("div", one.note, cls="note") if one.note else None,
        cls="passage mine" if one.mine else "passage",
    )


def _pairs(turn: Turn, cast: tuple[str, ...], say: Translate) -> Iterator[Node]:
    fewest, most = turn.each
    for left in turn.options:
        partners = list(_partners(left, turn))
        if most > 1:
            ticks = _ticks(partners, f"pick.{left.pick}", True, cast)
            yield el("fieldset", el("legend", rich(left.label), _note(left)), ticks)
            continue
        nothing = say(PICK_ONE if fewest else ALONE)
        id_ = f"pick-{left.pick}"
        chosen = (_chosen(o, cast) for o in partners)
        select = el("select", el("option", nothing, value=""), chosen, name="pick", id=id_)
        label = el("label", rich(left.label), _note(left), for_=id_)
        yield el("div", label, select, cls="pair")


def _chosen(option: Option, cast: tuple[str, ...]) -> Node:
    label = "".join(run.text for run in option.label)
    return el("option", label, value=option.pick, selected=option.pick in cast)


def _partners(left: Option, turn: Turn) -> Iterator[Option]:
    """Every partner with every relation, as one choice."""
    for right in turn.right:
        for relation in turn.relations[:1] if right.plain else turn.relations:
            pick = f"{left.pick}~{right.pick}~{relation.pick}"
            if right.plain or len(turn.relations) == 1:
                yield Option(pick, right.label, right.note)
            else:
                between = (*relation.label, type(right.label[0])(": "), *right.label)
                yield Option(pick, between, right.note)


def _places(turn: Turn, cast: tuple[str, ...], say: Translate) -> Iterator[Node]:
    for number in range(1, len(turn.options) + 1):
        was = cast[number - 1 : number]
        id_ = f"pick-{number}"
        select = el(
            "select",
            el("option", say(PICK_ONE), value=""),
            (_chosen(option, was) for option in turn.options),
            name=f"pick.{number}",
            id=id_,
        )
        yield el("div", el("label", say(T("Place {n}", n=number)), for_=id_), select, cls="pair")


def _amount(turn: Turn, cast: tuple[str, ...]) -> Node:
    span = turn.range
    assert span is not None
    box = el(
        "input",
        type="number",
        name="pick",
        id="pick-amount",
        inputmode="numeric",
        min=span.least,
        max=span.most,
        step=span.step,
        value=cast[0] if cast else None,
        required=True,
    )
    return el("label", box, " ", span.unit, cls="amount")


def _ratings(turn: Turn, cast: tuple[str, ...]) -> Iterator[Node]:
    for line in turn.options:
        ticks = _ticks(turn.right, f"pick.{line.pick}", False, cast, f"{line.pick}~")
        yield el("fieldset", el("legend", rich(line.label)), ticks)
