"""All events of a few cases, found by reading the journal once more with a glance at each line (SIM-09)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from saksgang.errors import JournalDamaged
from saksgang.journal import Recorded, decode

__all__ = ["about", "gathered"]

OFFICE = frozenset({"OfficeOpened", "StaffAbsent", "StaffReturned", "StaffGone"})


class _Fields(msgspec.Struct):
    case: str
    document: str = ""


class _Glance(msgspec.Struct):
    type: str
    data: _Fields


_glance = msgspec.json.Decoder(_Glance).decode


def about(encoded: Iterable[bytes], case: str) -> Iterator[bytes]:
    """The lines about one case, and what is said of the office and of documents, which may be its own."""
    for line in encoded:
        seen = _seen(line)
        if seen.data.case == case or seen.type in OFFICE or seen.type == "DocumentReceived":
            yield line


def gathered(encoded: Iterable[bytes], cases: Collection[str]) -> dict[str, list[Recorded]]:
    """The events of each of these cases, oldest first, the arrival of its documents with them.

    Raises:
        JournalDamaged: a line cannot be read.
    """
    wanted: dict[str, list[Recorded]] = {case: [] for case in cases}
    inbox: dict[str, bytes] = {}
    for line in encoded:
        seen = _seen(line)
        document = seen.data.document
        if document and seen.type == "DocumentReceived":
            inbox[document] = line
        arrived = inbox.pop(document, None) if document and seen.type == "DocumentRegistered" else None
        events = wanted.get(seen.data.case)
        if events is not None:
            if arrived is not None:
                events.append(decode(arrived))
            events.append(decode(line))
    return wanted


def _seen(line: bytes) -> _Glance:
    try:
        return _glance(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise JournalDamaged(f"A line of the journal cannot be read: {error}; put a copy in its place.", "") from error
