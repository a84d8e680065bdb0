"""Rare places are reached by runs in which they happen, and told when they were not (SIM-05)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.events import (
    CaseOpened,
    DeadlineMissed,
    DispatchFailed,
    DocumentReceived,
    Event,
    LetterAvailable,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    LetterSent,
    OfficeOpened,
    ServiceAnswered,
    ServiceAsked,
    StaffAbsent,
    StatusChanged,
    TaskCreated,
    TaskTaken,
)
from saksgang.exits import Exit
from saksgang.journal import Recorded
from saksgang.legaltime import Almanac
from saksgang.records import Absence
from saksgang_sim.many.coverage import coverage_data, coverage_lines
from saksgang_sim.many.result import Result
from saksgang_sim.probes import Probes, every_probe
from tests.sim.faults.disturbed_runs import ran

CASE, LETTER = "GAR-1", "GAR-1/letter-1"
MONDAY = dt.datetime(2026, 4, 13, 10, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
Story = list[tuple[dt.timedelta, str, Event]]


def opened_case() -> CaseOpened:
    return CaseOpened("garden", CASE, "Parsell", "citizen:1", "", "ny")


def ended() -> StatusChanged:
    return StatusChanged("garden", CASE, "ny", "ferdig", "", final=True)


def document(**facts: str) -> DocumentReceived:
    return DocumentReceived(
        "garden", "", "d-1", "citizen:1", "citizen:1", "letter", "Brev", MONDAY.date(), MONDAY.date(), facts
    )


def asked(request: str) -> ServiceAsked:
    return ServiceAsked("garden", CASE, request, "register", "", {})


def answered(request: str, said: str) -> ServiceAnswered:
    return ServiceAnswered("garden", CASE, request, "register", "", {"said": said})


def task() -> TaskCreated:
    return TaskCreated("garden", CASE, "t-1", "vurder", "", "", "saksbehandler", "", None, "")


SENT = LetterSent("garden", CASE, LETTER, "svar", "citizen:1", "key", "sha")
AVAILABLE = LetterAvailable("garden", CASE, LETTER)
ORDERED = LetterPrintOrdered("garden", CASE, LETTER, "not opened", "key")
PRINTED, POSTED = LetterPrinted("garden", CASE, LETTER), LetterPosted("garden", CASE, LETTER)
OPENED, LATE = LetterOpened("garden", CASE, LETTER, late=False), LetterOpened("garden", CASE, LETTER, late=True)
FAILED = DispatchFailed("garden", CASE, "key", "mailbox", "down")
NO = dt.timedelta()
ILL = StaffAbsent("office", "", "kari", Absence(MONDAY.date(), MONDAY.date(), "illness"))
OPENING = OfficeOpened("office", "", "Lilleby", "NO", "Europe/Oslo", "nb", {}, ())

# A place, what leads to it, and the same without what makes it rare.
ROWS: dict[str, tuple[Story, Story]] = {
    "a letter was opened within the minute after its print was ordered": (
        [(NO, "clock", ORDERED), (MINUTE - dt.timedelta(seconds=1), "citizen:1", LATE)],
        [(NO, "clock", ORDERED), (MINUTE, "citizen:1", LATE)],
    ),
    "a letter was opened after it was posted": (
        [(NO, "clock", ORDERED), (HOUR, "system:print", POSTED), (2 * HOUR, "citizen:1", LATE)],
        [(NO, "clock", ORDERED), (HOUR, "system:print", PRINTED), (2 * HOUR, "citizen:1", LATE)],
    ),
    "an opening overtook the mailbox's own report": (
        [(NO, "rule:A", SENT), (HOUR, "citizen:1", AVAILABLE), (HOUR, "citizen:1", OPENED)],
        [(NO, "rule:A", SENT), (HOUR, "system:mailbox", AVAILABLE), (HOUR, "citizen:1", OPENED)],
    ),
    "the post's receipt overtook the printer's": (
        [(NO, "clock", ORDERED), (HOUR, "system:print", PRINTED), (HOUR, "system:print", POSTED)],
        [(NO, "clock", ORDERED), (HOUR, "system:print", PRINTED), (2 * HOUR, "system:print", POSTED)],
    ),
    "an order failed three times": (
        [(n * HOUR, "system:mailbox", FAILED) for n in range(3)],
        [(n * HOUR, "system:mailbox", FAILED) for n in range(2)],
    ),
    "a letter was still under way when its case ended": (
        [(NO, "x", opened_case()), (NO, "x", SENT), (HOUR, "x", ended())],
        [(NO, "x", opened_case()), (NO, "x", SENT), (HOUR, "x", OPENED), (HOUR, "x", ended())],
    ),
    "more to a case came in after the case had ended": (
        [(NO, "x", opened_case()), (HOUR, "x", ended()), (2 * HOUR, "citizen:1", document(case=CASE))],
        [(NO, "x", opened_case()), (HOUR, "x", ended()), (2 * HOUR, "citizen:1", document())],
    ),
    "an answer overtook the answer to an earlier question": (
        [(NO, "x", asked("r-1")), (NO, "x", asked("r-2")), (HOUR, "x", answered("r-2", "a"))],
        [(NO, "x", asked("r-1")), (NO, "x", asked("r-2")), (HOUR, "x", answered("r-1", "a"))],
    ),
    "a register answered otherwise than the time before": (
        [(NO, "x", answered("r-1", "a")), (HOUR, "x", answered("r-2", "b"))],
        [(NO, "x", answered("r-1", "a")), (HOUR, "x", answered("r-2", "a"))],
    ),
    "somebody fell ill with a task in hand": (
        [(NO, "x", task()), (NO, "x", TaskTaken("garden", CASE, "t-1", "kari", "")), (HOUR, "staff:kari", ILL)],
        [(NO, "x", task()), (HOUR, "staff:kari", ILL)],
    ),
    "deadlines of two cases were missed in the same minute": (
        [(HOUR, "clock", DeadlineMissed("garden", case, "dl", "svar", "", "norm", MONDAY)) for case in ("A", "B")],
        [(HOUR, "clock", DeadlineMissed("garden", "A", "dl", "svar", "", name, MONDAY)) for name in ("norm", "limit")],
    ),
    "the office was opened again with letters on their way to the mailbox": (
        [(NO, "rule:A", SENT), (HOUR, "system:office", OPENING)],
        [(NO, "rule:A", SENT), (HOUR, "x", AVAILABLE), (2 * HOUR, "system:office", OPENING)],
    ),
}


def reached(story: Story) -> set[str]:
    probes = Probes(Almanac("NO"))
    for n, (after, actor, event) in enumerate(story):
        probes.see(Recorded(f"garden:{n}", MONDAY + after, actor, "", event))
    return {place for place, count in probes.reached.items() if count}


@pytest.mark.parametrize("place", ROWS)
def test_sim_05_a_rare_place_is_reached_where_it_happens_and_not_beside_it(place: str) -> None:
    """One story that leads there, and one that differs in what makes the place rare."""
    there, beside = ROWS[place]

    assert place in reached(there)
    assert place not in reached(beside)


def test_sim_05_places_are_told_in_a_fixed_order_also_those_never_reached() -> None:
    """Some forty, each said once."""
    assert tuple(Probes(Almanac("NO")).reached) == every_probe()
    assert len(set(every_probe())) == len(every_probe()) >= 40


def test_sim_05_a_run_without_faults_watches_for_nothing() -> None:
    """No place is told of it, so that nobody takes silence for an answer."""
    assert ran("small", "none", days=15)[0].probes == {}


def test_sim_05_a_disturbed_run_tells_which_places_it_came_to() -> None:
    """Openings of the office among them, which nobody hears of but who listens from the start."""
    outcome, _ = ran("small", "killed=0.5,receipts_late=0.8,mailbox_refuses=0.6", days=30)

    assert tuple(outcome.probes) == every_probe()
    assert outcome.probes["the office was opened again"] == outcome.struck["killed"] > 0
    assert outcome.probes["an order failed three times"] > 0


def test_sim_05_many_runs_tell_which_places_none_of_them_came_to() -> None:
    """Faults with how often they struck and in how many runs; no line at all where none was on."""
    one = Result(1, "0", Exit.HELD, struck={"killed": 2, "swizzle": 0}, probes={"here": 3, "there": 0})
    two = Result(2, "0", Exit.HELD, struck={"killed": 1}, probes={"here": 0, "there": 0})

    assert coverage_data([one, two]) == {
        "struck": {"killed": {"times": 3, "runs": 2}, "swizzle": {"times": 0, "runs": 0}},
        "places": {"here": 1, "there": 0},
    }
    assert list(coverage_lines([one, two]))[-3:] == ["Rare places: 1 of 2 reached", "  never: there", ""]
    assert list(coverage_lines([Result(1, "0", Exit.HELD)])) == []
