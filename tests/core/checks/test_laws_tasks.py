"""The law of tasks."""

from __future__ import annotations

import pytest

from saksgang.checks.laws_tasks import TasksEndOnce
from saksgang.events import (
    Event,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskReopened,
    TaskTaken,
    TaskWaiting,
)
from tests.core.checks.pages import Pages

R, C, T = "ppt_intake", "C", "C/task-1"
CREATED = TaskCreated(R, C, T, "review_case", "", "", "fagansatt", "")
TAKEN = TaskTaken(R, C, T, "fred", "")
DONE = TaskCompleted(R, C, T, "review_case", "", "done", "fred", "fred")
DROPPED = TaskCancelled(R, C, T, "review_case", "case ended")


def test_cor_03_a_task_lives_and_ends() -> None:
    """Created, taken, waiting, reopened, handed on and done; or dropped with a reason."""
    pages = Pages().add(CREATED, TAKEN, TaskWaiting(R, C, T, "fred", "skolen svarer ikke"), TaskReopened(R, C, T, ""))
    pages.add(TaskReassigned(R, C, T, "frida", "fagansatt", "", "ferie"))

    assert pages.add(TaskCompleted(R, C, T, "review_case", "", "done", "frida", "fred")).held(TasksEndOnce)
    assert Pages().add(CREATED, DROPPED).held(TasksEndOnce)


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ((CREATED,), "created a second time"),
        ((TAKEN, DONE, DONE), "TaskCompleted on task C/task-1, which is not open."),
        ((DROPPED, DROPPED), "TaskCancelled on task C/task-1, which is not open."),
        ((DROPPED, TAKEN), "TaskTaken on task C/task-1, which is not open."),
        ((DROPPED, TaskReopened(R, C, T, "")), "TaskReopened on task C/task-1, which is not open."),
        ((DROPPED, TaskWaiting(R, C, T, "fred", "x")), "TaskWaiting on task C/task-1, which is not open."),
        ((DROPPED, TaskReassigned(R, C, T, "", "", "", "")), "TaskReassigned on task C/task-1, which is not open."),
        ((TaskTaken(R, C, T, "fred", "frida"),), "TaskTaken on task C/task-1 is not as it was kept"),
        ((TaskWaiting(R, C, T, "fred", " "),), "TaskWaiting on task C/task-1 is not as it was kept"),
        ((DONE,), "TaskCompleted on task C/task-1 is not as it was kept"),
        ((TAKEN, TaskCompleted(R, C, T, "review_case", "", "done", "fred", "")), "is not as it was kept"),
        ((TAKEN, TaskCompleted(R, C, T, "assess_case", "", "done", "fred", "fred")), "is not as it was kept"),
        ((TaskCancelled(R, C, T, "review_case", ""),), "TaskCancelled on task C/task-1 is not as it was kept"),
    ],
)
def test_cor_03_what_a_task_does_not_admit_is_said(events: tuple[Event, ...], wrong: str) -> None:
    """A second end, an act after the end, a wrong owner, no doer and no reason are each found."""
    said = Pages().add(CREATED, *events).wrong(TasksEndOnce)

    assert said.startswith("COR-03 C: ")
    assert wrong in said
