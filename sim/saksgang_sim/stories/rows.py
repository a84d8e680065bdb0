"""What there is to see for each form of expectation: state by ``View``, lists by ``worklists``, history by the journal.

No routine is asked: a story judges what anybody in the office could look up (SIM-06, SIM-07).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import attrs
from attrs import frozen

from saksgang.journal import Journal
from saksgang.journal.record import Recorded
from saksgang.legaltime import Rule
from saksgang.records import Deadline, Document, Letter
from saksgang.view import View
from saksgang.worklists import LISTS
from saksgang_sim.stories.forms import LETTER_MOMENTS
from saksgang_sim.stories.model import Wish
from saksgang_sim.stories.moments import local_minute
from saksgang_sim.stories.naming import Names, NothingSuch, belongs_to

__all__ = ["Sight", "rows"]

Row: TypeAlias = Mapping[str, Any]
"""What is there, by the keys of the form; a key with several values, such as minutes, has a tuple."""


@frozen
class Sight:
    """All that an expectation may look at."""

    view: View
    journal: Journal
    names: Names

    def minute(self, instant: dt.datetime | None) -> dt.datetime | None:
        """The local minute of an instant."""
        return None if instant is None else local_minute(instant, self.view.almanac)


def rows(wish: Wish, sight: Sight) -> list[Row]:
    """What there is for this expectation to be compared with; none where nothing of the kind is there."""
    try:
        return list(LOOKS[wish.form](wish, sight))
    except NothingSuch:
        return []


def _plain(record: attrs.AttrsInstance, sight: Sight, **more: object) -> Row:
    table = attrs.asdict(record, recurse=False)
    minutes = {key: sight.minute(value) for key, value in table.items() if isinstance(value, dt.datetime)}
    return {**table, **minutes, **more}


def _records(wish: Wish, sight: Sight) -> Iterable[Row]:
    return (_plain(record, sight) for record in sight.names.records(wish.lead, wish.of))


def _documents(wish: Wish, sight: Sight) -> Iterable[Row]:
    for record in sight.names.records(wish.lead, wish.of):
        assert isinstance(record, Document)
        yield _plain(record, sight, registered=bool(record.case), on=record.case)


def _letters(wish: Wish, sight: Sight) -> Iterable[Row]:
    for record in sight.names.records(wish.lead, wish.of):
        assert isinstance(record, Letter)
        moments = {key: tuple(_when(event, record.id, sight)) for key, event in LETTER_MOMENTS.items()}
        yield _plain(record, sight, says=record.body, **moments)


def _when(event: str, letter: str, sight: Sight) -> Iterable[dt.datetime | None]:
    for recorded in sight.journal:
        if recorded.kind == event and getattr(recorded.event, "letter", "") == letter:
            yield sight.minute(recorded.at)


def _deadlines(wish: Wish, sight: Sight) -> Iterable[Row]:
    """A row for each target: that is what can be met or missed."""
    for record in sight.names.records(wish.lead, wish.of):
        assert isinstance(record, Deadline)
        for target in record.targets:
            start, due = sight.minute(record.start), sight.minute(target.due)
            yield {
                **attrs.asdict(target),
                "target": target.name,
                "due": due,
                "start": start,
                "rule": str(Rule.parse(target.rule)),
                "about": record.about,
                "paused": record.paused is not None,
            }


def _notes(wish: Wish, sight: Sight) -> Iterable[Row]:
    words = str(wish.lead.said).casefold()
    notes = sight.view.notes(_owner(wish, sight))
    return (_plain(note, sight) for note in notes if words in note.text.casefold())


def _contacts(wish: Wish, sight: Sight) -> Iterable[Row]:
    homes = [_owner(wish, sight)] if wish.of else [case.number for case in sight.view.cases()]
    homes += [] if wish.of else list(sight.view.catalogue.routines)
    contacts = (contact for home in homes for contact in sight.view.contacts(home))
    return (_plain(contact, sight) for contact in contacts if contact.channel == wish.lead.said)


def _list(wish: Wish, sight: Sight) -> Iterable[Row]:
    for row in LISTS[str(wish.lead.said)](sight.view, _owner(wish, sight)):
        shows = (row.id, row.case, row.about)
        yield _plain(row, sight, shows=shows, marked=row.marks, kind=(row.kind, row.type))


def _events(wish: Wish, sight: Sight) -> Iterable[Row]:
    return (_event(recorded, sight) for recorded in sight.journal if recorded.kind == wish.lead.said)


def _event(recorded: Recorded, sight: Sight) -> Row:
    who = recorded.actor.removeprefix("staff:").removeprefix("system:")
    known_as = (recorded.actor, sight.names.story_word(who))
    about = (*_ids(recorded), *belongs_to(recorded.event))
    return _plain(recorded.event, sight, at=sight.minute(recorded.at), who=known_as, about=about)


def _ids(recorded: Recorded) -> Iterable[str]:
    for key in ("case", "document", "letter", "task", "deadline"):
        if value := getattr(recorded.event, key, ""):
            yield value


def _owner(wish: Wish, sight: Sight) -> str:
    assert wish.of is not None, "the form needs it"
    return str(sight.names.meant(wish.of))


LOOKS: Mapping[str, Callable[[Wish, Sight], Iterable[Row]]] = {
    "case": _records,
    "document": _documents,
    "letter": _letters,
    "task": _records,
    "deadline": _deadlines,
    "note": _notes,
    "contact": _contacts,
    "list": _list,
    "event": _events,
}
