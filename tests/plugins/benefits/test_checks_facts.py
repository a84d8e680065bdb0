"""What the checks keep of cases that have ended."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from saksgang.checks.check import marked
from saksgang.events import CaseAmended
from saksgang_benefits.checks_facts import CasePages
from saksgang_benefits.checks_households import HouseholdsAreHelpedOnce
from saksgang_benefits.checks_reach import ReachSpouseAppliesToo
from tests.plugins.benefits.checks_pages import ASTA, BO, CASE, Book, amended, book, opened, received, status

SECOND = "KH-2024-00002"
FILED = status("arkiveret", "afsluttet", final=True)
MARRIED: dict[str, Any] = {"married": True, "spouse_number": BO}
GRANTED = {"outcome": "granted", "from_month": "2024-06", "supplementary": False, "amount": "12326.00"}


def pages(journal: Book) -> CasePages:
    """The book as it is at the end of a journal."""
    kept = CasePages()
    for recorded in journal.written:
        for afterwards in (False, True):
            for method in marked(kept, type(recorded.event), "", afterwards=afterwards):
                method(recorded.event, recorded)
    return kept


def another() -> Book:
    """A case that is granted and closed; later another case of the spouse."""
    return book().rule(opened(**MARRIED, income=0)).add(amended(decision=GRANTED, stop_month="2024-06"))


def test_of_an_ended_case_little_is_kept() -> None:
    """All of it up to the end of its instant, then what a letter sent anew asks, one for all that ended alike."""
    later = status("fuldt oplyst", case=SECOND)
    journal = another().rule(FILED)
    assert pages(journal).pages[CASE].facts["income"] == 0
    assert [case for case, _ in pages(journal).naming(BO)] == [CASE]

    journal.rule(opened(case=SECOND)).at("2024-06-28 07:00").rule(later)
    kept = pages(journal)
    assert kept.pages[CASE].facts == {"decision": {"outcome": "granted", "supplementary": False}}
    assert kept.naming(BO) == []
    assert [case for case, _ in kept.naming(ASTA)] == [SECOND]
    assert kept.pages[SECOND].status == "fuldt oplyst"


def test_what_ended_cases_have_in_common_is_not_changed_by_one() -> None:
    """An ended case that is amended all the same, which is found elsewhere, changes no other."""
    journal = another().rule(FILED).at("2024-06-28 07:00").rule(opened(case=SECOND), status("x", case=SECOND))
    journal.add(amended(wealth=1))
    other = pages(another().rule(FILED).at("2024-06-28 07:00").rule(status("x", case=SECOND)))

    assert pages(journal).pages[CASE].facts["wealth"] == 1
    assert "wealth" not in other.pages[CASE].facts


def test_ben_23_an_ended_case_that_may_be_paid_is_still_found() -> None:
    """Filed away without a last month, it would be paid beside the spouse's; with one, it would not."""
    spouse = evolve(opened(number=BO, case=SECOND), party="citizen:bo")
    granted = CaseAmended("benefits", SECOND, {"decision": GRANTED})
    journal = book().rule(opened(**MARRIED)).add(amended(decision=GRANTED)).rule(FILED).at("2024-06-28 07:00")

    assert "would be paid on case" in journal.rule(spouse, status("x", case=SECOND), granted).wrong(
        HouseholdsAreHelpedOnce
    )
    assert (
        another()
        .rule(FILED)
        .at("2024-06-28 07:00")
        .rule(spouse, status("x", case=SECOND), granted)
        .held(HouseholdsAreHelpedOnce)
    )


def test_ben_03_the_spouse_on_an_ended_case_may_apply_later() -> None:
    """Whether the case has ended or not, it is somebody who was named as spouse."""
    for ends in ((), (FILED,)):
        journal = another().rule(*ends).at("2024-06-28 07:00").rule(opened(case=SECOND), status("x", case=SECOND))
        assert journal.add(received(number=BO)).held(ReachSpouseAppliesToo)
