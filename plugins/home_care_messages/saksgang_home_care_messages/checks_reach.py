"""What a run must have seen at least once, or it proves nothing about it (SIM-06)."""

from __future__ import annotations

from typing import Any, ClassVar

from saksgang.checks import Check, sees
from saksgang.checks.days import LocalDays
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    ContactRecorded,
    OfficeOpened,
    ServiceAnswered,
    TaskReassigned,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import MessageCheck, Messages
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = [
    "REACHED_BY_TYPE",
    "ReachLeaderTold",
    "ReachSorted",
    "ReachVisitInTime",
    "ReachVisitInVain",
    "ReachWeekend",
]

SATURDAY = 5


class _TypeDone(MessageCheck):
    """A message of the type that a requirement is about came to its end."""

    kind = "reach"
    wanted: ClassVar[str]

    def use(self, book: Messages) -> None:
        """Who keeps the messages tells when one is done."""
        super().use(book)
        book.when_done.setdefault(self.wanted, []).append(self.reached)


def _reached(requirement: str, words: str) -> type[Check]:
    fields: dict[str, Any] = {
        "__doc__": f"At least once {words} was done ({requirement}).",
        "id": f"msg-reach-{requirement.lower()}-was-done",
        "requirements": (requirement,),
        "sentence": f"At least once {words} was done.",
        "wanted": requirement,
    }
    return type(f"Reach{requirement.replace('-', '')}", (_TypeDone,), fields)


WORDS = {
    "MSG-01": "an inquiry to a service",
    "MSG-02": "an inquiry that another employee had to handle",
    "MSG-03": "a change or cancellation of an appointment",
    "MSG-04": "an application",
    "MSG-05": "an invoice question",
    "MSG-06": "a complaint",
    "MSG-07": "an inappropriate message",
    "MSG-08": "a message with questions to several services",
    "MSG-09": "a message that was sent to the wrong recipient",
}
REACHED_BY_TYPE: tuple[type[Check], ...] = tuple(_reached(requirement, words) for requirement, words in WORDS.items())


class _Visit(Check):
    """What terminals told of visits."""

    kind = "reach"
    in_vain: ClassVar[bool]

    @sees(ServiceAnswered)
    def answered(self, event: ServiceAnswered, recorded: Recorded) -> None:
        """A terminal's answer."""
        if event.routine == ROUTINE and event.service == "handheld" and event.facts.get("in_vain") is self.in_vain:
            self.reached()


class ReachVisitInVain(_Visit):
    """A visit was made in vain."""

    id = "msg-reach-a-visit-in-vain"
    requirements = ("MSG-03",)
    sentence = "At least once a visit was made in vain."
    in_vain = True


class ReachVisitInTime(_Visit):
    """A visit was not made in vain."""

    id = "msg-reach-a-visit-cancelled-in-time"
    requirements = ("MSG-03",)
    sentence = "At least once an employee was told in time that a visit falls away."
    in_vain = False


class ReachLeaderTold(MessageCheck):
    """A leader was told of a message that nobody took, and handed it out."""

    id = "msg-reach-a-leader-handed-out-what-nobody-took"
    requirements = ("MSG-10",)
    kind = "reach"
    sentence = "At least once a leader was told of a message that nobody took, and gave it to somebody."

    @sees(TaskReassigned)
    def handed(self, event: TaskReassigned, recorded: Recorded) -> None:
        """Somebody gets it."""
        message = self.messages.get(event.case)
        if event.owner and message is not None and event.task in message.told:
            self.reached()


class ReachSorted(Check):
    """A reader sorted a message as another type."""

    id = "msg-reach-a-message-was-sorted"
    requirements = ("MSG-07", "MSG-09")
    kind = "reach"
    sentence = "At least once a reader found that a message was of another type than it came as."

    @sees(CaseAmended)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """Sorted."""
        if event.routine == ROUTINE and "type" in event.facts:
            self.reached()


class ReachWeekend(Check):
    """A message of a weekend was answered."""

    id = "msg-reach-a-message-of-a-weekend-was-answered"
    requirements = ("MSG-01",)
    kind = "reach"
    sentence = "At least once a message that came on a Saturday or Sunday was replied to."

    def __init__(self) -> None:
        super().__init__()
        self._days = LocalDays("Europe/Oslo")
        self._came: set[str] = set()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose weekends they are."""
        self._days = LocalDays(event.zone)

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """It came."""
        if event.routine == ROUTINE and self._days.at(recorded.at).date.weekday() >= SATURDAY:
            self._came.add(event.case)

    @sees(ContactRecorded)
    def replied(self, event: ContactRecorded, recorded: Recorded) -> None:
        """It was replied to."""
        if event.direction == "out" and event.case in self._came:
            self._came.discard(event.case)
            self.reached()
