"""Tables of decisions: gathered in order, asked by type, and trusting the routine's own rules."""

from __future__ import annotations

from typing import cast

from saksgang.commands import Answer, SeeCase, WriteNote
from saksgang.deciding import Decision, Vets, answers, gathered, refused
from saksgang.events import CaseOpened, CaseSeen
from saksgang.journal.record import Recorded
from saksgang.view import View
from tests.core.small_office import utc

VIEW = cast("View", None)
SEEN = Recorded("a:1", utc("2026-01-05 09:00"), "staff:kari", "", CaseSeen("a", "SAK-1", "kari"))


def noting(text: str) -> Decision:
    return lambda event, *_: [Answer(WriteNote(event.case, text), "A-1")]


def test_plg_02_rooms_are_asked_in_their_order_about_their_types_of_event() -> None:
    """Two rooms about one type answer one after the other; a type that nobody decides on has no answer."""
    table = gathered({CaseSeen: [noting("first")]}, {CaseOpened: [noting("never")]}, {CaseSeen: [noting("second")]})

    assert [cast("WriteNote", each.command).text for each in answers(table, SEEN, VIEW)] == ["first", "second"]
    assert answers({}, SEEN, VIEW) == []


def test_plg_04_a_routine_does_not_refuse_its_own_rules() -> None:
    """A person is refused, a rule of the routine is not, and what no table names passes."""
    vets: Vets = {WriteNote: lambda *_: "A-1: no"}

    assert refused(vets, WriteNote("SAK-1", "x"), "staff:kari", VIEW) == "A-1: no"
    assert refused(vets, WriteNote("SAK-1", "x"), "rule:A-1", VIEW) is None
    assert refused(vets, SeeCase("SAK-1"), "staff:kari", VIEW) is None
