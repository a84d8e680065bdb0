"""Checks of who gets which task."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.events import CaseAssigned, TaskReassigned, TaskTaken
from saksgang_benefits.checks_distribution import EveryTaskCanBeFound, OwnerAndTakerAreKept, TasksGoByBirthday
from tests.plugins.benefits.checks_pages import ASTA, CASE, R, book, done, opened, received, task

LEAP, NEW_YEAR, LAST, FIRST, MARCH = "8902920003", "6101900003", "6909850003", "6105850003", "6103880003"


@pytest.mark.parametrize(
    ("number", "owner"),
    [
        (ASTA, "dagny"),
        (FIRST, "dagny"),
        (LAST, "dagny"),
        (LEAP, "viggo"),
        (NEW_YEAR, "viggo"),
        (MARCH, "malthe"),
        ("", "malthe"),
        ("no number", "malthe"),
    ],
)
def test_ben_02_the_right_owner_holds_and_any_other_is_found(number: str, owner: str) -> None:
    """Both ends of a range, 29 February, round the New Year, a gap, no number."""
    other = "viggo" if owner == "dagny" else "dagny"
    right = book().rule(opened(number), task("handle_application", owner=owner))
    wrong = book().rule(opened(number), task("handle_application", owner=other))

    assert right.held(TasksGoByBirthday)
    assert wrong.wrong(TasksGoByBirthday) == (
        f"BEN-02 {CASE}: {CASE}/task-1 (handle_application) went to {other}; the birthday is that of {owner}."
    )


def test_ben_02_a_task_on_no_case_goes_by_its_document() -> None:
    """The number that the document gives; a reminder, which nobody distributes, concerns nobody."""
    journal = book().add(received(number=LEAP)).rule(task("create_case", owner="viggo", case=""))

    assert journal.held(TasksGoByBirthday)
    assert book().add(opened(), task("follow_up", owner="viggo")).verdict(TasksGoByBirthday).judged == 0


def test_ben_12_an_event_goes_by_the_applicants_birthday() -> None:
    """Whatever the event is called."""
    came = received("Hændelse", event="Barn registreret")

    assert book().add(opened(), came).rule(task("Barn registreret")).held(TasksGoByBirthday)
    assert "viggo" in book().add(opened(), came).rule(task("Barn registreret", owner="viggo")).wrong(TasksGoByBirthday)


def test_cor_07_who_is_away_is_stood_in_for_and_named() -> None:
    """The deputy with a reason holds; the deputy without one, and the one away, do not."""
    right = task("handle_application", owner="malthe", reason="dagny is absent, so malthe as deputy")

    assert book(away=True).rule(opened(), right).held(TasksGoByBirthday)
    for wrong in (evolve(right, reason=""), evolve(right, owner="dagny"), evolve(right, owner="")):
        assert book(away=True).rule(opened(), wrong).verdict(TasksGoByBirthday).count == 1


def test_ben_02_the_case_goes_where_its_application_goes() -> None:
    """By rule, first; what a person hands on is that person's."""
    first, other = CaseAssigned(R, CASE, "dagny", ""), CaseAssigned(R, CASE, "viggo", "")

    assert book().rule(opened(), first).held(TasksGoByBirthday)
    assert f"Case {CASE} went to viggo" in book().rule(opened(), other).wrong(TasksGoByBirthday)
    assert book().rule(opened()).add(evolve(other, previous="dagny")).verdict(TasksGoByBirthday).judged == 0


def test_ben_01_a_task_is_on_somebodys_list() -> None:
    """A caseworker's or the queue's; not on that of somebody else, not on nobody's."""
    assert book().rule(task("decide")).held(EveryTaskCanBeFound)
    assert book().rule(task("decide", owner="")).held(EveryTaskCanBeFound)
    assert "who is no sagsbehandler" in book().rule(task("decide", owner="betjent")).wrong(EveryTaskCanBeFound)
    assert "on nobody's list" in book().rule(task("decide", owner="", role="")).wrong(EveryTaskCanBeFound)
    lost = TaskReassigned(R, CASE, f"{CASE}/task-1", "betjent", "sagsbehandler", "", "x")
    assert "is for betjent" in book().rule(task("decide"), lost).wrong(EveryTaskCanBeFound)


def test_ben_21_owner_and_taker_are_both_in_the_history() -> None:
    """Whose it was is named, the taker is a caseworker, and who did it is right."""
    slip, taken = task("payslip"), TaskTaken(R, CASE, f"{CASE}/task-1", "viggo", "dagny")
    finished = done("payslip", "income reported", "viggo")

    assert book().rule(slip).add(taken, finished).held(OwnerAndTakerAreKept)
    for wrong in (
        (slip, evolve(taken, previous=""), finished),
        (slip, evolve(taken, by="betjent"), evolve(finished, owner="betjent")),
        (slip, finished),
        (slip, taken, evolve(finished, by="betjent")),
    ):
        assert book().add(*wrong).verdict(OwnerAndTakerAreKept).count == 1
