"""What may be written on the command line, explained in the language of the reader."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from game.commandline import Declare, SpokenParser
from game.manuals import ABOUT, MANUALS
from game.scenario.words import T, Translate, Words

ROLES = ("judge", "prosecution", "defence")
PARTS = ("window", "rules", "check", "play", "solve", "class")  # of the bench
FORMATS = ("pretty", "concise", "json", "sarif", "github")
ROBOTS = ("expert", "random", "first", "last", "longest", "suspicious", "trusting")


class Parser:
    """Builds the parser, with its help in the language of `say`; `prog` is how one starts it."""

    def __init__(self, say: Translate, prog: str = "mockcourt") -> None:
        self.say, self.prog = say, prog

    def all_verbs(self) -> SpokenParser:
        parser = SpokenParser(self.say, purpose=self.say(ABOUT), prog=self.prog)
        parser.set_defaults(verb="play", case=None, role=None, seed=0, cut=None)
        parser.set_defaults(feedback="turn", face=None, auto=None, replay=None, fact=[], team=1)
        self._lang(parser)
        add_verb = parser.add_verbs()
        for name, purpose, add_arguments in self._verbs():
            declare = partial(self._declare, name, add_arguments)
            add_verb(name, self.say(purpose), MANUALS.get(name), declare)
        return parser

    def _declare(self, name: str, add_arguments: Declare, verb: argparse.ArgumentParser) -> None:
        verb.set_defaults(verb=name)
        add_arguments(verb)
        self._lang(verb)

    def _verbs(self) -> Iterator[tuple[str, Words, Declare]]:
        yield "play", T("play a case"), self._play
        yield "host", T("host a class, whose students come with a browser"), self._host
        yield "report", T("tell what a class came to, and delete what is kept of it"), self._report
        yield "preview", T("show a case while you write it"), self._preview
        yield "check", T("check scenario files"), self._check
        yield "fix", T("mend the slips of a hasty keyboard"), self._fix
        yield "explain", T("explain the code of a finding"), self._explain
        yield "solve", T("prove that a case can be played to its end"), self._solve
        yield "robots", T("let robots play a case"), self._robots
        yield "new", T("begin a case of your own"), self._new
        yield "map", T("draw a case as a picture"), self._map
        yield "schema", T("help an editor complete what you type"), self._schema
        yield "import", T("make a case of a file of questions"), self._import
        yield "export", T("write the quizzes of a case for other programs"), self._export
        yield "translate", T("put a case into another language"), self._translate
        yield "pack", T("pack a case into a file to pass on"), self._pack
        yield "install", T("install a packed case"), self._install
        yield "words", T("count the words that each person of a case uses"), self._words
        yield "shots", T("draw every screen into a folder"), self._shots
        yield "bench", T("measure speed and size"), self._bench
        yield "catalogues", T("bring the translations up to date"), self._catalogues

    def _json(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help=self.say(T("print JSON")))

    def _bench(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        self._json(parser)
        add("--only", choices=PARTS, help=say(T("measure only one part of it")))
        minutes = say(T("how long a whole school answers; a quarter of one unless you say"))
        add("--minutes", type=float, metavar="N", help=minutes)

    def _lang(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--lang", metavar="LANG", help=self.say(T("the language: en or zh_CN")))

    def _paths(self, parser: argparse.ArgumentParser) -> None:
        files = self.say(T("scenario files, or folders of them"))
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=files)

    def _cut(self, parser: argparse.ArgumentParser) -> None:
        minutes = self.say(T("play only the cut to so many minutes"))
        parser.add_argument("--cut", type=int, metavar="MINUTES", help=minutes)

    def _play(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        add("case", nargs="?", metavar="CASE", help=say(T("the id of a case, or a scenario file")))
        add("--role", choices=ROLES, help=say(T("whose seat to take")))
        self._cut(parser)
        add("--seed", type=int, default=0, metavar="N", help=say(T("another order of the choices")))
        members = say(T("how many share the seat, at the terminal; each casts a ballot"))
        add("--team", type=int, choices=range(1, 61), default=1, metavar="N", help=members)
        fact = say(T("a fact that holds, where the case lets you choose; may be said again"))
        add("--fact", action="append", default=[], metavar="FACT", help=fact)
        feedback = say(
            T("when to say why answers were sound: after each turn, each scene, or at the end")
        )
        add("--feedback", choices=("turn", "scene", "end"), default="turn", help=feedback)
        add("--face", choices=("window", "terminal"), help=say(T("where to play")))
        shown = say(T("let a robot play and show it all"))
        add("--auto", choices=ROBOTS, metavar="ROBOT", help=shown)
        replayed = say(T("show a recorded trial again, then go on from where it ends"))
        add("--replay", type=Path, metavar="FILE", help=replayed)

    def _host(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        case = say(T("the id of a case, or a scenario file; without one you choose at your desk"))
        add("case", nargs="?", metavar="CASE", help=case)
        mode = say(T("each for themself, one trial together with teams, or groups side by side"))
        add("--mode", choices=("each", "together", "groups"), default="each", help=mode)
        port = say(T("the number at the end of the address, from 1024 to 65535"))
        add("--port", type=_port, default=8000, metavar="N", help=port)
        self._db(parser)
        bus = say(T("the address of a Redis by which several servers share the rooms of a --db"))
        add("--bus", metavar="URL", help=bus)

    def _report(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        what = say(
            T("a class, by the beginning of its id, or files to merge; without any, all are told")
        )
        add("what", nargs="*", metavar="CLASS", help=what)
        file = say(T("the file to write: .html, .xlsx, .csv, .json to merge, or .xapi.json"))
        add("-o", "--output", type=Path, metavar="FILE", help=file)
        add("--name", default="", metavar="TEXT", help=say(T("what the class is called")))
        forget = say(T("delete everything that is kept of this class"))
        add("--forget", metavar="CLASS", help=forget)
        seat = say(T("with --forget: only of this seat, by its number or its name"))
        add("--seat", default="", metavar="SEAT", help=seat)

        self._db(parser)

    def _db(self, parser: argparse.ArgumentParser) -> None:
        kept = T("the address of a PostgreSQL database that keeps the classes, not a file here")
        parser.add_argument("--db", metavar="URL", help=self.say(kept))

    def _preview(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        self._file(parser)
        place = say(T("where to begin: a scene, a scene and a step (court.3), or a line"))
        add("--at", metavar="PLACE", help=place)
        add("--role", choices=ROLES, help=say(T("whose seat to take")))

    def _check(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        self._paths(parser)
        printed = say(T("how to print"))
        add("--format", choices=FORMATS, default="pretty", help=printed)
        add("--strict", action="store_true", help=say(T("fail for warnings and notes as well")))
        as_of = say(T("check as if it were another day, like 2026-11-23"))
        add("--on", type=day, default=date.today(), metavar="DAY", help=as_of)

    def _fix(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        add("paths", nargs="+", type=Path, metavar="FILE", help=say(T("scenario files")))
        add("--dry-run", action="store_true", help=say(T("only show what would change")))
        add("--yes", action="store_true", help=say(T("write without asking")))

    def _explain(self, parser: argparse.ArgumentParser) -> None:
        code = self.say(T("like C203; without one, all codes are listed"))
        parser.add_argument("code", nargs="?", default="", metavar="CODE", help=code)

    def _solve(self, parser: argparse.ArgumentParser) -> None:
        self._paths(parser)
        folder = self.say(T("write the lines of play that prove it into this folder, to replay"))
        parser.add_argument("--witness", type=Path, metavar="FOLDER", help=folder)
        self._json(parser)

    def _new(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        name = say(T("the name of the file: small letters, digits and _; you are asked without it"))
        add("id", nargs="?", metavar="ID", help=name)
        add(
            "--like",
            choices=("criminal", "civil", "quiz"),
            help=say(T("the template to begin from")),
        )
        language = say(T("the language of the new file; usually yours"))
        add("--language", choices=("en", "zh_CN"), help=language)
        add("--title", metavar="TEXT", help=say(T("the title of the case")))
        levels = say(T("the school that the case is for"))
        add("--level", choices=("primary", "junior", "senior"), help=levels)
        add("--minutes", type=int, metavar="N", help=say(T("the minutes that the class has")))
        editor = say(T("also put a folder .vscode beside it, so that VS Code helps while you type"))
        add("--editor", action="store_true", help=editor)

    def _schema(self, parser: argparse.ArgumentParser) -> None:
        snippets = self.say(T("print building blocks for VS Code instead"))
        parser.add_argument("--snippets", action="store_true", help=snippets)
        file = self.say(T("the file to write; without it, all is printed"))
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=file)

    def _map(self, parser: argparse.ArgumentParser) -> None:
        self._file(parser)
        ending = self.say(T("where to: a file that ends in .svg, .mmd or .dot"))
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=ending)

    def _import(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        questions = say(T("questions: .gift, .aiken, .csv or .xlsx"))
        add("file", type=Path, metavar="FILE", help=questions)
        language = say(T("the language of the questions; usually yours"))
        add("--language", choices=("en", "zh_CN"), help=language)
        self._force(parser)

    def _export(self, parser: argparse.ArgumentParser) -> None:
        self._file(parser)
        say, add = self.say, parser.add_argument
        add("--to", choices=("gift", "moodle", "csv"), required=True, help=say(T("the format")))
        add("-o", "--output", type=Path, metavar="FILE", help=say(T("the file to write")))
        self._force(parser)

    def _translate(self, parser: argparse.ArgumentParser) -> None:
        self._file(parser)
        say, add = self.say, parser.add_argument
        language = say(T("the language, like zh_CN; pseudo shows what is not translated"))
        add("--to", required=True, metavar="LANG", help=language)
        status = say(T("only say what is done; fail if something is missing"))
        add("--status", action="store_true", help=status)
        add("-o", "--output", type=Path, metavar="FILE", help=say(T("the .po file to write")))
        self._json(parser)

    def _pack(self, parser: argparse.ArgumentParser) -> None:
        self._file(parser)
        ending = self.say(T("where to: a file that ends in .zip"))
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=ending)

    def _install(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        add("file", type=Path, metavar="FILE", help=say(T("the packed case")))
        again = say(T("replace the case if it is installed already"))
        add("--force", action="store_true", help=again)

    def _file(self, parser: argparse.ArgumentParser) -> None:
        file = self.say(T("a scenario file"))
        parser.add_argument("file", type=Path, metavar="FILE", help=file)

    def _words(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        self._file(parser)
        add("--document", default="", metavar="ID", help=say(T("only this document")))
        most = say(T("how many words of each person"))
        add("--top", type=int, default=20, metavar="N", help=most)
        self._json(parser)

    def _force(self, parser: argparse.ArgumentParser) -> None:
        force = self.say(T("replace a file that exists"))
        parser.add_argument("--force", action="store_true", help=force)

    def _robots(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        self._paths(parser)
        plays = say(T("trials for each role and robot"))
        add("--plays", type=int, default=200, metavar="N", help=plays)
        covered = say(T("show which steps were reached and which choices were picked"))
        add("--coverage", action="store_true", help=covered)
        add("--histogram", action="store_true", help=say(T("show how the marks are spread")))
        made_up = say(T("judge the questions by so many made-up students, instead of robots"))
        add("--students", type=int, nargs="?", const=1000, metavar="N", help=made_up)
        drawn = say(T("with --students: where to draw the questions as a picture (.svg)"))
        add("--picture", type=Path, metavar="FILE", help=drawn)
        self._cut(parser)
        self._json(parser)

    def _shots(self, parser: argparse.ArgumentParser) -> None:
        say, add = self.say, parser.add_argument
        add("folder", type=Path, metavar="FOLDER", help=say(T("where the pictures go")))
        add("--size", type=_size, default=(1280, 720), metavar="WxH", help=say(T("like 1280x720")))
        add("--text-scale", type=float, default=1.0, metavar="X", help=say(T("from 1.0 to 2.0")))
        add("--theme", choices=("normal", "contrast"), default="normal", help=say(T("the colours")))

    def _catalogues(self, parser: argparse.ArgumentParser) -> None:
        check = self.say(T("write nothing; fail if something is out of date or untranslated"))
        parser.add_argument("--check", action="store_true", help=check)


def day(text: str) -> date:
    """The day that a text like 2026-11-23 says. argparse quotes this name to whoever mistypes."""
    return date.fromisoformat(text)


def _port(text: str) -> int:
    """A port that needs no special rights."""
    if not 1024 <= int(text) <= 65535:
        raise ValueError(text)
    return int(text)


def _size(text: str) -> tuple[int, int]:
    """Width and height in pixels, from a text like 1280x720."""
    wide, _, high = text.lower().partition("x")
    size = int(wide), int(high)
    if not (320 <= size[0] <= 7680 and 240 <= size[1] <= 4320):
        raise ValueError(text)
    return size
