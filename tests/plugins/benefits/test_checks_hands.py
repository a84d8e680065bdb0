"""Checks of whose work everything was."""

from __future__ import annotations

import pytest

from saksgang.events import DeadlineExtended, DeadlineStarted, Event
from saksgang.records import Target
from saksgang_benefits.checks_hands import (
    CasesBeginWithDocuments,
    EveryThingIsDoneByWhoMay,
    OnlyTimeForDocumentationIsExtended,
)
from tests.plugins.benefits.checks_pages import (
    CASE,
    LETTER,
    R,
    amended,
    asked,
    book,
    cancelled,
    drafted,
    moment,
    opened,
    registered,
    sent,
    task,
)

DUE = moment("2024-06-17 21:59")
EXTENDED = DeadlineExtended(R, CASE, "d", "due", DUE, "ringede")


def runs(kind: str) -> DeadlineStarted:
    return DeadlineStarted(R, CASE, "d", kind, LETTER, DUE, (Target("due", "x", DUE),))


@pytest.mark.parametrize(
    ("event", "actor", "may"),
    [
        (sent("anmodning"), "staff:dagny", False),
        (cancelled("payslip"), "staff:dagny", False),
        (task("decide"), "staff:dagny", False),
        (task("follow_up", LETTER), "staff:dagny", True),
        (task("follow_up", LETTER), "citizen:asta", False),
        (runs("payment"), "staff:dagny", False),
        (asked("betaling", "2024-06"), "staff:dagny", False),
        (asked("Jobnet"), "staff:dagny", True),
        (asked("Jobnet"), "citizen:asta", False),
        (amended(children=4), "staff:dagny", True),
        (amended(children=4), "citizen:asta", False),
        (drafted("anmodning"), "staff:betjent", False),
    ],
)
def test_ben_03_to_23_each_thing_is_the_work_of_whoever_may(event: Event, actor: str, may: bool) -> None:
    """What rules do no caseworker does, what caseworkers do no citizen does; a rule may anything."""
    assert (book().add(event, actor=actor).verdict(EveryThingIsDoneByWhoMay).status == "held") is may
    assert book().rule(event).held(EveryThingIsDoneByWhoMay)


def test_ben_03_a_case_begins_with_its_application() -> None:
    """Registered at once; one out of nothing is found."""
    assert book().rule(opened(), registered()).held(CasesBeginWithDocuments)
    assert "no document" in book().add(opened()).wrong(CasesBeginWithDocuments)


def test_ben_10_only_the_time_for_documentation_is_extended() -> None:
    """A caseworker gives a citizen more time; a payment day stays."""
    assert book().rule(runs("documentation")).add(EXTENDED).held(OnlyTimeForDocumentationIsExtended)
    assert "not of staff:dagny" in book().rule(runs("payment")).add(EXTENDED).wrong(OnlyTimeForDocumentationIsExtended)
