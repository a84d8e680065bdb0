"""Journals to export, and the public schemas that exports are held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.events import Event, OfficeOpened
from saksgang.export import export_log
from saksgang.journal import LinesJournal, MemoryJournal, Recorded
from saksgang.records import StaffMember
from tests.core.journal.factory import every_event
from tests.core.small_office import SmallOffice, small_office
from tests.house.sources import ROOT

__all__ = ["OPENED", "everything", "exported", "journal_of", "lived", "schema"]

NOON = dt.datetime(2026, 3, 29, 12, 0, 5, tzinfo=dt.UTC)
OPENED = OfficeOpened(
    "office", "", "Fjordvik", "NO", "Europe/Oslo", "nb", {}, (StaffMember("kari", "Kari Lund", ("leder",), "nord"),)
)


def journal_of(*events: Event, actor: str = "staff:kari") -> MemoryJournal:
    """A journal of an opened office in which these events happened, a second apart."""
    journal = MemoryJournal()
    for n, event in enumerate((OPENED, *events)):
        journal.append([Recorded(f"{event.routine}:{n + 1}", NOON + dt.timedelta(seconds=n), actor, "", event)])
    return journal


def everything() -> MemoryJournal:
    """A journal with an event of each type."""
    return journal_of(*(evolve(event, case="") if "office" in event.routine else event for event in every_event()))


def exported(journal: MemoryJournal | LinesJournal, form: str, folder: Path) -> Path:
    """The journal in that form."""
    path = folder / f"log.{form}"
    export_log(journal, form, path)
    return path


def lived(live: Callable[[SmallOffice], object]) -> MemoryJournal:
    """The journal of the small office after that."""
    journal = MemoryJournal()
    live(small_office(journal))
    return journal


def schema(name: str) -> Path:
    """A public schema that lies beside the checkout; the test is skipped where it does not."""
    for folder in ROOT.parents:
        if (folder / "shared/schemas" / name).exists():
            return folder / "shared/schemas" / name
    pytest.skip(f"the public schema {name} is not beside this checkout")
