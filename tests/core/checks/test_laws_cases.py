"""Laws of cases and documents."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.checks.laws_cases import (
    CasesGoOnFromWhereTheyStood,
    DocumentsAreRegisteredOnce,
    PersonalNumbersCannotBeReal,
)
from saksgang.events import (
    CaseAmended,
    CaseAssigned,
    CaseOpened,
    CaseSeen,
    DocumentReceived,
    DocumentRegistered,
    Event,
    StatusChanged,
)
from tests.core.checks.pages import Pages, opening

R, C = "ppt_intake", "C"
DAY = dt.date(2026, 3, 2)
OPENED = CaseOpened(R, C, "PPT-sak", "citizen:1", "", "ny")
TO_FRED = CaseAssigned(R, C, "fred", "")
ENDED = StatusChanged(R, C, "ny", "avsluttet", "ferdig", final=True)
RECEIVED = DocumentReceived(R, "", "d-1", "citizen:1", "citizen:1", "letter", "Henvisning", DAY, DAY)
REGISTERED = DocumentRegistered(R, C, "d-1", "Henvisning", "kari", opened=True)


def test_cor_02_an_unbroken_history_holds() -> None:
    """Opened, assigned, seen, handed on, put under work and ended, each from where it stood."""
    pages = Pages().add(OPENED, REGISTERED, TO_FRED, CaseSeen(R, C, "fred"), CaseAssigned(R, C, "frida", "fred"))
    pages.add(CaseSeen(R, C, "frida"), CaseAmended(R, C, {"x": 1}), StatusChanged(R, C, "ny", "under arbeid", ""))
    pages.add(StatusChanged(R, C, "under arbeid", "avsluttet", "", final=True))

    assert pages.held(CasesGoOnFromWhereTheyStood)


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ((OPENED,), "Case C was opened a second time."),
        ((StatusChanged(R, C, "under arbeid", "avsluttet", ""),), "'under arbeid' to 'avsluttet', but stood at 'ny'"),
        ((StatusChanged(R, C, "ny", "ny", ""),), "went from 'ny' to 'ny'"),
        ((CaseAssigned(R, C, "frida", "fred"),), "went to 'frida' from 'fred', but was with ''"),
        ((TO_FRED, CaseSeen(R, C, "kari")), "became seen by 'kari', but it is for 'fred'"),
        ((TO_FRED, CaseSeen(R, C, "fred"), CaseSeen(R, C, "fred")), "and was not new"),
        ((ENDED, ENDED), "Case C changed status while it is not open."),
        ((ENDED, TO_FRED), "Case C was assigned while it is not open."),
        ((ENDED, CaseAmended(R, C, {})), "Case C was amended while it is not open."),
        ((ENDED, REGISTERED), "Case C got a document while it is not open."),
    ],
)
def test_cor_02_a_broken_history_is_said(events: tuple[Event, ...], wrong: str) -> None:
    """Each change that does not start from where the case stood is found."""
    said = Pages().add(OPENED, *events).wrong(CasesGoOnFromWhereTheyStood)

    assert said.startswith("COR-02 C: ")
    assert wrong in said


def test_cor_01_a_document_is_registered_once() -> None:
    """Once holds; twice, before it came, without a case, or coming twice, breaks."""
    once = Pages().add(RECEIVED, REGISTERED)
    nowhere = DocumentRegistered(R, "", "d-1", "Henvisning", "kari", opened=False)

    assert once.held(DocumentsAreRegisteredOnce)
    assert "Document d-1 was registered on case C" in once.add(REGISTERED).wrong(DocumentsAreRegisteredOnce)
    assert "d-1" in Pages().add(REGISTERED).wrong(DocumentsAreRegisteredOnce)
    assert "on case none" in Pages().add(RECEIVED, nowhere).wrong(DocumentsAreRegisteredOnce)
    assert "a second time" in Pages().add(RECEIVED, RECEIVED).wrong(DocumentsAreRegisteredOnce)


def test_cor_01_what_bears_its_channels_mark_is_received_once() -> None:
    """The same mark twice is found, as another document too; of another routine, or another mark, it is another."""
    marked = evolve(RECEIVED, facts={"message_id": "svarut-17"})
    again = evolve(marked, document="d-2")
    other = evolve(again, facts={"message_id": "svarut-18"})
    elsewhere = evolve(marked, document="vei/d-1", routine="vei")

    assert Pages().add(marked, other, elsewhere).held(DocumentsAreRegisteredOnce)
    wrong = Pages().add(marked, again).wrong(DocumentsAreRegisteredOnce)
    assert wrong.endswith(f"The message 'svarut-17' was received by {R} a second time.")


@pytest.mark.parametrize(
    ("country", "number", "real"),
    [
        ("NO", "12887830078", False),
        ("NO", "128878 30078", False),
        ("NO", "12087830078", True),
        ("NO", "12487830078", True),
        ("NO", "1288783007", True),
        ("DK", "720878-1248", False),
        ("DK", "120878-1248", True),
    ],
)
def test_cor_08_numbers_that_could_be_real_are_found_and_not_shown(country: str, number: str, real: bool) -> None:
    """Month + 80 and day + 60 hold; anything else breaks, and the sentence does not repeat the number."""
    pages = Pages(opening(country)).add(CaseOpened(R, C, "PPT-sak", "citizen:1", number, "ny"))

    if real:
        said = pages.wrong(PersonalNumbersCannotBeReal)
        assert said.startswith("COR-08 C: ")
        assert number not in said
    else:
        assert pages.held(PersonalNumbersCannotBeReal)
