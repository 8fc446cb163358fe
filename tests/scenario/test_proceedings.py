"""Each kind of proceedings has its own names, its own rules, and people who speak for the sides."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.authoring.playout import Playout
from game.authoring.robots import earned
from game.scenario.load import load_text
from game.scenario.steps import Role
from game.session.robots import ROBOTS
from game.session.session import Session
from game.trial.record import begin, program
from game.trial.show import view_for
from game.trial.speech import Speech

SMALL = Path(__file__).parent.parent / "cases" / "small_case.yaml"
CIVIL_PEOPLE = """\
people:
  qiao: {name: Qiao, part: plaintiff, age: 13}
  mother: {name: Qiao's mother, part: guardian}
  zhou: {name: Zhou, part: plaintiff_counsel}
  shen: {name: Shen, part: defendant_counsel}
  shop: {name: The shop, part: defendant}
"""


def text(proceeding="civil", people=CIVIL_PEOPLE):
    written = SMALL.read_text(encoding="utf-8")
    for name in ("zhou", "shen", "chen"):
        written = "\n".join(
            line for line in written.split("\n") if not line.startswith(f"  {name}: {{name")
        )
    written = "\n".join(line for line in written.split("\n") if "- sentence:" not in line)
    written = written.replace("to: chen", "to: shop").replace("people:\n", people, 1)
    return written.replace("proceeding: criminal", f"proceeding: {proceeding}")


def found(written):
    return {d.code for d in load_text(written, SMALL).diagnostics if d.code not in ("C401", "C203")}


def seen(written, role=Role.JUDGE):
    case = load_text(written, SMALL).scenario
    trial = Session(begin(program(case)), frozenset()).trial
    return view_for(trial, role, Speech())


def test_a_civil_case_has_a_plaintiff_and_a_defendant():
    said = " ".join(run.text for line in seen(text()).lines for run in line.says)

    assert "The plaintiff's side may examine The shop." in said
    assert "prosecution" not in said.lower()


def test_sides_are_seated_by_the_proceedings():
    seats = {person.id: person.stands for person in seen(text()).people}

    assert (seats["qiao"], seats["shop"]) == ("prosecution", "defence")


def test_in_public_interest_litigation_the_procurator_sues():
    people = CIVIL_PEOPLE.replace("plaintiff_counsel", "prosecutor")
    view = seen(text("public_interest", people))
    parts = {person.id: person.part for person in view.people}

    assert parts["zhou"] == "procurator for the public interest"
    assert any("The procuratorate" in run.text for line in view.lines for run in line.says)


@pytest.mark.parametrize("role", Role)
def test_every_seat_of_a_civil_case_can_earn_everything(role):
    case = load_text(text(), SMALL).scenario
    trial = Playout(begin(program(case)), role, ROBOTS["expert"]).play(Random(1))

    assert earned(trial, role) == 100


def test_a_civil_case_with_everybody_is_in_order():
    assert found(text()) <= {"C306", "C307", "C309", "C311"}


@pytest.mark.parametrize(
    ("people", "code"),
    [
        (CIVIL_PEOPLE.replace("part: guardian}", "part: friend}"), "C313"),
        (CIVIL_PEOPLE.replace("The shop, part: defendant", "Bo, part: defendant, age: 14"), "C313"),
        (CIVIL_PEOPLE.replace("plaintiff_counsel", "witness").replace("plaintiff,", "friend,"),
         "C305"),
    ],
    ids=["nobody acts for a child", "no guardian beside a child", "nobody sues"],
)  # fmt: skip
def test_who_is_missing_in_a_civil_case_is_found(people, code):
    assert code in found(text(people=people))


def test_a_defendant_under_eighteen_needs_a_closed_court_and_somebody_beside():
    written = SMALL.read_text(encoding="utf-8").replace("age: 22", "age: 17")
    right = written.replace(
        "proceeding: criminal", "proceeding: criminal_juvenile\nhearing: closed"
    )
    right = right.replace("people:\n", "people:\n  mum: {name: Chen's mother, part: guardian}\n")

    findings = [d for d in load_text(written, SMALL).diagnostics if d.code == "C312"]

    assert len(findings) == 3
    assert "C312" not in found(right)
    assert seen(right).case.court.endswith("(closed hearing)")


def test_no_evidence_is_shown_after_the_debate():
    written = SMALL.read_text(encoding="utf-8")
    shown = "      - exhibit: {show: shot, scripted: {challenge: none}}\n"
    late = written.replace(shown, "").replace("      - find: all\n", shown + "      - find: all\n")

    assert "C314" in found(late)
    assert "C314" not in found(written)


def test_nobody_is_sentenced_in_a_civil_court():
    sentenced = text().replace(
        "      - advise:",
        next(
            line for line in SMALL.read_text(encoding="utf-8").split("\n") if "- sentence:" in line
        )
        + "\n      - advise:",
    )

    assert "C314" in found(sentenced)
