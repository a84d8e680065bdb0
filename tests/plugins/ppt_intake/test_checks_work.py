"""Checks of the work lists."""

from __future__ import annotations

import pytest

from saksgang.events import Event, TaskCancelled, TaskReassigned
from saksgang_ppt_intake.checks_work import ASKED_BY, WorkStandsOnTheListsOnce
from tests.plugins.ppt_intake.checks_pages import (
    CASE,
    DOC,
    LETTER,
    R,
    assigned,
    completed,
    done,
    drafted,
    pages,
    registered,
    sent,
    task,
)

# What somebody does, and the task that it finishes.
ACTS = [
    ((registered(),), task("register_document", about=DOC)),
    ((assigned("fred"),), task("distribute_case", about=DOC)),
    ((assigned("fred", "lena"),), task("assess_case")),
    ((drafted("mottaksbekreftelse"), sent("mottaksbekreftelse")), task("confirm_receipt", about=DOC)),
    ((drafted("svarbrev"), sent("svarbrev")), task("review_case", about=DOC)),
    ((drafted("forelopig_svar"), sent("forelopig_svar")), task("preliminary_reply", about=DOC)),
    ((completed("svarbrev", rounds=2),), task("revise_letter", about=LETTER)),
]


@pytest.mark.parametrize(("acts", "asked"), ACTS)
def test_sim_06_what_is_done_is_off_the_list(acts: tuple[Event, ...], asked: Event) -> None:
    """Each act closes its task at once; a task that stays open is found, with the requirement that asks for it."""
    kind = asked.kind  # type: ignore[attr-defined]
    closed = pages().add(asked).at("03-03 09:00").add(*acts, done(kind, "done", "kari"))
    late = pages().add(asked).at("03-03 09:00").add(*acts).at("03-03 09:01").add(done(kind, "done", "kari"))

    assert closed.held(WorkStandsOnTheListsOnce)
    assert late.wrong(WorkStandsOnTheListsOnce).startswith(f"{ASKED_BY[kind]} {CASE}: {CASE}/task-1 is still open")


@pytest.mark.parametrize("kind", sorted(ASKED_BY))
def test_sim_06_the_same_work_is_not_asked_for_twice(kind: str) -> None:
    """While one is open a second is found; after it was closed there may be another, and of other things too."""
    first, second = task(kind, about=DOC), task(kind, about=DOC, number=2)
    again = pages().add(first, TaskCancelled(R, CASE, f"{CASE}/task-1", kind, "x"), second)

    assert pages().add(first, second).wrong(WorkStandsOnTheListsOnce) == (
        f"{ASKED_BY[kind]} {CASE}: {CASE}/task-2 asks for what {CASE}/task-1 asks for already."
    )
    assert again.held(WorkStandsOnTheListsOnce)


def test_sim_06_work_that_goes_to_another_is_not_left_on_a_list() -> None:
    """A leader who leaves hands case and assessment over; the task stays open with another."""
    handed_over = TaskReassigned(R, CASE, f"{CASE}/task-1", "lars", "leder", "", "lena left")
    journal = pages().add(task("assess_case", "lena")).at("03-03 09:00").add(assigned("lars", "lena"), handed_over)

    assert journal.held(WorkStandsOnTheListsOnce)
