"""The days on which a country's offices or banks are closed, a year at a time (COR-14)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache

import holidays

from saksgang.errors import InputRefused

__all__ = ["bank_closed", "check_year", "holiday_names"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
# Always passed: left out, or not known to the library ("nb"), the names follow the environment.
_LANGUAGES = {"NO": "no", "DK": "da"}


def check_year(year: int) -> None:
    """Refuse a year outside 1900 to 2200 with ``InputRefused``."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InputRefused(f"The year {year} is outside the almanac: write a date from {_FIRST_YEAR} to {_LAST_YEAR}.")


def holiday_names(country: str, day: date) -> Mapping[date, str]:
    """Give the public holidays of a date's year with their names in Norwegian or Danish.

    Raises:
        InputRefused: for a moment instead of a date, and for a year without known holidays.
    """
    # A datetime is a date to the type checker, yet equals none: every holiday would pass as a working day.
    if isinstance(day, datetime):
        raise InputRefused(f"The moment {day} is no date: take the local date of it first.")
    return _names_of_year(country, day.year)


@cache
def _names_of_year(country: str, year: int) -> Mapping[date, str]:
    check_year(year)
    found = holidays.country_holidays(
        country,
        years=year,
        expand=False,
        observed=False,
        language=_LANGUAGES[country],
        categories=("public",),
    )
    # The library answers years that it does not know (after 2100) with no holidays instead of an error.
    if not found:
        raise InputRefused(f"No holidays of {country} are known for the year {year}: write a date nearer to today.")
    return dict(found.items())


@cache
def bank_closed(country: str, year: int) -> frozenset[date]:
    """List the days when Danish banks are closed besides weekends and public holidays."""
    if country != "DK":
        return frozenset()
    # Ascension is the only public holiday on a Thursday from 30 April to 3 June; names are not compared.
    ascension = next(
        day
        for day in _names_of_year(country, year)
        if day.weekday() == 3 and date(year, 4, 30) <= day <= date(year, 6, 3)
    )
    return frozenset({ascension + timedelta(days=1), date(year, 6, 5), date(year, 12, 24), date(year, 12, 31)})
