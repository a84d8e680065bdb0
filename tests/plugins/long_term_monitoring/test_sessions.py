"""The recurring work session (MON-13)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.commands import ChangeStatus, CompleteTask, WaitWithTask
from saksgang.errors import Refused
from saksgang.legaltime import Duration
from saksgang_long_term_monitoring.names import MONITORED, ROUTINE
from saksgang_long_term_monitoring.settings import Settings
from tests.plugins.long_term_monitoring.bench import Bench, bench, claim


def two_up(office: Bench) -> tuple[str, str]:
    """Two cases that come up on 3 and 4 September, the later one opened first; the session is on Monday the 7th."""
    later, earlier = office.opened(), office.opened()
    office.clock.time += dt.timedelta(days=1)
    office.do(ChangeStatus(earlier, MONITORED))
    office.clock.time += dt.timedelta(days=1)
    office.do(ChangeStatus(later, MONITORED))
    office.wait_until("2026-09-07 09:01")
    return earlier, later


def test_mon_13_each_monday_at_nine_or_the_next_working_day(office: Bench) -> None:
    """Easter Monday 2026 is 6 April, so that session is on Tuesday."""
    office.monitored()
    seen = []
    for day in ("2026-03-02", "2026-03-30", "2026-04-08"):
        office.wait_until(f"{day} 12:00")
        seen += office.dates(ROUTINE, "session")

    assert seen == ["2026-03-09 09:00", "2026-04-07 09:00", "2026-04-13 09:00"]


def test_mon_13_weekday_and_time_are_a_setting() -> None:
    """Friday at half past one."""
    office = bench(Settings(session=Duration.parse("friday 13:30")))
    office.monitored()

    assert office.dates(ROUTINE, "session") == ["2026-03-06 13:30"]


def test_mon_13_it_lists_what_is_up_oldest_first(office: Bench) -> None:
    """By when they came up, not by case number; nothing is listed where nothing is up."""
    earlier, later = two_up(office)

    (task,) = office.tasks(ROUTINE, "work_session")
    assert (task.owner, task.facts["cases"]) == ("gro", [earlier, later])


def test_mon_13_what_was_left_waiting_is_on_the_next_list(office: Bench) -> None:
    """Waiting is not treated, whoever's task it is."""
    earlier, later = two_up(office)
    office.do(WaitWithTask(office.task(later, "review").id, "venter på svar"))
    office.wait_until("2026-09-14 09:01")

    assert office.task(ROUTINE, "work_session").facts["cases"] == [earlier, later]


def test_mon_13_what_was_left_is_reported(office: Bench) -> None:
    """One case is treated, the other waits: when the session is over it is told."""
    earlier, later = two_up(office)
    office.save(earlier)
    office.do(WaitWithTask(office.task(later, "review").id, "venter på svar"))
    office.do(CompleteTask(office.task(ROUTINE, "work_session").id, "done"))

    report = office.task(ROUTINE, "session_left")
    assert (report.owner, report.facts["cases"]) == ("gro", [later])
    office.do(CompleteTask(report.id, "seen"))


def test_mon_13_whoever_held_the_session_of_the_queue_is_told_what_was_left(office: Bench) -> None:
    """Nobody is responsible for the case, so its session is whose who held it."""
    office.do(ChangeStatus(office.opened(claim(), responsible=""), MONITORED))
    office.wait_until("2026-09-07 09:01")
    office.do(CompleteTask(office.task(ROUTINE, "work_session").id, "done"), "staff:nils")

    assert office.task(ROUTINE, "session_left").owner == "nils"


def test_mon_13_a_session_that_left_nothing_reports_nothing(office: Bench) -> None:
    """All cases treated."""
    for case in two_up(office):
        office.save(case)
    office.do(CompleteTask(office.task(ROUTINE, "work_session").id, "done"))

    assert office.tasks(ROUTINE, "session_left") == []


def test_mon_13_the_next_session_ends_the_one_before(office: Bench) -> None:
    """Nobody held it: it is not done, what it left is told, and the new list has it again, once."""
    earlier, later = two_up(office)
    with pytest.raises(Refused, match="MON-13"):
        office.do(CompleteTask(office.task(ROUTINE, "work_session").id, "not done"))
    office.wait_until("2026-09-21 09:01")

    assert [task.outcome for task in office.tasks(ROUTINE, "work_session")] == ["not done", "not done", ""]
    assert office.task(ROUTINE, "work_session").facts["cases"] == [earlier, later]
    assert [task.state for task in office.tasks(ROUTINE, "session_left")] == ["cancelled", "open"]


def test_mon_13_each_caseworker_has_a_list_of_their_own(office: Bench) -> None:
    """And one for what nobody is responsible for."""
    for owner in ("gro", "nils", ""):
        office.do(ChangeStatus(office.opened(claim(), responsible=owner), MONITORED), "staff:gro")
    office.wait_until("2026-09-07 09:01")

    owners = [task.owner for task in office.tasks(ROUTINE, "work_session")]
    assert sorted(owners) == ["", "gro", "nils"]
