"""What a case offers: to be put under monitoring, or to have it lifted, never both (MON-01, MON-02)."""

from __future__ import annotations

from attrs import frozen

from saksgang.commands import ChangeStatus
from saksgang.records import Case
from saksgang_long_term_monitoring.labels import LIFT, PUT
from saksgang_long_term_monitoring.names import ACTIVE, MONITORED

__all__ = ["Choice", "choices"]

OFFERED = {ACTIVE: (PUT, MONITORED), MONITORED: (LIFT, ACTIVE)}


@frozen
class Choice:
    """One entry of the menu of a case.

    Attributes:
        label: its words.
        command: what choosing it does.
    """

    label: str
    command: ChangeStatus


def choices(case: Case) -> tuple[Choice, ...]:
    """The choices about monitoring: exactly one on an open case, none on a closed one."""
    offered = OFFERED.get(case.status)
    if offered is None:
        return ()
    label, to = offered
    return (Choice(label, ChangeStatus(case.number, to, label)),)
