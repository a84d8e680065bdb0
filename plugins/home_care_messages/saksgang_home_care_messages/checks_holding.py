"""Who has a message: its work goes from hand to hand with its steps, and nothing runs when it is done (MSG-10)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.checks.laws_deadlines import Ledgers
from saksgang.events import (
    CaseAmended,
    CaseAssigned,
    CaseSeen,
    ContactRecorded,
    DeadlineStarted,
    ServiceAsked,
    StatusChanged,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import DONE, MESSAGE_TASKS, PARTS, Message, MessageCheck
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = ["NothingRunsOnADoneMessage", "TheNextOnesGetTheMessage", "WhoHasTheTaskHasTheMessage"]


class WhoHasTheTaskHasTheMessage(AtOnce):
    """The case list and the task list never disagree about whose a message is (MSG-10)."""

    id = "msg-who-has-the-task-has-the-message"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "When the task of a message is made, taken or given, its owner is the caseworker of the message at once; where "
        "it has parts, each part has an owner of its own."
    )

    def __init__(self) -> None:
        super().__init__()
        self._whole: dict[str, tuple[str, ...]] = {}
        self._responsible: dict[str, str] = {}

    @sees(TaskCreated, TaskTaken, TaskReassigned)
    def held(self, event: TaskCreated | TaskTaken | TaskReassigned, recorded: Recorded) -> None:
        """The task is somebody's, or nobody's."""
        whole = self._whole.get(event.case, ())
        if type(event) is TaskCreated and event.kind in MESSAGE_TASKS and "service" not in event.facts:
            whole = self._whole[event.case] = (*whole, event.task)
        if event.routine != ROUTINE or event.task not in whole:
            return
        owner = event.by if type(event) is TaskTaken else event.owner  # type: ignore[union-attr]
        key = f"{event.case} {owner}"
        self.owe(key, recorded)
        if self._responsible.get(event.case, "") == owner:
            self.paid(key)

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """And so is the message."""
        if event.routine == ROUTINE:
            self._responsible[event.case] = event.to
            self.paid(f"{event.case} {event.to}")

    @sees(StatusChanged, of=DONE)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is nobody's any more when it is done."""
        if event.final:
            self._responsible.pop(event.case, None)
            self._whole.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is not."""
        case, _, owner = key.partition(" ")
        return f"{owner or 'nobody'} has the task of message {case}, and somebody else has the message."


class TheNextOnesGetTheMessage(MessageCheck, AtOnce):
    """Steps of other people are another task, which comes up when their turn has come (MSG-02 to MSG-05, MSG-11)."""

    id = "msg-the-next-ones-get-the-message"
    requirements = ("MSG-10", "MSG-02", "MSG-04", "MSG-05", "MSG-11")
    kind = "safety"
    sentence = (
        "When the last step of those who have a message is done, their task ends at once and one comes up for those "
        "who do the next step."
    )

    def __init__(self) -> None:
        super().__init__()
        self._legs: dict[str, dict[str, Any]] = {}

    @sees(StatusChanged, of=DONE)
    def zz_closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """A message that is done has no steps left; seen last, when the rest of this check has seen it."""
        if event.final:
            self._legs.pop(event.case, None)

    @sees(TaskCreated, of=MESSAGE_TASKS)
    def b_created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Which steps it is for."""
        if event.routine == ROUTINE:
            self._legs.setdefault(event.case, {})[event.task] = event.facts.get("leg")

    @sees(CaseSeen, ContactRecorded, StatusChanged, ServiceAsked, CaseAmended)
    def b_moved(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - one of the events above
        """A step is done."""
        if self.book.acts and PARTS not in self.messages[event.case].steps:
            self.owe(event.case, recorded)

    def instant_over(self) -> None:
        """Before time goes on, it has to be with the right ones."""
        self._look()
        super().instant_over()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is not."""
        return f"Message {key} went on with {recorded.kind}, and its task is not with those who do the next step."

    def _look(self) -> None:
        for case in list(self._owed):
            message = self.messages.get(case)
            if message is None or self._right(case, message):
                self.paid(case)

    def _right(self, case: str, message: Message) -> bool:
        turn = next((n for n, steps in enumerate(message.turns) if not message.done.issuperset(steps)), None)
        legs = self._legs.get(case, {})
        return turn is None or {legs.get(task) for task in message.owners} == {turn}


class NothingRunsOnADoneMessage(AtOnce):
    """A step in time is in time, and what is done is not waited for (MSG-06, MSG-10)."""

    id = "msg-nothing-runs-on-a-done-message"
    requirements = ("MSG-10", "MSG-06")
    kind = "safety"
    sentence = (
        "When a step that has a time of its own is done its deadline is met at once, and when a message is done every "
        "deadline of it ends."
    )
    reads = Ledgers

    def __init__(self) -> None:
        super().__init__()
        self._steps: dict[str, dict[str, str]] = {}

    def use(self, book: Ledgers) -> None:
        """The deadlines that are not over, of which those of a message are looked up."""
        self._ledgers = book

    @sees(DeadlineStarted)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """A deadline runs."""
        if event.routine == ROUTINE and event.case:
            step = event.about if event.kind == "step_in_time" else ""
            self._steps.setdefault(event.case, {})[event.deadline] = step

    @sees(CaseSeen)
    def read(self, event: CaseSeen, recorded: Recorded) -> None:
        """The message was read."""
        self._did(event.case, {"read"}, recorded)

    @sees(CaseAmended)
    def stated(self, event: CaseAmended, recorded: Recorded) -> None:
        """A step was done by stating what it came to."""
        if event.routine == ROUTINE:
            self._did(event.case, {name for name, value in event.facts.items() if value}, recorded)

    @sees(StatusChanged, of=DONE)
    def done(self, event: StatusChanged, recorded: Recorded) -> None:
        """The message is done."""
        if event.routine == ROUTINE and event.final:
            for deadline in self._steps.pop(event.case, {}):
                self._ends(deadline, recorded)

    def instant_over(self) -> None:
        """Before time goes on, what is not needed any more has ended."""
        for deadline in list(self._owed):
            if deadline not in self._ledgers.open:
                self.paid(deadline)
        super().instant_over()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It runs on."""
        return f"{key} runs on, although {recorded.kind} did all that it waits for."

    def _did(self, case: str, steps: set[str], recorded: Recorded) -> None:
        for deadline, step in self._steps.get(case, {}).items():
            if step in steps:
                self._ends(deadline, recorded)

    def _ends(self, deadline: str, recorded: Recorded) -> None:
        if deadline in self._ledgers.open:
            self.owe(deadline, recorded)
