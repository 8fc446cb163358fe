"""A made-up story of any length, written as a case for us and as ink for the peer.

Both hold the same words, questions and conditions: a row of exchanges, each a few lines, a question
with three answers, and a line that only those hear who gave one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

PER_SCENE = 20  # exchanges

HEAD = """\
format: 1
id: {id}
language: en
title: A long story
summary: A story that was made up to be measured.
level: junior
minutes: 40
proceeding: criminal
court: Lakeside District People's Court
based_on: {{kind: invented, note: Invented.}}
review: {{law_checked: 2026-11-23, by: Us, status: not yet reviewed by a lawyer}}
people:
  lin: {{name: Judge Lin, part: presiding_judge, portrait: judge_woman}}
  zhou: {{name: Zhou, part: prosecutor}}
  shen: {{name: Shen, part: defender}}
  gm: {{name: GM_Star, part: account}}
scenes:
"""
SCENE = """\
  - id: scene_{n}
    title: Part {n}
    chain: prevention
    beats:
"""
EXCHANGE = """\
      - say:
          - {{by: gm, says: "{offer}", mood: happy}}
          - says: {doubt}
            by: lin
      - decide:
          ask: {ask}
          choices:
            meet_{n}:
              says: {meet}
              because: Who waits is still there when the next one comes.
            tell_{n}:
              says: {tell}
              sound: yes
              because: Two see more than one.
            run_{n}:
              says: {run}
              because: Nobody has learnt anything from it.
"""
HEARD = """\
      - say: {heard}
        when: {{chose: meet_{before}}}
"""
INK = """\
{offer}
{doubt}
{ask}
* [{meet}]
  ~ given{n} = 1
* [{tell}]
  ~ given{n} = 2
* [{run}]
  ~ given{n} = 3
-
"""
INK_HEARD = """\
{{ given{before} == 1:
{heard}
}}
"""


class Story(Struct, frozen=True):
    """The same story twice, and how long it is as a case."""

    id: str
    case: str
    ink: str

    @property
    def lines(self) -> int:
        return self.case.count("\n")


def story(lines: int, id: str = "story") -> Story:
    """A story whose case has at least `lines` lines, and hardly more."""
    case, ink = [HEAD.format(id=id)], []
    length = case[0].count("\n")
    for n, exchange in enumerate(_exchanges()):
        parts = [EXCHANGE.format(**exchange)]
        told = [INK.format(**exchange)]
        if n % PER_SCENE == 0:
            parts.insert(0, SCENE.format(n=n // PER_SCENE))
        if n >= 3:
            parts.append(HEARD.format(**exchange))
            told.append(INK_HEARD.format(**exchange))
        case += parts
        ink += told
        length += sum(part.count("\n") for part in parts)
        if length >= lines:
            break
    variables = "".join(f"VAR given{number} = 0\n" for number in range(n + 1))
    return Story(id, "".join(case), variables + "".join(ink) + "-> END\n")


def _exchanges() -> Iterator[dict[str, str | int]]:
    n = 0
    while True:
        yield {
            "n": n,
            "before": n - 3,
            "offer": f"Offer {n}, and only for the next ten minutes.",
            "doubt": f"Somebody has said that before, {n} times.",
            "ask": f"What should she do about offer {n}?",
            "meet": f"Wait for whoever writes and meet them, as in {n}",
            "tell": f"Show it to an aunt, as in {n}",
            "run": f"Leave at once and never come back, as in {n}",
            "heard": f"You waited then, in {n - 3}.",
        }
        n += 1


def knotted(pairs: int) -> Story:
    """A story in which none of its first answers can be forgotten before the second half.

    The last line is heard by whoever waited in some question and in its counterpart further down.
    """
    exchanges = [e for e, _ in zip(_exchanges(), range(2 * pairs), strict=False)]
    agreed = [(n, n + pairs) for n in range(pairs)]
    heard = ", ".join(f"{{all: [{{chose: meet_{a}}}, {{chose: meet_{b}}}]}}" for a, b in agreed)
    case = HEAD.format(id="knotted") + SCENE.format(n=0)
    case += "".join(EXCHANGE.format(**exchange) for exchange in exchanges)
    case += f"      - say: You waited twice.\n        when: {{any: [{heard}]}}\n"
    either = " || ".join(f"(given{a} == 1 && given{b} == 1)" for a, b in agreed)
    ink = "".join(f"VAR given{n} = 0\n" for n in range(2 * pairs))
    ink += "".join(INK.format(**exchange) for exchange in exchanges)
    return Story("knotted", case, f"{ink}{{ {either}:\nYou waited twice.\n}}\n-> END\n")
