"""How colours look to eyes that lack one kind of cone, or all.

The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
Visualization and Computer Graphics 15 (6), 2009, pages 1291-1298, table 1, for severity 1.0.
They work on linear light.
"""

from __future__ import annotations

from game.window.theme import Colour, contrast_ratio

EYES = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "no colour": ((0.2126, 0.7152, 0.0722),) * 3,  # nothing but how light it is
}


def seen(colour: Colour, eye: str) -> Colour:
    """`colour` as this eye sees it."""
    light = [_linear(part / 255) for part in colour]
    red, green, blue = (
        _written(sum(a * b for a, b in zip(row, light, strict=True))) for row in EYES[eye]
    )
    return red, green, blue


def seen_contrast(one: Colour, other: Colour, eye: str) -> float:
    """The WCAG contrast between two colours as this eye sees them."""
    return contrast_ratio(seen(one, eye), seen(other, eye))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _written(light: float) -> int:
    light = min(1.0, max(0.0, light))
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(part * 255)
