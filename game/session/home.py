"""Where saves and settings live: one folder, named by the system or by MOCKCOURT_HOME."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The folder for saves, settings and caches. It need not exist yet.

    MOCKCOURT_HOME names another one, so that a school can keep everything on a USB stick.
    """
    named = os.environ.get("MOCKCOURT_HOME")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir("mockcourt", appauthor=False))


def papers(home: Path) -> Path:
    """The folder for what people print or show around. It need not exist yet.

    It lies among their documents; where MOCKCOURT_HOME keeps everything together, in `home`.
    """
    if os.environ.get("MOCKCOURT_HOME"):
        return home / "papers"
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / "Mock Court"


def write_whole(path: Path, content: str | bytes) -> None:
    """Put `content` into `path` so that a crash leaves either the old file or the new one.

    Raises OSError where the folder cannot be written.
    """
    import tempfile  # takes a thirtieth of the start of a verb that writes nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
