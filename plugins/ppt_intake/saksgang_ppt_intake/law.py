"""What the law fixes, read from the dated rows of ``rules.toml``."""

from __future__ import annotations

import datetime as dt

from saksgang.dated import LegalRule, in_force, legal_rules

__all__ = ["ROWS", "LegalRule", "rule_in_force"]

ROWS = legal_rules(__package__)


def rule_in_force(key: str, day: dt.date, rows: tuple[LegalRule, ...] = ROWS) -> str:
    """The rule in words that was in force on a local day; raises ``InputRefused`` for a day before all rows."""
    return in_force(rows, key, day)
