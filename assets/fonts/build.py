"""Make the shipped fonts: `python build.py FOLDER` or `python build.py --easy FOLDER` (README.md).

FOLDER holds NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc; Debian's package fonts-noto-cjk puts
them in /usr/share/fonts/opentype/noto. With --easy it is the folder `files` of the npm package
@fontsource/opendyslexic. Needs fontTools. The same source gives the same bytes.
"""

import argparse
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

HERE = Path(__file__).parent
KOREAN, CHINESE = 1, 2  # places in the collection
WEIGHTS = ("Regular", "Bold")

# Blocks that a teacher may paste from: taken as far as the source has them.
BLOCKS = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x2B0, 0x2FF),
    (0x300, 0x36F),
    (0x370, 0x3FF),  # Latin, Greek
    (0x400, 0x45F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),  # arrows, mathematics
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),
    (0x2500, 0x25FF),
    (0x2600, 0x27BF),  # boxes, check marks
    (0x2B00, 0x2BFF),
    (0x3000, 0x30FF),
    (0x3100, 0x312F),
    (0x31A0, 0x31BF),  # kana, bopomofo
    (0x3200, 0x33FF),
    (0x9FA6, 0x9FFF),
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)
# The characters of the Table of General Standard Chinese Characters (2013) outside GBK: they are
# in people's names and on the maps, so a class list holds them.
RARE_NAMES = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮"
    "䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮鿍鿎鿏"
    "𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰"
    "𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭"
    "𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡"
    "𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬"
    "𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)
LATIN = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x300, 0x36F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x20A0, 0x20CF),
    (0x2122, 0x2122),
)
# Signs that Chinese wants wide. The companion takes their narrow form by the pwid feature, and
# where there is none the one that the Korean face uses by default.
QUOTES = (0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2035)
FROM_KOREAN = (0xB7,)
# The letters that are easier with dyslexia: the font's number for each weight, in its file's name.
EASY_LATIN = ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2026), (0x20AC, 0x20AC))
EASY = {"Regular": "400", "Bold": "700"}
# Drawn like another sign because the source has none of its own.
ALIASES = {0x2717: 0xD7, 0x2718: 0xD7, 0x2610: 0x25A1, 0x2252: 0x2248}


def gbk() -> set[int]:
    """Every code point of the gbk codec that takes two bytes."""
    pairs = (bytes(pair) for pair in product(range(0x81, 0xFF), range(0x40, 0xFF)))
    signs = (pair.decode("gbk", "ignore") for pair in pairs if pair[1] != 0x7F)
    return {ord(sign) for sign in signs if len(sign) == 1}


def spread(blocks: Iterable[tuple[int, int]]) -> set[int]:
    """The code points of all blocks, ends included."""
    return {point for first, last in blocks for point in range(first, last + 1)}


def face(source: Path, place: int) -> TTFont:
    """One font out of a collection, times kept so that a rebuild is byte-identical."""
    font = TTCollection(str(source), lazy=True).fonts[place]
    font.recalcTimestamp = False
    return font


def remap(font: TTFont, glyphs: dict[int, str]) -> None:
    """Point code points (of the basic plane) at other glyphs."""
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap.update(glyphs)


def forms(font: TTFont, feature: str) -> dict[str, str]:
    """What a feature of single substitutions makes of each glyph."""
    table = font["GSUB"].table
    records = [each for each in table.FeatureList.FeatureRecord if each.FeatureTag == feature]
    lookups = {index for record in records for index in record.Feature.LookupListIndex}
    made: dict[str, str] = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            made.update(getattr(part, "ExtSubTable", part).mapping)
    return made


def subset(font: TTFont, points: Iterable[int]) -> None:
    """Cut the font down to `points`, with the hints and the features that drawing needs."""
    options = Options()
    options.layout_features = ["kern", "ccmp", "palt"]
    options.layout_scripts = ["*"]
    options.hinting = True
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "COLR", "CPAL", "DSIG"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=points)
    cutter.subset(font)


def rename(font: TTFont, family: str, weight: str) -> None:
    """Give the subset its own name, so that it is not taken for the whole font.

    The names that only sort a family go, as they would keep the old one.
    """
    for number in (16, 17, 25):
        font["name"].removeNames(nameID=number)
    postscript = f"{family.replace(' ', '')}-{weight}"
    full = f"{family} {weight}" if weight != "Regular" else family
    version = font["name"].getDebugName(5).split(";")[0]
    new = {1: family, 3: f"{version};{postscript}", 4: full, 6: postscript}
    for record in font["name"].names:
        if record.nameID in new:
            record.string = new[record.nameID]
    top = font["CFF "].cff
    top.fontNames[0] = postscript
    top.topDictIndex[0].FamilyName, top.topDictIndex[0].FullName = family, full


def chinese(source: Path, weight: str) -> TTFont:
    """The Chinese face: all of GBK and the blocks above."""
    font = face(source, CHINESE)
    has = font.getBestCmap()
    remap(font, {point: has[like] for point, like in ALIASES.items() if point not in has})
    subset(font, gbk() | spread(BLOCKS) | set(map(ord, RARE_NAMES)))
    rename(font, "Noto Sans SC Mock Court", weight)
    return font


def latin(source: Path, weight: str) -> TTFont:
    """The Latin companion: letters as in the Chinese face, quotes and dashes narrow."""
    font = face(source, CHINESE)
    has, narrow = font.getBestCmap(), forms(font, "pwid")
    korean = face(source, KOREAN).getBestCmap()
    remap(font, {point: narrow[has[point]] for point in QUOTES})
    remap(font, {point: korean[point] for point in FROM_KOREAN})
    wanted = spread(LATIN)
    metrics, now = font["hmtx"], font.getBestCmap()
    wide = {point for point in wanted & now.keys() if metrics[now[point]][0] == 1000}
    subset(font, wanted - wide)
    rename(font, "Noto Sans SC Mock Court Latin", weight)
    return font


def easy(source: Path, weight: str) -> TTFont:
    """Latin letters that are hard to mix up or to turn over, under a name that is not reserved."""
    font = TTFont(source / f"opendyslexic-latin-{EASY[weight]}-normal.woff")
    font.recalcTimestamp, font.flavor = False, None
    subset(font, spread(EASY_LATIN))
    rename(font, "Mock Court Easy Letters", weight)
    return font


def ranges(points: Iterable[int]) -> str:
    """Code points as lines of `first-last` in hexadecimal."""
    lines: list[list[int]] = []
    for point in sorted(points):
        if lines and lines[-1][1] == point - 1:
            lines[-1][1] = point
        else:
            lines.append([point, point])
    return "".join(f"{a:X}\n" if a == b else f"{a:X}-{b:X}\n" for a, b in lines)


def main() -> None:
    """Write the fonts, and for Noto the coverage table, beside this script."""
    parser = argparse.ArgumentParser(description="Make the shipped fonts from their sources.")
    parser.add_argument("--easy", action="store_true", help="make the letters for dyslexic readers")
    parser.add_argument("folder", type=Path, help="where the source's files are")
    options = parser.parse_args()
    if options.easy:
        for weight in WEIGHTS:
            save(easy(options.folder, weight), f"EasyLetters-{weight}.otf")
    else:
        from_noto(options.folder)


def save(font: TTFont, file: str) -> None:
    """Write the font beside this script, and say how large it is."""
    target = HERE / file
    font.save(target)
    size = target.stat().st_size / 1e6
    print(f"{file}: {len(font.getBestCmap())} characters, {size:.2f} MB")


def from_noto(folder: Path) -> None:
    """Write the four fonts made from Noto Sans CJK, and the coverage table."""
    covered: list[set[int]] = []
    for weight in WEIGHTS:
        source = folder / f"NotoSansCJK-{weight}.ttc"
        for name, make in (("NotoSansSC", chinese), ("NotoSansSC-Latin", latin)):
            font = make(source, weight)
            save(font, f"{name}-{weight}.otf")
            if make is chinese:
                covered.append(set(font.getBestCmap()))
    head = "# What both weights can show: code points in hexadecimal. Made by build.py.\n"
    (HERE / "coverage.txt").write_text(head + ranges(set.intersection(*covered)), "ascii")


if __name__ == "__main__":
    main()
