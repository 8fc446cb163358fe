"""Waves are lists of numbers, and these are the tools to make, mix and shape them."""

import math
import random
from collections.abc import Callable, Iterable

RATE = 22_050  # samples a second
Wave = list[float]  # samples between -1 and 1


def blank(seconds: float) -> Wave:
    """Silence."""
    return [0.0] * int(seconds * RATE)


def mix(into: Wave, sound: Wave, at: float = 0.0, gain: float = 1.0) -> Wave:
    """`into` with `sound` added `at` seconds from its start; what reaches past the end is lost."""
    first = int(at * RATE)
    for place, sample in enumerate(sound[: max(0, len(into) - first)], first):
        into[place] += gain * sample
    return into


def partial(hertz: float, seconds: float, decay: float) -> Wave:
    """A sine that dies away: after `decay` seconds it is at a third."""
    step = 2 * math.pi * hertz / RATE
    return [math.sin(step * at) * math.exp(-at / RATE / decay) for at in range(int(seconds * RATE))]


def noise(seconds: float, seed: int) -> Wave:
    """White noise, always the same for one seed."""
    chance = random.Random(seed)
    return [chance.uniform(-1, 1) for _ in range(int(seconds * RATE))]


def low(sound: Iterable[float], hertz: float) -> Wave:
    """What is below a frequency (one pole)."""
    share = 1 - math.exp(-2 * math.pi * hertz / RATE)
    held, out = 0.0, []
    for sample in sound:
        held += share * (sample - held)
        out.append(held)
    return out


def high(sound: Wave, hertz: float) -> Wave:
    """What is above a frequency."""
    return [sample - below for sample, below in zip(sound, low(sound, hertz), strict=True)]


def shaped(sound: Wave, shape: Callable[[float], float]) -> Wave:
    """The sound with its loudness following `shape` of the seconds passed."""
    return [sample * shape(at / RATE) for at, sample in enumerate(sound)]


def finished(sound: Wave, peak: float) -> Wave:
    """The sound at a given peak, its ends faded so that nothing clicks."""
    loudest = max(map(abs, sound))
    start, end = int(0.002 * RATE), int(0.03 * RATE)
    total = len(sound)
    return [
        sample / loudest * peak * min(1.0, at / start, (total - 1 - at) / end)
        for at, sample in enumerate(sound)
    ]


def around(into: Wave, sound: Wave, at: float, gain: float = 1.0) -> Wave:
    """`into` with `sound` added; what reaches past the end goes on at the start, as in a loop."""
    first, total = int(at * RATE), len(into)
    for place, sample in enumerate(sound, first):
        into[place % total] += gain * sample
    return into


def levelled(sound: Wave, peak: float) -> Wave:
    """The sound at a given peak, its ends as they are."""
    loudest = max(map(abs, sound))
    return [sample / loudest * peak for sample in sound]
