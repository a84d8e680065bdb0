"""Handheld terminals and visits made in vain (MSG-03)."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.events import CaseOpened, ServiceAnswered, ServiceAsked
from saksgang_home_care_messages.looking import visits_in_vain
from tests.plugins.home_care_messages.bench import Bench

CHANGE = "Endring og avlysning av avtale"


def told(office: Bench) -> str:
    number = office.held("liste", CHANGE, visit="2026-11-17 10:00")
    office.ask(number, "liste", "worklist", change="utgår")
    office.ask(number, "liste", "handheld", employee="sp1")
    return number


def test_msg_03_the_employee_is_told_directly(office: Bench) -> None:
    """The terminal gets the order, with what it is about."""
    number = told(office)

    (order,) = office.terminal.orders
    assert (order.service, order.case, order.about, order.facts["employee"]) == (
        "handheld",
        number,
        "2026-11-17 10:00",
        "sp1",
    )


@pytest.mark.parametrize(("in_vain", "notes"), [(True, 1), (False, 0)])
def test_msg_03_a_visit_in_vain_is_on_the_case_and_counted(office: Bench, in_vain: bool, notes: int) -> None:
    """Also when the answer comes after the message is done."""
    number = told(office)
    office.reply(number, "liste")
    office.status(number, "liste")
    office.answer(number, in_vain=in_vain)

    assert len(office.view.notes(number)) == visits_in_vain(office.view) == notes
    assert office.failures() == []


@pytest.mark.parametrize("facts", [{}, {"in_vain": "?"}, {"in_vain": -1}, {"in_vain": "2026-02-30"}])
def test_msg_03_an_answer_that_says_neither_yes_nor_no_is_on_the_case_and_not_counted(
    office: Bench, facts: dict[str, Any]
) -> None:
    """Somebody is to ask the employee."""
    number = told(office)
    office.answer(number, **facts)

    (note,) = office.view.notes(number)
    assert note.text.startswith("Uklart svar fra håndterminalen om besøket 2026-11-17 10:00")
    assert visits_in_vain(office.view) == 0
    assert office.failures() == []


def test_msg_03_what_is_in_vain_in_another_routine_is_no_visit(office: Bench) -> None:
    """Only the terminals of home care tell of visits."""
    theirs, request = "BREV-2026-00001", "BREV-2026-00001/request-1"
    office.office.record(CaseOpened("letters", theirs, "brev", "c1", "", "ny", {}), "rule:LET-01")
    office.office.record(ServiceAsked("letters", theirs, request, "door", ""), "rule:LET-01")
    office.office.record(ServiceAnswered("letters", theirs, request, "door", "", {"in_vain": True}), "system:door")

    assert visits_in_vain(office.view) == 0


def test_msg_03_what_the_work_list_answers_tells_of_no_visit(office: Bench) -> None:
    """Only the terminal knows whether the employee had gone."""
    number = office.held("liste", CHANGE, visit="2026-11-17 10:00")
    office.ask(number, "liste", "worklist", change="utgår")
    office.answer(number, done=True)

    assert office.view.notes(number) == []


def test_msg_03_the_work_list_is_changed_only_where_that_is_possible(office: Bench) -> None:
    """Stating why it is not possible is as good as changing it."""
    number = office.held("liste", CHANGE, visit="2026-11-17 10:00")
    assert "change_work_list" in office.refused(office.ask, number, "liste", "handheld", employee="sp1")
    office.state(number, "liste", change_work_list="Ikke mulig: ruten er i gang.")
    office.ask(number, "liste", "handheld", employee="sp1")

    assert office.open_task(number).owner == "liste"
