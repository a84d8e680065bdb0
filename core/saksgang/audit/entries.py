"""An entry of a log, whatever form the log has, and how its times are read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac

__all__ = ["Entry", "Times", "refuse_no_file", "zone_called"]

_DATE_ALONE = re.compile(r"\d{4}-\d\d-\d\d")
_LAST_MINUTE = dt.time(23, 59)


@frozen
class Entry:
    """One event of a log.

    Attributes:
        number: its place in the log, for entries of one time.
        at: the UTC instant; of a date alone its first minute where the office is.
        columns: everything that the log says of it, by the log's own names.
        place: where it stands, such as ``line 17``.
    """

    number: int
    case: str
    activity: str
    at: dt.datetime
    columns: Mapping[str, str]
    place: str


@frozen
class Times:
    """How the times of a log are read.

    Attributes:
        almanac: of the office: a date alone is a local day there.
        zone: what a time that says no zone means; ``None`` to refuse such times. One that the spring night leaves out
            is the first minute that exists after it.
        formats: as ``strptime`` has them, tried in order; without any, times are in ISO 8601.
    """

    almanac: Almanac
    zone: ZoneInfo | None = None
    formats: tuple[str, ...] = ()

    def first(self, text: str, place: str) -> dt.datetime:
        """The instant of a time, the first minute of a date; raises ``InputRefused``."""
        return self._instant(text, place, dt.time())

    def last(self, text: str, place: str) -> dt.datetime:
        """The last minute that is meant by a due time: of a date alone the end of that day; raises ``InputRefused``."""
        return self._instant(text, place, _LAST_MINUTE).replace(second=0, microsecond=0)

    def _instant(self, text: str, place: str, of_a_date: dt.time) -> dt.datetime:
        written, date_alone = self._read(text.strip(), place)
        if not date_alone and written.tzinfo is None and self.zone is None:
            raise InputRefused(
                f"{place}: The time {text!r} says no zone: name the zone that is meant, such as --zone "
                f"{self.almanac.zone} or --zone UTC."
            )
        try:
            if date_alone:
                return self.almanac.instant(written.date(), of_a_date)
            moment = self._named.instant(written.date(), written.time()) if written.tzinfo is None else written
            return self.almanac.local(moment).astimezone(dt.UTC)
        except (InputRefused, OverflowError):
            raise InputRefused(f"{place}: The time {text!r} is outside the calendar of 1900 to 2200.") from None

    @cached_property
    def _named(self) -> Almanac:
        """The same calendar on the clock of the zone that is named."""
        return Almanac(self.almanac.country, self.zone.key if self.zone else self.almanac.zone)

    def _read(self, text: str, place: str) -> tuple[dt.datetime, bool]:
        """The time as it is written, and whether it is a date alone."""
        try:
            if self.formats:
                return _by_formats(text, self.formats)
            return dt.datetime.fromisoformat(text), bool(_DATE_ALONE.fullmatch(text))
        except ValueError:
            expected = " or ".join(map(repr, self.formats)) or "ISO 8601, such as 2026-05-13T10:00:00+02:00"
            raise InputRefused(
                f"{place}: The time {text!r} cannot be read as {expected}: say how times are written, such as "
                "--date-format %d.%m.%Y."
            ) from None


def _by_formats(text: str, formats: tuple[str, ...]) -> tuple[dt.datetime, bool]:
    for form in formats:
        try:
            return dt.datetime.strptime(text, form), _has_no_clock(form)  # noqa: DTZ007 - the zone is judged by the caller
        except ValueError:
            continue
    raise ValueError(text)


@lru_cache(maxsize=64)
def _has_no_clock(form: str) -> bool:
    return re.search("%[HIMScXTR]", form) is None


def refuse_no_file(path: Path) -> None:
    """Raises ``InputRefused`` for a pipe or device, which would be waited for; what is not there is for the opener."""
    if path.exists() and not path.is_file():
        raise InputRefused(f"The log {path} cannot be opened: it is no file; name a CSV or XES file.")


def zone_called(name: str) -> ZoneInfo:
    """The time zone of an IANA name; raises ``InputRefused``."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InputRefused(
            f'The time zone {name!r} is not known: write an IANA name such as "Europe/Oslo", or UTC.'
        ) from None
