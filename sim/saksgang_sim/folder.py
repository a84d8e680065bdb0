"""What a run leaves behind: a folder with journal, summary, scenario and municipality (SIM-09)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.journal import Journal, LinesJournal, MemoryJournal, SqliteJournal
from saksgang_sim.reading import municipality_path
from saksgang_sim.run import Outcome
from saksgang_sim.summary import summary

__all__ = ["FORMATS", "RunFolder", "run_folder"]

FORMATS = ("lines", "sqlite")
NAMES = {"lines": "journal.jsonl", "sqlite": "journal.sqlite"}
GATHER = 1000


@frozen
class RunFolder:
    """A run's journal, and where the rest goes; without a path nothing is left."""

    journal: Journal
    path: Path | None = None

    def leave(self, outcome: Outcome, scenario: str) -> None:
        """Write the summary, and copies of what the run was made from."""
        if self.path is None:
            return
        text = json.dumps(summary(outcome), indent=2, ensure_ascii=False)
        (self.path / "summary.json").write_text(text + "\n", encoding="utf-8")
        shutil.copyfile(outcome.scenario.path, self.path / "scenario.toml")
        shutil.copyfile(municipality_path(outcome.scenario), self.path / "municipality.toml")


@contextmanager
def run_folder(path: Path | None, kind: str) -> Iterator[RunFolder]:
    """Open a folder for a new run; an earlier run of ours in it gives way, anything else is refused (COR-22)."""
    if path is None:
        yield RunFolder(MemoryJournal())
        return
    _clear(path)
    file = path / NAMES[kind]
    journal: Journal = LinesJournal(file) if kind == "lines" else SqliteJournal(file, gather=GATHER)
    try:
        yield RunFolder(journal, path)
    finally:
        journal.close()


OURS = (
    "journal.jsonl",
    "journal.head.json",
    "journal.sqlite",
    "journal.sqlite-journal",
    "journal.unacknowledged",
    "summary.json",
    "scenario.toml",
    "municipality.toml",
)


def _clear(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        strange = sorted(each.name for each in path.iterdir() if each.name not in OURS)
    except OSError as error:
        raise InputRefused(f"The run cannot be left in {path}: {error.strerror}; name another folder.") from error
    if strange:
        raise InputRefused(f"The folder {path} holds {strange[0]!r}, which no run left there; name another folder.")
    for name in OURS:
        (path / name).unlink(missing_ok=True)
