"""Replies: who sends them to whom, what they say and what they are worth (MSG-01, 02, 04, 07, 09, 10)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseAmended,
    ContactRecorded,
    DeadlineCancelled,
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import MESSAGE_TASKS, MessageCheck, staff_in
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = ["ContentIsNotForwarded", "NoReplyByItself", "RepliesMeetTheFirstDeadline", "RepliesStateWhatTheTypeAsks"]

KINDS = ("temporary", "full", "part")


class RepliesMeetTheFirstDeadline(MessageCheck, AtOnce):
    """The first reply meets the deadline, a temporary one where the work goes on; nothing else does (MSG-01)."""

    id = "msg-the-first-reply-meets-its-deadline"
    requirements = ("MSG-01", "MSG-02", "MSG-04", "MSG-09")
    kind = "safety"
    sentence = (
        "While the deadline of the first reply runs, a reply meets it at once, and nothing but a reply does; a "
        "temporary one does only where the steps of the type go on: with such a reply, or in progress."
    )

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[str, str] = {}

    @sees(DeadlineStarted, of="first_reply")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """It runs."""
        if event.routine == ROUTINE:
            self._running[event.case] = event.deadline

    @sees(ContactRecorded)
    def replied(self, event: ContactRecorded, recorded: Recorded) -> None:
        """A reply."""
        message = self.messages.get(event.case)
        if message is None or event.direction != "out" or event.case not in self._running:
            return
        kind = event.facts.get("kind")
        if kind in KINDS and (kind != "temporary" or message.row.goes_on):
            self.owe(self._running[event.case], recorded)

    @sees(DeadlineMet, of="first_reply")
    def met(self, event: DeadlineMet, recorded: Recorded) -> None:
        """It is met."""
        if event.routine != ROUTINE:
            return
        self._running.pop(event.case, None)
        if not self.paid(event.deadline):
            self.judged += 1
            self.broken(recorded, f"{event.deadline} was met without a reply to {event.case} that is worth it.")

    @sees(DeadlineMissed, DeadlineCancelled, of="first_reply")
    def over(self, event: DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """It does not run any more."""
        if event.routine == ROUTINE:
            self._running.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """A reply that met nothing."""
        return f"Message {recorded.event.case} was replied to, and {key} was not met by it."


class RepliesStateWhatTheTypeAsks(MessageCheck):
    """An application gets its expected handling time, a wrong recipient the right one (MSG-04, MSG-02, MSG-09)."""

    id = "msg-replies-state-what-the-type-asks"
    requirements = ("MSG-04", "MSG-02", "MSG-09")
    kind = "safety"
    sentence = "A reply that is a step of its type has a text and states what the row of the type asks it to state."

    @sees(ContactRecorded)
    def replied(self, event: ContactRecorded, recorded: Recorded) -> None:
        """A reply."""
        message = self.messages.get(event.case)
        if message is None or event.direction != "out":
            return
        asked = [name for act in self.book.acts for name in message.row.states.get(act, ())]
        missing = [name for name in ("text", *asked) if not event.facts.get(name)]
        self.judged += 1
        if missing:
            self.broken(recorded, f"The reply {event.contact} does not state {', '.join(missing)}.")


class NoReplyByItself(MessageCheck):
    """No message is answered by itself; an inappropriate one only by the leader who decided so (MSG-07)."""

    id = "msg-nothing-is-answered-by-itself"
    requirements = ("MSG-07",)
    kind = "safety"
    sentence = (
        "Whoever replies is somebody of the staff; to a type without reply only a leader replies, after stating a "
        "decision, and its first task is for those whom its row names."
    )

    @sees(ContactRecorded)
    def replied(self, event: ContactRecorded, recorded: Recorded) -> None:
        """A reply."""
        message = self.messages.get(event.case)
        if message is None or event.direction != "out":
            return
        who = staff_in(recorded.actor)
        self.judged += 1
        if not who:
            self.broken(recorded, f"{recorded.actor} replied to message {event.case}.")
        if message.row.no_reply:
            right = self.roster.has(who, "tjenesteleder") and "decide" in message.done
            self.judge(right, recorded, f"{recorded.actor} replied to {event.case} ({message.row.name}) undecided.")

    @sees(TaskCreated, of=MESSAGE_TASKS)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Whose it is."""
        message = self.messages.get(event.case)
        if message is not None and message.row.no_reply:
            right = event.role in message.row.responsible
            self.judge(right, recorded, f"{event.task} of an inappropriate message is for {event.role}.")


class ContentIsNotForwarded(MessageCheck):
    """What a message says goes back to its sender and party, and some goes to nobody else at all (MSG-09)."""

    id = "msg-content-goes-to-nobody-else"
    requirements = ("MSG-09",)
    kind = "safety"
    sentence = (
        "What is sent on a message goes to its sender or party; a type whose content is not forwarded is neither "
        "forwarded nor given to anybody without the role that its row names."
    )

    @sees(ContactRecorded)
    def replied(self, event: ContactRecorded, recorded: Recorded) -> None:
        """It goes out."""
        message = self.messages.get(event.case)
        if message is not None and event.direction == "out":
            self.judged += 1
            if event.party not in (message.party, message.facts.get("sender")):
                self.broken(recorded, f"A reply to message {event.case} went to {event.party}.")

    @sees(CaseAmended)
    def forwarded(self, event: CaseAmended, recorded: Recorded) -> None:
        """It is forwarded."""
        message = self.messages.get(event.case)
        if message is not None and "forward" in event.facts:
            wrong = f"Message {event.case} ({message.row.name}) was forwarded to {event.facts['forward']}."
            self.judge(message.row.forwards, recorded, wrong)

    @sees(TaskCreated, of=MESSAGE_TASKS)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody gets to see it."""
        message = self.messages.get(event.case)
        if message is None or message.row.forwards:
            return
        self.judge(event.role in message.row.responsible, recorded, f"{event.task} went to {event.role}.")
