"""The history of a case in sentences, one a kind of event (COR-01, COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import asdict, frozen

from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang.worklists.sentences import LANGUAGES, Language

__all__ = ["Moment", "told"]


@frozen
class Moment:
    """One event of a history.

    Attributes:
        id: of the event, such as ``ppt_intake:12``.
        local: date and minute in the municipality's own time.
        kind: the event's type.
        cause: the id of the event that it follows from, ``""`` for what came from outside.
    """

    id: str
    at: dt.datetime
    local: str
    actor: str
    cause: str
    kind: str
    text: str


def told(recorded: Recorded, almanac: Almanac, language: str = "en") -> Moment:
    """An event as a line of a history in ``en``, ``nb`` or ``da``; its reason, where it has one, after a colon."""
    event, kind, words = recorded.event, recorded.kind, LANGUAGES[language]
    fields = {name: _word(value, almanac, words) for name, value in asdict(event, recurse=False).items()}
    target = getattr(event, "target", "")
    told_too = {
        "whom": _whom(event, words),
        "target": words.targets.get(target, target),
        "matter": words.matter.format(about=fields["about"]) if getattr(event, "about", "") else "",
    }
    text = words.sentences[kind].format_map({**fields, **told_too})
    reason = getattr(event, "reason", "")
    return Moment(
        recorded.id,
        recorded.at,
        _word(recorded.at, almanac, words),
        recorded.actor,
        recorded.cause,
        kind,
        f"{text}: {reason}" if reason else text,
    )


def _word(value: object, almanac: Almanac, words: Language) -> str:
    if isinstance(value, dt.datetime):
        return f"{almanac.local(value):%Y-%m-%d %H:%M}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} = {_word(each, almanac, words)}" for name, each in value.items())
    return str(value) if value != "" else words.nobody


def _whom(event: Event, words: Language) -> str:
    """Whose a task is: somebody's, or a queue's."""
    queue = ", ".join(filter(None, (getattr(event, "role", ""), getattr(event, "section", ""))))
    return getattr(event, "owner", "") or words.queue.format(queue=queue)
