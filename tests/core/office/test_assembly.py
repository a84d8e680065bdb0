"""An office goes on where its journal ends: replaying rebuilds the very same state, and nothing happens by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksgang import commands as c
from saksgang.casework import fold
from saksgang.commands import Answer, Command, OpenCase, WriteNote
from saksgang.errors import JournalDamaged, SaksgangError
from saksgang.events import CaseAmended, CaseOpened, DeadlineMissed, LetterApproved, NoteWritten
from saksgang.journal import MemoryJournal, Recorded, decode, encode
from saksgang.office import rebuilt
from saksgang.state import State
from saksgang.view import View
from tests.core.casework.ground import CASE, TUESDAY
from tests.core.office.bench import AMEND, PortStub, bench, note

DAY = dt.date(2026, 4, 7)
WORDS = st.sampled_from(["grunn", "grunn", "grunn", ""])
PEOPLE = st.sampled_from(["", "kari", "ola", "liv"])
FACTS = st.sampled_from([{}, {"bnr": 1}, {"bnr": 2, "liste": [1, {"a": None}]}])
CASES = st.sampled_from([CASE, "BYG-2026-00002", "VEI-2026-00001"])
TASKS = st.sampled_from([f"{CASE}/task-1", f"{CASE}/task-2", "BYG-2026-00002/task-1", "bygg/task-1"])
LETTERS = st.sampled_from([f"{CASE}/letter-1", f"{CASE}/letter-2"])
DEADLINES = st.sampled_from([f"{CASE}/deadline-{n}" for n in (1, 1, 1, 2)])
DOCUMENTS = st.sampled_from(["bygg/document-1", "bygg/document-2"])
RULES = st.sampled_from([{"due": "1 hour"}, {"norm": "2 working days", "limit": "3 days"}])
SVAR = {"navn": "Ida", "sak": "garasjen"}


def of(kind: type[Command], *given_by: st.SearchStrategy[Any]) -> st.SearchStrategy[Command]:
    return st.builds(kind, *given_by)


ANYTHING = st.one_of(
    st.just(OpenCase("bygg", "Søknad", "party-2", "01815000036")),
    st.just(OpenCase("vei", "Sak", "party-3")),
    of(c.AssignCase, CASES, PEOPLE, WORDS),
    of(c.SeeCase, CASES),
    of(c.AmendCase, CASES, FACTS),
    of(c.ChangeStatus, CASES, st.sampled_from(["behandles", "avvist", "avsluttet", "slutt"])),
    of(c.WriteNote, CASES, WORDS),
    st.just(c.SubmitDocument("bygg", "s", "p", "Søknad", facts={"x": [1]})),
    of(c.RegisterDocument, DOCUMENTS, WORDS, st.sampled_from(["", CASE]), st.sampled_from(["", "Søknad"])),
    st.just(c.RecordContact("bygg", "p", "in", "letter", "x", CASE)),
    of(c.CreateTask, st.just("reply"), st.sampled_from([CASE, ""]), st.just("bygg"), WORDS, PEOPLE),
    of(c.TakeTask, TASKS),
    of(c.ReassignTask, TASKS, PEOPLE, WORDS),
    of(c.WaitWithTask, TASKS, WORDS),
    of(c.ReopenTask, TASKS, WORDS),
    of(c.CompleteTask, TASKS, st.just("done"), WORDS, FACTS),
    of(c.CancelTask, TASKS, WORDS),
    of(c.DraftLetter, st.just(CASE), st.just("svar"), st.just("p"), st.just(SVAR)),
    of(c.DraftLetter, st.just(CASE), st.just("kvittering"), st.just("p")),
    of(c.CompleteLetter, LETTERS),
    of(c.ApproveLetter, LETTERS),
    of(c.ReturnLetter, LETTERS, WORDS, WORDS),
    of(c.SendLetter, LETTERS),
    of(c.ReportLetterAvailable, LETTERS),
    of(c.OpenLetter, LETTERS),
    of(c.PrintLetter, LETTERS, WORDS),
    of(c.ReportLetterPrinted, LETTERS),
    of(c.StopLetter, LETTERS, WORDS),
    of(c.StartDeadline, st.just("answer"), st.just(CASE), RULES),
    of(c.PauseDeadline, DEADLINES, WORDS),
    of(c.ResumeDeadline, DEADLINES, WORDS),
    of(c.ExtendDeadline, DEADLINES, st.sampled_from(["norm", "norm", "due"]), st.just("2 hours"), WORDS),
    of(c.MeetDeadline, DEADLINES, WORDS),
    of(c.CancelDeadline, DEADLINES, WORDS),
    of(c.ReportAbsence, PEOPLE, st.just(DAY), st.just(DAY + dt.timedelta(days=1)), WORDS),
    of(c.ReportReturn, PEOPLE),
    of(c.ReportDeparture, st.just("ola")),
    of(c.RetryHandling, st.sampled_from([f"bygg/failure-{n}" for n in range(2, 9)])),
)
PRELUDE: list[Command] = [
    c.StartDeadline("answer", CASE, {"norm": "2 working days", "limit": "3 days"}),
    c.DraftLetter(CASE, "kvittering", "p"),
    c.CompleteLetter(f"{CASE}/letter-1"),
    c.DraftLetter(CASE, "svar", "p", SVAR),
    c.CreateTask("reply", CASE, owner="ola"),
    c.SubmitDocument("bygg", "s", "p", "Søknad"),
]
STEPS = st.lists(
    st.tuples(st.sampled_from([0, 0, 0, 0, 1, 59, 60, 1500]), ANYTHING, st.sampled_from(["kari", "liv"])),
    min_size=40,
    max_size=60,
)


def living(event: Recorded, view: View) -> Sequence[Answer]:
    """A routine that answers some events, sometimes with what is refused half way, and sometimes raises."""
    happened, case = event.event, event.event.case
    if isinstance(happened, CaseOpened):
        answers: list[Command] = [c.CreateTask("reply", case), c.StartDeadline("answer", case, {"due": "1 hour"})]
    elif isinstance(happened, LetterApproved):
        answers = [c.SendLetter(happened.letter)]
    elif isinstance(happened, DeadlineMissed):
        answers = [WriteNote(case, "For sent."), c.AmendCase(case, {"sent": True})]
    elif isinstance(happened, CaseAmended) and happened.facts.get("bnr") == 2:
        raise ValueError("huff")
    else:
        answers = []
    return [Answer(command, "B-1") for command in answers]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(STEPS)
def test_cor_01_replaying_rebuilds_the_very_same_state(steps: list[tuple[int, Command, str]]) -> None:
    """After every step of a walk at random, refusals, failures and missed deadlines among them, and as read back."""
    journal = MemoryJournal()
    office = bench(living, journal=journal, ports={"mailbox": PortStub(journal)})
    for command in PRELUDE:
        office.do(command)
    for minutes, command, who in steps:
        office.clock.time += dt.timedelta(minutes=minutes)
        told, before = len(journal), office.office.state.picture()
        office.office.run_due()
        due = len(journal)
        try:
            made = office.do(command, f"staff:{who}")
        except SaksgangError:
            assert len(journal) == due
            assert due > told or office.office.state.picture() == before
        else:
            assert list(journal)[due : due + len(made)] == made
    picture = office.office.state.picture()

    assert rebuilt(journal).picture() == picture
    assert _read_back(journal).picture() == picture
    ids = [recorded.id for recorded in journal]
    assert len(set(ids)) == len(ids)
    assert bench(living, journal=journal, now=office.clock.time).office.state.picture() == picture


def test_cor_01_a_walk_comes_by_all_that_happens() -> None:
    """The walk above is no idle one: a long one has missed deadlines, failures, pauses, letters sent."""
    seen: set[str] = set()

    @settings(max_examples=150, deadline=None, derandomize=True, database=None)
    @given(STEPS)
    def walk(steps: list[tuple[int, Command, str]]) -> None:
        office = bench(living)
        for command in PRELUDE:
            office.do(command)
        for minutes, command, who in steps:
            office.clock.time += dt.timedelta(minutes=minutes)
            try:
                office.do(command, f"staff:{who}")
            except SaksgangError as error:
                seen.add(type(error).__name__)
        seen.update(office.kinds())

    walk()
    wanted = "DeadlineMissed DeadlinePaused HandlingFailed LetterSent StaffGone TaskWaiting DocumentRegistered Refused"
    assert set(wanted.split()) - seen == set()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_cor_01_an_event_cannot_be_applied_twice(number: int) -> None:
    """Neither at once nor later: each stream goes on with its next number, and the error names the last good one."""
    office = bench()
    office.do(AMEND)
    recorded = list(office.journal)[number]
    state = rebuilt(office.journal)
    before = state.picture()

    with pytest.raises(JournalDamaged, match=rf"Event {recorded.id} stands where .* comes next") as damaged:
        fold(recorded, state)
    assert damaged.value.last_good == {"office": "office:1", "bygg": "bygg:2"}[recorded.event.routine]
    assert state.picture() == before


def test_cor_21_a_journal_with_a_gap_is_not_read_on() -> None:
    """An event that is missing is found by the number of the one after it."""
    office = bench()
    office.do(AMEND)
    office.do(WriteNote(CASE, "x"))
    told = list(office.journal)
    gap = MemoryJournal()
    gap.append([*told[:2], told[3]])

    with pytest.raises(JournalDamaged, match=r"Event bygg:3 stands where bygg:2 comes next; the last good .* bygg:1,"):
        rebuilt(gap)


def test_cor_15_assembling_fires_and_sends_nothing() -> None:
    """Overdue deadlines and unanswered orders wait until they are asked for."""
    first = bench()
    first.do(c.StartDeadline("answer", CASE, {"due": "1 hour"}))
    for command in (c.DraftLetter(CASE, "kvittering", "p"), c.CompleteLetter(f"{CASE}/letter-1")):
        first.do(command)
    first.do(c.SendLetter(f"{CASE}/letter-1"))
    told, mailbox = list(first.journal), PortStub(first.journal)
    office = bench(journal=first.journal, ports={"mailbox": mailbox}, now=TUESDAY + dt.timedelta(days=3))

    assert list(office.journal) == told
    assert mailbox.orders == []
    assert office.office.next_due() == TUESDAY + dt.timedelta(minutes=61)
    assert (office.office.run_due(), office.office.hand_over_again()) == (1, 1)


def test_cor_01_what_a_routine_answered_is_not_answered_again() -> None:
    """Replaying asks nobody: the answers are events themselves."""
    asked: list[str] = []

    def respond(event: Recorded, view: View) -> Sequence[Answer]:
        asked.append(event.id)
        return [Answer(note(CASE), "B-1")] if not isinstance(event.event, NoteWritten) else ()

    first = bench(respond)
    first.do(AMEND)
    bench(respond, journal=first.journal)

    assert asked == ["bygg:2", "bygg:3"]


def test_cor_01_nothing_that_happens_after_a_snapshot_changes_it() -> None:
    """A picture of the state is a copy, down to its lists."""
    office = bench()
    before = office.office.state.picture()
    again = office.office.state.picture()
    office.do(c.AssignCase(CASE, "kari"))
    office.do(c.CreateTask("reply", CASE))

    assert before == again != office.office.state.picture()


def _read_back(journal: MemoryJournal) -> State:
    """The state made of events that went through their lines."""
    copy = MemoryJournal()
    copy.append([decode(encode(recorded)) for recorded in journal])
    return rebuilt(copy)
