"""The judge: which check is shown which events, and what several of them keep together (SIM-06)."""

from __future__ import annotations

from saksgang.checks import Book, Check, Judge, sees
from saksgang.events import NoteWritten, StaffGone
from saksgang.journal.record import Recorded
from tests.core.checks.pages import instant

NOON = instant("03-02 12:00")


class Notes(Book):
    """How many notes there are on each case, counted once the checks have seen one."""

    def __init__(self) -> None:
        self.on: dict[str, int] = {}
        self.latest = ""

    @sees(NoteWritten)
    def came(self, event: NoteWritten, recorded: Recorded) -> None:
        """Known before the checks see it."""
        self.latest = event.text

    @sees(NoteWritten, afterwards=True)
    def counted(self, event: NoteWritten, recorded: Recorded) -> None:
        """Counted after."""
        self.on[event.case] = self.on.get(event.case, 0) + 1


class _Told(Check):
    requirements = ("X-01",)
    kind = "safety"
    sentence = "x"
    reads = Notes

    def use(self, book: Notes) -> None:
        self.book = book
        self.told: list[tuple[str, int, str]] = []

    @sees(NoteWritten)
    def note(self, event: NoteWritten, recorded: Recorded) -> None:
        self.told.append((event.routine, self.book.on.get(event.case, 0), self.book.latest))

    @sees(StaffGone)
    def gone(self, event: StaffGone, recorded: Recorded) -> None:
        self.told.append((event.routine, 0, ""))


class Own(_Told):
    """Sees its routine's events."""

    id = "own"


class Everywhere(_Told):
    """Sees all."""

    id = "everywhere"
    everywhere = True


class Law(_Told):
    """Belongs to no routine."""

    id = "law"


def note(routine: str, text: str) -> Recorded:
    return Recorded(f"{routine}:1", NOON, "x", "", NoteWritten(routine, "C", "n", "kari", text))


def shown(judge: Judge) -> dict[str, list[str]]:
    return {check.id: [stream for stream, *_ in check.told] for check in judge._checks if isinstance(check, _Told)}


def test_sim_06_a_routines_check_sees_its_own_stream_and_the_offices() -> None:
    """Unless it says everywhere; what belongs to no routine sees all."""
    judge = Judge([Law], {"bygg": [Own, Everywhere]})
    for recorded in (
        note("bygg", "a"),
        note("vei", "b"),
        Recorded("office:1", NOON, "x", "", StaffGone("office", "", "k")),
    ):
        judge.see(recorded)

    assert shown(judge) == {
        "own": ["bygg", "office"],
        "everywhere": ["bygg", "vei", "office"],
        "law": ["bygg", "vei", "office"],
    }


def test_sim_06_a_book_is_kept_once_and_written_up_around_what_the_checks_see() -> None:
    """Both readers have the same book, know of the event what is told before, and count it only after."""
    judge = Judge([], {"bygg": [Own, Everywhere]})
    judge.see(note("bygg", "a"))
    judge.see(note("bygg", "b"))
    one, other = (check for check in judge._checks if isinstance(check, _Told))

    assert one.book is other.book
    assert one.told == other.told == [("bygg", 0, "a"), ("bygg", 1, "b")]
