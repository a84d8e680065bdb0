"""Steps in the order of the row, by those whom the row names (MSG-02, 03, 05, 06, 08, 10)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.events import (
    CaseAmended,
    CaseSeen,
    ContactRecorded,
    OfficeOpened,
    ServiceAsked,
    StatusChanged,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import DONE, MessageCheck, staff_in
from saksgang_home_care_messages.checks_settings import settings

__all__ = [
    "ArchiveIsDecided",
    "EveryPartIsAnswered",
    "GoesWhereItWasSaid",
    "NotForwardedUnsaid",
    "StepsAreDoneByTheHolder",
    "StepsAreDoneByTheirRoles",
    "StepsComeInOrder",
]


SERVICE = "tjenesten"
SORTED_BY = frozenset({"type", "services", "visit"})
REPLIES = frozenset({"temporary_reply", "full_reply", "answer_own_part"})


class StepsComeInOrder(MessageCheck):
    """No step before those above it in the row (MSG-05, and every type)."""

    id = "msg-steps-come-in-the-order-of-the-row"
    requirements = ("MSG-05", "MSG-01", "MSG-02", "MSG-03", "MSG-04", "MSG-06", "MSG-08", "MSG-09")
    kind = "safety"
    sentence = (
        "A step of a message is done after all steps above it in the row of its type; what was stated on it while it "
        "was sorted as another type is none of them. It is sorted after it is read, before it is answered or passed on."
    )

    @sees(ContactRecorded, StatusChanged, ServiceAsked, CaseAmended)
    def moved(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - one of the events above
        """A step is done."""
        message = self.messages.get(event.case)
        if message is None:
            return
        for act in self.book.acts:
            if act in message.steps:
                before = message.steps[: message.steps.index(act)]
                self.judged += 1
                if not message.done.issuperset(before):
                    missing = [step for step in before if step not in message.done]
                    self.broken(recorded, f"{act} on {event.case} came before {', '.join(missing)}.")

    @sees(CaseAmended)
    def sorted_anew(self, event: CaseAmended, recorded: Recorded) -> None:
        """It is of another type, for others, or about another visit."""
        message = self.messages.get(event.case)
        if message is None or SORTED_BY.isdisjoint(event.facts):
            return
        right = "read" in message.done and not message.passed_on and REPLIES.isdisjoint(message.done)
        self.judge(right, recorded, f"{event.case} was sorted unread, answered or passed on.")


class NotForwardedUnsaid(MessageCheck):
    """Employee 2 does not get a message before its sender is told (MSG-02)."""

    id = "msg-nothing-is-forwarded-without-a-temporary-reply"
    requirements = ("MSG-02", "MSG-04")
    kind = "safety"
    sentence = (
        "Where the row has a temporary reply before forwarding, a message that was read is neither forwarded nor "
        "taken over from its reader before that reply; only a leader hands it to somebody else, or illness does."
    )

    @sees(CaseAmended)
    def forwarded(self, event: CaseAmended, recorded: Recorded) -> None:
        """It is forwarded."""
        if "forward" in event.facts:
            self._judge(event.case, recorded, f"Message {event.case} was forwarded")

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """It is taken from its reader."""
        message = self.messages.get(event.case)
        if message is not None and event.previous and event.previous == message.reader:
            self._judge(event.case, recorded, f"{event.by} took {event.task} from {event.previous}")

    @sees(TaskReassigned)
    def reassigned(self, event: TaskReassigned, recorded: Recorded) -> None:
        """It is given away."""
        message = self.messages.get(event.case)
        who = staff_in(recorded.actor)
        handed = message is not None and message.owners.get(event.task) == message.reader != ""
        if handed and event.owner and who and not self.roster.has(who, "tjenesteleder"):
            self._judge(event.case, recorded, f"{who} gave {event.task} to {event.owner}")

    def _judge(self, case: str, recorded: Recorded, what: str) -> None:
        message = self.messages.get(case)
        if message is None or "forward" not in message.steps:
            return
        before = message.steps[: message.steps.index("forward")]
        if "temporary_reply" in before:
            self.judge("temporary_reply" in message.done, recorded, f"{what} without a temporary reply.")


class GoesWhereItWasSaid(MessageCheck):
    """Who is told that another employee answers is answered by that one (MSG-02)."""

    id = "msg-a-message-goes-where-its-sender-was-told"
    requirements = ("MSG-02",)
    kind = "safety"
    sentence = (
        "Where a temporary reply has to say to whom a message is forwarded, it goes to whom the last one names, a "
        "person or somebody of a role, and never to whoever forwards it."
    )

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, Any] = {}

    @sees(ContactRecorded)
    def told(self, event: ContactRecorded, recorded: Recorded) -> None:
        """The sender is told."""
        if event.case in self.messages and event.direction == "out" and event.facts.get("kind") == "temporary":
            self._said[event.case] = event.facts.get("forwarded_to")

    @sees(CaseAmended)
    def forwarded(self, event: CaseAmended, recorded: Recorded) -> None:
        """It is forwarded."""
        message = self.messages.get(event.case)
        to = event.facts.get("forward")
        if message is None or not to or "forwarded_to" not in message.row.states.get("temporary_reply", ()):
            return
        said, who = self._said.get(event.case), staff_in(recorded.actor)
        right = to != who and (to == said or self.roster.has(str(to), str(said)))
        self.judge(right, recorded, f"{who} forwarded message {event.case} to {to}, and its sender was told {said}.")

    @sees(StatusChanged, of=DONE)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is done."""
        self._said.pop(event.case, None)


class StepsAreDoneByTheHolder(MessageCheck):
    """Each status, reply and statement has somebody behind it who had the message then (MSG-10)."""

    id = "msg-who-acts-has-the-message"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "Every change of status, every reply and all that is stated, sorted or asked of a service is by somebody of "
        "the staff who has a task of that message; only a rule takes back what was stated as another type."
    )

    @sees(ContactRecorded, StatusChanged, ServiceAsked, CaseAmended)
    def moved(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - one of the events above
        """Somebody acts on it."""
        message = self.messages.get(event.case)
        if message is None or (type(event) is ContactRecorded and event.direction != "out"):
            return
        if type(event) is CaseAmended and not any(event.facts.values()) and recorded.actor.startswith("rule:"):
            return
        who = staff_in(recorded.actor)
        right = who != "" and who in message.owners.values()
        self.judged += 1
        if not right:
            self.broken(recorded, f"{recorded.actor} acted on message {event.case}, which is not theirs.")


class StepsAreDoneByTheirRoles(MessageCheck):
    """The row says who does a step; for the service its local routine says it (MSG-01, MSG-05)."""

    id = "msg-steps-are-done-by-their-roles"
    requirements = ("MSG-01", "MSG-03", "MSG-05", "MSG-06", "MSG-08")
    kind = "safety"
    sentence = (
        "A step is done by somebody who has one of the roles that the row of the type names for it; the part of a "
        "service is answered by the role that this service names."
    )

    def __init__(self) -> None:
        super().__init__()
        self._services: dict[str, str] = {}

    @sees(OfficeOpened)
    def b_services(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whom the local routine of each service names."""
        self._services = {row["name"]: row["responsible"] for row in settings(event).get("services", ())}

    @sees(CaseSeen, ContactRecorded, StatusChanged, ServiceAsked, CaseAmended)
    def moved(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - one of the events above
        """A step is done."""
        message = self.messages.get(event.case)
        who = staff_in(recorded.actor)
        if message is None or not who:
            return
        for act in self.book.acts:
            # After it was passed on, the first look of the next one is no step of the row.
            if act in message.row.by and not (act == "read" and "read" in message.done):
                named = message.row.by[act]
                self.judged += 1
                services = self._services_of(event, message.services)
                if not self._may(who, named, services):
                    local = self._local(services) if SERVICE in named else ()
                    roles = ", ".join(sorted({*named, *local} - {SERVICE}))
                    self.broken(recorded, f"{who} did {act} on {event.case}, which is for {roles}.")

    def _services_of(self, event: Any, services: list[str]) -> list[str]:  # noqa: ANN401 - one of the events above
        """The service that a reply to a part speaks for; else any that the message is for."""
        if type(event) is ContactRecorded and event.facts.get("kind") == "part":
            return [str(event.facts.get("service", ""))]
        return services

    def _may(self, who: str, named: tuple[str, ...], services: list[str]) -> bool:
        has = self.roster.roles.get(who, ())
        for role in has:
            if role in named and role != SERVICE:
                return True
        return SERVICE in named and not set(self._local(services)).isdisjoint(has)

    def _local(self, services: list[str]) -> list[str]:
        return [self._services.get(service, "ansatt") for service in services]


class ArchiveIsDecided(MessageCheck):
    """A complaint does not end before somebody has stated where its answer belongs (MSG-06)."""

    id = "msg-a-complaint-has-its-archive-decision"
    requirements = ("MSG-06",)
    kind = "safety"
    sentence = "A message whose row asks for it is done only with a stated decision out of the row's choices."

    @sees(StatusChanged, of=DONE)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is done."""
        message = self.messages.get(event.case)
        if message is None or "decide_archive" not in message.steps:
            return
        stated, choices = message.facts.get("decide_archive"), message.row.choices["decide_archive"]
        right = bool(stated) and (not choices or stated in choices)
        self.judge(right, recorded, f"Message {event.case} was set done with {stated!r} about the archive.")


class EveryPartIsAnswered(MessageCheck):
    """A message to several services is done when each has answered (MSG-08)."""

    id = "msg-every-part-is-answered"
    requirements = ("MSG-08",)
    kind = "safety"
    sentence = "A message with questions to several services is done only when each part has been answered."

    @sees(StatusChanged, of=DONE)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is done."""
        message = self.messages.get(event.case)
        if message is None or "answer_other_parts" not in message.row.steps:
            return
        missing = [name for name in message.services if name not in message.answered]
        self.judge(not missing, recorded, f"Message {event.case} was set done without {', '.join(missing)}.")
