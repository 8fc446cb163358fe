"""A lesson of a whole school against one server, in a process of its own: `figures` in the end.

The load is open: each student acts at the times that were fixed before, however long the server
takes, and what an answer took is counted from then until the last of the room has seen it.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import statistics
import sys
import time
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from urllib.parse import quote

from game.bench.crowd import (
    LOCAL,
    Answer,
    Asking,
    Class,
    Student,
    form,
    itself,
    request,
    side_by_side,
)

EVERY = 5.0  # seconds from one answer of a student to the next
JITTER = 0.02  # seconds that an answer comes early or late
TOKEN = re.compile(r'name="token" value="(\w+)"')
CASE = re.compile(r'value="([^"]+story\.yaml)"')
CODE = re.compile(r'class="code">(\d{3}) (\d{3})<')
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True, slots=True)
class Plan:
    """Which server is met by how many, and for how long. The server's process is on this machine.

    `thinkers` of each room say nothing when all others vote at once, so that the vote stays open.
    """

    port: int
    process: int
    key: str
    rooms: int
    students: int
    seconds: float
    mode: str = "together"
    thinkers: int = 1


@dataclass(slots=True)
class Figures:
    """What a lesson came to. CPU in seconds, times in milliseconds, memory in MB."""

    join_cpu: float = 0.0
    page_cpu: float = 0.0
    share: float = 0.0
    p50: float = 0.0
    p99: float = 0.0
    acts: int = 0
    refused: int = 0
    skipped: int = 0
    unseen: int = 0
    frames: int = 0
    octets: float = 0.0
    act_cpu: float = 0.0
    memory: float = 0.0
    grown: float = 0.0
    vote: float = 0.0
    vote_cpu: float = 0.0
    votes: int = 0
    acknowledged: list[tuple[str, str]] = field(default_factory=list)


def cpu(process: int) -> float:
    """CPU seconds that `process` has taken, with all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def held(process: int) -> float:
    """Memory that `process` holds now, in MB."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class Lesson:
    """All classes of a school, from coming in to the last answer."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.figures = Figures()
        self.classes: list[Class] = []
        self.students: list[Student] = []
        self._desk = Asking()
        self._cookie = ""
        self._token = ""

    async def take_place(self) -> None:
        """Come in, answer for as long as was planned, then vote all at once."""
        await self._unlock()
        for _ in range(self.plan.rooms):
            await self._open_room()
        await self._come_in()
        await self._listen()
        if self.plan.mode == "together":
            for room in self.classes:
                await self._do(room, "pace", "open")
        await self._settled()
        await self._answer_for(self.plan.seconds)
        if self.plan.mode == "together":
            await self._vote()
        for student in self.students:
            student.asking.leave()
        self._desk.leave()

    async def _connect(self, asking: Asking) -> None:
        await asyncio.get_running_loop().create_connection(lambda: asking, LOCAL, self.plan.port)

    async def _unlock(self) -> None:
        await self._connect(self._desk)
        self._cookie = (await self._desk.ask(request("GET", f"/desk?key={self.plan.key}"))).cookie
        page = await self._get("/desk")
        self._token = TOKEN.search(page)[1]  # type: ignore[index]
        self._case = CASE.search(page)[1]  # type: ignore[index]

    async def _get(self, path: str) -> str:
        return (await self._desk.ask(request("GET", path, self._cookie))).body.decode()

    async def _open_room(self) -> None:
        given = {"token": self._token, "case": self._case, "mode": self.plan.mode}
        opened = await self._desk.ask(form("/desk", self._cookie, **given))
        path = re.search(rb"location: (/desk/\w+)", opened.head)[1].decode()  # type: ignore[index]
        code = CODE.search(await self._get(path))
        assert code is not None
        self.classes.append(Class(path.rpartition("/")[2], code[1] + code[2]))

    async def _do(self, room: Class, act: str, value: str) -> None:
        if self._desk.lost:  # it was silent for as long as a server waits
            self._desk = Asking()
            await self._connect(self._desk)
        given = {"token": self._token, "act": act, "value": value}
        await self._desk.ask(form(f"/desk/{quote(room.id)}", self._cookie, **given))

    async def _come_in(self) -> None:
        plan, figures = self.plan, self.figures
        self.students = [Student(self.classes[n % plan.rooms], n) for n in range(plan.students)]
        for student in self.students:
            student.room.size += 1
            await self._connect(student.asking)
        before = cpu(plan.process)
        came = await side_by_side(self._join, self.students)
        figures.join_cpu = cpu(plan.process) - before
        assert all(answer.status == 303 for answer in came), {a.status for a in came}
        before = cpu(plan.process)
        await side_by_side(_look, self.students)
        figures.page_cpu = cpu(plan.process) - before

    async def _join(self, student: Student) -> Answer:
        role = "judge" if self.plan.mode == "each" else ""
        answer = await student.asking.ask(form("/join", "", code=student.room.code, role=role))
        student.cookie = answer.cookie
        return answer

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        for student in self.students:
            await loop.create_connection(partial(itself, student), LOCAL, self.plan.port)

    async def _settled(self) -> None:
        """Wait until all have a turn before them but those whose job is to read aloud."""
        until, count, before = time.monotonic() + 60, 0, -1
        while 2 * count < len(self.students) or count > before:
            assert time.monotonic() < until, "the classes do not begin"
            await asyncio.sleep(1)
            before, count = count, sum(bool(student.turn) for student in self.students)

    async def _answer_for(self, seconds: float) -> None:
        plan, figures = self.plan, self.figures
        due = sorted(self._times(seconds))
        loop = asyncio.get_running_loop()
        start, before, frames = loop.time(), cpu(plan.process), self._frames()
        memory, octets = held(plan.process), sum(one.octets for one in self.students)
        going = []
        for after, number, turn in due:
            if (wait := start + after - loop.time()) > 0:
                await asyncio.sleep(wait)
            going.append(asyncio.create_task(self._act(number, turn, start + after)))
        took = await asyncio.gather(*going)
        await asyncio.sleep(0.5)
        lasted = loop.time() - start
        figures.frames = self._frames() - frames
        octets = sum(one.octets for one in self.students) - octets
        figures.octets = octets / max(1, figures.frames)
        figures.act_cpu = cpu(plan.process) - before
        figures.share = 100 * figures.act_cpu / lasted
        figures.memory = held(plan.process)
        figures.grown = figures.memory - memory
        self._summed(took)

    def _times(self, seconds: float) -> list[tuple[float, int, int]]:
        """When each student acts: those of a room spread over the five seconds, a little uneven."""
        chance, plan = Random(7), self.plan
        shifts = [chance.random() * EVERY for _ in range(plan.rooms)]
        size = plan.students / plan.rooms
        return [
            (
                max(0.0, turn * EVERY + (shifts[n % plan.rooms] + n // plan.rooms * EVERY / size)
                % EVERY + chance.uniform(-JITTER, JITTER)),
                n,
                turn,
            )
            for n in range(plan.students)
            for turn in range(int(seconds / EVERY))
        ]  # fmt: skip

    def _frames(self) -> int:
        return sum(student.frames for student in self.students)

    async def _act(self, number: int, turn: int, due: float) -> tuple[Class, int, float] | None:
        """Answer once; the room, the event by which it is done, and when it was due."""
        figures, student = self.figures, self._who_is_asked(number)
        if student is None:
            figures.skipped += 1
            return None
        aid = f"{number:05}-{turn:05}"
        answer = await student.act(aid)
        if answer.status != 200:
            figures.refused += 1
            return None
        figures.acts += 1
        figures.acknowledged.append((student.room.id, aid))
        return student.room, int(json.loads(answer.body)["seq"]), due

    def _who_is_asked(self, number: int) -> Student | None:
        """The student `number`, or whoever else of the room has still to answer.

        Whoever has answered waits for the others, and some have nothing to say but read aloud; the
        same ballot once more would come to no change that the room could see.
        """
        mates = self.students[number % self.plan.rooms :: self.plan.rooms]
        return next((s for s in (self.students[number], *mates) if s.is_asked), None)

    def _summed(self, took: list[tuple[Class, int, float] | None]) -> None:
        late = []
        for one in took:
            if one is None:
                continue
            room, seq, due = one
            if self.plan.mode == "each":
                continue
            if seq in room.seen_by_all:
                late.append((room.seen_by_all[seq] - due) * 1000)
            else:
                self.figures.unseen += 1
        if late:
            self.figures.p50 = statistics.median(late)
            self.figures.p99 = statistics.quantiles(late, n=100)[98]

    async def _vote(self) -> None:
        """All but the thinkers of each room answer in the same instant, on a new question."""
        plan, figures, loop = self.plan, self.figures, asyncio.get_running_loop()
        for room in self.classes:
            await self._do(room, "next", "")
        await asyncio.sleep(1.5)
        asked = [s for s in self.students if s.is_asked]
        voters = [s for s in asked if s.number // plan.rooms >= plan.thinkers]
        before, start = cpu(plan.process), loop.time()
        cast = [(student, student.act(f"{student.number:05}-vote")) for student in voters]
        heads: dict[str, int] = {}
        for student, answer in cast:
            told = await answer
            if told.status == 200:
                figures.votes += 1
                figures.acknowledged.append((student.room.id, f"{student.number:05}-vote"))
                heads[student.room.id] = max(
                    heads.get(student.room.id, 0), int(json.loads(told.body)["seq"])
                )
        await asyncio.sleep(1)
        figures.vote_cpu = cpu(plan.process) - before
        seen = [room.seen_by_all.get(heads.get(room.id, 0)) for room in self.classes]
        figures.vote = max((at or loop.time()) - start for at in seen)
        figures.unseen += sum(at is None for at in seen)


async def _look(student: Student) -> Answer:
    return await student.asking.ask(request("GET", "/seat", student.cookie))


def main() -> None:
    """Hold the lesson that is planned on the command line, and print its figures as JSON."""
    lesson = Lesson(Plan(**json.loads(sys.argv[1])))
    asyncio.run(lesson.take_place())
    print(json.dumps(asdict(lesson.figures)))


if __name__ == "__main__":
    main()
