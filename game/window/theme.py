"""Colours and sizes: every colour has a job, and every size is for a window of 1280 by 720."""

from __future__ import annotations

from msgspec import Struct

Colour = tuple[int, int, int]

WIDTH, HEIGHT = 1280, 720

# Text sizes, before the window's factor and the player's own text scale.
# Every further size costs a megabyte for each face that is drawn in it.
SMALL, BODY, SPEECH, TITLE, LOGO = 18, 21, 26, 40, 66
TOUCH = 46  # nothing that can be pressed is smaller
MARGIN, GAP, PAD = 20, 12, 18
ROUND = 14

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
FAR, FAR_RING = 1.5, 1.7  # on a projector: the least text scale, and how thick the focus ring is


# Dark enough for white letters in every palette; each team has a name besides.
TEAMS: tuple[Colour, ...] = (
    (150, 24, 36), (20, 72, 158), (14, 92, 50), (98, 40, 134), (122, 62, 0), (0, 86, 100),
)  # fmt: skip


class Palette(Struct, frozen=True):
    """One set of colours; the names say what each is for."""

    name: str
    paper: Colour  # panels
    card: Colour  # what can be pressed
    card_hot: Colour  # the same under the mouse
    card_on: Colour  # the same when picked
    sheet: Colour  # documents on paper
    ink: Colour
    soft: Colour  # less important text
    line: Colour  # edges
    faint: Colour  # hairlines and troughs
    navy: Colour
    navy_hot: Colour
    on_navy: Colour
    gold: Colour  # ornament on navy
    burgundy: Colour
    good: Colour
    good_back: Colour
    bad: Colour
    bad_back: Colour
    focus: Colour
    halo: Colour  # around the focus ring
    highlight: Colour
    phrase: Colour  # a phrase that can be tapped
    bubble: Colour
    bubble_mine: Colour
    phone: Colour  # behind the bubbles
    night: Colour  # behind everything
    edge: float = 1.5  # thickness of the edges
    teams: tuple[Colour, ...] = TEAMS  # behind the names of teams, which are on_navy


NORMAL = Palette(
    name="normal",
    paper=(251, 246, 234),
    card=(255, 255, 255),
    card_hot=(255, 249, 228),
    card_on=(226, 233, 250),
    sheet=(255, 253, 246),
    ink=(31, 36, 56),
    soft=(84, 84, 100),
    line=(62, 78, 122),
    faint=(222, 212, 190),
    navy=(32, 48, 90),
    navy_hot=(48, 70, 126),
    on_navy=(255, 250, 236),
    gold=(240, 196, 92),
    burgundy=(122, 32, 50),
    good=(22, 101, 58),
    good_back=(229, 244, 231),
    bad=(155, 28, 40),
    bad_back=(253, 233, 230),
    focus=(20, 104, 208),
    halo=(255, 255, 255),
    highlight=(255, 224, 130),
    phrase=(110, 58, 8),
    bubble=(255, 255, 255),
    bubble_mine=(205, 238, 188),
    phone=(230, 234, 242),
    night=(24, 30, 52),
)

CONTRAST = Palette(
    name="contrast",
    paper=(255, 255, 255),
    card=(255, 255, 255),
    card_hot=(255, 246, 190),
    card_on=(255, 236, 140),
    sheet=(255, 255, 255),
    ink=(0, 0, 0),
    soft=(40, 40, 40),
    line=(0, 0, 0),
    faint=(120, 120, 120),
    navy=(0, 0, 40),
    navy_hot=(0, 40, 120),
    on_navy=(255, 255, 255),
    gold=(255, 214, 64),
    burgundy=(90, 0, 20),
    good=(0, 72, 30),
    good_back=(255, 255, 255),
    bad=(120, 0, 10),
    bad_back=(255, 255, 255),
    focus=(0, 60, 200),
    halo=(255, 214, 64),
    highlight=(255, 226, 90),
    phrase=(80, 30, 0),
    bubble=(255, 255, 255),
    bubble_mine=(214, 246, 200),
    phone=(236, 236, 236),
    night=(0, 0, 0),
    edge=2.5,
)

# What is written on what: each pair must be readable (see the tests).
WRITTEN_ON = (
    ("ink", "paper"), ("ink", "card"), ("ink", "card_hot"), ("ink", "card_on"), ("ink", "sheet"),
    ("soft", "paper"), ("soft", "card"), ("soft", "card_hot"), ("soft", "card_on"),
    ("soft", "sheet"), ("on_navy", "navy"), ("on_navy", "navy_hot"), ("gold", "navy"),
    ("on_navy", "burgundy"), ("burgundy", "paper"), ("good", "good_back"), ("bad", "bad_back"),
    ("good", "paper"), ("bad", "paper"), ("ink", "good_back"), ("ink", "bad_back"),
    ("phrase", "bubble"), ("phrase", "highlight"), ("phrase", "bubble_mine"), ("phrase", "sheet"),
    ("ink", "bubble"), ("ink", "bubble_mine"), ("soft", "phone"), ("soft", "bubble"),
    ("soft", "bubble_mine"), ("on_navy", "good"), ("on_navy", "bad"), ("phrase", "card"),
    ("soft", "good_back"), ("soft", "bad_back"),
    ("navy", "paper"), ("navy", "card"), ("navy", "card_hot"), ("navy", "card_on"),
    ("navy", "sheet"), ("burgundy", "card"), ("burgundy", "card_on"), ("burgundy", "sheet"),
    ("good", "card"), ("bad", "card"), ("phrase", "card_hot"),
)  # fmt: skip


def palette(contrast: bool) -> Palette:
    """The palette for the player's wish."""
    return CONTRAST if contrast else NORMAL


def contrast_ratio(one: Colour, other: Colour) -> float:
    """How well `one` reads on `other`, from 1 to 21, after WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def hexed(colour: Colour) -> str:
    """The colour as SVG writes it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a `share` of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
