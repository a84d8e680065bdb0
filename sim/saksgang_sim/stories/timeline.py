"""The timeline of a case, as a failing story shows it: local times, who, and the event in words (SIM-07)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from attrs import frozen

from saksgang.events import DocumentRegistered
from saksgang.journal.record import Recorded
from saksgang.worklists import hidden, told
from saksgang_sim.stories.naming import Names
from saksgang_sim.stories.results import Result

__all__ = ["Line", "timeline"]

OFFICE = "OfficeOpened"
MOST = 40
"""Lines of a crowded world: what happened last on the case before what went wrong."""


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


def timeline(result: Result, case: str, event: str = "") -> list[Line]:
    """Everything on that case and on no case, oldest first; ``""`` for the events of all cases.

    In a crowded world it is what happened on the case, or to a document before it was registered there, up to that
    event and not more than the last of it.
    """
    told = _last(result.journal, case, event) if result.crowded else _near(result.journal, case)
    return [_line(recorded, result) for recorded in told]


def _near(journal: Iterable[Recorded], case: str) -> list[Recorded]:
    return [
        recorded for recorded in journal if recorded.kind != OFFICE and (not case or recorded.event.case in ("", case))
    ]


def _last(journal: Iterable[Recorded], case: str, event: str) -> list[Recorded]:
    last: deque[Recorded] = deque(maxlen=MOST)
    came = {
        each.event.document for each in journal if each.event.case == case and type(each.event) is DocumentRegistered
    }
    for recorded in journal:
        of_none = not recorded.event.case and getattr(recorded.event, "document", "") in came
        if recorded.event.case == case or of_none or recorded.id == event:
            last.append(recorded)
        if recorded.id == event:
            break
    return list(last)


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
