"""A message turns out to be something else than it said (MSG-07, MSG-09)."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.commands import SeeCase
from saksgang_home_care_messages.rows import MessageType, Step
from tests.plugins.home_care_messages.bench import SETTINGS, Bench, bench


def test_msg_07_what_turns_out_inappropriate_goes_to_the_leader_and_loses_its_deadline(office: Bench) -> None:
    """The reader's task is dropped, the leader's queue has it, nobody is late with a reply."""
    number = office.held("sp1")
    office.state(number, "sp1", type="Usaklig melding")

    assert [(t.state, t.role) for t in office.tasks(number, "handle_message")] == [
        ("cancelled", "ansatt"),
        ("open", "tjenesteleder"),
    ]
    assert office.state_of(number, "first_reply") == "cancelled"
    assert office.case(number).responsible == ""
    assert office.failures() == []


def test_msg_09_the_deadline_of_the_new_type_counts_from_receipt(office: Bench) -> None:
    """The same rule goes on running; it does not begin again."""
    number = office.held("sp1")
    office.clock.time += dt.timedelta(hours=20)
    office.state(number, "sp1", type="Feil mottaker")

    assert office.deadline(number, "first_reply").start == office.case(number).opened
    assert office.state_of(number, "first_reply") == "running"


def test_the_reader_keeps_what_is_their_own_work(office: Bench) -> None:
    """Sorted from one type to another of the same people, it stays with the reader, as read; nothing is taken back."""
    number = office.held("sp1")
    office.state(number, "sp1", type="Henvendelse til annen ansatt")

    assert office.open_task(number).owner == "sp1"
    assert office.case(number).facts.keys() == {"services", "type", "sender"}
    office.reply(number, "sp1", "temporary", forwarded_to="sp2")


def test_msg_03_a_visit_that_the_reader_finds_orders_the_message(office: Bench) -> None:
    """The task is made anew, due at the start of that visit."""
    number = office.held("liste", "Endring og avlysning av avtale")
    office.state(number, "liste", visit="2026-11-16 15:00")

    assert office.open_task(number).due == dt.datetime(2026, 11, 16, 14, 0, tzinfo=dt.UTC)
    assert office.open_task(number).owner == "liste"


def test_msg_03_all_that_a_message_is_sorted_by_may_be_said_at_once(office: Bench) -> None:
    """What it is, for whom, and which visit it concerns."""
    number = office.held("sp1")
    sorted_as = {"type": "Endring og avlysning av avtale", "services": ["Bistand"], "visit": "2026-11-16 15:00"}
    office.state(number, "sp1", **sorted_as)

    assert (office.open_task(number).role, office.open_task(number).due) == (
        "arbeidslisteansvarlig",
        dt.datetime(2026, 11, 16, 14, 0, tzinfo=dt.UTC),
    )


def test_msg_03_a_visit_that_cannot_be_read_orders_nothing_and_is_refused(office: Bench) -> None:
    """It is said how it is written; that none is known may be said."""
    number = office.held("liste", "Endring og avlysning av avtale", visit="2026-11-16 15:00")

    for said in ("i morgen kl. 8", "16.11.2026 15:00"):
        assert "such as 2026-03-12 08:00" in office.refused(office.state, number, "liste", visit=said)
    office.state(number, "liste", visit="")
    assert office.open_task(number).due == dt.datetime(2026, 11, 17, 22, 59, tzinfo=dt.UTC)


def test_a_message_for_other_services_is_theirs(office: Bench) -> None:
    """The reader corrects whom it is for: the other section's people can answer its part."""
    number = office.held("sp1", "Spørsmål til ulike tjenestesteder")
    office.state(number, "sp1", services=["Sykepleie", "Bistand"])
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")

    assert office.open_task(number).section == "pb"


def test_msg_06_what_turns_out_a_complaint_has_a_time_for_its_facts(office: Bench) -> None:
    """The deadlines of its new type come with it."""
    number = office.held("sp1")
    office.state(number, "sp1", type="Annen klage")

    assert office.state_of(number, "step_in_time") == "running"


def test_msg_05_what_was_stated_as_a_complaint_is_not_handled_as_an_invoice_question(office: Bench) -> None:
    """The invoice person states it; what the coordinator stated stays in the history, and the status stays."""
    number = office.held("koord", "Annen klage")
    office.state(number, "koord", check_facts="Fakturaen er for høy.")
    office.status(number, "koord", "under behandling")
    office.state(number, "koord", handle="Ringte.")
    office.state(number, "koord", type="Fakturaspørsmål")
    office.take(number, "faktura")
    office.do(SeeCase(number), "staff:faktura")

    assert (office.case(number).facts["check_facts"], office.case(number).facts["handle"]) == ("", "")
    assert "comes after 'Gjør det meldingen krever' (handle)" in office.refused(office.reply, number, "faktura")
    office.state(number, "faktura", handle="Kreditert.")
    office.reply(number, "faktura")
    office.status(number, "faktura")
    assert office.failures() == []


def test_what_was_stated_as_another_type_passes_nothing_on() -> None:
    """Of three tasks of the new type the first that is not done is made, and no later one."""
    steps = (
        *(Step("read"), Step("handle", by=("fakturaansvarlig",))),
        *(Step("full_reply", by=("saksbehandler",)), Step("set_done", by=("saksbehandler",))),
    )
    row = MessageType("Erstatning", responsible=("koordinator",), steps=steps)
    office = bench(evolve(SETTINGS, more_types=(row,)))
    number = office.held("koord", "Annen klage")
    office.state(number, "koord", check_facts="Vasen er knust.")
    office.status(number, "koord", "under behandling")
    office.state(number, "koord", handle="Ringte.")
    office.state(number, "koord", type="Erstatning")

    assert [(task.role, task.state) for task in office.tasks(number)] == [
        ("koordinator", "cancelled"),
        ("fakturaansvarlig", "open"),
    ]


def test_sorting_by_service_or_visit_keeps_what_was_stated(office: Bench) -> None:
    """It is of the same type as before."""
    number = office.held("koord", "Annen klage")
    office.state(number, "koord", check_facts="Besøket er ikke ført.")
    office.state(number, "koord", services=["Bistand"])

    assert office.case(number).facts["check_facts"] == "Besøket er ikke ført."


def test_nothing_is_sorted_unread_answered_or_as_something_unknown(office: Bench) -> None:
    """First read; not once it was answered; and only as a type that there is."""
    unread = office.send()
    office.take(unread, "sp1")
    assert "sorted after it is read" in office.refused(office.state, unread, "sp1", type="Annen klage")
    office.do(SeeCase(unread), "staff:sp1")
    assert "'Tull' is no type" in office.refused(office.state, unread, "sp1", type="Tull")
    office.reply(unread, "sp1")
    assert "before it is answered" in office.refused(office.state, unread, "sp1", type="Annen klage")


def test_msg_05_what_was_passed_on_is_not_sorted_any_more(office: Bench) -> None:
    """Also where nobody has answered it, and whoever got it has read it."""
    number = office.held("sp1", "Fakturaspørsmål")
    office.status(number, "sp1", "under behandling")
    office.take(number, "faktura")
    office.do(SeeCase(number), "staff:faktura")

    assert "before it is answered or passed on" in office.refused(office.state, number, "faktura", type="Annen klage")
