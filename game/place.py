"""Where the game's files lie: beside the code in a checkout, in the package once installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
ROOT = _HERE.parent if (_HERE.parent / "assets").is_dir() else _HERE
