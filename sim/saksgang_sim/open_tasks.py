"""The tasks that nobody has finished, and what a case waits for at a moment."""

from __future__ import annotations

import datetime as dt

from attrs import define, field

from saksgang.events import TaskCreated

__all__ = ["OpenTasks"]


@define
class _OpenTask:
    kind: str
    case: str
    owner: str
    role: str
    since: dt.datetime


@define
class OpenTasks:
    """Open and waiting tasks, by id and by case."""

    _tasks: dict[str, _OpenTask] = field(init=False, factory=dict)
    _of_case: dict[str, list[str]] = field(init=False, factory=dict)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._tasks)

    def created(self, event: TaskCreated, at: dt.datetime) -> None:
        """One more."""
        kind = f"{event.routine}.{event.kind}"
        self._tasks[event.task] = _OpenTask(kind, event.case, event.owner, event.role, at)
        self._of_case.setdefault(event.case, []).append(event.task)

    def given(self, task: str, owner: str) -> None:
        """Somebody has it now, or the queue (``""``)."""
        if task in self._tasks:
            self._tasks[task].owner = owner

    def ended(self, key: str) -> None:
        """One less."""
        task = self._tasks.pop(key, None)
        if task is None:
            return
        open_ones = self._of_case[task.case]
        open_ones.remove(key)
        if not open_ones:
            del self._of_case[task.case]

    def why(self, case: str, at: dt.datetime) -> str:
        """What the case waits for: its open tasks, who has them and for how long."""
        waits = (self._tasks[key] for key in self._of_case.get(case, ()))
        words = [
            f"{task.kind.partition('.')[2]} for {(at - task.since).days} days "
            f"{'with ' + task.owner if task.owner else 'in the queue of ' + task.role}"
            for task in waits
        ]
        return "; ".join(words) or "nothing was left to do on it"
