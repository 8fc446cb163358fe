"""The pseudo-language dresses a text up, so that one sees what is translated and what is not.

Every letter gets an accent, the text grows by two fifths as a long translation would, and marks
stand around it. Places, spans and line breaks stay what they are.
"""

from __future__ import annotations

import gettext
import re

PSEUDO = "pseudo"
LONGER = 0.4
PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# Only letters that the shipped fonts have.
DRESSED = "ÅБÇĐËΦΓНÏЙΚΛḾÑÖΡΘЯΣΤÜЧШΧÝΖåвçđëφɡнïйκλḿñöρθгςτüνшχÿζ"
ACCENTS = str.maketrans(PLAIN, DRESSED)
OPEN, SHUT = "«", "»"
# What a program reads: places, the ends of spans, escaped brackets.
KEPT = re.compile(
    r"(\{[A-Za-z_]\w*\}|(?<!\\)\[|\]\((?:trap|honest|law):[A-Za-z0-9_./-]+\)|\\[\[\]])"
)
EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def dressed(text: str) -> str:
    """`text` in the pseudo-language; a text without any words stays as it is."""
    edges = EDGES.fullmatch(text)
    if edges is None or not edges[2]:
        return text
    parts = KEPT.split(edges[2])
    parts[::2] = _grown(parts[::2])
    return f"{edges[1]}{OPEN}{''.join(parts)}{SHUT}{edges[3]}"


def _grown(parts: list[str]) -> list[str]:
    """`parts` with accents, some of their letters doubled."""
    owed = 0.0
    grown = []
    for part in parts:
        signs = []
        for sign in part:
            owed += LONGER
            signs.append(sign)
            if owed >= 1 and sign.isalpha():
                signs.append(sign.lower())
                owed -= 1
        grown.append("".join(signs).translate(ACCENTS))
    return grown


class Pseudo(gettext.NullTranslations):
    """Translates whatever it is asked into the pseudo-language."""

    def gettext(self, message: str) -> str:
        return dressed(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return dressed(msgid1 if n == 1 else msgid2)
