"""Nothing outside the counting week, and every overruled warning was one: REG-13."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.almanac import count_working_days
from saksgang.events import TaskCreated
from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import ROUTINE, Registered, RegistrationCheck, plainly

__all__ = ["OnlyTheWeekIsCounted", "OverruledWarningsWereGiven"]


class OnlyTheWeekIsCounted(RegistrationCheck):
    """Contacts of the week, of departments that take part, registered in time (REG-13)."""

    id = "reg-only-the-week-is-counted"
    requirements = ("REG-13",)
    kind = "safety"
    sentence = (
        "A registered contact is of the counting week and of a department that takes part, and is registered not "
        "before it was, nor after the time for it unless it was on the list."
    )

    def __init__(self) -> None:
        super().__init__()
        self._listed: set[str] = set()

    @sees(TaskCreated)
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """It may be registered late."""
        if event.routine == ROUTINE:
            self._listed.add(plainly(str(event.facts.get("source", ""))))

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Its day, its department, and when it was registered."""
        week = self.week
        today = week.day(recorded.at)
        self.judge(week.has(reg.day), recorded, f"A contact of {reg.day} is counted, outside {week.first}-{week.last}.")
        self.judge(reg.day <= today, recorded, f"A contact of {reg.day} was registered on {today}, before it was.")
        department = reg.says("department")
        self.judge(department in week.departments, recorded, f"The department {department!r} takes no part.")
        late = reg.known_by not in self._listed and not reg.says("batch") and self._too_late(today)
        self.judge(not late, recorded, f"A contact was registered on {today}, after the time for it.")

    def _too_late(self, today: dt.date) -> bool:
        """Judged where the time for it is counted in working days, as it is unless set otherwise."""
        number, _, unit = str(self.week.settings.get("late_registration", "5 working days")).partition(" ")
        if unit not in ("working day", "working days"):
            return False
        noon = dt.datetime.combine(self.week.last, dt.time(12), dt.UTC)
        return today > self.week.day(count_working_days(self.week.country, self.week.zone, noon, int(number)))


class OverruledWarningsWereGiven(RegistrationCheck):
    """What is counted as overruled was a warning (REG-13, REG-03)."""

    id = "reg-overruled-warnings-were-given"
    requirements = ("REG-13", "REG-03")
    kind = "safety"
    sentence = "A warning counts as overruled only where there was one: a type against what was changed."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """The only warning there is, and its occasion."""
        if not reg.overruled:
            return
        creates = reg.says("type") in ("oprettelse af sag", "ændring af sag")
        held = set(reg.overruled) == {"REG-03"} and creates != reg.is_so("changed")
        self.judge(held, recorded, f"Overruled are {sorted(reg.overruled)}, but no such warning was given.")
