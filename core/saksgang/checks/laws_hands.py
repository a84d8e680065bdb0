"""Whose hand it was: what only rules do, or only people with a role (COR-03).

What a routine refuses leaves nothing in the journal, so the proof that it is refused is that its trace is never there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeAlias

from attrs import frozen

from saksgang.checks.check import Shown, sees
from saksgang.checks.laws_base import AtOnce
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import CaseOpened, DocumentRegistered, Event
from saksgang.journal.record import Recorded

__all__ = ["CasesBeginWithADocument", "Door", "Doors", "OnlyTheseHands"]

BY_THE_OFFICE = "system:office"  # such as what becomes of the cases of somebody who leaves


@frozen
class Door:
    """Who may do something.

    Attributes:
        requirement: what asks for it.
        roles: the roles of the staff who may; without any, rules alone.
    """

    requirement: str
    roles: tuple[str, ...] = ()


Doors: TypeAlias = Mapping[type[Event], Door]


class OnlyTheseHands(RosterCheck):
    """The base of a routine's check that each thing was done by a rule, or by somebody who may.

    A subclass gives ``doors``, a row for each type of event, and says in ``excepted`` what else may be.
    """

    routine: ClassVar[str]
    doors: ClassVar[Doors]

    def shown(self, kind: type[Event], of: str) -> list[Shown]:
        """Who works here, and each type of event that has a row."""
        return [*super().shown(kind, of), *([self.done] if kind in self.doors else [])]

    def done(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - of a row's type
        """Was it one who may?"""
        if event.routine != self.routine:
            return
        self.judged += 1
        if not recorded.actor.startswith("rule:"):
            self._done_by_hand(event, recorded)

    def _done_by_hand(self, event: Any, recorded: Recorded) -> None:  # noqa: ANN401 - of a row's type
        door = self.doors[type(event)]
        if not self._may(recorded.actor, door) and not self.excepted(event, recorded):
            may = " or ".join(door.roles) or "a rule"
            wrong = f"{type(event).__name__} is the work of {may}, not of {recorded.actor}."
            self.broken(recorded, wrong, door.requirement)

    def excepted(self, event: Any, recorded: Recorded) -> bool:  # noqa: ANN401 - of a row's type
        """Whether this may be all the same, by what the event itself says."""
        return False

    def _may(self, actor: str, door: Door) -> bool:
        if actor == BY_THE_OFFICE:
            return True
        has = self.roster.roles.get(actor.removeprefix("staff:"), ())
        return not set(door.roles).isdisjoint(has)


class CasesBeginWithADocument(AtOnce):
    """The base of a routine's check that nobody opens a case out of nothing."""

    routine: ClassVar[str]

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case begins."""
        if event.routine == self.routine:
            self.owe(event.case, recorded)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """With a document."""
        if event.opened:
            self.paid(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """With none."""
        return f"Case {key} was opened by {recorded.actor}, and no document that opened it was registered."
