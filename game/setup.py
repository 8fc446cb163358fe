"""On a fresh machine the game makes its own virtual environment first; this needs only Python."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
NEEDED = ("pygame", "yaml", "babel", "msgspec", "platformdirs", "wcwidth")
CHECKERS = ("hypothesis", "jsonschema", "uniseg", "fontTools", "resvg_py", "openpyxl", "fpdf")
TEST_NEEDS = ("pytest", "xdist", *CHECKERS)
TEST = "test"

WAIT = (
    "Getting Mock Court ready; this is needed only once and takes about a minute.\n"
    "正在准备《少年模拟法庭》，只需这一次，大约一分钟。"
)
NO_VENV = (
    "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv\n"
    "缺少 Python 的 venv 模块。在 Debian 或 Ubuntu 上请运行：sudo apt install python3-venv"
)
NO_PACKAGES = (
    "The packages could not be installed. Is there an internet connection? Then try again.\n"
    "程序包没能安装成功。请检查网络连接，然后再试一次。"
)


def run_with_packages(arguments: list[str]) -> int:
    """Run the game with `arguments`, or the tests after the word `test`; the exit code.

    Where a package is missing, all of them are installed into the project's own virtual
    environment, and the work is handed over to its Python.
    """
    testing = arguments[:1] == [TEST]
    if not _missing((*NEEDED, *TEST_NEEDS) if testing else NEEDED):
        return _run(arguments)
    if not _is_own_python():
        if not (_python().is_file() or _made()):
            return 1
        return _call(_python(), ROOT / "main.py", *arguments)
    if not _installed("dev" if testing else None):
        return 1
    importlib.invalidate_caches()
    return _call(sys.executable, ROOT / "main.py", *arguments)


def _run(arguments: list[str]) -> int:
    if arguments[:1] == [TEST]:
        # What shares a tour of all screens stays together, or each core would make it anew.
        cores = ("-n", "auto", "--dist", "loadgroup")
        return _call(sys.executable, "-m", "pytest", *cores, *arguments[1:], cwd=ROOT)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.cli import main

    return main(arguments)


def _call(*command: str | Path, cwd: Path | None = None) -> int:
    """The exit code of `command`; what it needs is imported only on a machine that is not ready."""
    import subprocess

    return subprocess.call([str(word) for word in command], cwd=cwd)


def _missing(modules: tuple[str, ...]) -> bool:
    return any(importlib.util.find_spec(module) is None for module in modules)


def _is_own_python() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


def _python() -> Path:
    windows = sys.platform == "win32"
    return VENV / ("Scripts/python.exe" if windows else "bin/python")


def _made() -> bool:
    """Whether the virtual environment could be made."""
    print(WAIT, flush=True)
    if _call(sys.executable, "-m", "venv", VENV) != 0:
        print(NO_VENV, file=sys.stderr)
        return False
    return True


def _installed(extra: str | None) -> bool:
    """Whether what pyproject.toml names could be installed into the running environment."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    if extra:
        wanted += project["optional-dependencies"][extra]
    quiet = ["--quiet", "--disable-pip-version-check"]
    if _call(sys.executable, "-m", "pip", "install", *quiet, *wanted) != 0:
        print(NO_PACKAGES, file=sys.stderr)
        return False
    return True
