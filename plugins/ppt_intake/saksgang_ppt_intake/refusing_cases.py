"""What is refused about documents and cases: PPT-01 to PPT-04, PPT-06, and closing what is not answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from saksgang.casework import staff_of
from saksgang.commands import AssignCase, ChangeStatus, RegisterDocument, SubmitDocument
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.records import StaffMember
from saksgang.view import View
from saksgang_ppt_intake.labels import TASKS
from saksgang_ppt_intake.looking import person_of, proposal_for, settings_of
from saksgang_ppt_intake.names import CASEWORKERS, KONSULENT, LEDER
from saksgang_ppt_intake.rows import Category

__all__ = [
    "VETS",
    "assign_case",
    "change_status",
    "dated_too_late",
    "lacks_role",
    "register_document",
    "submit_document",
    "wrong_subject",
]

CLOSED = "avsluttet"
# What has to be done before a case may be closed: every inquiry on it is distributed, confirmed and answered, and the
# answer has reached somebody.
OWED = (
    "distribute_case",
    "assess_case",
    "confirm_receipt",
    "review_case",
    "approve_letter",
    "revise_letter",
    "undelivered_letter",
    "undelivered_confirmation",
)


def lacks_role(actor: str, roles: Collection[str], view: View, rule: str, doing: str) -> str | None:
    """A refusal where the one who asks has none of those roles."""
    person = person_of(view, actor)
    if person is not None and not set(roles).isdisjoint(person.roles):
        return None
    has = listed(person.roles) if person else "no role here"
    return f"{rule}: Only {' or '.join(sorted(roles))} may {doing}; {staff_of(actor) or actor} has: {has}."


def submit_document(command: SubmitDocument, _actor: str, view: View) -> str | None:
    """The date on a document is not after the day on which it is received, which is today (PPT-02)."""
    return dated_too_late(command.dated, view.today)


def dated_too_late(dated: dt.date | None, received: dt.date) -> str | None:
    """A document is not made after it was received (PPT-02)."""
    if dated is None or dated <= received:
        return None
    return (
        f"PPT-02: The document date (dokumentdato) {dated} is after the received date (mottatt dato) {received}; "
        f"write the day on which the document was made, at the latest {received}."
    )


def register_document(command: RegisterDocument, actor: str, view: View) -> str | None:
    """Only a consultant registers, with a category as subject and a document date not after receipt."""
    try:
        document = view.document(command.document)
    except KeyError:
        return None
    return (
        lacks_role(actor, (KONSULENT,), view, "PPT-01", "register a document")
        or dated_too_late(command.dated, document.received)
        or wrong_subject(command.subject, settings_of(view).categories)
    )


def wrong_subject(subject: str, categories: Collection[Category]) -> str | None:
    """The subject (emne) equals a category (kategori), letter by letter (PPT-03)."""
    names = [category.name for category in categories]
    if subject in names:
        return None
    return f"PPT-03: The subject (emne) {subject!r} is no category (kategori); write one of: {listed(names)}."


def assign_case(command: AssignCase, actor: str, view: View) -> str | None:
    """A leader chooses freely among those who work on cases, a consultant follows the directory.

    Whom the directory names may have left by now: the consultant follows it all the same, and the case goes to the
    deputy or to the queue as all work of somebody who left does (COR-07).
    """
    person = person_of(view, actor)
    if person is not None and LEDER in person.roles:
        return _no_caseworker(view.member(command.to), command.to, view)
    wrong = lacks_role(actor, (KONSULENT, LEDER), view, "PPT-04", "distribute a case")
    return wrong or _not_by_directory(command, view)


def _no_caseworker(person: StaffMember | None, name: str, view: View) -> str | None:
    if person is not None and not CASEWORKERS.isdisjoint(person.roles) and not person.gone:
        return None
    fit = [p.id for p in view.staff() if not CASEWORKERS.isdisjoint(p.roles) and not p.gone]
    return f"PPT-04: {name!r} cannot be Saksbehandler of a case; a fagansatt or leder can: {listed(fit)}."


def _not_by_directory(command: AssignCase, view: View) -> str | None:
    tasks = view.unfinished(command.case, "distribute_case")
    if not tasks:
        return (
            f"PPT-06: Case {command.case} is distributed already; from now on a section leader (leder) changes "
            "Saksbehandler."
        )
    proposal = proposal_for(view, command.case, tasks[0].about)
    if command.to == proposal.to:
        return None
    return (
        f"PPT-04: The caseworker directory gives case {command.case} to {proposal.to!r} ({proposal.rule}), not to "
        f"{command.to!r}; assign it to {proposal.to!r}, and a section leader can redistribute it."
    )


def change_status(command: ChangeStatus, _actor: str, view: View) -> str | None:
    """A case on which something is still owed is not closed: a confirmation clears nothing (PPT-05)."""
    owed = view.unfinished(command.case, *OWED) if command.to == CLOSED else []
    if not owed:
        return None
    names = listed(dict.fromkeys(TASKS[task.kind].nb for task in owed))
    return f"PPT-05: Case {command.case} cannot be closed while this is to be done on it: {names}."


VETS: Vets = {
    SubmitDocument: submit_document,
    RegisterDocument: register_document,
    AssignCase: assign_case,
    ChangeStatus: change_status,
}
