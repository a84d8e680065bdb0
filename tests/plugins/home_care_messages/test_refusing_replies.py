"""What is refused about replies (MSG-01, MSG-02, MSG-04, MSG-07, MSG-08, MSG-09)."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import RecordContact, SeeCase
from tests.plugins.home_care_messages.bench import Bench


def test_msg_10_only_who_has_a_message_answers_it(office: Bench) -> None:
    """Neither a colleague nor a rule of another nor the citizen."""
    number = office.held("sp1")

    for who in ("sp2", "tjenesteleder"):
        assert f"lies with sp1, so {who} cannot act on it" in office.refused(office.reply, number, who)
    reply = RecordContact("home_care_messages", "c1", "out", "message", "x", case=number, facts={"kind": "full"})
    assert "citizen:1 cannot" in office.refused(office.do, reply, "citizen:1")


@pytest.mark.parametrize("direction", ["in", "out"])
def test_msg_10_a_contact_is_on_the_history_of_a_message(office: Bench, direction: str) -> None:
    """What is said beside all messages would be on no history."""
    contact = RecordContact(
        "home_care_messages", "c1", direction, "message", "x", facts={"kind": "full", "text": "Hei"}
    )

    assert "name its case" in office.refused(office.do, contact, "staff:sp1")
    assert office.failures() == []


def test_a_message_is_read_before_it_is_answered(office: Bench) -> None:
    """Also a temporary reply that its type does not ask for comes after reading."""
    number = office.send()
    office.take(number, "sp1")

    assert "(read)" in office.refused(office.reply, number, "sp1")
    assert "has not been read" in office.refused(office.reply, number, "sp1", "temporary")
    office.do(SeeCase(number), "staff:sp1")
    office.reply(number, "sp1", "temporary")


@pytest.mark.parametrize("facts", [{"text": "  "}, {"text": 5}, {"kind": "greeting"}, {"kind": None}])
def test_a_reply_says_what_it_is_and_something(office: Bench, facts: dict[str, Any]) -> None:
    """No empty text and no unknown kind."""
    number = office.held("sp1")
    known = {"kind": "full", "text": "Svar.", **facts}
    reply = RecordContact("home_care_messages", "c1", "out", "message", "svar", case=number, facts=known)

    assert "a text and a kind out of: temporary, full, part" in office.refused(office.do, reply, "staff:sp1")


@pytest.mark.parametrize(
    ("who", "category", "kind", "fact", "rule"),
    [
        ("sp1", "Henvendelse til annen ansatt", "temporary", "forwarded_to", "MSG-02"),
        ("meld", "Søknad om tjeneste eller økt hjelpebehov", "temporary", "expected_time", "MSG-04"),
        ("meld", "Feil mottaker", "full", "write_to", "MSG-09"),
    ],
)
def test_msg_02_04_09_a_reply_states_what_its_type_asks_for(
    office: Bench, who: str, category: str, kind: str, fact: str, rule: str
) -> None:
    """That it was forwarded, how long it takes, to whom to write anew."""
    number = office.held(who, category)

    said = office.refused(office.reply, number, who, kind)
    assert f"has to state {fact}" in said
    assert rule in said
    office.reply(number, who, kind, **{fact: "ansatt"})


def test_msg_07_nobody_replies_to_an_inappropriate_message_but_the_leader_who_decided_it(office: Bench) -> None:
    """Not the reader, not the leader before the decision; then the leader may."""
    number = office.held("tjenesteleder", "Usaklig melding")

    assert "only the leader may reply" in office.refused(office.reply, number, "sp1")
    assert "state what you decide (decide)" in office.refused(office.reply, number, "tjenesteleder")
    office.state(number, "tjenesteleder", decide="Svares av leder.")
    office.reply(number, "tjenesteleder")
    office.status(number, "tjenesteleder")


def test_msg_07_the_system_replies_to_nothing_by_itself(office: Bench) -> None:
    """From receipt to the leader's end there is no contact at all."""
    number = office.held("tjenesteleder", "Usaklig melding")
    office.state(number, "tjenesteleder", decide="Ikke noe svar.")
    office.status(number, "tjenesteleder")

    assert office.view.contacts(number) == []


def test_msg_08_a_part_is_answered_by_who_has_it(office: Bench) -> None:
    """Named among the services of the message, and by the holder of that part."""
    number = office.held("sp1", "Spørsmål til ulike tjenestesteder", services=("Sykepleie", "Bistand", "Dagsenter"))
    assert "the service out of" in office.refused(office.reply, number, "sp1", "part", service="Kjøkken")
    office.reply(number, "sp1", "part", service="Sykepleie")
    office.state(number, "sp1", forward="ansatt")
    office.status(number, "sp1", "under behandling")
    office.take(number, "pb1")

    assert "on the part of Dagsenter" in office.refused(office.reply, number, "pb1", "part", service="Dagsenter")
    assert "no step" in office.refused(office.reply, number, "pb1", "full")


@pytest.mark.parametrize("category", ["Feil mottaker", "Annen klage"])
def test_msg_09_what_a_message_says_goes_to_nobody_else(office: Bench, category: str) -> None:
    """Not to the GP and not to anybody; of a wrong recipient it says that content is not forwarded."""
    who = "meld" if category == "Feil mottaker" else "koord"
    number = office.held(who, category)

    said = office.refused(office.reply, number, who, to="institution:legesenter", write_to="fastlege")
    assert "answer whoever wrote it" in said
    assert ("not forwarded" in said) is (category == "Feil mottaker")


def test_a_message_that_is_done_gets_no_more_replies(office: Bench) -> None:
    """What comes then is a new message."""
    number = office.held("sp1")
    office.reply(number, "sp1")
    office.status(number, "sp1")

    assert "is done" in office.refused(office.reply, number, "sp1")
