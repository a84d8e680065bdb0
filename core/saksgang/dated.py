"""Values that the law fixes, as dated rows with their source: a package's ``rules.toml`` (PLG-02)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from attrs import frozen

from saksgang.errors import InputRefused

__all__ = ["LegalRule", "in_force", "legal_rules"]


@frozen
class LegalRule:
    """A dated value with its source.

    Attributes:
        value: a rule in words, as ``saksgang.legaltime.Rule`` reads it.
        valid_from: the first day on which it counts.
        status: ``official``, ``derived`` or ``projected``.
    """

    key: str
    value: str
    valid_from: dt.date
    source: str
    status: str


def legal_rules(package: str) -> tuple[LegalRule, ...]:
    """The rows ``[[rule]]`` of the package's ``rules.toml``."""
    text = files(package).joinpath("rules.toml").read_text(encoding="utf-8")
    return tuple(LegalRule(**row) for row in tomllib.loads(text)["rule"])


def in_force(rows: Iterable[LegalRule], key: str, day: dt.date) -> str:
    """The rule in words that was in force on a local day; raises ``InputRefused`` for a day before all rows."""
    valid = [row for row in rows if row.key == key and row.valid_from <= day]
    if not valid:
        raise InputRefused(f"There is no legal rule {key!r} for {day}; add a row with its dates to rules.toml.")
    return max(valid, key=lambda row: row.valid_from).value
