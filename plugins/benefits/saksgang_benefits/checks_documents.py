"""What comes in on a case becomes a task at once: documentation, payslips, events (BEN-12, BEN-14, BEN-21)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    DocumentReceived,
    DocumentRegistered,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["DocumentsBecomeTasks", "SpousesRegistrationsReachTheCase"]

BECOMES = {
    "Dokumentation": ("review_document", "BEN-14"),
    "Lønseddel": ("payslip", "BEN-21"),
    "Hændelse": ("", "BEN-12"),
}
CREATE, SPOUSE_EVENT = "create_case", "Kontaktforløb oprettet på ægtefælle"


class DocumentsBecomeTasks(AtOnce):
    """Somebody is told of each document (BEN-12, BEN-14, BEN-21)."""

    id = "ben-documents-become-tasks"
    requirements = ("BEN-14", "BEN-12", "BEN-21")
    kind = "safety"
    sentence = (
        "Documentation, a payslip or an event becomes a task of its kind on the case at once, or, where no case is "
        "found, the task to create one."
    )

    def __init__(self) -> None:
        super().__init__()
        self._kind: dict[str, str] = {}
        self._by: dict[str, str] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """It came."""
        if event.routine == ROUTINE and event.category in BECOMES:
            kind, self._by[event.document] = BECOMES[event.category]
            self._kind[event.document] = kind or str(event.facts.get("event", ""))
            self.owe(event.document, recorded)

    @sees(TaskCreated)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is told."""
        wanted = (self._kind.get(event.about), CREATE if not event.case else "")
        if event.routine == ROUTINE and event.kind in wanted:
            self.paid(event.about)

    def instant_over(self) -> None:
        """What came is looked for no more."""
        super().instant_over()
        self._kind.clear()
        self._by.clear()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody is."""
        return f"{key} came and did not become the task {self._kind[key]}."

    def requirement(self, key: str) -> str:
        """By what it is."""
        return self._by[key]


class SpousesRegistrationsReachTheCase(FactsCheck, AtOnce):
    """What Jobnet tells of a spouse is on the applicant's case, on the applicant's caseworker's list (BEN-12)."""

    id = "ben-spouses-registrations-reach-the-case"
    requirements = ("BEN-12",)
    kind = "safety"
    sentence = (
        "When the event that a spouse registered on Jobnet is registered on a case, the case knows its day at once, "
        "and the task of that name is on that case."
    )

    def __init__(self) -> None:
        super().__init__()
        self._days: dict[str, str] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """An event of another authority."""
        if event.routine == ROUTINE and event.facts.get("event") == SPOUSE_EVENT:
            self._days[event.document] = _day(event.facts.get("date")) or event.dated.isoformat()

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It is on a case."""
        if event.document in self._days and event.case in self.pages:
            self.owe(f"day {event.document} {event.case}", recorded)
            self.owe(f"task {event.document} {event.case}", recorded)
            if self.pages[event.case].facts.get("spouse_registered_on") == self._days[event.document]:
                self.paid(f"day {event.document} {event.case}")  # told before, by another document

    @sees(TaskCreated, of=SPOUSE_EVENT)
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is told."""
        self.paid(f"task {event.about} {event.case}")

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """The case knows."""
        for key in list(self._owed):
            what, document, case = key.split(" ")
            day = new.get("spouse_registered_on")
            if what == "day" and case == recorded.event.case and day == self._days[document]:
                self.paid(key)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It does not."""
        what, document, case = key.split(" ")
        return f"{document} tells that the spouse registered, and case {case} has no {what} of it."


def _day(said: object) -> str:
    """The date that is said; ``""`` where none can be read."""
    try:
        return dt.date.fromisoformat(str(said)).isoformat()
    except ValueError:
        return ""
