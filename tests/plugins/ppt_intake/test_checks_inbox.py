"""Checks of the post inbox."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang_ppt_intake.checks_inbox import (
    ConsultantsEmptyTheInbox,
    LettersSayWhatIsKnown,
    NoDocumentIsLeftInTheInbox,
    TheDayOfReceiptIsTheSystems,
    TheSubjectIsACategory,
)
from tests.plugins.ppt_intake.checks_pages import CASE, DAY, DOC, drafted, opened, pages, received, registered

YOUNGER = DAY + dt.timedelta(days=1)


def test_ppt_01_a_consultant_empties_the_inbox() -> None:
    """Registered on a new case, and another on the same case, by a consultant."""
    second = evolve(registered(document="d-2"), opened=False)

    held = pages().add(received(), received(document="d-2"), opened(), registered(), second)

    assert held.held(ConsultantsEmptyTheInbox)


def test_ppt_01_no_other_way_out_of_the_inbox() -> None:
    """By a specialist, by a rule, twice, and with no case opened: each is found."""
    came = pages().add(received(), opened())

    assert "no konsulent" in came.add(registered(by="fred"), actor="staff:fred").wrong(ConsultantsEmptyTheInbox)
    rule = pages().add(received(), opened()).add(registered(), actor="rule:PPT-01")
    assert rule.wrong(ConsultantsEmptyTheInbox) == (
        f"PPT-01 {CASE}: {DOC} was registered by rule:PPT-01, who is no konsulent."
    )
    twice = pages().add(received(), opened(), registered(), registered())
    assert "did not lie in the inbox" in twice.wrong(ConsultantsEmptyTheInbox)
    assert "no case was opened" in pages().add(received(), registered()).wrong(ConsultantsEmptyTheInbox)


def test_ppt_01_no_document_is_left_in_the_inbox() -> None:
    """15 working days after 2 March, at 09:00 UTC, end on the 23rd."""
    came = pages().add(received())

    assert came.verdict(NoDocumentIsLeftInTheInbox, "03-23 09:00").count == 0
    assert f"PPT-01 : {DOC} lies in the inbox" in came.wrong(NoDocumentIsLeftInTheInbox, "03-23 09:01")
    assert came.add(registered()).held(NoDocumentIsLeftInTheInbox)


@pytest.mark.parametrize(
    ("when", "day", "dated", "wrong"),
    [
        ("03-02 09:00", DAY, DAY, ""),
        ("03-01 23:00", DAY, DAY, ""),
        ("03-02 23:00", DAY, DAY, "came in on 2026-03-03, but its received date is 2026-03-02"),
        ("03-02 09:00", DAY, YOUNGER, "is dated 2026-03-03, after the day of receipt, 2026-03-02"),
    ],
)
def test_ppt_02_the_day_of_receipt_is_the_local_day(when: str, day: dt.date, dated: dt.date, wrong: str) -> None:
    """Local midnight counts, and a document from the future is found."""
    came = pages().at(when).add(received(day, dated))

    if wrong:
        assert f"PPT-02 : {DOC} {wrong}." in came.wrong(TheDayOfReceiptIsTheSystems)
    else:
        assert came.held(TheDayOfReceiptIsTheSystems)


def test_ppt_02_a_corrected_date_is_not_later_than_the_receipt() -> None:
    """A correction at registration is judged too."""
    right, wrong = (evolve(registered(), dated=day) for day in (DAY, YOUNGER))

    assert pages().add(received(), right).held(TheDayOfReceiptIsTheSystems)
    said = pages().add(received(), wrong).wrong(TheDayOfReceiptIsTheSystems)
    assert said.startswith(f"PPT-02 {CASE}: The date of {DOC} was corrected to 2026-03-03")


@pytest.mark.parametrize(
    ("body", "held"),
    [
        (f"Mottatt 2. mars 2026. Saken er {CASE}.", True),
        (f"Mottatt 02.03.2026, sak {CASE}", True),
        (f"Mottatt 1. april 2020. Saken er {CASE}.", False),
        ("Mottatt 2. mars 2026. Saken er PPT-1999-7.", False),
    ],
)
def test_ppt_02_a_letter_with_another_date_or_number_is_found(body: str, *, held: bool) -> None:
    """By the document that it answers; what answers none is not judged."""
    check = LettersSayWhatIsKnown
    letter = evolve(drafted("mottaksbekreftelse"), body=body)

    assert pages().add(received()).add(letter).verdict(check).status == ("held" if held else "violated")
    assert pages().add(letter).verdict(check).status == "not put to the test"


def test_ppt_03_the_subject_is_a_category() -> None:
    """A category's very name holds, anything else is found."""
    assert pages().add(registered()).held(TheSubjectIsACategory)
    said = pages().add(registered("Ang. elev")).wrong(TheSubjectIsACategory)
    assert said.startswith(f"PPT-03 {CASE}: {DOC} was registered with the subject 'Ang. elev'")
