"""A journal as CSV, one row an event, in the order in which they happened (SIM-10)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from attrs import fields

from saksgang.export.flat import Row

__all__ = ["unformulated", "write_csv"]

# What a spreadsheet takes for the beginning of a formula, also after blanks that it drops.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(rows: Iterable[Row], path: Path) -> int:
    """Write a new file in UTF-8 with a line of headings, and say how many events it has; raises ``OSError``."""
    names = [row.name for row in fields(Row)]
    with path.open("x", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)  # lines end as RFC 4180 has it; then it also puts quotes around a lone CR
        writer.writerow(names)
        written = 0
        for row in rows:
            writer.writerow([row.position, *(unformulated(getattr(row, name)) for name in names[1:])])
            written += 1
    return written


def unformulated(text: str) -> str:
    """Text that no spreadsheet runs as a formula: one that might be gets an apostrophe before it."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
