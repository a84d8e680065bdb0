"""From self-service onto a case: BEN-03, BEN-04, BEN-12, BEN-14, BEN-21."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import (
    BY_DISTRIBUTION,
    AmendCase,
    Answer,
    AssignCase,
    CompleteTask,
    CreateTask,
    RegisterDocument,
)
from saksgang.deciding import Decisions
from saksgang.errors import InputRefused
from saksgang.events import DocumentReceived, DocumentRegistered, TaskCreated
from saksgang.identity import birth_date
from saksgang.journal.record import Recorded
from saksgang.records import Document
from saksgang.view import View
from saksgang_benefits.belonging import case_for
from saksgang_benefits.haendelser import EventRow, row_named, row_of
from saksgang_benefits.households import beside
from saksgang_benefits.names import (
    APPLICATION,
    DOCUMENTATION,
    EVENT,
    KONTANT,
    PAYSLIP,
    REGISTERS,
    ROUTINE,
    SINGLE,
    SPOUSE_EVENT,
    UDDANNELSE,
)
from saksgang_benefits.rates import REFORM
from saksgang_benefits.registers import asked
from saksgang_benefits.statements import of_the_office, unreadable

__all__ = [
    "ANSWERS",
    "ask_registers",
    "case_type_of",
    "end_creation",
    "follow_distribution",
    "named_type",
    "note_event",
    "receive",
    "subject_of",
    "task_for_document",
]


def receive(event: DocumentReceived, _recorded: Recorded, view: View) -> list[Answer]:
    """A document goes on its case, or opens one, by itself where its data suffice; else somebody is asked (BEN-03)."""
    document = view.document(event.document)
    register = _application(document, view) if document.category == APPLICATION else _on_case(document, view)
    if register is not None:
        return [Answer(register, _rule(document))]
    wrong = _not_taken(document)
    told = {"unreadable": wrong} if wrong else {}
    task = CreateTask("create_case", routine=ROUTINE, about=document.id, owner=BY_DISTRIBUTION, facts=told)
    return [Answer(task, "BEN-03")]


def _application(document: Document, view: View) -> RegisterDocument | None:
    case_type = "" if _not_taken(document) else case_type_of(document, view)
    if not case_type or (case_type != SINGLE and _applied_before(document, view)):
        return None
    return RegisterDocument(document.id, APPLICATION, case_type=case_type)


def _not_taken(document: Document) -> list[str]:
    """The fields with which no case can begin: what cannot be read, and what is not the citizen's to say."""
    return sorted({*unreadable(document.facts), *of_the_office(document.facts)})


def _applied_before(document: Document, view: View) -> bool:
    """Whether the household has a case of such a benefit already: then a person says whether this belongs on it."""
    cases = beside(document.facts, document.personal_number, document.party, view)
    return any(not case.ended and case.status != "afsluttet" for case in cases)


def case_type_of(document: Document, view: View) -> str:
    """The type of case that an application opens, ``""`` where its data do not suffice to know (BEN-03)."""
    try:
        birth_date(document.personal_number, view.almanac.country)
    except InputRefused:
        return ""
    return named_type(document)


def named_type(document: Document) -> str:
    """The type of case of the benefit that an application names, ``""`` where it names none (BEN-03).

    Since the reform there is one benefit: whose application for uddannelseshjælp came in then applies for kontanthjælp.
    """
    benefit = document.facts.get("benefit")
    if benefit == UDDANNELSE and document.received >= REFORM:
        return KONTANT
    return str(benefit) if benefit in (KONTANT, UDDANNELSE, SINGLE) else ""


def _on_case(document: Document, view: View) -> RegisterDocument | None:
    case = case_for(document, view)
    subject = subject_of(document)
    return RegisterDocument(document.id, subject, case=case.number) if case and subject else None


def subject_of(document: Document) -> str:
    """What a document is registered as by itself, ``""`` for what a person has to read first."""
    if document.category == EVENT:
        row = row_named(document.facts.get("event"))
        return row.name if row else ""
    return document.category if document.category in (DOCUMENTATION, PAYSLIP) else ""


RULES = {APPLICATION: "BEN-03", DOCUMENTATION: "BEN-14", PAYSLIP: "BEN-21", EVENT: "BEN-12"}


def _rule(document: Document) -> str:
    return RULES.get(document.category, "BEN-03")


def end_creation(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """The document has its case, so nobody need create one any more (BEN-03)."""
    outcome = "new case" if event.opened else "existing case"
    tasks = view.unfinished(event.document, "create_case")
    return [Answer(CompleteTask(task.id, outcome, by=event.by), "BEN-03") for task in tasks]


def task_for_document(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """What is on the case now becomes a task, for whoever owns the birthday (BEN-03, BEN-12, BEN-14, BEN-21)."""
    found = _event_row(event, view)
    work = [("handle_application", "BEN-03")] if event.opened else []
    if found:
        work.append((found.name, "BEN-12"))
    elif not event.opened:
        work.append(("payslip", "BEN-21") if event.subject == PAYSLIP else ("review_document", "BEN-14"))
    return [
        Answer(CreateTask(kind, event.case, about=event.document, owner=BY_DISTRIBUTION), rule) for kind, rule in work
    ]


def _event_row(event: DocumentRegistered, view: View) -> EventRow | None:
    return row_of(event.subject, view.document(event.document).facts)


def ask_registers(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """The registers are asked as soon as there is a case (BEN-05)."""
    if not event.opened:
        return []
    return [Answer(asked(register, view.case(event.case)), "BEN-05") for register in REGISTERS]


def note_event(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """An event of a register is noted, and the register is asked again (BEN-12)."""
    row = _event_row(event, view)
    if row is None:
        return []
    answers = []
    if row.name == SPOUSE_EVENT:
        day = _happened(view.document(event.document))
        answers.append(Answer(AmendCase(event.case, {"spouse_registered_on": f"{day}"}), "BEN-12"))
    if row.source_system in REGISTERS and not event.opened:  # a new case has all registers asked anyway
        answers.append(Answer(asked(row.source_system, view.case(event.case)), "BEN-05"))
    return answers


def _happened(document: Document) -> dt.date:
    """The day of an event: the one that it tells, else that of the document."""
    try:
        return dt.date.fromisoformat(str(document.facts.get("date")))
    except ValueError:
        return document.dated


def follow_distribution(event: TaskCreated, _recorded: Recorded, view: View) -> list[Answer]:
    """Who got the application is the caseworker of the case (BEN-03)."""
    if event.kind != "handle_application" or view.case(event.case).responsible == event.owner:
        return []
    return [Answer(AssignCase(event.case, event.owner, event.reason), "BEN-03")]


ANSWERS: Decisions = {
    DocumentReceived: [receive],
    DocumentRegistered: [end_creation, task_for_document, ask_registers, note_event],
    TaskCreated: [follow_distribution],
}
