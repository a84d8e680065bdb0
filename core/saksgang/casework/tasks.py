"""Tasks: who is to do what, in which queue, and how it ended (COR-03)."""

from __future__ import annotations

from saksgang.casework.context import Context, staff_of, with_reason
from saksgang.casework.staff import member, queue_of, stand_in
from saksgang.changing import changed
from saksgang.commands import (
    CancelTask,
    CompleteTask,
    CreateTask,
    ReassignTask,
    ReopenTask,
    TakeTask,
    WaitWithTask,
)
from saksgang.declarations import listed
from saksgang.errors import Refused
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
from saksgang.facts import merged
from saksgang.journal.record import Recorded
from saksgang.records import Task
from saksgang.state import State

__all__ = ["DECIDE", "FOLD"]


def create_task(command: CreateTask, ctx: Context) -> list[Event]:
    """Create a declared kind of task for somebody who is here, else for the queue (COR-03, COR-07)."""
    routine = ctx.case(command.case).routine if command.case else command.routine
    kind = ctx.catalogue.task_kind(routine, command.kind)
    role = command.role or kind.role
    owner, reason = stand_in(command.owner, ctx, role=role)
    home = command.case or routine
    key = ctx.state.tasks.next_id(home)
    return [
        TaskCreated(
            routine,
            command.case,
            key,
            kind.name,
            command.about,
            owner,
            role,
            command.section if owner else queue_of(role, command.section, ctx),
            command.due,
            reason,
            command.facts,
        )
    ]


def _unfinished(key: str, ctx: Context) -> Task:
    task = ctx.task(key)
    if task.state in ("done", "cancelled"):
        raise Refused("COR-03", f"Task {key} is {task.state} already and takes no more changes.")
    return task


def take_task(command: TakeTask, ctx: Context) -> list[Event]:
    """Anyone with the role of the task may take it, whoever owns it now; both names are kept (COR-03)."""
    task = _unfinished(command.task, ctx)
    person = member(staff_of(ctx.actor), ctx)
    if task.role not in person.roles:
        raise Refused(
            "COR-03",
            f"Task {task.id} is for the role {task.role!r}; {person.id} has: {listed(person.roles)}.",
        )
    if task.owner == person.id:
        return []
    return [TaskTaken(task.routine, task.case, task.id, person.id, task.owner)]


def reassign_task(command: ReassignTask, ctx: Context) -> list[Event]:
    """Give it to somebody who is here, else to the queue; who may have it besides its role is the routine's to say."""
    task = _unfinished(command.task, ctx)
    owner, why = stand_in(command.owner, ctx, role=task.role)
    reason = "; ".join(filter(None, (command.reason, why)))
    section = task.section if owner else queue_of(task.role, task.section, ctx)
    given = TaskReassigned(task.routine, task.case, task.id, owner, task.role, section, reason)
    waited = task.state == "waiting" and not owner  # in a queue nobody waits for anything
    return [given, TaskReopened(task.routine, task.case, task.id, reason)] if waited else [given]


def wait_with_task(command: WaitWithTask, ctx: Context) -> list[Event]:
    """Leave it waiting, which needs a reason; in a queue nobody waits for anything, and nobody leaves another's."""
    task = _unfinished(command.task, ctx)
    person = staff_of(ctx.actor)
    if person and task.owner != person:
        whose = f"with {task.owner}" if task.owner else "in a queue"
        raise Refused("COR-03", f"Task {task.id} is {whose}, so {person} cannot leave it waiting; take it first.")
    if not command.reason.strip():
        raise Refused("COR-03", f"Task {task.id} cannot wait without a reason; say what it waits for.")
    who = staff_of(ctx.actor) or ctx.actor
    return [TaskWaiting(task.routine, task.case, task.id, who, command.reason)]


def reopen_task(command: ReopenTask, ctx: Context) -> list[Event]:
    """Go on with a waiting task."""
    task = _unfinished(command.task, ctx)
    return [TaskReopened(task.routine, task.case, task.id, command.reason)] if task.state == "waiting" else []


def complete_task(command: CompleteTask, ctx: Context) -> list[Event]:
    """End it with a declared outcome; any other is refused with the ones that are declared (COR-03)."""
    task = _unfinished(command.task, ctx)
    kind = ctx.catalogue.task_kind(task.routine, task.kind)
    if command.outcome not in kind.outcomes:
        raise Refused(
            "COR-03",
            f"Task {task.id} ({kind.name}) cannot end with {command.outcome!r}; its outcomes are: "
            f"{listed(kind.outcomes)}.",
        )
    by = command.by or staff_of(ctx.actor) or ctx.actor
    return [
        TaskCompleted(
            task.routine,
            task.case,
            task.id,
            task.kind,
            task.about,
            command.outcome,
            task.owner,
            by,
            command.facts,
        )
    ]


def cancel_task(command: CancelTask, ctx: Context) -> list[Event]:
    """Drop it, which needs a reason."""
    task = _unfinished(command.task, ctx)
    with_reason(command.reason, "COR-03", f"Task {task.id}")
    return [TaskCancelled(task.routine, task.case, task.id, task.kind, command.reason)]


def task_created(event: TaskCreated, recorded: Recorded, state: State) -> None:
    """Fold: a task on a list or in a queue."""
    task = Task(
        event.task,
        event.routine,
        event.case,
        event.kind,
        event.about,
        event.owner,
        event.role,
        event.section,
        recorded.at,
        event.due or recorded.at,
        event.due,
        reason=event.reason,
        facts=event.facts,
    )
    state.tasks.put(event.task, task)


def task_taken(event: TaskTaken, _: Recorded, state: State) -> None:
    """Fold: another owner."""
    state.tasks.put(event.task, changed(state.tasks[event.task], owner=event.by))


def task_reassigned(event: TaskReassigned, _: Recorded, state: State) -> None:
    """Fold: another owner or queue; what a waiting task waits for stays its reason."""
    task = state.tasks[event.task]
    reason = task.reason if task.state == "waiting" else event.reason
    state.tasks.put(event.task, changed(task, owner=event.owner, section=event.section, reason=reason))


def task_waiting(event: TaskWaiting, _: Recorded, state: State) -> None:
    """Fold: waiting."""
    state.tasks.put(event.task, changed(state.tasks[event.task], state="waiting", reason=event.reason))


def task_reopened(event: TaskReopened, _: Recorded, state: State) -> None:
    """Fold: open again."""
    state.tasks.put(event.task, changed(state.tasks[event.task], state="open", reason=event.reason))


def task_completed(event: TaskCompleted, _: Recorded, state: State) -> None:
    """Fold: done, by whom and how."""
    task = state.tasks[event.task]
    facts = merged(task.facts, event.facts)
    state.tasks.put(event.task, changed(task, state="done", outcome=event.outcome, done_by=event.by, facts=facts))


def task_cancelled(event: TaskCancelled, _: Recorded, state: State) -> None:
    """Fold: no longer needed."""
    state.tasks.put(event.task, changed(state.tasks[event.task], state="cancelled", reason=event.reason))


DECIDE = {
    CreateTask: create_task,
    TakeTask: take_task,
    ReassignTask: reassign_task,
    WaitWithTask: wait_with_task,
    ReopenTask: reopen_task,
    CompleteTask: complete_task,
    CancelTask: cancel_task,
}
FOLD = {
    TaskCreated: task_created,
    TaskTaken: task_taken,
    TaskReassigned: task_reassigned,
    TaskWaiting: task_waiting,
    TaskReopened: task_reopened,
    TaskCompleted: task_completed,
    TaskCancelled: task_cancelled,
}
