"""Who has a message, and what happens to those of somebody away (MSG-10)."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import ReportAbsence, WaitWithTask
from tests.plugins.home_care_messages.bench import Bench

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


def test_msg_10_what_waited_with_somebody_ill_lies_open_for_others(office: Bench) -> None:
    """Waiting in a queue it would be on nobody's list."""
    number = office.held("sp1")
    office.do(WaitWithTask(office.open_task(number).id, "venter på legen"), "staff:sp1")
    office.do(ReportAbsence("sp1", TODAY, TODAY, "syk"), "staff:sp1")

    assert [task.case for task in office.view.queued_tasks("ansatt", "sp")] == [number]


def test_msg_10_an_absence_of_later_days_changes_nothing_today(office: Bench) -> None:
    """There is time to finish."""
    number = office.held("sp1")
    later = TODAY + dt.timedelta(days=7)
    office.do(ReportAbsence("sp1", later, later, "ferie"), "staff:sp1")

    assert office.open_task(number).owner == "sp1"


def test_msg_08_a_part_makes_nobody_caseworker_of_the_whole(office: Bench) -> None:
    """Several have a part each."""
    number = office.held("sp1", "Spørsmål til ulike tjenestesteder", services=("Sykepleie", "Bistand"))
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")
    office.take(number, "pb1")

    assert office.case(number).responsible == "sp1"
