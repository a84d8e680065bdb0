"""Looking things up on a case: the task, letter or deadline that an event or command is about."""

from __future__ import annotations

from saksgang.casework import staff_of
from saksgang.records import Document, StaffMember
from saksgang.view import View
from saksgang_ppt_intake.directory import Proposal, proposed
from saksgang_ppt_intake.names import ROUTINE
from saksgang_ppt_intake.rows import Category
from saksgang_ppt_intake.settings import Settings

__all__ = [
    "category_of",
    "document_on",
    "opening_document",
    "person_of",
    "proposal_for",
    "settings_of",
]


def settings_of(view: View) -> Settings:
    """The municipality's settings of this routine."""
    settings: Settings = view.all_settings[ROUTINE]
    return settings


def opening_document(view: View, case: str) -> str:
    """The id of the document that opened a case, ``""`` when none did: each such case was to be distributed."""
    return next((task.about for task in view.tasks(case) if task.kind == "distribute_case"), "")


def document_on(view: View, case: str, document: str) -> Document | None:
    """A document that is registered on that case."""
    try:
        found = view.document(document)
    except KeyError:
        return None
    return found if found.case == case else None


def category_of(view: View, document: str) -> Category:
    """The category that a document was registered as: the subject counts, not what the sender wrote."""
    return settings_of(view).category(view.document(document).subject)


def proposal_for(view: View, case: str, document: str) -> Proposal:
    """Whom the directory names for a case that a document opened (PPT-04)."""
    opened_by = view.document(document)
    return proposed(settings_of(view), view.case(case).facts, opened_by.subject, opened_by.received)


def person_of(view: View, actor: str) -> StaffMember | None:
    """The member of staff behind an actor such as ``staff:turid``."""
    return view.member(staff_of(actor))
