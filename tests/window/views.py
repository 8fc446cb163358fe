"""A table and doors made by hand, so that the window can be tested without the rules."""

# ruff: noqa: E501 (the two languages stand side by side)

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from game.scenario.load import load
from game.scenario.steps import Criterion, Role
from game.scenario.words import Translate
from game.session.advice import Advice, advise
from game.session.cards import Card, Cover
from game.session.class_play.plan import humans
from game.session.class_play.register import opened as register_of
from game.session.class_play.table import ClassTable
from game.session.heard import Heard
from game.session.home import home
from game.session.lead import SceneAhead
from game.session.progress import Earned, Found, Played, Progress, Seen
from game.session.rerun import Answered, Finished
from game.session.session import Session
from game.session.settings import Settings, other_language
from game.trial.record import begin, program
from game.trial.speech import Speech
from game.trial.view import Action, SceneShown, Scorecard, View
from game.window.doors import CaseShown, Language
from tests.window.sample import CASE_ID, Sample, translate

ASSETS = Path(__file__).parents[2] / "assets"
SMALL_CASE = Path(__file__).parents[1] / "cases" / "small_case.yaml"
LEARNED = Progress((
    Played(
        CASE_ID, Role.DEFENCE, "2026-11-23", 74,
        {Criterion.TRAPS: Earned(5, 7), Criterion.EVIDENCE: Earned(6, 8), Criterion.HELP: Earned(2, 2)},
        {"secrecy": Found(2, 2), "time_pressure": Found(3, 1), "free_lure": Found(2, 0)},
        Seen(3, 7, 1, 4),
    ),
))  # fmt: skip


class SampleTable:
    """Takes any answer and goes on to the next stage; remembers what was submitted."""

    case_id = CASE_ID

    def __init__(self, doors: SampleDoors, role: Role, stage: int = 0) -> None:
        self.doors, self.role, self.stage = doors, role, stage
        self.actions: list[Action] = []
        self.refuse = ""
        self.skipped: tuple[str, ...] = ()

    @property
    def lead(self) -> SampleLead:
        return SampleLead(self)

    def view(self) -> View:
        return self._view(self.doors.kept.language)

    def second_view(self) -> View | None:
        kept = self.doors.kept
        return self._view(other_language(kept.language)) if kept.two_languages else None

    def _view(self, language: str) -> View:
        sample = Sample(language)
        stages = sample.stages()
        lines = tuple(line for said, _ in stages[: self.stage + 1] for line in said)
        turn = stages[self.stage][1]
        places = ("home", "courtroom", "courtroom", "courtroom", "courtroom", "classroom")
        place = places[min(self.stage, 5)]
        return View(
            revision=self.stage,
            role=self.role,
            case=sample.case,
            briefing=sample.rich("You lead the hearing. Be fair to both sides, and decide only on what was proved here.",
                                 "你主持庭审。公平对待双方，只依据当庭查明的事实作出判决。"),
            scene=SceneShown(f"s{place}", sample.say("A message at night", "夜晚的消息"), "prevention", place, 1 + self.stage // 2, 5),
            done=self.stage,
            turns=7,
            lines=lines,
            people=sample.people,
            documents=(sample.chat, sample.page, sample.statement),
            exhibits=sample.exhibits,
            laws=sample.laws,
            turn=turn,
            focus=(turn.document or turn.exhibit) if turn else "",
            marks=Scorecard(62, ()),
            debrief=None if turn else sample.debrief(),
            skipped=self.skipped,
            turns_left=7 - self.stage,
            minutes_left=21 - 3 * self.stage,
        )  # fmt: skip

    def submit(self, action: Action) -> str | None:
        if self.refuse:
            return self.refuse
        self.actions.append(action)
        self.stage += 1
        return None


class SampleLead:
    """Goes back and skips by stages of the sample, and remembers what was skipped."""

    def __init__(self, table: SampleTable) -> None:
        self.table = table

    def stands(self) -> str | None:
        return None if self.table.stage else "There is no answer to take back yet."

    def take_back(self, *, teacher: bool = False) -> str | None:
        if not self.table.stage:
            return self.stands()
        self.table.stage -= 1
        return None

    def skip(self, scenes: tuple[str, ...]) -> str | None:
        self.table.skipped += scenes
        self.table.stage = 6
        return None

    def up_to(self, scene: str) -> tuple[str, ...]:
        ids = [part.id for part in self.ahead()]
        return tuple(ids[: ids.index(scene)])

    def ahead(self) -> tuple[SceneAhead, ...]:
        say = Sample(self.table.doors.kept.language).say
        titles = (
            ("A message at night", "夜晚的消息"),
            (
                "The prosecution's case: what the telephone company's records show",
                "公诉方举证：通信公司的记录说明了什么",
            ),
            ("Last words", "最后陈述"),
            ("The verdict", "宣判"),
        )
        return tuple(
            SceneAhead(f"s{n}", say(*title), 4 + n, False) for n, title in enumerate(titles)
        )

    def plan(self, minutes: int) -> tuple[str, ...]:
        return tuple(part.id for part in self.ahead()[: max(0, 3 - minutes // 6)])


class SampleRerun(SampleTable):
    """The sample trial when it is over."""

    lead = None

    def __init__(self, doors: SampleDoors) -> None:
        super().__init__(doors, Role.JUDGE, 7)

    def answered(self) -> tuple[Answered, ...]:
        asked = Sample(self.doors.kept.language).mark()
        return (Answered(asked.key, "".join(run.text for run in asked.prompt), 1.5, 2.0),)

    def _view(self, language: str) -> View:
        say = Sample(language).say
        home = say("A message at night", "夜晚的消息")
        opened = (
            SceneShown("shome", home, "prevention", "home", 1, 2),
            SceneShown("scourt", say("The hearing", "开庭"), "intervention", "courtroom", 2, 2),
        )
        return replace(super()._view(language), opened=opened)


class SampleDoors:
    """Doors onto the sample case."""

    assets = ASSETS

    def __init__(self, language: str = "en", **settings: object) -> None:
        self.kept = replace(Settings(language=language), **settings)  # type: ignore[arg-type]
        self.tables: list[SampleTable] = []
        self.due: tuple[str, ...] = ()
        self._speeches: dict[str, Speech] = {}
        self.heard_file: Path | None = None
        self.learned = LEARNED
        self.reports: list[object] = []

    def cases(self) -> tuple[CaseShown, ...]:
        case = Sample(self.kept.language).case
        cover, best = Cover("home", ("girl_a", "young_man_b")), self.learned.best(CASE_ID)
        others = (
            CaseShown(replace(case, id=name, level=level, proceeding=kind, is_trial=trial))
            for name, level, kind, trial in (
                ("photo", "senior", "criminal", True),
                ("card", "junior", "civil", True),
                ("desk", "junior", "criminal", False),
            )
        )
        return (CaseShown(case, (15, 40, 80), bool(self.tables), cover=cover, best=best), *others)

    def start(
        self, case_id: str, role: Role, cut: int | None, feedback: str, facts=()
    ) -> SampleTable:
        self.tables.append(SampleTable(self, role))
        return self.tables[-1]

    def resume(self, case_id: str | None = None) -> SampleTable | None:
        return self.tables[-1] if self.tables else None

    def start_class(self, wanted, plan):
        """A class at the small case, by the rules: the sample has no seats to share."""
        case = load(SMALL_CASE).scenario
        session = Session(begin(program(case)), humans(plan, wanted.role))
        register = register_of(None, plan)
        return ClassTable(session, wanted.role, case.id, lambda: self.speech(), register)

    def resume_class(self, case_id):
        return None

    def speech(self) -> Speech:
        language = self.kept.language
        if language not in self._speeches:
            self._speeches[language] = Speech(language=language)
        return self._speeches[language]

    def heard(self, case_id: str) -> Heard:
        return Heard(self.heard_file)

    def finished(self) -> tuple[Finished, ...]:
        case = Sample(self.kept.language).case
        return (
            Finished("sample", case.title, case.proceeding, Role.JUDGE, 15, "2026-11-24 10:30"),
            Finished("again", case.title, case.proceeding, Role.DEFENCE, None, "2026-11-20 08:05"),
        )

    def rerun(self, name: str) -> SampleRerun | None:
        return SampleRerun(self) if name == "sample" else None

    def has_save(self) -> bool:
        return bool(self.tables)

    def progress(self) -> Progress:
        return self.learned

    def forget_progress(self) -> None:
        self.learned = Progress()

    def advice(self) -> Advice | None:
        case = Sample(self.kept.language).case
        return advise([Card(case, tricks=("secrecy", "time_pressure"))], self.learned)

    def papers(self) -> Path:
        return home() / "papers"

    def settings(self) -> Settings:
        return self.kept

    def save_settings(self, settings: Settings) -> None:
        self.kept = settings

    def languages(self) -> tuple[Language, ...]:
        return (Language("en", "English"), Language("zh_CN", "简体中文"))

    def translate(self, language: str = "") -> Translate:
        return translate(language or self.kept.language)

    def notices(self) -> tuple[str, ...]:
        due, self.due = self.due, ()
        return due

    def report(self, error, facts) -> Path | None:
        self.reports.append((error, facts))
        return Path("home", "reports", "2026-11-24-101500.txt")
