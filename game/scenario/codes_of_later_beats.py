"""Pages C330 to C335 of the manual: turns, remedies and the screening desk."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.code import Code
from game.scenario.words import T

LETTER = """\
- turns:
    prosecution:
      ask: He wants to write a letter of apology. What do you say?
      because: Remorse counts.
      choices:
        agree: {says: Let him write it, sound: yes}
        later: {says: After the judgment, because: Then it no longer weighs.}
        never: {says: Words are worth nothing, because: The law lets remorse count.}
      says: {agree: We have nothing against a letter.}
"""

LATER_BEATS: Mapping[str, Code] = {
    "C330": Code(
        T("Somebody is asked, and speaks a line of a choice"),
        T(
            "A “turns” step asks each role that stands in it, so one of them must. "
            "Under “says:” stands what a role says aloud when it picked that choice; "
            "a line for a choice that is not there would never be heard."
        ),
        LETTER.replace("{agree: We", "{agreed: We"),
        LETTER,
    ),
}
