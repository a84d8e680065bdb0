"""What only the routine's own rules do: each of these would be a way round a requirement if people had it."""

from __future__ import annotations

from saksgang.commands import (
    AskService,
    CancelDeadline,
    CancelTask,
    Command,
    ExtendDeadline,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    PrintLetter,
    ResumeDeadline,
    SendLetter,
    StartDeadline,
)
from saksgang.deciding import Vets, closed
from saksgang.errors import InputRefused
from saksgang.legaltime import Rule, due
from saksgang.view import View
from saksgang_benefits.names import REGISTERS
from saksgang_benefits.refusing import no_caseworker

__all__ = ["ONLY_BY_RULE", "VETS", "ask_service", "extend_deadline"]

BY_THEMSELVES = (
    "BEN-10: The deadlines of this routine start, stop and end by what is sent, uploaded and decided; "
    "extend the time for documentation, or let the task wait."
)
ONLY_BY_RULE: dict[type[Command], str] = {
    OpenCase: "BEN-03: A case begins with an application; register the document that opens it.",
    CancelTask: "BEN-13: A task of this routine ends by being done; complete it, reassign it or let it wait.",
    PrintLetter: "BEN-09: Whether a letter goes as Digital Post or on paper is not chosen here; complete the letter.",
    SendLetter: "BEN-09: A letter is sent by itself when it is completed; complete it.",
    StartDeadline: BY_THEMSELVES,
    PauseDeadline: BY_THEMSELVES,
    ResumeDeadline: BY_THEMSELVES,
    MeetDeadline: BY_THEMSELVES,
    CancelDeadline: BY_THEMSELVES,
}


def ask_service(command: AskService, actor: str, view: View) -> str | None:
    """A caseworker asks a register again; payments are ordered by the payment run alone (BEN-05, BEN-23)."""
    if command.service not in REGISTERS:
        return "BEN-23: Payments are ordered on the last bank day by themselves; nobody orders one by hand."
    if not command.case:
        return "BEN-05: A register is asked about the people of a case, which keeps its answer; name the case."
    return no_caseworker(actor, view, "BEN-05", "ask a register")


def extend_deadline(command: ExtendDeadline, actor: str, view: View) -> str | None:
    """A citizen who cannot make it may get more time for documentation; nothing else is extended (BEN-10)."""
    if view.deadline(command.deadline).kind != "documentation":
        return BY_THEMSELVES
    return no_caseworker(actor, view, "BEN-10", "extend the time for documentation") or _working_day(command, view)


def _working_day(command: ExtendDeadline, view: View) -> str | None:
    """Also a longer time ends on a working day; what cannot be read as a time the core refuses."""
    target = view.deadline(command.deadline).target(command.target)
    try:
        later = due(target.due, Rule.parse(command.by), view.almanac) if target is not None else None
    except InputRefused:
        return None
    day = view.almanac.local(later).date() if later is not None else None
    if day is None or view.almanac.is_working_day(day):
        return None
    return (
        f"BEN-10: {day} is no working day, and the time for documentation ends on one; extend it to "
        f"{view.almanac.next_working_day(day)}, {(view.almanac.next_working_day(day) - day).days} days more."
    )


VETS: Vets = {
    **closed(ONLY_BY_RULE),
    AskService: ask_service,
    ExtendDeadline: extend_deadline,
}
