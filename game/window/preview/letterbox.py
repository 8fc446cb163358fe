"""One window for one file: whoever previews a file a second time moves the window that is open.

The open window holds a lock on a small file, which the system lets go of however the window ends.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from hashlib import sha256
from io import FileIO
from pathlib import Path

import msgspec
from msgspec import Struct

from game.scenario.steps import Role
from game.session.home import write_whole

FOLDER = "previews"


class Request(Struct, frozen=True, forbid_unknown_fields=True):
    """What a second preview asks of the first: another place, seat, or language."""

    at: str = ""
    role: Role | None = None
    language: str = ""


class Letterbox:
    """Where requests about one file are left. `cache` is the user's folder for such things."""

    def __init__(self, cache: Path, file: Path) -> None:
        folder = cache / FOLDER
        name = sha256(str(file.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._lock, self._letter = folder / f"{name}.open", folder / f"{name}.request"
        self._held: FileIO | None = None
        self._seen = 0.0

    def take(self) -> bool:
        """Whether this is the only preview of the file; it is from now on. Clears up after others.

        Where no file can be locked every preview is the only one.
        """
        try:
            self._lock.parent.mkdir(parents=True, exist_ok=True)
            self._sweep()
            held = FileIO(self._lock, "a")
        except OSError:
            return True
        if not _locked(held):
            held.close()
            return False
        self._held = held
        self._letter.unlink(missing_ok=True)
        return True

    def leave(self) -> None:
        """The window is closed."""
        if self._held is not None:
            self._held.close()
            for file in (self._lock, self._letter):
                with suppress(OSError):
                    file.unlink(missing_ok=True)

    def ask(self, request: Request) -> bool:
        """Leave `request` for the window that is open; whether that could be done."""
        try:
            write_whole(self._letter, msgspec.json.encode(request).decode())
        except OSError:
            return False
        return True

    def asked(self, now: float) -> Request | None:
        """The request that was left, if there is one; at most a few looks a second."""
        if now - self._seen < 0.25 or self._held is None:
            return None
        self._seen = now
        try:
            content = self._letter.read_bytes()
            self._letter.unlink()
            return msgspec.json.decode(content, type=Request)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def _sweep(self) -> None:
        """Remove what windows left behind that ended in a crash."""
        for lock in self._lock.parent.glob("*.open"):
            with suppress(OSError):
                with FileIO(lock, "a") as file:
                    stale = _locked(file)
                if stale:
                    lock.with_suffix(".request").unlink(missing_ok=True)
                    lock.unlink()


def _locked(file: FileIO) -> bool:
    """Lock `file`; False if somebody else holds it. Where the disk knows no locks, all is free."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
