"""Each contact once, by the right one, many of a kind as one: REG-02, REG-10, REG-11."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from saksgang.checks import sees
from saksgang.checks.laws_base import InTheEnd, Law
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    ContactRecorded,
    LetterPrintOrdered,
    LetterSent,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import ROUTINE, Registered, RegistrationCheck, numbered, plainly

__all__ = [
    "BatchesCountEachLetter",
    "ContactsAreRegisteredOnce",
    "ManyOfAKindAreABatch",
    "NoContactIsLeftOnTheList",
    "NothingIsLeftOutUnsaid",
    "OneRegistrationATaskAndCase",
    "WhoEndsItRegistersIt",
]

PROMPT = ("personal", "telephone")


class WhoEndsItRegistersIt(RegistrationCheck):
    """The person who ended the contact (REG-02)."""

    id = "reg-who-ends-it-registers-it"
    requirements = ("REG-02",)
    kind = "safety"
    sentence = "A contact that somebody registers was ended by that very person."

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """People only: what a rule registers, nobody has to."""
        if recorded.actor.startswith("staff:"):
            ended = reg.says("ended_by") or reg.event.by
            held = recorded.actor == f"staff:{ended}" == f"staff:{reg.event.by}"
            self.judge(held, recorded, f"{recorded.actor} registered a contact that {ended} had ended.")


class ContactsAreRegisteredOnce(RegistrationCheck):
    """Never twice (REG-02)."""

    id = "reg-contacts-are-registered-once"
    requirements = ("REG-02",)
    kind = "safety"
    sentence = "No contact is registered twice about the same task, case and type."

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[tuple[str, ...], list[Registered]] = {}

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """By what it is known by."""
        source = reg.says("source")
        others = self._known.setdefault((reg.known_by, reg.event.about, reg.says("type"), reg.case), [])
        held = bool(source.strip()) and not any(map(reg.again, others))
        self.judge(held, recorded, f"The contact {source!r} was registered a second time, or is known by nothing.")
        others.append(reg)


class OneRegistrationATaskAndCase(RegistrationCheck):
    """Two registrations of one contact differ in task or case (REG-11)."""

    id = "reg-one-registration-a-task-and-case"
    requirements = ("REG-11",)
    kind = "safety"
    sentence = "Two registrations of one contact are about different tasks or about two different cases."

    def __init__(self) -> None:
        super().__init__()
        self._matters: dict[str, list[Registered]] = {}

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Beside what is registered of the same contact."""
        others = self._matters.setdefault(reg.known_by, [])
        for other in filter(reg.again, others):
            area = other.event.about
            apart = area != reg.event.about or ("" not in (reg.case, other.case) and reg.case != other.case)
            wrong = f"The contact {reg.says('source')!r} has two registrations about {area!r} and the same case."
            self.judge(apart, recorded, wrong)
        others.append(reg)


class ManyOfAKindAreABatch(RegistrationCheck):
    """Not one by one (REG-10)."""

    id = "reg-many-of-a-kind-are-a-batch"
    requirements = ("REG-10",)
    kind = "safety"
    sentence = (
        "No more letters of one kind are registered singly on a day than the setting allows, and a count stands "
        "only on a named batch of what went out in writing."
    )

    def __init__(self) -> None:
        super().__init__()
        self._singly: Counter[tuple[object, ...]] = Counter()

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """A batch by itself, a single one beside the others of its kind and day."""
        event, written = reg.event, reg.event.direction == "out" and reg.event.channel not in PROMPT
        if reg.says("batch"):
            self.judge(written and reg.count >= 1, recorded, f"A batch of {reg.count} by {event.channel}.")
            return
        if reg.count != 1:
            self.judge(held=False, recorded=recorded, wrong=f"A count of {reg.count} without a batch.")
        if written:
            kind = (reg.day, event.channel, event.about, *map(reg.says, ("department", "type")), reg.is_so("form"))
            self._singly[kind] += 1
            most = self.week.singly_at_most
            self.judge(self._singly[kind] <= most, recorded, f"More than {most} of a kind on {reg.day} singly.")


class BatchesCountEachLetter(Law):
    """A batch that gathered by itself has the count of its letters (REG-10)."""

    id = "reg-batches-count-each-letter"
    everywhere = True
    requirements = ("REG-10",)
    kind = "safety"
    sentence = "A batch grows by one with each letter that went out, and is registered with exactly so many."

    def __init__(self) -> None:
        super().__init__()
        self._letters: Counter[str] = Counter()
        self._went_out: set[str] = set()
        self._at = dt.datetime.min.replace(tzinfo=dt.UTC)

    @sees(LetterSent, LetterPrintOrdered)
    def went_out(self, event: LetterSent | LetterPrintOrdered, recorded: Recorded) -> None:
        """A letter, whose event is the cause of what grows; several may go out before the first is counted."""
        self._add(recorded)

    @sees(CaseOpened, CaseAmended, routine=ROUTINE)
    def grew(self, event: CaseOpened | CaseAmended, recorded: Recorded) -> None:
        """By one letter."""
        self._letters[event.case] += 1
        held = recorded.cause in self._went_out and event.facts.get("count") == self._letters[event.case]
        self._went_out.discard(recorded.cause)
        self.judge(held, recorded, f"Batch {event.case} has a count that is not that of its letters.")

    @sees(ContactRecorded)
    def registered(self, event: ContactRecorded, recorded: Recorded) -> None:
        """Counted up; another routine's contact that goes out in writing is a letter of its own."""
        if event.routine != ROUTINE:
            if event.direction == "out" and event.channel not in PROMPT:
                self._add(recorded)
            return
        letters = self._letters.get(str(event.facts.get("batch", "")))
        if letters is not None:
            count = event.facts.get("count")
            self.judge(count == letters, recorded, f"A batch of {letters} letters was registered with {count}.")

    def _add(self, recorded: Recorded) -> None:
        """It grows at the same instant, so what went out earlier counts for nothing any more."""
        if recorded.at != self._at:
            self._went_out.clear()
            self._at = recorded.at
        self._went_out.add(recorded.id)


class NothingIsLeftOutUnsaid(RegistrationCheck):
    """Never not at all (REG-02, REG-01)."""

    id = "reg-nothing-is-left-out-unsaid"
    requirements = ("REG-02", "REG-01")
    kind = "safety"
    sentence = (
        "A contact leaves the list by being registered, or with the rule and the reason why it is not to be; it is "
        "never dropped."
    )

    def __init__(self) -> None:
        super().__init__()
        self._listed: dict[str, TaskCreated] = {}
        self._registered: dict[str, list[Registered]] = {}

    @sees(TaskCreated)
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """It is on the list."""
        if event.routine == ROUTINE:
            self._listed[event.task] = event

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """It is registered."""
        self._registered.setdefault(reg.known_by, []).append(reg)

    @sees(TaskCompleted, TaskCancelled)
    def left(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It leaves the list."""
        if event.routine != ROUTINE:
            return
        task = self._listed.pop(event.task, None)
        source = str(task.facts.get("source", "")) if task else ""
        if type(event) is TaskCompleted and event.outcome == "registered":
            held = task is not None and any(_is_of(reg, task) for reg in self._registered.get(plainly(source), ()))
            self.judge(held, recorded, f"{source!r} left the list without being registered.")
            return
        facts = event.facts if type(event) is TaskCompleted else {}
        said = facts.get("rule") in ("REG-01", "REG-02", "REG-13") and str(facts.get("why", "")).strip() != ""
        self.judge(said, recorded, f"{source!r} left the list, and nobody says by which rule and why.")


def _is_of(reg: Registered, task: TaskCreated) -> bool:
    """Whether a registration with the source of a task is of the contact that the task is about."""
    department = task.facts.get("department", task.section)
    there = department in ("", reg.says("department")) or task.facts.get("party") == reg.event.party
    return numbered(reg.known_by) or (task.facts.get("day") in (None, reg.day.isoformat()) and there)


class NoContactIsLeftOnTheList(InTheEnd):
    """Never not at all (REG-02)."""

    id = "reg-no-contact-is-left-on-the-list"
    requirements = ("REG-02",)
    kind = "liveness"
    sentence = "Every contact on the list is registered in the end, or left out by a rule."

    @sees(TaskCreated)
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """It is on the list."""
        if event.routine == ROUTINE:
            self.waits(event.task, recorded)

    @sees(TaskCompleted, TaskCancelled)
    def left(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is not any more."""
        if event.routine == ROUTINE:
            self.came(event.task)

    def lost(self, key: str, recorded: Recorded) -> str:
        """Nobody registered it."""
        return f"{key} is still on the list"
