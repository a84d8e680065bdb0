"""Who falls ill when: drawn for each person and day alone, so that nobody's luck hangs on who else works here."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from saksgang.commands import ReportAbsence
from saksgang.office import Office
from saksgang_sim.luck import Luck

__all__ = ["Sickness"]

WORKING_DAYS_A_YEAR = 230
MEAN_SPELL = 2.5


@frozen
class Sickness:
    """Illness of the staff, reported in the morning before work begins."""

    office: Office
    days_per_year: float
    luck: Luck

    def plan(self, day: dt.date) -> None:
        """Report who falls ill that day, for how many days."""
        almanac = self.office.view.almanac
        if not self.days_per_year or not almanac.is_working_day(day):
            return
        chance = self.days_per_year / MEAN_SPELL / WORKING_DAYS_A_YEAR
        for person in self.office.view.staff():
            key = (person.id, day.isoformat())
            if not person.gone and person.away(day) is None and self.luck.chance(chance, *key, "falls ill"):
                days = 1 + self.luck.poisson(MEAN_SPELL - 1, *key, "for days")
                last = almanac.add_working_days(day, days - 1) if days > 1 else day
                self.office.do(ReportAbsence(person.id, day, last, "illness"), f"staff:{person.id}")
