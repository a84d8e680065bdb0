"""Legal time: durations, the almanac of a country, and the reckoning of deadlines (COR-10 to COR-14).

The only place that knows zones, summer time and holidays. Instants are aware UTC datetimes.
"""

from __future__ import annotations

from saksgang.legaltime.almanac import Almanac
from saksgang.legaltime.durations import Duration, Unit
from saksgang.legaltime.explaining import Step, explain
from saksgang.legaltime.language import LANGUAGES, Language, language_called
from saksgang.legaltime.pausing import resumed
from saksgang.legaltime.reckoning import due, fires_at
from saksgang.legaltime.rules import Rule

__all__ = [
    "LANGUAGES",
    "Almanac",
    "Duration",
    "Language",
    "Rule",
    "Step",
    "Unit",
    "due",
    "explain",
    "fires_at",
    "language_called",
    "resumed",
]
