"""Closed cases rest: memory holds what is open, and who asks for a closed case gets it back unseen (SIM-12).

A case rests when it was closed some time ago and nothing on it is unfinished. Whatever reads one of its records, by
whatever id, has the whole of it in the tables again; going through a table brings every case back.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Sequence
from typing import Any

from attrs import define, field

from saksgang.archive import Archive, Filed
from saksgang.events import DocumentRegistered, StatusChanged
from saksgang.journal.record import Recorded
from saksgang.state import FINAL_LETTER_STATES, State
from saksgang.tables import Table

__all__ = ["AFTER", "Rest"]

AFTER = dt.timedelta(days=14)
ON_THE_CASE = ("tasks", "letters", "deadlines", "notes", "contacts", "requests")
LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@define
class Rest:
    """Puts the closed cases of a state away, and back.

    Attributes:
        state: of an office that is open.
        archive: where they are.
    """

    state: State
    archive: Archive = field(factory=Archive)
    _closed: deque[tuple[dt.datetime, str]] = field(factory=deque)
    _documents: dict[str, list[str]] = field(factory=dict)
    _now: dt.datetime = LONG_AGO

    def __attrs_post_init__(self) -> None:
        """Take over what the state has so far."""
        for document in self.state.documents:
            self._register(document.case, document.id)
        self._closed.extend((LONG_AGO, case.number) for case in self.state.cases if case.ended)
        for table in self._tables().values():
            table.away = self

    def see(self, unit: Sequence[Recorded]) -> None:
        """What the journal took: cases are closed, documents lie on cases; and time has gone on."""
        for recorded in unit:
            event = recorded.event
            if type(event) is StatusChanged:
                if event.final:
                    self._closed.append((recorded.at, event.case))
            elif type(event) is DocumentRegistered:
                self._register(event.case, event.document)
        self._now = unit[-1].at if unit else self._now
        while self._closed and self._closed[0][0] + AFTER <= self._now:
            _, number = self._closed.popleft()
            if self._quiet(number):
                self._put_away(number)
            else:
                self._closed.append((self._now, number))

    def back(self, key: str) -> bool:
        """Bring the case of a record's id, or of that number, back into the tables; false where it is not away."""
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

    def _bring(self, number: str) -> None:
        for name, key, record in self.archive.take(number):
            getattr(self.state, name).bring(key, record)
            if name == "documents":
                self._register(number, key)
        self._closed.append((self._now, number))

    def _tables(self) -> dict[str, Table[Any]]:
        return {name: getattr(self.state, name) for name in ("cases", "documents", *ON_THE_CASE)}

    def _register(self, number: str, document: str) -> None:
        if number:
            self._documents.setdefault(number, []).append(document)

    def _quiet(self, number: str) -> bool:
        state = self.state
        return not (
            any(task.state in ("open", "waiting") for task in state.tasks.of(number))
            or any(deadline.running for deadline in state.deadlines.of(number))
            or any(letter.state not in FINAL_LETTER_STATES for letter in state.letters.of(number))
            or any(request.answered is None for request in state.requests.of(number))
        )

    def _put_away(self, number: str) -> None:
        filed: list[Filed] = []
        ways: list[str] = []
        for name, key in self._of(number):
            table: Table[Any] = getattr(self.state, name)
            ways += table.ways(key)
            filed.append((name, key, table.send_away(key)))
        self.archive.put(number, filed, ways)

    def _of(self, number: str) -> list[tuple[str, str]]:
        """Tables and ids of all that belongs to a case."""
        documents = [("documents", key) for key in self._documents.pop(number, ())]
        others = [(name, key) for name in ON_THE_CASE for key in getattr(self.state, name).keys_of(number)]
        return [("cases", number), *documents, *others]
