"""Lives of a small office, for the laws that look at one."""

from __future__ import annotations

from typing import cast

from saksgang.commands import OpenCase, StartDeadline
from saksgang.journal import MemoryJournal
from saksgang_sim.conformance_lives import Lived
from saksgang_sim.run import Outcome
from tests.core.small_office import SmallOffice, utc

__all__ = ["lived", "started"]


def lived(journal: MemoryJournal, end: str, picture: object = None) -> Lived:
    """What a journal would be judged by, when the office ended then; the run's own outcome is not asked here."""
    return Lived(cast("Outcome", None), journal, picture, utc(end))


def started(office: SmallOffice) -> None:
    """A deadline of two working days."""
    case = office.do(OpenCase("small", "Sak", "citizen:1"))
    office.do(StartDeadline("answer", case, {"due": "2 working days"}))
