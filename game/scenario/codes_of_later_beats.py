"""Pages C330 to C336 of the manual: turns, remedies, the screening desk and speeches."""

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
DESK = """\
- screen:
    accounts:
      star: {name: Star_Gifts, counts: {free skins: 9}, shows: It sends offers to children.,
        action: refer, really: yes, because: Words and offers fit together.}
      bobo: {name: Bobo, counts: {free skins: 7}, behaviour: {friends: 8}, shows: He warns all.,
        action: drop, really: no, because: He uses the words to warn.}
      lan: {name: Lan, counts: {free skins: 1}, behaviour: {friends: 30}, shows: She likes to chat.,
        action: drop, really: no, because: Nobody is suspect for having friends.}
    rules:
      nine: {says: Writes “free skins” eight times, clue: free skins, at_least: 8}
      five: {says: Writes “free skins” five times, clue: free skins, at_least: 5}
      many: {says: Has twenty friends, clue: friends, at_least: 20}
    base: {people: 10000, really: 20, catches: 90, wrongly: 5}
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
    "C332": Code(
        T("Some accounts did wrong, and some did not"),
        T(
            "Three to twelve accounts lie on the desk. "
            "Only where some did wrong and others did not can a rule find the ones "
            "and wrong the others."
        ),
        DESK.replace("really: yes", "really: no"),
        DESK,
    ),
    "C333": Code(
        T("One rule is the best, and no two are the same"),
        T(
            "A rule counts a word or a deed that some account really has. "
            "Players compare three to six rules by whom they flag, "
            "so each must flag others than the next, and one must beat chance."
        ),
        DESK.replace("clue: friends", "clue: freinds"),
        DESK,
    ),
    "C334": Code(
        T("Among many, few did wrong, and somebody is flagged"),
        T(
            "Players work out how many of the flagged are honest. "
            "That needs honest accounts, so fewer did wrong than there are, "
            "and a rule that flags somebody."
        ),
        DESK.replace("really: 20,", "really: 20000,"),
        DESK,
    ),
    "C335": Code(
        T("Whoever did wrong is not dropped"),
        T(
            "An account that does harm and is dropped goes on doing it. "
            "There may be a good reason, such as no lawful way to look further; then say it. "
            "It is only advice, so the case works."
        ),
        DESK.replace("action: refer", "action: drop"),
        DESK,
    ),
    "C336": Code(
        T("A speech is rated by a few lines"),
        T(
            "Those who listen rate the speech line by line. "
            "More than eight lines nobody can watch for while listening; three or four are best."
        ),
        "- speak: {ask: Close., rubric: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H, i: I}}",
        "- speak: {ask: Give the closing speech., rubric: {proof: Names the exhibits}}",
    ),
}
