"""Reading aloud: each moment by itself where that is wished, and whatever is shown at a key."""

from __future__ import annotations

from game.session.settings import Settings
from game.window.screens.base import Screen
from game.window.voice import Voice

LONGEST = 4000  # characters; nobody listens for longer


class Reader:
    """Knows what has been read, and has a voice."""

    def __init__(self, voice: Voice | None = None) -> None:
        self.voice = voice or Voice()
        self._told = ""

    def follow(self, screen: Screen, settings: Settings) -> None:
        """Read what `screen` tells, if it is new; a voice that lags behind falls silent."""
        told = screen.aloud()
        if told == self._told:
            return
        self._told = told
        if settings.read_aloud and told:
            self._say(told, settings)
        elif self.voice.speaking:
            self.voice.stop()

    def press(self, screen: Screen, settings: Settings) -> None:
        """Read what is shown, or stop reading."""
        if self.voice.speaking:
            self.voice.stop()
        else:
            self._say(screen.aloud() or screen.written(), settings)

    def _say(self, text: str, settings: Settings) -> None:
        chinese = settings.language.startswith("zh")
        self.voice.say(text[:LONGEST], chinese=chinese, rate=settings.voice_rate)
