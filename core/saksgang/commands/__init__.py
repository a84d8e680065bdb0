"""What anybody can ask of an office: the one vocabulary for changing anything.

A person at the desk, a simulated person, a service outside and a routine's rule use the same commands. Who asks is
not a field: the office is told with each command. Ids are those of ``saksgang.records``; ``""`` means none.
"""

from __future__ import annotations

from saksgang.commands.base import (
    Answer,
    Command,
)
from saksgang.commands.cases import (
    AmendCase,
    AssignCase,
    ChangeStatus,
    OpenCase,
    SeeCase,
    WriteNote,
)
from saksgang.commands.deadlines import (
    CancelDeadline,
    ExtendDeadline,
    MeetDeadline,
    PauseDeadline,
    ResumeDeadline,
    StartDeadline,
)
from saksgang.commands.documents import (
    RecordContact,
    RegisterDocument,
    SubmitDocument,
)
from saksgang.commands.letters import (
    ApproveLetter,
    CompleteLetter,
    DraftLetter,
    OpenLetter,
    PrintLetter,
    ReportLetterAvailable,
    ReportLetterFailed,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    ReturnLetter,
    ReviseLetter,
    SendLetter,
    StopLetter,
)
from saksgang.commands.office import (
    ReportAbsence,
    ReportDeparture,
    ReportReturn,
    RetryHandling,
)
from saksgang.commands.services import (
    AskService,
    ReportServiceAnswer,
)
from saksgang.commands.tasks import (
    BY_DISTRIBUTION,
    CancelTask,
    CompleteTask,
    CreateTask,
    ReassignTask,
    ReopenTask,
    TakeTask,
    WaitWithTask,
)

__all__ = [
    "BY_DISTRIBUTION",
    "COMMANDS",
    "AmendCase",
    "Answer",
    "ApproveLetter",
    "AskService",
    "AssignCase",
    "CancelDeadline",
    "CancelTask",
    "ChangeStatus",
    "Command",
    "CompleteLetter",
    "CompleteTask",
    "CreateTask",
    "DraftLetter",
    "ExtendDeadline",
    "MeetDeadline",
    "OpenCase",
    "OpenLetter",
    "PauseDeadline",
    "PrintLetter",
    "ReassignTask",
    "RecordContact",
    "RegisterDocument",
    "ReopenTask",
    "ReportAbsence",
    "ReportDeparture",
    "ReportLetterAvailable",
    "ReportLetterFailed",
    "ReportLetterPosted",
    "ReportLetterPrinted",
    "ReportNoMailbox",
    "ReportReturn",
    "ReportServiceAnswer",
    "ResumeDeadline",
    "RetryHandling",
    "ReturnLetter",
    "ReviseLetter",
    "SeeCase",
    "SendLetter",
    "StartDeadline",
    "StopLetter",
    "SubmitDocument",
    "TakeTask",
    "WaitWithTask",
    "WriteNote",
]

COMMANDS: dict[str, type[Command]] = {
    kind.__name__: kind
    for kind in list(globals().values())
    if isinstance(kind, type) and issubclass(kind, Command) and kind is not Command
}
