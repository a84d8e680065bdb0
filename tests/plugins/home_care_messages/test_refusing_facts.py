"""What is refused about statements, status and services outside (MSG-02, MSG-03, MSG-06, MSG-08, MSG-09)."""

from __future__ import annotations

import pytest

from saksgang.commands import AskService
from tests.plugins.home_care_messages.bench import Bench

OTHER, COMPLAINT = "Henvendelse til annen ansatt", "Annen klage"
PARTS = "Spørsmål til ulike tjenestesteder"


def test_msg_02_nothing_is_forwarded_before_the_temporary_reply(office: Bench) -> None:
    """It is named as what comes first."""
    number = office.held("sp1", OTHER)

    said = office.refused(office.state, number, "sp1", forward="sp2")
    assert "(forward) comes after 'Send midlertidig svar' (temporary_reply)" in said
    assert "MSG-02" in said


@pytest.mark.parametrize("to", ["saks", "meldingsansvarlig", "nobody", ""])
def test_msg_02_it_is_forwarded_to_somebody_who_may_answer(office: Bench, to: str) -> None:
    """A person or role that its next steps belong to."""
    number = office.held("sp1", OTHER)
    office.reply(number, "sp1", "temporary", forwarded_to="sp2")

    assert "name a role out of ansatt" in office.refused(office.state, number, "sp1", forward=to)


def test_msg_09_a_message_to_the_wrong_recipient_is_forwarded_to_nobody(office: Bench) -> None:
    """Whoever is named."""
    number = office.held("meld", "Feil mottaker")

    said = office.refused(office.state, number, "meld", forward="saks")
    assert "MSG-09" in said
    assert "is not forwarded to anybody" in said


def test_msg_06_a_complaint_is_done_only_with_a_stated_decision_on_the_archive(office: Bench) -> None:
    """One of the answers that the row gives, stated by somebody who has the complaint."""
    number = office.held("koord", COMPLAINT)
    office.state(number, "koord", check_facts="Besøket er ikke ført.")
    office.status(number, "koord", "under behandling")
    office.state(number, "koord", handle="Snakket med vakten.")
    office.reply(number, "koord")
    assert "(decide_archive)" in office.refused(office.status, number, "koord")
    assert "state one of: arkivsystem" in office.refused(office.state, number, "koord", decide_archive="kanskje")
    office.state(number, "koord", decide_archive="ingen av dem")
    office.status(number, "koord")

    assert office.case(number).facts["decide_archive"] == "ingen av dem"


def test_msg_06_the_facts_are_checked_before_anything_else(office: Bench) -> None:
    """Neither in progress nor handled nor answered before."""
    number = office.held("koord", COMPLAINT)

    assert "(check_facts)" in office.refused(office.status, number, "koord", "under behandling")
    assert "(check_facts)" in office.refused(office.state, number, "koord", handle="Gjort.")
    assert "(check_facts)" in office.refused(office.reply, number, "koord")
    assert "is empty" in office.refused(office.state, number, "koord", check_facts=" ")


def test_msg_08_it_is_not_done_while_a_part_is_unanswered(office: Bench) -> None:
    """Whoever has a part tries in vain."""
    number = office.held("sp1", PARTS, services=("Sykepleie", "Bistand"))
    assert "(answer_own_part)" in office.refused(office.status, number, "sp1")
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")
    office.take(number, "pb1")

    assert "(answer_other_parts)" in office.refused(office.status, number, "pb1")


def test_msg_08_parts_go_to_the_services_and_not_to_a_person(office: Bench) -> None:
    """Each service decides who takes its part."""
    number = office.held("sp1", PARTS, services=("Sykepleie", "Bistand"))
    office.reply(number, "sp1", "part", service="Sykepleie")

    assert "name a role out of ansatt" in office.refused(office.state, number, "sp1", forward="pb1")


def test_msg_03_work_list_and_terminal_are_for_changes(office: Bench) -> None:
    """No other type has these steps, and a terminal is told whom it is for."""
    inquiry, change = office.held("sp1"), office.held("liste", "Endring og avlysning av avtale")
    assert "has no step 'Endre arbeidslisten'" in office.refused(office.ask, inquiry, "sp1", "worklist")
    office.ask(change, "liste", "worklist")
    assert "has to state employee" in office.refused(office.ask, change, "liste", "handheld")
    assert "comes after" in office.refused(office.reply, change, "liste")


def test_a_service_outside_is_not_asked_on_somebody_elses_message(office: Bench) -> None:
    """As for every act."""
    number = office.held("liste", "Endring og avlysning av avtale")

    assert "lies with liste" in office.refused(office.do, AskService("worklist", number), "staff:sp1")


@pytest.mark.parametrize("word", ["under saksbehandling", "Ferdigbehandlet"])
def test_msg_10_other_words_for_a_status_are_told_the_right_one(office: Bench, word: str) -> None:
    """The journal has one word for each."""
    number = office.held("sp1")

    assert "is another word for the status" in office.refused(office.status, number, "sp1", word)


def test_msg_10_a_type_without_the_step_may_be_set_in_progress_once_read(office: Bench) -> None:
    """Somebody works on it; it still ends only when all is done."""
    number = office.held("sp1")
    office.status(number, "sp1", "under behandling")
    assert "(full_reply)" in office.refused(office.status, number, "sp1")
    unread = office.send()
    office.take(unread, "sp1")

    assert "has not been read" in office.refused(office.status, unread, "sp1", "under behandling")


@pytest.mark.parametrize("facts", [{"sender": "c2"}, {"handle": "a", "decide": "b"}, {"type": "x", "handle": "y"}])
def test_one_known_thing_is_stated_at_a_time(office: Bench, facts: dict[str, str]) -> None:
    """Who wrote it is nobody's to change, and two steps are two acts."""
    number = office.held("sp1")

    assert "one thing is stated at a time" in office.refused(office.state, number, "sp1", **facts)


def test_a_statement_of_another_type_is_no_step_here(office: Bench) -> None:
    """The steps there are, are named."""
    number = office.held("sp1")

    said = office.refused(office.state, number, "sp1", decide_archive="arkivsystem")
    assert "its steps are: Les meldingen (read), Send utfyllende svar (full_reply)" in said
