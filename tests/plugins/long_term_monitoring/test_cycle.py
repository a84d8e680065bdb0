"""Put aside, coming up, put aside again: the cycle that never dies (MON-01 to MON-04, MON-06)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.commands import (
    CancelDeadline,
    CancelTask,
    ChangeStatus,
    Command,
    CreateTask,
    ExtendDeadline,
    MeetDeadline,
    PauseDeadline,
    StartDeadline,
)
from saksgang.errors import Refused
from saksgang.events import DeadlineStarted
from saksgang.worklists import due_list, start_page
from saksgang_long_term_monitoring.menu import choices
from saksgang_long_term_monitoring.names import ACTIVE, CLOSED, MONITORED, ROUTINE
from tests.plugins.long_term_monitoring.bench import Bench, claim, local

LONG = claim(basis="tvangsgrunnlag")


def test_mon_01_the_choice_puts_a_case_under_monitoring(office: Bench) -> None:
    """The first choice, its words, and what it does."""
    case = office.opened()
    (choice,) = choices(office.case(case))

    office.do(choice.command)

    assert choice.label == "Sett på langtidsovervåkning"
    assert office.case(case).status == "Saken er på langtidsovervåking"


def test_mon_02_then_the_choice_reads_otherwise_and_makes_it_active(office: Bench) -> None:
    """Exactly one of the two at any time, and none on a closed case."""
    case = office.monitored()
    (choice,) = choices(office.case(case))
    office.do(choice.command)

    assert choice.label == "Opphev langtidsovervåking"
    assert office.case(case).status == "Saken er aktiv"
    assert [each.label for each in choices(office.case(case))] == ["Sett på langtidsovervåkning"]
    office.claims(case, claim(state="paid"), actor="system:finance")
    office.do(ChangeStatus(case, CLOSED))
    assert choices(office.case(case)) == ()


def test_mon_01_a_case_that_is_not_there_is_told_by_the_office(office: Bench) -> None:
    """The routine has nothing to say of it."""
    with pytest.raises(Refused, match="GJE-2026-00099"):
        office.do(ChangeStatus("GJE-2026-00099", MONITORED))


def test_mon_02_only_a_caseworker_chooses(office: Bench) -> None:
    """Neither somebody else of the staff nor a system."""
    case = office.opened()
    for actor in ("staff:ida", "system:finance"):
        with pytest.raises(Refused, match=r"Only innfordrer.*MON-01"):
            office.do(ChangeStatus(case, MONITORED), actor)


@pytest.mark.parametrize(
    ("put", "due"),
    [
        ("2026-03-12 14:10", "2026-09-12 06:00"),  # a Saturday
        ("2026-08-31 14:10", "2027-02-28 06:00"),  # a Sunday, clamped
        ("2027-08-31 14:10", "2028-02-29 06:00"),  # a leap year
        ("2026-10-17 08:00", "2027-04-17 06:00"),  # into summer time
    ],
)
def test_mon_03_six_calendar_months_clamped_and_not_moved(office: Bench, put: str, due: str) -> None:
    """By the calendar, worked out by hand."""
    case = office.opened(LONG)
    office.wait_until(put)
    office.do(ChangeStatus(case, MONITORED))

    assert office.dates(case) == [due]


def test_mon_04_there_is_exactly_one_next_review_date(office: Bench) -> None:
    """After setting, continuing, coming up again, and waking: one, or the one review that is up."""
    case = office.up(LONG)
    assert office.dates(case) == []
    assert len(office.tasks(case, "review")) == 1

    office.save(case, months=3)
    assert office.dates(case) == ["2026-12-02 06:00"]
    office.wait_until("2026-12-02 09:00")
    assert office.dates(case) == []
    office.save(case)
    assert office.dates(case) == ["2027-06-02 06:00"]
    assert len(office.tasks(case, "review")) == 2

    office.do(ChangeStatus(case, ACTIVE))
    assert office.dates(case) == []
    office.wait_until("2027-06-03 09:00")
    assert len(office.tasks(case, "review")) == 2


def test_mon_04_lifting_takes_a_review_that_is_up_off_the_list(office: Bench) -> None:
    """It is cancelled with the status as the reason."""
    case = office.up()
    office.do(ChangeStatus(case, ACTIVE))

    assert [(task.state, task.reason) for task in office.tasks(case, "review")] == [("cancelled", ACTIVE)]


@pytest.mark.parametrize(
    "command",
    [
        CancelDeadline("GJE-2026-00001/deadline-2", "x"),
        MeetDeadline("GJE-2026-00001/deadline-2", "x"),
        PauseDeadline("GJE-2026-00001/deadline-2", "x"),
        StartDeadline("review", "GJE-2026-00001", {"due": "1 month"}),
        CreateTask("review", "GJE-2026-00001"),
    ],
)
def test_mon_04_nobody_doubles_or_ends_the_review_date(office: Bench, command: Command) -> None:
    """Each of these would be a way out of the cycle."""
    case = office.monitored()
    assert office.deadline(case).id == "GJE-2026-00001/deadline-2"

    with pytest.raises(Refused, match="MON-0"):
        office.do(command)
    assert office.dates(case) == ["2026-09-02 06:00"]


def test_mon_04_a_review_that_is_up_cannot_be_dropped(office: Bench) -> None:
    """It ends by being done."""
    case = office.up()

    with pytest.raises(Refused, match="MON-12"):
        office.do(CancelTask(office.task(case, "review").id, "orker ikke"))


def test_mon_04_the_caseworker_extends_a_review(office: Bench) -> None:
    """It comes up on the new day only, and other deadlines are not extended."""
    case = office.monitored(LONG)
    office.do(ExtendDeadline(office.deadline(case).id, "due", "1 month", "på sykehus"))

    office.wait_until("2026-10-02 05:59")
    assert office.tasks(case, "review") == []
    office.wait_until("2026-10-02 06:01")
    assert len(office.tasks(case, "review")) == 1
    with pytest.raises(Refused, match=r"only a review is extended.*MON-04"):
        office.do(ExtendDeadline(office.deadline(case, "limitation").id, "due", "1 month", "x"))


def test_mon_06_it_is_on_the_due_list_and_the_start_page_that_day(office: Bench) -> None:
    """From the morning on, for the one responsible, until it is treated."""
    case = office.up()

    (row,) = [row for row in due_list(office.view, "gro") if row.type == "review"]
    notices = {(row.type, row.kind) for row in start_page(office.view, "gro") if row.case == case}
    assert (row.case, row.label, row.due) == (case, "Til langtidsoppfølging", local("2026-09-02 06:00"))
    assert {("review", "deadline"), ("review", "task")} <= notices
    assert due_list(office.view, "nils") == ()

    office.save(case)
    assert not [row for row in start_page(office.view, "gro") if row.case == case and row.kind != "case"]


def test_mon_06_without_a_caseworker_it_lies_in_the_queue(office: Bench) -> None:
    """A case that nobody is responsible for is not forgotten."""
    case = office.opened(responsible="")
    office.do(ChangeStatus(case, MONITORED))
    office.wait_until("2026-09-02 09:00")

    assert [task.case for task in office.view.queued_tasks("innfordrer") if task.kind == "review"] == [case]


def test_the_due_list_of_the_office_has_what_stands_on_no_case(office: Bench) -> None:
    """The next work session and the next check belong to nobody in particular."""
    office.monitored()

    rows = {row.type: row.owner for row in due_list(office.view)}
    assert (rows["session"], rows["finance_check"], rows["review"]) == ("", "", "gro")


def test_mon_04_two_cases_start_one_session_and_one_check(office: Bench) -> None:
    """What stands on no case begins once."""
    office.monitored()
    office.monitored()

    kinds = [event.kind for event in office.all(DeadlineStarted) if not event.case]
    assert sorted(kinds) == ["finance_check", "session"]
    assert len(office.dates(ROUTINE, "session")) == 1


def test_mon_03_the_day_counts_from_its_morning(office: Bench) -> None:
    """However late on the day it was set, it comes up at six in the morning, before anybody is at work."""
    case = office.monitored()

    assert office.deadline(case).start == local("2026-03-02 06:00")
    assert office.view.almanac.local(office.deadline(case).targets[0].due).time() == dt.time(6)
