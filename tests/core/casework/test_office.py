"""Events of the office itself: the staff as configured and as reported, and what a plugin failed at."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.casework import DECIDE, FOLD, decide
from saksgang.commands import COMMANDS, ReportAbsence, ReportDeparture, ReportReturn, RetryHandling
from saksgang.commands.base import Command
from saksgang.errors import Refused
from saksgang.events import EVENTS, DispatchFailed, HandlingFailed, HandlingRetried, OfficeOpened
from saksgang.records import Absence, Failure, StaffMember
from tests.core.casework.ground import CASE, STAFF, Ground, ground


def holiday(first: int, last: int) -> Absence:
    return Absence(dt.date(2026, 4, first), dt.date(2026, 4, last), "ferie")


def opened(*staff: StaffMember) -> OfficeOpened:
    return OfficeOpened("office", "", "Fjordvik", "NO", "Europe/Oslo", "nb", {}, staff)


def reopened(office: Ground, *absences: Absence) -> tuple[Absence, ...]:
    """Open again with Kari's absences as configured now; those that she is known to have then."""
    office.tell(opened(evolve(STAFF[0], absences=absences)))
    return office.state.staff["kari"].absences


@pytest.mark.parametrize(
    ("configured", "reported", "again", "known"),
    [
        ((), (), ((20, 24),), ((20, 24),)),
        (((20, 24),), (), ((20, 24),), ((20, 24),)),
        (((20, 24),), (), (), ()),  # the configuration takes back what it said
        (((20, 24),), ((8, 9),), ((27, 30),), ((8, 9), (27, 30))),
        ((), ((8, 9),), ((8, 9),), ((8, 9),)),
        ((), ((8, 9),), (), ((8, 9),)),
    ],
)
def test_cor_07_an_opening_brings_what_changed_in_the_configuration(
    configured: tuple[tuple[int, int], ...],
    reported: tuple[tuple[int, int], ...],
    again: tuple[tuple[int, int], ...],
    known: tuple[tuple[int, int], ...],
) -> None:
    """What was reported since stays, whatever the configuration says now, and stands once."""
    office = Ground()
    reopened(office, *(holiday(*days) for days in configured))
    for first, last in reported:
        office.do(ReportAbsence("kari", holiday(first, last).first, holiday(first, last).last, "ferie"))

    assert reopened(office, *(holiday(*days) for days in again)) == tuple(holiday(*days) for days in known)


def test_cor_07_an_early_return_outlives_the_next_opening() -> None:
    """A holiday that the configuration still names does not begin anew for somebody who is back."""
    office = Ground()
    reopened(office, holiday(6, 24))
    office.do(ReportReturn("kari"))  # on the seventh

    assert reopened(office, holiday(6, 24)) == (holiday(6, 6),)
    assert reopened(office, holiday(6, 24)) == (holiday(6, 6),)


def test_cor_07_who_left_stays_gone_and_who_is_new_is_there() -> None:
    """Roles and deputies are as configured now; who is no longer named stays known to the cases."""
    office = ground()
    office.do(ReportDeparture("kari"))
    office.tell(opened(evolve(STAFF[0], roles=("leder",)), StaffMember("eva", "Eva", ("leder",))))

    assert (office.state.staff["kari"].gone, office.state.staff["kari"].roles) == (True, ("leder",))
    assert [person.id for person in office.state.staff] == ["kari", "ola", "liv", "eva"]
    assert not office.state.staff["eva"].gone


def test_plg_05_a_failure_is_open_until_it_is_run_again() -> None:
    """It keeps plugin, hook, case, event and error."""
    office = ground()
    office.tell(HandlingFailed("bygg", CASE, "bygg/failure-2", "bygg", "respond", "bygg:1", "ValueError: x"))
    failure = Failure("bygg/failure-2", "bygg", CASE, "bygg", "respond", "bygg:1", "ValueError: x")

    assert office.state.failures.on("open") == [failure]
    office.tell(HandlingRetried("bygg", CASE, "bygg/failure-2"))
    assert list(office.state.failures) == [evolve(failure, open=False)]
    assert office.state.failures.on("open") == []


def test_cor_21_a_service_that_is_down_changes_no_letter() -> None:
    """The letter keeps its state: it is handed over again."""
    office = ground()
    letter = office.letter()
    before = office.state.letters[letter]
    office.tell(DispatchFailed("bygg", CASE, letter, "mailbox", "OSError: nede"))

    assert office.state.letters[letter] == before


def test_cor_01_every_command_is_decided_and_every_event_folded() -> None:
    """The two vocabularies and the two tables know the same words; to run again is for the office, not for a desk."""
    assert set(COMMANDS.values()) - set(DECIDE) == {RetryHandling}
    assert set(DECIDE) <= set(COMMANDS.values())
    assert set(FOLD) == set(EVENTS.values())


def test_cor_22_what_is_no_command_is_refused() -> None:
    """Something of a plugin's own, for instance."""
    with pytest.raises(Refused, match=r"^Command is no command that an office carries out\. \[COR-22\]$"):
        decide(Command(), ground().context("staff:kari"))
