"""What the checks know of the municipality: the settings as the journal has them, nothing else (SIM-06)."""

from __future__ import annotations

from typing import Any

from saksgang.events import OfficeOpened

__all__ = ["ROUTINE", "categories", "settings"]

ROUTINE = "ppt_intake"


def settings(event: OfficeOpened) -> dict[str, Any]:
    """The routine's settings as plain data; empty where the routine is not on."""
    found: dict[str, Any] = event.routines.get(ROUTINE, {}).get("settings", {})
    return found


def categories(event: OfficeOpened, flag: str = "") -> frozenset[str]:
    """The names of all categories, or of those that have a flag such as ``new_referral``."""
    return frozenset(row["name"] for row in settings(event).get("categories", ()) if not flag or row[flag])
