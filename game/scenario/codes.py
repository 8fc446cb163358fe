"""The manual: what every code of a finding means, why it matters, and how wrong and right look.

C1xx are about reading the file, C2xx about its form, C310 to C336 about single steps, C348 and C349
about what time and fonts do to a case, C4xx about translations. The checks of a whole case (C301 to
C309, C312 to C314, C340 to C347) carry their page in their docstring.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import dedent

from game.scenario.code import Code
from game.scenario.codes_of_beats import BEATS
from game.scenario.codes_of_form import FORM
from game.scenario.codes_of_keeping import KEEPING
from game.scenario.codes_of_later_beats import LATER_BEATS
from game.scenario.codes_of_reading import READING
from game.scenario.codes_of_words import TRANSLATION
from game.scenario.kinds import scenario_checks
from game.scenario.words import Words

__all__ = ["MANUAL", "Code", "manual", "page_of"]

MANUAL: Mapping[str, Code] = {
    **READING,
    **FORM,
    **BEATS,
    **LATER_BEATS,
    **KEEPING,
    **TRANSLATION,
}

PAGE = re.compile(
    r"(?P<code>C\d{3}): (?P<title>.+?)\n\n(?P<why>.+?)\n\n"
    r"FAIL\n(?P<fail>.+?)\nPASS\n(?P<passes>.+)",
    re.DOTALL,
)


def manual() -> Mapping[str, Code]:
    """Every code with its page."""
    return dict(sorted({**MANUAL, **dict(map(page_of, _pages()))}.items()))


def page_of(docstring: str) -> tuple[str, Code]:
    """The code and the page in a check's docstring."""
    found = PAGE.fullmatch(docstring.strip())
    if found is None:
        raise ValueError("a check's docstring needs a code, a title, a reason, FAIL and PASS")
    title = found["title"][:1].upper() + found["title"][1:].rstrip(".")
    why = " ".join(found["why"].split())
    fail, passes = dedent(found["fail"]), dedent(found["passes"])
    return found["code"], Code(Words(title), Words(why), fail, passes)


def _pages() -> list[str]:
    return [module.__doc__ or "" for module in scenario_checks()]
