"""The two seals of a certificate: the red one of the mock court, and a golden rosette."""

from __future__ import annotations

from math import cos, pi, sin

from pygame import SRCALPHA, Surface
from pygame.transform import rotozoom

from game.window.kit import Kit
from game.window.pictures import raster
from game.window.theme import Colour, hexed

RED: Colour = (178, 34, 42)
SPREAD = 250  # degrees of the ring that letters take
POINTS = 28


def red_seal(kit: Kit, words: str, side: int) -> Surface:
    """A round seal in red ink: `words` along its edge, a gavel in the middle."""
    seal = raster(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><g fill="none" '
        f'stroke="{hexed(RED)}"><circle cx="100" cy="100" r="94" stroke-width="7"/>'
        f'<circle cx="100" cy="100" r="84" stroke-width="2"/>'
        f'<circle cx="100" cy="100" r="42" stroke-width="2" stroke-dasharray="2 5" '
        f'stroke-linecap="round"/></g></svg>',
        (side, side),
    )
    _on_ring(kit, seal, words)
    sign = kit.pictures.icon("gavel", side * 3 // 10, RED)
    seal.blit(sign, sign.get_rect(center=seal.get_rect().center))
    return seal


def rosette(kit: Kit, side: int) -> Surface:
    """A golden rosette with ribbons and the scales of justice; taller than it is wide."""
    colours = kit.colours
    gold, navy = hexed(colours.gold), hexed(colours.navy)
    star = " ".join(f"{x:.1f},{y:.1f}" for x, y in _zigzag())
    picture = raster(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 260">'
        f'<polygon fill="{hexed(colours.burgundy)}" points="62,150 34,250 70,232 96,258 112,160"/>'
        f'<polygon fill="{hexed(RED)}" points="138,150 166,250 130,232 104,258 88,160"/>'
        f'<polygon fill="{gold}" stroke="{navy}" stroke-width="2" points="{star}"/>'
        f'<circle cx="100" cy="100" r="66" fill="{navy}"/>'
        f'<circle cx="100" cy="100" r="58" fill="none" stroke="{gold}" stroke-width="3"/></svg>',
        (side, side * 13 // 10),
    )
    sign = kit.pictures.icon("scales", side * 2 // 5, colours.gold)
    picture.blit(sign, sign.get_rect(center=(side // 2, side // 2)))
    return picture


def _zigzag() -> list[tuple[float, float]]:
    """A circle of points, like the edge of pressed wax."""
    return [
        (100 + reach * cos(angle), 100 + reach * sin(angle))
        for number in range(2 * POINTS)
        for reach, angle in [(94 if number % 2 else 82, pi * number / POINTS)]
    ]


def _on_ring(kit: Kit, seal: Surface, words: str) -> None:
    """Write `words` around the middle of `seal`, clockwise, their middle at the top."""
    side = seal.width
    radius = side * 0.315
    size = side * min(0.17, 1.3 / max(1, len(words)))
    letters = [_letter(kit, sign, size / kit.factor) for sign in words]
    room = SPREAD * pi / 180 * radius - sum(letter.width for letter in letters)
    gap = min(side * 0.06, room / len(letters))
    at = -(sum(letter.width + gap for letter in letters) / radius * 90 / pi)
    for letter in letters:
        step = (letter.width + gap) / radius * 180 / pi
        angle = (at + step / 2) * pi / 180
        turned = rotozoom(letter, -(at + step / 2), 1)
        middle = (side / 2 + radius * sin(angle), side / 2 - radius * cos(angle))
        seal.blit(turned, turned.get_rect(center=(round(middle[0]), round(middle[1]))))
        at += step


def _letter(kit: Kit, sign: str, size: float) -> Surface:
    layout = kit.lay(sign if sign.strip() else "·", 10**5, size=size, bold=True, colour=RED)
    letter = Surface(layout.size, SRCALPHA, 32)
    layout.draw(letter, (0, 0))
    return letter
