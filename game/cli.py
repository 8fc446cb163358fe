"""The verbs of the command line; each one hands over to the room that does the work."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.place import ROOT
from game.scenario.words import T, Translate, filled
from game.session.home import home
from game.session.settings import chosen_language, known_language
from game.text.catalogues import catalogues

if TYPE_CHECKING:
    from game.session.reception import Reception
    from game.session.wish import Wish

FINE, FINDINGS, MISUSED = 0, 1, 2
ROLES = ("judge", "prosecution", "defence")
ROBOTS = ("expert", "random", "first", "last", "longest", "suspicious", "trusting")
Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb in `arguments`; 0 is fine, 1 means findings, 2 that it was used wrongly."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = _named_language(given) or chosen_language(home())
    words = catalogues(ROOT / "locales", language, (), home() / "cache")
    options = _Parser(lambda text: filled(text, words)).all_verbs().parse_args(given)
    options.language, options.say = language, lambda text: filled(text, words)
    try:
        run: Run = options.run
        return run(options)
    except BrokenPipeError:  # whoever read our output has gone
        sys.stderr.close()
        return FINE
    except KeyboardInterrupt:
        return FINDINGS


def _speak_utf8() -> None:
    """A Chinese text needs UTF-8, whatever the console's or the pipe's encoding is."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _named_language(arguments: list[str]) -> str | None:
    """The language after `--lang`: it must be known before the rest is read, for its help."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word.startswith("--lang="):
            return known_language(word.partition("=")[2])
        if word == "--lang" and following:
            return known_language(following)
    return None


class _Parser:
    """Builds the parser, with its help in the language of `say`."""

    def __init__(self, say: Translate) -> None:
        self.say = say

    def all_verbs(self) -> argparse.ArgumentParser:
        about = self.say(
            T("Mock Court: trials to play, and scenarios to write. Alone it opens the game.")
        )
        parser = argparse.ArgumentParser(prog="mockcourt", description=about)
        parser.set_defaults(run=_play, case=None, role=None, seed=0, cut=None)
        parser.set_defaults(feedback="turn", face=None, auto=None)
        self._lang(parser)
        verbs = parser.add_subparsers(title=self.say(T("verbs")), metavar="")
        self._play(verbs.add_parser("play", help=self.say(T("play a case"))))
        self._check(verbs.add_parser("check", help=self.say(T("check scenario files"))))
        self._schema(verbs.add_parser("schema", help=self.say(T("print the schema for editors"))))
        self._robots(verbs.add_parser("robots", help=self.say(T("let robots play a case"))))
        self._shots(verbs.add_parser("shots", help=self.say(T("draw every screen into a folder"))))
        self._bench(verbs.add_parser("bench", help=self.say(T("measure speed and size"))))
        self._catalogues(
            verbs.add_parser("catalogues", help=self.say(T("bring the translations up to date")))
        )
        return parser

    def _lang(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--lang", metavar="LANG", help=self.say(T("the language: en or zh_CN")))

    def _play(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        parser.set_defaults(run=_play)
        add("case", nargs="?", metavar="CASE", help=say(T("the id of a case, or a scenario file")))
        add("--role", choices=ROLES, help=say(T("whose seat to take")))
        add(
            "--cut",
            type=int,
            metavar="MINUTES",
            help=say(T("play only the cut to so many minutes")),
        )
        add("--seed", type=int, default=0, metavar="N", help=say(T("another order of the choices")))
        feedback = say(
            T("when to say why answers were sound: after each turn, each scene, or at the end")
        )
        add("--feedback", choices=("turn", "scene", "end"), default="turn", help=feedback)
        add("--face", choices=("window", "terminal"), help=say(T("where to play")))
        add(
            "--auto",
            choices=ROBOTS,
            metavar="ROBOT",
            help=say(T("let a robot play and show it all")),
        )
        self._lang(parser)

    def _check(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        parser.set_defaults(run=_check)
        add(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help=say(T("scenario files, or folders of them")),
        )
        add(
            "--format",
            choices=("pretty", "concise", "json"),
            default="pretty",
            help=say(T("how to print")),
        )
        add("--strict", action="store_true", help=say(T("fail for warnings and notes as well")))
        self._lang(parser)

    def _schema(self, parser: argparse.ArgumentParser) -> None:
        parser.set_defaults(run=_schema)
        self._lang(parser)

    def _robots(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        parser.set_defaults(run=_robots)
        add(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help=say(T("scenario files, or folders of them")),
        )
        add(
            "--plays",
            type=int,
            default=200,
            metavar="N",
            help=say(T("trials for each role and robot")),
        )
        add(
            "--cut",
            type=int,
            metavar="MINUTES",
            help=say(T("play only the cut to so many minutes")),
        )
        add("--json", action="store_true", help=say(T("print JSON")))
        self._lang(parser)

    def _shots(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        parser.set_defaults(run=_shots)
        add("folder", type=Path, metavar="FOLDER", help=say(T("where the pictures go")))
        add("--size", type=_size, default=(1280, 720), metavar="WxH", help=say(T("like 1280x720")))
        add("--text-scale", type=float, default=1.0, metavar="X", help=say(T("from 1.0 to 2.0")))
        add("--theme", choices=("normal", "contrast"), default="normal", help=say(T("the colours")))
        self._lang(parser)

    def _bench(self, parser: argparse.ArgumentParser) -> None:
        parser.set_defaults(run=_bench)
        parser.add_argument("--json", action="store_true", help=self.say(T("print JSON")))
        self._lang(parser)

    def _catalogues(self, parser: argparse.ArgumentParser) -> None:
        parser.set_defaults(run=_catalogues)
        check = self.say(T("write nothing; fail if something is out of date or untranslated"))
        parser.add_argument("--check", action="store_true", help=check)
        self._lang(parser)


def _size(text: str) -> tuple[int, int]:
    """Width and height in pixels, from a text like 1280x720."""
    wide, _, high = text.lower().partition("x")
    size = int(wide), int(high)
    if not (320 <= size[0] <= 7680 and 240 <= size[1] <= 4320):
        raise ValueError(text)
    return size


def _reception(options: argparse.Namespace) -> Reception:
    from game.session.reception import open_reception

    return open_reception(ROOT, home(), options.language)


def _play(options: argparse.Namespace) -> int:
    from game.scenario.steps import Role
    from game.session.wish import Wish
    from game.trial.feedback import Feedback

    wish = Wish(
        case=options.case,
        role=Role(options.role) if options.role else None,
        cut=options.cut,
        feedback=Feedback(options.feedback),
        seed=options.seed,
        robot=options.auto,
    )
    reception = _reception(options)
    if options.face == "terminal" or wish.robot:
        return _in_terminal(reception, wish)
    return _in_window(reception, wish)


def _in_terminal(reception: Reception, wish: Wish) -> int:
    from game.terminal.start import start

    return start(reception, wish)


def _in_window(reception: Reception, wish: Wish) -> int:
    """Play in the window; where there is no screen, say so and play in the terminal."""
    from game.window.start import NoDisplay, open_window

    try:
        return open_window(ROOT / "assets", reception, wish)
    except NoDisplay:
        no_screen = T("There is no screen for a window here, so the court meets in the terminal.")
        print(reception.speech().text(no_screen))
        return _in_terminal(reception, wish)


def _check(options: argparse.Namespace) -> int:
    from game.authoring.check import check

    cache = home() / "cache"
    return check(options.paths, ROOT, cache, options.say, options.format, options.strict)


def _schema(options: argparse.Namespace) -> int:
    from game.authoring.schema import dumped

    print(dumped(options.say))
    return FINE


def _robots(options: argparse.Namespace) -> int:
    from game.authoring.robots import show_robots

    return show_robots(options.paths, options.plays, options.cut, options.json, options.say)


def _shots(options: argparse.Namespace) -> int:
    from game.window.start import draw_shots

    reception = _reception(options)
    return draw_shots(
        ROOT / "assets", reception, options.folder, options.size, options.text_scale, options.theme
    )


def _bench(options: argparse.Namespace) -> int:
    from game.bench import bench

    return bench(ROOT, options.json, options.say)


def _catalogues(options: argparse.Namespace) -> int:
    from game.authoring.catalogues import freshen

    return freshen(ROOT, options.check, options.say)
