"""A document comes in by the post inbox and leaves it by registration, once."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import ChangeStatus, Command, OpenCase, RegisterDocument, SubmitDocument
from saksgang.events import CaseOpened, DocumentReceived, DocumentRegistered
from saksgang.records import Document
from tests.core.casework.ground import CASE, Ground, ground

FIRST = "bygg/document-1"
TODAY = dt.date(2026, 4, 7)
DATED = dt.date(2026, 3, 30)
TEN = dt.datetime(2026, 4, 7, 8, 0, tzinfo=dt.UTC)
SUBMIT = SubmitDocument("bygg", "sender-1", "party-7", "Søknad", DATED, "e-mail", {"gnr": 4}, "01815000036")
OF_VEI = "which is one of vei; name a case of bygg."
VEI = "VEI-2026-00001"
NEW = "BYG-2026-00002"


def test_cor_02_the_office_sets_the_date_of_receipt() -> None:
    """It is the office's own local day, also just after local midnight, and the document's date where none is given."""
    office = ground()
    office.now = dt.datetime(2026, 4, 6, 22, 30, tzinfo=dt.UTC)

    assert office.do(SubmitDocument("bygg", "s", "p", "Søknad"), "citizen:1") == [
        DocumentReceived("bygg", "", FIRST, "s", "p", "letter", "Søknad", TODAY, TODAY, {}, "")
    ]


def test_ppt_01_a_document_lies_in_the_inbox_until_it_is_registered() -> None:
    """The record holds all that the sender said; the inbox of another routine stays empty."""
    office = ground(SUBMIT)

    document = Document(
        FIRST,
        "bygg",
        "sender-1",
        "party-7",
        "e-mail",
        "Søknad",
        TODAY,
        DATED,
        TEN,
        facts={"gnr": 4},
        personal_number="01815000036",
    )
    assert office.state.documents.on(("inbox", "bygg")) == [document]
    assert office.state.documents.on(("inbox", "vei")) == []
    office.do(RegisterDocument(FIRST, "Nabovarsel", case=CASE))
    assert office.state.documents.on(("inbox", "bygg")) == []


def test_cor_01_a_message_that_its_channel_delivers_twice_is_received_once() -> None:
    """The mark counts for each routine by itself, also when the document lies on a case by now."""
    marked = evolve(SUBMIT, message="svarut-17")
    office = ground(marked)

    assert office.do(marked) == []
    office.do(RegisterDocument(FIRST, "Nabovarsel", case=CASE))
    assert office.do(evolve(marked, category="Klage")) == []
    assert office.state.documents[FIRST].facts == {"gnr": 4, "message_id": "svarut-17"}
    assert office.do(evolve(SUBMIT, facts={"message_id": "svarut-17"})) == []
    assert len(office.do(evolve(marked, message="svarut-18"))) == 1
    assert len(office.do(evolve(marked, routine="vei"))) == 1


def test_cor_01_what_bears_no_mark_is_received_each_time() -> None:
    """The same words twice may be meant twice: that is for a person to judge."""
    office = ground(SUBMIT, SUBMIT)

    assert [document.id for document in office.state.documents.of("bygg")] == [FIRST, "bygg/document-2"]


def test_cor_02_registration_on_a_case_keeps_who_did_it() -> None:
    """The subject is the office's, the sender's category stays, and the date is corrected only where it was read."""
    office = ground(SUBMIT, SUBMIT)
    read = dt.date(2026, 3, 29)

    assert office.do(RegisterDocument(FIRST, "Nabovarsel", case=CASE)) == [
        DocumentRegistered("bygg", CASE, FIRST, "Nabovarsel", "kari", opened=False)
    ]
    office.do(RegisterDocument("bygg/document-2", "Kart", case=CASE, dated=read), "system:skanner")
    first, second = office.state.documents
    assert (first.case, first.subject, first.category, first.dated) == (CASE, "Nabovarsel", "Søknad", DATED)
    assert (second.subject, second.dated) == ("Kart", read)
    assert office.told[-1].event == DocumentRegistered(
        "bygg", CASE, "bygg/document-2", "Kart", "system:skanner", opened=False, dated=read
    )


def test_cor_02_registration_as_a_new_case_opens_it_for_the_party() -> None:
    """Party, number and facts are the document's, and what the registration adds lies over them."""
    office = ground(SUBMIT)
    register = RegisterDocument(FIRST, "Søknad", case_type="Søknad", facts={"gnr": 5, "hast": True})

    assert office.do(register) == [
        CaseOpened("bygg", NEW, "Søknad", "party-7", "01815000036", "ny", {"gnr": 5, "hast": True}),
        DocumentRegistered("bygg", NEW, FIRST, "Søknad", "kari", opened=True),
    ]
    assert office.state.documents[FIRST].case == NEW
    assert office.state.cases[NEW].facts == {"gnr": 5, "hast": True}


def _registered() -> Ground:
    return ground(SUBMIT, RegisterDocument(FIRST, "Nabovarsel", case=CASE))


def _ended() -> Ground:
    return ground(SUBMIT, ChangeStatus(CASE, "avvist"))


def _other_routine() -> Ground:
    return ground(SUBMIT, OpenCase("vei", "Sak", "party-1"))


@pytest.mark.parametrize(
    ("office", "command", "words"),
    [
        (
            ground(),
            SubmitDocument("fly", "s", "p", "c"),
            "Routine 'fly' is not on here; these are: bygg, vei. [PLG-01]",
        ),
        (
            ground(),
            RegisterDocument(FIRST, "s", case=CASE),
            f"There is no document '{FIRST}'; look its number up on the case or the work list. [COR-02]",
        ),
        (
            _registered(),
            RegisterDocument(FIRST, "s", case=CASE),
            f"Document {FIRST} is registered on case {CASE} already. [COR-02]",
        ),
        (
            _ended(),
            RegisterDocument(FIRST, "s", case=CASE),
            f"Case {CASE} has ended with status 'avvist'; open a new case instead. [COR-02]",
        ),
        (
            _other_routine(),
            RegisterDocument(FIRST, "s", case=VEI),
            f"Document {FIRST} came for bygg and cannot go on case {VEI}, {OF_VEI} [COR-02]",
        ),
        (
            ground(SUBMIT),
            RegisterDocument(FIRST, "s"),
            "Case type '' is not one of bygg; declared are: Søknad. [COR-02]",
        ),
    ],
)
def test_cor_02_registration_is_refused(office: Ground, command: Command, words: str) -> None:
    """What is unknown, done already, ended or another routine's is refused in words."""
    assert office.refused(command) == words
