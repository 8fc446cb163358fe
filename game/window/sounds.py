"""Sounds belong to cues and music to screens; without a sound device there is silence."""

from __future__ import annotations

from pathlib import Path

import pygame

RATE = 22_050  # as the files are
FADE = 700  # milliseconds in which one piece of music gives way to another


class Sounds:
    """Opens the sound device at the first sound, and gives up quietly when there is none.

    `volume` is how loud sounds are and `music` how loud the music is, from 0 (off) to 100.
    """

    def __init__(self, folder: Path, volume: int, music: int = 0) -> None:
        self.folder, self.volume, self.music = folder, volume, music
        self._ready: bool | None = None
        self._kept: dict[str, pygame.mixer.Sound | None] = {}
        self._tune = ""  # what should be heard
        self._playing = ""  # what is heard
        self._band: pygame.mixer.Channel | None = None

    def play(self, cue: str) -> None:
        """Let the sound of `cue` be heard, if there is one and anybody wants it."""
        if not (cue and self.volume > 0 and self._open()):
            return
        if cue not in self._kept:
            self._kept[cue] = self._load(cue)
        sound = self._kept[cue]
        try:
            if sound is not None:
                sound.set_volume(self.volume / 100)
                sound.play()
        except pygame.error:
            self._ready = False

    def tune(self, name: str) -> bool:
        """The music from now on, none without a name; whether it is to change, at `follow`."""
        changes, self._tune = name != self._tune, name
        return changes and bool(name)

    def follow(self) -> None:
        """Let the music become what it should be: one piece fades out while another fades in."""
        wanted = self._tune if self.music > 0 else ""
        if wanted == self._playing:
            return
        self._playing = wanted
        try:
            self._fade_to(wanted)
        except pygame.error:
            self._ready = False

    def mix(self, volume: int, music: int) -> None:
        """New loudness, at once."""
        self.volume, self.music = volume, music
        try:
            if self._band is not None and self._ready:
                self._band.set_volume(music / 100)
        except pygame.error:
            self._ready = False

    def _fade_to(self, wanted: str) -> None:
        if self._band is not None and self._ready:
            self._band.fadeout(FADE)
            self._band = None
        if not (wanted and self._open()):
            return
        piece = self._load(wanted, "music")  # not kept: each takes a megabyte
        if piece is not None:
            self._band = piece.play(-1, fade_ms=FADE)
        if self._band is not None:
            self._band.set_volume(self.music / 100)

    def _open(self) -> bool:
        if self._ready is None:
            try:
                pygame.mixer.init(RATE, -16, 1, 512)
                self._ready = True
            except pygame.error:
                self._ready = False
        return self._ready

    def _load(self, name: str, inside: str = "") -> pygame.mixer.Sound | None:
        file = self.folder / inside / f"{name}.ogg"
        if not (name.isidentifier() and file.is_file()):
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
        self.tunes: list[str] = []

    def play(self, cue: str) -> None:
        if cue:
            self.asked.append(cue)

    def tune(self, name: str) -> bool:
        if changes := super().tune(name):
            self.tunes.append(name)
        return changes
