"""Which deadlines are promises of the office, and which are reminders that the clock sets off (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from saksgang.declarations import Routine

__all__ = ["DUE", "Waits", "waits_of"]

DUE = "due"


@frozen
class Waits:
    """Whom the deadlines of a run wait for, by ``routine.kind``, as their routines declare it.

    Attributes:
        office: the kinds in which the office has to act in time.
        recipient: those that wait for somebody outside.
    """

    office: frozenset[str] = frozenset()
    recipient: frozenset[str] = frozenset()

    def promised(self, kind: str, target: str) -> bool:
        """Whether the office has to keep this target of that ``routine.kind``; a norm and a limit it always has."""
        return target != DUE or kind in self.office


def waits_of(routines: Iterable[Routine]) -> Waits:
    """Of these routines; a kind of a routine that is not among them waits for nobody."""
    kinds = [(f"{routine.name}.{kind.name}", kind.waits_for) for routine in routines for kind in routine.deadline_kinds]
    office, recipient = (frozenset(name for name, whom in kinds if whom == who) for who in ("office", "recipient"))
    return Waits(office, recipient)
