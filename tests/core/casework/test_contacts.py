"""A contact keeps who was in touch, by which channel, about what, and who kept it (COR-05)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import RecordContact
from saksgang.events import ContactRecorded
from saksgang.records import Contact
from tests.core.casework.ground import CASE, ground

CALL = RecordContact("bygg", "party-1", "in", "telephone", "tegninger", CASE)
CHANNELS = ["personal", "telephone", "digital post", "letter", "e-mail", "self-service", "message", "output manager"]
TEN = dt.datetime(2026, 4, 7, 8, 0, tzinfo=dt.UTC)


def test_cor_05_a_contact_is_kept_on_its_case() -> None:
    """It bears the case's routine whatever routine was named, and the next number on that case."""
    office = ground(CALL)

    assert office.do(evolve(CALL, routine="vei", direction="out"), "rule:B-1") == [
        ContactRecorded("bygg", CASE, f"{CASE}/contact-2", "party-1", "out", "telephone", "tegninger", "rule:B-1")
    ]
    assert office.state.contacts.of(CASE)[0] == Contact(
        f"{CASE}/contact-1", "bygg", CASE, "party-1", "in", "telephone", "tegninger", "kari", TEN
    )


def test_cor_05_a_contact_on_no_case_is_kept_with_its_routine() -> None:
    """Both routines count for themselves."""
    office = ground(evolve(CALL, case=""), evolve(CALL, case="", routine="vei"))
    office.do(evolve(CALL, case=""))

    assert [contact.id for contact in office.state.contacts.of("bygg")] == ["bygg/contact-1", "bygg/contact-2"]
    assert [contact.id for contact in office.state.contacts.of("vei")] == ["vei/contact-1"]
    assert office.state.contacts.of(CASE) == []


@pytest.mark.parametrize("direction", ["in", "out"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_cor_05_every_channel_goes_in_and_out(direction: str, channel: str) -> None:
    """The requirement's eight channels in both directions."""
    (event,) = ground().do(evolve(CALL, direction=direction, channel=channel))

    assert isinstance(event, ContactRecorded)
    assert (event.direction, event.channel) == (direction, channel)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            evolve(CALL, direction="inn"),
            "A contact has no direction 'inn'; it is one of: in, out. [COR-05]",
        ),
        (
            evolve(CALL, channel="fax"),
            f"A contact has no channel 'fax'; it is one of: {', '.join(CHANNELS)}. [COR-05]",
        ),
        (
            evolve(CALL, case="X"),
            "There is no case 'X'; look its number up on the case or the work list. [COR-02]",
        ),
        (
            evolve(CALL, case="", routine="fly"),
            "Routine 'fly' is not on here; these are: bygg, vei. [PLG-01]",
        ),
    ],
)
def test_cor_05_a_contact_out_of_no_list_is_refused(command: RecordContact, words: str) -> None:
    """Direction and channel come from closed lists, case and routine must be there."""
    assert ground().refused(command) == words
