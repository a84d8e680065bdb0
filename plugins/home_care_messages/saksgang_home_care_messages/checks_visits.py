"""Changes of visits: in the order of their start, told directly, counted when in vain (MSG-03)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import CaseAmended, NoteWritten, OfficeOpened, ServiceAnswered, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import MESSAGE_TASKS, MessageCheck
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = ["ChangesAreOrderedByTheVisit", "VisitsInVainAreCounted", "visit_start"]


def visit_start(facts: Mapping[str, Any], zone: ZoneInfo) -> dt.datetime | None:
    """When the visit starts that these facts name, ``None`` where that cannot be read."""
    try:
        moment = dt.datetime.fromisoformat(str(facts.get("visit", "")))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(dt.UTC)


class ChangesAreOrderedByTheVisit(MessageCheck):
    """The next visit first, whenever the message came (MSG-03)."""

    id = "msg-changes-are-ordered-by-the-visit"
    requirements = ("MSG-03",)
    kind = "safety"
    sentence = (
        "The task of a message about a visit is due at the start of that visit, so that work lists sort it so, and a "
        "leader's task about it no later; who sorts a message writes a visit whose start can be read."
    )

    def __init__(self) -> None:
        super().__init__()
        self._zone = ZoneInfo("Europe/Oslo")

    @sees(OfficeOpened)
    def b_zone(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose clock the visits are written by."""
        self._zone = ZoneInfo(event.zone)

    @sees(TaskCreated, of=(*MESSAGE_TASKS, "untaken_message"))
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Its task, or the leader's."""
        message = self.messages.get(event.case)
        if message is None or not message.row.by_visit:
            return
        start = visit_start(message.facts, self._zone)
        if start is not None:
            self.judged += 1
            told = event.kind == "untaken_message" and event.due is not None and event.due <= start
            if event.due != start and not told:
                self.broken(recorded, f"{event.task} is due {event.due}, the visit starts {start}.")

    @sees(CaseAmended)
    def sorted_anew(self, event: CaseAmended, recorded: Recorded) -> None:
        """Somebody writes when the visit is."""
        if event.case in self.messages and event.facts.get("visit"):
            right = visit_start(event.facts, self._zone) is not None
            self.judge(right, recorded, f"Message {event.case} is about a visit at {event.facts['visit']!r}.")


class VisitsInVainAreCounted(AtOnce):
    """A visit in vain is on its case, where it can be counted (MSG-03)."""

    id = "msg-a-visit-in-vain-is-on-its-case"
    requirements = ("MSG-03",)
    kind = "safety"
    sentence = (
        "When a terminal answers that a visit was in vain, or neither yes nor no, a note on the case says so at once, "
        "and only then."
    )

    @sees(ServiceAnswered)
    def answered(self, event: ServiceAnswered, recorded: Recorded) -> None:
        """The terminal's answer."""
        if event.routine == ROUTINE and event.service == "handheld" and event.facts.get("in_vain") is not False:
            self.owe(event.case, recorded)

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note of the system."""
        if event.routine != ROUTINE or not recorded.actor.startswith("rule:"):
            return
        if not self.paid(event.case):
            self.judged += 1
            self.broken(recorded, f"Case {event.case} has a note of a visit in vain, and no terminal told of one.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody would count it."""
        return f"A visit of message {key} was in vain, and its case does not say so."
