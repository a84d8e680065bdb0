"""What the checks keep of each message that is not done, as the journal tells it (SIM-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, field

from saksgang.checks import Book, sees
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    CaseSeen,
    ContactRecorded,
    OfficeOpened,
    ServiceAsked,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_settings import ROUTINE, Row, rows, turns_of

__all__ = ["DONE", "MESSAGE_TASKS", "Message", "MessageCheck", "Messages", "staff_in"]

DONE = "ferdig behandlet"
STATUS = {"under behandling": "set_in_progress", DONE: "set_done"}
SERVICES = {"worklist": "change_work_list", "handheld": "tell_handheld"}
STATED = ("check_facts", "handle", "decide", "decide_archive", "change_work_list", "forward")
PARTS = "answer_other_parts"
MESSAGE_TASKS = ("handle_message", "finish_message")


@define
class Message:
    """A message under way.

    Attributes:
        services: whom it is for; the first one gets it.
        steps: its steps; with one service only there are no parts of others.
        turns: these steps by those who do them one after the other.
        done: the steps that have been done.
        answered: the services whose part was answered.
        owners: who has each open task; ``""`` for its queue.
        told: the tasks of which a leader was told that nobody took them, and that were not given to anybody since.
        reader: who has looked at it.
        asked: the steps that were done by asking a service outside.
        passed_on: whether a task of it was done.
    """

    row: Row
    opened: dt.datetime
    party: str
    facts: dict[str, Any]
    done: set[str] = field(factory=set)
    answered: set[str] = field(factory=set)
    owners: dict[str, str] = field(factory=dict)
    told: tuple[str, ...] = ()
    reader: str = ""
    asked: set[str] = field(factory=set)
    passed_on: bool = False
    services: list[str] = field(init=False)
    steps: tuple[str, ...] = field(init=False)
    turns: tuple[tuple[str, ...], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.sort(self.row)

    def sort(self, row: Row) -> None:
        """It is of that type, with the facts that it has now."""
        named = self.facts.get("services") or [""]
        self.row, self.steps, self.turns = row, row.steps, row.turns
        self.services = list(dict.fromkeys(named if isinstance(named, list) else [named]))
        if PARTS in row.steps:
            if len(self.services) == 1:
                self.steps = tuple(step for step in row.steps if step not in ("forward", PARTS))
                self.turns = turns_of(self.steps, row.by)
            self.count_parts()

    def forget(self) -> None:
        """It is of another type: what was stated on it so far is no step of that one."""
        self.done -= {name for name in STATED if self.facts.get(name)} - self.asked

    def count_parts(self) -> None:
        """The parts are done once each service but the first has answered."""
        if self.answered.issuperset(self.services[1:]):
            self.done.add(PARTS)
        else:
            self.done.discard(PARTS)


def staff_in(actor: str) -> str:
    """The staff id of an actor, ``""`` for a rule, a service or a citizen."""
    return actor.removeprefix("staff:") if actor.startswith("staff:") else ""


def _acts_of(recorded: Recorded, message: Message) -> list[str]:
    event = recorded.event
    if type(event) is CaseSeen:
        return ["read"]
    if type(event) is StatusChanged:
        return [STATUS[event.new]] if event.new in STATUS else []
    if type(event) is ServiceAsked:
        return [SERVICES[event.service]] if event.service in SERVICES else []
    if type(event) is CaseAmended:
        return [name for name in STATED if event.facts.get(name)]
    if type(event) is ContactRecorded and event.direction == "out":
        return _reply(event, message)
    return []


def _reply(event: ContactRecorded, message: Message) -> list[str]:
    own = event.facts.get("service", "") == message.services[0]
    kinds = {"temporary": "temporary_reply", "full": "full_reply", "part": "answer_own_part"}
    if event.facts.get("kind") == "part" and not own:
        return [PARTS]
    return [kinds[str(event.facts["kind"])]] if event.facts.get("kind") in kinds else []


class Messages(Book):
    """Every message that is under way: begun before the checks see an event, moved on after.

    Attributes:
        acts: the steps that the event does which the checks are shown, if it is one that can do a step.
        when_idle: who is told when the last task of a message is over, and of which message.
        when_done: who is told when a message is done, by the requirement that its type is about.
    """

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.under_way: dict[str, Message] = {}
        self.acts: list[str] = []
        self.when_idle: list[Callable[[str, Recorded], None]] = []
        self.when_done: dict[str, list[Callable[[], None]]] = {}

    @sees(OfficeOpened)
    def office(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The types from now on."""
        self.rows = rows(event)

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A message."""
        row = self.rows.get(str(event.facts.get("type")))
        if event.routine == ROUTINE and row is not None:
            self.under_way[event.case] = Message(row, recorded.at, event.party, dict(event.facts))

    @sees(CaseSeen, ContactRecorded, StatusChanged, ServiceAsked, CaseAmended)
    def act(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - one of the events above
        """Perhaps steps of it are done."""
        message = self.under_way.get(event.case)
        self.acts = _acts_of(recorded, message) if message is not None else []

    @sees(TaskCreated, of=MESSAGE_TASKS, afterwards=True)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work on it."""
        message = self.under_way.get(event.case)
        if message is not None:
            message.owners[event.task] = event.owner

    @sees(TaskCreated, of="untaken_message", afterwards=True)
    def left_lying(self, event: TaskCreated, recorded: Recorded) -> None:
        """A leader is told of it."""
        message = self.under_way.get(event.case)
        if message is not None:
            message.told = (*message.told, event.about)

    @sees(TaskTaken, TaskReassigned, afterwards=True)
    def given(self, event: TaskTaken | TaskReassigned, recorded: Recorded) -> None:
        """Somebody has it, or nobody."""
        message = self.under_way.get(event.case)
        if message is None or event.task not in message.owners:
            return
        owner = event.by if isinstance(event, TaskTaken) else event.owner
        message.owners[event.task] = owner
        if message.told and owner and isinstance(event, TaskReassigned):
            message.told = tuple(task for task in message.told if task != event.task)

    @sees(TaskCompleted, TaskCancelled, afterwards=True)
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """That work is over."""
        message = self.under_way.get(event.case)
        if message is None or message.owners.pop(event.task, None) is None:
            return
        message.passed_on |= type(event) is TaskCompleted
        if not message.owners:
            for told in self.when_idle:
                told(event.case, recorded)

    @sees(CaseSeen, ContactRecorded, StatusChanged, ServiceAsked, CaseAmended, afterwards=True)
    def moved(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - one of the events above
        """A step of it is done."""
        message = self.under_way.get(event.case)
        if message is None:
            return
        message.done.update(self.acts)
        if type(event) is CaseSeen:
            message.reader = event.by
        elif type(event) is ContactRecorded and event.direction == "out" and event.facts.get("kind") == "part":
            message.answered.add(str(event.facts.get("service", "")))
            message.count_parts()
        elif type(event) is ServiceAsked:
            message.asked.update(self.acts)
        elif type(event) is CaseAmended:
            if "type" in event.facts:
                message.forget()
            message.facts |= event.facts
            message.sort(self.rows.get(str(event.facts.get("type")), message.row))
        elif type(event) is StatusChanged and event.new == DONE:
            for reached in self.when_done.get(message.row.requirement, ()):
                reached()
        if type(event) is StatusChanged and event.final:
            del self.under_way[event.case]


class MessageCheck(RosterCheck):
    """The base of checks that look at messages under way: as each was before the event that they are shown."""

    reads = Messages

    def use(self, book: Messages) -> None:
        """The messages, by case."""
        self.book = book
        self.messages: Mapping[str, Message] = book.under_way
