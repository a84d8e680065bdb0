"""What is done rests: memory holds what is unfinished, and who asks for more has it back unseen (SIM-12).

Some time after something has happened on a case, what is finished on it and no longer new leaves the tables. A closed
case goes as a whole; one that is still open stays, where work lists and searches find it, with what is unfinished on it
and how many records it had. What stands on no case goes by itself. Whoever reads one of the records that rest, by
whatever id, has those of its kind on its case in the table again; going through a table brings all of that table back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field

from saksgang.archive import Archive
from saksgang.events import (
    ContactRecorded,
    DeadlineCancelled,
    DeadlineMet,
    DeadlineMissed,
    DocumentRegistered,
    Event,
    ServiceAnswered,
    TaskCancelled,
    TaskCompleted,
)
from saksgang.journal.record import Recorded
from saksgang.records import Contact, Deadline, Document, Letter, Note, Request, Task
from saksgang.shelf import Shelf
from saksgang.state import FINAL_LETTER_STATES, State
from saksgang.tables import Table

__all__ = ["AFTER", "Rest"]

AFTER = dt.timedelta(days=14)
EVERY = dt.timedelta(hours=4)  # many are put away one after another: one at a time takes twice as long
WORTH_IT = 4  # so many records of an open case on which something else is still to be done
ON_THE_CASE = ("tasks", "letters", "deadlines", "notes", "contacts", "requests")
AT_REST = FINAL_LETTER_STATES | {"available"}  # in a mailbox: it may be opened after years, or never
LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

ENDING: dict[type[Event], str] = {
    TaskCompleted: "task",
    TaskCancelled: "task",
    ContactRecorded: "contact",
    ServiceAnswered: "request",
    DeadlineMet: "deadline",
    DeadlineMissed: "deadline",
    DeadlineCancelled: "deadline",
}
"""What may end a record that stands on no case, and which word of the event names it."""

Record = Task | Deadline | Letter | Request | Document | Note | Contact
Standing = tuple[str, str, Record]
"""Table, id and record."""


@define
class Rest:
    """Puts away what rests of a state, and back.

    Attributes:
        state: of an office that is open.
        archive: where it is.
    """

    state: State
    archive: Archive = field(factory=Archive)
    _touched: dict[str, dt.datetime] = field(factory=dict)
    _next: dt.datetime = LONG_AGO
    _documents: dict[str, dict[str, None]] = field(factory=dict)
    _now: dt.datetime = LONG_AGO
    _tables: dict[str, Table[Any]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Take over what the state has so far."""
        self._tables = {name: getattr(self.state, name) for name in ON_THE_CASE}
        for document in self.state.documents:
            self._register(document.case, document.id)
        self._touched.update((case.number, LONG_AGO) for case in self.state.cases)
        for table in self._tables.values():
            self._touched.update((row.id, LONG_AGO) for row in table if not row.case)
        self._tables |= {"documents": self.state.documents, "cases": self.state.cases}
        for name, table in self._tables.items():
            table.away = Shelf(name, table, self.state.cases, self.archive, self._woken)

    def see(self, unit: Sequence[Recorded]) -> None:
        """What the journal took: something happened on cases, documents lie on them; and time has gone on."""
        touched = self._touched
        for recorded in unit:
            event = recorded.event
            if event.case:
                home = event.case
                if type(event) is DocumentRegistered:
                    self._register(home, event.document)
            elif type(event) in ENDING:
                home = getattr(event, ENDING[type(event)])
            else:
                continue
            if home not in touched:
                touched[home] = recorded.at
        self._now = unit[-1].at if unit else self._now
        if self._next <= self._now:
            self._next = self._now + EVERY
            self._let_rest()

    def _let_rest(self) -> None:
        """Look at what something happened on long enough ago.

        What is unfinished then ends with an event, and its time begins anew.
        """
        due = []
        for home, at in self._touched.items():
            if at + AFTER > self._now:
                break
            due.append(home)
        for home in due:
            del self._touched[home]
            self._look_at(home)

    def _look_at(self, home: str) -> None:
        done: dict[str, list[str]] = {}
        unfinished = new = 0
        for name, key, row in self._standing_on(home):
            if not _finished(row):
                unfinished += 1
            elif _began(row) + AFTER > self._now:
                new += 1
            else:
                done.setdefault(name, []).append(key)
        if new:
            self._touched[home] = self._now
        case = self.state.cases.rows.get(home)
        if unfinished or new:
            if sum(map(len, done.values())) >= WORTH_IT:
                self._put_away(home, done)
        elif case is None or case.ended:
            for table in self._tables.values():
                table.owners.gone.pop(home, None)
            self._put_away(home, {**done, "cases": [home]} if case else done, leaving=home)
        else:
            self._put_away(home, done)

    def _put_away(self, home: str, done: Mapping[str, Sequence[str]], leaving: str = "") -> None:
        for name, keys in done.items():
            table = self._tables[name]
            ways = [way for key in keys for way in table.ways(key)]
            self.archive.put(home, name, [(key, table.send_away(key, leaving)) for key in keys], ways)
            if name == "documents":
                self._unregister(home, keys)

    def _woken(self, name: str, home: str, keys: Iterable[str]) -> None:
        if home not in self._touched:
            self._touched[home] = self._now
        if name == "documents":
            for key in keys:
                self._register(home, key)

    def _register(self, number: str, document: str) -> None:
        if number:
            self._documents.setdefault(number, {})[document] = None

    def _unregister(self, number: str, documents: Iterable[str]) -> None:
        there = self._documents[number]
        for key in documents:
            del there[key]
        if not there:
            del self._documents[number]

    def _standing_on(self, home: str) -> list[Standing]:
        """All that belongs to a case and does not rest; of a record on no case, itself."""
        rows = self._tables["documents"].rows
        there: list[Standing] = [("documents", key, rows[key]) for key in self._documents.get(home, ())]
        for name in ON_THE_CASE:
            table = self._tables[name]
            rows, keys = table.rows, table.owners.here.get(home, ())
            there += [(name, key, row) for key in keys if (row := rows[key]).case == home]
            if home in rows:
                there.append((name, home, rows[home]))
        return there


def _finished(record: Record) -> bool:
    """Whether nobody in the office has anything to do with it any more."""
    match record:
        case Task():
            return record.state not in ("open", "waiting")
        case Deadline():
            return not record.running
        case Letter():
            return record.state in AT_REST
        case Request():
            return record.answered is not None
        case _:
            return True


def _began(record: Record) -> dt.datetime:
    """Since when it is there; a letter does not tell, and is on its way for long enough."""
    match record:
        case Task():
            return record.created
        case Deadline():
            return record.start
        case Note():
            return record.written
        case Contact():
            return record.received
        case Document():
            return record.arrived
        case Request():
            return record.asked
        case _:
            return LONG_AGO
