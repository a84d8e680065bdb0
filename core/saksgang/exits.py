"""The public exit codes of ``saksgang`` (CLI-02)."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Exit"]


class Exit(IntEnum):
    """What the number says to a script."""

    HELD = 0
    FAILED = 1
    USAGE = 2
    INTERNAL = 3
    REFUSED = 4
    NOTHING_RAN = 5
    NOT_REACHED = 6
    NOT_DETERMINISTIC = 7
    INTERRUPTED = 130
