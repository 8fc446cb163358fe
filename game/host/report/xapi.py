"""A report as xAPI statements, for a learning record store: who answered what, and came to what.

Actors are seats with a generated name; homes and activities use the reserved domain `.invalid`, so
nothing in them leads anywhere. Statements carry the time at which the class began.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator

from game.host.report.model import Answer, ClassReport, Question, Report, Student, Texts
from game.scenario.steps import TurnKind

HOME = "https://mock-court.invalid"
VERBS = "http://adlnet.gov/expapi/verbs"
KINDS = "http://adlnet.gov/expapi/activities"
TAGS = {"en": "en", "zh_CN": "zh-CN"}
INTERACTIONS = {
    TurnKind.CHOOSE: "choice",
    TurnKind.MARK: "choice",
    TurnKind.AMOUNT: "numeric",
    TurnKind.ORDER: "sequencing",
    TurnKind.PAIR: "matching",
}
Statement = dict[str, object]


def as_xapi(report: Report) -> bytes:
    """The statements of `report`, as an array that a record store takes."""
    found = [statement for one in report.classes for statement in _statements(one)]
    return json.dumps(found, ensure_ascii=False).encode() + b"\n"


def _statements(one: ClassReport) -> Iterator[Statement]:
    """The statements of a class; the first one about an activity says what it is."""
    asked = {question.key: question for question in one.questions}
    told: set[str] = set()
    for student in one.students:
        if student.answers:
            yield _completed(one, student, _case(one, told))
        for answer in student.answers:
            yield _answered(one, student, answer, _question(one, asked[answer.question], told))


def _completed(one: ClassReport, student: Student, activity: Statement) -> Statement:
    """What a student came to, with marks by criterion, vigilance, and traps by kind."""
    seen = student.seen
    extensions: dict[str, object] = {
        f"{HOME}/answers": len(student.answers),
        f"{HOME}/criteria": {
            str(c): {"points": e.points, "of": e.of} for c, e in student.criteria.items()
        },
        f"{HOME}/tricks": {
            kind: {"met": found.met, "seen": found.caught} for kind, found in student.tricks.items()
        },
    }
    if seen is not None:
        extensions[f"{HOME}/vigilance"] = {
            "seen": seen.hits,
            "traps": seen.traps,
            "false_alarms": seen.false_alarms,
            "look_alikes": seen.look_alikes,
        }
    result = {
        "score": {"scaled": student.total / 100, "raw": student.total, "min": 0, "max": 100},
        "completion": student.done,
        "extensions": extensions,
    }
    verb = "completed" if student.done else "attempted"
    return _statement(one, student, verb, activity, result, "")


def _answered(one: ClassReport, student: Student, answer: Answer, activity: Statement) -> Statement:
    result = {
        "score": {"scaled": answer.score},
        "success": answer.score >= 1,
        "response": "[,]".join(answer.picks),
        "extensions": {f"{HOME}/points": answer.points, f"{HOME}/points_possible": answer.of},
    }
    return _statement(one, student, "answered", activity, result, answer.question)


def _question(one: ClassReport, asked: Question, told: set[str]) -> Statement:
    definition = {
        "type": f"{KINDS}/cmi.interaction",
        "description": _map(asked.asks),
        "interactionType": INTERACTIONS.get(asked.kind, "other"),
        **_choices(asked),
    }
    return _activity(f"{_id(one)}/{asked.key}", definition, told)


def _case(one: ClassReport, told: set[str]) -> Statement:
    return _activity(_id(one), {"type": f"{KINDS}/simulation", "name": _map(one.title)}, told)


def _activity(id_: str, definition: Statement, told: set[str]) -> Statement:
    """An activity; what it is is said once, and known to the record store by its id after that."""
    first = {} if id_ in told else {"definition": definition}
    told.add(id_)
    return {"objectType": "Activity", "id": id_, **first}


def _id(one: ClassReport) -> str:
    return f"{HOME}/case/{one.case}/{one.digest}"


def _choices(asked: Question) -> Statement:
    if not asked.options:
        return {}
    choices = [{"id": o.pick, "description": _map(o.says)} for o in asked.options]
    sound = "[,]".join(o.pick for o in asked.options if o.sound)
    return {"choices": choices, "correctResponsesPattern": [sound]}


def _statement(
    one: ClassReport,
    student: Student,
    verb: str,
    activity: Statement,
    result: Statement,
    key: str,
) -> Statement:
    """The same seat and question always give the same id, so that nothing is stored twice."""
    who = f"{one.room}/{student.seat}"
    role = {f"{HOME}/role": str(student.role)} if student.role else {}
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{HOME}/{who}/{key}")),
        "actor": {
            "objectType": "Agent",
            "name": str(one.name_of(student)),
            "account": {"homePage": f"{HOME}/room/{one.room}", "name": str(student.seat)},
        },
        "verb": {"id": f"{VERBS}/{verb}", "display": {"en": verb}},
        "object": activity,
        "result": result,
        "context": {
            "platform": "Mock Court",
            "contextActivities": {"grouping": [{"objectType": "Activity", "id": _id(one)}]},
            "extensions": {f"{HOME}/class": one.name or one.room, **role},
        },
        "timestamp": one.at,
    }


def _map(texts: Texts) -> dict[str, str]:
    """`texts` as a language map."""
    return {TAGS.get(language, language): text for language, text in texts.items()}
