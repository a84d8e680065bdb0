"""Events of the benefits routine for journals written by hand, in 2024; nothing here asks the routine."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import Check, Judge, Verdict
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    DocumentReceived,
    DocumentRegistered,
    LetterDrafted,
    LetterSent,
    NoteWritten,
    OfficeOpened,
    ServiceAnswered,
    ServiceAsked,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReopened,
    TaskWaiting,
)
from saksgang.records import Absence, StaffMember
from tests.core.checks.pages import Pages

__all__ = [
    "ASTA",
    "BO",
    "CASE",
    "DOC",
    "LETTER",
    "Book",
    "R",
    "amended",
    "answered",
    "asked",
    "book",
    "calculation",
    "cancelled",
    "done",
    "drafted",
    "line",
    "moment",
    "note",
    "office",
    "opened",
    "payment",
    "postings",
    "received",
    "registered",
    "reopened",
    "sent",
    "status",
    "task",
    "waits",
]

R, CASE, DOC, LETTER = "benefits", "KH-2024-00001", "benefits/document-1", "KH-2024-00001/letter-1"
# Born on 12 August 1985 and 2 November 1983, the day with 60 added.
ASTA, BO = "7208850007", "6211830003"
STAFF = (
    StaffMember("dagny", "Dagny", ("sagsbehandler",), deputy="malthe"),
    StaffMember("malthe", "Malthe", ("sagsbehandler",)),
    StaffMember("viggo", "Viggo", ("sagsbehandler", "lønsedler")),
    StaffMember("betjent", "Betjent", ("betjent",)),
)
BIRTHDAYS = [
    {"first": "01.05", "last": "09.09", "owner": "dagny"},
    {"first": "15.12", "last": "29.02", "owner": "viggo"},
]
BY_RULE = "rule:BEN-00"


def moment(text: str) -> dt.datetime:
    """Such as ``2024-06-03 07:00`` in UTC; in summer that is nine in the morning in Denmark."""
    return dt.datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=dt.UTC)


def office(away: bool = False, **changes: Any) -> OfficeOpened:
    settings = {
        "fallback_owner": "malthe",
        "birthdays": BIRTHDAYS,
        "documentation_time": "10 days, end of day, moved to a working day",
        "paper_presumption": "6 working days",
        "held_at_most": "10 days, end of day",
        "allow_projected": False,
        "closing_words": ["ønske"],
        **changes,
    }
    absence = Absence(dt.date(2024, 6, 3), dt.date(2024, 6, 7), "ferie")
    first = StaffMember("dagny", "Dagny", ("sagsbehandler",), deputy="malthe", absences=(absence,))
    staff = (first, *STAFF[1:]) if away else STAFF
    routines = {R: {"version": "1", "settings": settings}}
    return OfficeOpened("office", "", "Prøveby", "DK", "Europe/Copenhagen", "da", routines, staff)


class Book(Pages):
    """A journal in the making, in UTC, from Monday 3 June 2024 at nine Danish time."""

    def __init__(self, first: OfficeOpened) -> None:
        super().__init__(first)
        self.written.clear()
        self._last.clear()
        self.now = moment("2024-06-03 07:00")
        self.add(first, actor="system:office")

    def at(self, text: str) -> Book:
        """From now on it is that time in UTC."""
        self.now = moment(text)
        return self

    def add(self, *events: Any, actor: str = "staff:dagny", cause: str = "") -> Book:
        """Write events down, one after the other."""
        super().add(*events, actor=actor, cause=cause)
        return self

    def rule(self, *events: Any) -> Book:
        """Write events down that a rule did."""
        return self.add(*events, actor=BY_RULE)

    def verdict(self, check: type[Check], end: str = "2024-06-27 00:00") -> Verdict:
        """What a check makes of it when the journal ends then."""
        judge = Judge([check])
        for recorded in self.written:
            judge.see(recorded)
        return judge.verdicts(moment(end))[0]

    def held(self, check: type[Check], end: str = "2024-06-27 00:00") -> bool:
        """Whether it was put to the test and held."""
        return super().held(check, end)

    def wrong(self, check: type[Check], end: str = "2024-06-27 00:00") -> str:
        """Requirement, case and sentence of the one violation."""
        return super().wrong(check, end)


def book(away: bool = False, **changes: Any) -> Book:
    return Book(office(away, **changes))


def received(category: str = "Ansøgning", number: str = ASTA, document: str = DOC, **facts: Any) -> DocumentReceived:
    day = dt.date(2024, 6, 3)
    return DocumentReceived(
        R, "", document, "citizen:asta", "citizen:asta", "self-service", category, day, day, facts, number
    )


def registered(
    subject: str = "Ansøgning", document: str = DOC, opened: bool = True, by: str = BY_RULE, case: str = CASE
) -> DocumentRegistered:
    return DocumentRegistered(R, case, document, subject, by, opened=opened)


def opened(number: str = ASTA, kind: str = "kontanthjælp", case: str = CASE, **facts: Any) -> CaseOpened:
    return CaseOpened(R, case, kind, "citizen:asta", number, "modtaget", facts)


def amended(**facts: Any) -> CaseAmended:
    """New facts; ``payment_2024_06`` stands for ``payment/2024-06``."""
    names = {name: name.replace("_", "/", 1).replace("_", "-") if "_20" in name else name for name in facts}
    return CaseAmended(R, CASE, {names[name]: value for name, value in facts.items()})


def status(new: str, old: str = "modtaget", final: bool = False, case: str = CASE) -> StatusChanged:
    return StatusChanged(R, case, old, new, "", final)


def task(kind: str, about: str = DOC, owner: str = "dagny", number: int = 1, **more: Any) -> TaskCreated:
    values = {"role": "sagsbehandler", "case": CASE, "reason": "", "facts": {}, **more}
    case, role, reason, facts = values["case"], values["role"], values["reason"], values["facts"]
    return TaskCreated(R, case, f"{CASE}/task-{number}", kind, about, owner, role, "", reason=reason, facts=facts)


def done(
    kind: str, outcome: str, by: str = "dagny", about: str = DOC, number: int = 1, owner: str = ""
) -> TaskCompleted:
    return TaskCompleted(R, CASE, f"{CASE}/task-{number}", kind, about, outcome, owner or by, by)


def cancelled(kind: str, reason: str = "kommet", number: int = 1) -> TaskCancelled:
    return TaskCancelled(R, CASE, f"{CASE}/task-{number}", kind, reason)


def waits(by: str = "dagny", reason: str = "venter", number: int = 1) -> TaskWaiting:
    return TaskWaiting(R, CASE, f"{CASE}/task-{number}", by, reason)


def reopened(number: int = 1) -> TaskReopened:
    return TaskReopened(R, CASE, f"{CASE}/task-{number}", "videre")


def drafted(template: str, body: str = "", letter: str = LETTER) -> LetterDrafted:
    return LetterDrafted(R, CASE, letter, template, "citizen:asta", "dagny", "Brev", body, needs_approval=False)


def sent(template: str, to: str = "citizen:asta", letter: str = LETTER) -> LetterSent:
    return LetterSent(R, CASE, letter, template, to, "k", "")


def note(text: str = "Betingelserne er opfyldt.", by: str = "dagny") -> NoteWritten:
    return NoteWritten(R, CASE, f"{CASE}/note-1", by, text)


def asked(service: str, about: str = "", number: int = 1, **facts: Any) -> ServiceAsked:
    return ServiceAsked(R, CASE, f"{CASE}/request-{number}", service, about, facts)


def answered(service: str, number: int = 1, **facts: Any) -> ServiceAnswered:
    return ServiceAnswered(R, CASE, f"{CASE}/request-{number}", service, "", facts)


def line(amount: str, rate: str = "adult", status: str = "official") -> dict[str, Any]:
    told = {"law": "aktivloven § 25", "valid_from": "2024-01-01", "source": "bm.dk"} if rate else {"law": "§ 30"}
    return {"label": "Linje", "amount": amount, "rate": rate, "status": status, **told}


def calculation(amount: str = "12326.00", **changes: Any) -> dict[str, Any]:
    made = {
        "month": "2024-06",
        "lines": [line(amount)],
        "amount": amount,
        "status": "official",
        "mark": "",
        "spouse": "no spouse",
        "income": "none",
        "obstacle": "",
    }
    return {**made, **changes}


def postings(
    debit: str = "12326.00", credit: str = "12326.00", account: str = "5.57.73 gr. 007"
) -> list[dict[str, Any]]:
    return [
        {"account": account, "side": "debit", "amount": debit},
        {"account": "8.52.59", "side": "credit", "amount": credit},
    ]


def payment(amount: str = "12326.00", **changes: Any) -> dict[str, Any]:
    made = {
        "month": "2024-06",
        "amount": amount,
        "paid_on": "2024-06-28",
        "state": "ordered",
        "status": "official",
        "mark": "",
        "payslip": "",
        "postings": postings(amount, amount),
    }
    return {**made, **changes}
