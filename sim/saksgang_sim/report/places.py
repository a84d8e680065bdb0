"""Where a case lay, moment by moment: told from its open tasks, requests and letters (SIM-09)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from attrs import define, field

from saksgang_sim.report.slim import Data

__all__ = [
    "ABSENT",
    "CHANGES",
    "CITIZEN",
    "INBOX",
    "KINDS",
    "LETTER",
    "NOBODY",
    "OWNER",
    "QUEUE",
    "SERVICE",
    "WAITING",
    "Place",
    "Things",
]

INBOX, QUEUE, OWNER, ABSENT, WAITING = "inbox", "queue", "owner", "absent", "waiting"
SERVICE, CITIZEN, LETTER, NOBODY = "service", "citizen", "letter", "nobody"
KINDS = (INBOX, QUEUE, OWNER, ABSENT, WAITING, SERVICE, CITIZEN, LETTER, NOBODY)


class Place(NamedTuple):
    """Where a case lies.

    Attributes:
        kind: one of ``KINDS``.
        whom: the queue as ``role`` or ``role, section``, the staff id, or the service.
        what: ``routine.kind`` of the task.
        why: the reason for which a task was left waiting.
    """

    kind: str
    whom: str = ""
    what: str = ""
    why: str = ""


@define
class _Job:
    """An open task."""

    kind: str
    owner: str
    queue: str
    waiting: bool = False
    why: str = ""


@define
class Things:
    """What is open on a case."""

    jobs: dict[str, _Job] = field(factory=dict)
    requests: dict[str, str] = field(factory=dict)
    letters: dict[str, str] = field(factory=dict)
    recipient: dict[str, None] = field(factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.jobs or self.requests or self.letters or self.recipient)

    def place(self) -> Place:
        """Where the case lies: with who has the oldest task that goes on, else with whom it waits for."""
        for job in self.jobs.values():
            if not job.waiting:
                return Place(OWNER, job.owner, job.kind) if job.owner else Place(QUEUE, job.queue, job.kind)
        for job in self.jobs.values():
            return Place(WAITING, job.owner, job.kind, job.why)
        for service in self.requests.values():
            return Place(SERVICE, service)
        if self.recipient:
            return Place(CITIZEN)
        for letter in self.letters.values():
            return Place(LETTER, letter)
        return Place(NOBODY)


def _queue(event: Data) -> str:
    return f"{event.role}, {event.section}" if event.section else event.role


def _created(things: Things, event: Data) -> None:
    things.jobs[event.task] = _Job(f"{event.routine}.{event.kind}", event.owner, _queue(event))


def _given(things: Things, event: Data) -> None:
    if job := things.jobs.get(event.task):
        job.owner, job.queue = event.by or event.owner, _queue(event) or job.queue


def _waits(things: Things, event: Data) -> None:
    if job := things.jobs.get(event.task):
        job.waiting, job.why = True, event.reason


def _goes_on(things: Things, event: Data) -> None:
    if job := things.jobs.get(event.task):
        job.waiting = False


def _task_ended(things: Things, event: Data) -> None:
    things.jobs.pop(event.task, None)


def _asked(things: Things, event: Data) -> None:
    things.requests[event.request] = event.service


def _answered(things: Things, event: Data) -> None:
    things.requests.pop(event.request, None)


def _in_mailbox(things: Things, event: Data) -> None:
    things.letters[event.letter] = "mailbox"


def _in_print(things: Things, event: Data) -> None:
    things.letters[event.letter] = "print"


def _letter_ended(things: Things, event: Data) -> None:
    if not event.late:
        things.letters.pop(event.letter, None)


CHANGES: Mapping[str, Callable[[Things, Data], None]] = {
    "TaskCreated": _created,
    "TaskTaken": _given,
    "TaskReassigned": _given,
    "TaskWaiting": _waits,
    "TaskReopened": _goes_on,
    "TaskCompleted": _task_ended,
    "TaskCancelled": _task_ended,
    "ServiceAsked": _asked,
    "ServiceAnswered": _answered,
    "LetterSent": _in_mailbox,
    "LetterPrintOrdered": _in_print,
    "LetterOpened": _letter_ended,
    "LetterPosted": _letter_ended,
    "LetterStopped": _letter_ended,
    "LetterFailed": _letter_ended,
}
