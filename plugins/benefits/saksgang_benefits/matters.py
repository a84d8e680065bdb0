"""What one letter raises: central paragraphs, put together into one field (BEN-08)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from saksgang.declarations import listed
from saksgang.errors import InputRefused

__all__ = ["ANSWERED_BY", "MATTERS", "MISSING", "answered", "composed", "raised", "waits_for"]

_ROWS = tomllib.loads(files(__package__).joinpath("matters.toml").read_text(encoding="utf-8"))["matter"]

MISSING = "missing/"
"""How the facts of a case begin that say what a letter still waits for; the letter follows (BEN-14)."""

MATTERS: Mapping[str, str] = {row["key"]: row["text"] for row in _ROWS}
"""The paragraphs by key."""

ANSWERED_BY: Mapping[str, str] = {row["key"]: row["answered_by"] for row in _ROWS}
"""The category of document, or the event, that answers a matter, by key."""


def composed(*keys: str) -> str:
    """The text of the field ``matters``: one paragraph a matter, in the order named.

    Raises:
        InputRefused: no matter, or one that has no central paragraph.
    """
    unknown = [key for key in keys if key not in MATTERS]
    if unknown or not keys:
        raise InputRefused(f"A letter raises one or more of the matters {listed(MATTERS)}; {listed(unknown)} is none.")
    return "\n\n".join(MATTERS[key] for key in dict.fromkeys(keys))


def raised(text: str) -> tuple[str, ...]:
    """The matters whose paragraphs stand in a text, word for word."""
    return tuple(key for key, paragraph in MATTERS.items() if paragraph in text)


def answered(kind: str, matter: object) -> frozenset[str]:
    """The matters that a document of that category, or event, answers: the one it names, else all it may (BEN-14)."""
    fit = frozenset(key for key, by in ANSWERED_BY.items() if by == kind)
    return frozenset({str(matter)}) if str(matter) in fit else fit


def waits_for(text: str) -> frozenset[str]:
    """The categories of document, and the events, that a letter with that text asks for (BEN-14)."""
    return frozenset(ANSWERED_BY[key] for key in raised(text))
