"""The journal as JSON lines: one that a person, a spreadsheet or a script can read (COR-01, COR-21)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from io import FileIO
from pathlib import Path

import msgspec

from saksgang.journal.access import not_taken, opened_for_reading
from saksgang.journal.chain import START, linked
from saksgang.journal.claim import claimed
from saksgang.journal.head import Head, write_head
from saksgang.journal.reading import ending, proved_head, proved_lines, read_lines
from saksgang.journal.record import Recorded, decode, encode

__all__ = ["LinesJournal"]

BUFFER = 1 << 20
LINKED = len(ending(START)) - 1  # by so many bytes the link makes a line longer


class LinesJournal:
    """An append-only file of JSON lines with its head beside it, begun where there is none.

    What ``flush`` has returned from is acknowledged. What a process that was killed wrote beyond that is moved to
    ``journal.unacknowledged`` when ``journal.jsonl`` is next opened for writing.

    Args:
        path: the file, such as ``journal.jsonl``.
        writing: false to open a journal that is there for reading only.

    Raises:
        InputRefused: the file cannot be opened, is no journal, or is in use by another process.
        JournalDamaged: file or head are not as they were written; opening reads all of it once.
    """

    def __init__(self, path: Path, *, writing: bool = True) -> None:
        self._path = path
        self._file: FileIO | None = None
        if writing:
            self._file, self._head = claimed(path)
        else:
            self._head = proved_head(path)
        self._events, self._chain = self._head.events, bytes.fromhex(self._head.digest)
        self._written = self._head.bytes
        self._unlinked: list[bytes] = []
        self._waiting: list[bytes] = []
        self._size = 0  # of both when they are on the disk, in bytes

    @property
    def digest(self) -> str:
        """The chained digest."""
        self._link()
        return self._chain.hex()

    def __len__(self) -> int:
        """How many events there are."""
        return self._events

    def append(self, unit: Sequence[Recorded]) -> None:
        """Take the events of one unit, all or none; raises ``InputRefused`` when the disk does not take them."""
        if self._file is None:
            raise opened_for_reading(self._path)
        if self._size > BUFFER:  # before the unit is touched: when this fails, the unit was not taken
            self._spill(self._file)
        lines = [encode(recorded) for recorded in unit]
        self._unlinked += lines
        self._events += len(lines)
        self._size += sum(map(len, lines)) + LINKED * len(lines)

    def flush(self) -> None:
        """Return when everything appended and its head are on the disk; raises ``InputRefused``."""
        head = Head(self._events, self.digest, self._written + self._size)
        if self._file is None or head == self._head:
            return
        self._spill(self._file)
        try:
            os.fsync(self._file.fileno())
            write_head(self._path, head)
        except OSError as error:
            raise not_taken(self._path, error.strerror or str(error)) from error
        self._head = head

    def close(self) -> None:
        """Flush and let go of the file."""
        if self._file is None:
            return
        try:
            self.flush()
        finally:
            self._file.close()
            self._file = None

    def __iter__(self) -> Iterator[Recorded]:
        """All events, oldest first; raises ``JournalDamaged`` at the first line that is not as it was written."""
        self.flush()
        return read_lines(self._path)

    def event(self, key: str) -> Recorded:
        """The event of that id, looked for from the start, for lines have no index; raises ``KeyError``."""
        self.flush()
        opening = b'{"id":%b,' % msgspec.json.encode(key)
        for line in proved_lines(self._path):
            if line.startswith(opening):
                return decode(line)
        raise KeyError(key)

    def of_case(self, number: str) -> Iterator[Recorded]:
        """The events of one case, oldest first, looked for from the start."""
        self.flush()
        named = b'"case":%b' % msgspec.json.encode(number)
        likely = (decode(line) for line in proved_lines(self._path) if named in line)
        return (recorded for recorded in likely if recorded.event.case == number)

    def _link(self) -> None:
        """Chain what came since the last time: many lines at once take less time than each in between other work."""
        chain, lines = self._chain, []
        for line in self._unlinked:
            chain = linked(chain, line)
            lines.append(line[:-1] + ending(chain))
        self._waiting += lines
        self._chain, self._unlinked = chain, []

    def _spill(self, file: FileIO) -> None:
        """Hand the lines to the system; where that fails half way, the next time writes over the half."""
        self._link()
        try:
            file.seek(self._written)
            block = memoryview(b"".join(self._waiting))
            while block:
                block = block[file.write(block) :]
        except OSError as error:
            raise not_taken(self._path, error.strerror or str(error)) from error
        self._written += self._size
        self._size = 0
        self._waiting.clear()
