"""The history of a case in sentences, one a kind of event (COR-01, COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import asdict, frozen

from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac

__all__ = ["SENTENCES", "Moment", "told"]


@frozen
class Moment:
    """One event of a history.

    Attributes:
        id: of the event, such as ``ppt_intake:12``.
        local: date and minute in the municipality's own time.
        kind: the event's type.
        cause: the id of the event that it follows from, ``""`` for what came from outside.
    """

    id: str
    at: dt.datetime
    local: str
    actor: str
    cause: str
    kind: str
    text: str


def told(recorded: Recorded, almanac: Almanac) -> Moment:
    """An event as a line of a history; its reason, where it has one, is told after a colon."""
    event, kind = recorded.event, recorded.kind
    words = {name: _word(value, almanac) for name, value in asdict(event, recurse=False).items()}
    text = SENTENCES[kind].format_map({**words, "whom": _whom(event)})
    reason = getattr(event, "reason", "")
    return Moment(
        recorded.id,
        recorded.at,
        _word(recorded.at, almanac),
        recorded.actor,
        recorded.cause,
        kind,
        f"{text}: {reason}" if reason else text,
    )


def _word(value: object, almanac: Almanac) -> str:
    if isinstance(value, dt.datetime):
        return f"{almanac.local(value):%Y-%m-%d %H:%M}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} = {_word(each, almanac)}" for name, each in value.items())
    return str(value) if value != "" else "nobody"


def _whom(event: Event) -> str:
    """Whose a task is: somebody's, or a queue's."""
    queue = ", ".join(filter(None, (getattr(event, "role", ""), getattr(event, "section", ""))))
    return getattr(event, "owner", "") or f"the queue of {queue}"


# Our own texts over our own fields: what comes from outside is only ever filled in, never read as a text to fill.
SENTENCES: Mapping[str, str] = {
    "CaseAmended": "Facts changed: {facts}",
    "CaseAssigned": "Case went to {to}, before that {previous}",
    "CaseOpened": "Case opened as {type} about {party}, status {status}",
    "CaseSeen": "Case looked at by {by}",
    "ContactRecorded": "Contact {contact} ({direction}, {channel}) with {party} about {about}, kept by {by}",
    "DeadlineCancelled": "Deadline {deadline} ({kind}): {target} no longer needed",
    "DeadlineExtended": "Deadline {deadline}: {target} extended to {due}",
    "DeadlineMet": "Deadline {deadline} ({kind}): {target} met, due {due}",
    "DeadlineMissed": "Deadline {deadline} ({kind}): {target} missed, due {due}",
    "DeadlinePaused": "Deadline {deadline} paused",
    "DeadlineResumed": "Deadline {deadline} runs again",
    "DeadlineStarted": "Deadline {deadline} ({kind}) started, counted from {start}",
    "DispatchFailed": "Order {key} was not taken by {port} and goes again later: {error}",
    "DocumentReceived": "Document {document} received from {sender} by {channel}: {category}, dated {dated}",
    "DocumentRegistered": "Document {document} registered as {subject} by {by}",
    "HandlingFailed": "Plugin {plugin} failed in hook {hook} at event {event}: {error}",
    "HandlingRetried": "Failed handling {failure} run again and went through",
    "LetterApproved": "Letter {letter} approved by {by}",
    "LetterAvailable": "Letter {letter} lies in the recipient's electronic mailbox",
    "LetterCompleted": "Letter {letter} ({template}) completed by {by}, round {round}",
    "LetterDrafted": "Letter {letter} ({template}) to {to} drafted by {author}",
    "LetterFailed": "Letter {letter} could not be delivered",
    "LetterOpened": "Letter {letter} opened by the recipient",
    "LetterPosted": "Letter {letter} posted on paper",
    "LetterPrintOrdered": "Letter {letter} ordered from the print service",
    "LetterPrinted": "Letter {letter} printed",
    "LetterReturned": "Letter {letter} returned by {by} with the comments: {comments}",
    "LetterRevised": "Letter {letter} revised by {by}",
    "LetterSent": "Letter {letter} ({template}) sent to the electronic mailbox of {to}",
    "LetterStopped": "Letter {letter} stopped by {by}",
    "MailboxMissing": "Letter {letter}: the recipient has no electronic mailbox",
    "NoteWritten": "Note {note} written by {by}: {text}",
    "OfficeOpened": "Office of {municipality} opened",
    "ServiceAnswered": "Service {service} answered {request} about {about}: {facts}",
    "ServiceAsked": "Service {service} asked ({request}) about {about}: {facts}",
    "StaffAbsent": "{staff} is away",
    "StaffGone": "{staff} no longer works here",
    "StaffReturned": "{staff} is back from {day} on",
    "StatusChanged": "Status went from {old} to {new}",
    "TaskCancelled": "Task {task} ({kind}) cancelled",
    "TaskCompleted": "Task {task} ({kind}) done by {by}, outcome {outcome}",
    "TaskCreated": "Task {task} ({kind}) for {whom}",
    "TaskReassigned": "Task {task} went to {whom}",
    "TaskReopened": "Task {task} goes on",
    "TaskTaken": "Task {task} taken by {by}, before that {previous}",
    "TaskWaiting": "Task {task} left waiting by {by}",
}
