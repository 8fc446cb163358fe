"""Sounds belong to cues; without a sound device, or when sound is off, there is silence."""

from __future__ import annotations

from pathlib import Path

import pygame


class Sounds:
    """Opens the sound device at the first sound, and gives up quietly if there is none."""

    def __init__(self, folder: Path, volume: int) -> None:
        self.folder, self.volume = folder, volume
        self._ready: bool | None = None
        self._kept: dict[str, pygame.mixer.Sound | None] = {}

    def play(self, cue: str) -> None:
        """Let the sound of `cue` be heard, if there is one and anybody wants it."""
        if not (cue and self.volume > 0 and self._open()):
            return
        if cue not in self._kept:
            self._kept[cue] = self._load(cue)
        if (sound := self._kept[cue]) is not None:
            sound.set_volume(self.volume / 100)
            sound.play()

    def _open(self) -> bool:
        if self._ready is None:
            try:
                pygame.mixer.init(44100, -16, 2, 1024)
                self._ready = True
            except pygame.error:
                self._ready = False
        return self._ready

    def _load(self, cue: str) -> pygame.mixer.Sound | None:
        file = self.folder / f"{cue}.ogg"
        if not (cue.isidentifier() and file.is_file()):
            return None
        try:
            return pygame.mixer.Sound(file)
        except pygame.error:
            return None


class Silence(Sounds):
    """No sounds at all, for pictures and tests; it remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(Path(), 0)
        self.asked: list[str] = []

    def play(self, cue: str) -> None:
        if cue:
            self.asked.append(cue)
