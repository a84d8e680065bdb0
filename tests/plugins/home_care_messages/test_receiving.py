"""A message opens its case by itself, with deadlines and a task (MSG-01, MSG-03, MSG-06, MSG-10)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import ReportAbsence
from saksgang.legaltime import Rule
from tests.plugins.home_care_messages.bench import INQUIRY, SETTINGS, Bench, bench

UTC = dt.UTC


def test_msg_10_a_message_opens_its_case_at_once(office: Bench) -> None:
    """Nobody registers it; the case is new, its type and sender are on it."""
    number = office.send(text="Når kommer dere?")
    case = office.case(number)

    assert (case.status, case.type, case.responsible) == ("ny", "melding", "")
    said = {"services": ["Sykepleie"], "text": "Når kommer dere?"}
    assert case.facts == {**said, "type": INQUIRY, "sender": "c1"}
    assert office.view.inbox("home_care_messages") == []


def test_msg_06_what_a_message_brings_along_is_no_step_that_anybody_did(office: Bench) -> None:
    """Facts of the sender's under the names of steps: the complaint is still checked, handled and decided on here."""
    number = office.held("koord", "Annen klage", check_facts="ja", handle="ja", decide_archive="ingen av dem")

    assert "(check_facts)" in office.refused(office.status, number, "koord", "under behandling")
    assert office.case(number).facts["decide_archive"] == ""


def test_msg_01_the_first_reply_is_due_at_the_end_of_the_next_working_day(office: Bench) -> None:
    """Received on Monday 16 November at nine: due on Tuesday 23:59 local, which is 22:59 in UTC."""
    number = office.send()

    assert office.deadline(number, "first_reply").targets[0].due == dt.datetime(2026, 11, 17, 22, 59, tzinfo=UTC)
    assert office.open_task(number).due == dt.datetime(2026, 11, 17, 22, 59, tzinfo=UTC)


def test_msg_01_a_message_of_friday_evening_is_due_on_monday(office: Bench) -> None:
    """A weekend has no working day."""
    office.clock.time = dt.datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
    number = office.send()

    assert office.deadline(number, "first_reply").targets[0].due == dt.datetime(2026, 11, 23, 22, 59, tzinfo=UTC)


def test_msg_01_the_task_lies_with_the_service_concerned(office: Bench) -> None:
    """In the queue of its section, where somebody there has the role; else in everybody's."""
    own, nobodys = office.send(services=("Bistand",)), office.send(services=("Dagsenter",))

    assert (office.open_task(own).role, office.open_task(own).section) == ("ansatt", "pb")
    assert (office.open_task(nobodys).role, office.open_task(nobodys).section) == ("ansatt", "")


@pytest.mark.parametrize("services", [(), ("",)])
def test_msg_01_a_message_that_names_no_service_is_everybodys(office: Bench, services: tuple[str, ...]) -> None:
    """It is taken, answered and done as others are."""
    number = office.held("pb1", services=services)
    office.reply(number, "pb1")
    office.status(number, "pb1")

    assert [(task.role, task.section, task.outcome) for task in office.tasks(number)] == [("ansatt", "", "done")]


def test_msg_03_a_change_is_ordered_by_the_start_of_the_visit(office: Bench) -> None:
    """Of two changes the one about the earlier visit comes first, though it came later."""
    late = office.send("Endring og avlysning av avtale", visit="2026-11-18 10:00")
    early = office.send("Endring og avlysning av avtale", visit="2026-11-16T14:00:00")
    queue = [task.case for task in office.view.queued_tasks("arbeidslisteansvarlig")]

    assert queue == [early, late]
    assert office.open_task(early).due == dt.datetime(2026, 11, 16, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize("visit", ["i morgen", "", None, 5])
def test_msg_03_a_visit_that_cannot_be_read_is_ordered_by_the_reply(office: Bench, visit: object) -> None:
    """The message comes in all the same."""
    number = office.send("Endring og avlysning av avtale", visit=visit)

    assert office.open_task(number).due == dt.datetime(2026, 11, 17, 22, 59, tzinfo=UTC)
    assert office.failures() == []


def test_msg_03_a_visit_may_be_given_with_its_zone(office: Bench) -> None:
    """An instant is an instant, whatever clock it is written by."""
    number = office.send("Endring og avlysning av avtale", visit="2026-11-17T10:00:00+00:00")

    assert office.open_task(number).due == dt.datetime(2026, 11, 17, 10, 0, tzinfo=UTC)


def test_msg_06_the_facts_of_a_complaint_have_a_time_of_their_own() -> None:
    """A day for the check and for the first reply, nothing for the final answer until it is set (MSG-11)."""
    day = "1 working day, end of day"

    deadlines = SETTINGS.route_of("Annen klage").deadlines
    assert deadlines == (("first_reply", "", day), ("step_in_time", "check_facts", day))
    own = evolve(SETTINGS, final_reply={"Annen klage": Rule.parse("15 working days, end of day")})
    assert ("final_reply", "", "15 working days, end of day") in own.route_of("Annen klage").deadlines


def test_msg_07_an_inappropriate_message_has_no_deadline_and_lies_with_the_leader(office: Bench) -> None:
    """Nothing hurries anybody into a reply."""
    number = office.send("Usaklig melding")

    assert office.view.deadlines(number) == []
    assert (office.open_task(number).role, office.open_task(number).section) == ("tjenesteleder", "sp")


def test_a_type_may_have_a_first_reply_of_its_own() -> None:
    """The row's rule goes before the common one."""
    row = evolve(SETTINGS.type_of(INQUIRY), first_reply=Rule.parse("4 hours"))
    office = bench(evolve(SETTINGS, more_types=(row,)))
    number = office.send()

    assert office.deadline(number, "first_reply").targets[0].due == dt.datetime(2026, 11, 16, 12, 0, tzinfo=UTC)


def test_msg_10_a_section_whose_people_are_away_leaves_its_messages_to_all(office: Bench) -> None:
    """The queue of a section in which nobody is there today would be looked at by nobody."""
    today = dt.date(2026, 11, 16)
    office.do(ReportAbsence("pb1", today, today, "syk"), "staff:pb1")

    assert office.open_task(office.send(services=("Bistand",))).section == ""
