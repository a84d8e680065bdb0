"""The almanac of a country: local civil time, public holidays, working days and bank days (COR-14)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from saksgang.errors import InputRefused
from saksgang.legaltime.closed_days import bank_closed, check_year, holiday_names

__all__ = ["REMEMBERED", "Almanac"]

_ONE_DAY, _ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)
_SATURDAY, _SUNDAY = 5, 6
REMEMBERED = 4096  # days, or ends of rules, at the most
_ZONES = {"NO": "Europe/Oslo", "DK": "Europe/Copenhagen"}


@attrs.frozen
class Almanac:
    """The days and clocks of Norway (``"NO"``) or Denmark (``"DK"``).

    Attributes:
        country: ``"NO"`` or ``"DK"``.
        zone: IANA name of the time zone; the country's own by default.
        last_days: where a rule begun on a day ends, as far as it was reckoned: many deadlines begin on one day.

    Raises:
        InputRefused: for a country or zone that is not known, and in every method for a year outside
            1900 to 2200, or, where holidays matter, a year for which the library has none.
    """

    country: str
    zone: str = attrs.field()
    _tz: ZoneInfo = attrs.field(init=False, repr=False, eq=False)
    _offsets: dict[date, timedelta | None] = attrs.field(init=False, repr=False, eq=False, factory=dict)
    _latest: list[Any] = attrs.field(init=False, repr=False, eq=False, factory=list)
    last_days: dict[tuple[object, date], date] = attrs.field(init=False, repr=False, eq=False, factory=dict)

    @zone.default
    def _zone_of_country(self) -> str:
        if self.country not in _ZONES:
            raise InputRefused(f'The country {self.country!r} has no almanac: write "NO" or "DK".')
        return _ZONES[self.country]

    @_tz.default
    def _load_zone(self) -> ZoneInfo:
        self._zone_of_country()
        try:
            return ZoneInfo(self.zone)
        except (KeyError, ValueError, OSError):
            raise InputRefused(
                f'The time zone {self.zone!r} is not known: write an IANA name such as "{_ZONES[self.country]}".'
            ) from None

    def local(self, instant: datetime) -> datetime:
        """Give the local civil time of an instant, aware of its zone.

        Raises:
            InputRefused: for a time without a zone.
        """
        if instant.tzinfo is None:
            raise InputRefused(f"The time {instant} says no zone: an instant is written in UTC, with +00:00.")
        check_year(instant.year)
        return instant.astimezone(self._tz)

    def today(self, now: datetime) -> date:
        """Give the local day of an instant."""
        latest = self._latest  # from when, until when, which day
        if latest and now.tzinfo is not None and latest[0] <= now < latest[1]:
            day: date = latest[2]
            return day
        day = self.local(now).date()
        if (offset := self._offset_on(day)) is not None:
            begin = datetime.combine(day, time(), UTC) - offset
            latest[:] = begin, begin + _ONE_DAY, day
        return day

    def instant(self, day: date, clock: time) -> datetime:
        """Give the UTC instant of a local date and clock time.

        A time that does not exist (the spring night of summer time) moves forward to the first minute that
        does: 02:30 becomes 03:00. Of a time that comes twice (autumn) the first is meant, unless ``clock``
        has ``fold=1``.
        """
        offset = self._offset_on(day)
        if offset is not None:
            return datetime.combine(day, clock, UTC) - offset
        wall = datetime.combine(day, clock, self._tz)
        moment = wall.astimezone(UTC)
        while moment.astimezone(self._tz).time() != wall.time():
            wall = (wall + _ONE_MINUTE).replace(second=0, microsecond=0)
            moment = wall.astimezone(UTC)
        return moment

    def holiday_name(self, day: date) -> str | None:
        """Name the public holiday of a date in Norwegian or Danish; None when it is none."""
        return holiday_names(self.country, day).get(day)

    def is_working_day(self, day: date) -> bool:
        """Tell whether a date is neither Saturday, Sunday nor a public holiday."""
        return day not in holiday_names(self.country, day) and day.weekday() < _SATURDAY

    def is_bank_day(self, day: date) -> bool:
        """Tell whether banks settle on a date (COR-14, BEN-23); in Norway the working days."""
        return self.is_working_day(day) and day not in bank_closed(self.country, day.year)

    def why_not_working(self, day: date) -> str:
        """Give the holiday's name, else "Saturday" or "Sunday"; "" for a working day."""
        weekend = {_SATURDAY: "Saturday", _SUNDAY: "Sunday"}.get(day.weekday(), "")
        return self.holiday_name(day) or weekend

    def next_working_day(self, day: date) -> date:
        """Give the first working day on or after a date: the date itself when it is one."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def add_working_days(self, day: date, number: int) -> date:
        """Go a number of working days forward (or back, when negative); the day itself is not counted.

        Zero gives the day itself, whatever day it is.
        """
        step = _ONE_DAY if number > 0 else -_ONE_DAY
        left = abs(number)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def _offset_on(self, day: date) -> timedelta | None:
        """How far ahead of UTC the clocks are all day long; None on a day on which they are changed."""
        if day in self._offsets:
            return self._offsets[day]
        check_year(day.year)
        first, last = (datetime.combine(each, time(), self._tz).utcoffset() for each in (day, day + _ONE_DAY))
        if len(self._offsets) >= REMEMBERED:
            self._offsets.clear()
        offset = self._offsets[day] = first if first == last else None
        return offset

    def last_bank_day(self, year: int, month: int) -> date:
        """Give the last bank day of a month, the day of payment (BEN-23).

        Raises:
            InputRefused: for a month outside 1 to 12.
        """
        check_year(year)
        if not 1 <= month <= 12:
            raise InputRefused(f"The month {month} does not exist: write a number from 1 to 12.")
        day = date(year + month // 12, month % 12 + 1, 1) - _ONE_DAY
        while not self.is_bank_day(day):
            day -= _ONE_DAY
        return day
