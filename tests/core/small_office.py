"""A small office for tests: one routine made by hand that answers nothing, three on the staff, a clock that is set."""

from __future__ import annotations

import datetime as dt

from attrs import define, frozen

from saksgang.clock import ManualClock
from saksgang.commands import Command
from saksgang.declarations import (
    CaseType,
    Catalogue,
    DeadlineKind,
    LetterTemplate,
    Role,
    Routine,
    Status,
    TaskKind,
)
from saksgang.events import OfficeOpened
from saksgang.hookspecs import hookimpl
from saksgang.journal import Journal, MemoryJournal
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.records import StaffMember
from saksgang.view import View

__all__ = ["NUMBER", "ROUTINE", "SmallOffice", "SmallPlugin", "small_office", "utc"]

NUMBER = "01815000036"  # 1 January 1950, month + 80: it cannot belong to anyone


@frozen
class Nothing:
    """Settings without any."""


ROUTINE = Routine(
    name="small",
    version="1.0",
    api=">=1,<2",
    title="A small routine",
    language="nb",
    countries=("NO",),
    case_types=(
        CaseType(
            "Sak",
            "SAK",
            "Alminnelig sak",
            (Status("ny", "new", ("avsluttet",)), Status("avsluttet", "closed")),
        ),
    ),
    task_kinds=(
        TaskKind("reply", "Svar på henvendelse", "answer an inquiry", "saksbehandler"),
        TaskKind("approve", "Godkjenn brev", "approve a letter", "leder", ("approved", "returned")),
    ),
    deadline_kinds=(
        DeadlineKind("answer", "Frist for svar", "the inquiry is to be answered", "office", "forvaltningsloven § 11 a"),
        DeadlineKind("opened", "Frist for åpning", "the letter is to be opened", "recipient", "setting autoprint"),
    ),
    roles=(Role("saksbehandler", "caseworker"), Role("leder", "leader")),
    settings=Nothing,
    letters=(LetterTemplate("svarbrev", "Svarbrev", ("navn",), "Hei $navn", needs_approval=True),),
)

STAFF = (
    StaffMember("kari", "Kari", ("saksbehandler",), "nord"),
    StaffMember("ola", "Ola", ("saksbehandler",)),
    StaffMember("liv", "Liv", ("leder",)),
)


class SmallPlugin:
    """The routine as a plugin."""

    @hookimpl
    def declare_routine(self) -> Routine:
        """Say what it is."""
        return ROUTINE


@define
class SmallOffice:
    """The office with its clock and journal."""

    office: Office
    clock: ManualClock
    journal: Journal

    @property
    def view(self) -> View:
        """What a list sees now."""
        self.office.view.now = self.clock.time
        return self.office.view

    def at(self, text: str) -> None:
        """Set the clock to a local time, and let what is due by then pass."""
        self.clock.time = utc(text)
        self.office.run_due()

    def do(self, command: Command, actor: str = "staff:kari") -> str:
        """Carry out a command; returns the id of what it made, or the case."""
        events = [recorded.event for recorded in self.office.do(command, actor)]
        for name in ("task", "letter", "deadline", "document", "case"):
            made = getattr(events[0], name, "") if events else ""
            if made:
                return str(made)
        return ""


def small_office(journal: Journal | None = None, start: str = "2026-04-01 10:00") -> SmallOffice:
    """An open office in Norway; by default on Wednesday before Easter, its journal in memory."""
    journal = MemoryJournal() if journal is None else journal
    clock = ManualClock(utc(start))
    office = assemble(
        Catalogue({"small": ROUTINE}),
        Almanac("NO"),
        {"small": Nothing()},
        {"small": RoutineDesk("small")},
        {},
        clock,
        journal,
    )
    routines = {"small": {"version": "1.0", "settings": {}}}
    opened = OfficeOpened("office", "", "Fjordvik", "NO", "Europe/Oslo", "nb", routines, STAFF)
    office.record(opened, "system:office")
    return SmallOffice(office, clock, journal)


def utc(text: str) -> dt.datetime:
    """The instant of a Norwegian local time in summer (UTC+2) or, from November to March, in winter (UTC+1)."""
    local = dt.datetime.fromisoformat(text)
    hours = 2 if 4 <= local.month <= 10 else 1
    return (local - dt.timedelta(hours=hours)).replace(tzinfo=dt.UTC)
