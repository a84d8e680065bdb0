"""The check that an undecided case is on a list."""

from __future__ import annotations

from saksgang_benefits.checks_lists import UndecidedCasesAreOnAList
from tests.plugins.benefits.checks_pages import book, cancelled, done, opened, status, task, waits

HANDLE = task("handle_application")
DONE = done("handle_application", "more needed")


def test_ben_11_an_undecided_case_has_a_task() -> None:
    """From its first instant to the decision, at every time; one that waits is one."""
    check = UndecidedCasesAreOnAList

    assert "nothing of it is on anybody's list" in book().rule(opened()).wrong(check)
    assert "nothing of it is on anybody's list" in book().rule(opened(), HANDLE).add(DONE).wrong(check)
    reminder = task("follow_up", number=2)
    assert book().rule(opened(), HANDLE).add(reminder).rule(waits(number=2)).add(DONE).held(check)
    late = book().rule(opened(), HANDLE).add(DONE).at("2024-06-03 07:01").add(reminder)
    assert late.verdict(check).count == 1


def test_ben_15_a_case_that_is_informed_again_has_a_task() -> None:
    """Whoever drops the decision leaves something else; a decided or closed case needs nothing."""
    check = UndecidedCasesAreOnAList
    back, decide = status("under oplysning", "fuldt oplyst"), task("decide")

    assert "is not decided" in book().rule(opened(), decide).add(back).rule(cancelled("decide")).wrong(check)
    granted = (status("bevilget", "fuldt oplyst"), cancelled("decide"))
    assert book().rule(opened(), decide).rule(*granted).held(check)
