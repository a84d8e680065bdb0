"""Opening a journal whose kind is told by what lies there (COR-21, COR-22)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from attrs import define, field

from saksgang.journal.access import MAGIC, begins_with, unreachable
from saksgang.journal.address import Address, Place, place_of
from saksgang.journal.head import head_path, read_head
from saksgang.journal.lines import LinesJournal
from saksgang.journal.reading import OPENING, proved_lines, unproved_lines

if TYPE_CHECKING:
    from saksgang.journal.database import DatabaseJournal

__all__ = ["LINES", "SQLITE", "Encoded", "open_journal"]

LINES = "journal.jsonl"
SQLITE = "journal.sqlite"


def open_journal(place: Place | str, *, writing: bool = False) -> LinesJournal | DatabaseJournal:
    """A journal that is there: a file of either kind, the folder of a run that holds one, or an address.

    Raises:
        InputRefused: there is none, it is out of reach or in use.
        JournalDamaged: it is not as it was written.
    """
    found = _found(place)
    if _has_lines(found):
        return LinesJournal(found, writing=writing)
    return _in_database(found, writing=writing)


@define
class Encoded:
    """Each event of a journal as its line of JSON, not made into an event: for whoever reads millions of them.

    Iterating proves the chain. It raises ``InputRefused`` when there is no journal, it is out of reach or in use, and
    ``JournalDamaged`` at the first line that is not as it was written, or at the end when the head says otherwise.

    Attributes:
        place: the journal's file, the folder of a run that holds one, or an address.
        digest: of the journal once it has been read to its end, ``""`` before.
    """

    place: Place | str
    digest: str = field(init=False, default="")

    def __iter__(self) -> Iterator[bytes]:
        """The lines, oldest first."""
        found = _found(self.place)
        if _has_lines(found):
            yield from proved_lines(found)
            head = read_head(found)
            self.digest = head.digest if head else ""
            return
        journal = _in_database(found, writing=False)
        try:
            yield from journal.encoded()
            self.digest = journal.digest
        finally:
            journal.close()

    def again(self) -> Iterator[bytes]:
        """The lines without proof: for who has just read them to their end."""
        found = _found(self.place)
        return unproved_lines(found) if _has_lines(found) else iter(self)


def _found(place: Place | str) -> Place:
    """The address, or the file of the journal."""
    named = place if isinstance(place, Address) else place_of(place)
    return _in_folder(named) if isinstance(named, Path) and named.is_dir() else named


def _has_lines(found: Place) -> TypeGuard[Path]:
    """Whether it is a journal of lines, else one in a database; raises ``InputRefused`` when it is neither."""
    if isinstance(found, Address):
        return False
    begin = begins_with(found, len(MAGIC))
    if begin.startswith(OPENING) or head_path(found).exists():
        return True
    if MAGIC.startswith(begin):
        return False
    raise unreachable(found, "it is no journal")


def _in_database(found: Place, *, writing: bool) -> DatabaseJournal:
    # SQLAlchemy is large, and lines need none of it.
    if isinstance(found, Address):
        from saksgang.journal.postgresql import PostgresqlJournal  # noqa: PLC0415 - see above

        if writing:  # opening begins no journal
            PostgresqlJournal(found, writing=False).close()
        return PostgresqlJournal(found, writing=writing)
    from saksgang.journal.sqlite import SqliteJournal  # noqa: PLC0415 - see above

    return SqliteJournal(found, writing=writing)


def _in_folder(folder: Path) -> Path:
    there = [folder / name for name in (LINES, SQLITE) if (folder / name).exists()]
    if len(there) == 1:
        return there[0]
    what = "has both" if there else "has neither"
    raise unreachable(folder, f"a run's folder has one journal, {LINES} or {SQLITE}, and this one {what}")
