"""What rests of one table, and its way back: each table brings back its own, and leaves the others' where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import define

from saksgang.archive import Archive
from saksgang.records import Case
from saksgang.tables import Table

__all__ = ["Shelf"]


@define
class Shelf:
    """Brings back into a table what is away of it, a case's records together (``saksgang.tables.Away``).

    Attributes:
        name: of the table, as the archive knows it.
        woken: told of each bundle that came back: whose it is, and the ids in it.
    """

    name: str
    table: Table[Any]
    cases: Table[Case]
    archive: Archive
    woken: Callable[[str, str, Iterable[str]], None]

    def back(self, key: str) -> None:
        """Bring back the records that lie with the one of that id, where it is away."""
        number = self.archive.case_of(key)
        if number:
            self._bring(number)

    def owned(self, owner: str) -> None:
        """Bring back all that belongs to an owner: a case, a routine, or what a task is about."""
        case = self.cases.rows.get(owner)
        if owner in self.table.owners.gone:
            if case is None:
                self.everything()
            else:
                self._bring(owner)
        elif case is None or case.ended:
            self.saying(owner)

    def saying(self, way: str) -> None:
        """Bring back what a way, or an id, leads to."""
        for number in self.archive.cases_by(way):
            self._bring(number)

    def everything(self) -> None:
        """Bring back all of the table."""
        for number in self.archive.numbers(self.name):
            self._bring(number)

    def _bring(self, number: str) -> None:
        taken = self.archive.take(number, self.name)
        if taken:
            self.table.bring(taken)
            self.woken(self.name, number, [key for key, _ in taken])
