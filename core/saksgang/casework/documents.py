"""Documents: in by the post inbox, out of it by registration and in no other way (COR-01)."""

from __future__ import annotations

from saksgang.casework.cases import opening
from saksgang.casework.context import Context, staff_of
from saksgang.changing import changed
from saksgang.commands import RegisterDocument, SubmitDocument
from saksgang.errors import Refused
from saksgang.events import DocumentReceived, DocumentRegistered, Event
from saksgang.journal.record import Recorded
from saksgang.records import Document
from saksgang.state import MESSAGE, State, marked

__all__ = ["DECIDE", "FOLD"]


def submit_document(command: SubmitDocument, ctx: Context) -> list[Event]:
    """Put a document into the inbox, once whatever its channel does; the local day is the date of receipt."""
    ctx.catalogue.routine(command.routine)
    mark = command.message or str(command.facts.get(MESSAGE) or "")
    if mark and ctx.state.documents.count(marked(command.routine, mark)):
        return []
    received = ctx.today
    key = ctx.state.documents.next_id(command.routine)
    return [
        DocumentReceived(
            command.routine,
            "",
            key,
            command.sender,
            command.party,
            command.channel,
            command.category,
            received,
            command.dated or received,
            {**command.facts, MESSAGE: mark} if mark else command.facts,
            command.personal_number,
        )
    ]


def register_document(command: RegisterDocument, ctx: Context) -> list[Event]:
    """Register it on an existing case or as a new one; once only."""
    document = ctx.document(command.document)
    if document.case:
        raise Refused("COR-02", f"Document {document.id} is registered on case {document.case} already.")
    by = staff_of(ctx.actor) or ctx.actor
    if command.case:
        case = ctx.open_case(command.case)
        if case.routine != document.routine:
            raise Refused(
                "COR-02",
                f"Document {document.id} came for {document.routine} and cannot go on case {case.number}, which is one "
                f"of {case.routine}; name a case of {document.routine}.",
            )
        return [
            DocumentRegistered(
                case.routine, case.number, document.id, command.subject, by, opened=False, dated=command.dated
            )
        ]
    facts = {**document.facts, **command.facts}
    opened = opening(document.routine, command.case_type, document.party, document.personal_number, facts, ctx)
    return [
        opened,
        DocumentRegistered(
            document.routine, opened.case, document.id, command.subject, by, opened=True, dated=command.dated
        ),
    ]


def document_received(event: DocumentReceived, recorded: Recorded, state: State) -> None:
    """Fold: it lies in the inbox."""
    document = Document(
        event.document,
        event.routine,
        event.sender,
        event.party,
        event.channel,
        event.category,
        event.received,
        event.dated,
        recorded.at,
        facts=event.facts,
        personal_number=event.personal_number,
    )
    state.documents.put(event.document, document)


def document_registered(event: DocumentRegistered, _: Recorded, state: State) -> None:
    """Fold: it lies on the case, with the document date as the registration read it."""
    document = state.documents[event.document]
    dated = event.dated or document.dated
    state.documents.put(event.document, changed(document, case=event.case, subject=event.subject, dated=dated))


DECIDE = {SubmitDocument: submit_document, RegisterDocument: register_document}
FOLD = {DocumentReceived: document_received, DocumentRegistered: document_registered}
