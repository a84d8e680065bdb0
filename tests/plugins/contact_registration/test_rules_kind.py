"""What kind of contact it is, by the memo's own examples (REG-01, REG-03, REG-04, REG-07, REG-08)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang_contact_registration.rules_kind import (
    administrative,
    case_reference,
    known_type,
    misdirected,
    outside_the_remit,
    transaction_or_information,
)
from tests.plugins.contact_registration.bench import ground, reg

G = ground()


@pytest.mark.parametrize("activity", ["planlægning", "vejledning", "sagsbehandling"])
def test_reg_01_what_makes_the_service_possible_is_registered(activity: str) -> None:
    """Arranging a meeting and telling of it are administrative."""
    assert administrative(reg(activity=activity), G) is None


def test_reg_01_the_meeting_itself_is_not_registered() -> None:
    """The service itself is refused, and so is an activity that nobody knows."""
    assert "service itself" in str(administrative(reg(activity="ydelse"), G))
    assert "planlægning, vejledning, sagsbehandling, ydelse" in str(administrative(reg(activity=""), G))


@pytest.mark.parametrize("kind", ["oprettelse af sag", "ændring af sag"])
def test_reg_03_a_transaction_changes_something(kind: str) -> None:
    """Something is created, changed or added in a case system, or the type is doubtful."""
    assert transaction_or_information(reg(type=kind, changed=True), G) is None
    assert "Nothing was created" in str(transaction_or_information(reg(type=kind), G))


@pytest.mark.parametrize(
    "kind", ["information vedr. sag", "råd/vejledning", "hjælp til selvbetjening", "fejlhenvendelse"]
)
def test_reg_03_information_changes_nothing(kind: str) -> None:
    """Nothing is changed, or the type is doubtful."""
    assert transaction_or_information(reg(type=kind), G) is None
    assert "oprettelse af sag, ændring af sag" in str(transaction_or_information(reg(type=kind, changed=True), G))


def test_reg_03_there_are_six_types() -> None:
    """Any other is refused with the six."""
    assert known_type(reg(), G) is None
    assert "hjælp til selvbetjening" in str(known_type(reg(type="klage"), G))


def test_reg_04_information_about_a_case_says_which() -> None:
    """Without a reference it is advice, which needs none."""
    assert "'råd/vejledning'" in str(case_reference(reg(type="information vedr. sag"), G))
    assert case_reference(reg(), G) is None


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("CPR", "6704881236", "123"),
        ("CVR", "12345678", "1234567"),
        ("matrikelnummer", "12a Birkelund By", "Birkelund"),
        ("adresse", "Birkevej 3", "Birkevej"),
        ("sagsnummer", "BYG-17", " "),
    ],
)
def test_reg_04_a_reference_is_of_its_kind(kind: str, right: str, wrong: str) -> None:
    """A number with a digit too few, or an address without one, is a typing error."""
    with_case = {"type": "information vedr. sag", "reference_kind": kind}

    assert case_reference(reg(**with_case, reference=right), G) is None
    assert case_reference(reg(**with_case, reference=wrong), G) is not None


def test_cor_08_a_mistyped_personal_number_is_not_repeated() -> None:
    """The message says that it is wrong and does not show it."""
    said = str(case_reference(reg(reference_kind="CPR", reference="9913881236"), G))

    assert "991388" not in said
    assert "not shown" in said


def test_reg_04_a_reference_says_its_kind() -> None:
    """A reference of no known kind is refused, whatever the type."""
    assert "CPR, CVR, matrikelnummer, adresse" in str(case_reference(reg(reference="x", reference_kind="id"), G))


def test_reg_07_another_departments_matter_is_not_misdirected() -> None:
    """Citizens' service is asked about work experience: the jobcentre's, so not misdirected."""
    asked = reg(department="borgerservice", area="erhvervspraktik", type="fejlhenvendelse")

    assert "with the department 'jobcenter'" in str(misdirected(asked, G))
    assert misdirected(reg(department="borgerservice", area="erhvervspraktik"), G) is None


def test_reg_07_what_lies_outside_may_be_misdirected() -> None:
    """Something that no municipality does."""
    assert misdirected(reg(area="andet uden for kommunen", type="fejlhenvendelse"), G) is None


def test_reg_07_a_task_area_is_known() -> None:
    """Neither ours nor known to be another's: refused with those there are."""
    said = str(misdirected(reg(area="kongehuset"), G))

    assert "kontanthjælp" in said
    assert "boligstøtte" in said


@pytest.mark.parametrize(
    ("department", "kind", "right"),
    [
        ("jobcenter", "råd/vejledning", True),
        ("jobcenter", "fejlhenvendelse", False),
        ("borgerservice", "fejlhenvendelse", True),
        ("borgerservice", "råd/vejledning", False),
        ("jobcenter", "information vedr. sag", False),
    ],
)
def test_reg_08_udbetaling_danmark_in_both_kinds_of_department(department: str, kind: str, right: bool) -> None:
    """Advice where there is a duty to advise, misdirected elsewhere; a refusal says which of them it is."""
    found = outside_the_remit(reg(area="boligstøtte", department=department, type=kind), G)
    duty = "has a duty to advise (" if department == "jobcenter" else "has no duty to advise on it"

    assert (found is None) == right
    assert right or duty in str(found)


def test_reg_08_a_move_that_another_municipality_handles_is_misdirected() -> None:
    """A duty to advise concerns Udbetaling Danmark only."""
    move = reg(area="flytning i en anden kommune")

    assert "lies with en anden kommune" in str(outside_the_remit(move, G))
    assert outside_the_remit(reg(area="flytning i en anden kommune", type="fejlhenvendelse"), G) is None
    assert outside_the_remit(reg(area="flytning"), G) is None


def test_reg_08_before_it_went_over_it_was_the_municipalitys() -> None:
    """Housing benefit lay with the municipality until the end of February 2013."""
    before, since = dt.date(2013, 2, 28), dt.date(2013, 3, 1)

    assert outside_the_remit(reg(area="boligstøtte", day=before, type="ændring af sag"), G) is None
    assert outside_the_remit(reg(area="boligstøtte", day=since, type="ændring af sag"), G) is not None
