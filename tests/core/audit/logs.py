"""Short logs, written as a case a word: activity and local time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from saksgang.audit import Entry, Times, zone_called
from saksgang.legaltime import Almanac

__all__ = ["DENMARK", "NORWAY", "entries", "local"]

NORWAY = Times(Almanac("NO"), zone_called("Europe/Oslo"))
DENMARK = Times(Almanac("DK"), zone_called("Europe/Copenhagen"))


def local(text: str) -> dt.datetime:
    """The instant of a local time in Norway; of a date its first minute."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Oslo")).astimezone(dt.UTC)


def entries(*rows: str, case: str = "1", **columns: str) -> list[Entry]:
    """Entries of one case, each written as ``Received 2026-03-02 10:00``."""
    parted = (row.partition(" ") for row in rows)
    return [
        Entry(n, case, activity, local(at), columns, f"line {n}") for n, (activity, _, at) in enumerate(parted, start=2)
    ]
