"""A player's settings, kept in one small file; an unreadable one counts as none."""

from __future__ import annotations

import locale
import os
from pathlib import Path

import msgspec
from msgspec import Struct

from game.session.home import write_whole
from game.text.pinyin import NONE, WISHES
from game.text.pseudo import PSEUDO

LANGUAGES = (("en", "English"), ("zh_CN", "简体中文"))
CODES = tuple(code for code, _ in LANGUAGES)
FILE = "settings.json"


class Settings(Struct, frozen=True, forbid_unknown_fields=False):
    """What a player may set; all of it can change while a case is being played.

    `easy_letters` are Latin ones that are easier to read with dyslexia.
    `pinyin` says above which characters it stands: none, hard or all.
    `text_scale` runs from 1.0 to 2.0, `volume` (of sounds) and `music` from 0 (off) to 100,
    `voice_rate` from 50 to 200 per cent of the voice's own speed. `captions` says sounds in words;
    `pace` is how fast auto reads on, 1.0 being usual. With a `projector` text is never small,
    contrast and focus ring are heavy, and a class reads it from eight metres.
    """

    language: str = "en"
    text_scale: float = 1.0
    contrast: bool = False
    motion: bool = True
    volume: int = 70
    projector: bool = False
    music: int = 30
    captions: bool = False
    pace: float = 1.0
    two_languages: bool = False
    easy_letters: bool = False
    pinyin: str = NONE
    read_aloud: bool = False
    voice_rate: int = 100


def other_language(language: str) -> str:
    """The language to switch to from `language`, and the one that stands beside it."""
    at = CODES.index(language) if language in CODES else -1
    return CODES[(at + 1) % len(CODES)]


def load_settings(folder: Path) -> Settings:
    """The settings kept in `folder`, or the defaults in the system's language."""
    try:
        kept = msgspec.json.decode((folder / FILE).read_bytes(), type=Settings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Settings(language=system_language())
    return msgspec.structs.replace(
        kept,
        language=known_language(kept.language),
        text_scale=min(2.0, max(1.0, kept.text_scale)),
        pinyin=kept.pinyin if kept.pinyin in WISHES else NONE,
        voice_rate=min(200, max(50, kept.voice_rate)),
        volume=min(100, max(0, kept.volume)),
        music=min(100, max(0, kept.music)),
        pace=min(4.0, max(0.25, kept.pace)),
    )


def chosen_language(folder: Path) -> str:
    """The language that the player has set, else the system's."""
    return load_settings(folder).language


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep `settings` in `folder`. Raises OSError where that cannot be written."""
    write_whole(folder / FILE, msgspec.json.encode(settings).decode())


def system_language() -> str:
    """The language of the system this runs on, as far as the game speaks it."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return known_language(named or locale.getlocale()[0] or "")


def spoken_language(name: str) -> str:
    """The language that `name` asks for, or the pseudo-language, which no setting offers."""
    return PSEUDO if name == PSEUDO else known_language(name)


def known_language(name: str) -> str:
    """The language of LANGUAGES that `name` asks for: any Chinese is zh_CN, all else English."""
    return "zh_CN" if name.lower().startswith(("zh", "chinese")) else "en"
