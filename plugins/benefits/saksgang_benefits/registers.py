"""What the public registers say beside what the citizen says, and where they differ (BEN-05, BEN-06)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from saksgang.commands import BY_DISTRIBUTION, AmendCase, Answer, AskService, CreateTask
from saksgang.deciding import Decisions
from saksgang.errors import InputRefused
from saksgang.events import CaseAmended, CaseSeen, ServiceAnswered
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.money import amount
from saksgang_benefits.names import POPULATION, REGISTERS, UNCLEAR
from saksgang_benefits.statements import AMOUNTS, STATEMENTS, says

__all__ = [
    "ANSWERS",
    "NOT_STATED",
    "ask_again",
    "asked",
    "compare_again",
    "differences",
    "keep_answer",
    "unclear",
    "usable",
]


RECKONED_AS_NONE = (
    "own_income",
    "own_hours",
    "spouse_income",
    "spouse_hours",
    "married",
    "children",
    "lives_alone",
    "lives_with_parents",
)
NOT_STATED = "not stated"


def asked(register: str, case: Case) -> AskService:
    """The question to a register about the applicant and the spouse."""
    numbers = {"applicant": case.personal_number, "spouse": case.facts.get("spouse_number") or ""}
    return AskService(register, case.number, facts=numbers)


def ask_again(event: CaseSeen, _recorded: Recorded, view: View) -> list[Answer]:
    """The caseworker looks at the case: the registers tell how it is now (BEN-05)."""
    return [Answer(asked(register, view.case(event.case)), "BEN-05") for register in REGISTERS]


def keep_answer(event: ServiceAnswered, recorded: Recorded, view: View) -> list[Answer]:
    """An answer is kept on the case with its time stamp, and held against the statement (BEN-05, BEN-06).

    The newest question counts: an answer that was overtaken by the answer to a later one changes nothing. Nor does one
    that cannot be used, which somebody is told of.
    """
    case = view.case(event.case) if event.case else None
    if event.service not in REGISTERS or case is None or case.ended:
        return []
    if _overtaken(event, view):
        return []
    before: Any = case.facts.get(f"register/{event.service}", {})
    if not usable(event.service, event.facts, before):
        return unclear(case.number, event.service, view)
    answer = {"at": recorded.at.isoformat(), **event.facts}
    facts = {**case.facts, f"register/{event.service}": answer}
    keep = Answer(AmendCase(event.case, {f"register/{event.service}": answer}), "BEN-05")
    return [keep, *_flagged(case, facts)]


def usable(register: str, told: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Whether an answer has all fields that the register told before, and in each of them what can be.

    The population register alone may know nothing of somebody.
    """
    if not told and register != POPULATION:
        return False
    complete = before.keys() - {"at"} <= told.keys()
    return complete and all(_can_be(name, value) for name, value in told.items())


def _can_be(name: str, value: object) -> bool:
    """A register that is asked says something of each field that it names; what is no statement is kept as it is."""
    if name == "own_registered":
        return isinstance(value, bool)
    return name not in STATEMENTS or (value is not None and STATEMENTS[name].reads(value))


def unclear(case: str, about: str, view: View) -> list[Answer]:
    """Somebody is to find out what a register, or the payment service of a month, meant; once at a time."""
    if view.unfinished(case, UNCLEAR, about=about):
        return []
    return [Answer(CreateTask(UNCLEAR, case, about=about, owner=BY_DISTRIBUTION), "BEN-05")]


def _overtaken(event: ServiceAnswered, view: View) -> bool:
    """Whether a later question to the same register is answered already: what was asked before is older news."""
    asked_since = reversed(view.requests(event.case))
    later = takewhile(lambda request: request.id != event.request, asked_since)
    return any(request.service == event.service and request.answered is not None for request in later)


def compare_again(event: CaseAmended, recorded: Recorded, view: View) -> list[Answer]:
    """A statement was corrected by hand: what differs may be other than before (BEN-06)."""
    case = view.case(event.case)
    return [] if recorded.actor.startswith("rule:") else _flagged(case, case.facts)


def _flagged(case: Case, facts: Mapping[str, Any]) -> list[Answer]:
    found = differences(facts)
    same = case.facts.get("differences", []) == found
    return [] if same else [Answer(AmendCase(case.number, {"differences": found}), "BEN-06")]


def differences(facts: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each field that a register tells otherwise than the citizen does, by name of the field (BEN-06).

    What the citizen does not say of income and household is reckoned as none: a register that tells of some differs.
    """
    found = [row for register in REGISTERS for row in _of(register, facts)]
    return sorted(found, key=lambda row: (row["field"], row["source"]))


def _of(register: str, facts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name, told in facts.get(f"register/{register}", {}).items():
        if name != "at" and _differ(name, facts.get(name), told):
            said = facts[name] if says(facts.get(name)) else NOT_STATED
            yield {"field": name, "statement": said, "register": told, "source": register}


def _differ(name: str, said: object, told: object) -> bool:
    if says(said):
        return not _same(name, said, told)
    return name in RECKONED_AS_NONE and not _same(name, told, 0)


def _same(name: str, one: object, other: object) -> bool:
    if name not in AMOUNTS:
        return one == other
    try:
        return amount(one) == amount(other)
    except InputRefused:
        return one == other


ANSWERS: Decisions = {
    CaseSeen: [ask_again],
    ServiceAnswered: [keep_answer],
    CaseAmended: [compare_again],
}
