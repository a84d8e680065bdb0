"""Who has a message, and what happens to those of somebody away (MSG-10)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from saksgang.commands import ReportAbsence, TakeTask, WaitWithTask
from saksgang.events import TaskCreated
from saksgang.records import Absence
from saksgang_home_care_messages.holding import give_back
from tests.plugins.home_care_messages.bench import MONDAY, STAFF, Bench, bench

TODAY = dt.date(2026, 11, 16)


def test_msg_10_the_caseworker_is_whoever_has_the_task(office: Bench) -> None:
    """New to them until they have looked at it."""
    number = office.send()
    office.take(number, "sp1")

    assert (office.case(number).responsible, office.case(number).new) == ("sp1", True)


def test_msg_10_who_falls_ill_gives_back_what_they_had(office: Bench) -> None:
    """It lies in the queue again, with nobody as its caseworker, and is to be read anew."""
    number = office.held("sp1")
    office.do(ReportAbsence("sp1", TODAY, TODAY, "syk"), "staff:sp1")

    assert (office.open_task(number).owner, office.case(number).responsible) == ("", "")
    office.take(number, "sp2")
    assert "MSG-01" in office.refused(office.reply, number, "sp2")


def test_msg_10_who_falls_ill_gives_back_messages_and_no_work_of_another_routine(office: Bench) -> None:
    """Though that may call its tasks by the same name."""
    theirs = TaskCreated("letters", "", "letters/task-1", "handle_message", "", "sp1", "ansatt", "sp")
    office.office.record(theirs, "rule:LET-01")
    office.do(ReportAbsence("sp1", TODAY, TODAY, "syk"), "staff:sp1")

    assert [task.id for task in office.view.owned_tasks("sp1")] == ["letters/task-1"]
    assert office.failures() == []


def test_msg_10_what_waited_with_somebody_ill_lies_open_for_others(office: Bench) -> None:
    """Waiting in a queue it would be on nobody's list."""
    number = office.held("sp1")
    office.do(WaitWithTask(office.open_task(number).id, "venter på legen"), "staff:sp1")
    office.do(ReportAbsence("sp1", TODAY, TODAY, "syk"), "staff:sp1")

    assert [task.case for task in office.view.queued_tasks("ansatt", "sp")] == [number]


def test_msg_10_who_takes_a_message_on_a_day_away_keeps_it(office: Bench) -> None:
    """They know that they are away, and are there all the same."""
    office.do(ReportAbsence("sp1", TODAY, TODAY, "egenmelding"), "staff:sp1")
    number = office.held("sp1")
    office.wait_until(MONDAY + dt.timedelta(hours=1))

    assert office.open_task(number).owner == "sp1"


@pytest.mark.parametrize("days", [1, 2, 7, 200])
def test_msg_10_who_is_away_from_a_day_to_come_gives_back_on_that_day(office: Bench, days: int) -> None:
    """There is time to finish until then; what was taken after it was told is given back, too."""
    number = office.held("sp1")
    later = TODAY + dt.timedelta(days=days)
    office.do(ReportAbsence("sp1", later, later, "ferie"), "staff:sp1")
    after = office.held("sp1")
    midnight = dt.datetime.combine(later, dt.time(), ZoneInfo("Europe/Oslo"))
    office.wait_until(midnight - dt.timedelta(minutes=1))
    assert [office.open_task(each).owner for each in (number, after)] == ["sp1", "sp1"]
    office.wait_until(midnight)

    assert [office.open_task(each).owner for each in (number, after)] == ["", ""]


def test_msg_10_an_absence_of_the_configuration_counts_as_one_that_was_told() -> None:
    """Once, however many messages they take before it."""
    tomorrow = TODAY + dt.timedelta(days=1)
    holiday = Absence(tomorrow, tomorrow, "ferie")
    office = bench(staff=tuple(evolve(each, absences=(holiday,)) if each.id == "sp1" else each for each in STAFF))
    numbers = [office.held("sp1"), office.held("sp1"), office.held("sp2")]
    assert [each.about for each in office.view.running("home_care_messages")] == ["sp1"]
    office.wait_until(MONDAY + dt.timedelta(days=1))

    assert [office.open_task(number).owner for number in numbers] == ["", "", "sp2"]


def test_msg_10_an_absence_to_come_of_somebody_without_messages_starts_nothing(office: Bench) -> None:
    """Nor does one of a colleague of another routine."""
    later = TODAY + dt.timedelta(days=7)
    office.do(ReportAbsence("sp1", later, later, "ferie"), "staff:sp1")

    assert office.view.running("home_care_messages") == []


def test_msg_10_an_absence_to_come_of_a_leader_who_sees_to_an_untaken_message_starts_nothing() -> None:
    """The leader has the task of telling somebody, not the message."""
    later = TODAY + dt.timedelta(days=7)
    away = {"tjenesteleder": (Absence(later, later, "ferie"),)}
    office = bench(staff=tuple(evolve(each, absences=away.get(each.id, ())) for each in STAFF))
    number = office.send("Endring og avlysning av avtale", visit="2026-11-16 11:30")
    (task,) = office.tasks(number, "untaken_message")
    office.do(TakeTask(task.id), "staff:tjenesteleder")

    assert office.view.running("home_care_messages") == []


def test_msg_10_nobody_gives_back_who_is_there(office: Bench) -> None:
    """Or whom nobody knows."""
    office.held("sp1")

    assert give_back("sp1", office.view) == give_back("nobody", office.view) == []


def test_msg_08_a_part_makes_nobody_caseworker_of_the_whole(office: Bench) -> None:
    """Several have a part each."""
    number = office.held("sp1", "Spørsmål til ulike tjenestesteder", services=("Sykepleie", "Bistand"))
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")
    office.take(number, "pb1")

    assert office.case(number).responsible == "sp1"
