"""question: somebody is examined; improper questions may be objected to and stopped.

    - question:
        by: prosecution
        to: chen
        choose: 2
        questions:
          router: {says: Whose router is in your room?, answer: Mine., because: It is open.}
          surely: {says: You planned it!, improper: leading, answer: No!, because: It leads.}
          alone:
            says: Who else had the password?
            answer: Nobody.
            because: It is open, and can be checked.
            contradicts: {exhibit: phone, because: It was shared at 19:02.}
        scripted: [surely, alone]

Nobody may lead, threaten, insult or stray (Interpretation of the Criminal Procedure Law art. 261);
a side may ask the presiding judge to stop a question, and the judge may stop it unasked (art. 262).
Afterwards everybody confronts the answers with the exhibits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from game.scenario.authored import Authored, Ref, Text, Within, written
from game.scenario.beats.say import Mood
from game.scenario.court import (
    OPPONENT,
    exhibit_label,
    name_of,
    shown_before,
    speaker,
    subject,
    within,
)
from game.scenario.detect import detection
from game.scenario.diagnostics import Diagnostic
from game.scenario.model import Beat, Scenario
from game.scenario.names import Stage
from game.scenario.steps import (
    All,
    AnyOf,
    Ask,
    Choice,
    Criterion,
    Link,
    Links,
    Manner,
    Picked,
    Role,
    Say,
    Step,
    TurnKind,
    Worth,
    everybody,
)
from game.scenario.suggest import did_you_mean
from game.scenario.words import TN, T, own, put


class Ground(StrEnum):
    """Why a question is improper; none where it is proper."""

    NONE = "none"
    LEADING = "leading"
    IRRELEVANT = "irrelevant"
    THREATENING = "threatening"
    INSULTING = "insulting"
    REPETITION = "repetition"


OBJECTIONS = {
    Ground.LEADING: T("Object: the question puts the answer in the other person's mouth"),
    Ground.IRRELEVANT: T("Object: the question has nothing to do with this case"),
    Ground.THREATENING: T("Object: the question threatens the person who answers"),
    Ground.INSULTING: T("Object: the question insults the person who answers"),
    Ground.REPETITION: T("Object: the question was already asked and answered"),
}
SPOKEN_OBJECTIONS = {
    Ground.LEADING: T("Presiding judge, {side} objects: the question is leading."),
    Ground.IRRELEVANT: T("Presiding judge, {side} objects: the question is irrelevant."),
    Ground.THREATENING: T("Presiding judge, {side} objects: the question is a threat."),
    Ground.INSULTING: T("Presiding judge, {side} objects: the question is insulting."),
    Ground.REPETITION: T("Presiding judge, {side} objects: the question is repetitive."),
}
STOPS = {
    Ground.LEADING: T("Stop it: leading questions are not allowed"),
    Ground.IRRELEVANT: T("Stop it: it has nothing to do with this case"),
    Ground.THREATENING: T("Stop it: nobody may be threatened here"),
    Ground.INSULTING: T("Stop it: nobody may be insulted here"),
    Ground.REPETITION: T("Stop it: it was asked and answered already"),
}
ALLOW = "allow"


class Contradiction(Authored):
    """What gives an answer the lie."""

    exhibit: Annotated[str, Ref("exhibit")] = written(T("the exhibit that contradicts the answer"))
    because: Text = written(T("how it contradicts the answer"))


class Question(Authored):
    """One question, whether it is proper, and the answer to it."""

    SKETCHES = ((), ("improper",), ())

    id: str = ""
    says: Text = written(T("the question"))
    improper: Ground = written(
        T("what is improper about it, if anything"), sample="leading", default=Ground.NONE
    )
    because: Text = written(T("why it is improper, or what it is good for"))
    answer: Text = written(T("the answer, if the question is allowed"))
    mood: Mood = written(T("the face that goes with the answer"), default=Mood.NEUTRAL)
    contradicts: Contradiction | None = written(
        T("the exhibit that contradicts the answer"), default=None
    )


class Examine(Beat):
    """One side examines a person; the other may object; the judge rules."""

    KIND: ClassVar[str] = "question"
    STAGE: ClassVar[Stage | None] = Stage.INVESTIGATION
    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = {"C324": ("beats", "exhibits", "show")}
    by: Role = written(T("prosecution or defence"), sample="prosecution")
    to: Annotated[str, Ref("person")] = written(T("who is examined"))
    choose: Annotated[int, Within(1, 6)] = written(T("how many questions are put"), default=2)
    questions: Mapping[str, Question] = written(T("the questions to choose from"))
    scripted: tuple[str, ...] = written(
        T("the questions that an empty chair puts, in order"), default=()
    )

    def steps(self, case: Scenario, key: str) -> Iterator[Step]:
        counsel = speaker(case, self.by)
        name = name_of(case, self.to)
        yield Say(
            T("{side} may examine {name}.", side=subject(case, self.by), name=name),
            speaker(case, Role.JUDGE),
        )
        yield self._choose(case, f"{key}.ask")
        for question in self.questions.values():
            put_it = Picked(f"{key}.ask", question.id)
            yield Say(own(question.says), counsel, when=put_it)
            yield from self._object(case, key, question, put_it)
            yield from self._rule(case, key, question, put_it)
        if any(q.contradicts for q in self.questions.values()):
            yield from self._confront(case, key)

    def _choose(self, case: Scenario, key: str) -> Ask:
        choices = tuple(
            Choice(
                q.id,
                own(q.says),
                1.0 if q.improper is Ground.NONE else -1.0,
                own(q.because),
            )
            for q in self.questions.values()
        )
        return Ask(
            key=key,
            role=self.by,
            kind=TurnKind.CHOOSE,
            criterion=Criterion.PROCEDURE,
            prompt=TN(
                "You examine {name}. Choose {n} question to put.",
                "You examine {name}. Choose {n} questions to put.",
                self.choose,
                name=name_of(case, self.to),
            ),
            choices=choices,
            marking=Worth(float(self.choose)),
            script=self.scripted,
            least=self.choose,
            most=self.choose,
        )

    def _object(
        self, case: Scenario, key: str, question: Question, put_it: Picked
    ) -> Iterator[Step]:
        side = OPPONENT[self.by]
        ask = f"{key}.object.{question.id}"
        yield detection(
            Ask(
                key=ask,
                role=side,
                kind=TurnKind.CHOOSE,
                criterion=Criterion.PROCEDURE,
                prompt=T("“{question}” Do you object?", question=own(question.says)),
                choices=(),
                marking=Worth(),
                when=put_it,
            ),
            passes=(Ground.NONE, T("Let the question stand")),
            grounds=OBJECTIONS,
            truth=question.improper,
            because=own(question.because),
        )
        for ground, said in SPOKEN_OBJECTIONS.items():
            line = put(said, side=within(case, side))
            when = All((put_it, Picked(ask, ground)))
            yield Say(line, speaker(case, side), cue="objection", when=when)

    def _rule(self, case: Scenario, key: str, question: Question, put_it: Picked) -> Iterator[Step]:
        ask = f"{key}.rule.{question.id}"
        yield detection(
            Ask(
                key=ask,
                role=Role.JUDGE,
                kind=TurnKind.CHOOSE,
                criterion=Criterion.PROCEDURE,
                prompt=T("“{question}” Do you allow it?", question=own(question.says)),
                choices=(),
                marking=Worth(),
                when=put_it,
            ),
            passes=(ALLOW, T("Allow the question")),
            grounds=STOPS,
            truth=question.improper,
            because=own(question.because),
        )
        bench = speaker(case, Role.JUDGE)
        allowed = All((put_it, Picked(ask, ALLOW)))
        stopped = All((put_it, AnyOf(tuple(Picked(ask, ground) for ground in STOPS))))
        objected = AnyOf(tuple(Picked(f"{key}.object.{question.id}", g) for g in OBJECTIONS))
        overruled = All((allowed, objected))
        yield Say(
            T("The objection is rejected. Please answer."),
            bench,
            manner=Manner.RULED,
            when=overruled,
        )
        yield Say(own(question.answer), self.to, question.mood, when=allowed)
        yield Say(
            T("The question may not be put in this way. Please go on with another."),
            bench,
            manner=Manner.RULED,
            when=stopped,
        )

    def _confront(self, case: Scenario, key: str) -> Iterator[Step]:
        def heard(question: Question) -> All:
            rule = Picked(f"{key}.rule.{question.id}", ALLOW)
            return All((Picked(f"{key}.ask", question.id), rule))

        questions = self.questions.values()
        yield from everybody(
            Ask(
                key=f"{key}.confront",
                kind=TurnKind.PAIR,
                criterion=Criterion.REASONING,
                prompt=T(
                    "Does an exhibit contradict what {name} answered? Link the answer with it.",
                    name=name_of(case, self.to),
                ),
                choices=tuple(Choice(q.id, own(q.answer), when=heard(q)) for q in questions),
                right=tuple(
                    Choice(e.id, exhibit_label(case, e), note=own(e.shows))
                    for e in shown_before(case, key)
                ),
                relations=(Choice("contradicts", T("is contradicted by")),),
                marking=Links(
                    tuple(
                        Link(q.id, q.contradicts.exhibit, "contradicts", own(q.contradicts.because))
                        for q in questions
                        if q.contradicts
                    )
                ),
                least=0,
                most=len(self.questions),
                when=AnyOf(tuple(heard(q) for q in questions)),
            )
        )

    def check(self, case: Scenario, key: str) -> Iterator[Diagnostic]:
        """C323: the scripted questions exist and are as many as are chosen; C324: seen before."""
        if self.by is Role.JUDGE:
            yield Diagnostic(
                "C323",
                self.spots.of("by"),
                T("only the prosecution or the defence examines"),
                T("write prosecution or defence"),
            )
        yield from self._check_script()
        shown = {e.id for e in shown_before(case, key)}
        for question in self.questions.values():
            needed = question.contradicts
            if needed and needed.exhibit not in shown:
                yield Diagnostic(
                    "C324",
                    needed.spots.of("exhibit"),
                    T("the exhibit “{id}” has not been shown yet", id=needed.exhibit),
                    T("put an “exhibit:” beat before this one"),
                )

    def _check_script(self) -> Iterator[Diagnostic]:
        proper = sum(q.improper is Ground.NONE for q in self.questions.values())
        if proper < self.choose:
            yield Diagnostic(
                "C323",
                self.spots.of("choose"),
                T("only {n} of the questions are proper", n=proper),
                T("write more proper questions, or a smaller number after “choose:”"),
            )
        if self.scripted and len(self.scripted) != self.choose:
            yield Diagnostic(
                "C323",
                self.spots.of("scripted"),
                T("an empty chair puts {n} questions, as many as are chosen", n=self.choose),
                T("list so many here, or change the number after “choose:”"),
            )
        for number, name in enumerate(self.scripted):
            if name not in self.questions:
                yield Diagnostic(
                    "C323",
                    self.spots.of(f"scripted.{number}"),
                    T("there is no question “{id}” here", id=name),
                    did_you_mean(name, self.questions)
                    or T("there is {names}", names=", ".join(self.questions)),
                )
