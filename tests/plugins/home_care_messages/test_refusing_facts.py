"""What is refused about statements, status and services outside (MSG-02, MSG-03, MSG-06, MSG-08, MSG-09)."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.commands import AskService
from saksgang_home_care_messages.rows import MessageType, Step
from tests.plugins.home_care_messages.bench import SETTINGS, STAFF, Bench, bench

OTHER, COMPLAINT = "Henvendelse til annen ansatt", "Annen klage"
CHANGE, PARTS = "Endring og avlysning av avtale", "Spørsmål til ulike tjenestesteder"


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


def test_msg_01_a_type_without_that_step_is_not_forwarded(office: Bench) -> None:
    """Whoever is named: it is the step that is missing, and the steps there are, are named."""
    number = office.held("sp1")

    for to in ("sp2", "saks"):
        said = office.refused(office.state, number, "sp1", forward=to)
        assert "has no step 'Videreformidle meldingen' (forward); its steps are: Les meldingen (read)" in said


@pytest.mark.parametrize(
    ("said", "to", "words"),
    [
        ("sp2", "sp1", "for another employee, and sp1 has it"),
        ("ansatt", "sp1", "for another employee, and sp1 has it"),
        ("sp2", "pb1", "was told that it goes to 'sp2', not to 'pb1'"),
        ("sp2", "ansatt", "was told that it goes to 'sp2', not to 'ansatt'"),
    ],
)
def test_msg_02_it_goes_to_whom_the_sender_was_told(office: Bench, said: str, to: str, words: str) -> None:
    """And never to oneself; who is told anew may be told of somebody else."""
    number = office.held("sp1", OTHER)
    office.reply(number, "sp1", "temporary", forwarded_to=said)
    assert words in office.refused(office.state, number, "sp1", forward=to)
    office.reply(number, "sp1", "temporary", forwarded_to="pb1")
    office.state(number, "sp1", forward="pb1")

    assert office.case(number).facts["forward"] == "pb1"


def test_msg_02_who_is_told_of_a_role_may_be_forwarded_to_one_who_has_it(office: Bench) -> None:
    """An employee answers, as was said."""
    number = office.held("sp1", OTHER)
    office.reply(number, "sp1", "temporary", forwarded_to="ansatt")
    office.state(number, "sp1", forward="sp2")

    assert office.case(number).facts["forward"] == "sp2"


@pytest.mark.parametrize(("to", "words"), [("sp1", "for another employee"), ("saks", "out of ansatt"), ("Per", "Per")])
def test_msg_02_nobody_is_told_of_somebody_who_does_not_get_it(office: Bench, to: str, words: str) -> None:
    """What the sender is told has to be possible."""
    number = office.held("sp1", OTHER)

    assert words in office.refused(office.reply, number, "sp1", "temporary", forwarded_to=to)


def test_msg_04_who_is_also_the_caseworker_keeps_an_application() -> None:
    """It is forwarded where the caseworker is somebody else."""
    both = tuple(evolve(each, roles=(*each.roles, "saksbehandler")) if each.id == "meld" else each for each in STAFF)
    office = bench(staff=both)
    number = office.held("meld", "Søknad om tjeneste eller økt hjelpebehov")
    office.reply(number, "meld", "temporary", expected_time="fire uker")
    office.state(number, "meld", forward="meld")
    office.status(number, "meld", "under behandling")

    assert office.open_task(number).owner == "meld"


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
    for nothing in (" ", 5):
        assert "is empty" in office.refused(office.state, number, "koord", check_facts=nothing)


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
    inquiry, change = office.held("sp1"), office.held("liste", CHANGE)
    assert "has no step 'Endre arbeidslisten'" in office.refused(office.ask, inquiry, "sp1", "worklist")
    office.ask(change, "liste", "worklist")
    assert "has to state employee" in office.refused(office.ask, change, "liste", "handheld")
    assert "comes after" in office.refused(office.reply, change, "liste")


def test_a_service_outside_is_not_asked_on_somebody_elses_message(office: Bench) -> None:
    """As for every act."""
    number = office.held("liste", CHANGE)

    assert "lies with liste" in office.refused(office.do, AskService("worklist", number), "staff:sp1")


def test_msg_03_a_service_outside_is_asked_about_a_message_or_not_at_all(office: Bench) -> None:
    """Else no history would have it; a service that there is not is the core's matter."""
    ask = AskService("handheld", routine="home_care_messages", facts={"employee": "sp2"})

    assert "name the case of that message" in office.refused(office.do, ask, "staff:liste")
    assert "fax" in office.refused(office.do, AskService("fax", office.held("liste", CHANGE)), "staff:liste")


def test_msg_10_only_who_has_a_message_changes_its_status_or_states_anything_on_it(office: Bench) -> None:
    """Also where its turn has come: a colleague neither ends it nor sorts it, nor does the leader."""
    replied, read = office.held("sp1"), office.held("sp1")
    office.reply(replied, "sp1")

    for who in ("sp2", "tjenesteleder"):
        assert "lies with sp1" in office.refused(office.status, replied, who)
        assert "lies with sp1" in office.refused(office.state, read, who, type="Feil mottaker")
    complaint = office.held("koord", COMPLAINT)
    assert "lies with koord" in office.refused(office.state, complaint, "saks", check_facts="Besøket er ikke ført.")


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


def test_msg_10_a_type_without_the_last_step_never_ends() -> None:
    """Which is why the check of a municipality's file refuses such a row."""
    row = MessageType("Beskjed", steps=(Step("read"), Step("decide")))
    office = bench(evolve(SETTINGS, more_types=(row,)))
    number = office.held("sp1", "Beskjed")

    assert "has no step 'Sett til ferdig behandlet'" in office.refused(office.status, number, "sp1")


@pytest.mark.parametrize("facts", [{"sender": "c2"}, {"handle": "a", "decide": "b"}, {"type": "x", "handle": "y"}])
def test_one_known_thing_is_stated_at_a_time(office: Bench, facts: dict[str, str]) -> None:
    """Who wrote it is nobody's to change, and two steps are two acts."""
    number = office.held("sp1")

    said = office.refused(office.state, number, "sp1", **facts)
    assert "one thing is stated at a time, out of: services, type, visit, check_facts, handle" in said


def test_a_statement_of_another_type_is_no_step_here(office: Bench) -> None:
    """The steps there are, are named."""
    number = office.held("sp1")

    said = office.refused(office.state, number, "sp1", decide_archive="arkivsystem")
    assert "its steps are: Les meldingen (read), Send utfyllende svar (full_reply)" in said
