"""The effects: each function makes one short sound."""

import math
import random

from waves import RATE, Wave, blank, finished, high, low, mix, noise, partial, shaped


def gavel() -> Wave:
    """One knock of wood on wood."""
    sound = blank(0.45)
    for hertz, gain, decay in ((196, 0.9, 0.07), (412, 1.0, 0.045), (873, 0.5, 0.025),
                               (1490, 0.3, 0.012), (2380, 0.15, 0.006)):  # fmt: skip
        mix(sound, partial(hertz, 0.45, decay), gain=gain)
    knock = shaped(low(noise(0.03, 1), 3500), lambda t: math.exp(-t / 0.004))
    mix(sound, knock, gain=1.2)
    room = low(sound[:], 900)
    return finished(mix(sound, room, 0.038, 0.25), 0.6)


def chime() -> Wave:
    """Two soft bells, a fifth apart, rising: right, go on."""
    sound = blank(0.9)
    for at, note in ((0.0, 659.26), (0.11, 987.77)):
        for times, gain, decay in ((1.0, 1.0, 0.22), (2.0, 0.25, 0.12), (3.01, 0.08, 0.06)):
            mix(sound, partial(note * times, 0.75, decay), at, gain)
    return finished(sound, 0.35)


def page() -> Wave:
    """A sheet of paper turned over."""
    grain = random.Random(5)
    crackle = low([grain.random() ** 6 for _ in range(int(0.42 * RATE))], 120)

    def turn(t: float) -> float:
        return math.exp(-(((t - 0.12) / 0.07) ** 2)) + 0.7 * math.exp(-(((t - 0.28) / 0.05) ** 2))

    rustle = shaped(low(high(noise(0.42, 4), 1200), 6000), turn)
    peak = max(crackle)
    return finished([a * (0.4 + b / peak) for a, b in zip(rustle, crackle, strict=True)], 0.3)


def phone() -> Wave:
    """A message comes in."""
    sound = blank(0.32)
    for at, note in ((0.0, 880.0), (0.085, 1318.5)):
        blip = shaped(partial(note, 0.2, 0.06), lambda t: min(1.0, t / 0.008))
        mix(sound, blip, at)
        mix(sound, partial(note * 2, 0.1, 0.03), at, 0.15)
    return finished(sound, 0.35)


def whisper(seconds: float, number: int) -> Wave:
    """One voice without words: breath in syllables, at its own pitch and pace."""
    chance = random.Random(40 + number)
    pitch, pace, start = chance.uniform(350, 900), chance.uniform(2.5, 5), chance.uniform(0, 6)

    def syllables(t: float) -> float:
        wave = math.sin(2 * math.pi * pace * t + start)
        return max(0.0, wave + 0.4 * math.sin(5.1 * pace * t + 2 * start))

    return shaped(low(high(noise(seconds, 60 + number), pitch * 0.7), pitch), syllables)


def murmur() -> Wave:
    """The public whispers: many voices, no words."""
    sound = blank(1.8)
    for number in range(9):
        mix(sound, whisper(1.8, number))
    swell = shaped(low(sound, 1600), lambda t: math.sin(math.pi * min(1.0, t / 1.8)) ** 1.3)
    return finished(swell, 0.3)


def tick() -> Wave:
    """A key pressed."""
    sound = mix(
        partial(1900, 0.05, 0.006), shaped(noise(0.05, 9), lambda t: math.exp(-t / 0.002)), gain=0.2
    )
    return finished(sound, 0.22)


def objection() -> Wave:
    """A sleeve sweeps through the air, and somebody stands."""
    air = high(noise(0.5, 11), 500)
    sweep: Wave = []
    held = 0.0
    for at, sample in enumerate(air):
        t = 2 * at / RATE  # the pitch of the air rises and falls again within half a second
        share = min(0.9, 0.08 + 0.5 * math.sin(math.pi * min(1.0, t)) ** 2)
        held += share * (sample - held)
        sweep.append(held)
    sound = shaped(sweep, lambda t: math.exp(-(((t - 0.17) / 0.08) ** 2)))
    thud = mix(partial(98, 0.3, 0.06), partial(196, 0.3, 0.035), gain=0.5)
    return finished(mix(sound, thud, 0.2, 0.5), 0.4)


def curtain() -> Wave:
    """Heavy cloth is drawn aside."""
    grain = random.Random(21)
    folds = low([grain.random() ** 4 for _ in range(int(1.1 * RATE))], 40)
    most = max(folds)

    def drawn(t: float) -> float:
        return math.sin(math.pi * min(1.0, t / 1.1)) ** 1.5

    cloth = shaped(low(high(noise(1.1, 22), 250), 1400), drawn)
    return finished([a * (0.35 + b / most) for a, b in zip(cloth, folds, strict=True)], 0.25)


def success() -> Wave:
    """Three soft notes upwards: well seen."""
    sound = blank(1.1)
    for at, note in ((0.0, 587.33), (0.1, 739.99), (0.2, 880.0)):
        for times, gain, decay in ((1.0, 1.0, 0.26), (2.0, 0.18, 0.14), (3.0, 0.05, 0.07)):
            mix(sound, partial(note * times, 0.85, decay), at, gain)
    return finished(sound, 0.3)


def thought() -> Wave:
    """Two warm low notes that end open, like a “hm?”: let us look again."""
    sound = blank(1.0)
    for at, note in ((0.0, 293.66), (0.2, 329.63)):
        for times, gain, decay in ((1.0, 1.0, 0.24), (2.0, 0.3, 0.14), (4.0, 0.04, 0.05)):
            tone = shaped(partial(note * times, 0.78, decay), lambda t: min(1.0, t / 0.02))
            mix(sound, tone, at, gain)
    return finished(sound, 0.3)


EFFECTS = (gavel, chime, page, phone, murmur, tick, objection, curtain, success, thought)
