"""The system's own voice, started as a process: it never holds the game up, and may be missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable

from msgspec import Struct

# Speaks what comes by standard input, so that no text is ever taken for a command.
SAPI = """
[Console]::InputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.Rate = {rate}
$culture = [Globalization.CultureInfo]'{culture}'
try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture) }} catch {{ }}
$voice.Speak([Console]::In.ReadToEnd())
"""


class Speech(Struct, frozen=True):
    """A process that speaks what it is given, and one that ends it where killing is not enough."""

    command: tuple[str, ...]
    hush: tuple[str, ...] = ()
    told: bool = False  # whether the text is the last argument instead of the input


def speech(
    chinese: bool,
    rate: int,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
) -> Speech | None:
    """How this system speaks, at `rate` per cent of its usual speed; None where it does not."""
    if platform == "win32":
        return _windows(chinese, rate, find)
    if platform == "darwin":
        return _macos(chinese, rate, find)
    if (program := find("spd-say")) is not None:
        level = min(100, max(-100, rate - 100))
        command = (program, "-w", "-l", "zh" if chinese else "en", "-r", str(level), "--")
        return Speech(command, (program, "-C"), told=True)
    if (program := find("espeak-ng") or find("espeak")) is not None:
        voice = "cmn" if chinese else "en"
        return Speech((program, "--stdin", "-b", "1", "-v", voice, "-s", str(175 * rate // 100)))
    return None


def _windows(chinese: bool, rate: int, find: Callable[[str], str | None]) -> Speech | None:
    program = find("powershell") or find("pwsh")
    if program is None:
        return None
    level = min(10, max(-10, round((rate - 100) / 10)))
    script = SAPI.format(rate=level, culture="zh-CN" if chinese else "en-US")
    return Speech((program, "-NoProfile", "-NonInteractive", "-Command", script))


def _macos(chinese: bool, rate: int, find: Callable[[str], str | None]) -> Speech | None:
    program = find("say")
    if program is None:
        return None
    voice = ("-v", "Tingting") if chinese else ()
    return Speech((program, *voice, "-r", str(180 * rate // 100), "-f", "-"))


class Voice:
    """Says one thing at a time; what is said next cuts off what was being said."""

    def __init__(self, speech: Callable[[bool, int], Speech | None] = speech) -> None:
        self._speech = speech
        self._hush: tuple[str, ...] = ()
        self._now: subprocess.Popen[bytes] | None = None
        self._gone: list[subprocess.Popen[bytes]] = []  # ended, but not yet counted by the system

    @property
    def speaking(self) -> bool:
        return self._now is not None and self._now.poll() is None

    def can_speak(self) -> bool:
        """Whether the system has a voice."""
        return self._speech(False, 100) is not None

    def say(self, text: str, *, chinese: bool, rate: int) -> None:
        """Speak `text`; silence where the system cannot."""
        self.stop()
        way = self._speech(chinese, rate)
        if way is None or not text.strip():
            return
        self._hush = way.hush
        self._now = _started((*way.command, text), "") if way.told else _started(way.command, text)

    def stop(self) -> None:
        """Be silent now."""
        if self._now is not None:
            if self._now.poll() is None:
                self._now.terminate()
                if self._hush:
                    self._keep(_started(self._hush, ""))
            self._keep(self._now)
            self._now = None
        self._gone = [process for process in self._gone if process.poll() is None]

    def close(self) -> None:
        """Be silent, and wait for what was ended; it takes no time."""
        self.stop()
        for process in self._gone:
            try:
                process.wait(1)
            except subprocess.TimeoutExpired:
                process.kill()
        self._gone = []

    def _keep(self, process: subprocess.Popen[bytes] | None) -> None:
        if process is not None:
            self._gone.append(process)


def _started(command: tuple[str, ...], text: str) -> subprocess.Popen[bytes] | None:
    """The process, with `text` handed in; None if it could not be started."""
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=hidden,
        )
    except OSError:
        return None
    assert process.stdin is not None
    try:
        process.stdin.write(text.encode())  # shorter than a pipe holds, so this does not wait
        process.stdin.close()
    except OSError:  # it has ended already
        pass
    return process
