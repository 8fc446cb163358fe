"""Where a line of Chinese or English may break, and how a text is wrapped into lines.

The rules are those of UAX #14 (Unicode Line Breaking, revision 53) in short: each character
becomes the letter of its class, and one regular expression cuts the letters into pieces that must
not break. Where we differ on purpose, tests/text/test_breaking.py names the case and the reason.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate

Span = tuple[int, int]
Measure = Callable[[int, int], float]

# The classes that Unicode's general categories do not tell; UAX #14's names stand behind.
SIGNS = {
    "n": "\n\v\f\x85\u2028\u2029",  # BK, LF, NL: the line ends here
    "k": "\r",  # CR: likewise, together with a line feed that follows
    "s": " ",  # SP
    "z": "\u200b",  # ZW: an unseen place to break
    "g": "\xa0\u2007\u2011\u202f",  # GL: holds its neighbours
    "j": "\u2060\ufeff",  # WJ: holds them even across spaces
    "m": "\u200c",  # CM, with all of category M
    "x": "\u200d",  # ZWJ: holds the next part of an emoji
    "o": "¡¿",  # OP, with the narrow ones of categories Ps and Pi
    "b": "\"'",  # QU that may open or close
    "q": "·",  # as closing quotes: first on no line, and holding a word: 3·15
    # CL and EX that are not of category Pe; IN, B2, NS, CJ; ～ because the line is Chinese.
    "c": "}，。、．﹐﹑﹒｡､！？!?～：；…‥⋯—―‼⁇⁈⁉〜・･々〻ゝゞヽヾー"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
    "t": "\t|\xad\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a‐–\u3000",  # BA: break after
    "h": "-",  # HY
    "I": ".,:;",  # IS
    "y": "/",  # SY
    "P": "%‰°℃℉¢′″％￠",  # PO: stays with the number before it
    "r": "$£¥€₩№+±\\￥￡＄",  # PR: stays with the number after it
}
CATEGORIES = {"Ps": "oO", "Pe": "pc", "Pi": "oo", "Pf": "qq", "Nd": "di"}  # narrow and wide

PIECE = re.compile(
    r"""i(?=[ioO])|ic(?=[idrwoO])|         # the short way through most Chinese
    (?=.)(?:(?:hw|[^nkz])                 # LB20a: a hyphen that opens a word stays with it
    (?:(?<=d)[yI]+d                       # LB25: 3,000.50 and 2024/01/02
    |s*[cPpyj]|(?<!s)[qI]|s*q(?![wdr])|s*I(?!d) # LB13-16, 21, 22: closers, even after spaces
    |(?<=[oO])s*[^nksz]                   # LB14, 15a: what opens, even before spaces
    |(?<=[bgj])[^nksz]                    # LB11, 12, 19
    |(?<!s)[bth]|(?<![sth])g              # LB12a, 19, 21
    |(?<=[wdrPpIq])[wd]+|(?<=h)d          # LB23-25, 28-30: words and numbers
    |(?<=[wdq])r|(?<=r)i                  # LB23a-25: signs before a number
    |(?<=[wd])o|(?<=[rP])[oO](?=d)        # LB25, 30: a bracket in a word
    )*)?(?:s*z)*s*(?:kn?|n)?              # LB4-8, 18: spaces hang, a line may end""",
    re.VERBOSE,
)
# A character and the marks on it, an emoji and its parts, a flag: LB8a, 9, 30a, 30b.
CLUSTER = re.compile(r"(?:RR|[^nksz])(?:m|x[^nksz]?)*|.")
MARKED = re.compile("[mxR]")
PARAGRAPH = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
CONTROLS = re.compile("[\0-\x1f\x7f-\x9f]")
HANGING = " \t\u200b\u3000"
NEVER_FIRST = frozenset("cPpqyIjmx")  # classes


class _Classes(dict[int, str]):
    """The class of every code point, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        sign = chr(point)
        category = unicodedata.category(sign)
        wide = unicodedata.east_asian_width(sign) in "WF"
        if category[0] == "M" or 0x1F3FB <= point <= 0x1F3FF:
            found = "m"
        elif 0x1F1E6 <= point <= 0x1F1FF:
            found = "R"
        else:
            found = CATEGORIES.get(category, "wi")[wide]
        self[point] = found
        return found


CLASSES = _Classes({ord(sign): name for name, signs in SIGNS.items() for sign in signs})


def breaks(text: str) -> list[int]:
    """Offsets inside `text` where a line may break, in order (UAX #14).

    A forced break counts as one, after its newline. The two ends of the text are never among them.
    """
    classes = text.translate(CLASSES)
    if MARKED.search(classes):
        return _breaks_between_clusters(classes)
    return _ends(classes)


def _ends(classes: str) -> list[int]:
    return list(accumulate(map(len, PIECE.findall(classes))))[:-1]


def _breaks_between_clusters(classes: str) -> list[int]:
    clusters = [(found.start(), found[0][0]) for found in CLUSTER.finditer(classes)]
    bases = "".join("i" if base == "R" else "w" if base in "mx" else base for _, base in clusters)
    return [clusters[end][0] for end in _ends(bases)]


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[Span]:
    """Lines of `text` as (start, end) offsets, none wider than `width` by `measure`.

    Spaces at a line's end and the newline hang: they are in no line. A newline at the very end
    opens no further line. A piece that is too wide on a line of its own is split where it must be,
    at one character a line in the worst case; only then may a line be wider than `width`.
    """
    return wrap_spans(text, width, lambda start, end: measure(text[start:end]))


def wrap_spans(text: str, width: float, measure: Measure, least: float = 0) -> list[Span]:
    """As `wrap`, but `measure` is asked for the width from one offset to another.

    A caller whose characters differ in face or weight knows what stands at an offset. The last
    line of a paragraph is no narrower than `least` if the line before can give it something.
    """
    lines: list[Span] = []
    for part in _paragraphs(text):
        found = list(_wrap_paragraph(text, part, width, measure))
        if least and len(found) > 1:
            found[-2:] = _shared(text, found[-2], found[-1], measure, (least, width))
        lines += found
    return lines


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for newline in PARAGRAPH.finditer(text):
        yield start, newline.start()
        start = newline.end()
    if start < len(text) or not start:
        yield start, len(text)


def _shared(
    text: str, before: Span, last: Span, measure: Measure, limits: tuple[float, float]
) -> tuple[Span, Span]:
    """The last two lines, with as much moved down as makes the last one wide enough, if any does.

    It never becomes wider than the line before.
    """
    least, most = limits
    (start, end), (here, stop) = before, last
    if measure(here, stop) >= least:
        return before, last
    for place in reversed(breaks(text[start:end])):
        cut = start + place
        wide = measure(cut, stop)
        if wide > most or wide > measure(start, _visible(text, start, cut)):
            break
        if wide >= least:
            return (start, _visible(text, start, cut)), (cut, stop)
    return before, last


def _wrap_paragraph(text: str, part: Span, width: float, measure: Measure) -> Iterator[Span]:
    line = here = part[0]
    ends = [here + offset for offset in breaks(text[here : part[1]])]
    total = 0.0
    # Kerning makes a line a little wider or narrower than its pieces: near the edge, ask again.
    near, far = width * 0.97, width * 1.03
    for end in (*ends, part[1]):
        total += measure(here, end)
        if total > near and (
            (total > far and text[end - 1] not in HANGING)
            or measure(line, _visible(text, line, end)) > width
        ):
            if here > line:
                yield line, _visible(text, line, here)
                line = here
            while measure(line, shown := _visible(text, line, end)) > width and shown > line + 1:
                cut = _cut(text, line, shown, width, measure)
                yield line, cut
                line = cut
            total = measure(line, end)
        here = end
    yield line, _visible(text, line, part[1])


def _visible(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(HANGING))


def _cut(text: str, start: int, end: int, width: float, measure: Measure) -> int:
    """Where to split what has no break: the last place that fits, rather not before a closer."""
    low, high = start + 1, end - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(start, middle) <= width else (low, middle - 1)
    for cut in range(low, start, -1):
        if CLASSES[ord(text[cut])] not in NEVER_FIRST and text[cut - 1] != "\u200d":
            return cut
    return low


def columns(text: str) -> int:
    """How many columns `text` takes in a terminal: Chinese counts two, controls none."""
    if text.isascii() and text.isprintable():
        return len(text)
    import wcwidth  # its tables take 40 ms to load, and only a terminal needs them

    return max(0, int(wcwidth.wcswidth(CONTROLS.sub("", text))))


def wrap_columns(text: str, width: int) -> list[str]:
    """The lines of `text` for a terminal of `width` columns, without trailing spaces."""
    return [text[start:end] for start, end in wrap(text, width, columns)]
