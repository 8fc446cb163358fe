"""Explain prints the page of one code: what it claims, why it matters, and wrong beside right."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Mapping
from textwrap import indent
from typing import TextIO

from game.scenario.code import Code
from game.scenario.codes import manual
from game.scenario.words import T, Translate

GROUPS = {
    "C1": T("Reading the file"),
    "C2": T("The form of a case"),
    "C3": T("What makes a case fair and playable"),
    "C4": T("Languages"),
}


def explain(code: str, say: Translate) -> int:
    """Print the page of `code`, written as C203, c203 or 203, or the list of all if it is empty.

    0 if there is such a page; else 2, with a sentence and the codes that begin alike on stderr.
    """
    pages = manual()
    name = _plain(code)
    if not name:
        _print(_listed(pages, say))
    elif name in pages:
        _print(_page(name, pages[name], say))
    else:
        _print([say(T("There is no code {code}.", code=name)), ""], sys.stderr)
        _print(_listed(_alike(name, pages), say), sys.stderr)
        return 2
    return 0


def _plain(code: str) -> str:
    """`code` as it is printed, however hastily it was typed: `ｃ２０３：` is C203."""
    name = unicodedata.normalize("NFKC", code).strip(" :").upper()
    return "C" + name if name.isdecimal() else name


def _alike(name: str, pages: Mapping[str, Code]) -> Mapping[str, Code]:
    """The pages whose codes share most of their beginning with `name`; all, if none does."""
    for length in (3, 2):
        near = {code: page for code, page in pages.items() if code[:length] == name[:length]}
        if near:
            return near
    return pages


def _page(name: str, page: Code, say: Translate) -> Iterator[str]:
    yield f"{name}: {say(page.title)}"
    yield ""
    yield say(page.why)
    for heading, example in page.examples():
        yield ""
        yield say(heading)
        yield ""
        yield indent(example, "    ")


def _listed(pages: Mapping[str, Code], say: Translate) -> Iterator[str]:
    for start, heading in GROUPS.items():
        rows = [f"  {code}  {say(page.title)}" for code, page in pages.items() if code[:2] == start]
        if rows:
            yield say(heading)
            yield from rows
            yield ""
    yield say(T("“mockcourt explain C203” shows the page of a code, with examples."))


def _print(lines: Iterator[str] | list[str], to: TextIO | None = None) -> None:
    for line in lines:
        print(line, file=to)
