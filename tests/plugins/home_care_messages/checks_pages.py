"""Events of messages for journals written by hand; nothing here asks the routine but for the shipped rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.configuration import plain
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    CaseSeen,
    ContactRecorded,
    DeadlineMet,
    DeadlineStarted,
    DocumentReceived,
    DocumentRegistered,
    Event,
    OfficeOpened,
    ServiceAnswered,
    ServiceAsked,
    StatusChanged,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.records import StaffMember, Target
from saksgang_home_care_messages.settings import Settings
from tests.core.checks.pages import Pages, instant

__all__ = [
    "CASE",
    "DAY",
    "EVERY",
    "NAMES",
    "R",
    "amended",
    "answered",
    "asked",
    "became",
    "created",
    "deadline",
    "met",
    "moved",
    "opened",
    "pages",
    "received",
    "registered",
    "reply",
    "seen",
    "taken",
    "under_way",
]

R, CASE, DOC = "home_care_messages", "MELD-2026-00001", "home_care_messages/document-1"
DONE = "ferdig behandlet"
DAY = "1 working day, end of day"
NAMES = {
    "MSG-01": "Henvendelse til en tjeneste",
    "MSG-02": "Henvendelse til annen ansatt",
    "MSG-03": "Endring og avlysning av avtale",
    "MSG-04": "Søknad om tjeneste eller økt hjelpebehov",
    "MSG-05": "Fakturaspørsmål",
    "MSG-06": "Annen klage",
    "MSG-07": "Usaklig melding",
    "MSG-08": "Spørsmål til ulike tjenestesteder",
    "MSG-09": "Feil mottaker",
}
STAFF = (
    StaffMember("kari", "Kari", ("ansatt",)),
    StaffMember("per", "Per", ("ansatt",)),
    StaffMember("mona", "Mona", ("meldingsansvarlig",)),
    StaffMember("siri", "Siri", ("koordinator", "arbeidslisteansvarlig")),
    StaffMember("lena", "Lena", ("tjenesteleder",)),
)


def pages(**settings: Any) -> Pages:
    own = {**plain(Settings()), **settings}
    routines = {R: {"version": "1", "settings": own}}
    return Pages(OfficeOpened("office", "", "Prøvevik", "NO", "Europe/Oslo", "nb", routines, STAFF))


def under_way(requirement: str, by: str = "kari", **facts: Any) -> Pages:
    """A message of that type which somebody has taken and read, at 2 March 9:00 UTC."""
    journal = pages().add(opened(requirement, **facts), created(), taken(by), actor=f"staff:{by}")
    return journal.add(seen(by), actor=f"staff:{by}")


def received(category: str = "Feil mottaker") -> DocumentReceived:
    day = dt.date(2026, 3, 2)
    return DocumentReceived(R, "", DOC, "c1", "c1", "message", category, day, day)


def registered(subject: str = "Feil mottaker", new: bool = True) -> DocumentRegistered:
    return DocumentRegistered(R, CASE, DOC, subject, "rule:MSG-10", opened=new)


def opened(requirement: str = "MSG-01", **facts: Any) -> CaseOpened:
    return CaseOpened(R, CASE, "melding", "c1", "", "ny", {"type": NAMES[requirement], "sender": "c2", **facts})


def created(kind: str = "handle_message", role: str = "ansatt", n: int = 1, **fields: Any) -> TaskCreated:
    about = fields.pop("about", "")
    return TaskCreated(R, CASE, f"{CASE}/task-{n}", kind, about, fields.pop("owner", ""), role, "", **fields)


def taken(by: str = "kari", previous: str = "", n: int = 1) -> TaskTaken:
    return TaskTaken(R, CASE, f"{CASE}/task-{n}", by, previous)


def moved(to: str, n: int = 1) -> TaskReassigned:
    return TaskReassigned(R, CASE, f"{CASE}/task-{n}", to, "ansatt", "", "x")


def seen(by: str = "kari") -> CaseSeen:
    return CaseSeen(R, CASE, by)


def reply(kind: str = "full", to: str = "c1", **facts: Any) -> ContactRecorded:
    told = {"kind": kind, "text": "Svar.", **facts}
    return ContactRecorded(R, CASE, f"{CASE}/contact-1", to, "out", "message", f"{kind} reply", "x", told)


def amended(**facts: Any) -> CaseAmended:
    return CaseAmended(R, CASE, facts)


def became(new: str = DONE, old: str = "ny") -> StatusChanged:
    return StatusChanged(R, CASE, old, new, "", final=new == DONE)


def asked(service: str) -> ServiceAsked:
    return ServiceAsked(R, CASE, f"{CASE}/request-1", service, "2026-03-03 10:00")


def answered(**facts: Any) -> ServiceAnswered:
    return ServiceAnswered(R, CASE, f"{CASE}/request-1", "handheld", "2026-03-03 10:00", facts)


def deadline(
    kind: str = "first_reply", rule: str = DAY, about: str = "", at: str = "03-02 09:00", n: int = 1
) -> DeadlineStarted:
    due = instant("03-03 22:59")
    return DeadlineStarted(R, CASE, f"{CASE}/deadline-{n}", kind, about, instant(at), (Target("due", rule, due),))


def met(kind: str = "first_reply") -> DeadlineMet:
    return DeadlineMet(R, CASE, f"{CASE}/deadline-1", kind, "", "due", instant("03-03 22:59"), "x")


EVERY: tuple[Event, ...] = (
    received(),
    opened(),
    registered(),
    created(),
    taken(),
    moved("per"),
    seen(),
    reply(),
    amended(type="x", forward="per"),
    became("under behandling"),
    asked("handheld"),
    answered(in_vain=True),
    deadline(),
    met(),
    became(),
)
"""One of each, for what concerns nobody else."""
