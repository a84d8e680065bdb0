"""What the registers say beside what the citizen says, with its time; differences are flagged (BEN-05, BEN-06)."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseOpened,
    ServiceAnswered,
    ServiceAsked,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["AnswersAreKept", "DifferencesAreFlagged", "RegistersAreAsked"]

REGISTERS = ("eIndkomst", "Jobnet", "folkeregister")
SINGLE = "enkeltydelse"
AMOUNT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
UNSAID = (None, "")
INCOME = ("own_income", "own_hours", "spouse_income", "spouse_hours")
HOUSEHOLD = ("married", "lives_alone", "lives_with_parents")


class RegistersAreAsked(AtOnce):
    """A case begins with what the public registers say (BEN-05)."""

    id = "ben-registers-are-asked"
    requirements = ("BEN-05",)
    kind = "safety"
    sentence = "When a case is opened, eIndkomst, Jobnet and the population register are asked at once."

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case begins."""
        if event.routine == ROUTINE:
            for register in REGISTERS:
                self.owe(f"{event.case} {register}", recorded)

    @sees(ServiceAsked)
    def asked(self, event: ServiceAsked, recorded: Recorded) -> None:
        """A register is asked."""
        self.paid(f"{event.case} {event.service}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It was not."""
        case, _, register = key.partition(" ")
        return f"Case {case} was opened and {register} was not asked."


class AnswersAreKept(FactsCheck, AtOnce):
    """An answer is kept whole, with the instant at which it came (BEN-05)."""

    id = "ben-register-answers-are-kept"
    requirements = ("BEN-05",)
    kind = "safety"
    sentence = (
        "What a register answers is a fact of the open case at once, field by field, with the time of the answer, "
        "unless a later question to it was answered before; what cannot be, or lacks what was told before, is no fact "
        "but a task."
    )
    told_of = ("register",)

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[str, dict[str, Any]] = {}
        self._asked: dict[str, list[str]] = {}
        self._overtaken: dict[str, set[str]] = {}
        self._unclear: dict[str, str] = {}

    @sees(TaskCreated, of="unclear_answer")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is to find out what was meant."""
        if event.routine == ROUTINE:
            self._unclear[event.task] = f"{event.case} {event.about}"
            self.paid(f"{event.case} {event.about} unclear")

    @sees(TaskCompleted, TaskCancelled, of="unclear_answer")
    def found_out(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Somebody has."""
        self._unclear.pop(event.task, None)

    @sees(ServiceAsked)
    def asked(self, event: ServiceAsked, recorded: Recorded) -> None:
        """A register is asked."""
        if event.routine == ROUTINE and event.service in REGISTERS:
            self._asked.setdefault(f"{event.case} {event.service}", []).append(event.request)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """An ended case changes no more."""
        if event.final:
            self._overtaken.pop(event.case, None)
            for register in REGISTERS:
                self._asked.pop(f"{event.case} {register}", None)

    @sees(ServiceAnswered)
    def answered(self, event: ServiceAnswered, recorded: Recorded) -> None:
        """A register answers."""
        page = self.pages.get(event.case)
        if event.service in REGISTERS and page is not None and not page.ended:
            key = f"{event.case} {event.service}"
            if event.request in self._overtaken.get(event.case, ()):
                return
            self._overtake(key, event)
            kept = page.facts.get(f"register/{event.service}")
            if not _possible(event.service, event.facts, kept):
                if key not in self._unclear.values():
                    self.owe(f"{key} unclear", recorded)
                return
            self._answers[key] = dict(event.facts)
            self.owe(key, recorded)
            if isinstance(kept, dict) and self._as_answered(key, kept, recorded.at):
                self.paid(key)  # twice the same within a second

    def _overtake(self, key: str, event: ServiceAnswered) -> None:
        """What was asked before it and is not answered by now comes too late."""
        questions = self._asked.get(key, [])
        if event.request not in questions:
            return
        answered = questions.index(event.request)
        if answered:
            self._overtaken.setdefault(event.case, set()).update(questions[:answered])
        del questions[: answered + 1]
        if not questions:
            del self._asked[key]

    def instant_over(self) -> None:
        """What was answered is looked for no more."""
        super().instant_over()
        self._answers.clear()

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """It is kept."""
        for register in REGISTERS:
            key, kept = f"{recorded.event.case} {register}", new.get(f"register/{register}")
            if isinstance(kept, dict) and key in self._owed and self._as_answered(key, kept, recorded.at):
                self.paid(key)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It was not."""
        case, _, register = key.partition(" ")
        if register.endswith(" unclear"):
            return f"{register.removesuffix(' unclear')} answered on case {case} what cannot be, and nobody was told."
        return f"What {register} answered at {recorded.at} is not on case {case} as it was answered."

    def _as_answered(self, key: str, kept: dict[str, Any], at: dt.datetime) -> bool:
        fields = {name: value for name, value in kept.items() if name != "at"}
        return fields == self._answers[key] and _instant(kept.get("at")) == at


def _possible(register: str, told: dict[str, Any], kept: object) -> bool:
    """Whether it can be so, and lacks nothing that the register told the time before."""
    known = set(kept) - {"at"} if isinstance(kept, dict) else set()
    if known - set(told) or (not told and register != REGISTERS[2]):
        return False
    return all(_sensible(name, value) for name, value in told.items())


def _sensible(name: str, value: object) -> bool:
    if name.endswith("registered") or name in HOUSEHOLD:
        return value is True or value is False
    if name == "children":
        return type(value) is int and value >= 0
    if name.endswith(("income", "hours")) or name == "wealth":
        return value == "" or (type(value) in (int, str) and AMOUNT.fullmatch(str(value)) is not None)
    return True


def _instant(text: object) -> dt.datetime | None:
    try:
        said = dt.datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return said if said.tzinfo else said.replace(tzinfo=dt.UTC)


class DifferencesAreFlagged(FactsCheck, AtOnce):
    """Statement and register, compared field by field (BEN-06)."""

    id = "ben-differences-are-flagged"
    requirements = ("BEN-06",)
    kind = "safety"
    sentence = (
        "When a register has answered or a person has corrected the case, it flags exactly the fields that a register "
        "tells otherwise than the citizen, whose silence about income and household counts as none, with both values "
        "and the register's name."
    )

    @sees(ServiceAnswered)
    def answered(self, event: ServiceAnswered, recorded: Recorded) -> None:
        """A register answers."""
        if event.routine == ROUTINE and event.case in self.pages and event.service in REGISTERS:
            self.owe(event.case, recorded)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A person corrects what is on the case."""
        if not recorded.actor.startswith("rule:"):
            self.owe(recorded.event.case, recorded)

    def instant_over(self) -> None:
        """Before time goes on, the flags have to be right."""
        self._look()
        super().instant_over()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """They are not."""
        page = self.pages[key]
        return f"Case {key} flags {_flags(page)}, but what differs is {sorted(_differing(page.facts))}."

    def _look(self) -> None:
        for case in list(self._owed):
            if _flags(self.pages[case]) == sorted(_differing(self.pages[case].facts)):
                self.paid(case)


def _flags(page: CasePage) -> list[tuple[str, str, str, str]]:
    rows = page.facts.get("differences") or []
    return sorted(tuple(str(row.get(key)) for key in ("field", "statement", "register", "source")) for row in rows)  # type: ignore[misc]


def _differing(facts: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    found = []
    for register in REGISTERS:
        answer = facts.get(f"register/{register}") or {}
        for name, told in answer.items():
            said = facts.get(name)
            if name == "at" or (said in UNSAID and not _told_of(name, told)):
                continue
            if said in UNSAID:
                found.append((name, "not stated", str(told), register))
            elif not _equal(said, told):
                found.append((name, str(said), str(told), register))
    return found


def _told_of(name: str, told: object) -> bool:
    """Whether there is something that nobody reckons with who has not said so."""
    if name in (*HOUSEHOLD, "children"):
        return bool(told)
    return name in INCOME and not _equal(told or 0, 0)


def _equal(one: object, other: object) -> bool:
    """The same value, however a number is written."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    try:
        return Fraction(str(one)) == Fraction(str(other))
    except ValueError:
        return one == other
