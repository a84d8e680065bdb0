"""A message opens its case by itself, and its deadlines run from receipt (MSG-01, MSG-06, MSG-10, MSG-11)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    DeadlineStarted,
    DocumentReceived,
    DocumentRegistered,
    OfficeOpened,
    StatusChanged,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import DONE, MessageCheck
from saksgang_home_care_messages.checks_settings import ROUTINE, rows, settings

__all__ = ["DeadlinesAreThoseOfTheType", "EveryMessageIsDone", "FinalDeadlinesAreSet", "MessagesOpenTheirCase"]


class MessagesOpenTheirCase(AtOnce):
    """Nobody has to register a message, and its category is its type (MSG-10)."""

    id = "msg-a-message-opens-its-case"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "A message opens a case at once, by a rule, as the type that its category names, or else as an unsorted one."
    )

    def __init__(self) -> None:
        super().__init__()
        self._types: dict[str, str] = {}
        self._unsorted = ""

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The types from now on."""
        self._types = {name: name for name in rows(event)}
        self._unsorted = str(settings(event).get("unsorted_type", ""))

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """It came."""
        if event.routine == ROUTINE:
            self.owe(event.document, recorded)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It is a case."""
        if event.routine != ROUTINE:
            return
        came = self._owed.get(event.document)
        category = getattr(came.event, "category", "") if came is not None else ""
        right = self._types.get(category, self._unsorted)
        if not self.paid(event.document) or not event.opened or not recorded.actor.startswith("rule:"):
            self.broken(recorded, f"{event.document} did not become a case of its own, by a rule, when it came.")
        elif event.subject != right:
            self.broken(recorded, f"{event.document} came as {category!r} and is {event.subject!r}, not {right!r}.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It lies in the inbox."""
        return f"{key} came and opened no case."


class DeadlinesAreThoseOfTheType(MessageCheck, AtOnce):
    """Each message has the deadlines of its type and no others, all from receipt (MSG-01, MSG-06)."""

    id = "msg-the-deadlines-are-those-of-the-type"
    requirements = ("MSG-01", "MSG-06", "MSG-07")
    kind = "safety"
    sentence = (
        "A message has, from receipt on, the deadline of a first reply by its type's rule or the common one, none "
        "where no reply is sent, and a deadline for each step that has a time; sorted anew, those of the new type."
    )

    def __init__(self) -> None:
        super().__init__()
        self._started: dict[str, set[tuple[str, str, str]]] = {}

    @sees(CaseOpened)
    def b_opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """They are to start."""
        if event.case in self.messages:
            self._started[event.case] = set()
            self.owe(event.case, recorded)

    @sees(CaseAmended)
    def zz_amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """Those of the new type, if it is sorted anew."""
        if event.case in self.messages and "type" in event.facts:
            self.owe(event.case, recorded)

    @sees(DeadlineStarted, of=("first_reply", "step_in_time"))
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """One of them."""
        message = self.messages.get(event.case)
        if message is None:
            return
        key = (event.kind, event.about, event.targets[0].rule)
        self.judged += 1
        if key not in message.row.deadlines or event.start != message.opened:
            self.broken(
                recorded, f"{event.deadline} {key} from {event.start} is none of {message.row.name!r} from receipt."
            )
        self._started.setdefault(event.case, set()).add(key)

    @sees(StatusChanged, of=DONE)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """What is done is forgotten."""
        if event.final:
            self._started.pop(event.case, None)

    def instant_over(self) -> None:
        """Before time goes on, all that its type has at that instant have to run."""
        for case, cause in self._owed.items():
            message = self.messages.get(case)
            wanted = message.row.deadlines if message is not None else frozenset()
            left = wanted - self._started.get(case, set())
            missing = sorted(key for key in left if key[0] != "final_reply") if left else []
            self.judged += 1
            if missing:
                self.broken(cause, f"Message {case} has no deadline {missing}, which its type gives it.")
        self._owed.clear()


class FinalDeadlinesAreSet(MessageCheck):
    """The source gives no time for a final answer: it has the municipality's, or none (MSG-11)."""

    id = "msg-a-final-deadline-is-one-that-was-set"
    requirements = ("MSG-11",)
    kind = "safety"
    sentence = (
        "A deadline for the final answer runs only where the municipality has set one for the type; and a type "
        "without steps in source and settings ends only after somebody has stated what was decided."
    )

    @sees(DeadlineStarted, of="final_reply")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """One that has to be set."""
        message = self.messages.get(event.case)
        if message is None:
            return
        self.judged += 1
        if (event.kind, event.about, event.targets[0].rule) not in message.row.deadlines:
            self.broken(recorded, f"{event.deadline} ({event.targets[0].rule}) was set by nobody.")

    @sees(StatusChanged, of=DONE)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """A type with a gap ends."""
        message = self.messages.get(event.case)
        if message is None or message.row.filled:
            return
        self.judge("decide" in message.done, recorded, f"Message {event.case} ended without a stated decision.")


class EveryMessageIsDone(InTheEnd):
    """A message comes to its end (MSG-01)."""

    id = "msg-every-message-is-done"
    requirements = ("MSG-01",)
    kind = "liveness"
    sentence = "Every message is done in the end."
    working_days = 40

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """It waits."""
        if event.routine == ROUTINE:
            self.waits(event.case, recorded)

    @sees(StatusChanged, of=DONE)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is done."""
        if event.routine == ROUTINE:
            self.came(event.case)

    def lost(self, key: str, recorded: Recorded) -> str:
        """It lies there still."""
        return f"Message {key} is not done"
