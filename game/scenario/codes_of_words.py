"""Pages C4xx of the manual: what can be wrong with the translations of a case.

The examples of C402 and above are parts of a .po file beside the case of the others.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.code import Code
from game.scenario.words import T

TRANSLATION: Mapping[str, Code] = {
    "C401": Code(
        T("A sentence is not translated"),
        T(
            "Whoever plays in the other language reads this sentence in yours. "
            "The case works all the same, so this is only a note. "
            "Run “mockcourt translate” and fill in what it lists."
        ),
        "summary: A gift that costs far too much.  # written anew since it was translated",
        "summary: A gift that costs a lot.  # stands in locales/zh_CN/LC_MESSAGES/case.po",
    ),
    "C402": Code(
        T("A translation cannot be read"),
        T(
            "A .po file has pairs of “msgid” and “msgstr”, each in straight quotation marks. "
            "Something else stands in this one, so the game leaves all of it aside."
        ),
        'msgid "The chat"\nmsgstr “聊天”',
        'msgid "The chat"\nmsgstr "聊天"',
    ),
    "C403": Code(
        T("A translation has other places"),
        T(
            "The game puts a name or a number where the original has a place such as {name}. "
            "Without it something would be missing, and a strange one would be shown as it is."
        ),
        'msgid "{name} has the floor."\nmsgstr "请发言。"',
        'msgid "{name} has the floor."\nmsgstr "请{name}发言。"',
    ),
    "C404": Code(
        T("A translation has other spans"),
        T(
            "Marked phrases are what players tap, so every language needs the same ones. "
            "Their order may differ; their kinds and ids may not."
        ),
        'msgid "[Only today](trap:free_gift), ten free skins!"\nmsgstr "只限今天，十套免费皮肤！"',
        'msgid "[Only today](trap:free_gift), ten free skins!"\n'
        'msgstr "十套免费皮肤，[只限今天](trap:free_gift)！"',
    ),
    "C405": Code(
        T("A span in a translation is not written as it should be"),
        T(
            "Only [words](kind:id) marks a phrase, with plain brackets and some words in them. "
            "Anything else would be shown to players, or would leave them nothing to tap."
        ),
        'msgid "[Only today](trap:free_gift), ten free skins!"\n'
        'msgstr "十套免费皮肤，只限今天！[](trap:free_gift)"',
        'msgid "[Only today](trap:free_gift), ten free skins!"\n'
        'msgstr "十套免费皮肤，[只限今天](trap:free_gift)！"',
    ),
    "C406": Code(
        T("A translation has other line breaks at its edges"),
        T(
            "A line break at the beginning or the end makes an empty line on the screen. "
            "The translation should have as many as the original."
        ),
        'msgid "The bell rings."\nmsgstr "铃响了。\\n"',
        'msgid "The bell rings."\nmsgstr "铃响了。"',
    ),
}
