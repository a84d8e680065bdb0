"""Who is away in a scenario and when, reported on the first morning, before work begins (SIM-04, SIM-08)."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from saksgang.commands import ReportAbsence
from saksgang.office import Office
from saksgang_sim.changes import Absent

__all__ = ["Absences"]


@frozen
class Absences:
    """The absences that the scenario itself declares."""

    office: Office
    absent: tuple[Absent, ...]

    def plan(self, day: dt.date) -> None:
        """Report who is away from that day on."""
        for away in self.absent:
            if away.first == day:
                self.office.do(ReportAbsence(away.staff, away.first, away.last, away.reason), f"staff:{away.staff}")
