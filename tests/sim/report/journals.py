"""Journals made by hand, event by event, and runs of a small office, for the tests of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from saksgang import events as e
from saksgang.journal import LinesJournal, Recorded, encode
from saksgang.records import Absence, StaffMember, Target
from saksgang_sim.promises import Waits
from saksgang_sim.report.counting import Counted, counted
from tests.sim.running import said
from tests.sim.worlds import scenario_in

__all__ = [
    "CASE",
    "MONDAY",
    "OPENED",
    "At",
    "counted_of",
    "folder_of",
    "hostile_case",
    "journal_of",
    "ledger",
    "missed",
    "run_of",
    "task",
]

CASE = "GAR-2026-00001"
MONDAY = dt.datetime(2026, 4, 13, 10, tzinfo=dt.UTC)
KARI = StaffMember("kari", "Kari Lund", ("saksbehandler",), "vest")
OLA = StaffMember("ola", "Ola Vik", ("leder",), absences=(Absence(dt.date(2026, 4, 20), dt.date(2026, 4, 21), "kurs"),))
OPENED = e.OfficeOpened("office", "", "Hagaby", "NO", "Europe/Oslo", "nb", {"garden": {}}, (KARI, OLA))

At = tuple[float, e.Event]


def journal_of(*happened: At) -> list[Recorded]:
    """The opening of an office, and then these events, each so many days after a Monday noon."""
    rows = [Recorded("office:1", MONDAY - dt.timedelta(days=1), "system:office", "", OPENED)]
    for number, (days, event) in enumerate(happened, start=1):
        rows.append(Recorded(f"garden:{number}", MONDAY + dt.timedelta(days=days), "staff:kari", "", event))
    return rows


def counted_of(*happened: At, office: Iterable[str] = (), recipients: Iterable[str] = ()) -> Counted:
    """The figures of these events, where these kinds of deadline wait for the office, and those for recipients."""
    waits = Waits(frozenset(office), frozenset(recipients))
    return counted([encode(each) for each in journal_of(*happened)], waits, {})


def folder_of(path: Path, *happened: At) -> Path:
    """A folder with these events as a journal of lines."""
    path.mkdir(parents=True, exist_ok=True)
    journal = LinesJournal(path / "journal.jsonl")
    journal.append(journal_of(*happened))
    journal.close()
    return path


def ledger(*, norm: float = 20.0, since: float = 0.0) -> e.DeadlineStarted:
    """A deadline with a norm and a limit ten days later, counted from a day on."""
    start = MONDAY + dt.timedelta(days=since)
    due = MONDAY + dt.timedelta(days=norm)
    targets = (Target("norm", "20 days", due), Target("limit", "30 days", due + dt.timedelta(days=10)))
    return e.DeadlineStarted("garden", CASE, f"{CASE}/deadline-1", "svar", "", start, targets)


def missed(*, norm: float = 20.0) -> At:
    """Its norm is missed."""
    due = MONDAY + dt.timedelta(days=norm)
    return norm, e.DeadlineMissed("garden", CASE, f"{CASE}/deadline-1", "svar", "", "norm", due)


def task(*, owner: str = "", section: str = "", number: int = 1) -> e.TaskCreated:
    """A task for an officer."""
    return e.TaskCreated("garden", CASE, f"{CASE}/task-{number}", "vurder", "", owner, "saksbehandler", section)


def hostile_case(*more: e.Event) -> list[At]:
    """A case whose norm is missed, with these events on it."""
    opened = e.CaseOpened("garden", CASE, "Parsell", "c:1", "", "ny")
    return [
        (0.0, opened),
        (0.0, ledger(norm=5)),
        (0.0, task(owner="kari")),
        *((0.5, event) for event in more),
        missed(norm=5),
    ]


def run_of(folder: Path, *more: str, months: int = 3) -> Path:
    """The folder of a run with too few on the staff and several fates of letters."""
    scenario = scenario_in(folder, months=months, seed=6, more="[service]\n'ppt_intake.review_case' = 700.0")
    said("simulate", scenario.path, "--out", folder / "run", *more)
    return folder / "run"
