"""Dates and times as they are written on the command line."""

from __future__ import annotations

import datetime as dt

from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac

__all__ = ["instant", "moment"]


def moment(text: str) -> dt.datetime:
    """A date and time as written, naive where it says no zone; a date alone is its first minute.

    Raises:
        InputRefused: it is none.
    """
    try:
        return dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise InputRefused(
            f'The time {text!r} cannot be read: write for example "2026-05-13 10:00", which is local time.'
        ) from None


def instant(text: str, almanac: Almanac) -> dt.datetime:
    """The UTC instant of a time as written: local time, unless it says a zone; raises ``InputRefused``."""
    written = moment(text)
    if written.tzinfo is not None:
        return written.astimezone(dt.UTC)
    return almanac.instant(written.date(), written.time())
