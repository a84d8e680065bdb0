"""Checks of cases that come in, and of cases on which nothing is owed any more."""

from __future__ import annotations

from attrs import evolve

from saksgang.events import CaseAssigned, CaseOpened
from saksgang_long_term_monitoring.checks_finance import SettledCasesAreToBeClosed
from saksgang_long_term_monitoring.checks_import import ClaimsComeInOnce, ImportedCasesHaveTheirCaseworker
from tests.plugins.long_term_monitoring.checks_pages import CASE, CLAIM, R, amended, cancelled, opened, pages, task

GIVEN = CaseAssigned(R, CASE, "kari", "", "")
PAID = amended({**CLAIM, "state": "paid"})


def named(responsible: str) -> CaseOpened:
    return evolve(opened(), facts={"claims": [CLAIM], "responsible": responsible})


def test_mon_06_an_imported_case_is_given_to_whom_it_names() -> None:
    """At once; a name that nobody here has, or none, asks for nothing."""
    check = ImportedCasesHaveTheirCaseworker

    assert pages().add(named("kari")).follow(GIVEN).held(check)
    assert "was given to nobody" in pages().add(named("kari")).wrong(check)
    assert pages().add(named("kari")).at("03-02 09:01").follow(GIVEN).verdict(check).count == 1
    assert pages().add(named("per")).verdict(check).judged == 0
    assert pages().add(opened()).verdict(check).judged == 0


def test_mon_08_claims_come_in_once() -> None:
    """Another case for the same claim of the same debtor is found; of a co-debtor, or for another claim, it is none."""
    check, first = ClaimsComeInOnce, opened()
    second = evolve(first, case="GJE-2026-00002")

    assert pages().add(first).held(check)
    wrong = pages().add(first, second).wrong(check)
    assert wrong.endswith("Claim F-1 opened case GJE-2026-00002, and case GJE-2026-00001 before.")
    assert pages().add(first, evolve(second, party="citizen:2")).held(check)
    assert pages().add(first, evolve(second, facts={"claims": [{**CLAIM, "id": "F-2"}]})).held(check)


def test_mon_05_somebody_is_to_close_what_is_settled() -> None:
    """At once, and once; while a claim is open nobody is."""
    check = SettledCasesAreToBeClosed
    partly = amended(CLAIM, {**CLAIM, "id": "F-2", "state": "credited"})

    assert pages().add(opened(), PAID).follow(task("close_case")).held(check)
    assert "nobody is asked to close it" in pages().add(opened(), PAID).wrong(check)
    assert pages().add(opened(), PAID).at("03-02 09:01").follow(task("close_case")).verdict(check).count == 1
    assert pages().add(opened(), partly).verdict(check).judged == 0
    assert pages().add(opened(), task("close_case"), PAID).verdict(check).judged == 0
    assert pages().add(opened(), task("close_case"), cancelled("close_case"), PAID).verdict(check).count == 1
