"""What cannot be read is nobody's guess: it stays off the cases, and somebody is told which it is (BEN-03, BEN-05)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.events import CaseAmended, CaseOpened, DocumentReceived, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_settings import ROUTINE, birth

__all__ = ["FactsCanBeRead", "WhatCannotBeReadIsTold", "misread"]

APPLICATION = "Ansøgning"
UNSAID = (None, "")
OWN_OR_SPOUSES = re.compile(r"(spouse_)?(registered|refuses|lives_with_parents|activity_ready|residence_met|worked)")
HOUSEHOLD = ("married", "lives_alone", "extra_child_allowance")
MONEY = re.compile(r"(own|spouse)_(income|hours)|wealth|amount")
NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
LATER = re.compile(
    r"(calculation|payment|hold|register|missing|income)/.*|decision|differences|spouse_registered_on|stop_month"
)
WORK = ("none", "part-time", "full-time")


def misread(facts: Mapping[str, Any]) -> list[str]:
    """The names of the facts that an application cannot say, or says so that they cannot be read."""
    return sorted({*_wrong(facts), *filter(LATER.fullmatch, facts)})


def _wrong(facts: Mapping[str, Any]) -> list[str]:
    return sorted(name for name, value in facts.items() if value not in UNSAID and not _sensible(name, value))


def _sensible(name: str, value: object) -> bool:
    if name in HOUSEHOLD or OWN_OR_SPOUSES.fullmatch(name):
        return value is True or value is False
    if MONEY.fullmatch(name):
        return type(value) in (int, str) and NUMBER.fullmatch(str(value)) is not None
    if name == "children":
        return type(value) is int and value >= 0
    if name == "spouse_birth_year":
        return type(value) is int and 1900 <= value <= 2099
    if name == "spouse_number":
        return type(value) is str and birth(value) is not None
    return (name != "spouse_work" or value in WORK) and (name not in ("spouse", "purpose") or type(value) is str)


class FactsCanBeRead(Law):
    """Whatever is calculated or compared is what it says it is (BEN-05)."""

    id = "ben-facts-can-be-read"
    requirements = ("BEN-05", "BEN-03", "BEN-16")
    kind = "safety"
    sentence = (
        "What a case says of the citizen and the household is true or false, a whole number, an amount or a CPR number "
        "wherever it has to be one, or nothing; and no case begins with what comes to it later, as a decision."
    )

    @sees(CaseOpened, CaseAmended)
    def told(self, event: CaseOpened | CaseAmended, recorded: Recorded) -> None:
        """Something is noted on a case."""
        if event.routine == ROUTINE:
            wrong = misread(event.facts) if type(event) is CaseOpened else _wrong(event.facts)
            self.judge(not wrong, recorded, f"Case {event.case} says of {', '.join(wrong)} what it cannot.")


class WhatCannotBeReadIsTold(AtOnce):
    """An application that cannot be read is not lost, and whoever gets it knows what to ask (BEN-03)."""

    id = "ben-what-cannot-be-read-is-told"
    requirements = ("BEN-03",)
    kind = "safety"
    sentence = (
        "An application with a field that cannot be read, or is not the citizen's to say, becomes at once a task to "
        "create its case, which names just these fields."
    )

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, list[str]] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """An application comes."""
        wrong = misread(event.facts)
        if wrong and event.routine == ROUTINE and event.category == APPLICATION:
            self._fields[event.document] = wrong
            self.owe(event.document, recorded)

    @sees(TaskCreated, of="create_case")
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody gets it."""
        if event.facts.get("unreadable") == self._fields.get(event.about):
            self.paid(event.about)

    def instant_over(self) -> None:
        """What it said is looked for no more."""
        super().instant_over()
        self._fields.clear()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody is told."""
        return f"{key} cannot be read in {', '.join(self._fields[key])}, and no task to create its case says so."
