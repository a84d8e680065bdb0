"""Which tasks a person completes, how, and which are done by the act that they ask for (BEN-03, -15, -17, -22)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from saksgang.casework import staff_of
from saksgang.commands import CompleteTask, CreateTask
from saksgang.deciding import Vets
from saksgang.errors import InputRefused
from saksgang.records import Case, Task
from saksgang.view import View
from saksgang_benefits.household import NO_SPOUSE, REFUSES, availability
from saksgang_benefits.informing import INFORMED, INFORMING, RECEIVED, UNDER_WAY
from saksgang_benefits.looking import letters_from, on_lists, written_since
from saksgang_benefits.money import amount
from saksgang_benefits.months import month_of
from saksgang_benefits.names import SINGLE, UNDELIVERED
from saksgang_benefits.reckoning import calculation_of
from saksgang_benefits.refusing import known_case, no_caseworker
from saksgang_benefits.refusing_household import granted_already

__all__ = ["VETS", "complete_task", "create_task", "decision", "informing", "payslip", "the_last", "undelivered"]

REQUEST = "anmodning"


def complete_task(command: CompleteTask, actor: str, view: View) -> str | None:
    """A caseworker completes tasks, each kind in its own way."""
    task = view.task(command.task)
    vet = KINDS.get(task.kind)
    return (
        no_caseworker(actor, view, "BEN-17", "complete a task")
        or (vet(command, task, actor, view) if vet else None)
        or the_last(task, view)
    )


def the_last(task: Task, view: View) -> str | None:
    """A case that is being informed is always on somebody's list (BEN-11, BEN-15)."""
    case = known_case(view, task.case)
    if case is None or case.status not in (RECEIVED, UNDER_WAY) or on_lists(view, case.number) != [task]:
        return None
    return (
        f"BEN-11: {task.id} is the last task of case {case.number}, which is not decided yet; create a reminder "
        f"(follow_up) of the letter {REQUEST} first, or conclude that the case is {INFORMED!r}."
    )


def _by_act(rule: str, act: str) -> Callable[[CompleteTask, Task, str, View], str]:
    return lambda _command, task, _actor, _view: (
        f"{rule}: Task {task.id} ({task.kind}) is done by {act}, not by completing it; do that instead."
    )


def informing(command: CompleteTask, task: Task, _actor: str, view: View) -> str | None:
    """That a case is fully informed is concluded on the case; that more is needed has to be asked for (BEN-15)."""
    if command.outcome == "informed":
        return (
            f"BEN-15: Conclude that case {task.case} is fully informed by its status {INFORMED!r}; that ends the task."
        )
    if command.outcome == "more needed" and not letters_from(view, task.case, REQUEST):
        return f"BEN-15: What case {task.case} still needs has not been asked for; send the letter {REQUEST} first."
    return None


def decision(command: CompleteTask, task: Task, actor: str, view: View) -> str | None:
    """A decision stands on a fully informed case, a journal note of one's own and an amount (BEN-15 to BEN-18)."""
    case = view.case(task.case)
    if case.status != INFORMED:
        return f"BEN-15: Case {case.number} is {case.status!r}; no decision is made before it is {INFORMED!r}."
    if not written_since(view, task, staff_of(actor)):
        return f"BEN-17: Case {case.number} has no journal note of yours on the decision; write it first."
    return _grant(command.facts, case, view) if command.outcome == "granted" else None


def _grant(facts: Mapping[str, Any], case: Case, view: View) -> str | None:
    if case.type == SINGLE:
        return _single(facts, case)
    if not isinstance(facts.get("supplementary"), bool):
        return "BEN-18: A grant says whether it is supplementary; give the fact supplementary as true or false."
    if facts["supplementary"] and availability(case.facts) in (NO_SPOUSE, REFUSES):
        return _no_spouse(case)
    if before := granted_already(case, view):
        return before
    obstacle = calculation_of(case, month_of(view.today), view).obstacle
    return f"BEN-16: Case {case.number} has no amount to grant: {obstacle}" if obstacle else None


def _no_spouse(case: Case) -> str:
    return (
        f"BEN-18: Case {case.number} has no spouse who is reckoned with and whose payslip could be waited for; it is "
        "not supplementary."
    )


def _single(facts: Mapping[str, Any], case: Case) -> str | None:
    if facts.get("supplementary"):
        return _no_spouse(case)
    try:
        granted = amount(facts.get("amount"))
    except InputRefused as refused:
        return f"BEN-16: {refused}"
    if not granted:
        return f"BEN-16: The grant of case {case.number} needs an amount; give the fact amount."
    return _account(case)


def _account(case: Case) -> str | None:
    purposes = ("sygebehandling", "tandpleje", "enkeltudgift")
    if case.facts.get("purpose") in purposes:
        return None
    return f"BEN-24: Case {case.number} cannot be posted; note its purpose as one of {', '.join(purposes)}."


def payslip(command: CompleteTask, task: Task, actor: str, view: View) -> str | None:
    """A payslip is dealt with when its income is reported, and in each case a journal note tells of it (BEN-22)."""
    case = view.case(task.case)
    reports: list[Any] = [value for key, value in case.facts.items() if key.startswith("income/")]
    if command.outcome == "income reported" and not any(each["document"] == task.about for each in reports):
        return f"BEN-22: The income of payslip {task.about} is not in the calculation; report it on the case first."
    if not written_since(view, task, staff_of(actor)):
        return f"BEN-22: Case {case.number} has no journal note of yours on payslip {task.about}; write it first."
    return None


def undelivered(command: CompleteTask, task: Task, _actor: str, _view: View) -> str | None:
    """That a letter was sent anew is seen from the letter (BEN-09)."""
    if command.outcome != "sent anew":
        return None
    return (
        f"BEN-09: Task {task.id} ends by itself when letter {task.about} is sent anew; write and complete that letter, "
        "or say how the citizen was reached otherwise."
    )


KINDS: Mapping[str, Callable[[CompleteTask, Task, str, View], str | None]] = {
    "create_case": _by_act("BEN-03", "registering the document"),
    "decision_letter": _by_act("BEN-19", "sending the decision letter"),
    "decide": decision,
    "payslip": payslip,
    UNDELIVERED: undelivered,
    **dict.fromkeys(INFORMING, informing),
}


def create_task(command: CreateTask, actor: str, view: View) -> str | None:
    """By hand there is one task to create: the reminder of a letter, one a letter, for somebody (BEN-11)."""
    if command.kind != "follow_up":
        return (
            f"BEN-11: A task {command.kind!r} comes from documents, events and decisions; by hand you can create "
            "follow_up, or write a journal note."
        )
    return no_caseworker(actor, view, "BEN-11", "create a reminder") or _reminder(command, view)


def _reminder(command: CreateTask, view: View) -> str | None:
    letters = [] if known_case(view, command.case) is None else letters_from(view, command.case, REQUEST)
    if command.about not in [letter.id for letter in letters]:
        return f"BEN-11: A reminder is about a letter {REQUEST} on the case, and {command.about!r} is none; name it."
    if not command.owner:
        return "BEN-11: A reminder reminds somebody; name its owner."
    if command.due is not None:
        return "BEN-11: When a reminder comes back follows from the letter; leave out the due time."
    if view.unfinished(command.case, "follow_up", about=command.about):
        return f"BEN-11: Letter {command.about} has a reminder already."
    return None


VETS: Vets = {CompleteTask: complete_task, CreateTask: create_task}
