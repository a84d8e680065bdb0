"""A limitation of the checks' own: three years, ten with an enforcement basis, off weekends and holidays (MON-14)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from saksgang.checks.almanac import is_working
from saksgang_long_term_monitoring.checks_settings import months_after

__all__ = ["GIVEN_UP", "lapse_day", "owed_of"]

DAY = dt.timedelta(days=1)
YEARS = {"faktura": 3, "tvangsgrunnlag": 10}
GIVEN_UP = "left to lapse"


def lapse_day(claim: Mapping[str, Any], country: str) -> dt.date:
    """The last day before a claim has lapsed: so many years on, and off weekends and holidays.

    At the end of all days where nobody can read its dates, which is for another check to find.
    """
    return _lapses(str(claim.get("limitation_from") or claim.get("due")), YEARS[claim["basis"]], country)


def owed_of(
    claims: Iterable[dict[str, Any]], given_up: Mapping[str, dt.date], country: str
) -> tuple[dict[str, Any], ...]:
    """The open claims but for those that were given up for the day on which they lapse; interrupted, they are back."""
    still = (claim for claim in claims if claim.get("state", "open") == "open")
    if not given_up:
        return tuple(still)
    return tuple(claim for claim in still if given_up.get(claim["id"]) != lapse_day(claim, country))


@lru_cache(maxsize=4096)
def _lapses(since: str, years: int, country: str) -> dt.date:
    try:
        day = months_after(dt.date.fromisoformat(since), 12 * years)
    except ValueError:
        return dt.date.max
    while not is_working(country, day):
        day += DAY
    return day
