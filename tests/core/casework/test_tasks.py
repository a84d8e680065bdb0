"""A task is created, taken, reassigned, left waiting, done or dropped; who owned and who did are both kept (COR-03)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import (
    CancelTask,
    Command,
    CompleteTask,
    CreateTask,
    ReassignTask,
    ReopenTask,
    ReportAbsence,
    TakeTask,
    WaitWithTask,
)
from saksgang.events import (
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskReopened,
    TaskTaken,
    TaskWaiting,
)
from saksgang.records import Task
from tests.core.casework.ground import CASE, Ground, ground
from tests.core.small_office import utc

TASK = f"{CASE}/task-1"
ROLE = "saksbehandler"
REPLY = CreateTask("reply", CASE)
APPROVE = CreateTask("approve", CASE, owner="kari")
TEN = dt.datetime(2026, 4, 7, 8, 0, tzinfo=dt.UTC)
CHANGES = (
    TakeTask(TASK),
    ReassignTask(TASK, "ola", "r"),
    WaitWithTask(TASK, "r"),
    ReopenTask(TASK, "r"),
    CompleteTask(TASK, "done"),
    CancelTask(TASK, "r"),
)


def test_cor_03_a_task_goes_to_the_queue_of_its_kind() -> None:
    """Role by its kind, rank by its due time or, without one, by when it came up."""
    due = utc("2026-04-09 12:00")
    office = ground(REPLY)
    office.do(CreateTask("approve", CASE, about="x", owner="ola", role="arkiv", section="nord", due=due))

    first, second = office.state.tasks
    assert first == Task(TASK, "bygg", CASE, "reply", "", "", "saksbehandler", "", TEN, TEN)
    assert second == Task(f"{CASE}/task-2", "bygg", CASE, "approve", "x", "ola", "arkiv", "nord", TEN, due, due)
    assert office.state.tasks.on(("queue", "saksbehandler", "")) == [first]
    assert office.state.tasks.on(("owner", "ola", "")) == [second]
    assert office.state.tasks.of("x") == [second]


def test_cor_03_a_task_may_stand_on_no_case() -> None:
    """Its routine is then named, and its number runs by that routine."""
    office = ground(REPLY, CreateTask("reply", routine="bygg", facts={"runde": 1}))

    assert office.told[-1].event == TaskCreated(
        "bygg", "", "bygg/task-1", "reply", "", "", "saksbehandler", "", None, "", {"runde": 1}
    )
    assert [task.id for task in office.state.tasks.of("bygg")] == ["bygg/task-1"]


def test_cor_07_a_task_for_somebody_absent_goes_to_the_deputy_then_to_the_queue() -> None:
    """The event says why, whether the task is new or given away."""
    today = dt.date(2026, 4, 7)
    office = ground(ReportAbsence("kari", today, today, "kurs"))
    away = "kari is absent until 2026-04-07, so ola as deputy"
    office.do(evolve(REPLY, owner="kari"))
    assert (office.state.tasks[TASK].owner, office.state.tasks[TASK].reason) == ("ola", away)

    (event,) = office.do(ReassignTask(TASK, "kari", "bytte"))
    assert event == TaskReassigned("bygg", CASE, TASK, "ola", "saksbehandler", "", f"bytte; {away}")

    for name in ("ola", "liv"):
        office.do(ReportAbsence(name, today, today, "kurs"))
    office.do(ReassignTask(TASK, "kari", ""))
    assert office.state.tasks[TASK].owner == ""
    assert office.state.tasks[TASK].reason.endswith("liv is absent until 2026-04-07 and has no deputy: the queue")


@pytest.mark.parametrize(
    ("command", "actor", "event"),
    [
        (TakeTask(TASK), "staff:kari", TaskTaken("bygg", CASE, TASK, "kari", "ola")),
        (TakeTask(TASK), "staff:ola", None),
        (
            ReassignTask(TASK, "kari", "r"),
            "rule:B-1",
            TaskReassigned("bygg", CASE, TASK, "kari", "saksbehandler", "", "r"),
        ),
        (ReassignTask(TASK, "liv", "r"), "rule:B-1", TaskReassigned("bygg", CASE, TASK, "liv", ROLE, "", "r")),
        (ReassignTask(TASK, "", "r"), "rule:B-1", TaskReassigned("bygg", CASE, TASK, "", ROLE, "", "r")),
        (WaitWithTask(TASK, "r"), "staff:ola", TaskWaiting("bygg", CASE, TASK, "ola", "r")),
        (WaitWithTask(TASK, "r"), "rule:B-1", TaskWaiting("bygg", CASE, TASK, "rule:B-1", "r")),
        (ReopenTask(TASK, "r"), "rule:B-1", None),
        (
            CompleteTask(TASK, "done", facts={"a": 1}),
            "staff:kari",
            TaskCompleted("bygg", CASE, TASK, "reply", "", "done", "ola", "kari", {"a": 1}),
        ),
        (
            CompleteTask(TASK, "done", by="liv"),
            "rule:B-1",
            TaskCompleted("bygg", CASE, TASK, "reply", "", "done", "ola", "liv", {}),
        ),
        (
            CompleteTask(TASK, "done"),
            "rule:B-1",
            TaskCompleted("bygg", CASE, TASK, "reply", "", "done", "ola", "rule:B-1", {}),
        ),
        (CancelTask(TASK, "r"), "rule:B-1", TaskCancelled("bygg", CASE, TASK, "reply", "r")),
    ],
)
def test_cor_03_what_a_command_makes_happen(command: Command, actor: str, event: object) -> None:
    """Each command on an open task of Ola's has its event, and none where nothing changes."""
    assert ground(evolve(REPLY, owner="ola")).do(command, actor) == ([event] if event else [])


def test_cor_03_who_owned_and_who_did_are_both_kept() -> None:
    """Somebody else than the owner may end it: that is for the routine to refuse, not for the core."""
    office = ground(CreateTask("approve", CASE, owner="liv", facts={"a": 1, "b": 1}))
    office.do(CompleteTask(TASK, "returned", facts={"b": 2}), "staff:kari")

    task = office.state.tasks[TASK]
    assert (task.state, task.owner, task.done_by, task.outcome) == ("done", "liv", "kari", "returned")
    assert task.facts == {"a": 1, "b": 2}
    assert office.state.tasks.lists == {}


def test_cor_03_a_waiting_task_waits_whoever_has_it() -> None:
    """Taken or given away it stays on the list of what waits, with what it waits for, until it is reopened."""
    office = ground(evolve(REPLY, owner="ola"))
    office.do(WaitWithTask(TASK, "tegning mangler"), "staff:ola")
    assert office.state.tasks.on(("waiting", "ola", "")) == [office.state.tasks[TASK]]

    for command, owner in ((TakeTask(TASK), "kari"), (ReassignTask(TASK, "ola", "bytte"), "ola")):
        office.do(command)
        task = office.state.tasks[TASK]
        assert (task.state, task.owner, task.reason) == ("waiting", owner, "tegning mangler")
        assert office.state.tasks.on(("waiting", owner, "")) == [task]

    assert office.do(ReopenTask(TASK, "kom")) == [TaskReopened("bygg", CASE, TASK, "kom")]
    assert (office.state.tasks[TASK].state, office.state.tasks[TASK].reason) == ("open", "kom")
    assert office.state.tasks.on(("owner", "ola", "")) == [office.state.tasks[TASK]]
    office.do(ReassignTask(TASK, "kari", "bytte"))
    assert (office.state.tasks[TASK].owner, office.state.tasks[TASK].reason) == ("kari", "bytte")


@pytest.mark.parametrize("state", ["done", "cancelled"])
@pytest.mark.parametrize("command", CHANGES)
def test_cor_03_a_task_that_ended_takes_no_more_changes(state: str, command: Command) -> None:
    """Done and cancelled are final, and the refusal says which."""
    ends: dict[str, Command] = {"done": CompleteTask(TASK, "done"), "cancelled": CancelTask(TASK, "dobbelt")}
    office = ground(REPLY, ends[state])

    assert office.state.tasks[TASK].state == state
    assert office.refused(command) == f"Task {TASK} is {state} already and takes no more changes. [COR-03]"


@pytest.mark.parametrize("command", CHANGES)
def test_cor_03_an_unknown_task_is_refused(command: Command) -> None:
    """Every command on a task needs one that is there."""
    words = f"There is no task '{TASK}'; look its number up on the case or the work list. [COR-03]"

    assert ground().refused(command) == words


@pytest.mark.parametrize(
    ("command", "actor", "words"),
    [
        (
            CreateTask("vask", CASE),
            "staff:kari",
            "Task kind 'vask' is not one of bygg; declared are: reply, approve. [COR-03]",
        ),
        (CreateTask("reply"), "staff:kari", "Routine '' is not on here; these are: bygg, vei. [PLG-01]"),
        (
            CreateTask("reply", "X", routine="bygg"),
            "staff:kari",
            "There is no case 'X'; look its number up on the case or the work list. [COR-02]",
        ),
        (
            CreateTask("reply", CASE, owner="eva"),
            "staff:kari",
            "Nobody on the staff is called 'eva'; known are: kari, liv, ola. [COR-07]",
        ),
        (
            ReassignTask(TASK, "eva", ""),
            "rule:B-1",
            "Nobody on the staff is called 'eva'; known are: kari, liv, ola. [COR-07]",
        ),
        (
            TakeTask(TASK),
            "citizen:kari",
            "TakeTask is an act of the office; citizen:kari is neither of its staff nor a rule. [COR-03]",
        ),
        (
            WaitWithTask(TASK, "r"),
            "staff:kari",
            f"Task {TASK} is in a queue, so kari cannot leave it waiting; take it first. [COR-03]",
        ),
        (
            TakeTask(TASK),
            "staff:liv",
            f"Task {TASK} is for the role 'saksbehandler'; liv has: leder, arkiv. [COR-03]",
        ),
        (
            WaitWithTask(TASK, " "),
            "rule:B-1",
            f"Task {TASK} cannot wait without a reason; say what it waits for. [COR-03]",
        ),
        (
            CancelTask(TASK, "\t"),
            "staff:kari",
            f"Task {TASK} cannot be changed without a reason; say why. [COR-03]",
        ),
        (
            CompleteTask(TASK, "approved"),
            "staff:kari",
            f"Task {TASK} (reply) cannot end with 'approved'; its outcomes are: done. [COR-03]",
        ),
    ],
)
def test_cor_03_what_is_refused_says_why(command: Command, actor: str, words: str) -> None:
    """Kinds, outcomes, roles and people out of no list, and changes without a reason."""
    assert ground(REPLY).refused(command, actor) == words


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ([], "open"),
        ([WaitWithTask(TASK, "r")], "waiting"),
        ([WaitWithTask(TASK, "r"), WaitWithTask(TASK, "s")], "waiting"),
        ([WaitWithTask(TASK, "r"), ReopenTask(TASK, "s")], "open"),
        ([WaitWithTask(TASK, "r"), CompleteTask(TASK, "approved")], "done"),
        ([WaitWithTask(TASK, "r"), CancelTask(TASK, "s")], "cancelled"),
    ],
)
def test_cor_03_states_follow_each_other(changes: list[Command], state: str) -> None:
    """Open and waiting alternate; both end done or cancelled."""
    office: Ground = ground(APPROVE, *changes)

    assert office.state.tasks[TASK].state == state
    assert office.state.tasks[TASK].role == "leder"
