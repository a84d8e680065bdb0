"""Events of the routine for journals written by hand; nothing here asks the routine."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve

from saksgang.events import (
    CaseAmended,
    CaseOpened,
    DeadlineExtended,
    DeadlineMissed,
    DeadlineStarted,
    NoteWritten,
    OfficeOpened,
    ServiceAnswered,
    ServiceAsked,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.records import StaffMember, Target
from tests.core.checks.pages import Pages, opening

__all__ = [
    "ACTIVE",
    "CASE",
    "CLAIM",
    "CLOSED",
    "MONITORED",
    "POINTS",
    "R",
    "amended",
    "answered",
    "asked",
    "cancelled",
    "date",
    "done",
    "extended",
    "noted",
    "opened",
    "pages",
    "passed",
    "status",
    "task",
]

R, CASE = "long_term_monitoring", "GJE-2026-00001"
ACTIVE, MONITORED, CLOSED = "Saken er aktiv", "Saken er på langtidsovervåking", "Saken er avsluttet"
POINTS = ["Adresse", "Inntekt"]
CLAIM = {"id": "F-1", "what": "SFO", "amount": 5000, "basis": "faktura", "due": "2026-01-20"}
STAFF = (StaffMember("kari", "Kari", ("innfordrer",)), StaffMember("ida", "Ida", ("resepsjon",)))
OSLO = ZoneInfo("Europe/Oslo")


def office(**changes: Any) -> OfficeOpened:
    settings = {
        "first_interval": "6 months",
        "interval": "6 months",
        "checklist": POINTS,
        "outcomes": [
            {"name": "Fortsett overvåking", "effect": "continue", "months": 0},
            {"name": "Avvent", "effect": "continue", "months": 24},
            {"name": "Vekk til live", "effect": "wake", "months": 0},
        ],
        "finance_check": "1 month",
        "session": "monday 09:00",
        "limitation_margin": "4 months",
    }
    return evolve(opening(), routines={R: {"version": "1", "settings": {**settings, **changes}}}, staff=STAFF)


def pages(**changes: Any) -> Pages:
    return Pages(office(**changes))


def opened(*claims: dict[str, Any], state: str = ACTIVE) -> CaseOpened:
    return CaseOpened(R, CASE, "Gjeldssak", "citizen:1", "", state, {"claims": list(claims or (CLAIM,))})


def amended(*claims: dict[str, Any], **finance: Any) -> CaseAmended:
    return CaseAmended(R, CASE, {"claims": list(claims), **({"finance": finance} if finance else {})})


def status(new: str, old: str = "", reason: str = "") -> StatusChanged:
    return StatusChanged(R, CASE, old or (ACTIVE if new != ACTIVE else MONITORED), new, reason, new == CLOSED)


def date(due: str, kind: str = "review", number: int = 1, clock: str = "06:00") -> DeadlineStarted:
    """A reminder that is due on a local day."""
    at = dt.datetime.fromisoformat(f"{due}T{clock}").replace(tzinfo=OSLO).astimezone(dt.UTC)
    case = CASE if kind == "review" else ""
    return DeadlineStarted(R, case, f"d-{number}", kind, kind, at, (Target("due", "x", at),))


def passed(kind: str = "review", number: int = 1) -> DeadlineMissed:
    case = CASE if kind == "review" else ""
    return DeadlineMissed(R, case, f"d-{number}", kind, kind, "due", dt.datetime(2026, 9, 2, 4, tzinfo=dt.UTC))


def extended(due: str, reason: str = "syk") -> DeadlineExtended:
    at = dt.datetime.fromisoformat(f"{due}T06:00").replace(tzinfo=OSLO).astimezone(dt.UTC)
    return DeadlineExtended(R, CASE, "d-1", "due", at, reason)


def task(kind: str, number: int = 1, about: str = "d-1", case: str = CASE, **facts: Any) -> TaskCreated:
    return TaskCreated(R, case, f"t-{number}", kind, about, "kari", "innfordrer", "", facts=facts)


def done(kind: str, outcome: str, number: int = 1, case: str = CASE, about: str = "d-1", **facts: Any) -> TaskCompleted:
    ticked = {"ticked": POINTS} if kind == "review" else {}
    return TaskCompleted(R, case, f"t-{number}", kind, about, outcome, "kari", "kari", {**ticked, **facts})


def cancelled(kind: str, number: int = 1, case: str = CASE) -> TaskCancelled:
    return TaskCancelled(R, case, f"t-{number}", kind, "x")


def noted(text: str = "Langtidsoppfølging") -> NoteWritten:
    return NoteWritten(R, CASE, "n-1", "rule:MON-11", text)


def asked(*claims: str, case: str = "") -> ServiceAsked:
    return ServiceAsked(R, case, "r-1", "finance", "x", {"claims": {CASE: list(claims)}})


def answered(**told: dict[str, Any]) -> ServiceAnswered:
    found = {key.replace("_", "-"): row for key, row in told.items()}
    return ServiceAnswered(R, "", "r-1", "finance", "x", {"found": {CASE: found}})
