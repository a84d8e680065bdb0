"""Commands and events in words: ``SubmitDocument`` is "submit document" in a story (SIM-07)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from saksgang.commands import COMMANDS, Command

__all__ = ["COMMAND_WORDS", "MAKES", "in_words", "rendered"]

# What a command makes, which a story can give a name to.
MAKES = {
    "SubmitDocument": "document",
    "RegisterDocument": "case",
    "OpenCase": "case",
    "DraftLetter": "letter",
    "CreateTask": "task",
    "StartDeadline": "deadline",
}


def in_words(name: str) -> str:
    """A class's name as words: ``LetterPrintOrdered`` gives "letter print ordered"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


COMMAND_WORDS: Mapping[str, type[Command]] = {in_words(name): kind for name, kind in COMMANDS.items()}


def rendered(table: Mapping[str, object]) -> str:
    """A table of a story in one line, such as ``letter "the reply", state "printed"``."""
    return ", ".join(f"{key} {_value(value)}" for key, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_value(inner)}' for key, inner in value.items())}}}"
    return str(value)
