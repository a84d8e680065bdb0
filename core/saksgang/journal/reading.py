"""Reading a journal of JSON lines: nothing is handed on that is not proved (COR-21)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from saksgang.errors import JournalDamaged
from saksgang.journal.access import begins_with, damaged, unreachable
from saksgang.journal.chain import START, linked
from saksgang.journal.head import Head, head_path, read_head
from saksgang.journal.record import Recorded, decode

__all__ = ["OPENING", "ending", "proved_head", "proved_lines", "read_lines", "unproved_lines"]

OPENING = b'{"id":"'


def ending(link: bytes) -> bytes:
    """What a line ends with after its last field: the first half of its link, and the line end."""
    return f',"chain":"{link[:8].hex()}"}}\n'.encode()


_ENDING = len(ending(START))


def read_lines(path: Path) -> Iterator[Recorded]:
    """All acknowledged events of a journal of lines, oldest first.

    What lies beyond the head was never acknowledged, whole line or torn, and is passed over.

    Raises:
        InputRefused: the file is out of reach or no journal.
        JournalDamaged: at the first line that is not as it was written, and at the end when the head is missing,
            was changed, or says otherwise.
    """
    last = ""
    for line in proved_lines(path):
        recorded = decode(line, last)
        last = recorded.id
        yield recorded


def proved_lines(path: Path) -> Iterator[bytes]:
    """The lines as they were encoded; raises as ``read_lines`` does."""
    head = read_head(path)
    if begins_with(path, len(OPENING)) not in (OPENING, b"") and head is None:
        raise unreachable(path, f"it is no journal, or both its first line and {head_path(path)} were changed")
    events, chain, at, line = 0, START, 0, b""
    with path.open("rb") as file:
        while head is None or at < head.bytes:
            raw = file.readline()
            if not raw:
                break
            candidate = raw[:-_ENDING] + b"}"
            link = linked(chain, candidate)
            if raw[-_ENDING:] != ending(link):
                raise _wrong(path, f"line {events + 1} is not as it was written", line)
            events, chain, at, line = events + 1, link, at + len(raw), candidate
            yield line
    if head is None:
        raise _wrong(path, f"{head_path(path)} is missing or was changed", line)
    if (events, chain.hex(), at) != (head.events, head.digest, head.bytes):
        raise _wrong(path, f"it ends after {events} lines, and its head says that there are {head.events}", line)


def unproved_lines(path: Path) -> Iterator[bytes]:
    """The lines as they were encoded, their links unread; up to the head."""
    head = read_head(path)
    events = head.events if head else 0
    with path.open("rb") as file:
        for raw in islice(file, events):
            yield raw[:-_ENDING] + b"}"


def proved_head(path: Path) -> Head:
    """The head of a journal after reading all of it; raises as ``read_lines`` does."""
    for _ in proved_lines(path):
        pass
    head = read_head(path)
    assert head is not None
    return head


def _wrong(path: Path, what: str, line: bytes) -> JournalDamaged:
    return damaged(path, what, decode(line).id if line else "")
