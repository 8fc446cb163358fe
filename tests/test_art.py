"""Every picture keeps to what nanosvg draws, and nanosvg draws it as a full renderer would."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pygame
import pytest
import resvg_py

from game.window.rig import MOODS, people, portrait_svg

ART = Path(__file__).parents[1] / "assets" / "art"
SVG = "{http://www.w3.org/2000/svg}"

DRAWN = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
PAINT = {"defs", "linearGradient", "radialGradient", "stop", "style"}
SHAPE = {"d", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "points"} | {
    "x1", "y1", "x2", "y2", "transform", "class", "id",
}  # fmt: skip
LOOK = {"fill", "stroke", "fill-opacity", "stroke-opacity", "fill-rule"} | {
    f"stroke-{part}"
    for part in ("width", "linecap", "linejoin", "miterlimit", "dasharray", "dashoffset")
}
ATTRIBUTES = SHAPE | LOOK | {"viewBox", "gradientUnits", "offset", "stop-color", "stop-opacity"}
COLOUR = re.compile(r"#[0-9a-f]{3}([0-9a-f]{3})?|none|url\(#[\w-]+\)")
RULE = re.compile(r"\.(\w+)\s*\{([^}]*)\}")

# nanosvg samples a gradient at the corner of a pixel and rounds every layer down, resvg does not:
# that costs up to 2.5 grey levels of 255 where many soft layers lie on each other, and up to 11 in
# a patch of thin edges. A part lost or misread shows in its patch: the thinnest mouth costs 14, an
# eyebrow 29 and more.
CLOSE = 3.0
CLOSE_IN_A_PATCH = 13.0
PATCH = 8  # pixels


def files(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((ART / folder).rglob("*.svg"))]


def named(file: Path) -> str:
    return file.relative_to(ART).with_suffix("").as_posix()


def slips(svg: str) -> Iterator[str]:
    """Everything in `svg` that nanosvg would leave out or draw differently."""
    tree = ElementTree.fromstring(svg)
    ids = {node.get("id") for node in tree.iter()}
    for node in tree.iter():
        tag = node.tag.removeprefix(SVG)
        if tag not in DRAWN | PAINT:
            yield f"<{tag}>"
        yield from (f"{tag} {name}" for name in node.attrib if name not in ATTRIBUTES)
        yield from wrong_colours(node, ids)
        yield from wrong_gradient(node, tag)
    yield from quarrels(tree)


def wrong_colours(node: ElementTree.Element, ids: set[str | None]) -> Iterator[str]:
    values = [node.get(name, "none") for name in ("fill", "stroke", "stop-color")]
    values += [value for _, value in declared(node.text or "") if node.tag == f"{SVG}style"]
    for value in values:
        if not COLOUR.fullmatch(value):
            yield f"colour {value}"
        elif value.startswith("url") and value[5:-1] not in ids:
            yield f"no gradient {value}"


def declared(style: str) -> Iterator[tuple[str, str]]:
    for _, body in RULE.findall(style):
        for rule in filter(None, body.split(";")):
            name, _, value = rule.partition(":")
            yield name.strip(), value.strip()


def wrong_gradient(node: ElementTree.Element, tag: str) -> Iterator[str]:
    if not tag.endswith("Gradient"):
        return
    if node.get("gradientUnits") != "userSpaceOnUse":
        yield f"{tag} {node.get('id')}: say gradientUnits, nanosvg misreads bare fractions"


def quarrels(tree: ElementTree.Element) -> Iterator[str]:
    """A class and an attribute that both paint one thing: the two renderers disagree who wins."""
    style = "".join(node.text or "" for node in tree.iter(f"{SVG}style"))
    paints = {name: {rule.split(":")[0].strip() for rule in body.split(";")}
              for name, body in RULE.findall(style)}  # fmt: skip
    for node in tree.iter():
        for name in node.get("class", "").split():
            twice = paints.get(name, set()) & set(node.keys())
            yield from (f".{name} and {paint}" for paint in twice)


def by_nanosvg(svg: str, size: tuple[int, int]) -> pygame.Surface:
    return on_grey(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size), size)


def by_resvg(svg: str, size: tuple[int, int]) -> pygame.Surface:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=size[0], height=size[1])
    return on_grey(pygame.image.load(io.BytesIO(png)), size)


def on_grey(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    page = pygame.Surface(size, depth=24)
    page.fill("#808080")
    page.blit(picture, (0, 0))
    return page


def distances(ours: pygame.Surface, theirs: pygame.Surface) -> list[int]:
    pairs = zip(pygame.image.tobytes(ours, "RGB"), pygame.image.tobytes(theirs, "RGB"), strict=True)
    return [abs(a - b) for a, b in pairs]


def differs(svg: str, size: tuple[int, int]) -> tuple[float, int]:
    """How far the two renderers are apart, of 255: on the average pixel and in the worst patch."""
    pictures = by_nanosvg(svg, size), by_resvg(svg, size)
    coarse = size[0] // PATCH, size[1] // PATCH
    fine = distances(*pictures)
    ours, theirs = (pygame.transform.smoothscale(picture, coarse) for picture in pictures)
    return sum(fine) / len(fine), max(distances(ours, theirs))


def looks_the_same(svg: str, size: tuple[int, int]) -> bool:
    average, worst = differs(svg, size)
    return average < CLOSE and worst < CLOSE_IN_A_PATCH


def fitted(svg: str, longest: int) -> tuple[int, int]:
    box = ElementTree.fromstring(svg).get("viewBox", "").split()
    width, height = float(box[2]), float(box[3])
    scale = longest / max(width, height)
    return round(width * scale), round(height * scale)


@pytest.mark.parametrize("file", files("."), ids=named)
def test_a_file_uses_only_what_nanosvg_draws(file: Path) -> None:
    assert not list(slips(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", people(ART))
def test_a_portrait_uses_only_what_nanosvg_draws(name: str) -> None:
    assert not {slip for mood in MOODS for slip in slips(portrait_svg(ART, name, mood))}


@pytest.mark.parametrize("file", files("scenes", "ui", "icons"), ids=named)
def test_a_picture_looks_the_same_in_both_renderers(file: Path) -> None:
    svg = file.read_text(encoding="utf-8")

    assert looks_the_same(svg, fitted(svg, 96 if file.parent.name == "icons" else 480))


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("name", people(ART))
def test_a_portrait_looks_the_same_in_both_renderers(name: str, mood: str) -> None:
    assert looks_the_same(portrait_svg(ART, name, mood), (120, 144))


@pytest.mark.parametrize("file", files("icons"), ids=named)
def test_an_icon_has_one_colour(file: Path) -> None:
    assert set(re.findall(r"#\w+", file.read_text(encoding="utf-8"))) == {"#20305a"}


def test_art_stays_small() -> None:
    too_big = [named(file) for file in files("scenes", "ui") if file.stat().st_size > 40_000]
    too_big += [
        f"{name} {mood}"
        for name in people(ART)
        for mood in MOODS
        if len(portrait_svg(ART, name, mood).encode()) > 12_000
    ]

    assert not too_big


def test_a_shape_that_nanosvg_ignores_is_found() -> None:
    svg = f'<svg xmlns="{SVG[1:-1]}"><use href="#a"/><path fill="red" d="M0 0"/></svg>'

    assert list(slips(svg)) == ["<use>", "use href", "colour red"]


def test_a_part_that_one_renderer_loses_is_noticed() -> None:
    whole = portrait_svg(ART, "girl_a", "neutral")
    without_brows = re.sub(r'<path class="brow"[^>]*/>', "", whole)
    pictures = by_nanosvg(without_brows, (120, 144)), by_resvg(whole, (120, 144))

    coarse = [pygame.transform.smoothscale(picture, (15, 18)) for picture in pictures]

    assert max(distances(*coarse)) > CLOSE_IN_A_PATCH
