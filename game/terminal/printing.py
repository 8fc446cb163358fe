"""Views become plain text: short lines, no colour, nothing to trip up a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from game.scenario.steps import Criterion, TurnKind
from game.scenario.words import T, Translate
from game.text.breaking import columns, wrap_columns
from game.trial.terms import (
    CRITERIA,
    STANDINGS,
    in_this_trial,
    role_name,
    verdict_on,
    vigilance_told,
)
from game.trial.view import (
    Debrief,
    Document,
    Exhibit,
    Judgment,
    Line,
    Option,
    Passage,
    Rich,
    Scorecard,
    Turn,
    View,
)


def plain(rich: Rich) -> str:
    """The text of `rich`."""
    return "".join(run.text for run in rich)


class Printer(Struct, frozen=True):
    """Prints views in one language, to a width counted in terminal columns."""

    say: Translate
    width: int = 78

    def paragraph(self, text: str, indent: int = 0) -> Iterator[str]:
        """`text` broken to the width; every line but the first is indented by `indent`."""
        for number, line in enumerate(wrap_columns(text, self.width - indent)):
            yield (" " * indent if number else "") + line

    def heading(self, text: str) -> Iterator[str]:
        yield ""
        yield f"== {text} =="

    def line(self, line: Line) -> Iterator[str]:
        """One line of the transcript."""
        if line.manner == "reason":
            yield from self._reason(line)
        elif line.manner == "scene":
            yield from self.heading(plain(line.says))
        elif line.name:
            who = self.called(line.name, line.part)
            colon = self.say(T("{who}: {says}", who=who, says=plain(line.says)))
            yield from self.paragraph(colon, 2)
        else:
            yield from self.paragraph(plain(line.says))

    def called(self, name: str, part: str) -> str:
        """A person by name, with what they are in the case."""
        return self.say(T("{name} ({part})", name=name, part=part)) if part else name

    def _reason(self, line: Line) -> Iterator[str]:
        verdict = self.say(verdict_on(line))
        text = f"  [{verdict}] {line.quote}"
        if line.says:
            text += f" – {plain(line.says)}"
        yield from self.paragraph(text, 4)

    def document(self, document: Document, numbers: dict[str, int] | None = None) -> Iterator[str]:
        """A document; `numbers` gives each phrase that can be marked its number."""
        yield from self.heading(document.title)
        for passage in document.passages:
            yield from self._passage(passage, numbers or {})
        yield ""

    def _passage(self, passage: Passage, numbers: dict[str, int]) -> Iterator[str]:
        text = "".join(
            f"[{numbers[run.pick]}: {run.text}]" if run.pick in numbers else run.text
            for run in passage.says
        )
        who = " ".join(part for part in (passage.channel, passage.at, passage.name) if part)
        if who:
            text = self.say(T("{who}: {says}", who=who, says=text))
        yield from self.paragraph(text, 2)
        if passage.note:
            note = self.say(T("(Technical officer: {note})", note=passage.note))
            yield from self.paragraph("  " + note, 4)

    def exhibit(self, exhibit: Exhibit) -> Iterator[str]:
        """One exhibit with its standing."""
        title = self.say(T("Exhibit {n}: {title}", n=exhibit.number, title=exhibit.title))
        facts = T(
            "{title} ({kind}; offered by {side}; {standing})",
            title=title,
            kind=exhibit.kind,
            side=exhibit.offered_by,
            standing=STANDINGS[exhibit.standing],
        )
        yield from self.paragraph(self.say(facts), 2)
        yield from self.paragraph("  " + plain(exhibit.shows), 2)

    def options(self, options: Iterable[Option], start: int = 1) -> Iterator[str]:
        """Numbered options."""
        for number, option in enumerate(options, start):
            yield from self.paragraph(f"  {number}. {self.choice(option)}", 5)

    def choice(self, option: Option) -> str:
        """An option with its note."""
        label = plain(option.label)
        if not option.note:
            return label
        return self.say(T("{choice} ({note})", choice=label, note=option.note))

    def case_file(self, view: View) -> Iterator[str]:
        """The case and the role, before anything happens."""
        yield from self.heading(view.case.title)
        yield from self.paragraph(view.case.court)
        yield from self.paragraph(view.case.summary)
        if view.case.content_note:
            yield from self.paragraph(view.case.content_note)
        for fact in view.case.facts:
            yield from self.paragraph(self.say(in_this_trial(fact)))
        yield ""
        yield self.say(T("You are: {role}", role=role_name(view.role, view.case.proceeding)))
        yield from self.paragraph(plain(view.briefing))

    def record(self, view: View) -> Iterator[str]:
        """Everything that may be looked up."""
        yield from self.heading(self.say(T("Court record")))
        for person in view.people:
            about = f" – {person.about}" if person.about else ""
            yield from self.paragraph(self.called(person.name, person.part) + about, 2)
        for exhibit in view.exhibits:
            yield from self.exhibit(exhibit)
        for document in view.documents:
            yield from self.document(document)
        for law in view.laws:
            cited = T("{cited}: {title}", cited=law.cited, title=law.title)
            yield from self.paragraph(f"{self.say(cited)} – {law.says}", 2)

    def debrief(self, debrief: Debrief) -> Iterator[str]:
        """What the trial taught."""
        yield from self.heading(self.say(T("What this trial taught")))
        yield from self.marks(debrief.marks)
        yield from self._vigilance(debrief)
        yield from self._traps(debrief)
        if debrief.judgment:
            yield from self._judgment(debrief.judgment)
        if debrief.outcome:
            yield from self.heading(self.say(T("How it ended")))
            yield from self.paragraph(debrief.outcome)
        yield from self.heading(self.say(T("About this case")))
        yield from self.paragraph(debrief.based_on)
        yield from self.paragraph(debrief.review)
        if debrief.help:
            yield from self.heading(self.say(T("Where to get help")))
        for help_line in debrief.help:
            yield from self.paragraph(f"{help_line.number} – {help_line.says}", 2)

    def marks(self, card: Scorecard) -> Iterator[str]:
        """The marks, a line for each criterion."""
        yield self.say(T("Your marks: {n} of 100", n=card.total))
        for row in card.criteria:
            name = self.say(CRITERIA[Criterion(row.criterion)])
            gap = " " * max(1, 16 - columns(name))
            yield f"  {name}{gap}{row.earned:g} / {row.possible:g}"

    def _vigilance(self, debrief: Debrief) -> Iterator[str]:
        seen = debrief.vigilance
        if seen is None:
            return
        yield from self.heading(self.say(T("Your vigilance")))
        yield from map(self.say, vigilance_told(seen))

    def _judgment(self, judgment: Judgment) -> Iterator[str]:
        yield from self.heading(judgment.title)
        yield from self.paragraph(judgment.court)
        for line in judgment.rows:
            yield from self.paragraph(line, 2)

    def _traps(self, debrief: Debrief) -> Iterator[str]:
        if debrief.traps:
            yield from self.heading(self.say(T("The traps")))
        for trap in debrief.traps:
            seen = self.say(T("seen") if trap.caught else T("missed"))
            yield from self.paragraph(f"[{seen}] “{trap.quote}” – {trap.trick}", 2)
            both = T("{tell} {lesson}", tell=trap.tell, lesson=trap.lesson)
            yield from self.paragraph("  " + self.say(both), 2)
        if debrief.look_alikes:
            yield from self.heading(self.say(T("Honest, though they looked like traps")))
        for honest in debrief.look_alikes:
            seen = self.say(T("left alone") if honest.spared else T("false alarm"))
            yield from self.paragraph(f"[{seen}] “{honest.quote}” – {honest.because}", 2)

    def answered(self, turn: Turn, picks: tuple[str, ...]) -> Iterator[str]:
        """A turn with the answer that was given to it."""
        yield from self.paragraph(f"> {plain(turn.prompt)}", 2)
        labels = {o.pick: plain(o.label) for o in (*turn.options, *turn.right, *turn.relations)}
        alone = {right.pick for right in turn.right if right.plain}  # they take no relation
        if turn.kind in (TurnKind.CHOOSE, TurnKind.ORDER):
            yield from self.options(turn.options)
        for pick in picks:
            parts = [labels.get(part, part) for part in pick.split("~")]
            if len(parts) == 3:
                left, right, relation = parts
                parts = (
                    [left, "→", right] if pick.split("~")[1] in alone else [left, relation, right]
                )
            yield from self.paragraph("  = " + " ".join(parts), 4)
        if not picks:
            yield "  = " + self.say(T("nothing"))

    def how_to_answer(self, turn: Turn) -> str:
        """One line on what to type."""
        if turn.kind is TurnKind.MARK:
            return self.say(T("Type the numbers with spaces between them, or 0 for none."))
        if turn.kind is TurnKind.ORDER:
            return self.say(T("Type all numbers in the right order, with spaces between them."))
        if turn.kind is TurnKind.AMOUNT and turn.range:
            span = T(
                "Type a number from {least} to {most}.",
                least=turn.range.least,
                most=turn.range.most,
            )
            return self.say(span)
        if turn.kind is TurnKind.SPEAK:
            how = T(
                "Speak for {n} seconds. Then those who listened rate it, line by line.",
                n=turn.seconds,
            )
            return self.say(how)
        if turn.most > 1 and turn.least < turn.most:
            return self.say(T("Type up to {n} numbers with spaces between them.", n=turn.most))
        if turn.most > 1:
            return self.say(T("Type {n} numbers with spaces between them.", n=turn.most))
        return self.say(T("Type a number."))
