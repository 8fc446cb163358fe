"""Start here: `python main.py` opens the game, `python main.py --help` says what else it can do."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Mock Court needs Python 3.11 or newer. / 少年模拟法庭需要 Python 3.11 或更新的版本。")

from game.setup import run_with_packages

if __name__ == "__main__":
    raise SystemExit(run_with_packages(sys.argv[1:]))
