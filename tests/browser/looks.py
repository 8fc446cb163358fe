"""What is wrong with how a page looks: what axe-core finds, what sticks out, what is too small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (320, 683)  # CSS pixels of WCAG 1.4.10, and of a desk of 1366 at 200%
FINGER = 44  # CSS pixels, below which a finger misses
OPTIONS = {"resultTypes": ["violations"]}
STICKS_OUT = """() => {
    const root = document.documentElement, wide = root.clientWidth;
    return root.scrollWidth <= wide ? [] : [...document.body.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest(".wide"))
        .map(e => `${e.tagName} ${e.id} ${e.className} ${e.textContent.slice(0, 40)}`);
}"""
# A link within a sentence may be as small as the sentence (WCAG 2.5.8).
SMALL = """least => [...document.querySelectorAll(
        "button, select, summary, a, label:has(input), input:not(label *)")]
    .filter(e => e.getClientRects().length && e.type !== "hidden" && !e.closest("p, span, .skip"))
    .filter(e => Math.min(e.getClientRects()[0].height, e.getBoundingClientRect().width)
        < least - 0.5)
    .map(e => `${e.tagName} ${e.textContent.slice(0, 40)}`)"""


def faults(page: Page, fingers: bool = True) -> list[str]:
    """What is wrong with a page, a line each; `fingers` are to press what is on it."""
    return [*_axe(page), *_sideways(page), *(_small(page) if fingers else ())]


def _axe(page: Page) -> Iterator[str]:
    from axe_playwright_python.sync_playwright import Axe

    for found in Axe().run(page, options=OPTIONS).response["violations"]:
        for node in found["nodes"]:
            yield f"{page.url}: {found['id']}: {node['target']} {node['html'][:120]}"


def _sideways(page: Page) -> Iterator[str]:
    before = page.viewport_size
    assert before is not None
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": before["height"]})
        for what in page.evaluate(STICKS_OUT):
            yield f"{page.url}: sticks out at {width}: {what}"
    page.set_viewport_size(before)


def _small(page: Page) -> Iterator[str]:
    for what in page.evaluate(SMALL, FINGER):
        yield f"{page.url}: too small: {what}"
