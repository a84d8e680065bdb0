"""Checks of how work on a case begins."""

from __future__ import annotations

from saksgang.events import CaseAssigned, CaseSeen
from saksgang_benefits.checks_begin import TheFirstLookBeginsTheWork, WhoGetsTheApplicationHasTheCase
from tests.plugins.benefits.checks_pages import CASE, Book, R, asked, book, opened, status, task

SEEN = CaseSeen(R, CASE, "dagny")
REGISTERS = [asked(name) for name in ("eIndkomst", "Jobnet", "folkeregister")]
APPLICATION = task("handle_application")


def assigned(to: str) -> CaseAssigned:
    return CaseAssigned(R, CASE, to, "")


def looked(*events: object) -> Book:
    return book().rule(opened()).at("2024-06-04 07:00").add(SEEN).rule(*events).at("2024-06-04 07:01").rule(*REGISTERS)


def test_ben_05_the_first_look_asks_all_registers_and_begins_the_work() -> None:
    """At once; a register asked a minute later was not, and a case that stays received is not under way."""
    whole = looked(*REGISTERS, status("under oplysning"))

    assert whole.held(TheFirstLookBeginsTheWork)
    assert "Jobnet is not asked" in looked(REGISTERS[0], REGISTERS[2], status("under oplysning")).wrong(
        TheFirstLookBeginsTheWork
    )
    assert "stays 'modtaget'" in looked(*REGISTERS).wrong(TheFirstLookBeginsTheWork)


def test_ben_05_a_later_look_changes_no_status() -> None:
    """A case that is concluded already stays so."""
    journal = book().rule(opened(), status("fuldt oplyst")).at("2024-06-04 07:00").add(SEEN).rule(*REGISTERS)

    assert journal.held(TheFirstLookBeginsTheWork)


def test_ben_03_who_gets_the_application_has_the_case() -> None:
    """At once, and without a word where it is theirs already; another caseworker is found."""
    journal = book().rule(opened(), APPLICATION, assigned("dagny"))
    theirs = journal.at("2024-06-04 07:00").rule(task("handle_application"))

    assert theirs.held(WhoGetsTheApplicationHasTheCase)
    assert "dagny got the application" in book().rule(APPLICATION).wrong(WhoGetsTheApplicationHasTheCase)
    assert "dagny got the application" in book().rule(APPLICATION, assigned("viggo")).wrong(
        WhoGetsTheApplicationHasTheCase
    )
