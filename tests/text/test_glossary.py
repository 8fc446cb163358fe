"""The glossary shows first what was heard, in whichever language it was heard."""

from __future__ import annotations

import re

from game.scenario.words import T
from game.text.courtwords import TERMS
from game.text.glossary import Term, heard_first

OAK = Term(T("oak"), T("A tree."), T("Botany"))
FIR = Term(T("fir"), T("Another tree."), T("Botany"), T("christmas tree"))
CHINESE = {"oak": "橡树", "fir": "冷杉", "christmas tree": "圣诞树"}


def names(told):
    return [(term.name.text, heard) for term, heard in told]


def test_what_was_heard_stands_first():
    told = heard_first((OAK, FIR), ["We sat under a fir."], str)

    assert names(told) == [("fir", True), ("oak", False)]


def test_another_form_of_a_term_counts_as_heard_and_so_does_a_capital():
    assert names(heard_first((OAK, FIR), ["Christmas tree!"], str))[0] == ("fir", True)


def test_terms_are_found_in_the_language_that_is_spoken():
    told = heard_first((OAK, FIR), ["树林里有一棵橡树。"], lambda words: CHINESE[words.text])

    assert names(told) == [("oak", True), ("fir", False)]


def test_each_term_is_there_once_and_names_an_article_of_a_law():
    assert len({term.name for term in TERMS}) == len(TERMS) >= 40
    assert all(re.search(r"art\. \d+$", str(term.source)) for term in TERMS)


def test_what_a_term_means_is_short_enough_for_a_child():
    assert all(len(str(term.says)) < 160 for term in TERMS)
