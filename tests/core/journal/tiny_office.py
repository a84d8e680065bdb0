"""An office that a test kills: ``python -m tests.core.journal.tiny_office PLACE`` works on until somebody ends it.

Every minute of its clock has one command, so that its journal is the same however often it was killed on the way.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from saksgang.clock import ManualClock
from saksgang.commands import AmendCase, Answer, Command, CreateTask, OpenCase, StartDeadline, WriteNote
from saksgang.declarations import Catalogue
from saksgang.events import CaseOpened
from saksgang.journal import Journal, PostgresqlJournal, Recorded, SqliteJournal
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.view import View
from tests.core.small_office import ROUTINE, Nothing

__all__ = ["DESK", "START", "next_step", "one_life", "step", "tiny_office"]

ROOT = Path(__file__).parents[3]

START = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
DESK = "staff:kari"


def respond(event: Recorded, view: View) -> Sequence[Answer]:
    """A new case gets a deadline and a task, so that a unit has several events."""
    if not isinstance(event.event, CaseOpened):
        return ()
    case = event.event.case
    commands = (StartDeadline("answer", case, {"due": "1 hour"}), CreateTask("reply", case))
    return [Answer(command, "T-1") for command in commands]


def tiny_office(journal: Journal) -> Office:
    """An office over a journal, its clock where the journal ends."""
    clock, desk = ManualClock(START), RoutineDesk("small", respond)
    return assemble(
        Catalogue({"small": ROUTINE}), Almanac("NO"), {"small": Nothing()}, {"small": desk}, {}, clock, journal
    )


def next_step(journal: Journal) -> int:
    """How many commands the journal holds already."""
    return sum(recorded.actor == DESK for recorded in journal)


def step(office: Office, number: int) -> None:
    """Let a minute go by, and do what its command says."""
    assert isinstance(office.clock, ManualClock)
    office.clock.time = START + dt.timedelta(minutes=number)
    office.run_due()
    office.do(_command(number), DESK)


def one_life(place: str | Path, events: int, delay: float) -> list[str]:
    """Start the office, kill it some seconds after so many events, and tell what it had acknowledged."""
    command = [sys.executable, "-m", "tests.core.journal.tiny_office", str(place)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    with child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(events)]
        time.sleep(delay)
        child.kill()
        lines += child.stdout.readlines()
    return [line.rstrip() for line in lines if line.endswith("\n")]


def _command(number: int) -> Command:
    case = f"SAK-2026-{number // 4 + 1:05d}"
    commands: list[Command] = [
        OpenCase("small", "Sak", f"innbygger-{number}"),
        WriteNote(case, f"Notat {number}"),
        AmendCase(case, {"minutt": number}),
        WriteNote(case, "Avslutning"),
    ]
    return commands[number % 4]


def _main(place: str) -> None:
    journal = PostgresqlJournal(place) if place.startswith("postgresql:") else SqliteJournal(Path(place))
    office = tiny_office(journal)
    office.heard.append(_acknowledge)
    number = next_step(journal)
    while True:
        step(office, number)
        number += 1


def _acknowledge(recorded: Recorded) -> None:
    sys.stdout.write(f"{recorded.id}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _main(sys.argv[1])
