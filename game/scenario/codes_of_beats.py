"""Pages C310 to C329 of the manual: what would make a single step unfair or unplayable."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import indent

from game.scenario.code import Code
from game.scenario.words import T


def scene(beats: str) -> str:
    """A scene of `beats`, for examples that need other parts of the case as well."""
    head = "scenes:\n  - id: court\n    title: The court\n    chain: traceability\n    beats:\n"
    return head + indent(beats, "      ").rstrip("\n")


LOG = """\
exhibits:
  log:
    title: The chat log
    kind: electronic_data
    offered_by: prosecution
    shows: The whole chat, with its hash.
    because: The hash matches.
"""
EXAMINED = """\
- question:
    by: prosecution
    to: chen
    choose: 1
    questions:
      where:
        says: Where were you that evening?
        answer: Asleep.
        because: It is open, and can be checked.
        contradicts: {exhibit: log, because: He wrote at 21:04.}
"""
PHRASES = """\
documents:
  chat:
    kind: chat
    title: A group chat
    messages:
      - {says: "[Ten free skins](trap:free_gift)! See [the notice page](honest:notice)."}
  call:
    kind: call
    title: A call
    messages:
      - {says: "[Not a word to your mum](trap:secrecy)."}
traps:
  free_gift: {kind: free_lure, tell: A stranger gives you something., lesson: Ask first.}
  secrecy: {kind: secrecy, tell: Nobody may know., lesson: Tell somebody at once.}
"""
TWO_RECORDS = """\
documents:
  chat:
    kind: chat
    title: A group chat
    messages:
      - {id: m1, says: "[Ten free skins](trap:free_gift)! See [the notice page](honest:notice)."}
  told:
    kind: statement
    title: What she told
    messages:
      - {id: s1, says: He promised me skins.}
      - {id: s2, says: I was eating noodles.}
"""
COMPARED = """\
- compare:
    left: told
    right: chat
    links: [{left: s1, right: m1, relation: supports, because: Both speak of skins.}]
"""
SENTENCED = """\
- sentence:
    law: criminal_law/266
    offered: [0, 60]
    lawful: [0, 36]
    recommend: [12, 16]
    plead: [6, 10]
    decide: [8, 14]
    factors:
      repaid: {says: He paid all of it back., weighs: lighter, because: The loss is made good.}
    fair_because: It weighs both sides.
    lawful_because: It is lawful, but leaves something out of account.
    unlawful_because: It is more than the law allows.
"""
CALLED = """\
- help:
    steps: {stop: Send nothing more., keep: Keep the chat., tell: Tell a grown-up.}
    calls:
      gone: {says: The money has just gone., number: "110", because: The police can be quick.}
"""

BEATS: Mapping[str, Code] = {
    "C310": Code(
        T("One pick, one sound choice"),
        T(
            "Where only one answer can be picked, exactly one must be right. "
            "With none, nobody can do well; with two, a child who picked the other one was right "
            "and loses marks. What is half right says “sound: partly”."
        ),
        """\
- decide:
    ask: A stranger wants the login code. What now?
    choices:
      ask_mum: {says: Ask mum first., because: Two heads see more.}
      send_code: {says: Send the code., because: A code is as good as a password.}
      wait: {says: Wait., because: He keeps the pressure on.}
""",
        """\
- decide:
    ask: A stranger wants the login code. What now?
    choices:
      ask_mum: {says: Ask mum first., sound: yes, because: Two heads see more.}
      send_code: {says: Send the code., because: A code is as good as a password.}
      wait: {says: Wait., because: He keeps the pressure on.}
""",
    ),
    "C311": Code(
        T("Two choices can be guessed"),
        T(
            "Of two answers every second guess is right, and one of them often sounds like "
            "the answer a teacher wants. "
            "A third that really tempts makes children think; it is only advice, so the case works."
        ),
        """\
- decide:
    ask: A stranger wants the login code. What now?
    choices:
      ask_mum: {says: Ask mum first., sound: yes}
      send_code: {says: Send the code., because: A code is as good as a password.}
""",
        """\
- decide:
    ask: A stranger wants the login code. What now?
    choices:
      ask_mum: {says: Ask mum first., sound: yes}
      send_code: {says: Send the code., because: A code is as good as a password.}
      half: {says: Send half of it., because: He will ask for the rest at once.}
""",
    ),
    "C320": Code(
        T("Only a trap that the document holds can be named"),
        T(
            "After finding the traps, players say which trick each of them is. "
            "They can only say it of a phrase that stands in the document before their eyes."
        ),
        PHRASES + scene("- spot: {document: chat, name: [free_gift, secrecy]}"),
        PHRASES + scene("- spot: {document: chat, name: [free_gift]}"),
    ),
    "C321": Code(
        T("Every sentence to compare has its answer"),
        T(
            "Players hold each sentence that has an id against the record. "
            "It is linked with an entry that supports or contradicts it, or the record is silent. "
            "A sentence that you forgot would have no right answer."
        ),
        TWO_RECORDS + scene(COMPARED),
        TWO_RECORDS + scene(COMPARED + "    silent: {s2: The chat says nothing of noodles.}"),
    ),
    "C322": Code(
        T("An exhibit is shown once, by prosecution or defence"),
        T(
            "The sides offer evidence; the court only rules on it. "
            "Shown twice, an exhibit could be admitted once and excluded once, and nobody could "
            "say what holds."
        ),
        LOG + scene("- exhibit: log\n- exhibit: log"),
        LOG + scene("- exhibit: log"),
    ),
    "C323": Code(
        T("A side can put its questions without an improper one"),
        T(
            "A side that must put two questions needs two that are proper, or it cannot help "
            "breaking the rules. What an empty chair asks must be among the questions, "
            "and as many as “choose:” says. Only the prosecution and the defence examine here."
        ),
        """\
- question:
    by: prosecution
    to: chen
    choose: 2
    questions:
      where: {says: Where were you?, answer: At home., because: It is open.}
      surely: {says: You did it!, improper: leading, answer: No., because: It leads.}
""",
        """\
- question:
    by: prosecution
    to: chen
    choose: 1
    questions:
      where: {says: Where were you?, answer: At home., because: It is open.}
      surely: {says: You did it!, improper: leading, answer: No., because: It leads.}
""",
    ),
    "C324": Code(
        T("Nothing rests on an exhibit that was not shown yet"),
        T(
            "An argument, or what gives an answer the lie, must be on the table already. "
            "Players choose among the exhibits shown so far, so the right one would not be there."
        ),
        LOG + scene(EXAMINED),
        LOG + scene("- exhibit: log\n" + EXAMINED),
    ),
    "C325": Code(
        T("What is proved rests on sound evidence, and a doubt on none"),
        T(
            "An issue that is proved names the exhibits that prove it, none of them flawed. "
            "One that is not proved names none: where a reasonable doubt remains, "
            "the court may not find it proved. Only issues of this case can be decided."
        ),
        LOG
        + "    flaw: authenticity\n"
        + "issues:\n"
        + "  led:\n"
        + "    {says: He led the group., proved: yes, carried_by: [log], because: He wrote it.}\n"
        + scene("- exhibit: log\n- find: all"),
        LOG
        + "    flaw: authenticity\n"
        + "issues:\n"
        + "  led:\n"
        + "    {says: He led the group., proved: no, because: The log may be forged.}\n"
        + scene("- exhibit: log\n- find: all"),
    ),
    "C326": Code(
        T("A fair sentence is a lawful one"),
        T(
            "The fair ranges lie within what the law allows, and all of that is on offer. "
            "Otherwise a class would learn that a just court may break the law, or could not find "
            "the right number at all. The smaller number stands first."
        ),
        SENTENCED.replace("decide: [8, 14]", "decide: [30, 48]"),
        SENTENCED,
    ),
    "C327": Code(
        T("As many sound requests as are taken, each with its duty"),
        T(
            "Players choose as many requests as “take:” says, so just as many must be sound. "
            "A court asks only for what somebody is bound to do: "
            "each sound request names the law card with that duty."
        ),
        """\
- advise:
    to: Starlight Games
    take: 1
    requests:
      report: {says: Put a report button into every chat, sound: yes}
      close: {says: Close the game for good, because: No duty goes so far.}
""",
        """\
- advise:
    to: Starlight Games
    take: 1
    requests:
      report:
        says: Put a report button into every chat
        sound: yes
        duty: minors_protection_law/78
      close: {says: Close the game for good, because: No duty goes so far.}
""",
    ),
    "C328": Code(
        T("Every number to call stands under “help:”"),
        T(
            "Players choose among the numbers of the case's “help:”. "
            "One that is not there cannot be chosen. "
            "Write each in quotation marks and say what it is for; children may call it one day."
        ),
        scene(CALLED) + '\nhelp:\n  "12355": The youth line, for worries',
        scene(CALLED) + '\nhelp:\n  "110": The police\n  "12355": The youth line, for worries',
    ),
    "C329": Code(
        T("A question has one form"),
        T(
            "A question asks for a choice, an order, pairs or a number. "
            "With two forms only one would be played, and with none there is nothing to answer. "
            "Texts to put in order must differ, or nobody could tell them apart."
        ),
        """\
- quiz:
    ask: How many free skins were promised?
    because: Ten, at 20:14.
    order: [Five, Ten]
    amount: {offered: [0, 30], exact: [10, 10], unit: skins}
""",
        """\
- quiz:
    ask: How many free skins were promised?
    because: Ten, at 20:14.
    amount: {offered: [0, 30], exact: [10, 10], unit: skins}
""",
    ),
}
