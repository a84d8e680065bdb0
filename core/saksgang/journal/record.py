"""One line of the journal: an event and its circumstances, and how it is written and read (COR-01)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import msgspec
from attrs import frozen

from saksgang.errors import JournalDamaged
from saksgang.events import EVENTS, Event

__all__ = ["Recorded", "decode", "encode"]


@frozen
class Recorded:
    """An event in the journal.

    Attributes:
        id: ``<stream>:<n>``, the n-th event of its routine (or of ``office``); it does not depend on what other
            routines do (PLG-04).
        at: the UTC instant.
        actor: who did it, such as ``staff:turid``, ``citizen:000123``, ``system:mailbox``, ``rule:PPT-10``, ``clock``.
        cause: the id of the event that it follows from, ``""`` for what came from outside.
    """

    id: str
    at: dt.datetime
    actor: str
    cause: str
    event: Event

    @property
    def kind(self) -> str:
        """The name of the event's type."""
        return type(self.event).__name__


class _Line(msgspec.Struct, gc=False):
    """A line's fields in their order."""

    id: str
    at: dt.datetime
    actor: str
    cause: str
    type: str
    data: Event


# An instant without a zone cannot be set beside others.
_Instant = Annotated[dt.datetime, msgspec.Meta(tz=True)]

_write = msgspec.json.Encoder(decimal_format="string").encode
_read = msgspec.json.Decoder(type=dict[str, Any]).decode


def encode(recorded: Recorded) -> bytes:
    """The line as JSON in UTF-8, without a line end."""
    event = recorded.event
    return _write(_Line(recorded.id, recorded.at, recorded.actor, recorded.cause, type(event).__name__, event))


def decode(line: bytes, last_good: str = "") -> Recorded:
    """The event that was written; raises ``JournalDamaged`` when it cannot be read back."""
    try:
        raw = _read(line)
        at = msgspec.convert(raw["at"], _Instant)
        event = msgspec.convert(raw["data"], EVENTS[raw["type"]])
        return Recorded(raw["id"], at, raw["actor"], raw["cause"], event)
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError) as error:
        which = f"The line of the journal after event {last_good}" if last_good else "A line of the journal"
        raise JournalDamaged(f"{which} cannot be read: {error}; put a copy in its place.", last_good) from error
