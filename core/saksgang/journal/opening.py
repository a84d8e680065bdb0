"""Opening a journal whose kind is told by what lies there (COR-21, COR-22)."""

from __future__ import annotations

from pathlib import Path

from saksgang.journal.access import begins_with, unreachable
from saksgang.journal.head import head_path
from saksgang.journal.lines import LinesJournal
from saksgang.journal.reading import OPENING
from saksgang.journal.schema import MAGIC
from saksgang.journal.sqlite import SqliteJournal

__all__ = ["LINES", "SQLITE", "open_journal"]

LINES = "journal.jsonl"
SQLITE = "journal.sqlite"


def open_journal(path: Path, *, writing: bool = False) -> LinesJournal | SqliteJournal:
    """A journal that is there: a file of either kind, or the folder of a run that holds one.

    Raises:
        InputRefused: there is none, it is out of reach or in use.
        JournalDamaged: it is not as it was written.
    """
    file = _in_folder(path) if path.is_dir() else path
    begin = begins_with(file, len(MAGIC))
    if begin.startswith(OPENING) or head_path(file).exists():
        return LinesJournal(file, writing=writing)
    if MAGIC.startswith(begin):
        return SqliteJournal(file, writing=writing)
    raise unreachable(file, "it is no journal")


def _in_folder(folder: Path) -> Path:
    there = [folder / name for name in (LINES, SQLITE) if (folder / name).exists()]
    if len(there) == 1:
        return there[0]
    what = "has both" if there else "has neither"
    raise unreachable(folder, f"a run's folder has one journal, {LINES} or {SQLITE}, and this one {what}")
