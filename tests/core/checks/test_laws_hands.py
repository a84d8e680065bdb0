"""Whose hand it was, and what opened a case."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from saksgang.checks.laws_hands import CasesBeginWithADocument, Door, Doors, OnlyTheseHands
from saksgang.events import CaseOpened, DocumentRegistered, LetterApproved, TaskCancelled, TaskCreated
from saksgang.journal.record import Recorded
from tests.core.checks.pages import Pages

R, C = "ppt_intake", "C"
DROPPED = TaskCancelled(R, C, "C/task-1", "review_case", "x")
APPROVED = LetterApproved(R, C, "C/letter-1", "lena")
OPENED = CaseOpened(R, C, "PPT-sak", "citizen:x", "", "ny", {})
REGISTERED = DocumentRegistered(R, C, "d", "Henvisning", "kari", opened=True)


def made(kind: str) -> TaskCreated:
    return TaskCreated(R, C, "C/task-2", kind, "", "fred", "fagansatt", "")


class Hands(OnlyTheseHands):
    """Rules drop tasks, leaders approve, and a reminder is anybody's to make."""

    id = "ppt-hands"
    requirements = ("PPT-01", "PPT-09")
    kind = "safety"
    sentence = "Each to their own."
    routine = R
    doors: ClassVar[Doors] = {
        TaskCancelled: Door("PPT-01"),
        TaskCreated: Door("PPT-01"),
        LetterApproved: Door("PPT-09", ("leder",)),
    }

    def excepted(self, event: Any, recorded: Recorded) -> bool:
        return isinstance(event, TaskCreated) and event.kind == "reminder"


class Begins(CasesBeginWithADocument):
    """No case out of nothing."""

    id = "ppt-begins"
    requirements = ("PPT-01",)
    kind = "safety"
    sentence = "Each case has its document."
    routine = R


def test_sim_06_rules_may_and_people_with_the_role_may() -> None:
    """A rule drops a task, a leader approves, and what is excepted anybody may."""
    held = Pages().follow(DROPPED, made("review_case")).add(APPROVED, actor="staff:lena").add(made("reminder"))

    assert held.held(Hands)


@pytest.mark.parametrize(
    ("event", "actor", "wrong"),
    [
        (DROPPED, "staff:kari", "PPT-01 C: TaskCancelled is the work of a rule, not of staff:kari."),
        (made("review_case"), "citizen:x", "PPT-01 C: TaskCreated is the work of a rule, not of citizen:x."),
        (APPROVED, "staff:fred", "PPT-09 C: LetterApproved is the work of leder, not of staff:fred."),
        (APPROVED, "citizen:lena", "PPT-09 C: LetterApproved is the work of leder, not of citizen:lena."),
    ],
)
def test_sim_06_nobody_else_may(event: Any, actor: str, wrong: str) -> None:
    """Found with the requirement of the row, who did it, and whose work it is."""
    assert Pages().add(event, actor=actor).wrong(Hands) == wrong


def test_sim_06_a_case_begins_with_its_document() -> None:
    """Registered at the same instant it holds; a minute later, or never, the case came out of nothing."""
    late = Pages().add(OPENED).at("03-02 09:01").add(REGISTERED)

    assert Pages().add(OPENED, REGISTERED).held(Begins)
    assert "no document that opened it" in late.wrong(Begins)
    assert "opened by staff:kari" in Pages().add(OPENED).wrong(Begins)
