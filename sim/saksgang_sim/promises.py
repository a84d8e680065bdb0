"""Which deadlines are promises of the office, and which are reminders that the clock sets off (SIM-09).

A norm and a legal limit are promises. A plain due time is one where its kind waits for the office and was met at least
once; one that nobody ever meets is an alarm clock.
"""

from __future__ import annotations

from collections.abc import Iterable

from saksgang.declarations import Routine

__all__ = ["DUE", "promised", "recipients"]

DUE = "due"


def recipients(routines: Iterable[Routine]) -> frozenset[str]:
    """``routine.kind`` of the deadlines that wait for somebody outside."""
    return frozenset(
        f"{routine.name}.{kind.name}"
        for routine in routines
        for kind in routine.deadline_kinds
        if kind.waits_for == "recipient"
    )


def promised(kind: str, target: str, met: int, outside: frozenset[str]) -> bool:
    """Whether the office has to keep this target of that ``routine.kind``, which was met so many times."""
    return target != DUE or (met > 0 and kind not in outside)
