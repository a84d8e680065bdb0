"""The checks of what cannot be read."""

from __future__ import annotations

from typing import Any

from saksgang_benefits.checks_intake import ApplicationsAreTakenUpAtOnce, NothingIsTypedAgain
from saksgang_benefits.checks_statements import FactsCanBeRead, WhatCannotBeReadIsTold
from tests.plugins.benefits.checks_pages import DOC, amended, book, opened, received, registered, task

BAD = received(benefit="kontanthjælp", children="2", wealth="900.00")
TOLD = task("create_case", case="", facts={"unreadable": ["children"]})


def test_ben_05_no_case_has_what_cannot_be_read() -> None:
    """Neither from its application nor noted later."""
    check = FactsCanBeRead

    assert book().rule(opened(children=2, married=False, wealth="900.00")).held(check)
    assert book().rule(opened(children="")).held(check)
    assert "says of children what it cannot" in book().rule(opened(children="2")).wrong(check)
    assert "says of married" in book().rule(opened()).add(amended(married="nej")).wrong(check)
    assert "says of spouse_work" in book().rule(opened()).add(amended(spouse_work="deltid")).wrong(check)


def test_ben_03_no_case_begins_with_what_comes_to_it_later() -> None:
    """A decision, or what a register says, is no statement of the citizen's; later on it is where it belongs."""
    check = FactsCanBeRead

    assert "says of decision" in book().rule(opened(decision={"outcome": "granted"})).wrong(check)
    assert "says of stop_month" in book().rule(opened(stop_month="2024-06")).wrong(check)
    assert book().rule(opened(), amended(decision={"outcome": "granted"}, stop_month="2024-06")).held(check)


def test_ben_03_what_cannot_be_read_is_told_by_name() -> None:
    """At once, and just these fields."""
    check = WhatCannotBeReadIsTold

    assert book().add(BAD).rule(TOLD).held(check)
    assert f"{DOC} cannot be read in children" in book().add(BAD).wrong(check)
    for wrong in (task("create_case", case=""), task("create_case", case="", facts={"unreadable": ["wealth"]})):
        assert f"{DOC} cannot be read in children" in book().add(BAD).rule(wrong).wrong(check)


def test_ben_03_an_application_that_cannot_be_read_opens_no_case_by_itself() -> None:
    """Its benefit and its applicant are told, and that is not enough."""
    check = ApplicationsAreTakenUpAtOnce

    assert book().add(BAD).rule(TOLD).held(check)
    assert "does not tell enough" in book().add(BAD).rule(TOLD, opened(), registered()).wrong(check)


def test_ben_04_what_cannot_be_read_is_not_carried_over() -> None:
    """All else is; an application that says nothing leaves nothing out."""
    check = NothingIsTypedAgain

    said: dict[str, Any] = {"benefit": "kontanthjælp", "children": 2}

    assert book().add(BAD).add(opened(**said, wealth="900.00"), registered()).held(check)
    assert "lacks what the application says of wealth" in book().add(BAD).add(opened(**said), registered()).wrong(check)
    assert book().add(received()).add(opened(), registered()).held(check)
