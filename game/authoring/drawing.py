"""Drawing as SVG, in words that browsers and drawing programs show alike in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

CHINESE = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC'"
LATIN = "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Noto Sans SC Mock Court Latin'"
OURS = "'Noto Sans SC Mock Court',sans-serif"
PAPER, CARD, INK, SOFT, FAINT = "#fbf6ea", "#ffffff", "#1f2438", "#54546a", "#ded4be"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sheet(wide: float, high: float, title: str, language: str, parts: Iterable[str]) -> str:
    """An SVG file of `parts` upon paper."""
    inside = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" '
        f'viewBox="0 0 {wide:g} {high:g}" role="img" xml:lang={quoteattr(language)} '
        f'font-family="{_faces(language)}" font-size="14" fill="{INK}">\n'
        f"<title>{safe(title)}</title>\n"
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{inside}\n</svg>\n'
    )


def _faces(language: str) -> str:
    """Chinese faces draw English quotation marks two columns wide, so English asks others first."""
    order = (CHINESE, OURS) if language.startswith("zh") else (LATIN, CHINESE, OURS)
    return ",".join(order)


def box(x: float, y: float, wide: float, high: float, fill: str, edge: str, round_: float) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="{round_:g}" '
        f'fill="{fill}" stroke="{edge}"/>'
    )


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 14,
    colour: str = INK,
    weight: str = "normal",
    anchor: str = "start",
) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{colour}">{safe(words)}</text>'
    )


def safe(text: str) -> str:
    return escape(NOT_XML.sub("", text))
