"""What a run leaves behind: a folder with journal, summary, scenario and municipality (SIM-09)."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from attrs import frozen

from saksgang import journal as journals
from saksgang.errors import InputRefused
from saksgang.journal.using import refuse_in_use
from saksgang_sim.reading import municipality_path
from saksgang_sim.run import Outcome
from saksgang_sim.scenario import Scenario
from saksgang_sim.summary import summary

if sys.platform != "win32":
    import fcntl

__all__ = ["CASE_REPORT", "FORMATS", "REPORT", "RunFolder", "run_folder", "sources"]

FORMATS = ("lines", "sqlite")
NAMES = {"lines": "journal.jsonl", "sqlite": "journal.sqlite"}
GATHER = 1000
SUMMARY = "summary.json"
REPORT, CASE_REPORT = "report.html", "report-case.html"
COPIES = ("scenario.toml", "municipality.toml")
# Made of the journal beside them, under the names that help and documents give: of another run they would tell wrong.
MADE_OF_IT = (REPORT, CASE_REPORT, "run.csv", "run.ocel.json", "run.ocel.sqlite", "run.xes", "run.xml")
OURS = (
    "journal.jsonl",
    "journal.head.json",
    "journal.sqlite",
    "journal.sqlite-journal",
    "journal.unacknowledged",
    SUMMARY,
    *COPIES,
    *MADE_OF_IT,
)


@frozen
class RunFolder:
    """A run's journal, and where the rest goes; without a path nothing is left."""

    journal: journals.Journal
    path: Path | None = None

    def leave(self, outcome: Outcome) -> None:
        """Write the summary, and copies of what the run was made from."""
        if self.path is None:
            return
        text = json.dumps(summary(outcome), indent=2, ensure_ascii=False)
        (self.path / SUMMARY).write_text(text + "\n", encoding="utf-8")
        for file, name in zip(sources(outcome.scenario), COPIES, strict=True):
            shutil.copyfile(file, self.path / name)


def sources(scenario: Scenario) -> tuple[Path, Path]:
    """The files that a run of it is made from: the scenario's own, and its municipality's."""
    return scenario.path, municipality_path(scenario)


@contextmanager
def run_folder(path: Path | None, kind: str, made_from: Sequence[Path] = ()) -> Iterator[RunFolder]:
    """Open a folder for a new run; an earlier run of ours in it gives way, anything else is refused (COR-22).

    Raises:
        InputRefused: the folder cannot be used, holds what no run left there, or holds what the run is made from; or
            another process is at work on it, or on a journal in it.
    """
    if path is None:
        yield RunFolder(journals.MemoryJournal())
        return
    with ExitStack() as held:
        _clear(path, made_from, held)
        file = path / NAMES[kind]
        journal: journals.Journal = (
            journals.LinesJournal(file) if kind == "lines" else journals.SqliteJournal(file, gather=GATHER)
        )
        held.callback(journal.close)
        yield RunFolder(journal, path)


def _clear(path: Path, made_from: Sequence[Path], held: ExitStack) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        _alone(path, held)
        _refuse_strange(path, made_from)
        for name in NAMES.values():
            refuse_in_use(path / name)
        for name in OURS:
            (path / name).unlink(missing_ok=True)
    except OSError as error:
        raise InputRefused(f"The run cannot be left in {path}: {error.strerror}; name another folder.") from error


def _alone(path: Path, held: ExitStack) -> None:
    """One run at a time: two that begin together would find no journal in use, and each clear away the other's."""
    if sys.platform == "win32":  # no lock on a folder there, but a file that is open cannot be deleted
        return
    folder = os.open(path, os.O_RDONLY)
    held.callback(os.close, folder)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputRefused(
            f"The folder {path} is in use by another run: end that one first, or name another folder."
        ) from error


def _refuse_strange(path: Path, made_from: Sequence[Path]) -> None:
    """What no run left is nothing to delete; a copy is ours beside a summary, a report or export beside a journal."""
    for file in made_from:
        if file.resolve().parent == path.resolve():
            raise InputRefused(f"The run is made from {file.name!r} in {path}; name another folder to leave it in.")
    names = {each.name for each in path.iterdir()}
    foreign = {*(() if SUMMARY in names else COPIES), *(() if names & set(NAMES.values()) else MADE_OF_IT)}
    ours = [name for name in OURS if name not in foreign]
    if strange := sorted(names.difference(ours)):
        more = f" and {len(strange) - 1} more" if strange[1:] else ""
        raise InputRefused(
            f"The folder {path} holds {strange[0]!r}{more}, which no run left there; "
            "name another folder, or take what is yours out of it."
        )
