"""The corridor: a command and all that routines answer to it reach the journal whole, or nothing has happened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest

from saksgang.commands import (
    Answer,
    ChangeStatus,
    Command,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    ReportDeparture,
    ResumeDeadline,
    StartDeadline,
    WriteNote,
)
from saksgang.errors import Refused
from saksgang.events import (
    CaseAmended,
    DeadlineMissed,
    NoteWritten,
)
from saksgang.journal import Recorded
from saksgang.office import RoutineDesk, rebuilt
from saksgang.view import View
from tests.core.casework.ground import CASE, targets
from tests.core.office.bench import AMEND, FullJournal, answers_to, bench, note, raising, task
from tests.core.small_office import utc

D = f"{CASE}/deadline-1"


def interrupted(event: Recorded, view: View) -> Sequence[Answer]:
    raise KeyboardInterrupt


def test_cor_01_every_event_tells_when_who_and_what_caused_it() -> None:
    """A person's command has no cause; a rule's answer has the event that it answers, and its own rule as actor."""
    office = bench(answers_to(CaseAmended, note, task))
    told = office.do(AMEND)

    assert [(each.id, each.at, each.actor, each.cause, each.kind) for each in told] == [
        ("bygg:2", office.clock.time, "staff:kari", "", "CaseAmended"),
        ("bygg:3", office.clock.time, "rule:B-1", "bygg:2", "NoteWritten"),
        ("bygg:4", office.clock.time, "rule:B-2", "bygg:2", "TaskCreated"),
    ]
    assert list(office.journal)[2:] == told


def test_plg_04_the_events_of_one_stream_are_numbered_by_themselves() -> None:
    """What another routine does in between changes no id."""
    office = bench()
    office.do(OpenCase("vei", "Sak", "p"))
    office.do(AMEND)

    assert [recorded.id for recorded in office.journal] == ["office:1", "bygg:1", "vei:1", "bygg:2"]


def test_the_answers_are_answered_in_turn() -> None:
    """Breadth first: all answers to an event come before the answers to these."""

    def respond(event: Recorded, view: View) -> Sequence[Answer]:
        happened = event.event
        if isinstance(happened, CaseAmended):
            return [Answer(WriteNote(CASE, "a"), "B-1"), Answer(WriteNote(CASE, "b"), "B-1")]
        if isinstance(happened, NoteWritten) and len(happened.text) == 1:
            return [Answer(WriteNote(CASE, happened.text * 2), "B-2")]
        return ()

    office = bench(respond)
    told = office.do(AMEND)

    assert [each.event.text for each in told if isinstance(each.event, NoteWritten)] == ["a", "b", "aa", "bb"]
    assert [each.cause for each in told] == ["", "bygg:2", "bygg:2", "bygg:3", "bygg:4"]


def test_plg_04_a_routine_refuses_what_people_do_on_its_own_cases() -> None:
    """It is not asked about another's, nor about what it has answered itself."""
    asked: list[tuple[str, str]] = []

    def vet(command: Command, actor: str, view: View) -> str | None:
        asked.append((type(command).__name__, actor))
        return "BYG-07: Ingen notater i dag." if isinstance(command, WriteNote) else None

    office = bench(answers_to(CaseAmended, note), vet)
    assert [each.kind for each in office.do(AMEND)] == ["CaseAmended", "NoteWritten"]
    office.do(OpenCase("vei", "Sak", "p"), "staff:ola")
    office.do(WriteNote("VEI-2026-00001", "x"))
    refused = office.unchanged_by(partial(office.do, WriteNote(CASE, "x"), "staff:ola"), Refused)

    assert refused == "Ingen notater i dag. [BYG-07]"
    assert asked == [("AmendCase", "staff:kari"), ("WriteNote", "staff:ola")]


def test_plg_04_a_routine_is_asked_about_its_own_stream_only() -> None:
    """Each hears its own events, in order, and neither those of the office nor its own failures."""
    heard: dict[str, list[str]] = {"bygg": [], "vei": []}

    def listen(event: Recorded, view: View) -> Sequence[Answer]:
        heard[event.event.routine].append(event.kind)
        return raising(event, view) if isinstance(event.event, CaseAmended) else ()

    office = bench(listen, vei=RoutineDesk("vei", listen))
    for command in (AMEND, OpenCase("vei", "Sak", "p"), WriteNote(CASE, "x"), ReportDeparture("kari")):
        office.do(command)

    assert heard == {"bygg": ["CaseAmended", "NoteWritten"], "vei": ["CaseOpened"]}


def test_cor_22_a_refused_command_changes_nothing() -> None:
    """Not even the number of the next event."""
    office = bench()

    assert "cannot go from" in office.unchanged_by(partial(office.do, ChangeStatus(CASE, "avsluttet")), Refused)
    assert office.do(AMEND)[0].id == "bygg:2"


def test_cor_21_an_interrupt_leaves_nothing_half_done() -> None:
    """Ctrl-C while a routine is asked: after a command, and when a deadline passes."""
    office = bench()
    office.do(StartDeadline("answer", CASE, {"due": "1 hour"}))
    office.mend(interrupted)
    office.unchanged_by(partial(office.do, AMEND), KeyboardInterrupt)
    office.at("2026-04-07 11:01")
    office.unchanged_by(office.office.run_due, KeyboardInterrupt)

    office.mend(answers_to(DeadlineMissed, note))
    assert office.office.run_due() == 1
    assert office.kinds()[-2:] == ["DeadlineMissed", "NoteWritten"]


def test_cor_21_what_the_journal_did_not_take_has_not_happened() -> None:
    """Neither a command with its answers, a deadline, nor another opening; nobody is told, and later it works."""
    journal = FullJournal()
    office = bench(answers_to(CaseAmended, note), journal=journal)
    office.do(StartDeadline("answer", CASE, {"due": "1 hour"}))
    told: list[Recorded] = []
    office.office.heard.append(told.append)
    opening = next(iter(journal)).event
    journal.full = True

    for act in (partial(office.do, AMEND), partial(office.office.record, opening, "system:office")):
        assert office.unchanged_by(act, OSError) == "No space left on device"
    office.at("2026-04-07 11:01")
    office.unchanged_by(office.office.run_due, OSError)
    office.unchanged_by(partial(office.do, AMEND), OSError)
    assert told == []

    journal.full = False
    assert [each.kind for each in office.do(AMEND)] == ["CaseAmended", "NoteWritten"]
    assert [each.kind for each in told] == ["DeadlineMissed", "CaseAmended", "NoteWritten"]
    assert rebuilt(journal).picture() == office.office.state.picture()


def test_the_office_is_heard_after_the_journal_has_it() -> None:
    """Each listener is told each event of a unit, in order."""
    office = bench(answers_to(CaseAmended, note))
    told: list[tuple[str, int]] = []
    office.office.heard.append(lambda recorded: told.append((recorded.kind, len(office.journal))))
    office.do(AMEND)

    assert told == [("CaseAmended", 4), ("NoteWritten", 4)]


def test_cor_15_timers_fire_in_order_and_exactly_once() -> None:
    """By due time, then by deadline; at the first minute after the last one that counts."""
    office = bench()
    for rules in ({"due": "3 hours"}, {"norm": "1 hour", "limit": "2 hours"}, {"due": "1 hour"}):
        office.do(StartDeadline("answer", CASE, rules))
    assert office.office.next_due() == utc("2026-04-07 11:01")

    office.clock.time = utc("2026-04-07 11:01").replace(minute=0, second=59)
    assert office.office.run_due() == 0
    office.at("2026-04-07 11:01")
    assert [office.office.run_due(), office.office.run_due()] == [2, 0]
    office.at("2026-04-09 09:00")
    assert [office.office.run_due(), office.office.run_due()] == [2, 0]
    assert [(missed.deadline[-1], missed.target) for missed in office.told(DeadlineMissed)] == [
        ("2", "norm"),
        ("3", "due"),
        ("2", "limit"),
        ("1", "due"),
    ]
    assert office.office.next_due() is None


def test_cor_15_a_deadline_passes_by_the_clock_and_the_routine_answers() -> None:
    """Each one is a unit of its own, with the routine's answer before the next one passes."""
    office = bench(answers_to(DeadlineMissed, note))
    for _ in range(2):
        office.do(StartDeadline("answer", CASE, {"due": "1 hour"}))
    office.at("2026-04-07 12:00")
    office.office.run_due()

    assert office.kinds()[-4:] == ["DeadlineMissed", "NoteWritten", "DeadlineMissed", "NoteWritten"]
    missed = list(office.journal)[-4]
    assert (missed.actor, missed.cause, missed.at) == ("clock", "", office.clock.time)


def test_cor_15_an_answer_to_one_deadline_may_meet_the_next() -> None:
    """What is met in time by the clock's own order is not missed as well."""
    office = bench(answers_to(DeadlineMissed, lambda case: MeetDeadline(f"{case}/deadline-2", "svar")))
    for rule in ("1 hour", "2 hours"):
        office.do(StartDeadline("answer", CASE, {"due": rule}))
    office.at("2026-04-08 12:00")

    assert office.office.run_due() == 1
    assert targets(office.office.view.deadline(f"{CASE}/deadline-2")) == {"due": ("04-07 12:00", "met")}


def test_cor_15_what_is_overdue_fires_after_a_reopening_before_a_later_command() -> None:
    """The process was down when it fell due: it fires once, by the first command, which then finds it missed."""
    first = bench()
    first.do(StartDeadline("answer", CASE, {"due": "1 hour"}))
    for _ in range(2):
        office = bench(journal=first.journal, now=utc("2026-04-08 09:00"))
        assert office.do(MeetDeadline(D, "svar")) == []
        assert office.office.run_due() == 0
    assert first.kinds() == ["CaseOpened", "DeadlineStarted", "DeadlineMissed"]


def test_cor_12_the_last_minute_counts_to_its_end() -> None:
    """A pause in the very minute that is due holds; a minute later the deadline has been missed, and no pause helps."""
    office = bench()
    for _ in range(2):
        office.do(StartDeadline("answer", CASE, {"due": "1 hour"}))
    office.clock.time = utc("2026-04-07 11:00").replace(second=59)
    office.do(PauseDeadline(D, "mangler kart"))
    office.at("2026-04-07 11:01")
    with pytest.raises(Refused, match=r"deadline-2 has ended and cannot be changed"):
        office.do(PauseDeadline(f"{CASE}/deadline-2", "mangler kart"))

    assert [missed.deadline for missed in office.told(DeadlineMissed)] == [f"{CASE}/deadline-2"]
    office.clock.time = utc("2026-04-07 12:00").replace(second=59)
    office.do(ResumeDeadline(D, "kom"))
    assert targets(office.office.view.deadline(D)) == {"due": ("04-07 12:00", "running")}
    office.at("2026-04-07 12:01")
    assert office.office.run_due() == 1
