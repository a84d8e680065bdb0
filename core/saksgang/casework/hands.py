"""Whose hands an act is: the office's own, or those of its systems too (COR-02, COR-03, COR-04, COR-07, COR-12).

From outside come documents, contacts and applications that open a case, and letters are opened there; services report
and answer. What is done about it is done by the staff or by a rule. A routine may ask for more, such as a role; it
cannot ask for less.
"""

from __future__ import annotations

from collections.abc import Mapping

from saksgang import commands as c
from saksgang.casework.context import Context
from saksgang.errors import Refused

__all__ = ["refuse_strangers"]

OFFICE = ("staff:", "rule:", "clock", "system:office")
"""With what the actors begin whose acts are the office's own."""
HOUSE = (*OFFICE, "system:")
"""With its systems and services, such as a scanner, a queue system or the print service: they bring and report."""

_OWN = {
    "COR-03": (c.CancelTask, c.CompleteTask, c.ReassignTask, c.ReopenTask, c.TakeTask, c.WaitWithTask),
    "COR-04": (
        c.ApproveLetter,
        c.CompleteLetter,
        c.DraftLetter,
        c.PrintLetter,
        c.ReturnLetter,
        c.ReviseLetter,
        c.SendLetter,
        c.StopLetter,
    ),
    "COR-12": (
        c.CancelDeadline,
        c.ExtendDeadline,
        c.MeetDeadline,
        c.PauseDeadline,
        c.ResumeDeadline,
        c.StartDeadline,
    ),
}
_ITS_SYSTEMS_TOO = {
    "COR-02": (
        c.AmendCase,
        c.AskService,
        c.AssignCase,
        c.ChangeStatus,
        c.RegisterDocument,
        c.ReportServiceAnswer,
        c.SeeCase,
        c.WriteNote,
    ),
    "COR-03": (c.CreateTask,),
    "COR-04": (
        c.ReportLetterAvailable,
        c.ReportLetterFailed,
        c.ReportLetterPosted,
        c.ReportLetterPrinted,
        c.ReportNoMailbox,
    ),
    "COR-07": (c.ReportAbsence, c.ReportDeparture, c.ReportReturn),
}

ACTS: Mapping[type[c.Command], tuple[str, tuple[str, ...]]] = {
    act: (rule, hands)
    for rules, hands in ((_OWN, OFFICE), (_ITS_SYSTEMS_TOO, HOUSE))
    for rule, acts in rules.items()
    for act in acts
}
"""The acts that are not everybody's: what asks for that, and with what an actor has to begin."""


def refuse_strangers(command: c.Command, ctx: Context) -> None:
    """Raise ``Refused`` for an act of the office by somebody who is not of it."""
    rule, hands = ACTS.get(type(command), ("", ()))
    if rule and not ctx.actor.startswith(hands):
        what = type(command).__name__
        raise Refused(rule, f"{what} is an act of the office; {ctx.actor} is neither of its staff nor a rule.")
