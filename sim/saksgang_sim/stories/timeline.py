"""The timeline of a case, as a failing story shows it: local times, who, and the event in words (SIM-07)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from saksgang.journal.record import Recorded
from saksgang.worklists import hidden, told
from saksgang_sim.stories.naming import Names
from saksgang_sim.stories.results import Result

__all__ = ["Line", "timeline"]

OFFICE = "OfficeOpened"


@frozen
class Line:
    """One event.

    Attributes:
        at: local date and minute.
        who: in the story's words where it has any.
    """

    at: str
    who: str
    text: str


def timeline(result: Result, case: str) -> list[Line]:
    """Everything on that case and on no case, oldest first; ``""`` for the events of all cases."""
    return [_line(recorded, result) for recorded in _near(result.journal, case)]


def _near(journal: Iterable[Recorded], case: str) -> list[Recorded]:
    return [
        recorded for recorded in journal if recorded.kind != OFFICE and (not case or recorded.event.case in ("", case))
    ]


def _line(recorded: Recorded, result: Result) -> Line:
    moment = told(recorded, result.almanac)
    who = result.names.story_word(moment.actor.removeprefix("staff:").removeprefix("system:"))
    return Line(moment.local, who, hidden(_in_story_words(moment.text, result.names)))


def _in_story_words(text: str, names: Names) -> str:
    """Ids that the story has a name for, the longest first, since a letter's id begins with its case's."""
    ids = {key: name for name, (_, key) in names.things.items()}
    ids |= {person.id: name for name, person in names.people.items()}
    for key in sorted(ids, key=len, reverse=True):
        text = re.sub(rf"{re.escape(key)}(?![\w/-])", lambda _, name=ids[key]: f'"{name}"', text)  # type: ignore[misc]
    return text
