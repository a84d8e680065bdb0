"""What is done rests: memory holds what is unfinished, and who asks for more has it back unseen (SIM-12).

When nothing has happened on a case for some time, what is finished on it leaves the tables. A closed case goes as a
whole; one that is still open stays, where work lists and searches find it, with what is unfinished on it and the ids of
all that was done. Whoever reads one of the records that rest, by whatever id, has all of its case in the tables again;
going through a table brings everything back.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from attrs import define, field

from saksgang.archive import Archive, Filed
from saksgang.events import DocumentRegistered
from saksgang.journal.record import Recorded
from saksgang.records import Contact, Deadline, Document, Letter, Note, Request, Task
from saksgang.state import FINAL_LETTER_STATES, State
from saksgang.tables import Table

__all__ = ["AFTER", "Rest"]

AFTER = dt.timedelta(days=14)
WORTH_IT = 4  # so many records of an open case on which something else is still to be done
ON_THE_CASE = ("tasks", "letters", "deadlines", "notes", "contacts", "requests")
LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@define
class Rest:
    """Puts away what rests of a state, and back.

    Attributes:
        state: of an office that is open.
        archive: where it is.
    """

    state: State
    archive: Archive = field(factory=Archive)
    _touched: OrderedDict[str, dt.datetime] = field(factory=OrderedDict)
    _first: dt.datetime = LONG_AGO
    _apart: set[str] = field(factory=set)
    _documents: dict[str, list[str]] = field(factory=dict)
    _now: dt.datetime = LONG_AGO

    def __attrs_post_init__(self) -> None:
        """Take over what the state has so far."""
        for document in self.state.documents:
            self._register(document.case, document.id)
        self._touched.update((case.number, LONG_AGO) for case in self.state.cases)
        for table in self._tables().values():
            table.away = self

    def see(self, unit: Sequence[Recorded]) -> None:
        """What the journal took: something happened on cases, documents lie on them; and time has gone on."""
        touched = self._touched
        for recorded in unit:
            event = recorded.event
            if event.case:
                touched[event.case] = recorded.at
                touched.move_to_end(event.case)
                if type(event) is DocumentRegistered:
                    self._register(event.case, event.document)
        self._now = unit[-1].at if unit else self._now
        if self._first <= self._now:
            self._let_rest()

    def back(self, key: str) -> bool:
        """Bring back the case with that number, or all that rests of the case of a record; false where none does."""
        if key in self.state.cases.rows:
            return False
        number = self.archive.case_of(key)
        if number:
            self._bring(number)
        return bool(number)

    def saying(self, way: str) -> None:
        """Bring the cases back that say what a way names."""
        for number in self.archive.cases_by(way):
            self._bring(number)

    def everything(self) -> None:
        """Bring every case back."""
        for number in self.archive.numbers():
            self._bring(number)

    def _let_rest(self) -> None:
        """Look at the cases that nothing has happened on for long enough, and know when to look again.

        What is unfinished ends with an event on its case, and then its time begins anew.
        """
        touched = self._touched
        while touched:
            number, at = next(iter(touched.items()))
            if at + AFTER > self._now:
                self._first = at + AFTER
                return
            del touched[number]
            self._look_at(number)
        self._first = self._now + AFTER

    def _look_at(self, number: str) -> None:
        case = self.state.cases.rows.get(number)
        if case is None:
            return  # it rests as a whole
        if case.ended and number in self._apart:
            self._take_back(number)
        there = self._standing_on(number)
        done = [(name, key) for name, key in there if _finished(getattr(self.state, name).rows[key])]
        if not case.ended:
            if len(done) >= WORTH_IT or len(done) == len(there):
                self._put_away(number, done, named=True)
        elif len(done) == len(there):
            self._documents.pop(number, None)
            self._put_away(number, [("cases", number), *done], named=False)

    def _bring(self, number: str) -> None:
        self._take_back(number)
        self._touched[number] = self._now
        self._touched.move_to_end(number)

    def _take_back(self, number: str) -> None:
        named = number in self._apart
        self._apart.discard(number)
        for name, key, record in self.archive.take(number):
            getattr(self.state, name).bring(key, record, named=named)
            if name == "documents" and not named:
                self._register(number, key)

    def _tables(self) -> dict[str, Table[Any]]:
        return {name: getattr(self.state, name) for name in ("cases", "documents", *ON_THE_CASE)}

    def _register(self, number: str, document: str) -> None:
        if number:
            self._documents.setdefault(number, []).append(document)

    def _put_away(self, number: str, done: list[tuple[str, str]], *, named: bool) -> None:
        filed: list[Filed] = []
        ways: list[str] = []
        for name, key in done:
            table: Table[Any] = getattr(self.state, name)
            ways += table.ways(key)
            filed.append((name, key, table.send_away(key, named=named)))
        if filed:
            self.archive.put(number, filed, ways)
            if named:
                self._apart.add(number)

    def _standing_on(self, number: str) -> list[tuple[str, str]]:
        """Tables and ids of all that belongs to a case and does not rest."""
        named = [("documents", key) for key in self._documents.get(number, ())]
        named += [(name, key) for name in ON_THE_CASE for key in getattr(self.state, name).named_by(number)]
        return [(name, key) for name, key in named if key in getattr(self.state, name).rows]


def _finished(record: Task | Deadline | Letter | Request | Document | Note | Contact) -> bool:
    """Whether nobody has anything to do with it any more."""
    match record:
        case Task():
            return record.state not in ("open", "waiting")
        case Deadline():
            return not record.running
        case Letter():
            return record.state in FINAL_LETTER_STATES
        case Request():
            return record.answered is not None
        case _:
            return True
