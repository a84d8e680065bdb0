"""One reading of the journal, from which every figure of the report is made (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from attrs import define

from saksgang.errors import InputRefused
from saksgang.events import OfficeOpened
from saksgang.journal import decode
from saksgang.legaltime import Almanac
from saksgang_sim.figure import Figure
from saksgang_sim.promises import Waits
from saksgang_sim.report.absences import Absences
from saksgang_sim.report.calendar import Calendar
from saksgang_sim.report.deadlines import Deadlines
from saksgang_sim.report.declared import Declared
from saksgang_sim.report.letters import Letters
from saksgang_sim.report.outcomes import Outcomes
from saksgang_sim.report.queues import Queues
from saksgang_sim.report.slim import See, slim, told
from saksgang_sim.report.whereabouts import Whereabouts

__all__ = ["Counted", "counted"]

STAFF = frozenset({"OfficeOpened", "StaffAbsent", "StaffReturned", "StaffGone"})


@define
class Counted:
    """A journal in figures.

    Attributes:
        opened: what the office opened with, last.
        first: the first event's time.
        last: the last one's.
    """

    opened: OfficeOpened
    events: int
    first: dt.datetime
    last: dt.datetime
    deadlines: Deadlines
    letters: Letters
    queues: Queues
    outcomes: Outcomes
    declared: tuple[Declared, ...]


def counted(encoded: Iterable[bytes], waits: Waits, figures: Mapping[str, tuple[Figure, ...]]) -> Counted:
    """Read a journal from its first line to its last.

    Args:
        encoded: its lines, oldest first.
        waits: whom the deadlines wait for.
        figures: what routines declare beside the figures that all have.

    Raises:
        InputRefused: it does not begin with the opening of an office.
        JournalDamaged: a line cannot be read.
    """
    lines = slim(encoded)
    first = next(lines, None)
    recorded = decode(first[0]) if first is not None and first[1].type == "OfficeOpened" else None
    if first is None or recorded is None or not isinstance(recorded.event, OfficeOpened):
        raise InputRefused("The journal does not begin with the opening of an office: name the journal of a run.")
    made = _made(recorded.event, recorded.at, waits, figures)
    absences, outcomes = made.deadlines.whereabouts.absences, made.outcomes
    sees = _sees(
        made.outcomes.sees, made.letters.sees, made.queues.sees, made.deadlines.whereabouts.sees, made.deadlines.sees
    )
    declared = _by_type(made.declared)
    for number, (raw, line) in enumerate(chain([first], lines), start=1):
        made.events, made.last = number, line.at
        if line.type in STAFF:
            event = decode(raw).event
            absences.heard(event, line.at)
            made.opened = event if isinstance(event, OfficeOpened) else made.opened
            continue
        outcomes.glance(line.type, raw)
        told(line, sees, number)
        for figure in declared.get(line.type, ()):
            figure.see(line)
    made.letters.finish()
    made.queues.finish()
    made.outcomes.finish()
    return made


def _made(opened: OfficeOpened, at: dt.datetime, waits: Waits, figures: Mapping[str, tuple[Figure, ...]]) -> Counted:
    almanac = Almanac(opened.country, opened.zone)
    calendar = Calendar(almanac)
    deadlines = Deadlines(calendar, Whereabouts(Absences(almanac), waits.recipient), waits)
    declared = tuple(
        Declared(routine, figure, calendar) for routine in opened.routines for figure in figures.get(routine, ())
    )
    return Counted(opened, 0, at, at, deadlines, Letters(), Queues(calendar), Outcomes(), declared)


def _sees(*tables: Mapping[str, See]) -> Mapping[str, tuple[See, ...]]:
    by_type: dict[str, list[See]] = defaultdict(list)
    for table in tables:
        for name, see in table.items():
            by_type[name].append(see)
    return {name: tuple(each) for name, each in by_type.items()}


def _by_type(declared: Iterable[Declared]) -> Mapping[str, list[Declared]]:
    by_type: dict[str, list[Declared]] = defaultdict(list)
    for each in declared:
        by_type[each.figure.event].append(each)
    return by_type
