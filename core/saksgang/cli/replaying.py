"""Rebuilding an office from its journal alone, and judging it (COR-01, COR-21, SIM-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import define, field, frozen

from saksgang.checks import Judge, Verdict
from saksgang.checks.laws import CORE_LAWS
from saksgang.cli.past import follow
from saksgang.events import OfficeOpened
from saksgang.explain import opening
from saksgang.journal import Journal
from saksgang.journal.record import Recorded
from saksgang.plugins import Registry
from saksgang.state import FINAL_LETTER_STATES, State

__all__ = ["Replayed", "replayed"]


@frozen
class Replayed:
    """What a journal came to when it was read from its first event to its last.

    Attributes:
        opened: the office as it was opened last.
        until: the instant of the last event; the checks judge up to it.
        unfinished: how many cases, tasks, letters and deadlines have not ended.
        judged: routine to version, of those whose checks had their say.
        missing: routines that are not installed here, so that nothing judged them.
        other_versions: routines that are installed in another version than the one that wrote the journal.
    """

    opened: OfficeOpened
    since: dt.datetime
    until: dt.datetime
    events: int
    digest: str
    unfinished: Mapping[str, int]
    judged: Mapping[str, str]
    missing: tuple[str, ...]
    other_versions: tuple[str, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def violated(self) -> bool:
        """Whether a check found something wrong."""
        return any(verdict.status == "violated" for verdict in self.verdicts)


@define
class _Reading:
    """What is kept while a journal goes by."""

    since: dt.datetime
    until: dt.datetime
    state: State = field(factory=State)
    events: int = 0
    last: str = ""
    versions: dict[str, str] = field(factory=dict)

    def see(self, recorded: Recorded) -> None:
        """One event further."""
        follow(recorded, self.state, self.last)
        if isinstance(recorded.event, OfficeOpened):
            self.versions |= {name: str(row["version"]) for name, row in recorded.event.routines.items()}
        self.events, self.last, self.until = self.events + 1, recorded.id, recorded.at


def replayed(journal: Journal, registry: Registry) -> Replayed:
    """Read a journal once, prove it, rebuild the office and hear every check of the routines that it names.

    Raises:
        InputRefused: the journal has no opening of an office.
        JournalDamaged: it does not read back as it was written; the error names the last good event.
    """
    # Every installed check sits in from the start, since a routine may be switched on later in an office's life.
    checks = {name: routine.checks for name, routine in registry.routines.items()}
    judge = Judge(CORE_LAWS, checks)
    opened = opening(journal)
    reading: _Reading | None = None
    for recorded in journal:
        reading = reading or _Reading(recorded.at, recorded.at)
        reading.see(recorded)
        judge.see(recorded)
    assert reading is not None, "a journal that has an opening has an event"
    judged = {name: version for name, version in reading.versions.items() if name in checks}
    heard = {check.id for check in (*CORE_LAWS, *(check for name in judged for check in checks[name]))}
    return Replayed(
        reading.state.opened or opened,
        reading.since,
        reading.until,
        reading.events,
        journal.digest,
        _unfinished(reading.state),
        judged,
        tuple(name for name in reading.versions if name not in checks),
        tuple(name for name, version in judged.items() if version != registry.routines[name].version),
        tuple(verdict for verdict in judge.verdicts(reading.until) if verdict.id in heard),
    )


def _unfinished(state: State) -> dict[str, int]:
    return {
        "cases": sum(not case.ended for case in state.cases),
        "tasks": sum(task.state in ("open", "waiting") for task in state.tasks),
        "letters": sum(letter.state not in FINAL_LETTER_STATES for letter in state.letters),
        "deadlines": sum(deadline.running for deadline in state.deadlines),
    }
