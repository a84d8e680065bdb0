"""Who is at work on which day, read off the journal, and that nobody away is given anything (COR-07)."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.checks.check import sees
from saksgang.checks.days import LocalDays
from saksgang.checks.laws_base import Law
from saksgang.events import (
    CaseAssigned,
    OfficeOpened,
    StaffAbsent,
    StaffGone,
    StaffReturned,
    TaskCreated,
    TaskReassigned,
)
from saksgang.journal.record import Recorded
from saksgang.records import Absence

__all__ = ["NobodyAwayIsGivenWork", "Roster", "RosterCheck"]

DAY = dt.timedelta(days=1)


class Roster:
    """The staff with roles, deputies and days away; ``gone`` for good survives a new opening of the office."""

    def __init__(self) -> None:
        self.roles: dict[str, tuple[str, ...]] = {}
        self.deputies: dict[str, str] = {}
        self.gone: set[str] = set()
        self._away: dict[str, tuple[Absence, ...]] = {}
        self._configured: dict[str, tuple[Absence, ...]] = {}
        self._days = LocalDays("UTC")

    def open(self, event: OfficeOpened) -> None:
        """The staff as configured; absences reported before stay."""
        self._days = LocalDays(event.zone)
        for person in event.staff:
            self.roles[person.id], self.deputies[person.id] = person.roles, person.deputy
            self._configure(person.id, person.absences)
            if person.gone:
                self.gone.add(person.id)

    def _configure(self, staff: str, absences: tuple[Absence, ...]) -> None:
        """What changed in the configuration counts; an absence that ended by a return does not begin anew."""
        before = self._configured.get(staff, ())
        self._configured[staff] = absences
        self._away[staff] = tuple(a for a in self._away.get(staff, ()) if a in absences or a not in before)
        for absence in absences:
            if absence not in before:
                self.add(staff, absence)

    def add(self, staff: str, absence: Absence) -> None:
        """One more absence."""
        known = self._away.get(staff, ())
        if absence not in known:
            self._away[staff] = (*known, absence)

    def back(self, staff: str, day: dt.date) -> None:
        """Back from that day on: an absence under way ends the day before; later ones stay."""
        self._away[staff] = tuple(
            evolve(absence, last=day - DAY) if absence.first < day <= absence.last else absence
            for absence in self._away.get(staff, ())
            if not (absence.first == day <= absence.last)
        )

    def day(self, at: dt.datetime) -> dt.date:
        """The office's local day."""
        return self._days.at(at).date

    def away(self, staff: str, at: dt.datetime) -> str:
        """Why somebody is not there on that local day, ``""`` when he is."""
        if staff in self.gone:
            return f"{staff} no longer works here"
        absences = self._away.get(staff)
        if not absences:
            return ""
        day = self.day(at)
        for absence in absences:
            if absence.first <= day <= absence.last:
                return f"{staff} is away from {absence.first} to {absence.last}"
        return ""

    def has(self, staff: str, role: str) -> bool:
        """Whether somebody of the staff has that role."""
        return role in self.roles.get(staff, ())


class RosterCheck(Law):
    """The base of checks that need to know who works here."""

    def __init__(self) -> None:
        super().__init__()
        self.roster = Roster()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The staff as configured."""
        self.roster.open(event)

    @sees(StaffAbsent)
    def staff_absent(self, event: StaffAbsent, recorded: Recorded) -> None:
        """Away on some days."""
        self.roster.add(event.staff, event.absence)

    @sees(StaffReturned)
    def staff_returned(self, event: StaffReturned, recorded: Recorded) -> None:
        """Back early."""
        self.roster.back(event.staff, event.day)

    @sees(StaffGone)
    def staff_gone(self, event: StaffGone, recorded: Recorded) -> None:
        """Gone for good."""
        self.roster.gone.add(event.staff)


class NobodyAwayIsGivenWork(RosterCheck):
    """A case or task never goes to somebody on a day that he is away (COR-07)."""

    id = "core-nobody-away-is-given-work"
    requirements = ("COR-07",)
    kind = "safety"
    sentence = "No case or task is given to somebody who is absent on that day or gone."

    @sees(CaseAssigned)
    def case_assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """A case went to somebody."""
        self._given(event.to, "case", event.case, recorded)

    @sees(TaskCreated, TaskReassigned)
    def task_given(self, event: TaskCreated | TaskReassigned, recorded: Recorded) -> None:
        """A task went to somebody."""
        if event.owner:
            self._given(event.owner, "task", event.task, recorded)

    def _given(self, staff: str, what: str, key: str, recorded: Recorded) -> None:
        self.judged += 1
        why = self.roster.away(staff, recorded.at)
        if why:
            self.broken(recorded, f"{what} {key} was given to {staff}, although {why}.".capitalize())
