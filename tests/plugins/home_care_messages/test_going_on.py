"""The engine: tasks and deadlines follow from the row and from what is done (MSG-01 to MSG-08)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import ReopenTask, WaitWithTask
from saksgang.legaltime import Rule
from saksgang_home_care_messages.rows import MessageType, ServiceRow, Step
from tests.plugins.home_care_messages.bench import SETTINGS, Bench, bench

OTHER, APPLICATION = "Henvendelse til annen ansatt", "Søknad om tjeneste eller økt hjelpebehov"
INVOICE, COMPLAINT, PARTS = "Fakturaspørsmål", "Annen klage", "Spørsmål til ulike tjenestesteder"


def outcomes(office: Bench, number: str) -> list[tuple[str, str, str]]:
    return [(task.kind, task.outcome or task.state, task.done_by or task.owner) for task in office.tasks(number)]


def test_msg_01_read_answered_and_done_by_one(office: Bench) -> None:
    """One task, done by whoever did the last step; no deadline is left."""
    number = office.held("sp1")
    office.reply(number, "sp1")
    office.status(number, "sp1")

    assert outcomes(office, number) == [("handle_message", "done", "sp1")]
    assert not any(deadline.running for deadline in office.view.deadlines(number))
    assert office.failures() == []


def test_msg_02_a_forwarded_message_is_a_task_for_the_one_named(office: Bench) -> None:
    """The first task ends with setting it in progress, the second is with employee 2, who ends the message."""
    number = office.held("sp1", OTHER)
    office.reply(number, "sp1", "temporary", forwarded_to="sp2")
    office.state(number, "sp1", forward="sp2")
    assert office.open_task(number).owner == "sp1"
    office.status(number, "sp1", "under behandling")

    assert outcomes(office, number) == [("handle_message", "passed on", "sp1"), ("finish_message", "open", "sp2")]
    assert office.case(number).responsible == "sp2"
    office.reply(number, "sp2")
    office.status(number, "sp2")
    assert outcomes(office, number)[1] == ("finish_message", "done", "sp2")


def test_msg_04_an_application_goes_to_the_caseworkers_queue(office: Bench) -> None:
    """Forwarded to a role it waits there for whoever takes it."""
    number = office.held("meld", APPLICATION)
    office.reply(number, "meld", "temporary", expected_time="fire uker")
    office.state(number, "meld", forward="saksbehandler")
    office.status(number, "meld", "under behandling")
    task = office.open_task(number)

    assert (task.kind, task.role, task.owner, task.due) == ("finish_message", "saksbehandler", "", None)
    assert office.case(number).responsible == ""


def test_msg_11_a_final_answer_that_has_a_deadline_gives_its_task_that() -> None:
    """The setting fills the gap: 30 days from receipt on 16 November end on 16 December."""
    office = bench(evolve(SETTINGS, final_reply={APPLICATION: Rule.parse("30 days, end of day")}))
    number = office.held("meld", APPLICATION)
    office.reply(number, "meld", "temporary", expected_time="fire uker")
    office.state(number, "meld", forward="saks")
    office.status(number, "meld", "under behandling")

    assert office.open_task(number).due == dt.datetime(2026, 12, 16, 22, 59, tzinfo=dt.UTC)


def test_msg_05_an_invoice_question_goes_on_to_who_is_responsible_for_invoicing(office: Bench) -> None:
    """In progress by the service, checked, answered and done by the other."""
    number = office.held("sp1", INVOICE)
    office.status(number, "sp1", "under behandling")
    office.take(number, "faktura")
    office.state(number, "faktura", handle="Kontrollert.")
    office.reply(number, "faktura")
    office.status(number, "faktura")

    assert outcomes(office, number) == [
        ("handle_message", "passed on", "sp1"),
        ("finish_message", "done", "faktura"),
    ]


def test_msg_06_a_complaint_whose_facts_are_checked_keeps_that_deadline(office: Bench) -> None:
    """Stating them meets it; the next day it would be missed."""
    number, late = office.held("koord", COMPLAINT), office.held("koord", COMPLAINT)
    office.state(number, "koord", check_facts="Besøket er ikke ført.")
    office.wait_until(dt.datetime(2026, 11, 18, 8, 0, tzinfo=dt.UTC))

    assert office.state_of(number, "step_in_time") == "met"
    assert office.state_of(late, "step_in_time") == "missed"


def test_msg_08_each_other_service_gets_a_task_and_the_last_sets_it_done(office: Bench) -> None:
    """Two tasks; the first answered part ends its task, the last one keeps it until the message is done."""
    number = office.held("sp1", PARTS, services=("Sykepleie", "Bistand", "Dagsenter"))
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")
    parts = office.tasks(number, "finish_message")
    assert [(task.facts["service"], task.section) for task in parts] == [("Bistand", "pb"), ("Dagsenter", "")]

    office.take(number, "pb1")
    office.take(number, "sp2")
    office.reply(number, "pb1", "part", service="Bistand")
    office.reply(number, "sp2", "part", service="Dagsenter")
    office.status(number, "sp2")

    assert outcomes(office, number)[1:] == [
        ("finish_message", "part answered", "pb1"),
        ("finish_message", "done", "sp2"),
    ]
    assert office.case(number).ended


def test_msg_08_one_service_answers_alone(office: Bench) -> None:
    """There is nothing to forward: answered, in progress, done, all by the same one."""
    number = office.held("sp1", PARTS)
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.status(number, "sp1", "under behandling")
    office.status(number, "sp1")

    assert office.case(number).ended
    assert len(office.tasks(number)) == 1


def test_msg_08_each_part_goes_to_the_role_that_its_service_names() -> None:
    """The allocation office has caseworkers and no employees: one of them takes its part, answers it, sets it done."""
    services = (*SETTINGS.services, ServiceRow("Tildeling", responsible="saksbehandler"))
    office = bench(evolve(SETTINGS, services=services))
    number = office.held("sp1", PARTS, services=("Sykepleie", "Bistand", "Tildeling"))
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="saksbehandler")
    office.status(number, "sp1", "under behandling")
    parts = {str(task.facts["service"]): task.role for task in office.tasks(number, "finish_message")}
    assert parts == {"Bistand": "ansatt", "Tildeling": "saksbehandler"}
    office.take(number, "pb1")
    assert "lies with" in office.refused(office.reply, number, "pb1", "part", service="Tildeling")
    office.reply(number, "pb1", "part", service="Bistand")
    office.take(number, "saks")
    office.reply(number, "saks", "part", service="Tildeling")
    office.status(number, "saks")

    assert office.case(number).ended
    assert office.failures() == []


def test_msg_11_a_type_of_the_municipality_runs_on_the_same_engine() -> None:
    """A tenth row with steps of two roles: no code knows it."""
    row = MessageType(
        "Nøkkelboks",
        responsible=("koordinator",),
        steps=(
            Step("read"),
            Step("temporary_reply"),
            Step("handle", by=("fakturaansvarlig",)),
            Step("set_done", by=("fakturaansvarlig",)),
        ),
    )
    office = bench(evolve(SETTINGS, more_types=(row,)))
    number = office.held("koord", "Nøkkelboks")
    office.reply(number, "koord", "temporary")
    office.take(number, "faktura")
    office.state(number, "faktura", handle="Montert.")
    office.status(number, "faktura")

    assert outcomes(office, number) == [
        ("handle_message", "passed on", "koord"),
        ("finish_message", "done", "faktura"),
    ]
    assert office.failures() == []


def test_msg_11_who_a_message_is_forwarded_to_gets_the_leg_after_and_no_later_one() -> None:
    """A type of three legs: the last one lies in the queue of its own role, whoever had the one before."""
    steps = (
        *(Step("read"), Step("forward")),
        Step("handle", by=("ansatt",)),
        *(Step("full_reply", by=("fakturaansvarlig",)), Step("set_done", by=("fakturaansvarlig",))),
    )
    office = bench(evolve(SETTINGS, more_types=(MessageType("Nøkkelboks", responsible=("koordinator",), steps=steps),)))
    number = office.held("koord", "Nøkkelboks")
    assert "name a role out of ansatt" in office.refused(office.state, number, "koord", forward="faktura")
    office.state(number, "koord", forward="sp2")
    assert office.open_task(number).owner == "sp2"
    office.state(number, "sp2", handle="Montert.")

    assert (office.open_task(number).owner, office.open_task(number).role) == ("", "fakturaansvarlig")


def test_msg_11_where_the_same_people_go_on_forwarding_is_a_statement_to_whoever_it_is() -> None:
    """Such as that it was passed on outside: the message stays with whoever has it."""
    row = MessageType("Beskjed", steps=(Step("read"), Step("forward"), Step("set_done")))
    office = bench(evolve(SETTINGS, more_types=(row,)))
    number = office.held("sp1", "Beskjed")
    office.state(number, "sp1", forward="legesenteret")

    assert office.open_task(number).owner == "sp1"


def test_a_waiting_task_is_gone_on_with(office: Bench) -> None:
    """Waiting is a state of the task; the steps stand as they are."""
    number = office.held("sp1")
    task = office.open_task(number)
    office.do(WaitWithTask(task.id, "venter på legen"), "staff:sp1")
    office.do(ReopenTask(task.id, "legen har svart"), "staff:sp1")
    office.reply(number, "sp1")

    assert office.open_task(number).owner == "sp1"


@pytest.mark.parametrize("kind", ["first_reply", "untaken"])
def test_a_message_that_is_done_has_no_deadline_left(kind: str) -> None:
    """A type whose course has a reply that nobody sent yet cannot end; one without has no such deadline."""
    row = MessageType("Beskjed", steps=(Step("read"), Step("set_done")))
    office = bench(evolve(SETTINGS, more_types=(row,)))
    number = office.held("sp1", "Beskjed")
    office.status(number, "sp1")

    assert [each for each in office.view.running(number) if each.kind == kind] == []
