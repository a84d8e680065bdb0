"""Who is at work, as the journal tells it."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.checks.laws_staff import NobodyAwayIsGivenWork
from saksgang.events import CaseAssigned, Event, StaffAbsent, StaffGone, StaffReturned, TaskCreated, TaskReassigned
from saksgang.records import Absence
from tests.core.checks.pages import Pages, opening

R, C, T = "ppt_intake", "C", "C/task-1"
ASSIGNED = CaseAssigned(R, C, "fred", "")
CREATED = TaskCreated(R, C, T, "review_case", "", "fred", "fagansatt", "")
REASSIGNED = TaskReassigned(R, C, T, "fred", "fagansatt", "", "")


def away(first: int, last: int) -> StaffAbsent:
    return StaffAbsent("office", "", "fred", Absence(dt.date(2026, 3, first), dt.date(2026, 3, last), "syk"))


def test_cor_07_who_is_there_may_be_given_work() -> None:
    """Before and after the days away, after an early return, and to the queue."""
    pages = Pages().add(away(4, 6)).at("03-03 22:59").add(ASSIGNED)
    pages.at("03-06 23:00").add(CREATED).add(away(9, 13), away(16, 17)).at("03-11 07:00")
    pages.add(StaffReturned("office", "", "fred", dt.date(2026, 3, 11))).add(REASSIGNED, CaseAssigned(R, C, "", "fred"))

    assert pages.held(NobodyAwayIsGivenWork)


@pytest.mark.parametrize("given", [ASSIGNED, CREATED, REASSIGNED])
@pytest.mark.parametrize("when", ["03-03 23:00", "03-05 12:00", "03-06 22:59"])
def test_cor_07_who_is_away_on_the_local_day_may_not(given: Event, when: str) -> None:
    """From local midnight of the first day to local midnight after the last one."""
    said = Pages().add(away(4, 6)).at(when).add(given).wrong(NobodyAwayIsGivenWork)

    assert said.startswith("COR-07 C: ")
    assert "fred is away from 2026-03-04 to 2026-03-06" in said


def test_cor_07_configured_days_and_departures_count_also_after_a_new_opening() -> None:
    """Frida's configured holiday counts, Fred is gone for good, and a later absence outlives an early return."""
    assert "frida is away" in Pages().at("04-08 09:00").add(CaseAssigned(R, C, "frida", "")).wrong(
        NobodyAwayIsGivenWork
    )
    gone = Pages().add(StaffGone("office", "", "fred")).add(opening())
    assert "fred no longer works here" in gone.add(ASSIGNED).wrong(NobodyAwayIsGivenWork)

    back = Pages().add(away(2, 4), away(16, 17)).add(StaffReturned("office", "", "fred", dt.date(2026, 3, 3)))
    assert "2026-03-16 to 2026-03-17" in back.at("03-17 09:00").add(ASSIGNED).wrong(NobodyAwayIsGivenWork)
