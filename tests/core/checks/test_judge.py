"""The judge: which check is shown which events, and what several of them keep together (SIM-06)."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.checks import Book, Check, Judge, sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import NoteWritten, StaffGone, StatusChanged, TaskCancelled
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


class Kinds(Check):
    """Sees some tasks only."""

    id = "kinds"
    requirements = ("X-01",)
    kind = "safety"
    sentence = "x"

    @sees(TaskCancelled, of="one")
    def one(self, event: TaskCancelled, recorded: Recorded) -> None:
        self.judge(held=False, recorded=recorded, wrong=event.kind)

    @sees(TaskCancelled, of=("two", "three"))
    def more(self, event: TaskCancelled, recorded: Recorded) -> None:
        self.judge(held=False, recorded=recorded, wrong=f"of more: {event.kind}")


def cancelled(kind: str) -> Recorded:
    return Recorded("bygg:1", NOON, "x", "", TaskCancelled("bygg", "C", "t", kind, "because"))


def test_sim_06_a_method_may_see_some_kinds_only() -> None:
    """One kind or several; and it is a mistake to name a kind of events that have none."""
    judge = Judge([Kinds])
    for kind in ("one", "two", "three", "four"):
        judge.see(cancelled(kind))

    (verdict,) = judge.verdicts(NOON)
    assert [each.sentence for each in verdict.violations] == ["one", "of more: two", "of more: three"]
    with pytest.raises(TypeError, match="NoteWritten has no kind"):
        sees(TaskCancelled, NoteWritten, of="one")


class Some(Check):
    """Sees what one routine does, and cases that come into one status."""

    id = "some"
    requirements = ("X-01",)
    kind = "safety"
    sentence = "x"

    @sees(NoteWritten, routine="bygg")
    def note(self, event: NoteWritten, recorded: Recorded) -> None:
        self.judge(held=False, recorded=recorded, wrong=event.text)

    @sees(StatusChanged, of="closed")
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        self.judge(held=False, recorded=recorded, wrong=event.old)


def test_sim_06_a_method_may_see_one_routine_or_status_only() -> None:
    """Of a check that is shown all routines, and of a case that goes from one status to another."""
    judge = Judge([Some])
    for routine in ("vei", "bygg"):
        judge.see(note(routine, routine))
    for old, new in (("new", "open"), ("open", "closed")):
        judge.see(Recorded("bygg:1", NOON, "x", "", StatusChanged("bygg", "C", old, new, "")))

    (verdict,) = judge.verdicts(NOON)
    assert [each.sentence for each in verdict.violations] == ["bygg", "open"]


class Answered(AtOnce):
    """A note ``?`` owes another note."""

    id = "answered"
    requirements = ("X-01",)
    kind = "safety"
    sentence = "x"

    @sees(NoteWritten)
    def note(self, event: NoteWritten, recorded: Recorded) -> None:
        if event.text == "?":
            self.owe(event.case, recorded)
        else:
            self.paid(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        return f"{key} at {recorded.at:%H:%M}"


def test_sim_06_what_is_owed_has_to_come_before_time_goes_on() -> None:
    """Whatever is the first event of the next instant, it is too late then, and at the end of the journal as well."""
    judge = Judge([Answered])
    for clock, text in (("12:00", "?"), ("12:00", "!"), ("12:01", "?"), ("12:02", "!"), ("12:03", "?")):
        judge.see(evolve(note("bygg", text), at=instant(f"03-02 {clock}")))
        judge.see(evolve(cancelled("any"), at=instant(f"03-02 {clock}")))

    (verdict,) = judge.verdicts(NOON)
    assert [each.sentence for each in verdict.violations] == ["C at 12:01", "C at 12:03"]
    assert verdict.judged == 3
