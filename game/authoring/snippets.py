"""Building blocks for VS Code: a whole step, person or exhibit at a word, with places to fill in.

They are written from what is declared, as the schema is, so that they cannot go stale: a field's
explanation stands in its place, or behind it where only a name or a number can stand there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from msgspec import Struct

from game.scenario.authored import Authored, Ref
from game.scenario.kinds import kinds
from game.scenario.model import Document, Exhibit, Issue, LookAlike, Message, Person, Scene, Trap
from game.scenario.shapes import (
    BeatShape,
    Field,
    ListShape,
    NameShape,
    NumberShape,
    RowShape,
    Shape,
    TableShape,
    TextShape,
    ThingShape,
    fields_of,
    is_named,
)
from game.scenario.words import T, Translate, Words


class Block(Struct, frozen=True):
    """What may be typed for a block besides its own name, in Chinese and in pinyin, and its use."""

    chinese: str
    pinyin: str
    about: Words


STEP = T("a step; stands under “beats”")
STEPS = {
    "say": Block("说话", "shuohua", T("somebody speaks, or the narrator tells")),
    "spot": Block("找陷阱", "zhaoxianjing", T("find the traps in a document")),
    "compare": Block("对照", "duizhao", T("hold a statement against a record")),
    "decide": Block("决定", "jueding", T("what should somebody do now?")),
    "exhibit": Block("举证", "juzheng", T("a piece of evidence is offered and ruled on")),
    "question": Block("发问", "fawen", T("somebody is examined in court")),
    "argue": Block("辩论", "bianlun", T("the debate of the two sides")),
    "find": Block("认定", "rending", T("what is proved, and by what")),
    "sentence": Block("量刑", "liangxing", T("what weighs, and how long the sentence is")),
    "advise": Block("建议", "jianyi", T("what the suggestion to a platform asks for")),
    "help": Block("求助", "qiuzhu", T("in which order to get help, and whom to call")),
    "remedy": Block("民事责任", "minshizeren", T("what a civil court orders")),
    "screen": Block("筛查", "shaicha", T("a desk that screens accounts by rules")),
    "speak": Block("发言", "fayan", T("a timed speech, and what the listeners look for")),
    "turns": Block("轮流", "lunliu", T("a question of its own for each role")),
    "quiz": Block("测验", "ceyan", T("a question with its explanation")),
}
THINGS: dict[str, tuple[type[Authored], Block]] = {
    "person": (Person, Block("人物", "renwu", T("somebody in the case; stands under “people”"))),
    "issue": (Issue, Block("待证", "daizheng", T("something to prove; stands under “issues”"))),
    "evidence": (
        Exhibit,
        Block("证据", "zhengju", T("a piece of evidence; stands under “exhibits”")),
    ),
    "document": (
        Document,
        Block("材料", "cailiao", T("something to read; stands under “documents”")),
    ),
    "message": (
        Message,
        Block("消息", "xiaoxi", T("a message; stands under the “messages” of a document")),
    ),
    "trap": (Trap, Block("陷阱", "xianjing", T("a trick; stands under “traps”"))),
    "honest": (
        LookAlike,
        Block(
            "正经话",
            "zhengjinghua",
            T("an honest phrase that looks like a trap; stands under “honest”"),
        ),
    ),
    "scene": (Scene, Block("场次", "changci", T("a stage of the case; stands under “scenes”"))),
}
KEYS = ("one", "two", "three", "four", "five", "six")
NAMED = {"law": "criminal_law/266"}  # an example of each kind of thing; others by their kind
PLAIN_TEXTS = 3  # how many texts a list of them begins with

Lines = Iterator[str]


def snippets(translate: Translate) -> dict[str, dict[str, Any]]:
    """VS Code's snippets, by name: what to type, what is put there, and what it is for."""
    made: dict[str, dict[str, Any]] = {}
    for key, kind in kinds().items():
        block = STEPS.get(key)
        for sketch in kind.SKETCHES:
            words, name = block.about if block else STEP, key
            if len(kind.SKETCHES) > 1:
                words = T("{about}: {special}", about=words, special=fields_of(kind)[sketch[0]].doc)
                name = f"{key}: {sketch[0]}"
            body = list(_Writer(translate).beat(key, kind, sketch))
            made[name] = _snippet(key, block, body, translate(words))
    for key, (thing, block) in THINGS.items():
        body = list(_Writer(translate).thing(key, thing))
        made[key] = _snippet(key, block, body, translate(block.about))
    return made


def dumped(translate: Translate) -> str:
    """The snippets as a file."""
    return json.dumps(snippets(translate), ensure_ascii=False, indent=2)


def _snippet(key: str, block: Block | None, body: list[str], about: str) -> dict[str, Any]:
    prefix = [key, block.chinese, block.pinyin] if block else [key]
    return {"scope": "yaml", "prefix": prefix, "body": body, "description": about}


class _Writer:
    """Writes one block; its places are numbered in the order in which they stand."""

    def __init__(self, translate: Translate) -> None:
        self.translate = translate
        self.numbers = count(1)

    def beat(self, key: str, kind: type[Authored], sketch: tuple[str, ...]) -> Lines:
        """A step, such as `- decide:` with its choices."""
        yield from self._under(f"- {key}:", self._whole(kind, sketch), 4)

    def thing(self, key: str, kind: type[Authored]) -> Lines:
        """A thing under its key, or as an item where such things stand in a list."""
        head = f"{self._place(key)}:" if is_named(kind) else ""
        whole = self._whole(kind, kind.SKETCHES[0])
        yield from self._under(head, whole, 2) if head else _item(whole)

    def _whole(self, kind: type[Authored], sketch: tuple[str, ...]) -> list[str] | str:
        """The lines of a thing, or a short form of it that stands behind a colon."""
        plan = fields_of(kind)
        chosen = [f for name, f in plan.items() if f.required or name in sketch]
        if [field.name for field in chosen] == [kind.SHORTHAND]:
            return self._value(chosen[0])
        return [line for field in chosen for line in self._field(field)]

    def _field(self, field: Field) -> Lines:
        value = self._value(field)
        explained = isinstance(value, str) and not _is_sentence(field.shape)
        remark = f"  # {_plain(self.translate(field.doc))}" if explained else ""
        yield from self._under(f"{field.name}:", value, 2, remark)

    def _under(self, head: str, value: list[str] | str, by: int, remark: str = "") -> Lines:
        if isinstance(value, str):
            yield f"{head} {value}{remark}"
            return
        yield head
        yield from (" " * by + line for line in value)

    def _value(self, field: Field) -> list[str] | str:
        if field.sample:
            sample = field.sample
            text = sample if isinstance(sample, str) else self.translate(sample)
            if isinstance(field.shape, NameShape):
                return self._names(field.shape, text)
            return self._text(text) if _is_sentence(field.shape) else self._place(text)
        return self._of(field.shape, self.translate(field.doc))

    def _of(self, shape: Shape, doc: str) -> list[str] | str:
        match shape:
            case NameShape():
                return self._names(shape, shape.names[0])
            case ListShape(item=item):
                return self._list(item, doc)
            case TableShape():
                return self._table(shape, doc)
            case ThingShape(kind=kind):
                return self._whole(kind, kind.SKETCHES[0])
            case RowShape(items=items):
                return "[" + ", ".join(str(self._of(item, doc)) for item in items) + "]"
            case BeatShape():
                return [f"say: {self._text(doc)}"]
            case NumberShape(within=within):
                return self._place(str(within.least if within else 1))
            case TextShape(ref=Ref(kind=named)):
                return self._place(NAMED.get(named, named))
        return self._text(doc)

    def _list(self, item: Shape, doc: str) -> list[str] | str:
        if isinstance(item, ThingShape):
            wholes = [self._whole(item.kind, sketch) for sketch in item.kind.SKETCHES]
            return [line for whole in wholes for line in _item(whole)]
        if isinstance(item, BeatShape):
            return list(_item(self._of(item, doc)))
        if _is_sentence(item):
            return [f"- {self._text(f'{doc} {number}')}" for number in range(1, PLAIN_TEXTS + 1)]
        return f"[{self._of(item, doc)}]"

    def _table(self, shape: TableShape, doc: str) -> list[str]:
        kind = shape.value.kind if isinstance(shape.value, ThingShape) else None
        lines: list[str] = []
        for number, sketch in enumerate(kind.SKETCHES if kind else ((),)):
            free = isinstance(shape.key, TextShape) and shape.key.ref is None
            key = self._place(KEYS[number % len(KEYS)]) if free else self._of(shape.key, doc)
            value = self._whole(kind, sketch) if kind else self._of(shape.value, doc)
            lines += self._under(f"{key}:", value, 2)
        return lines

    def _names(self, shape: NameShape, first: str) -> str:
        names = [first, *(name for name in shape.names if name != first)]
        return f"${{{next(self.numbers)}|{','.join(_escaped(n, ',|') for n in names)}|}}"

    def _text(self, text: str) -> str:
        """A sentence, in quotation marks: whatever is typed between them is still one text."""
        return f'"{self._place(text.replace(chr(34), "”"))}"'

    def _place(self, text: str) -> str:
        return f"${{{next(self.numbers)}:{_escaped(text, '')}}}"


def _is_sentence(shape: Shape) -> bool:
    return isinstance(shape, TextShape) and shape.sentence is not None


def _item(whole: list[str] | str) -> Lines:
    """A thing as an item of a list."""
    lines = [whole] if isinstance(whole, str) else whole
    for number, line in enumerate(lines):
        yield ("  " if number else "- ") + line


def _escaped(text: str, more: str) -> str:
    return "".join("\\" + c if c in "\\$}" + more else c for c in text)


def _plain(text: str) -> str:
    return _escaped(text, "")
