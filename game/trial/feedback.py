"""When a seat hears why its answers were sound or not."""

from __future__ import annotations

from enum import StrEnum


class Feedback(StrEnum):
    TURN = "turn"
    SCENE = "scene"
    END = "end"
