"""From the post inbox onto a case: PPT-01, PPT-05, and the deadlines that begin with it (PPT-11)."""

from __future__ import annotations

from saksgang.commands import Answer, CompleteTask, CreateTask, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import DocumentReceived, DocumentRegistered
from saksgang.journal.record import Recorded
from saksgang.legaltime import Rule, due
from saksgang.records import Document
from saksgang.view import View
from saksgang_ppt_intake.law import rule_in_force
from saksgang_ppt_intake.looking import category_of, settings_of
from saksgang_ppt_intake.names import ROUTINE
from saksgang_ppt_intake.rows import Category
from saksgang_ppt_intake.settings import Settings

__all__ = [
    "ANSWERS",
    "answer_targets",
    "confirm_new_referral",
    "end_registration",
    "put_in_inbox",
    "review_on_existing_case",
    "start_answer_deadline",
]


def put_in_inbox(event: DocumentReceived, _recorded: Recorded, _view: View) -> list[Answer]:
    """A document came: the consultants are to register it (PPT-01)."""
    return [Answer(CreateTask("register_document", routine=ROUTINE, about=event.document), "PPT-01")]


def end_registration(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """The document left the inbox, so its task is done by whoever registered it (PPT-01)."""
    outcome = "new case" if event.opened else "existing case"
    tasks = view.unfinished(event.document, "register_document")
    return [Answer(CompleteTask(task.id, outcome, by=event.by), "PPT-01") for task in tasks]


def start_answer_deadline(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """An inquiry that needs an answer has a service norm and perhaps a legal limit, both from receipt (PPT-11)."""
    category = category_of(view, event.document)
    if not category.needs_answer:
        return []
    document = view.document(event.document)
    targets = answer_targets(category, document, settings_of(view))
    start = StartDeadline("answer", event.case, targets, about=document.id, start=document.arrived)
    return [Answer(start, "PPT-11")]


def answer_targets(category: Category, document: Document, settings: Settings) -> dict[str, str]:
    """The targets of an answer, as rules in words; the law's only for an individual decision (PPT-11)."""
    targets = {"norm": str(Rule(settings.reply_norm, "end of day"))}
    if category.individual_decision:
        targets["limit"] = rule_in_force("preliminary_reply", document.received)
    return targets


def confirm_new_referral(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """A new referral is to be confirmed by the consultant who registered it (PPT-05)."""
    if not category_of(view, event.document).new_referral:
        return []
    rule = Rule(settings_of(view).confirm_within, "end of day")
    last = due(view.document(event.document).arrived, rule, view.almanac)
    task = CreateTask("confirm_receipt", event.case, about=event.document, owner=event.by, due=last)
    return [Answer(task, "PPT-05")]


def review_on_existing_case(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """What comes to a case that is there already goes to its caseworker, or to the specialists' queue (PPT-07)."""
    if event.opened:
        return []
    owner = view.case(event.case).responsible
    return [Answer(CreateTask("review_case", event.case, about=event.document, owner=owner), "PPT-07")]


ANSWERS: Decisions = {
    DocumentReceived: [put_in_inbox],
    DocumentRegistered: [
        end_registration,
        start_answer_deadline,
        confirm_new_referral,
        review_on_existing_case,
    ],
}
