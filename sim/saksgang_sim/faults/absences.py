"""Staff who fall ill at the worst moment, all at once, or leave for good (SIM-05)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import partial

from attrs import define, field

from saksgang.commands import ReportAbsence, ReportDeparture
from saksgang.configuration import working_hours
from saksgang.events import DeadlineStarted
from saksgang.journal.record import Recorded
from saksgang.office import Office
from saksgang.records import StaffMember
from saksgang_sim.engine import Engine
from saksgang_sim.faults.striking import Striking
from saksgang_sim.staffing import Staff

__all__ = ["Absences"]

WORKING_DAYS = (1, 3)
ALL_DAYS = (1, 2)
ILLNESS = "illness"


@define
class Absences:
    """Absences and departures on top of what happens anyway."""

    engine: Engine
    office: Office
    staff: Staff
    striking: Striking
    _due: dict[dt.date, set[str]] = field(factory=lambda: defaultdict(set))

    def hear(self, recorded: Recorded) -> None:
        """Remember on which day which case has something due."""
        event = recorded.event
        if isinstance(event, DeadlineStarted) and event.case and self.striking.on("staff_sick_when_due"):
            for target in event.targets:
                self._due[self.office.view.almanac.today(target.due)].add(event.case)

    def plan(self, day: dt.date) -> None:
        """Draw who falls ill that morning, who does so at work, and who leaves."""
        due = self._due.pop(day, set())
        if not self.office.view.almanac.is_working_day(day):
            return
        key = day.isoformat()
        with_something_due = {self.office.view.case(case).responsible for case in due}
        leaving: list[str] = []
        all_ill = self.striking.strikes("staff_all_sick", key)
        for person in self.office.view.staff():
            if person.gone or person.away(day) is not None:
                continue
            if all_ill:
                self._ill(person.id, day, ALL_DAYS)
            elif person.id in with_something_due and self.striking.strikes("staff_sick_when_due", key, person.id):
                self._ill(person.id, day, WORKING_DAYS)
            elif self.striking.strikes("staff_sick_at_work", key, person.id):
                self.engine.at(self._some_time(person, day), partial(self._ill_at_work, person.id, day))
            elif self._can_go(person, leaving) and self.striking.strikes("staff_quits", key, person.id):
                leaving.append(person.id)
                self.engine.at(self._some_time(person, day), partial(self._leaves, person.id))

    def _ill_at_work(self, name: str, day: dt.date) -> None:
        self._ill(name, day, WORKING_DAYS)
        self.staff.send_home(name)

    def _ill(self, name: str, day: dt.date, days: tuple[int, int]) -> None:
        almanac = self.office.view.almanac
        last = almanac.add_working_days(day, self.striking.luck.integer(*days, "days ill", name, day.isoformat()) - 1)
        until = almanac.today(self.striking.until)
        self.office.do(ReportAbsence(name, day, max(day, min(last, until)), ILLNESS), f"staff:{name}")

    def _leaves(self, name: str) -> None:
        self.office.do(ReportDeparture(name), "system:office")
        self.staff.send_home(name)

    def _can_go(self, person: StaffMember, leaving: list[str]) -> bool:
        """Whether somebody else is left for each of the roles: the last one never leaves."""
        others = [each for each in self.office.view.staff() if not each.gone and each.id not in (person.id, *leaving)]
        return all(any(role in each.roles for each in others) for role in person.roles)

    def _some_time(self, person: StaffMember, day: dt.date) -> dt.datetime:
        """An instant within the working hours of that day, or the middle of it for who does not work then."""
        begin, end = working_hours(person.hours)[day.weekday()] or (12 * 60, 12 * 60 + 1)
        minute = self.striking.luck.integer(begin, min(end, 24 * 60) - 1, "minute", person.id, day.isoformat())
        return self.office.view.almanac.instant(day, dt.time(minute // 60, minute % 60, 30))
