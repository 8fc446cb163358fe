"""A folder .vscode beside a case, so that the editor VS Code helps while a teacher types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from game.authoring import schema, snippets
from game.scenario.words import T, Translate, Words

FOLDER = ".vscode"
SCHEMA = "case.schema.json"
SNIPPETS = "mockcourt.code-snippets"
YAML_HELP = "redhat.vscode-yaml"  # the extension that reads schemas
SETTINGS = {
    "yaml.schemas": {f"./{FOLDER}/{SCHEMA}": "*.yaml"},
    "[yaml]": {
        "editor.tabSize": 2,
        "editor.insertSpaces": True,
        "editor.detectIndentation": False,
        "editor.snippetSuggestions": "top",
        "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        "editor.unicodeHighlight.ambiguousCharacters": False,
    },
}


def set_up(folder: Path, say: Translate) -> Words:
    """Write the folder into `folder`, and say what was done.

    Schema and building blocks are written anew; settings that are there stay as they are.
    """
    own = folder / FOLDER
    ours = {SCHEMA: schema.dumped(say), SNIPPETS: snippets.dumped(say)}
    theirs = {
        "settings.json": json.dumps(SETTINGS, indent=2),
        "extensions.json": json.dumps({"recommendations": [YAML_HELP]}, indent=2),
    }
    try:
        own.mkdir(exist_ok=True)
        for name, text in ours.items():
            (own / name).write_text(text + "\n", encoding="utf-8", newline="\n")
        kept = list(_beside(own, theirs))
    except OSError:
        return T(
            "The folder {folder} cannot be written, so VS Code was not set up.", folder=str(own)
        )
    if kept:
        return T(
            "{file} is there already and stays as it is. So put this line at the top of your "
            "case: {line}",
            file=str(own / kept[0]),
            line=f"# yaml-language-server: $schema={FOLDER}/{SCHEMA}",
        )
    return T(
        "VS Code is set up: open this folder in it and say yes to the extension “YAML”. Then type "
        "a word such as “decide”, and it offers a whole step."
    )


def _beside(folder: Path, files: dict[str, str]) -> Iterator[str]:
    """Write those of `files` that are not there yet; the names of those that say other things."""
    for name, text in files.items():
        try:
            with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text + "\n")
        except FileExistsError:
            if (folder / name).read_bytes() != f"{text}\n".encode():
                yield name
