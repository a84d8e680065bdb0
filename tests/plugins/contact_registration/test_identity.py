"""By what a contact is known, and when two are the same (REG-02, REG-11)."""

from __future__ import annotations

import pytest

from saksgang_contact_registration.identity import Mark, same_reference

SLIP = Mark("kølap 95", "2026-10-06", "jobcenter", "citizen:1")
LETTER = Mark("PPT-2026-00001/letter-1", "2026-10-06", "jobcenter", "citizen:1")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Mark("Kølap  95 ", "2026-10-06", "jobcenter", "citizen:2"), True),
        (Mark("kølap 96", "2026-10-06", "jobcenter", "citizen:1"), False),
        (Mark("kølap 95", "2026-10-07", "jobcenter", "citizen:1"), False),
        (Mark("kølap 95", "2026-10-06", "teknik", "citizen:2"), False),
        (Mark("kølap 95", "2026-10-06", "teknik", "citizen:1"), True),
        (Mark("kølap 95", "2026-10-06", "", "citizen:2"), True),
        (Mark("kølap 95"), True),
    ],
)
def test_reg_02_a_slip_is_of_its_day_and_of_its_desk_or_citizen(other: Mark, *, same: bool) -> None:
    """Capitals and blanks say nothing; a form that travels on to another desk is still the citizen's one contact."""
    assert SLIP.same(other) is same
    assert other.same(SLIP) is same


def test_reg_02_nobody_is_not_the_same_citizen_as_nobody() -> None:
    """Where the citizen is not kept, as in a file, each desk has its own slips."""
    assert not Mark("kølap 95", "2026-10-06", "teknik").same(Mark("kølap 95", "2026-10-06", "jobcenter"))


def test_reg_02_what_the_office_numbers_is_the_same_for_ever() -> None:
    """Whatever day and department somebody writes beside it."""
    assert LETTER.numbered
    assert Mark("MASSE-2026-00001").numbered
    assert not SLIP.numbered
    assert LETTER.same(Mark("ppt-2026-00001/letter-1 ", "2026-10-08", "teknik"))
    assert "PPT-2026-00001/letter-1" in Mark("ppt-2026-00001/Letter-1 ").spellings
    assert "ppt_intake/document-1" in Mark(" PPT_Intake/Document-1").spellings


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("CPR", "7208781248", "720878-1248", True),
        ("CVR", "12 34 56 78", "12345678", True),
        ("adresse", "Torvet 1, Køge", "torvet 1  køge", True),
        ("adresse", "Torvet 1-3", "Torvet 13", False),
        ("matrikelnummer", "12 a", "12A", True),
        ("sagsnummer", "kont-2026-00001", "KONT-2026-00001", True),
        ("sagsnummer", "KONT-2026-00001", "KONT-2026-00002", False),
        ("something else", "1 a", "1 A", True),
    ],
)
def test_reg_11_a_reference_is_the_same_however_it_is_written(kind: str, one: str, other: str, *, same: bool) -> None:
    """With hyphen and without, in capitals or not."""
    assert same_reference(kind, one, other) is same
