"""A figure of a report that a routine declares: events of its own, counted by two of their fields (SIM-09)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from saksgang.errors import InputRefused
from saksgang.events import EVENTS

__all__ = ["DAY", "LANGUAGES", "MONTH", "ROUND", "Figure"]

LANGUAGES = ("nb", "da", "en")
MONTH, DAY, ROUND = "month", "day", "round"


def _in_all_languages(_: Figure, attribute: object, words: Mapping[str, str]) -> None:
    if missing := [language for language in LANGUAGES if not words.get(language)]:
        raise InputRefused(
            f"A figure has no {getattr(attribute, 'name', '')} in {missing[0]!r}: write it in all three."
        )


def _an_event(_: Figure, __: object, name: str) -> None:
    if name not in EVENTS:
        raise InputRefused(
            f"A figure counts events of the type {name!r}, which no journal has: name one that is there."
        )


@frozen(kw_only=True)
class Figure:
    """How many events of one type there were, by something and split by something else; a row of data, no code.

    Fields are named by their path in the event's data, such as ``outcome`` or ``facts.type``; an event that has no
    such field counts under ``""``.

    Attributes:
        name: tells the routine's figures apart.
        title: in ``nb``, ``da`` and ``en``.
        about: one sentence on how it is counted, in the same languages.
        event: the type of event that is counted, of the routine's own stream.
        where: only events whose fields have these values.
        across: what it is counted by: ``month`` or ``day`` (local, of the event), ``round`` (the first, second,
            third ... such event on its case), or a field.
        split: the field that each column is split by, ``""`` for none.
        labels: what values of the split are called in the routine's own language; one that has none, and every one on
            an English page, by itself. Outcomes have the labels of the manifest anyway.
        behind: the field that names the case behind an event, where that is another than its own.

    Raises:
        InputRefused: a language is missing, or there is no such type of event.
    """

    name: str
    title: Mapping[str, str] = field(validator=_in_all_languages)
    about: Mapping[str, str] = field(validator=_in_all_languages)
    event: str = field(validator=_an_event)
    where: Mapping[str, str] = field(factory=dict)
    across: str = MONTH
    split: str = ""
    labels: Mapping[str, str] = field(factory=dict)
    behind: str = "case"
