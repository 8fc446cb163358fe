"""Colours that are written on each other can be read: WCAG AA, and AAA in high contrast."""

from __future__ import annotations

import pytest

from game.window.theme import CONTRAST, NORMAL, WRITTEN_ON, contrast_ratio


@pytest.mark.parametrize(("palette", "least"), [(NORMAL, 4.5), (CONTRAST, 7.0)], ids=["AA", "AAA"])
@pytest.mark.parametrize(("ink", "ground"), WRITTEN_ON)
def test_text_can_be_read(palette, least, ink, ground):
    assert contrast_ratio(getattr(palette, ink), getattr(palette, ground)) >= least


@pytest.mark.parametrize("palette", [NORMAL, CONTRAST], ids=["normal", "contrast"])
@pytest.mark.parametrize("ground", ["paper", "card", "sheet", "bubble"])
def test_edges_and_the_focus_ring_can_be_seen(palette, ground):
    assert contrast_ratio(palette.line, getattr(palette, ground)) >= 3
    assert contrast_ratio(palette.focus, getattr(palette, ground)) >= 3
