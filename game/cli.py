"""The verbs of the command line; each one hands over to the room that does the work."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.arguments import Parser
from game.place import ROOT
from game.scenario.words import T, Words, filled
from game.session.home import home
from game.session.settings import chosen_language, spoken_language
from game.text.catalogues import catalogues

if TYPE_CHECKING:
    from game.session.reception import Reception
    from game.session.wish import Wish
    from game.trial.view import View

FINE, FINDINGS, MISUSED, FELL = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb in `arguments`; 0 is fine, 1 means findings, 2 that it was used wrongly.

    3 means that the game itself has failed, and says where a report of it is.
    """
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except BrokenPipeError:  # whoever read our output has gone
        sys.stderr.close()
        return FINE
    except KeyboardInterrupt:
        return FINDINGS
    except Exception as error:  # no traceback reaches a player or a teacher
        return _fell(error, given)


def _run(given: list[str]) -> int:
    """Carry out what was `given` on the command line."""
    language = _named_language(given) or chosen_language(home())
    words = catalogues(ROOT / "locales", language, (), home() / "cache")

    def say(text: Words) -> str:
        return filled(text, words)

    options = Parser(say, _prog()).all_verbs().parse_args(given)
    options.spoken, options.say = language, say
    return VERBS[options.verb](options)


def _fell(error: Exception, given: list[str]) -> int:
    """Say in words that the game itself has failed, and where the report is."""
    from game.session.reports import last_words, write_report

    verb = next((word for word in given if word in VERBS), "")
    what, cost, where = last_words(error, write_report(home(), error, {"verb": verb}))
    for words in (what, cost, where) if verb in ("", "play") else (what, where):
        print(_in_any_case(words, given), file=sys.stderr)
    return FELL


def _in_any_case(text: Words, given: list[str]) -> str:
    """`text` in the language of the moment, and in English if the catalogue is what is broken."""
    try:
        language = _named_language(given) or chosen_language(home())
        words = catalogues(ROOT / "locales", language, (), home() / "cache")
        return filled(text, words)
    except Exception:
        return str(text)


def _prog() -> str:
    """How the game was started, so that the lines in the help can be typed as they stand."""
    if Path(sys.argv[0]).name != "main.py":
        return "mockcourt"
    return "py main.py" if sys.platform == "win32" else "python3 main.py"


def _speak_utf8() -> None:
    """A Chinese text needs UTF-8, whatever the console's or the pipe's encoding is."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _named_language(arguments: list[str]) -> str | None:
    """The language after `--lang`: it must be known before the rest is read, for its help."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word.startswith("--lang="):
            return spoken_language(word.partition("=")[2])
        if word == "--lang" and following:
            return spoken_language(following)
    return None


def _reception(options: argparse.Namespace) -> Reception:
    from game.session.reception import open_reception

    return open_reception(ROOT, home(), options.spoken)


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
        facts=tuple(options.fact),
        team=options.team,
    )
    reception = _reception(options)
    if options.replay is not None:
        return _replay(reception, wish, options.replay)
    if options.face == "terminal" or wish.robot or wish.team > 1:
        return _in_terminal(reception, wish)
    return _in_window(reception, wish)


def _host(options: argparse.Namespace) -> int:
    from game.host.start import Hosting, host

    wish = Hosting(options.case, options.mode, options.port, options.db, options.bus)
    return host(_reception(options), wish, options.say, lambda line: print(line, flush=True))


def _report(options: argparse.Namespace) -> int:
    from game.host.start import missing_packages

    if missing := missing_packages():
        print(options.say(missing))
        return FINDINGS
    from game.host.report.verb import Asked, report

    reception = _reception(options)
    asked = Asked(
        tuple(options.what),
        options.output,
        options.name,
        options.forget or "",
        options.seat,
        options.db,
    )
    return report(reception, asked, options.say, print)


def _replay(reception: Reception, wish: Wish, file: Path) -> int:
    from game.terminal.replay import replay

    return replay(reception, wish, file, hands_over=sys.stdin.isatty())


def _in_terminal(reception: Reception, wish: Wish) -> int:
    from game.terminal.start import start

    def save(view: View) -> tuple[Path, ...]:
        from game.window.start import save_certificate

        return save_certificate(ROOT / "assets", reception, view)

    return start(reception, wish, save)


def _in_window(reception: Reception, wish: Wish) -> int:
    """Play in the window; where there is no screen, say so and play in the terminal."""
    from game.window.start import NoDisplay, open_window

    try:
        return open_window(ROOT / "assets", reception, wish)
    except NoDisplay:
        no_screen = T("There is no screen for a window here, so the court meets in the terminal.")
        print(reception.speech().text(no_screen))
        return _in_terminal(reception, wish)


def _preview(options: argparse.Namespace) -> int:
    from game.scenario.steps import Role
    from game.window.preview.letterbox import Request
    from game.window.preview.start import preview

    role = Role(options.role) if options.role else None
    language = spoken_language(options.lang) if options.lang else ""
    request = Request(options.at or "", role, language)
    return preview(ROOT / "assets", _reception(options), options.file, request)


def _check(options: argparse.Namespace) -> int:
    from game.authoring.check import check

    cache = home() / "cache"
    how = options.format, options.strict, options.on
    return check(options.paths, ROOT, cache, options.say, *how)


def _fix(options: argparse.Namespace) -> int:
    from game.authoring.fix import fix

    ask = None if options.yes else _agreed
    return fix(options.paths, options.say, write=not options.dry_run, ask=ask)


def _agreed(question: str) -> bool:
    """Whether whoever sits at the terminal says yes; nobody there is no."""
    try:
        typed = input(f"{question} ")
    except EOFError:
        return False
    return typed.strip().lower() in ("y", "yes", "是", "好")


def _explain(options: argparse.Namespace) -> int:
    from game.authoring.explain import explain

    return explain(options.code, options.say)


def _solve(options: argparse.Namespace) -> int:
    from game.authoring.solver.report import show_solutions

    return show_solutions(options.paths, options.json, options.say, witness=options.witness)


def _new(options: argparse.Namespace) -> int:
    from game.authoring.scaffold import Given, new

    given = Given(
        options.like,
        options.language,
        options.title,
        options.level,
        options.minutes,
        options.editor,
    )
    read = input if sys.stdin.isatty() else None
    return new(options.id, given, options.spoken, Path.cwd(), options.say, read)


def _map(options: argparse.Namespace) -> int:
    from game.authoring.mapping.draw import draw_map

    speech = _reception(options).speech(str(options.file))
    return draw_map(options.file, options.output, options.say, speech)


def _import(options: argparse.Namespace) -> int:
    from game.authoring.exchange import import_questions

    language = options.language or options.spoken
    return import_questions(options.file, Path.cwd(), language, options.say, options.force)


def _export(options: argparse.Namespace) -> int:
    from game.authoring.exchange import export_quizzes

    return export_quizzes(options.file, options.to, options.output, options.say, options.force)


def _pack(options: argparse.Namespace) -> int:
    from game.authoring.packs import pack

    return pack(options.file, options.output, ROOT, options.say)


def _install(options: argparse.Namespace) -> int:
    from game.authoring.packs import install

    return install(options.file, home(), options.say, options.force)


def _translate(options: argparse.Namespace) -> int:
    from game.authoring.translate import Wanted, translate

    wish = Wanted(options.to, options.output, options.status, options.json)
    return translate(options.file, wish, ROOT, options.say)


def _schema(options: argparse.Namespace) -> int:
    from game.authoring import schema, snippets
    from game.authoring.files import unwritable

    text = (snippets if options.snippets else schema).dumped(options.say)
    if options.output is None:
        print(text)
        return FINE
    try:  # rather than with “>”, which in PowerShell writes an encoding that editors do not expect
        options.output.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError:
        print(options.say(unwritable(options.output)), file=sys.stderr)
        return FINDINGS
    return FINE


def _robots(options: argparse.Namespace) -> int:
    if options.students is not None:
        return _students(options)
    if options.picture is not None:
        print(options.say(T("“--picture” draws students: write “--students” too.")))
        return MISUSED
    from game.authoring.robots import Shown, show_robots

    shown = Shown(options.coverage, options.histogram)
    return show_robots(options.paths, options.plays, options.cut, options.json, options.say, shown)


def _words(options: argparse.Namespace) -> int:
    from game.authoring.words import show_words

    return show_words(options.file, options.document, options.top, options.json, options.say)


def _students(options: argparse.Namespace) -> int:
    from game.authoring.students.report import show_students

    count, picture = max(1, options.students), options.picture
    return show_students(
        options.paths, count, options.cut, options.json, picture, options.say, options.spoken
    )


def _shots(options: argparse.Namespace) -> int:
    from game.window.start import draw_shots

    reception = _reception(options)
    return draw_shots(
        ROOT / "assets", reception, options.folder, options.size, options.text_scale, options.theme
    )


def _bench(options: argparse.Namespace) -> int:
    from game.bench.run import Wish, bench

    return bench(ROOT, options.json, options.say, Wish(options.only, options.minutes))


def _catalogues(options: argparse.Namespace) -> int:
    from game.authoring.catalogues import freshen

    return freshen(ROOT, options.check, options.say)


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "play": _play,
    "host": _host,
    "report": _report,
    "preview": _preview,
    "check": _check,
    "fix": _fix,
    "explain": _explain,
    "solve": _solve,
    "robots": _robots,
    "new": _new,
    "map": _map,
    "schema": _schema,
    "import": _import,
    "export": _export,
    "translate": _translate,
    "pack": _pack,
    "install": _install,
    "words": _words,
    "shots": _shots,
    "bench": _bench,
    "catalogues": _catalogues,
}
