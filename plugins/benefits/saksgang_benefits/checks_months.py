"""Month by month an answer: paid, held, or somebody is told that there is no amount (BEN-18, BEN-23, BEN-26)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from saksgang.checks import sees
from saksgang.checks.almanac import last_bank_day
from saksgang.events import StatusChanged, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, month_parts

__all__ = ["MonthsArePaidOrHeld"]

PAID_STATES = ("ordered", "paid", "nothing to pay", "rejected")


class MonthsArePaidOrHeld(OfficeDays, FactsCheck):
    """Each granted month has an answer on its day: paid, held, or nobody can calculate it and is told (BEN-18, 23)."""

    id = "ben-months-are-paid-or-held"
    requirements = ("BEN-23", "BEN-18", "BEN-26")
    kind = "liveness"
    sentence = (
        "On the last bank day of each month from the decision to the month of the stop, a granted case is paid, held "
        "for its payslip, or has the task that says that there is no amount."
    )

    def __init__(self) -> None:
        super().__init__()
        self._since: dict[str, tuple[str, dt.date]] = {}
        self._answered: dict[str, dict[str, dt.date]] = {}
        self._in_time: Counter[dt.date] = Counter()

    @sees(TaskCreated, of="no_amount")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is told that there is no amount."""
        if event.routine == ROUTINE:
            self._answer(event.case, event.about, recorded)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Payments, holds and the decision."""
        case = recorded.event.case
        decision = new.get("decision")
        if isinstance(decision, dict) and decision.get("outcome") == "granted" and page.type != "enkeltydelse":
            self._since[case] = (str(decision.get("from_month", "")), self._next_day(recorded.at))
        for name in ("payment", "hold"):
            for month, made in self.news(name):
                if made.get("state") in (*PAID_STATES, "held"):
                    self._answer(case, month, recorded)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """Of an ended case that was answered in time to its last month, the days are kept on which it was to be."""
        stop = self.pages[event.case].facts.get("stop_month") if event.final and event.case in self._since else None
        if month_parts(str(stop)) is None:
            return
        first, payday = self._since[event.case]
        days = [(_right(month, payday), self._found(event.case, month)) for month in _months_from(first, str(stop))]
        if all(found is not None and found <= right for right, found in days):
            self._in_time.update(right for right, _ in days)
            del self._since[event.case]
            self._answered.pop(event.case, None)

    def end(self, at: dt.datetime) -> None:
        """Month by month, what was due up to now."""
        today = self.day(at)
        self.judged += sum(months for right, months in self._in_time.items() if right < today)
        for case, (first, payday) in self._since.items():
            stop = str(self.pages[case].facts.get("stop_month") or "9999-12")
            for month in _months_from(first, stop):
                if _right(month, payday) >= today:
                    break
                self._look(case, month, payday, at)

    def _look(self, case: str, month: str, payday: dt.date, at: dt.datetime) -> None:
        right, found = _right(month, payday), self._found(case, month)
        held = found is not None and found <= right
        self.judge_case(held, case, at, f"{month} was due on {right} and was answered on {found or 'no day'}.")

    def _found(self, case: str, month: str) -> dt.date | None:
        return self._answered.get(case, {}).get(month)

    def _next_day(self, at: dt.datetime) -> dt.date:
        """The first day of payment after a decision; on that day itself it is six in the morning."""
        local = self.local(at)
        day = last_bank_day("DK", local.year, local.month)
        if (local.date(), local.hour) < (day, 6):
            return day
        return last_bank_day("DK", local.year + local.month // 12, local.month % 12 + 1)

    def _answer(self, case: str, month: str, recorded: Recorded) -> None:
        self._answered.setdefault(case, {}).setdefault(month, self.day(recorded.at))


def _months_from(first: str, last: str) -> Iterator[str]:
    """The months from one to another."""
    parts = month_parts(first)
    while parts is not None and (month := f"{parts[0]:04}-{parts[1]:02}") <= last:
        yield month
        parts = (parts[0] + parts[1] // 12, parts[1] % 12 + 1)


def _right(month: str, payday: dt.date) -> dt.date:
    """The day on which a month is to be answered, not before the first day of payment after the decision."""
    year, number = month_parts(month) or (1, 1)
    return max(last_bank_day("DK", year, number), payday)
