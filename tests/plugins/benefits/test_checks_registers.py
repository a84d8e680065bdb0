"""Checks of registers, their answers and the differences."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.events import CaseAmended
from saksgang_benefits.checks_registers import AnswersAreKept, DifferencesAreFlagged, RegistersAreAsked
from tests.plugins.benefits.checks_pages import CASE, R, amended, answered, asked, book, done, opened, status, task

AT = "2024-06-03T07:00:00+00:00"


def kept(register: str, at: str = AT, **facts: Any) -> CaseAmended:
    return CaseAmended(R, CASE, {f"register/{register}": {"at": at, **facts}})


def flags(*rows: tuple[str, Any, Any]) -> CaseAmended:
    found = [{"field": name, "statement": one, "register": two, "source": "eIndkomst"} for name, one, two in rows]
    return CaseAmended(R, CASE, {"differences": found})


def test_ben_05_three_registers_are_asked_when_a_case_opens() -> None:
    """Each of them, in that instant."""
    three = [asked(name) for name in ("eIndkomst", "Jobnet", "folkeregister")]

    assert book().rule(opened(), *three).held(RegistersAreAsked)
    assert "folkeregister was not asked" in book().rule(opened(), *three[:2]).wrong(RegistersAreAsked)
    assert book().rule(opened()).at("2024-06-03 07:05").rule(*three).verdict(RegistersAreAsked).count == 3


def test_ben_05_an_answer_is_kept_as_it_came() -> None:
    """Whole, with its own time, at once."""
    journal = book().rule(opened(), answered("eIndkomst", spouse_income="13800.00"))

    assert journal.rule(kept("eIndkomst", spouse_income="13800.00")).held(AnswersAreKept)
    for wrong in (
        kept("eIndkomst", spouse_income="13800.01"),
        kept("eIndkomst"),
        kept("eIndkomst", "2024-06-03T06:59:00+00:00", spouse_income="13800.00"),
        kept("eIndkomst", "yesterday", spouse_income="13800.00"),
        kept("Jobnet", spouse_income="13800.00"),
    ):
        answer = answered("eIndkomst", spouse_income="13800.00")
        assert book().rule(opened(), answer, wrong).wrong(AnswersAreKept).startswith(f"BEN-05 {CASE}: What eIndkomst")


@pytest.mark.parametrize(
    ("register", "facts"),
    [
        ("eIndkomst", {}),
        ("eIndkomst", {"own_income": "-1.00"}),
        ("eIndkomst", {"spouse_hours": ["1"]}),
        ("Jobnet", {"own_registered": 1}),
        ("folkeregister", {"children": True}),
    ],
)
def test_ben_05_an_answer_that_cannot_be_is_a_task_and_no_fact(register: str, facts: dict[str, Any]) -> None:
    """While the task is there it need not come again; kept as a fact, or told to nobody, is found."""
    answer, told = answered(register, **facts), task("unclear_answer", register)
    found_out = done("unclear_answer", "looked into", about=register)

    assert book().rule(opened(), answer, told).held(AnswersAreKept)
    assert book().rule(opened(), answer, told, answer).verdict(AnswersAreKept).count == 0
    for wrong in (book().rule(opened(), answer), book().rule(opened(), answer, kept(register, **facts))):
        assert "what cannot be, and nobody was told" in wrong.wrong(AnswersAreKept)
    again = book().rule(opened(), answer, told).add(found_out).rule(answer)
    assert again.verdict(AnswersAreKept).count == 1


def test_ben_05_an_answer_that_lacks_what_was_told_before_is_a_task() -> None:
    """Half an answer does not make the other half untrue; the population register may know nothing."""
    before = (opened(), answered("Jobnet", own_registered=True), kept("Jobnet", own_registered=True))

    assert book().rule(*before, answered("Jobnet", 2), task("unclear_answer", "Jobnet")).held(AnswersAreKept)
    assert book().rule(*before, answered("Jobnet", 2)).verdict(AnswersAreKept).count == 1
    assert book().rule(opened(), answered("folkeregister"), kept("folkeregister")).held(AnswersAreKept)


def test_ben_05_an_overtaken_answer_and_one_to_an_ended_case_are_not_kept() -> None:
    """The newest question counts; what was answered in time has to be kept all the same."""
    two = (opened(), asked("eIndkomst", number=1), asked("eIndkomst", number=2))
    newer, older = answered("eIndkomst", 2, own_income="0.00"), answered("eIndkomst", 1, own_income="9.00")
    kept_one = kept("eIndkomst", own_income="0.00")

    assert book().rule(*two, newer, kept_one, older).held(AnswersAreKept)
    assert book().rule(*two, newer, older).verdict(AnswersAreKept).count == 1
    assert book().rule(*two, older, newer, kept_one).held(AnswersAreKept)
    assert book().rule(*two, status("arkiveret", final=True), newer).verdict(AnswersAreKept).judged == 0


def test_ben_05_the_same_answer_twice_in_a_second_is_kept_already() -> None:
    """Nothing changes by the second one; with other words it does."""
    two = (opened(), asked("eIndkomst", number=1), asked("eIndkomst", number=2))
    first, kept_one = answered("eIndkomst", 1, own_income="0.00"), kept("eIndkomst", own_income="0.00")

    assert book().rule(*two, first, kept_one, answered("eIndkomst", 2, own_income="0.00")).held(AnswersAreKept)
    other = answered("eIndkomst", 2, own_income="1.00")
    assert book().rule(*two, first, kept_one, other).verdict(AnswersAreKept).count == 1


@pytest.mark.parametrize(
    ("stated", "told", "row"),
    [
        ({"own_income": "0.00"}, {"own_income": "2500.00"}, ("own_income", "0.00", "2500.00")),
        ({"own_income": "2500"}, {"own_income": "2500.00"}, None),
        ({"own_hours": 20}, {"own_hours": "20"}, None),
        ({"married": False}, {"married": True}, ("married", False, True)),
        ({"children": 0}, {"children": False}, ("children", 0, False)),
        ({}, {"own_income": "2500.00"}, ("own_income", "not stated", "2500.00")),
        ({"children": ""}, {"children": 2}, ("children", "not stated", 2)),
        ({}, {"lives_alone": True}, ("lives_alone", "not stated", True)),
        ({}, {"own_income": "0.00", "own_hours": "0", "married": False, "children": 0}, None),
        ({}, {"own_registered": True, "spouse_registered": True, "other": "x"}, None),
    ],
)
def test_ben_06_what_differs_is_flagged_and_nothing_else(
    stated: dict[str, Any], told: dict[str, Any], row: tuple[str, Any, Any] | None
) -> None:
    """Field by field; the same number written otherwise does not differ, and silence counts as none."""
    right = [flags(row)] if row else []
    wrong = flags() if row else flags(("own_hours", "1", "2"))
    journal = [opened(**stated), answered("eIndkomst", **told), kept("eIndkomst", **told)]

    assert book().rule(*journal, *right).held(DifferencesAreFlagged)
    assert f"Case {CASE} flags" in book().rule(*journal, wrong).wrong(DifferencesAreFlagged)


def test_ben_06_a_flag_that_comes_later_came_too_late() -> None:
    """The case has to show it in the instant of the answer."""
    journal = book().rule(
        opened(own_income="0.00"), answered("eIndkomst", own_income="1.00"), kept("eIndkomst", own_income="1.00")
    )
    late = journal.at("2024-06-03 08:00").rule(flags(("own_income", "0.00", "1.00")))

    assert late.verdict(DifferencesAreFlagged).count == 1


def test_ben_06_what_a_person_corrects_is_compared_again() -> None:
    """A corrected statement brings its flag at once, and one that is right now loses it."""
    start = book().rule(opened(spouse_hours="87"), answered("eIndkomst", spouse_hours="87"))
    start.rule(kept("eIndkomst", spouse_hours="87")).at("2024-06-04 07:00").add(amended(spouse_hours="80"))
    flagged = flags(("spouse_hours", "80", "87"))

    assert start.verdict(DifferencesAreFlagged).count == 1
    assert start.rule(flagged).held(DifferencesAreFlagged)
    again = start.at("2024-06-05 07:00").add(amended(spouse_hours="87"))
    assert again.verdict(DifferencesAreFlagged).count == 1
    assert again.rule(flags()).held(DifferencesAreFlagged)
