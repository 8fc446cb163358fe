"""Make the sounds and the music of the game: `python build.py` (see README.md).

All is worked out with the standard library alone, the same at every run. `oggenc` (Debian's
vorbis-tools) or `ffmpeg` packs it; without either, only the numbers are printed.
"""

import shutil
import struct
import subprocess
import wave
from pathlib import Path
from tempfile import TemporaryDirectory

from effects import EFFECTS
from loops import LOOPS
from waves import RATE, Wave

HERE = Path(__file__).parent


def write(sound: Wave, file: Path) -> None:
    """16-bit mono."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(s * 32767)) for s in sound))


def pack(source: Path, target: Path, quality: int) -> bool:
    """Turn a WAV into an OGG with whatever encoder there is; False if there is none."""
    if encoder := shutil.which("oggenc"):
        how = [encoder, "-Q", "-q", str(quality), "-s", "1", "-o", str(target), str(source)]
    elif encoder := shutil.which("ffmpeg"):
        how = [encoder, "-v", "error", "-y", "-i", str(source), "-map_metadata", "-1",
               "-fflags", "+bitexact", "-flags", "+bitexact",
               "-c:a", "libvorbis", "-q:a", str(quality), str(target)]  # fmt: skip
    else:
        return False
    subprocess.run(how, check=True)
    return True


def main() -> None:
    """Write the effects beside this script, and the loops into `music`."""
    Path(HERE, "music").mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for make in (*EFFECTS, *LOOPS):
            sound = make()
            raw = Path(folder, "sound.wav")
            target = HERE / ("music" if make in LOOPS else "") / f"{make.__name__}.ogg"
            write(sound, raw)
            packed = pack(raw, target, -1 if make in LOOPS else 1)
            size = f"{target.stat().st_size} bytes" if packed else "not packed: no oggenc, ffmpeg"
            loudest = max(map(abs, sound))
            print(f"{make.__name__}: {len(sound) / RATE:.2f} s, peak {loudest:.2f}, {size}")


if __name__ == "__main__":
    main()
