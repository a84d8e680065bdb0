"""The journal as the figures need it: few fields of each event, so that millions are read in seconds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, TypeAlias

import msgspec

from saksgang.errors import JournalDamaged

__all__ = ["Data", "Line", "See", "Target", "fields_of", "slim", "told"]


class Target(msgspec.Struct, frozen=True, gc=False):
    """A target of a deadline."""

    name: str
    due: dt.datetime


class Data(msgspec.Struct):
    """The fields that figures are made of; an event that has no such field leaves it empty."""

    routine: str
    case: str
    type: str = ""
    status: str = ""
    new: str = ""
    final: bool = False
    task: str = ""
    kind: str = ""
    owner: str = ""
    role: str = ""
    section: str = ""
    by: str = ""
    outcome: str = ""
    reason: str = ""
    deadline: str = ""
    target: str = ""
    start: dt.datetime | None = None
    due: dt.datetime | None = None
    targets: tuple[Target, ...] = ()
    letter: str = ""
    template: str = ""
    late: bool = False
    request: str = ""
    service: str = ""


class Line(msgspec.Struct):
    """One line: when, what, and the rest unread."""

    at: Annotated[dt.datetime, msgspec.Meta(tz=True)]
    type: str
    data: msgspec.Raw


See: TypeAlias = Callable[[Data, dt.datetime], None]

_line = msgspec.json.Decoder(Line).decode
_data = msgspec.json.Decoder(Data).decode
_fields = msgspec.json.Decoder(dict[str, Any]).decode


def slim(encoded: Iterable[bytes]) -> Iterator[tuple[bytes, Line]]:
    """Each line as it is and what can be said of it at a glance; raises ``JournalDamaged``."""
    for number, raw in enumerate(encoded, start=1):
        try:
            yield raw, _line(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise _unread(number, error) from error


def told(line: Line, sees: Mapping[str, tuple[See, ...]], number: int) -> None:
    """Hand an event's fields to whoever counts events of its type; raises ``JournalDamaged``."""
    wanted = sees.get(line.type)
    if wanted is None:
        return
    try:
        data = _data(line.data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _unread(number, error) from error
    for see in wanted:
        see(data, line.at)


def fields_of(line: Line) -> dict[str, Any]:
    """All fields of an event."""
    return _fields(line.data)


def _unread(number: int, error: Exception) -> JournalDamaged:
    return JournalDamaged(f"Line {number} of the journal cannot be read: {error}; put a copy in its place.", "")
