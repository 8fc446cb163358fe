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
REMEDY = """\
- remedy:
    law: minors_protection_law/103
    duties:
      remove: {says: Take her picture down, sound: yes, law: minors_protection_law/103}
      school: {says: Leave the school, because: No court may order that for a picture.}
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
    "C331": Code(
        T("As many sound duties as are taken, each with its law"),
        T(
            "Players choose as many duties as “take:” says, so just as many must be sound. "
            "A court orders only what the law lets it order: "
            "each sound duty names the law card for it."
        ),
        REMEDY.replace(", law: minors_protection_law/103}", "}"),
        REMEDY,
    ),
}
