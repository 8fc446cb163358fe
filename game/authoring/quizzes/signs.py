"""The signs of GIFT: what a backslash protects, which format a text is in, how lines are joined."""

from __future__ import annotations

import html
import re
from itertools import chain, pairwise

from game.authoring.quizzes.question import tidy

# A clean text holds no surrogates, so they can stand for protected signs while others are sought.
HIDDEN = 0xDC00
PROTECTED = re.compile(r"\\([\\~=#{}:n])")
FOUND = re.compile("[\udc00-\udc7f]")
SPECIAL = re.compile(r"[~=#{}:\\]")
FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
TAG = re.compile(r"<(?:[/!]?[A-Za-z]|!--)[^<>]*>")
BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.IGNORECASE)
PICTURE = re.compile(r"<(?:img|video|audio|object|iframe)\b", re.IGNORECASE)


def hidden(text: str) -> str:
    """`text` in which a sign after a backslash is no sign any more."""
    return PROTECTED.sub(lambda found: chr(HIDDEN + ord(found[1])), text)


def shown(text: str) -> str:
    """`text` with the signs that `hidden` put away, `n` as the line break that it stands for."""
    return FOUND.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    sign = chr(ord(found[0]) - HIDDEN)
    return "\n" if sign == "n" else sign


def protected(text: str) -> str:
    """`text` with a backslash before every sign, all in one line."""
    return SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


def folded(text: str) -> str:
    """`text` in one line: a break between Chinese characters leaves no blank."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joints = ("" if WIDE.match(a[-1]) and WIDE.match(b[0]) else " " for a, b in pairwise(lines))
    return "".join(chain(lines[:1], *zip(joints, lines[1:], strict=True)))


def plain(raw: str, form: str = "") -> tuple[str, str, bool]:
    """What `raw` says, its format or else `form`, and whether a picture or sound is missing."""
    text = raw.strip()
    if found := FORMAT.match(text):
        form, text = found[1], text[found.end() :]
    text = shown(folded(text))
    if form != "html":
        return tidy(text), form, False
    has_picture = bool(PICTURE.search(text))
    text = html.unescape(TAG.sub("", BREAK.sub("\n", text)))
    lines = (line.strip() for line in text.split("\n"))
    return tidy("\n".join(line for line in lines if line)), form, has_picture
