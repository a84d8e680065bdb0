"""What a decision may look at: the state, the declarations, the calendar, the moment and who asks."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from attrs import define

from saksgang.declarations import Catalogue
from saksgang.errors import Refused
from saksgang.legaltime import Almanac
from saksgang.records import Case, Deadline, Document, Letter, Request, Task
from saksgang.state import State
from saksgang.tables import Table

__all__ = ["Context", "staff_of", "with_reason"]

R = TypeVar("R")
STAFF = "staff:"


def staff_of(actor: str) -> str:
    """The staff id in an actor such as ``staff:turid``, ``""`` for anybody else."""
    return actor[len(STAFF) :] if actor.startswith(STAFF) else ""


def with_reason(reason: str, rule: str, what: str) -> None:
    """Refuse a change that its history could not explain afterwards (COR-03, COR-12)."""
    if not reason.strip():
        raise Refused(rule, f"{what} cannot be changed without a reason; say why.")


@define
class Context:
    """The ground that a command is decided on; a decision reads it and returns events.

    Attributes:
        now: the office's clock, an aware UTC instant.
        actor: who asks, such as ``staff:turid``, ``citizen:000123``, ``system:mailbox`` or ``rule:PPT-10``.
    """

    state: State
    catalogue: Catalogue
    almanac: Almanac
    now: dt.datetime
    actor: str

    @property
    def today(self) -> dt.date:
        """The local day."""
        return self.almanac.today(self.now)

    def case(self, number: str) -> Case:
        """An existing case; raises ``Refused``."""
        return _existing(self.state.cases, number, "COR-02", "case")

    def open_case(self, number: str) -> Case:
        """A case that has not ended; raises ``Refused``."""
        case = self.case(number)
        if case.ended:
            raise Refused("COR-02", f"Case {number} has ended with status {case.status!r}; open a new case instead.")
        return case

    def document(self, key: str) -> Document:
        """An existing document; raises ``Refused``."""
        return _existing(self.state.documents, key, "COR-02", "document")

    def task(self, key: str) -> Task:
        """An existing task; raises ``Refused``."""
        return _existing(self.state.tasks, key, "COR-03", "task")

    def letter(self, key: str) -> Letter:
        """An existing letter; raises ``Refused``."""
        return _existing(self.state.letters, key, "COR-04", "letter")

    def deadline(self, key: str) -> Deadline:
        """An existing deadline; raises ``Refused``."""
        return _existing(self.state.deadlines, key, "COR-12", "deadline")

    def request(self, key: str) -> Request:
        """An existing request; raises ``Refused``."""
        return _existing(self.state.requests, key, "COR-01", "request")


def _existing(table: Table[R], key: str, rule: str, what: str) -> R:
    row = table.get(key)
    if row is None:
        raise Refused(rule, f"There is no {what} {key!r}; look its number up on the case or the work list.")
    return row
