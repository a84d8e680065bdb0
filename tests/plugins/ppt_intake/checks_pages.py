"""Events of the PPT routine for journals written by hand; nothing here asks the routine."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.events import (
    CaseAssigned,
    CaseOpened,
    DocumentReceived,
    DocumentRegistered,
    LetterCompleted,
    LetterDrafted,
    LetterSent,
    OfficeOpened,
    TaskCompleted,
    TaskCreated,
)
from tests.core.checks.pages import Pages, opening

__all__ = [
    "CASE",
    "DAY",
    "DOC",
    "LETTER",
    "R",
    "assigned",
    "completed",
    "done",
    "drafted",
    "office",
    "opened",
    "pages",
    "received",
    "registered",
    "sent",
    "task",
]

R, CASE, DOC, LETTER = "ppt_intake", "PPT-2026-00001", "ppt_intake/document-1", "PPT-2026-00001/letter-1"
DAY = dt.date(2026, 3, 2)
CATEGORIES = [
    {"name": "Henvisning", "new_referral": True, "individual_decision": True, "needs_answer": True},
    {"name": "Henvendelse", "new_referral": False, "individual_decision": False, "needs_answer": True},
    {"name": "Opplysninger", "new_referral": False, "individual_decision": False, "needs_answer": False},
]
DIRECTORY = [
    {"to": "fred", "institution": "Skole 1", "youngest": 6, "oldest": 12, "category": "*"},
    {"to": "lena", "institution": "*", "youngest": 0, "oldest": 5, "category": "*"},
    {"to": "frida", "institution": "*", "youngest": 0, "oldest": 120, "category": "Henvisning"},
]


def office(**changes: Any) -> OfficeOpened:
    settings = {
        "categories": CATEGORIES,
        "directory": DIRECTORY,
        "directory_fallback": "lena",
        "autoprint_after": "2 working days",
        "reply_norm": "15 working days",
        "confirm_within": "2 working days",
    }
    return opening(**{**settings, **changes})


def pages(**changes: Any) -> Pages:
    return Pages(office(**changes))


def received(day: dt.date = DAY, dated: dt.date = DAY, document: str = DOC) -> DocumentReceived:
    return DocumentReceived(R, "", document, "citizen:1", "citizen:1", "letter", "Henvisning", day, dated)


def registered(subject: str = "Henvisning", by: str = "kari", document: str = DOC) -> DocumentRegistered:
    return DocumentRegistered(R, CASE, document, subject, by, opened=True)


def opened(**facts: Any) -> CaseOpened:
    return CaseOpened(R, CASE, "PPT-sak", "citizen:1", "", "ny", facts)


def assigned(to: str, previous: str = "", reason: str = "") -> CaseAssigned:
    return CaseAssigned(R, CASE, to, previous, reason)


def task(kind: str, owner: str = "", role: str = "", about: str = "", number: int = 1, reason: str = "") -> TaskCreated:
    return TaskCreated(R, CASE, f"{CASE}/task-{number}", kind, about, owner, role, "", reason=reason)


def done(kind: str, outcome: str, by: str, about: str = "", number: int = 1) -> TaskCompleted:
    return TaskCompleted(R, CASE, f"{CASE}/task-{number}", kind, about, outcome, by, by)


def drafted(template: str, author: str = "fred", answers: str = DOC, approval: bool = False) -> LetterDrafted:
    needs = approval or template == "svarbrev"
    return LetterDrafted(R, CASE, LETTER, template, "citizen:1", author, "Brev", "Hei", needs, answers)


def completed(template: str, by: str = "fred", rounds: int = 1) -> LetterCompleted:
    return LetterCompleted(R, CASE, LETTER, template, by, template == "svarbrev", rounds)


def sent(template: str) -> LetterSent:
    return LetterSent(R, CASE, LETTER, template, "citizen:1", "k", "")
