"""The office as it stands: what the fold over the journal has made of the events (COR-01)."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Hashable, Mapping
from typing import Any

from attrs import asdict

from saksgang.events import OfficeOpened
from saksgang.records import Case, Contact, Deadline, Document, Failure, Letter, Note, Request, StaffMember, Task
from saksgang.tables import Key, Numbers, Owners, Table, WayBack

__all__ = ["FINAL_LETTER_STATES", "MESSAGE", "State", "Timer", "marked"]

Timer = tuple[dt.datetime, str, str]
MINUTE = dt.timedelta(minutes=1)
MESSAGE = "message_id"
"""The fact of a document that keeps the mark its channel gave it."""

FINAL_LETTER_STATES = frozenset({"opened", "posted", "stopped by hand", "failed"})


def marked(routine: str, message: str) -> str:
    """The group of the documents that a routine received under a channel's mark: one at the most."""
    return f"{routine}/message/{message}"


def _home(record: Deadline | Contact | Request) -> tuple[str, ...]:
    return (record.case or record.routine,)


def _document_owners(document: Document) -> tuple[str, ...]:
    message = document.facts.get(MESSAGE)
    return (document.routine, marked(document.routine, str(message))) if message else (document.routine,)


def _document_places(document: Document) -> tuple[Key, ...]:
    return () if document.case else ((("inbox", document.routine), document.arrived),)


def _task_owners(task: Task) -> tuple[str, ...]:
    home = task.case or task.routine
    return (home, task.about) if task.about else (home,)


def _task_places(task: Task) -> tuple[Key, ...]:
    if task.state != "open":
        return ((("waiting", task.owner, ""), task.rank),) if task.state == "waiting" else ()
    if task.owner:
        return ((("owner", task.owner, ""), task.rank),)
    return ((("queue", task.role, task.section), task.rank),)


def _case_places(case: Case) -> tuple[Key, ...]:
    if case.ended:
        return ()
    return (("responsible", case.responsible), case.opened), (("status", case.routine, case.status), case.opened)


def _letter_places(letter: Letter) -> tuple[Key, ...]:
    if letter.state in FINAL_LETTER_STATES:
        return ()
    return (letter.state, letter.id), ((letter.state, letter.routine), letter.id)


def _request_places(request: Request) -> tuple[Key, ...]:
    return (("unanswered", request.id),) if request.answered is None else ()


def _failure_places(failure: Failure) -> tuple[Key, ...]:
    return (("open", failure.id),) if failure.open else ()


def _copied(entries: Mapping[Hashable, list[Any]]) -> dict[Hashable, list[Any]]:
    return {name: list(row) for name, row in entries.items() if row}


class State:
    """All tables of an office, the timers among them, and the way back of what is not settled yet.

    A routine sees it through ``saksgang.view.View``, which hands out records and changes nothing.
    """

    def __init__(self) -> None:
        self.way_back = way_back = WayBack()
        self.cases: Table[Case] = Table(way_back, places=_case_places)
        self.documents: Table[Document] = Table(
            way_back, owners_of=_document_owners, places=_document_places, owners=Owners("document")
        )
        self.tasks: Table[Task] = Table(way_back, owners_of=_task_owners, places=_task_places, owners=Owners("task"))
        self.letters: Table[Letter] = Table(
            way_back, owners_of=lambda letter: (letter.case,), places=_letter_places, owners=Owners("letter")
        )
        self.deadlines: Table[Deadline] = Table(way_back, owners_of=_home, owners=Owners("deadline"))
        self.notes: Table[Note] = Table(way_back, owners_of=lambda note: (note.case,), owners=Owners("note"))
        self.contacts: Table[Contact] = Table(way_back, owners_of=_home, owners=Owners("contact"))
        self.requests: Table[Request] = Table(
            way_back, owners_of=_home, places=_request_places, owners=Owners("request")
        )
        self.failures: Table[Failure] = Table(way_back, places=_failure_places)
        self.staff: Table[StaffMember] = Table(way_back)
        self.counters = Numbers(way_back)
        self.streams = Numbers(way_back)
        self._opening: Table[OfficeOpened] = Table(way_back)
        self._timers: list[Timer] = []

    @property
    def opened(self) -> OfficeOpened | None:
        """The latest opening, ``None`` before the first."""
        return self._opening.get("latest")

    def open(self, event: OfficeOpened) -> None:
        """Keep an opening as the latest."""
        self._opening.put("latest", event)

    def arm(self, deadline: Deadline) -> None:
        """Set a timer for each target that runs; one that no longer holds is passed over when its time comes."""
        for target in deadline.targets:
            if target.state == "running":
                heapq.heappush(self._timers, (target.due + MINUTE, deadline.id, target.name))

    def next_alarm(self) -> dt.datetime | None:
        """When the first timer goes off, which may turn out not to hold any more."""
        return self._timers[0][0] if self._timers else None

    def next_timer(self) -> Timer | None:
        """The timer that goes off first: when, of which deadline, of which target (COR-15).

        Ties are by deadline id, which does not depend on what else the office does.
        """
        timers = self._timers
        while timers and not self._holds(timers[0]):
            heapq.heappop(timers)
        return timers[0] if timers else None

    def _holds(self, timer: Timer) -> bool:
        deadline = self.deadlines.rows.get(timer[1])  # one that is away has ended
        if deadline is None or deadline.paused is not None:
            return False
        target = deadline.target(timer[2])
        return target is not None and target.state == "running" and target.due + MINUTE == timer[0]

    def number(self, series: str) -> int:
        """The next number of a series of cases, without taking it."""
        return self.counters.following(series)

    def position(self, stream: str) -> int:
        """The number that the next event of a stream bears."""
        return self.streams.following(stream)

    def picture(self) -> dict[str, Any]:
        """Everything as plain data that later changes leave alone, for comparing one state with another."""
        tables = (
            "cases",
            "documents",
            "tasks",
            "letters",
            "deadlines",
            "notes",
            "contacts",
            "requests",
            "failures",
            "staff",
        )
        picture: dict[str, Any] = {
            name: {key: asdict(row) for key, row in getattr(self, name).items()} for name in tables
        }
        picture["counters"] = dict(self.counters.rows)
        picture["streams"] = dict(self.streams.rows)
        picture["opened"] = self.opened
        # In no order: of what cases share, such as the tasks about one register, what was away comes back last.
        picture["groups"] = {
            name: {owner: sorted(keys) for owner, keys in getattr(self, name).owners.here.items()} for name in tables
        }
        picture["lists"] = {name: _copied(getattr(self, name).lists) for name in tables}
        picture["timers"] = sorted({timer for timer in self._timers if self._holds(timer)})
        return picture
