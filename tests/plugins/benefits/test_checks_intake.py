"""Checks of applications and the cases that they open."""

from __future__ import annotations

from typing import Any

from saksgang_benefits.checks_intake import (
    ApplicationsAreTakenUpAtOnce,
    CasesAreFoundByNumber,
    CasesAreOfTheRightType,
    EveryApplicationGetsACase,
    NothingIsTypedAgain,
)
from tests.plugins.benefits.checks_pages import (
    ASTA,
    BO,
    CASE,
    DOC,
    amended,
    book,
    opened,
    received,
    registered,
    status,
    task,
)

APPLICATION = received(benefit="kontanthjælp", children=1)
HANDLE = task("handle_application")
CREATE = task("create_case", case="")


def test_ben_03_an_application_is_taken_up_at_once() -> None:
    """A case and a task in that instant; the task alone, the case alone, or either later is not enough."""
    check = ApplicationsAreTakenUpAtOnce

    assert book().add(APPLICATION).rule(opened(), registered(), HANDLE).held(check)
    assert f"{DOC} did not become a case" in book().add(APPLICATION).rule(HANDLE).wrong(check)
    assert f"{DOC} did not become a task" in book().add(APPLICATION).rule(opened(), registered()).wrong(check)
    late = book().add(APPLICATION).at("2024-06-03 07:01").rule(opened(), registered(), HANDLE)
    assert late.verdict(check).count == 2


def test_ben_03_an_application_that_does_not_tell_enough_asks_for_a_case() -> None:
    """Without a benefit, or without a readable number: the task, and no case by itself."""
    check = ApplicationsAreTakenUpAtOnce

    for unclear in (received(children=1), received(number="?", benefit="kontanthjælp")):
        assert book().add(unclear).rule(CREATE).held(check)
        assert "did not become a task" in book().add(unclear).wrong(check)
        assert "does not tell enough" in book().add(unclear).rule(CREATE, opened(), registered()).wrong(check)


def test_ben_03_somebody_with_a_case_gets_no_second_one_by_itself() -> None:
    """A person says where it belongs; after the case was closed, and for a single benefit, it is a new one."""
    check, second = ApplicationsAreTakenUpAtOnce, received(document="benefits/document-2", benefit="kontanthjælp")
    create = task("create_case", about="benefits/document-2", case="")
    first = (opened(), registered())

    assert book().add(APPLICATION).rule(*first, HANDLE).add(second).rule(create).held(check)
    twice = book().add(APPLICATION).rule(*first, HANDLE).add(second)
    again = (opened(case="KH-2024-00002"), registered(document="benefits/document-2"))
    assert "does not tell enough" in twice.rule(create, *again).wrong(check)
    handle = task("handle_application", about="benefits/document-2")
    closed = book().add(APPLICATION).rule(*first, HANDLE, status("afsluttet", "bevilget")).add(second)
    assert closed.rule(*again, handle).held(check)


def test_ben_03_an_application_gets_a_case_in_the_end() -> None:
    """Within fifteen working days; after that it is lost."""
    check = EveryApplicationGetsACase

    assert book().add(APPLICATION).rule(registered()).held(check)
    assert "is on no case" in book().add(APPLICATION).wrong(check)
    assert book().add(APPLICATION).verdict(check, "2024-06-21 00:00").count == 0


def test_ben_03_the_type_is_the_benefit_applied_for() -> None:
    """And no uddannelseshjælp from 1 July 2025 on, Danish time."""
    check = CasesAreOfTheRightType
    student, after = received(benefit="uddannelseshjælp"), "2025-06-30 22:00"

    assert book().add(APPLICATION).rule(opened(), registered()).held(check)
    wrong = book().add(APPLICATION).rule(opened(kind="enkeltydelse"), registered()).wrong(check)
    assert wrong == f"BEN-03 {CASE}: Case {CASE} is enkeltydelse, but the application is for kontanthjælp."
    by_hand = book().add(APPLICATION, opened(kind="enkeltydelse"), registered(by="dagny"))
    assert "the application is for kontanthjælp" in by_hand.wrong(check)
    before = book().at("2025-06-30 21:59").add(student)
    assert before.rule(opened(kind="uddannelseshjælp"), registered()).held(check)
    assert book().at(after).add(student).rule(opened(), registered()).held(check)
    assert "which ended on 2025-06-30" in book().at(after).rule(opened(kind="uddannelseshjælp")).wrong(check)


def test_ben_03_an_application_of_june_is_of_what_there_was_in_june() -> None:
    """However late it is registered: the day on which it came in counts."""
    check = CasesAreOfTheRightType
    june = received(benefit="uddannelseshjælp")
    late = (opened(kind="uddannelseshjælp"), registered())

    assert book().at("2025-06-27 12:00").add(june).at("2025-07-01 07:00").rule(*late).held(check)
    wrong = book().at("2025-06-27 12:00").add(june).at("2025-07-01 07:00").rule(opened(), registered()).wrong(check)
    assert "but the application is for uddannelseshjælp" in wrong
    july = book().at("2025-06-30 22:00").add(june).at("2025-07-01 07:00").rule(*late)
    assert july.verdict(check).count == 2


def test_ben_04_everything_said_is_on_the_case() -> None:
    """With the opening or just after it; what is missing or different is named."""
    check = NothingIsTypedAgain
    said: dict[str, Any] = {"benefit": "kontanthjælp", "children": 1}

    assert book().add(APPLICATION).rule(opened(**said), registered()).held(check)
    assert book().add(APPLICATION).rule(opened(), registered(), amended(**said)).held(check)
    less = book().add(APPLICATION).rule(opened(benefit="kontanthjælp"), registered())
    assert less.wrong(check) == f"BEN-04 {CASE}: Case {CASE} lacks what the application says of children."
    other = book().add(APPLICATION).rule(opened(benefit="kontanthjælp", children=2), registered())
    assert "says of children" in other.wrong(check)


def test_ben_25_the_case_has_the_number() -> None:
    """That of the application and no other."""
    assert book().add(APPLICATION).rule(opened(ASTA), registered()).held(CasesAreFoundByNumber)
    wrong = book().add(APPLICATION).rule(opened(BO), registered()).wrong(CasesAreFoundByNumber)
    assert wrong.startswith(f"BEN-25 {CASE}: ")
    assert ASTA not in wrong
    assert "has not the number" in book().add(APPLICATION).rule(opened(""), registered()).wrong(CasesAreFoundByNumber)
