"""What a decision may look at: the state, the declarations, the calendar, the moment and who asks."""

from __future__ import annotations

import datetime as dt
from typing import NoReturn

from attrs import define

from saksgang.declarations import Catalogue
from saksgang.errors import Refused
from saksgang.legaltime import Almanac
from saksgang.records import Case, Deadline, Document, Letter, Request, Task
from saksgang.state import State

__all__ = ["Context", "staff_of", "with_reason"]

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
        return self.state.cases.get(number) or _missing(number, "COR-02", "case")

    def open_case(self, number: str) -> Case:
        """A case that has not ended; raises ``Refused``."""
        case = self.case(number)
        if case.ended:
            raise Refused("COR-02", f"Case {number} has ended with status {case.status!r}; open a new case instead.")
        return case

    def document(self, key: str) -> Document:
        """An existing document; raises ``Refused``."""
        return self.state.documents.get(key) or _missing(key, "COR-02", "document")

    def task(self, key: str) -> Task:
        """An existing task; raises ``Refused``."""
        return self.state.tasks.get(key) or _missing(key, "COR-03", "task")

    def letter(self, key: str) -> Letter:
        """An existing letter; raises ``Refused``."""
        return self.state.letters.get(key) or _missing(key, "COR-04", "letter")

    def deadline(self, key: str) -> Deadline:
        """An existing deadline; raises ``Refused``."""
        return self.state.deadlines.get(key) or _missing(key, "COR-12", "deadline")

    def request(self, key: str) -> Request:
        """An existing request; raises ``Refused``."""
        return self.state.requests.get(key) or _missing(key, "COR-01", "request")


def _missing(key: str, rule: str, what: str) -> NoReturn:
    raise Refused(rule, f"There is no {what} {key!r}; look its number up on the case or the work list.")
