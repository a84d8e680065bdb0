"""One event of each kind, made from the types of its fields alone, short journals of them, and their damage."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

from saksgang.events import EVENTS, Event
from saksgang.journal import Recorded

__all__ = ["SHORT", "every_event", "flipped", "records"]

NOON = dt.datetime(2026, 3, 29, 12, 0, 5, 250000, tzinfo=dt.UTC)
# With these a file is small enough to try every byte of it.
SHORT = ("CaseSeen", "LetterPosted", "StaffGone", "HandlingRetried")
PLAIN: dict[Any, Any] = {
    bool: True,
    int: 3,
    dt.date: dt.date(2024, 2, 29),
    dt.datetime: NOON,
    Any: {"søker": 'en "flik" \\ ny\nlinje 😀', "liste": [1, -2, None, True, {"dypt": []}]},
}


def every_event() -> list[Event]:
    """One of each, in the order of the vocabulary."""
    return [_made(kind) for kind in EVENTS.values()]


def records(number: int, names: Iterable[str] = EVENTS) -> list[Recorded]:
    """That many events on three cases and none, each a second after the one before and caused by it."""
    kinds = [EVENTS[name] for name in names]
    cases = ("", "PPT-2026-00001", "PPT-2026-00002", "PPT-2026-00003")
    rows = []
    for n in range(1, number + 1):
        event = _made(kinds[n % len(kinds)], case=cases[n % 4])
        cause = f"ppt_intake:{n - 1}" if n > 1 else ""
        rows.append(Recorded(f"ppt_intake:{n}", NOON + dt.timedelta(seconds=n), "staff:turid", cause, event))
    return rows


@contextmanager
def flipped(path: Path, at: int, bit: int) -> Iterator[None]:
    """A file with one bit flipped, for as long as it takes."""
    with path.open("r+b", buffering=0) as file:
        file.seek(at)
        byte = file.read(1)
        file.seek(at)
        file.write(bytes([byte[0] ^ 1 << bit]))
        try:
            yield
        finally:
            file.seek(at)
            file.write(byte)


def _made(kind: type[Any], **given: str) -> Any:
    hints = get_type_hints(kind)
    made = {f.name: _value(f.name, hints[f.name]) for f in fields(kind)}
    return kind(**made | given)


def _value(name: str, hint: Any) -> Any:
    inner = get_args(hint)
    if hint is str:
        return f"{name} æøå"
    if get_origin(hint) is dict:
        return {"nøkkel": _value(name, inner[1])}
    if get_origin(hint) is tuple:
        return (_value(name, inner[0]), _value(name, inner[0]))
    if get_origin(hint) in (Union, types.UnionType):
        return _value(name, inner[0])
    return _made(hint) if has(hint) else PLAIN[hint]
