"""Checks of distribution."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from saksgang.checks import Verdict
from saksgang.events import CaseAmended, StaffAbsent, StatusChanged
from saksgang.records import Absence
from saksgang_ppt_intake.checks_distribution import CasesGoByTheDirectory, EveryCaseIsDistributed
from tests.plugins.ppt_intake.checks_pages import CASE, R, assigned, opened, pages, received, registered

ENDED = StatusChanged(R, CASE, "ny", "avsluttet", "", final=True)


def ill(staff: str) -> StaffAbsent:
    return StaffAbsent("office", "", staff, Absence(dt.date(2026, 3, 1), dt.date(2026, 3, 6), "syk"))


@pytest.mark.parametrize(
    ("facts", "subject", "to"),
    [
        ({"institution": "Skole 1", "birth_year": 2016}, "Henvendelse", "fred"),
        ({"institution": " skole  1 ", "birth_year": 2020}, "Henvendelse", "fred"),
        ({"institution": "Skole 1", "birth_year": 2021}, "Henvendelse", "lena"),
        ({"institution": "Skole 1", "birth_year": 2013}, "Henvisning", "frida"),
        ({"institution": "Skole 2", "birth_year": 2013}, "Henvendelse", "lena"),
        ({}, "Henvisning", "frida"),
    ],
)
def test_ppt_04_the_first_row_that_fits_names_the_caseworker(facts: dict[str, Any], subject: str, to: str) -> None:
    """By institution, age and category in the order of the rows, else by the fallback; anybody else is found."""
    for somebody in ("fred", "frida", "lena"):
        journal = pages().add(opened(**facts), registered(subject), assigned(somebody))
        if somebody == to:
            assert journal.held(CasesGoByTheDirectory)
        else:
            said = journal.wrong(CasesGoByTheDirectory)
            assert said.startswith(f"PPT-04 {CASE}: Case {CASE} went first to {somebody}")
            assert f"the directory names {to}" in said


def test_ppt_04_facts_that_were_added_before_count() -> None:
    """What was amended before the distribution decides, what came after does not."""
    amended = CaseAmended(R, CASE, {"institution": "Skole 1", "birth_year": 2016})
    journal = pages().add(opened(), registered("Henvendelse"), amended, assigned("fred"), assigned("lena", "fred"))

    assert journal.held(CasesGoByTheDirectory)


def test_ppt_04_what_came_before_new_year_may_go_by_the_age_of_that_year() -> None:
    """A child of five when the inquiry came, six when it was registered: either row is right, a third one is not."""

    def over_new_year(to: str) -> Verdict:
        journal = pages()
        journal.now = dt.datetime(2025, 12, 31, 12, tzinfo=dt.UTC)
        journal.add(received()).at("01-02 08:00").add(opened(institution="Skole 1", birth_year=2020))
        return journal.add(registered("Henvendelse"), assigned(to)).verdict(CasesGoByTheDirectory)

    assert [over_new_year(to).status for to in ("lena", "fred", "frida")] == ["held", "held", "violated"]


@pytest.mark.parametrize(
    ("away", "to", "reason", "right"),
    [
        (("fred",), "frida", "fred is absent, so frida as deputy", True),
        (("fred",), "frida", "", False),
        (("fred",), "fred", "", False),
        (("fred", "frida"), "", "fred is absent; frida has no deputy", True),
        (("fred", "frida"), "frida", "fred is absent", False),
        ((), "frida", "fred is absent", False),
    ],
)
def test_ppt_04_who_is_away_is_replaced_and_named(away: tuple[str, ...], to: str, reason: str, right: bool) -> None:
    """The deputy gets it, or nobody, and the reason says who was meant."""
    journal = pages().add(*(ill(staff) for staff in away), opened(institution="Skole 1", birth_year=2016))
    journal.add(registered("Henvendelse"), assigned(to, reason=reason))

    assert journal.verdict(CasesGoByTheDirectory).count == (0 if right else 1)


def test_ppt_04_every_case_is_distributed_in_the_end() -> None:
    """15 working days are time enough; a case that ended needs nobody."""
    assert "was opened and not distributed" in pages().add(opened()).wrong(EveryCaseIsDistributed, "03-23 09:01")
    assert pages().add(opened()).verdict(EveryCaseIsDistributed, "03-23 09:00").count == 0
    assert pages().add(opened(), assigned("fred")).held(EveryCaseIsDistributed)
    assert pages().add(opened(), ENDED).held(EveryCaseIsDistributed)
