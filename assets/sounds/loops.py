"""The music: three quiet loops, whose ends ring on into their beginnings."""

import math

from waves import RATE, Wave, around, blank, levelled, low, shaped

# Five notes of one octave, in half tones above its root: no two of them quarrel.
FIVE = (0, 2, 4, 7, 9)
Notes = tuple[tuple[float, int, float], ...]  # at which beat, which step of FIVE, how loud


def hertz(root: float, step: int) -> float:
    """The pitch of a step of FIVE above `root`; steps past the fifth are in the next octave."""
    octave, note = divmod(step, len(FIVE))
    return float(root * 2 ** (octave + FIVE[note] / 12))


def ringing(pitch: float, seconds: float, decay: float, colour: float) -> Wave:
    """A plucked string, soft at its start; the higher `colour`, the brighter."""
    parts = ((1, 1.0, decay), (2, colour, decay / 2), (3, colour / 3, decay / 4))
    step = 2 * math.pi * pitch / RATE
    return [
        min(1.0, at / 180)
        * sum(
            gain * math.sin(step * times * at) * math.exp(-at / RATE / fade)
            for times, gain, fade in parts
        )
        for at in range(int(seconds * RATE))
    ]


def breathing(pitch: float, seconds: float) -> Wave:
    """A held tone that swells and goes, slightly out of tune with itself, so that it lives."""
    one, other = (2 * math.pi * pitch * shift / RATE for shift in (1.0, 1.004))
    tone = [math.sin(one * at) + math.sin(other * at) for at in range(int(seconds * RATE))]
    return shaped(tone, lambda t: math.sin(math.pi * t / seconds) ** 2)


def played(beats: int, beat: float, root: float, notes: Notes, colour: float) -> Wave:
    """`notes` plucked in a loop of so many beats of `beat` seconds."""
    loop = blank(beats * beat)
    for at, step, gain in notes:
        around(loop, ringing(hertz(root, step), 2.6, 0.75, colour), at * beat, gain)
    return loop


def carpet(loop: Wave, chords: tuple[tuple[float, ...], ...], gain: float) -> Wave:
    """`loop` over held chords, each as long as the others and overlapping its neighbours."""
    each = len(loop) / RATE / len(chords)
    for number, chord in enumerate(chords):
        for pitch in chord:
            around(loop, breathing(pitch, each * 2), (number - 0.5) * each % (each * len(chords)),
                   gain / len(chord))  # fmt: skip
    return loop


def title() -> Wave:
    """Friendly and open: a plucked tune that walks up and comes home."""
    notes: Notes = (
        (0, 0, 0.9), (1, 2, 0.6), (2, 3, 0.7), (3, 5, 0.8), (4.5, 4, 0.5), (5, 3, 0.6), (6, 2, 0.6),
        (8, 1, 0.8), (9, 3, 0.6), (10, 4, 0.7), (11, 6, 0.8), (12.5, 5, 0.5), (13, 4, 0.6),
        (14, 3, 0.6), (16, 2, 0.8), (17, 3, 0.6), (18, 5, 0.7), (19, 7, 0.8), (20.5, 6, 0.5),
        (21, 5, 0.6), (22, 4, 0.6), (24, 3, 0.8), (25, 2, 0.6), (26, 1, 0.6), (27, 2, 0.5),
        (28, 0, 0.9), (30, 3, 0.4),
    )  # fmt: skip
    loop = played(32, 0.72, 293.66, notes, 0.35)
    chords = ((146.83, 220.0), (164.81, 246.94), (185.0, 220.0), (146.83, 220.0))
    return levelled(low(carpet(loop, chords, 0.25), 4000), 0.3)


def trial() -> Wave:
    """Attentive and low, with much room between the notes, so that one can think and speak."""
    notes: Notes = (
        (0, 0, 0.8), (3, 3, 0.4), (8, 2, 0.6), (11, 1, 0.4), (16, 0, 0.7), (18, 2, 0.4),
        (19, 3, 0.5), (24, 4, 0.5), (27, 3, 0.4),
    )  # fmt: skip
    loop = played(32, 0.8, 220.0, notes, 0.18)
    chords = ((110.0, 164.81), (123.47, 164.81), (110.0, 138.59), (98.0, 146.83))
    return levelled(low(carpet(loop, chords, 0.5), 1800), 0.24)


def debrief() -> Wave:
    """Warm, as when something has been understood."""
    notes: Notes = (
        (0, 2, 0.7), (2, 3, 0.6), (4, 5, 0.8), (7, 4, 0.4), (8, 3, 0.7), (10, 2, 0.5), (12, 4, 0.7),
        (15, 3, 0.4), (16, 5, 0.7), (18, 4, 0.5), (20, 6, 0.7), (22, 5, 0.5), (24, 3, 0.7),
        (26, 2, 0.5), (28, 0, 0.8),
    )  # fmt: skip
    loop = played(32, 0.76, 261.63, notes, 0.25)
    chords = ((130.81, 196.0), (146.83, 220.0), (164.81, 196.0), (130.81, 164.81))
    return levelled(low(carpet(loop, chords, 0.4), 3000), 0.28)


LOOPS = (title, trial, debrief)
