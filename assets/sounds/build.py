"""Make the six sounds of the game: `python build.py` (see README.md).

The sounds are worked out with the standard library alone, the same at every run. `oggenc` (Debian's
vorbis-tools) or `ffmpeg` packs them; without either, only the numbers are printed.
"""

import math
import random
import shutil
import struct
import subprocess
import wave
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
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


SOUNDS = (gavel, chime, page, phone, murmur, tick)


def write(sound: Wave, file: Path) -> None:
    """16-bit mono."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(s * 32767)) for s in sound))


def pack(source: Path, target: Path) -> bool:
    """Turn a WAV into an OGG with whatever encoder there is; False if there is none."""
    if encoder := shutil.which("oggenc"):
        how = [encoder, "-Q", "-q", "1", "-s", "1", "-o", str(target), str(source)]
    elif encoder := shutil.which("ffmpeg"):
        how = [encoder, "-v", "error", "-y", "-i", str(source), "-map_metadata", "-1",
               "-fflags", "+bitexact", "-flags", "+bitexact",
               "-c:a", "libvorbis", "-q:a", "1", str(target)]  # fmt: skip
    else:
        return False
    subprocess.run(how, check=True)
    return True


def main() -> None:
    """Write the six files beside this script."""
    with TemporaryDirectory() as folder:
        for make in SOUNDS:
            sound = make()
            raw, target = Path(folder, f"{make.__name__}.wav"), HERE / f"{make.__name__}.ogg"
            write(sound, raw)
            packed = pack(raw, target)
            size = f"{target.stat().st_size} bytes" if packed else "not packed: no oggenc, ffmpeg"
            loudest = max(map(abs, sound))
            print(f"{make.__name__}: {len(sound) / RATE:.2f} s, peak {loudest:.2f}, {size}")


if __name__ == "__main__":
    main()
