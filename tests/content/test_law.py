"""What a case must not get wrong in law: ages, thresholds, who sits where, what is cited."""

from __future__ import annotations

import datetime
import re

import pytest

from game.scenario.beats.question import Question
from game.scenario.beats.sentence import Sentence
from game.scenario.court import beats
from game.scenario.names import Hearing, Part, Proceeding
from game.scenario.walk import cited_laws, sentences

CRIMINAL = (Proceeding.CRIMINAL, Proceeding.CRIMINAL_JUVENILE)
# The upper ends, in months, of the ranges that these articles provide.
RANGES = {
    "criminal_law/266": (36, 120),
    "criminal_law/274": (36, 120),
    "criminal_law/287-2": (36,),
    "criminal_law/312": (36, 84),
    "criminal_law/253-1": (36, 84),
    "criminal_law/246": (36,),
}
DRAFTS = re.compile("draft|草案|征求意见", re.IGNORECASE)
ARTICLE = re.compile(r"\b[Aa]rticles? (\d+)")


def test_nobody_under_sixteen_is_in_the_dock(case):
    """Criminal Law art. 17: none of our offences is among the eight for which 14 is enough."""
    young = {p.id for p in case.people.values() if p.part is Part.DEFENDANT and (p.age or 99) < 16}

    assert case.proceeding not in CRIMINAL or young == set()


def test_a_child_in_the_dock_is_tried_behind_closed_doors(case):
    """Criminal Procedure Law art. 285."""
    young = any(p.part is Part.DEFENDANT and (p.age or 99) < 18 for p in case.people.values())

    if case.proceeding in CRIMINAL and young:
        assert case.proceeding is Proceeding.CRIMINAL_JUVENILE
        assert case.hearing is Hearing.CLOSED


def test_a_child_who_was_wronged_is_not_examined_in_court(case):
    """CPL Interpretation art. 558: minor victims and witnesses generally do not appear."""
    asked = {beat.to for _, beat in beats(case) if isinstance(beat, Question)}
    young = {p.id for p in case.people.values() if p.part is Part.VICTIM and (p.age or 99) < 18}

    assert case.proceeding not in CRIMINAL or not asked & young


def test_no_sentence_leaves_the_range_of_its_article(case):
    for _, beat in beats(case):
        if isinstance(beat, Sentence):
            assert case.proceeding in CRIMINAL
            assert beat.lawful[1] <= max(RANGES[beat.law])
            assert beat.lawful[0] <= beat.decide[0] <= beat.decide[1] <= beat.lawful[1]


def test_every_citation_leads_to_a_card_in_force(case, laws):
    for name in cited_laws(case):
        assert name.partition("/")[0] in laws.acts
        assert laws.cards[name].in_force < laws.cards[name].checked


def test_whoever_names_an_article_cites_its_card(case):
    cited = {re.sub(r"\D.*", "", name.partition("/")[2]) for name in cited_laws(case)}

    named = {(w.place, n) for w in sentences(case) for n in ARTICLE.findall(w.text)}

    assert {(place, n) for place, n in named if n not in cited} == set()


def test_the_case_says_that_no_lawyer_has_read_it(case):
    assert "ot yet reviewed by a lawyer" in case.review.status or "律师" in case.review.status


def test_every_card_is_of_a_law_in_force_and_names_it_in_both_languages(laws):
    for act in laws.acts.values():
        assert act.en
        assert re.search("[一-鿿]", act.zh_CN)
        assert not DRAFTS.search(act.en + act.zh_CN)
    for name, card in laws.cards.items():
        assert datetime.date.fromisoformat(card.in_force) <= datetime.date(2026, 11, 24), name
        assert datetime.date.fromisoformat(card.checked) >= datetime.date(2026, 11, 23), name


def test_the_law_of_public_security_is_the_one_of_2026(laws):
    """Its articles were numbered anew on 1 January 2026."""
    cards = [c for name, c in laws.cards.items() if name.startswith("public_security_law/")]

    assert all(card.in_force >= "2026-01-01" for card in cards)


def test_every_card_is_cited_by_a_case(cases, laws):
    cited = {name for case in cases for name in cited_laws(case)}

    assert set(laws.cards) - cited == set()


@pytest.mark.parametrize("number", ["12388"])
def test_the_line_for_complaints_about_officials_is_offered_to_nobody_who_was_cheated(case, number):
    line = case.help.get(number)

    assert line is None or re.search("omplaints about officials|公职人员", line.says)
