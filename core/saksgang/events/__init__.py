"""What has happened: the past-tense vocabulary that the journal keeps (COR-01).

Every event names the routine in whose stream it stands and the case it is about (``""`` for none). An event holds
text, whole numbers, truth values, dates and UTC instants only: what is read back equals what was written.
"""

from __future__ import annotations

from saksgang.events.base import OFFICE, Event
from saksgang.events.cases import (
    CaseAmended,
    CaseAssigned,
    CaseOpened,
    CaseSeen,
    NoteWritten,
    StatusChanged,
)
from saksgang.events.deadlines import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
)
from saksgang.events.documents import (
    ContactRecorded,
    DocumentReceived,
    DocumentRegistered,
)
from saksgang.events.letters import (
    DispatchFailed,
    LetterApproved,
    LetterAvailable,
    LetterCompleted,
    LetterDrafted,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    LetterReturned,
    LetterRevised,
    LetterSent,
    LetterStopped,
    MailboxMissing,
)
from saksgang.events.office import (
    HandlingFailed,
    HandlingRetried,
    OfficeOpened,
    StaffAbsent,
    StaffGone,
    StaffReturned,
)
from saksgang.events.services import (
    ServiceAnswered,
    ServiceAsked,
)
from saksgang.events.tasks import (
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskReopened,
    TaskTaken,
    TaskWaiting,
)

__all__ = [
    "EVENTS",
    "OFFICE",
    "CaseAmended",
    "CaseAssigned",
    "CaseOpened",
    "CaseSeen",
    "ContactRecorded",
    "DeadlineCancelled",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "DeadlinePaused",
    "DeadlineResumed",
    "DeadlineStarted",
    "DispatchFailed",
    "DocumentReceived",
    "DocumentRegistered",
    "Event",
    "HandlingFailed",
    "HandlingRetried",
    "LetterApproved",
    "LetterAvailable",
    "LetterCompleted",
    "LetterDrafted",
    "LetterFailed",
    "LetterOpened",
    "LetterPosted",
    "LetterPrintOrdered",
    "LetterPrinted",
    "LetterReturned",
    "LetterRevised",
    "LetterSent",
    "LetterStopped",
    "MailboxMissing",
    "NoteWritten",
    "OfficeOpened",
    "ServiceAnswered",
    "ServiceAsked",
    "StaffAbsent",
    "StaffGone",
    "StaffReturned",
    "StatusChanged",
    "TaskCancelled",
    "TaskCompleted",
    "TaskCreated",
    "TaskReassigned",
    "TaskReopened",
    "TaskTaken",
    "TaskWaiting",
]

EVENTS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in list(globals().values())
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
}
