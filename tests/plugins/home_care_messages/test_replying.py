"""What a reply is worth (MSG-01, MSG-02, MSG-04, MSG-08)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import RecordContact
from saksgang.legaltime import Rule
from tests.plugins.home_care_messages.bench import SETTINGS, Bench, bench

PARTS = "Spørsmål til ulike tjenestesteder"
NORM = Rule.parse("10 working days, end of day")


@pytest.fixture
def strict() -> Bench:
    """An office in which inquiries and parts have a deadline for the final answer, too."""
    return bench(evolve(SETTINGS, final_reply={"Henvendelse til annen ansatt": NORM, PARTS: NORM}))


def test_msg_02_a_temporary_reply_is_a_first_reply_and_not_the_final_one(strict: Bench) -> None:
    """The first deadline is met, the last runs on until the full reply."""
    number = strict.held("sp1", "Henvendelse til annen ansatt")
    strict.reply(number, "sp1", "temporary", forwarded_to="sp2")
    assert (strict.state_of(number, "first_reply"), strict.state_of(number, "final_reply")) == ("met", "running")

    strict.state(number, "sp1", forward="sp2")
    strict.status(number, "sp1", "under behandling")
    strict.reply(number, "sp2")

    assert strict.state_of(number, "final_reply") == "met"


def test_msg_08_only_the_last_part_is_the_final_answer(strict: Bench) -> None:
    """One part of two meets the first deadline only."""
    number = strict.held("sp1", PARTS, services=("Sykepleie", "Bistand"))
    strict.reply(number, "sp1", "part", service="Sykepleie")
    assert (strict.state_of(number, "first_reply"), strict.state_of(number, "final_reply")) == ("met", "running")

    strict.state(number, "sp1", forward="ansatt")
    strict.status(number, "sp1", "under behandling")
    strict.take(number, "pb1")
    strict.reply(number, "pb1", "part", service="Bistand")

    assert strict.state_of(number, "final_reply") == "met"


@pytest.mark.parametrize(
    ("category", "by", "state"),
    [
        ("Henvendelse til en tjeneste", "sp1", "running"),
        ("Endring og avlysning av avtale", "liste", "running"),
        ("Feil mottaker", "meld", "running"),
        ("Fakturaspørsmål", "sp1", "met"),
        ("Annen klage", "koord", "met"),
    ],
)
def test_msg_01_a_temporary_reply_is_a_first_one_only_where_the_work_goes_on(
    office: Bench, category: str, by: str, state: str
) -> None:
    """What is answered within the day is not answered by a word for now."""
    number = office.held(by, category)
    office.reply(number, by, "temporary")

    assert office.state_of(number, "first_reply") == state


def test_msg_01_a_day_without_reply_is_missed(office: Bench) -> None:
    """At midnight of the next working day."""
    number = office.held("sp1")
    office.wait_until(dt.datetime(2026, 11, 17, 23, 0, tzinfo=dt.UTC))

    assert office.state_of(number, "first_reply") == "missed"


def add(office: Bench, number: str, **facts: str) -> None:
    """The citizen writes more on the same message."""
    added = RecordContact("home_care_messages", "c1", "in", "message", "more", case=number, facts=dict(facts))
    office.do(added, "citizen:1")


def test_what_the_citizen_adds_is_no_reply(office: Bench) -> None:
    """A contact the other way meets nothing, and is no step."""
    number = office.held("sp1")
    add(office, number, kind="full")

    assert office.state_of(number, "first_reply") == "running"
    assert "(full_reply)" in office.refused(office.status, number, "sp1")


def test_msg_02_what_the_citizen_adds_tells_nobody_to_whom_the_message_goes(office: Bench) -> None:
    """It goes where the office said, whatever the sender would rather have."""
    number = office.held("sp1", "Henvendelse til annen ansatt")
    office.reply(number, "sp1", "temporary", forwarded_to="sp2")
    add(office, number, kind="temporary", forwarded_to="pb1")

    assert "was told that it goes to 'sp2'" in office.refused(office.state, number, "sp1", forward="pb1")


def test_msg_08_what_the_citizen_adds_answers_no_part(office: Bench) -> None:
    """Each part is answered by the service that it is for."""
    number = office.held("sp1", PARTS, services=("Sykepleie", "Bistand"))
    add(office, number, kind="part", service="Sykepleie")

    assert "(answer_own_part)" in office.refused(office.state, number, "sp1", forward="ansatt")
