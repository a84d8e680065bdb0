"""Opening a journal whose kind is told by what lies there (COR-21, COR-22)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field

from saksgang.journal.access import MAGIC, begins_with, unreachable
from saksgang.journal.head import head_path, read_head
from saksgang.journal.lines import LinesJournal
from saksgang.journal.reading import OPENING, proved_lines, unproved_lines

if TYPE_CHECKING:
    from saksgang.journal.sqlite import SqliteJournal

__all__ = ["LINES", "SQLITE", "Encoded", "open_journal"]

LINES = "journal.jsonl"
SQLITE = "journal.sqlite"


def open_journal(path: Path, *, writing: bool = False) -> LinesJournal | SqliteJournal:
    """A journal that is there: a file of either kind, or the folder of a run that holds one.

    Raises:
        InputRefused: there is none, it is out of reach or in use.
        JournalDamaged: it is not as it was written.
    """
    file = _in_folder(path) if path.is_dir() else path
    return LinesJournal(file, writing=writing) if _has_lines(file) else _sqlite(file, writing=writing)


@define
class Encoded:
    """Each event of a journal as its line of JSON, not made into an event: for whoever reads millions of them.

    Iterating proves the chain. It raises ``InputRefused`` when there is no journal, it is out of reach or in use, and
    ``JournalDamaged`` at the first line that is not as it was written, or at the end when the head says otherwise.

    Attributes:
        path: the journal's file, or the folder of a run that holds one.
        digest: of the journal once it has been read to its end, ``""`` before.
    """

    path: Path
    digest: str = field(init=False, default="")

    def __iter__(self) -> Iterator[bytes]:
        """The lines, oldest first."""
        file = _in_folder(self.path) if self.path.is_dir() else self.path
        if _has_lines(file):
            yield from proved_lines(file)
            head = read_head(file)
            self.digest = head.digest if head else ""
            return
        journal = _sqlite(file, writing=False)
        try:
            yield from journal.encoded()
            self.digest = journal.digest
        finally:
            journal.close()

    def again(self) -> Iterator[bytes]:
        """The lines without proof: for who has just read them to their end."""
        file = _in_folder(self.path) if self.path.is_dir() else self.path
        return unproved_lines(file) if _has_lines(file) else iter(self)


def _sqlite(file: Path, *, writing: bool) -> SqliteJournal:
    from saksgang.journal.sqlite import SqliteJournal  # noqa: PLC0415 - SQLAlchemy is large, and lines need none of it

    return SqliteJournal(file, writing=writing)


def _has_lines(file: Path) -> bool:
    """Whether it is a journal of lines, else one in SQLite; raises ``InputRefused`` when it is neither."""
    begin = begins_with(file, len(MAGIC))
    if begin.startswith(OPENING) or head_path(file).exists():
        return True
    if MAGIC.startswith(begin):
        return False
    raise unreachable(file, "it is no journal")


def _in_folder(folder: Path) -> Path:
    there = [folder / name for name in (LINES, SQLITE) if (folder / name).exists()]
    if len(there) == 1:
        return there[0]
    what = "has both" if there else "has neither"
    raise unreachable(folder, f"a run's folder has one journal, {LINES} or {SQLITE}, and this one {what}")
