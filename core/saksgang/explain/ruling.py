"""Trying out a rule without any case (COR-13)."""

from __future__ import annotations

import datetime as dt

from saksgang.legaltime import Almanac, Rule, explain

__all__ = ["explain_rule"]


def explain_rule(rule: str, start: dt.datetime, country: str, language: str = "en") -> tuple[str, ...]:
    """The due minute that a rule in words gives from a start, step by step, the due minute last.

    Args:
        rule: such as ``"10 days, end of day, moved to a working day"``.
        start: an instant, or a local time of the country where it says no zone.
        country: ``NO`` or ``DK``.
        language: of the lines.

    Raises:
        InputRefused: the rule, the start, the country or the language cannot be used.
    """
    almanac = Almanac(country)
    instant = almanac.instant(start.date(), start.time()) if start.tzinfo is None else start
    return tuple(step.text for step in explain(instant, Rule.parse(rule), almanac, language))
